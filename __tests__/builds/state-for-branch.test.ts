import { describe, expect, test } from '@jest/globals';
import { runningWorkflowRun, someBranch, someFork, someRepository, workflowRun } from '../builders/workflow-run.js';
import type { WorkflowRun } from '../../src/builds/workflow-run.js';
import { stateOf } from './rules.js';

const otherCommit = 'dead000000000000000000000000000000000000';

describe('which runs count', () => {
  test('no runs: not started, never green', () => {
    expect(stateOf([])).toMatchObject({ state: 'not-started', cause: 'no-runs', account: [], decidedBy: [] });
    expect(stateOf([], { allowAllSkipped: true }).state).toBe('not-started');
  });

  test('a run of another commit, as a stale list may hold: ignored', () => {
    const run = workflowRun({ headSha: otherCommit });
    expect(stateOf([run])).toMatchObject({
      state: 'not-started',
      account: [{ run, counted: false, reason: { kind: 'other-commit', commit: otherCommit } }],
    });
  });

  test('an abbreviated commit: matches nothing', () => {
    expect(stateOf([workflowRun()], { commit: 'c0ffee0' }).state).toBe('not-started');
  });

  test('cross-branch, a green run of another branch on the same commit: ignored', () => {
    const run = workflowRun({ headBranch: 'development/4' });
    expect(stateOf([run])).toMatchObject({
      state: 'not-started',
      account: [{ counted: false, reason: { kind: 'other-branch', branch: 'development/4' } }],
    });
  });

  test.each([null, '', someBranch.toUpperCase(), `refs/heads/${someBranch}`, `${someBranch} `])(
    'head branch %j, which is not quite the branch: ignored',
    (headBranch) => {
      expect(stateOf([workflowRun({ headBranch })]).state).toBe('not-started');
    },
  );

  test('the same commit on the integration branch and on its destination: each answers for itself alone', () => {
    const runs = [
      workflowRun({ id: 1, headBranch: 'development/4.4' }),
      runningWorkflowRun({ id: 2, headBranch: someBranch }),
    ];
    expect(stateOf(runs).state).toBe('in-progress');
    expect(stateOf(runs, { branches: new Set(['development/4.4']) }).state).toBe('successful');
  });

  test('a queue entry, asked for under both its names: runs of either count', () => {
    const entry = 'q/w/12/4.4/bugfix/PROJ-1';
    const runs = [
      workflowRun({ id: 1, headBranch: entry }),
      runningWorkflowRun({ id: 2, headBranch: 'q/4.4', workflowId: 200 }),
      workflowRun({ id: 3, headBranch: someBranch, workflowId: 300, conclusion: 'failure' }),
    ];
    expect(stateOf(runs, { branches: new Set([entry, 'q/4.4']) })).toMatchObject({ state: 'in-progress', decidedBy: [{ id: 2 }] });
  });

  test('cross-fork, a branch of the same name in a fork: ignored', () => {
    const run = workflowRun({ headRepositoryId: someFork });
    expect(stateOf([run])).toMatchObject({
      state: 'not-started',
      account: [{ counted: false, reason: { kind: 'other-repository', repositoryId: someFork } }],
    });
  });

  test('a run whose fork was deleted: never counts, not even where forks are expected', () => {
    const run = workflowRun({ headRepositoryId: null });
    for (const overrides of [{}, { headRepositories: new Set([someFork, someRepository]) }]) {
      expect(stateOf([run], overrides)).toMatchObject({
        state: 'not-started',
        account: [{ counted: false, reason: { kind: 'other-repository', repositoryId: null } }],
      });
    }
  });

  test('the pull request of a fork, with forks accepted: runs of that fork count, runs of this repository do not', () => {
    const headRepositories = new Set([someFork]);
    expect(stateOf([workflowRun({ headRepositoryId: someFork })], { headRepositories }).state).toBe('successful');
    expect(stateOf([workflowRun()], { headRepositories }).state).toBe('not-started');
    expect(stateOf([workflowRun({ headRepositoryId: 4002 })], { headRepositories }).state).toBe('not-started');
  });

  test('a run started by hand: ignored', () => {
    const run = workflowRun({ event: 'workflow_dispatch' });
    expect(stateOf([run])).toMatchObject({
      state: 'not-started',
      account: [{ counted: false, reason: { kind: 'dispatched-by-hand', workflow: '.github/workflows/ci.yml' } }],
    });
  });

  test('a dispatched run of a workflow that the robot dispatches: counts', () => {
    const run = workflowRun({ event: 'workflow_dispatch', workflowPath: '.github/workflows/ci.yml@refs/heads/x' });
    expect(stateOf([run], { dispatchedWorkflows: ['ci.yml'] }).state).toBe('successful');
    expect(stateOf([run], { dispatchedWorkflows: ['.github/workflows/ci.yml'] }).state).toBe('successful');
    expect(stateOf([run], { dispatchedWorkflows: ['other.yml', 'other/ci.yml', 'CI'] }).state).toBe('not-started');
  });

  test.each([
    ['by path', workflowRun({ workflowPath: '.github/workflows/bert-e.yml', workflowId: 5 })],
    ['by path with a ref', workflowRun({ workflowPath: '.github/workflows/bert-e.yml@refs/heads/main', workflowId: 5 })],
    ['by id', workflowRun({ workflowId: 999 })],
  ])('a run of our own workflow, recognised %s: ignored, so that the gate never waits for itself', (_how, own) => {
    const waiting = { ...own, id: 50, status: 'in_progress', conclusion: null };
    expect(stateOf([waiting, workflowRun()])).toMatchObject({
      state: 'successful',
      account: [{ counted: false, reason: { kind: 'own-workflow' } }, { counted: true }],
    });
  });

  test('another workflow with the display name of ours: counts', () => {
    const run = workflowRun({ name: 'Bert-E', conclusion: 'failure' });
    expect(stateOf([run], { ownWorkflow: { path: '.github/workflows/bert-e.yml' } }).state).toBe('failed');
  });

  test('a run that breaks several rules: the first of the chapter is the reason', () => {
    const everything: Partial<WorkflowRun> = {
      headSha: otherCommit,
      headBranch: 'x',
      headRepositoryId: someFork,
      event: 'workflow_dispatch',
      workflowId: 999,
    };
    const order: ReadonlyArray<readonly [keyof WorkflowRun, string]> = [
      ['headSha', 'other-commit'],
      ['headBranch', 'other-branch'],
      ['headRepositoryId', 'other-repository'],
      ['event', 'dispatched-by-hand'],
      ['workflowId', 'own-workflow'],
    ];
    const repaired: Partial<Record<keyof WorkflowRun, unknown>> = { ...everything };
    for (const [field, kind] of order) {
      const run = workflowRun(repaired as Partial<WorkflowRun>);
      expect(stateOf([run]).account).toMatchObject([{ counted: false, reason: { kind } }]);
      repaired[field] = workflowRun()[field];
    }
  });
});

