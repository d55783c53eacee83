import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mergePath } from '../../src/gitwaterflow/cascade.js';
import type { RemoteRefs } from '../../src/ports/git.js';
import { emptyQueueDeletes, isQueueNeeded, queueingPush, tryQueueing } from '../../src/queue/entering.js';
import type { QueueingTrial } from '../../src/queue/entering.js';
import { queueTipOf, readQueue } from '../../src/queue/model.js';
import { orderQueue } from '../../src/queue/order.js';
import { validateQueue } from '../../src/queue/validity.js';
import { createHistory } from '../builders/history.js';
import type { History } from '../builders/history.js';
import { memoryGit, pushed } from '../builders/memory-git.js';

/** Three version branches, each with a file of its own. */
function threeVersions(): History {
  const history = createHistory();
  history.commit('root', [], { files: { shared: 'as ever' } });
  history.commit('d4.3', ['root'], { files: { 'in 4.3': 'x' } });
  history.commit('d5.1', ['d4.3'], { files: { 'in 5.1': 'x' } });
  history.commit('d10.0', ['d5.1'], { files: { 'in 10.0': 'x' } });
  for (const version of ['4.3', '5.1', '10.0']) history.branch(`development/${version}`, `d${version}`);
  return history;
}

/** Queues a source, tested as it is for the first version and as `w/…` for the others if there is one. */
function enter(history: History, refs: RemoteRefs, pullRequest: number, source: string, versions: readonly string[], octopus = true): Promise<QueueingTrial> {
  const model = readQueue(refs);
  const at = (branch: string) => ({ branch, tip: refs.branches.get(branch) ?? '' });
  const targets = versions.map((version, index) => ({
    version,
    destination: at(`development/${version}`),
    tested: at(index === 0 ? source : `w/${version}/${source}`),
    queueTip: queueTipOf(model, version),
  }));
  return tryQueueing({ pullRequest, source, targets, octopus }, memoryGit(history), history.graph());
}

function movesOf(trial: QueueingTrial) {
  if (trial.kind !== 'clean') throw new Error(`${trial.kind} with ${trial.branch}`);
  return trial.moves;
}

/** A change and its integration branches. */
function change(history: History, source: string, from: string, versions: readonly string[], files: Readonly<Record<string, string>>): void {
  const head = `head of ${source}`;
  history.commit(head, [from], { files });
  history.branch(source, head);
  let previous = head;
  for (const version of versions) {
    const merged = `${source} for ${version}`;
    history.commit(merged, [history.nameOf(history.refs().branches.get(`development/${version}`) ?? null), previous], { files });
    history.branch(`w/${version}/${source}`, merged);
    previous = merged;
  }
}

function problemsIn(history: History, refs: RemoteRefs) {
  return validateQueue(readQueue(refs), history.graph(), mergePath([...refs.branches.keys()]));
}

describe('the first in the queue', () => {
  test('everything is up to date: each version goes forward to exactly the commit that was tested', async () => {
    const history = threeVersions();
    change(history, 'bugfix/a', 'd5.1', ['10.0'], { a: '1' });
    const moves = movesOf(await enter(history, history.refs(), 1, 'bugfix/a', ['5.1', '10.0']));
    expect(moves).toEqual([
      { version: '5.1', destination: 'development/5.1', queueBranch: 'q/5.1', queueFrom: null, entryBranch: 'q/w/1/5.1/bugfix/a', to: history.sha('head of bugfix/a') },
      { version: '10.0', destination: 'development/10.0', queueBranch: 'q/10.0', queueFrom: null, entryBranch: 'q/w/1/10.0/bugfix/a', to: history.sha('bugfix/a for 10.0') },
    ]);
  });

  test('the destination has moved on: a merge of it and the source, and the next version takes that along', async () => {
    const history = threeVersions();
    change(history, 'bugfix/a', 'd5.1', ['10.0'], { a: '1' });
    history.push('development/5.1', 'newer', { files: { newer: 'x' } });
    const [first, second] = movesOf(await enter(history, history.refs(), 1, 'bugfix/a', ['5.1', '10.0']));
    const graph = history.graph();
    expect(graph.get(first?.to ?? '').parents.map((parent) => history.nameOf(parent))).toEqual(['newer', 'head of bugfix/a']);
    expect(graph.get(second?.to ?? '').parents).toEqual([history.sha('d10.0'), history.sha('bugfix/a for 10.0'), first?.to]);
    expect(history.files(second?.to ?? '')).toMatchObject({ a: '1', newer: 'x', 'in 10.0': 'x' });
  });

  test('without an octopus: consecutive merges of two parents', async () => {
    const history = threeVersions();
    change(history, 'bugfix/a', 'd5.1', ['10.0'], { a: '1' });
    history.push('development/5.1', 'newer', { files: { newer: 'x' } });
    const [, second] = movesOf(await enter(history, history.refs(), 1, 'bugfix/a', ['5.1', '10.0'], false));
    expect(history.graph().get(second?.to ?? '').parents).toHaveLength(2);
  });
});

