import { inlineCode } from '../../conversation/quote.js';
import { pullRequestLink } from '../../outcomes/messages/links.js';
import type { LinkContext } from '../../outcomes/messages/links.js';
import { inlineText, paragraphs, table } from '../../outcomes/messages/markdown.js';
import { cellIcon, cellLegend } from '../../outcomes/messages/queue-cells.js';
import type { QueueMatrix } from './report.js';

/** A title longer than this makes the table wider than the page. */
const longestTitle = 60;
const mostEntries = 300;

/** The queue as a matrix: a row for each pull request in order, a column for each version. */
export function queueMatrix({ versions, entries }: QueueMatrix, context: LinkContext): string {
  if (entries.length === 0) {
    return 'The queue is empty.';
  }
  // Titles come last and stay on one line: on a narrow screen the states are what must be in sight.
  const titled = entries.some(({ title }) => title !== undefined);
  const rows = entries.map(({ position, pullRequest, title, cells }) => [
    String(position),
    pullRequestLink(context, pullRequest),
    ...versions.map((_version, column) => cellIcon(cells[column] ?? null)),
    ...(titled ? [title === undefined ? '' : inlineText(title, longestTitle).replaceAll(' ', '\u00A0')] : []),
  ]);
  return paragraphs(
    table(['Place:', 'Pull request', ...versions.map((version) => `${inlineCode(version)}:`), ...(titled ? ['Title'] : [])], rows, mostEntries),
    cellLegend(entries.flatMap(({ cells }) => versions.map((_version, column) => cells[column] ?? null))),
  );
}
