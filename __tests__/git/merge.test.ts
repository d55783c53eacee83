import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Git } from '../../src/git/git.js';
import { MergeRecords } from '../../src/git/merge-record.js';
import { GitOutage } from '../../src/ports/git.js';
import type { Sha } from '../../src/ports/git.js';
import { commandLines, createWorld, lines, robot } from './world.js';
import type { Files, World } from './world.js';

jest.setTimeout(30_000);

describe('trial merges', () => {
  let world: World;
  let git: Git;
  let base: Sha;

  beforeEach(async () => {
    world = await createWorld();
    base = world.branch('development/1', world.commit({ file: lines(), other: 'x\n' }));
    git = await world.git();
  });
  afterEach(() => world.end());

  async function fetched(files: Files, parents: readonly Sha[] = [base], name = 'feature/a'): Promise<Sha> {
    const sha = world.branch(name, world.commit(files, parents));
    await git.fetch([sha]);
    return sha;
  }

  test('both sides changed different lines of a file: clean, and the tree is what `git merge` makes', async () => {
    const ours = await fetched({ file: lines({ 1: 'ours' }), other: 'x\n' });
    const theirs = await fetched({ file: lines({ 8: 'theirs' }), other: 'x\n' }, [base], 'feature/b');
    const expected = world.run('merge-tree', '--write-tree', ours, theirs);
    expect(await git.mergeTrees(ours, theirs)).toEqual({ kind: 'clean', tree: expected });
  });

  test('both sides changed the same lines: conflict with the names of the files, sorted, once each', async () => {
    const names = ['z', 'dir/é漢🚀', 'dir/with\nline feed', 'dir/with "quotes"', ' leading', 'a\ttab', '--option', '10', '9'];
    const side = (text: string): Files => Object.fromEntries([...names.map((name): [string, string] => [name, lines({ 4: text })]), ['fine', 'same\n']]);
    const root = world.commit(side('root'));
    const ours = await fetched(side('ours'), [root]);
    const theirs = await fetched(side('theirs'), [root], 'feature/b');
    expect(await git.mergeTrees(ours, theirs)).toEqual({ kind: 'conflict', files: [...names].sort() });
  });

  test('a file changed on one side and deleted on the other: conflict', async () => {
    const ours = await fetched({ file: lines({ 1: 'ours' }), other: 'x\n' });
    const theirs = await fetched({ other: 'x\n' }, [base], 'feature/b');
    expect(await git.mergeTrees(ours, theirs)).toEqual({ kind: 'conflict', files: ['file'] });
  });

  test('no common ancestor: unrelated, and the next merge works', async () => {
    const ours = await fetched({ file: 'ours\n' }, []);
    const theirs = await fetched({ file: 'theirs\n' }, [], 'feature/b');
    const child = await fetched({ file: 'theirs\n', more: 'x\n' }, [theirs], 'feature/c');
    expect(await git.mergeTrees(ours, theirs)).toEqual({ kind: 'unrelated' });
    expect(await git.mergeTrees(theirs, child)).toMatchObject({ kind: 'clean' });
  });

  test('two merges, the second with a commit made after the first: both answered, by one process', async () => {
    const ours = await fetched({ file: lines({ 1: 'ours' }), other: 'x\n' });
    const theirs = await fetched({ file: lines({ 8: 'theirs' }), other: 'x\n' }, [base], 'feature/b');
    const third = await fetched({ file: lines(), other: 'y\n' }, [base], 'feature/c');
    const first = await git.mergeTrees(ours, theirs);
    if (first.kind !== 'clean') throw new Error(first.kind);
    const processes = git.processCount;
    const commit = await git.createCommit({ tree: first.tree, parents: [ours, theirs], message: 'merge' });
    expect(await git.mergeTrees(commit, third)).toMatchObject({ kind: 'clean' });
    expect(git.processCount - processes).toBe(0);
  });

  test('a commit fetched while the process runs: seen', async () => {
    const ours = await fetched({ file: lines({ 1: 'ours' }), other: 'x\n' });
    expect(await git.mergeTrees(base, ours)).toMatchObject({ kind: 'clean' });
    const later = await fetched({ file: lines({ 8: 'later' }), other: 'x\n' }, [base], 'feature/later');
    expect(await git.mergeTrees(ours, later)).toMatchObject({ kind: 'clean' });
  });

  test('many merges asked at once: each gets its own answer', async () => {
    const ours = await fetched({ file: lines({ 1: 'ours' }), other: 'x\n' });
    const others = await Promise.all(Array.from({ length: 12 }, (_, index) => fetched({ file: lines({ [index % 2 === 0 ? 8 : 1]: `other ${index}` }), other: 'x\n' }, [base], `feature/${index}`)));
    const answers = await Promise.all(others.map((other) => git.mergeTrees(ours, other)));
    expect(answers.map((answer) => answer.kind)).toEqual(others.map((_, index) => (index % 2 === 0 ? 'clean' : 'conflict')));
  });

  test('a git that keeps its answers back until its input ends: both answered all the same, by a process each', async () => {
    const program = join(world.directory, 'buffering-git');
    writeFileSync(program, '#!/bin/sh\ncase "$1" in merge-tree) answers=$(mktemp); git "$@" > "$answers"; cat "$answers"; rm "$answers";; *) exec git "$@";; esac\n', { mode: 0o755 });
    git = await world.git({ gitProgram: program, timeouts: { mergePatience: 50 } });
    const ours = await fetched({ file: lines({ 1: 'ours' }), other: 'x\n' });
    const theirs = await fetched({ file: lines({ 1: 'theirs' }), other: 'x\n' }, [base], 'feature/b');
    const before = git.processCount;
    expect(await git.mergeTrees(base, ours)).toMatchObject({ kind: 'clean' });
    expect(await git.mergeTrees(ours, theirs)).toEqual({ kind: 'conflict', files: ['file'] });
    expect(git.processCount - before).toBe(2);
  });

  test('a merge-tree that answers twice: ended, and the next merge asks another process', async () => {
    const program = join(world.directory, 'stuttering-git');
    const clean = `1\\000${'1'.repeat(40)}\\000\\000`;
    writeFileSync(program, `#!/bin/sh\ncase "$1" in merge-tree) ;; *) exec git "$@";; esac\nread line; printf '${clean}${clean}'; cat > /dev/null\n`, { mode: 0o755 });
    git = await world.git({ gitProgram: program });
    const ours = await fetched({ file: lines({ 1: 'ours' }), other: 'x\n' });
    const theirs = await fetched({ file: lines({ 1: 'theirs' }), other: 'x\n' }, [base], 'feature/b');
    await git.mergeTrees(base, ours);
    const before = git.processCount;
    await git.mergeTrees(ours, theirs);
    expect(git.processCount - before).toBe(1);
  });

  test('a merge that was announced: its trees in one transfer, its blobs in another, with the credentials', async () => {
    const ours = await fetched({ file: lines({ 1: 'ours' }), other: 'x\n' });
    const theirs = await fetched({ file: lines({ 8: 'theirs' }), other: 'x\n' }, [base], 'feature/b');
    await git.readHistory([ours, theirs]);
    const transfer = ['/org/project/info/refs', '/org/project/git-upload-pack'];
    const start = world.server.requests.length;
    await git.prepareMerges?.([base, ours, theirs]);
    expect(world.server.requests.slice(start).map((request) => request.path)).toEqual(transfer);
    const before = world.server.requests.length;
    await git.mergeTrees(ours, theirs);
    const lazy = world.server.requests.slice(before);
    expect(lazy.map((request) => request.path)).toEqual(transfer);
    expect(lazy.every((request) => request.authorizations.length === 1)).toBe(true);
    await git.prepareMerges?.([base, ours, theirs]);
    await git.mergeTrees(ours, theirs);
    expect(world.server.requests.length).toBe(before + lazy.length);
  });

  test('commits that are announced without their history having been read: the merge fetches what it needs', async () => {
    const ours = await fetched({ file: lines({ 1: 'ours' }), other: 'x\n' });
    const theirs = await fetched({ file: lines({ 8: 'theirs' }), other: 'x\n' }, [base], 'feature/b');
    await git.prepareMerges?.([ours, theirs]);
    expect(await git.mergeTrees(ours, theirs)).toMatchObject({ kind: 'clean' });
  });

  test('the server goes down between fetch and merge: an outage, not a conflict', async () => {
    const ours = await fetched({ file: lines({ 1: 'ours' }), other: 'x\n' });
    const theirs = await fetched({ file: lines({ 8: 'theirs' }), other: 'x\n' }, [base], 'feature/b');
    await world.server.close();
    await expect(git.mergeTrees(ours, theirs)).rejects.toBeInstanceOf(GitOutage);
  });

  test('the server refuses the blobs of one merge: an outage, and the same merge works once it is back', async () => {
    const ours = await fetched({ file: lines({ 1: 'ours' }), other: 'x\n' });
    const theirs = await fetched({ file: lines({ 8: 'theirs' }), other: 'x\n' }, [base], 'feature/b');
    world.server.answer = () => ({ status: 503 });
    await expect(git.mergeTrees(ours, theirs)).rejects.toMatchObject({ name: 'GitOutage', operation: 'merge-tree' });
    world.server.answer = null;
    expect(await git.mergeTrees(ours, theirs)).toMatchObject({ kind: 'clean' });
  });

  test('a commit that exists nowhere: an outage', async () => {
    const ours = await fetched({ file: lines({ 1: 'ours' }), other: 'x\n' });
    await expect(git.mergeTrees(ours, '1'.repeat(40))).rejects.toBeInstanceOf(GitOutage);
  });

  test('not a full object name: a plain error before any process', async () => {
    const ours = await fetched({ file: lines({ 1: 'ours' }), other: 'x\n' });
    const before = git.processCount;
    for (const name of ['HEAD', '--help', `${ours}\n${ours}`, ours.slice(0, 20), ours.toUpperCase()]) {
      const error = await git.mergeTrees(ours, name).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(GitOutage);
    }
    expect(git.processCount).toBe(before);
  });

  test.each([
    ['prints something else', 'printf "Already up to date.\\n"; sleep 86421', 'cannot be read'],
    ['says clean, but lists files in conflict', `read line; printf '1\\000%s\\000file\\000\\000' ${'1'.repeat(40)}; sleep 86421`, 'cannot be read'],
    ['ends in the middle of an answer', `read line; printf '0\\000%s\\000fi' ${'1'.repeat(40)}`, 'exit status 0'],
    ['exits with 1', 'exit 1', 'exit status 1'],
    ['exits with 128', 'echo "fatal: bad thing" >&2; exit 128', 'exit status 128: fatal: bad thing'],
    ['claims unrelated histories where there are none', 'echo "fatal: refusing to merge unrelated histories" >&2; exit 128', 'exit status 128'],
    ['says nothing', 'sleep 86421', 'no answer within'],
    ['is killed', 'kill -9 $$', 'ended by a signal'],
  ])('merge-tree %s: an outage, not a conflict', async (_, script, detail) => {
    const program = join(world.directory, 'fake-git');
    writeFileSync(program, `#!/bin/sh\ncase "$1" in merge-tree) ;; *) exec git "$@";; esac\n${script}\n`, { mode: 0o755 });
    git = await world.git({ gitProgram: program, timeouts: { mergeTrees: 1500 } });
    const ours = await fetched({ file: lines({ 1: 'ours' }), other: 'x\n' });
    const theirs = await fetched({ file: lines({ 8: 'theirs' }), other: 'x\n' }, [base], 'feature/b');
    const outage = await git.mergeTrees(ours, theirs).catch((reason: unknown) => reason);
    expect(outage).toBeInstanceOf(GitOutage);
    expect((outage as GitOutage).detail).toContain(detail);
    // Nothing goes on that might answer later; a killed process may take a moment to disappear.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(commandLines().filter((line) => line.startsWith('sleep 86421'))).toEqual([]);
  });

  test('an old git: an outage that says which version was found and which is needed', async () => {
    const program = join(world.directory, 'old-git');
    writeFileSync(program, '#!/bin/sh\nif [ "$1" = version ]; then echo "git version 2.34.1"; exit; fi\necho "usage: git merge-tree" >&2; exit 129\n', { mode: 0o755 });
    const old = await world.git({ gitProgram: program });
    await expect(old.mergeTrees('1'.repeat(40), '2'.repeat(40))).rejects.toThrow('git 2.34 was found, 2.39 or newer is needed');
  });

  test('no git at all: an outage', async () => {
    const none = await world.git({ gitProgram: join(world.directory, 'no-such-program') });
    await expect(none.mergeTrees('1'.repeat(40), '2'.repeat(40))).rejects.toMatchObject({ name: 'GitOutage' });
    await expect(none.listRefs()).rejects.toMatchObject({ name: 'GitOutage' });
  });

  test.each(['merge=union', 'merge=ours', '-merge', 'merge=evil', 'merge=binary', 'filter=evil merge=evil', 'conflict-marker-size=1'])(
    'the repository asks for %s in .gitattributes: without effect',
    async (attribute) => {
      const attributes = { '.gitattributes': `* ${attribute}\n`, 'dir/.gitattributes': `* ${attribute}\n` };
      const root = world.branch('master', world.commit({ ...attributes, file: lines(), conflict: lines() }));
      const ours = await fetched({ ...attributes, file: lines({ 1: 'ours' }), conflict: lines({ 4: 'ours' }) }, [root]);
      const theirs = await fetched({ ...attributes, file: lines({ 8: 'theirs' }), conflict: lines({ 4: 'theirs' }) }, [root], 'feature/b');
      expect(await git.mergeTrees(ours, theirs)).toEqual({ kind: 'conflict', files: ['conflict'] });
    },
  );

  test('a file renamed on one side and changed on the other: clean, the change follows', async () => {
    const ours = await fetched({ moved: lines(), other: 'x\n' });
    const theirs = await fetched({ file: lines({ 8: 'theirs' }), other: 'x\n' }, [base], 'feature/b');
    const merge = await git.mergeTrees(ours, theirs);
    if (merge.kind !== 'clean') throw new Error(merge.kind);
    const commit = await git.createCommit({ tree: merge.tree, parents: [ours, theirs], message: 'x' });
    await git.push([{ ref: 'refs/heads/merged', from: null, to: commit }]);
    expect(world.run('show', 'merged:moved')).toBe(lines({ 8: 'theirs' }).trimEnd());
  });
});

