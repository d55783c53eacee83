import { describe, expect, test } from '@jest/globals';
import { parseBuildKeys } from '../../src/builds/build-key.js';
import { judgeBranch, judgeBuilds, worstVerdict } from '../../src/builds/verdict.js';
import type { BranchFacts, BuildQuestion, BuildVerdict } from '../../src/builds/verdict.js';
import type { WorkflowRun } from '../../src/builds/workflow-run.js';
import { runningWorkflowRun, someCommit, someFork, workflowRun } from '../builders/workflow-run.js';
import { defaultRules } from './rules.js';

function branchFacts(branch: string, runs: readonly WorkflowRun[], overrides: Partial<BranchFacts> = {}): BranchFacts {
  const ofBranch = runs.map((run) => ({ ...run, headBranch: branch }));
  return { branch, branches: new Set([branch]), commit: someCommit, runs: ofBranch, statuses: [], checkRuns: [], ...overrides };
}

function judge(branches: readonly BranchFacts[], overrides: Partial<BuildQuestion> = {}): BuildVerdict {
  return judgeBuilds({ ...defaultRules, buildKeys: parseBuildKeys('github_actions'), bypassed: false, branches, ...overrides });
}

const green = branchFacts('bugfix/green', [workflowRun()]);
const running = branchFacts('w/4.4/running', [runningWorkflowRun({ id: 2 })]);
const absent = branchFacts('w/5/absent', []);
const failed = branchFacts('w/6/failed', [workflowRun({ id: 3, conclusion: 'failure' })]);
const failedAgain = branchFacts('w/7/failed-too', [workflowRun({ id: 4, conclusion: 'timed_out' })]);
const status = { context: 'pre-merge', description: '', targetUrl: 'https://ci/1', creator: 'ci' };

