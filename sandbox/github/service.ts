import type { GitRequestRecord, RequestHook, RequestRecord } from './api.js';
import type { Faults } from './faults.js';
import type { Account, Actor, PullRequest, Repository, SandboxEvent, SandboxState, WorkflowRun } from './state.js';

/** What every part of the sandbox works with. */
export interface Service {
  /** Without trailing slash; known once the server listens. */
  url: string;
  apiUrl: string;
  readonly directory: string;
  readonly state: SandboxState;
  readonly faults: Faults;
  readonly events: SandboxEvent[];
  readonly requests: RequestRecord[];
  readonly gitRequests: GitRequestRecord[];
  readonly listeners: Set<(event: SandboxEvent) => void | Promise<void>>;
  readonly requestHooks: Set<RequestHook>;
  /** Told when a run begins an attempt; the CI simulator decides what becomes of it. */
  readonly runStarted: Set<(repository: Repository, run: WorkflowRun) => void>;
  /** Called before each request is looked at, so that simulated time takes effect. */
  readonly ticks: Set<() => void>;
  readonly pending: Set<Promise<void>>;
  /** What asynchronous listeners threw; `settle()` throws the first. */
  readonly failures: unknown[];
  now(): number;
  /** One increasing sequence for everything that has an id. */
  nextId(): number;
}

/** A request that GitHub would answer with an error. Verbs throw it as well. */
export class ServiceError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors: ReadonlyArray<Readonly<Record<string, unknown>>> = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'ServiceError';
  }
}

export function notFound(): ServiceError {
  return new ServiceError(404, 'Not Found');
}

/** 422 as GitHub words it: what was wrong with which field of which resource. */
export function invalid(resource: string, field: string, code: string, message?: string): ServiceError {
  return new ServiceError(422, 'Validation Failed', [{ resource, field, code, ...(message === undefined ? {} : { message }) }]);
}

export function iso(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

export function findRepository(service: Service, fullName: string): Repository {
  const repository = service.state.repositories.get(fullName.toLowerCase());
  if (repository === undefined) throw notFound();
  return repository;
}

export function findPullRequest(repository: Repository, number: number): PullRequest {
  const pullRequest = repository.pullRequests.get(number);
  if (pullRequest === undefined) throw notFound();
  return pullRequest;
}

/** The account of a login; created on first sight, since people need no introduction in tests. */
export function account(service: Service, login: string, type?: Account['type']): Account {
  const known = service.state.accounts.get(login.toLowerCase());
  if (known !== undefined) return known;
  const made: Account = {
    id: service.nextId(),
    login,
    type: type ?? (login.endsWith('[bot]') ? 'Bot' : 'User'),
    email: `${login.replace(/[^\w.-]/gu, '')}@users.noreply.example`,
  };
  service.state.accounts.set(login.toLowerCase(), made);
  return made;
}

export function actor(service: Service, as: string | Actor): Actor {
  if (typeof as !== 'string') return as;
  return { login: account(service, as).login, kind: 'person', token: null };
}

export function sameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

const dispatches = new Set(['workflow_dispatch', 'repository_dispatch']);

/**
 * Tells all listeners. The job's own token causes no workflow except by dispatch
 * (https://docs.github.com/actions/using-workflows/triggering-a-workflow).
 */
export function emit(
  service: Service,
  repository: Repository,
  by: Actor,
  name: string,
  action: string | null,
  payload: Readonly<Record<string, unknown>>,
  mayStartWorkflows = true,
): void {
  const event: SandboxEvent = {
    id: service.nextId(),
    name,
    action,
    payload: action === null ? payload : { action, ...payload },
    repository: repository.fullName,
    actor: by,
    startsWorkflows: mayStartWorkflows && (by.kind !== 'job' || dispatches.has(name)),
    at: service.now(),
  };
  service.events.push(event);
  for (const listener of service.listeners) {
    const done = listener(event);
    if (done instanceof Promise) {
      const settled: Promise<void> = done
        .catch((cause: unknown) => void service.failures.push(cause))
        .finally(() => service.pending.delete(settled));
      service.pending.add(settled);
    }
  }
}
