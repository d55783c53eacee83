import { isPullRequestDestination, parseBranchName } from './branch-name.js';
import type { BranchName, DevelopmentBranch, HotfixBranch, PullRequestDestination } from './branch-name.js';
import { developmentTargetVersion, hotfixVersion, knownVersions, tagsReleasing } from './target-version.js';
import type { KnownVersions } from './target-version.js';
import { compareVersions, formatVersion } from './version.js';
import type { Version } from './version.js';

export interface CascadeInput {
  /** All branches of the repository, in any order; those of no concern are passed over. */
  readonly branches: readonly string[];
  /** All tags of the repository, in any order. */
  readonly tags: readonly string[];
  /** The destination branch of the pull request. */
  readonly destination: string;
}

/** One branch on which the pull request lands. */
export interface CascadeTarget {
  /** `development/4.3`, `hotfix/4.3.18`. */
  readonly branch: string;
  /** The version that will first contain the change, as an issue tracker names it: `4.3.19`, `4.3.18.1`. */
  readonly version: string;
  /** The version that `w/…` and `q/…` names carry: that of a development branch, the four-part one of a hotfix. */
  readonly branchVersion: Version;
}

export interface Cascade {
  readonly kind: 'cascade';
  /** In cascade order; never empty, the destination of the pull request comes first. */
  readonly targets: readonly [CascadeTarget, ...CascadeTarget[]];
  /** The development branches on which it does not land, sorted as text (by UTF-16 unit). */
  readonly ignored: readonly string[];
  /** Hotfix branches left untouched, which the author may want to serve by a pull request of their own; by version. */
  readonly pendingHotfixes: readonly string[];
}

export type CascadeResult =
  | Cascade
  /** A target is released already: its branch must be deleted (outcome 204). */
  | { readonly kind: 'released'; readonly branch: string; readonly version: string; readonly tag: string }
  /** The destination is no name of GitWaterFlow (outcome 207). */
  | { readonly kind: 'unknown-destination' }
  /** The destination is of a kind to which pull requests are not handled (outcome 301). */
  | { readonly kind: 'unhandled-destination'; readonly branchKind: BranchName['kind'] }
  /** The destination is not among the branches (outcome 222). */
  | { readonly kind: 'missing-destination' };

/**
 * Where a pull request lands and which versions its change will be in (spec 1, cascade and versions).
 *
 * A released three-part branch stops only the pull requests that would land on it: one that goes to a later version,
 * or to a hotfix branch, does not touch it.
 */
export function buildCascade({ branches, tags, destination }: CascadeInput): CascadeResult {
  const parsed = parseBranchName(destination);
  if (parsed === null) {
    return { kind: 'unknown-destination' };
  }
  if (!isPullRequestDestination(parsed)) {
    return { kind: 'unhandled-destination', branchKind: parsed.kind };
  }
  if (!branches.includes(destination)) {
    return { kind: 'missing-destination' };
  }
  const development = developmentBranches(branches);
  const hotfixes = hotfixBranches(branches);
  const known = knownVersions({ development, hotfixes, tags });
  return parsed.kind === 'hotfix'
    ? hotfixCascade(parsed, development, known)
    : developmentCascade(parsed, development, hotfixes, known);
}

/** The development branches among these names, without repetition, in cascade order. */
export function developmentBranches(branches: readonly string[]): readonly DevelopmentBranch[] {
  return branchesInOrder(branches, (branch) => branch.kind === 'development');
}

/** The hotfix branches among these names, without repetition, by version; legacy ones are not handled and left out. */
export function hotfixBranches(branches: readonly string[]): readonly HotfixBranch[] {
  return branchesInOrder(branches, (branch) => branch.kind === 'hotfix');
}

/** The merge path of the queue: the names of all development branches among these, in cascade order. */
export function mergePath(branches: readonly string[]): readonly string[] {
  return developmentBranches(branches).map((branch) => branch.name);
}

/** The fix versions that an issue should bear: those of all targets, in order. */
export function expectedFixVersions(cascade: Cascade): readonly string[] {
  return cascade.targets.map((target) => target.version);
}

/** Two neighbours of the merge path of which the newer does not contain the older (outcome 210 names both). */
export interface ContainmentGap {
  readonly older: string;
  readonly newer: string;
}

/**
 * The first development branch that does not include the one before it, or `null` if all do.
 *
 * @param developmentBranchesInOrder names as `mergePath` gives them
 * @param contains whether the tip of `older` is an ancestor of, or is, the tip of `newer`
 */
export function checkSelfContained(
  developmentBranchesInOrder: readonly string[],
  contains: (older: string, newer: string) => boolean,
): ContainmentGap | null {
  for (const [position, newer] of developmentBranchesInOrder.entries()) {
    const older = developmentBranchesInOrder[position - 1];
    if (older !== undefined && !contains(older, newer)) {
      return { older, newer };
    }
  }
  return null;
}

function hotfixCascade(
  destination: HotfixBranch,
  development: readonly DevelopmentBranch[],
  known: KnownVersions,
): Cascade {
  const version = hotfixVersion(destination.version, known);
  return {
    kind: 'cascade',
    targets: [{ branch: destination.name, version: formatVersion(version), branchVersion: version }],
    ignored: sortedNames(development),
    pendingHotfixes: [],
  };
}

function developmentCascade(
  destination: DevelopmentBranch,
  development: readonly DevelopmentBranch[],
  hotfixes: readonly HotfixBranch[],
  known: KnownVersions,
): CascadeResult {
  const later = development.filter((branch) => compareVersions(branch.version, destination.version) > 0);
  for (const branch of [destination, ...later]) {
    const [tag] = tagsReleasing(branch.version, known);
    if (tag !== undefined) {
      return { kind: 'released', branch: branch.name, version: formatVersion(branch.version), tag };
    }
  }
  return {
    kind: 'cascade',
    targets: [developmentTarget(destination, known), ...later.map((branch) => developmentTarget(branch, known))],
    ignored: sortedNames(development.filter((branch) => compareVersions(branch.version, destination.version) < 0)),
    pendingHotfixes: hotfixes.map((branch) => branch.name),
  };
}

function developmentTarget(branch: DevelopmentBranch, known: KnownVersions): CascadeTarget {
  const version = formatVersion(developmentTargetVersion(branch.version, known));
  return { branch: branch.name, version, branchVersion: branch.version };
}

function branchesInOrder<Branch extends PullRequestDestination>(
  names: readonly string[],
  wanted: (branch: BranchName) => branch is BranchName & Branch,
): readonly Branch[] {
  return [...new Set(names)]
    .map(parseBranchName)
    .filter((branch) => branch !== null)
    .filter(wanted)
    .sort((left, right) => compareVersions(left.version, right.version));
}

function sortedNames(branches: readonly DevelopmentBranch[]): readonly string[] {
  return branches.map((branch) => branch.name).sort();
}
