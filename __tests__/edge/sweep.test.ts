import { describe, expect, test } from '@jest/globals';
import { lookAt } from '../../src/edge/look-at.js';
import type { Ports } from '../../src/edge/ports.js';
import type { ClosedPullRequest, GitHubPort } from '../../src/ports/github.js';
import type { GitPort } from '../../src/ports/git.js';
import { settings, surroundings } from '../builders/facts.js';
import { pullRequest } from '../builders/pull-request.js';

interface Given {
  readonly open: readonly number[];
  /** Merged, and never told. */
  readonly untold: readonly number[];
  /** Requests that a look takes. */
  readonly cost: number;
}

/** A GitHub in which every look finds nothing, at a price, and tells whom it looked at. */
function worldOf({ open, untold, cost }: Given) {
  let requests = 0;
  const looked: number[] = [];
  const closed = untold.map((number): ClosedPullRequest => ({ number, mergedAt: '2026-03-01T10:00:00Z', closedAt: '2026-03-01T10:00:00Z', headBranch: `bugfix/${String(number)}`, fork: false, baseBranch: 'development/4.3' }));
  const github: Partial<GitHubPort> = {
    get requestCount() { return requests; },
    openPullRequests: () => Promise.resolve(open.map((number) => pullRequest({ number }))),
    recentlyClosedPullRequests: () => Promise.resolve(closed),
    commentsSince: () => Promise.resolve([]),
    pullRequest: (number) => {
      // A second question about the same one is answered out of the memory of the run.
      if (looked.at(-1) !== number) {
        requests += cost;
        looked.push(number);
      }
      return Promise.resolve(null);
    },
    forget: () => undefined,
  };
  const git: Partial<GitPort> = { listRefs: () => Promise.resolve({ branches: new Map(), tags: new Map(), pullRequestHeads: new Map() }) };
  const ports: Ports = { git: git as GitPort, github: github as GitHubPort, issueTracker: () => Promise.reject(new Error('not asked')), pause: () => Promise.resolve() };
  return {
    looked,
    sweep: (runNumber: number) =>
      lookAt(
        { kind: 'sweep', why: 'schedule' },
        {
          ports, surroundings: surroundings({ settings: settings({ sweepBudget: 20 }) }),
          rules: { dryRun: false, forcedOptions: [], eventComment: null, rebuilt: null, runNumber },
        },
      ),
  };
}

const range = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, index) => from + index);

describe('a sweep whose budget is spent', () => {
  test('the rest is named, and the next ones look at it', async () => {
    const world = worldOf({ open: range(1, 12), untold: [], cost: 8 });
    const { notes } = await world.sweep(1);
    expect(world.looked).toHaveLength(3);
    expect(notes).toEqual([expect.stringMatching(/made the 20 requests that sweep_budget allows; it did not look at #/)]);
    for (let run = 2; run <= 9; run += 1) await world.sweep(run);
    expect(new Set(world.looked)).toEqual(new Set(range(1, 12)));
  });

  test('what is left undone on closed pull requests takes it all: the open ones have their turn nevertheless', async () => {
    const world = worldOf({ open: [1, 2], untold: range(50, 10), cost: 20 });
    for (let run = 1; run <= 4; run += 1) await world.sweep(run);
    expect(world.looked).toEqual(expect.arrayContaining([1, 2]));
  });
});

describe('closed pull requests that nothing was told on', () => {
  test('more than a sweep looks at: ten each time, and none is hidden for ever', async () => {
    const world = worldOf({ open: [], untold: range(1, 30), cost: 1 });
    await world.sweep(1);
    expect(world.looked).toHaveLength(10);
    for (let run = 2; run <= 7; run += 1) await world.sweep(run);
    expect(new Set(world.looked)).toEqual(new Set(range(1, 30)));
  });
});
