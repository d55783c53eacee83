import { describe, expect, test } from '@jest/globals';
import type { BuildState } from '../../src/builds/build-state.js';
import { decideQueueMerge, pushableMembers } from '../../src/queue/merging.js';
import type { QueueMergeDecision, QueueMergeQuestion } from '../../src/queue/merging.js';
import { readQueue } from '../../src/queue/model.js';
import { orderQueue } from '../../src/queue/order.js';
import { createHistory } from '../builders/history.js';
import type { History } from '../builders/history.js';
import { pushed } from '../builders/memory-git.js';
import { asked } from './evidence.js';
import { entryName, standingQueue } from './standing-queue.js';

type Overrides = Partial<Pick<QueueMergeQuestion, 'builds' | 'onFailure' | 'deleteSourcesOf' | 'mostMembers'>>;

/** Every entry is green, but for the states given. */
function decide(history: History, states: Readonly<Record<string, BuildState>> = {}, overrides: Overrides = {}): QueueMergeDecision {
  const refs = history.refs();
  const model = readQueue(refs);
  const graph = history.graph();
  const builds = asked(orderQueue(model, graph).members, states, 'successful');
  return decideQueueMerge({ model, refs, graph, builds, onFailure: 'wait', deleteSourcesOf: new Set(), ...overrides });
}

function mergeOf(decision: QueueMergeDecision): Extract<QueueMergeDecision, { readonly kind: 'merge' }> {
  if (decision.kind !== 'merge') throw new Error(decision.kind);
  return decision;
}

/** The branches after the push, by the name of their commit. */
function after(history: History, decision: QueueMergeDecision): Readonly<Record<string, string>> {
  const { branches } = pushed(history.refs(), mergeOf(decision).push);
  return Object.fromEntries([...branches].map(([branch, tip]) => [branch, history.nameOf(tip)]));
}

const sources = { 'bugfix/one': 's1', 'feature/two': 's2', 'bugfix/three': 's3', 'bugfix/other': 's7' };

describe('everything is green', () => {
  test('all versions go to their newest entries in one push, the entries go, the queue branches stay', () => {
    const history = standingQueue();
    const decision = decide(history);
    expect(mergeOf(decision).merged.map(({ pullRequest }) => pullRequest)).toEqual([7, 1, 2, 3]);
    expect(after(history, decision)).toEqual({
      ...sources,
      'hotfix/4.2.7': '7@4.2.7.1', 'q/4.2.7.1': '7@4.2.7.1',
      'development/4.3': '1@4.3', 'q/4.3': '1@4.3',
      'development/5.1': '3@5.1', 'q/5.1': '3@5.1',
      'development/10.0': '3@10.0', 'q/10.0': '3@10.0',
    });
  });

  test('afterwards the queue is empty and valid: nothing to do', () => {
    const history = standingQueue();
    for (const [branch, commit] of Object.entries(after(history, decide(history)))) history.branch(branch, commit);
    for (const [pullRequest, version] of [[1, '4.3'], [1, '5.1'], [1, '10.0'], [2, '10.0'], [3, '5.1'], [3, '10.0'], [7, '4.2.7.1']] as const) {
      history.deleteBranch(entryName(pullRequest, version));
    }
    expect(decide(history)).toEqual({ kind: 'waiting' });
  });

  test('each move names the entry that vouches, with its evidence', () => {
    const move = mergeOf(decide(standingQueue())).moves.find(({ version }) => version === '5.1');
    expect(move).toMatchObject({
      destination: 'development/5.1',
      newest: { branch: entryName(3, '5.1') },
      evidence: { branch: entryName(3, '5.1'), state: 'successful', commit: move?.to },
    });
  });
});

describe('in part', () => {
  test('the newest is not done: what is before it merges, on all its versions, and the rest stays queued', () => {
    const history = standingQueue();
    const decision = decide(history, { '3/10.0': 'in-progress', '7/4.2.7.1': 'not-started' });
    expect(after(history, decision)).toMatchObject({
      'hotfix/4.2.7': 'h4.2.7',
      'development/4.3': '1@4.3',
      'development/5.1': '1@5.1',
      'development/10.0': '2@10.0',
      'q/5.1': '3@5.1',
      'q/10.0': '3@10.0',
      [entryName(3, '5.1')]: '3@5.1',
      [entryName(3, '10.0')]: '3@10.0',
    });
    for (const [branch, commit] of Object.entries(after(history, decision))) history.branch(branch, commit);
    for (const [pullRequest, version] of [[1, '4.3'], [1, '5.1'], [1, '10.0'], [2, '10.0']] as const) history.deleteBranch(entryName(pullRequest, version));
    expect(decide(history, { '3/10.0': 'in-progress', '7/4.2.7.1': 'not-started' })).toEqual({ kind: 'waiting' });
  });

  test('a failure further up is told along', () => {
    const { failed } = mergeOf(decide(standingQueue(), { '3/10.0': 'failed' }));
    expect(failed.map(({ pullRequest, entries }) => [pullRequest, ...entries.map(({ branch }) => branch)])).toEqual([[3, entryName(3, '10.0')]]);
  });
});

