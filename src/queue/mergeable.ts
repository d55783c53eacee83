import type { BuildState } from '../builds/build-state.js';
import { compareVersions, parseVersion } from '../gitwaterflow/version.js';

/** A pull request in the queue, as far as the mergeable set is concerned; callers may carry more along. */
export interface QueuedPullRequest {
  readonly pullRequest: number;
  /** Whether it goes to a hotfix branch, which is a path of its own outside the cascade. */
  readonly hotfix: boolean;
  /** The versions that its `q/w/…` branches carry, oldest first: `4.3`, `10`; for a hotfix one, of four parts. */
  readonly versions: readonly string[];
}

/** The newest entry of one version, when its build has failed. */
export interface FailedEntry<Queued extends QueuedPullRequest = QueuedPullRequest> {
  readonly entry: Queued;
  readonly version: string;
}

export interface MergeableInput<Queued extends QueuedPullRequest> {
  /** Versions in cascade order, as text. A development version on none of these paths has no branch to land on. */
  readonly mergePaths: ReadonlyArray<readonly string[]>;
  /** In the order of queueing. The queue is valid (see the validity rules of the queue). */
  readonly queue: readonly Queued[];
  /** By `queueEntryKey`; a missing one is `not-started`. */
  readonly states: ReadonlyMap<string, BuildState>;
  /** Merge whatever the builds say. */
  readonly forceMerge: boolean;
}

export interface MergeableSet<Queued extends QueuedPullRequest> {
  /** What merges now: hotfix entries first, by version; those of one path in the order of queueing. */
  readonly mergeable: readonly Queued[];
  /**
   * One for each version whose newest entry has failed, in the order of versions. It looks at the whole queue, so a
   * pull request is here once for every version it has failed on, and also when the merge is forced.
   */
  readonly failed: ReadonlyArray<FailedEntry<Queued>>;
}

/** Key of one entry, a pull request on one version, among the states. */
export function queueEntryKey(pullRequest: number, version: string): string {
  return `${pullRequest}/${version}`;
}

/**
 * Which queued pull requests merge now (spec 4, merging).
 *
 * A green newest entry vouches for everything before it on its version, since its branch contains all of that. So only
 * newest entries are looked at: where one is not successful, that pull request is dropped and everything queued after
 * it, and the next newest entries are looked at. What remains is the longest start of the queue in which the newest
 * entry of every version is green. Each hotfix version is such a queue by itself.
 */
export function findMergeable<Queued extends QueuedPullRequest>(input: MergeableInput<Queued>): MergeableSet<Queued> {
  return {
    mergeable: pathsOf(input.queue).flatMap((path) => longestGreenStart(path, input)),
    failed: failedEntries(input),
  };
}

/**
 * What lands or waits together, each in the order of queueing: one path for each hotfix version, in the order of versions;
 * then one for all that goes to development branches, which may be empty.
 */
export function pathsOf<Queued extends QueuedPullRequest>(queue: readonly Queued[]): ReadonlyArray<readonly Queued[]> {
  const hotfixes = queue.filter((entry) => entry.hotfix);
  const hotfixVersions = [...new Set(hotfixes.flatMap((entry) => entry.versions))].sort(compareVersionTexts);
  return [
    ...hotfixVersions.map((version) => hotfixes.filter((entry) => entry.versions.includes(version))),
    queue.filter((entry) => !entry.hotfix),
  ];
}

/**
 * What of one path merges. Walks the path once, oldest first, and remembers how far it was when no version had a newest entry that is not green.
 * That is the same as dropping from the end again and again: an entry that is not green spoils every start that ends
 * between it and the next entry of its version.
 */
function longestGreenStart<Queued extends QueuedPullRequest>(
  path: readonly Queued[],
  { mergePaths, states, forceMerge }: MergeableInput<Queued>,
): readonly Queued[] {
  const branched = new Set(mergePaths.flat());
  const notGreen = new Set<string>();
  let length = 0;
  for (const [position, entry] of path.entries()) {
    // Not even a forced merge can land on a branch that is gone, nor can what was queued on top of it.
    if (!entry.hotfix && !entry.versions.every((version) => branched.has(version))) {
      break;
    }
    for (const version of entry.versions) {
      if (forceMerge || states.get(queueEntryKey(entry.pullRequest, version)) === 'successful') {
        notGreen.delete(version);
      } else {
        notGreen.add(version);
      }
    }
    length = notGreen.size === 0 ? position + 1 : length;
  }
  return path.slice(0, length);
}

function failedEntries<Queued extends QueuedPullRequest>(input: MergeableInput<Queued>): ReadonlyArray<FailedEntry<Queued>> {
  const newest = new Map(input.queue.flatMap((entry) => entry.versions.map((version) => [version, entry] as const)));
  return [...newest]
    .map(([version, entry]) => ({ entry, version }))
    .filter(({ entry, version }) => input.states.get(queueEntryKey(entry.pullRequest, version)) === 'failed')
    .sort((left, right) => compareVersionTexts(left.version, right.version));
}

/** What is no version comes last; the branch grammar lets none through. */
function compareVersionTexts(left: string, right: string): number {
  const leftVersion = parseVersion(left);
  const rightVersion = parseVersion(right);
  if (leftVersion === null || rightVersion === null) {
    return Number(leftVersion === null) - Number(rightVersion === null);
  }
  return compareVersions(leftVersion, rightVersion);
}
