import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cascade, CascadeInput } from '../../src/gitwaterflow/cascade.js';
import { buildCascade, checkSelfContained, expectedFixVersions, hotfixBranches, mergePath } from '../../src/gitwaterflow/cascade.js';

const threeVersions = ['development/4.3', 'development/5.1', 'development/10.0'];

function cascadeOf(input: Partial<CascadeInput> & Pick<CascadeInput, 'destination'>): Cascade {
  const result = buildCascade({ branches: threeVersions, tags: [], ...input });
  if (result.kind !== 'cascade') {
    throw new Error(`expected a cascade, got ${JSON.stringify(result)}`);
  }
  return result;
}

describe('targets', () => {
  test('a development branch: it and every later one, the earlier ones ignored', () => {
    const cascade = cascadeOf({ destination: 'development/5.1' });
    expect(cascade.targets.map((target) => target.branch)).toEqual(['development/5.1', 'development/10.0']);
    expect(cascade.ignored).toEqual(['development/4.3']);
  });

  test('ignored branches: sorted as text, not by version', () => {
    const branches = ['development/4', 'development/10', 'development/9', 'development/11'];
    expect(cascadeOf({ branches, destination: 'development/11' }).ignored).toEqual(['development/10', 'development/4', 'development/9']);
  });

  test('a hotfix branch: it alone, under its four-part version, and no hotfix is pending', () => {
    const branches = [...threeVersions, 'hotfix/4.3.18', 'hotfix/5.1.1'];
    expect(buildCascade({ branches, tags: ['4.3.18'], destination: 'hotfix/4.3.18' })).toEqual({
      kind: 'cascade',
      targets: [{ branch: 'hotfix/4.3.18', version: '4.3.18.1', branchVersion: [4, 3, 18, 1] }],
      ignored: ['development/10.0', 'development/4.3', 'development/5.1'],
      pendingHotfixes: [],
    });
  });

  test('hotfix branches met on the way to a development branch: pending, by version; legacy ones are not', () => {
    const branches = [...threeVersions, 'hotfix/10.0.2', 'hotfix/4.3.18', 'hotfix/4.3', 'hotfix/login'];
    expect(cascadeOf({ branches, destination: 'development/10.0' }).pendingHotfixes).toEqual(['hotfix/4.3.18', 'hotfix/10.0.2']);
  });

  test('a branch listed twice: one target', () => {
    const cascade = cascadeOf({ branches: [...threeVersions, ...threeVersions], destination: 'development/10.0' });
    expect(cascade.targets).toHaveLength(1);
    expect(cascade.ignored).toEqual(['development/4.3', 'development/5.1']);
  });

  test('the version that robot branches carry: the one of the branch, not the fix version', () => {
    const cascade = cascadeOf({ tags: ['5.1.3'], destination: 'development/5.1' });
    expect(cascade.targets[0]).toEqual({ branch: 'development/5.1', version: '5.1.4', branchVersion: [5, 1] });
  });
});

describe('destinations without a cascade', () => {
  test('no name of the grammar: unknown', () => {
    expect(buildCascade({ branches: ['main'], tags: [], destination: 'main' })).toEqual({ kind: 'unknown-destination' });
  });

  test.each([
    ['feature/x', 'source'],
    ['release/4.3', 'release'],
    ['user/x', 'user'],
    ['hotfix/4.3', 'legacy-hotfix'],
    ['q/4.3', 'queue'],
    ['w/5.1/bugfix/x', 'integration'],
  ])('%s: unhandled, whatever exists', (destination, branchKind) => {
    const result = buildCascade({ branches: [destination, ...threeVersions], tags: [], destination });
    expect(result).toEqual({ kind: 'unhandled-destination', branchKind });
  });

  test.each(['development/6.0', 'hotfix/4.3.18'])('%s is not there: missing', (destination) => {
    expect(buildCascade({ branches: threeVersions, tags: [], destination })).toEqual({ kind: 'missing-destination' });
  });
});

