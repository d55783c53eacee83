import { describe, expect, test } from '@jest/globals';
import { renderMarkdown, renderSummaryPage } from '../../sandbox/render/index.js';

describe('hostile text in a summary', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a picture with a handler', 'x <img src=x onerror=alert(1)>'],
    ['a kept tag with attributes', '<details ontoggle=alert(1)>x</details>'],
    ['a tag cut by a comment', '<scr<!-- -->ipt>alert(1)</script>'],
    ['a section end', 'x</section></main><style>*{}</style>'],
    ['a link to a script', '[x](javascript:alert(1)) [y](JaVaScRiPt:alert(1)) <javascript:alert(1)>'],
    ['a link to data', '[x](data:text/html,<script>alert(1)</script>)'],
    ['a quote in a link', '[x](https://example.org/"onmouseover="alert(1))'],
    ['a fence with a language of quotes', '```"><script>\nx\n```'],
    ['a branch name in a diagram', '```mermaid\ngitGraph\ncommit id: "</svg><script>"\n```'],
  ])('%s: becomes text', (_name, markdown) => {
    const html = renderMarkdown(markdown);
    expect(html).not.toMatch(/<(?:script|img|style|iframe|\/section|\/main)/i);
    expect(html).not.toMatch(/<[^>]*\s(?:on\w+|style)\s*=/i);
    expect(html).not.toMatch(/href="(?!https?:|mailto:|#)/i);
  });

  test('picture: named, never loaded', () => {
    const html = renderMarkdown('![logo "x"](https://example.org/x.png)');
    expect(html).toContain('<span class="image">image: logo &quot;x&quot;</span>');
    expect(html).not.toContain('example.org');
  });

  test('HTML comment: vanishes, also without an end', () => {
    expect(renderMarkdown('a<!-- hidden -->b')).toBe('<p>ab</p>\n');
    expect(renderMarkdown('<!-- hidden')).not.toContain('hidden');
  });
});

describe('Markdown of a summary', () => {
  test('table: aligned cells with their inline Markdown', () => {
    const html = renderMarkdown('| a | b | c |\n|:-:|--:|---|\n| **x** | `1` | y \\| z |');
    expect(html).toContain('<th class="center">a</th><th class="right">b</th><th>c</th>');
    expect(html).toContain('<td class="center"><strong>x</strong></td><td class="right"><code>1</code></td><td>y | z</td>');
  });

  test('details: kept as tags, with Markdown inside', () => {
    const html = renderMarkdown('<details open><summary>All <kbd>x</kbd></summary>\n\n- one\n\n</details>');
    expect(html).toContain('<details open><summary>All <kbd>x</kbd></summary>');
    expect(html).toMatch(/<ul>\s*<li>one<\/li>\s*<\/ul>/);
    expect(html).toContain('</details>');
  });

  test('task list, line break, sub and sup: kept', () => {
    const html = renderMarkdown('- [x] done\n\na<br>b<sub>2</sub><sup>3</sup>');
    expect(html).toContain('<input checked="" disabled="" type="checkbox">');
    expect(html).toContain('a<br>b<sub>2</sub><sup>3</sup>');
  });

  test('alert: shown with its kind', () => {
    expect(renderMarkdown('> [!WARNING]\n> look **out**')).toContain('<div class="alert warning"><p class="alert-title">Warning</p><p>look <strong>out</strong></p>');
  });

  test('diagram of another kind: a code block', () => {
    expect(renderMarkdown('```mermaid\npie\n "a" : 1\n```')).toContain('<pre><code data-language="mermaid">pie\n &quot;a&quot; : 1\n</code></pre>');
  });

  test('gitGraph: drawn; a broken one: named with its line, and shown as code', () => {
    expect(renderMarkdown('```mermaid\ngitGraph\n commit id: "one"\n```')).toMatch(/<svg .*>one<\/text>/s);
    const broken = renderMarkdown('```mermaid\ngitGraph\n merge nowhere\n```');
    expect(broken).toContain('Diagram refused, line 2: branch &quot;main&quot; has no commits');
    expect(broken).toContain('<pre><code');
  });
});

describe('the page', () => {
  test('two sections: a list of contents, both bodies, nothing loaded from anywhere', () => {
    const html = renderSummaryPage({ title: 'A <b>', sections: [{ title: 'one', markdown: '# x' }, { title: 'two', markdown: ' ' }] });
    expect(html).toContain('<title>A &lt;b&gt;</title>');
    expect(html).toContain('<a href="#section-2">two</a>');
    expect(html).toContain('Nothing was written.');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<(?:link|script|img)|url\(|@import/);
  });
});
