import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Git } from '../../src/git/git.js';
import { GitOutage } from '../../src/ports/git.js';
import type { RefUpdate, Sha } from '../../src/ports/git.js';
import type { GitAnswer } from './http-backend.js';
import { createWorld, lines } from './world.js';
import type { World } from './world.js';

jest.setTimeout(30_000);

function packet(text: string): string {
  return `${(text.length + 4).toString(16).padStart(4, '0')}${text}`;
}

/** git takes the first two for a server of the old protocol, and all of them for one that has no branches. */
const emptyAnswers: ReadonlyArray<readonly [string, GitAnswer]> = [
  ['nothing at all', { status: 200 }],
  ['nothing, called text', { status: 200, headers: { 'content-type': 'text/plain' } }],
  ['a repository without branches', {
    status: 200, headers: { 'content-type': 'application/x-git-receive-pack-advertisement' },
    body: `${packet('# service=git-receive-pack\n')}0000${packet(`${'0'.repeat(40)} capabilities^{}\0report-status delete-refs ofs-delta atomic\n`)}0000`,
  }],
];

describe('a server that answers 200 and nothing when asked what it has', () => {
  let world: World;
  let git: Git;
  let base: Sha;
  let next: Sha;
  let other: Sha;

  beforeEach(async () => {
    world = await createWorld();
    base = world.branch('development/1', world.commit({ file: lines(), 'more/file': 'x' }));
    next = world.branch('feature/a', world.commit({ file: lines({ 1: 'a' }), 'more/file': 'x' }, [base]));
    other = world.branch('feature/b', world.commit({ file: lines({ 8: 'b' }), 'more/file': 'y' }, [base]));
    // Should the transfers have no end, they are stopped before they take all of the machine.
    git = await world.git({ timeouts: { mergeTrees: 10_000 } });
    await git.listRefs([]);
    await git.fetch([base, next, other]);
  });
  afterEach(() => world.end());

  function answerOnly(service: string, answer: GitAnswer): void {
    world.server.answer = ({ path, query }) => path.endsWith('/info/refs') && query === `service=${service}` ? answer : null;
  }

  const pushes: ReadonlyArray<readonly [string, () => RefUpdate[]]> = [
    ['an update', () => [{ ref: 'refs/heads/development/1', from: base, to: next }]],
    ['a deletion', () => [{ ref: 'refs/heads/feature/b', from: other, to: null }]],
    ['several', () => [
      { ref: 'refs/heads/development/1', from: base, to: next }, { ref: 'refs/heads/w/2/a', from: null, to: next }, { ref: 'refs/heads/feature/b', from: other, to: other },
    ]],
  ];

  test.each(emptyAnswers.flatMap(([words, answer]) => pushes.map(([what, updates]) => ({ words, answer, what, updates }))))(
    '$words, to a push of $what: an outage and not stale, nothing changes',
    async ({ answer, updates }) => {
      const before = world.refs();
      answerOnly('git-receive-pack', answer);
      await expect(git.push(updates())).rejects.toThrow('the server did not list the branches that it has');
      expect(world.refs()).toEqual(before);
    },
  );

  test.each(emptyAnswers.slice(0, 2))('%s, to a push of a creation: an outage, nothing changes', async (_, answer) => {
    const before = world.refs();
    answerOnly('git-receive-pack', answer);
    await expect(git.push([{ ref: 'refs/heads/w/2/a', from: null, to: next }])).rejects.toBeInstanceOf(GitOutage);
    expect(world.refs()).toEqual(before);
  });

  test('to a push of what has moved meanwhile: stale, because looking again shows that it has', async () => {
    world.branch('development/1', other);
    answerOnly('git-receive-pack', { status: 200 });
    expect(await git.push([{ ref: 'refs/heads/development/1', from: base, to: next }, { ref: 'refs/heads/feature/a', from: next, to: null }]))
      .toMatchObject({ kind: 'stale' });
  });

  test('and never lists anything: an outage', async () => {
    world.server.answer = () => ({ status: 200 });
    await expect(git.push([{ ref: 'refs/heads/development/1', from: base, to: next }])).rejects.toThrow('the answer names no branch');
  });

  test.each([['of what was announced', true], ['of what git found missing', false]])('to a transfer in the midst of a merge, %s: an outage, and soon an end of transfers that ask for transfers', async (_, announced) => {
    await git.readHistory([next, other]);
    if (announced) await git.prepareMerges?.([base, next, other]);
    answerOnly('git-upload-pack', { status: 200 });
    const before = world.server.requests.length;
    await expect(git.mergeTrees(next, other)).rejects.toThrow('the server gave no usable answer to a transfer');
    expect(world.server.requests.slice(before).filter(({ path }) => path.endsWith('/info/refs')).length).toBeLessThan(20);
  });

  test('and then comes to its senses: the same merge goes well', async () => {
    answerOnly('git-upload-pack', { status: 200 });
    await expect(git.mergeTrees(next, other)).rejects.toBeInstanceOf(GitOutage);
    world.server.answer = null;
    expect(await git.mergeTrees(next, other)).toMatchObject({ kind: 'clean' });
  });
});
