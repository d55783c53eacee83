import { dismissReview, findReview, submitReview } from '../conversation.js';
import { mergePullRequest } from '../branches.js';
import { editPullRequest, mergeable, openPullRequest, requestReview, withdrawReviewRequest } from '../pull-requests.js';
import { numberParam, ok, page, repositoryRoute, requiredText, textField, textList } from '../router.js';
import type { Answer, RepositoryCall, Route } from '../router.js';
import { findPullRequest, sameLogin, ServiceError } from '../service.js';
import type { PullRequest, ReviewState } from '../state.js';
import { userView } from '../views/accounts.js';
import { commitView, fileView } from '../views/commits.js';
import { fullPullRequestView, pullRequestView, requestedTeams, reviewView } from '../views/pull-request.js';
import { permissionOf } from '../views/repository.js';

const scopes = ['pull_requests'];

/** GitHub shows at most this many commits of a pull request, whatever the pages. */
const mostCommits = 250;
const mostFiles = 3000;

export const pullRoutes: readonly Route[] = [
  repositoryRoute('GET', '/pulls', scopes, (call) => page(call, selected(call), (pullRequest) => pullRequestView(call.service, call.repository, pullRequest))),
  repositoryRoute('POST', '/pulls', scopes, async (call) => {
    const { service, repository, by, body } = call;
    const text = textField(body, 'body');
    const pullRequest = await openPullRequest(service, repository, by, {
      title: requiredText(body, 'title'), head: requiredText(body, 'head'), base: requiredText(body, 'base'),
      ...(text === undefined ? {} : { body: text }), draft: body.draft === true,
    });
    return whole(call, pullRequest, 201);
  }),
  repositoryRoute('GET', '/pulls/{number}', scopes, (call) => whole(call, pullRequestOf(call))),
  repositoryRoute('PATCH', '/pulls/{number}', scopes, async (call) => {
    const { service, repository, by, body } = call;
    const pullRequest = pullRequestOf(call);
    if (!sameLogin(by.login, pullRequest.author) && !mayPush(call)) throw new ServiceError(403, 'Must have push access to repository');
    const title = textField(body, 'title');
    const text = textField(body, 'body');
    const base = textField(body, 'base');
    const state = textField(body, 'state');
    if (state !== undefined && state !== 'open' && state !== 'closed') throw new ServiceError(422, 'Validation Failed', [{ resource: 'PullRequest', field: 'state', code: 'invalid' }]);
    await editPullRequest(service, repository, pullRequest, by, {
      ...(title === undefined ? {} : { title }), ...(text === undefined ? {} : { body: text }),
      ...(base === undefined ? {} : { base }), ...(state === undefined ? {} : { state }),
    });
    return whole(call, pullRequest);
  }),
  repositoryRoute('PUT', '/pulls/{number}/merge', ['contents'], async (call) => {
    const sha = await mergePullRequest(call.service, call.repository, pullRequestOf(call), call.by, textField(call.body, 'sha'));
    return ok({ sha, merged: true, message: 'Pull Request successfully merged' });
  }),
  repositoryRoute('GET', '/pulls/{number}/commits', scopes, async (call) => {
    const { head, base } = pullRequestOf(call);
    const own = [...(await call.repository.git.commits.between([base.sha], [head.sha]))].reverse().slice(0, mostCommits);
    return page(call, own, (commit) => commitView(call.service, call.repository, commit));
  }),
  repositoryRoute('GET', '/pulls/{number}/files', scopes, async (call) => {
    const { head, base } = pullRequestOf(call);
    const { git } = call.repository;
    const start = await git.commits.mergeBase(base.sha, head.sha);
    const files = start === null ? [] : (await git.changedFiles(start, head.sha)).slice(0, mostFiles);
    return page(call, files, (file) => fileView(call.service, call.repository, head.sha, file));
  }),
  repositoryRoute('GET', '/pulls/{number}/reviews', scopes, (call) => {
    const pullRequest = pullRequestOf(call);
    return page(call, pullRequest.reviews, (review) => reviewView(call.service, call.repository, pullRequest, review));
  }),
  repositoryRoute('POST', '/pulls/{number}/reviews', scopes, (call) => {
    const pullRequest = pullRequestOf(call);
    const state = reviewState(textField(call.body, 'event'));
    const review = submitReview(call.service, call.repository, call.by, pullRequest.number, state, textField(call.body, 'body') ?? '', textField(call.body, 'commit_id'));
    return ok(reviewView(call.service, call.repository, pullRequest, review));
  }),
  repositoryRoute('GET', '/pulls/{number}/reviews/{review}', scopes, (call) => {
    const pullRequest = pullRequestOf(call);
    return ok(reviewView(call.service, call.repository, pullRequest, findReview(call.repository, pullRequest.number, numberParam(call, 'review'))));
  }),
  repositoryRoute('PUT', '/pulls/{number}/reviews/{review}/dismissals', scopes, (call) => {
    const pullRequest = pullRequestOf(call);
    requiredText(call.body, 'message');
    if (!mayPush(call)) throw new ServiceError(403, 'Must have push access to repository');
    const review = dismissReview(call.service, call.repository, call.by, pullRequest.number, numberParam(call, 'review'));
    return ok(reviewView(call.service, call.repository, pullRequest, review));
  }),
  repositoryRoute('GET', '/pulls/{number}/requested_reviewers', scopes, (call) => {
    const pullRequest = pullRequestOf(call);
    return ok({ users: pullRequest.requestedReviewers.map((login) => userView(call.service, login)), teams: requestedTeams(call.service, call.repository, pullRequest) });
  }),
  repositoryRoute('POST', '/pulls/{number}/requested_reviewers', scopes, async (call) => {
    const pullRequest = pullRequestOf(call);
    await requestReview(call.service, call.repository, pullRequest, call.by, textList(call.body, 'reviewers'), textList(call.body, 'team_reviewers'));
    return ok(pullRequestView(call.service, call.repository, pullRequest), 201);
  }),
  repositoryRoute('DELETE', '/pulls/{number}/requested_reviewers', scopes, async (call) => {
    const pullRequest = pullRequestOf(call);
    await withdrawReviewRequest(call.service, call.repository, pullRequest, call.by, textList(call.body, 'reviewers'), textList(call.body, 'team_reviewers'));
    return ok(pullRequestView(call.service, call.repository, pullRequest));
  }),
];

