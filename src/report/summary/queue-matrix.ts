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
  const rows = entries.map(({ position, pullRequest, title, cells }) => [
    String(position),
    `${pullRequestLink(context, pullRequest)}${title === undefined ? '' : ` ${inlineText(title, longestTitle)}`}`,
    ...versions.map((_version, column) => cellIcon(cells[column] ?? null)),
  ]);
  return paragraphs(
    table(['Position:', 'Pull request', ...versions.map((version) => `${inlineCode(version)}:`)], rows, mostEntries),
    cellLegend(entries.flatMap(({ cells }) => versions.map((_version, column) => cells[column] ?? null))),
  );
}
