import type { CheckRunInput, StatusInput } from './api.js';
import { emit, invalid, notFound, ServiceError } from './service.js';
import type { Service } from './service.js';
import type { Actor, CheckRun, CheckSuite, CommitStatus, Repository } from './state.js';
import { commitView } from './views/commits.js';
import { eventFrame, repositoryUrl } from './views/repository.js';
import { checkRunView, checkSuiteView } from './views/runs.js';

export const longestDescription = 140;
export const longestContext = 255;
export const statusesPerContext = 1000;

/** Adds a status; GitHub keeps every one and shows the newest of each context. */
export async function addStatus(service: Service, repository: Repository, by: Actor, input: StatusInput): Promise<CommitStatus> {
  const context = input.context ?? 'default';
  const description = input.description ?? null;
  if (!['error', 'failure', 'pending', 'success'].includes(input.state)) throw invalid('Status', 'state', 'invalid');
  if ((description ?? '').length > longestDescription) throw invalid('Status', 'description', 'custom', `description is too long (maximum is ${longestDescription} characters)`);
  if (context.length > longestContext) throw invalid('Status', 'context', 'custom', `context is too long (maximum is ${longestContext} characters)`);
  if (!/^[0-9a-f]{40}$/u.test(input.sha) || (await repository.git.resolve(input.sha)) === null) throw new ServiceError(422, `No commit found for SHA: ${input.sha}`);
  if (statusesOf(repository, input.sha, context).length >= statusesPerContext) {
    throw new ServiceError(422, 'Validation Failed', [
      { resource: 'Status', code: 'custom', message: 'This SHA and context has reached the maximum number of statuses.' },
    ]);
  }
  const status: CommitStatus = {
    id: service.nextId(), sha: input.sha, context, state: input.state, description, targetUrl: input.targetUrl ?? null,
    creator: by.login, createdAt: service.now(),
  };
  repository.statuses.push(status);
  const commit = await repository.git.commits.find(status.sha);
  const branches = [...(await repository.git.branches())].filter(([, sha]) => sha === status.sha);
  const at = new Date(status.createdAt).toISOString();
  emit(service, repository, by, 'status', null, {
    id: status.id, sha: status.sha, name: repository.fullName, avatar_url: null, target_url: status.targetUrl, context, description,
    state: status.state, commit: commitView(service, repository, commit),
    branches: branches.slice(0, 10).map(([name, sha]) => ({ name, commit: { sha, url: `${repositoryUrl(service, repository)}/commits/${sha}` }, protected: false })),
    created_at: at, updated_at: at, ...eventFrame(service, repository, by),
  });
  return status;
}

function statusesOf(repository: Repository, sha: string, context: string): readonly CommitStatus[] {
  return repository.statuses.filter((status) => status.sha === sha && status.context.toLowerCase() === context.toLowerCase());
}

/** Newest per context, in the order the contexts were last written. */
export function newestStatuses(repository: Repository, sha: string): readonly CommitStatus[] {
  const newest = new Map<string, CommitStatus>();
  for (const status of repository.statuses) if (status.sha === sha) newest.set(status.context.toLowerCase(), status);
  return [...newest.values()].sort((one, other) => other.id - one.id);
}

export function makeSuite(service: Service, repository: Repository, appSlug: string, headSha: string, headBranch: string | null): CheckSuite {
  const now = service.now();
  const suite: CheckSuite = { id: service.nextId(), appSlug, headBranch, headSha, status: 'queued', conclusion: null, createdAt: now, updatedAt: now };
  repository.checkSuites.set(suite.id, suite);
  return suite;
}

export function announceSuite(service: Service, repository: Repository, by: Actor, action: 'requested' | 'completed', suite: CheckSuite): void {
  // Suites of GitHub Actions start no workflows, or they would start themselves.
  const view = checkSuiteView(service, repository, suite);
  emit(service, repository, by, 'check_suite', action, { check_suite: view, ...eventFrame(service, repository, by) }, suite.appSlug !== 'github-actions');
}

