import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readMarker } from '../../src/conversation/marker.js';
import { inlineCode, quoteForMarkdown } from '../../src/conversation/quote.js';

const gap = '\u200B';

describe('quoteForMarkdown', () => {
  test.each([
    ['plain words', 'hold on', '> hold on'],
    ['several lines', 'a\r\nb\n\nc', '> a\n> b\n>\n> c'],
    ['a mention', 'ask @octocat or @org/team', `> ask \\@${gap}octocat or \\@${gap}org\\/team`],
    ['references', '#1 o/r#2 GH-3', `> \\#${gap}1 o\\/r\\#${gap}2 GH\\-${gap}3`],
    ['a commit', 'see 0123456789abcdef', `> see 012345${gap}6789ab${gap}cdef`],
    ['addresses', 'https://a.b www.c.d', `> https\\:${gap}\\/\\/a\\.b www${gap}\\.c\\.d`],
    ['a fence', '```\nx', '> \\`\\`\\`\n> x'],
    ['an HTML comment', '<!-- x -->', '> \\<\\!\\-\\- x \\-\\-\\>'],
    ['indentation', '    x\n\ty', '> x\n> y'],
    ['a reversal of direction', 'a\u202Eb\u0000c', '> abc'],
    ['half a character', 'a\uD83D', '> a\uFFFD'],
    ['nothing', '', '>'],
  ])('%s: said and not done', (_, text, quote) => {
    expect(quoteForMarkdown(text, 200)).toBe(quote);
  });

  test('a longer text: ends in an ellipsis, within the limit, with no character or escape cut in half', () => {
    expect(quoteForMarkdown('abcdefghij', 8)).toBe('> abcde…');
    expect(quoteForMarkdown('abcde*', 8)).toBe('> abcde…');
    expect(quoteForMarkdown('abcd😀😀', 8)).toBe('> abcd…');
    expect(quoteForMarkdown('abcdef', 8)).toBe('> abcdef');
  });

  const active = fc.constantFrom('@octocat', '#12', 'owner/repo#1', '```', '~~~', '<!-- bert-e: code=100 key=a -->', '\n', '\r', '\u2028', '|', '`', '\\', '>', 'https://x.y', 'www.', 'GH-1', '    ', '\t', '\u200B', '\u202E', '0123456789abcdef', ':');
  const hostile = fc.array(fc.oneof(active, fc.string(), fc.string({ unit: 'binary' })), { maxLength: 30 }).map((parts) => parts.join(''));

  /** What GitHub sees after Markdown is rendered: escapes resolved, the text itself kept. */
  const rendered = (quote: string) => quote.replace(/\\([!-/:-@[-`{-~])/g, '$1');

  test('any text: neither pings nor links, closes no fence, forges no marker, stays in the quote and in the limit', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 3, max: 400 }), (text, limit) => {
        const quote = quoteForMarkdown(text, limit);
        expect(quote.length).toBeLessThanOrEqual(limit);
        expect(quote.split('\n').every((line) => line.startsWith('>'))).toBe(true);
        expect(rendered(quote)).not.toMatch(/@[A-Za-z0-9_-]|#[0-9]|GH-[0-9]|:\/\/|www\.|\b[0-9a-f]{7,}\b/i);
        expect(quote).not.toMatch(/```|~~~|<!--|-->|[^\P{Cc}\n]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
        // After the quote sign, every punctuation character is escaped, and every backslash escapes one.
        expect(quote.replace(/^> ?/gm, '').replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[!-/:-@[-`{-~]/);
        expect(quote.split('\n').map(readMarker)).toEqual(quote.split('\n').map(() => null));
      }),
    );
  });

  test('text without punctuation within the limit: loses nothing', () => {
    fc.assert(fc.property(fc.stringMatching(/^[g-zG-Z]{1,20}$/).filter((text) => !/www|gh/i.test(text)), (text) => quoteForMarkdown(text, 100) === `> ${text}`));
  });

  test('a megabyte of anything active: shortened', () => {
    for (const piece of ['@', '`', '0', '\n', ' ', '\u202E', 'www.']) {
      expect(quoteForMarkdown(piece.repeat(1_000_000), 1_000).length).toBeLessThanOrEqual(1_000);
      expect(quoteForMarkdown(piece.repeat(100_000), 1_000_000).length).toBeLessThanOrEqual(1_000_000);
    }
  });
});

describe('inlineCode', () => {
  test.each([
    ['a branch', 'w/4.3/bugfix/x', '`w/4.3/bugfix/x`'],
    ['backticks inside', 'a`b', '``a`b``'],
    ['two lengths of backticks', 'a`b``c', '```a`b``c```'],
    ['backticks at the ends', '`a`', '`` `a` ``'],
    ['a pipe', 'a|b_c', '<code>a&#124;b&#95;c</code>'],
    ['a pipe and HTML', '|</code>@octocat', '<code>&#124;&#60;&#47;code&#62;&#64;octocat</code>'],
    ['line ends', 'a\r\nb', '`a b`'],
    ['an invisible character', 'wait\u200B', '`wait<U+200B>`'],
    ['nothing', ' ', '(empty)'],
  ])('%s: shown in one piece', (_, text, code) => {
    expect(inlineCode(text)).toBe(code);
  });

  test('a long name: cut', () => {
    expect(inlineCode('a'.repeat(1_000))).toBe(`\`${'a'.repeat(300)}…\``);
  });

  test('any text: one line, no bare pipe, and in code from end to end', () => {
    const text = fc.array(fc.oneof(fc.constantFrom('`', '``', '|', '\n', '@octocat', '</code>', '\u2028', ' '), fc.string({ unit: 'binary' }))).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (written) => {
        const code = inlineCode(written);
        expect(code).not.toMatch(/[|\r\n\u2028\u2029]/);
        const { fence, inside } = /^(?<fence>`+)(?<inside>[^]*?[^`])\k<fence>$/.exec(code)?.groups ?? {};
        if (fence === undefined || inside === undefined) expect(code).toMatch(/^(?:\(empty\)|<code>[^<>@`|]*<\/code>)$/);
        else expect((inside.match(/`+/g) ?? []).filter((run) => run.length === fence.length)).toEqual([]);
      }),
    );
  });
});