describe('the runs of one workflow', () => {
  const ladder: ReadonlyArray<readonly [string, Partial<WorkflowRun>, string]> = [
    ['success', { conclusion: 'success' }, 'successful'],
    ['neutral', { conclusion: 'neutral' }, 'successful'],
    ['skipped', { conclusion: 'skipped' }, 'successful'],
    ['running', { status: 'in_progress', conclusion: null }, 'in-progress'],
    ['action_required', { conclusion: 'action_required' }, 'failed'],
    ['failure', { conclusion: 'failure' }, 'failed'],
    ['cancelled', { conclusion: 'cancelled' }, 'failed'],
  ];
  const pairs = ladder.flatMap((better, index) => ladder.slice(index + 1).map((worse) => [better, worse] as const));

  test.each(pairs.map(([better, worse]) => [better[0], worse[0], better, worse] as const))(
    '%s and %s: the former is kept, in either order of age',
    (_better, _worse, [, better, state], [, worse]) => {
      for (const [betterId, worseId] of [[1, 2], [2, 1]]) {
        const runs = [workflowRun({ id: worseId ?? 0, ...worse }), workflowRun({ id: betterId ?? 0, ...better })];
        expect(stateOf(runs, { allowAllSkipped: true })).toMatchObject({
          state,
          account: [{ counted: true, kept: false, keptRunId: betterId }, { counted: true, kept: true }],
        });
      }
    },
  );

  test.each(['timed_out', 'startup_failure', 'stale', 'a conclusion of tomorrow'])(
    '%s and cancelled: the former is kept, as a failure would be',
    (conclusion) => {
      const runs = [workflowRun({ id: 1, conclusion }), workflowRun({ id: 2, conclusion: 'cancelled' })];
      expect(stateOf(runs).decidedBy).toMatchObject([{ id: 1 }]);
    },
  );

  test('run_selection latest: the newest is kept, good or bad', () => {
    const runs = [
      workflowRun({ id: 1, createdAt: '2026-05-20T10:00:00Z' }),
      workflowRun({ id: 2, createdAt: '2026-05-20T11:00:00Z', conclusion: 'failure' }),
    ];
    expect(stateOf(runs, { runSelection: 'latest' })).toMatchObject({ state: 'failed', decidedBy: [{ id: 2 }] });
    expect(stateOf(runs, { runSelection: 'best' })).toMatchObject({ state: 'successful', decidedBy: [{ id: 1 }] });
  });

  test('a success in one workflow: says nothing about another', () => {
    const runs = [workflowRun({ id: 1 }), workflowRun({ id: 2, workflowId: 200, conclusion: 'failure' })];
    expect(stateOf(runs)).toMatchObject({ state: 'failed', decidedBy: [{ id: 2 }] });
  });

  test('a green run of the same workflow on another branch: does not stand in for the failed one here', () => {
    const runs = [workflowRun({ id: 1, headBranch: 'development/4.4' }), workflowRun({ id: 2, conclusion: 'failure' })];
    expect(stateOf(runs).state).toBe('failed');
  });

  test('a re-run whose second attempt is in progress: in progress, the green first attempt is not remembered', () => {
    const rerun = runningWorkflowRun({ id: 1, runAttempt: 2 });
    expect(stateOf([rerun])).toMatchObject({ state: 'in-progress', decidedBy: [{ id: 1, runAttempt: 2 }] });
  });

  test('a run listed twice because it was re-run while the pages were read: the newer attempt counts', () => {
    const firstAttempt = workflowRun({ id: 1, runAttempt: 1 });
    const secondAttempt = runningWorkflowRun({ id: 1, runAttempt: 2 });
    for (const runs of [[firstAttempt, secondAttempt], [secondAttempt, firstAttempt]]) {
      const { state, account } = stateOf(runs);
      expect(state).toBe('in-progress');
      expect(account.find(({ run }) => run === firstAttempt)).toEqual({
        run: firstAttempt,
        counted: false,
        reason: { kind: 'outdated-reading', attempt: 1 },
      });
    }
  });

  test.each([
    ['success', 'successful'],
    ['failure', 'failed'],
  ])('a run listed twice because it ended in %s while the pages were read: the finished reading counts', (conclusion, state) => {
    const before = runningWorkflowRun({ id: 1 });
    const after = workflowRun({ id: 1, conclusion });
    expect(stateOf([after, before]).state).toBe(state);
    expect(stateOf([before, after]).state).toBe(state);
  });

  test('a run listed twice with two results of one attempt: the less favourable counts', () => {
    const green = workflowRun({ id: 1 });
    const red = workflowRun({ id: 1, conclusion: 'failure' });
    expect(stateOf([green, red]).state).toBe('failed');
    expect(stateOf([red, green]).state).toBe('failed');
  });

  test('the very same run listed twice: counted once', () => {
    const run = workflowRun();
    expect(stateOf([run, run]).account.map(({ counted }) => counted)).toEqual([true, false]);
  });
});

