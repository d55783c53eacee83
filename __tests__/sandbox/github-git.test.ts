import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SandboxGitHub } from '../../sandbox/github/index.js';
import { gitAs, name, openOne, smallWorld } from './github-world.js';

let github: SandboxGitHub;
let directory: string;
let token: string;
let git: ReturnType<typeof gitAs>;

beforeEach(async () => {
  github = await smallWorld();
  directory = await mkdtemp(join(tmpdir(), 'sandbox-clone-'));
  token = github.createToken({ kind: 'app', login: 'bert-e[bot]' }).value;
  git = gitAs(github, token);
});

afterEach(async () => {
  await github.close();
  await rm(directory, { recursive: true, force: true });
});

async function clone(run = git): Promise<string> {
  const outcome = await run(directory, 'clone', '--quiet', '--bare', '--filter=blob:none', github.gitUrl(name), 'bare.git');
  expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
  return join(directory, 'bare.git');
}

/** A commit on top of what a ref of the clone says, made without a worktree. */
async function commitOn(bare: string, parent: string): Promise<string> {
  const { stdout } = await git(bare, 'commit-tree', '-p', parent, '-m', 'made in the clone', `${parent}^{tree}`);
  return stdout.trim();
}

describe('git over HTTP', () => {
  test('a partial clone and a push: the branch moves, and the event names the owner of the token', async () => {
    const bare = await clone();
    const sha = await commitOn(bare, 'development/4.3');
    const before = await github.resolve(name, 'development/4.3');
    const { status, stdout } = await git(bare, 'push', '--porcelain', '--atomic', 'origin', `${sha}:refs/heads/development/4.3`);
    expect({ status, pushed: stdout.includes(`${sha}:refs/heads/development/4.3`) }).toEqual({ status: 0, pushed: true });
    expect(await github.resolve(name, 'development/4.3')).toBe(sha);
    expect(github.events).toMatchObject([{ name: 'push', payload: { ref: 'refs/heads/development/4.3', before, after: sha, forced: false, sender: { login: 'bert-e[bot]' }, commits: [{ id: sha }] } }]);
    expect(github.gitRequests.at(-1)).toMatchObject({
      service: 'git-receive-pack', tokens: [token], login: 'bert-e[bot]', status: 200, commands: [{ ref: 'refs/heads/development/4.3', before, after: sha }],
    });
  });

  test('an atomic push with one stale lease: nothing moves', async () => {
    const bare = await clone();
    const sha = await commitOn(bare, 'development/4.3');
    const old = await github.resolve(name, 'development/5.1');
    const moved = await github.pushCommit('alice', name, 'development/5.1', { message: 'meanwhile', files: { m: 'm' } });
    const { status, stdout } = await git(
      bare, 'push', '--porcelain', '--atomic', `--force-with-lease=refs/heads/development/5.1:${old ?? ''}`, '--force-with-lease=refs/heads/w/5.1/x:',
      'origin', `${sha}:refs/heads/w/5.1/x`, `${sha}:refs/heads/development/5.1`,
    );
    expect(status).toBe(1);
    expect(stdout).toContain('[rejected] (stale info)');
    expect(await github.resolve(name, 'w/5.1/x')).toBeNull();
    expect(await github.resolve(name, 'development/5.1')).toBe(moved);
  });

  test('a branch moves between the client\'s look and its push: the server itself refuses all refs', async () => {
    const bare = await clone();
    const sha = await commitOn(bare, 'development/4.3');
    let raced: string | undefined;
    github.beforeRequest(async ({ receivePack }) => {
      if (receivePack) raced = await github.pushCommit('alice', name, 'development/4.3', { message: 'race', files: { r: 'r' } });
    });
    const { status, stdout } = await git(bare, 'push', '--porcelain', '--atomic', 'origin', `${sha}:refs/heads/development/4.3`, `${sha}:refs/heads/q/4.3`);
    expect(status).toBe(1);
    expect(stdout).toContain('[remote rejected]');
    expect(await github.resolve(name, 'q/4.3')).toBeNull();
    expect(await github.resolve(name, 'development/4.3')).toBe(raced);
  });

  test('no token: reading works, pushing asks for one; an unknown token: 401 either way', async () => {
    const anonymous = gitAs(github, null);
    const bare = await clone(anonymous);
    expect((await anonymous(bare, 'push', 'origin', 'development/4.3:refs/heads/x')).stderr).toContain('terminal prompts disabled');
    const stranger = gitAs(github, 'ghs_unknown');
    expect((await stranger(bare, 'ls-remote', 'origin')).status).toBe(128);
    expect(github.gitRequests.at(-1)).toMatchObject({ status: 401, tokens: ['ghs_unknown'], login: null });
  });

  test('two Authorization headers: 400, and both are on record', async () => {
    const twice = gitAs(github, token, ['AUTHORIZATION: basic eDp5']);
    const outcome = await twice(directory, 'ls-remote', github.gitUrl(name));
    expect(outcome.stderr).toContain('400');
    expect(github.gitRequests.at(-1)).toMatchObject({ status: 400, authorization: [expect.any(String), 'basic eDp5'], tokens: [token, 'y'] });
  });

  test('the job\'s token changes a workflow file: refused, as GitHub words it; carrying one from another branch is fine', async () => {
    const job = gitAs(github, github.createToken({ kind: 'job', login: 'github-actions[bot]' }).value);
    const bare = await clone(job);
    await github.createBranch('alice', name, 'feature/ci', 'development/4.3');
    const changed = await github.pushCommit('alice', name, 'feature/ci', { message: 'ci', files: { '.github/workflows/ci.yml': 'on: never\n' } });
    await job(bare, 'fetch', '--quiet', 'origin', 'feature/ci');
    expect((await job(bare, 'push', '--porcelain', 'origin', `${changed}:refs/heads/w/1`)).status).toBe(0);
    await github.forcePush('alice', name, 'feature/ci', 'development/4.3');
    await github.deleteBranch('alice', name, 'w/1');
    const { status, stdout } = await job(bare, 'push', '--porcelain', '--atomic', 'origin', `${changed}:refs/heads/w/2`);
    expect(status).toBe(1);
    expect(stdout).toContain('[remote rejected] (refusing to allow a GitHub App to create or update workflow without `workflows` permission)');
    expect(await github.resolve(name, 'w/2')).toBeNull();
  });

  test('a token that may only read contents: 403', async () => {
    const reader = gitAs(github, github.createToken({ kind: 'job', login: 'github-actions[bot]', permissions: { contents: 'read' } }).value);
    const bare = await clone(reader);
    expect((await reader(bare, 'push', 'origin', 'development/4.3:refs/heads/x')).stderr).toContain('403');
  });

  test('refs/pull/<number>/head: follows the head, is fetched like any ref, cannot be pushed', async () => {
    const number = await openOne(github);
    const bare = await clone();
    const sha = await github.pushCommit('alice', name, 'bugfix/TEST-1', { message: 'two', files: { two: '2' } });
    expect((await git(bare, 'ls-remote', 'origin', 'refs/pull/*')).stdout).toBe(`${sha}\trefs/pull/${number}/head\n`);
    expect((await github.refs(name)).get(`refs/pull/${number}/head`)).toBe(sha);
    expect((await git(bare, 'fetch', '--quiet', 'origin', `refs/pull/${number}/head`)).status).toBe(0);
    expect((await git(bare, 'push', 'origin', `development/4.3:refs/pull/${number}/head`)).status).toBe(1);
  });

  test('the default branch: deleting it is refused', async () => {
    const bare = await clone();
    const { status, stdout } = await git(bare, 'push', '--porcelain', 'origin', ':refs/heads/development/4.3');
    expect(status).toBe(1);
    expect(stdout).toContain('deletion of the current branch prohibited');
  });
});

