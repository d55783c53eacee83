import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BuildState } from '../../src/builds/build-state.js';
import { findMergeable, queueEntryKey } from '../../src/queue/mergeable.js';
import type { MergeableInput, QueuedPullRequest } from '../../src/queue/mergeable.js';
import { loadVectors } from '../vectors.js';

const path = ['4.3', '5.1', '10.0'];

function queued(pullRequest: number, ...versions: readonly string[]): QueuedPullRequest {
  return { pullRequest, hotfix: versions.some((version) => version.split('.').length === 4), versions };
}

/** Every entry is successful, but for the states given by `<pull request>/<version>`. */
function inputOf(queue: readonly QueuedPullRequest[], states: Readonly<Record<string, BuildState>> = {}): MergeableInput<QueuedPullRequest> {
  const green = queue.flatMap((entry) => entry.versions.map((version) => [queueEntryKey(entry.pullRequest, version), 'successful'] as const));
  return { mergePaths: [path], queue, states: new Map<string, BuildState>([...green, ...Object.entries(states)]), forceMerge: false };
}

function numbersOf(input: MergeableInput<QueuedPullRequest>) {
  const { mergeable, failed } = findMergeable(input);
  return {
    mergeable: mergeable.map((entry) => entry.pullRequest),
    failed: failed.map(({ entry, version }) => queueEntryKey(entry.pullRequest, version)),
  };
}

describe('vectors', () => {
  const stateNames: Readonly<Record<string, BuildState>> = {
    SUCCESSFUL: 'successful',
    INPROGRESS: 'in-progress',
    NOTSTARTED: 'not-started',
    FAILED: 'failed',
  };

  interface ReferenceQueue extends Omit<MergeableInput<QueuedPullRequest>, 'states'> {
    readonly states: Readonly<Record<string, string>>;
  }

  interface ReferenceAnswer {
    readonly mergeable: readonly number[];
    readonly failed: readonly number[];
  }

  function stateOf(name: string): BuildState {
    const state = stateNames[name];
    if (state === undefined) {
      throw new Error(`unknown state in the vectors: ${name}`);
    }
    return state;
  }

  for (const { input, expected } of loadVectors<ReferenceQueue, ReferenceAnswer>('queue')) {
    test(`${JSON.stringify(input)}: as the reference answers`, () => {
      const states = new Map(Object.entries(input.states).map(([key, name]) => [key, stateOf(name)]));
      const { mergeable, failed } = findMergeable({ ...input, states });
      expect(mergeable.map((entry) => entry.pullRequest)).toEqual(expected.mergeable);
      expect(failed.map(({ entry }) => entry.pullRequest)).toEqual(expected.failed);
    });
  }
});

describe('development branches', () => {
  const queue = [queued(1, '4.3', '5.1', '10.0'), queued(2, '10.0'), queued(3, '5.1', '10.0')];

  test('an older build is not green, the newer ones are: they vouch for it', () => {
    const input = inputOf(queue, { '1/5.1': 'failed', '1/10.0': 'not-started', '2/10.0': 'in-progress' });
    expect(numbersOf(input)).toEqual({ mergeable: [1, 2, 3], failed: [] });
  });

  test('the newest entry of the oldest version is not green: nothing after it lands on any version', () => {
    expect(numbersOf(inputOf(queue, { '1/4.3': 'in-progress' }))).toEqual({ mergeable: [], failed: [] });
  });

  test('a newest entry is dropped: the one that becomes newest is looked at in turn', () => {
    expect(numbersOf(inputOf(queue, { '3/5.1': 'in-progress', '2/10.0': 'in-progress' })).mergeable).toEqual([1]);
    expect(numbersOf(inputOf(queue, { '3/5.1': 'in-progress' })).mergeable).toEqual([1, 2]);
  });

  test('no state is known: not started, nothing merges', () => {
    expect(numbersOf({ ...inputOf(queue), states: new Map() })).toEqual({ mergeable: [], failed: [] });
  });

  test('a version without a branch: neither that pull request nor later ones, not even by force', () => {
    const orphaned = [queued(1, '5.1', '10.0'), queued(2, '6.0', '10.0'), queued(3, '10.0')];
    expect(numbersOf(inputOf(orphaned)).mergeable).toEqual([1]);
    expect(numbersOf({ ...inputOf(orphaned), forceMerge: true }).mergeable).toEqual([1]);
  });
});

