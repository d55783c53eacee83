/**
 * What the action asks of git. One adapter (`src/git`) answers with the command line on a bare repository of
 * objects only; nothing is ever checked out. Reads never move a ref of the remote; only `push` does.
 *
 * Every method rejects with `GitOutage` when git or the network did not give a usable answer. An outage is never a
 * conflict and never a refusal (spec 6, rule 8).
 */
export interface GitPort {
  /**
   * All branches and tags of the remote, read now (`ls-remote`): no object is transferred. Of the pull request heads,
   * those named; all of them if the argument is absent. With an empty list the server does not even send them, which
   * spares much in a repository with thousands of pull requests.
   */
  listRefs(pullRequests?: readonly number[]): Promise<RemoteRefs>;

  /**
   * Makes the history of these commits available locally: all their ancestors. Commits that are here already cost
   * nothing. What merges need besides is transferred as they need it.
   */
  fetch(commits: readonly Sha[]): Promise<void>;

  /**
   * Says that these commits, whose history was read, are about to be merged: what that takes is then transferred at once,
   * instead of piece by piece. To leave it out, or a commit of it, costs time and nothing else.
   */
  prepareMerges?(commits: readonly Sha[]): Promise<void>;

  /** The parents, authors and committers of every commit reachable from the tips, perhaps of others too. Fetch the tips first. */
  readHistory(tips: readonly Sha[]): Promise<readonly CommitRecord[]>;

  /** Tries a merge without touching any branch. Both commits must have been fetched or created here. */
  mergeTrees(ours: Sha, theirs: Sha): Promise<TreeMerge>;

  /** Writes a commit that nothing references yet; it leaves this machine only if a push takes it along. */
  createCommit(commit: NewCommit): Promise<Sha>;

  /**
   * Whether one push can carry so many updates: some ten thousand on Linux, fewer elsewhere. A push of more is refused.
   * Absent: there is no limit.
   */
  fitsOnePush?(updates: readonly RefUpdate[]): boolean;

  /** One `git push --atomic` with an explicit lease on every ref: all updates happen, or none does. */
  push(updates: readonly RefUpdate[]): Promise<PushResult>;

  /** Processes started so far, for the figures that every run prints. */
  readonly processCount: number;
}

/** A full object name, 40 or 64 lower-case hexadecimal digits. */
export type Sha = string;

/** The refs of the remote at one moment. Keys are short names (`development/4.3`, `4.3.1`); values commits. */
export interface RemoteRefs {
  readonly branches: ReadonlyMap<string, Sha>;
  /** Annotated tags are peeled to the commit. */
  readonly tags: ReadonlyMap<string, Sha>;
  /** `refs/pull/<n>/head` by pull request number. */
  readonly pullRequestHeads: ReadonlyMap<number, Sha>;
}

export interface CommitRecord {
  readonly sha: Sha;
  readonly parents: readonly Sha[];
  readonly authorEmail: string;
  readonly committerEmail: string;
  /** Subject line, untrusted. */
  readonly subject: string;
}

export type TreeMerge =
  | { readonly kind: 'clean'; readonly tree: Sha }
  /** Names of the files in conflict, untrusted, sorted, without repetition. */
  | { readonly kind: 'conflict'; readonly files: readonly string[] }
  /** The two have no common ancestor. */
  | { readonly kind: 'unrelated' };

/** Where a branch or tag is, named in full; null: it does not exist. */
export function tipOf({ branches, tags }: RemoteRefs, ref: string): Sha | null {
  if (ref.startsWith('refs/heads/')) return branches.get(ref.slice('refs/heads/'.length)) ?? null;
  return ref.startsWith('refs/tags/') ? tags.get(ref.slice('refs/tags/'.length)) ?? null : null;
}

/** The tree without files, in a repository that names its objects like this. */
export function emptyTree(like: Sha): Sha {
  return like.length === 64 ? '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321' : '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
}

export interface NewCommit {
  readonly tree: Sha;
  readonly parents: readonly Sha[];
  readonly message: string;
}

/** One ref of an atomic push. `ref` is full (`refs/heads/…`); `from` null: must not exist; `to` null: deleted. */
export interface RefUpdate {
  readonly ref: string;
  readonly from: Sha | null;
  readonly to: Sha | null;
}

export type PushResult =
  | { readonly kind: 'pushed' }
  /** Somebody moved one of the refs: nothing was changed; look again and decide again. */
  | { readonly kind: 'stale'; readonly refs: readonly string[] }
  /** The server said no (protected branch, missing permission, hook): nothing was changed. `reason` is untrusted. */
  | { readonly kind: 'refused'; readonly refs: readonly string[]; readonly reason: string; readonly cause: RefusalCause };

export type RefusalCause = 'workflow-permission' | 'protected-branch' | 'not-permitted' | 'other';

/** git, or the way to it, failed: no verdict can be drawn (outcome 133). */
export class GitOutage extends Error {
  override readonly name = 'GitOutage';
  constructor(
    /** What was being done, e.g. `fetch`. */
    readonly operation: string,
    /** Cleaned of credentials and control characters. */
    readonly detail: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`git ${operation} failed: ${detail}`, options);
  }
}
