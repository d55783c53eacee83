import type { Sha } from '../ports/git.js';
import { firstWorst } from './build-state.js';
import type { BuildState } from './build-state.js';
import { compareReadings, selectPerWorkflow } from './run-selection.js';
import type { RunSelection, SelectedRun } from './run-selection.js';
import { isRunning, workflowFileName, workflowPathWithoutRef } from './workflow-run.js';
import type { WorkflowRun } from './workflow-run.js';

/** How workflow runs are judged, the same for every branch of one evaluation. */
export interface WorkflowRunRules {
  /** The workflow this action runs in: a gate that waits for itself never ends. Matched by path or id, never by name. */
  readonly ownWorkflow: { readonly path: string; readonly id?: number };
  /** Workflow files (`ci.yml` or a full path) the robot starts by `workflow_dispatch` itself (setting `dispatch`). */
  readonly dispatchedWorkflows: readonly string[];
  /** Workflow files that must each have a counted run (setting `required_workflows`). */
  readonly requiredWorkflows: readonly string[];
  readonly runSelection: RunSelection;
  /** Whether a branch on which every workflow was skipped is green (setting `allow_all_skipped`). */
  readonly allowAllSkipped: boolean;
}

/** The facts about one branch, or about the set of names the queue looks at. */
export interface BranchRuns {
  /** Every run known of the commit; runs of other commits and branches are ignored here, by name. */
  readonly runs: readonly WorkflowRun[];
  readonly commit: Sha;
  readonly branches: ReadonlySet<string>;
  /**
   * Ids of the repositories the branch may lie in. Default: the repository the run belongs to. For the source branch of
   * a fork's pull request, with `forks: true`: the fork alone.
   */
  readonly headRepositories?: ReadonlySet<number>;
}

/** Why a run does not count: the first rule of spec chapter 2 it fails, in the order of the chapter. */
export type IgnoredReason =
  | { readonly kind: 'other-commit'; readonly commit: Sha }
  | { readonly kind: 'other-branch'; readonly branch: string | null }
  | { readonly kind: 'other-repository'; readonly repositoryId: number | null }
  | { readonly kind: 'dispatched-by-hand'; readonly workflow: string }
  | { readonly kind: 'own-workflow'; readonly workflow: string }
  /** The list held this run twice; the other reading of it is the one believed. */
  | { readonly kind: 'outdated-reading'; readonly attempt: number };

/** What became of one run. */
export type RunAccount =
  | { readonly run: WorkflowRun; readonly counted: true; readonly kept: true }
  /** `keptRunId`: the run that speaks for the workflow instead. */
  | { readonly run: WorkflowRun; readonly counted: true; readonly kept: false; readonly keptRunId: number }
  | { readonly run: WorkflowRun; readonly counted: false; readonly reason: IgnoredReason };

/** What made the state. */
export type StateCause = 'no-runs' | 'required-workflow-missing' | 'all-skipped' | 'run-failed' | 'run-in-progress' | 'all-green';

/** State of a branch, with an account of every run. */
export interface BranchState {
  readonly state: BuildState;
  readonly cause: StateCause;
  /** Every run given, exactly once, in the order given. */
  readonly account: readonly RunAccount[];
  /** The required workflows without a counted run, as named in the settings. */
  readonly missingWorkflows: readonly string[];
  /** Kept runs that wait for a person's click on GitHub. They fail the state, and the message must name them. */
  readonly approvalRequired: readonly WorkflowRun[];
  /** The kept runs that made the state: the failed ones, those still running, or all that vouch for a success. */
  readonly decidedBy: readonly WorkflowRun[];
}

/**
 * State of the builds of one branch at one commit, from its own runs only (spec chapter 2). No runs is never green.
 *
 * A missing required workflow weighs as a branch whose build is not started, so it comes after a failure (which stays
 * true whatever that workflow will say) and before anything else. A branch where every workflow was skipped is
 * not-started unless `allowAllSkipped`: nothing failed, but nothing was built either.
 */
export function stateForBranch(input: WorkflowRunRules & BranchRuns): BranchState {
  const believed = believedReadings(input.runs);
  const reasons = input.runs.map(
    (run, index) => reasonToIgnore(run, input) ?? (believed.has(index) ? null : outdatedReading(run)),
  );
  const counted = input.runs.filter((_run, index) => reasons[index] === null);
  const selections = selectPerWorkflow(counted, input.runSelection);
  const kept = selections.map((selection) => selection.kept);
  const missingWorkflows = input.requiredWorkflows.filter(
    (required) => !counted.some((run) => isWorkflowFile(run, required)),
  );
  return {
    ...judge(kept, missingWorkflows, input.allowAllSkipped),
    account: accountOf(input.runs, reasons, selections),
    missingWorkflows,
    approvalRequired: kept.filter((run) => !isRunning(run) && run.conclusion === 'action_required'),
  };
}

