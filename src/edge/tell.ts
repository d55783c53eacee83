import { optionsOf } from '../conversation/options.js';
import type { Options } from '../conversation/options.js';
import { codes } from '../outcomes/codes.js';
import type { Outcome } from '../outcomes/outcome.js';
import type { Plan } from '../plan/plan.js';
import type { Comment, CommitStatus, PullRequest } from '../ports/github.js';
import type { Surroundings } from '../pull-request/facts.js';
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
  const known = await readForTelling(told, listener, ports, surroundings);
  const plan = planTelling(told, listener, known, surroundings);
  if (rules.dryRun) {
    return { plan, notes: [], refused: null };
  }
  const execution = await executeTelling({ ...plan, deleteComments: listener.deleteComments ?? [] }, known.comments, surroundings.settings.robot, ports);
  return {
    plan,
    notes: execution.kind === 'done' ? execution.notes : [],
    refused: execution.kind === 'refused' ? execution.outcome : null,
  };
}

interface Known {
  readonly comments: readonly Comment[];
  readonly statuses: readonly CommitStatus[];
}

/** Reads only what these outcomes need to be told without repetition. */
async function readForTelling(told: readonly Outcome[], { pullRequest, comments }: Listener, { github }: Ports, { settings }: Surroundings): Promise<Known> {
  const speaks = !settings.noComment && told.some(({ code }) => codes[code].comment !== 'never');
  const marks = told.some((outcome) => statusState(outcome) !== null);
  const [known, statuses] = await Promise.all([
    comments ?? (speaks ? github.comments(pullRequest.number) : []),
    marks ? github.commitStatuses(pullRequest.head.sha) : [],
  ]);
  return { comments: known, statuses };
}

function planTelling(told: readonly Outcome[], { pullRequest, options, answers }: Listener, known: Known, surroundings: Surroundings): Told['plan'] {
  const { settings, repository, runUrl } = surroundings;
  const facts: TellingFacts = {
    comments: known.comments,
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
    },
  };
  const news = told.filter((outcome) => outcome.code !== 136 || !isSaid(outcome, facts));
  const marking = news.findLast((outcome) => statusState(outcome) !== null);
  return {
    statuses: marking === undefined ? [] : planStatus(marking, pullRequest.head.sha, known.statuses, settings.statusContext, runUrl),
    comments: planComments(news, facts),
  };
}
