import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { JiraFaults } from './faults.js';
import type { JiraFault } from './faults.js';
import { Tracker } from './tracker.js';

export { JiraFaults } from './faults.js';
export type { JiraFault } from './faults.js';
export { Tracker } from './tracker.js';
export type { NewIssue } from './tracker.js';

export interface JiraOptions {
  /** The one account that may sign in, and its token. */
  readonly email?: string;
  readonly token?: string;
  /** Where Jira stands below its host, `/jira`; default: nowhere below. */
  readonly contextPath?: string;
  /** Port to listen on; default 0, any free one. */
  readonly port?: number;
}

/** One request as it was answered. */
export interface JiraRequest {
  readonly method: string;
  /** As sent, with the context path, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The header exactly as sent; null without one. */
  readonly authorization: string | null;
  /** What it says, decoded; null if it is no basic authentication. */
  readonly credentials: { readonly email: string; readonly token: string } | null;
  /** 0: no status was sent. */
  readonly status: number;
}

export interface SandboxJira {
  /** Address with the context path, for `jira_account_url`. */
  readonly url: string;
  readonly email: string;
  readonly token: string;
  readonly tracker: Tracker;
  readonly faults: JiraFaults;
  /** Oldest first. */
  readonly requests: readonly JiraRequest[];
  close(): Promise<void>;
}

/** Jira asks for a captcha after so many failed logins of an account in a row. */
const failedLoginLimit = 3;

/**
 * Starts a small Jira on 127.0.0.1, with nothing in it.
 *
 * Modelled: reading one issue by version 2 of the REST interface, with the choice of fields; basic authentication, its
 * failures and the captcha after several; hidden projects; moved issues; sub-tasks. Simplified: one account; versions and
 * types have a name and nothing more. Absent: everything that writes, search, version 3, OAuth and personal access tokens.
 */
export async function startJira(options: JiraOptions = {}): Promise<SandboxJira> {
  const email = options.email ?? 'robot@example.test';
  const token = options.token ?? 'sandbox-jira-token';
  const contextPath = options.contextPath ?? '';
  const tracker = new Tracker();
  const faults = new JiraFaults();
  const requests: JiraRequest[] = [];
  let failedLogins = 0;

  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', url);
    const credentials = readCredentials(request);
    const record = { method: request.method ?? '', path: asked.pathname, query: Object.fromEntries(asked.searchParams), authorization: request.headers.authorization ?? null, credentials, status: 0 };
    // Now and not at the end: whoever reads the answer may look at the requests before the connection is closed.
    requests.push(record);
    const begin: Begin = (status, headers) => {
      record.status = status;
      return response.writeHead(status, headers);
    };
    const right = () => answer(asked, credentials);
    const fault = faults.take();
    if (fault === null) {
      send(begin, right());
    } else {
      misbehave(fault, response, begin, right);
    }
  });

  function answer(asked: URL, credentials: JiraRequest['credentials']): Reply {
    const key = asked.pathname.startsWith(`${contextPath}/rest/api/2/issue/`) ? asked.pathname.slice(`${contextPath}/rest/api/2/issue/`.length) : null;
    if (key === null) {
      return { status: 404, headers: html, body: '<html><body><h1>Not Found</h1></body></html>' };
    }
    if (failedLogins >= failedLoginLimit) {
      return { status: 403, headers: { ...html, 'x-seraph-loginreason': 'AUTHENTICATION_DENIED', 'x-authentication-denied-reason': `CAPTCHA_CHALLENGE; login-url=${url}/login.jsp` }, body: '<html>Basic Authentication Failure - Reason : AUTHENTICATION_DENIED</html>' };
    }
    if (credentials?.email !== email || credentials.token !== token) {
      failedLogins += credentials === null ? 0 : 1;
      return { status: 401, headers: { ...html, 'www-authenticate': 'OAuth realm="sandbox"', 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' }, body: '<html>Client must be authenticated to access this resource.</html>' };
    }
    failedLogins = 0;
    const issue = tracker.show(decodeURIComponent(key), url);
    if (issue === null) {
      return json(404, { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} });
    }
    const wanted = asked.searchParams.get('fields')?.split(',') ?? null;
    const fields = Object.entries(issue.fields).filter(([name]) => wanted === null || wanted.includes(name));
    return json(200, { ...issue, fields: Object.fromEntries(fields) });
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${contextPath}`;
  return {
    url, email, token, tracker, faults, requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends status and headers, and notes them. */
type Begin = (status: number, headers: Readonly<Record<string, string>>) => ServerResponse;

const html = { 'content-type': 'text/html;charset=UTF-8' };

function json(status: number, body: unknown): Reply {
  return { status, headers: { 'content-type': 'application/json;charset=UTF-8' }, body: JSON.stringify(body) };
}

function send(begin: Begin, { status, headers, body }: Reply): void {
  begin(status, headers).end(body);
}

function misbehave(fault: JiraFault, response: ServerResponse, begin: Begin, right: () => Reply): void {
  switch (fault.kind) {
    case 'status':
      send(begin, { status: fault.status, headers: fault.headers ?? html, body: fault.body ?? '<html>error</html>' });
      return;
    case 'rate-limit':
      send(begin, { ...json(429, { errorMessages: ['Rate limit exceeded.'] }), headers: { 'retry-after': String(fault.retryAfter) } });
      return;
    case 'delay': {
      const timer = setTimeout(() => send(begin, right()), fault.milliseconds);
      response.once('close', () => clearTimeout(timer));
      return;
    }
    case 'silence':
      return;
    case 'drop':
      response.destroy();
      return;
    case 'cut': {
      const { status, headers, body } = right();
      begin(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) }).write(body.slice(0, body.length / 2), () => response.destroy());
      return;
    }
    case 'nonsense':
      send(begin, { status: 200, headers: { 'content-type': fault.contentType ?? 'application/json;charset=UTF-8' }, body: fault.body });
      return;
    case 'login-page':
      send(begin, { status: 200, headers: html, body: '<!DOCTYPE html><html><title>Log in</title><form action="/login.jsp"></form></html>' });
      return;
    case 'flood': {
      begin(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '.repeat(64 * 1024)), 1);
      response.once('close', () => clearInterval(timer));
      return;
    }
    case 'redirect':
      send(begin, { status: 302, headers: { location: fault.to }, body: '' });
  }
}

function readCredentials({ headers }: IncomingMessage): JiraRequest['credentials'] {
  const encoded = /^Basic (?<encoded>\S+)$/i.exec(headers.authorization ?? '')?.groups?.encoded;
  const decoded = Buffer.from(encoded ?? '', 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon === -1 ? null : { email: decoded.slice(0, colon), token: decoded.slice(colon + 1) };
}
