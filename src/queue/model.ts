import { developmentBranchName, hotfixBranchName, parseBranchName, queueBranchName } from '../gitwaterflow/branch-name.js';
import { compareVersions, formatVersion } from '../gitwaterflow/version.js';
import type { Version } from '../gitwaterflow/version.js';
import type { RemoteRefs, Sha } from '../ports/git.js';
import type { Settings } from '../settings/schema.js';

/** One pull request queued on one version: a branch `q/w/<pull request>/<version>/<source branch>`. */
export interface QueueEntry {
  readonly pullRequest: number;
  /** As its name carries it: `4.3`; for a hotfix of four parts, `4.3.18.1`. */
  readonly version: string;
  /** Name of the source branch: untrusted text. */
  readonly source: string;
  readonly branch: string;
  readonly tip: Sha;
}

/** A branch as the refs show it. */
export interface BranchSeen {
  readonly branch: string;
  /** Null: there is no such branch. */
  readonly tip: Sha | null;
}

/** Everything the refs show of the queue of one version. */
export interface VersionQueue {
  readonly version: string;
  readonly hotfix: boolean;
  /** `development/<version>`; of a hotfix `hotfix/X.Y.Z`, whatever the revision in `version`. */
  readonly destination: BranchSeen;
  /** `q/<version>`. */
  readonly queue: BranchSeen;
  /** As read: by pull request, then by name. `orderQueue` puts them in the order of queueing. */
  readonly entries: readonly QueueEntry[];
}

/** The queue as the refs show it, coherent or not; only versions with at least one queue branch. In order of versions. */
export interface QueueModel {
  readonly versions: readonly VersionQueue[];
}

/** Reads the queue off the branches. Names that are not of our grammar are ignored (spec 4, validity). */
export function readQueue(refs: Pick<RemoteRefs, 'branches'>): QueueModel {
  const versions = new Map<string, Version>();
  const entries = new Map<string, QueueEntry[]>();
  for (const [branch, tip] of refs.branches) {
    const parsed = parseBranchName(branch);
    if (parsed?.kind !== 'queue' && parsed?.kind !== 'queue-integration') {
      continue;
    }
    const version = formatVersion(parsed.version);
    versions.set(version, parsed.version);
    if (parsed.kind === 'queue-integration') {
      const entry = { pullRequest: parsed.pullRequest, version, source: parsed.source.name, branch, tip };
      const known = entries.get(version);
      if (known === undefined) {
        entries.set(version, [entry]);
      } else {
        known.push(entry);
      }
    }
  }
  const seen = (branch: string): BranchSeen => ({ branch, tip: refs.branches.get(branch) ?? null });
  return {
    versions: [...versions.values()].sort(compareVersions).map((version) => ({
      version: formatVersion(version),
      hotfix: version.length === 4,
      destination: seen(destinationName(version)),
      queue: seen(queueBranchName(version)),
      entries: (entries.get(formatVersion(version)) ?? []).sort(compareEntries),
    })),
  };
}

/** Whether the robot queues anything here. A mere gate leaves an old queue alone. */
export function hasQueue({ useQueues, gateOnly }: Pick<Settings, 'useQueues' | 'gateOnly'>): boolean {
  return useQueues && !gateOnly;
}

/** Whether any `q/w/<pull request>/…` exists, whatever version its name carries (spec 3, step 14). */
export function isQueued(model: QueueModel, pullRequest: number): boolean {
  return model.versions.some(({ entries }) => entries.some((entry) => entry.pullRequest === pullRequest));
}

/** No pull request is queued. There may be queue branches all the same: they stay where the last merge left them. */
export function isQueueEmpty(model: QueueModel): boolean {
  return model.versions.every(({ entries }) => entries.length === 0);
}

/**
 * The version under which a target is queued: its own, except that a hotfix branch on which something is queued keeps
 * the revision of that queue. A tag may raise the revision at any time; two queues would then move one branch apart.
 */
export function queueVersionOf(model: QueueModel, target: Version): string {
  const destination = destinationName(target);
  const inUse = model.versions.find((queue) => queue.destination.branch === destination && queue.entries.length > 0);
  return inUse?.version ?? formatVersion(target);
}

/** The tip on which the next pull request of this version is queued, or null if `q/<version>` does not exist. */
export function queueTipOf(model: QueueModel, version: string): Sha | null {
  return model.versions.find((queue) => queue.version === version)?.queue.tip ?? null;
}

/** By pull request, then by name: an order that depends on nothing but the names. */
export function compareEntries(left: QueueEntry, right: QueueEntry): number {
  return left.pullRequest - right.pullRequest || (left.branch < right.branch ? -1 : Number(left.branch > right.branch));
}

function destinationName(version: Version): string {
  if (version.length !== 4) {
    return developmentBranchName(version);
  }
  const [major, minor, patch] = version;
  return hotfixBranchName([major, minor, patch]);
}
