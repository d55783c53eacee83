import { iso } from '../service.js';
import type { Service } from '../service.js';
import type { CheckRun, CheckSuite, Repository, Workflow, WorkflowJob, WorkflowRun } from '../state.js';
import { appView, nodeId, userView } from './accounts.js';
import type { View } from './accounts.js';
import { simpleCommitView } from './commits.js';
import { minimalPullRequestView } from './pull-request.js';
import { minimalRepositoryView, repositoryUrl, webUrl } from './repository.js';

/** Open pull requests of this repository with that head; never those of forks, which GitHub leaves out of runs. */
function pullRequestsOf(service: Service, repository: Repository, branch: string | null, sha: string): readonly View[] {
  return [...repository.pullRequests.values()]
    .filter(({ state, head }) => state === 'open' && head.repository === repository.fullName && head.ref === branch && head.sha === sha)
    .map((pullRequest) => minimalPullRequestView(service, pullRequest));
}

/** `workflow-run` */
export function runView(service: Service, repository: Repository, run: WorkflowRun): View {
  const url = `${repositoryUrl(service, repository)}/actions/runs/${run.id}`;
  const commit = repository.git.commits.peek(run.headSha);
  const headRepository = run.headRepository === null ? undefined : service.state.repositories.get(run.headRepository.toLowerCase());
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('WorkflowRun', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    display_title: commit?.message.split('\n')[0] ?? run.name,
    run_number: run.runNumber,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: run.workflowId,
    check_suite_id: run.checkSuiteId,
    check_suite_node_id: nodeId('CheckSuite', run.checkSuiteId),
    url,
    html_url: `${webUrl(service, repository)}/actions/runs/${run.id}`,
    pull_requests: run.headRepository === repository.fullName ? pullRequestsOf(service, repository, run.headBranch, run.headSha) : [],
    created_at: iso(run.createdAt),
    updated_at: iso(run.updatedAt),
    actor: userView(service, run.actor),
    run_attempt: run.runAttempt,
    referenced_workflows: [],
    run_started_at: iso(run.startedAt),
    triggering_actor: userView(service, run.actor),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${repositoryUrl(service, repository)}/check-suites/${run.checkSuiteId}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.runAttempt > 1 ? `${url}/attempts/${run.runAttempt - 1}` : null,
    workflow_url: `${repositoryUrl(service, repository)}/actions/workflows/${run.workflowId}`,
    head_commit: commit === null ? null : simpleCommitView(commit),
    repository: minimalRepositoryView(service, repository),
    head_repository: headRepository === undefined ? null : minimalRepositoryView(service, headRepository),
    ...run.raw,
  };
}

/** `job` */
export function jobView(service: Service, repository: Repository, run: WorkflowRun, job: WorkflowJob): View {
  const url = `${repositoryUrl(service, repository)}/actions/jobs/${job.id}`;
  const taken = job.status !== 'queued';
  return {
    id: job.id,
    run_id: run.id,
    workflow_name: run.name,
    head_branch: run.headBranch,
    run_url: `${repositoryUrl(service, repository)}/actions/runs/${run.id}`,
    run_attempt: job.runAttempt,
    node_id: nodeId('Job', job.id),
    head_sha: run.headSha,
    url,
    html_url: `${webUrl(service, repository)}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: iso(job.startedAt),
    started_at: iso(job.startedAt),
    completed_at: job.completedAt === null ? null : iso(job.completedAt),
    name: job.name,
    steps: [],
    check_run_url: `${repositoryUrl(service, repository)}/check-runs/${job.checkRunId}`,
    labels: ['ubuntu-latest'],
    runner_id: taken ? 1 : null,
    runner_name: taken ? 'sandbox runner' : null,
    runner_group_id: taken ? 1 : null,
    runner_group_name: taken ? 'sandbox' : null,
  };
}

/** `workflow` */
export function workflowView(service: Service, repository: Repository, workflow: Workflow): View {
  const web = webUrl(service, repository);
  return {
    id: workflow.id,
    node_id: nodeId('Workflow', workflow.id),
    name: workflow.name,
    path: workflow.path,
    state: workflow.state,
    created_at: iso(workflow.createdAt),
    updated_at: iso(workflow.createdAt),
    url: `${repositoryUrl(service, repository)}/actions/workflows/${workflow.id}`,
    html_url: `${web}/blob/${encodeURIComponent(repository.defaultBranch)}/${workflow.path}`,
    badge_url: `${web}/workflows/${encodeURIComponent(workflow.name)}/badge.svg`,
  };
}

/** `check-run` */
export function checkRunView(service: Service, repository: Repository, check: CheckRun): View {
  const url = `${repositoryUrl(service, repository)}/check-runs/${check.id}`;
  const suite = repository.checkSuites.get(check.suiteId);
  return {
    id: check.id,
    name: check.name,
    node_id: nodeId('CheckRun', check.id),
    head_sha: check.headSha,
    external_id: check.externalId,
    url,
    html_url: `${webUrl(service, repository)}/runs/${check.id}`,
    details_url: check.detailsUrl ?? `${webUrl(service, repository)}/runs/${check.id}`,
    status: check.status,
    conclusion: check.conclusion,
    started_at: iso(check.startedAt),
    completed_at: check.completedAt === null ? null : iso(check.completedAt),
    output: { title: check.title, summary: check.summary, text: null, annotations_count: 0, annotations_url: `${url}/annotations` },
    check_suite: { id: check.suiteId },
    app: appView(service, check.appSlug),
    pull_requests: pullRequestsOf(service, repository, suite?.headBranch ?? null, check.headSha),
  };
}

/** `check-suite` */
export function checkSuiteView(service: Service, repository: Repository, suite: CheckSuite): View {
  const url = `${repositoryUrl(service, repository)}/check-suites/${suite.id}`;
  const commit = repository.git.commits.peek(suite.headSha);
  return {
    id: suite.id,
    node_id: nodeId('CheckSuite', suite.id),
    head_branch: suite.headBranch,
    head_sha: suite.headSha,
    status: suite.status,
    conclusion: suite.conclusion,
    url,
    before: commit?.parents[0] ?? '0'.repeat(40),
    after: suite.headSha,
    pull_requests: pullRequestsOf(service, repository, suite.headBranch, suite.headSha),
    app: appView(service, suite.appSlug),
    created_at: iso(suite.createdAt),
    updated_at: iso(suite.updatedAt),
    rerequestable: true,
    runs_rerequestable: true,
    latest_check_runs_count: [...repository.checkRuns.values()].filter(({ suiteId }) => suiteId === suite.id).length,
    check_runs_url: `${url}/check-runs`,
    head_commit: commit === null ? emptyCommit(suite.headSha) : simpleCommitView(commit),
    repository: minimalRepositoryView(service, repository),
  };
}

/** For suites of commits a test invented. */
function emptyCommit(sha: string): View {
  return { id: sha, tree_id: sha, message: '', timestamp: iso(0), author: null, committer: null };
}
