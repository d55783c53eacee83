import { worstVerdict } from '../builds/verdict.js';
import type { BranchEvidence, BuildVerdict } from '../builds/verdict.js';
import { checkSelfContained, mergePath } from '../gitwaterflow/cascade.js';
import type { ContainmentGap } from '../gitwaterflow/cascade.js';
import type { CommitGraph } from '../history/commit-graph.js';
import type { QueueProblem } from '../outcomes/outcome.js';
import type { RefUpdate, RemoteRefs, Sha } from '../ports/git.js';
import { findMergeable, pathsOf } from './mergeable.js';
import type { QueueEntry, QueueModel } from './model.js';
import { orderQueue } from './order.js';
import type { QueueMember } from './order.js';
import { evidenceOf, notVouchedFor, stateOf, statesOf } from './states.js';
import type { QueueBuilds } from './states.js';
import { validateQueue } from './validity.js';

export interface QueueMergeQuestion {
  readonly model: QueueModel;
  /** The refs from which the model was read. */
  readonly refs: RemoteRefs;
  /** The history of every version branch and queue branch, and of the `w/…` branches that may be deleted. */
  readonly graph: CommitGraph;
  readonly builds: QueueBuilds;
  /** The setting `queue_on_failure`. */
  readonly onFailure: 'wait' | 'eject';
  /** Pull requests whose source branch is deleted after the merge, unless it has commits that did not land. */
  readonly deleteSourcesOf: ReadonlySet<number>;
  /** Only so many members of the queue are considered, from the front, because one push cannot carry more: see `pushableMembers`. Absent: all. */
  readonly mostMembers?: number;
}

/** What becomes of the queue now. */
export type QueueMergeDecision =
  | {
      /** Outcome 306. */
      readonly kind: 'merge';
      readonly moves: readonly QueueMove[];
      /** What lands, each path in the order of queueing. */
      readonly merged: readonly QueueMember[];
      /** One atomic push: the moves, and the deletion of what is left over. */
      readonly push: readonly RefUpdate[];
      readonly forced: boolean;
      /** More is queued, which was not considered: look again after the push. */
      readonly more: boolean;
      /** Builds that failed further up; they hold up the rest. */
      readonly failed: readonly FailedBuild[];
    }
  /** Nothing is queued, or its builds are not done: outcome 302. */
  | { readonly kind: 'waiting' }
  /** Outcome 309; each of the pull requests is told once, by 136. */
  | { readonly kind: 'failed'; readonly failed: readonly FailedBuild[] }
  /** Outcome 139: to be taken out by `planRecovery`. Should that be blocked, it is the same as `failed`. */
  | { readonly kind: 'ejected'; readonly culprit: QueueMember; readonly build: FailedBuild; readonly failed: readonly FailedBuild[] }
  /** Outcome 214. */
  | { readonly kind: 'incoherent'; readonly problems: readonly QueueProblem[] }
  /** Outcome 210: somebody has pushed to a version branch, and the next one lacks it. Nothing is touched. */
  | { readonly kind: 'not-self-contained'; readonly gap: ContainmentGap };

/** A version branch that goes forward to the newest entry that merges on it. */
export interface QueueMove {
  readonly version: string;
  readonly destination: string;
  readonly from: Sha;
  readonly to: Sha;
  /** The entry whose build vouches for everything up to it. */
  readonly newest: QueueEntry;
  /** What was built; null when nothing was asked, or the merge was forced. */
  readonly evidence: BranchEvidence | null;
}

/** A queued pull request with failed builds. */
export interface FailedBuild {
  readonly pullRequest: number;
  /** The entries that failed, oldest version first; at least one. */
  readonly entries: readonly QueueEntry[];
  readonly build: Extract<BuildVerdict, { readonly kind: 'failed' }>;
}

/**
 * What of the queue merges now (spec 4, merging). Validity is looked at here again, so that no merge can go past it.
 * Builds must be known as far as `entriesToAsk` asks for them; one that is not known counts as not started.
 */