describe('behind others', () => {
  test('on top of what is queued, and the refs move only from where they were seen', async () => {
    const history = threeVersions();
    change(history, 'bugfix/a', 'd5.1', ['10.0'], { a: '1' });
    change(history, 'bugfix/b', 'd10.0', [], { b: '1' });
    let refs = history.refs();
    refs = pushed(refs, queueingPush(movesOf(await enter(history, refs, 1, 'bugfix/a', ['5.1', '10.0']))));
    const second = movesOf(await enter(history, refs, 2, 'bugfix/b', ['10.0']));
    expect(queueingPush(second)).toEqual([
      { ref: 'refs/heads/q/10.0', from: history.sha('bugfix/a for 10.0'), to: second[0]?.to },
      { ref: 'refs/heads/q/w/2/10.0/bugfix/b', from: null, to: second[0]?.to },
    ]);
    expect(history.graph().get(second[0]?.to ?? '').parents.map((parent) => history.nameOf(parent))).toEqual(['bugfix/a for 10.0', 'head of bugfix/b']);
    refs = pushed(refs, queueingPush(second));
    expect(problemsIn(history, refs)).toEqual([]);
  });

  test('the queue holds all of it already: a commit of its own all the same, so that the order can be told', async () => {
    const history = threeVersions();
    change(history, 'bugfix/a', 'd10.0', [], { a: '1' });
    history.branch('feature/same', 'head of bugfix/a');
    let refs = history.refs();
    refs = pushed(refs, queueingPush(movesOf(await enter(history, refs, 5, 'bugfix/a', ['10.0']))));
    const [move] = movesOf(await enter(history, refs, 2, 'feature/same', ['10.0']));
    expect(move?.to).not.toBe(history.sha('head of bugfix/a'));
    expect(history.files(move?.to ?? '')).toEqual(history.files(history.sha('head of bugfix/a')));
    refs = pushed(refs, queueingPush([move].filter((each) => each !== undefined)));
    expect(problemsIn(history, refs)).toEqual([]);
    expect(orderQueue(readQueue(refs), history.graph()).members.map(({ pullRequest }) => pullRequest)).toEqual([5, 2]);
  });

  test('a conflict with what is queued: named with branch and files, nothing is made', async () => {
    const history = threeVersions();
    change(history, 'bugfix/a', 'd10.0', [], { shared: 'mine' });
    change(history, 'bugfix/b', 'd10.0', [], { shared: 'yours' });
    let refs = history.refs();
    refs = pushed(refs, queueingPush(movesOf(await enter(history, refs, 1, 'bugfix/a', ['10.0']))));
    expect(await enter(history, refs, 2, 'bugfix/b', ['10.0'])).toEqual({
      kind: 'conflict',
      branch: 'q/10.0',
      sides: ['q/10.0', 'bugfix/b'],
      files: ['shared'],
    });
  });

  test('a conflict on a later version only: not added to the versions before it either', async () => {
    const history = threeVersions();
    change(history, 'bugfix/a', 'd10.0', [], { shared: 'mine' });
    change(history, 'bugfix/b', 'd5.1', ['10.0'], { shared: 'yours' });
    let refs = history.refs();
    refs = pushed(refs, queueingPush(movesOf(await enter(history, refs, 1, 'bugfix/a', ['10.0']))));
    expect(await enter(history, refs, 2, 'bugfix/b', ['5.1', '10.0'])).toMatchObject({ kind: 'conflict', branch: 'q/10.0', files: ['shared'] });
  });
});

