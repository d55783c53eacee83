import { markerOfComment } from '../conversation/marker.js';
import { codes } from '../outcomes/codes.js';
import type { State } from '../outcomes/codes.js';
import { composeComment } from '../outcomes/messages/compose.js';
import type { MessageContext, MessagePullRequest } from '../outcomes/messages/context.js';
import type { Outcome } from '../outcomes/outcome.js';
import { reasonOf } from '../outcomes/reason.js';
import type { PlannedComment, PlannedStatus } from '../plan/plan.js';
import type { Comment, CommitStatus, PullRequest } from '../ports/github.js';
import type { Sha } from '../ports/git.js';

/** What the robot said on this pull request so far, and what it may say. */
export interface TellingFacts {
  readonly comments: readonly Comment[];
  readonly robot: string;
  readonly noComment: boolean;
  /**
   * The last of the outcomes answers a comment that was not answered before. Then it is posted even if it repeats the last
   * message: a command counts as carried out once the robot has spoken after it, and would be carried out at every event.
   */
  readonly answers: boolean;
  readonly context: MessageContext;
}

/**
 * The comments to post: those of the outcomes that are told in comments, without repeating what was said (spec 3, "The
 * robot never repeats itself"). Notices that are posted once do not count as the last message: they stand beside it.
 */
export function planComments(outcomes: readonly Outcome[], facts: TellingFacts): readonly PlannedComment[] {
  if (facts.noComment) {
    return [];
  }
  const said = facts.comments.map((comment) => markerOfComment(comment, facts.robot)).filter((marker) => marker !== null);
  let lastKey = said.findLast(({ code }) => !isNotice(code))?.key ?? null;
  const planned: PlannedComment[] = [];
  for (const outcome of outcomes) {
    const policy = codes[outcome.code].comment;
    if (policy === 'never' || (isToldOnce(outcome.code) && said.some(({ code }) => code === outcome.code))) {
      continue;
    }
    const { body, key } = composeComment(outcome, facts.context);
    const answer = facts.answers && outcome === outcomes.at(-1);
    const repeated =
      (policy === 'unless-last' && key === lastKey && !answer) ||
      (policy === 'once-per-content' && said.some((marker) => marker.code === outcome.code && marker.key === key));
    if (!repeated) {
      planned.push({ pullRequest: facts.context.pullRequest.number, body, key });
      lastKey = isNotice(outcome.code) ? lastKey : key;
    }
  }
  return planned;
}

/**
 * Whether exactly this was said before, however long ago. A failure in the queue is told once (spec 4): the pull request
 * itself may have something else to say at every look, and the two would push each other aside for ever.
 */
export function isSaid(outcome: Outcome, { comments, robot, context }: TellingFacts): boolean {
  const { key } = composeComment(outcome, context);
  return comments.some((comment) => {
    const marker = markerOfComment(comment, robot);
    return marker?.code === outcome.code && marker.key === key;
  });
}

/**
 * Told at most once on a pull request, in whatever words: what the table says so of, and a merge. A pull request merges
 * once, but two runs may find out: the one that pushed, and one that found the merge untold.
 */
export function isToldOnce(code: number): boolean {
  return code === 102 || (code in codes && codes[code as keyof typeof codes].comment === 'once');
}

/** Told beside the outcomes: what it is followed by is not said anew because of it. */
export function isNotice(code: number): boolean {
  return code in codes && ['once', 'once-per-content'].includes(codes[code as keyof typeof codes].comment);
}

/** What the commit status says after this outcome; null: it stays as it is. */
export function statusState(outcome: Outcome): 'pending' | 'success' | 'failure' | null {
  if (outcome.code === 302) {
    switch (outcome.reason.kind) {
      case 'gate-only':
        return 'success';
      // What is queued has a status of the queue, which the option does not stop.
      case 'wait':
        return outcome.reason.queued === true ? null : 'pending';
      case 'same-head':
      case 'already-contained':
      case 'changed-meanwhile':
      case 'busy':
        return 'pending';
      default:
        return null;
    }
  }
  // After a merge in part the head is not merged: the new cycle says how its newer commits stand.
  if (outcome.code === 126) {
    return null;
  }
  const { state } = codes[outcome.code];
  return state === 'neutral' ? null : state;
}

/** State of the outcome for the outputs: as in the table, but a gate that holds is a success, and to be busy, or to let a rebuild end, is to wait. */
export function outcomeState(outcome: Outcome): State {
  if (outcome.code === 302 && outcome.reason.kind === 'gate-only') {
    return 'success';
  }
  return outcome.code === 302 && ['busy', 'queue-rebuild', 'same-head'].includes(outcome.reason.kind) ? 'pending' : codes[outcome.code].state;
}

/** What the texts name of a pull request. */
export function messagePullRequest(pullRequest: PullRequest): MessagePullRequest {
  const { number, author, head, base } = pullRequest;
  return { number, author, sourceBranch: head.branch, destinationBranch: base.branch, headSha: head.sha, fork: head.fork };
}

/** The status to write on the head of the pull request; none if it says the same already. */
export function planStatus(
  outcome: Outcome,
  head: Sha,
  current: readonly CommitStatus[],
  context: string,
  targetUrl: string | null,
): readonly PlannedStatus[] {
  const state = statusState(outcome);
  if (state === null) {
    return [];
  }
  const description = reasonOf(outcome);
  const own = current.find((status) => status.context.toLowerCase() === context.toLowerCase());
  // Right after a merge GitHub may still call the pull request open: what says "merged" stays.
  const isMerged = own?.state === 'success' && outcome.code === 302 && outcome.reason.kind === 'already-contained';
  const same = own?.state === state && own.description === description;
  return same || isMerged ? [] : [{ commit: head, context, state, description, targetUrl }];
}