export function decideQueueMerge(question: QueueMergeQuestion): QueueMergeDecision {
  const { model, graph, refs, builds, onFailure } = question;
  const path = mergePath([...refs.branches.keys()]);
  const problems = validateQueue(model, graph, path);
  if (problems.length > 0) {
    return { kind: 'incoherent', problems };
  }
  const queued = orderQueue(model, graph).members;
  const members = queued.slice(0, question.mostMembers);
  const found = findMergeable({
    mergePaths: [path.map((branch) => branch.slice('development/'.length))],
    queue: members,
    states: statesOf(members, builds),
    forceMerge: builds.kind === 'forced',
  });
  const failed = failedBuilds(found.failed.flatMap(({ entry, version }) => entry.entries.filter((each) => each.version === version)), builds);
  const ready = oneRevisionEach(found.mergeable, model);
  const gap = gapAfter(ready, path, question);
  // A hotfix branch stands outside of the cascade, whatever state that is in.
  const merged = gap === null ? ready : ready.filter(({ hotfix }) => hotfix);
  if (merged.length > 0) {
    const moves = movesOf(merged, question);
    proveForward(moves, question);
    return { kind: 'merge', moves, merged, push: pushOf(merged, moves, question), forced: builds.kind === 'forced', more: members.length < queued.length, failed };
  }
  if (gap !== null) {
    return { kind: 'not-self-contained', gap };
  }
  const culprit = onFailure === 'eject' ? findCulprit(members, builds) : null;
  if (culprit !== null) {
    return { kind: 'ejected', ...culprit, failed };
  }
  return failed.length > 0 ? { kind: 'failed', failed } : { kind: 'waiting' };
}

/**
 * Two revisions of a hotfix are two queues before one branch, made apart from each other: both cannot be fast-forwards.
 * The older one merges; the other then lacks its destination, and is rebuilt.
 */
function oneRevisionEach(mergeable: readonly QueueMember[], model: QueueModel): readonly QueueMember[] {
  const destinations = new Map(model.versions.map(({ version, destination }) => [version, destination.branch]));
  const chosen = new Map<string | undefined, string | undefined>();
  return mergeable.filter(({ hotfix, versions: [version] }) => {
    if (!hotfix) {
      return true;
    }
    const destination = destinations.get(version ?? '');
    if (!chosen.has(destination)) {
      chosen.set(destination, version);
    }
    return chosen.get(destination) === version;
  });
}

/**
 * How many members of the queue, from the front, one push can carry if they merge; at least one. The rest stays a valid
 * queue. Whoever asks for builds should do so for these only: a start of the queue lands if its own newest entries are green,
 * since a branch moves to nothing but what was tested itself.
 *
 * @param fitsOnePush whether one push can carry so many updates
 */
export function pushableMembers(
  members: readonly QueueMember[],
  { refs, model }: Pick<QueueMergeQuestion, 'refs' | 'model'>,
  fitsOnePush: (push: readonly RefUpdate[]) => boolean,
): number {
  const queues = model.versions.flatMap(({ destination, queue }) => [destination.branch, queue.branch]);
  const concerned = (count: number): readonly RefUpdate[] => {
    const entries = members.slice(0, count).flatMap((member) => member.entries);
    const branches = new Set([...queues, ...entries.flatMap(({ branch, version, source }) => [branch, `w/${version}/${source}`, source])]);
    return [...branches].map((branch) => ({ ref: `refs/heads/${branch}`, from: refs.branches.get(branch) ?? null, to: null })).filter(({ from }) => from !== null);
  };
  if (fitsOnePush(concerned(members.length))) {
    return members.length;
  }
  let [fitting, tooMany] = [1, members.length];
  while (tooMany - fitting > 1) {
    const count = Math.floor((fitting + tooMany) / 2);
    [fitting, tooMany] = fitsOnePush(concerned(count)) ? [count, tooMany] : [fitting, count];
  }
  return fitting;
}

function movesOf(merged: readonly QueueMember[], { model, builds }: QueueMergeQuestion): readonly QueueMove[] {
  const newest = new Map(merged.flatMap(({ entries }) => entries.map((entry) => [entry.version, entry] as const)));
  return model.versions.flatMap(({ version, destination }) => {
    const entry = newest.get(version);
    return entry === undefined || destination.tip === null
      ? []
      : [{ version, destination: destination.branch, from: destination.tip, to: entry.tip, newest: entry, evidence: evidenceOf(entry, builds) }];
  });
}

/**
 * Where the development branches would not contain each other any more, if all of this landed; null also if none of it goes to
 * one. A queue can be valid while somebody has pushed to a version without a queue.
 */
function gapAfter(ready: readonly QueueMember[], path: readonly string[], question: QueueMergeQuestion): ContainmentGap | null {
  const moves = movesOf(ready.filter(({ hotfix }) => !hotfix), question);
  if (moves.length === 0) {
    return null;
  }
  const { refs, graph } = question;
  const after = new Map([...refs.branches, ...moves.map(({ destination, to }) => [destination, to] as const)]);
  return checkSelfContained(path, (older, newer) => graph.contains(after.get(newer) ?? '', after.get(older) ?? ''));
}

