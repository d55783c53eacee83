import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ContinuousIntegration, SandboxGitHub } from '../../sandbox/github/index.js';
import { branchMatches } from '../../sandbox/github/ci.js';
import { name, openOne, rest, smallWorld } from './github-world.js';

let github: SandboxGitHub;

beforeEach(async () => {
  github = await smallWorld();
});

afterEach(() => github.close());

function actions(number: number): ReadonlyArray<string | null> {
  return github.events.filter((event) => event.name === 'pull_request' && event.payload.number === number).map(({ action }) => action);
}

describe('pull requests follow their branches', () => {
  test('a push to either branch: head and base move with it', async () => {
    const number = await openOne(github);
    const head = await github.pushCommit('alice', name, 'bugfix/TEST-1', { message: 'two', files: { b: 'b' } });
    const base = await github.pushCommit('bob', name, 'development/4.3', { message: 'base', files: { c: 'c' } });
    expect(github.pullRequest(name, number)).toMatchObject({ state: 'open', head: { sha: head }, base: { sha: base } });
    expect(actions(number)).toEqual(['opened', 'synchronize']);
  });

  test('the head is brought into the base by a push: merged, with the merge commit named', async () => {
    const number = await openOne(github);
    const merge = await github.pushMerge('bob', name, 'development/4.3', 'bugfix/TEST-1');
    await github.pushCommit('bob', name, 'development/4.3', { message: 'later', files: { c: 'c' } });
    expect(github.pullRequest(name, number)).toMatchObject({ state: 'closed', mergedBy: 'bob', mergeCommitSha: merge });
    expect(actions(number)).toEqual(['opened', 'closed']);
    await expect(github.reopen('alice', name, number)).rejects.toMatchObject({ status: 422 });
  });

  test('a fast-forward with commits on top: the head itself is the merge commit', async () => {
    const number = await openOne(github);
    const { sha } = github.pullRequest(name, number).head;
    await github.createBranch('bob', name, 'bugfix/more', sha);
    const tip = await github.pushCommit('bob', name, 'bugfix/more', { message: 'on top', files: { c: 'c' } });
    await github.forcePush('bob', name, 'development/4.3', tip);
    expect(github.pullRequest(name, number).mergeCommitSha).toBe(sha);
  });

  test('the head branch is deleted: closed unmerged, ref and repository stay; pushed again: it can be reopened', async () => {
    const number = await openOne(github);
    const { sha } = github.pullRequest(name, number).head;
    await github.deleteBranch('alice', name, 'bugfix/TEST-1');
    expect(github.pullRequest(name, number)).toMatchObject({ state: 'closed', mergedAt: null, head: { ref: 'bugfix/TEST-1', repository: name } });
    await expect(github.reopen('alice', name, number)).rejects.toMatchObject({ status: 422 });
    await github.createBranch('alice', name, 'bugfix/TEST-1', sha);
    await github.reopen('alice', name, number);
    expect(github.pullRequest(name, number).state).toBe('open');
  });

  test('renamed through GitHub: requests into it are retargeted, requests from it are closed', async () => {
    const number = await openOne(github);
    await github.renameBranch('alice', name, 'development/4.3', 'development/4.4');
    expect(github.pullRequest(name, number)).toMatchObject({ state: 'open', base: { ref: 'development/4.4' } });
    await github.renameBranch('alice', name, 'bugfix/TEST-1', 'bugfix/TEST-2');
    expect(github.pullRequest(name, number)).toMatchObject({ state: 'closed', mergedAt: null });
    expect(github.repository(name).defaultBranch).toBe('development/4.4');
  });

  test('from a fork: the head is in the base repository too, and follows the fork', async () => {
    await github.createFork(name, 'mallory');
    await github.createBranch('mallory', 'mallory/widget', 'bugfix/evil', 'development/4.3');
    await github.pushCommit('mallory', 'mallory/widget', 'bugfix/evil', { message: 'evil', files: { e: 'e' } });
    const { number } = await github.openPullRequest('mallory', name, { head: 'mallory:bugfix/evil', base: 'development/4.3' });
    const sha = await github.pushCommit('mallory', 'mallory/widget', 'bugfix/evil', { message: 'worse', files: { f: 'f' } });
    expect((await github.refs(name)).get(`refs/pull/${number}/head`)).toBe(sha);
    expect(github.pullRequest(name, number).head).toEqual({ repository: 'mallory/widget', ref: 'bugfix/evil', sha });
    await github.deleteRepository('mallory/widget');
    const answer = await rest(github)('GET', `/repos/${name}/pulls/${number}`);
    expect(answer.body).toMatchObject({ head: { repo: null, ref: 'bugfix/evil', sha } });
  });

  test('both sides change the same lines: not mergeable, and mergeable again once resolved', async () => {
    const number = await openOne(github);
    await github.pushCommit('alice', name, 'bugfix/TEST-1', { message: 'ours', files: { 'README.md': 'ours\n' } });
    await github.pushCommit('bob', name, 'development/4.3', { message: 'theirs', files: { 'README.md': 'theirs\n' } });
    const ask = async (): Promise<unknown> => (await rest(github)('GET', `/repos/${name}/pulls/${number}`)).body;
    expect(await ask()).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    await expect(github.pushMerge('alice', name, 'bugfix/TEST-1', 'development/4.3')).rejects.toMatchObject({ status: 409 });
    const merge = await github.pushMerge('alice', name, 'bugfix/TEST-1', 'development/4.3', 'resolve', { 'README.md': 'both\n' });
    expect(await ask()).toMatchObject({ mergeable: true, mergeable_state: 'clean', head: { sha: merge } });
    expect(await github.readFile(name, 'bugfix/TEST-1', 'README.md')).toBe('both\n');
  });

  test('authors cannot approve their own; a dismissed review stays listed as dismissed', async () => {
    const number = await openOne(github);
    await expect((async () => github.review('Alice', name, number, 'APPROVED'))()).rejects.toMatchObject({ status: 422 });
    const review = await github.review('bob', name, number, 'APPROVED');
    await github.dismissReview('carol', name, number, review.id);
    expect(github.pullRequest(name, number).reviews).toMatchObject([{ author: 'bob', state: 'DISMISSED', commitId: github.pullRequest(name, number).head.sha }]);
  });
});