describe('answers of merge-tree', () => {
  test('cut anywhere: the same records', () => {
    const records = [`1\0${'1'.repeat(40)}\0\0`, `0\0${'2'.repeat(40)}\0a file\0another\0\0`, `1\0${'3'.repeat(40)}\0\0`];
    const whole = Buffer.from(records.join(''));
    for (let cut = 1; cut < whole.length; cut += 1) {
      const reader = new MergeRecords();
      expect([...reader.add(whole.subarray(0, cut)), ...reader.add(whole.subarray(cut))].map(String)).toEqual(records);
      expect(reader.length).toBe(0);
    }
    const bytewise = new MergeRecords();
    expect([...whole].flatMap((byte) => bytewise.add(Buffer.from([byte]))).map(String)).toEqual(records);
  });
});

describe('commits', () => {
  let world: World;
  let git: Git;
  afterEach(() => world.end());

  test.each<[string, string, number]>([
    ['a plain message', 'Merge branch\n', 2],
    ['several parents', 'octopus\n\nbody\n', 3],
    ['no parent', 'root\n', 0],
    ['the same parent twice', 'twice\n', -1],
    ['a message that looks like a header', 'parent 1111\nauthor x <y> 1 +0000\n', 1],
    ['unicode', 'é漢🚀\n', 1],
    ['an empty message', '\n', 1],
  ])('%s: byte for byte what `git commit-tree` makes', async (_, message, parentCount) => {
    world = await createWorld();
    const parents = parentCount === -1 ? Array<Sha>(2).fill(world.commit({ f: 'same' })) : Array.from({ length: parentCount }, (__, index) => world.commit({ f: String(index) }));
    const tree = world.run('rev-parse', `${world.commit({ g: 'tree' })}^{tree}`);
    const name = ' "bert-e" <[bot]>, ';
    git = await world.git({ robot: { name, email: robot.email } });
    const sha = await git.createCommit({ tree, parents, message });
    const expected = execFileSync('git', ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], {
      input: message, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH, GIT_DIR: world.bare,
        GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: robot.email, GIT_AUTHOR_DATE: '1779280496 +0000',
        GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: robot.email, GIT_COMMITTER_DATE: '1779280496 +0000',
      },
    });
    expect(sha).toBe(expected.trim());
  });

  test('control characters in the message: removed, and it ends with one line feed', async () => {
    world = await createWorld();
    const base = world.commit({ f: 'x' });
    world.branch('base', base);
    git = await world.git();
    await git.fetch([base]);
    const tree = world.run('rev-parse', `${base}^{tree}`);
    const sha = await git.createCommit({ tree, parents: [base], message: '\n\r\ntitle\u0000 \u001b[31mred\u009b\r\n\nbody\t\u0085end\n\n\n' });
    expect(await git.createCommit({ tree, parents: [base], message: 'title [31mred\n\nbodyend' })).toBe(sha);
    await git.push([{ ref: 'refs/heads/a', from: null, to: sha }]);
    expect(world.run('cat-file', 'commit', sha).split('\n\n').slice(1).join('\n\n')).toBe('title [31mred\n\nbodyend');
    expect(world.run('log', '-1', '--format=%an <%ae> %ad|%cn <%ce> %cd', '--date=iso', sha))
      .toBe('bert-e[bot] <bert-e@example.com> 2026-05-20 12:34:56 +0000|bert-e[bot] <bert-e@example.com> 2026-05-20 12:34:56 +0000');
  });

  test('a robot without a name: refused when git is set up', async () => {
    world = await createWorld();
    await expect(world.git({ robot: { name: ' <> ', email: 'x' } })).rejects.toThrow('needs a name');
  });

  test('a repository with SHA-256 object names: listed, fetched, merged, committed and pushed all the same', async () => {
    world = await createWorld('sha256');
    const base = world.branch('development/1', world.commit({ file: lines() }));
    const ours = world.branch('a', world.commit({ file: lines({ 1: 'ours' }) }, [base]));
    const theirs = world.branch('b', world.commit({ file: lines({ 8: 'theirs' }) }, [base]));
    git = await world.git();
    expect((await git.listRefs()).branches.get('a')).toBe(ours);
    await git.fetch([ours, theirs]);
    expect(await git.readHistory([ours, theirs])).toHaveLength(3);
    const merge = await git.mergeTrees(ours, theirs);
    if (merge.kind !== 'clean') throw new Error(merge.kind);
    const commit = await git.createCommit({ tree: merge.tree, parents: [ours, theirs], message: 'x' });
    expect(await git.push([{ ref: 'refs/heads/a', from: ours, to: commit }])).toEqual({ kind: 'pushed' });
    expect(world.refs()['refs/heads/a']).toBe(commit);
  });
});
