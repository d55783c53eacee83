import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from '../../sandbox/demo/options.js';
import { Problem } from '../../sandbox/demo/problem.js';
import { createTerminal } from '../../sandbox/demo/terminal.js';
import { CommandProblem, Developer } from '../../sandbox/rehearsal/developer.js';
import { rehearse } from '../../sandbox/rehearsal/index.js';
import { commandsIn, plainComment, shellWords } from '../../sandbox/rehearsal/robot-comment.js';
import { SafeGit } from '../../sandbox/rehearsal/safe-git.js';
import { createWorld, type World } from '../../sandbox/world/index.js';
import { digestOf, generateRepository, git } from './rehearsal-repository.js';

const rehearsalTime = 60_000;
const versions = ['--versions', 'main,release/2,release/1'];
let folder = '';
/** Generated once; tests that change something work on copies. */
let project = '';
let apart = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rehearsal-test-'));
  project = join(folder, 'project');
  apart = join(folder, 'apart');
  generateRepository(project);
  generateRepository(apart, { mergedForward: false, names: ['development/1.0', 'development/1.1', 'development/2'] });
}, rehearsalTime);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function rehearsed(repository: string, ...args: readonly string[]): Promise<{ readonly status: number; readonly text: string }> {
  const options = readOptions(['--repo', repository, '--out', join(folder, 'out'), ...args], folder);
  if (options.kind !== 'rehearsal') throw new Error('no rehearsal');
  const written: string[] = [];
  const status = await rehearse(options, createTerminal({ write: (text) => written.push(text) }, {}));
  return { status, text: written.join('') };
}

async function problemOf(repository: string, ...args: readonly string[]): Promise<string> {
  try {
    await rehearsed(repository, ...args);
  } catch (error) {
    if (error instanceof Problem) return error.text;
    throw error;
  }
  throw new Error('The repository was taken.');
}

describe('a repository with some hundred commits', () => {
  test('conflicts at two later versions, resolved by the robot’s commands: merged, and the original is untouched', async () => {
    const before = digestOf(project);
    const { status, text } = await rehearsed(project, ...versions, '--branch', 'fix-limits', '--resolve', 'theirs');
    expect({ status, text }).toMatchObject({ status: 0 });
    expect(text).not.toContain('✗');
    expect(text).toContain('feature/fix-limits → development/1');
    expect(text).toContain('config/limits.txt');
    expect(text).toContain('$ git push origin HEAD:refs/heads/w/2/feature/fix-limits');
    expect(text).toContain('$ git push origin HEAD:refs/heads/w/3/feature/fix-limits');
    expect(text).toContain('102 merged');
    expect(digestOf(project)).toBe(before);
    expect(await readFile(join(folder, 'out', 'rehearsal.html'), 'utf8')).toContain('114 conflict');
  }, rehearsalTime);

  test('nobody resolves the conflict: files and commands are shown, exit status 3', async () => {
    const { status, text } = await rehearsed(project, ...versions, '--branch', 'fix-limits');
    expect({ status, text }).toMatchObject({ status: 3 });
    expect(text).toMatch(/▏ - `config\/limits\.txt`/);
    expect(text).toContain('git checkout -B w/2/feature/fix-limits origin/development/2');
    expect(text).not.toContain('102 merged');
  }, rehearsalTime);

  test('a branch started from the newest version, versions given oldest first: goes to the newest alone', async () => {
    const { status, text } = await rehearsed(project, '--versions', 'release/1,release/2,main', '--branch', 'new-module');
    expect({ status, text }).toMatchObject({ status: 0 });
    expect(text).toContain('given oldest first');
    expect(text).toContain('new-module brings 1 commit to main');
    expect(text).toMatch(/one atomic push of 1 ref:/);
  }, rehearsalTime);

  test('a fresh clone, whose other branches are on its remote only, and a bare one: the same', async () => {
    const clone = join(folder, 'clone');
    git(folder, ['clone', '--quiet', project, clone]);
    const { status, text } = await rehearsed(clone, ...versions, '--branch', 'tidy-readme');
    expect({ status, text }).toMatchObject({ status: 0 });
    expect(text).toContain('feature/tidy-readme is on development/1, development/2, development/3');
    const bare = join(folder, 'bare.git');
    git(folder, ['clone', '--quiet', '--bare', project, bare]);
    expect((await rehearsed(bare, '--versions', 'main')).status).toBe(0);
  }, rehearsalTime);
});

