import { addCheckRun, appOf, changeCheckRun, findCheckRun } from '../checks.js';
import type { CheckRunChange } from '../checks.js';
import { numberParam, ok, page, repositoryRoute, requiredText, textField } from '../router.js';
import type { RepositoryCall, Route } from '../router.js';
import { ServiceError } from '../service.js';
import type { CheckRun, RunConclusion, RunStatus } from '../state.js';
import { appView } from '../views/accounts.js';
import { checkRunView, checkSuiteView } from '../views/runs.js';

export const checkRoutes: readonly Route[] = [
  repositoryRoute('GET', '/commits/{+ref}/check-runs', ['checks'], async (call) => {
    const sha = await commitOf(call);
    return page(call, selected(call, sha), (check) => checkRunView(call.service, call.repository, check), 'check_runs');
  }),
  repositoryRoute('GET', '/commits/{+ref}/check-suites', ['checks'], async (call) => {
    const sha = await commitOf(call);
    const name = call.query.get('check_name');
    const suites = [...call.repository.checkSuites.values()].filter(
      (suite) => suite.headSha === sha && (name === null || [...call.repository.checkRuns.values()].some((check) => check.suiteId === suite.id && check.name === name)),
    );
    return page(call, suites, (suite) => checkSuiteView(call.service, call.repository, suite), 'check_suites');
  }),
  repositoryRoute('GET', '/check-suites/{id}', ['checks'], (call) => {
    const suite = call.repository.checkSuites.get(numberParam(call, 'id'));
    if (suite === undefined) throw new ServiceError(404, 'Not Found');
    return ok(checkSuiteView(call.service, call.repository, suite));
  }),
  repositoryRoute('POST', '/check-runs', ['checks'], async (call) => {
    const { service, repository, by, body } = call;
    // GitHub: check runs are for apps; a personal token may only read them.
    if (by.kind === 'user') throw new ServiceError(403, 'You must authenticate via a GitHub App.');
    const input = { name: requiredText(body, 'name'), headSha: requiredText(body, 'head_sha'), appSlug: appOf(by) };
    const change = changeIn(body);
    const check = await addCheckRun(service, repository, by, { ...input, ...(change.status === undefined || change.status === 'completed' ? {} : { status: change.status }) });
    changeCheckRun(service, repository, by, check, change);
    return ok(checkRunView(service, repository, check), 201);
  }),
  repositoryRoute('GET', '/check-runs/{id}', ['checks'], (call) => ok(checkRunView(call.service, call.repository, findCheckRun(call.repository, numberParam(call, 'id'))))),
  repositoryRoute('PATCH', '/check-runs/{id}', ['checks'], (call) => {
    const check = findCheckRun(call.repository, numberParam(call, 'id'));
    if (check.appSlug !== appOf(call.by)) throw new ServiceError(403, 'Invalid app_id - check run can only be modified by the GitHub App that created it.');
    changeCheckRun(call.service, call.repository, call.by, check, changeIn(call.body));
    return ok(checkRunView(call.service, call.repository, check));
  }),
];

async function commitOf({ repository, params }: RepositoryCall): Promise<string> {
  const ref = params.ref ?? '';
  const sha = await repository.git.resolve(ref);
  if (sha === null) throw new ServiceError(422, `No commit found for SHA: ${ref}`);
  return sha;
}

/** `filter=latest` (the default): of each name only the newest of a suite. */
function selected({ service, repository, query }: RepositoryCall, sha: string): readonly CheckRun[] {
  const name = query.get('check_name');
  const status = query.get('status');
  const app = query.get('app_id');
  const matching = [...repository.checkRuns.values()].filter(
    (check) => check.headSha === sha && (name === null || check.name === name) && (status === null || check.status === status) && (app === null || String(appView(service, check.appSlug).id) === app),
  );
  if (query.get('filter') === 'all') return matching.reverse();
  const newest = new Map<string, CheckRun>();
  for (const check of matching) newest.set(`${check.suiteId} ${check.name}`, check);
  return [...newest.values()].reverse();
}

function changeIn(body: Readonly<Record<string, unknown>>): CheckRunChange {
  const output = body.output;
  const fields = typeof output === 'object' && output !== null ? { ...output } : {};
  const status = textField(body, 'status');
  const conclusion = textField(body, 'conclusion');
  const details = textField(body, 'details_url');
  const externalId = textField(body, 'external_id');
  const title = textField(fields, 'title');
  const summary = textField(fields, 'summary');
  return {
    ...(status === undefined ? {} : { status: status as RunStatus }),
    ...(conclusion === undefined ? {} : { conclusion: conclusion as RunConclusion }),
    ...(details === undefined ? {} : { detailsUrl: details }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(title === undefined ? {} : { title }),
    ...(summary === undefined ? {} : { summary }),
  };
}
