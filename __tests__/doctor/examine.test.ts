import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { examine } from '../../src/doctor/examine.js';
import type { DoctorFacts } from '../../src/doctor/facts.js';
import { doctorOutcome, findingLine } from '../../src/doctor/outcome.js';
import { shaOf } from '../builders/history.js';
import { branches, ci, ciWorkflow, health, noGraph, ownPath, protectedBranch, repository, robot, robotWith, robotWorkflow, rule, settings, workflow } from './facts.js';

const token: DoctorFacts['token'] = health().token;
const jobToken = { ...token, hourlyLimit: 1000 };
const jobSettings = settings({ robot: 'github-actions[bot]' });
const jobWorkflow = robotWith('permissions: {}', 'permissions: { contents: write, pull-requests: write, statuses: write, actions: write }');
const files = (...all: ReadonlyArray<ReturnType<typeof ci>>): DoctorFacts['workflows'] => ({ ownPath, files: all, unreadable: [] });
const withTags = (...tags: ReadonlyArray<readonly [tag: string, branch: string]>): Partial<DoctorFacts> => {
  const history = repository();
  for (const [tag, branch] of tags) {
    history.branch(branch, 'five');
    history.tag(tag, 'five');
  }
  return branches(history);
};
const apart = (() => {
  const history = repository();
  history.push('development/4.3', 'more');
  return branches(history);
})();
const misnamed = (() => {
  const history = repository();
  history.branch('development/05.2', 'five');
  history.branch('hotfix/soon', 'five');
  return branches(history);
})();

test('nothing is wrong: nothing is found', () => {
  expect(examine(health())).toEqual([]);
});

test.each<[string, Partial<DoctorFacts>]>([
  ['the token of an account', { token: { ...token, user: 'Merge-Robot' }, settings: settings({ robot: 'merge-robot' }) }],
  ['the token of the job, with dispatch', { token: jobToken, settings: settings({ robot: 'github-actions[bot]', dispatch: ['ci.yml'] }), workflows: files(jobWorkflow, ci()) }],
  ['a server without limits, and an app by what the workflow says', { token: { ...token, hourlyLimit: null } }],
  ['CI that the robot starts on its own branches', {
    token: jobToken, settings: settings({ robot: 'github-actions[bot]', dispatch: ['ci.yml'] }), workflows: files(jobWorkflow, ci("name: CI\non: { pull_request: , workflow_dispatch: }\njobs: {}\n")),
  }],
  ['gate only: no pushes, so nothing hinders them, and CI on source branches is enough', {
    settings: settings({ gate_only: true }),
    protection: [protectedBranch('development/5.1', [rule('update', { bypass: 'never' }), rule('required_status_checks', { requiredContexts: ['Bert-E'], bypass: 'never' })])],
    workflows: files(robot(), ci("name: CI\non: { pull_request: {} }\njobs: {}\n")),
  }],
  ['CI on every branch', { workflows: files(robot(), ci('name: CI\non: push\njobs: {}\n')) }],
  ['CI in the queue on entries only', { workflows: files(robot(), ci(ciWorkflow.replace("'q/**'", "'q/w/**'"))) }],
  ['no queue, so no CI on it', { settings: settings({ use_queues: false }), workflows: files(robot(), ci(ciWorkflow.replace(", 'q/**'", ''))) }],
  ['CI elsewhere, heard of by status', { settings: settings({ build_key: 'ci/jenkins', required_workflows: [] }), workflows: files(robotWith('workflow_run: { workflows: [CI], types: [completed] }', 'status:')) }],
  ['reviews by a bell', {
    workflows: files(
      robot(robotWorkflow.replace('  pull_request_review: { types: [submitted, edited, dismissed] }\n', '').replace('workflows: [CI]', 'workflows: [CI, Review bell]')),
      ci(),
      workflow('.github/workflows/bell.yml', 'name: Review bell\non: pull_request_review\njobs: {}\n'),
    ),
  }],
  ['a second file that runs the robot by hand only', { workflows: files(robot(), ci(), workflow('.github/workflows/by-hand.yml', 'on: [workflow_dispatch, workflow_call]\njobs: { two: { steps: [{ uses: org/berte-action@v1 }] } }\n')) }],
  ['a rule without consequence for the robot', { protection: [protectedBranch('development/5.1', [rule('non_fast_forward', { bypass: 'never' }), rule('deletion', { bypass: 'never' }), rule('required_status_checks', { requiredContexts: ['bert-e'], bypass: 'exempt' })])] }],
])('%s: nothing is found', (_, differences) => {
  expect(examine(health(differences))).toEqual([]);
});

