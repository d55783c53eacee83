import { iso } from '../service.js';
import type { Service } from '../service.js';
import type { Issue, IssueComment, Label, PullRequest, PullRequestSide, Repository, Review } from '../state.js';
import { associationOf, nodeId, teamView, userView } from './accounts.js';
import type { View } from './accounts.js';
import { repositoryUrl, repositoryView, webUrl } from './repository.js';

/** `pull-request-simple`, as lists, reviews and most webhooks hold it. */
export function pullRequestView(service: Service, repository: Repository, pullRequest: PullRequest): View {
  const { number } = pullRequest;
  const url = `${repositoryUrl(service, repository)}/pulls/${number}`;
  const issueUrl = `${repositoryUrl(service, repository)}/issues/${number}`;
  const web = `${webUrl(service, repository)}/pull/${number}`;
  const statuses = `${repositoryUrl(service, repository)}/statuses/${pullRequest.head.sha}`;
  const links = {
    self: url, html: web, issue: issueUrl, comments: `${issueUrl}/comments`, review_comments: `${url}/comments`,
    review_comment: `${repositoryUrl(service, repository)}/pulls/comments{/number}`, commits: `${url}/commits`, statuses,
  };
  return {
    url,
    id: pullRequest.id,
    node_id: nodeId('PullRequest', pullRequest.id),
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    issue_url: issueUrl,
    number,
    state: pullRequest.state,
    locked: false,
    title: pullRequest.title,
    user: userView(service, pullRequest.author),
    body: pullRequest.body,
    created_at: iso(pullRequest.createdAt),
    updated_at: iso(pullRequest.updatedAt),
    closed_at: optionalIso(pullRequest.closedAt),
    merged_at: optionalIso(pullRequest.mergedAt),
    // Until it is merged, the commit of the trial merge: not a sign of having been merged.
    merge_commit_sha: pullRequest.mergeCommitSha ?? pullRequest.trialMerge?.commit ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: pullRequest.requestedReviewers.map((login) => userView(service, login)),
    requested_teams: requestedTeams(service, repository, pullRequest),
    labels: pullRequest.labels.map((label) => labelView(service, repository, label)),
    milestone: null,
    draft: pullRequest.draft,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: statuses,
    head: sideView(service, pullRequest.head),
    base: sideView(service, pullRequest.base),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: associationOf(repository, pullRequest.author),
    auto_merge: null,
    active_lock_reason: null,
  };
}

export function requestedTeams(service: Service, repository: Repository, pullRequest: PullRequest): readonly View[] {
  return pullRequest.requestedTeams.flatMap((slug) => {
    const team = service.state.teams.get(`${repository.owner.login}/${slug}`.toLowerCase());
    return team === undefined ? [] : [teamView(service, team)];
  });
}

/** The repository of a side is null once it was deleted; ref and SHA stay. */
function sideView(service: Service, side: PullRequestSide): View {
  const repository = side.repository === null ? undefined : service.state.repositories.get(side.repository.toLowerCase());
  const owner = side.repository?.split('/')[0] ?? 'unknown repository';
  return {
    label: `${owner}:${side.ref}`,
    ref: side.ref,
    sha: side.sha,
    user: repository === undefined ? null : userView(service, repository.owner.login),
    repo: repository === undefined ? null : repositoryView(service, repository),
  };
}

