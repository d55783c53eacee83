import type { CheckRecord, Outcome } from '../outcomes/outcome.js';
import { reasonOf } from '../outcomes/reason.js';
import { emptyPlan, joinPlans } from '../plan/plan.js';
import type { Plan } from '../plan/plan.js';
import type { PullRequest } from '../ports/github.js';
import type { ConversationFacts, Surroundings } from '../pull-request/facts.js';
import { settledKey } from '../pull-request/settled.js';
import { evaluatePullRequest } from './evaluate.js';
import type { Evaluation, KnownFacts } from './evaluate.js';
import { executeDeeds } from './execute.js';
import type { Execution } from './execute.js';
import { expectedFailure } from './failures.js';
import { LookAgain } from './ports.js';
import type { Ports } from './ports.js';
import type { HandlingRules } from './rules.js';
import { tell } from './tell.js';

/** What became of one pull request in this run. */
export interface Handled {
  /** The number asked for; the evaluation may be about its parent. */
  readonly number: number;
  readonly pullRequest: PullRequest | null;
  readonly outcome: Outcome;
  readonly notices: readonly Outcome[];
  readonly records: readonly CheckRecord[];
  /** What was done; in a dry run, what would have been. Null: an outage, it is not known. */
  readonly plan: Plan | null;
  readonly facts: KnownFacts;
  /** Things to know that stop nothing. */
  readonly notes: readonly string[];
  /** How often everything was looked at: more than once if the world moved meanwhile. */
  readonly looks: number;
}

/** Spec 6, rule 5: at most three looks in one run; the next event continues. */
export const mostLooks = 3;

/** Looks at a pull request, decides, does it and tells it. Looks again when the world moved meanwhile. */
export async function handlePullRequest(number: number, ports: Ports, surroundings: Surroundings, rules: HandlingRules): Promise<Handled> {
  for (let looks = 1; ; looks += 1) {
    const attempt = await tryOnce(number, ports, surroundings, rules);
    if (attempt.kind === 'handled') {
      return { ...attempt.handled, looks };
    }
    if (looks === mostLooks) {
      return busy(number, ports, surroundings, rules, looks);
    }
    ports.github.forget();
    await ports.pause(attempt.pause * looks);
  }
}

type Attempt =
  | { readonly kind: 'handled'; readonly handled: Omit<Handled, 'looks'> }
  /** Milliseconds to wait before looking again. */
  | { readonly kind: 'again'; readonly pause: number };

/** GitHub's services agree again within seconds; a branch that moved has moved. */
const skewPause = 1000;

async function tryOnce(number: number, ports: Ports, surroundings: Surroundings, rules: HandlingRules): Promise<Attempt> {
  let evaluation: Evaluation;
  let notes: readonly string[] = [];
  try {
    evaluation = await evaluatePullRequest(number, ports, surroundings, rules);
  } catch (error) {
    if (error instanceof LookAgain) {
      return { kind: 'again', pause: skewPause };
    }
    throw error;
  }
  if (!rules.dryRun) {
    const execution = await executeDeeds(evaluation.plan, ports);
    if (execution.kind === 'stale') {
      return { kind: 'again', pause: 0 };
    }
    if (execution.kind === 'refused') {
      notes = execution.pushed && doneByPush.includes(evaluation.outcome.code) ? [reasonOf(execution.outcome)] : [];
      evaluation = afterRefusal(evaluation, execution);
    }
  }
  const handled = await tellEvaluation(number, evaluation, ports, surroundings, rules);
  return { kind: 'handled', handled: { ...handled, notes: [...notes, ...handled.notes] } };
}

/** What these outcomes say is true once the push is done, whatever is refused after it. */
const doneByPush: readonly number[] = [102, 125, 128];

/** After a refused push only the greeting is still true; what was pushed before a refusal is done. */
function afterRefusal(evaluation: Evaluation, { outcome, pushed }: Extract<Execution, { readonly kind: 'refused' }>): Evaluation {
  if (!pushed) {
    return { ...evaluation, outcome, notices: evaluation.notices.filter(({ code }) => code === 100), plan: emptyPlan };
  }
  return {
    ...evaluation,
    outcome: doneByPush.includes(evaluation.outcome.code) ? evaluation.outcome : outcome,
    plan: { ...emptyPlan, push: evaluation.plan.push },
  };
}

async function tellEvaluation(
  number: number,
  evaluation: Evaluation,
  ports: Ports,
  surroundings: Surroundings,
  rules: HandlingRules,
): Promise<Omit<Handled, 'looks'>> {
  const { outcome, notices, records, facts, plan } = evaluation;
  const pullRequest = facts.pullRequest ?? null;
  if (pullRequest === null || (outcome.code === 127 && rules.repairsQueue === true)) {
    return { number, pullRequest, outcome, notices, records, plan, facts, notes: [] };
  }
  const { comments, conversation } = facts;
  const listener = {
    pullRequest, comments, options: conversation?.options, answers: answersComment(conversation), deleteComments: plan.deleteComments,
    settled: outcome.code === 115 ? keyOf(facts) : null,
  };
  const handled = { number, pullRequest, outcome, notices, records, plan, facts };
  const isDone = doneByPush.includes(outcome.code) && plan.push.length > 0;
  try {
    const told = await tell([...notices, outcome], listener, ports, surroundings, rules);
    if (told.refused === null) {
      return { ...handled, plan: joinPlans(plan, told.plan), notes: told.notes };
    }
    return isDone ? { ...handled, notes: [untoldNote(number, told.refused)] } : { ...handled, outcome: told.refused, notices: [], notes: [] };
  } catch (error) {
    const outage = expectedFailure(error);
    if (outage === null || !isDone) {
      throw error;
    }
    // What was pushed is true, whether it could be told or not: a later run tells it.
    return { ...handled, notes: [untoldNote(number, outage)] };
  }
}

/** For what a push made true, and could not be told. */
export function untoldNote(number: number, failure: Outcome): string {
  return `What was done with #${number} could not be told there: ${reasonOf(failure)}`;
}

/** See `settledKey`. Null: the evaluation did not come that far. */
function keyOf(facts: KnownFacts): string | null {
  return isConversationRead(facts) ? settledKey(facts, facts.trial ?? null) : null;
}

/** A stage adds all of its facts or none. */
function isConversationRead(facts: KnownFacts): facts is KnownFacts & ConversationFacts {
  return facts.conversation !== undefined;
}

/** Somebody gave a command, or wrote what is refused, and the robot has not spoken since. */
function answersComment(conversation: KnownFacts['conversation']): boolean {
  const { command = null, refusal = null } = conversation ?? {};
  const inComment = typeof refusal?.commentId === 'number';
  return command !== null || (inComment && !refusal.answered);
}

/** The world moved at every look: nothing was changed. Whoever moved it causes the next event. */
async function busy(number: number, ports: Ports, surroundings: Surroundings, rules: HandlingRules, looks: number): Promise<Handled> {
  const pullRequest = await ports.github.livePullRequest(number);
  const evaluation: Evaluation = {
    outcome: { code: 302, reason: { kind: 'busy', attempts: looks } },
    notices: [],
    plan: emptyPlan,
    records: [],
    facts: pullRequest === null ? {} : { pullRequest },
  };
  return { ...(await tellEvaluation(number, evaluation, ports, surroundings, rules)), looks };
}
