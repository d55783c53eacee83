import { compareByAge, isRunning } from './workflow-run.js';
import type { WorkflowRun } from './workflow-run.js';

/** Which run speaks for a workflow that ran several times on one branch and commit (setting `run_selection`). */
export type RunSelection = 'best' | 'latest';

/** The run that speaks for a workflow, and those it speaks over. */
export interface SelectedRun {
  readonly kept: WorkflowRun;
  readonly others: readonly WorkflowRun[];
}

/** One selection per workflow (`workflow_id`), in the order of the ids. */
export function selectPerWorkflow(runs: readonly WorkflowRun[], selection: RunSelection): readonly SelectedRun[] {
  const byWorkflow = new Map<number, WorkflowRun[]>();
  for (const run of runs) {
    const ofSameWorkflow = byWorkflow.get(run.workflowId);
    if (ofSameWorkflow === undefined) {
      byWorkflow.set(run.workflowId, [run]);
    } else {
      ofSameWorkflow.push(run);
    }
  }
  return [...byWorkflow.entries()]
    .sort(([left], [right]) => left - right)
    .flatMap(([, candidates]) => {
      const [kept, ...others] = candidates.sort((left, right) => preferred(left, right, selection));
      return kept === undefined ? [] : [{ kept, others }];
    });
}

function preferred(left: WorkflowRun, right: WorkflowRun, selection: RunSelection): number {
  const newerFirst = compareByAge(right, left);
  switch (selection) {
    case 'best':
      return rank(left) - rank(right) || newerFirst;
    case 'latest':
      return newerFirst;
  }
}

/**
 * The ranking of spec chapter 2, "success or skipped, over still running, over failure, over cancelled", with what the
 * chapter leaves open:
 * - among the green ones success comes first, then neutral, so that a workflow counts as skipped only if none of its
 *   runs did anything;
 * - `action_required` comes before failure, since a person's click can still make it green; both fail the branch;
 * - timed_out, startup_failure, stale and every conclusion not known today stand with failure.
 */
function rank(run: WorkflowRun): number {
  if (isRunning(run)) {
    return 3;
  }
  switch (run.conclusion) {
    case 'success':
      return 0;
    case 'neutral':
      return 1;
    case 'skipped':
      return 2;
    case 'action_required':
      return 4;
    case 'cancelled':
      return 6;
    default:
      return 5;
  }
}

/**
 * Which of two readings of one run (same id) to believe: the higher attempt; of one attempt the finished one, since an
 * attempt with a result never goes back to running (only one that waited for approval does: it reads as not approved
 * until somebody looks again); of two finished ones the less favourable. A list that moved while it was paged can hold a
 * run twice, and yesterday's green attempt must not speak for a re-run. Negative when `left` is believed.
 */
export function compareReadings(left: WorkflowRun, right: WorkflowRun): number {
  return (
    right.runAttempt - left.runAttempt ||
    Number(isRunning(left)) - Number(isRunning(right)) ||
    rank(right) - rank(left)
  );
}
