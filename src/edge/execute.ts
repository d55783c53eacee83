import { isBy } from '../conversation/login.js';
import { markerOfComment } from '../conversation/marker.js';
import type { Marker } from '../conversation/marker.js';
import type { Outcome } from '../outcomes/outcome.js';
import type { Plan } from '../plan/plan.js';
import type { Comment } from '../ports/github.js';
import { GitHubRefusal } from '../ports/github.js';
import { GitOutage, tipOf } from '../ports/git.js';
import type { PushResult } from '../ports/git.js';
import { isToldOnce } from '../pull-request/telling.js';
import type { Ports } from './ports.js';

/** What became of a plan. */
export type Execution =
  | { readonly kind: 'done'; readonly notes: readonly string[] }
  /** A branch moved since it was looked at: nothing was changed at all. Look again (spec 6, rule 5). */
  | { readonly kind: 'stale'; readonly refs: readonly string[] }
  /** GitHub said no for good. What stands before it in the order of the plan was done; `pushed`: the push among it. */
  | { readonly kind: 'refused'; readonly outcome: Extract<Outcome, { readonly code: 221 }>; readonly pushed: boolean };

/**
 * Carries out what must be true before anything is told: the push first, then what depends on it. A plan is made of
 * steps that may be repeated: a run that is killed in between is completed by the next one.
 *
 * @throws GitOutage, GitHubOutage when the outcome of a step is unknown
 */
export async function executeDeeds(plan: Plan, { git, github }: Ports): Promise<Execution> {
  if (plan.push.length > 0) {
    const pushed = await pushOnce(plan.push, git);
    if (pushed.kind === 'stale') {
      return { kind: 'stale', refs: pushed.refs };
    }
    if (pushed.kind === 'refused') {
      const branches = pushed.refs.map((ref) => ref.replace(/^refs\/(?:heads|tags)\//, ''));
      return { kind: 'refused', pushed: false, outcome: { code: 221, operation: 'push', cause: pushed.cause, detail: pushed.reason, branches } };
    }
    github.forget();
  }
  return permitted(plan.push.length > 0, async () => {
    for (const pullRequest of plan.openPullRequests) {
      await github.createPullRequest(pullRequest);
    }
    for (const number of plan.closePullRequests) {
      await github.closePullRequest(number);
    }
    for (const { workflow, branch } of plan.dispatches) {
      await github.dispatchWorkflow(workflow, branch);
    }
    for (const run of plan.reruns) {
      await github.rerunFailedJobs(run);
    }
    return [];
  });
}

/**
 * Pushes, and looks where the branches are if it is not known what became of it: the answer may have been lost after the push
 * was done.
 */
async function pushOnce(updates: Plan['push'], git: Ports['git']): Promise<PushResult> {
  try {
    return await git.push(updates);
  } catch (error) {
    if (error instanceof GitOutage && (await isDone(updates, git))) {
      return { kind: 'pushed' };
    }
    throw error;
  }
}

async function isDone(updates: Plan['push'], git: Ports['git']): Promise<boolean> {
  const refs = await git.listRefs([]);
  return updates.every(({ ref, to }) => tipOf(refs, ref) === to);
}

/** What is to be told, and whether the comments stand for the statuses too: then they are not posted without them. */
export interface Telling extends Pick<Plan, 'statuses' | 'deleteComments' | 'comments'> {
  readonly commentsImplyStatuses?: boolean;
}

/** Tells what is true now: statuses, then comments. A status that may not be written keeps no merge from being told. */
export async function executeTelling(plan: Telling, known: readonly Comment[], robot: string, { github }: Ports): Promise<Execution> {
  const marked = await permitted(false, async () => {
    for (const { commit, ...status } of plan.statuses) {
      await github.setCommitStatus(commit, status);
    }
    return [];
  });
  if (marked.kind === 'refused' && plan.commentsImplyStatuses) {
    return marked;
  }
  const said = await permitted(false, async () => {
    for (const id of plan.deleteComments) {
      await github.deleteComment(id);
    }
    const posted: Comment[] = [];
    for (const number of new Set(plan.comments.map(({ pullRequest }) => pullRequest))) {
      const here: Comment[] = [];
      for (const { body } of plan.comments.filter(({ pullRequest }) => pullRequest === number)) {
        here.push(await github.createComment(number, body));
      }
      posted.push(...here);
      await removeDoubles(number, here, known, robot, github);
    }
    return posted.filter((comment) => !isBy(comment, robot)).slice(0, 1).map(notOurName(robot));
  });
  return marked.kind === 'refused' ? marked : said;
}

/** Under another name the robot would not know its own messages again, and say everything twice. */
function notOurName(robot: string): (comment: Comment) => string {
  return ({ author }) => `The token writes as ${author ?? 'an unknown account'}, but the setting robot says ${robot}: correct the setting, or the robot repeats itself.`;
}

/**
 * Another run may have looked at the same moment and said the same. Of two equal messages that neither run could have
 * seen, the later one goes (spec 6, rule 6): both runs come to the same answer, whoever looks first.
 */
async function removeDoubles(
  pullRequest: number,
  posted: readonly Comment[],
  known: readonly Comment[],
  robot: string,
  github: Ports['github'],
): Promise<void> {
  const knownIds = new Set(known.map(({ id }) => id));
  const ids = new Set(posted.map(({ id }) => id));
  const now = await github.liveComments(pullRequest);
  for (const mine of posted) {
    const marker = markerOfComment(mine, robot);
    const double = now.some((other) => {
      const unseen = other.id < mine.id && !knownIds.has(other.id) && !ids.has(other.id);
      return unseen && saysTheSame(markerOfComment(other, robot), marker);
    });
    if (marker !== null && double) {
      await github.deleteComment(mine.id);
    }
  }
}

/**
 * What is told once may have been told in other words: the push itself starts a run that finds the merge untold, and
 * whoever greets at the same moment may do so before or after the destination was changed.
 */
function saysTheSame(theirs: Marker | null, mine: Marker | null): boolean {
  return theirs !== null && mine !== null && theirs.code === mine.code && (theirs.key === mine.key || isToldOnce(mine.code));
}

async function permitted(pushed: boolean, steps: () => Promise<readonly string[]>): Promise<Execution> {
  try {
    return { kind: 'done', notes: await steps() };
  } catch (error) {
    if (error instanceof GitHubRefusal) {
      return {
        kind: 'refused',
        pushed,
        outcome: { code: 221, operation: error.operation, cause: 'not-permitted', detail: error.detail, branches: [] },
      };
    }
    throw error;
  }
}