describe('released three-part branches', () => {
  const branches = ['development/4.3.17', 'development/4.3', 'development/5.1.8', 'development/5.1'];

  test.each(['4.3.17', 'v4.3.17', '4.3.17.0', '4.3.17.2', 'v4.3.17.2'])('tag %s on a target: released', (tag) => {
    const result = buildCascade({ branches, tags: [tag, '4.3.16'], destination: 'development/4.3.17' });
    expect(result).toEqual({ kind: 'released', branch: 'development/4.3.17', version: '4.3.17', tag });
  });

  test('a later target is released: stopped too, it would land there', () => {
    const result = buildCascade({ branches, tags: ['5.1.8'], destination: 'development/4.3.17' });
    expect(result).toMatchObject({ kind: 'released', branch: 'development/5.1.8' });
  });

  test('no two-part branch beside it: noticed all the same', () => {
    const result = buildCascade({ branches: ['development/1.0.0'], tags: ['1.0.0', '1.0.1'], destination: 'development/1.0.0' });
    expect(result).toMatchObject({ kind: 'released', branch: 'development/1.0.0', tag: '1.0.0' });
  });

  test('only an ignored branch is released: not stopped, and its version is not given out again', () => {
    const cascade = cascadeOf({ branches, tags: ['4.3.17', '4.3.16'], destination: 'development/4.3' });
    expect(expectedFixVersions(cascade)).toEqual(['4.3.18', '5.1.8', '5.1.9']);
  });

  test('a hotfix of a released version whose branch is still there: not stopped', () => {
    const cascade = cascadeOf({ branches: [...branches, 'hotfix/4.3.17'], tags: ['4.3.17.0'], destination: 'hotfix/4.3.17' });
    expect(expectedFixVersions(cascade)).toEqual(['4.3.17.1']);
  });
});

describe('target versions', () => {
  function versionsOf(destination: string, branches: readonly string[], tags: readonly string[]): readonly string[] {
    return expectedFixVersions(cascadeOf({ destination, branches: [destination, ...branches], tags }));
  }

  test.each<[string, string, readonly string[], readonly string[], string]>([
    ['no tag: the first patch', 'development/5.1', [], [], '5.1.0'],
    ['no tag, three-part branches: one past the highest', 'development/5.1', ['development/5.1.2', 'development/5.1.10'], [], '5.1.11'],
    ['tags: one past the highest, by number', 'development/5.1', [], ['5.1.9', 'v5.1.10', '5.2.30'], '5.1.11'],
    ['a hotfix tag: counts for its minor', 'development/5.1', [], ['5.1.4.2'], '5.1.5'],
    ['the next patch has its own branch: skipped', 'development/5.1', ['development/5.1.4', 'development/5.1.5'], ['5.1.3'], '5.1.6'],
    ['a three-part branch further on: not waited for', 'development/5.1', ['development/5.1.9'], ['5.1.3'], '5.1.4'],
    ['hotfix branches: no patch of theirs counts', 'development/5.1', ['hotfix/5.1.7'], [], '5.1.0'],
    ['a major alone: its first minor', 'development/5', [], ['4.3.1'], '5.0.0'],
    ['a major, minors known from tags', 'development/5', [], ['5.9.0', '5.10.3.1'], '5.11.0'],
    ['a major, minors known from branches that are ignored', 'development/5', ['development/5.2', 'development/5.3.1'], [], '5.4.0'],
    ['a major, minors known from hotfix branches', 'development/5', ['hotfix/5.6.1', 'hotfix/6.8.1'], ['5.2.0'], '5.7.0'],
    ['a hotfix before general availability', 'hotfix/5.1.2', [], ['5.1.1', '5.1.20'], '5.1.2.0'],
    ['a hotfix after the plain tag', 'hotfix/5.1.2', [], ['v5.1.2'], '5.1.2.1'],
    ['a hotfix: one past the highest revision', 'hotfix/5.1.2', [], ['5.1.2', '5.1.2.9', '5.1.2.10'], '5.1.2.11'],
  ])('%s', (_situation, destination, branches, tags, version) => {
    expect(versionsOf(destination, branches, tags)).toEqual([version]);
  });

  test('two hundred thousand tags: no limit of the engine is met', () => {
    const tags = Array.from({ length: 200_000 }, (_, patch) => `5.1.${patch}`);
    expect(versionsOf('development/5.1', [], tags)).toEqual(['5.1.200000']);
  });
});