type Judgement = Pick<BranchState, 'state' | 'cause' | 'decidedBy'>;

function judge(kept: readonly WorkflowRun[], missingWorkflows: readonly string[], allowAllSkipped: boolean): Judgement {
  const ofRuns = judgeRuns(kept, allowAllSkipped);
  if (missingWorkflows.length === 0) {
    return ofRuns;
  }
  const missing: Judgement = { state: 'not-started', cause: 'required-workflow-missing', decidedBy: [] };
  return firstWorst([missing, ofRuns]) ?? missing;
}

function judgeRuns(kept: readonly WorkflowRun[], allowAllSkipped: boolean): Judgement {
  if (kept.length === 0) {
    return { state: 'not-started', cause: 'no-runs', decidedBy: [] };
  }
  const running = kept.filter(isRunning);
  if (running.length > 0) {
    return { state: 'in-progress', cause: 'run-in-progress', decidedBy: running };
  }
  const notGreen = kept.filter((run) => !isGreenConclusion(run.conclusion));
  if (notGreen.length > 0) {
    return { state: 'failed', cause: 'run-failed', decidedBy: notGreen };
  }
  if (!allowAllSkipped && kept.every((run) => run.conclusion === 'skipped')) {
    return { state: 'not-started', cause: 'all-skipped', decidedBy: kept };
  }
  return { state: 'successful', cause: 'all-green', decidedBy: kept };
}

/** The conclusions that do not stand in the way; whatever is not known today is not among them. */
export function isGreenConclusion(conclusion: string | null): boolean {
  return conclusion === 'success' || conclusion === 'skipped' || conclusion === 'neutral';
}

/** The rules of spec chapter 2, in its order; the first that fails is the reason. */
function reasonToIgnore(run: WorkflowRun, input: WorkflowRunRules & BranchRuns): IgnoredReason | null {
  if (run.headSha !== input.commit) {
    return { kind: 'other-commit', commit: run.headSha };
  }
  if (run.headBranch === null || !input.branches.has(run.headBranch)) {
    return { kind: 'other-branch', branch: run.headBranch };
  }
  if (!isFromExpectedRepository(run, input.headRepositories)) {
    return { kind: 'other-repository', repositoryId: run.headRepositoryId };
  }
  if (run.event === 'workflow_dispatch' && !input.dispatchedWorkflows.some((file) => isWorkflowFile(run, file))) {
    return { kind: 'dispatched-by-hand', workflow: workflowPathWithoutRef(run.workflowPath) };
  }
  if (isOwnWorkflow(run, input.ownWorkflow)) {
    return { kind: 'own-workflow', workflow: workflowPathWithoutRef(run.workflowPath) };
  }
  return null;
}

function isFromExpectedRepository(run: WorkflowRun, expected: ReadonlySet<number> | undefined): boolean {
  if (run.headRepositoryId === null) {
    return false;
  }
  return expected === undefined ? run.headRepositoryId === run.repositoryId : expected.has(run.headRepositoryId);
}

function isOwnWorkflow(run: WorkflowRun, own: WorkflowRunRules['ownWorkflow']): boolean {
  return run.workflowId === own.id || workflowPathWithoutRef(run.workflowPath) === workflowPathWithoutRef(own.path);
}

/** A setting that holds a slash names the whole path, one without names the file. */
function isWorkflowFile(run: WorkflowRun, setting: string): boolean {
  return setting.includes('/')
    ? workflowPathWithoutRef(run.workflowPath) === workflowPathWithoutRef(setting)
    : workflowFileName(run.workflowPath) === setting;
}

/** Positions of the runs to believe, one per run id. */
function believedReadings(runs: readonly WorkflowRun[]): ReadonlySet<number> {
  const believed = new Map<number, { readonly run: WorkflowRun; readonly index: number }>();
  for (const [index, run] of runs.entries()) {
    const other = believed.get(run.id);
    if (other === undefined || compareReadings(run, other.run) < 0) {
      believed.set(run.id, { run, index });
    }
  }
  return new Set([...believed.values()].map(({ index }) => index));
}

function outdatedReading(run: WorkflowRun): IgnoredReason {
  return { kind: 'outdated-reading', attempt: run.runAttempt };
}

function accountOf(
  runs: readonly WorkflowRun[],
  reasons: ReadonlyArray<IgnoredReason | null>,
  selections: readonly SelectedRun[],
): readonly RunAccount[] {
  const keptInstead = new Map(selections.flatMap(({ kept, others }) => others.map((run) => [run.id, kept.id] as const)));
  return runs.map((run, index) => {
    const reason = reasons[index] ?? null;
    if (reason !== null) {
      return { run, counted: false, reason };
    }
    const keptRunId = keptInstead.get(run.id);
    return keptRunId === undefined
      ? { run, counted: true, kept: true }
      : { run, counted: true, kept: false, keptRunId };
  });
}
