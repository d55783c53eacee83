import type { CommitGraph } from '../history/commit-graph.js';
import type { LandedVersion, LandingRecord } from '../outcomes/landing-record.js';
import type { CommitRecord, Sha } from '../ports/git.js';
import type { QueueMergeDecision, QueueMove } from './merging.js';
import type { QueueMember } from './order.js';
import type { QueueBuilds } from './states.js';

/** How much of a pull request a merge of the queue has landed. */
export type LandedExtent =
  /** Outcome 102. */
  | { readonly kind: 'whole' }
  /** Outcome 126: these were pushed after it was queued, oldest first; they start a new cycle. Subjects are untrusted. */
  | { readonly kind: 'part'; readonly remaining: ReadonlyArray<Pick<CommitRecord, 'sha' | 'subject'>> };

/**
 * @param head of the pull request, as GitHub or the refs show it now
 * @param landed where the merge left the destination of the pull request
 * @throws if the history of the head was not read: fetch it first, "whole" must not be a guess
 */
export function landedExtent(head: Sha, landed: Sha, graph: CommitGraph): LandedExtent {
  const remaining = graph.beyond(head, [landed]);
  return remaining.length === 0
    ? { kind: 'whole' }
    : { kind: 'part', remaining: remaining.toReversed().map(({ sha, subject }) => ({ sha, subject })) };
}

/**
 * The commit of the pull request that landed: what came after it was queued did not, and is not what was approved.
 *
 * @param queued the head when it was queued, where the robot said so
 */
export function landedHead(head: Sha, extent: LandedExtent, queued: Sha | null, move: QueueMove | null, graph: CommitGraph): Sha {
  return extent.kind === 'whole' ? head : (queued ?? (move === null ? null : newestLanded(head, move, graph)) ?? head);
}

/** The newest commit on the way to the head that this merge has landed; null if there is none, because the source was rewritten since. */
function newestLanded(head: Sha, { from, to }: QueueMove, graph: CommitGraph): Sha | null {
  let commit: Sha | undefined = head;
  while (commit !== undefined && graph.has(commit) && !graph.contains(from, commit)) {
    if (graph.contains(to, commit)) {
      return commit;
    }
    [commit] = graph.get(commit).parents;
  }
  return null;
}

/** The move of the branch that the pull request was opened against: the oldest of its versions. */
export function destinationMove({ versions: [first] }: QueueMember, moves: readonly QueueMove[]): QueueMove | null {
  return moves.find((move) => move.version === first) ?? null;
}

/** What the queue does not know about a pull request that merged. */
export type RecordedAtMerge = Pick<LandingRecord, 'head' | 'approvals' | 'options' | 'settingsHash'>;

/** The landing record of one pull request of a merge (spec 5, "Landing record"). */
export function queueLandingRecord(
  member: QueueMember,
  merge: Extract<QueueMergeDecision, { readonly kind: 'merge' }>,
  builds: QueueBuilds,
  known: RecordedAtMerge,
): LandingRecord {
  return {
    ...known,
    pullRequest: member.pullRequest,
    versions: landedVersions(member, merge),
    buildsSkipped: builds.kind === 'no-build-key' ? 'no-build-key' : null,
    forced: merge.forced,
  };
}

/**
 * Per version what this pull request alone has moved: from the entry before its own, or from the destination, to its own.
 * The commit that was tested is the newest entry of the merge, which contains it.
 */
export function landedVersions(
  member: QueueMember,
  { merged, moves }: Pick<Extract<QueueMergeDecision, { readonly kind: 'merge' }>, 'merged' | 'moves'>,
): readonly LandedVersion[] {
  const position = merged.findIndex(({ pullRequest, versions: [first] }) => pullRequest === member.pullRequest && first === member.versions[0]);
  const before = merged.slice(0, Math.max(position, 0)).flatMap(({ entries }) => entries);
  return member.entries.flatMap((entry) => {
    const move = moves.find(({ version }) => version === entry.version);
    if (move === undefined) {
      return [];
    }
    const previous = before.findLast(({ version }) => version === entry.version);
    return [
      {
        branch: move.destination,
        before: previous?.tip ?? move.from,
        after: entry.tip,
        tested: { branch: move.newest.branch, commit: move.newest.tip, evidence: move.evidence },
      },
    ];
  });
}
