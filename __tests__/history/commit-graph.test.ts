import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CommitGraph } from '../../src/history/commit-graph.js';
import type { CommitRecord, Sha } from '../../src/ports/git.js';

function commit(sha: Sha, parents: readonly Sha[] = []): CommitRecord {
  return { sha, parents, authorEmail: '', committerEmail: '', subject: sha };
}

/** Histories of up to twelve commits; each has parents among those before it. Named `0`, `1`, … */
const histories: fc.Arbitrary<readonly CommitRecord[]> = fc
  .array(fc.array(fc.nat(11), { maxLength: 3 }), { minLength: 1, maxLength: 12 })
  .map((parents) => parents.map((chosen, index) => commit(String(index), [...new Set(chosen.filter((parent) => parent < index))].map(String))));

/** All that a commit reaches, itself included: the definition, as slow as it may be. */
function reach(records: readonly CommitRecord[], tip: Sha): ReadonlySet<Sha> {
  const parents = records.find(({ sha }) => sha === tip)?.parents ?? [];
  return new Set([tip, ...parents.flatMap((parent) => [...reach(records, parent)])]);
}

const someHistory = fc.tuple(histories, fc.infiniteStream(fc.nat())).map(([records, numbers]) => {
  const pick = (): Sha => String(Number(numbers.next().value) % records.length);
  return { records, pick };
});

/** git lists children first, merges are added parents first: the order in which commits come must not matter. */
const orders: ReadonlyArray<(records: readonly CommitRecord[]) => readonly CommitRecord[]> = [(records) => records, (records) => records.toReversed()];

describe('the graph of commits answers as the definition does', () => {
  test.each(orders)('whether a commit contains another', (ordered) => {
    fc.assert(
      fc.property(histories, (records) => {
        const graph = new CommitGraph(ordered(records));
        for (const { sha: tip } of records) {
          const reached = reach(records, tip);
          expect(records.map(({ sha }) => graph.contains(tip, sha))).toEqual(records.map(({ sha }) => reached.has(sha)));
        }
      }),
    );
  });

  test.each(orders)('what lies beyond others: exactly that, each once, children before parents', (ordered) => {
    fc.assert(
      fc.property(someHistory, ({ records, pick }) => {
        const graph = new CommitGraph(ordered(records));
        const tip = pick();
        const bases = [pick(), pick()].slice(0, Number(pick()) % 3);
        const beyond = graph.beyond(tip, bases).map(({ sha }) => sha);
        const excluded = new Set(bases.flatMap((base) => [...reach(records, base)]));
        expect([...beyond].sort()).toEqual([...reach(records, tip)].filter((sha) => !excluded.has(sha)).sort());
        for (const [position, sha] of beyond.entries()) {
          for (const parent of graph.get(sha).parents) {
            expect(!beyond.includes(parent) || beyond.indexOf(parent) > position).toBe(true);
          }
        }
      }),
    );
  });

  test.each(orders)('which are independent: those that no other contains, in the order given, each once', (ordered) => {
    fc.assert(
      fc.property(someHistory, ({ records, pick }) => {
        const graph = new CommitGraph(ordered(records));
        const commits = [pick(), pick(), pick(), pick()];
        const expected = commits.filter(
          (sha, index) => commits.indexOf(sha) === index && !commits.some((other) => other !== sha && reach(records, other).has(sha)),
        );
        expect(graph.independent(commits)).toEqual(expected);
      }),
    );
  });

  test.each(orders)('the best common ancestors: those that no other common ancestor contains', (ordered) => {
    fc.assert(
      fc.property(someHistory, ({ records, pick }) => {
        const graph = new CommitGraph(ordered(records));
        const [one, other] = [pick(), pick()];
        const theirs = reach(records, other);
        const common = [...reach(records, one)].filter((sha) => theirs.has(sha));
        const expected = common.filter((sha) => !common.some((better) => better !== sha && reach(records, better).has(sha)));
        expect([...graph.mergeBases(one, other)].sort()).toEqual(expected.sort());
      }),
    );
  });

  test('children are added before their parents, with questions in between: answers are right once the parents are there', () => {
    fc.assert(
      fc.property(someHistory, fc.nat(11), ({ records }, known) => {
        const graph = new CommitGraph(records.slice(known));
        for (const { sha } of records.slice(known)) graph.beyond(sha, []);
        records.slice(0, known).toReversed().forEach((record) => graph.add(record));
        for (const { sha: tip } of records) {
          const reached = reach(records, tip);
          expect(records.map(({ sha }) => graph.contains(tip, sha))).toEqual(records.map(({ sha }) => reached.has(sha)));
        }
      }),
    );
  });

  test('commits are added after questions were asked: old answers stay true, and new ones are', () => {
    fc.assert(
      fc.property(someHistory, fc.nat(11), ({ records }, known) => {
        const graph = new CommitGraph(records.slice(0, known));
        for (const { sha } of records.slice(0, known)) graph.beyond(sha, []);
        for (const record of records.slice(known)) {
          graph.add(record);
          graph.contains(record.sha, '0');
        }
        for (const { sha: tip } of records) {
          const reached = reach(records, tip);
          expect(records.map(({ sha }) => graph.contains(tip, sha))).toEqual(records.map(({ sha }) => reached.has(sha)));
        }
      }),
    );
  });
});

describe('the edges of the graph', () => {
  const graph = new CommitGraph([commit('b', ['a', 'elsewhere']), commit('a')]);

  test('a commit added twice: counts once', () => {
    const twice = new CommitGraph([commit('a'), commit('a', ['x']), commit('b', ['a'])]);
    expect(twice.beyond('b', []).map(({ sha }) => sha)).toEqual(['b', 'a']);
    expect(twice.get('a').parents).toEqual([]);
  });

  test('a commit that was never read: no ancestor, but nothing is said about what it contains', () => {
    expect(graph.contains('b', 'unknown')).toBe(false);
    expect(graph.has('unknown')).toBe(false);
    expect(() => graph.contains('unknown', 'a')).toThrow('was not read');
    expect(() => graph.beyond('unknown', [])).toThrow('was not read');
    expect(() => graph.beyond('b', ['unknown'])).toThrow('was not read');
    expect(() => graph.get('unknown')).toThrow('was not read');
  });

  test('a parent beyond what was read: passed over', () => {
    expect(graph.beyond('b', []).map(({ sha }) => sha)).toEqual(['b', 'a']);
  });

  test('the same commit: contains itself, and lies not beyond itself', () => {
    expect(graph.contains('b', 'b')).toBe(true);
    expect(graph.beyond('b', ['b'])).toEqual([]);
    expect(graph.beyond('a', ['b'])).toEqual([]);
  });

  test('fifty thousand commits in a line, and as many merges: no overflow, and not slow', () => {
    const length = 50_000;
    const line = Array.from({ length }, (_, index) => commit(`c${index}`, index === 0 ? [] : index === 1 ? ['c0'] : [`c${index - 1}`, `c${index - 2}`]));
    const started = performance.now();
    const deep = new CommitGraph(line.toReversed());
    const tip = `c${length - 1}`;
    expect(deep.contains(tip, 'c0')).toBe(true);
    expect(deep.contains('c0', tip)).toBe(false);
    expect(deep.beyond(tip, [])).toHaveLength(length);
    expect(deep.beyond(tip, ['c0']).at(-1)?.sha).toBe('c1');
    for (let index = 0; index < 100; index += 1) expect(deep.contains(tip, `c${index}`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
