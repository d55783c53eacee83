import type { BuildState } from '../builds/build-state.js';
import type { BranchEvidence } from '../builds/verdict.js';
import type { Sha } from '../ports/git.js';
import { pathOf } from './order.js';
import type { OrderedQueue, QueueMember } from './order.js';
import { evidenceOf, stateOf } from './states.js';
import type { QueueBuilds } from './states.js';

/** The queue as a table, pull request by version, for the summary and the dashboard (spec 5). */
export interface QueueMatrix {
  /** The columns: versions on which something is queued, in order. */
  readonly versions: ReadonlyArray<{ readonly version: string; readonly destination: string }>;
  /** Hotfix paths first, by version; each path in the order of queueing. */
  readonly rows: readonly QueueMatrixRow[];
}

export interface QueueMatrixRow {
  readonly pullRequest: number;
  /** Name of the source branch: untrusted. */
  readonly source: string;
  readonly hotfix: boolean;
  /** On its path, counted from 1. */
  readonly position: number;
  /** One for each column; null: not queued on that version. */
  readonly cells: ReadonlyArray<QueueMatrixCell | null>;
}

export interface QueueMatrixCell {
  readonly branch: string;
  readonly commit: Sha;
  /** `not-read`: nothing depended on it; `not-asked`: build checks are off. */
  readonly state: BuildState | 'not-read' | 'not-asked';
  readonly evidence: BranchEvidence | null;
}

export function queueMatrix({ versions, members }: OrderedQueue, builds: QueueBuilds): QueueMatrix {
  const columns = versions.filter(({ entries }) => entries.length > 0);
  return {
    versions: columns.map(({ version, destination }) => ({ version, destination: destination.branch })),
    rows: members.map((member) => ({
      pullRequest: member.pullRequest,
      source: member.entries[0]?.source ?? '',
      hotfix: member.hotfix,
      position: pathOf(members, member).indexOf(member) + 1,
      cells: columns.map(({ version }) => cellOf(member, version, builds)),
    })),
  };
}

function cellOf(member: QueueMember, version: string, builds: QueueBuilds): QueueMatrixCell | null {
  const entry = member.entries.find((candidate) => candidate.version === version);
  if (entry === undefined) {
    return null;
  }
  const state = builds.kind === 'no-build-key' ? 'not-asked' : (stateOf(entry, builds) ?? 'not-read');
  return { branch: entry.branch, commit: entry.tip, state, evidence: evidenceOf(entry, builds) };
}
