import { isPullRequestSource, parseBranchName } from '../gitwaterflow/branch-name.js';
import type { RemoteRefs, Sha } from '../ports/git.js';
import type { PullRequest } from '../ports/github.js';

/** What to look at because of an event about a branch or commit. */
export type Subject = { readonly kind: 'queue' } | { readonly kind: 'pull-request'; readonly number: number };

/**
 * The subjects of an event about branches (spec chapter 5, "In a workflow"): `q/…` leads to the queue, `w/…` and source
 * branches to the open pull request from that source; the queue comes first, then pull requests by number. Empty: there
 * is nothing to do.
 *
 * The names of the event go first. Where they lead nowhere (none given, a branch that is gone, the default branch, on
 * which runs are filed whose event has no branch), the branches and pull requests whose head the commit is stand in.
 */
export function resolveBranches(
  branches: readonly string[],
  headSha: Sha | null,
  refs: Pick<RemoteRefs, 'branches'>,
  openPullRequests: readonly PullRequest[],
): readonly Subject[] {
  const named = subjectsOf(branches, headSha, openPullRequests);
  if (headSha === null || named.length > 0) {
    return named;
  }
  const tips = [...refs.branches].filter(([, tip]) => tip === headSha).map(([name]) => name);
  const heads = openPullRequests.filter((pullRequest) => pullRequest.head.sha === headSha).map((pullRequest) => pullRequest.head.branch);
  return subjectsOf([...tips, ...heads], headSha, openPullRequests);
}

function subjectsOf(branches: readonly string[], headSha: Sha | null, openPullRequests: readonly PullRequest[]): readonly Subject[] {
  const numbers = new Set<number>();
  for (const branch of branches) {
    const number = pullRequestFrom(branch, headSha, openPullRequests);
    if (number !== null) {
      numbers.add(number);
    }
  }
  const queue: readonly Subject[] = branches.some((branch) => branch.startsWith('q/')) ? [{ kind: 'queue' }] : [];
  const pullRequests = [...numbers].sort((left, right) => left - right).map((number) => ({ kind: 'pull-request', number }) as const);
  return [...queue, ...pullRequests];
}

/**
 * The lowest number of several, but first those whose head the commit is and then those of this repository: a fork may
 * use any branch name, and must not keep another pull request from being looked at.
 */
function pullRequestFrom(branch: string, headSha: Sha | null, openPullRequests: readonly PullRequest[]): number | null {
  const parsed = parseBranchName(branch);
  if (parsed === null) {
    return null;
  }
  const source = parsed.kind === 'integration' ? parsed.source.name : isPullRequestSource(parsed) ? parsed.name : null;
  const candidates = openPullRequests
    .filter((pullRequest) => pullRequest.head.branch === source)
    .sort((left, right) => rank(left) - rank(right) || left.number - right.number);
  return candidates[0]?.number ?? null;

  function rank({ head }: PullRequest): number {
    return (head.sha === headSha ? 0 : 2) + (head.fork ? 1 : 0);
  }
}
