import { describe, expect, test } from '@jest/globals';
import { findingOfCommand } from '../../src/edge/commands.js';
import type { Ports } from '../../src/edge/ports.js';
import { decideClear, decideRetry } from '../../src/pull-request/commands.js';
import type { BranchFacts } from '../../src/builds/verdict.js';
import { comment, robotComment, someRobot } from '../builders/comment.js';
import { allFacts, greenBuild, sourceName } from '../builders/facts.js';
import { pullRequest } from '../builders/pull-request.js';
import { workflowRun } from '../builders/workflow-run.js';
import { recordingPorts } from '../edge/recording-ports.js';

const rules = { ownWorkflow: { path: '.github/workflows/bert-e.yml' }, dispatchedWorkflows: [], requiredWorkflows: [], runSelection: 'best', allowAllSkipped: false } as const;

function branch(runs: ReadonlyArray<Parameters<typeof workflowRun>[0]>, name = 'bugfix/x'): BranchFacts {
  const commit = 'c'.repeat(40);
  return {
    branch: name, commit, branches: new Set([name]), statuses: [], checkRuns: [],
    runs: runs.map((run, index) => workflowRun({ id: index + 1, workflowId: index + 1, headSha: commit, headBranch: name, ...run })),
  };
}

describe('retry', () => {
  function restarted(...branches: readonly BranchFacts[]): readonly number[] | undefined {
    return decideRetry(branches, rules).plan?.reruns;
  }

  test('failed runs are run again, green and cancelled-but-repeated ones are not', () => {
    const runs = branch([{ conclusion: 'failure' }, { conclusion: 'success' }, { conclusion: 'timed_out' }, { workflowId: 2, conclusion: 'cancelled' }]);
    expect(restarted(runs)).toEqual([1, 3]);
  });

  test('another workflow still runs: the failed one is run again all the same', () => {
    expect(restarted(branch([{ conclusion: 'failure' }, { status: 'in_progress', conclusion: null }]))).toEqual([1]);
  });

  test('a run that waits for a person’s approval: not run again, only a click helps', () => {
    expect(restarted(branch([{ conclusion: 'action_required' }]))).toEqual([]);
  });

  test('runs of another branch or of the robot’s own workflow are left alone', () => {
    expect(restarted(branch([{ conclusion: 'failure', headBranch: 'other' }, { conclusion: 'failure', workflowPath: rules.ownWorkflow.path }]))).toEqual([]);
  });

  test('GitHub’s limit of attempts: a run at the limit is left alone', () => {
    expect(restarted(branch([{ conclusion: 'failure', runAttempt: 50 }, { conclusion: 'failure', runAttempt: 49 }]))).toEqual([2]);
  });

  test('very many failed runs: twenty are restarted, and the rest is counted', () => {
    const many = (first: number) => Array.from({ length: 15 }, (_, index) => ({ id: first + index, conclusion: 'failure' }));
    const finding = decideRetry([branch(many(1)), branch(many(101), 'w/5.1/bugfix/x')], rules);
    expect(finding).toMatchObject({ kind: 'stops', outcome: { code: 137, left: 10 } });
    expect(finding.plan?.reruns).toEqual([...Array.from({ length: 15 }, (_, index) => index + 1), 101, 102, 103, 104, 105]);
  });

  test('nothing failed: 137 says so', () => {
    expect(decideRetry([branch([{}])], rules)).toMatchObject({ kind: 'stops', outcome: { code: 137, restarted: [], left: 0 } });
  });
});

describe('clear', () => {
  test('the robot’s messages go; what people wrote, forged markers, and other bots’ comments stay', () => {
    const finding = decideClear(
      [comment({ id: 1 }), robotComment(115, 'a1', { id: 2 }), robotComment(115, 'a1', { id: 3, author: 'eve' }), comment({ id: 4, author: someRobot, body: 'coverage' }), robotComment(138, 'a2', { id: 5 })],
      someRobot,
    );
    expect(finding).toMatchObject({ outcome: { code: 138, removed: 2 }, plan: { deleteComments: [2, 5] } });
  });

  test.each([100, 102, 121, 126, 139, 223])('%i stays: it is a record, or would only be said again', (code) => {
    expect(decideClear([robotComment(code, 'a1')], someRobot)).toMatchObject({ outcome: { removed: 0 }, plan: { deleteComments: [] } });
  });
});

describe('commands that delete or start something', () => {
  function given(name: 'clear' | 'retry', author: string | null, reads: Partial<Ports['github']> = {}, facts = allFacts()) {
    const { ports } = recordingPorts();
    return findingOfCommand({ name, keyword: name, arguments: [], author, commentId: 1 }, facts, { ...ports, github: { ...ports.github, ...reads } });
  }

  test.each([['none', 123], ['read', 123], ['write', 138], ['admin', 138]] as const)('given by somebody whom GitHub lets "%s": %i', async (permission, code) => {
    expect(await given('clear', 'eve', { permissionOf: () => Promise.resolve(permission) })).toMatchObject({ kind: 'stops', outcome: { code } });
  });

  test('given by the author or an admin: GitHub is not asked; by a deleted account: refused', async () => {
    expect(await given('clear', 'ADA')).toMatchObject({ outcome: { code: 138 } });
    expect(await given('clear', 'root')).toMatchObject({ outcome: { code: 138 } });
    expect(await given('clear', null)).toMatchObject({ outcome: { code: 123 } });
  });

  test('retry on a pull request of a fork: a branch of ours with the same name is none of it', async () => {
    const fork = allFacts({ pullRequest: pullRequest({ head: { fork: true } }) });
    const ours = fork.refs.branches.get(sourceName) ?? '';
    const workflowRuns = (commit: string) => Promise.resolve(greenBuild(sourceName, commit, { conclusion: commit === ours ? 'failure' : 'success' }).runs);
    expect((await given('retry', 'root', { workflowRuns }, fork)).plan?.reruns).toEqual([]);
    expect((await given('retry', 'root', { workflowRuns })).plan?.reruns).toEqual([1]);
  });
});
