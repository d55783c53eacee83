import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { release } from '../../scripts/release/release.js';
import type { Release } from '../../scripts/release/release.js';

const home = mkdtempSync(join(tmpdir(), 'release-test-'));
const template = join(home, 'template');
let world = '';
let count = 0;

const environment = {
  PATH: process.env.PATH, HOME: home, GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Robin', GIT_AUTHOR_EMAIL: 'robin@example.com', GIT_COMMITTER_NAME: 'Robin', GIT_COMMITTER_EMAIL: 'robin@example.com',
};
const saved = process.env;

function git(folder: string, ...options: readonly string[]): string {
  return execFileSync('git', [...options], { cwd: join(world, folder), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

const read = (file: string): string => readFileSync(join(world, 'clone', file), 'utf8');

function write(file: string, text: string): void {
  writeFileSync(join(world, 'clone', file), text);
}

/** Changes files on main, and publishes that. */
function commit(files: Readonly<Record<string, string>>, message = 'change'): string {
  Object.entries(files).forEach(([file, text]) => {
    write(file, text);
  });
  git('clone', 'add', '--all');
  git('clone', 'commit', '--quiet', '--message', message);
  git('clone', 'push', '--quiet', 'origin', 'main');
  return git('clone', 'rev-parse', 'HEAD');
}

const versions = (version: string): Readonly<Record<string, string>> => ({
  'package.json': JSON.stringify({ version, dependencies: { yaml: '^2' } }),
  'package-lock.json': JSON.stringify({ version, packages: { '': { version } } }),
});
const changelog = (...sections: ReadonlyArray<readonly [heading: string, notes: string]>): string =>
  ['# Changelog', ...sections.map(([heading, notes]) => `## ${heading}\n\n${notes}`)].join('\n\n');
const first = ['1.2.3 - 2026-11-20', '- It lands.'] as const;

beforeAll(() => {
  process.env = { ...environment };
  world = template;
  mkdirSync(join(template, 'clone/dist'), { recursive: true });
  mkdirSync(join(template, 'clone/src'));
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', 'remote.git'], { cwd: template });
  git('clone', 'init', '--quiet', '--initial-branch=main');
  git('clone', 'remote', 'add', 'origin', '../remote.git');
  write('src/index.js', 'run();\n');
  commit({ 'dist/index.js': 'run();\n', 'dist/licenses.txt': 'yaml\nISC\ntext\n', ...versions('1.2.3'), 'CHANGELOG.md': changelog(first) });
});

beforeEach(() => {
  count += 1;
  world = join(home, String(count));
  cpSync(template, world, { recursive: true });
});

afterAll(() => {
  process.env = saved;
  rmSync(home, { recursive: true, force: true });
});

function start(dryRun = false): Release {
  return release({
    directory: join(world, 'clone'),
    remote: 'origin',
    dryRun,
    // What stands for the bundler: the licences are written down, the code is copied.
    build: (folder) => {
      cpSync(join(world, 'clone/src'), folder, { recursive: true });
      cpSync(join(world, 'clone/dist/licenses.txt'), join(folder, 'licenses.txt'));
    },
  });
}

/** Tags of the remote, with the commit of each. */
function tags(): Readonly<Record<string, string>> {
  const lines = git('remote.git', 'for-each-ref', '--format=%(refname:short) %(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)', 'refs/tags').split('\n');
  return Object.fromEntries(lines.filter((line) => line !== '').map((line) => line.split(' ') as [string, string]));
}

/** Everything a release could change. */
function everything(): unknown {
  return [tags(), git('remote.git', 'for-each-ref'), git('clone', 'for-each-ref'), git('clone', 'status', '--porcelain'), readdirSync(join(world, 'clone/dist'))];
}

describe('a release', () => {
  test('pushes the tag of the version and moves the major tag, and nothing else', () => {
    const head = git('clone', 'rev-parse', 'HEAD');
    const before = git('clone', 'for-each-ref');
    expect(start()).toEqual({
      kind: 'released',
      tag: 'v1.2.3',
      pushes: ['v1.2.3 is new', 'v1 is new'],
      notes: expect.stringMatching(new RegExp(`^- It lands\\.\n\nCommit \`${head}\`, SHA-256 of \`dist/index\\.js\` \`[0-9a-f]{64}\`\\.\n$`)),
    });
    expect(tags()).toEqual({ 'v1.2.3': head, v1: head });
    expect(git('remote.git', 'cat-file', 'tag', 'v1.2.3')).toContain('tagger Robin <robin@example.com>');
    expect(git('clone', 'for-each-ref')).toBe(before);
    expect(git('remote.git', 'for-each-ref', '--format=%(refname)', 'refs/heads')).toBe('refs/heads/main');
  });

  test('the next one: the major tag moves, the old version stays; started again, nothing is left to do', () => {
    const old = git('clone', 'rev-parse', 'HEAD');
    start();
    const head = commit({ ...versions('1.3.0'), 'CHANGELOG.md': changelog(['Unreleased', ''], ['1.3.0 - 2026-11-21', '- It lands twice.'], first) });
    expect(start()).toMatchObject({ kind: 'released', pushes: ['v1.3.0 is new', `v1 moves from ${old.slice(0, 12)}`], notes: expect.stringMatching(/^- It lands twice\.\n\nCommit/) });
    expect(tags()).toEqual({ 'v1.2.3': old, 'v1.3.0': head, v1: head });
    expect(start()).toMatchObject({ kind: 'released', pushes: [] });
  });

  test('interrupted between the two tags, or tagged by hand: the rest is done', () => {
    git('clone', 'push', '--quiet', 'origin', 'HEAD:refs/tags/v1.2.3');
    expect(start()).toMatchObject({ kind: 'released', pushes: ['v1 is new'] });
    expect(Object.keys(tags())).toEqual(['v1', 'v1.2.3']);
  });

  test('a fix for an older version: the major tag stays with the newest', () => {
    start();
    const newer = commit({ ...versions('1.10.0'), 'CHANGELOG.md': changelog(['1.10.0 - 2026-11-21', '- More.'], first) });
    start();
    const fix = commit({ ...versions('1.2.4'), 'CHANGELOG.md': changelog(['1.2.4 - 2026-11-22', '- A fix.'], first) });
    expect(start()).toMatchObject({ kind: 'released', pushes: ['v1.2.4 is new'] });
    expect(tags()).toMatchObject({ v1: newer, 'v1.2.4': fix });
  });
});

describe('refused, with what to do, and nothing changed', () => {
  /** The problems, after a look that has changed nothing. */
  function problems(): readonly string[] {
    const before = everything();
    const found = start();
    expect(everything()).toEqual(before);
    return found.kind === 'refused' ? found.problems : [];
  }

  test('several mistakes: all of them at once', () => {
    commit({
      'package-lock.json': versions('1.2.2')['package-lock.json'] ?? '',
      'CHANGELOG.md': changelog(['Unreleased', '- More.'], ['1.2.2', '- No date.'], first, ['1.10.0 - 2026-11-19', '- Newer.'], ['Unreleased', '']),
      'src/index.js': 'runFaster();\n',
      'dist/old.js': '',
      'dist/licenses.txt': '',
    });
    write('src/new.js', '');
    write('dist/new.js', '');
    expect(problems()).toEqual([
      expect.stringMatching(/^package-lock\.json says 1\.2\.2, package\.json says 1\.2\.3: run npm install/),
      expect.stringMatching(/^CHANGELOG\.md: the heading "1\.2\.2" is neither/),
      'CHANGELOG.md: "Unreleased" must be the first section.',
      expect.stringMatching(/^CHANGELOG\.md: 1\.10\.0 stands below an older version/),
      expect.stringMatching(/^dist\/ is not what a build gives \(index\.js, old\.js\): run npm run build/),
      expect.stringMatching(/^dist\/licenses\.txt lacks the licence of yaml, which is in the bundle/),
      expect.stringMatching(/^CHANGELOG\.md still has something under Unreleased: move it to "## 1\.2\.3 - <date>"/),
      expect.stringMatching(/^Files differ from the commit that is checked out \(dist\/new\.js, src\/new\.js\): commit them/),
    ]);
  });

  test.each<[string, () => void, RegExp]>([
    ['the version is none', () => commit(versions('1.2.3-beta')), /^package\.json: the version 1\.2\.3-beta is not of the form X\.Y\.Z/],
    ['the changelog does not know the version', () => commit({ 'CHANGELOG.md': changelog(['1.2.2 - 2026-11-19', '- It starts.']) }), /^CHANGELOG\.md says nothing about 1\.2\.3/],
    ['what people copy names another major tag', () => commit({ 'README.md': 'uses: org/berte-action@v2\n' }), /^README\.md names another major tag than v1, the one of 1\.2\.3/],
    ['the changelog is ahead', () => commit({ 'CHANGELOG.md': changelog(['1.3.0 - 2026-11-21', '- More.'], first) }), /^CHANGELOG\.md has 1\.3\.0 as its newest version, package\.json says 1\.2\.3/],
    ['the commit is not on main', () => { git('clone', 'commit', '--quiet', '--allow-empty', '--message', 'more'); }, /^The commit [0-9a-f]{12} is not on main of origin: push it there first/],
    ['the version is published', () => { start(); commit({ 'README.md': 'more\n' }); }, /^v1\.2\.3 is published already, at [0-9a-f]{12}, and never moves: give the next version/],
    ['the remote cannot be read', () => { git('clone', 'remote', 'set-url', 'origin', '../nowhere.git'); }, /^origin could not be read\. git says: /],
  ])('%s', (_situation, prepare, expected) => {
    prepare();
    expect(problems()).toEqual([expect.stringMatching(expected)]);
  });

  test('the remote refuses one of the tags: neither is there', () => {
    writeFileSync(join(world, 'remote.git/hooks/update'), '#!/bin/sh\n[ "$1" != refs/tags/v1 ]\n', { mode: 0o755 });
    const before = everything();
    expect(start()).toEqual({ kind: 'refused', problems: [expect.stringMatching(/^The push was refused, and nothing was changed\.[^]*refs\/tags\/v1/)] });
    expect(everything()).toEqual(before);
  });
});

describe('a dry run', () => {
  test('of what is ready: says what would be pushed, and changes nothing', () => {
    const before = everything();
    expect(start(true)).toMatchObject({ kind: 'rehearsed', tag: 'v1.2.3', missing: [], pushes: ['v1.2.3 is new', 'v1 is new'], notes: expect.stringContaining('- It lands.') });
    expect(everything()).toEqual(before);
  });

  test('of what is not ready yet, as in CI: no failure, but it says what is left to do', () => {
    commit({ 'CHANGELOG.md': changelog(['Unreleased', '- More.']) });
    write('CHANGELOG.md', read('CHANGELOG.md').replace('More', 'Still more'));
    expect(start(true)).toMatchObject({
      kind: 'rehearsed',
      missing: [expect.stringContaining('under Unreleased'), expect.stringContaining('says nothing about 1.2.3'), expect.stringContaining('CHANGELOG.md)')],
      notes: expect.stringContaining('- Still more.'),
    });
  });

  test('of what is wrong whenever it is released: refused', () => {
    commit({ 'src/index.js': 'runFaster();\n' });
    expect(start(true)).toMatchObject({ kind: 'refused', problems: [expect.stringContaining('npm run build')] });
  });
});
