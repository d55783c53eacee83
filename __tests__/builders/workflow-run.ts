import type { WorkflowRun } from '../../src/builds/workflow-run.js';

/** The commit, branch and repositories of a run whose test says nothing about them. */
export const someCommit = 'c0ffee0000000000000000000000000000000000';
export const someBranch = 'w/4.4/bugfix/PROJ-1-crash';
export const someRepository = 4000;
export const someFork = 4001;

/** A green run of `ci.yml` by push on `someBranch`. The one builder of workflow runs for all tests. */
export function workflowRun(overrides: Partial<WorkflowRun> = {}): WorkflowRun {
  const id = overrides.id ?? 1;
  return {
    id,
    runAttempt: 1,
    workflowId: 100,
    workflowPath: '.github/workflows/ci.yml',
    name: 'CI',
    event: 'push',
    headSha: someCommit,
    headBranch: someBranch,
    headRepositoryId: someRepository,
    repositoryId: someRepository,
    status: 'completed',
    conclusion: 'success',
    htmlUrl: `https://github.com/org/repo/actions/runs/${id}`,
    createdAt: '2026-05-20T10:00:00Z',
    runNumber: id,
    ...overrides,
  };
}

/** The same, still running. */
export function runningWorkflowRun(overrides: Partial<WorkflowRun> = {}): WorkflowRun {
  return workflowRun({ status: 'in_progress', conclusion: null, ...overrides });
}
