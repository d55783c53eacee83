import { markerOfComment } from '../conversation/marker.js';
import { isBy } from '../conversation/login.js';
import { developmentBranches } from '../gitwaterflow/cascade.js';
import { parseBranchName } from '../gitwaterflow/branch-name.js';
import { CommitGraph } from '../history/commit-graph.js';
import type { EntryFacts, Leftovers, Surroundings, UntoldMerge } from '../pull-request/facts.js';
import { isSaidQueued, lastQueued } from '../pull-request/queue-news.js';
import { hasQueue } from '../queue/model.js';
import { parentOf } from '../pull-request/integration-pull-request.js';
import type { PullRequest } from '../ports/github.js';
import type { RemoteRefs, Sha } from '../ports/git.js';
import type { Ports } from './ports.js';

type ListRefs = (pullRequest: number) => Promise<RemoteRefs>;

/**
 * Stage 1. Of an integration pull request its parent is read instead (spec 3, step 1).
 *
 * @param listRefs how the branches are read, with the head of this pull request
 */
export async function observeEntry(
  number: number,
  ports: Ports,
  surroundings: Surroundings,
  listRefs: ListRefs = (pullRequest) => ports.git.listRefs([pullRequest]),
): Promise<EntryFacts | { readonly missing: 'no-such-pull-request' | 'no-parent' }> {
  const [pullRequest, refs] = await Promise.all([ports.github.pullRequest(number), listRefs(number)]);
  if (pullRequest === null) {
    return { missing: 'no-such-pull-request' };
  }
  if (isIntegrationPullRequest(pullRequest, surroundings.settings.robot)) {
    const parent = parentOf(pullRequest, surroundings.settings.robot);
    return parent === null || parent === number ? { missing: 'no-parent' } : observeParent(parent, ports, surroundings, listRefs);
  }
  return entryOf(pullRequest, refs, ports, surroundings);
}

async function observeParent(number: number, ports: Ports, surroundings: Surroundings, listRefs: ListRefs): ReturnType<typeof observeEntry> {
  const [pullRequest, refs] = await Promise.all([ports.github.pullRequest(number), listRefs(number)]);
  // A parent is an ordinary pull request; a chain of integration pull requests was made by somebody else.
  return pullRequest === null || isIntegrationPullRequest(pullRequest, surroundings.settings.robot)
    ? { missing: 'no-parent' }
    : entryOf(pullRequest, refs, ports, surroundings);
}

function isIntegrationPullRequest(pullRequest: PullRequest, robot: string): boolean {
  return isBy(pullRequest, robot) && !pullRequest.head.fork && parseBranchName(pullRequest.head.branch)?.kind === 'integration';
}

async function entryOf(pullRequest: PullRequest, refs: RemoteRefs, ports: Ports, surroundings: Surroundings): Promise<EntryFacts> {
  const isOpen = pullRequest.state === 'open';
  const [leftovers, namesake] = await Promise.all([
    isOpen ? null : observeLeftovers(pullRequest, refs, ports, surroundings),
    isOpen && pullRequest.head.fork && surroundings.settings.forks ? observeNamesake(pullRequest, ports) : null,
  ]);
  return { ...surroundings, pullRequest, refs, namesake, leftovers };
}

/** Integration branches are named after the source alone. Of several, the one of this repository goes first, then the oldest. */
async function observeNamesake({ number, head }: PullRequest, { github }: Ports): Promise<number | null> {
  const others = (await github.openPullRequests()).filter((other) => other.number !== number && other.head.branch === head.branch && other.head.repositoryId !== head.repositoryId);
  const own = others.find((other) => !other.head.fork)?.number ?? null;
  const older = others.map((other) => other.number).filter((other) => other < number);
  return own ?? (older.length === 0 ? null : Math.min(...older));
}

