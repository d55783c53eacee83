import { describe, expect, test } from '@jest/globals';
import { isQueueEmpty, isQueued, queueTipOf, queueVersionOf, readQueue } from '../../src/queue/model.js';
import { orderQueue, queuePosition } from '../../src/queue/order.js';
import { createHistory } from '../builders/history.js';
import type { History } from '../builders/history.js';
import { entryName, standingQueue } from './standing-queue.js';

function orderOf(history: History) {
  return orderQueue(readQueue(history.refs()), history.graph());
}

describe('reading', () => {
  test('a standing queue: per version its tip, destination and entries', () => {
    const history = standingQueue();
    expect(readQueue(history.refs()).versions.map(({ version, hotfix, destination, queue }) => ({ version, hotfix, destination, queue }))).toEqual([
      { version: '4.2.7.1', hotfix: true, destination: { branch: 'hotfix/4.2.7', tip: history.sha('h4.2.7') }, queue: { branch: 'q/4.2.7.1', tip: history.sha('7@4.2.7.1') } },
      { version: '4.3', hotfix: false, destination: { branch: 'development/4.3', tip: history.sha('d4.3') }, queue: { branch: 'q/4.3', tip: history.sha('1@4.3') } },
      { version: '5.1', hotfix: false, destination: { branch: 'development/5.1', tip: history.sha('d5.1') }, queue: { branch: 'q/5.1', tip: history.sha('3@5.1') } },
      { version: '10.0', hotfix: false, destination: { branch: 'development/10.0', tip: history.sha('d10.0') }, queue: { branch: 'q/10.0', tip: history.sha('3@10.0') } },
    ]);
    expect(readQueue(history.refs()).versions[1]?.entries).toEqual([
      { pullRequest: 1, version: '4.3', source: 'bugfix/one', branch: 'q/w/1/4.3/bugfix/one', tip: history.sha('1@4.3') },
    ]);
  });

  test('names that only look like a queue: ignored', () => {
    const history = createHistory();
    history.commit('root');
    for (const name of ['q/', 'q/x', 'q/5.1/x', 'q/05.1', 'q/w/1/5.1', 'q/w/x/5.1/bugfix/a', 'q/w/1/5.1/user/a', 'q/1.2.3.4.5', 'w/5.1/bugfix/a', 'development/5.1']) {
      history.branch(name, 'root');
    }
    expect(readQueue(history.refs()).versions).toEqual([]);
  });

  test('a three-part version is a development branch, a four-part one a hotfix whatever its revision', () => {
    const history = createHistory();
    history.commit('root');
    history.branch('q/4.3.18', 'root');
    history.branch('q/4.3.18.7', 'root');
    expect(readQueue(history.refs()).versions.map(({ destination }) => destination)).toEqual([
      { branch: 'hotfix/4.3.18', tip: null },
      { branch: 'development/4.3.18', tip: null },
    ]);
  });

  test('queue branches without entries: empty, and nobody is queued', () => {
    const history = createHistory();
    history.commit('root');
    history.branch('q/5.1', 'root');
    const model = readQueue(history.refs());
    expect(isQueueEmpty(model)).toBe(true);
    expect(isQueued(model, 1)).toBe(false);
    expect(queueTipOf(model, '5.1')).toBe(history.sha('root'));
    expect(queueTipOf(model, '10.0')).toBeNull();
  });

  test('one entry anywhere: queued, whatever version its name carries', () => {
    const model = readQueue(standingQueue().refs());
    expect([1, 2, 3, 7, 4].map((pullRequest) => isQueued(model, pullRequest))).toEqual([true, true, true, true, false]);
    expect(isQueueEmpty(model)).toBe(false);
  });
});

describe('revision of a hotfix', () => {
  test('something is queued under an older revision: the new one joins it', () => {
    expect(queueVersionOf(readQueue(standingQueue().refs()), [4, 2, 7, 2])).toBe('4.2.7.1');
  });

  test('the queue of the older revision is empty: the new one is used', () => {
    const history = standingQueue();
    history.deleteBranch(entryName(7, '4.2.7.1'));
    expect(queueVersionOf(readQueue(history.refs()), [4, 2, 7, 2])).toBe('4.2.7.2');
  });

  test('a development version: itself', () => {
    expect(queueVersionOf(readQueue(standingQueue().refs()), [5, 1])).toBe('5.1');
  });
});

describe('order', () => {
  test('entries by containment, not by number', () => {
    const history = createHistory();
    history.commit('root');
    for (const [position, number] of [9, 4, 6].entries()) {
      history.commit(`entry ${number}`, [position === 0 ? 'root' : `entry ${[9, 4, 6][position - 1]}`]);
      history.branch(`q/w/${number}/5.1/bugfix/a`, `entry ${number}`);
    }
    expect(orderOf(history).members.map(({ pullRequest }) => pullRequest)).toEqual([9, 4, 6]);
  });

  test('members: hotfixes first, then development in the order of the newest version, each with its entries', () => {
    const { members } = orderOf(standingQueue());
    expect(members.map(({ pullRequest, hotfix, versions }) => [pullRequest, hotfix, ...versions])).toEqual([
      [7, true, '4.2.7.1'],
      [1, false, '4.3', '5.1', '10.0'],
      [2, false, '10.0'],
      [3, false, '5.1', '10.0'],
    ]);
    expect(members[1]?.entries.map(({ branch }) => branch)).toEqual([entryName(1, '4.3'), entryName(1, '5.1'), entryName(1, '10.0')]);
  });

  test('missing on the newest version: it stands where the older version has it', () => {
    const history = standingQueue();
    history.deleteBranch(entryName(1, '10.0'));
    expect(orderOf(history).members.map(({ pullRequest }) => pullRequest)).toEqual([7, 2, 1, 3]);
    history.deleteBranch(entryName(3, '10.0'));
    expect(orderOf(history).members.map(({ pullRequest }) => pullRequest)).toEqual([7, 2, 1, 3]);
  });

  test('tips that are equal or do not contain each other: by number, in any order of the refs', () => {
    const history = createHistory();
    history.commit('root');
    history.commit('left', ['root']);
    history.commit('right', ['root']);
    history.branch('q/w/8/5.1/bugfix/a', 'left');
    history.branch('q/w/3/5.1/bugfix/a', 'right');
    history.branch('q/w/5/5.1/bugfix/a', 'left');
    expect(orderOf(history).members.map(({ pullRequest }) => pullRequest)).toEqual([3, 5, 8]);
  });

  test('positions count on the path of the pull request', () => {
    const { members } = orderOf(standingQueue());
    expect(queuePosition(members, 7)).toEqual({ position: 1, length: 1 });
    expect(queuePosition(members, 3)).toEqual({ position: 3, length: 3 });
    expect(queuePosition(members, 4)).toBeNull();
  });

  test('two hotfixes: each is the first on its own path', () => {
    const history = standingQueue();
    history.branch('q/w/8/4.1.0.3/bugfix/eight', 'root');
    const { members } = orderOf(history);
    expect(members.slice(0, 2).map(({ pullRequest }) => pullRequest)).toEqual([8, 7]);
    expect(queuePosition(members, 7)).toEqual({ position: 1, length: 1 });
  });
});
