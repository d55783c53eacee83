import { spawn } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommitGraph } from './commits.js';

export const absent = '0'.repeat(40);

export interface GitResult {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export class GitFailure extends Error {
  constructor(readonly args: readonly string[], readonly result: GitResult) {
    super(`git ${args[0] ?? ''} ended with ${result.status}: ${result.stderr.trim()}`);
    this.name = 'GitFailure';
  }
}

/** The environment of every git process: nothing of the user's own configuration. */
export function gitEnvironment(home: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
  };
}

/** Runs one git process in a bare repository; a status other than those accepted throws a GitFailure. */
export async function git(
  directory: string,
  args: readonly string[],
  options: { readonly input?: Buffer | string; readonly accept?: readonly number[]; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<GitResult> {
  const result = await new Promise<GitResult>((resolve, reject) => {
    const child = spawn('git', args, {
      cwd: directory,
      env: { ...gitEnvironment(directory), GIT_DIR: directory, ...options.environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    // A process that ends before it read its input breaks the pipe; its exit status tells what is wrong.
    child.stdin.on('error', () => undefined);
    child.on('close', (code) => resolve({ status: code ?? -1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() }));
    child.stdin.end(options.input ?? '');
  });
  if (!(options.accept ?? [0]).includes(result.status)) throw new GitFailure(args, result);
  return result;
}

const configuration = `[core]
	repositoryformatversion = 0
	filemode = true
	bare = true
	logAllRefUpdates = false
[http]
	receivepack = true
[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[receive]
	advertiseAtomic = true
	hideRefs = refs/pull
	autogc = false
[gc]
	auto = 0
`;

export interface TreeEntry {
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  readonly size: number;
  /** Full path from the root. */
  readonly path: string;
}

export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';
  /** Of the new content; null when removed. */
  readonly sha: string | null;
  readonly additions: number;
  readonly deletions: number;
}

export type NamedChange = Pick<ChangedFile, 'path' | 'status'>;

/** One bare repository on disk. Refs are read with one process and kept until somebody says they moved. */
export class GitRepository {
  private known: Promise<ReadonlyMap<string, string>> | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly answers = new Map<string, Promise<GitResult>>();

  private constructor(readonly directory: string, readonly commits: CommitGraph) {}

  /**
   * Writes an empty repository without starting a process. A fork shares the object store of its parent, as forks on
   * GitHub do: a commit of one can be read through the other, and pull request refs need no copying.
   */
  static async create(directory: string, defaultBranch: string, forkOf: GitRepository | null): Promise<GitRepository> {
    await mkdir(join(directory, 'refs', 'heads'), { recursive: true });
    await mkdir(join(directory, 'refs', 'tags'), { recursive: true });
    if (forkOf === null) {
      await mkdir(join(directory, 'objects', 'info'), { recursive: true });
      await mkdir(join(directory, 'objects', 'pack'), { recursive: true });
    } else {
      await symlink(join(forkOf.directory, 'objects'), join(directory, 'objects'));
    }
    await writeFile(join(directory, 'config'), configuration);
    await writeFile(join(directory, 'HEAD'), `ref: refs/heads/${defaultBranch}\n`);
    return new GitRepository(directory, forkOf?.commits ?? new CommitGraph(directory));
  }

  /** Work that changes refs happens one after the other. */
  async exclusive<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work, work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  refsMoved(): void {
    this.known = null;
  }

  /** Full ref name → commit (annotated tags are peeled). */
  async refs(): Promise<ReadonlyMap<string, string>> {
    this.known ??= this.readRefs();
    return this.known;
  }

  private async readRefs(): Promise<ReadonlyMap<string, string>> {
    const { stdout } = await git(this.directory, ['for-each-ref', '--format=%(objectname) %(*objectname) %(refname)']);
    const refs = new Map<string, string>();
    for (const line of stdout.toString().split('\n')) {
      const match = /^(?<object>[0-9a-f]{40}) (?<peeled>[0-9a-f]{40})? ?(?<name>refs\/[^]*)$/u.exec(line);
      const { object, peeled, name } = match?.groups ?? {};
      if (object !== undefined && name !== undefined) refs.set(name, peeled ?? object);
    }
    return refs;
  }

  async branch(name: string): Promise<string | null> {
    return (await this.refs()).get(`refs/heads/${name}`) ?? null;
  }

  /** Name without `refs/heads/` → SHA, in order of name. */
  async branches(): Promise<ReadonlyMap<string, string>> {
    const prefix = 'refs/heads/';
    const refs = [...(await this.refs())].filter(([name]) => name.startsWith(prefix));
    return new Map(refs.map(([name, sha]) => [name.slice(prefix.length), sha]));
  }

  /** A branch, tag, full ref, `HEAD`, or a full or abbreviated SHA of a known commit. */
  async resolve(name: string): Promise<string | null> {
    const refs = await this.refs();
    const direct = refs.get(`refs/heads/${name}`) ?? refs.get(`refs/tags/${name}`) ?? refs.get(name) ?? refs.get(`refs/${name}`);
    if (direct !== undefined) return direct;
    if (this.commits.peek(name) !== null) return name;
    if (!/^[0-9a-f]{7,40}$/u.test(name)) return null;
    const { stdout, status } = await git(this.directory, ['rev-parse', '--quiet', '--verify', `${name}^{commit}`], { accept: [0, 1, 128] });
    return status === 0 ? stdout.toString().trim() : null;
  }

  /** Moves refs in one transaction, `before` being what each must still be; throws GitFailure if one is not. */
  async updateRefs(changes: ReadonlyArray<{ readonly ref: string; readonly before: string; readonly after: string }>): Promise<void> {
    if (changes.length === 0) return;
    const lines = changes.map(({ ref, before, after }) => (after === absent ? `delete ${ref}\0${before}\0` : `update ${ref}\0${after}\0${before}\0`));
    await git(this.directory, ['update-ref', '--stdin', '-z'], { input: lines.join('') });
    await this.remember(changes.map(({ ref, after }) => [ref, after === absent ? null : after]));
  }

  /** A transaction that went through leaves nothing to read again. */
  private async remember(values: Iterable<readonly [string, string | null]>): Promise<void> {
    if (this.known === null) return;
    const refs = new Map(await this.known);
    for (const [ref, sha] of values) {
      if (sha === null) refs.delete(ref);
      else refs.set(ref, sha);
    }
    this.known = Promise.resolve(new Map([...refs].sort(([one], [other]) => (one < other ? -1 : 1))));
  }

  /** Sets refs whatever they were; a value of null deletes. */
  async setRefs(values: ReadonlyMap<string, string | null>): Promise<void> {
    if (values.size === 0) return;
    const lines = [...values].map(([ref, sha]) => (sha === null ? `delete ${ref}\0\0` : `update ${ref}\0${sha}\0\0`));
    await git(this.directory, ['update-ref', '--stdin', '-z'], { input: lines.join('') });
    await this.remember(values);
  }

  /** A question about objects by their full names, whose answer never changes: one process answers it for good. */
  private once(args: readonly string[], options: { readonly input?: string; readonly accept?: readonly number[] } = {}): Promise<GitResult> {
    const question = [...args, '', options.input ?? ''].join('\0');
    const known = this.answers.get(question);
    if (known !== undefined) return known;
    const answer = git(this.directory, args, options);
    this.answers.set(question, answer);
    // An object may be missing today and pushed tomorrow.
    const forget = (): void => void this.answers.delete(question);
    answer.then(({ status }) => status > 1 && forget(), forget);
    return answer;
  }

  async setHead(branch: string): Promise<void> {
    await writeFile(join(this.directory, 'HEAD'), `ref: refs/heads/${branch}\n`);
  }

  /** The tree of a merge of the two, null when they conflict or have no commit in common. */
  async mergedTree(base: string, head: string): Promise<string | null> {
    const { status, stdout } = await this.once(['merge-tree', '--write-tree', '--no-messages', base, head], { accept: [0, 1, 128] });
    return status === 0 ? stdout.toString().trim() : null;
  }

  /** Entries of a directory, or the one entry of a file; empty when there is nothing at that path. */
  async listTree(commit: string, path: string): Promise<readonly TreeEntry[]> {
    const entries = await this.lsTree([commit, ...(path === '' ? [] : ['--', path])]);
    const only = entries[0];
    if (path === '' || only?.type !== 'tree') return entries;
    return this.lsTree([commit, '--', `${path}/`]);
  }

  private async lsTree(args: readonly string[]): Promise<readonly TreeEntry[]> {
    const { stdout } = await this.once(['ls-tree', '-z', '--long', '--full-tree', ...args]);
    return stdout.toString().split('\0').flatMap((line) => {
      const match = /^(?<mode>\d+) (?<type>blob|tree|commit) (?<sha>[0-9a-f]{40}) +(?<size>\d+|-)\t(?<path>[^]*)$/u.exec(line);
      if (match?.groups === undefined) return [];
      const { mode = '', type = 'blob', sha = '', size = '-', path = '' } = match.groups;
      return [{ mode, type: type as TreeEntry['type'], sha, size: size === '-' ? 0 : Number(size), path }];
    });
  }

  async readBlob(sha: string): Promise<Buffer> {
    return (await this.once(['cat-file', 'blob', sha])).stdout;
  }

  /** For each commit the files it changes against its first parent, renames as a removal and an addition. One process for all. */
  async changedNames(commits: ReadonlyArray<{ readonly sha: string; readonly parents: readonly string[] }>): Promise<ReadonlyMap<string, readonly NamedChange[]>> {
    const names = new Map<string, NamedChange[]>();
    if (commits.length === 0) return names;
    const input = commits.map(({ sha, parents }) => `${[sha, ...parents.slice(0, 1)].join(' ')}\n`).join('');
    const { stdout } = await this.once(['diff-tree', '--stdin', '--root', '-r', '-z', '--no-renames', '--name-status'], { input });
    const fields = stdout.toString().split('\0');
    let current: NamedChange[] = [];
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index] ?? '';
      if (field.length === absent.length) {
        current = [];
        names.set(field, current);
      } else if (field !== '') {
        index += 1;
        current.push({ status: statusNames[field] ?? 'changed', path: fields[index] ?? '' });
      }
    }
    return names;
  }

  /** Files that differ between two commits. */
  async changedFiles(from: string, to: string): Promise<readonly ChangedFile[]> {
    const { stdout } = await this.once(['diff-tree', '-r', '-M', '-z', '--raw', '--numstat', '--no-commit-id', '--full-index', from, to]);
    return parseDiff(stdout.toString());
  }
}

const statusNames: Readonly<Record<string, ChangedFile['status']>> = { A: 'added', D: 'removed', M: 'modified', R: 'renamed', C: 'copied', T: 'changed' };

/** `--raw --numstat -z`: first all raw records, then one record of numbers per file; renames carry two paths in both. */
function parseDiff(text: string): readonly ChangedFile[] {
  const fields = text.split('\0');
  const files: ChangedFile[] = [];
  const numbers = new Map<string, { additions: number; deletions: number }>();
  let index = 0;
  const next = (): string => fields[index++] ?? '';
  while (index < fields.length) {
    const field = next();
    if (field.startsWith(':')) {
      const [, , , sha = '', letter = 'M'] = field.slice(1).split(' ');
      const status = statusNames[letter.charAt(0)] ?? 'changed';
      const first = next();
      const twoPaths = status === 'renamed' || status === 'copied';
      files.push({ path: twoPaths ? next() : first, previousPath: twoPaths ? first : null, status, sha: sha === absent ? null : sha, additions: 0, deletions: 0 });
    } else if (field !== '') {
      const [additions = '0', deletions = '0', path = ''] = field.split('\t');
      let name = path;
      if (path === '') {
        next();
        name = next();
      }
      // A binary file has `-` for numbers.
      numbers.set(name, { additions: Number(additions) || 0, deletions: Number(deletions) || 0 });
    }
  }
  return files.map((file) => ({ ...file, ...numbers.get(file.path) }));
}
