import { inlineCode } from '../conversation/quote.js';
import { stateIcon } from '../outcomes/messages/icons.js';
import { branchLink, pullRequestLink } from '../outcomes/messages/links.js';
import type { LinkContext } from '../outcomes/messages/links.js';
import { counted, inlineText, paragraphs, table, withinLimit } from '../outcomes/messages/markdown.js';
import { cellIcon, cellLegend } from '../outcomes/messages/queue-cells.js';
import { expectations, usualWait } from './estimate.js';
import type { Expectation } from './estimate.js';
import { pathsOf, positionIn, versionsOf } from './queue.js';
import type { DashboardState, MergedPullRequest, OpenPullRequest, QueuedPullRequest } from './state.js';

/** Title of an issue the robot opens. */
export const dashboardTitle = 'Merge queue and open pull requests';

const mostRows = 300;

/**
 * The text for people. It depends on the state alone, and all times in it are those of events: the same state gives the same
 * text, so that the issue is edited only when something changed.
 *
 * @param limit in characters; what is too long is cut at the end, with a note
 */
export function renderDashboard(state: DashboardState, context: LinkContext, limit: number): string {
  const text = paragraphs(
    '## Queue',
    queueText(state, context),
    `## Open pull requests${state.open.length === 0 ? '' : ` (${state.open.length})`}`,
    openText(state, context),
    state.complete ? null : '> [!NOTE]\n> Not everything was looked at yet: the next sweep completes this page.',
    '## Recently merged',
    mergedText(state.merged, context),
    '<sub>Kept up to date by the merge robot; times are UTC. Should two of its runs have met here, the next sweep puts it right.</sub>',
  );
  return withinLimit(text, limit, ({ length }) => length);
}

function queueText(state: DashboardState, context: LinkContext): string {
  const { queue, waits } = state;
  if (queue.length === 0) {
    return 'The queue is empty.';
  }
  const versions = versionsOf(queue);
  const expected = expectations(queue, waits);
  const usual = usualWait(waits);
  const rows = pathsOf(queue).flatMap(({ rows: path }) =>
    path.map((row, index) => [
      String(index + 1),
      `${pullRequestLink(context, row.number)} ${inlineText(titleIn(state, row.number))}`.trimEnd(),
      ...versions.map((version) => cellIcon(row.cells[version] ?? null)),
      row.since === null ? '–' : timeText(row.since),
      expectationText(expected.get(row) ?? { kind: 'not-known' }, row.since),
    ]),
  );
  return paragraphs(
    table(['Position:', 'Pull request', ...versions.map((version) => `${inlineCode(version)}:`), 'Queued', 'Expected to merge'], rows, mostRows),
    cellLegend(
      queue.flatMap((row) => versions.map((version) => row.cells[version] ?? null)),
      ...(pathsOf(queue).length > 1 ? ['every hotfix has a queue of its own'] : []),
    ),
    usual === null ? null : `A pull request usually merges ${durationText(usual)} after it was queued (median of the last ${waits.length}).`,
  );
}

function titleIn({ open }: DashboardState, number: number): string {
  return open.find((each) => each.number === number)?.title ?? '';
}

function expectationText(expectation: Expectation, since: number | null): string {
  switch (expectation.kind) {
    case 'about':
      // The day is in the column before.
      return since !== null && timeText(since).slice(0, 10) === timeText(expectation.at).slice(0, 10) ? `about ${timeText(expectation.at).slice(11)}` : `about ${timeText(expectation.at)}`;
    case 'blocked':
      return 'when the failure is dealt with';
    case 'not-known':
      return '–';
  }
}

/** What a person must act on first. */
const urgency = ['failure', 'pending', 'success', 'neutral'] as const;

function openText({ open, queue }: DashboardState, context: LinkContext): string {
  if (open.length === 0) {
    return 'None.';
  }
  const sorted = [...open].sort((left, right) => urgency.indexOf(left.state) - urgency.indexOf(right.state) || left.number - right.number);
  const rows = sorted.map((each) => [
    stateIcon(each.state),
    `${pullRequestLink(context, each.number)} ${inlineText(each.title)}`.trimEnd(),
    each.destination === '' ? '' : inlineCode(each.destination),
    waitingText(each, queue),
  ]);
  return table(['', 'Pull request', 'Into', 'Waits for'], rows, mostRows);
}

function waitingText({ number, state, reason }: OpenPullRequest, queue: readonly QueuedPullRequest[]): string {
  const place = state === 'failure' ? null : positionIn(queue, number);
  return place === null ? inlineText(reason) : `In the queue, at position ${place.position} of ${place.length}`;
}

function mergedText(merged: readonly MergedPullRequest[], context: LinkContext): string {
  if (merged.length === 0) {
    return 'None that was seen.';
  }
  const rows = merged.map(({ number, title, branches, at }) => [
    `${pullRequestLink(context, number)} ${inlineText(title)}`.trimEnd(),
    branches.map((branch) => branchLink(context, branch)).join(', '),
    timeText(at),
  ]);
  return table(['Pull request', 'Into', 'Merged'], rows, mostRows);
}

/** `2026-05-20 14:05`. */
function timeText(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}

function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (minutes < 1) {
    return 'within a minute';
  }
  if (hours >= 48) {
    return counted(Math.round(hours / 24), 'day');
  }
  return hours === 0 ? counted(minutes, 'minute') : `${counted(hours, 'hour')}${minutes % 60 === 0 ? '' : ` ${counted(minutes % 60, 'minute')}`}`;
}
