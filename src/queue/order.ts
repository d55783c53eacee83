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

/**
 * Whoever contains more of the others comes later: a chain comes out as it is, and everything else in some fixed order. In a
 * chain that is the order of generations, so one look at each neighbour is enough for the usual, valid queue.
 */
function byContainment(entries: readonly QueueEntry[], graph: CommitGraph): readonly QueueEntry[] {
  const byGeneration = sortedBy(entries, ({ tip }) => graph.generation(tip));
  if (byGeneration.every((entry, index) => index === 0 || graph.contains(entry.tip, byGeneration[index - 1]?.tip ?? ''))) {
    return byGeneration;
  }
  const tips = entries.map(({ tip }) => tip);
  return sortedBy(entries, (entry) => {
    const contained = graph.contained(entry.tip, tips);
    return tips.filter((tip) => contained.has(tip)).length;
  });
}

function sortedBy(entries: readonly QueueEntry[], rankOf: (entry: QueueEntry) => number): readonly QueueEntry[] {
  const ranks = new Map(entries.map((entry) => [entry, rankOf(entry)]));
  return [...entries].sort((left, right) => (ranks.get(left) ?? 0) - (ranks.get(right) ?? 0) || compareEntries(left, right));
}

function membersOf(versions: readonly VersionQueue[], hotfix: boolean): readonly QueueMember[] {
  // One entry for each version: of two (a queue that is not valid) the newer.
  const entriesOf = versions.map((queue) => new Map(queue.entries.map((entry) => [entry.pullRequest, entry])));
  return queueingOrder(versions).map((pullRequest) => {
    const entries = entriesOf.map((byPullRequest) => byPullRequest.get(pullRequest)).filter((entry) => entry !== undefined);
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
