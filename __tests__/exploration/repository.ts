import type { CommitRecord, RefUpdate, Sha, TreeMerge } from '../../src/ports/git.js';
import { shaOf } from '../builders/history.js';
import type { Files } from '../builders/history.js';

/** A commit with its files, and whether the robot made it. */
export interface StoredCommit extends CommitRecord {
  readonly files: Files;
  readonly byRobot: boolean;
}

export interface NewStoredCommit {
  readonly parents: readonly Sha[];
  readonly files: Files;
  readonly email: string;
  readonly subject: string;
  readonly byRobot: boolean;
  /** Makes equal commits of different moments different, as the time does in git. */
  readonly moment: number;
}

/**
 * The repository on the server, and at the same time every clone of it: commits are kept once, by content. Simpler than
 * git: files are merged whole, and of several common ancestors each counts.
 */
export class Repository {
  readonly commits = new Map<Sha, StoredCommit>();
  readonly branches = new Map<string, Sha>();
  readonly tags = new Map<string, Sha>();
  /** `refs/pull/<n>/head`: never deleted. */
  readonly pullRequestHeads = new Map<number, Sha>();
  readonly #trees = new Map<Sha, Files>();
  readonly #ancestors = new Map<Sha, ReadonlySet<Sha>>();

  commit({ parents, files, email, subject, byRobot, moment }: NewStoredCommit): Sha {
    const sha = shaOf(JSON.stringify([parents, Object.entries(files).sort(), email, subject, moment]));
    if (!this.commits.has(sha)) {
      this.commits.set(sha, { sha, parents, files, subject, authorEmail: email, committerEmail: email, byRobot });
    }
    return sha;
  }

  get(sha: Sha): StoredCommit {
    const found = this.commits.get(sha);
    if (found === undefined) throw new Error(`There is no commit ${sha}`);
    return found;
  }

  /** The commit itself included. */
  ancestors(sha: Sha): ReadonlySet<Sha> {
    const known = this.#ancestors.get(sha);
    if (known !== undefined) return known;
    const found = new Set<Sha>([sha]);
    for (const parent of this.get(sha).parents) {
      for (const ancestor of this.ancestors(parent)) found.add(ancestor);
    }
    this.#ancestors.set(sha, found);
    return found;
  }

  contains(tip: Sha, commit: Sha): boolean {
    return this.ancestors(tip).has(commit);
  }

  /** Everything the tips reach, parents before children. */
  history(tips: readonly Sha[]): readonly StoredCommit[] {
    const reached = new Set(tips.flatMap((tip) => [...this.ancestors(tip)]));
    return [...this.commits.values()].filter(({ sha }) => reached.has(sha));
  }

  merge(ours: Sha, theirs: Sha): TreeMerge {
    const common = [...this.ancestors(ours)].filter((sha) => this.contains(theirs, sha));
    const bases = common.filter((sha) => !common.some((other) => other !== sha && this.contains(other, sha))).map((sha) => this.get(sha).files);
    if (bases.length === 0) return { kind: 'unrelated' };
    const [our, their] = [this.get(ours).files, this.get(theirs).files];
    const merged: Record<string, string> = {};
    const conflicts: string[] = [];
    for (const path of new Set([...Object.keys(our), ...Object.keys(their)])) {
      const unchangedHere = bases.some((base) => base[path] === our[path]);
      const unchangedThere = bases.some((base) => base[path] === their[path]);
      if (our[path] !== their[path] && !unchangedHere && !unchangedThere) conflicts.push(path);
      const content = unchangedHere ? their[path] : our[path];
      if (content !== undefined) merged[path] = content;
    }
    return conflicts.length > 0 ? { kind: 'conflict', files: conflicts.sort() } : { kind: 'clean', tree: this.writeTree(merged) };
  }

  writeTree(files: Files): Sha {
    const tree = shaOf(`tree ${JSON.stringify(Object.entries(files).sort())}`);
    this.#trees.set(tree, files);
    return tree;
  }

  tree(tree: Sha): Files {
    const files = this.#trees.get(tree);
    if (files === undefined) throw new Error(`There is no tree ${tree}`);
    return files;
  }

  /** Branches and tags that are not where the updates say. */
  stale(updates: readonly RefUpdate[]): readonly string[] {
    const tipOf = (ref: string): Sha | null => (isTag(ref) ? this.tags : this.branches).get(branchOf(ref)) ?? null;
    return updates.filter(({ ref, from }) => tipOf(ref) !== from).map(({ ref }) => ref);
  }

  /** Everything that any ref reaches. */
  reachable(): ReadonlySet<Sha> {
    const tips = [...this.branches.values(), ...this.tags.values(), ...this.pullRequestHeads.values()];
    return new Set([...new Set(tips)].flatMap((tip) => [...this.ancestors(tip)]));
  }
}

/** The short name, of a tag too. */
export function branchOf(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags)\//, '');
}

export function isTag(ref: string): boolean {
  return ref.startsWith('refs/tags/');
}