export function announceCheck(service: Service, repository: Repository, by: Actor, action: 'created' | 'completed', check: CheckRun): void {
  const suite = repository.checkSuites.get(check.suiteId);
  const view = { ...checkRunView(service, repository, check), ...(suite === undefined ? {} : { check_suite: checkSuiteView(service, repository, suite) }) };
  emit(service, repository, by, 'check_run', action, { check_run: view, ...eventFrame(service, repository, by) }, check.appSlug !== 'github-actions');
}

/** A check run by an app, in the suite that app has for the commit (made if it has none). */
export async function addCheckRun(service: Service, repository: Repository, by: Actor, input: CheckRunInput): Promise<CheckRun> {
  if ((await repository.git.resolve(input.headSha)) === null) throw new ServiceError(422, `No commit found for SHA: ${input.headSha}`);
  await repository.git.commits.load([input.headSha]);
  const appSlug = input.appSlug ?? appOf(by);
  const known = [...repository.checkSuites.values()].find((suite) => suite.appSlug === appSlug && suite.headSha === input.headSha);
  const suite = known ?? makeSuite(service, repository, appSlug, input.headSha, await branchAt(repository, input.headSha));
  const check = makeCheckRun(service, repository, suite, input.name);
  announceCheck(service, repository, by, 'created', check);
  changeCheckRun(service, repository, by, check, { status: input.conclusion === undefined ? (input.status ?? 'queued') : 'completed', conclusion: input.conclusion ?? null });
  return check;
}

async function branchAt(repository: Repository, sha: string): Promise<string | null> {
  return [...(await repository.git.branches())].find(([, tip]) => tip === sha)?.[0] ?? null;
}

export function makeCheckRun(service: Service, repository: Repository, suite: CheckSuite, name: string): CheckRun {
  const check: CheckRun = {
    id: service.nextId(), suiteId: suite.id, appSlug: suite.appSlug, name, headSha: suite.headSha, status: 'queued', conclusion: null,
    detailsUrl: null, externalId: '', title: null, summary: null, startedAt: service.now(), completedAt: null,
  };
  repository.checkRuns.set(check.id, check);
  return check;
}

export type CheckRunChange = Partial<Pick<CheckRun, 'status' | 'conclusion' | 'detailsUrl' | 'externalId' | 'title' | 'summary'>>;

/** A conclusion completes the check run; the last of a suite completes the suite. */
export function changeCheckRun(service: Service, repository: Repository, by: Actor, check: CheckRun, change: CheckRunChange): void {
  const wasCompleted = check.status === 'completed';
  Object.assign(check, change);
  if ((change.conclusion ?? null) !== null) check.status = 'completed';
  if (check.status !== 'completed') {
    check.completedAt = null;
    check.conclusion = null;
  }
  if (check.status === 'completed' && check.conclusion === null) throw invalid('CheckRun', 'conclusion', 'missing_field');
  if (check.status !== 'completed' || wasCompleted) return;
  check.completedAt = service.now();
  announceCheck(service, repository, by, 'completed', check);
  const suite = repository.checkSuites.get(check.suiteId);
  if (suite !== undefined && suite.appSlug !== 'github-actions') settleSuite(service, repository, by, suite);
}

function settleSuite(service: Service, repository: Repository, by: Actor, suite: CheckSuite): void {
  const checks = [...repository.checkRuns.values()].filter(({ suiteId }) => suiteId === suite.id);
  if (checks.some(({ status }) => status !== 'completed')) return;
  suite.status = 'completed';
  suite.conclusion = checks.find(({ conclusion }) => conclusion !== 'success')?.conclusion ?? 'success';
  suite.updatedAt = service.now();
  announceSuite(service, repository, by, 'completed', suite);
}

/** The app behind a token: check runs of the job's own token are GitHub Actions'. */
export function appOf(by: Actor): string {
  return by.kind === 'job' ? 'github-actions' : by.login.replace(/\[bot\]$/u, '');
}

export function findCheckRun(repository: Repository, id: number): CheckRun {
  const check = repository.checkRuns.get(id);
  if (check === undefined) throw notFound();
  return check;
}
