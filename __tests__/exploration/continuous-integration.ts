import type { WorkflowRun } from '../../src/builds/workflow-run.js';
import { isRunning } from '../../src/builds/workflow-run.js';
import type { Sha } from '../../src/ports/git.js';
import { workflowRun } from '../builders/workflow-run.js';
import { reportBegin, reportEverythingGreen } from './reports.js';
import { forkId, repositoryId } from './world.js';
import type { BuiltBranch, World } from './world.js';

export const ownWorkflowPath = '.github/workflows/bert-e.yml';
const ciWorkflow = 11;
const ownWorkflow = 99;

/** The builds that GitHub Actions does on what is pushed. Each is one run of one workflow on one branch. */
export function startBuild(world: World, { branch, commit, fork }: BuiltBranch): void {
  world.unbuilt = world.unbuilt.filter((other) => other.branch !== branch || other.commit !== commit || other.fork !== fork);
  addRun(world, branch, commit, fork === undefined ? {} : { headRepositoryId: fork, event: 'pull_request' });
  reportBegin(world, commit);
}

function addRun(world: World, branch: string, commit: Sha, overrides: Partial<WorkflowRun>): WorkflowRun {
  world.tick();
  const id = world.nextId();
  const run = workflowRun({
    id,
    workflowId: ciWorkflow,
    headSha: commit,
    headBranch: branch,
    headRepositoryId: repositoryId,
    repositoryId,
    status: 'in_progress',
    conclusion: null,
    createdAt: world.timestamp,
    ...overrides,
  });
  world.runs = [...world.runs, run];
  return run;
}

export function finishBuild(world: World, run: WorkflowRun, conclusion: string): void {
  replaceRun(world, { ...run, status: 'completed', conclusion });
  world.report({ kind: 'branches', branches: run.headBranch === null ? [] : [run.headBranch], headSha: run.headSha, why: 'workflow_run' });
}

/** A re-run keeps its id and shows only its newest attempt. */
export function restartBuild(world: World, run: WorkflowRun): void {
  replaceRun(world, { ...run, runAttempt: run.runAttempt + 1, status: 'in_progress', conclusion: null });
}

function replaceRun(world: World, changed: WorkflowRun): void {
  world.runs = world.runs.map((run) => (run.id === changed.id ? changed : run));
}

export function runningBuilds(world: World): readonly WorkflowRun[] {
  return world.runs.filter((run) => isRunning(run) && run.workflowId === ciWorkflow);
}

/** Finished builds of what branches hold now. */
export function finishedBuilds(world: World): readonly WorkflowRun[] {
  const heads = builtHeads(world);
  return world.runs.filter((run) => !isRunning(run) && run.workflowId === ciWorkflow && heads.some(({ branch, commit }) => branch === run.headBranch && commit === run.headSha));
}

/** Green runs on a branch's commit that say nothing about that branch (spec 2, rules 2 to 5). */
export const decoys: ReadonlyArray<{ readonly words: string; readonly overrides: Partial<WorkflowRun> }> = [
  { words: 'a fork with a branch of that name', overrides: { headRepositoryId: forkId } },
  { words: 'a branch of another name', overrides: { headBranch: 'development/4.2' } },
  { words: 'a workflow that somebody started by hand', overrides: { event: 'workflow_dispatch', workflowId: 12, workflowPath: '.github/workflows/tools.yml' } },
  { words: 'a deleted fork', overrides: { headRepositoryId: null } },
];

/** The same for the branch of a fork: what counts for others is no word about this one. */
export const decoysOfForks: typeof decoys = [
  { words: 'a branch of this repository with that name', overrides: { headRepositoryId: repositoryId } },
  { words: 'another fork with a branch of that name', overrides: { headRepositoryId: 77, event: 'pull_request' } },
  { words: 'a branch of another name of the same fork', overrides: { headRepositoryId: forkId, headBranch: 'bugfix/other', event: 'pull_request' } },
];

export function addDecoy(world: World, branch: string, commit: Sha, overrides: Partial<WorkflowRun>): void {
  addRun(world, branch, commit, { status: 'completed', conclusion: 'success', ...overrides });
}

/** The run of the robot's own workflow that a `pull_request` event has started, on the head it is about. */
export function addOwnRun(world: World, branch: string, commit: Sha): void {
  addRun(world, branch, commit, { workflowId: ownWorkflow, workflowPath: ownWorkflowPath, event: 'pull_request' });
}

/** What the robot starts itself, where its pushes start nothing (setting `dispatch`). */
export function startDispatched(world: World, branch: string, commit: Sha): void {
  addRun(world, branch, commit, { event: 'workflow_dispatch' });
}

/** Every branch, and every source of a pull request that lies in a fork, at its commit. */
export function builtHeads(world: World): readonly BuiltBranch[] {
  const here = [...world.repository.branches].map(([branch, commit]) => ({ branch, commit }));
  const ofForks = world.openPullRequests().flatMap(({ head }) => (head.fork && head.repositoryId !== null ? [{ branch: head.branch, commit: head.sha, fork: head.repositoryId }] : []));
  return [...here, ...ofForks];
}

/** Everything that was pushed gets a green build, as it would once nothing disturbs it any more. */
export function buildEverythingGreen(world: World): void {
  const heads = builtHeads(world);
  for (const { branch, commit, fork } of heads) {
    if (!world.runs.some((run) => run.workflowId === ciWorkflow && run.headBranch === branch && run.headSha === commit && run.headRepositoryId === (fork ?? repositoryId))) {
      startBuild(world, { branch, commit, ...(fork === undefined ? {} : { fork }) });
    }
  }
  world.unbuilt = [];
  for (const run of world.runs.filter(({ workflowId, status, conclusion }) => workflowId === ciWorkflow && !(status === 'completed' && conclusion === 'success'))) {
    finishBuild(world, run, 'success');
  }
  reportEverythingGreen(world, heads.map(({ commit }) => commit));
}
