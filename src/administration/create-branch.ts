import { isPullRequestDestination, parseBranchName } from '../gitwaterflow/branch-name.js';
import type { PullRequestDestination } from '../gitwaterflow/branch-name.js';
import { checkSelfContained, developmentBranches, mergePath } from '../gitwaterflow/cascade.js';
import { knownVersions, tagsReleasing } from '../gitwaterflow/target-version.js';
import { compareVersions, formatVersion } from '../gitwaterflow/version.js';
import type { CommitGraph } from '../history/commit-graph.js';
import type { RefUpdate, RemoteRefs, Sha } from '../ports/git.js';
import type { LostWork } from '../queue/recovery.js';
import { numberList, refuse } from './decision.js';
import type { BranchDecision } from './decision.js';
import { defaultDevelopmentStart, defaultHotfixStart, resolveStart } from './start-point.js';
import type { StartPoint } from './start-point.js';

/** What is asked, before anything but the refs is read. */
export interface BranchRequest {
  /** As somebody wrote it. */
  readonly branch: string;
  /** As somebody wrote it: a branch, a tag, a commit, or nonsense. Null: where GitWaterFlow begins it. */
  readonly branchFrom: string | null;
}

export interface CreateBranchFacts extends BranchRequest {
  readonly refs: Pick<RemoteRefs, 'branches' | 'tags'>;
  /** The history of all development and hotfix branches. */
  readonly graph: CommitGraph;
  /** The commits of that history. */
  readonly history: readonly Sha[];
  /** Pull requests in the queue; none where queues are off. */
  readonly queued: readonly number[];
  /** Commits of people that rebuilding the queue would lose. */
  readonly lostByRebuild: readonly LostWork[];
}

/**
 * The command `create-branch`. What is refused, and why, is in the order of the checks.
 *
 * The push holds the branch before the new one to what was looked at, although it does not move: had it moved, the new
 * branch would lack its newest commit.
 */
export function decideCreateBranch(facts: CreateBranchFacts): BranchDecision {
  const { branch: name, refs } = facts;
  const branch = parseBranchName(name);
  if (branch === null || !isPullRequestDestination(branch)) {
    return refuse(`${name} is no name of a version branch; create development/X, development/X.Y, development/X.Y.Z or hotfix/X.Y.Z, in numbers without leading zeros`);
  }
  if (refs.branches.has(name)) {
    return { kind: 'nothing', detail: `${name} exists already` };
  }
  return released(branch, facts) ?? fromStart(branch, startOf(branch, facts), facts);
}

/** The version was archived by `delete-branch`, or released: with such a tag, nothing could land on the branch (outcome 204). */
function released(branch: PullRequestDestination, { refs }: CreateBranchFacts): BranchDecision | null {
  if (branch.kind === 'hotfix') {
    return null;
  }
  const archive = formatVersion(branch.version);
  const tag = refs.tags.has(archive) ? archive : tagsReleasing(branch.version, knownVersions({ development: [], hotfixes: [], tags: [...refs.tags.keys()] }))[0];
  return tag === undefined
    ? null
    : refuse(`the tag ${tag} says that version ${archive} is released or archived; create a hotfix branch for corrections, or choose a version that is not tagged`);
}

function startOf(branch: PullRequestDestination, { branchFrom, refs, history }: CreateBranchFacts): StartPoint {
  if (branchFrom !== null) {
    return resolveStart(branchFrom, refs, [...history, ...refs.branches.values(), ...refs.tags.values()]);
  }
  return defaultStart(branch, refs);
}

function defaultStart(branch: PullRequestDestination, refs: Pick<RemoteRefs, 'branches' | 'tags'>): StartPoint {
  return branch.kind === 'hotfix'
    ? defaultHotfixStart(branch, refs)
    : defaultDevelopmentStart(branch, developmentBranches([...refs.branches.keys()]), refs);
}