describe('what is left over', () => {
  test('integration branches of what merged go, if all on them has landed', () => {
    const history = standingQueue();
    history.branch('w/5.1/bugfix/one', '1@5.1');
    history.branch('w/10.0/bugfix/one', '1@10.0');
    history.push('w/10.0/bugfix/one', 'pushed after queueing');
    history.branch('w/5.1/bugfix/else', '1@5.1');
    const names = Object.keys(after(history, decide(history))).filter((branch) => branch.startsWith('w/'));
    expect(names).toEqual(['w/10.0/bugfix/one', 'w/5.1/bugfix/else']);
  });

  test('integration branches of what waits stay', () => {
    const history = standingQueue();
    history.branch('w/10.0/bugfix/three', 's3');
    expect(after(history, decide(history, { '3/10.0': 'in-progress' }))).toHaveProperty(['w/10.0/bugfix/three']);
  });

  test('source branches go where asked, if all on them has landed', () => {
    const history = standingQueue();
    history.push('feature/two', 'pushed after queueing');
    const left = after(history, decide(history, {}, { deleteSourcesOf: new Set([1, 2]) }));
    expect(Object.keys(left).filter((branch) => branch in sources)).toEqual(['feature/two', 'bugfix/three', 'bugfix/other']);
  });

  test('a source whose later commits are on a later version alone: it has not landed where it goes, and stays', () => {
    const history = standingQueue();
    history.branch('bugfix/one', 's2');
    expect(after(history, decide(history, {}, { deleteSourcesOf: new Set([1]) }))).toHaveProperty(['bugfix/one']);
  });

  test('a development branch as source: never deleted', () => {
    const history = createHistory();
    history.commit('root');
    history.commit('d5.1', ['root']);
    history.branch('development/5.1', 'd5.1');
    history.branch('development/10.0', 'root');
    history.commit('entry', ['root', 'd5.1']);
    history.branch('q/10.0', 'entry');
    history.branch('q/w/4/10.0/development/5.1', 'entry');
    expect(after(history, decide(history, {}, { deleteSourcesOf: new Set([4]) }))).toHaveProperty(['development/5.1']);
  });

  test('the empty queue of an older revision of the hotfix goes with the merge', () => {
    const history = standingQueue();
    history.branch('q/4.2.7.0', 'h4.2.7');
    expect(after(history, decide(history))).not.toHaveProperty(['q/4.2.7.0']);
  });

  test('two revisions of a hotfix are queued apart: one merges, the other is left', () => {
    const history = standingQueue();
    history.commit('8@4.2.7.2', ['h4.2.7']);
    history.branch('q/4.2.7.2', '8@4.2.7.2');
    history.branch('q/w/8/4.2.7.2/bugfix/eight', '8@4.2.7.2');
    const decision = decide(history);
    expect(mergeOf(decision).merged.map(({ pullRequest }) => pullRequest)).toEqual([7, 1, 2, 3]);
    expect(after(history, decision)).toMatchObject({ 'hotfix/4.2.7': '7@4.2.7.1', 'q/4.2.7.2': '8@4.2.7.2' });
  });
});

describe('nothing merges', () => {
  const stuck = { '1/4.3': 'in-progress', '7/4.2.7.1': 'in-progress' } as const;

  test('builds are not done: waiting', () => {
    expect(decide(standingQueue(), stuck)).toEqual({ kind: 'waiting' });
  });

  test('nothing was read: waiting, never green', () => {
    expect(decide(standingQueue(), {}, { builds: { kind: 'asked', evidence: new Map() } })).toEqual({ kind: 'waiting' });
  });

  test('newest entries failed: each pull request once, with all its failed entries', () => {
    const decision = decide(standingQueue(), { ...stuck, '3/5.1': 'failed', '3/10.0': 'failed', '7/4.2.7.1': 'failed' });
    if (decision.kind !== 'failed') throw new Error(decision.kind);
    expect(decision.failed.map(({ pullRequest, entries, build }) => [pullRequest, entries.length, build.kind])).toEqual([[7, 1, 'failed'], [3, 2, 'failed']]);
  });
});

