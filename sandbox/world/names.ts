/**
 * Names for commits that a person can read: `bugfix/x@2` is the second commit first seen as the tip of `bugfix/x`. A commit
 * keeps its first name wherever it appears later, so that `development/4.3 → bugfix/x@2` says "fast-forwarded to what was tested".
 */
export class CommitNames {
  private readonly bySha = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  /** Names a commit seen at a ref (full or short name), unless it has a name already. */
  see(ref: string, sha: string): void {
    if (isAbsent(sha) || this.bySha.has(sha)) return;
    const branch = shortRef(ref);
    const count = this.counts.get(branch) ?? 0;
    this.counts.set(branch, count + 1);
    this.bySha.set(sha, `${branch}@${count}`);
  }

  /** `none` for an absent ref; the abbreviated SHA for a commit never seen at a ref. */
  of(sha: string | null | undefined): string {
    if (sha === null || sha === undefined || isAbsent(sha)) return 'none';
    return this.bySha.get(sha) ?? sha.slice(0, 7);
  }

  all(): ReadonlyMap<string, string> {
    return this.bySha;
  }
}

export function shortRef(ref: string): string {
  return ref.replace(/^refs\/heads\//, '').replace(/^refs\/tags\//, 'tag ');
}

export function isAbsent(sha: string): boolean {
  return /^0*$/.test(sha);
}
