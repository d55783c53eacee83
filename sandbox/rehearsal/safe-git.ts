import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface GitAnswer {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface GitCall {
  readonly directory: string;
  /** Statuses that are answers, not failures. Default: 0 only. */
  readonly accept?: readonly number[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** git ended with a status that is no answer. */
export class GitProblem extends Error {
  constructor(readonly args: readonly string[], readonly answer: GitAnswer) {
    super(`git ${args[0] ?? ''} ended with ${answer.status}: ${answer.stderr.trim()}`);
    this.name = 'GitProblem';
  }
}

/**
 * Milliseconds one git process may take. Copying a history of some hundred thousand commits takes a fraction of it; beyond
 * it something hangs.
 */
const timeLimit = 300_000;

/**
 * Settings that no repository can set otherwise: nothing it names is executed. Those of the command line win over those of
 * a repository; a git that git starts for the other side of a copy gets the file instead, and runs no hooks when it sends.
 */
const overrides: ReadonlyArray<readonly [string, string]> = [
  ['core.hooksPath', '/dev/null'], ['core.fsmonitor', 'false'], ['core.pager', 'cat'], ['gc.auto', '0'], ['maintenance.auto', 'false'],
  ['submodule.recurse', 'false'], ['advice.detachedHead', 'false'], ['merge.conflictStyle', 'merge'], ['core.autocrlf', 'false'],
];

/** Runs git without a shell, without the user's configuration and without anything a repository could have executed. */
export class SafeGit {
  private constructor(private readonly home: string) {}

  /** `temporary`: a folder of our own, which outlives all calls. */
  static async create(temporary: string): Promise<SafeGit> {
    const home = join(temporary, 'home');
    await mkdir(home);
    // A repository that belongs to somebody else may be read: we run nothing it says. Only a file can tell git so, because
    // the process on the other side of a copy does not inherit settings from the command line.
    await writeFile(join(home, 'gitconfig'), '[safe]\n\tdirectory = *\n[init]\n\ttemplateDir =\n\tdefaultBranch = main\n[protocol "file"]\n\tallow = always\n');
    return new SafeGit(home);
  }

  /** @throws GitProblem for any other status than those accepted */
  async run(args: readonly string[], { directory, accept = [0], environment = {} }: GitCall): Promise<GitAnswer> {
    const answer = await new Promise<GitAnswer>((resolve, reject) => {
      const child = spawn('git', args, { cwd: directory, env: { ...this.environment(environment) }, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeLimit });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
      child.on('error', reject);
      child.on('close', (code) => resolve({ status: code ?? -1, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }));
    });
    if (!accept.includes(answer.status)) {
      throw new GitProblem(args, answer);
    }
    return answer;
  }

  /** Pairs in `GIT_CONFIG_COUNT` of the caller come after the overrides. */
  private environment({ token, ...more }: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const header: ReadonlyArray<readonly [string, string]> =
      token === undefined ? [] : [['http.extraHeader', `Authorization: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`]];
    const pairs = [...overrides, ...header];
    return {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      HOME: this.home,
      LC_ALL: 'C',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: join(this.home, 'gitconfig'),
      GIT_ATTR_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_CONFIG_COUNT: String(pairs.length),
      ...Object.fromEntries(pairs.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key], [`GIT_CONFIG_VALUE_${index}`, value]])),
      ...more,
    };
  }
}
