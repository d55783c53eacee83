import type { State } from '../codes.js';
import type { CheckRecord, OutcomeOf } from '../outcome.js';
import { accountSummary, branchAccount, buildIcon } from './build-evidence.js';
import { drawCascade, ignoredBranches } from './cascade-picture.js';
import type { TextContext } from './context.js';
import { stateIcon } from './icons.js';
import { counted, folded, inlineText, paragraphs, table } from './markdown.js';

/** A comment is no place for a thousand runs; the job summary shows more. */
const mostRuns = 30;

/** Outcome 104. */
export function statusReportMessage({ report }: OutcomeOf<104>, context: TextContext): string {
  const { checks, builds = [], cascade, queue } = report;
  return paragraphs(
    queue === undefined ? null : `In the queue, at **position ${queue.position} of ${queue.length}**.`,
    checksText(checks),
    builds.length === 0
      ? null
      : paragraphs(
          '#### Builds',
          ...builds.map((branch) => folded(`${buildIcon(branch.state)} ${escapedHtml(branch.branch)}: ${accountSummary(branch)}`, branchAccount(context, branch, mostRuns))),
        ),
    cascade === undefined ? null : paragraphs('#### Cascade', drawCascade(cascade), ignoredBranches(cascade.ignored)),
  );
}

/** Checks that are no trouble: more of them than this are folded. */
const mostInSight = 4;

/**
 * All checks; also in the job summary. What stops and what was not looked at stand in sight; what holds or does not apply,
 * which are most of some twenty, is folded, in order.
 *
 * @param ending what the check that ended the evaluation came to: a merge ends it as well, and is no obstacle
 */
export function checksText(checks: readonly CheckRecord[], ending: State = 'failure'): string {
  const quiet = checks.filter(({ state }) => state === 'holds' || state === 'skipped');
  if (quiet.length <= mostInSight) {
    return checkTable(checks, ending);
  }
  const stopping = checks.filter(({ state }) => state === 'stops');
  const missed = checks.filter(({ state, detail }) => state === 'not-reached' && detail === '');
  const explained = checks.filter(({ state, detail }) => state === 'not-reached' && detail !== '');
  return paragraphs(
    stopping.length + explained.length === 0 ? null : checkTable([...stopping, ...explained], ending),
    missed.length === 0 ? null : `${checkIcon('not-reached')} Not looked at yet: ${missed.map(({ name }) => inlineText(name)).join(', ')}.`,
    folded(quietTitle(quiet, stopping.length + missed.length + explained.length === 0), checkTable(quiet, ending)),
  );
}

/** `✅ 15 checks hold, 6 do not apply`. */
function quietTitle(quiet: readonly CheckRecord[], isAll: boolean): string {
  const holding = quiet.filter(({ state }) => state === 'holds').length;
  const rest = quiet.length - holding;
  const hold = `${isAll ? 'All ' : ''}${counted(holding, 'check')} ${holding === 1 ? 'holds' : 'hold'}`;
  return `${checkIcon('holds')} ${hold}${rest === 0 ? '' : `, ${rest} ${rest === 1 ? 'does' : 'do'} not apply`}`;
}

function checkTable(checks: readonly CheckRecord[], ending: State): string {
  const icon = (state: CheckRecord['state']) => (state === 'stops' && ending !== 'failure' ? stateIcon(ending) : checkIcon(state));
  return table(['', 'Check', 'Found'], checks.map((check) => [icon(check.state), inlineText(check.name), detailOf(check)]));
}

function checkIcon(state: CheckRecord['state']): string {
  switch (state) {
    case 'holds':
      return '✅';
    case 'stops':
      return '🛑';
    case 'skipped':
      return '➖';
    case 'not-reached':
      return '⬜';
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
