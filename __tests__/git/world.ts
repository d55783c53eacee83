import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGit } from '../../src/git/git.js';
import type { Git, GitOptions } from '../../src/git/git.js';
import type { Sha } from '../../src/ports/git.js';
import { startGitServer } from './http-backend.js';
import type { GitServer } from './http-backend.js';

export const token = 'ghs_veryS3cret+token/with=odd&signs';
export const robot = { name: 'bert-e[bot]', email: 'bert-e@example.com' };
export const moment = new Date('2026-05-20T12:34:56.789Z');

/** Files by path; the value is the content. */
export type Files = Readonly<Record<string, string>>;

/** A private repository behind a real HTTP server, and adapters that look at it. */
export interface World {
  readonly directory: string;
  readonly bare: string;
  readonly server: GitServer;
  git(options?: Partial<GitOptions>): Promise<Git>;
  /** Runs git in the bare repository and returns what it printed. */
  run(...line: readonly string[]): string;
  commit(files: Files, parents?: readonly Sha[], message?: string): Sha;
  branch(name: string, sha: Sha): Sha;
  /** All refs and what they point to. */
  refs(): Readonly<Record<string, Sha>>;
  /** A script in the bare repository's hooks. */
  hook(name: string, body: string): void;
  end(): Promise<void>;
}

export async function createWorld(format: 'sha1' | 'sha256' = 'sha1'): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), 'git-test-'));
  const bare = join(directory, 'server', 'org', 'project');
  mkdirSync(bare, { recursive: true });
  mkdirSync(join(directory, 'temporary'));
  const gits: Git[] = [];
  const environment = {
    PATH: process.env.PATH,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_DIR: bare,
    GIT_INDEX_FILE: join(directory, 'index'),
    GIT_AUTHOR_NAME: 'Dev', GIT_AUTHOR_EMAIL: 'dev@example.com', GIT_COMMITTER_NAME: 'Web', GIT_COMMITTER_EMAIL: 'web@example.com',
  };
  const raw = (line: readonly string[], input = ''): string =>
    execFileSync('git', line, { env: environment, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], maxBuffer: 1e9 }).replace(/\n$/, '');
  raw(['init', '--quiet', '--bare', `--object-format=${format}`]);
  for (const setting of ['http.receivepack=true', 'uploadpack.allowFilter=true', 'uploadpack.allowAnySHA1InWant=true', 'gc.auto=0']) {
    raw(['config', ...(setting.split('=') as [string, string])]);
  }
  const server = await startGitServer(join(directory, 'server'), token);

  return {
    directory,
    bare,
    server,
    async git(options = {}) {
      const git = await createGit({
        serverUrl: server.url, repository: 'org/project', token, robot,
        temporaryDirectory: join(directory, 'temporary'), now: () => moment, retryDelays: [], ...options,
      });
      gits.push(git);
      return git;
    },
    run: (...line) => raw(line),
    commit(files, parents = [], message = 'a change') {
      rmSync(environment.GIT_INDEX_FILE, { force: true });
      const entries = Object.entries(files).map(([path, content]) => {
        const blob = raw(['hash-object', '-w', '--stdin'], content);
        return `100644 ${blob}\t${path}\0`;
      });
      raw(['update-index', '--add', '-z', '--index-info'], entries.join(''));
      return raw(['commit-tree', raw(['write-tree']), ...parents.flatMap((parent) => ['-p', parent])], message);
    },
    branch(name, sha) {
      raw(['update-ref', `refs/heads/${name}`, sha]);
      return sha;
    },
    refs() {
      const lines = raw(['for-each-ref', '--format=%(objectname) %(refname)']).split('\n').filter((line) => line !== '');
      return Object.fromEntries(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]));
    },
    hook(name, body) {
      mkdirSync(join(bare, 'hooks'), { recursive: true });
      writeFileSync(join(bare, 'hooks', name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    },
    async end() {
      for (const git of gits) await git.dispose();
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A file of ten lines in which some are replaced; changes far apart merge, changes of the same line conflict. */
export function lines(changes: Readonly<Record<number, string>> = {}): string {
  return Array.from({ length: 10 }, (_, index) => `${changes[index] ?? `line ${index}`}\n`).join('');
}

/** The command lines of all processes of the machine at this moment. */
export function commandLines(): readonly string[] {
  return readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name)).flatMap((name) => {
    try {
      return [readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')];
    } catch {
      return [];
    }
  });
}
