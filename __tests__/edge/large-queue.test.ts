import { describe, expect, test } from '@jest/globals';
import { handleQueue } from '../../src/edge/handle-queue.js';
import type { Ports } from '../../src/edge/ports.js';
import type { GitHubPort } from '../../src/ports/github.js';
import type { GitPort, RefUpdate, RemoteRefs } from '../../src/ports/git.js';
import { settings, surroundings } from '../builders/facts.js';
import { pushed } from '../builders/memory-git.js';
import { pullRequest } from '../builders/pull-request.js';
import { standingQueue } from '../queue/standing-queue.js';
import { recordingPorts } from './recording-ports.js';

/** The standing queue, of which one push carries so many refs; what is pushed is true at once. */
function narrowWorld(mostRefs: number): { readonly ports: Ports; readonly pushes: number[]; readonly refs: () => RemoteRefs } {
  const history = standingQueue();
  let refs = history.refs();
  const pushes: number[] = [];
  const git: Partial<GitPort> = {
    listRefs: () => Promise.resolve(refs),
    fetch: () => Promise.resolve(),
    readHistory: () => Promise.resolve([...refs.branches.values()].flatMap((tip) => history.graph().beyond(tip, []))),
    fitsOnePush: (updates: readonly RefUpdate[]) => updates.length <= mostRefs,
    push: (updates) => {
      if (updates.length > mostRefs) return Promise.resolve({ kind: 'refused', refs: [], reason: 'too many', cause: 'other' });
      refs = pushed(refs, updates);
      pushes.push(updates.length);
      return Promise.resolve({ kind: 'pushed' });
    },
  };
  const recording = recordingPorts();
  const github: Partial<GitHubPort> = {
    ...recording.ports.github,
    pullRequest: (number) => Promise.resolve(pullRequest({ number, head: { sha: refs.branches.get({ 1: 'bugfix/one', 2: 'feature/two', 3: 'bugfix/three' }[number] ?? 'bugfix/other') ?? '' } })),
    comments: () => Promise.resolve([]),
    reviews: () => Promise.resolve([]),
    commitStatuses: () => Promise.resolve([]),
  };
  return { ports: { ...recording.ports, git: git as GitPort, github: github as GitHubPort }, pushes, refs: () => refs };
}

const queued = surroundings({ settings: settings({ useQueues: true, buildKey: [] }) });
const rules = { dryRun: false, forcedOptions: [], eventComment: null, rebuilt: null };

describe('a queue that one push cannot carry', () => {
  test('it merges in the order of queueing, each start with a push of its own, and all of it is told', async () => {
    const { ports, pushes, refs } = narrowWorld(17);
    const { outcome, handled } = await handleQueue('merge', ports, queued, rules);
    expect(outcome).toEqual({ code: 306, merged: [7, 1, 2, 3] });
    expect(handled.map(({ number, outcome: { code } }) => [number, code])).toEqual([[7, 102], [1, 102], [2, 102], [3, 102]]);
    expect(pushes.length).toBeGreaterThan(1);
    expect([...refs().branches.keys()].filter((branch) => branch.startsWith('q/w/'))).toEqual([]);
  });

  test('not even one pull request fits: refused, nothing changes', async () => {
    const { ports, pushes } = narrowWorld(1);
    expect((await handleQueue('merge', ports, queued, rules)).outcome).toMatchObject({ code: 221, operation: 'push' });
    expect(pushes).toEqual([]);
  });

  test('a dry run: the first push is planned, and nothing is pushed', async () => {
    const { ports, pushes } = narrowWorld(17);
    expect((await handleQueue('merge', ports, queued, { ...rules, dryRun: true })).outcome).toMatchObject({ code: 306 });
    expect(pushes).toEqual([]);
  });
});
