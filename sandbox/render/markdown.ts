import { Marked, type Tokens } from 'marked';
import { parseGitGraph } from './git-graph.js';
import { drawGitGraph } from './git-graph-picture.js';
import { escapeHtml, sanitizeHtml } from './html.js';

/**
 * GitHub-flavoured Markdown as HTML that is safe to open: no scripts, no pictures from elsewhere, links only to the web, to
 * mail and inside the page. Mermaid's `gitGraph` is drawn; other diagrams stay code.
 */
export function renderMarkdown(markdown: string): string {
  return renderer.parse(markdown, { async: false });
}

const renderer = new Marked({ gfm: true, breaks: false }).use({
  renderer: {
    html({ text }: Tokens.HTML | Tokens.Tag): string {
      return sanitizeHtml(text);
    },
    link({ href, tokens }: Tokens.Link): string {
      const label = this.parser.parseInline(tokens);
      return isSafeLink(href) ? `<a href="${escapeHtml(href)}" rel="noopener noreferrer nofollow">${label}</a>` : label;
    },
    image({ text }: Tokens.Image): string {
      return `<span class="image">image: ${escapeHtml(text === '' ? 'without description' : text)}</span>`;
    },
    code({ text, lang }: Tokens.Code): string {
      const language = (lang ?? '').trim().split(/\s/)[0] ?? '';
      return language === 'mermaid' ? drawDiagram(text) : codeBlock(text, language);
    },
    blockquote({ tokens }: Tokens.Blockquote): string {
      const body = this.parser.parse(tokens);
      const alert = /^<p>\[!(?<kind>NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:<br>|\n|(?=<\/p>))/.exec(body);
      if (alert === null) return `<blockquote>${body}</blockquote>\n`;
      const kind = alert.groups?.kind ?? '';
      const title = kind.charAt(0) + kind.slice(1).toLowerCase();
      return `<div class="alert ${kind.toLowerCase()}"><p class="alert-title">${title}</p><p>${body.slice(alert[0].length)}</div>\n`;
    },
    table(token: Tokens.Table): string {
      const row = (cells: readonly Tokens.TableCell[], tag: 'td' | 'th'): string =>
        `<tr>${cells.map((cell) => `<${tag}${cell.align === null ? '' : ` class="${cell.align}"`}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`;
      const body = token.rows.map((cells) => row(cells, 'td')).join('\n');
      return `<div class="table"><table><thead>${row(token.header, 'th')}</thead><tbody>${body}</tbody></table></div>\n`;
    },
  },
});

function isSafeLink(href: string): boolean {
  return /^(?:https?:\/\/|mailto:|#)/i.test(href);
}

function codeBlock(text: string, language: string): string {
  return `<pre><code${language === '' ? '' : ` data-language="${escapeHtml(language)}"`}>${escapeHtml(text)}\n</code></pre>\n`;
}

function drawDiagram(source: string): string {
  const result = parseGitGraph(source);
  switch (result.kind) {
    case 'graph':
      return `${drawGitGraph(result.graph)}\n`;
    case 'not-a-git-graph':
      return codeBlock(source, 'mermaid');
    case 'invalid':
      return `<p class="diagram-error">Diagram refused, line ${result.line}: ${escapeHtml(result.reason)}</p>\n${codeBlock(source, 'mermaid')}`;
  }
}
