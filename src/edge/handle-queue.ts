import { standingReviews } from '../approvals/standing-reviews.js';
import { developmentBranches, mergePath } from '../gitwaterflow/cascade.js';
import { readConversation } from '../conversation/read.js';
import type { Outcome } from '../outcomes/outcome.js';
import { emptyPlan, joinPlans } from '../plan/plan.js';
import type { Plan } from '../plan/plan.js';
import type { Surroundings } from '../pull-request/facts.js';
import { destinationMove, landedExtent, queueLandingRecord } from '../queue/after-merge.js';
import { decideQueueMerge } from '../queue/merging.js';
import type { FailedBuild, QueueMergeDecision } from '../queue/merging.js';
import { queueEntryKey } from '../queue/mergeable.js';
import { queueMatrix } from '../queue/matrix.js';
import type { QueueMatrix } from '../queue/matrix.js';
import type { QueueMember } from '../queue/order.js';
import { orderQueue } from '../queue/order.js';
import { planRecovery } from '../queue/recovery.js';
import type { LostWork } from '../queue/recovery.js';
import type { QueueBuilds } from '../queue/states.js';
import { validateQueue } from '../queue/validity.js';
import { reasonOf } from '../outcomes/reason.js';
import { executeDeeds } from './execute.js';
import type { Execution } from './execute.js';
import { expectedFailure } from './failures.js';
import { handlePullRequest, mostLooks } from './handle.js';
import type { Handled } from './handle.js';
import { observeQueue, observeQueueBuilds, readEntry } from './observe-queue.js';
import type { QueueFacts } from './observe-queue.js';
import type { Ports } from './ports.js';
import { missedQueueDispatches } from './queue-dispatches.js';
import type { HandlingRules } from './rules.js';
import { tell } from './tell.js';

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

/** What is asked of the queue. */
export type QueueOrder =
  /** Merge what is ready; repair what is broken, if the settings say so. */
  | 'merge'
  /** The command `force-merge-queues`: whatever the builds say. */
  | 'force-merge'
  /** The commands: delete the queue, or delete it and queue its pull requests again. */
  | 'delete'
  | 'rebuild';

/** Everything one attempt needs, so that its steps stay small. */
interface Attempt {
  readonly facts: QueueFacts;
  readonly ports: Ports;
  readonly surroundings: Surroundings;
  readonly rules: HandlingRules;
}

/** Null: the world moved meanwhile, look again. */
type Result = HandledQueue | null;

/** Looks at the queue, decides, does it and tells it. Looks again when the world moved meanwhile. */
export async function handleQueue(order: QueueOrder, ports: Ports, surroundings: Surroundings, rules: HandlingRules): Promise<HandledQueue> {
  for (let looks = 1; looks <= mostLooks; looks += 1) {
    const facts = await observeQueue(ports, surroundings);
    const result = await handleOnce(order, { facts, ports, surroundings, rules });
    if (result !== null) {
      return result;
    }
    ports.github.forget();
  }
  return nothingDone({ code: 302, reason: { kind: 'busy', attempts: mostLooks } });
}

async function handleOnce(order: QueueOrder, attempt: Attempt): Promise<Result> {
  const { model, graph, refs } = attempt.facts;
  if (order === 'delete' || order === 'rebuild') {
    return deleteQueue(attempt, null, order === 'rebuild' ? 'somebody asked for it' : null, (lost) => ({
      code: 308,
      command: `${order}-queues`,
      detail: `commits exist in the queue and nowhere else: ${describeLost(lost)}`,
    }));
  }
  if (model.versions.length === 0) {
    return nothingDone({ code: 302, reason: { kind: 'event', detail: 'nothing is queued' } });
  }
  const problems = validateQueue(model, graph, mergePath([...refs.branches.keys()]));
  if (problems.length > 0) {
    const incoherent: Outcome = { code: 214, problems };
    return attempt.surroundings.settings.queueRecovery === 'block'
      ? nothingDone(incoherent)
      : deleteQueue(attempt, null, 'its branches contradicted each other', () => incoherent);
  }
  return mergeQueue(attempt, order === 'force-merge');
}

