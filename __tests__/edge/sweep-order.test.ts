import { describe, expect, test } from '@jest/globals';
import { exceedsBudget, sweepNote, sweepOrder } from '../../src/edge/sweep-order.js';

const subjects = (count: number) => Array.from({ length: count }, (_, index) => ({ kind: 'pull-request' as const, number: index + 1 }));
const quarter = 15 * 60_000;

describe('the order of a sweep', () => {
  test('enough for all, or no budget: by number, whatever the time', () => {
    expect(sweepOrder(subjects(5), 10, 7 * quarter)).toEqual(subjects(5));
    expect(sweepOrder(subjects(500), 0, 7 * quarter)).toEqual(subjects(500));
    expect(exceedsBudget(subjects(5), 10)).toBe(false);
  });

  test('not enough for all: every one of them comes first sooner or later, and none is left out or doubled', () => {
    const all = subjects(30);
    const sweeps = Array.from({ length: 60 }, (_, index) => sweepOrder(all, 20, index * quarter));
    for (const order of sweeps) expect([...order].sort((one, other) => (one.kind === 'pull-request' && other.kind === 'pull-request' ? one.number - other.number : 0))).toEqual(all);
    // Five requests for each: four pull requests per sweep.
    const seen = new Set(sweeps.flatMap((order) => order.slice(0, 5)).map((subject) => (subject.kind === 'pull-request' ? subject.number : 0)));
    expect(seen.size).toBe(30);
  });

  test('what was left is named; nothing left: nothing said', () => {
    expect(sweepNote([], 20)).toBeNull();
    expect(sweepNote(subjects(2), 20)).toContain('#1, #2. The next');
    expect(sweepNote(subjects(12), 20)).toContain('#10 and 2 more');
  });
});
