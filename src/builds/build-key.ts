import type { CheckRun, CommitStatus } from '../ports/github.js';
import type { Sha } from '../ports/git.js';
import { firstWorst } from './build-state.js';
import type { BuildState } from './build-state.js';
import { isGreenConclusion } from './state-for-branch.js';
import { isRunning } from './workflow-run.js';

/** What vouches for a build, parsed from one value of the setting `build_key` (spec chapter 2, "Other build keys"). */
export type BuildKey =
  | { readonly kind: 'workflow-runs' }
  | CommitStatusKey
  | CheckRunKey;

/** The context of a commit status; GitHub compares contexts without regard to case. */
export interface CommitStatusKey {
  readonly kind: 'commit-status';
  readonly context: string;
}

/** The name of a check run, and the app that must have made it; null accepts any app. */
export interface CheckRunKey {
  readonly kind: 'check-run';
  readonly name: string;
  readonly appSlug: string | null;
}

/**
 * The keys of the setting `build_key`; all of them must be green. An empty list means that build checks are off: that
 * is what an empty text, or a list of nothing but empty texts, asks for. Equal keys are named once.
 */
export function parseBuildKeys(setting: string | readonly string[]): readonly BuildKey[] {
  const texts = (typeof setting === 'string' ? [setting] : setting).map((text) => text.trim());
  const byText = new Map(texts.filter((text) => text !== '').map(parseBuildKey).map((key) => [buildKeyText(key), key]));
  return [...byText.values()];
}

/**
 * `check:<app slug>/<name>` pins the app whenever what stands before the first slash can be a slug. A check whose own
 * name begins that way must be given with its app (`check:github-actions/ci/test`): reading it both ways would let a job
 * called `circleci/build` pass for CircleCI.
 */
function parseBuildKey(text: string): BuildKey {
  if (text === 'github_actions') {
    return { kind: 'workflow-runs' };
  }
  const check = /^check:\s*(?:(?<appSlug>[A-Za-z0-9-]+)\/)?(?<name>\S[^]*)$/.exec(text)?.groups;
  return check?.name === undefined
    ? { kind: 'commit-status', context: text }
    : { kind: 'check-run', name: check.name, appSlug: check.appSlug?.toLowerCase() ?? null };
}

/** The key as it is written in the settings. */
export function buildKeyText(key: BuildKey): string {
  switch (key.kind) {
    case 'workflow-runs':
      return 'github_actions';
    case 'commit-status':
      return key.context;
    case 'check-run':
      return `check:${key.appSlug === null ? '' : `${key.appSlug}/`}${key.name}`;
  }
}

/** A commit status or check run that was looked at, as the landing record keeps it (spec chapter 5). */
export type CommitEvidence =
  | { readonly kind: 'commit-status'; readonly context: string; readonly result: string; readonly link: string | null }
  | {
      readonly kind: 'check-run';
      readonly id: number;
      readonly name: string;
      readonly appSlug: string | null;
      /** The conclusion, or the status while there is none. */
      readonly result: string;
      readonly link: string | null;
    };

/** State of a commit by one status or check run. */
export interface CommitState {
  readonly state: BuildState;
  /** `absent`: nothing of that name on the commit. `all-skipped`: it was skipped, which is no build. */
  readonly cause: 'absent' | 'all-skipped' | 'reported';
  readonly evidence: readonly CommitEvidence[];
}

/**
 * State by the commit status of that context. Unlike `stateForBranch` it cannot say which branch was built: a status
 * belongs to a commit. A state not known today fails. The port gives the newest status per context; should two differ
 * only in the case of the context, the worse one counts.
 */
export function stateOfCommitStatus(key: CommitStatusKey, statuses: readonly CommitStatus[]): CommitState {
  const context = key.context.toLowerCase();
  return worstOf(
    statuses
      .filter((status) => status.context.toLowerCase() === context)
      .map((status) => ({
        state: stateOfStatus(status.state),
        cause: 'reported',
        evidence: [{ kind: 'commit-status', context: status.context, result: status.state, link: status.targetUrl }],
      })),
  );
}

function stateOfStatus(state: string): BuildState {
  switch (state) {
    case 'success':
      return 'successful';
    case 'pending':
      return 'in-progress';
    default:
      return 'failed';
  }
}

/**
 * State by the check run of that name on the commit: the newest one (highest id) of each app, and the worst over the
 * apps, so that without a pinned app nobody else's success hides a failure. Conclusions mean what they mean for
 * workflow runs. A check run belongs to a commit, not to a branch.
 */
export function stateOfCheckRun(
  key: CheckRunKey,
  commit: Sha,
  checkRuns: readonly CheckRun[],
  allowAllSkipped: boolean,
): CommitState {
  const newest = new Map<string | null, CheckRun>();
  for (const checkRun of checkRuns) {
    const app = checkRun.appSlug?.toLowerCase() ?? null;
    const wanted = checkRun.headSha === commit && checkRun.name === key.name && (key.appSlug ?? app) === app;
    if (wanted && checkRun.id >= (newest.get(app)?.id ?? checkRun.id)) {
      newest.set(app, checkRun);
    }
  }
  const oldestFirst = [...newest.values()].sort((left, right) => left.id - right.id);
  const onlySkipped = oldestFirst.every((checkRun) => !isRunning(checkRun) && checkRun.conclusion === 'skipped');
  return worstOf(
    oldestFirst.map((checkRun) =>
      onlySkipped && !allowAllSkipped
        ? { state: 'not-started', cause: 'all-skipped', evidence: [checkEvidence(checkRun)] }
        : { state: stateOfCheck(checkRun), cause: 'reported', evidence: [checkEvidence(checkRun)] },
    ),
  );
}

/**
 * Which of two readings of one check run (same id) to believe: the one that still runs, since an app may reopen a check
 * and will report again; of two finished ones the less favourable. Negative when `left` is believed.
 */
export function compareCheckReadings(left: CheckRun, right: CheckRun): number {
  const isGreen = ({ conclusion }: CheckRun) => isGreenConclusion(conclusion);
  return Number(isRunning(right)) - Number(isRunning(left)) || Number(isGreen(left)) - Number(isGreen(right));
}

function stateOfCheck(checkRun: CheckRun): BuildState {
  if (isRunning(checkRun)) {
    return 'in-progress';
  }
  return isGreenConclusion(checkRun.conclusion) ? 'successful' : 'failed';
}

function checkEvidence(checkRun: CheckRun): CommitEvidence {
  const { id, name, appSlug, status, conclusion, htmlUrl } = checkRun;
  return { kind: 'check-run', id, name, appSlug, result: conclusion ?? status, link: htmlUrl };
}

/** The worst of several reports, vouched for by all those that say the same. */
function worstOf(reports: readonly CommitState[]): CommitState {
  const worst = firstWorst(reports);
  if (worst === null) {
    return { state: 'not-started', cause: 'absent', evidence: [] };
  }
  const agreeing = reports.filter((report) => report.state === worst.state);
  return { ...worst, evidence: agreeing.flatMap((report) => report.evidence) };
}
