import type { BranchEvidence } from '../builds/verdict.js';
import type { Handled } from '../edge/handle.js';
import { codes } from '../outcomes/codes.js';
import { accountText, evidenceText } from '../outcomes/messages/build-evidence.js';
import type { CheckRecord } from '../outcomes/outcome.js';
import { reasonOf } from '../outcomes/reason.js';
import type { RefUpdate, Sha } from '../ports/git.js';
import type { RunReport } from './run-report.js';

/** Lines of the log that stand under one heading and can be folded away. Names in them come from outside: print them as safe lines. */
export interface LogGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A log holds more than a summary, but nobody reads thousands of runs of other branches. */
const mostRuns = 100;

/** What was found out and done, for whoever asks why: one group for the queue, and one for each pull request. */
export function logGroups(report: RunReport): readonly LogGroup[] {
  return [...queueGroup(report), ...report.handled.map((handled) => pullRequestGroup(handled, report.dryRun))];
}

function queueGroup({ queue, dryRun }: RunReport): readonly LogGroup[] {
  if (queue === null) {
    return [];
  }
  const cells = (queue.matrix?.rows ?? []).flatMap((row) => row.cells.flatMap((cell) => (cell === null ? [] : [{ ...cell, pullRequest: row.pullRequest }])));
  return [
    {
      title: `The queue: ${heading(queue.outcome)}`,
      lines: [
        ...cells.map(({ pullRequest, branch, commit, state }) => `#${String(pullRequest)} ${branch} at ${short(commit)}: ${state}`),
        ...cells.flatMap(({ evidence }) => (evidence === null ? [] : buildLines(evidence))),
        ...pushLines(queue.plan.push, dryRun),
      ],
    },
  ];
}

function pullRequestGroup({ number, pullRequest, outcome, records, facts, plan, looks }: Handled, dryRun: boolean): LogGroup {
  return {
    title: `#${String(pullRequest?.number ?? number)}: ${heading(outcome)}`,
    lines: [
      ...(looks > 1 ? [`looked at ${String(looks)} times, because something moved meanwhile`] : []),
      ...records.filter(({ state }) => state !== 'not-reached').map(checkLine),
      ...(facts.builds ?? []).flatMap(buildLines),
      ...pushLines(plan?.push ?? [], dryRun),
      ...(plan?.comments ?? []).map(({ pullRequest: on }) => `comment on #${String(on)}`),
      ...(plan?.statuses ?? []).map(({ state, description }) => `status ${state}: ${description}`),
    ],
  };
}

function heading(outcome: Handled['outcome']): string {
  return `${String(outcome.code)} ${codes[outcome.code].name}: ${reasonOf(outcome)}`;
}

function checkLine({ name, state, detail }: CheckRecord): string {
  const sign = state === 'holds' ? '✓' : state === 'stops' ? '✗' : '–';
  return withoutMarks(`${sign} ${name}${detail === '' ? '' : `: ${detail}`}`);
}

function buildLines({ branch, commit, state, keys }: BranchEvidence): readonly string[] {
  const details = keys.flatMap((key) =>
    key.saysWhichBranch
      ? key.runs.account.slice(0, mostRuns).map((account) => {
          const { run } = account;
          return `  run ${String(run.id)} (${run.name ?? run.workflowPath}, ${run.event}, attempt ${String(run.runAttempt)}): ${run.conclusion ?? run.status ?? 'unknown'}; counts: ${accountText(account)}`;
        })
      : key.evidence.map((evidence) => `  ${evidenceText(evidence)}`),
  );
  return [`${branch} at ${short(commit)}: ${state}`, ...details].map(withoutMarks);
}

function pushLines(push: readonly RefUpdate[], dryRun: boolean): readonly string[] {
  const word = dryRun ? 'would push' : 'pushed';
  return push.map(({ ref, from, to }) => `${word} ${ref}: ${short(from)} → ${short(to)}`);
}

function short(commit: Sha | null): string {
  return commit === null ? 'none' : commit.slice(0, 7);
}

/** The texts are made for Markdown. */
function withoutMarks(text: string): string {
  return text.replaceAll('**', '').replaceAll('`', '');
}
