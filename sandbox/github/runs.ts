import type { RunInput } from './api.js';
import { announceCheck, announceSuite, changeCheckRun, makeCheckRun, makeSuite } from './checks.js';
import { account, emit, notFound, ServiceError } from './service.js';
import type { Service } from './service.js';
import type { Actor, Repository, RunConclusion, Workflow, WorkflowJob, WorkflowRun } from './state.js';
import { eventFrame, organizationView } from './views/repository.js';
import { runView, workflowView } from './views/runs.js';

/** GitHub refuses a rerun beyond this many. */
export const mostAttempts = 50;

export interface NewWorkflow {
  readonly id?: number;
  readonly name: string;
  readonly path: string;
  readonly dispatchable?: boolean;
  /** Default: `build`. */
  readonly jobs?: readonly string[];
}

/** The workflow of that path, registered on first sight. */
export function registerWorkflow(service: Service, repository: Repository, input: NewWorkflow): Workflow {
  const known = [...repository.workflows.values()].find(({ path, id }) => (input.id === undefined ? path === input.path : id === input.id));
  if (known !== undefined) return known;
  const workflow: Workflow = {
    id: input.id ?? service.nextId(), name: input.name, path: input.path, state: 'active', dispatchable: input.dispatchable ?? false,
    jobs: input.jobs ?? ['build'], createdAt: service.now(),
  };
  repository.workflows.set(workflow.id, workflow);
  return workflow;
}

/** By id, or by file name as in `ci.yml`. */
export function findWorkflow(repository: Repository, idOrFile: string): Workflow {
  const workflow = [...repository.workflows.values()].find(({ id, path }) => String(id) === idOrFile || path.split('/').at(-1) === idOrFile);
  if (workflow === undefined) throw notFound();
  return workflow;
}

export function findRun(repository: Repository, id: number): WorkflowRun {
  const run = repository.runs.get(id);
  if (run === undefined) throw notFound();
  return run;
}

export interface NewRun {
  readonly workflow: Workflow;
  readonly event: string;
  readonly headBranch: string | null;
  readonly headSha: string;
  readonly headRepository: string | null;
  readonly actor: string;
}

/** Queues a run with its check suite and one job (and check run) per name, then tells the CI simulator. */
export function startRun(service: Service, repository: Repository, input: NewRun): WorkflowRun {
  const suite = makeSuite(service, repository, 'github-actions', input.headSha, input.headBranch);
  const now = service.now();
  const run: WorkflowRun = {
    id: service.nextId(), runNumber: [...repository.runs.values()].filter(({ workflowId }) => workflowId === input.workflow.id).length + 1,
    workflowId: input.workflow.id, name: input.workflow.name, path: input.workflow.path, event: input.event, headBranch: input.headBranch,
    headSha: input.headSha, headRepository: input.headRepository, checkSuiteId: suite.id, actor: input.actor, runAttempt: 1,
    status: 'queued', conclusion: null, jobs: [], createdAt: now, updatedAt: now, startedAt: now, raw: null,
  };
  repository.runs.set(run.id, run);
  const by = actorOfRun(run);
  announceSuite(service, repository, by, 'requested', suite);
  announceRun(service, repository, run, 'requested');
  for (const name of input.workflow.jobs) addJob(service, repository, run, name);
  for (const told of service.runStarted) told(repository, run);
  return run;
}

function addJob(service: Service, repository: Repository, run: WorkflowRun, name: string): void {
  const suite = repository.checkSuites.get(run.checkSuiteId);
  if (suite === undefined) return;
  const check = makeCheckRun(service, repository, suite, name);
  const job: WorkflowJob = {
    id: check.id, name, runAttempt: run.runAttempt, checkRunId: check.id, status: 'queued', conclusion: null, startedAt: service.now(), completedAt: null,
  };
  run.jobs.push(job);
  announceCheck(service, repository, actorOfRun(run), 'created', check);
}

/** What a run does is done in the name of who caused it; workflows listening to `workflow_run` do start. */
function actorOfRun(run: WorkflowRun): Actor {
  return { login: run.actor, kind: 'person', token: null };
}

function announceRun(service: Service, repository: Repository, run: WorkflowRun, action: 'requested' | 'in_progress' | 'completed'): void {
  const by = actorOfRun(run);
  const workflow = repository.workflows.get(run.workflowId);
  emit(service, repository, by, 'workflow_run', action, {
    workflow_run: runView(service, repository, run),
    workflow: workflow === undefined ? null : workflowView(service, repository, workflow),
    ...eventFrame(service, repository, by),
  });
}

export function runInProgress(service: Service, repository: Repository, run: WorkflowRun): void {
  if (run.status === 'in_progress') return;
  run.status = 'in_progress';
  run.updatedAt = service.now();
  for (const job of currentJobs(run)) {
    if (job.status === 'completed') continue;
    job.status = 'in_progress';
    const check = repository.checkRuns.get(job.checkRunId);
    if (check !== undefined) changeCheckRun(service, repository, actorOfRun(run), check, { status: 'in_progress' });
  }
  announceRun(service, repository, run, 'in_progress');
}

