import type { Comment } from '../../src/ports/github.js';
import type { OpenPullRequest, PostedComment, PostedStatus, ServiceState } from './state.js';

export interface Asked {
  readonly method: string;
  /** Below the root of the API. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The root of the API. */
  readonly url: string;
}

export interface Answered {
  readonly status: number;
  readonly data: unknown;
  readonly link: string | null;
}

const repository = { id: 1, full_name: 'acme/product' };
const begun = '2026-01-05T10:00:00Z';

type Handler = (state: ServiceState, asked: Asked, groups: Readonly<Record<string, string>>) => Answered;

const routes: ReadonlyArray<readonly [string, RegExp, Handler]> = [
  ['GET', /^\/contents\/\.github\/bert-e\.yml$/u, (state) => one({ type: 'file', encoding: 'base64', content: Buffer.from(state.settings).toString('base64') })],
  ['GET', /^\/pulls$/u, (state, asked) => list(asked, asked.query.get('state') === 'closed' ? [] : selected(state, asked).map(pullRequestOf))],
  ['GET', /^\/pulls\/(?<number>\d+)$/u, (state, _asked, { number }) => {
    const found = state.pullRequests.get(Number(number));
    return found === undefined ? notFound : one(pullRequestOf(found));
  }],
  ['GET', /^\/pulls\/(?<number>\d+)\/reviews$/u, (state, asked, { number }) => list(asked, reviewsOf(state.pullRequests.get(Number(number))))],
  ['GET', /^\/issues\/(?<number>\d+)\/comments$/u, (state, asked, { number }) => list(asked, (state.pullRequests.get(Number(number))?.comments ?? []).map((comment) => commentOf(comment, Number(number))))],
  ['GET', /^\/issues\/comments$/u, (state, asked) => list(asked, [...state.pullRequests.values()].flatMap(({ number, comments }) => comments.map((comment) => commentOf(comment, number))))],
  ['POST', /^\/issues\/(?<number>\d+)\/comments$/u, (state, { body }, { number }) => {
    const { id, author, body: text, createdAt } = postComment(state, Number(number), (body as { readonly body: string }).body);
    return created(commentOf({ id, author: author ?? '', body: text, at: createdAt }, Number(number)));
  }],
  ['GET', /^\/actions\/runs$/u, (state, asked) => {
    const sha = asked.query.get('head_sha') ?? '';
    const runs = (state.green.get(sha) ?? []).map((branch, index) => runOf(sha, branch, index));
    return one({ total_count: runs.length, workflow_runs: runs });
  }],
  ['GET', /^\/commits\/(?<sha>[0-9a-f]+)\/statuses$/u, (state, asked, { sha = '' }) => list(asked, (state.statuses.get(sha) ?? []).map((status) => statusOf(status, state)).reverse())],
  ['POST', /^\/statuses\/(?<sha>[0-9a-f]+)$/u, (state, { body }, { sha = '' }) => created(statusOf(postStatus(state, sha, body as PostedStatus['body']), state))],
];

const notFound: Answered = { status: 404, data: { message: 'Not Found' }, link: null };

/** What GitHub would answer; 404 for what the benchmark does not need. */
export function answerOf(state: ServiceState, asked: Asked): Answered {
  if (asked.path === '/rate_limit') return one({ resources: { core: { limit: 5000, remaining: 4900, reset: 0 } } });
  const path = asked.path.replace(/^\/repos\/acme\/product/u, '');
  for (const [method, pattern, handler] of routes) {
    const match = method === asked.method ? pattern.exec(path) : null;
    if (match !== null) return handler(state, asked, match.groups ?? {});
  }
  return notFound;
}

function one(data: unknown): Answered {
  return { status: 200, data, link: null };
}

function created(data: unknown): Answered {
  return { status: 201, data, link: null };
}

function list({ query, url, path }: Asked, items: readonly unknown[]): Answered {
  const size = Number(query.get('per_page') ?? '30');
  const page = Number(query.get('page') ?? '1');
  const last = Math.max(1, Math.ceil(items.length / size));
  const address = (number: number): string => `<${url}${path}?page=${number}>`;
  const link = page < last ? `${address(page + 1)}; rel="next", ${address(last)}; rel="last"` : null;
  return { status: 200, data: items.slice((page - 1) * size, page * size), link };
}

function selected(state: ServiceState, { query }: Asked): readonly OpenPullRequest[] {
  const head = query.get('head')?.replace(/^[^:]*:/u, '');
  const base = query.get('base');
  return [...state.pullRequests.values()].filter(({ source, destination }) => (head === undefined || head === source) && (base === null || base === destination));
}

function pullRequestOf({ number, source, destination, head, updatedAt }: OpenPullRequest): unknown {
  return {
    number, title: `Change ${number}`, body: '', user: { login: 'author' }, state: 'open', merged_at: null, draft: false,
    head: { ref: source, sha: head, repo: repository }, base: { ref: destination, sha: head, repo: repository },
    requested_reviewers: [], html_url: `https://example.com/acme/product/pull/${number}`, updated_at: updatedAt, created_at: begun,
  };
}

function reviewsOf(pullRequest: OpenPullRequest | undefined): readonly unknown[] {
  return pullRequest?.approved === true
    ? [{ id: pullRequest.number, user: { login: 'reviewer' }, state: 'APPROVED', commit_id: pullRequest.head, submitted_at: begun }]
    : [];
}

/** Puts down a comment of the robot. */
export function postComment(state: ServiceState, number: number, body: string): Comment {
  const pullRequest = state.pullRequests.get(number);
  if (pullRequest === undefined) throw new Error(`There is no pull request #${number}.`);
  state.lastId += 1;
  const comment = { id: state.lastId, author: state.robot, body, at: now() };
  pullRequest.comments.push(comment);
  pullRequest.updatedAt = comment.at;
  return { id: comment.id, author: comment.author, body, createdAt: comment.at, htmlUrl: webAddress(comment, number) };
}

/** Puts down a commit status of the robot, as it was sent. */
export function postStatus(state: ServiceState, sha: string, body: PostedStatus['body']): PostedStatus {
  state.lastId += 1;
  const status: PostedStatus = { id: state.lastId, body, at: now() };
  state.statuses.set(sha, [...(state.statuses.get(sha) ?? []), status]);
  return status;
}

function webAddress({ id }: Pick<PostedComment, 'id'>, number: number): string {
  return `https://example.com/acme/product/pull/${number}#issuecomment-${id}`;
}

function commentOf({ id, author, body, at }: PostedComment, number: number): unknown {
  return {
    id, body, user: { login: author }, created_at: at, updated_at: at,
    html_url: webAddress({ id }, number), issue_url: `https://example.com/repos/acme/product/issues/${number}`,
  };
}

function statusOf({ id, body, at }: PostedStatus, { robot }: ServiceState): unknown {
  const { context, state, description = null, target_url = null } = body;
  return { id, context, state, description, target_url, creator: { login: robot }, created_at: at, updated_at: at };
}

function runOf(sha: string, branch: string, index: number): unknown {
  return {
    id: Number.parseInt(sha.slice(0, 8), 16) * 10 + index + 1, run_attempt: 1, workflow_id: 7, path: '.github/workflows/ci.yml', name: 'CI', event: 'push', head_sha: sha, head_branch: branch,
    head_repository: { id: 1 }, repository: { id: 1 }, status: 'completed', conclusion: 'success', html_url: 'https://example.com/run', created_at: begun, run_number: 1,
  };
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
