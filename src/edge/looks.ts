import type { Outcome } from '../outcomes/outcome.js';
import { emptyPlan } from '../plan/plan.js';
import type { Surroundings } from '../pull-request/facts.js';
import { hasQueue } from '../queue/model.js';
import type { Subject } from '../trigger/resolve-branches.js';
import { outcomeOfFailure } from './failures.js';
import type { Findings } from './findings.js';
import { handlePullRequest } from './handle.js';
import type { Handled } from './handle.js';
import { handleQueue } from './handle-queue.js';
import type { Ports } from './ports.js';
import type { HandledQueue } from './queue-attempt.js';
import type { HandlingRules } from './rules.js';
import { worstOutcome } from './verdict.js';

/** What every look of this run needs. */
export interface Looking {
  readonly ports: Ports;
  readonly surroundings: Surroundings;
  readonly rules: HandlingRules;
}

/** The looks of one run: the queue at most once unless something changes it. */
export class Looks {
  readonly #handled: Handled[] = [];
  #queue: HandledQueue | null = null;

  constructor(private readonly looking: Looking) {}

  async atPullRequest(number: number): Promise<void> {
    const { settings } = this.looking.surroundings;
    const repairsQueue = settings.queueRecovery === 'rebuild' && !this.looking.rules.dryRun;
    const handled = await this.handle(number, repairsQueue);
    if (handled.outcome.code === 302 && handled.outcome.reason.kind === 'queued') {
      // Spec 3, step 14: it is in the queue, which is handled instead.
      if (this.#queue === null) {
        await this.atQueue();
      }
      this.keep(handled);
      return;
    }
    if (isRepairedFirst(handled.outcome, repairsQueue) && !this.looking.rules.dryRun) {
      await this.atQueue();
      this.looking.ports.github.forget();
      this.keep(await this.handle(number, false));
      return;
    }
    this.keep(handled);
    if (handled.outcome.code === 125 && settings.queueAcceptsIntegrationBuilds && !this.looking.rules.dryRun) {
      // What was just queued may be green already, and then no further event would come.
      this.looking.ports.github.forget();
      await this.atQueue();
    }
  }

  async atQueue(): Promise<void> {
    const { ports, surroundings, rules } = this.looking;
    const none = whyNoQueue(surroundings.settings);
    if (none !== null) {
      this.#queue = { outcome: none, handled: [], plan: emptyPlan, matrix: null, notes: [] };
      return;
    }
    try {
      this.#queue = await handleQueue('merge', ports, surroundings, rules);
    } catch (error) {
      this.#queue = { outcome: outcomeOfFailure(error), handled: [], plan: emptyPlan, matrix: null, notes: [] };
    }
    this.#queue.handled.forEach((handled) => this.keep(handled));
  }

  findings(own: Subject | null): Findings {
    const queue = this.#queue;
    const outcomes = [...(queue === null ? [] : [queue.outcome]), ...this.#handled.map(({ outcome }) => outcome)];
    return {
      outcome: this.ownOutcome(own) ?? worstOutcome(outcomes) ?? nothingFound,
      subject: own?.kind === 'pull-request' ? own.number : null,
      handled: this.#handled,
      queue,
      notes: notesOf(this.#handled, queue),
    };
  }

  /** When the subject is the queue, or a pull request that is in it, the outcome is the queue's (spec 5, outputs). */
  private ownOutcome(own: Subject | null): Outcome | null {
    if (own === null) {
      return null;
    }
    if (own.kind === 'queue') {
      return this.#queue?.outcome ?? null;
    }
    const outcome = this.#handled.findLast(({ number }) => number === own.number)?.outcome ?? null;
    const inQueue = outcome?.code === 302 && outcome.reason.kind === 'queued';
    const byQueue = this.#queue?.handled.some(({ number }) => number === own.number) === true && outcome?.code !== 125;
    return inQueue || byQueue ? (this.#queue?.outcome ?? outcome) : outcome;
  }

  /**
   * What is known last of a pull request stands; but what this run did with it is not hidden by a later look that finds it
   * done. Where it begins anew, after a merge in part or out of the queue, both are kept.
   */
  private keep(handled: Handled): void {
    const known = this.#handled.findLastIndex(({ number }) => number === handled.number);
    const before = this.#handled[known];
    const isAfterwards = handled.outcome.code === 302 || handled.outcome.code === 305;
    if (before === undefined || (beginsAnewAfter.includes(before.outcome.code) && !isAfterwards)) {
      this.#handled.push(handled);
    } else if (!doneByRobot.includes(before.outcome.code) || !isAfterwards) {
      this.#handled.splice(known, 1, handled);
    }
  }

  private async handle(number: number, repairsQueue: boolean): Promise<Handled> {
    const { ports, surroundings, rules } = this.looking;
    try {
      return await handlePullRequest(number, ports, surroundings, { ...rules, repairsQueue });
    } catch (error) {
      return { number, pullRequest: null, outcome: outcomeOfFailure(error), notices: [], records: [], plan: null, facts: {}, looks: 1, notes: [] };
    }
  }
}

/** What an event about the queue comes to where there is none to look at; null: there may be one. A mere gate leaves an old one alone. */
export function whyNoQueue(settings: Surroundings['settings']): Outcome | null {
  const detail = settings.useQueues
    ? 'gate_only is set: nothing is merged or pushed, so the queue is left alone'
    : 'the settings switch queues off, so a push concerns nothing here';
  return hasQueue(settings) ? null : { code: 302, reason: { kind: 'event', detail } };
}

/** The queue has to be put in order, or a rebuild of it completed, before anything is queued. */
function isRepairedFirst(outcome: Outcome, repairsQueue: boolean): boolean {
  return (outcome.code === 127 && repairsQueue) || (outcome.code === 302 && outcome.reason.kind === 'queue-rebuild');
}

const beginsAnewAfter: readonly number[] = [126, 139];
const doneByRobot: readonly number[] = [102, 125, 136, ...beginsAnewAfter];

export function notesOf(handled: readonly Handled[], queue: HandledQueue | null): readonly string[] {
  return [...new Set([...(queue?.notes ?? []), ...handled.flatMap(({ notes }) => notes)])];
}

export const nothingFound: Outcome = { code: 302, reason: { kind: 'event', detail: 'no open pull request and no queue belongs to this event' } };