describe('each thing that is wrong is found, with what comes of it and how to put it right', () => {
  test.each<[string, Partial<DoctorFacts>, readonly string[], string]>([
    ['another account than the settings say', { token: { ...token, user: 'somebody' } }, ['error: The token acts as somebody, but the setting robot is merge-robot[bot].'], 'Set robot: somebody'],
    ['the job’s token under the name of an app', { token: jobToken, settings: settings({ dispatch: ['ci.yml'] }), workflows: files(jobWorkflow, ci()) }, ['error: The token acts as github-actions[bot], but the setting robot is merge-robot[bot].'], 'Set robot: github-actions[bot], or give'],
    ['an app under the name of the job', { settings: settings({ robot: 'github-actions[bot]' }) }, ['error: The token acts as a GitHub App, but the setting robot is github-actions[bot].'], 'followed by [bot]'],
    ['pushes that start no CI', { token: jobToken, settings: jobSettings, workflows: files(jobWorkflow, ci()) }, ['error: The token is the one of the job, and the setting dispatch is empty.'], 'dispatch: [ci.yml]'],
    ['the same, told by the workflow on a server without limits', { token: { ...token, hourlyLimit: null }, settings: jobSettings, workflows: files(robot(jobText()), ci()) }, ['error: The token is the one of the job, and the setting dispatch is empty.'], 'actions/create-github-app-token'],
    ['the same, with the limit that such a token has in an enterprise', { token: { ...token, hourlyLimit: 15_000 }, settings: jobSettings, workflows: files(robot(jobText()), ci()) }, ['error: The token is the one of the job, and the setting dispatch is empty.'], 'dispatch: [ci.yml]'],
    ['permissions that are missing', { token: jobToken, settings: settings({ robot: 'github-actions[bot]', dispatch: ['ci.yml'] }), workflows: files(robotWith('permissions: {}', 'permissions: { contents: read, statuses: write, actions: read }'), ci()) }, ['error: The token of the job lacks contents: write (pushes), pull-requests: write (comments), actions: write (builds, and starting them again).'], 'permissions: { contents: write, pull-requests: write, statuses: write, actions: write }'],
    ['permissions that are not said', { token: jobToken, settings: settings({ robot: 'github-actions[bot]', dispatch: ['ci.yml'] }), workflows: files(robotWith('permissions: {}', ''), ci()) }, [`warning: ${ownPath} says nothing about permissions.`], 'permissions: { contents: write'],
    ['no right to push', { token: { ...token, push: { kind: 'refused', why: 'denied' } } }, ['error: The token may not push: denied'], 'contents: write'],
    ['no right to read runs', { token: { ...token, refusedReads: [{ what: 'workflow runs', permission: 'actions: write', why: '403' }] } }, ['error: The token may not read workflow runs: 403'], 'the permission actions: write'],
    ['a rule the robot may not bypass', { protection: [protectedBranch('development/4.3'), protectedBranch('development/5.1', [rule('update', { bypass: 'never' }), rule('required_status_checks', { requiredContexts: ['bert-e'], bypass: 'never' })])] }, ['error: Ruleset 12 on development/5.1 restricts updates, requires status checks, which commits about to be pushed do not have, and the robot may not bypass it (never).'], 'bypass list'],
    ['a bypass for pull requests only', { protection: [protectedBranch('development/5.1', [rule('pull_request', { bypass: 'pull_requests_only' }), rule('required_status_checks', { requiredContexts: ['bert-e'] })])] }, ['error: Ruleset 12 on development/5.1 requires a pull request, and the robot may not bypass it (pull_requests_only).'], 'as “always”'],
    ['a bypass that is not told', { protection: [protectedBranch('development/5.1', [rule('update', { bypass: null }), rule('required_status_checks', { requiredContexts: ['bert-e'] })])] }, ['note: Ruleset 12 on development/5.1 restricts updates; GitHub does not tell this token whether the robot may bypass it.'], 'See for yourself'],
    ['integration branches that may not be made', { protection: [...health().protection, { branch: 'w/5.1/bugfix/example', purpose: 'integration', rules: { kind: 'seen', value: [rule('creation', { bypass: 'never' })] }, classic: null }] }, ['error: Ruleset 12 on the integration branches w/** restricts creations, and the robot may not bypass it (never).'], 'leave w/** out'],
    ['queue branches that may not be made', { protection: [...health().protection, { branch: 'q/5.1', purpose: 'queue', rules: { kind: 'seen', value: [rule('creation', { bypass: 'never' })] }, classic: null }] }, ['error: Ruleset 12 on the queue branches q/** restricts creations, and the robot may not bypass it (never).'], 'bypass list'],
    ['a status that is not required', { protection: [protectedBranch('development/4.3'), protectedBranch('development/5.1', [rule('required_status_checks', { requiredContexts: ['test'] })])] }, ['warning: The status bert-e is not required on development/5.1.'], 'require the status check bert-e'],
    ['rules that are not shown', { protection: [{ ...protectedBranch('development/5.1'), rules: { kind: 'unseen', why: '403' } }] }, ['note: The rules on development/5.1 could not be seen: 403'], 'docs/branch-protection.md'],
    ['classic protection', { protection: [{ ...protectedBranch('development/5.1', []), classic: { kind: 'seen', value: { enabled: true, requiredContexts: ['bert-e'] } } }] }, ['note: development/5.1 has classic branch protection, the details of which are shown to administrators only.'], 'put it among those who may push'],
    ['a workflow that is not on the default branch', { workflows: files(ci()) }, [`error: The robot’s workflow ${ownPath} is not on development/5.1, the default branch.`], 'Put the file on development/5.1.'],
    ['a workflow that is none there', { workflows: { ownPath, files: [ci()], unreadable: [ownPath] } }, [`error: ${ownPath} on development/5.1, the default branch, is no workflow that GitHub could read.`], 'Correct the file'],
    ['no pull requests', robotWithout('pull_request_target: { types: [opened, reopened, synchronize, edited, closed] }'), [`warning: ${ownPath} does not listen to pull_request_target.`], 'pull_request_target: { types:'],
    ['pull requests at some moments only', robotWithout('types: [opened, reopened, synchronize, edited, closed]'), [`warning: ${ownPath} listens to pull requests, but not when they are edited, closed.`], 'closed] }'],
    ['pull requests by their own copy of the workflow', replaced('pull_request_target:', 'pull_request:'), [`warning: ${ownPath} listens to pull_request and not to pull_request_target.`], 'pull_request_target:'],
    ['no reviews', robotWithout('pull_request_review: { types: [submitted, edited, dismissed] }'), [`warning: ${ownPath} does not listen to pull_request_review.`], 'pull_request_review:'],
    ['no comments', robotWithout('issue_comment: { types: [created, edited, deleted] }'), [`warning: ${ownPath} does not listen to issue_comment.`], 'issue_comment:'],
    ['no builds', robotWithout('workflow_run: { workflows: [CI], types: [completed] }'), [`warning: ${ownPath} does not listen to workflow_run.`], 'workflow_run: { workflows: [CI], types: [completed] }'],
    ['builds of a workflow that does not exist', replaced('workflows: [CI]', 'workflows: [Build]'), [`warning: ${ownPath} waits for workflows that do not exist: Build.`, `warning: ${ownPath} does not hear of the end of CI.`], 'the name: of each CI workflow'],
    ['itself', replaced('workflows: [CI]', 'workflows: [CI, Bert-E]'), [`warning: ${ownPath} waits for itself.`], 'Take Bert-E out'],
    ['builds of some branches only', replaced('types: [completed] }', "types: [completed], branches: ['bugfix/**'] }"), [`warning: ${ownPath} hears of builds on some branches only, and not on the robot’s own (q/w/1/1.0/bugfix/x, w/1.0/bugfix/x).`], 'Take branches:'],
    ['no statuses, which are the builds', { settings: settings({ build_key: ['ci/jenkins', 'check:sonar'], required_workflows: [] }) }, [`warning: ${ownPath} does not listen to status.`, `warning: ${ownPath} does not listen to check_run.`], 'status:'],
    ['a second file that runs the robot', { workflows: files(robot(), ci(), workflow('.github/workflows/robot-2.yml', 'name: Two\non: pull_request_target\njobs: { two: { steps: [{ uses: org/berte-action@v1 }] } }\n')) }, [`warning: Several workflow files run the robot: ${ownPath}, .github/workflows/robot-2.yml.`], `Keep the robot in one workflow file, with all triggers in it: ${ownPath}.`],
    ['no sweep', robotWithout("schedule: [{ cron: '7,22,37,52 * * * *' }]"), [`warning: ${ownPath} does not listen to schedule.`], 'schedule: [{ cron:'],
    ['no concurrency', robotWithout('concurrency: { group: bert-e, queue: max }'), [`warning: ${ownPath} sets no concurrency.`], 'concurrency: { group: bert-e, queue: max }'],
    ['runs that are cancelled', replaced('queue: max', 'cancel-in-progress: true'), [`error: ${ownPath} cancels runs that are in progress.`], 'Take cancel-in-progress out'],
    ['a group for each branch', replaced('group: bert-e,', "group: 'bert-e-${{ github.ref }}',"), [`warning: The concurrency group of ${ownPath} differs from event to event: bert-e-\${{ github.ref }}.`], 'one group for the whole repository'],
    ['waiting runs that are dropped', replaced(', queue: max', ''), [`note: The concurrency of ${ownPath} keeps one waiting run only.`], 'queue: max'],
    ['CI that does not start on w/**', { workflows: files(robot(), ci(ciWorkflow.replace(", 'w/**'", ''))) }, ['error: ci.yml is required, and does not start on w/**.'], "branches: ['w/**']"],
    ['CI that does not start on q/**', { workflows: files(robot(), ci(ciWorkflow.replace(", 'q/**'", ''))) }, ['error: ci.yml is required, and does not start on q/**.'], "branches: ['q/**']"],
    ['CI that does not start on source branches', { workflows: files(robot(), ci(ciWorkflow.replace("'bugfix/**', 'feature/**', ", ''))) }, ['error: ci.yml is required, and does not start on source branches such as bugfix/x.'], 'pull_request:'],
    ['no CI at all', { settings: settings({ required_workflows: [] }), workflows: files(robot(), workflow('.github/workflows/release.yml', 'name: CI\non: { push: { tags: [v*] } }\n')) }, ['error: No workflow starts on source branches such as bugfix/x.', 'error: No workflow starts on w/**.', 'error: No workflow starts on q/**.'], 'the CI workflow'],
    ['CI that is required and not there', { settings: settings({ required_workflows: ['ci.yml', 'tests.yml'] }) }, ['error: required_workflows names tests.yml, which is not among the workflows of development/5.1.'], 'Correct the name'],
    ['CI that skips files', { workflows: files(robot(), ci(ciWorkflow.replace("push: { ", "push: { paths: ['src/**'], "))) }, ['warning: ci.yml is required, and starts for certain files only (paths).'], 'skip its jobs instead'],
    ['several workflows, none required', { settings: settings({ required_workflows: [] }), workflows: files(robotWith('workflows: [CI]', 'workflows: [CI, Label]'), ci(), workflow('.github/workflows/label.yml', 'name: Label\non: pull_request\njobs: {}\n')) }, ['warning: required_workflows is empty, and there are several workflows: ci.yml, label.yml.'], 'required_workflows: [ci.yml]'],
    ['a dispatch of what does not exist', { settings: settings({ dispatch: ['build.yml'] }) }, ['error: dispatch names build.yml, which is not among the workflows of the default branch.'], 'Correct the name'],
    ['a dispatch of what does not listen', { settings: settings({ dispatch: ['ci.yml'] }), workflows: files(robot(), ci(ciWorkflow.replace('  workflow_dispatch:\n', ''))) }, ['error: dispatch names ci.yml, which does not listen to workflow_dispatch.'], 'workflow_dispatch:'],
    ['a job named like the status', { workflows: files(robotWith('  robot:', '  bert-e:'), ci()) }, ['warning: A job is called bert-e, like the robot’s status: in bert-e.yml.'], 'Call the job otherwise'],
    ['a file that is no workflow', { workflows: { ownPath, files: [robot(), ci()], unreadable: ['.github/workflows/x.yml'] } }, ['note: .github/workflows/x.yml could not be read as a workflow.'], 'under Actions'],
    ['no settings', { settingsFile: 'missing' }, ['note: There is no settings file .github/bert-e.yml on the default branch, and every setting has its default value.'], 'docs/settings.md'],
    ['no admin', { settings: settings({ admins: [] }) }, ['note: The setting admins is empty.'], 'admins: [alice'],
    ['no version', { refs: { branches: new Map(), tags: new Map() }, graph: noGraph, protection: [] }, ['error: There is no development branch.'], 'create-branch'],
    ['versions that are not self-contained', apart, ['error: development/5.1 does not include development/4.3.'], 'git merge origin/development/4.3'],
    ['a released version', withTags(['v5.1.2', 'development/5.1.2']), ['error: development/5.1.2 exists, but the tag v5.1.2 says that 5.1.2 is released.'], 'hotfix/5.1.2'],
    ['an archived version', withTags(['5.2', 'development/5.2']), ['warning: development/5.2 exists, and so does the tag 5.2, which marks an archived version.'], 'rename the tag 5.2'],
    ['names that are nearly versions', misnamed, ['warning: development/05.2, hotfix/soon are no version branches, although the name looks like one.'], 'without leading zeros'],
    ['an incoherent queue', { queue: { problems: [{ rule: 'Q001', branch: 'q/5.1', detail: 'q/5.1 does not exist' }], lostByRebuild: [], branches: [] } }, ['error: The queue contradicts itself. Q001: q/5.1 does not exist.'], 'Start the command rebuild-queues.'],
    ['an incoherent queue with somebody’s work', { queue: { problems: [{ rule: 'Q005', branch: 'q/5.1', detail: 'ahead' }], lostByRebuild: [{ branch: 'q/5.1', commits: [{ sha: shaOf('lost'), subject: '' }] }], branches: [] } }, ['error: The queue contradicts itself. Q005: ahead.'], `q/5.1 (${shaOf('lost').slice(0, 12)}): put them on a branch`],
    ['a queue that is switched off', { settings: settings({ use_queues: false }), queue: { problems: [{ rule: 'Q001', branch: 'q/5.1', detail: 'x' }], lostByRebuild: [], branches: ['q/5.1'] } }, ['note: use_queues is off, but queue branches are left: q/5.1.'], 'Delete them by hand'],
  ])('%s', (_, differences, expected, fix) => {
    const findings = examine(health(differences));
    expect(findings.map(({ severity, problem }) => `${severity}: ${problem}`)).toEqual(expected);
    expect(findings.slice(0, 1).map(findingLine)).toEqual([expect.stringContaining(fix)]);
    // What is to be copied is YAML that GitHub reads, and stands behind a colon.
    for (const { consequence, fix: words, code } of findings) {
      expect(consequence).toMatch(/\.$/);
      expect(words).toMatch(code === undefined ? /\.$/ : /:$/);
      expect(() => (code?.language === 'yaml' ? (parse(code.lines.join('\n')) as unknown) : null)).not.toThrow();
    }
  });
});