/** Decides on builds read before, then reads those that decide again, live, until the decision rests on live ones only. */
async function mergeQueue(attempt: Attempt, forced: boolean): Promise<Result> {
  const { facts, ports, surroundings } = attempt;
  const { settings } = surroundings;
  let builds = await observeQueueBuilds(facts.members, ports, surroundings, forced);
  const deleteSourcesOf = settings.deleteSourceBranch ? await ownSources(attempt) : new Set<number>();
  const verified = new Set<string>();
  for (;;) {
    const decision = decideQueueMerge({ ...facts, builds, onFailure: settings.noComment ? 'wait' : settings.queueOnFailure, deleteSourcesOf });
    const unverified = decision.kind === 'merge' && builds.kind === 'asked' ? decision.moves.filter(({ newest }) => !verified.has(newest.branch)) : [];
    if (unverified.length === 0) {
      const result = await carryOut(decision, builds, attempt);
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

/** Starts what was not started on what stays in the queue. */
async function dispatchAgain(result: HandledQueue, left: readonly QueueMember[], builds: QueueBuilds, attempt: Attempt): Promise<HandledQueue> {
  const dispatches = await missedQueueDispatches(left, builds, attempt.ports, attempt.surroundings.settings);
  if (dispatches.length === 0) {
    return result;
  }
  const execution = await push({ ...emptyPlan, dispatches }, attempt);
  return execution.kind === 'refused'
    ? { ...result, outcome: result.outcome.code === 302 ? execution.outcome : result.outcome, notes: [...result.notes, reasonOf(execution.outcome)] }
    : { ...result, plan: joinPlans(result.plan, { dispatches }) };
}

/** The queued pull requests whose source branch is one of this repository. */
async function ownSources({ facts, ports }: Attempt): Promise<ReadonlySet<number>> {
  const numbers = [...new Set(facts.members.map(({ pullRequest }) => pullRequest))];
  const found = await Promise.all(numbers.map((number) => ports.github.pullRequest(number)));
  return new Set(found.filter((pullRequest) => pullRequest?.head.fork === false).map((pullRequest) => pullRequest?.number ?? 0));
}

async function carryOut(decision: QueueMergeDecision, builds: QueueBuilds, attempt: Attempt): Promise<Result> {
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
      const failed = await reportFailures(decision.failed, attempt);
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

function push(plan: Plan, { ports, rules }: Attempt): Promise<Execution> {
  return rules.dryRun ? Promise.resolve({ kind: 'done', notes: [] }) : executeDeeds(plan, ports);
}

/** After the push the merge is true: each pull request is told, whole or in part, with its own record. */
async function tellMerged(
  member: QueueMember,
  decision: Extract<QueueMergeDecision, { readonly kind: 'merge' }>,
  builds: QueueBuilds,
  attempt: Attempt,
): Promise<Handled> {
  const { facts, ports, surroundings, rules } = attempt;
  const { github } = ports;
  const { settings, admins, settingsHash } = surroundings;
  const number = member.pullRequest;
  const pullRequest = await github.pullRequest(number);
  if (pullRequest === null) {
    return handledWithout(number, { code: 302, reason: { kind: 'no-such-pull-request', number } });
  }
  const [comments, reviews] = await Promise.all([github.comments(number), github.reviews(number)]);
  const { options } = readConversation({
    comments,
    robot: settings.robot,
    pullRequestAuthor: pullRequest.author,
    admins,
    standingOptions: settings.prAuthorOptions.get(pullRequest.author?.toLowerCase() ?? '') ?? [],
    forcedOptions: rules.forcedOptions,
  });
  const { approvals } = standingReviews(reviews, { robot: settings.robot, headSha: pullRequest.head.sha, dismissStaleApprovals: settings.dismissStaleApprovals });
  const recorded = { head: pullRequest.head.sha, approvals, options: options.inForce, settingsHash };
  const landing = queueLandingRecord(member, decision, builds, recorded);
  const landedOn = new Set(landing.versions.map(({ branch }) => branch));
  const ignored = developmentBranches([...facts.refs.branches.keys()]).map(({ name }) => name).filter((name) => !landedOn.has(name)).sort();
  const extent = await extentOf(member, decision, pullRequest.head.sha, attempt);
  const outcome: Outcome = extent.kind === 'whole' ? { code: 102, landing, ignored } : { code: 126, landing, ignored, remaining: extent.remaining };
  const known = { number, pullRequest, outcome, notices: [], records: [], facts: { pullRequest, settings }, looks: 1 };
  try {
    const told = await tell([outcome], { pullRequest, comments, options }, ports, surroundings, rules);
    const refusal = told.refused === null ? [] : [untoldNote(number, told.refused)];
    return { ...known, plan: joinPlans(emptyPlan, told.plan), notes: [...told.notes, ...refusal] };
  } catch (error) {
    const outage = expectedFailure(error);
    if (outage === null) {
      throw error;
    }
    // It is merged, with this record, whether it could be told or not: a later run does that.
    return { ...known, plan: emptyPlan, notes: [untoldNote(number, outage)] };
  }
}

function untoldNote(number: number, failure: Outcome): string {
  return `The merge of #${number} could not be told: ${reasonOf(failure)}`;
}

async function extentOf(member: QueueMember, decision: Extract<QueueMergeDecision, { readonly kind: 'merge' }>, head: string, { facts, ports }: Attempt) {
  const { graph } = facts;
  if (!graph.has(head)) {
    await ports.git.fetch([head]);
    for (const record of await ports.git.readHistory([head])) {
      graph.add(record);
    }
  }
  const move = destinationMove(member, decision.moves);
  return landedExtent(head, move?.to ?? head, graph);
}

/** 309; each pull request whose entry failed is told once, by 136. */
async function reportFailures(failed: readonly FailedBuild[], attempt: Attempt): Promise<HandledQueue> {
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

/** `queue_on_failure: eject`: the culprit goes, and what shared its path is queued again without it. */
async function eject(decision: Extract<QueueMergeDecision, { readonly kind: 'ejected' }>, attempt: Attempt): Promise<Result> {
  const { culprit, build, failed } = decision;
  const recovery = planRecovery({ ...attempt.facts, robotEmail: attempt.surroundings.settings.robotEmail, culprit });
  if (recovery.kind === 'blocked') {
    return reportFailures(failed.length > 0 ? failed : [build], attempt);
  }
  const plan: Plan = { ...emptyPlan, push: recovery.push };
  const execution = await push(plan, attempt);
  if (execution.kind !== 'done') {
    return execution.kind === 'stale' ? null : nothingDone(execution.outcome);
  }
  const notice: Outcome = { code: 139, branch: build.entries[0]?.branch ?? '', build: build.build };
  const told = await onItsOwn(culprit.pullRequest, () => tellOne(culprit.pullRequest, notice, attempt));
  const requeued = await queueAgain(recovery.requeue, `pull request ${culprit.pullRequest} was taken out of it`, attempt);
  return {
    outcome: { code: 309, failed: build.entries.map(({ branch }) => ({ pullRequest: culprit.pullRequest, branch })) },
    handled: [told, ...requeued],
    plan,
    matrix: null,
    notes: [],
  };
}

/** Deletes the queue and, if a reason is given, evaluates what was queued again, in order. */
async function deleteQueue(
  attempt: Attempt,
  culprit: QueueMember | null,
  rebuilt: string | null,
  whenBlocked: (lost: readonly LostWork[]) => Outcome,
): Promise<Result> {
  const recovery = planRecovery({ ...attempt.facts, robotEmail: attempt.surroundings.settings.robotEmail, culprit });
  if (recovery.kind === 'blocked') {
    return { ...nothingDone(whenBlocked(recovery.lost)), notes: [`Commits exist in the queue and nowhere else: ${describeLost(recovery.lost)}.`] };
  }
  const plan: Plan = { ...emptyPlan, push: recovery.push };
  const execution = await push(plan, attempt);
  if (execution.kind !== 'done') {
    return execution.kind === 'stale' ? null : nothingDone(execution.outcome);
  }
  const handled = rebuilt === null ? [] : await queueAgain(recovery.requeue, rebuilt, attempt);
  const outcome: Outcome = { code: 307, command: rebuilt === null ? 'delete-queues' : 'rebuild-queues', detail: describeRebuild(recovery.requeue, rebuilt) };
  return { outcome, handled, plan, matrix: null, notes: [] };
}

function describeRebuild(numbers: readonly number[], rebuilt: string | null): string {
  const list = numbers.length === 0 ? 'nothing was queued' : numbers.map((number) => `#${number}`).join(', ');
  return rebuilt === null ? `the queue is deleted (${list})` : `the queue was rebuilt, as ${rebuilt}; evaluated again: ${list}`;
}

function describeLost(lost: readonly LostWork[]): string {
  return lost.map(({ branch, commits }) => `${branch} (${commits.map(({ sha }) => sha.slice(0, 7)).join(', ')})`).join(', ');
}

async function queueAgain(numbers: readonly number[], rebuilt: string, { ports, surroundings, rules }: Attempt): Promise<readonly Handled[]> {
  const handled: Handled[] = [];
  if (rules.dryRun) {
    return handled;
  }
  for (const number of numbers) {
    ports.github.forget();
    handled.push(await onItsOwn(number, () => handlePullRequest(number, ports, surroundings, { ...rules, rebuilt })));
  }
  return handled;
}

/**
 * What follows a push stands each by itself: a failure of the world is left to a later run, and keeps no other pull request
 * from being told or queued again.
 */
async function onItsOwn(number: number, step: () => Promise<Handled>): Promise<Handled> {
  try {
    return await step();
  } catch (error) {
    const outcome = expectedFailure(error);
    if (outcome === null) {
      throw error;
    }
    return { ...handledWithout(number, outcome), plan: null };
  }
}

async function tellOne(number: number, outcome: Outcome, { ports, surroundings, rules }: Attempt): Promise<Handled> {
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

function handledWithout(number: number, outcome: Outcome): Handled {
  return { number, pullRequest: null, outcome, notices: [], records: [], plan: emptyPlan, facts: {}, notes: [], looks: 1 };
}

function nothingDone(outcome: Outcome): HandledQueue {
  return { outcome, handled: [], plan: emptyPlan, matrix: null, notes: [] };
}
