import type { WorkflowRun } from '../../src/builds/workflow-run.js';
import type { PullRequest, Review } from '../../src/ports/github.js';
import type { Sha } from '../../src/ports/git.js';
import type { Settings } from '../../src/settings/schema.js';
import { ownWorkflowPath } from './continuous-integration.js';
import { robot } from './world.js';

/**
 * The rules of builds and approvals once more, written apart from the program and as short as the world allows: what the
 * program must agree with whenever it lands something.
 */
export function isGreen(runs: readonly WorkflowRun[], commit: Sha, names: readonly string[], settings: Pick<Settings, 'runSelection' | 'dispatch'>): boolean {
  const own = runs.filter(
    (run) =>
      run.headSha === commit &&
      names.includes(run.headBranch ?? '') &&
      run.headRepositoryId === run.repositoryId &&
      run.workflowPath !== ownWorkflowPath &&
      (run.event !== 'workflow_dispatch' || settings.dispatch.some((file) => run.workflowPath.endsWith(`/${file}`))),
  );
  const workflows = new Set(own.map(({ workflowId }) => workflowId));
  const succeeded = (run: WorkflowRun | undefined): boolean => run?.status === 'completed' && run.conclusion === 'success';
  return (
    workflows.size > 0 &&
    [...workflows].every((workflow) => {
      const ofWorkflow = own.filter(({ workflowId }) => workflowId === workflow).sort((left, right) => left.id - right.id);
      return settings.runSelection === 'best' ? ofWorkflow.some(succeeded) : succeeded(ofWorkflow.at(-1));
    })
  );
}

export function isApproved(reviews: readonly Review[], { author, head }: PullRequest, settings: Pick<Settings, 'requiredPeerApprovals' | 'dismissStaleApprovals'>): boolean {
  const standing = new Map(reviews.filter((review) => review.state !== 'COMMENTED' && review.author !== robot).map((review) => [review.author, review]));
  const others = [...standing.values()].filter((review) => review.author !== author);
  const approvals = others.filter(({ state, commitId }) => state === 'APPROVED' && (!settings.dismissStaleApprovals || commitId === head.sha));
  return approvals.length >= settings.requiredPeerApprovals && !others.some(({ state }) => state === 'CHANGES_REQUESTED');
}
