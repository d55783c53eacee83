import type { WorkflowRun } from '../github/state.js';

/** What an aggregation says that does not ask on which branch a run ran. */
export type BranchBlindState = 'success' | 'in progress' | 'failure' | 'no runs';

/**
 * The danger, for comparison only: all runs of a commit, the best result of each workflow whatever its branch. This is how
 * the incident happened; the action judges by `stateForBranch` instead (spec chapter 2).
 */
export function branchBlindState(runs: readonly WorkflowRun[]): BranchBlindState {
  const workflows = [...new Set(runs.map(({ workflowId }) => workflowId))];
  const best = workflows.map((workflow) => bestOf(runs.filter(({ workflowId }) => workflowId === workflow)));
  return (['failure', 'in progress', 'success'] as const).find((state) => best.includes(state)) ?? 'no runs';
}

function bestOf(runs: readonly WorkflowRun[]): Exclude<BranchBlindState, 'no runs'> {
  if (runs.some(({ conclusion }) => conclusion === 'success' || conclusion === 'skipped')) {
    return 'success';
  }
  return runs.some(({ status }) => status !== 'completed') ? 'in progress' : 'failure';
}