describe('version branches that do not contain each other', () => {
  test('--no-repair: says so with the robot’s 210 and stops, exit status 3', async () => {
    const { status, text } = await rehearsed(apart, '--no-repair');
    expect({ status, text }).toMatchObject({ status: 3 });
    expect(text).toContain('lacks 2 commits of development/1.0');
    expect(text).toMatch(/210 not-self-contained/);
    expect(text).toContain('development/1.1 does not include development/1.0');
  }, rehearsalTime);

  test('merging them conflicts: the files are named, exit status 3', async () => {
    const { status, text } = await rehearsed(apart);
    expect({ status, text }).toMatchObject({ status: 3 });
    expect(text).toMatch(/conflict between development\/1\.0 and development\/1\.1, in these 2 files:\s+config\/limits\.txt/);
  }, rehearsalTime);

  test('with --resolve: repaired in the copy alone, then merged', async () => {
    const before = digestOf(apart);
    const { status, text } = await rehearsed(apart, '--resolve', 'ours');
    expect({ status, text }).toMatchObject({ status: 0 });
    expect(text).not.toContain('✗');
    expect(text).toContain('bugfix/rehearsal is on development/1.0, development/1.1, development/2');
    expect(digestOf(apart)).toBe(before);
  }, rehearsalTime);
});

test('a repository that names programs to run: none of them runs', async () => {
  const trapped = join(folder, 'trapped');
  await cp(project, trapped, { recursive: true });
  const trace = join(folder, 'it-ran');
  const trap = join(folder, 'trap.sh');
  await writeFile(trap, `#!/bin/sh\necho "$0" >> '${trace}'\nexit 1\n`);
  await chmod(trap, 0o755);
  const hooks = join(trapped, '.git', 'hooks');
  await mkdir(hooks, { recursive: true });
  for (const hook of ['post-checkout', 'pre-push', 'post-commit', 'pre-merge-commit', 'reference-transaction', 'pre-auto-gc', 'post-index-change', 'fsmonitor-watchman']) await cp(trap, join(hooks, hook));
  for (const key of ['core.fsmonitor', 'uploadpack.packObjectsHook', 'core.sshCommand', 'core.pager', 'core.editor', 'merge.union.driver', 'filter.x.smudge', 'diff.external', 'credential.helper', 'gpg.program']) git(trapped, ['config', key, trap]);
  const before = digestOf(trapped);
  expect((await rehearsed(trapped, ...versions, '--branch', 'fix-limits', '--resolve', 'ours')).status).toBe(0);
  expect(existsSync(trace)).toBe(false);
  expect(digestOf(trapped)).toBe(before);
  // The trap itself works: an ordinary command springs it.
  git(trapped, ['status']);
  expect(existsSync(trace)).toBe(true);
}, rehearsalTime);

test('after a rehearsal and after a refusal: nothing is left in the temporary folder', async () => {
  const own = await mkdtemp(join(folder, 'temporary-'));
  const usual = process.env.TMPDIR;
  process.env.TMPDIR = own;
  try {
    await problemOf(project, ...versions, '--branch', 'nowhere');
    expect((await rehearsed(project, '--versions', 'main')).status).toBe(0);
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  }
  expect(await readdir(own)).toEqual([]);
}, rehearsalTime);

describe('a repository that cannot be used: what, where, expected, found, what to do', () => {
  test('no such path, a file, a folder, a folder inside a repository', async () => {
    expect(await problemOf(join(folder, 'nowhere'))).toMatch(/no repository[^]*where: .*nowhere[^]*found: +nothing at this path[^]*what to do: /);
    expect(await problemOf(join(project, '.git', 'HEAD'))).toMatch(/found: +a file/);
    await mkdir(join(folder, 'empty-folder'));
    expect(await problemOf(join(folder, 'empty-folder'))).toMatch(/found: +a folder without a repository/);
    await mkdir(join(project, 'inside'));
    expect(await problemOf(join(project, 'inside'))).toMatch(/found: +a folder inside the repository .*project/);
    await rm(join(project, 'inside'), { recursive: true });
  });

  test('empty; HEAD detached without branches; shallow; partial', async () => {
    const make = (name: string): string => {
      git(folder, ['init', '--quiet', name]);
      return join(folder, name);
    };
    expect(await problemOf(make('empty'))).toMatch(/is empty[^]*no branches/);

    const detached = make('detached');
    git(detached, ['fetch', '--quiet', project, 'main']);
    git(detached, ['checkout', '--quiet', '--detach', 'FETCH_HEAD']);
    expect(await problemOf(detached)).toMatch(/HEAD is detached[^]*git -C .* branch main [0-9a-f]{7}/);

    git(folder, ['clone', '--quiet', '--depth', '3', `file://${project}`, 'shallow']);
    expect(await problemOf(join(folder, 'shallow'))).toMatch(/is shallow[^]*fetch --unshallow/);

    git(project, ['config', 'uploadpack.allowFilter', 'true']);
    git(folder, ['clone', '--quiet', '--bare', '--filter=blob:none', `file://${project}`, 'partial']);
    git(project, ['config', '--unset', 'uploadpack.allowFilter']);
    expect(await problemOf(join(folder, 'partial'))).toMatch(/is a partial clone[^]*without --filter/);
  });

  test('branches missing, in no order, unrelated, already merged', async () => {
    expect(await problemOf(project)).toMatch(/There are no development\/\* branches[^]*main[^]*--versions main,release\/2,release\/1/);
    expect(await problemOf(project, '--versions', 'main,release/9')).toMatch(/There is no branch release\/9[^]*its branches: .*release\/1/);
    expect(await problemOf(project, ...versions, '--branch', 'HEAD')).toMatch(/There is no branch HEAD/);
    expect(await problemOf(project, '--versions', 'release/2,main,release/1')).toMatch(/in no order[^]*main contains release\/2/);
    expect(await problemOf(project, ...versions, '--branch', 'release/1')).toMatch(/nothing to merge/);
    expect(await problemOf(project, ...versions, '--onto', 'release/7')).toMatch(/--onto names no version branch[^]*release\/1, release\/2, main/);

    const stranger = join(folder, 'stranger');
    await cp(project, stranger, { recursive: true });
    git(stranger, ['fast-import', '--quiet'], 'commit refs/heads/other\ncommitter x <x@example.org> 1500000000 +0000\ndata 1\nx\n');
    expect(await problemOf(stranger, '--versions', 'main,other')).toMatch(/no common history[^]*other and main/);
  });
});

