import type { Outcome } from '../outcomes/outcome.js';
import { emptyPlan, joinPlans } from '../plan/plan.js';
import type { Plan } from '../plan/plan.js';
import type { Surroundings } from '../pull-request/facts.js';
import type { QueueMatrix } from '../queue/matrix.js';
import type { FailedBuild } from '../queue/merging.js';
import { executeDeeds } from './execute.js';
import type { Execution } from './execute.js';
import { outcomeOfFailure } from './failures.js';
import type { Handled } from './handle.js';
import type { QueueFacts } from './observe-queue.js';
import type { Ports } from './ports.js';
import type { HandlingRules } from './rules.js';
import { tell } from './tell.js';

/** What the ways to handle the queue have in common: what they start from, how they push and tell, what comes of them. */

/** What became of the queue in this run. */
export interface HandledQueue {
  readonly outcome: Outcome;
  /** The pull requests that merged, failed, were taken out or were queued again. */
  readonly handled: readonly Handled[];
  readonly plan: Plan;
  /** As it was looked at, before anything merged; null if nothing is queued. */
  readonly matrix: QueueMatrix | null;
  readonly notes: readonly string[];
}

/** Everything one attempt needs, so that its steps stay small. */
export interface QueueAttempt {
  readonly facts: QueueFacts;
  readonly ports: Ports;
  readonly surroundings: Surroundings;
  readonly rules: HandlingRules;
}

/** Null: the world moved meanwhile, look again. */
export type QueueResult = HandledQueue | null;

/** In a dry run nothing is pushed, and everything goes on as if it had been. */
export function push(plan: Plan, { ports, rules }: QueueAttempt): Promise<Execution> {
  return rules.dryRun ? Promise.resolve({ kind: 'done', notes: [] }) : executeDeeds(plan, ports);
}

/** 309; each pull request whose entry failed is told once, by 136. */
export async function reportFailures(failed: readonly FailedBuild[], attempt: QueueAttempt): Promise<HandledQueue> {
  const handled: Handled[] = [];
  for (const { pullRequest, entries, build } of failed) {
    const branch = entries[0]?.branch ?? '';
    handled.push(await onItsOwn(pullRequest, () => tellOne(pullRequest, { code: 136, branch, build }, attempt)));
  }
  return {
    outcome: { code: 309, failed: failed.flatMap(({ pullRequest, entries }) => entries.map(({ branch }) => ({ pullRequest, branch }))) },
    handled,
    plan: emptyPlan,
    matrix: null,
    notes: [],
  };
}

/**
 * What follows a push stands each by itself: a failure of the world is left to a later run, and keeps no other pull request
 * from being told or queued again.
 */
export async function onItsOwn<Result extends Handled | null>(number: number, step: () => Promise<Result>): Promise<Result | Handled> {
  try {
    return await step();
  } catch (error) {
    const outcome = outcomeOfFailure(error);
    return { ...handledWithout(number, outcome), plan: null };
  }
}

export async function tellOne(number: number, outcome: Outcome, { ports, surroundings, rules }: QueueAttempt): Promise<Handled> {
  const pullRequest = await ports.github.pullRequest(number);
  if (pullRequest === null) {
    return handledWithout(number, outcome);
  }
  const told = await tell([outcome], { pullRequest }, ports, surroundings, rules);
  return {
    number,
    pullRequest,
    outcome: told.refused ?? outcome,
    notices: [],
    records: [],
    plan: joinPlans(emptyPlan, told.plan),
    facts: { pullRequest, settings: surroundings.settings },
    notes: told.notes,
    looks: 1,
  };
}

export function handledWithout(number: number, outcome: Outcome): Handled {
  return { number, pullRequest: null, outcome, notices: [], records: [], plan: emptyPlan, facts: {}, notes: [], looks: 1 };
}

export function nothingDone(outcome: Outcome): HandledQueue {
  return { outcome, handled: [], plan: emptyPlan, matrix: null, notes: [] };
}