describe('the state over all workflows', () => {
  test.each(['success', 'neutral'])('all %s: successful, and all of them vouch', (conclusion) => {
    const runs = [workflowRun({ id: 1, conclusion }), workflowRun({ id: 2, workflowId: 200, conclusion })];
    expect(stateOf(runs)).toMatchObject({ state: 'successful', cause: 'all-green', decidedBy: runs });
  });

  test.each(['requested', 'queued', 'pending', 'waiting', 'in_progress', 'a status of tomorrow', null])(
    'one has the status %j: in progress, even next to a failure',
    (status) => {
      const runs = [
        workflowRun({ id: 1 }),
        workflowRun({ id: 2, workflowId: 200, conclusion: 'failure' }),
        workflowRun({ id: 3, workflowId: 300, status, conclusion: null }),
      ];
      expect(stateOf(runs)).toMatchObject({ state: 'in-progress', cause: 'run-in-progress', decidedBy: [{ id: 3 }] });
    },
  );

  test('completed without a conclusion: in progress', () => {
    expect(stateOf([workflowRun({ conclusion: null })]).state).toBe('in-progress');
  });

  test.each(['failure', 'cancelled', 'timed_out', 'action_required', 'startup_failure', 'stale', 'SUCCESS', 'succeeded', ''])(
    'an unknown conclusion or one that is no success, %j: failed',
    (conclusion) => {
      const runs = [workflowRun({ id: 1 }), workflowRun({ id: 2, workflowId: 200, conclusion })];
      expect(stateOf(runs)).toMatchObject({ state: 'failed', cause: 'run-failed', decidedBy: [{ id: 2 }] });
    },
  );

  test('a run that waits for approval: failed, and named so that somebody can click', () => {
    const waiting = workflowRun({ id: 2, workflowId: 200, conclusion: 'action_required' });
    expect(stateOf([workflowRun(), waiting])).toMatchObject({ state: 'failed', approvalRequired: [waiting] });
    expect(stateOf([workflowRun()]).approvalRequired).toEqual([]);
    expect(stateOf([waiting, workflowRun({ id: 3, workflowId: 200 })]).approvalRequired).toEqual([]);
  });

  test('page 2 holds the running one, after a full page of green ones: in progress', () => {
    const firstPage = Array.from({ length: 100 }, (_, index) => workflowRun({ id: index + 1, workflowId: index + 1 }));
    const running = runningWorkflowRun({ id: 101, workflowId: 101 });
    expect(stateOf([...firstPage, running])).toMatchObject({ state: 'in-progress', decidedBy: [{ id: 101 }] });
    expect(stateOf(firstPage).state).toBe('successful');
  });

  test('all skipped: nothing was built, not started; green only where the settings allow it', () => {
    const runs = [
      workflowRun({ id: 1, conclusion: 'skipped' }),
      workflowRun({ id: 2, workflowId: 200, conclusion: 'skipped' }),
    ];
    expect(stateOf(runs)).toMatchObject({ state: 'not-started', cause: 'all-skipped', decidedBy: runs });
    expect(stateOf(runs, { allowAllSkipped: true }).state).toBe('successful');
  });

  test('one workflow, skipped once and failed once: the skipped run does not make it green', () => {
    const runs = [workflowRun({ id: 1, conclusion: 'failure' }), workflowRun({ id: 2, conclusion: 'skipped' })];
    expect(stateOf(runs).state).toBe('not-started');
  });

  test('one workflow, skipped once and green once, whichever is newer: successful', () => {
    for (const [green, skipped] of [[1, 2], [2, 1]]) {
      const runs = [workflowRun({ id: green ?? 0 }), workflowRun({ id: skipped ?? 0, conclusion: 'skipped' })];
      expect(stateOf(runs)).toMatchObject({ state: 'successful', decidedBy: [{ id: green }] });
    }
  });

  test('skipped next to a success of another workflow: successful', () => {
    const runs = [workflowRun({ id: 1, conclusion: 'skipped' }), workflowRun({ id: 2, workflowId: 200 })];
    expect(stateOf(runs).state).toBe('successful');
  });
});

