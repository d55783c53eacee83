import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BuildState } from '../../src/builds/build-state.js';
import { mergePath } from '../../src/gitwaterflow/cascade.js';
import type { CommitGraph } from '../../src/history/commit-graph.js';
import type { RemoteRefs, Sha } from '../../src/ports/git.js';
import { queueingPush, tryQueueing } from '../../src/queue/entering.js';
import { queueEntryKey } from '../../src/queue/mergeable.js';
import { decideQueueMerge } from '../../src/queue/merging.js';
import type { QueueMergeDecision } from '../../src/queue/merging.js';
import { queueTipOf, readQueue } from '../../src/queue/model.js';
import { orderQueue } from '../../src/queue/order.js';
import type { QueueBuilds } from '../../src/queue/states.js';
import { validateQueue } from '../../src/queue/validity.js';
import { createHistory } from '../builders/history.js';
import type { History } from '../builders/history.js';
import { memoryGit, pushed } from '../builders/memory-git.js';
import { asked } from './evidence.js';

type Merge = Extract<QueueMergeDecision, { readonly kind: 'merge' }>;

const anyState = fc.constantFrom<BuildState>('successful', 'successful', 'successful', 'successful', 'in-progress', 'not-started', 'failed');

/** Ancestry once more, by nothing but parents. */
function isAncestor(graph: CommitGraph, older: Sha, newer: Sha): boolean {
  return older === newer || graph.get(newer).parents.some((parent) => isAncestor(graph, older, parent));
}

