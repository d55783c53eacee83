import type { BuildState } from '../builds/build-state.js';
import type { BranchEvidence } from '../builds/verdict.js';
import { pathsOf, queueEntryKey } from './mergeable.js';
import type { QueueEntry } from './model.js';
import type { QueueMember } from './order.js';

/** What is known of the builds of the queue. */
export type QueueBuilds =
  /**
   * By `queueEntryKey`, as far as it was read. Evidence must name the branch and the commit of the entry, as
   * `BranchFacts.branch` and `.commit` do; of anything else it says nothing.
   */
  | { readonly kind: 'asked'; readonly evidence: ReadonlyMap<string, BranchEvidence> }
  /** The command `force-merge-queues`: whatever the builds say. What is known of them goes on record all the same. */
  | { readonly kind: 'forced'; readonly evidence: ReadonlyMap<string, BranchEvidence> }
  /** The setting `build_key` is empty: nothing is asked. */
  | { readonly kind: 'no-build-key' };

/**
 * The names whose runs count for an entry, on its own commit and no other (spec 4, merging). `q/<version>` stood at every
 * entry once, so a run under that name counts for the entry whose commit it was on; rule 1 of `stateForBranch` sees to it.
 *
 * @param acceptIntegrationBuilds the setting `queue_accepts_integration_builds`: the branch that was queued counts as well,
 *   which is the source branch on the first version of a pull request
 */
export function branchNamesOf(entry: QueueEntry, member: QueueMember, acceptIntegrationBuilds: boolean): ReadonlySet<string> {
  const names = new Set([entry.branch, `q/${entry.version}`]);
  if (acceptIntegrationBuilds) {
    names.add(entry.version === member.versions[0] ? entry.source : `w/${entry.version}/${entry.source}`);
  }
  return names;
}

/** The evidence about an entry, if it is about this branch at the commit that would land. */
export function evidenceOf(entry: QueueEntry, builds: QueueBuilds): BranchEvidence | null {
  const evidence = builds.kind === 'no-build-key' ? undefined : builds.evidence.get(queueEntryKey(entry.pullRequest, entry.version));
  return evidence?.commit === entry.tip && evidence.branch === entry.branch ? evidence : null;
}

/** The state of an entry: null while it is not known. */
export function stateOf(entry: QueueEntry, builds: QueueBuilds): BuildState | null {
  return builds.kind === 'no-build-key' ? 'successful' : (evidenceOf(entry, builds)?.state ?? null);
}

export function statesOf(members: readonly QueueMember[], builds: QueueBuilds): ReadonlyMap<string, BuildState> {
  const states = members.flatMap(({ entries }) =>
    entries.map((entry) => [queueEntryKey(entry.pullRequest, entry.version), stateOf(entry, builds) ?? 'not-started'] as const),
  );
  return new Map(states);
}

/** An entry and the pull request it belongs to. */
export interface AskedEntry {
  readonly member: QueueMember;
  readonly entry: QueueEntry;
}

/**
 * The entries whose builds must be read next before the queue can be decided on. Read them and ask again, until there are
 * none: so only those are read that decide something, in a few rounds of requests that can go out together.
 *
 * First the newest entry of every version, which is also where failures are looked for. Then, while a newest entry is not
 * successful, that pull request and everything after it is dropped and the next newest entries are asked for. At last,
 * with `eject` and nothing to merge, the entries of the first pull request that nothing green vouches for.
 *
 * @param onFailure the setting `queue_on_failure`
 */
export function entriesToAsk(members: readonly QueueMember[], builds: QueueBuilds, onFailure: 'wait' | 'eject'): readonly AskedEntry[] {
  return builds.kind === 'asked' ? pathsOf(members).flatMap((path) => askedOfPath(path, builds, onFailure)) : [];
}

function askedOfPath(path: readonly QueueMember[], builds: QueueBuilds, onFailure: 'wait' | 'eject'): readonly AskedEntry[] {
  const isUnknown = ({ entry }: AskedEntry): boolean => stateOf(entry, builds) === null;
  const first = newestEntries(path).filter(isUnknown);
  if (first.length > 0) {
    return first;
  }
  let candidates = path;
  while (candidates.length > 0) {
    const newest = newestEntries(candidates);
    const spoilers = newest.filter(({ entry }) => (stateOf(entry, builds) ?? 'successful') !== 'successful').map(({ member }) => candidates.indexOf(member));
    const unknown = newest.filter(isUnknown);
    if (spoilers.length === 0) {
      return unknown;
    }
    candidates = candidates.slice(0, Math.min(...spoilers));
  }
  const [oldest] = path;
  return onFailure === 'wait' || oldest === undefined
    ? []
    : notVouchedFor(oldest, path, builds).map((entry) => ({ member: oldest, entry })).filter(isUnknown);
}

/** The entries of a pull request that no green entry behind them on their version vouches for. */
export function notVouchedFor(member: QueueMember, path: readonly QueueMember[], builds: QueueBuilds): readonly QueueEntry[] {
  const behind = path.slice(path.indexOf(member) + 1).flatMap(({ entries }) => entries);
  return member.entries.filter(({ version }) => !behind.some((other) => other.version === version && stateOf(other, builds) === 'successful'));
}

function newestEntries(path: readonly QueueMember[]): readonly AskedEntry[] {
  const newest = new Map(path.flatMap((member) => member.entries.map((entry) => [entry.version, { member, entry }] as const)));
  return [...newest.values()];
}