/** Ends the run and the jobs still open in it: all with its conclusion. */
export function completeRun(service: Service, repository: Repository, run: WorkflowRun, conclusion: RunConclusion): void {
  const by = actorOfRun(run);
  run.status = 'completed';
  run.conclusion = conclusion;
  run.updatedAt = service.now();
  for (const job of currentJobs(run)) if (job.status !== 'completed') completeJob(service, repository, run, job, conclusion);
  const suite = repository.checkSuites.get(run.checkSuiteId);
  if (suite !== undefined) {
    suite.status = 'completed';
    suite.conclusion = conclusion;
    suite.updatedAt = run.updatedAt;
    announceSuite(service, repository, by, 'completed', suite);
  }
  announceRun(service, repository, run, 'completed');
}

/** Ends one job and its check run; the run goes on. */
export function completeJob(service: Service, repository: Repository, run: WorkflowRun, job: WorkflowJob, conclusion: RunConclusion): void {
  job.status = 'completed';
  job.conclusion = conclusion;
  job.completedAt = service.now();
  const check = repository.checkRuns.get(job.checkRunId);
  if (check !== undefined) changeCheckRun(service, repository, actorOfRun(run), check, { status: 'completed', conclusion });
}

export function currentJobs(run: WorkflowRun): readonly WorkflowJob[] {
  return run.jobs.filter(({ runAttempt }) => runAttempt === run.runAttempt);
}

/** Same id, next attempt. With `failedOnly`, jobs that succeeded are carried over. */
export function rerun(service: Service, repository: Repository, run: WorkflowRun, failedOnly: boolean): void {
  if (run.status !== 'completed') throw new ServiceError(403, 'This workflow is already running');
  if (run.runAttempt > mostAttempts) throw new ServiceError(403, 'This workflow run has been rerun too many times');
  const previous = currentJobs(run);
  const kept = failedOnly ? previous.filter(({ conclusion }) => conclusion === 'success' || conclusion === 'skipped') : [];
  if (failedOnly && kept.length === previous.length && previous.length > 0) throw new ServiceError(403, 'This workflow run has no failed jobs to rerun');
  run.runAttempt += 1;
  run.status = 'queued';
  run.conclusion = null;
  run.startedAt = service.now();
  run.updatedAt = run.startedAt;
  const suite = repository.checkSuites.get(run.checkSuiteId);
  if (suite !== undefined) Object.assign(suite, { status: 'queued', conclusion: null, updatedAt: run.startedAt });
  announceRun(service, repository, run, 'requested');
  for (const job of previous) {
    if (kept.includes(job)) run.jobs.push({ ...job, runAttempt: run.runAttempt });
    else addJob(service, repository, run, job.name);
  }
  for (const told of service.runStarted) told(repository, run);
}

/** `workflow_dispatch` on a branch or tag; works with every kind of token. */
export async function dispatchWorkflow(service: Service, repository: Repository, by: Actor, workflow: Workflow, ref: string, inputs: Readonly<Record<string, unknown>>): Promise<WorkflowRun> {
  const refs = await repository.git.refs();
  const full = [ref, `refs/heads/${ref}`, `refs/tags/${ref}`].find((name) => refs.has(name));
  const sha = full === undefined ? undefined : refs.get(full);
  if (full === undefined || sha === undefined) throw new ServiceError(422, `No ref found for: ${ref}`);
  if (!workflow.dispatchable) throw new ServiceError(422, "Workflow does not have 'workflow_dispatch' trigger");
  if (workflow.state !== 'active') throw new ServiceError(403, 'Cannot trigger a \'workflow_dispatch\' on a disabled workflow');
  await repository.git.commits.load([sha]);
  emit(service, repository, by, 'workflow_dispatch', null, {
    inputs, ref: full, workflow: workflow.path, ...eventFrame(service, repository, by), organization: organizationView(service, repository),
  });
  return startRun(service, repository, {
    workflow, event: 'workflow_dispatch', headBranch: full.replace(/^refs\/(?:heads|tags)\//u, ''), headSha: sha,
    headRepository: repository.fullName, actor: by.login,
  });
}

/** Runs as a test describes them, without jobs and without events. */
export function addRuns(service: Service, repository: Repository, inputs: readonly RunInput[]): readonly WorkflowRun[] {
  return inputs.map((input) => {
    const name = input.workflow?.name ?? 'ci';
    const workflow = registerWorkflow(service, repository, {
      name,
      path: input.workflow?.path ?? `.github/workflows/${input.workflow?.id ?? name}.yml`,
      ...(input.workflow?.id === undefined ? {} : { id: input.workflow.id }),
    });
    const suite = makeSuite(service, repository, 'github-actions', input.headSha, input.headBranch ?? null);
    const now = service.now();
    const run: WorkflowRun = {
      id: input.id ?? service.nextId(), runNumber: repository.runs.size + 1, workflowId: workflow.id, name, path: workflow.path,
      event: input.event ?? 'push', headBranch: input.headBranch ?? null, headSha: input.headSha,
      headRepository: input.headRepository === undefined ? repository.fullName : input.headRepository, checkSuiteId: suite.id,
      actor: account(service, input.actor ?? repository.owner.login).login, runAttempt: input.runAttempt ?? 1,
      status: input.status ?? 'completed', conclusion: input.conclusion === undefined && (input.status ?? 'completed') === 'completed' ? 'success' : (input.conclusion ?? null),
      jobs: [], createdAt: now, updatedAt: now, startedAt: now, raw: input.raw ?? null,
    };
    repository.runs.set(run.id, run);
    return run;
  });
}
