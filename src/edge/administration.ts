import { decideCreateBranch, startOutsideHistory } from '../administration/create-branch.js';
import type { BranchRequest } from '../administration/create-branch.js';
import type { BranchDecision } from '../administration/decision.js';
import { numberList } from '../administration/decision.js';
import { decideDeleteBranch } from '../administration/delete-branch.js';
import { followBranchBefore } from '../administration/follow.js';
import { parseBranchName } from '../gitwaterflow/branch-name.js';
import { CommitGraph } from '../history/commit-graph.js';
import type { Outcome } from '../outcomes/outcome.js';
import { reasonOf } from '../outcomes/reason.js';
import { emptyPlan } from '../plan/plan.js';
import type { CommitRecord, RefUpdate, RemoteRefs, Sha } from '../ports/git.js';
import type { Surroundings } from '../pull-request/facts.js';
import { hasQueue, isQueueEmpty, readQueue } from '../queue/model.js';
import { executeDeeds } from './execute.js';
import type { Execution } from './execute.js';
import type { AtomicPushes } from './findings.js';
import { outcomeOfFailure } from './failures.js';
import { mostLooks } from './handle.js';
import { handleQueue } from './handle-queue.js';
import type { HandledQueue } from './queue-attempt.js';
import { observeQueue } from './observe-queue.js';
import type { Ports } from './ports.js';
import { observeRecovery } from './recover-queue.js';
import type { HandlingRules } from './rules.js';

/** What became of a command about a version branch. */
export interface Administered {
  readonly outcome: Outcome;
  /** Null: the queue had no part in it. */
  readonly queue: HandledQueue | null;
  /** Beside what the queue's plan says. */
  readonly pushes: AtomicPushes;
  /** Things to know that stop nothing. */
  readonly notes: readonly string[];
}

interface Administering {
  readonly ports: Ports;
  readonly surroundings: Surroundings;
  readonly rules: HandlingRules;
}

/** The command `create-branch`. A new development branch is part of the cascade at once, so the queue is made again. */
export async function createBranch(request: BranchRequest, looking: Administering): Promise<Administered> {
  const { settings } = looking.surroundings;
  let queued: readonly number[] = [];
  let queueBranches: readonly RefUpdate[] = [];
  const result = await carryThrough('create-branch', looking, async () => {
    const observed = await observeCreation(request, looking);
    queued = observed.queued;
    queueBranches = observed.queueBranches;
    return decideCreateBranch(observed);
  });
  if (result.kind === 'ended') {
    return result.administered;
  }
  const done = `created ${result.decision.done}`;
  const isDevelopment = parseBranchName(request.branch)?.kind === 'development';
  if (looking.rules.dryRun) {
    const words = queued.length === 0 ? '' : `; the queue would be rebuilt with ${numberList(queued)}`;
    const pushes = [result.decision.push, ...(isDevelopment && queueBranches.length > 0 ? [queueBranches] : [])];
    return { ...ended({ code: 307, command: 'create-branch', detail: `dry run, this would create ${result.decision.done}${words}` }), pushes };
  }
  const plain = { ...ended({ code: 307, command: 'create-branch', detail: done }), pushes: [result.decision.push] };
  if (!isDevelopment) {
    return plain;
  }
  // The branch exists by now and stays: what fails from here on is a note.
  try {
    const behind = await keepUp(result.decision, looking);
    const rebuilt = hasQueue(settings) ? await rebuildQueue(done, queued, looking) : plain;
    return { ...rebuilt, pushes: [...plain.pushes, ...behind.pushes], notes: [...behind.notes, ...rebuilt.notes] };
  } catch (error) {
    const failure = outcomeOfFailure(error);
    return { ...plain, notes: [notRebuilt(failure)] };
  }
}

/** Brings the new branch after the one before it, should that have moved during the push. Answers what it pushed, and what could not be done. */
async function keepUp({ push }: Extract<BranchDecision, { readonly kind: 'push' }>, { ports }: Administering): Promise<Pick<Administered, 'pushes' | 'notes'>> {
  let pushes: AtomicPushes = [];
  for (let looks = 1; looks <= mostLooks; looks += 1) {
    const refs = await ports.git.listRefs([]);
    const following = followBranchBefore(push, refs, (await readVersions(refs, [], ports)).graph);
    if (following.kind === 'included') {
      return { pushes, notes: [] };
    }
    if (following.kind === 'parted') {
      break;
    }
    const execution = await executeDeeds({ ...emptyPlan, push: following.push }, ports);
    if (execution.kind === 'refused') {
      break;
    }
    pushes = execution.kind === 'done' ? [...pushes, following.push] : pushes;
  }
  const notes = ['While the branch was created, the one before it moved: merge that into the new branch, or nothing lands (210).'];
  return { pushes, notes };
}

async function rebuildQueue(
  done: string,
  queued: readonly number[],
  { ports, surroundings, rules }: Administering,
): Promise<Omit<Administered, 'pushes'>> {
  const rebuilt = await handleQueue('rebuild', ports, surroundings, rules);
  const complete = rebuilt.outcome.code === 307;
  const words = complete && queued.length > 0 ? `; the queue was rebuilt, evaluated again: ${numberList(queued)}` : '';
  const outcome: Outcome = { code: 307, command: 'create-branch', detail: `${done}${words}` };
  return {
    outcome,
    queue: rebuilt,
    notes: [...rebuilt.notes, ...(complete ? [] : [notRebuilt(rebuilt.outcome)])],
  };
}

