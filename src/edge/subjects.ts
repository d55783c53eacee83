import { codeOfComment } from '../conversation/marker.js';
import { isHandledDestination, parseBranchName } from '../gitwaterflow/branch-name.js';
import type { ClosedPullRequest, Comment, PullRequest } from '../ports/github.js';
import { parentOf } from '../pull-request/integration-pull-request.js';
import { isSaidQueued } from '../pull-request/queue-news.js';
import type { Settings } from '../settings/schema.js';
import { resolveBranches } from '../trigger/resolve-branches.js';
import type { Subject } from '../trigger/resolve-branches.js';
import type { Trigger } from '../trigger/trigger.js';
import type { Ports } from './ports.js';
import { turned } from './sweep-order.js';

/** What an event about branches is about, as the branches and pull requests stand now. */
export async function resolveSubjects(
  trigger: Extract<Trigger, { readonly kind: 'branches' }>,
  settings: Settings,
  ports: Ports,
): Promise<readonly Subject[]> {
  const { branches, headSha } = trigger;
  const named = resolveBranches(branches, headSha, { branches: new Map() }, await pullRequestsFrom(branches, settings, ports));
  if (named.length > 0 || headSha === null) {
    return named;
  }
  const refs = await ports.git.listRefs([]);
  const tips = [...refs.branches].filter(([, tip]) => tip === headSha).map(([branch]) => branch);
  return resolveBranches(branches, headSha, refs, await pullRequestsFrom(tips, settings, ports));
}

/** Open pull requests whose source is one of these branches, or the source of one of these integration branches. */
async function pullRequestsFrom(branches: readonly string[], settings: Settings, { github }: Ports): Promise<readonly PullRequest[]> {
  const sources = branches.flatMap((branch) => {
    const parsed = parseBranchName(branch);
    return parsed?.kind === 'integration' ? [parsed.source.name] : parsed === null || parsed.kind === 'queue' || parsed.kind === 'queue-integration' ? [] : [branch];
  });
  if (sources.length === 0) {
    return [];
  }
  if (settings.forks) {
    // A fork's owner is not part of the event, and GitHub finds heads only by owner and branch.
    return github.openPullRequests();
  }
  const found = await Promise.all([...new Set(sources)].map((head) => github.openPullRequests({ head })));
  return found.flat();
}

/**
 * Every open pull request towards a branch that GitWaterFlow handles, by number. An integration pull request stands for its
 * parent: that is looked at once, and also if it was closed while its event was lost.
 */
export async function sweepSubjects({ github }: Ports, { robot }: Pick<Settings, 'robot'>): Promise<readonly Subject[]> {
  const open = await github.openPullRequests();
  const numbers = open
    .filter(({ base }) => isHandledDestination(base.branch))
    .map((pullRequest) => (pullRequest.head.fork ? null : parentOf(pullRequest, robot)) ?? pullRequest.number);
  return [...new Set(numbers)].sort((left, right) => left - right).map((number) => ({ kind: 'pull-request' as const, number }));
}

/** So many of them are looked at by one sweep, and by each sweep others: where people merge by the button, most need nothing. */
const mostNeglected = 10;

/**
 * Closed pull requests on which something is left to do, by number: a merge that was never told, and integration branches
 * that were never removed. Found with two requests, whatever their number: whoever merges by another way than the
 * robot leaves no message either, so these may be some that need nothing. A list of GitHub does not tell who merged, so
 * these cannot be told apart here; what is left undone on one that is not among those GitHub lists as changed last is not found.
 *
 * @param runNumber which of many come first
 */
export async function neglectedSubjects({ git, github }: Ports, settings: Settings, runNumber: number): Promise<readonly Subject[]> {
  const closed = (await github.recentlyClosedPullRequests()).filter(({ baseBranch }) => isHandledDestination(baseBranch));
  // A mere gate merges nothing; whoever does has nothing to be told.
  const silent = settings.noComment || settings.gateOnly;
  const neglected = [...(silent ? [] : await untold(closed, github, settings.robot)), ...(await uncleaned(closed, { git, github }, settings))];
  const numbers = [...new Set(neglected)].sort((left, right) => left - right);
  return turned(numbers, runNumber).slice(0, mostNeglected).map((number) => ({ kind: 'pull-request' as const, number }));
}

async function untold(closed: readonly ClosedPullRequest[], github: Ports['github'], robot: string): Promise<readonly number[]> {
  const [oldest] = closed.map(({ mergedAt, closedAt }) => mergedAt ?? dayBefore(closedAt)).sort();
  if (oldest === undefined) {
    return [];
  }
  const comments = await github.commentsSince(oldest);
  const on = (number: number): readonly Comment[] => comments.filter(({ issue }) => issue === number);
  return closed
    .filter(({ number, mergedAt }) => (mergedAt === null ? isSaidQueued(on(number), robot) : !on(number).some((comment) => codeOfComment(comment, robot) === 102)))
    .map(({ number }) => number);
}

/** What a person closes while it is queued lands all the same. It was queued shortly before. */
function dayBefore(time: string): string {
  return new Date(Date.parse(time) - 86_400_000).toISOString();
}

async function uncleaned(closed: readonly ClosedPullRequest[], { git, github }: Pick<Ports, 'git' | 'github'>, settings: Settings): Promise<readonly number[]> {
  const [{ branches }, open] = [await git.listRefs([]), await github.openPullRequests()];
  const integrated = new Set([...branches.keys()].flatMap((branch) => {
    const parsed = parseBranchName(branch);
    return parsed?.kind === 'integration' ? [parsed.source.name] : [];
  }));
  // The branches may be those of another pull request of the same source, which is still open.
  open.filter(({ head }) => !head.fork || settings.forks).forEach(({ head }) => integrated.delete(head.branch));
  return closed.filter(({ headBranch, fork }) => integrated.has(headBranch) && (!fork || settings.forks)).map(({ number }) => number);
}