function pullRequestOf(call: RepositoryCall): PullRequest {
  return findPullRequest(call.repository, numberParam(call, 'number'));
}

function mayPush({ repository, by }: RepositoryCall): boolean {
  return ['admin', 'maintain', 'push'].includes(permissionOf(repository, by));
}

async function whole(call: RepositoryCall, pullRequest: PullRequest, status = 200): Promise<Answer> {
  const answer = await mergeable(call.service, call.repository, pullRequest);
  return ok(await fullPullRequestView(call.service, call.repository, pullRequest, answer), status);
}

/** Without an event a review is pending: only its author sees it. */
function reviewState(event: string | undefined): ReviewState {
  switch (event) {
    case 'APPROVE':
      return 'APPROVED';
    case 'REQUEST_CHANGES':
      return 'CHANGES_REQUESTED';
    case 'COMMENT':
      return 'COMMENTED';
    case undefined:
      return 'PENDING';
    default:
      throw new ServiceError(422, 'Unprocessable Entity', [{ message: `Variable $event was provided invalid value` }]);
  }
}

/** `head` counts only as `owner:branch`; anything else is ignored, as GitHub does. */
function selected({ repository, query }: RepositoryCall): readonly PullRequest[] {
  const state = query.get('state') ?? 'open';
  const base = query.get('base');
  const head = query.get('head');
  const chosen = [...repository.pullRequests.values()].filter((pullRequest) => {
    const label = `${pullRequest.head.repository?.split('/')[0] ?? ''}:${pullRequest.head.ref}`.toLowerCase();
    const headFits = head === null || !head.includes(':') || head.toLowerCase() === label;
    return (state === 'all' || pullRequest.state === state) && (base === null || pullRequest.base.ref === base) && headFits;
  });
  const sort = query.get('sort') ?? 'created';
  const ascending = (query.get('direction') ?? (sort === 'created' ? 'desc' : 'asc')) === 'asc';
  chosen.sort((one, other) => (sort === 'updated' ? one.updatedAt - other.updatedAt : 0) || one.number - other.number);
  return ascending ? chosen : chosen.reverse();
}