/** `pull-request`: with what only a single one shows. `mergeable` is null while unknown and once closed. */
export async function fullPullRequestView(service: Service, repository: Repository, pullRequest: PullRequest, mergeable: boolean | null): Promise<View> {
  const { commits } = repository.git;
  const { head, base } = pullRequest;
  const own = await commits.between([base.sha], [head.sha]);
  const start = await commits.mergeBase(base.sha, head.sha);
  const files = start === null || start === head.sha ? [] : await repository.git.changedFiles(start, head.sha);
  const comments = [...repository.comments.values()].filter(({ number }) => number === pullRequest.number).length;
  return {
    ...pullRequestView(service, repository, pullRequest),
    merged: pullRequest.mergedAt !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable === null ? 'unknown' : mergeable ? 'clean' : 'dirty',
    merged_by: pullRequest.mergedBy === null ? null : userView(service, pullRequest.mergedBy),
    comments,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: own.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

/** `pull-request-minimal`: inside runs, check suites and check runs. */
export function minimalPullRequestView(service: Service, pullRequest: PullRequest): View {
  const side = ({ ref, sha, repository: name }: PullRequestSide): View => {
    const repository = name === null ? undefined : service.state.repositories.get(name.toLowerCase());
    return {
      ref,
      sha,
      repo: { id: repository?.id ?? 0, url: repository === undefined ? '' : repositoryUrl(service, repository), name: repository?.name ?? '' },
    };
  };
  return {
    id: pullRequest.id,
    number: pullRequest.number,
    url: `${service.apiUrl}/repos/${pullRequest.base.repository ?? ''}/pulls/${pullRequest.number}`,
    head: side(pullRequest.head),
    base: side(pullRequest.base),
  };
}

/** `pull-request-review` */
export function reviewView(service: Service, repository: Repository, pullRequest: PullRequest, review: Review): View {
  const html = `${webUrl(service, repository)}/pull/${pullRequest.number}#pullrequestreview-${review.id}`;
  const url = `${repositoryUrl(service, repository)}/pulls/${pullRequest.number}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: presentUser(service, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: url,
    author_association: associationOf(repository, review.author),
    _links: { html: { href: html }, pull_request: { href: url } },
    ...(review.state === 'PENDING' ? {} : { submitted_at: iso(review.submittedAt) }),
    commit_id: review.commitId,
  };
}

/** `issue`; a pull request is one too, with links to itself. */
export function issueView(service: Service, repository: Repository, issue: Issue): View {
  const pullRequest = repository.pullRequests.get(issue.number);
  const url = `${repositoryUrl(service, repository)}/issues/${issue.number}`;
  const web = `${webUrl(service, repository)}/${pullRequest === undefined ? 'issues' : 'pull'}/${issue.number}`;
  const comments = [...repository.comments.values()].filter(({ number }) => number === issue.number).length;
  return {
    url,
    repository_url: repositoryUrl(service, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: web,
    id: issue.id,
    node_id: nodeId('Issue', issue.id),
    number: issue.number,
    title: issue.title,
    user: userView(service, issue.author),
    labels: issue.labels.map((label) => labelView(service, repository, label)),
    state: issue.state,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments,
    created_at: iso(issue.createdAt),
    updated_at: iso(issue.updatedAt),
    closed_at: optionalIso(issue.closedAt),
    author_association: associationOf(repository, issue.author),
    active_lock_reason: null,
    body: issue.body,
    closed_by: issue.closedBy === null ? null : userView(service, issue.closedBy),
    reactions: reactionsView(url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: issue.state === 'closed' && pullRequest === undefined ? 'completed' : null,
    ...(pullRequest === undefined
      ? {}
      : {
          draft: pullRequest.draft,
          pull_request: {
            url: url.replace('/issues/', '/pulls/'),
            html_url: web,
            diff_url: `${web}.diff`,
            patch_url: `${web}.patch`,
            merged_at: optionalIso(pullRequest.mergedAt),
          },
        }),
  };
}

/** `issue-comment` */
export function commentView(service: Service, repository: Repository, comment: IssueComment): View {
  const url = `${repositoryUrl(service, repository)}/issues/comments/${comment.id}`;
  const kind = repository.pullRequests.has(comment.number) ? 'pull' : 'issues';
  return {
    url,
    html_url: `${webUrl(service, repository)}/${kind}/${comment.number}#issuecomment-${comment.id}`,
    issue_url: `${repositoryUrl(service, repository)}/issues/${comment.number}`,
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    user: presentUser(service, comment.author),
    created_at: iso(comment.createdAt),
    updated_at: iso(comment.updatedAt),
    author_association: associationOf(repository, comment.author),
    body: comment.body,
    reactions: reactionsView(url),
    performed_via_github_app: null,
  };
}

function reactionsView(url: string): View {
  const none = { '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 };
  return { url: `${url}/reactions`, total_count: 0, ...none };
}

function labelView(service: Service, repository: Repository, label: Label): View {
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${repositoryUrl(service, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: 'ededed',
    default: false,
    description: null,
  };
}

function optionalIso(milliseconds: number | null): string | null {
  return milliseconds === null ? null : iso(milliseconds);
}

/** `nullable-simple-user` */
function presentUser(service: Service, login: string): View | null {
  return service.state.deletedAccounts.has(login.toLowerCase()) ? null : userView(service, login);
}
