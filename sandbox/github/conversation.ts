import { emit, findPullRequest, invalid, notFound, sameLogin, ServiceError } from './service.js';
import type { Service } from './service.js';
import type { Actor, Issue, IssueComment, Repository, Review, ReviewState } from './state.js';
import { commentView, issueView, pullRequestView, reviewView } from './views/pull-request.js';
import { eventFrame } from './views/repository.js';

export const longestBody = 65_536;

function checkBody(resource: string, body: string): void {
  if (body === '') throw invalid(resource, 'body', 'missing_field');
  if (body.length > longestBody) throw invalid(resource, 'body', 'custom', `body is too long (maximum is ${longestBody} characters)`);
}

/** An issue, or a pull request in its role as one. */
export function findIssue(repository: Repository, number: number): Issue {
  const issue = repository.issues.get(number) ?? repository.pullRequests.get(number);
  if (issue === undefined) throw notFound();
  return issue;
}

export function findComment(repository: Repository, id: number): IssueComment {
  const comment = repository.comments.get(id);
  if (comment === undefined) throw notFound();
  return comment;
}

function announceComment(service: Service, repository: Repository, by: Actor, action: string, comment: IssueComment, extra: Readonly<Record<string, unknown>> = {}): void {
  emit(service, repository, by, 'issue_comment', action, {
    ...extra,
    issue: issueView(service, repository, findIssue(repository, comment.number)),
    comment: commentView(service, repository, comment),
    ...eventFrame(service, repository, by),
  });
}

export function addComment(service: Service, repository: Repository, by: Actor, number: number, body: string): IssueComment {
  const issue = findIssue(repository, number);
  checkBody('IssueComment', body);
  const now = service.now();
  const comment: IssueComment = { id: service.nextId(), number, author: by.login, body, createdAt: now, updatedAt: now };
  repository.comments.set(comment.id, comment);
  issue.updatedAt = now;
  announceComment(service, repository, by, 'created', comment);
  return comment;
}

export function editComment(service: Service, repository: Repository, by: Actor, id: number, body: string): IssueComment {
  const comment = findComment(repository, id);
  checkBody('IssueComment', body);
  const from = comment.body;
  comment.body = body;
  comment.updatedAt = service.now();
  announceComment(service, repository, by, 'edited', comment, { changes: { body: { from } } });
  return comment;
}

export function deleteComment(service: Service, repository: Repository, by: Actor, id: number): void {
  const comment = findComment(repository, id);
  repository.comments.delete(id);
  announceComment(service, repository, by, 'deleted', comment);
}

/** Comments of one issue or pull request, oldest first. */
export function commentsOf(repository: Repository, number: number): readonly IssueComment[] {
  return [...repository.comments.values()].filter((comment) => comment.number === number);
}

export function openIssue(service: Service, repository: Repository, by: Actor, title: string, body: string | null, labels: readonly string[] = []): Issue {
  if (title.trim() === '') throw invalid('Issue', 'title', 'missing_field');
  if (title.length > 256) throw invalid('Issue', 'title', 'custom', 'title is too long (maximum is 256 characters)');
  if (body !== null && body !== '') checkBody('Issue', body);
  const now = service.now();
  const issue: Issue = {
    id: service.nextId(), number: repository.nextNumber, author: by.login, title, body, state: 'open',
    labels: labels.map((name) => ({ id: service.nextId(), name })),
    createdAt: now, updatedAt: now, closedAt: null, closedBy: null,
  };
  repository.nextNumber += 1;
  repository.issues.set(issue.number, issue);
  announceIssue(service, repository, by, 'opened', issue);
  return issue;
}

export interface IssueChange {
  readonly title?: string;
  readonly body?: string | null;
  readonly state?: 'open' | 'closed';
}

export function editIssue(service: Service, repository: Repository, by: Actor, issue: Issue, change: IssueChange): void {
  const changes: Record<string, unknown> = {};
  if (change.title !== undefined && change.title !== issue.title) {
    changes.title = { from: issue.title };
    issue.title = change.title;
  }
  if (change.body !== undefined && change.body !== issue.body) {
    if (change.body !== null && change.body !== '') checkBody('Issue', change.body);
    changes.body = { from: issue.body };
    issue.body = change.body;
  }
  issue.updatedAt = service.now();
  if (Object.keys(changes).length > 0) announceIssue(service, repository, by, 'edited', issue, { changes });
  if (change.state !== undefined && change.state !== issue.state) {
    issue.state = change.state;
    issue.closedAt = change.state === 'closed' ? issue.updatedAt : null;
    issue.closedBy = change.state === 'closed' ? by.login : null;
    announceIssue(service, repository, by, change.state === 'closed' ? 'closed' : 'reopened', issue);
  }
}

function announceIssue(service: Service, repository: Repository, by: Actor, action: string, issue: Issue, extra: Readonly<Record<string, unknown>> = {}): void {
  emit(service, repository, by, 'issues', action, { ...extra, issue: issueView(service, repository, issue), ...eventFrame(service, repository, by) });
}

/** A review on the current head. Authors may comment on their own pull request but neither approve nor refuse it. */
export function submitReview(service: Service, repository: Repository, by: Actor, number: number, state: ReviewState, body: string, commitId?: string): Review {
  const pullRequest = findPullRequest(repository, number);
  const own = sameLogin(pullRequest.author, by.login);
  if (own && state === 'APPROVED') throw new ServiceError(422, 'Unprocessable Entity', ['Can not approve your own pull request'].map((message) => ({ message })));
  if (own && state === 'CHANGES_REQUESTED') {
    throw new ServiceError(422, 'Unprocessable Entity', ['Can not request changes on your own pull request'].map((message) => ({ message })));
  }
  if (body === '' && (state === 'COMMENTED' || state === 'CHANGES_REQUESTED') && by.kind !== 'person') {
    throw new ServiceError(422, 'Unprocessable Entity', [{ message: 'Body can not be blank' }]);
  }
  if (body !== '') checkBody('PullRequestReview', body);
  const review: Review = { id: service.nextId(), author: by.login, state, body, commitId: commitId ?? pullRequest.head.sha, submittedAt: service.now() };
  pullRequest.reviews.push(review);
  pullRequest.updatedAt = review.submittedAt;
  pullRequest.requestedReviewers = pullRequest.requestedReviewers.filter((login) => !sameLogin(login, by.login));
  if (state !== 'PENDING') announceReview(service, repository, by, 'submitted', number, review);
  return review;
}

/** Only approvals and change requests can be dismissed. */
export function dismissReview(service: Service, repository: Repository, by: Actor, number: number, id: number): Review {
  const review = findReview(repository, number, id);
  if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') {
    throw new ServiceError(422, 'Can not dismiss a commented pull request review');
  }
  review.state = 'DISMISSED';
  announceReview(service, repository, by, 'dismissed', number, review);
  return review;
}

export function findReview(repository: Repository, number: number, id: number): Review {
  const review = findPullRequest(repository, number).reviews.find((candidate) => candidate.id === id);
  if (review === undefined) throw notFound();
  return review;
}

/** In webhooks the state of a review is in lower case. */
function announceReview(service: Service, repository: Repository, by: Actor, action: string, number: number, review: Review): void {
  const pullRequest = findPullRequest(repository, number);
  const view = reviewView(service, repository, pullRequest, review);
  emit(service, repository, by, 'pull_request_review', action, {
    review: { ...view, state: review.state.toLowerCase(), body: review.body === '' ? null : review.body },
    pull_request: pullRequestView(service, repository, pullRequest),
    ...eventFrame(service, repository, by),
  });
}
