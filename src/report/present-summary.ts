import type { CommandAccount } from '../edge/findings.js';
import type { Handled } from '../edge/handle.js';
import { renderMessage } from '../outcomes/messages/render.js';
import type { TextContext } from '../outcomes/messages/context.js';
import { emptyPlan } from '../plan/plan.js';
import { cascadePicture } from '../pull-request/cascade-picture.js';
import { messagePullRequest, outcomeState } from '../pull-request/telling.js';
import type { QueueMatrix } from '../queue/matrix.js';
import type { RunReport } from './run-report.js';
import { renderSummary } from './summary/render-summary.js';
import type { QueueMatrix as SummaryQueueMatrix, SubjectReport } from './summary/report.js';

/** The job summary of a run. */
export function presentSummary(report: RunReport): string {
  const subjects = report.handled.map((handled) => subjectOf(handled, report));
  // The event's own subject comes first.
  const own = subjects.findIndex((_, index) => report.handled[index]?.number === report.subject);
  const ordered = own > 0 ? [...subjects.slice(own, own + 1), ...subjects.slice(0, own), ...subjects.slice(own + 1)] : subjects;
  const queue = report.queue === null ? [] : [queueSubject(report, report.queue)];
  const command = report.command === undefined ? [] : [commandSubject(report, report.command)];
  const [first = withoutPullRequest(report), ...others] = report.subject === null ? [...command, ...queue, ...ordered] : [...ordered, ...queue];
  const matrix = report.queue?.matrix ?? null;
  return renderSummary({
    repositoryUrl: report.repositoryUrl,
    subjects: [first, ...others],
    queue: matrix === null ? null : matrixOf(matrix, report.handled),
    figures: { apiRequests: report.figures.requests, gitProcesses: report.figures.gitProcesses, milliseconds: report.figures.milliseconds },
    notes: report.notes,
  });
}

function subjectOf(handled: Handled, report: RunReport): SubjectReport {
  const { pullRequest, outcome, facts, records, plan } = handled;
  const context: TextContext = {
    robot: facts.settings?.robot ?? '',
    repositoryUrl: report.repositoryUrl,
    commandPrefix: '/',
    pullRequest: pullRequest === null ? null : messagePullRequest(pullRequest),
  };
  return {
    subject: { kind: 'pull-request', number: pullRequest?.number ?? handled.number, title: pullRequest?.title ?? '' },
    outcome,
    state: outcomeState(outcome),
    message: renderMessage(outcome, context),
    checks: records,
    builds: facts.builds ?? [],
    cascade: cascadePicture(facts, outcome.code === 102),
    plan: plan ?? emptyPlan,
    execution: plan === null ? { kind: 'not-done', reason: 'nothing was changed, or it is not known whether it was' } : report.dryRun ? { kind: 'dry-run' } : { kind: 'done' },
  };
}

/** What the queue came to; the pull requests that merged or failed in it have sections of their own. */
function queueSubject(report: RunReport, queue: NonNullable<RunReport['queue']>): SubjectReport {
  return { ...withoutPullRequest({ ...report, outcome: queue.outcome }), subject: { kind: 'queue' }, builds: buildsOf(queue.matrix), plan: queue.plan, execution: report.dryRun ? { kind: 'dry-run' } : { kind: 'done' } };
}

/** The builds that were asked for; what nothing depended on was not. */
function buildsOf(matrix: QueueMatrix | null): SubjectReport['builds'] {
  return (matrix?.rows ?? []).flatMap(({ cells }) => cells.flatMap((cell) => cell?.evidence ?? []));
}

function commandSubject(report: RunReport, account: CommandAccount): SubjectReport {
  const name = account.kind === 'doctor' ? 'doctor' : account.name;
  const changes = account.kind === 'version-branch' && account.pushes.length > 0;
  return { ...withoutPullRequest(report), subject: { kind: 'command', name }, account, execution: report.dryRun && changes ? { kind: 'dry-run' } : { kind: 'done' } };
}

/**
 * The queue as a table: as it was looked at, with what became of it since. Titles are known of pull requests this run has read.
 */
function matrixOf(matrix: QueueMatrix, handled: readonly Handled[]): SummaryQueueMatrix {
  let gone = 0;
  return {
    versions: matrix.versions.map(({ version }) => version),
    entries: matrix.rows.map(({ pullRequest, position, cells }) => {
      const known = handled.find(({ number }) => number === pullRequest);
      const end = endOf(known);
      // Each path begins with position 1; whoever is left moves up.
      gone = position === 1 ? 0 : gone;
      gone += end === null ? 0 : 1;
      const title = known?.pullRequest?.title;
      return { pullRequest, position: end ?? position - gone, cells: cells.map((cell) => cell?.state ?? null), ...(title === undefined ? {} : { title }) };
    }),
  };
}

function endOf(handled: Handled | undefined): 'merged' | 'taken out' | null {
  switch (handled?.outcome.code) {
    case 102:
    case 126:
      return 'merged';
    case 139:
      return 'taken out';
    default:
      return null;
  }
}

function withoutPullRequest(report: RunReport): SubjectReport {
  const { outcome } = report;
  const context: TextContext = { robot: '', repositoryUrl: report.repositoryUrl, commandPrefix: '/', pullRequest: null };
  return {
    subject: (outcome.code === 307 || outcome.code === 308) && outcome.command !== '' ? { kind: 'command', name: outcome.command } : { kind: 'event', name: report.eventName },
    outcome,
    state: outcomeState(outcome),
    message: renderMessage(outcome, context),
    checks: [],
    builds: [],
    cascade: null,
    plan: emptyPlan,
    execution: { kind: 'done' },
  };
}
