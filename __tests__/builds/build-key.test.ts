import { describe, expect, test } from '@jest/globals';
import { buildKeyText, parseBuildKeys, stateOfCheckRun, stateOfCommitStatus } from '../../src/builds/build-key.js';
import type { CheckRunKey } from '../../src/builds/build-key.js';
import type { CheckRun, CommitStatus } from '../../src/ports/github.js';
import { someCommit } from '../builders/workflow-run.js';

function status(overrides: Partial<CommitStatus> = {}): CommitStatus {
  return { context: 'ci/build', state: 'success', description: '', targetUrl: 'https://ci/1', creator: 'ci', ...overrides };
}

function checkRun(overrides: Partial<CheckRun> = {}): CheckRun {
  return {
    id: 1,
    name: 'build',
    appSlug: 'circleci',
    status: 'completed',
    conclusion: 'success',
    headSha: someCommit,
    htmlUrl: 'https://check/1',
    startedAt: '2026-05-20T10:00:00Z',
    ...overrides,
  };
}

describe('the setting build_key', () => {
  test.each(['', '  ', [], [''], ['', ' ']].map((setting) => [setting]))('%j: build checks are off', (setting) => {
    expect(parseBuildKeys(setting)).toEqual([]);
  });

  test.each([
    ['github_actions', { kind: 'workflow-runs' }],
    ['pre-merge', { kind: 'commit-status', context: 'pre-merge' }],
    ['GitHub_Actions', { kind: 'commit-status', context: 'GitHub_Actions' }],
    ['check:build', { kind: 'check-run', name: 'build', appSlug: null }],
    ['check: build', { kind: 'check-run', name: 'build', appSlug: null }],
    ['check:CircleCI/build', { kind: 'check-run', name: 'build', appSlug: 'circleci' }],
    ['check:github-actions/ci/test', { kind: 'check-run', name: 'ci/test', appSlug: 'github-actions' }],
    ['check:build / test (18)', { kind: 'check-run', name: 'build / test (18)', appSlug: null }],
    ['check:', { kind: 'commit-status', context: 'check:' }],
  ])('%j: understood', (setting, key) => {
    expect(parseBuildKeys(setting)).toEqual([key]);
  });

  test('a list: all of them, equal ones and empty ones left out', () => {
    expect(parseBuildKeys(['github_actions', '', 'pre-merge', 'github_actions', 'check:build']).map(buildKeyText)).toEqual([
      'github_actions',
      'pre-merge',
      'check:build',
    ]);
  });

  test.each(['github_actions', 'pre-merge', 'check:build', 'check:circleci/build'])('%s: written as it was read', (text) => {
    expect(parseBuildKeys(text).map(buildKeyText)).toEqual([text]);
  });
});

describe('a commit status', () => {
  const key = { kind: 'commit-status', context: 'CI/Build' } as const;

  test.each([
    ['success', 'successful'],
    ['pending', 'in-progress'],
    ['failure', 'failed'],
    ['error', 'failed'],
    ['a state of tomorrow', 'failed'],
  ])('%s: %s, with the link, whatever the case of the context', (state, expected) => {
    expect(stateOfCommitStatus(key, [status({ context: 'other', state: 'error' }), status({ state })])).toEqual({
      state: expected,
      cause: 'reported',
      evidence: [{ kind: 'commit-status', context: 'ci/build', result: state, link: 'https://ci/1' }],
    });
  });

  test.each([[[]], [[status({ context: 'ci/build-2' })]]])('no status, or none of that context: not started', (statuses) => {
    expect(stateOfCommitStatus(key, statuses)).toEqual({ state: 'not-started', cause: 'absent', evidence: [] });
  });

  test('two contexts that differ only in case: the worse one counts', () => {
    const statuses = [status({ state: 'success' }), status({ context: 'CI/BUILD', state: 'failure' })];
    expect(stateOfCommitStatus(key, statuses)).toMatchObject({ state: 'failed', evidence: [{ context: 'CI/BUILD' }] });
  });
});

describe('a check run', () => {
  const key: CheckRunKey = { kind: 'check-run', name: 'build', appSlug: null };
  const pinned: CheckRunKey = { ...key, appSlug: 'circleci' };

  test.each([
    ['completed', 'success', 'successful'],
    ['completed', 'neutral', 'successful'],
    ['completed', 'failure', 'failed'],
    ['completed', 'cancelled', 'failed'],
    ['completed', 'action_required', 'failed'],
    ['completed', 'a conclusion of tomorrow', 'failed'],
    ['completed', null, 'in-progress'],
    ['queued', null, 'in-progress'],
    ['a status of tomorrow', 'success', 'in-progress'],
  ])('%s with conclusion %j: %s', (checkStatus, conclusion, state) => {
    expect(stateOfCheckRun(key, someCommit, [checkRun({ status: checkStatus, conclusion })], false)).toEqual({
      state,
      cause: 'reported',
      evidence: [
        { kind: 'check-run', id: 1, name: 'build', appSlug: 'circleci', result: conclusion ?? checkStatus, link: 'https://check/1' },
      ],
    });
  });

  test('skipped: no build, unless the settings take all skipped for green', () => {
    const skipped = [checkRun({ conclusion: 'skipped' })];
    expect(stateOfCheckRun(key, someCommit, skipped, false)).toMatchObject({ state: 'not-started', cause: 'all-skipped' });
    expect(stateOfCheckRun(key, someCommit, skipped, true).state).toBe('successful');
  });

  test.each([
    ['of another commit', checkRun({ headSha: 'dead' })],
    ['of another name', checkRun({ name: 'Build' })],
    ['of another app', checkRun({ appSlug: 'github-actions' })],
    ['of a deleted app', checkRun({ appSlug: null })],
    ['whose name forges the app', checkRun({ name: 'circleci/build', appSlug: 'github-actions' })],
  ])('%s: not started', (_what, other) => {
    expect(stateOfCheckRun(pinned, someCommit, [other], false)).toEqual({ state: 'not-started', cause: 'absent', evidence: [] });
  });

  test('run again: the newest counts, wherever it is listed', () => {
    const runs = [checkRun({ id: 2, conclusion: 'failure' }), checkRun({ id: 3, status: 'queued', conclusion: null }), checkRun({ id: 1 })];
    expect(stateOfCheckRun(pinned, someCommit, runs, false)).toMatchObject({ state: 'in-progress', evidence: [{ id: 3 }] });
    expect(stateOfCheckRun(pinned, someCommit, [...runs].reverse(), false).state).toBe('in-progress');
  });

  test('two apps with a check of that name, none pinned: the success of one does not hide the failure of the other', () => {
    const runs = [checkRun({ id: 1, appSlug: 'a', conclusion: 'failure' }), checkRun({ id: 2, appSlug: 'b' })];
    expect(stateOfCheckRun(key, someCommit, runs, false)).toMatchObject({ state: 'failed', evidence: [{ appSlug: 'a' }] });
  });

  test('skipped by one app and green by another: successful', () => {
    const runs = [checkRun({ id: 1, appSlug: 'a', conclusion: 'skipped' }), checkRun({ id: 2, appSlug: 'b' })];
    expect(stateOfCheckRun(key, someCommit, runs, false).state).toBe('successful');
  });
});
