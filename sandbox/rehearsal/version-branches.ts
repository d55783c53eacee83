import { Problem } from '../demo/problem.js';
import { mergePath } from '../../src/gitwaterflow/cascade.js';
import type { Original, OriginalBranch } from './original.js';
import type { SafeGit } from './safe-git.js';

/** A version branch of the original, and the name it has in the rehearsal. */
export interface VersionBranch {
  readonly original: OriginalBranch;
  /** `development/…` */
  readonly branch: string;
}

export interface VersionBranches {
  /** Oldest first. */
  readonly versions: readonly VersionBranch[];
  /** Whether the original's own names are used. */
  readonly ownNames: boolean;
  /** The order was the other way round than given. */
  readonly reversed: boolean;
}

/** The questions about history that are asked of the original. */
export class Ancestry {
  constructor(private readonly git: SafeGit, private readonly original: Original) {}

  async contains(newer: string, older: string): Promise<boolean> {
    return (await this.ask(['merge-base', '--is-ancestor', older, newer], [0, 1])).status === 0;
  }

  /** How many commits `of` has that `without` has not. */
  async extra(of: string, without: string): Promise<number> {
    return Number((await this.ask(['rev-list', '--count', of, `^${without}`])).stdout.trim());
  }

  /** How many commits there are up to these. */
  async count(tips: readonly string[]): Promise<number> {
    return Number((await this.ask(['rev-list', '--count', ...tips])).stdout.trim());
  }

  async related(one: string, other: string): Promise<boolean> {
    return (await this.ask(['merge-base', one, other], [0, 1])).status === 0;
  }

  private async ask(args: readonly string[], accept: readonly number[] = [0]) {
    const { gitDirectory } = this.original;
    return this.git.run(args, { directory: gitDirectory, accept, environment: { GIT_DIR: gitDirectory } });
  }
}

/**
 * The version branches: those named, newest first, or the original's own `development/*`. An order that history contradicts
 * as a whole is turned round; one that history contradicts in part is refused.
 *
 * @throws Problem when they are missing, unrelated or in no order
 */
export async function chooseVersions(original: Original, given: readonly string[], ancestry: Ancestry): Promise<VersionBranches> {
  if (given.length === 0) {
    const own = mergePath([...original.branches.keys()]);
    if (own.length === 0) {
      throw missing(original, 'There are no development/* branches', 'branches named development/<version>, or the version branches named with --versions', newestFirst(original));
    }
    return { versions: await related(own.map((name) => ({ original: branchOf(original, name), branch: name })), ancestry, original), ownNames: true, reversed: false };
  }
  const oldestFirst = [...given].reverse().map((name) => branchOf(original, name));
  const reversed = await isReversed(oldestFirst, ancestry, original);
  const ordered = reversed ? [...oldestFirst].reverse() : oldestFirst;
  const versions = ordered.map((branch, index) => ({ original: branch, branch: `development/${index + 1}` }));
  return { versions: await related(versions, ancestry, original), ownNames: false, reversed };
}

/** @throws Problem when there is no such branch */
export function branchOf(original: Original, name: string): OriginalBranch {
  const branch = original.branches.get(name);
  if (branch === undefined) {
    const detached = name === 'HEAD' && original.detachedAt !== null ? `HEAD is detached at ${original.detachedAt.slice(0, 7)}; git branch <name> gives that commit a branch. ` : '';
    throw missing(original, `There is no branch ${name}`, 'the name of a branch of the repository, or of a remote it knows', `${detached}${newestFirst(original)}`);
  }
  return branch;
}

const mostNamed = 12;

function newestFirst({ branches }: Original): string {
  const names = [...branches.keys()];
  return `its branches: ${names.slice(0, mostNamed).join(', ')}${names.length > mostNamed ? ` and ${names.length - mostNamed} more` : ''}`;
}

function missing(original: Original, what: string, expected: string, found: string): Problem {
  return new Problem({ what, where: original.path, expected, found, remedy: `Name the version branches, newest first: --versions ${likelyVersions(original).join(',') || 'main,release/2,release/1'}` });
}