describe('one branch', () => {
  test('clean: green, with the runs that vouch for it', () => {
    expect(judge([green])).toMatchObject({
      kind: 'green',
      branches: [
        {
          branch: 'bugfix/green',
          commit: someCommit,
          state: 'successful',
          keys: [
            {
              state: 'successful',
              saysWhichBranch: true,
              evidence: [
                {
                  kind: 'workflow-run',
                  id: 1,
                  attempt: 1,
                  workflow: '.github/workflows/ci.yml',
                  name: 'CI',
                  event: 'push',
                  result: 'success',
                  branch: 'bugfix/green',
                  link: 'https://github.com/org/repo/actions/runs/1',
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test('failed: failed, with the failed run and the account of all', () => {
    expect(judge([failed])).toMatchObject({
      kind: 'failed',
      branch: 'w/6/failed',
      commit: someCommit,
      decidedBy: { key: { kind: 'workflow-runs' }, evidence: [{ id: 3, result: 'failure' }], runs: { account: [{ counted: true }] } },
    });
  });

  test('no runs: not started', () => {
    expect(judge([absent])).toMatchObject({ kind: 'not-started', branch: 'w/5/absent', decidedBy: { runs: { cause: 'no-runs' } } });
  });

  test('no status at all, or the key absent: not started', () => {
    const buildKeys = parseBuildKeys('pre-merge');
    const other = { ...status, context: 'other', state: 'success' };
    for (const statuses of [[], [other]]) {
      expect(judge([{ ...green, statuses }], { buildKeys })).toMatchObject({
        kind: 'not-started',
        decidedBy: { cause: 'absent', evidence: [] },
      });
    }
  });

  test('a key that cannot say which branch: falls back to the plain state, and says so', () => {
    const verdict = judge([{ ...absent, statuses: [{ ...status, state: 'success' }] }], { buildKeys: parseBuildKeys('pre-merge') });
    expect(verdict).toMatchObject({
      kind: 'green',
      branches: [{ keys: [{ saysWhichBranch: false, evidence: [{ kind: 'commit-status', link: 'https://ci/1' }] }] }],
    });
  });

  test('the branch of a fork, accepted by the settings: judged by the runs of that fork', () => {
    const ofFork = branchFacts('bugfix/x', [workflowRun({ headRepositoryId: someFork })], { headRepositories: new Set([someFork]) });
    expect(judge([ofFork]).kind).toBe('green');
    expect(judge([branchFacts('bugfix/x', [workflowRun({ headRepositoryId: someFork })])]).kind).toBe('not-started');
  });
});

describe('not asked', () => {
  test('bypassed: skipped, and the record can say why', () => {
    expect(judge([failed], { bypassed: true })).toEqual({ kind: 'skipped', reason: 'bypassed' });
  });

  test('no build key: skipped', () => {
    expect(judge([failed], { buildKeys: parseBuildKeys('') })).toEqual({ kind: 'skipped', reason: 'no-build-key' });
  });

  test('no branch to judge, or no key to judge it by: a mistake, not green', () => {
    expect(() => judge([])).toThrow(RangeError);
    expect(() => worstVerdict([])).toThrow(RangeError);
    expect(() => judgeBranch(green, { ...defaultRules, buildKeys: [] })).toThrow(RangeError);
  });
});

describe('several branches: the worst is reported', () => {
  test.each([
    ['failed', [green, running, absent, failed, failedAgain], 'w/6/failed'],
    ['failed', [failedAgain, failed], 'w/7/failed-too'],
    ['not-started', [running, green, absent], 'w/5/absent'],
    ['in-progress', [green, running], 'w/4.4/running'],
  ] as const)('%s: the first branch in that state', (kind, branches, branch) => {
    const verdict = judge(branches);
    expect(verdict).toMatchObject({ kind, branch });
    expect(verdict).toHaveProperty('branches.length', branches.length);
  });

  test('all green: green, in the order given', () => {
    const other = branchFacts('w/4.4/green', [workflowRun({ id: 9 })]);
    expect(judge([green, other])).toMatchObject({ kind: 'green', branches: [{ branch: 'bugfix/green' }, { branch: 'w/4.4/green' }] });
  });

  test('branches that share the runs of one commit: each by its own', () => {
    const runs = [workflowRun({ headBranch: 'a' }), workflowRun({ id: 2, headBranch: 'b', conclusion: 'failure' })];
    const [a, b] = [branchFacts('a', [], { runs }), branchFacts('b', [], { runs })];
    expect(judge([a]).kind).toBe('green');
    expect(judge([a, b])).toMatchObject({ kind: 'failed', branch: 'b' });
  });
});

describe('several build keys: all of them', () => {
  const buildKeys = parseBuildKeys(['github_actions', 'pre-merge', 'check:build']);
  const check = {
    id: 1,
    name: 'build',
    appSlug: 'ci',
    status: 'completed',
    conclusion: 'success',
    headSha: someCommit,
    htmlUrl: null,
    startedAt: null,
  };

  test('all green: green, each with its evidence', () => {
    const facts = { ...green, statuses: [{ ...status, state: 'success' }], checkRuns: [check] };
    const verdict = judge([facts], { buildKeys });
    expect(verdict).toMatchObject({
      kind: 'green',
      branches: [{ keys: [{ evidence: [{ kind: 'workflow-run' }] }, { evidence: [{ kind: 'commit-status' }] }, { evidence: [{ kind: 'check-run' }] }] }],
    });
  });

  test('one worse than the others: it decides', () => {
    const facts = { ...green, statuses: [{ ...status, state: 'pending' }], checkRuns: [{ ...check, conclusion: 'failure' }] };
    expect(judge([facts], { buildKeys })).toMatchObject({ kind: 'failed', decidedBy: { key: { kind: 'check-run' } } });
  });

  test('one absent: not started, though the others are green', () => {
    const facts = { ...green, statuses: [{ ...status, state: 'success' }] };
    expect(judge([facts], { buildKeys })).toMatchObject({ kind: 'not-started', decidedBy: { key: { kind: 'check-run' } } });
  });

  test('a check run skipped: green only where the settings allow it', () => {
    const facts = { ...green, checkRuns: [{ ...check, conclusion: 'skipped' }] };
    const keys = parseBuildKeys('check:build');
    expect(judge([facts], { buildKeys: keys }).kind).toBe('not-started');
    expect(judge([facts], { buildKeys: keys, allowAllSkipped: true }).kind).toBe('green');
  });
});
