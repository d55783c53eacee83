import { describe, expect, test } from '@jest/globals';
import { mergeHeads } from '../../src/integration/merge-heads.js';
import type { BranchAtCommit, Effort } from '../../src/integration/merge-heads.js';
import type { GitPort } from '../../src/ports/git.js';
import { GitOutage } from '../../src/ports/git.js';
import { createHistory } from '../builders/history.js';
import type { History } from '../builders/history.js';
import { memoryGit } from '../builders/memory-git.js';

/** A base and heads that all change another file, from one root. */
function world(): History {
  const history = createHistory();
  history.commit('root', [], { files: { 'shared.txt': 'as it was' } });
  for (const name of ['base', 'one', 'two', 'three']) history.commit(name, ['root'], { files: { [`${name}.txt`]: name } });
  return history;
}

async function merge(history: History, base: string, heads: readonly string[], { effort = 'commit-if-needed', octopus = true, git = memoryGit(history) }: { effort?: Effort; octopus?: boolean; git?: GitPort } = {}) {
  const graph = history.graph();
  const at = (name: string): BranchAtCommit => ({ branch: `branch of ${name}`, tip: history.sha(name) });
  const calls: string[] = [];
  const counting: GitPort = {
    ...git,
    mergeTrees(ours, theirs) {
      calls.push(`${history.nameOf(ours)} + ${history.nameOf(theirs)}`);
      return git.mergeTrees(ours, theirs);
    },
  };
  const merged = await mergeHeads({ git: counting, graph, octopus, pullRequest: 7 }, at(base), heads.map(at), 'w/5.1/x', effort);
  return {
    kind: merged.kind,
    conflict: merged.kind === 'conflict' ? merged : null,
    parents: merged.kind === 'committed' ? graph.get(merged.commit).parents.map((parent) => history.nameOf(parent)) : null,
    subject: merged.kind === 'committed' ? graph.get(merged.commit).subject : null,
    files: merged.kind === 'committed' ? history.files(merged.commit) : null,
    firstParents: merged.kind === 'committed' ? lineOf(history, merged.commit) : null,
    calls,
  };
}

/** From a commit along its first parents. */
function lineOf(history: History, commit: string): readonly string[] {
  const graph = history.graph();
  const line: string[] = [];
  for (let next: string | undefined = commit; next !== undefined; next = graph.get(next).parents[0]) line.push(history.nameOf(next));
  return line;
}

describe('merging heads into a base', () => {
  test('several heads: one commit with all of them as parents, the base first, and a message that names branch and pull request', async () => {
    const merged = await merge(world(), 'base', ['one', 'two']);
    expect(merged.parents).toEqual(['base', 'one', 'two']);
    expect(merged.subject).toBe('Merge branch of one and branch of two into w/5.1/x (#7)');
    expect(merged.files).toEqual({ 'shared.txt': 'as it was', 'base.txt': 'base', 'one.txt': 'one', 'two.txt': 'two' });
  });

  test('no_octopus: consecutive merges of two parents each', async () => {
    const merged = await merge(world(), 'base', ['one', 'two'], { octopus: false });
    expect(merged.parents?.[1]).toBe('two');
    expect(merged.parents).toHaveLength(2);
    expect(merged.firstParents).toEqual(['Merge branch of two into w/5.1/x (#7)', 'Merge branch of one into w/5.1/x (#7)', 'base', 'root']);
  });

  test('heads that the base, or another head, contains already are no parents', async () => {
    const history = world();
    history.commit('one more', ['one'], { files: { 'more.txt': 'more' } });
    expect((await merge(history, 'base', ['root', 'one', 'one more', 'two', 'two'])).parents).toEqual(['base', 'one more', 'two']);
  });

  test('two branches on one commit: one parent', async () => {
    expect((await merge(world(), 'base', ['one', 'one'])).parents).toEqual(['base', 'one']);
  });

  test('nothing is missing: no commit and no question to git; with always-commit, a commit all the same', async () => {
    const history = world();
    expect(await merge(history, 'base', ['root'])).toMatchObject({ kind: 'clean', calls: [] });
    expect((await merge(history, 'base', ['root'], { effort: 'always-commit' })).parents).toEqual(['base', 'root']);
  });

  test('git would fast-forward: a merge commit is made, so that no two branches share a tip', async () => {
    const history = world();
    history.commit('ahead', ['base'], { files: { 'ahead.txt': 'ahead' } });
    const merged = await merge(history, 'base', ['ahead']);
    expect(merged.parents).toEqual(['base', 'ahead']);
    expect(merged.files).toEqual(history.files(history.sha('ahead')));
  });

  test('only tried: no commit; a fast-forward cannot conflict, so git is not even asked', async () => {
    const history = world();
    history.commit('ahead', ['base']);
    expect(await merge(history, 'base', ['ahead'], { effort: 'try' })).toMatchObject({ kind: 'clean', calls: [] });
    expect(await merge(history, 'base', ['one', 'two'], { effort: 'try' })).toMatchObject({ kind: 'clean', parents: null });
  });
});

describe('a conflict', () => {
  /** `one` and `two` change the same file. */
  function conflicting(): History {
    const history = world();
    history.commit('left', ['root'], { files: { 'shared.txt': 'left', 'also.txt': 'left' } });
    history.commit('right', ['root'], { files: { 'shared.txt': 'right', 'also.txt': 'right' } });
    return history;
  }

  test('of base and head: both names, and the files', async () => {
    expect((await merge(conflicting(), 'left', ['right'])).conflict).toEqual({
      kind: 'conflict', sides: ['branch of left', 'branch of right'], files: ['also.txt', 'shared.txt'],
    });
  });

  test('of the second head with what the first made: named after the branch it was to become', async () => {
    const { conflict, calls } = await merge(conflicting(), 'base', ['left', 'right']);
    expect(conflict).toMatchObject({ sides: ['w/5.1/x', 'branch of right'] });
    expect(calls).toHaveLength(4);
    expect(calls[2]).toBe('base + right');
  });

  test('only in one order: the other one is taken, and the parents are as it merged', async () => {
    const history = conflicting();
    const git = memoryGit(history);
    // As where one head resolves what the other one would conflict with.
    const once: GitPort = {
      ...git,
      mergeTrees: (ours, theirs) => (history.nameOf(ours) === 'base' && history.nameOf(theirs) === 'left' ? Promise.resolve({ kind: 'conflict', files: ['shared.txt'] }) : git.mergeTrees(ours, theirs)),
    };
    expect((await merge(history, 'base', ['left', 'one'], { git: once })).parents).toEqual(['base', 'one', 'left']);
  });

  test('in both orders: the first is told, as its commands are given', async () => {
    const history = conflicting();
    const { conflict } = await merge(history, 'left', ['one', 'right']);
    expect(conflict?.sides).toEqual(['w/5.1/x', 'branch of right']);
  });

  test('no common history: a conflict without files', async () => {
    const history = world();
    history.commit('stranger');
    expect((await merge(history, 'base', ['stranger'])).conflict).toMatchObject({ files: [] });
  });

  test('git cannot tell: an outage, never a conflict', async () => {
    const history = world();
    const git: GitPort = { ...memoryGit(history), mergeTrees: () => Promise.reject(new GitOutage('merge-tree', 'exit 128')) };
    await expect(merge(history, 'base', ['one', 'two'], { git })).rejects.toThrow(GitOutage);
  });
});
