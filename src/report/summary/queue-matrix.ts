import { inlineCode } from '../../conversation/quote.js';
import { buildIcon } from '../../outcomes/messages/build-evidence.js';
import { pullRequestLink } from '../../outcomes/messages/links.js';
import type { LinkContext } from '../../outcomes/messages/links.js';
import { inlineText, paragraphs, table } from '../../outcomes/messages/markdown.js';
import type { QueueMatrix } from './report.js';

/** A title longer than this makes the table wider than the page. */
const longestTitle = 60;
const mostEntries = 300;

type Cell = QueueMatrix['entries'][number]['cells'][number];

function cellText(state: Cell): string {
  switch (state) {
    case null:
      return '·';
    case 'not-read':
    case 'not-asked':
      return '–';
    default:
      return buildIcon(state);
  }
}

/** The queue as a matrix: a row for each pull request in order, a column for each version. */
export function queueMatrix({ versions, entries }: QueueMatrix, context: LinkContext): string {
  if (entries.length === 0) {
    return 'The queue is empty.';
  }
  const rows = entries.map(({ position, pullRequest, title, cells }) => [
    String(position),
    `${pullRequestLink(context, pullRequest)}${title === undefined ? '' : ` ${inlineText(title, longestTitle)}`}`,
    ...versions.map((_version, column) => cellText(cells[column] ?? null)),
  ]);
  return paragraphs(
    table(['Position:', 'Pull request', ...versions.map((version) => `${inlineCode(version)}:`)], rows, mostEntries),
    '<sub>✅ green · ⏳ running · ⚪ not started · ❌ failed · – not asked · “·” does not land there</sub>',
  );
}