describe('without the queue', () => {
  const targetsOf = (history: History) => {
    const at = (branch: string) => ({ branch, tip: history.refs().branches.get(branch) ?? '' });
    return [
      { destination: at('development/5.1'), tested: at('bugfix/a') },
      { destination: at('development/10.0'), tested: at('w/10.0/bugfix/a') },
    ];
  };
  const upToDate = (): History => {
    const history = threeVersions();
    change(history, 'bugfix/a', 'd5.1', ['10.0'], { a: '1' });
    return history;
  };

  test('nothing is queued and everything is up to date: not needed, even with empty queues about', () => {
    const history = upToDate();
    history.branch('q/10.0', 'd10.0');
    expect(isQueueNeeded(readQueue(history.refs()), targetsOf(history), history.graph())).toBe(false);
  });

  test('a destination has moved on: needed', () => {
    for (const version of ['5.1', '10.0']) {
      const history = upToDate();
      history.push(`development/${version}`, 'newer');
      expect(isQueueNeeded(readQueue(history.refs()), targetsOf(history), history.graph())).toBe(true);
    }
  });

  test('something is queued, though on another version: needed', () => {
    const history = upToDate();
    history.branch('q/w/9/4.3/bugfix/z', 'd4.3');
    expect(isQueueNeeded(readQueue(history.refs()), targetsOf(history), history.graph())).toBe(true);
  });

  test('a queue without entries holds what never landed: needed, so that somebody looks whose it is', () => {
    const history = upToDate();
    history.commit('unlanded', ['d10.0']);
    history.branch('q/10.0', 'unlanded');
    expect(isQueueNeeded(readQueue(history.refs()), targetsOf(history), history.graph())).toBe(true);
  });

  test('a direct merge takes along the empty queues of the branches it moves, and no others', () => {
    const history = upToDate();
    for (const version of ['4.3', '5.1', '10.0']) history.branch(`q/${version}`, `d${version}`);
    history.branch('q/w/9/10.0/bugfix/z', 'd10.0');
    expect(emptyQueueDeletes(readQueue(history.refs()), new Set(['development/5.1', 'development/10.0']))).toEqual([
      { ref: 'refs/heads/q/5.1', from: history.sha('d5.1'), to: null },
    ]);
  });
});

test('whoever enters, in whatever order and however stale: the queue stays valid, in order, with no tip shared on a version', async () => {
  const versions = ['4.3', '5.1', '10.0'];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ first: fc.nat(2), files: fc.subarray(['one', 'two', 'shared']), stale: fc.boolean(), twin: fc.boolean() }), { minLength: 1, maxLength: 6 }),
      async (arrivals) => {
        const history = threeVersions();
        let refs = history.refs();
        const entered: number[] = [];
        for (const [index, { first, files, stale, twin }] of arrivals.entries()) {
          const source = `bugfix/${index}`;
          const targets = versions.slice(first);
          change(history, source, stale ? 'root' : `d${targets[0]}`, targets.slice(1), Object.fromEntries(files.map((file) => [file, source])));
          if (twin && index > 0 && arrivals[index - 1]?.first === first) {
            // The same commits as the pull request before, from another branch.
            for (const branch of ['', ...targets.slice(1).map((version) => `w/${version}/`)]) {
              history.branch(`${branch}${source}`, history.nameOf(history.refs().branches.get(`${branch}bugfix/${index - 1}`) ?? null));
            }
          }
          refs = { ...refs, branches: new Map([...history.refs().branches, ...refs.branches]) };
          const trial = await enter(history, refs, 100 - index, source, targets);
          if (trial.kind === 'clean') {
            refs = pushed(refs, queueingPush(trial.moves));
            entered.push(100 - index);
          }
        }
        expect(problemsIn(history, refs)).toEqual([]);
        const { members, versions: queues } = orderQueue(readQueue(refs), history.graph());
        expect(members.map(({ pullRequest }) => pullRequest)).toEqual(entered);
        for (const { entries } of queues) {
          expect(new Set(entries.map(({ tip }) => tip)).size).toBe(entries.length);
        }
      },
    ),
    { numRuns: 150 },
  );
});