describe('what else the world knows', () => {
  test('the same clock twice: the same commits', async () => {
    const tips = [];
    for (let round = 0; round < 2; round += 1) {
      const other = await smallWorld({ now: () => Date.UTC(2026, 0, 1) });
      await openOne(other);
      tips.push([...(await other.refs(name)).entries()]);
      await other.close();
    }
    expect(tips[0]).toEqual(tips[1]);
  });

  test('a listener that fails later: settle tells', async () => {
    github.onEvent(() => Promise.reject(new Error('the subscriber broke')));
    github.openIssue('alice', name, 'x');
    await expect(github.settle()).rejects.toThrow('the subscriber broke');
  });
});

describe('the CI simulator', () => {
  const workflow = (plan: Parameters<SandboxGitHub['startCi']>[1][number]['plan']): ContinuousIntegration =>
    github.startCi(name, [{ name: 'ci', on: { push: { branches: ['bugfix/**', '!bugfix/skip*'] }, pull_request: {} }, ...(plan === undefined ? {} : { plan }) }]);

  test('held: in progress until told; the end is an event, the check run ends too', async () => {
    const ci = workflow('hold');
    await openOne(github);
    expect(ci.unfinished.map(({ event, status, headBranch }) => ({ event, status, headBranch }))).toEqual([
      { event: 'push', status: 'in_progress', headBranch: 'bugfix/TEST-1' },
      { event: 'push', status: 'in_progress', headBranch: 'bugfix/TEST-1' },
      { event: 'pull_request', status: 'in_progress', headBranch: 'bugfix/TEST-1' },
    ]);
    ci.finish({ event: 'push' }, 'failure');
    expect(ci.unfinished).toHaveLength(1);
    expect(github.events.filter((event) => event.name === 'workflow_run' && event.action === 'completed')).toHaveLength(2);
    expect([...github.repository(name).checkRuns.values()].filter(({ conclusion }) => conclusion === 'failure')).toHaveLength(2);
    expect(() => ci.finish({ branch: 'nothing' })).toThrow('no unfinished');
  });

  test('planned by time: over only once the clock says so', async () => {
    await github.close();
    let now = Date.UTC(2026, 0, 1);
    github = await smallWorld({ now: () => now });
    const ci = workflow({ after: 60_000, conclusion: 'success' });
    await openOne(github);
    now += 59_999;
    await rest(github)('GET', `/repos/${name}`);
    expect(ci.unfinished).toHaveLength(3);
    now += 1;
    await rest(github)('GET', `/repos/${name}`);
    expect(ci.unfinished).toHaveLength(0);
  });

  test('job by job: the run ends with the last one, failed if any failed', async () => {
    const ci = github.startCi(name, [{ name: 'matrix', on: { pull_request: {} }, jobs: ['a', 'b'], plan: 'hold' }]);
    await openOne(github);
    const run = ci.runs()[0];
    if (run === undefined) throw new Error('there is no run');
    ci.finishJob(run, 'a', 'failure');
    expect(run.status).toBe('in_progress');
    ci.finishJob(run, 'b');
    expect(run).toMatchObject({ status: 'completed', conclusion: 'failure', jobs: [{ conclusion: 'failure' }, { conclusion: 'success' }] });
    expect(github.events.filter((event) => event.name === 'check_run' && event.action === 'completed')).toHaveLength(2);
  });

  test('run again: same id, next attempt, planned by attempt', async () => {
    const ci = workflow(({ attempt }) => (attempt === 1 ? 'failure' : 'hold'));
    await openOne(github);
    const run = ci.runs({ event: 'pull_request' })[0];
    expect(run).toMatchObject({ runAttempt: 1, conclusion: 'failure' });
    expect((await rest(github)('POST', `/repos/${name}/actions/runs/${run?.id ?? 0}/rerun-failed-jobs`)).status).toBe(201);
    expect(ci.runs({ event: 'pull_request' })).toMatchObject([{ id: run?.id, runAttempt: 2, status: 'in_progress', conclusion: null }]);
    expect((await rest(github)('POST', `/repos/${name}/actions/runs/${run?.id ?? 0}/rerun`)).status).toBe(403);
  });

  test('a conflicting pull request: no run; opened with the job\'s token: a run that waits for approval', async () => {
    const ci = workflow('success');
    await github.createBranch('alice', name, 'feature/conflict', 'development/4.3');
    await github.pushCommit('alice', name, 'feature/conflict', { message: 'ours', files: { 'README.md': 'ours\n' } });
    await github.pushCommit('bob', name, 'development/4.3', { message: 'theirs', files: { 'README.md': 'theirs\n' } });
    await github.openPullRequest('alice', name, { head: 'feature/conflict', base: 'development/4.3' });
    expect(ci.runs()).toEqual([]);
    const job = github.actorOf(github.createToken({ kind: 'job', login: 'github-actions[bot]' }).value);
    await github.openPullRequest(job, name, { head: 'development/5.1', base: 'development/4.3' });
    expect(ci.runs()).toMatchObject([{ event: 'pull_request', status: 'completed', conclusion: 'action_required' }]);
  });

  test('branch patterns: one star stays inside a segment, the last match decides', () => {
    const table: ReadonlyArray<readonly [string, readonly string[] | undefined, boolean]> = [
      ['w/5.1/x', ['w/**'], true], ['w/5.1/x', ['w/*'], false], ['w/5.1', ['w/*'], true], ['wx5', ['w.5'], false],
      ['a', undefined, true], ['a', [], false], ['a/b', ['**', '!a/**'], false], ['a/b', ['!a/**', '**'], true],
    ];
    for (const [branch, patterns, expected] of table) expect({ branch, patterns, matches: branchMatches(branch, patterns) }).toEqual({ branch, patterns, matches: expected });
  });
});