function notRebuilt(outcome: Outcome): string {
  return `The branch was created, but what comes after it was not completed: ${reasonOf(outcome)}. Start rebuild-queues.`;
}

/** The command `delete-branch`. */
export async function deleteBranch(branch: string, looking: Administering): Promise<Administered> {
  const { ports, surroundings, rules } = looking;
  const { useQueues, robotEmail } = surroundings.settings;
  const result = await carryThrough('delete-branch', looking, async () => {
    const refs = await ports.git.listRefs([]);
    const known = parseBranchName(branch) !== null && refs.branches.has(branch);
    const queue = readQueue(refs);
    const ahead = queue.versions.some(({ destination, queue: { tip } }) => destination.branch === branch && tip !== null && tip !== destination.tip);
    const [{ graph }, details, openPullRequests] = await Promise.all([
      // What is on a queue branch only may be saved on any other branch.
      readVersions(known ? refs : noRefs, ahead ? [...refs.branches.values()] : [], ports),
      ports.github.repositoryDetails(),
      known ? ports.github.openPullRequests({ base: branch }) : [],
    ]);
    return decideDeleteBranch({
      branch, refs, graph, queue, useQueues, robotEmail,
      defaultBranch: details.defaultBranch,
      openPullRequests: openPullRequests.map(({ number }) => number),
    });
  });
  if (result.kind === 'ended') {
    return result.administered;
  }
  const detail = rules.dryRun ? `dry run, this would delete ${result.decision.done}` : `deleted ${result.decision.done}`;
  return { ...ended({ code: 307, command: 'delete-branch', detail }), pushes: [result.decision.push] };
}

type Carried =
  | { readonly kind: 'ended'; readonly administered: Administered }
  /** Pushed; in a dry run, what would be. */
  | { readonly kind: 'pushed'; readonly decision: Extract<BranchDecision, { readonly kind: 'push' }> };

/** Looks, decides and pushes; looks again when somebody moved a branch meanwhile (spec 6, rule 5). */
async function carryThrough(command: string, { ports, rules }: Administering, decide: () => Promise<BranchDecision>): Promise<Carried> {
  for (let looks = 1; looks <= mostLooks; looks += 1) {
    const decision = await decide();
    if (decision.kind === 'refused') {
      return { kind: 'ended', administered: ended({ code: 308, command, detail: decision.detail }) };
    }
    if (decision.kind === 'nothing') {
      return { kind: 'ended', administered: ended({ code: 302, reason: { kind: 'event', detail: decision.detail } }) };
    }
    const execution: Execution = rules.dryRun ? { kind: 'done', notes: [] } : await executeDeeds({ ...emptyPlan, push: decision.push }, ports);
    if (execution.kind === 'done') {
      return { kind: 'pushed', decision };
    }
    if (execution.kind === 'refused') {
      return { kind: 'ended', administered: ended(execution.outcome) };
    }
    ports.github.forget();
  }
  return { kind: 'ended', administered: ended({ code: 302, reason: { kind: 'busy', attempts: mostLooks } }) };
}

async function observeCreation(request: BranchRequest, { ports, surroundings }: Administering) {
  const { settings } = surroundings;
  const queue = hasQueue(settings) ? await observeQueue(ports, surroundings) : null;
  const refs = queue?.refs ?? (await ports.git.listRefs([]));
  const start = startOutsideHistory(request, refs);
  const { graph, history } = await readVersions(refs, start === null ? [] : [start], ports);
  const queued = queue === null || isQueueEmpty(queue.model) ? [] : queue.members.map(({ pullRequest }) => pullRequest);
  const recovery = queue === null || queue.model.versions.length === 0 ? null : await observeRecovery(null, queue, ports, settings);
  const queueBranches = recovery?.kind === 'rebuild' ? recovery.push : [];
  return { ...request, refs, graph, history, queued, queueBranches, lostByRebuild: recovery?.kind === 'blocked' ? recovery.lost : [] };
}

const noRefs: Pick<RemoteRefs, 'branches'> = { branches: new Map() };

/** The history of the version branches and of every `q/<version>`, and of these commits. */
async function readVersions(refs: Pick<RemoteRefs, 'branches'>, others: readonly Sha[], { git }: Ports): Promise<{ readonly graph: CommitGraph; readonly history: readonly Sha[] }> {
  const kinds: readonly string[] = ['development', 'hotfix', 'queue'];
  const branches = [...refs.branches].filter(([name]) => kinds.includes(parseBranchName(name)?.kind ?? '')).map(([, tip]) => tip);
  const tips = [...new Set([...branches, ...others])];
  await git.fetch(tips);
  const records: readonly CommitRecord[] = await git.readHistory(tips);
  return { graph: new CommitGraph(records), history: records.map(({ sha }) => sha) };
}

function ended(outcome: Outcome): Administered {
  return { outcome, queue: null, pushes: [], notes: [] };
}
