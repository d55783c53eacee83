import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Resolution } from '../demo/options.js';
import type { World } from '../world/index.js';
import { shellWords } from './robot-comment.js';
import type { GitAnswer, SafeGit } from './safe-git.js';

/** The subcommands a developer is told to use; nothing else of a comment is carried out. */
const known: ReadonlySet<string> = new Set(['fetch', 'checkout', 'merge', 'pull', 'add', 'commit', 'push']);
const knownOptions: ReadonlySet<string> = new Set(['-B', '-m', '--detach', '--ff-only', '--no-rebase', '--update', '--no-edit']);

/** A command that cannot be carried out, or that failed although nothing was in conflict. */
export class CommandProblem extends Error {
  constructor(readonly command: string, readonly found: string, options?: ErrorOptions) {
    super(`${command}: ${found}`, options);
    this.name = 'CommandProblem';
  }
}

/** Somebody with a clone of the sandbox repository, over HTTP and with a token of their own. */
export class Developer {
  private readonly token: string;

  constructor(
    private readonly git: SafeGit,
    private readonly world: World,
    private readonly login: string,
    private readonly temporary: string,
  ) {
    this.token = world.github.createToken({ kind: 'user', login }).value;
  }

  /**
   * Carries the lines out one after the other, in a fresh clone. Where a merge conflicts, each file in conflict is taken
   * from one side before the next line. `told` hears every line before it is carried out, and what was resolved.
   *
   * @throws CommandProblem
   */
  async follow(commands: readonly string[], side: Resolution, told: (line: string) => void): Promise<void> {
    const directory = await this.clone();
    for (const command of commands) {
      if (command.trim() === '' || command.trimStart().startsWith('#')) {
        continue;
      }
      told(`$ ${command}`);
      const [program, subcommand = '', ...words] = shellWords(command) ?? [];
      if (program !== 'git' || !known.has(subcommand) || words.some((word) => word.startsWith('-') && !knownOptions.has(word))) {
        throw new CommandProblem(command, 'not a command a developer would be told to use here');
      }
      const answer = await this.in(directory, [subcommand, ...words], [0, 1, 128, 129]);
      const resolved = await this.resolve(directory, side);
      if (resolved.length > 0) {
        told(`  conflict, resolved with ${side}: ${resolved.join(', ')}`);
      } else if (answer.status !== 0) {
        throw new CommandProblem(command, answer.stderr.trim() || answer.stdout.trim());
      }
    }
  }

  /** Objects are borrowed from the sandbox, which lies on the same disk: a big history is not copied once more. */
  private async clone(): Promise<string> {
    const directory = await mkdtemp(join(this.temporary, `${this.login}-`));
    const { github, repository } = this.world;
    await this.in(this.temporary, ['clone', '--quiet', '--no-tags', '--reference', github.repository(repository).git.directory, github.gitUrl(repository), directory]);
    return directory;
  }

  /** Takes one side of every file in conflict; a file which that side has deleted goes. Answers their paths. */
  private async resolve(directory: string, side: Resolution): Promise<readonly string[]> {
    const { stdout } = await this.in(directory, ['ls-files', '--unmerged', '-z']);
    const wanted = side === 'ours' ? '2' : '3';
    const paths = new Map<string, boolean>();
    for (const entry of stdout.split('\0').filter((line) => line !== '')) {
      const { stage, path } = /^\d+ [0-9a-f]+ (?<stage>[123])\t(?<path>[^]+)$/u.exec(entry)?.groups ?? {};
      if (path !== undefined) paths.set(path, (paths.get(path) ?? false) || stage === wanted);
    }
    for (const [path, kept] of paths) {
      if (kept) {
        await this.in(directory, ['checkout', '--quiet', `--${side}`, '--', path]);
        await this.in(directory, ['add', '--', path]);
      } else {
        await this.in(directory, ['rm', '--quiet', '--force', '--', path]);
      }
    }
    return [...paths.keys()];
  }

  private async in(directory: string, args: readonly string[], accept: readonly number[] = [0]): Promise<GitAnswer> {
    const email = `${this.login}@example.org`;
    return this.git.run(args, {
      directory,
      accept,
      environment: { token: this.token, GIT_AUTHOR_NAME: this.login, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: this.login, GIT_COMMITTER_EMAIL: email, GIT_EDITOR: 'true', GIT_LITERAL_PATHSPECS: '1' },
    });
  }
}