describe('hotfix branches', () => {
  test('a hotfix waits: development is not held up, nor is another hotfix', () => {
    const queue = [queued(1, '4.3.18.1'), queued(2, '5.1', '10.0'), queued(3, '4.2.7.0'), queued(4, '4.3.18.1')];
    expect(numbersOf(inputOf(queue, { '4/4.3.18.1': 'in-progress' })).mergeable).toEqual([3, 1, 2]);
  });

  test('development waits: the hotfixes merge, by version', () => {
    const queue = [queued(1, '5.1', '10.0'), queued(2, '10.0.2.1'), queued(3, '9.1.7.0')];
    expect(numbersOf(inputOf(queue, { '1/5.1': 'failed' }))).toEqual({ mergeable: [3, 2], failed: ['1/5.1'] });
  });
});

describe('failures', () => {
  test('one for each version whose newest entry failed, in the order of versions', () => {
    const queue = [queued(1, '4.3', '5.1', '10.0'), queued(2, '5.1', '10.0'), queued(3, '5.0.3.1')];
    const states = { '1/4.3': 'failed', '1/5.1': 'failed', '2/5.1': 'failed', '2/10.0': 'failed', '3/5.0.3.1': 'failed' } as const;
    expect(numbersOf(inputOf(queue, states)).failed).toEqual(['1/4.3', '3/5.0.3.1', '2/5.1', '2/10.0']);
  });

  test('a forced merge: everything merges, failures are told all the same', () => {
    const input = { ...inputOf([queued(1, '10.0')], { '1/10.0': 'failed' }), forceMerge: true };
    expect(numbersOf(input)).toEqual({ mergeable: [1], failed: ['1/10.0'] });
  });
});

describe('any queue', () => {
  const states = fc.constantFrom<BuildState>('successful', 'successful', 'successful', 'in-progress', 'not-started', 'failed');
  const entries = fc.array(fc.constantFrom(['4.3', '5.1', '10.0'], ['5.1', '10.0'], ['10.0'], ['4.3.18.1'], ['4.3.18.2'], ['9.0.1.0']), { maxLength: 9 });
  const inputs = entries.chain((lists) => {
    const queue = lists.map((versions, index) => queued(index + 1, ...versions));
    const keys = queue.flatMap((entry) => entry.versions.map((version) => queueEntryKey(entry.pullRequest, version)));
    return fc
      .tuple(fc.array(states, { minLength: keys.length, maxLength: keys.length }), fc.boolean())
      .map(([list, forceMerge]) => ({ mergePaths: [path], queue, states: new Map(keys.map((key, index) => [key, list[index] ?? 'failed'])), forceMerge }));
  });

  /** The rule as the specification words it: drop from the end until all newest entries are green. */
  function droppedUntilGreen(queue: readonly QueuedPullRequest[], input: MergeableInput<QueuedPullRequest>): readonly number[] {
    const offender = queue.findIndex((entry, position) =>
      entry.versions.some(
        (version) =>
          !queue.slice(position + 1).some((later) => later.versions.includes(version)) &&
          input.states.get(queueEntryKey(entry.pullRequest, version)) !== 'successful',
      ),
    );
    return offender === -1 || input.forceMerge ? queue.map((entry) => entry.pullRequest) : droppedUntilGreen(queue.slice(0, offender), input);
  }

  test('the one walk finds what dropping step by step finds', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { mergeable } = findMergeable(input);
        const paths = [(entry: QueuedPullRequest) => !entry.hotfix, ...['4.3.18.1', '4.3.18.2', '9.0.1.0'].map((version) => (entry: QueuedPullRequest) => entry.versions.includes(version))];
        for (const onPath of paths) {
          expect(mergeable.filter(onPath).map((entry) => entry.pullRequest)).toEqual(droppedUntilGreen(input.queue.filter(onPath), input));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('what merges includes everything queued before it on the same versions', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const merging = new Set(findMergeable(input).mergeable);
        for (const [position, entry] of input.queue.entries()) {
          const before = input.queue.slice(0, position).filter((earlier) => earlier.versions.some((version) => entry.versions.includes(version)));
          expect(!merging.has(entry) || before.every((earlier) => merging.has(earlier))).toBe(true);
        }
      }),
    );
  });

  test('without force, the newest that merges on each version is green', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { mergeable } = findMergeable({ ...input, forceMerge: false });
        const newest = new Map(mergeable.flatMap((entry) => entry.versions.map((version) => [version, queueEntryKey(entry.pullRequest, version)])));
        expect([...newest.values()].filter((key) => input.states.get(key) !== 'successful')).toEqual([]);
      }),
    );
  });
});
