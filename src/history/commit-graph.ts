import type { CommitRecord, Sha } from '../ports/git.js';

/**
 * The commits of one evaluation and their parents. One reading of the history answers every question of ancestry, so
 * that git is not asked once per question.
 *
 * Trial merges add commits afterwards; a commit is added after its parents, so what was computed before stays true.
 */
export class CommitGraph {
  readonly #records: CommitRecord[] = [];
  readonly #positions = new Map<Sha, number>();
  /** For a tip, which positions it reaches, itself included. Positions past the end are not reached. */
  readonly #reached = new Map<Sha, Uint8Array>();

  constructor(records: Iterable<CommitRecord>) {
    for (const record of records) {
      this.add(record);
    }
  }

  add(record: CommitRecord): void {
    if (!this.#positions.has(record.sha)) {
      this.#positions.set(record.sha, this.#records.length);
      this.#records.push(record);
    }
  }

  has(commit: Sha): boolean {
    return this.#positions.has(commit);
  }

  /** @throws if the commit was never read: to answer would be a guess. */
  get(commit: Sha): CommitRecord {
    return this.#at(this.#position(commit));
  }

  /** Whether `commit` is an ancestor of `tip`, or `tip` itself. A commit that is not in the graph is no ancestor. */
  contains(tip: Sha, commit: Sha): boolean {
    if (tip === commit) {
      return true;
    }
    const position = this.#positions.get(commit);
    return position !== undefined && this.#reachedFrom(tip)[position] === 1;
  }

  /** The commits that `tip` reaches and none of `bases` does, parents after children. */
  beyond(tip: Sha, bases: readonly Sha[]): readonly CommitRecord[] {
    const reached = bases.map((base) => this.#reachedFrom(base));
    const seen = new Set<number>();
    const order: CommitRecord[] = [];
    // An explicit stack of (position, expanded) pairs: a history is far deeper than the call stack.
    const stack: Array<{ readonly position: number; readonly expanded: boolean }> = [{ position: this.#position(tip), expanded: false }];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const { position, expanded } = top;
      const record = this.#at(position);
      if (expanded) {
        order.push(record);
        continue;
      }
      if (seen.has(position) || reached.some((flags) => flags[position] === 1)) {
        continue;
      }
      seen.add(position);
      stack.push({ position, expanded: true });
      for (const parent of record.parents) {
        const parentPosition = this.#positions.get(parent);
        if (parentPosition !== undefined) {
          stack.push({ position: parentPosition, expanded: false });
        }
      }
    }
    return order.reverse();
  }

  /** Those of `commits` that no other of them contains, without repetition, in the order given. */
  independent(commits: readonly Sha[]): readonly Sha[] {
    const distinct = [...new Set(commits)];
    return distinct.filter((commit) => !distinct.some((other) => other !== commit && this.contains(other, commit)));
  }

  #position(commit: Sha): number {
    const position = this.#positions.get(commit);
    if (position === undefined) {
      throw new Error(`The history of ${commit} was not read`);
    }
    return position;
  }

  #at(position: number): CommitRecord {
    const record = this.#records[position];
    if (record === undefined) {
      throw new RangeError(`There is no commit at position ${position}`);
    }
    return record;
  }

  #reachedFrom(tip: Sha): Uint8Array {
    const known = this.#reached.get(tip);
    if (known !== undefined) {
      return known;
    }
    const flags = new Uint8Array(this.#records.length);
    const stack = [this.#position(tip)];
    for (let position = stack.pop(); position !== undefined; position = stack.pop()) {
      if (flags[position] === 1) {
        continue;
      }
      flags[position] = 1;
      for (const parent of this.#at(position).parents) {
        const parentPosition = this.#positions.get(parent);
        if (parentPosition !== undefined) {
          stack.push(parentPosition);
        }
      }
    }
    this.#reached.set(tip, flags);
    return flags;
  }
}
