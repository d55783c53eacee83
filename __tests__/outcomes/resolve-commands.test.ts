import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { IntegrationConflict } from '../../src/integration/trial.js';
import { resolveCommands } from '../../src/outcomes/messages/resolve-commands.js';
import { shellWord } from '../../src/outcomes/messages/shell-word.js';
import { hostileTexts } from './hostile-names.js';
import { messageContext } from './samples.js';

describe('shellWord', () => {
  test('a plain name: as it is', () => {
    expect(shellWord('w/5.1/bugfix/PROJ-7_x')).toBe('w/5.1/bugfix/PROJ-7_x');
  });

  test('what does not show: visible by its bytes', () => {
    expect(shellWord("a\u202Eb'c")).toBe(String.raw`$'a\342\200\256b\'c'`);
  });

  // No shell can hold a NUL or half a surrogate pair in a word.
  test.each(hostileTexts.map(([name, text]) => [name, `bugfix/${text.replaceAll(/[\0\p{Cs}]/gu, '')}`] as const))('%s: one word, letter by letter', (_name, text) => {
    expect(execFileSync('bash', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text);
  });

  test('a name that begins with a hyphen: never where it would be an option', () => {
    const conflict: IntegrationConflict = { where: 'source', branch: '--upload-pack=x', startFrom: null, merge: ['-b'], sides: ['-b', '--upload-pack=x'], files: ['x'] };
    expect(resolveCommands(conflict, messageContext())).toEqual([
      'git fetch origin',
      "git checkout --detach 'origin/--upload-pack=x'",
      'git merge origin/-b',
      '# resolve the conflicts in the files above, then:',
      'git add --update',
      'git commit --no-edit',
      "git push origin HEAD:refs/heads/'--upload-pack=x'",
    ]);
  });
});

describe('resolveCommands, carried out by a real shell and git', () => {
  const source = "bugfix/it's-$(odd);x";
  const integration = `w/5.1/${source}`;
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'resolve-'));
    git(directory, 'init', '--quiet', '--bare', 'origin.git');
    git(directory, 'clone', '--quiet', 'origin.git', 'author');
    const author = join(directory, 'author');
    commit(author, 'development/4.3', null, { 'a.txt': 'base\n', 'b.txt': 'base\n' });
    commit(author, 'development/5.1', 'development/4.3', { 'a.txt': 'five\n' });
    commit(author, source, 'development/4.3', { 'a.txt': 'fix\n' });
    git(author, 'push', '--quiet', 'origin', '--all');
  });

  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  function git(where: string, ...words: readonly string[]): string {
    const identity = ['-c', 'user.name=Author', '-c', 'user.email=author@example.com'];
    return execFileSync('git', [...identity, ...words], { cwd: where, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }

  function commit(where: string, branch: string, from: string | null, files: Readonly<Record<string, string>>): void {
    git(where, 'checkout', '--quiet', '-b', branch, ...(from === null ? [] : [from]));
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(where, name), content);
    }
    git(where, 'add', '--all');
    git(where, 'commit', '--quiet', '-m', `on ${branch}`);
  }

  /** Line by line in a fresh clone; where the comment asks to resolve, the conflicting file is written. */
  function carryOut(commands: readonly string[]): void {
    git(directory, 'clone', '--quiet', 'origin.git', 'person');
    const person = join(directory, 'person');
    commands.forEach((command, index) => {
      if (command.startsWith('#')) {
        writeFileSync(join(person, 'a.txt'), 'resolved\n');
        return;
      }
      const conflicts = commands[index + 1]?.startsWith('#') ?? false;
      const env = { ...process.env, GIT_AUTHOR_NAME: 'P', GIT_AUTHOR_EMAIL: 'p@example.com', GIT_COMMITTER_NAME: 'P', GIT_COMMITTER_EMAIL: 'p@example.com' };
      const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: person, encoding: 'utf8', env });
      expect({ command, failed: status !== 0, stderr: status === 0 || conflicts ? '' : stderr }).toEqual({ command, failed: conflicts, stderr: '' });
    });
  }

  test('a later version: the integration branch holds both sides', () => {
    carryOut(resolveCommands({ where: 'integration', branch: integration, startFrom: 'development/5.1', merge: [source], sides: ['development/5.1', source], files: ['a.txt'] }, messageContext()));
    const origin = join(directory, 'origin.git');
    expect(git(origin, 'show', `refs/heads/${integration}:a.txt`)).toBe('resolved');
    expect(git(origin, 'rev-parse', `refs/heads/${integration}^1`)).toBe(git(origin, 'rev-parse', 'refs/heads/development/5.1'));
    expect(git(origin, 'rev-parse', `refs/heads/${integration}^2`)).toBe(git(origin, 'rev-parse', `refs/heads/${source}`));
  });

  test('the first version: the source branch takes its destination', () => {
    const author = join(directory, 'author');
    git(author, 'checkout', '--quiet', 'development/4.3');
    writeFileSync(join(author, 'a.txt'), 'other\n');
    git(author, 'commit', '--quiet', '-am', 'other');
    git(author, 'push', '--quiet', 'origin', 'development/4.3');
    carryOut(resolveCommands({ where: 'source', branch: source, startFrom: null, merge: ['development/4.3'], sides: ['development/4.3', source], files: ['a.txt'] }, messageContext()));
    const origin = join(directory, 'origin.git');
    expect(git(origin, 'show', `refs/heads/${source}:a.txt`)).toBe('resolved');
    expect(git(origin, 'merge-base', '--is-ancestor', 'refs/heads/development/4.3', `refs/heads/${source}`)).toBe('');
  });

  test('a source branch in a fork: taken from the pull request, as origin does not have it', () => {
    const { pullRequest } = messageContext();
    const context = messageContext({ pullRequest: { ...pullRequest, sourceBranch: source, fork: true } });
    const commands = resolveCommands({ where: 'integration', branch: 'w/5.1/x', startFrom: 'development/5.1', merge: [source], sides: ['development/5.1', source], files: ['a.txt'] }, context);
    expect(commands[2]).toBe('git pull --no-rebase origin refs/pull/12/head');
  });
});
