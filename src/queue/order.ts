import type { CommitGraph } from '../history/commit-graph.js';
import type { QueuedPullRequest } from './mergeable.js';
import { compareEntries } from './model.js';
import type { QueueEntry, QueueModel, VersionQueue } from './model.js';

/** A queued pull request with its entries, one for each of `versions` and in the same order. */
export interface QueueMember extends QueuedPullRequest {
  readonly entries: readonly QueueEntry[];
}

/** The queue in the order of queueing. */
export interface OrderedQueue {
  /** In order of versions; the entries of each oldest first. */
  readonly versions: readonly VersionQueue[];
  /**
   * Hotfix paths first, by version; then what goes to development branches; each path in the order of queueing. A pull
   * request whose destination was changed may be on two paths, and is then here twice.
   */
  readonly members: readonly QueueMember[];
}

/**
 * Finds the order of queueing. On one version it is containment, since every entry is made on top of the one before.
 * Across versions the newest version decides, as every development pull request goes there.
 *
 * It answers for a damaged queue too, so that its pull requests can be queued again: entries that do not contain each
 * other go by pull request number, and a pull request missing on the newest version stands where an older one has it.
 */
export function orderQueue(model: QueueModel, graph: CommitGraph): OrderedQueue {
  const versions = model.versions.map((queue) => ({ ...queue, entries: byContainment(queue.entries, graph) }));
  const hotfixes = versions.filter((queue) => queue.hotfix);
  const development = versions.filter((queue) => !queue.hotfix);
  return { versions, members: [...hotfixes.flatMap((queue) => membersOf([queue], true)), ...membersOf(development, false)] };
}

/** What lands together with this pull request, or waits for it: the members of its path, in the order of queueing. */
export function pathOf(members: readonly QueueMember[], { hotfix, versions: [version] }: QueueMember): readonly QueueMember[] {
  return members.filter((other) => other.hotfix === hotfix && (!hotfix || other.versions[0] === version));
}

/** Where a pull request stands on its path, counted from 1; null if it is not queued. */
export function queuePosition(
  members: readonly QueueMember[],
  pullRequest: number,
): { readonly position: number; readonly length: number } | null {
  const member = members.find((candidate) => candidate.pullRequest === pullRequest);
  if (member === undefined) {
    return null;
  }
  const path = pathOf(members, member);
  return { position: path.indexOf(member) + 1, length: path.length };
}

/** Whoever contains more of the others comes later: a chain comes out as it is, and everything else in some fixed order. */
function byContainment(entries: readonly QueueEntry[], graph: CommitGraph): readonly QueueEntry[] {
  const contained = new Map(entries.map((entry) => [entry, entries.filter((other) => graph.contains(entry.tip, other.tip)).length]));
  return [...entries].sort((left, right) => (contained.get(left) ?? 0) - (contained.get(right) ?? 0) || compareEntries(left, right));
}

function membersOf(versions: readonly VersionQueue[], hotfix: boolean): readonly QueueMember[] {
  return queueingOrder(versions).map((pullRequest) => {
    // One entry for each version: of two (a queue that is not valid) the newer.
    const entries = versions.map((queue) => queue.entries.findLast((entry) => entry.pullRequest === pullRequest)).filter((entry) => entry !== undefined);
    return { pullRequest, hotfix, versions: entries.map((entry) => entry.version), entries };
  });
}

function queueingOrder(versions: readonly VersionQueue[]): readonly number[] {
  const order: number[] = [];
  for (const { entries } of versions.toReversed()) {
    let position = order.length;
    for (const { pullRequest } of entries.toReversed()) {
      const known = order.indexOf(pullRequest);
      if (known === -1) {
        order.splice(position, 0, pullRequest);
      } else {
        position = known;
      }
    }
  }
  return order;
}
