import type { Service } from './service.js';
import { ServiceError } from './service.js';
import type { Actor, Repository } from './state.js';
import { permissionOf } from './views/repository.js';

/** What a route works with. */
export interface Call {
  readonly service: Service;
  readonly by: Actor;
  readonly method: string;
  /** Below `/api/v3`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON object sent; empty when there was none. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly accept: string;
}

/** A call about a repository. */
export interface RepositoryCall extends Call {
  readonly repository: Repository;
}

export interface Answer {
  readonly status: number;
  /** Undefined: no content. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Permissions as in a workflow's `permissions:`; any one of them suffices. Empty: nothing beyond metadata. */
export type Scopes = readonly string[];

export interface Route {
  readonly method: string;
  /** As in GitHub's description, `{+name}` where the value may hold slashes. */
  readonly pattern: string;
  readonly matcher: RegExp;
  readonly scopes: Scopes;
  readonly answer: (call: Call) => Promise<Answer> | Answer;
}

export function route(method: string, pattern: string, scopes: Scopes, answer: Route['answer']): Route {
  const source = pattern.replace(/[.]/gu, '\\.').replace(/\{(?<plus>\+?)(?<name>\w+)\}/gu, (...groups) => {
    const { plus, name } = groups.at(-1) as { plus: string; name: string };
    return plus === '+' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
  });
  return { method, pattern, matcher: new RegExp(`^${source}$`, 'u'), scopes, answer };
}

const repositoryPrefix = '/repos/{owner}/{repo}';

/** A route below `/repos/{owner}/{repo}`, with the repository found and the right to see it checked. */
export function repositoryRoute(method: string, pattern: string, scopes: Scopes, answer: (call: RepositoryCall) => Promise<Answer> | Answer): Route {
  return route(method, `${repositoryPrefix}${pattern}`, scopes, async (call) => {
    const { owner = '', repo = '' } = call.params;
    const repository = call.service.state.repositories.get(`${owner}/${repo}`.toLowerCase());
    if (repository === undefined || !maySee(repository, call.by)) throw new ServiceError(404, 'Not Found');
    checkPush(repository, call, scopes);
    return answer({ ...call, repository });
  });
}

function maySee(repository: Repository, by: Actor): boolean {
  return !repository.private || by.kind === 'app' || by.kind === 'job' || repository.owner.login.toLowerCase() === by.login.toLowerCase() || repository.collaborators.has(by.login.toLowerCase());
}

/** People need write access for what changes the repository itself; talking is free. */
function checkPush(repository: Repository, { by, method }: Call, scopes: Scopes): void {
  const talk = scopes.length === 0 || scopes.includes('issues') || scopes.includes('pull_requests');
  if (method === 'GET' || talk || by.kind === 'app' || by.kind === 'job') return;
  if (!['admin', 'maintain', 'push'].includes(permissionOf(repository, by))) throw new ServiceError(403, 'Must have push access to repository');
}

/** Finds the route; 404 as GitHub words it when there is none. */
export function findRoute(routes: readonly Route[], method: string, path: string): { readonly route: Route; readonly params: Readonly<Record<string, string>> } {
  for (const candidate of routes) {
    if (candidate.method !== method) continue;
    const match = candidate.matcher.exec(path);
    if (match !== null) return { route: candidate, params: decoded(match.groups ?? {}) };
  }
  throw new ServiceError(404, 'Not Found');
}

function decoded(groups: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch (cause) {
    if (cause instanceof URIError) throw new ServiceError(400, 'Problems parsing the URL');
    throw cause;
  }
}

/** 403 when the token's permissions are listed and none of those needed is among them. */
export function checkScopes(by: Actor, method: string, scopes: Scopes): void {
  const granted = by.token?.permissions;
  if (granted === undefined || scopes.length === 0) return;
  const enough = (level: string | undefined): boolean => level === 'write' || (method === 'GET' && level === 'read');
  if (!scopes.some((scope) => enough(granted[scope]))) throw new ServiceError(403, 'Resource not accessible by integration');
}

export function ok(body: unknown, status = 200): Answer {
  return { status, body };
}

export const noContent: Answer = { status: 204, body: undefined };

const defaultPageSize = 30;
const largestPageSize = 100;

/** One page of a list, with the Link header; only the items of that page are rendered. */
export async function page<Item>(call: Call, items: readonly Item[], view: (item: Item) => unknown, key: string | null = null, total = items.length): Promise<Answer> {
  const size = Math.min(Math.max(wholeNumber(call.query.get('per_page'), defaultPageSize), 1), largestPageSize);
  const number = Math.max(wholeNumber(call.query.get('page'), 1), 1);
  const shown = await Promise.all(items.slice((number - 1) * size, number * size).map(view));
  const last = Math.max(Math.ceil(items.length / size), 1);
  const links: string[] = [];
  const link = (target: number, rel: string): void => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(target));
    links.push(`<${call.service.apiUrl}${call.path}?${query.toString()}>; rel="${rel}"`);
  };
  if (number > 1) link(number - 1, 'prev');
  if (number < last) {
    link(number + 1, 'next');
    link(last, 'last');
  }
  if (number > 1) link(1, 'first');
  return {
    status: 200,
    body: key === null ? shown : { total_count: total, [key]: shown },
    ...(links.length === 0 ? {} : { headers: { link: links.join(', ') } }),
  };
}

function wholeNumber(text: string | null, otherwise: number): number {
  return text !== null && /^\d{1,9}$/u.test(text) ? Number(text) : otherwise;
}

/** A field that must be text when given; anything else is refused as GitHub does. */
export function textField(body: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new ServiceError(422, `Invalid request.\n\nFor '${name}', ${JSON.stringify(value)} is not a string.`);
  return value;
}

export function requiredText(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = textField(body, name);
  if (value === undefined) throw new ServiceError(422, `Invalid request.\n\n"${name}" wasn't supplied.`);
  return value;
}

export function textList(body: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = body[name];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every((item): item is string => typeof item === 'string')) throw new ServiceError(422, `Invalid request.\n\nFor '${name}', a list of strings is needed.`);
  return value;
}

export function numberParam(call: Call, name: string): number {
  const value = call.params[name] ?? '';
  if (!/^\d{1,15}$/u.test(value)) throw new ServiceError(404, 'Not Found');
  return Number(value);
}
