/**
 * Text of somebody else inside the robot's own Markdown (spec chapter 6, "Hostile input"): it must not ping people, link
 * to other issues, end what it stands in, or look like the robot's marker.
 */

/**
 * Zero-width space. GitHub looks for mentions, references and links in the text *after* Markdown is rendered, so that
 * neither `\@name` nor `&#64;name` keeps it from notifying; nor is it certain what is left of `@<!-- -->name` once the
 * HTML is sanitised. A character between `@` and the name always does: there is no such login.
 */
const breaker = '\u200B';

/** Every ASCII punctuation character can be escaped by a backslash (CommonMark 2.4); most of it means something. */
const punctuation = /[!-/:-@[-`{-~]/g;
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** Control characters, and invisible ones: bidirectional overrides, zero-width characters, tags. */
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const loneSurrogate = /\p{Cs}/gu;
/** An escaped character, or one character; so that nothing is cut in half. */
const wholeCharacter = /\\[^]|[^]/gu;
const ellipsis = '…';

/**
 * The text as a Markdown block quote: what it says, and nothing of what it does. No line of the result is empty or
 * lacks the `>`, so it can stand between paragraphs and inside folded details.
 *
 * @param limit greatest length of the result in UTF-16 units, at least 3; a longer text ends in an ellipsis
 */
export function quoteForMarkdown(text: string, limit: number): string {
  // One unit of the text gives at least one of the result: what lies beyond the limit cannot get in.
  const trimmed = text.trim();
  const readable = trimmed.slice(0, limit + 1).replace(loneSurrogate, '\uFFFD');
  const lines = readable.split(lineEnd).map((line) => `> ${escaped(line)}`.trimEnd());
  const quote = lines.join('\n');
  return quote.length <= limit && trimmed.length <= limit ? quote : shortened(quote, limit);
}

function escaped(line: string): string {
  // Without its indentation, which could make it code, where a backslash would be shown.
  const plain = line.replaceAll('\t', ' ').replace(invisible, '').trim();
  return unlinked(plain).replace(punctuation, '\\$&');
}

/** Breaks what GitHub turns into links of its own: mentions, references to issues and commits, addresses. */
function unlinked(text: string): string {
  return text
    .replace(/[@#]/g, `$&${breaker}`)
    .replace(/:(?=\/)/g, `:${breaker}`)
    .replace(/www(?=\.)/gi, `$&${breaker}`)
    .replace(/gh-/gi, `$&${breaker}`)
    .replace(/[0-9A-Za-z]+/g, (word) => (/^[0-9a-f]{7,}$/i.test(word) ? word.replace(/.{6}(?=.)/g, `$&${breaker}`) : word));
}

function shortened(quote: string, limit: number): string {
  let kept = '';
  for (const [character] of quote.matchAll(wholeCharacter)) {
    if (kept.length + character.length + ellipsis.length > limit) break;
    kept += character;
  }
  // Not "> " followed by nothing, and not a bare line end before the ellipsis.
  return kept.endsWith('\n') ? `${kept.trimEnd()}${ellipsis}` : kept + ellipsis;
}

/** Length at which names are cut, in characters; a branch name may have 250. */
const longestInlineCode = 300;

/**
 * The text as inline code, for names and words in sentences and in table cells. In code nothing is linked and nobody is
 * pinged. It stays on one line; invisible characters are shown by their number, for they are how two names look the same.
 */
export function inlineCode(text: string): string {
  const characters = Array.from(text.slice(0, 2 * longestInlineCode + 1));
  const cut = characters.length > longestInlineCode ? [...characters.slice(0, longestInlineCode), ellipsis] : characters;
  const shown = cut.join('').replace(/[\t\r\n]+/g, ' ').replace(/\p{Cs}/gu, '\uFFFD').replace(invisible, codePoint);
  if (shown.trim() === '') return '(empty)';
  // A table cell ends at `|` even in code, and `\|` in code outside a table shows the backslash: neither suits both.
  return shown.includes('|') ? `<code>${shown.replace(punctuation, entity)}</code>` : codeSpan(shown);
}

function codeSpan(text: string): string {
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const fence = '`'.repeat(length);
  const padding = /^[ `]|[ `]$/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

function codePoint(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
