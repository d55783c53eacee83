import { describe, expect, test } from '@jest/globals';
import { pathsOf, positionIn, queueAfter, versionsOf } from '../../src/dashboard/queue.js';
import { matrix, noon, pushed, queued } from './looks.js';

const notLookedAt = { kind: 'not-looked-at' } as const;

describe('the queue after a run', () => {
  test('not looked at, nothing pushed: as it was', () => {
    const known = [queued(1), queued(2)];
    expect(queueAfter(known, notLookedAt, [], noon)).toEqual(known);
  });

  test('looked at: what stands there now, with the times that are known', () => {
    const after = queueAfter([queued(1), queued(2)], { kind: 'matrix', matrix: matrix([[2, { '4.3': 'successful' }], [3, { '4.3': 'failed' }]]) }, [], noon);
    expect(after).toEqual([queued(2, { '4.3': 'successful' }), queued(3, { '4.3': 'failed' }, null)]);
  });

  test('looked at and empty: empty', () => {
    expect(queueAfter([queued(1)], { kind: 'empty' }, [], noon)).toEqual([]);
  });

  test('a pull request entered: at the end, not started, since now', () => {
    expect(queueAfter([queued(1)], notLookedAt, pushed('+2 5.1', '+2 10.0'), noon)).toEqual([queued(1), queued(2, { '5.1': 'not-started', '10.0': 'not-started' }, noon)]);
  });

  test('a pull request merged: gone, and those behind it move up', () => {
    const after = queueAfter([queued(1), queued(2)], notLookedAt, pushed('-1 4.3', '-1 5.1'), noon);
    expect(after).toEqual([queued(2)]);
    expect(positionIn(after, 2)).toEqual({ position: 1, length: 1 });
  });

  test('the queue was rebuilt: who is queued again waits since it was queued first, in the new order', () => {
    const known = [queued(1, undefined, noon - 50), queued(2, undefined, noon - 40), queued(3, undefined, noon - 30)];
    const deleted = pushed('-1 4.3', '-1 5.1', '-2 4.3', '-2 5.1', '-3 4.3', '-3 5.1');
    expect(queueAfter(known, notLookedAt, [...deleted, ...pushed('+3 4.3', '+2 4.3')], noon)).toEqual([
      queued(3, { '4.3': 'not-started' }, noon - 30),
      queued(2, { '4.3': 'not-started' }, noon - 40),
    ]);
  });

  test('entered and looked at in the same run: one row, with what CI said, since now', () => {
    const after = queueAfter([], { kind: 'matrix', matrix: matrix([[2, { '4.3': 'in-progress' }]]) }, pushed('+2 4.3'), noon);
    expect(after).toEqual([queued(2, { '4.3': 'in-progress' }, noon)]);
  });

  test('refs that are no part of the queue: change nothing', () => {
    const refs = ['refs/heads/development/4.3', 'refs/heads/q/4.3', 'refs/heads/w/5.1/bugfix/x', 'refs/tags/q/w/1/4.3/bugfix/x'];
    expect(queueAfter([queued(1)], notLookedAt, refs.map((ref) => ({ ref, from: 'a', to: null })), noon)).toEqual([queued(1)]);
  });
});

describe('paths', () => {
  const mixed = queueAfter([queued(1), queued(2)], notLookedAt, pushed('+3 4.3.18.1', '+4 4.3.18.1', '+5 4.2.7.0'), noon);

  test('every hotfix has a queue of its own, before that of the development branches', () => {
    expect(pathsOf(mixed).map(({ name, rows }) => [name, rows.map(({ number }) => number)])).toEqual([['4.2.7.0', [5]], ['4.3.18.1', [3, 4]], ['development', [1, 2]]]);
    expect(positionIn(mixed, 4)).toEqual({ position: 2, length: 2 });
    expect(positionIn(mixed, 9)).toBeNull();
  });

  test('columns: in the order of the cascade, and not of the alphabet', () => {
    expect(versionsOf([queued(1, { '10.0': 'failed', '5': 'failed', '5.1': 'failed', '10': 'failed' })])).toEqual(['5.1', '5', '10.0', '10']);
  });
});
