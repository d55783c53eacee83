import type { CommitGraph } from '../history/commit-graph.js';
import { announceMerges } from '../integration/announce.js';
import { mergeHeads } from '../integration/merge-heads.js';
import type { BranchAtCommit } from '../integration/merge-heads.js';
import type { GitPort, RefUpdate, Sha } from '../ports/git.js';
import { isQueueEmpty } from './model.js';
import type { QueueModel } from './model.js';

/** A pull request about to be queued. */
export interface QueueingRequest {
  readonly pullRequest: number;
  /** Name of the source branch, as the queue integration branches carry it. */
  readonly source: string;
  /** In cascade order; the destination of the pull request comes first. */
  readonly targets: readonly QueueingTarget[];
  /** False with option `no_octopus`: consecutive merges of two parents. */
  readonly octopus: boolean;
}

export interface QueueingTarget {
  /** See `queueVersionOf`: of four parts for a hotfix. */
  readonly version: string;
  readonly destination: BranchAtCommit;
  /** What passed every check: the source branch for the first target, its integration branch for each later one. */
  readonly tested: BranchAtCommit;
  /** Where `q/<version>` is; null: it does not exist yet. */
  readonly queueTip: Sha | null;
}

/** One version on which the pull request enters: both branches end at `to`. */
export interface QueueingMove {
  readonly version: string;
  readonly destination: string;
  /** `q/<version>`. */
  readonly queueBranch: string;
  /** Null: it is created. */
  readonly queueFrom: Sha | null;
  /** `q/w/<pull request>/<version>/<source branch>`; always created. */
  readonly entryBranch: string;
  readonly to: Sha;
}

export type QueueingTrial =
  | { readonly kind: 'clean'; readonly moves: readonly QueueingMove[] }
  /** `branch` is the queue branch with which it conflicts, or the destination while that has none (outcome 124). */
  | { readonly kind: 'conflict'; readonly branch: string; readonly sides: readonly [string, string]; readonly files: readonly string[] };

/**
 * Puts a pull request on top of the queue of each of its targets (spec 4, entering), with trees and unreferenced commits:
 * a read. Call it only with a valid queue in which the pull request is not.
 *
 * Each result contains the tip of its queue (or its destination) and the result of the version before, so the queue
 * stays valid. It is a fast-forward only to the tested commit itself, and only if that goes beyond the queue's tip: builds
 * of the integration branch then may count. In every other case a commit is made, even if nothing is left to merge. So
 * two entries of one version never share a tip, the order of queueing can always be read off containment, and no entry
 * gets the build of another pull request, or of its own entry on another version.
 *
 * @throws GitOutage when git cannot tell; that is never a conflict
 */
export async function tryQueueing(request: QueueingRequest, git: GitPort, graph: CommitGraph): Promise<QueueingTrial> {
  const { pullRequest, source, octopus } = request;
  await announceMerges(git, graph, mergesOfQueueing(request.targets));
  const moves: QueueingMove[] = [];
  let previous: BranchAtCommit | null = null;
  for (const { version, destination, tested, queueTip } of request.targets) {
    const queueBranch = `q/${version}`;
    const entryBranch = `q/w/${pullRequest}/${version}/${source}`;
    const base = queueTip === null ? destination : { branch: queueBranch, tip: queueTip };
    let to = tested.tip;
    if (!isFastForward(graph, base, tested, previous)) {
      const heads: readonly BranchAtCommit[] = previous === null ? [tested] : [tested, previous];
      const merged = await mergeHeads({ git, graph, octopus, pullRequest }, base, heads, entryBranch, 'always-commit');
      if (merged.kind === 'conflict') {
        return { kind: 'conflict', branch: base.branch, sides: merged.sides, files: merged.files };
      }
      if (merged.kind === 'clean') {
        throw new Error(`No commit was made for ${entryBranch}, although one is always made`);
      }
      to = merged.commit;
    }
    moves.push({ version, destination: destination.branch, queueBranch, queueFrom: queueTip, entryBranch, to });
    previous = { branch: entryBranch, tip: to };
  }
  return { kind: 'clean', moves };
}

type TargetTips = Pick<QueueingTarget, 'destination' | 'tested' | 'queueTip'>;

/** What will be merged with what, see `announceMerges`. */
export function mergesOfQueueing(targets: readonly TargetTips[]): ReadonlyArray<readonly [Sha, Sha]> {
  return targets.flatMap((target, index) => pairsOf(target, targets[index - 1]));
}

/** The base of a version with what comes into it: the tested commit, and what the entry of the version before is made of. */
function pairsOf(target: TargetTips, before: TargetTips | undefined): ReadonlyArray<readonly [Sha, Sha]> {
  const baseOf = ({ queueTip, destination }: TargetTips): Sha => queueTip ?? destination.tip;
  const heads = [target.tested.tip, ...(before === undefined ? [] : [baseOf(before), before.tested.tip])];
  return heads.map((tip) => [baseOf(target), tip] as const);
}

/** The queue branches of all versions together; the new entries must not exist yet. */
export function queueingPush(moves: readonly QueueingMove[]): readonly RefUpdate[] {
  return moves.flatMap(({ queueBranch, queueFrom, entryBranch, to }) => [
    { ref: `refs/heads/${queueBranch}`, from: queueFrom, to },
    { ref: `refs/heads/${entryBranch}`, from: null, to },
  ]);
}

/**
 * Whether a pull request has to go through the queue with `skip_queue_when_not_needed`: something is queued, on whatever
 * version, or a branch that was tested lacks what its destination has got since. Or `q/<version>` holds what never landed,
 * although nothing is queued: a merge past the queue would take it away, and nobody would look whether it is somebody's.
 */
export function isQueueNeeded(
  model: QueueModel,
  targets: ReadonlyArray<Pick<QueueingTarget, 'destination' | 'tested'>>,
  graph: CommitGraph,
): boolean {
  const unlanded = model.versions.some(
    ({ queue, destination }) => queue.tip !== null && (destination.tip === null || !graph.contains(destination.tip, queue.tip)),
  );
  return !isQueueEmpty(model) || unlanded || targets.some(({ destination, tested }) => !graph.contains(tested.tip, destination.tip));
}

/**
 * What a merge past the queue takes along: queues without entries, whose destinations move away from under them. They are
 * made anew when something is queued next.
 *
 * @param destinations names of the branches that move
 */
export function emptyQueueDeletes(model: QueueModel, destinations: ReadonlySet<string>): readonly RefUpdate[] {
  return model.versions
    .filter(({ destination, entries }) => entries.length === 0 && destinations.has(destination.branch))
    .map(({ queue }) => ({ ref: `refs/heads/${queue.branch}`, from: queue.tip, to: null }))
    .filter(({ from }) => from !== null);
}

function isFastForward(graph: CommitGraph, base: BranchAtCommit, tested: BranchAtCommit, previous: BranchAtCommit | null): boolean {
  const contains = (head: BranchAtCommit): boolean => tested.tip !== head.tip && graph.contains(tested.tip, head.tip);
  return contains(base) && (previous === null || contains(previous));
}
