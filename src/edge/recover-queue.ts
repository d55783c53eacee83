import type { QueueProblem } from '../outcomes/outcome.js';
import { emptyPlan } from '../plan/plan.js';
import type { Plan } from '../plan/plan.js';
import type { RefUpdate, Sha } from '../ports/git.js';
import type { Settings } from '../settings/schema.js';
import { headsOnceQueued } from '../pull-request/queue-news.js';
import type { QueueMergeDecision } from '../queue/merging.js';
import type { QueueMember } from '../queue/order.js';
import { reasonOfRebuild } from '../queue/rebuild.js';
import type { Rebuild } from '../queue/rebuild.js';
import { planRecovery } from '../queue/recovery.js';
import type { LostWork, Recovery } from '../queue/recovery.js';
import type { Handled } from './handle.js';
import type { QueueFacts } from './observe-queue.js';
import type { Ports } from './ports.js';
import { nothingDone, push, reportFailures } from './queue-attempt.js';
import type { HandledQueue, QueueAttempt, QueueResult } from './queue-attempt.js';
import { completeRebuild, recordRebuild } from './rebuild-queue.js';

/** `queue_on_failure: eject`: the culprit goes, and what shared its path is queued again without it. */
export async function eject(decision: Extract<QueueMergeDecision, { readonly kind: 'ejected' }>, attempt: QueueAttempt): Promise<QueueResult> {
  const { culprit, build, failed } = decision;
  const recovery = await observeRecovery(culprit, attempt.facts, attempt.ports, attempt.surroundings.settings);
  if (recovery.kind === 'blocked') {
    return reportFailures(failed.length > 0 ? failed : [build], attempt);
  }
  const rebuild: Rebuild = { cause: 'eject', requeue: recovery.requeue, ejected: { member: culprit, head: await failedHead(culprit, attempt) } };
  const begun = await beginRebuild(recovery.push, rebuild, attempt);
  if (begun.kind === 'ended') {
    return begun.result;
  }
  const { handled, notes } = await completeRebuild(rebuild, begun.record, build, attempt);
  return {
    outcome: { code: 309, failed: build.entries.map(({ branch }) => ({ pullRequest: culprit.pullRequest, branch })) },
    handled,
    plan: begun.plan,
    matrix: null,
    notes,
  };
}

/** The head of a pull request that was taken out of the queue; null if it has moved since it was queued, and so was never tested there. */
async function failedHead({ pullRequest: number, entries }: QueueMember, { facts: { graph }, ports }: QueueAttempt): Promise<Sha | null> {
  const head = (await ports.github.pullRequest(number))?.head.sha;
  return head !== undefined && graph.has(head) && entries.some(({ tip }) => graph.contains(tip, head)) ? head : null;
}

/** The commands `delete-queues` and `rebuild-queues`. */
export async function deleteOnCommand(command: 'delete-queues' | 'rebuild-queues', attempt: QueueAttempt): Promise<QueueResult> {
  const deleted = await deleteQueue(attempt, command === 'rebuild-queues' ? 'command' : null);
  switch (deleted.kind) {
    case 'ended':
      return deleted.result;
    case 'blocked':
      return { ...nothingDone({ code: 308, command, detail: `commits exist in the queue and nowhere else: ${describeLost(deleted.lost)}` }), notes: [lostNote(deleted.lost)] };
    case 'done':
      return { ...nothingDone({ code: 307, command, detail: deleted.detail }), handled: deleted.handled, plan: deleted.plan, notes: deleted.notes };
  }
}

/** The command `rebuild-queues`, whose run was killed and is started again, or given again by somebody who has seen that: it is done. */
export function rebuiltOnCommand(rebuild: Rebuild): HandledQueue {
  return nothingDone({ code: 307, command: 'rebuild-queues', detail: describeRebuild(rebuild.requeue, rebuild) });
}

