import type { CommitRecord, Sha } from '../ports/git.js';
import { GenerationHeap } from './generation-heap.js';

/**
 * The commits of one evaluation and their parents. One reading of the history answers every question of ancestry, so
 * that git is not asked once per question.
 *
 * Each commit has a generation, one more than the highest of its parents'. A commit can only be an ancestor of those of a
 * higher generation, so a question costs no more than the part of the history that lies between the commits it is about:
 * a queue of hundreds of entries is compared commit by commit without going through the whole history for each.
 */
export class CommitGraph {
  readonly #records: CommitRecord[] = [];
  readonly #positions = new Map<Sha, number>();
  /** By position: the positions of the parents that are in the graph, and the generation. Both as far as `#prepare` came. */
  #parents: Array<readonly number[]> = [];
  #generations: number[] = [];
  /** Parents that were not in the graph when their child was looked at. */
  readonly #absent = new Set<Sha>();

  constructor(records: Iterable<CommitRecord>) {
    for (const record of records) {
      this.add(record);
    }
  }

  add(record: CommitRecord): void {
    if (this.#positions.has(record.sha)) {
      return;
    }
    this.#positions.set(record.sha, this.#records.length);
    this.#records.push(record);
    if (this.#absent.delete(record.sha)) {
      // What was built on it has got another generation.
      this.#parents = [];
      this.#generations = [];
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
    const wanted = this.#positions.get(commit);
    if (wanted === undefined) {
      return false;
    }
    this.#prepare();
    const lowest = this.#generation(wanted);
    const seen = new Set<number>();
    const stack = [this.#position(tip)];
    for (let position = stack.pop(); position !== undefined; position = stack.pop()) {
      if (position === wanted) {
        return true;
      }
      if (seen.has(position) || this.#generation(position) <= lowest) {
        continue;
      }
      seen.add(position);
      stack.push(...this.#parentsOf(position));
    }
    return false;
  }

  /** Those of `commits` that `tip` contains, found in one walk. A commit that is not in the graph is not among them. */
  contained(tip: Sha, commits: Iterable<Sha>): ReadonlySet<Sha> {
    const wanted = new Map<number, Sha>();
    for (const commit of commits) {
      const position = this.#positions.get(commit);
      if (position !== undefined) {
        wanted.set(position, commit);
      }
    }
    this.#prepare();
    let lowest = Number.POSITIVE_INFINITY;
    for (const position of wanted.keys()) {
      lowest = Math.min(lowest, this.#generation(position));
    }
    const found = new Set<Sha>();
    const seen = new Set<number>();
    const stack = [this.#position(tip)];
    for (let position = stack.pop(); position !== undefined && found.size < wanted.size; position = stack.pop()) {
      if (seen.has(position) || this.#generation(position) < lowest) {
        continue;
      }
      seen.add(position);
      const commit = wanted.get(position);
      if (commit !== undefined) {
        found.add(commit);
      }
      stack.push(...this.#parentsOf(position));
    }
    return found;
  }

  /** One more than the highest of its parents': what contains a commit has a higher one. */
  generation(commit: Sha): number {
    const position = this.#position(commit);
    this.#prepare();
    return this.#generation(position);
  }

  /** The commits that `tip` reaches and none of `bases` does, parents after children. */
  beyond(tip: Sha, bases: readonly Sha[]): readonly CommitRecord[] {
    const start = this.#position(tip);
    const own = this.#onlyFrom(start, bases.map((base) => this.#position(base)));
    const order: CommitRecord[] = [];
    const seen = new Set<number>();
    // An explicit stack of (position, expanded) pairs: a history is far deeper than the call stack.
    const stack: Array<{ readonly position: number; readonly expanded: boolean }> = [{ position: start, expanded: false }];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const { position, expanded } = top;
      if (expanded) {
        order.push(this.#at(position));
        continue;
      }
      if (seen.has(position) || !own.has(position)) {
        continue;
      }
      seen.add(position);
      stack.push({ position, expanded: true });
      stack.push(...this.#parentsOf(position).map((parent) => ({ position: parent, expanded: false })));
    }
    return order.reverse();
  }

  /** Those of `commits` that no other of them contains, without repetition, in the order given. */
  independent(commits: readonly Sha[]): readonly Sha[] {
    const distinct = [...new Set(commits)];
    return distinct.filter((commit) => !distinct.some((other) => other !== commit && this.contains(other, commit)));
  }

  /** The best common ancestors of two commits, as git takes them for a merge: those that no other common ancestor contains. */
  mergeBases(one: Sha, other: Sha): readonly Sha[] {
    const [left, right] = [1, 2];
    // What lies below a common ancestor is common as well, but not a best one.
    const surpassed = 4;
    const bases: number[] = [];
    this.#walk(
      [[this.#position(one), left], [this.#position(other), right]],
      (marks) => (marks & surpassed) === 0,
      (position, marks) => {
        const common = (marks & left) !== 0 && (marks & right) !== 0;
        if (common && (marks & surpassed) === 0) {
          bases.push(position);
        }
        return common ? marks | surpassed : marks;
      },
    );
    return bases.map((position) => this.#at(position).sha);
  }

  #onlyFrom(tip: number, bases: readonly number[]): ReadonlySet<number> {
    const [mine, theirs] = [1, 2];
    const own = new Set<number>();
    this.#walk(
      [[tip, mine], ...bases.map((base) => [base, theirs] as const)],
      (marks) => marks === mine,
      (position, marks) => {
        if (marks === mine) {
          own.add(position);
        }
        return marks;
      },
    );
    return own;
  }

  /**
   * Goes from these commits towards the beginning, every commit after all that build on it, and hands marks on to parents;
   * ends when no commit is left whose marks make it of interest.
   *
   * @param visit answers the marks of the parents
   */
  #walk(starts: ReadonlyArray<readonly [position: number, marks: number]>, isOfInterest: (marks: number) => boolean, visit: (position: number, marks: number) => number): void {
    this.#prepare();
    const marks = new Map<number, number>();
    const open = new GenerationHeap((position) => this.#generation(position));
    let interesting = 0;
    const reach = (position: number, more: number): void => {
      const before = marks.get(position);
      const after = (before ?? 0) | more;
      marks.set(position, after);
      if (before === undefined) {
        open.push(position);
      }
      interesting += (isOfInterest(after) ? 1 : 0) - (before !== undefined && isOfInterest(before) ? 1 : 0);
    };
    starts.forEach(([position, first]) => reach(position, first));
    for (let position = open.pop(); position !== undefined && interesting > 0; position = open.pop()) {
      const own = marks.get(position) ?? 0;
      interesting -= isOfInterest(own) ? 1 : 0;
      const inherited = visit(position, own);
      this.#parentsOf(position).forEach((parent) => reach(parent, inherited));
    }
  }

  /** Works out parents and generations of what was added since. */
  #prepare(): void {
    for (let position = this.#parents.length; position < this.#records.length; position += 1) {
      const parents: number[] = [];
      for (const parent of this.#at(position).parents) {
        const known = this.#positions.get(parent);
        if (known === undefined) {
          this.#absent.add(parent);
        } else {
          parents.push(known);
        }
      }
      this.#parents.push(parents);
    }
    const known = this.#generations.length;
    // Children may come before their parents. Zero: not known yet.
    for (let position = known; position < this.#records.length; position += 1) {
      this.#generations.push(0);
    }
    // From the end, where the oldest commits usually are.
    for (let start = this.#generations.length - 1; start >= known; start -= 1) {
      this.#findGeneration(start);
    }
  }

  #findGeneration(start: number): void {
    const stack = [start];
    for (let position = stack.at(-1); position !== undefined; position = stack.at(-1)) {
      const parents = this.#parentsOf(position);
      const unknown = parents.filter((parent) => this.#generation(parent) === 0);
      if (unknown.length === 0) {
        this.#generations[position] = 1 + parents.reduce((highest, parent) => Math.max(highest, this.#generation(parent)), 0);
        stack.pop();
      } else {
        stack.push(...unknown);
      }
    }
  }

  #generation(position: number): number {
    return this.#generations[position] ?? 0;
  }

  #parentsOf(position: number): readonly number[] {
    return this.#parents[position] ?? [];
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
}
