import { optionsOf } from '../conversation/options.js';
import type { Options } from '../conversation/options.js';
import { codes } from '../outcomes/codes.js';
import type { Outcome } from '../outcomes/outcome.js';
import type { Plan } from '../plan/plan.js';
import type { Comment, CommitStatus, PullRequest } from '../ports/github.js';
import type { Surroundings } from '../pull-request/facts.js';
import { toldKey } from '../pull-request/settled.js';
import { isSaid, messagePullRequest, planComments, planStatus, statusState } from '../pull-request/telling.js';
import type { TellingFacts } from '../pull-request/telling.js';
import { executeTelling } from './execute.js';
import type { Ports } from './ports.js';
import type { HandlingRules } from './rules.js';

/** Whom something is told, with what was read of the conversation before. */
export interface Listener {
  readonly pullRequest: PullRequest;
  readonly comments?: readonly Comment[] | undefined;
  readonly options?: Options | undefined;
  /** The last outcome answers a comment that was not answered before. */
  readonly answers?: boolean;
  /** See `settledKey`. */
  readonly settled?: string | null;
  /** Ids of comments of the robot that go. */
  readonly deleteComments?: readonly number[];
}

export interface Told {
  readonly plan: Pick<Plan, 'statuses' | 'comments'>;
  /** Things to know that stop nothing. */
  readonly notes: readonly string[];
  /** The robot may not say it. */
  readonly refused: Extract<Outcome, { readonly code: 221 }> | null;
}

/** Tells outcomes on a pull request: the status of its head, and comments, without repeating what was said. */
export async function tell(
  told: readonly Outcome[],
  listener: Listener,
  ports: Ports,
  surroundings: Surroundings,
  rules: HandlingRules,
): Promise<Told> {
  const known = await readForTelling(told, listener, ports, surroundings, rules);
  const plan = planTelling(told, listener, known, surroundings);
  if (rules.dryRun) {
    return { plan, notes: [], refused: null };
  }
  const telling = { ...plan, deleteComments: listener.deleteComments ?? [], commentsImplyStatuses: isSettled(told, listener) };
  const execution = await executeTelling(telling, known.comments, surroundings.settings.robot, ports);
  return {
    plan,
    notes: execution.kind === 'done' ? execution.notes : [],
    refused: execution.kind === 'refused' ? execution.outcome : null,
  };
}

interface Known {
  readonly comments: readonly Comment[];
  /** Null: not read, because what is told stands there already. */
  readonly statuses: readonly CommitStatus[] | null;
}

/** Reads only what these outcomes need to be told without repetition. */
async function readForTelling(
  told: readonly Outcome[],
  listener: Listener,
  { github }: Ports,
  surroundings: Surroundings,
  rules: HandlingRules,
): Promise<Known> {
  const { pullRequest, comments } = listener;
  const speaks = !surroundings.settings.noComment && told.some(({ code }) => codes[code].comment !== 'never');
  const marks =
    told.some((outcome) => statusState(outcome) !== null) &&
    !(rules.sweeping === true && (isTold(told, listener, surroundings) || (!told.some(({ code }) => code === 102) && (await isHeadOfOlder(pullRequest, github)))));
  const [known, statuses] = await Promise.all([
    comments ?? (speaks ? github.comments(pullRequest.number) : []),
    marks ? github.commitStatuses(pullRequest.head.sha) : null,
  ]);
  return { comments: known, statuses };
}

/**
 * A commit has one status. Of several open pull requests with one head, a sweep lets the oldest say how it stands, or it
 * would say now this and now that for ever.
 */
async function isHeadOfOlder({ number, head }: PullRequest, github: Ports['github']): Promise<boolean> {
  return (await github.openPullRequests()).some((other) => other.number < number && other.head.sha === head.sha);
}

/**
 * The robot's last message says just this, about just this state of the branches: then its status, which is written before
 * the message, does so too. A sweep relies on that, so as not to read the status of every pull request that waits. Should
 * the status meanwhile say that a build is waited for, and the event have been lost that put an end to that, then it goes on
 * saying so until the next event: both are the same to whoever asks whether to merge.
 */
function isTold(told: readonly Outcome[], listener: Listener, surroundings: Surroundings): boolean {
  const { settled = null, comments } = listener;
  if (comments === undefined || !isSettled(told, listener) || toldKey(comments, surroundings.settings.robot) !== settled) {
    return false;
  }
  return planComments(told, tellingFacts(listener, comments, surroundings)).length === 0;
}

function isSettled(told: readonly Outcome[], { settled = null }: Listener): boolean {
  return settled !== null && told.at(-1)?.code === 115;
}

function tellingFacts({ pullRequest, options, answers, settled = null }: Listener, comments: readonly Comment[], { settings, repository, runUrl }: Surroundings): TellingFacts {
  return {
    comments,
    robot: settings.robot,
    noComment: settings.noComment,
    answers: answers ?? false,
    context: {
      robot: settings.robot,
      repositoryUrl: repository.webUrl,
      pullRequest: messagePullRequest(pullRequest),
      commandPrefix: '/',
      options: options ?? optionsOf(new Map(), new Map()),
      runUrl,
      settled,
    },
  };
}

function planTelling(told: readonly Outcome[], listener: Listener, known: Known, surroundings: Surroundings): Told['plan'] {
  const { settings, runUrl } = surroundings;
  const facts = tellingFacts(listener, known.comments, surroundings);
  const news = told.filter((outcome) => outcome.code !== 136 || !isSaid(outcome, facts));
  const marking = known.statuses === null ? undefined : news.findLast((outcome) => statusState(outcome) !== null);
  return {
    statuses: marking === undefined ? [] : planStatus(marking, listener.pullRequest.head.sha, known.statuses ?? [], settings.statusContext, runUrl),
    comments: planComments(news, facts),
  };
}
