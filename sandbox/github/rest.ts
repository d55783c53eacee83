import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { credentials } from './credentials.js';
import type { RestFault } from './faults.js';
import { checkScopes, findRoute } from './router.js';
import type { Answer, Call } from './router.js';
import { routes } from './routes/index.js';
import { ServiceError } from './service.js';
import type { Service } from './service.js';
import type { Actor, Token } from './state.js';

export const apiPrefix = '/api/v3';

const anonymous: Actor = { login: 'ghost', kind: 'person', token: null };
const hour = 3_600_000;

/** Answers one REST request: fault, credentials, limit, route; then headers, ETag and the record of it. */
export async function answerRest(service: Service, request: IncomingMessage, response: ServerResponse, url: URL, body: Buffer): Promise<void> {
  const method = request.method ?? 'GET';
  const path = url.pathname.slice(apiPrefix.length);
  const found = credentials(service, request);
  const token = found.actor?.token ?? null;
  const parsed = parseBody(body);
  for (const hook of service.requestHooks) {
    await hook({ surface: 'rest', method, path, query: Object.fromEntries(url.searchParams), receivePack: false, login: found.actor?.login ?? null, body });
  }
  for (const tick of service.ticks) tick();
  const fault = service.faults.takeRest(method, path, Object.fromEntries(url.searchParams));
  const record = (status: number): void => {
    service.requests.push({
      method, path, query: Object.fromEntries(url.searchParams), tokenKind: token?.kind ?? null, login: found.actor?.login ?? null,
      body: parsed ?? null, status,
    });
  };
  if (fault?.kind === 'drop') {
    record(0);
    request.socket.destroy();
    return;
  }
  let answer = insteadOfAnswer(service, fault, url);
  if (answer === null) {
    const call: Omit<Call, 'params'> = {
      service, by: found.actor ?? anonymous, method, path, query: url.searchParams, body: parsed ?? {}, accept: request.headers.accept ?? '',
    };
    answer = await attempt(() => {
      if (found.headers.length > 1) throw new ServiceError(400, 'Bad Request');
      if (found.problem !== null) throw new ServiceError(401, 'Bad credentials');
      if (found.actor === null && method !== 'GET') throw new ServiceError(401, 'Requires authentication');
      if (parsed === null) throw new ServiceError(400, 'Problems parsing JSON');
      if (token !== null) checkLimit(service, token, path);
      const { route, params } = findRoute(routes, method, path);
      checkScopes(call.by, method, route.scopes);
      return route.answer({ ...call, params });
    });
  }
  send(service, request, response, token, onTopOfAnswer(fault, answer), fault, record, path);
}

async function attempt(work: () => Promise<Answer> | Answer): Promise<Answer> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof ServiceError)) throw cause;
    return {
      status: cause.status,
      body: { message: cause.message, ...(cause.errors.length === 0 ? {} : { errors: cause.errors }), documentation_url: 'https://docs.github.com/rest', status: String(cause.status) },
      headers: cause.headers,
    };
  }
}

/** Undefined fields are fine, anything but a JSON object is null. */
function parseBody(body: Buffer): Readonly<Record<string, unknown>> | null {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

function insteadOfAnswer(service: Service, fault: RestFault | null, url: URL): Answer | null {
  switch (fault?.kind) {
    case 'status':
      return { status: fault.status, body: { message: fault.message ?? 'the sandbox was told to fail', documentation_url: 'https://docs.github.com/rest' }, headers: fault.headers ?? {} };
    case 'rate-limit': {
      const primary = fault.limit === 'primary';
      const reset = Math.floor(service.now() / 1000) + fault.retryAfter;
      return {
        status: 403,
        body: {
          message: primary ? 'API rate limit exceeded for installation.' : 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
          documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
        },
        headers: primary ? { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) } : { 'retry-after': String(fault.retryAfter) },
      };
    }
    case 'redirect':
      return { status: fault.status ?? 302, body: { message: 'Found' }, headers: { location: `${fault.to}${url.pathname}${url.search}` } };
    default:
      return null;
  }
}

function onTopOfAnswer(fault: RestFault | null, answer: Answer): Answer {
  if (fault?.kind !== 'truncate') return answer;
  const headers = Object.fromEntries(Object.entries(answer.headers ?? {}).filter(([name]) => name !== 'link'));
  return { ...answer, headers, body: shortened(answer.body, fault.items) };
}

function shortened(body: unknown, items: number): unknown {
  if (Array.isArray(body)) return body.slice(0, items);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, Array.isArray(value) ? value.slice(0, items) : value]));
}

function checkLimit(service: Service, token: Token, path: string): void {
  if (service.now() >= token.resetsAt) {
    token.used = 0;
    token.resetsAt = service.now() + hour;
  }
  if (path === '/rate_limit') return;
  if (token.used >= token.limit) throw new ServiceError(403, 'API rate limit exceeded for installation.');
  token.used += 1;
}

function limitHeaders(token: Token | null): Record<string, string> {
  if (token === null) return {};
  return {
    'x-ratelimit-limit': String(token.limit),
    'x-ratelimit-remaining': String(Math.max(token.limit - token.used, 0)),
    'x-ratelimit-used': String(token.used),
    'x-ratelimit-reset': String(Math.floor(token.resetsAt / 1000)),
    'x-ratelimit-resource': 'core',
  };
}

function send(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
  token: Token | null,
  answer: Answer,
  fault: RestFault | null,
  record: (status: number) => void,
  path: string,
): void {
  const content = answer.body === undefined ? Buffer.alloc(0) : Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(JSON.stringify(answer.body));
  const etag = `"${createHash('sha256').update(content).digest('hex')}"`;
  const cacheable = request.method === 'GET' && answer.status === 200 && fault === null;
  const unchanged = cacheable && (request.headers['if-none-match'] ?? '').split(',').some((known) => known.trim().replace(/^W\//u, '') === etag);
  // Not counted against the limit: https://docs.github.com/rest/using-the-rest-api/best-practices
  if (unchanged && token !== null && path !== '/rate_limit') token.used -= 1;
  const headers: Record<string, string> = {
    ...limitHeaders(token),
    'x-github-request-id': `SAND:${service.requests.length.toString(16).padStart(4, '0')}`,
    'x-github-api-version-selected': '2022-11-28',
    'x-github-media-type': 'github.v3; format=json',
    ...(answer.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...(cacheable ? { etag, 'cache-control': 'private, max-age=60, s-maxage=60' } : {}),
    ...answer.headers,
  };
  const status = unchanged ? 304 : answer.status;
  const deliver = (): void => {
    record(fault?.kind === 'cut' ? 0 : status);
    if (fault?.kind === 'cut') {
      response.writeHead(status, { ...headers, 'content-length': String(content.length + 1) });
      response.write(content.subarray(0, Math.floor(content.length / 2)), () => request.socket.destroy());
      return;
    }
    response.writeHead(status, headers);
    response.end(unchanged ? undefined : fault?.kind === 'nonsense' ? '<!DOCTYPE html><title>Unicorn!</title>{' : content);
  };
  if (fault?.kind === 'delay') setTimeout(deliver, fault.milliseconds).unref();
  else deliver();
}
