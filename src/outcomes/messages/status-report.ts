import type { CheckRecord, OutcomeOf } from '../outcome.js';
import { accountSummary, branchAccount, buildIcon } from './build-evidence.js';
import { drawCascade, ignoredBranches } from './cascade-picture.js';
import type { TextContext } from './context.js';
import { folded, inlineText, paragraphs, table } from './markdown.js';

/** A comment is no place for a thousand runs; the job summary shows more. */
const mostRuns = 30;

/** Outcome 104. */
export function statusReportMessage({ report }: OutcomeOf<104>, context: TextContext): string {
  const { checks, builds = [], cascade, queue } = report;
  return paragraphs(
    queue === undefined ? null : `In the queue, at **position ${queue.position} of ${queue.length}**.`,
    checkTable(checks),
    builds.length === 0
      ? null
      : paragraphs(
          '#### Builds',
          ...builds.map((branch) => folded(`${buildIcon(branch.state)} ${escapedHtml(branch.branch)}: ${accountSummary(branch)}`, branchAccount(context, branch, mostRuns))),
        ),
    cascade === undefined ? null : paragraphs('#### Cascade', drawCascade(cascade), ignoredBranches(cascade.ignored)),
  );
}

/** All checks in order; also in the job summary. */
export function checkTable(checks: readonly CheckRecord[]): string {
  return table(['', 'Check', 'Found'], checks.map((check) => [checkIcon(check.state), inlineText(check.name), detailOf(check)]));
}

export function checkIcon(state: CheckRecord['state']): string {
  switch (state) {
    case 'holds':
      return '✅';
    case 'stops':
      return '🛑';
    case 'skipped':
      return '➖';
    case 'not-reached':
      return '▫️';
  }
}

/** The detail of a check that stops is its reason in plain text (`reasonOf`); the others are our own Markdown. */
function detailOf({ state, detail }: CheckRecord): string {
  switch (state) {
    case 'stops':
      return `**${inlineText(detail)}**`;
    case 'not-reached':
      return detail === '' ? 'not looked at yet' : detail;
    case 'holds':
    case 'skipped':
      return detail;
  }
}

/** A name for the title of a folded part, where GitHub reads HTML and no Markdown. */
export function escapedHtml(text: string): string {
  const shown = text.slice(0, 200).replaceAll(/[^ -~\p{L}\p{N}]/gu, '\uFFFD').replaceAll(/[^\w ./-]/gu, (character) => `&#${String(character.codePointAt(0))};`);
  return `<code>${shown}</code>`;
}
