import { dispatchWorkflow, findRun, findWorkflow, rerun } from '../runs.js';
import { noContent, numberParam, ok, page, repositoryRoute, requiredText } from '../router.js';
import type { Answer, RepositoryCall, Route } from '../router.js';
import type { Service } from '../service.js';
import type { WorkflowJob, WorkflowRun } from '../state.js';
import { repositoryUrl, webUrl } from '../views/repository.js';
import { jobView, runView, workflowView } from '../views/runs.js';

const scopes = ['actions'];

/** A filtered list of runs never gives more (https://docs.github.com/rest/actions/workflow-runs). */
export const mostFilteredRuns = 1000;

export const actionsRoutes: readonly Route[] = [
  repositoryRoute('GET', '/actions/workflows', scopes, (call) =>
    page(call, [...call.repository.workflows.values()], (workflow) => workflowView(call.service, call.repository, workflow), 'workflows'),
  ),
  repositoryRoute('POST', '/actions/workflows/{workflow}/dispatches', scopes, async (call) => {
    const { service, repository, by, body } = call;
    const workflow = findWorkflow(repository, call.params.workflow ?? '');
    const inputs = body.inputs;
    const run = await dispatchWorkflow(service, repository, by, workflow, requiredText(body, 'ref'), typeof inputs === 'object' && inputs !== null ? { ...inputs } : {});
    if (body.return_run_details !== true) return noContent;
    return ok({ workflow_run_id: run.id, run_url: `${repositoryUrl(service, repository)}/actions/runs/${run.id}`, html_url: `${webUrl(service, repository)}/actions/runs/${run.id}` });
  }),
  repositoryRoute('GET', '/actions/workflows/{workflow}/runs', scopes, (call) => {
    const workflow = findWorkflow(call.repository, call.params.workflow ?? '');
    return listRuns(call, [...call.repository.runs.values()].filter(({ workflowId }) => workflowId === workflow.id));
  }),
  repositoryRoute('GET', '/actions/workflows/{workflow}', scopes, (call) => ok(workflowView(call.service, call.repository, findWorkflow(call.repository, call.params.workflow ?? '')))),
  repositoryRoute('GET', '/actions/runs', scopes, (call) => listRuns(call, [...call.repository.runs.values()])),
  repositoryRoute('GET', '/actions/runs/{run}', scopes, (call) => ok(runView(call.service, call.repository, runOf(call)))),
  repositoryRoute('POST', '/actions/runs/{run}/rerun', scopes, (call) => again(call, false)),
  repositoryRoute('POST', '/actions/runs/{run}/rerun-failed-jobs', scopes, (call) => again(call, true)),
  repositoryRoute('GET', '/actions/runs/{run}/jobs', scopes, (call) => {
    const run = runOf(call);
    const wanted = (job: WorkflowJob): boolean => call.query.get('filter') === 'all' || job.runAttempt === run.runAttempt;
    return page(call, run.jobs.filter(wanted), (job) => jobView(call.service, call.repository, run, job), 'jobs');
  }),
];

function runOf(call: RepositoryCall): WorkflowRun {
  return findRun(call.repository, numberParam(call, 'run'));
}

function again(call: RepositoryCall, failedOnly: boolean): Answer {
  rerun(call.service, call.repository, runOf(call), failedOnly);
  return ok({}, 201);
}

/** What a run says about itself, raw fields included, for filtering. */
function told(run: WorkflowRun, field: string, otherwise: unknown): unknown {
  return run.raw !== null && field in run.raw ? run.raw[field] : otherwise;
}

/** Newest first. With any filter the answer comes from a search index: capped, and late when the sandbox is told so. */
function listRuns(call: RepositoryCall, runs: readonly WorkflowRun[]): Promise<Answer> {
  const { service, repository, query } = call;
  const given = (name: string): string | null => (query.get(name) === '' ? null : query.get(name));
  const tests: Array<(run: WorkflowRun) => boolean> = [];
  const branch = given('branch');
  const event = given('event');
  const status = given('status');
  const headSha = given('head_sha');
  const actor = given('actor');
  const suite = given('check_suite_id');
  const created = given('created');
  if (branch !== null) tests.push((run) => told(run, 'head_branch', run.headBranch) === branch);
  if (event !== null) tests.push((run) => told(run, 'event', run.event) === event);
  if (status !== null) tests.push((run) => told(run, 'status', run.status) === status || told(run, 'conclusion', run.conclusion) === status);
  if (headSha !== null) tests.push((run) => told(run, 'head_sha', run.headSha) === headSha);
  if (actor !== null) tests.push((run) => run.actor.toLowerCase() === actor.toLowerCase());
  if (suite !== null) tests.push((run) => String(run.checkSuiteId) === suite);
  if (created !== null) tests.push(createdIn(created));
  const newestFirst = [...runs].sort((one, other) => other.createdAt - one.createdAt || other.id - one.id);
  if (tests.length === 0) return page(call, newestFirst, (run) => runView(service, repository, run), 'workflow_runs');
  const found = newestFirst.filter((run) => indexed(service, run) && tests.every((test) => test(run)));
  return page(call, found.slice(0, mostFilteredRuns), (run) => runView(service, repository, run), 'workflow_runs', found.length);
}

function indexed(service: Service, run: WorkflowRun): boolean {
  const lag = service.faults.searchLag;
  switch (lag.kind) {
    case 'none':
      return true;
    case 'empty':
      return false;
    case 'after-run':
      return run.id <= lag.id;
    case 'newer-than':
      return run.updatedAt <= service.now() - lag.milliseconds;
  }
}

/** `>=date`, `<=date`, `>date`, `<date`, `from..to` (either may be `*`), or a day. */
function createdIn(text: string): (run: WorkflowRun) => boolean {
  const { operator = '', from = '', range, to = '' } = /^(?<operator>[<>]=?)?(?<from>[^.]+?)(?<range>\.\.(?<to>.+))?$/u.exec(text)?.groups ?? {};
  const at = Date.parse(from);
  const day = 86_400_000;
  if (range !== undefined) {
    const end = Date.parse(to) + (to.includes('T') ? 999 : day - 1);
    return ({ createdAt }) => (from === '*' || createdAt >= at) && (to === '*' || createdAt <= end);
  }
  switch (operator) {
    case '>=':
      return ({ createdAt }) => createdAt >= at;
    case '>':
      return ({ createdAt }) => createdAt > at;
    case '<=':
      return ({ createdAt }) => createdAt <= at + 999;
    case '<':
      return ({ createdAt }) => createdAt < at;
    default:
      return ({ createdAt }) => createdAt >= at && createdAt < at + (from.includes('T') ? 1000 : day);
  }
}
