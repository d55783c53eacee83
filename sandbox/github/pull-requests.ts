import type { PullRequestInput } from './api.js';
import { makeTrialMerge } from './history.js';
import { account, emit, findRepository, invalid, sameLogin, ServiceError } from './service.js';
import type { Service } from './service.js';
import type { Actor, PullRequest, Repository } from './state.js';
import { fullPullRequestView } from './views/pull-request.js';
import { eventFrame } from './views/repository.js';

export const longestTitle = 256;

function checkTitle(title: string): void {
  if (title.trim() === '') throw invalid('PullRequest', 'title', 'missing_field');
  if (title.length > longestTitle) throw invalid('PullRequest', 'title', 'custom', `title is too long (maximum is ${longestTitle} characters)`);
  if (/[\r\n]/u.test(title)) throw invalid('PullRequest', 'title', 'custom', 'title cannot contain line breaks');
}

/** `branch` or `owner:branch`; the owner must have this repository or a fork of it. */
function headRepository(service: Service, repository: Repository, head: string): { readonly repository: Repository; readonly ref: string } {
  const colon = head.indexOf(':');
  if (colon < 0) return { repository, ref: head };
  const owner = head.slice(0, colon);
  const network = [...service.state.repositories.values()].filter(
    (candidate) => candidate === repository || candidate.parent === repository.fullName || repository.parent === candidate.fullName,
  );
  const found = network.find((candidate) => sameLogin(candidate.owner.login, owner));
  if (found === undefined) throw invalid('PullRequest', 'head', 'invalid');
  return { repository: found, ref: head.slice(colon + 1) };
}

/** Opens a pull request, with GitHub's refusals: unknown branches, nothing to merge, one open already. */
export async function openPullRequest(service: Service, repository: Repository, by: Actor, input: PullRequestInput): Promise<PullRequest> {
  const title = input.title ?? input.head;
  checkTitle(title);
  const head = headRepository(service, repository, input.head);
  const baseSha = await repository.git.branch(input.base);
  if (baseSha === null) throw invalid('PullRequest', 'base', 'invalid');
  const headSha = await head.repository.git.branch(head.ref);
  if (headSha === null) throw invalid('PullRequest', 'head', 'invalid');
  if (await repository.git.commits.isAncestor(headSha, baseSha)) {
    throw new ServiceError(422, 'Validation Failed', [
      { resource: 'PullRequest', code: 'custom', message: `No commits between ${input.base} and ${head.ref}` },
    ]);
  }
  // Nothing is waited for between this and the entry in the list: two requests at once cannot both succeed.
  const twin = openWith(repository, head.repository.fullName, head.ref, input.base);
  if (twin !== undefined) {
    throw new ServiceError(422, 'Validation Failed', [
      { resource: 'PullRequest', code: 'custom', message: `A pull request already exists for ${head.repository.owner.login}:${head.ref}.` },
    ]);
  }
  const now = service.now();
  const pullRequest: PullRequest = {
    id: service.nextId(), number: repository.nextNumber, author: by.login, title, body: input.body ?? null, state: 'open', labels: [],
    createdAt: now, updatedAt: now, closedAt: null, closedBy: null,
    head: { repository: head.repository.fullName, ref: head.ref, sha: headSha },
    base: { repository: repository.fullName, ref: input.base, sha: baseSha },
    draft: input.draft ?? false, mergedAt: null, mergedBy: null, mergeCommitSha: null,
    reviews: [], requestedReviewers: [], requestedTeams: [], trialMerge: null,
  };
  repository.nextNumber += 1;
  repository.pullRequests.set(pullRequest.number, pullRequest);
  // A push may have come while the branches were compared; from here on pushes find the pull request by themselves.
  pullRequest.head.sha = (await head.repository.git.branch(head.ref)) ?? headSha;
  pullRequest.base.sha = (await repository.git.branch(input.base)) ?? baseSha;
  await repository.git.setRefs(new Map([[`refs/pull/${pullRequest.number}/head`, pullRequest.head.sha]]));
  await announce(service, repository, pullRequest, by, 'opened');
  return pullRequest;
}

function openWith(repository: Repository, headName: string, ref: string, base: string): PullRequest | undefined {
  return [...repository.pullRequests.values()].find(
    (other) => other.state === 'open' && other.head.repository === headName && other.head.ref === ref && other.base.ref === base,
  );
}

/** Can it be merged? Asked of git once per pair of commits; null once it is closed. */
export async function mergeable(service: Service, repository: Repository, pullRequest: PullRequest): Promise<boolean | null> {
  if (pullRequest.state === 'closed') return null;
  const { head, base, trialMerge } = pullRequest;
  if (trialMerge?.head === head.sha && trialMerge.base === base.sha) return trialMerge.mergeable;
  const commit = await makeTrialMerge(service, repository, base.sha, head.sha);
  pullRequest.trialMerge = { base: base.sha, head: head.sha, mergeable: commit !== null, commit };
  return commit !== null;
}

/** Sends a pull_request event. As on GitHub its payload does not say yet whether the pull request is mergeable. */
export async function announce(
  service: Service,
  repository: Repository,
  pullRequest: PullRequest,
  by: Actor,
  action: string,
  extra: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await mergeable(service, repository, pullRequest);
  const view = await fullPullRequestView(service, repository, pullRequest, null);
  emit(service, repository, by, 'pull_request', action, { number: pullRequest.number, pull_request: view, ...extra, ...eventFrame(service, repository, by) });
}

export interface PullRequestChange {
  readonly title?: string;
  readonly body?: string | null;
  readonly base?: string;
  readonly state?: 'open' | 'closed';
  readonly draft?: boolean;
}

