import type { Outcome } from '../outcomes/outcome.js';
import { reasonOf } from '../outcomes/reason.js';
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
import type { QueueOrder } from './handle-queue.js';
import type { HandledQueue } from './queue-attempt.js';
import type { Ports } from './ports.js';
import type { HandlingRules } from './rules.js';
import { neglectedSubjects, resolveSubjects, sweepSubjects } from './subjects.js';
import { SweepBranches } from './sweep-branches.js';
import { mayEnd, sweepNote, sweepOrder } from './sweep-order.js';
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
 * The queue first: what merges there is what pull requests are then measured against, and no list of them keeps it from
 * merging. Then what lost events, or runs that were killed, left undone on closed pull requests, of which there are few.
 */
async function sweep(looking: Looking): Promise<Findings> {
  const { ports, surroundings } = looking;
  const { settings } = surroundings;
  const { runNumber = 0 } = looking.rules;
  const sweeping = { ...looking, rules: { ...looking.rules, sweeping: true, sweepBranches: new SweepBranches(ports, settings) } };
  const looks = new Looks(sweeping);
  if (whyNoQueue(settings) === null) {
    await looks.atQueue();
    ports.github.forget();
  }
  const neglected = await listed(() => neglectedSubjects(ports, settings, runNumber));
  const open = await listed(() => sweepSubjects(ports, settings));
  // What was read to find them is no fact about any of them.
  ports.github.forget('open-pull-requests');
  await lookAtEach(neglected.found, looks, sweeping);
  // Counted from the first open pull request on: what comes before must not take the turn of them all, sweep for sweep.
  const start = ports.github.requestCount;
  const isSpent = () => mayEnd(open.found, settings.sweepBudget) && ports.github.requestCount - start >= settings.sweepBudget;
  const left = await lookAtEach(sweepOrder(open.found, settings.sweepBudget, runNumber), looks, sweeping, isSpent);
  const findings = looks.findings(null);
  const note = sweepNote(left, settings.sweepBudget);
  const failed = [open.failure, neglected.failure].filter((outcome) => outcome !== null);
  return {
    ...findings,
    outcome: open.failure === null ? findings.outcome : (worstOutcome([open.failure, findings.outcome]) ?? open.failure),
    incomplete: left.length > 0 || open.failure !== null,
    notes: [...findings.notes, ...failed.map(reasonOf), ...(note === null ? [] : [note])],
  };
}

/** A list that cannot be had keeps nothing else from being done. */
async function listed(list: () => Promise<readonly Subject[]>): Promise<{ readonly found: readonly Subject[]; readonly failure: Outcome | null }> {
  try {
    return { found: await list(), failure: null };
  } catch (error) {
    return { found: [], failure: expected(error) };
  }
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
      return administered(command.name, await createBranch(command, looking));
    case 'delete-branch':
      return administered(command.name, await deleteBranch(command.branch, looking));
    case 'doctor':
      return { ...onlyOutcome(nothingFound), ...(await diagnose(looking)) };
  }
}

function administered(name: 'create-branch' | 'delete-branch', { outcome, queue, pushes, notes }: Administered): Findings {
  return { ...onlyOutcome(outcome), handled: queue?.handled ?? [], queue, command: { kind: 'version-branch', name, pushes }, notes: [...new Set([...notes, ...notesOf(queue?.handled ?? [], queue)])] };
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

async function lookAtSubjects(subjects: readonly Subject[], own: Subject | null, looking: Looking): Promise<Findings> {
  const looks = new Looks(looking);
  await lookAtEach(subjects, looks, looking);
  return looks.findings(own);
}

/**
 * One after the other: what one pull request merges is what the next one is measured against.
 *
 * @param isSpent whether nothing more may be looked at
 * @returns what was not looked at
 */
async function lookAtEach(subjects: readonly Subject[], looks: Looks, { ports: { github }, rules }: Looking, isSpent: () => boolean = () => false): Promise<readonly Subject[]> {
  for (const [index, subject] of subjects.entries()) {
    if (isSpent()) {
      return subjects.slice(index);
    }
    if (rules.sweeping === true && index > 0 && index % listEvery === 0) {
      // What a list says is used for as many looks as take about a minute, and never after a push of this run.
      github.forget();
      rules.sweepBranches?.forget();
      await github.openPullRequests();
    }
    if (subject.kind === 'queue') {
      await looks.atQueue();
    } else {
      await looks.atPullRequest(subject.number);
    }
    github.forget('open-pull-requests');
  }
  return [];
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
      return { number, pullRequest: null, outcome: expected(error), notices: [], records: [], plan: null, facts: {}, looks: 1, notes: [] };
    }
  }
}

const beginsAnewAfter: readonly number[] = [126, 139];
const doneByRobot: readonly number[] = [102, 125, 136, ...beginsAnewAfter];

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
