import type { Outcome } from '../outcomes/outcome.js';
import type { Surroundings } from '../pull-request/facts.js';
import { emptyPlan } from '../plan/plan.js';
import type { Command } from '../trigger/command.js';
import type { Subject } from '../trigger/resolve-branches.js';
import type { Trigger } from '../trigger/trigger.js';
import { createBranch, deleteBranch } from './administration.js';
import type { Administered } from './administration.js';
import { diagnose } from './doctor.js';
import { expectedFailure } from './failures.js';
import { onlyOutcome } from './findings.js';
import type { Findings } from './findings.js';
import { handlePullRequest } from './handle.js';
import type { Handled } from './handle.js';
import { handleQueue } from './handle-queue.js';
import type { HandledQueue, QueueOrder } from './handle-queue.js';
import type { Ports } from './ports.js';
import type { HandlingRules } from './rules.js';
import { neglectedSubjects, resolveSubjects, sweepSubjects } from './subjects.js';
import { exceedsBudget, sweepNote, sweepOrder } from './sweep-order.js';
import { worstOutcome } from './verdict.js';

export type { Findings };

/** A trigger that leads somewhere. */
export type ActingTrigger = Exclude<Trigger, { readonly kind: 'nothing' | 'refused' }>;

/** What every look of this run needs. */
export interface Looking {
  readonly ports: Ports;
  readonly surroundings: Surroundings;
  readonly rules: HandlingRules;
}

/** Looks at what the trigger points to, and handles it. */
export async function lookAt(trigger: ActingTrigger, looking: Looking): Promise<Findings> {
  switch (trigger.kind) {
    case 'pull-request':
      return lookAtSubjects([trigger], trigger, looking);
    case 'branches': {
      const subjects = await resolveSubjects(trigger, looking.surroundings.settings, looking.ports);
      return lookAtSubjects(subjects, subjects[0] ?? null, looking);
    }
    case 'queue':
      return lookAtSubjects([{ kind: 'queue' }], { kind: 'queue' }, looking);
    case 'sweep':
      return sweep(looking);
    case 'command':
      return carryOut(trigger.command, looking);
  }
}

/**
 * The queue first: what merges there is what pull requests are then measured against. At last what lost events, or runs
 * that were killed, left undone on closed pull requests.
 */
async function sweep(looking: Looking): Promise<Findings> {
  const { ports, surroundings } = looking;
  const [pullRequests, neglected] = [await sweepSubjects(ports, surroundings.settings), await neglectedSubjects(ports, surroundings.settings)];
  const queue = whyNoQueue(surroundings.settings) === null ? [{ kind: 'queue' as const }] : [];
  const budget = surroundings.settings.sweepBudget;
  const ordered = sweepOrder(pullRequests, budget, Date.now());
  const subjects = exceedsBudget(pullRequests, budget) ? [...queue, ...neglected, ...ordered] : [...queue, ...ordered, ...neglected];
  const start = ports.github.requestCount;
  return lookAtSubjects(subjects, null, { ...looking, rules: { ...looking.rules, sweeping: true } }, () => budget > 0 && ports.github.requestCount - start >= budget);
}

async function carryOut(command: Command, looking: Looking): Promise<Findings> {
  switch (command.name) {
    case 'evaluate': {
      if ((await looking.ports.github.pullRequest(command.pullRequest)) === null) {
        return onlyOutcome({ code: 308, command: command.name, detail: `there is no pull request #${command.pullRequest}` });
      }
      const subject = { kind: 'pull-request' as const, number: command.pullRequest };
      return lookAtSubjects([subject], subject, looking);
    }
    case 'sweep':
      return sweep(looking);
    case 'delete-queues':
      return orderQueue('delete', looking);
    case 'rebuild-queues':
      return orderQueue('rebuild', looking);
    case 'force-merge-queues':
      return orderQueue('force-merge', looking);
    case 'create-branch':
      return administered(await createBranch(command, looking));
    case 'delete-branch':
      return administered(await deleteBranch(command.branch, looking));
    case 'doctor':
      return { ...onlyOutcome(nothingFound), ...(await diagnose(looking)) };
  }
}

function administered({ outcome, queue, notes }: Administered): Findings {
  return { ...onlyOutcome(outcome), handled: queue?.handled ?? [], queue, notes: [...new Set([...notes, ...notesOf(queue?.handled ?? [], queue)])] };
}