export async function editPullRequest(service: Service, repository: Repository, pullRequest: PullRequest, by: Actor, change: PullRequestChange): Promise<void> {
  const changes: Record<string, unknown> = {};
  if (change.title !== undefined && change.title !== pullRequest.title) {
    checkTitle(change.title);
    changes.title = { from: pullRequest.title };
    pullRequest.title = change.title;
  }
  if (change.body !== undefined && change.body !== pullRequest.body) {
    changes.body = { from: pullRequest.body };
    pullRequest.body = change.body;
  }
  if (change.base !== undefined && change.base !== pullRequest.base.ref) {
    const sha = await repository.git.branch(change.base);
    if (sha === null) throw invalid('PullRequest', 'base', 'invalid');
    changes.base = { ref: { from: pullRequest.base.ref }, sha: { from: pullRequest.base.sha } };
    pullRequest.base.ref = change.base;
    pullRequest.base.sha = sha;
  }
  if (Object.keys(changes).length > 0) {
    pullRequest.updatedAt = service.now();
    await announce(service, repository, pullRequest, by, 'edited', { changes });
  }
  if (change.draft !== undefined && change.draft !== pullRequest.draft) {
    pullRequest.draft = change.draft;
    await announce(service, repository, pullRequest, by, change.draft ? 'converted_to_draft' : 'ready_for_review');
  }
  if (change.state === 'closed' && pullRequest.state === 'open') await closePullRequest(service, repository, pullRequest, by);
  if (change.state === 'open' && pullRequest.state === 'closed') await reopenPullRequest(service, repository, pullRequest, by);
}

export async function closePullRequest(service: Service, repository: Repository, pullRequest: PullRequest, by: Actor): Promise<void> {
  if (pullRequest.state === 'closed') return;
  pullRequest.state = 'closed';
  pullRequest.closedAt = service.now();
  pullRequest.closedBy = by.login;
  pullRequest.updatedAt = pullRequest.closedAt;
  await announce(service, repository, pullRequest, by, 'closed');
}

/** Refused once merged, when a branch is gone, or when another one for the same branches is open. */
export async function reopenPullRequest(service: Service, repository: Repository, pullRequest: PullRequest, by: Actor): Promise<void> {
  if (pullRequest.state === 'open') return;
  const { head, base } = pullRequest;
  const from = head.repository === null ? null : findRepository(service, head.repository);
  const headSha = (await from?.git.branch(head.ref)) ?? null;
  const baseSha = await repository.git.branch(base.ref);
  const blocked = pullRequest.mergedAt !== null || headSha === null || baseSha === null || openWith(repository, head.repository ?? '', head.ref, base.ref) !== undefined;
  if (blocked) throw invalid('PullRequest', 'state', 'invalid', 'state cannot be changed. The pull request cannot be reopened.');
  head.sha = headSha;
  base.sha = baseSha;
  pullRequest.state = 'open';
  pullRequest.closedAt = null;
  pullRequest.closedBy = null;
  pullRequest.updatedAt = service.now();
  await repository.git.setRefs(new Map([[`refs/pull/${pullRequest.number}/head`, headSha]]));
  await announce(service, repository, pullRequest, by, 'reopened');
}

/**
 * Marks as merged what a push brought into the base. `merge_commit_sha` is the first commit on the base's own line
 * (first parents) that holds the head: the merge commit, or the head itself after a fast-forward.
 */
export async function becomeMerged(service: Service, repository: Repository, pullRequest: PullRequest, by: Actor, newBase: string): Promise<void> {
  const { commits } = repository.git;
  let first = newBase;
  for (let parent = commits.get(first).parents[0]; parent !== undefined; parent = commits.get(first).parents[0]) {
    if (!(await commits.isAncestor(pullRequest.head.sha, parent))) break;
    first = parent;
  }
  const now = service.now();
  Object.assign(pullRequest, { state: 'closed', closedAt: now, closedBy: by.login, mergedAt: now, mergedBy: by.login, mergeCommitSha: first, updatedAt: now });
  await announce(service, repository, pullRequest, by, 'closed');
}

export async function requestReview(service: Service, repository: Repository, pullRequest: PullRequest, by: Actor, logins: readonly string[], teams: readonly string[] = []): Promise<void> {
  for (const login of logins) {
    if (sameLogin(login, pullRequest.author)) throw new ServiceError(422, 'Review cannot be requested from pull request author.');
    if (pullRequest.requestedReviewers.some((known) => sameLogin(known, login))) continue;
    pullRequest.requestedReviewers.push(account(service, login).login);
    await announce(service, repository, pullRequest, by, 'review_requested', { requested_reviewer: { login } });
  }
  for (const slug of teams) {
    if (!service.state.teams.has(`${repository.owner.login}/${slug}`.toLowerCase())) throw invalid('PullRequest', 'team_reviewers', 'invalid');
    if (!pullRequest.requestedTeams.includes(slug)) pullRequest.requestedTeams.push(slug);
  }
}

export async function withdrawReviewRequest(service: Service, repository: Repository, pullRequest: PullRequest, by: Actor, logins: readonly string[], teams: readonly string[] = []): Promise<void> {
  const left = pullRequest.requestedReviewers.filter((login) => !logins.some((other) => sameLogin(other, login)));
  const changed = left.length !== pullRequest.requestedReviewers.length;
  pullRequest.requestedReviewers = left;
  pullRequest.requestedTeams = pullRequest.requestedTeams.filter((slug) => !teams.includes(slug));
  if (changed) await announce(service, repository, pullRequest, by, 'review_request_removed');
}