/** Spec 6, rules 1 to 4, for one push of the queue. */
function expectSafe({ push, merged }: Merge, refs: RemoteRefs, graph: CommitGraph, states: ReadonlyMap<string, BuildState> | null): void {
  const after = pushed(refs, push).branches;
  const mergedBranches = new Set(merged.flatMap(({ entries }) => entries.map(({ branch }) => branch)));
  expect(new Set(push.map(({ ref }) => ref)).size).toBe(push.length);
  for (const { ref, from, to } of push) {
    const branch = ref.replace('refs/heads/', '');
    expect(refs.branches.get(branch)).toBe(from);
    if (/^(?:development|hotfix)\//.test(branch)) {
      expect(to !== null && from !== null && isAncestor(graph, from, to)).toBe(true);
      // People may have put two entries on one commit; then the branch of one of them is green.
      const newest = merged.flatMap(({ entries }) => entries).filter(({ tip, version }) => tip === to && branch.endsWith(version.split('.').slice(0, 3).join('.')));
      expect(newest.some(({ pullRequest, version }) => states === null || states.get(queueEntryKey(pullRequest, version)) === 'successful')).toBe(true);
    } else {
      // Only what belongs to what merged goes, and nothing that is not in a version branch by now.
      expect(to).toBeNull();
      const empty = readQueue(refs).versions.some(({ queue, entries }) => queue.branch === branch && entries.length === 0);
      expect(mergedBranches.has(branch) || branch.startsWith('w/') || empty).toBe(true);
      expect([...after].some(([name, tip]) => /^(?:development|hotfix)\//.test(name) && from !== null && isAncestor(graph, from, tip))).toBe(true);
    }
  }
  // A hotfix lands beside the cascade, whatever state that is in.
  if (merged.every(({ hotfix }) => hotfix)) return;
  const path = mergePath([...after.keys()]).map((branch) => after.get(branch) ?? '');
  path.slice(1).forEach((newer, index) => expect(isAncestor(graph, path[index] ?? '', newer)).toBe(true));
}

describe('any branches on any history', () => {
  /** With the place in the history where a coherent queue would have it. */
  const usual: ReadonlyArray<readonly [name: string, place: number]> = [
    ['development/4.3', 0], ['development/5.1', 1], ['hotfix/4.2.7', 0],
    ['q/4.3', 2], ['q/5.1', 4], ['q/4.2.7.1', 2], ['q/4.2.7.2', 3],
    ['q/w/1/4.3/bugfix/a', 2], ['q/w/1/5.1/bugfix/a', 3], ['q/w/2/5.1/bugfix/b', 4], ['q/w/3/4.2.7.1/bugfix/c', 2], ['q/w/4/4.2.7.2/bugfix/d', 3],
    ['w/5.1/bugfix/a', 3], ['bugfix/a', 2],
  ];
  const worlds = fc.record({
    parents: fc.array(fc.record({ onTop: fc.integer({ min: 1, max: 5 }), others: fc.array(fc.nat(), { maxLength: 1 }) }), { minLength: 1, maxLength: 7 }),
    places: fc.array(fc.record({ there: fc.integer({ min: 0, max: 9 }), off: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2, 3) }), { minLength: usual.length, maxLength: usual.length }),
    states: fc.array(anyState, { minLength: usual.length, maxLength: usual.length }),
    forced: fc.boolean(),
  });

  test('a merge only goes forward, to green commits, keeps versions self-contained and touches nothing else', () => {
    let merges = 0;
    fc.assert(
      fc.property(worlds, ({ parents, places, states, forced }) => {
        const history = createHistory();
        history.commit('c0');
        for (const [index, { onTop, others }] of parents.entries()) {
          const first = onTop > 1 ? index : Math.floor(index / 2);
          history.commit(`c${index + 1}`, [...new Set([first, ...others.map((other) => other % (index + 1))])].map((parent) => `c${parent}`));
        }
        for (const [index, [name, place]] of usual.entries()) {
          const { there, off } = places[index] ?? { there: 0, off: 0 };
          if (there > 1) history.branch(name, `c${(place + off) % (parents.length + 1)}`);
        }
        // Coherent queues are rare among random ones: let the tips follow their newest entries half of the time.
        const refs = forced ? history.refs() : aligned(history);
        const graph = history.graph();
        const model = readQueue(refs);
        const { members } = orderQueue(model, graph);
        const keys = members.flatMap((member) => member.entries.map((entry) => queueEntryKey(entry.pullRequest, entry.version)));
        const truth = new Map(keys.map((key, index) => [key, states[index] ?? 'failed']));
        const known = asked(members, Object.fromEntries(truth));
        const builds: QueueBuilds = forced ? { kind: 'forced', evidence: known.evidence } : known;
        const decision = decideQueueMerge({ model, refs, graph, builds, onFailure: 'eject', deleteSourcesOf: new Set() });
        if (decision.kind === 'merge') {
          merges += 1;
          expectSafe(decision, refs, graph, forced ? null : truth);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(merges).toBeGreaterThan(50);
  });

  function aligned(history: History): RemoteRefs {
    const refs = history.refs();
    const branches = new Map(refs.branches);
    for (const { queue, entries, destination } of orderQueue(readQueue(refs), history.graph()).versions) {
      const tip = entries.at(-1)?.tip ?? destination.tip;
      if (tip !== null) branches.set(queue.branch, tip);
    }
    return { ...refs, branches };
  }
});

describe('any life of a queue', () => {
  const versions = ['4.3', '5.1', '10.0'];
  const arrival = fc.record({ kind: fc.constant('arrives' as const), first: fc.nat(2), hotfix: fc.integer({ min: 0, max: 3 }) });
  const builds = fc.record({ kind: fc.constant('builds' as const), states: fc.array(anyState, { minLength: 30, maxLength: 30 }) });

  test('it stays coherent through every arrival and every merge, and what merges is safe', async () => {
    let merges = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(arrival, builds), { minLength: 2, maxLength: 14 }), async (events) => {
        const history = createHistory();
        history.commit('root');
        for (const [index, version] of ['4.2.7', ...versions].entries()) {
          history.commit(`d${version}`, [index < 2 ? 'root' : `d${versions[index - 2]}`], { files: { [version]: 'x' } });
          history.branch(version === '4.2.7' ? 'hotfix/4.2.7' : `development/${version}`, `d${version}`);
        }
        let refs = history.refs();
        for (const [number, event] of events.entries()) {
          if (event.kind === 'arrives') {
            const onto = event.hotfix === 0 ? ['4.2.7.1'] : versions.slice(event.first);
            const destination = (version: string) => (version === '4.2.7.1' ? 'hotfix/4.2.7' : `development/${version}`);
            const source = `bugfix/${number}`;
            const start = refs.branches.get(destination(onto[0] ?? '')) ?? '';
            history.commit(source, [history.nameOf(history.refs().branches.get(destination(onto[0] ?? '')) ?? start)], { files: { [source]: 'x' } });
            const tested = { branch: source, tip: history.sha(source) };
            const model = readQueue(refs);
            const targets = onto.map((version) => ({
              version,
              destination: { branch: destination(version), tip: refs.branches.get(destination(version)) ?? '' },
              tested,
              queueTip: queueTipOf(model, version),
            }));
            const trial = await tryQueueing({ pullRequest: number, source, targets, octopus: true }, memoryGit(history), history.graph());
            if (trial.kind !== 'clean') throw new Error('changes of different files conflict');
            refs = pushed(refs, queueingPush(trial.moves));
          } else {
            const model = readQueue(refs);
            const graph = history.graph();
            const { members } = orderQueue(model, graph);
            const keys = members.flatMap((member) => member.entries.map((entry) => queueEntryKey(entry.pullRequest, entry.version)));
            const truth = new Map(keys.map((key, index) => [key, event.states[index] ?? 'failed']));
            const decision = decideQueueMerge({ model, refs, graph, builds: asked(members, Object.fromEntries(truth)), onFailure: 'wait', deleteSourcesOf: new Set() });
            if (decision.kind === 'merge') {
              merges += 1;
              expectSafe(decision, refs, graph, truth);
              refs = pushed(refs, decision.push);
            }
            expect(['merge', 'failed', 'waiting']).toContain(decision.kind);
          }
          expect(validateQueue(readQueue(refs), history.graph(), mergePath([...refs.branches.keys()]))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
    expect(merges).toBeGreaterThan(50);
  });
});