describe('required workflows', () => {
  test('one without a counted run: not started, though all others are green', () => {
    expect(stateOf([workflowRun()], { requiredWorkflows: ['ci.yml', 'security.yml'] })).toMatchObject({
      state: 'not-started',
      cause: 'required-workflow-missing',
      missingWorkflows: ['security.yml'],
    });
  });

  test('all have a counted run: successful', () => {
    const security = workflowRun({ id: 2, workflowId: 200, workflowPath: '.github/workflows/security.yml@main' });
    expect(stateOf([workflowRun(), security], { requiredWorkflows: ['ci.yml', 'security.yml'] })).toMatchObject({
      state: 'successful',
      missingWorkflows: [],
    });
  });

  test('its only run is of another branch, or started by hand: missing', () => {
    const path = { workflowId: 200, workflowPath: '.github/workflows/security.yml' };
    const runs = [
      workflowRun({ id: 1 }),
      workflowRun({ id: 2, ...path, headBranch: 'development/4.4' }),
      workflowRun({ id: 3, ...path, event: 'workflow_dispatch' }),
    ];
    expect(stateOf(runs, { requiredWorkflows: ['security.yml'] }).state).toBe('not-started');
  });

  test('a workflow whose display name is the required file: does not pass for it', () => {
    const run = workflowRun({ name: 'security.yml' });
    expect(stateOf([run], { requiredWorkflows: ['security.yml'] }).state).toBe('not-started');
  });

  test('one missing while another runs: not started; while another has failed: failed, for that stays true', () => {
    const requiredWorkflows = ['security.yml'];
    expect(stateOf([runningWorkflowRun()], { requiredWorkflows }).state).toBe('not-started');
    expect(stateOf([workflowRun({ conclusion: 'failure' })], { requiredWorkflows })).toMatchObject({
      state: 'failed',
      cause: 'run-failed',
      missingWorkflows: ['security.yml'],
    });
  });
});
