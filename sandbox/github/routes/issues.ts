import { addComment, commentsOf, deleteComment, editComment, editIssue, findComment, findIssue, openIssue } from '../conversation.js';
import type { IssueChange } from '../conversation.js';
import { editPullRequest } from '../pull-requests.js';
import { noContent, numberParam, ok, page, repositoryRoute, requiredText, textField, textList } from '../router.js';
import type { RepositoryCall, Route } from '../router.js';
import { sameLogin, ServiceError } from '../service.js';
import type { Issue, IssueComment } from '../state.js';
import { commentView, issueView } from '../views/pull-request.js';
import { permissionOf } from '../views/repository.js';

/** Pull requests are issues to these routes, and either permission will do for them. */
const scopes = ['issues', 'pull_requests'];

export const issueRoutes: readonly Route[] = [
  repositoryRoute('GET', '/issues', scopes, (call) => page(call, selected(call), (issue) => issueView(call.service, call.repository, issue))),
  repositoryRoute('POST', '/issues', ['issues'], (call) => {
    const { service, repository, by, body } = call;
    const issue = openIssue(service, repository, by, requiredText(body, 'title'), textField(body, 'body') ?? null, textList(body, 'labels'));
    return ok(issueView(service, repository, issue), 201);
  }),
  repositoryRoute('GET', '/issues/comments/{id}', scopes, (call) => ok(commentView(call.service, call.repository, commentOf(call)))),
  repositoryRoute('PATCH', '/issues/comments/{id}', scopes, (call) => {
    mayChange(call, commentOf(call).author);
    const comment = editComment(call.service, call.repository, call.by, numberParam(call, 'id'), requiredText(call.body, 'body'));
    return ok(commentView(call.service, call.repository, comment));
  }),
  repositoryRoute('DELETE', '/issues/comments/{id}', scopes, (call) => {
    mayChange(call, commentOf(call).author);
    deleteComment(call.service, call.repository, call.by, numberParam(call, 'id'));
    return noContent;
  }),
  repositoryRoute('GET', '/issues/comments', scopes, (call) => page(call, recent(call, [...call.repository.comments.values()]), (comment) => commentView(call.service, call.repository, comment))),
  repositoryRoute('GET', '/issues/{number}', scopes, (call) => ok(issueView(call.service, call.repository, issueOf(call)))),
  repositoryRoute('PATCH', '/issues/{number}', scopes, async (call) => {
    const { service, repository, by, body } = call;
    const issue = issueOf(call);
    mayChange(call, issue.author);
    const title = textField(body, 'title');
    const text = textField(body, 'body');
    const state = textField(body, 'state');
    if (state !== undefined && state !== 'open' && state !== 'closed') throw new ServiceError(422, 'Validation Failed', [{ resource: 'Issue', field: 'state', code: 'invalid' }]);
    const change: IssueChange = { ...(title === undefined ? {} : { title }), ...(text === undefined ? {} : { body: text }), ...(state === undefined ? {} : { state }) };
    const pullRequest = repository.pullRequests.get(issue.number);
    if (pullRequest === undefined) editIssue(service, repository, by, issue, change);
    else await editPullRequest(service, repository, pullRequest, by, change);
    return ok(issueView(service, repository, issue));
  }),
  repositoryRoute('GET', '/issues/{number}/comments', scopes, (call) => {
    const comments = recent(call, commentsOf(call.repository, issueOf(call).number));
    return page(call, comments, (comment) => commentView(call.service, call.repository, comment));
  }),
  repositoryRoute('POST', '/issues/{number}/comments', scopes, (call) => {
    const comment = addComment(call.service, call.repository, call.by, issueOf(call).number, requiredText(call.body, 'body'));
    return ok(commentView(call.service, call.repository, comment), 201);
  }),
];

function issueOf(call: RepositoryCall): Issue {
  return findIssue(call.repository, numberParam(call, 'number'));
}

function commentOf(call: RepositoryCall): IssueComment {
  return findComment(call.repository, numberParam(call, 'id'));
}

function mayChange({ repository, by }: RepositoryCall, author: string): void {
  const mayPush = ['admin', 'maintain', 'push'].includes(permissionOf(repository, by));
  if (!mayPush && !sameLogin(author, by.login)) throw new ServiceError(403, 'Must have admin rights to Repository.');
}

/** `since` looks at the last change. */
function recent({ query }: RepositoryCall, comments: readonly IssueComment[]): readonly IssueComment[] {
  const since = Date.parse(query.get('since') ?? '');
  return Number.isNaN(since) ? comments : comments.filter(({ updatedAt }) => updatedAt >= since);
}

function selected({ repository, query }: RepositoryCall): readonly Issue[] {
  const state = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').split(',').filter((label) => label !== '');
  const creator = query.get('creator');
  const chosen = [...repository.issues.values(), ...repository.pullRequests.values()].filter(
    (issue) =>
      (state === 'all' || issue.state === state) &&
      labels.every((wanted) => issue.labels.some(({ name }) => name.toLowerCase() === wanted.toLowerCase())) &&
      (creator === null || sameLogin(creator, issue.author)),
  );
  const byUpdate = query.get('sort') === 'updated';
  chosen.sort((one, other) => (byUpdate ? one.updatedAt - other.updatedAt : 0) || one.number - other.number);
  return query.get('direction') === 'asc' ? chosen : chosen.reverse();
}
