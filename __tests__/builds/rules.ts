import { stateForBranch } from '../../src/builds/state-for-branch.js';
import type { BranchRuns, BranchState, WorkflowRunRules } from '../../src/builds/state-for-branch.js';
import type { WorkflowRun } from '../../src/builds/workflow-run.js';
import { someBranch, someCommit } from '../builders/workflow-run.js';

/** The settings' defaults. */
export const defaultRules: WorkflowRunRules = {
  ownWorkflow: { path: '.github/workflows/bert-e.yml', id: 999 },
  dispatchedWorkflows: [],
  requiredWorkflows: [],
  runSelection: 'best',
  allowAllSkipped: false,
};

/** State of `someBranch` at `someCommit` under the default settings. */
export function stateOf(
  runs: readonly WorkflowRun[],
  overrides: Partial<WorkflowRunRules & BranchRuns> = {},
): BranchState {
  return stateForBranch({ ...defaultRules, runs, commit: someCommit, branches: new Set([someBranch]), ...overrides });
}
