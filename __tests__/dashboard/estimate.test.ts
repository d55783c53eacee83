import { describe, expect, test } from '@jest/globals';
import { expectations, usualWait } from '../../src/dashboard/estimate.js';
import { noon, queued } from './looks.js';

const running = { '4.3': 'in-progress' } as const;

describe('the usual wait', () => {
  test.each([
    ['two merges: nothing can be said', [10, 20], null],
    ['three: the one in the middle', [90, 10, 20], 20],
    ['four: between the two in the middle', [90, 10, 20, 31], 26],
  ])('%s', (_name, waits, expected) => {
    expect(usualWait(waits)).toBe(expected);
  });
});

describe('when a pull request is expected to merge', () => {
  const answer = (queue: ReadonlyArray<ReturnType<typeof queued>>, waits: readonly number[] = [20, 30, 40]) => queue.map((row) => expectations(queue, waits).get(row));

  test('the usual time after it was queued', () => {
    expect(answer([queued(1, running, noon), queued(2, running, noon + 5)])).toEqual([{ kind: 'about', at: noon + 30 }, { kind: 'about', at: noon + 35 }]);
  });

  test('not before those queued earlier on the same path', () => {
    expect(answer([queued(1, running, noon), queued(2, running, noon - 60)])).toEqual([{ kind: 'about', at: noon + 30 }, { kind: 'about', at: noon + 30 }]);
  });

  test('a failure: it and all behind it wait for a person; what is before it, and hotfixes, do not', () => {
    const queue = [queued(9, { '4.3.1.0': 'in-progress' }, noon), queued(1, running, noon), queued(2, { '4.3': 'failed' }, noon), queued(3, running, noon)];
    expect(answer(queue).map((each) => each?.kind)).toEqual(['about', 'about', 'blocked', 'blocked']);
  });

  test('no history, or queued unseen: not known', () => {
    expect(answer([queued(1, running, noon)], [])).toEqual([{ kind: 'not-known' }]);
    expect(answer([queued(1, running, null)])).toEqual([{ kind: 'not-known' }]);
  });
});