describe('a simulated developer', () => {
  const commands = ['git fetch origin', 'git checkout -B two origin/two', 'git merge origin/one', '# resolve', 'git add --update', 'git commit --no-edit', 'git push origin HEAD:refs/heads/two'];

  async function inWorld(story: (world: World, developer: Developer) => Promise<void>): Promise<void> {
    const world = await createWorld();
    const temporary = await mkdtemp(join(folder, 'developer-'));
    try {
      await world.author.push('one', { from: 'development/4.3', files: { 'product.txt': 'one\n', 'README.md': null, 'new.txt': 'from one\n' } });
      await world.author.push('two', { from: 'development/4.3', files: { 'product.txt': 'two\n', 'README.md': 'two\n' } });
      await story(world, new Developer(await SafeGit.create(temporary), world, 'author', temporary));
    } finally {
      await world.discard();
    }
  }

  test.each([
    ['ours', { 'product.txt': 'two\n', 'README.md': 'two\n', 'new.txt': 'from one\n' }],
    ['theirs', { 'product.txt': 'one\n', 'README.md': null, 'new.txt': 'from one\n' }],
  ] as const)('%s: that side of every file in conflict, deletions too, pushed with a token of their own', async (side, files) => {
    await inWorld(async (world, developer) => {
      const told: string[] = [];
      await developer.follow(commands, side, (line) => told.push(line));
      for (const [path, content] of Object.entries(files)) expect(await world.github.readFile(world.repository, 'two', path)).toBe(content);
      expect(told).toContain(`  conflict, resolved with ${side}: README.md, product.txt`);
      expect(await world.github.isAncestor(world.repository, await world.tip('one'), await world.tip('two'))).toBe(true);
      expect(world.history.at(-1)).toMatch(/^author: two: two@0 → two@1$/);
    });
  }, rehearsalTime);

  test.each(['git gc', 'git fetch --upload-pack=reboot origin', 'rm -rf x', 'git merge origin/nowhere', 'git merge $(reboot)'])('told to do “%s”: refuses, or says that it fails', async (command) => {
    await inWorld(async (_world, developer) => {
      await expect(developer.follow([command], 'ours', () => undefined)).rejects.toThrow(CommandProblem);
    });
  }, rehearsalTime);
});

describe('commands in a comment', () => {
  const comment = 'Text\n\n```sh\ngit fetch origin\n# resolve\ngit push origin HEAD:refs/heads/w/1/a\n```\n\n```sh\ngit gc\n```\n';

  test('the first block of shell text, without what follows', () => {
    expect(commandsIn(comment)).toEqual(['git fetch origin', '# resolve', 'git push origin HEAD:refs/heads/w/1/a']);
    expect(commandsIn('```\ngit gc\n```')).toEqual([]);
  });

  test.each([
    ["git checkout -B 'a b' origin/x", ['git', 'checkout', '-B', 'a b', 'origin/x']],
    [String.raw`git merge 'it'\''s'`, ['git', 'merge', "it's"]],
    [String.raw`git merge $'a\302\240b\'c'`, ['git', 'merge', "a\u00a0b'c"]],
    ['git merge $(reboot)', null],
    ['git merge a; reboot', null],
    ['git merge `reboot`', null],
    ["git merge 'open", null],
    ['git merge "$HOME"', null],
  ])('%s', (line, words) => {
    expect(shellWords(line)).toEqual(words);
  });

  test('for the terminal: no marker, no footer, links as their text', () => {
    expect(plainComment('# [a](http://x/y)\n\n\n- `b`\n\n---\n\nfooter\n\n<!-- bert-e: code=114 -->')).toEqual(['# a', '', '- `b`']);
  });
});