describe('taking out the culprit', () => {
  const eject = { onFailure: 'eject' } as const;
  const hotfixWaits = { '7/4.2.7.1': 'in-progress' } as const;

  test('the first one failed: it is the culprit', () => {
    const decision = decide(standingQueue(), { ...hotfixWaits, '1/4.3': 'failed' }, eject);
    expect(decision).toMatchObject({ kind: 'ejected', culprit: { pullRequest: 1 }, build: { entries: [{ branch: entryName(1, '4.3') }], build: { kind: 'failed' } } });
  });

  test('one behind others failed and they are green: they merge first', () => {
    const decision = decide(standingQueue(), { ...hotfixWaits, '3/10.0': 'failed' }, eject);
    expect(mergeOf(decision).merged.map(({ pullRequest }) => pullRequest)).toEqual([1, 2]);
  });

  test('one behind others failed and they are not done: nobody is blamed yet', () => {
    expect(decide(standingQueue(), { ...hotfixWaits, '1/4.3': 'in-progress', '3/10.0': 'failed' }, eject).kind).toBe('failed');
  });

  test('it failed where a green entry behind it vouches for it: not its doing', () => {
    expect(decide(standingQueue(), { ...hotfixWaits, '1/4.3': 'in-progress', '1/10.0': 'failed' }, eject)).toEqual({ kind: 'waiting' });
  });

  test('a hotfix failed: it is the culprit of its own path', () => {
    expect(decide(standingQueue(), { '7/4.2.7.1': 'failed', '1/4.3': 'in-progress' }, eject)).toMatchObject({ kind: 'ejected', culprit: { pullRequest: 7 } });
  });
});

describe('whatever the builds say', () => {
  test('forced: everything merges, the record says so, failures are told', () => {
    const history = standingQueue();
    const { members } = orderQueue(readQueue(history.refs()), history.graph());
    const { evidence } = asked(members, { '1/4.3': 'failed' });
    const decision = mergeOf(decide(history, {}, { builds: { kind: 'forced', evidence } }));
    expect(decision).toMatchObject({ forced: true, failed: [{ pullRequest: 1 }] });
    expect(decision.merged).toHaveLength(4);
  });

  test('build checks are off: everything merges, without evidence, not forced', () => {
    const decision = mergeOf(decide(standingQueue(), {}, { builds: { kind: 'no-build-key' } }));
    expect(decision.forced).toBe(false);
    expect(decision.moves.map(({ evidence }) => evidence)).toEqual([null, null, null, null]);
  });

  test('forced, but the queue is incoherent: nothing merges', () => {
    const history = standingQueue();
    history.push('development/10.0', 'direct');
    expect(decide(history, {}, { builds: { kind: 'forced', evidence: new Map() } })).toMatchObject({ kind: 'incoherent', problems: [{ rule: 'Q002' }, { rule: 'Q007' }] });
  });
});

describe('one push cannot carry all of it', () => {
  test('only so many members are considered: they merge, and there is more', () => {
    const decision = mergeOf(decide(standingQueue(), {}, { mostMembers: 2 }));
    expect(decision.merged.map(({ pullRequest }) => pullRequest)).toEqual([7, 1]);
    expect(decision.moves.map(({ newest }) => newest.branch)).toEqual([entryName(7, '4.2.7.1'), entryName(1, '4.3'), entryName(1, '5.1'), entryName(1, '10.0')]);
    expect(decision.more).toBe(true);
    expect(mergeOf(decide(standingQueue())).more).toBe(false);
  });

  test('what is considered is not green, but all behind it is: nothing merges, since no branch moves to what was not tested', () => {
    expect(decide(standingQueue(), { '1/4.3': 'in-progress', '7/4.2.7.1': 'in-progress' }, { mostMembers: 2 })).toEqual({ kind: 'waiting' });
  });

  test('as many members as fit with all that goes with them, and at least one', () => {
    const history = standingQueue();
    for (const version of ['4.3', '5.1', '10.0']) history.branch(`w/${version}/bugfix/one`, `1@${version}`);
    const refs = history.refs();
    const model = readQueue(refs);
    const { members } = orderQueue(model, history.graph());
    const most = (limit: number) => pushableMembers(members, { refs, model }, (updates) => updates.length <= limit);
    // Eight version and queue branches; then #7 with 2 branches, #1 with 7, #2 with 2, #3 with 3.
    expect([22, 21, 19, 18, 17, 10, 9, 0].map(most)).toEqual([4, 3, 3, 2, 2, 1, 1, 1]);
  });
});

test('somebody pushed to a version that has no queue, and the next lacks it: no development branch is touched, but a hotfix lands', () => {
  const history = standingQueue();
  history.branch('development/4.1', 'root');
  history.push('development/4.1', 'direct');
  const decision = decide(history);
  expect(decision.kind === 'merge' && decision.moves.map(({ destination }) => destination)).toEqual(['hotfix/4.2.7']);
  expect(decide(history, { '7/4.2.7.1': 'in-progress' })).toEqual({ kind: 'not-self-contained', gap: { older: 'development/4.1', newer: 'development/4.3' } });
});