/**
 * A lease permits a branch to be rewound (spec 6, rule 3), so that each goes forward is proven here, for what is about to be
 * pushed and not for what should have led there.
 *
 * @throws if one would not: in a valid queue that is a mistake of the program
 */
function proveForward(moves: readonly QueueMove[], { graph, refs }: QueueMergeQuestion): void {
  const after = new Map(refs.branches);
  for (const { destination, from, to } of moves) {
    if (after.get(destination) !== from || !graph.contains(to, from)) {
      throw new Error(`The queue would not fast-forward ${destination} from ${from} to ${to}`);
    }
    after.set(destination, to);
  }
}

function pushOf(merged: readonly QueueMember[], moves: readonly QueueMove[], question: QueueMergeQuestion): readonly RefUpdate[] {
  const entries = merged.flatMap((member) => member.entries);
  const leftovers = new Set([
    ...entries.map(({ branch }) => branch),
    ...landedBranches(merged, moves, question),
    ...outdatedQueues(moves, question.model),
  ]);
  return [
    ...moves.map(({ destination, from, to }) => ({ ref: `refs/heads/${destination}`, from, to })),
    ...[...leftovers].map((branch) => ({ ref: `refs/heads/${branch}`, from: question.refs.branches.get(branch) ?? null, to: null })),
  ].filter(({ from }) => from !== null);
}

/** The `w/…` branches and sources of what merged, as long as everything on them has landed: later commits are somebody's work. */
function landedBranches(merged: readonly QueueMember[], moves: readonly QueueMove[], { graph, refs, deleteSourcesOf }: QueueMergeQuestion): readonly string[] {
  const candidates = merged.flatMap(({ pullRequest, entries, versions: [first] }) =>
    entries.flatMap(({ version, source }) => [
      { branch: `w/${version}/${source}`, version },
      // A development branch can be a source too; it stays.
      ...(version === first && deleteSourcesOf.has(pullRequest) && !source.startsWith('development/') ? [{ branch: source, version }] : []),
    ]),
  );
  return moves.flatMap(({ version, to }) => {
    const own = candidates.filter((candidate) => candidate.version === version).map(({ branch }) => ({ branch, tip: refs.branches.get(branch) ?? '' }));
    const landed = graph.contained(to, own.map(({ tip }) => tip));
    return own.filter(({ tip }) => landed.has(tip)).map(({ branch }) => branch);
  });
}

/** Empty queues of other revisions of a hotfix that moves: left where they are, they would lack their destination. */
function outdatedQueues(moves: readonly QueueMove[], { versions }: QueueModel): readonly string[] {
  return versions
    .filter(({ entries, destination }) => entries.length === 0 && moves.some((move) => move.destination === destination.branch))
    .map(({ queue }) => queue.branch);
}

/**
 * The first pull request of a path, when nothing merges: everything before it has landed, so what failed on its branch is
 * its own doing. Not if a green entry behind it vouches for it on that version: then the others are waited for.
 */
function findCulprit(members: readonly QueueMember[], builds: QueueBuilds): { readonly culprit: QueueMember; readonly build: FailedBuild } | null {
  for (const path of pathsOf(members)) {
    const [culprit] = path;
    const [build] = culprit === undefined ? [] : failedBuilds(notVouchedFor(culprit, path, builds), builds);
    if (culprit !== undefined && build !== undefined) {
      return { culprit, build };
    }
  }
  return null;
}

/** What failed of a pull request that was taken out of the queue; null: nothing, as the builds stand now. */
export function failedBuildOf({ entries }: QueueMember, builds: QueueBuilds): FailedBuild | null {
  return failedBuilds(entries, builds)[0] ?? null;
}

/** The failed ones among these entries, one result for each pull request. */
function failedBuilds(entries: readonly QueueEntry[], builds: QueueBuilds): readonly FailedBuild[] {
  const failed = entries.filter((entry) => stateOf(entry, builds) === 'failed');
  return [...new Set(failed.map(({ pullRequest }) => pullRequest))].flatMap((pullRequest) => {
    const own = failed.filter((entry) => entry.pullRequest === pullRequest);
    const build = worstVerdict(own.map((entry) => evidenceOf(entry, builds)).filter((evidence) => evidence !== null));
    return build.kind === 'failed' ? [{ pullRequest, entries: own, build }] : [];
  });
}
