import { stateForBranch } from './state-for-branch.js';
import type { BranchRuns, WorkflowRunRules } from './state-for-branch.js';
import { workflowFileName } from './workflow-run.js';

/**
 * The workflows which the robot starts itself (`dispatchedWorkflows`), and of which no run counts for the branch yet, whatever
 * would become of it. They are looked for among workflow runs whichever build key decides: a commit status may come much
 * later than the run that sets it.
 */
export function unstartedWorkflows(rules: WorkflowRunRules, branch: BranchRuns): readonly string[] {
  const { account } = stateForBranch({ ...rules, ...branch });
  const started = new Set(account.filter(({ counted }) => counted).map(({ run }) => workflowFileName(run.workflowPath)));
  return rules.dispatchedWorkflows.filter((workflow) => !started.has(workflowFileName(workflow)));
}
