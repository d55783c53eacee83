import { addStatus, newestStatuses } from '../checks.js';
import { ok, page, repositoryRoute, requiredText, textField } from '../router.js';
import type { RepositoryCall, Route } from '../router.js';
import { ServiceError } from '../service.js';
import type { PullRequest, StatusState } from '../state.js';
import { combinedStatusView, commitView, fileView, statusView, wholeCommitView } from '../views/commits.js';
import { pullRequestView } from '../views/pull-request.js';
import { repositoryUrl, webUrl } from '../views/repository.js';

/** GitHub lists at most this many branches whose head a commit is. */
const mostHeads = 10;
const mostComparedCommits = 250;
const mostComparedFiles = 300;

export const commitRoutes: readonly Route[] = [
  repositoryRoute('GET', '/commits', ['contents'], async (call) => {
    const start = call.query.get('sha') ?? call.repository.defaultBranch;
    const sha = await call.repository.git.resolve(start);
    if (sha === null) throw new ServiceError(404, 'Not Found');
    const since = Date.parse(call.query.get('since') ?? '');
    const until = Date.parse(call.query.get('until') ?? '');
    const history = (await call.repository.git.commits.between([], [sha])).filter(({ committer }) => {
      const at = Date.parse(committer.date);
      return (Number.isNaN(since) || at >= since) && (Number.isNaN(until) || at <= until);
    });
    return page(call, history, (commit) => commitView(call.service, call.repository, commit));
  }),
  repositoryRoute('GET', '/commits/{+ref}/status', ['statuses'], async (call) => {
    const sha = await commitOf(call);
    return ok(combinedStatusView(call.service, call.repository, sha, newestStatuses(call.repository, sha)));
  }),
  repositoryRoute('GET', '/commits/{+ref}/statuses', ['statuses'], async (call) => {
    const sha = await commitOf(call);
    const statuses = call.repository.statuses.filter((status) => status.sha === sha).reverse();
    return page(call, statuses, (status) => statusView(call.service, call.repository, status));
  }),
  repositoryRoute('POST', '/statuses/{sha}', ['statuses'], async (call) => {
    const context = textField(call.body, 'context');
    const status = await addStatus(call.service, call.repository, call.by, {
      sha: call.params.sha ?? '', state: requiredText(call.body, 'state') as StatusState, description: textField(call.body, 'description') ?? null,
      targetUrl: textField(call.body, 'target_url') ?? null, ...(context === undefined ? {} : { context }),
    });
    return ok(statusView(call.service, call.repository, status), 201);
  }),
  repositoryRoute('GET', '/commits/{sha}/branches-where-head', ['contents'], async (call) => {
    const sha = await commitOf(call, 'sha');
    const heads = [...(await call.repository.git.branches())].filter(([, tip]) => tip === sha).slice(0, mostHeads);
    return page(call, heads, ([name]) => ({ name, commit: { sha, url: `${repositoryUrl(call.service, call.repository)}/commits/${sha}` }, protected: false }));
  }),
  repositoryRoute('GET', '/commits/{sha}/pulls', ['pull_requests', 'contents'], async (call) => {
    const sha = await commitOf(call, 'sha');
    const holding: PullRequest[] = [];
    for (const pullRequest of call.repository.pullRequests.values()) {
      const own = await call.repository.git.commits.between([pullRequest.base.sha], [pullRequest.head.sha]);
      if (own.some((commit) => commit.sha === sha)) holding.push(pullRequest);
    }
    return page(call, holding, (pullRequest) => pullRequestView(call.service, call.repository, pullRequest));
  }),
  repositoryRoute('GET', '/commits/{+ref}', ['contents'], async (call) => {
    const commit = await call.repository.git.commits.find(await commitOf(call));
    return ok(await wholeCommitView(call.service, call.repository, commit));
  }),
  repositoryRoute('GET', '/compare/{+range}', ['contents'], async (call) => compare(call)),
];

/** A branch, tag or SHA; the error for an unknown one is 422 here, unlike elsewhere. */
async function commitOf({ repository, params }: RepositoryCall, name = 'ref'): Promise<string> {
  const ref = params[name] ?? '';
  const sha = await repository.git.resolve(ref);
  if (sha === null) throw new ServiceError(422, `No commit found for SHA: ${ref}`);
  await repository.git.commits.load([sha]);
  return sha;
}

/** `base...head`, each a name or `owner:branch` of a fork (whose commits live in the same object store). */
async function compare(call: RepositoryCall): Promise<Awaited<ReturnType<typeof page>>> {
  const { service, repository, params } = call;
  const { base = '', head = '' } = /^(?<base>.+?)\.\.\.(?<head>.+)$/u.exec(params.range ?? '')?.groups ?? {};
  const [baseSha, headSha] = await Promise.all([sideOf(call, base), sideOf(call, head)]);
  const { commits } = repository.git;
  const ahead = [...(await commits.between([baseSha], [headSha]))].reverse();
  const behind = await commits.between([headSha], [baseSha]);
  const start = await commits.mergeBase(baseSha, headSha);
  if (start === null) throw new ServiceError(404, `No common ancestor between ${base} and ${head}.`);
  const files = start === headSha ? [] : (await repository.git.changedFiles(start, headSha)).slice(0, mostComparedFiles);
  const path = `compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}`;
  const web = `${webUrl(service, repository)}/${path}`;
  const listed = await page(call, call.query.has('page') || call.query.has('per_page') ? ahead : ahead.slice(0, mostComparedCommits), (commit) => commitView(service, repository, commit));
  return {
    ...listed,
    body: {
      url: `${repositoryUrl(service, repository)}/${path}`,
      html_url: web,
      permalink_url: `${webUrl(service, repository)}/compare/${baseSha.slice(0, 7)}...${headSha.slice(0, 7)}`,
      diff_url: `${web}.diff`,
      patch_url: `${web}.patch`,
      base_commit: commitView(service, repository, commits.get(baseSha)),
      merge_base_commit: commitView(service, repository, commits.get(start)),
      status: ahead.length === 0 ? (behind.length === 0 ? 'identical' : 'behind') : behind.length === 0 ? 'ahead' : 'diverged',
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: call.query.has('page') || call.query.has('per_page') ? listed.body : ahead.slice(0, mostComparedCommits).map((commit) => commitView(service, repository, commit)),
      files: files.map((file) => fileView(service, repository, headSha, file)),
    },
  };
}

async function sideOf({ service, repository }: RepositoryCall, name: string): Promise<string> {
  const colon = name.indexOf(':');
  const owner = name.slice(0, Math.max(colon, 0)).toLowerCase();
  const fork = [...service.state.repositories.values()].find((candidate) => candidate.owner.login.toLowerCase() === owner && (candidate.parent === repository.fullName || candidate === repository));
  const sha = await (colon < 0 ? repository : (fork ?? repository)).git.resolve(colon < 0 ? name : name.slice(colon + 1));
  if (sha === null) throw new ServiceError(404, 'Not Found');
  await repository.git.commits.load([sha]);
  return sha;
}
