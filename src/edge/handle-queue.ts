import { mergePath } from '../gitwaterflow/cascade.js';
import type { Outcome } from '../outcomes/outcome.js';
import { emptyPlan, joinPlans } from '../plan/plan.js';
import type { Surroundings } from '../pull-request/facts.js';
import { decideQueueMerge, pushableMembers } from '../queue/merging.js';
import type { QueueMergeDecision } from '../queue/merging.js';
import { queueEntryKey } from '../queue/mergeable.js';
import { queueMatrix } from '../queue/matrix.js';
import type { QueueMember } from '../queue/order.js';
import { orderQueue } from '../queue/order.js';
import type { QueueBuilds } from '../queue/states.js';
import { validateQueue } from '../queue/validity.js';
import { reasonOf } from '../outcomes/reason.js';
import { outcomeOfFailure } from './failures.js';
import { mostLooks } from './handle.js';
import type { Handled } from './handle.js';
import { observeQueue, observeQueueBuilds, readEntry } from './observe-queue.js';
import type { Ports } from './ports.js';
import { nothingDone, onItsOwn, push, reportFailures } from './queue-attempt.js';
import type { HandledQueue, QueueAttempt, QueueResult } from './queue-attempt.js';
import { missedQueueDispatches } from './queue-dispatches.js';
import { completeRebuild } from './rebuild-queue.js';
import { deleteOnCommand, eject, rebuildIncoherent, rebuiltOnCommand } from './recover-queue.js';
import type { HandlingRules } from './rules.js';
import { tellMerged } from './tell-merged.js';

/** What is asked of the queue. */
export type QueueOrder =
  /** Merge what is ready; repair what is broken, if the settings say so. */
  | 'merge'
  /** The command `force-merge-queues`: whatever the builds say. */
  | 'force-merge'
  /** The commands: delete the queue, or delete it and queue its pull requests again. */
  | 'delete'
  | 'rebuild';

/** What a run that was killed has left of a rebuild is done first; then the queue is handled as it stands. */
export async function handleQueue(order: QueueOrder, ports: Ports, surroundings: Surroundings, rules: HandlingRules): Promise<HandledQueue> {
  const facts = await observeQueue(ports, surroundings);
  const attempt = { facts, ports, surroundings, rules };
  if (facts.begun === null || rules.dryRun) {
    return handleStanding(order, attempt);
  }
  const { rebuild, record } = facts.begun;
  const { handled, notes } = await completeRebuild(rebuild, record, null, attempt);
  ports.github.forget();
  const result = order === 'rebuild' && rebuild.cause === 'command' ? rebuiltOnCommand(rebuild) : await handleAgain(order, attempt);
  return { ...result, handled: [...handled, ...result.handled], notes: [...notes, ...result.notes] };
}

/** What was done before a failure stays done, and is reported. */
async function handleAgain(order: QueueOrder, attempt: QueueAttempt): Promise<HandledQueue> {
  try {
    return await handleStanding(order, { ...attempt, facts: await observeQueue(attempt.ports, attempt.surroundings) });
  } catch (error) {
    return nothingDone(outcomeOfFailure(error));
  }
}

/** Decides, does it and tells it. Looks again when the world moved meanwhile. */
async function handleStanding(order: QueueOrder, first: QueueAttempt): Promise<HandledQueue> {
  const { ports, surroundings } = first;
  let attempt = first;
  for (let looks = 1; ; looks += 1) {
    const result = await handleOnce(order, attempt);
    if (result !== null) {
      return result;
    }
    ports.github.forget();
    if (looks === mostLooks) {
      return nothingDone({ code: 302, reason: { kind: 'busy', attempts: mostLooks } });
    }
    attempt = { ...attempt, facts: await observeQueue(ports, surroundings) };
  }
}

async function handleOnce(order: QueueOrder, attempt: QueueAttempt): Promise<QueueResult> {
  const { model, graph, refs } = attempt.facts;
  if (order === 'delete' || order === 'rebuild') {
    return deleteOnCommand(`${order}-queues`, attempt);
  }
  if (model.versions.length === 0) {
    return nothingDone({ code: 302, reason: { kind: 'event', detail: 'nothing is queued' } });
  }
  const problems = validateQueue(model, graph, mergePath([...refs.branches.keys()]));
  if (problems.length > 0) {
    return attempt.surroundings.settings.queueRecovery === 'block' ? nothingDone({ code: 214, problems }) : rebuildIncoherent(problems, attempt);
  }
  return mergeQueue(attempt, order === 'force-merge');
}

