/**
 * What of a comment its author says in their own words. Quotes, code and HTML comments are never read as options or
 * commands (spec chapter 3); each such region becomes one opaque character, because it still is text: an option list
 * with a quote in it is not entirely options, and a comment that starts with a quote does not start with an address.
 *
 * Everything here is linear in the length of the comment: no pattern can match at many places of the same run, and a
 * search that found nothing is not repeated.
 */

/** Stands for a region that is not to be read (U+FFFC, object replacement character). */
export const opaque = '\uFFFC';

type Block =
  | { readonly kind: 'between' }
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'quote' }
  | { readonly kind: 'fenced'; readonly fence: string }
  | { readonly kind: 'html-comment' };

interface ReadLine {
  readonly block: Block;
  readonly visible: string;
}

const between: Block = { kind: 'between' };
const paragraph: Block = { kind: 'paragraph' };

const fenceLine = /^ {0,3}(?<fence>`{3,}|~{3,})(?<info>.*)$/;
const quoteLine = /^ {0,3}>/;
const indentedLine = /^(?: {4}| {0,3}\t)/;
const htmlCommentLine = /^ {0,3}<!--/;

/** The comment with line ends as `\n` and every quoted, coded or hidden region as one {@link opaque} character. */
export function visibleText(body: string): string {
  let block = between;
  const visible: string[] = [];
  for (const line of body.split(/\r\n|\r|\n/)) {
    const read = readLine(block, line);
    block = read.block;
    visible.push(read.visible);
  }
  return hideInline(visible.join('\n'));
}

function readLine(block: Block, line: string): ReadLine {
  switch (block.kind) {
    case 'fenced':
      return { block: closesFence(block.fence, line) ? between : block, visible: opaque };
    case 'html-comment': {
      const end = line.indexOf('-->');
      if (end < 0) return { block, visible: opaque };
      return { block: paragraph, visible: opaque + line.slice(end + 3) };
    }
    case 'quote':
      // A line right below a quote belongs to it even without `>` (lazy continuation); a fence or blank line ends it.
      return line.trim() !== '' && openedFence(line) === null ? { block, visible: opaque } : readFreshLine(between, line);
    case 'between':
    case 'paragraph':
      return readFreshLine(block, line);
  }
}

function readFreshLine(block: Block, line: string): ReadLine {
  if (line.trim() === '') return { block: between, visible: '' };
  // Indented code cannot interrupt a paragraph: there the line merely continues it.
  if (block.kind !== 'paragraph' && indentedLine.test(line)) return { block: between, visible: opaque };
  const fence = openedFence(line);
  if (fence !== null) return { block: { kind: 'fenced', fence }, visible: opaque };
  if (quoteLine.test(line)) return { block: { kind: 'quote' }, visible: opaque };
  if (htmlCommentLine.test(line) && !line.includes('-->')) return { block: { kind: 'html-comment' }, visible: opaque };
  return { block: paragraph, visible: line };
}

function openedFence(line: string): string | null {
  const { fence, info } = fenceLine.exec(line)?.groups ?? {};
  if (fence === undefined || info === undefined) return null;
  return fence.startsWith('`') && info.includes('`') ? null : fence;
}

function closesFence(opening: string, line: string): boolean {
  const { fence, info } = fenceLine.exec(line)?.groups ?? {};
  return fence !== undefined && info?.trim() === '' && fence.startsWith(opening);
}

/**
 * Hides code spans and HTML comments inside lines. Backslashes before a backtick are not looked at: at worst too much
 * is hidden, and a comment with a backtick in it is no option list anyway.
 */
function hideInline(text: string): string {
  const spanEnds = codeSpanEnds(text);
  const lastCommentEnd = text.lastIndexOf('-->');
  const opening = /`+|<!--/g;
  let visible = '';
  let read = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const end = match[0] === '<!--' ? htmlCommentEnd(text, match.index, lastCommentEnd) : spanEnds.get(match.index);
    if (end === undefined) continue;
    visible += text.slice(read, match.index) + opaque;
    read = end;
    opening.lastIndex = end;
  }
  return visible + text.slice(read);
}

function htmlCommentEnd(text: string, start: number, lastEnd: number): number | undefined {
  // `<!-->` is a whole comment, hence two characters and not four. Past the last `-->` there is nothing to search for.
  return start + 2 > lastEnd ? undefined : text.indexOf('-->', start + 2) + 3;
}

/** For each run of backticks that a later run of the same length closes: where the code span ends. */
function codeSpanEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const nextOfLength = new Map<number, number>();
  for (const { index, 0: run } of [...text.matchAll(/`+/g)].reverse()) {
    const end = nextOfLength.get(run.length);
    if (end !== undefined) ends.set(index, end);
    nextOfLength.set(run.length, index + run.length);
  }
  return ends;
}
