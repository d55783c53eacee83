import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** git without anybody's configuration. */
export function git(directory: string, args: readonly string[], input = ''): string {
  return execFileSync('git', args, {
    cwd: directory, input, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', HOME: directory, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'C' },
  });
}

export interface GeneratedOptions {
  /** Commits on the main line; the release branches add a tenth of that each. Default 300. */
  readonly commits?: number;
  /** Whether the release branches are merged forward at the end, so that each contains the one before. Default true. */
  readonly mergedForward?: boolean;
  /** Names of the three version branches, oldest first. */
  readonly names?: readonly [string, string, string];
}

/** Always the same numbers, so that every run makes the same commits. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Tree = ReadonlyMap<string, readonly string[]>;
interface Tip { readonly mark: number; readonly tree: Tree }

/**
 * A repository as a project has it after some years: a main line, two release branches started along the way, fixes merged
 * forward now and then. `fix-limits`, started from the oldest release, changes a line the other two have changed as well;
 * `new-module`, started from main, concerns main alone; `tidy-readme` merges everywhere.
 */
export function generateRepository(directory: string, options: GeneratedOptions = {}): void {
  const { commits = 300, mergedForward = true, names: [oldest, middle, newest] = ['release/1', 'release/2', 'main'] } = options;
  const random = randomFrom(5155);
  const stream: string[] = [];
  let mark = 0;
  const commit = (branch: string, subject: string, parents: readonly Tip[], changes: Tree): Tip => {
    mark += 1;
    const who = `Developer ${mark % 7} <developer-${mark % 7}@example.org> ${1_500_000_000 + mark * 3600} +0000`;
    const [first, ...others] = parents;
    stream.push(`commit refs/heads/${branch}\nmark :${mark}\nauthor ${who}\ncommitter ${who}\ndata ${Buffer.byteLength(subject)}\n${subject}\n`);
    if (first !== undefined) stream.push(`from :${first.mark}\n`);
    for (const other of others) stream.push(`merge :${other.mark}\n`);
    for (const [path, lines] of changes) {
      const content = `${lines.join('\n')}\n`;
      stream.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}\n`);
    }
    stream.push('\n');
    return { mark, tree: new Map([...(first?.tree ?? []), ...changes]) };
  };
  const edit = (tip: Tip, path: string, line: number, text: string): Tree => new Map([[path, (tip.tree.get(path) ?? []).map((old, index) => (index === line ? text : old))]]);
  const work = (branch: string, tip: Tip, fix: boolean): Tip => {
    const path = `src/module-${random(12)}.txt`;
    const line = random(40);
    return commit(branch, `${fix ? 'Fix' : 'Change'} ${path} line ${line}`, [tip], edit(tip, path, line, `${branch} ${mark} ${random(1_000_000)}`));
  };
  /** What the older one changed since it was last merged arrives only where the newer left the line alone. */
  const mergeForward = (branch: string, newer: Tip, older: Tip, base: Tree): Tip => {
    const changes = new Map<string, readonly string[]>();
    for (const [path, lines] of older.tree) {
      const before = base.get(path);
      const mine = newer.tree.get(path);
      if (mine !== undefined && before !== undefined && lines.some((line, index) => line !== before[index])) {
        changes.set(path, mine.map((line, index) => (line === before[index] ? (lines[index] ?? line) : line)));
      }
    }
    return commit(branch, `Merge older release into ${branch}`, [newer, older], changes);
  };

  const modules = Array.from({ length: 12 }, (_, index) => [`src/module-${index}.txt`, Array.from({ length: 40 }, (_line, line) => `module ${index} line ${line}`)] as const);
  const limits = ['# limits', '', 'connections: 10', '', 'timeout: 30', '', 'retries: 1'];
  let top = commit(newest, 'Begin', [], new Map<string, readonly string[]>([...modules, ['README.md', ['# product', '', 'words']], ['config/limits.txt', limits]]));
  let one: Tip | null = null;
  let two: Tip | null = null;
  let oneMerged: Tree = new Map();
  let twoMerged: Tree = new Map();
  for (let count = 1; count < commits; count += 1) {
    top = work(newest, top, false);
    if (count === Math.floor(commits * 0.3)) {
      one = top;
      oneMerged = top.tree;
      top = commit(newest, 'Raise limits', [top], edit(top, 'config/limits.txt', 2, 'connections: 50'));
    }
    if (count === Math.floor(commits * 0.6)) {
      two = top;
      twoMerged = top.tree;
      top = commit(newest, 'Raise limits again', [top], edit(top, 'config/limits.txt', 2, 'connections: 200'));
    }
    if (one !== null && count % 10 === 0) one = work(oldest, one, true);
    if (two !== null && count % 10 === 5) two = work(middle, two, true);
    if (one !== null && two !== null && count % 40 === 0) {
      two = mergeForward(middle, two, one, oneMerged);
      oneMerged = one.tree;
      top = mergeForward(newest, top, two, twoMerged);
      twoMerged = two.tree;
    }
  }
  if (one === null || two === null) throw new Error('Too few commits for two releases.');
  if (mergedForward) {
    two = mergeForward(middle, two, one, oneMerged);
    top = mergeForward(newest, top, two, twoMerged);
  } else {
    one = commit(oldest, 'Lower limits at a customer', [one], edit(one, 'config/limits.txt', 2, 'connections: 5'));
    two = commit(middle, 'Double the limits', [two], edit(two, 'config/limits.txt', 2, 'connections: 100'));
  }
  // A branch started before its first own commit needs a ref all the same.
  for (const [branch, tip] of [[oldest, one], [middle, two], [newest, top]] as const) stream.push(`reset refs/heads/${branch}\nfrom :${tip.mark}\n\n`);
  commit('fix-limits', 'Limit connections', [one], edit(one, 'config/limits.txt', 2, 'connections: 8'));
  commit('tidy-readme', 'Tidy the README', [one], edit(one, 'README.md', 2, 'better words'));
  commit('new-module', 'Add a module', [top], new Map([['src/module-new.txt', ['new']]]));

  mkdirSync(directory, { recursive: true });
  git(directory, ['init', '--quiet', `--initial-branch=${newest}`]);
  git(directory, ['fast-import', '--quiet'], stream.join(''));
}

/** A digest of every file below a folder, names and contents. */
export function digestOf(directory: string): string {
  const digest = createHash('sha256');
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
  for (const { path, isFile } of entries) {
    digest.update(`${path}\0`);
    if (isFile) digest.update(readFileSync(path));
  }
  return digest.digest('hex');
}
