import type { WorkflowRun } from '../../src/builds/workflow-run.js';
import type { CheckRun, CommitStatus, PullRequest, Review } from '../../src/ports/github.js';
import type { Sha } from '../../src/ports/git.js';
import type { Settings } from '../../src/settings/schema.js';
import { ownWorkflowPath } from './continuous-integration.js';
import { robot } from './world.js';

/*
 * The rules of builds and approvals once more, written apart from the program and as short as the world allows: what the
 * program must agree with whenever it lands something.
 */

/** What was read of the builds of a commit. */
export interface Evidence {
  readonly runs: readonly WorkflowRun[];
  readonly statuses: readonly CommitStatus[];
  readonly checkRuns: readonly CheckRun[];
}

/** What is to be green. */
export interface Tested {
  readonly commit: Sha;
  /** Branches whose runs count. */
  readonly names: readonly string[];
  /** Where those branches lie; null: in a fork that is gone. */
  readonly repository: number | null;
}

type BuildSettings = Pick<Settings, 'runSelection' | 'dispatch' | 'buildKey'>;

/** All keys must be green; none: nothing is asked. */
export function isGreen(evidence: Evidence, tested: Tested, settings: BuildSettings): boolean {
  return keysOf(settings).every((key) => {
    if (key === 'github_actions') return runsAreGreen(evidence.runs, tested, settings);
    return key.startsWith('check:') ? checksAreGreen(evidence.checkRuns, key.slice('check:'.length), tested.commit) : statusIsGreen(evidence.statuses, key);
  });
}

export function keysOf({ buildKey }: Pick<Settings, 'buildKey'>): readonly string[] {
  return [buildKey].flat().filter((key) => key !== '');
}

function runsAreGreen(runs: readonly WorkflowRun[], { commit, names, repository }: Tested, settings: BuildSettings): boolean {
  const own = runs.filter(
    (run) =>
      run.headSha === commit &&
      names.includes(run.headBranch ?? '') &&
      repository !== null &&
      run.headRepositoryId === repository &&
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

function statusIsGreen(statuses: readonly CommitStatus[], key: string): boolean {
  const own = statuses.filter(({ context }) => context.toLowerCase() === key.toLowerCase());
  return own.length > 0 && own.every(({ state }) => state === 'success');
}

/** @param key `<name>` or `<app>/<name>`: the newest check of every app, or of that one */
function checksAreGreen(checkRuns: readonly CheckRun[], key: string, commit: Sha): boolean {
  const [name, app] = key.split('/').reverse();
  const own = checkRuns.filter((check) => check.headSha === commit && check.name === name && (app === undefined || check.appSlug === app));
  const newest = [...new Set(own.map(({ appSlug }) => appSlug))].map((slug) => own.filter(({ appSlug }) => appSlug === slug).sort((left, right) => right.id - left.id)[0]);
  return newest.length > 0 && newest.every((check) => check?.status === 'completed' && check.conclusion === 'success');
}

export function isApproved(reviews: readonly Review[], { author, head }: PullRequest, settings: Pick<Settings, 'requiredPeerApprovals' | 'dismissStaleApprovals'>): boolean {
  const standing = new Map(reviews.filter((review) => review.state !== 'COMMENTED' && review.author !== robot).map((review) => [review.author, review]));
  const others = [...standing.values()].filter((review) => review.author !== author);
  const approvals = others.filter(({ state, commitId }) => state === 'APPROVED' && (!settings.dismissStaleApprovals || commitId === head.sha));
  return approvals.length >= settings.requiredPeerApprovals && !others.some(({ state }) => state === 'CHANGES_REQUESTED');
}
