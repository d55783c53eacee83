import { createHash } from 'node:crypto';
import { CommitGraph } from '../../src/history/commit-graph.js';
import type { CommitRecord, RemoteRefs, Sha } from '../../src/ports/git.js';

export const person = 'dev@example.com';
export const robotEmail = 'robot@example.com';

/** Files by path. */
export type Files = Readonly<Record<string, string>>;

export interface NewHistoryCommit {
  readonly author?: string;
  /** The author, unless somebody amended or rebased it. */
  readonly committer?: string;
  /** What it changes over its parents. */
  readonly files?: Files;
}

/** A repository of named commits, in memory; what tests of rules about branches need of one. */
export interface History {
  /** Adds a commit; its name is its subject, and no two have the same. Parents are names too; a SHA names itself. */
  commit(name: string, parents?: readonly string[], about?: NewHistoryCommit): Sha;
  /** Puts a branch on a commit, wherever it was before. */
  branch(branch: string, commit: string): void;
  deleteBranch(branch: string): void;
  tag(tag: string, commit: string): void;
  /** The head of a pull request. */
  head(pullRequest: number, commit: string): void;
  /** Adds a commit on top of a branch and moves the branch there. */
  push(branch: string, name: string, about?: NewHistoryCommit): Sha;
  sha(name: string): Sha;
  /** The name of a commit, for readable expectations. */
  nameOf(sha: Sha | null): string;
  files(sha: Sha): Files;
  record(record: CommitRecord, files: Files): void;
  /** All commits so far. */
  graph(): CommitGraph;
  /** A snapshot. */
  refs(): RemoteRefs;
}

/** The SHA of anything: the same text gives the same one in every run. */
export function shaOf(text: string): Sha {
  return createHash('sha1').update(text).digest('hex');
}

export function createHistory(): History {
  const records = new Map<Sha, CommitRecord>();
  const trees = new Map<Sha, Files>();
  const branches = new Map<string, Sha>();
  const tags = new Map<string, Sha>();
  const pullRequestHeads = new Map<number, Sha>();

  function sha(name: string): Sha {
    const found = records.has(name) ? name : shaOf(name);
    if (!records.has(found)) throw new Error(`There is no commit called ${name}`);
    return found;
  }

  function record(commit: CommitRecord, files: Files): void {
    records.set(commit.sha, commit);
    trees.set(commit.sha, files);
  }

  function commit(name: string, parents: readonly string[] = [], { author = person, committer = author, files = {} }: NewHistoryCommit = {}): Sha {
    const made = shaOf(name);
    if (records.has(made)) throw new Error(`There is a commit called ${name} already`);
    const parentShas = parents.map(sha);
    const inherited = Object.assign({}, ...parentShas.toReversed().map((parent) => trees.get(parent))) as Files;
    record({ sha: made, parents: parentShas, authorEmail: author, committerEmail: committer, subject: name }, { ...inherited, ...files });
    return made;
  }

  function nameOf(wanted: Sha | null): string {
    return wanted === null ? 'none' : (records.get(wanted)?.subject ?? wanted);
  }

  return {
    commit,
    branch: (branch, name) => void branches.set(branch, sha(name)),
    deleteBranch(branch) {
      if (!branches.delete(branch)) throw new Error(`There is no branch ${branch}`);
    },
    tag: (tag, name) => void tags.set(tag, sha(name)),
    head: (pullRequest, name) => void pullRequestHeads.set(pullRequest, sha(name)),
    push(branch, name, about) {
      const tip = branches.get(branch);
      if (tip === undefined) throw new Error(`There is no branch ${branch}`);
      const made = commit(name, [tip], about);
      branches.set(branch, made);
      return made;
    },
    sha,
    nameOf,
    files: (wanted) => trees.get(wanted) ?? {},
    record,
    graph: () => new CommitGraph(records.values()),
    refs: () => ({ branches: new Map(branches), tags: new Map(tags), pullRequestHeads: new Map(pullRequestHeads) }),
  };
}