async function orderQueue(order: QueueOrder, looking: Looking): Promise<Findings> {
  if (!looking.surroundings.settings.useQueues) {
    return onlyOutcome({ code: 301, reason: { kind: 'queues-off' } });
  }
  const none = whyNoQueue(looking.surroundings.settings);
  if (none !== null) {
    return onlyOutcome(none);
  }
  const queue = await handleQueue(order, looking.ports, looking.surroundings, looking.rules);
  return { ...onlyOutcome(queue.outcome), handled: queue.handled, queue, notes: notesOf(queue.handled, queue) };
}

/** What an event about the queue comes to where there is none to look at; null: there may be one. A mere gate leaves an old one alone. */
function whyNoQueue({ useQueues, gateOnly }: Surroundings['settings']): Outcome | null {
  const detail = useQueues
    ? 'gate_only is set: nothing is merged or pushed, so the queue is left alone'
    : 'the settings switch queues off, so a push concerns nothing here';
  return useQueues && !gateOnly ? null : { code: 302, reason: { kind: 'event', detail } };
}

/** A sweep lists the open pull requests again after so many looks. */
const listEvery = 25;

/** One after the other: what one pull request merges is what the next one is measured against. */
async function lookAtSubjects(subjects: readonly Subject[], own: Subject | null, looking: Looking, isSpent: () => boolean = () => false): Promise<Findings> {
  const { github } = looking.ports;
  const looks = new Looks(looking);
  let notes: readonly string[] = [];
  for (const [index, subject] of subjects.entries()) {
    if (subject.kind === 'pull-request' && isSpent()) {
      const note = sweepNote(subjects.slice(index), looking.surroundings.settings.sweepBudget);
      notes = note === null ? [] : [note];
      break;
    }
    if (looking.rules.sweeping === true && index % listEvery === 1) {
      // What a list says is used for as many looks as take about a minute, and never after a push of this run.
      github.forget();
      await github.openPullRequests();
    }
    if (subject.kind === 'queue') {
      await looks.atQueue();
    } else {
      await looks.atPullRequest(subject.number);
    }
    github.forget('open-pull-requests');
  }
  const findings = looks.findings(own);
  return { ...findings, notes: [...findings.notes, ...notes] };
}

/** The looks of one run: the queue at most once unless something changes it. */
class Looks {
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
    if (handled.outcome.code === 127 && repairsQueue) {
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
      this.#queue = { outcome: expected(error), handled: [], plan: emptyPlan, matrix: null, notes: [] };
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
    const outcome = this.#handled.find(({ number }) => number === own.number)?.outcome ?? null;
    const inQueue = outcome?.code === 302 && outcome.reason.kind === 'queued';
    const byQueue = this.#queue?.handled.some(({ number }) => number === own.number) === true && outcome?.code !== 125;
    return inQueue || byQueue ? (this.#queue?.outcome ?? outcome) : outcome;
  }

  /** What is known last of a pull request stands, but "it is in the queue" does not hide what the queue did with it. */
  private keep(handled: Handled): void {
    const known = this.#handled.findIndex(({ number }) => number === handled.number);
    const onlyQueued = handled.outcome.code === 302 && handled.outcome.reason.kind === 'queued';
    if (known === -1) {
      this.#handled.push(handled);
    } else if (!onlyQueued) {
      this.#handled.splice(known, 1, handled);
    }
  }

  private async handle(number: number, repairsQueue: boolean): Promise<Handled> {
    const { ports, surroundings, rules } = this.looking;
    try {
      return await handlePullRequest(number, ports, surroundings, { ...rules, repairsQueue });
    } catch (error) {
      return { number, pullRequest: null, outcome: expected(error), notices: [], records: [], plan: null, facts: {}, looks: 1, notes: [] };
    }
  }
}

/** A failure of one subject does not keep the others from being looked at; a mistake of the program does. */
function expected(error: unknown): Outcome {
  const outcome = expectedFailure(error);
  if (outcome === null) {
    throw error;
  }
  return outcome;
}

function notesOf(handled: readonly Handled[], queue: HandledQueue | null): readonly string[] {
  return [...new Set([...(queue?.notes ?? []), ...handled.flatMap(({ notes }) => notes)])];
}

const nothingFound: Outcome = { code: 302, reason: { kind: 'event', detail: 'no open pull request and no queue belongs to this event' } };
