import { execFile } from 'node:child_process';
import { startGitHub } from '../../sandbox/github/index.js';
import type { SandboxGitHub, SandboxOptions, TokenKind } from '../../sandbox/github/index.js';

export const name = 'acme/widget';

/** A GitHub with one repository: two development branches, one source branch with an open pull request (number 1). */
export async function smallWorld(options: SandboxOptions = {}): Promise<SandboxGitHub> {
  const github = await startGitHub(options);
  github.createAccount('acme', 'Organization');
  await github.createRepository({
    fullName: name,
    commits: [
      { branch: 'development/4.3', message: 'first', files: { 'README.md': 'hello\n', '.github/workflows/ci.yml': 'on: push\n', 'src/deep/a.txt': 'a\n' } },
      { branch: 'development/5.1', message: 'five', files: { version: '5.1\n' }, parents: ['development/4.3'] },
    ],
    refs: { 'refs/tags/4.3.0': 'development/4.3' },
    collaborators: { alice: 'push', bob: 'push', carol: 'admin', dave: 'triage', 'github-actions[bot]': 'push' },
  });
  return github;
}

export async function openOne(github: SandboxGitHub, branch = 'bugfix/TEST-1', base = 'development/4.3'): Promise<number> {
  await github.createBranch('alice', name, branch, base);
  await github.pushCommit('alice', name, branch, { message: `work on ${branch}`, files: { [`${branch}.txt`]: `${branch}\n` } });
  return (await github.openPullRequest('alice', name, { head: branch, base, title: `Fix ${branch}` })).number;
}

export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export type Rest = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<RestAnswer>;

/** Requests below `/api/v3` with a token of this kind. */
export function rest(github: SandboxGitHub, kind: TokenKind = 'app', login = kind === 'job' ? 'github-actions[bot]' : kind === 'app' ? 'bert-e[bot]' : 'alice'): Rest {
  const token = github.createToken({ kind, login }).value;
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${github.apiUrl}${path}`, {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : parsed(text) };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export interface GitOutcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Plain git, with a token as the action sends it (an extra header), or none. */
export function gitAs(github: SandboxGitHub, token: string | null, extraHeaders: readonly string[] = []): (directory: string, ...args: readonly string[]) => Promise<GitOutcome> {
  const headers = [...(token === null ? [] : [`AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`]), ...extraHeaders];
  const environment: Record<string, string> = {
    PATH: process.env.PATH ?? '', HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_COUNT: String(headers.length),
    GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com',
  };
  headers.forEach((header, index) => {
    environment[`GIT_CONFIG_KEY_${index}`] = `http.${github.url}/.extraheader`;
    environment[`GIT_CONFIG_VALUE_${index}`] = header;
  });
  return (directory, ...args) =>
    new Promise((resolve) => {
      execFile('git', args, { cwd: directory, env: environment }, (error, stdout, stderr) => {
        resolve({ status: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr });
      });
    });
}
