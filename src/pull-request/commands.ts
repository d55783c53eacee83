import { isGreenConclusion, stateForBranch } from '../builds/state-for-branch.js';
import type { WorkflowRunRules } from '../builds/state-for-branch.js';
import type { BranchFacts } from '../builds/verdict.js';
import { isRunning } from '../builds/workflow-run.js';
import { markerOfComment } from '../conversation/marker.js';
import type { Comment } from '../ports/github.js';
import { stops } from './check.js';
import type { Finding } from './check.js';

/** GitHub allows fifty re-runs of a run; one comment does not start more runs than this. */
const mostReruns = 20;
const mostAttempts = 50;

/** The command `retry`: GitHub's re-run of the failed jobs of every run that stands in the way (spec 3). */
export function decideRetry(builds: readonly BranchFacts[], rules: WorkflowRunRules): Finding {
  const failed = builds.flatMap((facts) => {
    const { account, approvalRequired } = stateForBranch({ ...rules, ...facts });
    const kept = account.flatMap((entry) => (entry.counted && entry.kept ? [entry.run] : []));
    // Others may still be running. What waits for a person's approval cannot be run again, only approved.
    const runs = kept.filter(
      (run) => !isRunning(run) && !isGreenConclusion(run.conclusion) && !approvalRequired.includes(run) && run.runAttempt < mostAttempts,
    );
    return runs.map(({ id, name, workflowPath, htmlUrl }) => ({ id, name: name ?? workflowPath, branch: facts.branch, url: htmlUrl }));
  });
  const restarted = failed.slice(0, mostReruns);
  return stops(
    {
      code: 137,
      restarted: restarted.map(({ name, branch, url }) => ({ name, branch, url })),
      left: failed.length - restarted.length,
    },
    { plan: { reruns: restarted.map(({ id }) => id) } },
  );
}

/**
 * What stays when comments are cleared: what is said once and would only be said again, the records of merges, and why it
 * was taken out of the queue.
 */
const lastingCodes: readonly number[] = [100, 102, 121, 126, 139, 223];

/** The command `clear`: the robot's earlier messages go. They are deleted; hiding them is not possible by REST. */
export function decideClear(comments: readonly Comment[], robot: string): Finding {
  const removed = comments.filter((comment) => {
    const marker = markerOfComment(comment, robot);
    return marker !== null && !lastingCodes.includes(marker.code);
  });
  return stops({ code: 138, removed: removed.length }, { plan: { deleteComments: removed.map(({ id }) => id) } });
}
