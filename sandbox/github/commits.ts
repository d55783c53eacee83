import { git } from './git.js';

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** ISO 8601 in UTC. */
  readonly date: string;
}

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

const fieldCount = 10;
const format = `${['%H', '%T', '%P', '%an', '%ae', '%at', '%cn', '%ce', '%ct', '%B'].join('%x00')}%x00`;

/**
 * The history of a repository and its forks, read once per push with a single process and kept: commits never change.
 * All questions of ancestry are answered from here.
 */
export class CommitGraph {
  private readonly commits = new Map<string, Commit>();
  private readonly tips = new Set<string>();
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly directory: string) {}

  /** Reads these commits and all before them, as far as they are not known. Unknown objects throw GitFailure. */
  async load(tips: Iterable<string>): Promise<void> {
    const wanted = [...tips];
    const turn = this.reading.then(() => this.read(wanted));
    this.reading = turn.catch(() => undefined);
    return turn;
  }

  private async read(wanted: readonly string[]): Promise<void> {
    const missing = [...new Set(wanted)].filter((sha) => !this.commits.has(sha));
    if (missing.length === 0) return;
    const input = [...missing, ...[...this.tips].map((sha) => `^${sha}`)].join('\n');
    const { stdout } = await git(this.directory, ['log', '--stdin', '--no-show-signature', `--format=${format}`], { input: `${input}\n` });
    const fields = stdout.toString().split('\0');
    for (let start = 0; start + fieldCount <= fields.length; start += fieldCount) this.remember(fields.slice(start, start + fieldCount));
    for (const sha of missing) {
      for (const parent of this.commits.get(sha)?.parents ?? []) this.tips.delete(parent);
      this.tips.add(sha);
    }
  }

  private remember(fields: readonly string[]): void {
    const [sha = '', tree = '', parents = '', authorName = '', authorEmail = '', authored = '0', name = '', email = '', committed = '0', message = ''] = fields;
    const commit: Commit = {
      sha: sha.trim(),
      tree,
      parents: parents === '' ? [] : parents.split(' '),
      author: { name: authorName, email: authorEmail, date: isoSeconds(Number(authored)) },
      committer: { name, email, date: isoSeconds(Number(committed)) },
      message: message.replace(/\n$/u, ''),
    };
    this.commits.set(commit.sha, commit);
  }

  /** A commit that was loaded, with all of its history. */
  get(sha: string): Commit {
    const commit = this.commits.get(sha);
    if (commit === undefined) throw new Error(`commit ${sha} was not loaded`);
    return commit;
  }

  async find(sha: string): Promise<Commit> {
    await this.load([sha]);
    return this.get(sha);
  }

  /** The commit itself and everything before it. */
  async ancestors(sha: string): Promise<ReadonlySet<string>> {
    await this.load([sha]);
    const seen = new Set<string>([sha]);
    const open = [sha];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const parent of this.get(next).parents) {
        if (!seen.has(parent)) {
          seen.add(parent);
          open.push(parent);
        }
      }
    }
    return seen;
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    return (await this.ancestors(descendant)).has(ancestor);
  }

  /** What the tips reach and the excluded ones do not, children before parents, newest first among equals. */
  async between(excluded: readonly string[], tips: readonly string[]): Promise<readonly Commit[]> {
    const hidden = new Set<string>();
    for (const sha of excluded) for (const ancestor of await this.ancestors(sha)) hidden.add(ancestor);
    const shown = new Set<string>();
    for (const sha of tips) for (const ancestor of await this.ancestors(sha)) if (!hidden.has(ancestor)) shown.add(ancestor);
    return this.childrenFirst(shown);
  }

  private childrenFirst(shown: ReadonlySet<string>): readonly Commit[] {
    const waitingChildren = new Map<string, number>();
    for (const sha of shown) for (const parent of this.get(sha).parents) waitingChildren.set(parent, (waitingChildren.get(parent) ?? 0) + 1);
    const ready = [...shown].filter((sha) => !waitingChildren.has(sha)).map((sha) => this.get(sha));
    const ordered: Commit[] = [];
    for (;;) {
      ready.sort((one, other) => one.committer.date.localeCompare(other.committer.date));
      const next = ready.pop();
      if (next === undefined) return ordered;
      ordered.push(next);
      for (const parent of next.parents) {
        const left = (waitingChildren.get(parent) ?? 0) - 1;
        waitingChildren.set(parent, left);
        if (left === 0 && shown.has(parent)) ready.push(this.get(parent));
      }
    }
  }

  /** Without reading: null when it was not loaded. */
  peek(sha: string): Commit | null {
    return this.commits.get(sha) ?? null;
  }

  /** The newest best common ancestor, null for unrelated histories. */
  async mergeBase(one: string, other: string): Promise<string | null> {
    const others = await this.ancestors(other);
    const common = new Set([...(await this.ancestors(one))].filter((sha) => others.has(sha)));
    return this.childrenFirst(common)[0]?.sha ?? null;
  }
}

function isoSeconds(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