/** Decides on builds read before, then reads those that decide again, live, until the decision rests on live ones only. */
async function mergeQueue(attempt: QueueAttempt, forced: boolean): Promise<QueueResult> {
  const { facts, ports, surroundings } = attempt;
  const { settings } = surroundings;
  const mostMembers = pushableMembers(facts.members, facts, (updates) => ports.git.fitsOnePush?.(updates) ?? true);
  let builds = await observeQueueBuilds(facts.members.slice(0, mostMembers), ports, surroundings, forced);
  const deleteSourcesOf = settings.deleteSourceBranch ? await ownSources(attempt) : new Set<number>();
  const verified = new Set<string>();
  for (;;) {
    const decision = decideQueueMerge({ ...facts, builds, onFailure: settings.noComment ? 'wait' : settings.queueOnFailure, deleteSourcesOf, mostMembers });
    const unverified = decision.kind === 'merge' && builds.kind === 'asked' ? decision.moves.filter(({ newest }) => !verified.has(newest.branch)) : [];
    if (unverified.length === 0) {
      const result = await carryOut(decision, builds, attempt);
      if (result?.outcome.code === 306 && decision.kind === 'merge' && decision.more && !attempt.rules.dryRun) {
        return mergeMore(result, result.outcome, forced ? 'force-merge' : 'merge', attempt);
      }
      const merged = decision.kind === 'merge' ? decision.merged : [];
      const left = decision.kind === 'ejected' ? [] : facts.members.filter((member) => !merged.includes(member));
      return result === null ? null : dispatchAgain(result, left, builds, attempt);
    }
    const evidence = new Map(builds.kind === 'asked' ? builds.evidence : []);
    for (const { newest } of unverified) {
      const member = facts.members.find(({ entries }) => entries.includes(newest));
      if (member !== undefined) {
        evidence.set(queueEntryKey(newest.pullRequest, newest.version), await readEntry({ member, entry: newest }, ports, surroundings, 'live'));
      }
      verified.add(newest.branch);
    }
    builds = { kind: 'asked', evidence };
  }
}

/** One push could not carry all that was ready: the rest is looked at afresh, and merges with a push of its own. */
async function mergeMore(
  first: HandledQueue,
  { merged }: Extract<Outcome, { readonly code: 306 }>,
  order: QueueOrder,
  { ports, surroundings, rules }: QueueAttempt,
): Promise<HandledQueue> {
  try {
    const rest = await handleQueue(order, ports, surroundings, rules);
    return {
      ...first,
      outcome: { code: 306, merged: [...merged, ...(rest.outcome.code === 306 ? rest.outcome.merged : [])] },
      handled: [...first.handled, ...rest.handled],
      plan: joinPlans(first.plan, rest.plan),
      notes: [...first.notes, ...rest.notes],
    };
  } catch (error) {
    const outage = outcomeOfFailure(error);
    return { ...first, notes: [...first.notes, `The rest of the queue was not looked at: ${reasonOf(outage)}`] };
  }
}

/** Starts what was not started on what stays in the queue. */
async function dispatchAgain(result: HandledQueue, left: readonly QueueMember[], builds: QueueBuilds, attempt: QueueAttempt): Promise<HandledQueue> {
  const dispatches = await missedQueueDispatches(left, builds, attempt.ports, attempt.surroundings);
  if (dispatches.length === 0) {
    return result;
  }
  const execution = await push({ ...emptyPlan, dispatches }, attempt);
  return execution.kind === 'refused'
    ? { ...result, outcome: result.outcome.code === 302 ? execution.outcome : result.outcome, notes: [...result.notes, reasonOf(execution.outcome)] }
    : { ...result, plan: joinPlans(result.plan, { dispatches }) };
}

/** The queued pull requests whose source branch is one of this repository. */
async function ownSources({ facts, ports }: QueueAttempt): Promise<ReadonlySet<number>> {
  const numbers = [...new Set(facts.members.map(({ pullRequest }) => pullRequest))];
  const found = await Promise.all(numbers.map((number) => ports.github.pullRequest(number)));
  return new Set(found.filter((pullRequest) => pullRequest?.head.fork === false).map((pullRequest) => pullRequest?.number ?? 0));
}

async function carryOut(decision: QueueMergeDecision, builds: QueueBuilds, attempt: QueueAttempt): Promise<QueueResult> {
  const { facts, surroundings } = attempt;
  const matrix = queueMatrix(orderQueue(facts.model, facts.graph), builds);
  switch (decision.kind) {
    case 'incoherent':
      return { ...nothingDone({ code: 214, problems: decision.problems }), matrix };
    case 'not-self-contained':
      return { ...nothingDone({ code: 210, ...decision.gap }), matrix };
    case 'waiting':
      return { ...nothingDone({ code: 302, reason: facts.members.length === 0 ? { kind: 'event', detail: 'nothing is queued' } : { kind: 'queue-waits' } }), matrix };
    case 'failed':
      return { ...(await reportFailures(decision.failed, attempt)), matrix };
    case 'ejected': {
      const result = await eject(decision, attempt);
      return result === null ? null : { ...result, matrix };
    }
    case 'merge': {
      const merged = await push({ ...emptyPlan, push: decision.push }, attempt);
      if (merged.kind === 'stale') {
        return null;
      }
      if (merged.kind === 'refused') {
        return { ...nothingDone(merged.outcome), matrix };
      }
      const handled: Handled[] = [];
      for (const member of decision.merged) {
        handled.push(await onItsOwn(member.pullRequest, () => tellMerged(member, decision, builds, attempt)));
      }
      // What is taken out at the next look is told then, and why.
      const failed = await reportFailures(surroundings.settings.queueOnFailure === 'eject' && !surroundings.settings.noComment ? [] : decision.failed, attempt);
      return {
        outcome: { code: 306, merged: decision.merged.map(({ pullRequest }) => pullRequest) },
        handled: [...handled, ...failed.handled],
        plan: { ...emptyPlan, push: decision.push },
        matrix,
        notes: surroundings.settings.queueOnFailure === 'eject' && surroundings.settings.noComment ? [ejectNeedsComments] : [],
      };
    }
  }
}

const ejectNeedsComments = 'queue_on_failure: eject needs comments to remember what was taken out; with no_comment it is treated as wait.';
