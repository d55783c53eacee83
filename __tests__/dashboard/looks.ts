import type { Look, SeenPullRequest } from '../../src/dashboard/update.js';
import type { DashboardState, OpenPullRequest, QueuedPullRequest } from '../../src/dashboard/state.js';
import { emptyDashboard } from '../../src/dashboard/state.js';
import type { LandingRecord } from '../../src/outcomes/landing-record.js';
import type { Outcome } from '../../src/outcomes/outcome.js';
import type { RefUpdate } from '../../src/ports/git.js';
import type { CellState } from '../../src/dashboard/state.js';
import type { QueueMatrix } from '../../src/queue/matrix.js';

/** 2026-05-20 14:00 UTC, in minutes. */
export const noon = Date.parse('2026-05-20T14:00:00Z') / 60_000;
export const sha = (digit: string): string => digit.repeat(40);

export function look(differences: Partial<Look> = {}): Look {
  return { everything: false, now: noon, pullRequests: [], queue: { kind: 'not-looked-at' }, pushed: [], ...differences };
}

export function seen(number: number, outcome: Outcome, about: Partial<NonNullable<SeenPullRequest['about']>> = {}): SeenPullRequest {
  return { number, about: { title: `Change ${number}`, destination: 'development/4.3', open: true, ...about }, outcome };
}

export function state(differences: Partial<DashboardState> = {}): DashboardState {
  return { ...emptyDashboard, complete: true, ...differences };
}

export function open(number: number, differences: Partial<OpenPullRequest> = {}): OpenPullRequest {
  return { number, title: `Change ${number}`, destination: 'development/4.3', state: 'pending', reason: '1 approval missing', ...differences };
}

export function queued(number: number, cells: Readonly<Record<string, CellState>> = { '4.3': 'in-progress', '5.1': 'not-read' }, since: number | null = noon - 30): QueuedPullRequest {
  return { number, since, cells };
}

export const needsApproval: Outcome = {
  code: 115,
  missing: { author: false, peers: { given: 0, needed: 1, missing: 1 }, leaders: { given: 0, needed: 0, missing: 0 }, changeRequesters: [], unanimityMissing: [] } as never,
};
export const isQueued: Outcome = { code: 302, reason: { kind: 'queued' } };
export const outage: Outcome = { code: 133, service: 'GitHub', detail: 'reviews' };

export function landing(number: number, head = sha('a')): LandingRecord {
  const versions = ['development/4.3', 'development/5.1'].map((branch) => ({ branch, before: sha('1'), after: sha('2'), tested: null }));
  return { pullRequest: number, head, versions, approvals: [], options: [], buildsSkipped: null, forced: false, settingsHash: 'h' };
}

export function merged(number: number, head = sha('a')): Outcome {
  return { code: 102, landing: landing(number, head), ignored: [] };
}

/** Rows in order; each cell by version. */
export function matrix(rows: ReadonlyArray<readonly [number, Readonly<Record<string, CellState>>]>): QueueMatrix {
  const versions = [...new Set(rows.flatMap(([, cells]) => Object.keys(cells)))];
  return {
    versions: versions.map((version) => ({ version, destination: `development/${version}` })),
    rows: rows.map(([pullRequest, cells], index) => ({
      pullRequest,
      source: 'bugfix/x',
      hotfix: false,
      position: index + 1,
      cells: versions.map((version) => {
        const found = cells[version];
        return found === undefined ? null : { branch: `q/w/${pullRequest}/${version}/bugfix/x`, commit: sha('c'), state: found, evidence: null };
      }),
    })),
  };
}

/** `+12 4.3` enters the queue, `-12 4.3` leaves it. */
export function pushed(...moves: readonly string[]): readonly RefUpdate[] {
  return moves.map((move) => {
    const { sign, number, version } = /^(?<sign>[+-])(?<number>\d+) (?<version>[\d.]+)$/.exec(move)?.groups ?? {};
    if (number === undefined || version === undefined) throw new Error(`What is ${move}?`);
    return { ref: `refs/heads/q/w/${number}/${version}/bugfix/x`, from: sign === '+' ? null : sha('c'), to: sign === '+' ? sha('c') : null };
  });
}
