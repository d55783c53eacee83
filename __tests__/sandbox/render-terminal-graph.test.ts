import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { terminalGraph } from '../../sandbox/render/index.js';

let repository = '';
let merge = '';

function git(...args: readonly string[]): string {
  return execFileSync('git', [`--git-dir=${repository}`, ...args], {
    encoding: 'utf8', input: '',
    env: { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' },
  }).trim();
}

beforeAll(() => {
  repository = join(mkdtempSync(join(tmpdir(), 'terminal-graph-')), 'bare.git');
  execFileSync('git', ['init', '--quiet', '--bare', repository]);
  const tree = git('hash-object', '-t', 'tree', '-w', '--stdin');
  const root = git('commit-tree', tree, '-m', 'root');
  const left = git('commit-tree', tree, '-p', root, '-m', 'left \u001b[31mred\u001b[0m');
  const right = git('commit-tree', tree, '-p', root, '-m', 'right');
  merge = git('commit-tree', tree, '-p', left, '-p', right, '-m', 'merge');
  git('update-ref', 'refs/heads/development/5.1', merge);
  git('update-ref', 'refs/heads/w/5.1/bugfix/x', right);
  git('update-ref', 'refs/tags/5.1.0', root);
});

afterAll(() => {
  rmSync(join(repository, '..'), { recursive: true });
});

test('merge of two sides: drawn with branches, tags and given names', async () => {
  const lines = (await terminalGraph({ repository, names: new Map([[merge, 'landing']]), colour: false })).split('\n');
  expect(lines[0]).toBe('*   landing (development/5.1) merge');
  expect(lines[1]).toBe('|\\');
  expect(lines.some((line) => /^(?:\| \*|\* \|) {1,2}[0-9a-f]{7} \(w\/5\.1\/bugfix\/x\) right$/.test(line))).toBe(true);
  expect(lines.at(-1)).toMatch(/^\* {1,2}[0-9a-f]{7} \(5\.1\.0\) root$/);
});

test('escape sequence in a subject: cannot steer the terminal', async () => {
  expect(await terminalGraph({ repository, colour: false })).toContain('left [31mred[0m');
  expect(await terminalGraph({ repository, colour: false })).not.toContain('\u001b');
});

test('colour asked for: names and branches coloured', async () => {
  expect(await terminalGraph({ repository, colour: true })).toContain('\u001b[36m(development/5.1)\u001b[0m');
});

test('only some refs: only their history', async () => {
  const graph = await terminalGraph({ repository, refs: ['refs/heads/w/5.1/bugfix/x'], colour: false });
  expect(graph).not.toContain('merge');
  await expect(terminalGraph({ repository, refs: ['--output=/tmp/x'] })).rejects.toThrow('cannot start with a dash');
});
