import { parseBranchName } from '../gitwaterflow/branch-name.js';
import { compareVersions, formatVersion, parseVersion } from '../gitwaterflow/version.js';
import type { RefUpdate } from '../ports/git.js';
import type { QueueMatrix } from '../queue/matrix.js';
import type { CellState, QueuedPullRequest } from './state.js';

/** What a run saw of the queue before it changed anything. */
export type QueueSeen =
  | { readonly kind: 'not-looked-at' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'matrix'; readonly matrix: QueueMatrix };

/**
 * The queue after a run: what it saw, or else what was known, and then what it pushed. The queue branches are the queue, so the
 * pushes tell who came and went, whatever the outcomes are called.
 *
 * @param now epoch minutes
 */
export function queueAfter(known: readonly QueuedPullRequest[], seen: QueueSeen, pushed: readonly RefUpdate[], now: number): readonly QueuedPullRequest[] {
  const rows = rowsOf(seen, known).map((row): Row => ({ number: row.number, since: row.since, cells: new Map(Object.entries(row.cells)) }));
  for (const { ref, from, to } of pushed) {
    const branch = parseBranchName(ref.replace(/^refs\/heads\//, ''));
    if (branch?.kind !== 'queue-integration') {
      continue;
    }
    const version = formatVersion(branch.version);
    const ofPullRequest = rows.filter((row) => row.number === branch.pullRequest);
    if (to === null) {
      ofPullRequest.forEach((row) => row.cells.delete(version));
      continue;
    }
    const row = ofPullRequest.find((candidate) => candidate.cells.size > 0 && pathOf(candidate) === pathOfVersion(version)) ?? newRow(branch.pullRequest, known, now);
    if (!rows.includes(row)) {
      rows.push(row);
    }
    row.since ??= now;
    // A run that looked at the queue after this push has seen more of the branch than the push tells.
    if (from !== null || !row.cells.has(version)) {
      row.cells.set(version, 'not-started');
    }
  }
  const standing = rows.filter(({ cells }) => cells.size > 0).map(({ number, since, cells }): QueuedPullRequest => ({ number, since, cells: Object.fromEntries(cells) }));
  return pathsOf(standing).flatMap(({ rows: path }) => path);
}

interface Row {
  readonly number: number;
  since: number | null;
  readonly cells: Map<string, CellState>;
}

function rowsOf(seen: QueueSeen, known: readonly QueuedPullRequest[]): readonly QueuedPullRequest[] {
  switch (seen.kind) {
    case 'not-looked-at':
      return known;
    case 'empty':
      return [];
    case 'matrix': {
      const { versions, rows } = seen.matrix;
      return rows.map(({ pullRequest, cells }) => ({
        number: pullRequest,
        since: sinceOf(pullRequest, known),
        cells: Object.fromEntries(versions.flatMap(({ version }, column) => (cells[column] === null || cells[column] === undefined ? [] : [[version, cells[column].state] as const]))),
      }));
    }
  }
}

/** A pull request that is queued again, because the queue was rebuilt, waits since it was queued first. */
function newRow(number: number, known: readonly QueuedPullRequest[], now: number): Row {
  return { number, since: sinceOf(number, known) ?? now, cells: new Map() };
}

function sinceOf(number: number, known: readonly QueuedPullRequest[]): number | null {
  return known.find((row) => row.number === number)?.since ?? null;
}

/** What lands together: one path for each hotfix, one for all development branches. */
export interface QueuePath {
  /** `development`, or the version of a hotfix. */
  readonly name: string;
  readonly rows: readonly QueuedPullRequest[];
}

/** Hotfixes first, by version; each in the order of queueing. */
export function pathsOf(queue: readonly QueuedPullRequest[]): readonly QueuePath[] {
  const names = [...new Set(queue.map((row) => pathOfVersion(Object.keys(row.cells)[0] ?? '')))].sort((left, right) => order(left) - order(right) || byVersion(left, right));
  return names.map((name) => ({ name, rows: queue.filter((row) => pathOfVersion(Object.keys(row.cells)[0] ?? '') === name) }));
}

/** Place on its path, from 1; null: it is not in the queue. */
export function positionIn(queue: readonly QueuedPullRequest[], number: number): { readonly position: number; readonly length: number } | null {
  for (const { rows } of pathsOf(queue)) {
    const index = rows.findIndex((row) => row.number === number);
    if (index !== -1) {
      return { position: index + 1, length: rows.length };
    }
  }
  return null;
}

/** The columns: every version on which something is queued, in the order of the cascade. */
export function versionsOf(queue: readonly QueuedPullRequest[]): readonly string[] {
  return [...new Set(queue.flatMap(({ cells }) => Object.keys(cells)))].sort(byVersion);
}

function pathOf({ cells }: Row): string {
  return pathOfVersion([...cells.keys()][0] ?? '');
}

function pathOfVersion(version: string): string {
  return parseVersion(version)?.length === 4 ? version : 'development';
}

function order(path: string): number {
  return path === 'development' ? 1 : 0;
}

function byVersion(left: string, right: string): number {
  const [one, other] = [parseVersion(left), parseVersion(right)];
  return one === null || other === null ? 0 : compareVersions(one, other);
}
