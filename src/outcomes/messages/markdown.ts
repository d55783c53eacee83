/**
 * The pieces from which messages and summaries are put together. What comes from outside goes through `inlineCode`,
 * `inlineText` or `quoteForMarkdown` before it gets here; these functions lay out, they do not clean.
 */
import { quoteForMarkdown } from '../../conversation/quote.js';

/** Blocks with an empty line between them; empty ones are left out. */
export function paragraphs(...blocks: ReadonlyArray<string | null>): string {
  return blocks.filter((block) => block !== null && block !== '').join('\n\n');
}

export function bulletList(items: readonly string[], most = 50): string {
  const shown = items.slice(0, most).map((item) => `- ${item}`);
  return [...shown, ...(items.length > most ? [`- … and ${items.length - most} more`] : [])].join('\n');
}

/** `a`, `a and b`, `a, b and c`; of a long list the first, and how many more there are. */
export function enumerated(items: readonly string[], most = 20): string {
  const shown = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** `1 file`, `3 files`. */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** A table; a column whose head ends in `:` is centred. Cells are safe Markdown on one line. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>, most = 100): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll(/\s*[\r\n]+\s*/g, ' ')).join(' | ')} |`;
  const rule = head.map((title) => (title.endsWith(':') ? ':-:' : '---'));
  const rest = rows.length > most ? [line([`… and ${rows.length - most} more`, ...head.slice(1).map(() => '')])] : [];
  return [line(head.map((title) => title.replace(/:$/, ''))), line(rule), ...rows.slice(0, most).map(line), ...rest].join('\n');
}

/** Folded text. The summary is our own words: GitHub reads no Markdown there. */
export function folded(summary: string, content: string): string {
  return paragraphs(`<details><summary>${summary}</summary>`, content, '</details>');
}

/** A code block that nothing in it can close. */
export function fenced(language: string, lines: readonly string[]): string {
  const text = lines.join('\n');
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Length at which text from outside is cut inside a sentence. */
const longestInlineText = 300;

/** Text from outside inside a sentence or a table cell, not as code: it pings nobody and means nothing. */
export function inlineText(text: string, limit = longestInlineText): string {
  const oneLine = text.slice(0, 2 * limit).replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  // The quote of one line, without what makes it a quote.
  return quoteForMarkdown(oneLine, limit + 2).slice(2);
}

/** Lines that are dropped may have opened these. */
interface Open {
  readonly fence: string | null;
  readonly details: number;
}

/**
 * The text within a limit: what is too long is cut between two lines, open code blocks and folded parts are closed, and
 * a note says so. Most important things come first, so the end is what can be spared.
 *
 * @param sizeOf size of a text in the unit of the limit
 */
export function withinLimit(text: string, limit: number, sizeOf: (text: string) => number): string {
  if (sizeOf(text) <= limit) {
    return text;
  }
  const lines = text.split('\n');
  let open: Open = { fence: null, details: 0 };
  let size = 0;
  let best: { readonly count: number; readonly open: Open } = { count: 0, open };
  for (const [index, line] of lines.entries()) {
    size += sizeOf(line) + 1;
    open = openAfter(open, line);
    if (size + sizeOf(closing(open)) > limit) {
      break;
    }
    best = { count: index + 1, open };
  }
  return `${lines.slice(0, best.count).join('\n')}${closing(best.open)}`;
}

function openAfter(open: Open, line: string): Open {
  if (open.fence !== null) {
    return line === open.fence ? { ...open, fence: null } : open;
  }
  const fence = /^`{3,}/.exec(line)?.[0];
  if (fence !== undefined) {
    return { ...open, fence };
  }
  const details = open.details + Number(line.startsWith('<details')) - Number(line.startsWith('</details>'));
  return { fence: null, details };
}

function closing({ fence, details }: Open): string {
  const ends = [...(fence === null ? [] : [fence]), ...Array.from({ length: details }, () => '\n</details>')];
  return `\n${[...ends, '', '… This text was too long; the rest was cut.'].join('\n')}`;
}
