import type { Outcome } from '../outcomes/outcome.js';
import { reasonOf } from '../outcomes/reason.js';
import type { Command } from '../trigger/command.js';
import type { Subject } from '../trigger/resolve-branches.js';
import type { Trigger } from '../trigger/trigger.js';
import { createBranch, deleteBranch } from './administration.js';
import type { Administered } from './administration.js';
import { diagnose } from './doctor.js';
import { outcomeOfFailure } from './failures.js';
import { onlyOutcome } from './findings.js';
import type { Findings } from './findings.js';
import { handleQueue } from './handle-queue.js';
import type { QueueOrder } from './handle-queue.js';
import { Looks, nothingFound, notesOf, whyNoQueue } from './looks.js';
import type { Looking } from './looks.js';
import { neglectedSubjects, resolveSubjects, sweepSubjects } from './subjects.js';
import { SweepBranches } from './sweep-branches.js';
import { mayEnd, sweepNote, sweepOrder } from './sweep-order.js';
import { worstOutcome } from './verdict.js';

export type { Findings, Looking };

/** A trigger that leads somewhere. */
export type ActingTrigger = Exclude<Trigger, { readonly kind: 'nothing' | 'refused' }>;

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
    return { found: [], failure: outcomeOfFailure(error) };
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
