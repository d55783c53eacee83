import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGitHub } from '../../src/github/create-github.js';
import type { GitHubOptions } from '../../src/github/create-github.js';
import type { GitHubPort } from '../../src/ports/github.js';

/** A request as the service saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** One answer of the service; a function takes the connection into its own hands. */
export type Reply = Partial<JsonReply> | ((response: ServerResponse) => void);

interface JsonReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: unknown;
  /** Sent as it is instead of `json`. */
  readonly text: string;
}

export interface Service {
  readonly url: string;
  readonly seen: readonly Seen[];
  /** Waits the adapter asked for, in milliseconds. */
  readonly waits: readonly number[];
  readonly log: readonly string[];
  readonly github: GitHubPort;
  close(): Promise<void>;
}

export const token = 'ghs_SecretOfThisTest0123456789';

/** A real HTTP server that answers as told, and an adapter that talks to it on a clock that does not make tests wait. */
export async function startService(reply: (request: Seen, count: number) => Reply, options: Partial<GitHubOptions> = {}): Promise<Service> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const url = new URL(request.url ?? '/', 'http://service.test');
      const body: unknown = text === '' ? null : JSON.parse(text);
      const arrived = { method: request.method ?? '', path: decodeURIComponent(url.pathname), query: url.searchParams, headers: request.headers, body };
      seen.push(arrived);
      answer(response, reply(arrived, seen.length));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const waits: number[] = [];
  const log: string[] = [];
  let time = Date.parse('2026-03-01T12:00:00Z');
  const github = await createGitHub({
    token,
    apiUrl: url,
    repository: { owner: 'scality', name: 'ring' },
    log: (line) => void log.push(line),
    now: () => time,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
    ...options,
  });
  return {
    url, seen, waits, log, github,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, reply: Reply): void {
  if (typeof reply === 'function') {
    reply(response);
    return;
  }
  const status = reply.status ?? 200;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...reply.headers });
  response.end(status === 204 || status === 304 ? undefined : (reply.text ?? JSON.stringify(reply.json ?? {})));
}

/** A page of a list with the `link` header GitHub would send. */
export function pageOf(items: readonly unknown[], request: Seen, base: string): { readonly page: readonly unknown[]; readonly headers: Record<string, string> } {
  const number = Number(request.query.get('page'));
  const last = Math.max(1, Math.ceil(items.length / 100));
  const link = (page: number, relation: string) => {
    const query = new URLSearchParams(request.query);
    query.set('page', String(page));
    return `<${base}${request.path}?${query.toString()}>; rel="${relation}"`;
  };
  const headers: Record<string, string> = number < last ? { link: `${link(number + 1, 'next')}, ${link(last, 'last')}` } : {};
  return { page: items.slice((number - 1) * 100, number * 100), headers };
}

export const sha = 'a'.repeat(40);

export function rawRun(id: number, change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id,
    run_attempt: 1,
    workflow_id: 7,
    path: '.github/workflows/ci.yml@refs/heads/main',
    name: 'ci',
    event: 'push',
    head_sha: sha,
    head_branch: 'w/5.1/feature/x',
    head_repository: { id: 42 },
    repository: { id: 42 },
    status: 'completed',
    conclusion: 'success',
    html_url: `https://github.test/runs/${id}`,
    created_at: '2026-03-01T10:00:00Z',
    run_number: id,
    ...change,
  };
}

export function rawComment(id: number, change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { id, user: { login: 'ada' }, body: `comment ${id}`, created_at: '2026-03-01T10:00:00Z', html_url: `https://github.test/c/${id}`, ...change };
}

export function rawPullRequest(number: number, change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    number,
    title: 'A title',
    body: null,
    user: { login: 'ada' },
    state: 'open',
    merged_at: null,
    draft: false,
    head: { ref: 'feature/x', sha, repo: { id: 42, full_name: 'scality/ring' } },
    base: { ref: 'development/5.1', sha: 'b'.repeat(40), repo: { id: 42 } },
    requested_reviewers: [{ login: 'grace' }],
    html_url: `https://github.test/pull/${number}`,
    updated_at: '2026-03-01T10:00:00Z',
    ...change,
  };
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
