import type { NewCommitStatus, NewPullRequest } from '../ports/github.js';
import type { RefUpdate, Sha } from '../ports/git.js';

/**
 * Everything one evaluation wants to change in the world, as data. The executor carries it out in this order: the
 * push, pull requests, statuses, comments (spec 6: nothing is told before it is true). A dry run prints it instead.
 */
export interface Plan {
  /** One atomic push with a lease on every ref; empty: nothing is pushed. */
  readonly push: readonly RefUpdate[];
  readonly openPullRequests: readonly NewPullRequest[];
  /** Integration pull requests to close. */
  readonly closePullRequests: readonly number[];
  readonly dispatches: readonly WorkflowDispatch[];
  /** Ids of workflow runs whose failed jobs are run again. */
  readonly reruns: readonly number[];
  readonly statuses: readonly PlannedStatus[];
  /** Ids of the robot's earlier comments to remove. */
  readonly deleteComments: readonly number[];
  readonly comments: readonly PlannedComment[];
}

export interface WorkflowDispatch {
  /** File name under `.github/workflows`. */
  readonly workflow: string;
  readonly branch: string;
}

export interface PlannedStatus extends NewCommitStatus {
  readonly commit: Sha;
}

export interface PlannedComment {
  readonly pullRequest: number;
  readonly body: string;
  /** What the marker of the comment holds: two comments with one key say the same thing. */
  readonly key: string;
}

export const emptyPlan: Plan = {
  push: [],
  openPullRequests: [],
  closePullRequests: [],
  dispatches: [],
  reruns: [],
  statuses: [],
  deleteComments: [],
  comments: [],
};

/**
 * Two plans carried out together. Where both touch a ref, the second starts from what the first would leave. What the
 * first wants on a branch that the second deletes is left out: GitHub would refuse it, after the push.
 */
export function joinPlans(first: Plan, second: Partial<Plan>): Plan {
  const deleted = new Set((second.push ?? []).filter(({ to }) => to === null).map(({ ref }) => ref));
  const stays = (branch: string) => !deleted.has(`refs/heads/${branch}`);
  return {
    push: composePushes(first.push, second.push ?? []),
    openPullRequests: [...first.openPullRequests.filter(({ head }) => stays(head)), ...(second.openPullRequests ?? [])],
    closePullRequests: [...first.closePullRequests, ...(second.closePullRequests ?? [])],
    dispatches: [...first.dispatches.filter(({ branch }) => stays(branch)), ...(second.dispatches ?? [])],
    reruns: [...first.reruns, ...(second.reruns ?? [])],
    statuses: [...first.statuses, ...(second.statuses ?? [])],
    deleteComments: [...first.deleteComments, ...(second.deleteComments ?? [])],
    comments: [...first.comments, ...(second.comments ?? [])],
  };
}

/**
 * One push instead of two. A branch that would be created and deleted again is left out: it never needs to exist.
 *
 * @throws if the second update does not start where the first ends: that would be a mistake of the program
 */
export function composePushes(first: readonly RefUpdate[], second: readonly RefUpdate[]): readonly RefUpdate[] {
  const updates = new Map(first.map((update) => [update.ref, update]));
  for (const update of second) {
    const earlier = updates.get(update.ref);
    if (earlier !== undefined && earlier.to !== update.from) {
      throw new Error(`The plan moves ${update.ref} twice, and not from where it was left`);
    }
    updates.set(update.ref, { ...update, from: earlier === undefined ? update.from : earlier.from });
  }
  return [...updates.values()].filter((update) => update.from !== update.to);
}

/** Nothing would change: a run on an unchanged world ends with such a plan (spec 6, idempotence). */
export function isEmptyPlan(plan: Plan): boolean {
  return Object.values(plan).every((part: readonly unknown[]) => part.length === 0);
}