/** Branches whose names look like those of versions, the newest first. A suggestion, nothing more. */
function likelyVersions({ branches }: Original): readonly string[] {
  const names = [...branches.keys()].filter((name) => !name.includes(','));
  const trunks = names.filter((name) => ['main', 'master', 'trunk'].includes(name));
  const releases = names.filter((name) => /^(?:release|releases|stable|maint|support|version)?[/_-]?v?\d+(?:[._]\d+)*(?:[._-]x)?$/i.test(name));
  return [...trunks.slice(0, 1), ...releases.sort((one, other) => other.localeCompare(one, 'en', { numeric: true })).slice(0, 4)];
}

/** Neighbours of which the older strictly contains the newer speak against the order; the others for it, or not at all. */
async function isReversed(oldestFirst: readonly OriginalBranch[], ancestry: Ancestry, original: Original): Promise<boolean> {
  let forOrder = 0;
  const against: string[] = [];
  for (const [index, newer] of oldestFirst.entries()) {
    const older = oldestFirst[index - 1];
    if (older === undefined || older.sha === newer.sha) {
      continue;
    }
    if (await ancestry.contains(older.sha, newer.sha)) {
      against.push(`${older.name} contains ${newer.name}`);
    } else if (await ancestry.contains(newer.sha, older.sha)) {
      forOrder += 1;
    }
  }
  if (forOrder > 0 && against.length > 0) {
    throw new Problem({ what: 'The version branches are in no order', where: `--versions in ${original.path}`, expected: 'newest first: each may contain those named after it', found: against.join('; '), remedy: 'Name them in the order in which they were started, the newest first.' });
  }
  return against.length > 0;
}

async function related(versions: readonly VersionBranch[], ancestry: Ancestry, original: Original): Promise<readonly VersionBranch[]> {
  for (const [index, newer] of versions.entries()) {
    const older = versions[index - 1];
    if (older !== undefined && !(await ancestry.related(older.original.sha, newer.original.sha))) {
      throw new Problem({ what: 'Two version branches have no common history', where: original.path, expected: 'branches that can be merged', found: `${older.original.name} and ${newer.original.name} share no commit`, remedy: 'Leave one of them out with --versions.' });
    }
  }
  return versions;
}

/** The branch a pull request comes from, and the version it goes to. */
export interface Source {
  /** Null: a commit is made. */
  readonly original: OriginalBranch | null;
  /** Its name in the rehearsal. */
  readonly branch: string;
  readonly destination: VersionBranch;
}

/**
 * Where a pull request from this branch goes: to `onto`, or to the version that leaves the fewest commits to land; the oldest
 * of several. A branch started from the newest version would bring all of that version to an older one.
 *
 * @throws Problem when there is no such branch, or nothing to land
 */
export async function chooseDestination(from: OriginalBranch | null, onto: string | null, versions: readonly VersionBranch[], ancestry: Ancestry, original: Original): Promise<VersionBranch> {
  const named = onto === null ? null : versions.find(({ original: { name }, branch }) => name === onto || branch === onto);
  if (named === undefined) {
    throw new Problem({ what: '--onto names no version branch', where: original.path, expected: `one of ${versions.map(({ original: { name } }) => name).join(', ')}`, found: String(onto), remedy: 'Name one of them, or leave --onto out.' });
  }
  const [oldest] = versions;
  if (oldest === undefined) {
    throw new Error('There is no version branch to choose from.');
  }
  if (from === null) {
    return named ?? oldest;
  }
  const extras = await Promise.all((named === null ? versions : [named]).map(async (version) => ({ version, extra: await ancestry.extra(from.sha, version.original.sha) })));
  const [best] = [...extras].sort((one, other) => one.extra - other.extra);
  if (best === undefined || best.extra === 0) {
    throw new Problem({ what: 'There is nothing to merge', where: original.path, expected: `commits on ${from.name} that the version branch lacks`, found: `${(best?.version ?? oldest).original.name} contains ${from.name}`, remedy: 'Name another branch with --branch, or another version with --onto.' });
  }
  return best.version;
}
