import { execFileSync } from 'node:child_process';

/** What a release asks of git. Nothing here changes the local branches, tags or files. */
export class Repository {
  constructor(
    readonly directory: string,
    readonly remote: string,
  ) {}

  head(): string {
    return this.#git('rev-parse', '--verify', 'HEAD');
  }

  /** Paths that differ from the commit, new ones among them. */
  changedFiles(): readonly string[] {
    return this.#git('status', '--porcelain').split('\n').filter((line) => line !== '').map((line) => line.slice(line.indexOf(' ', 1) + 1).trim());
  }

  /** Branch `main` and all tags `v…` of the remote, by ref; of an annotated tag the commit, as `<ref>^{}`, too. */
  remoteRefs(): ReadonlyMap<string, string> {
    const lines = this.#git('ls-remote', this.remote, 'refs/heads/main', 'refs/tags/v*').split('\n').filter((line) => line !== '');
    return new Map(lines.map((line) => [line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf('\t'))]));
  }

  /** Whether the commit is on the branch `main` of the remote. Brings objects, and moves nothing. */
  isOnMain(commit: string): boolean {
    this.#git('fetch', '--quiet', '--no-tags', '--no-write-fetch-head', this.remote, 'refs/heads/main');
    const main = this.remoteRefs().get('refs/heads/main');
    return main !== undefined && this.#answers('merge-base', '--is-ancestor', commit, main);
  }

  /** An annotated tag as an object that nothing refers to yet. */
  makeTag(commit: string, tag: string): string {
    const tagger = this.#git('var', 'GIT_COMMITTER_IDENT');
    return this.#run(['mktag'], `object ${commit}\ntype commit\ntag ${tag}\ntagger ${tagger}\n\n${tag}\n`).trim();
  }

  /** All or nothing, and only if every ref is still what it was seen to be: null if it must not exist. */
  push(updates: ReadonlyArray<{ readonly ref: string; readonly from: string | null; readonly to: string }>): void {
    const leases = updates.map(({ ref, from }) => `--force-with-lease=${ref}:${from ?? ''}`);
    this.#git('push', '--atomic', '--porcelain', ...leases, this.remote, ...updates.map(({ ref, to }) => `${to}:${ref}`));
  }

  #answers(...options: readonly string[]): boolean {
    try {
      this.#git(...options);
      return true;
    } catch (error) {
      if (error instanceof GitFailure && error.status === 1) {
        return false;
      }
      throw error;
    }
  }

  #git(...options: readonly string[]): string {
    return this.#run(options, '').trimEnd();
  }

  #run(options: readonly string[], input: string): string {
    try {
      return execFileSync('git', [...options], { cwd: this.directory, input, encoding: 'utf8', env: { ...process.env, GIT_TERMINAL_PROMPT: '0' }, stdio: ['pipe', 'pipe', 'pipe'] });
    } catch (error) {
      const { status = null, stderr = '', stdout = '' } = error as { readonly status?: number | null; readonly stderr?: string; readonly stdout?: string };
      throw new GitFailure(options[0] ?? '', status, `${stdout}${stderr}`.trim(), error);
    }
  }
}

export class GitFailure extends Error {
  constructor(
    readonly command: string,
    /** Exit status; null if git did not run. */
    readonly status: number | null,
    /** In git's words. */
    readonly detail: string,
    cause: unknown,
  ) {
    super(`git ${command} failed: ${detail}`, { cause });
  }
}