describe('faults of the git side', () => {
  test('refused like by a pre-receive hook: nothing moves and the reason is told', async () => {
    const bare = await clone();
    github.faults.git({ service: 'git-receive-pack' }, { kind: 'refuse', message: 'protected branch hook declined' });
    const { status, stdout } = await git(bare, 'push', '--porcelain', 'origin', 'development/4.3:refs/heads/x');
    expect(status).toBe(1);
    expect(stdout).toContain('[remote rejected] (protected branch hook declined)');
    expect(await github.resolve(name, 'x')).toBeNull();
    expect((await git(bare, 'push', 'origin', 'development/4.3:refs/heads/x')).status).toBe(0);
  });

  test('applied, then the connection drops: the client fails, the branch is there', async () => {
    const bare = await clone();
    github.faults.git({ service: 'git-receive-pack' }, { kind: 'apply-then-drop' });
    expect((await git(bare, 'push', 'origin', 'development/4.3:refs/heads/x')).status).not.toBe(0);
    expect(await github.resolve(name, 'x')).toBe(await github.resolve(name, 'development/4.3'));
  });

  test.each([{ kind: 'status', status: 401 }, { kind: 'status', status: 500 }, { kind: 'nonsense' }, { kind: 'drop' }] as const)('%o at discovery: the client fails, the next time works', async (fault) => {
    github.faults.git({ step: 'both' }, fault);
    expect((await git(directory, 'ls-remote', github.gitUrl(name))).status).not.toBe(0);
    expect(github.faults.spent).toBe(true);
    expect((await git(directory, 'ls-remote', github.gitUrl(name))).status).toBe(0);
  });
});