test('several findings: errors first, notes last; errors and warnings are for somebody to act, notes are not', () => {
  const findings = examine(health({ settings: settings({ admins: [] }), ...apart, protection: [protectedBranch('development/5.1', [])] }));
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'note']);
  expect(doctorOutcome(findings)).toMatchObject({ code: 308, detail: expect.stringContaining('1 error, 1 warning, 1 note') as unknown });
  expect(doctorOutcome(findings.slice(1))).toMatchObject({ code: 308 });
  expect(doctorOutcome(findings.slice(2))).toEqual({ code: 307, command: 'doctor', detail: 'nothing is in the way (1 note)' });
  expect(doctorOutcome([])).toEqual({ code: 307, command: 'doctor', detail: 'nothing is in the way' });
  expect(findingLine(findings[0] ?? { severity: 'note', problem: '', consequence: '', fix: '' })).toMatch(/^\[error\] development\/5\.1 does not include development\/4\.3\. What comes of it: .+ What to do: Merge/);
});

/** What we tell people to install must pass our own examination. */
test.each<[string, Parameters<typeof settings>[0], number]>([
  ['github-app.yml', {}, 5000],
  ['queue.yml', {}, 5000],
  ['hardened.yml', {}, 5000],
  ['job-token.yml', { robot: 'github-actions[bot]', dispatch: ['ci.yml'] }, 1000],
  ['gate-only.yml', { robot: 'github-actions[bot]', gate_only: true }, 1000],
])('examples/%s, with the CI of the examples: nothing is found', (name, values, hourlyLimit) => {
  const text = (file: string) => readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8');
  const workflows = files(robot(text(name)), ci(text('ci.yml')), workflow('.github/workflows/review-bell.yml', text('hardened-review-bell.yml')));
  expect(examine(health({ settings: settings(values), token: { ...token, hourlyLimit }, workflows }))).toEqual([]);
});

function jobText(): string {
  return robotWorkflow.replace("with: { token: '${{ steps.app.outputs.token }}' }", "with: { token: '${{ github.token }}' }").replace('permissions: {}', 'permissions: write-all');
}

function robotWithout(part: string): Partial<DoctorFacts> {
  return replaced(part, '');
}

function replaced(part: string, by: string): Partial<DoctorFacts> {
  return { workflows: files(robotWith(part, by), ci()) };
}