describe('any repository', () => {
  const number = fc.integer({ min: 3, max: 5 });
  const small = fc.nat(3);
  const development = fc.oneof(fc.tuple(number), fc.tuple(number, small), fc.tuple(number, small, small)).map((parts) => `development/${parts.join('.')}`);
  const hotfix = fc.tuple(number, small, small).map((parts) => `hotfix/${parts.join('.')}`);
  const other = fc.constantFrom('main', 'bugfix/x', 'q/4.3', 'hotfix/next', 'development/4.3.2.1');
  const tag = fc
    .tuple(fc.constantFrom('', 'v'), fc.oneof(fc.tuple(number, small, small), fc.tuple(number, small, small, small)))
    .map(([v, parts]) => v + parts.join('.'));
  const repositories = fc
    .tuple(fc.uniqueArray(fc.oneof(development, hotfix, other), { minLength: 1, maxLength: 14 }), fc.uniqueArray(tag, { maxLength: 8 }))
    .chain(([branches, tags]) => fc.record({ branches: fc.constant(branches), tags: fc.constant(tags), destination: fc.constantFrom(...branches) }));
  const cascades = repositories.map((input) => ({ input, result: buildCascade(input) }));

  test('targets and ignored: together the development branches, each once, or the hotfix and all of them', () => {
    fc.assert(
      fc.property(cascades, ({ input, result }) => {
        fc.pre(result.kind === 'cascade');
        const targets = result.targets.map((target) => target.branch);
        const expected = [...new Set([...mergePath(input.branches), input.destination])].sort();
        expect([...targets, ...result.ignored].sort()).toEqual(expected);
        expect(targets[0]).toBe(input.destination);
      }),
    );
  });

  test('the order in which branches and tags are listed: of no consequence', () => {
    fc.assert(
      fc.property(repositories, (input) => {
        const reversed = { ...input, branches: [...input.branches].reverse(), tags: [...input.tags].reverse() };
        expect(buildCascade(reversed)).toEqual(buildCascade(input));
      }),
    );
  });

  test('fix versions: each given once, and none that a tag says is delivered', () => {
    fc.assert(
      fc.property(cascades, ({ input, result }) => {
        fc.pre(result.kind === 'cascade');
        const fixVersions = expectedFixVersions(result);
        expect(new Set(fixVersions).size).toBe(fixVersions.length);
        const delivered = input.tags.map((name) => name.replace(/^v/, ''));
        expect(fixVersions.filter((version) => delivered.some((text) => text === version || text.startsWith(`${version}.`)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('every destination of the grammar that exists: a cascade or a released branch, which is a target', () => {
    fc.assert(
      fc.property(cascades, ({ input, result }) => {
        fc.pre([...mergePath(input.branches), ...hotfixBranches(input.branches).map((branch) => branch.name)].includes(input.destination));
        expect(['cascade', 'released']).toContain(result.kind);
        if (result.kind === 'released') {
          const path = mergePath(input.branches);
          expect(path.indexOf(result.branch)).toBeGreaterThanOrEqual(path.indexOf(input.destination));
          expect(input.tags).toContain(result.tag);
        }
      }),
    );
  });
});

describe('mergePath', () => {
  test('all development branches and nothing else, in cascade order', () => {
    const branches = ['development/10', 'development/4', 'main', 'hotfix/4.3.1', 'development/4.3.17', 'development/10.0', 'development/4.3', 'q/4.3'];
    expect(mergePath(branches)).toEqual(['development/4.3.17', 'development/4.3', 'development/4', 'development/10.0', 'development/10']);
  });
});

describe('checkSelfContained', () => {
  test('each branch contains the one before it: no gap, and only neighbours are asked about', () => {
    const contains = jest.fn<(older: string, newer: string) => boolean>().mockReturnValue(true);
    expect(checkSelfContained(threeVersions, contains)).toBeNull();
    expect(contains.mock.calls).toEqual([
      ['development/4.3', 'development/5.1'],
      ['development/5.1', 'development/10.0'],
    ]);
  });

  test('several gaps: the first is named, older branch and newer', () => {
    expect(checkSelfContained(threeVersions, () => false)).toEqual({ older: 'development/4.3', newer: 'development/5.1' });
    expect(checkSelfContained(threeVersions, (older) => older === 'development/4.3')).toEqual({
      older: 'development/5.1',
      newer: 'development/10.0',
    });
  });

  test.each([[[]], [['development/4.3']]])('nothing to compare (%j): no gap', (branches) => {
    expect(checkSelfContained(branches, () => false)).toBeNull();
  });
});
