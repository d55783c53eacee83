import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxGitHub, SandboxOptions } from './api.js';
import { ContinuousIntegration } from './ci.js';
import { Faults } from './faults.js';
import { answerGit, parseGitRequest } from './git-http.js';
import { sendEvent, verbs } from './people.js';
import { installHooks } from './push-rules.js';
import { answerRest, apiPrefix } from './rest.js';
import { findRepository } from './service.js';
import type { Service } from './service.js';
import { emptyState } from './state.js';

export type * from './api.js';
export type * from './state.js';
export type { GitFault, GitMatch, RestFault, RestMatch, SearchLag } from './faults.js';
export type { RunContext, RunPlan, RunSelector, WorkflowScript } from './ci.js';
export { ContinuousIntegration } from './ci.js';
export { Faults } from './faults.js';
export { ServiceError } from './service.js';

/** Starts a GitHub on 127.0.0.1 with nothing in it. What it models and what not: docs/sandbox.md. */
export async function startGitHub(options: SandboxOptions = {}): Promise<SandboxGitHub> {
  const directory = await realpath(options.directory ?? (await mkdtemp(join(tmpdir(), 'sandbox-github-'))));
  await installHooks(directory);
  const service = emptyService(options.now ?? Date.now, directory);
  const server = createServer((request, response) => {
    void answer(service, request, response);
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  service.apiUrl = `${service.url}${apiPrefix}`;
  const cis: ContinuousIntegration[] = [];
  return {
    ...verbs(service),
    url: service.url,
    apiUrl: service.apiUrl,
    state: service.state,
    faults: service.faults,
    requests: service.requests,
    gitRequests: service.gitRequests,
    events: service.events,
    gitUrl: (fullName) => `${service.url}/${fullName}.git`,
    now: () => service.now(),
    onEvent: (listener) => {
      service.listeners.add(listener);
      return () => void service.listeners.delete(listener);
    },
    beforeRequest: (hook) => {
      service.requestHooks.add(hook);
      return () => void service.requestHooks.delete(hook);
    },
    startCi: (repository, workflows) => {
      const ci = new ContinuousIntegration(service, findRepository(service, repository), workflows);
      cis.push(ci);
      return ci;
    },
    sendEvent: (as, repository, name, action, payload) => sendEvent(service, as, repository, name, action, payload ?? {}),
    settle: async () => {
      while (service.pending.size > 0) await Promise.all(service.pending);
      if (service.failures.length > 0) throw service.failures.shift();
    },
    forgetRequests: () => {
      service.requests.length = 0;
      service.gitRequests.length = 0;
    },
    close: async () => {
      for (const ci of cis) ci.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      if (options.directory === undefined) await rm(directory, { recursive: true, force: true });
    },
  };
}

function emptyService(now: () => number, directory: string): Service {
  let lastId = 1000;
  return {
    url: '', apiUrl: '', directory, state: emptyState(), faults: new Faults(), events: [], requests: [], gitRequests: [],
    listeners: new Set(), requestHooks: new Set(), runStarted: new Set(), ticks: new Set(), pending: new Set(), failures: [],
    now,
    nextId: () => {
      lastId += 1;
      return lastId;
    },
  };
}

async function answer(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', service.url);
    const body = await bodyOf(request);
    const asked = parseGitRequest(url);
    if (url.pathname.startsWith(`${apiPrefix}/`)) {
      await answerRest(service, request, response, url, body);
    } else if (asked !== null) {
      await answerGit(service, request, response, asked, body);
    } else {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found');
    }
  } catch (cause) {
    // A defect of the sandbox itself must be seen, and must not look like an answer of GitHub.
    console.error('the sandbox GitHub failed', cause);
    if (!response.headersSent) response.writeHead(599, { 'content-type': 'text/plain' });
    response.end(String(cause));
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
