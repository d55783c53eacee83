import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BuildState } from '../../src/builds/build-state.js';
import { findMergeable, queueEntryKey } from '../../src/queue/mergeable.js';
import { readQueue } from '../../src/queue/model.js';
import { orderQueue } from '../../src/queue/order.js';
import type { QueueMember } from '../../src/queue/order.js';
import { branchNamesOf, entriesToAsk, evidenceOf, statesOf } from '../../src/queue/states.js';
import { asked, evidenceFor } from './evidence.js';
import { standingQueue, versions } from './standing-queue.js';

function standingMembers(): readonly QueueMember[] {
  const history = standingQueue();
  return orderQueue(readQueue(history.refs()), history.graph()).members;
}

const members = standingMembers();

function memberOf(pullRequest: number): QueueMember {
  const found = members.find((member) => member.pullRequest === pullRequest);
  if (found === undefined) throw new Error(`#${pullRequest} is not queued`);
  return found;
}

describe('names whose runs count', () => {
  const names = (pullRequest: number, version: string, accept: boolean) => {
    const member = memberOf(pullRequest);
    const entry = member.entries.find((candidate) => candidate.version === version);
    return entry === undefined ? [] : [...branchNamesOf(entry, member, accept)];
  };

  test('the queue branches of the entry and no others', () => {
    expect(names(3, '10.0', false)).toEqual(['q/w/3/10.0/bugfix/three', 'q/10.0']);
    expect(names(7, '4.2.7.1', false)).toEqual(['q/w/7/4.2.7.1/bugfix/other', 'q/4.2.7.1']);
  });

  test('builds of integration branches are accepted: the source branch on the first version, w/… on the others', () => {
    expect(names(3, '5.1', true)).toEqual(['q/w/3/5.1/bugfix/three', 'q/5.1', 'bugfix/three']);
    expect(names(3, '10.0', true)).toEqual(['q/w/3/10.0/bugfix/three', 'q/10.0', 'w/10.0/bugfix/three']);
    expect(names(7, '4.2.7.1', true)).toEqual(['q/w/7/4.2.7.1/bugfix/other', 'q/4.2.7.1', 'bugfix/other']);
  });
});

describe('evidence', () => {
  const [entry] = memberOf(2).entries;
  if (entry === undefined) throw new Error('no entry');
  const stateWith = (evidence: ReturnType<typeof evidenceFor>) =>
    statesOf(members, { kind: 'asked', evidence: new Map([['2/10.0', evidence]]) }).get('2/10.0');

  test('of the entry’s branch at its commit: believed', () => {
    expect(stateWith(evidenceFor(entry, 'successful'))).toBe('successful');
  });

  test('of another commit, or of another branch at this commit: says nothing', () => {
    expect(stateWith(evidenceFor({ ...entry, tip: 'f'.repeat(40) }, 'successful'))).toBe('not-started');
    expect(stateWith(evidenceFor({ ...entry, branch: 'w/10.0/feature/two' }, 'successful'))).toBe('not-started');
  });

  test('build checks are off: everything is green, and there is no evidence', () => {
    expect(new Set(statesOf(members, { kind: 'no-build-key' }).values())).toEqual(new Set(['successful']));
    expect(evidenceOf(entry, { kind: 'no-build-key' })).toBeNull();
  });
});

describe('what to read next', () => {
  const next = (states: Readonly<Record<string, BuildState>>, onFailure: 'wait' | 'eject' = 'wait') =>
    entriesToAsk(members, asked(members, states), onFailure).map(({ entry }) => queueEntryKey(entry.pullRequest, entry.version));

  test('at first the newest entry of every version', () => {
    expect(next({})).toEqual(['7/4.2.7.1', '1/4.3', '3/5.1', '3/10.0']);
  });

  test('they are green: nothing more', () => {
    expect(next({ '7/4.2.7.1': 'successful', '1/4.3': 'successful', '3/5.1': 'successful', '3/10.0': 'successful' })).toEqual([]);
  });

  test('one is not: the ones that are newest without it', () => {
    const known = { '7/4.2.7.1': 'successful', '1/4.3': 'successful', '3/5.1': 'in-progress', '3/10.0': 'successful' } as const;
    expect(next(known)).toEqual(['1/5.1', '2/10.0']);
    expect(next({ ...known, '1/5.1': 'successful', '2/10.0': 'failed' })).toEqual(['1/10.0']);
    expect(next({ ...known, '1/5.1': 'failed', '2/10.0': 'successful' })).toEqual([]);
  });

  test('the oldest spoils everything: nothing more, unless a culprit is looked for', () => {
    const known = { '7/4.2.7.1': 'successful', '1/4.3': 'in-progress', '3/5.1': 'failed', '3/10.0': 'failed' } as const;
    expect(next(known)).toEqual([]);
    expect(next(known, 'eject')).toEqual(['1/5.1', '1/10.0']);
    expect(next({ ...known, '3/10.0': 'successful' }, 'eject')).toEqual(['1/5.1']);
  });

  test('builds are off, or the merge is forced: nothing', () => {
    expect(entriesToAsk(members, { kind: 'no-build-key' }, 'eject')).toEqual([]);
    expect(entriesToAsk(members, { kind: 'forced', evidence: new Map() }, 'eject')).toEqual([]);
  });

  test('whatever the states: reading only what is asked for finds what reading everything finds', () => {
    const states = fc.constantFrom<BuildState>('successful', 'successful', 'successful', 'in-progress', 'not-started', 'failed');
    const keys = members.flatMap((member) => member.entries.map((entry) => queueEntryKey(entry.pullRequest, entry.version)));
    fc.assert(
      fc.property(fc.array(states, { minLength: keys.length, maxLength: keys.length }), fc.constantFrom('wait', 'eject'), (list, onFailure) => {
        const truth = Object.fromEntries(keys.map((key, index) => [key, list[index] ?? 'failed']));
        let known: Readonly<Record<string, BuildState>> = {};
        for (let round = 0; ; round += 1) {
          const wanted = entriesToAsk(members, asked(members, known), onFailure).map(({ entry }) => queueEntryKey(entry.pullRequest, entry.version));
          if (wanted.length === 0) break;
          expect(round).toBeLessThan(keys.length);
          expect(wanted.filter((key) => key in known)).toEqual([]);
          known = { ...known, ...Object.fromEntries(wanted.map((key) => [key, truth[key] ?? 'failed'])) };
        }
        const found = (builds: Readonly<Record<string, BuildState>>) =>
          findMergeable({ mergePaths: [versions], queue: members, states: statesOf(members, asked(members, builds)), forceMerge: false });
        expect(found(known)).toEqual(found(truth));
      }),
      { numRuns: 300 },
    );
  });
});
