import { describe, expect, test } from '@jest/globals';
import { readQueue } from '../../src/queue/model.js';
import { orderQueue } from '../../src/queue/order.js';
import { planRecovery } from '../../src/queue/recovery.js';
import type { Recovery } from '../../src/queue/recovery.js';
import { createHistory, person, robotEmail } from '../builders/history.js';
import type { History } from '../builders/history.js';
import { pushed } from '../builders/memory-git.js';
import { entryName, standingQueue } from './standing-queue.js';

function recover(history: History, culprit: number | null = null, replaced: readonly string[] = []): Recovery {
  const refs = history.refs();
  const model = readQueue(refs);
  const graph = history.graph();
  const member = orderQueue(model, graph).members.find(({ pullRequest }) => pullRequest === culprit) ?? null;
  return planRecovery({ model, graph, refs, robotEmail, culprit: member, replaced: replaced.map((name) => history.sha(name)) });
}

function lostIn(recovery: Recovery): readonly string[] {
  return recovery.kind === 'blocked' ? recovery.lost.flatMap(({ branch, commits }) => commits.map(({ subject }) => `${branch}: ${subject}`)) : [];
}

describe('rebuilding', () => {
  test('nothing would be lost: every queue branch goes in one push, as it was seen, and all are queued again in order', () => {
    const history = standingQueue();
    const recovery = recover(history);
    if (recovery.kind !== 'rebuild') throw new Error(recovery.kind);
    const before = history.refs();
    const after = pushed(before, recovery.push);
    expect([...after.branches.keys()].filter((branch) => branch.startsWith('q/'))).toEqual([]);
    expect([...before.branches.keys()].filter((branch) => !after.branches.has(branch) && !branch.startsWith('q/'))).toEqual([]);
    expect(recovery.push.every(({ from, to }) => from !== null && to === null)).toBe(true);
    expect(recovery.requeue).toEqual([7, 1, 2, 3]);
  });

  test('no queue: nothing to push, nobody to queue', () => {
    expect(recover(createHistory())).toEqual({ kind: 'rebuild', push: [], requeue: [] });
  });

  test('branches under q/ that are not of the queue: left alone', () => {
    const history = standingQueue();
    history.branch('q/experiment', 'root');
    const recovery = recover(history);
    expect(recovery.kind === 'rebuild' && recovery.push.some(({ ref }) => ref === 'refs/heads/q/experiment')).toBe(false);
  });

  test('the queue has lost a branch: what is left is deleted', () => {
    const history = standingQueue();
    history.deleteBranch('q/10.0');
    const recovery = recover(history);
    expect(recovery.kind === 'rebuild' && recovery.push.map(({ ref }) => ref).includes('refs/heads/q/10.0')).toBe(false);
    expect(recovery).toMatchObject({ kind: 'rebuild', requeue: [7, 1, 2, 3] });
  });
});

describe('work that would be lost', () => {
  test('somebody pushed to a queue branch: blocked, with the commits, oldest first, each once', () => {
    const history = standingQueue();
    history.push('q/10.0', 'fix in the queue');
    history.push('q/10.0', 'another fix');
    history.branch(entryName(3, '10.0'), 'fix in the queue');
    expect(lostIn(recover(history))).toEqual(['q/10.0: fix in the queue', 'q/10.0: another fix']);
  });

  test('the same commits are on a branch of their own by now, or tagged, or the head of a pull request: rebuilt', () => {
    for (const save of [
      (history: History) => history.branch('user/saved', 'fix'),
      (history: History) => history.tag('saved', 'fix'),
      (history: History) => history.head(12, 'fix'),
    ]) {
      const history = standingQueue();
      history.push('q/10.0', 'fix');
      save(history);
      expect(recover(history).kind).toBe('rebuild');
    }
  });

  test('a saving branch whose history was not read proves nothing: blocked', () => {
    const history = standingQueue();
    history.push('q/10.0', 'fix');
    const [refs, graph] = [history.refs(), history.graph()];
    const branches = new Map([...refs.branches, ['user/unread', 'f'.repeat(40)]]);
    const recovery = planRecovery({ model: readQueue({ branches }), graph, refs: { ...refs, branches }, robotEmail, culprit: null, replaced: [] });
    expect(lostIn(recovery)).toEqual(['q/10.0: fix']);
  });

  test('the author has replaced what was queued by something else: rebuilt, but not without what was never a head of the pull request', () => {
    const history = standingQueue();
    history.commit('amended', ['d10.0'], { author: person });
    history.branch('feature/two', 'amended');
    expect(lostIn(recover(history))).toEqual(['q/10.0: s2']);
    expect(recover(history, null, ['s2']).kind).toBe('rebuild');
    history.push('q/10.0', 'fix in the queue');
    expect(lostIn(recover(history, null, ['s2']))).toEqual(['q/10.0: fix in the queue']);
  });

  test('a person amended the robot’s commit: it is that person’s now, and blocks', () => {
    const history = standingQueue();
    history.push('q/10.0', 'amended merge', { author: robotEmail, committer: person });
    expect(lostIn(recover(history))).toEqual(['q/10.0: amended merge']);
  });

  test('the commit is the robot’s, its address in other letters: it can be made again', () => {
    const history = standingQueue();
    history.push('q/10.0', 'merge', { author: robotEmail.toUpperCase() });
    expect(recover(history).kind).toBe('rebuild');
  });

  test('the source branch is gone and only the queue has its commits: blocked', () => {
    const history = standingQueue();
    history.deleteBranch('feature/two');
    expect(lostIn(recover(history))).toEqual(['q/10.0: s2']);
    history.head(2, 's2');
    expect(recover(history).kind).toBe('rebuild');
  });

  test('a resolved conflict is on the integration branch: rebuilt; only in the queue: blocked', () => {
    const history = standingQueue();
    history.commit('resolution', ['2@10.0', 's3'], { author: person });
    history.branch(entryName(3, '10.0'), 'resolution');
    history.branch('q/10.0', 'resolution');
    expect(lostIn(recover(history))).toEqual(['q/10.0: resolution']);
    history.branch('w/10.0/bugfix/three', 'resolution');
    expect(recover(history).kind).toBe('rebuild');
  });
});

describe('taking one out', () => {
  test('a development pull request: its path is deleted and the others on it are queued again; the hotfix stays', () => {
    const recovery = recover(standingQueue(), 1);
    if (recovery.kind !== 'rebuild') throw new Error(recovery.kind);
    expect(recovery.requeue).toEqual([2, 3]);
    expect(recovery.push.map(({ ref }) => ref.replace('refs/heads/', ''))).toEqual([
      'q/4.3', entryName(1, '4.3'),
      'q/5.1', entryName(1, '5.1'), entryName(3, '5.1'),
      'q/10.0', entryName(1, '10.0'), entryName(2, '10.0'), entryName(3, '10.0'),
    ]);
  });

  test('a hotfix: its own version only', () => {
    const recovery = recover(standingQueue(), 7);
    expect(recovery).toMatchObject({ kind: 'rebuild', requeue: [] });
    expect(recovery.kind === 'rebuild' && recovery.push.map(({ ref }) => ref)).toEqual(['refs/heads/q/4.2.7.1', `refs/heads/${entryName(7, '4.2.7.1')}`]);
  });
});