async function observeLeftovers(pullRequest: PullRequest, refs: RemoteRefs, ports: Ports, surroundings: Surroundings): Promise<Leftovers> {
  const untoldMerge = await observeUntoldMerge(pullRequest, refs, ports, surroundings);
  // A pull request from a fork that was never handled has no integration branches: those of its name are somebody else's.
  const handled = !pullRequest.head.fork || surroundings.settings.forks;
  const integrationBranches = handled ? integrationBranchesOf(pullRequest, refs) : [];
  if (integrationBranches.length === 0) {
    return { integrationBranches, integrationPullRequests: [], untoldMerge };
  }
  const [sameSource, ...integration] = await Promise.all([
    // GitHub finds the branches of a fork by no name but the owner's.
    ports.github.openPullRequests(surroundings.settings.forks ? {} : { head: pullRequest.head.branch }),
    ...integrationBranches.map(({ branch }) => ports.github.openPullRequests({ head: branch })),
  ]);
  if (sameSource.some((other) => other.head.branch === pullRequest.head.branch && (!other.head.fork || surroundings.settings.forks))) {
    return { integrationBranches: [], integrationPullRequests: [], untoldMerge };
  }
  const robots = integration.flat().filter((candidate) => isBy(candidate, surroundings.settings.robot));
  return { integrationBranches, integrationPullRequests: robots.map(({ number }) => number), untoldMerge };
}

/** The integration branches made from the source of this pull request, as the refs show them. */
export function integrationBranchesOf(
  pullRequest: PullRequest,
  refs: RemoteRefs,
): ReadonlyArray<{ readonly branch: string; readonly tip: Sha }> {
  return [...refs.branches]
    .filter(([branch]) => {
      const parsed = parseBranchName(branch);
      return parsed?.kind === 'integration' && parsed.source.name === pullRequest.head.branch;
    })
    .map(([branch, tip]) => ({ branch, tip }));
}

/**
 * Where it lands, in cascade order; tags do not matter any more, and the destination may be gone meanwhile. The same source
 * may have been merged to other branches by another pull request.
 */
function targetsOf(destination: string, refs: RemoteRefs): readonly string[] {
  const development = developmentBranches([...new Set([destination, ...refs.branches.keys()])]).map(({ name }) => name);
  return development.includes(destination) ? development.slice(development.indexOf(destination)) : [destination];
}

/**
 * A pull request that this robot merged, while the run that did so never told: found by who merged it, and the comments. One
 * that a person closed while it was queued is not merged for GitHub, but lands all the same.
 */
async function observeUntoldMerge(
  pullRequest: PullRequest,
  refs: RemoteRefs,
  { git, github }: Ports,
  { settings }: Surroundings,
): Promise<UntoldMerge | null> {
  const merged = pullRequest.merged && isBy({ author: pullRequest.mergedBy }, settings.robot);
  const closed = !pullRequest.merged && hasQueue(settings) && !settings.noComment;
  if (!merged && !closed) {
    return null;
  }
  const comments = await github.comments(pullRequest.number);
  const said = new Set(comments.map((comment) => markerOfComment(comment, settings.robot)?.code));
  const queued = lastQueued(comments, settings.robot);
  // A merge in part (126) was told of what merged then: the rest, which made GitHub call it merged, has a message of its own.
  if (said.has(102) || (closed && !(isSaidQueued(comments, settings.robot) && queued?.head === pullRequest.head.sha))) {
    return null;
  }
  const branches = targetsOf(pullRequest.base.branch, refs).flatMap((branch) => {
    const tip = refs.branches.get(branch);
    return tip === undefined ? [] : [{ branch, tip }];
  });
  const tips = [pullRequest.head.sha, ...branches.map(({ tip }) => tip)];
  await git.fetch(tips);
  const graph = new CommitGraph(await git.readHistory(tips));
  const destinations = branches.filter(({ tip }) => graph.contains(tip, pullRequest.head.sha));
  if (closed && destinations.length === 0) {
    return null;
  }
  const admission = queued?.head === pullRequest.head.sha ? queued.admission : null;
  return { greeted: said.has(100), admission, destinations };
}
