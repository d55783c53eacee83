import { describe, expect, test } from '@jest/globals';
import { judgeBuilds } from '../../src/builds/verdict.js';
import type { WorkflowRun } from '../../src/builds/workflow-run.js';
import { runningWorkflowRun, someCommit, workflowRun } from '../builders/workflow-run.js';
import { defaultRules, stateOf } from './rules.js';

/**
 * Pull request 5155, 2026-05-20: a source branch was renamed, so the old and the new integration branch pointed at one
 * commit. The build of the old one was green, that of the new one running, when an approval came.
 */
const oldName = 'w/4.4/bugfix/PROJ-5155-ui';
const newName = 'w/4.4/bugfix/PROJ-5155-ui-again';
const runsOfTheCommit: readonly WorkflowRun[] = [
  workflowRun({ id: 1, headBranch: oldName, createdAt: '2026-05-20T10:00:00Z' }),
  runningWorkflowRun({ id: 2, headBranch: newName, createdAt: '2026-05-20T10:20:00Z' }),
];

/** What the reference did: the best run of the commit for each workflow, whatever its branch. */
function branchBlindState(runs: readonly WorkflowRun[]): 'successful' | 'in-progress' {
  return runs.some(({ conclusion }) => conclusion === 'success') ? 'successful' : 'in-progress';
}

describe('replay of the incident', () => {
  test('old name green, new name running: in progress, nothing may be landed', () => {
    const branches = new Set([newName]);
    expect(stateOf(runsOfTheCommit, { branches })).toMatchObject({
      state: 'in-progress',
      account: [
        { run: { id: 1 }, counted: false, reason: { kind: 'other-branch', branch: oldName } },
        { run: { id: 2 }, counted: true, kept: true },
      ],
    });
    const facts = { branch: newName, branches, commit: someCommit, runs: runsOfTheCommit, statuses: [], checkRuns: [] };
    expect(
      judgeBuilds({ ...defaultRules, buildKeys: [{ kind: 'workflow-runs' }], bypassed: false, branches: [facts] }),
    ).toMatchObject({ kind: 'in-progress', branch: newName, commit: someCommit });
  });

  test('the danger: the same runs seen without regard to the branch say success', () => {
    expect(branchBlindState(runsOfTheCommit)).toBe('successful');
  });

  test('the same with a run of development/4 on that commit: it vouches for nothing but itself', () => {
    const runs = [workflowRun({ id: 1, headBranch: 'development/4' })];
    expect(branchBlindState(runs)).toBe('successful');
    expect(stateOf(runs, { branches: new Set([newName]) }).state).toBe('not-started');
  });
});
