import { parseBranchName } from '../gitwaterflow/branch-name.js';
import type { PullRequest } from '../ports/github.js';
import { parentOf } from '../pull-request/integration-pull-request.js';
import type { Settings } from '../settings/schema.js';
import { resolveBranches } from '../trigger/resolve-branches.js';
import type { Subject } from '../trigger/resolve-branches.js';
import type { Trigger } from '../trigger/trigger.js';
import type { Ports } from './ports.js';

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
    .filter(({ base }) => ['development', 'hotfix'].includes(parseBranchName(base.branch)?.kind ?? ''))
    .map((pullRequest) => (pullRequest.head.fork ? null : parentOf(pullRequest, robot)) ?? pullRequest.number);
  return [...new Set(numbers)].sort((left, right) => left - right).map((number) => ({ kind: 'pull-request' as const, number }));
}
