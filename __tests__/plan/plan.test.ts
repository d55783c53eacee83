import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { composePushes, emptyPlan, isEmptyPlan, joinPlans } from '../../src/plan/plan.js';
import type { RefUpdate, Sha } from '../../src/ports/git.js';

const update = (branch: string, from: Sha | null, to: Sha | null): RefUpdate => ({ ref: `refs/heads/${branch}`, from, to });

describe('two pushes as one', () => {
  test('different refs: both, in order', () => {
    expect(composePushes([update('a', null, '1')], [update('b', '2', '3')])).toEqual([update('a', null, '1'), update('b', '2', '3')]);
  });

  test('the same ref twice: from where it is to where it ends', () => {
    expect(composePushes([update('a', '1', '2')], [update('a', '2', '3')])).toEqual([update('a', '1', '3')]);
    expect(composePushes([update('a', '1', '2')], [update('a', '2', null)])).toEqual([update('a', '1', null)]);
  });

  test('created and deleted again: never pushed', () => {
    expect(composePushes([update('a', null, '1')], [update('a', '1', null)])).toEqual([]);
  });

  test('the second does not start where the first ends: a mistake of the program', () => {
    expect(() => composePushes([update('a', '1', '2')], [update('a', '1', '3')])).toThrow('refs/heads/a');
    expect(() => composePushes([update('a', '1', null)], [update('a', '1', null)])).toThrow('refs/heads/a');
  });

  test('any two pushes that follow on each other: the world ends the same as after one and then the other', () => {
    const value = fc.constantFrom(null, '1', '2', '3');
    const worlds = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.tuple(value, value, value, fc.boolean(), fc.boolean()));
    fc.assert(
      fc.property(worlds, (branches) => {
        const all = Object.entries(branches);
        const first = all.flatMap(([name, [start, middle, , inFirst]]) => (inFirst ? [update(name, start, middle)] : []));
        const second = all.flatMap(([name, [start, middle, end, inFirst, inSecond]]) => (inSecond ? [update(name, inFirst ? middle : start, end)] : []));
        const refsAfter = (...pushes: ReadonlyArray<readonly RefUpdate[]>) => {
          const refs = new Map<string, Sha | null>(all.map(([name, [start]]) => [`refs/heads/${name}`, start]));
          for (const { ref, from, to } of pushes.flat()) {
            expect(refs.get(ref)).toBe(from);
            refs.set(ref, to);
          }
          return refs;
        };
        expect(refsAfter(composePushes(first, second))).toEqual(refsAfter(first, second));
      }),
    );
  });
});

describe('two plans as one', () => {
  const pullRequest = { title: 't', body: 'b', head: 'w/5.1/bugfix/x', base: 'development/5.1' };
  const dispatch = { workflow: 'ci.yml', branch: 'w/5.1/bugfix/x' };
  const first = { ...emptyPlan, openPullRequests: [pullRequest], dispatches: [dispatch], reruns: [1], closePullRequests: [8], deleteComments: [3] };

  test('every part holds what both want, the first before the second', () => {
    const second = { ...first, openPullRequests: [{ ...pullRequest, head: 'w/10/bugfix/x' }], reruns: [2], closePullRequests: [9], deleteComments: [4] };
    expect(joinPlans(first, second)).toEqual({
      ...emptyPlan,
      openPullRequests: [...first.openPullRequests, ...second.openPullRequests],
      dispatches: [dispatch, dispatch],
      reruns: [1, 2],
      closePullRequests: [8, 9],
      deleteComments: [3, 4],
    });
    expect(joinPlans(first, {})).toEqual(first);
  });

  test('the second deletes a branch: what the first wants of that branch is left out, and nothing else', () => {
    const other = { ...dispatch, branch: 'w/5.1/bugfix/xy' };
    const joined = joinPlans({ ...first, dispatches: [dispatch, other] }, { push: [update('w/5.1/bugfix/x', '1', null)] });
    expect(joined.openPullRequests).toEqual([]);
    expect(joined.dispatches).toEqual([other]);
  });

  test('a plan is empty only if every part is', () => {
    expect(isEmptyPlan(emptyPlan)).toBe(true);
    for (const key of Object.keys(emptyPlan)) {
      expect(isEmptyPlan({ ...emptyPlan, [key]: [1] })).toBe(false);
    }
  });
});
