import type { CommitGraph } from '../history/commit-graph.js';
import type { QueueProblem } from '../outcomes/outcome.js';
import type { BranchSeen, QueueEntry, QueueModel, VersionQueue } from './model.js';
import { orderQueue } from './order.js';

/**
 * What contradicts itself in the queue (spec 4, validity); nothing is done with a queue before this is empty.
 *
 * The history of every queue branch and of every version branch must be in the graph. Details are plain sentences with
 * branch names in them: untrusted text.
 *
 * @param mergePath the names of all development branches, in cascade order, as they are now
 */
export function validateQueue(model: QueueModel, graph: CommitGraph, mergePath: readonly string[]): readonly QueueProblem[] {
  const { versions } = orderQueue(model, graph);
  return [...versions.flatMap((queue) => problemsOfVersion(queue, graph)), ...problemsAlongPath(versions, graph, mergePath)];
}

function problemsOfVersion(queue: VersionQueue, graph: CommitGraph): readonly QueueProblem[] {
  return [...problemsOfTip(queue, graph), ...problemsOfEntries(queue, graph)];
}

/** Q001 to Q006: `q/<version>` against its destination and its newest entry. */
function problemsOfTip({ queue, destination, entries }: VersionQueue, graph: CommitGraph): readonly QueueProblem[] {
  const problem = (rule: QueueProblem['rule'], detail: string): QueueProblem => ({ rule, branch: queue.branch, detail });
  if (queue.tip === null) {
    return [problem('Q001', `${queue.branch} does not exist, yet ${numbers(entries)} queued on this version`)];
  }
  const problems: QueueProblem[] = [];
  if (destination.tip === null) {
    problems.push(problem('Q002', `${destination.branch} does not exist any more`));
  } else if (!graph.contains(queue.tip, destination.tip)) {
    problems.push(problem('Q002', `${queue.branch} lacks the newest commit of ${destination.branch}`));
  }
  const newest = entries.at(-1);
  if (newest === undefined) {
    if (destination.tip !== null && queue.tip !== destination.tip) {
      problems.push(problem('Q003', `nothing is queued on this version, yet ${queue.branch} differs from ${destination.branch}`));
    }
  } else if (newest.tip !== queue.tip) {
    problems.push(
      graph.contains(newest.tip, queue.tip)
        ? problem('Q004', `${newest.branch} is ahead of ${queue.branch}`)
        : graph.contains(queue.tip, newest.tip)
          ? problem('Q005', `${queue.branch} is ahead of its newest entry ${newest.branch}`)
          : problem('Q006', `${queue.branch} and its newest entry ${newest.branch} have diverged`),
    );
  }
  return problems;
}

/** Q007 inside a version, and a pull request that is on it twice. */
function problemsOfEntries({ entries, destination, version }: VersionQueue, graph: CommitGraph): readonly QueueProblem[] {
  const problems: QueueProblem[] = [];
  const [oldest] = entries;
  if (oldest !== undefined && !isIn(destination, oldest, graph)) {
    problems.push({ rule: 'Q007', branch: oldest.branch, detail: `the oldest entry ${oldest.branch} does not contain ${destination.branch}` });
  }
  for (const [position, entry] of entries.entries()) {
    const next = entries[position + 1];
    if (next !== undefined && !graph.contains(next.tip, entry.tip)) {
      problems.push({ rule: 'Q007', branch: next.branch, detail: `${next.branch} does not contain ${entry.branch}, which was queued before it` });
    }
    // Two entries of one pull request have no place in any order; a state could not even be told apart by its key.
    if (entries.some((other, otherPosition) => otherPosition > position && other.pullRequest === entry.pullRequest)) {
      problems.push({ rule: 'Q008', branch: entry.branch, detail: `#${entry.pullRequest} is queued more than once on ${version}` });
    }
  }
  return problems;
}

function isIn(destination: BranchSeen, entry: QueueEntry, graph: CommitGraph): boolean {
  return destination.tip !== null && graph.contains(entry.tip, destination.tip);
}

/**
 * The rules between versions. A version branch that appeared after something was queued before it has no queue: Q001.
 * An empty queue asks nothing of the versions after it: whatever is queued next makes their queues anew.
 */
function problemsAlongPath(versions: readonly VersionQueue[], graph: CommitGraph, mergePath: readonly string[]): readonly QueueProblem[] {
  const problems: QueueProblem[] = [];
  let earlier: VersionQueue | null = null;
  for (const destination of mergePath) {
    const current = versions.find((queue) => !queue.hotfix && queue.destination.branch === destination);
    if (earlier !== null && current === undefined) {
      const branch = destination.replace(/^development\//, 'q/');
      problems.push({ rule: 'Q001', branch, detail: `${branch} does not exist, yet ${numbers(earlier.entries)} queued on ${earlier.version}, before it` });
    }
    if (earlier !== null && current !== undefined) {
      problems.push(...problemsBetween(earlier, current, graph));
    }
    // A version without entries does not hide what is queued before it from the versions after it.
    if (current !== undefined && current.entries.length > 0) {
      earlier = current;
    }
  }
  return problems;
}

/** Q007 and Q008 between a version on which something is queued and a later one that has a queue. */
function problemsBetween(earlier: VersionQueue, later: VersionQueue, graph: CommitGraph): readonly QueueProblem[] {
  const problems: QueueProblem[] = [];
  for (const entry of earlier.entries) {
    const next = later.entries.find(({ pullRequest }) => pullRequest === entry.pullRequest);
    if (next === undefined) {
      problems.push({ rule: 'Q007', branch: entry.branch, detail: `#${entry.pullRequest} is queued on ${earlier.version}, but not on ${later.version}` });
    } else if (!graph.contains(next.tip, entry.tip)) {
      problems.push({ rule: 'Q007', branch: next.branch, detail: `${next.branch} does not contain ${entry.branch}` });
    }
  }
  if (!isInOrder(earlier.entries, later.entries)) {
    problems.push({
      rule: 'Q008',
      branch: later.queue.branch,
      detail: `the order of queueing is ${listed(earlier.entries)} on ${earlier.version}, but ${listed(later.entries)} on ${later.version}`,
    });
  }
  return problems;
}

/** Whether the pull requests of the earlier version come in the same order on the later one, which may have more. */
function isInOrder(earlier: readonly QueueEntry[], later: readonly QueueEntry[]): boolean {
  let position = 0;
  for (const { pullRequest } of later) {
    if (pullRequest === earlier[position]?.pullRequest) {
      position += 1;
    }
  }
  return position === earlier.length;
}

function listed(entries: readonly QueueEntry[]): string {
  return entries.length === 0 ? 'nothing' : entries.map(({ pullRequest }) => `#${pullRequest}`).join(', ');
}

function numbers(entries: readonly QueueEntry[]): string {
  return `${listed(entries)} ${entries.length === 1 ? 'is' : 'are'}`;
}