/** `queue_recovery: rebuild`: afterwards the queue waits like any other, and a note says what was done. */
export async function rebuildIncoherent(problems: readonly QueueProblem[], attempt: QueueAttempt): Promise<QueueResult> {
  const deleted = await deleteQueue(attempt, 'incoherent');
  switch (deleted.kind) {
    case 'ended':
      return deleted.result;
    case 'blocked':
      return { ...nothingDone({ code: 214, problems }), notes: [lostNote(deleted.lost)] };
    case 'done':
      return { ...nothingDone({ code: 302, reason: { kind: 'queue-waits' } }), handled: deleted.handled, plan: deleted.plan, notes: [deleted.detail, ...deleted.notes] };
  }
}

type Deleted =
  | { readonly kind: 'done'; readonly detail: string; readonly handled: readonly Handled[]; readonly plan: Plan; readonly notes: readonly string[] }
  | { readonly kind: 'blocked'; readonly lost: readonly LostWork[] }
  /** The push did not go through. */
  | { readonly kind: 'ended'; readonly result: QueueResult };

/** Deletes the queue and, if it is to be rebuilt, evaluates what was queued again, in order. */
async function deleteQueue(attempt: QueueAttempt, cause: 'command' | 'incoherent' | null): Promise<Deleted> {
  const recovery = await observeRecovery(null, attempt.facts, attempt.ports, attempt.surroundings.settings);
  if (recovery.kind === 'blocked') {
    return recovery;
  }
  const rebuild: Rebuild | null = cause === null ? null : { cause, requeue: recovery.requeue, ejected: null };
  const begun = await beginRebuild(recovery.push, rebuild, attempt);
  if (begun.kind === 'ended') {
    return begun;
  }
  const done = rebuild === null ? { handled: [], notes: [] } : await completeRebuild(rebuild, begun.record, null, attempt);
  return { kind: 'done', detail: describeRebuild(recovery.requeue, rebuild), plan: begun.plan, ...done };
}

type Begun =
  | { readonly kind: 'begun'; readonly plan: Plan; readonly record: Sha | null }
  /** The push did not go through. */
  | { readonly kind: 'ended'; readonly result: QueueResult };

/** The first push of a rebuild: the queue goes, and what is left to do is on record. */
async function beginRebuild(deletions: readonly RefUpdate[], rebuild: Rebuild | null, attempt: QueueAttempt): Promise<Begun> {
  const record = rebuild === null ? null : await recordRebuild(rebuild, attempt);
  const plan: Plan = { ...emptyPlan, push: [...deletions, ...(record === null ? [] : [record])] };
  const execution = await push(plan, attempt);
  if (execution.kind !== 'done') {
    return { kind: 'ended', result: execution.kind === 'stale' ? null : nothingDone(execution.outcome) };
  }
  return { kind: 'begun', plan, record: record?.to ?? null };
}

function lostNote(lost: readonly LostWork[]): string {
  return `Commits exist in the queue and nowhere else: ${describeLost(lost)}.`;
}

function describeRebuild(numbers: readonly number[], rebuild: Rebuild | null): string {
  const list = numbers.length === 0 ? 'nothing was queued' : numbers.map((number) => `#${number}`).join(', ');
  return rebuild === null ? `the queue is deleted (${list})` : `the queue was rebuilt, as ${reasonOfRebuild(rebuild)}; evaluated again: ${list}`;
}

function describeLost(lost: readonly LostWork[]): string {
  return lost.map(({ branch, commits }) => `${branch} (${commits.map(({ sha }) => sha.slice(0, 7)).join(', ')})`).join(', ');
}

/**
 * How the queue could be deleted. A source branch that was amended or rebased while it was queued leaves its former commits in
 * the queue alone. Whoever pushed them has replaced them, so the queue need not keep them; the comments, which tell,
 * are read only where that is the question.
 */
export async function observeRecovery(culprit: QueueMember | null, facts: QueueFacts, { github }: Ports, { robot, robotEmail }: Settings): Promise<Recovery> {
  const question = { ...facts, robotEmail, culprit };
  const recovery = planRecovery({ ...question, replaced: [] });
  if (recovery.kind === 'rebuild') {
    return recovery;
  }
  const numbers = [...new Set(facts.members.map(({ pullRequest }) => pullRequest))];
  const comments = await Promise.all(numbers.map((number) => github.comments(number)));
  return planRecovery({ ...question, replaced: comments.flatMap((each) => headsOnceQueued(each, robot)) });
}
