import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mayEnd, sweepNote, sweepOrder } from '../../src/edge/sweep-order.js';
import type { Subject } from '../../src/trigger/resolve-branches.js';

const subjects = (count: number): readonly Subject[] => Array.from({ length: count }, (_, index) => ({ kind: 'pull-request' as const, number: index + 1 }));
const numbers = (list: readonly Subject[]): readonly number[] => list.map((subject) => (subject.kind === 'pull-request' ? subject.number : 0));

/** Those a sweep looks at before its budget is spent; the first one always, whatever it costs. */
function looked(order: readonly Subject[], budget: number, cost: (number: number) => number): readonly number[] {
  let spent = 0;
  return numbers(order).filter((number) => {
    const turn = spent < budget || !mayEnd(order, budget);
    spent += turn ? cost(number) : 0;
    return turn;
  });
}

/** How many runs it takes until every one of so many pull requests had its turn; infinite: more than the limit. */
function runsUntilAll(count: number, budget: number, cost: (number: number) => number, runs: { readonly first: number; readonly step: number; readonly limit: number }): number {
  const seen = new Set<number>();
  for (let run = 0; run < runs.limit; run += 1) {
    looked(sweepOrder(subjects(count), budget, runs.first + run * runs.step), budget, cost).forEach((number) => seen.add(number));
    if (seen.size === count) return run + 1;
  }
  return Number.POSITIVE_INFINITY;
}

describe('the order of a sweep', () => {
  test('no budget, or few enough for it: by number, whatever the run, and none is left out', () => {
    expect(sweepOrder(subjects(500), 0, 7)).toEqual(subjects(500));
    expect(sweepOrder(subjects(10), 500, 7)).toEqual(subjects(10));
    expect([mayEnd(subjects(10), 500), mayEnd(subjects(11), 500), mayEnd(subjects(1), 49), mayEnd(subjects(500), 0)]).toEqual([false, true, true, false]);
  });

  test('in every run all of them, none doubled, in a circle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.nat(1e9), (count, run) => {
        const order = numbers(sweepOrder(subjects(count), 20, run));
        expect(order.toSorted((left, right) => left - right)).toEqual(numbers(subjects(count)));
        expect(order.every((number, index) => index === 0 || number === ((order[index - 1] ?? 0) % count) + 1)).toBe(true);
      }),
    );
  });

  test('any number of pull requests, any cost of each up to the budget: within 2 × n runs all had their turn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 300 }), fc.nat(1e9), fc.array(fc.nat(1e6), { minLength: 1, maxLength: 12 }), (count, budget, first, costs) => {
        const cost = (number: number) => 1 + ((costs[number % costs.length] ?? 0) % budget);
        expect(runsUntilAll(count, budget, cost, { first, step: 1, limit: 2 * count })).toBeLessThanOrEqual(2 * count);
      }),
    );
  });

  test('each as dear as the whole budget: still', () => {
    for (let count = 1; count <= 200; count += 1) {
      expect(runsUntilAll(count, 250, () => 250, { first: 1_000 + count, step: 1, limit: 2 * count })).toBeLessThanOrEqual(2 * count);
    }
  });

  test('g of n get their turn: 2 × n / g + 1 runs are enough, so nothing is looked at again and again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 150 }), fc.nat(1e9), (count, turns, first) => {
        const limit = Math.ceil((2 * count) / turns) + 1;
        expect(runsUntilAll(count, turns * 4, () => 4, { first, step: 1, limit })).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test('other runs in between, always as many: no fixed number of them keeps one from its turn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.nat(1e9), (count, step, first) => {
        const limit = 3 * count * (step + 1);
        expect(runsUntilAll(count, 4, () => 4, { first, step, limit })).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test('what was left is named; nothing left: nothing said', () => {
    expect(sweepNote([], 20)).toBeNull();
    expect(sweepNote(subjects(2), 20)).toContain('#1, #2. The next');
    expect(sweepNote(subjects(12), 20)).toContain('#10 and 2 more');
  });
});