/**
 * A start that may lie outside of the history of the version branches, and has to be fetched to be pushed: the release
 * tag of a hotfix, and whatever is named where there is no development branch yet.
 */
export function startOutsideHistory({ branch: name, branchFrom }: BranchRequest, refs: Pick<RemoteRefs, 'branches' | 'tags'>): Sha | null {
  const branch = parseBranchName(name);
  if (branch === null || !isPullRequestDestination(branch)) {
    return null;
  }
  if (branchFrom !== null && developmentBranches([...refs.branches.keys()]).length > 0) {
    return null;
  }
  const start = branchFrom === null ? defaultStart(branch, refs) : resolveStart(branchFrom, refs, [...refs.branches.values(), ...refs.tags.values()]);
  return start.kind === 'found' ? start.commit : null;
}

function fromStart(branch: PullRequestDestination, start: StartPoint, facts: CreateBranchFacts): BranchDecision {
  if (start.kind === 'refused') {
    return refuse(start.detail);
  }
  const { refs, graph, queued, branchFrom, lostByRebuild } = facts;
  const existing = developmentBranches([...refs.branches.keys()]);
  const newest = existing.at(-1);
  if (branchFrom !== null && newest !== undefined && !graph.contains(refs.branches.get(newest.name) ?? '', start.commit)) {
    return refuse(`${start.words} is not part of ${newest.name}, the newest development branch, so nothing says that it was ever validated; start from a commit that is, or merge it first by a pull request`);
  }
  const becomesNewest = branch.kind === 'development' && (newest === undefined || compareVersions(branch.version, newest.version) > 0);
  if (queued.length > 0 && !becomesNewest) {
    return refuse(`the queue is not empty (${numberList(queued)}), and ${branch.name} would not be the newest development branch; wait until the queue has merged, or start delete-queues, and then create the branch`);
  }
  if (branch.kind === 'development' && lostByRebuild.length > 0) {
    return refuse(`the queue has to be rebuilt for ${branch.name}, but commits of people are in it and nowhere else, on ${lostByRebuild.map((lost) => lost.branch).join(', ')}; put them on a branch of their own first`);
  }
  return selfContained(branch, start.commit, facts) ?? { kind: 'push', ...creation(branch, start, facts) };
}

function selfContained(branch: PullRequestDestination, start: Sha, { refs, graph }: CreateBranchFacts): BranchDecision | null {
  if (branch.kind === 'hotfix') {
    return null;
  }
  const tipOf = (name: string): Sha => (name === branch.name ? start : (refs.branches.get(name) ?? ''));
  const gap = checkSelfContained(mergePath([...refs.branches.keys(), branch.name]), (older, newer) => graph.contains(tipOf(newer), tipOf(older)));
  if (gap === null) {
    return null;
  }
  return gap.older === branch.name || gap.newer === branch.name
    ? refuse(`${gap.newer} would not include ${gap.older}, and version branches must each include the one before; let ${branch.name} start elsewhere (branch-from), or leave branch-from empty`)
    : refuse(`${gap.newer} does not include ${gap.older}; version branches must each include the one before, so merge ${gap.older} into ${gap.newer} first`);
}

function creation(branch: PullRequestDestination, start: Extract<StartPoint, { readonly kind: 'found' }>, { refs }: CreateBranchFacts): { readonly push: readonly RefUpdate[]; readonly done: string } {
  const before = branch.kind === 'hotfix' ? undefined : developmentBranches([...refs.branches.keys()]).findLast((other) => compareVersions(other.version, branch.version) < 0);
  const tip = before === undefined ? undefined : refs.branches.get(before.name);
  const held = before === undefined || tip === undefined ? [] : [{ ref: `refs/heads/${before.name}`, from: tip, to: tip }];
  return {
    push: [{ ref: `refs/heads/${branch.name}`, from: null, to: start.commit }, ...held],
    done: `${branch.name} at ${start.commit.slice(0, 12)}, ${start.words}`,
  };
}
