import { describe, expect, test } from '@jest/globals';
import type { PullRequest } from '../../src/ports/github.js';
import { resolveBranches } from '../../src/trigger/resolve-branches.js';

const commit = 'a'.repeat(40);
const other = 'b'.repeat(40);

function pullRequest(number: number, branch: string, change: Partial<PullRequest['head']> = {}): PullRequest {
  return {
    number, title: '', body: '', author: 'ada', state: 'open', merged: false, mergedBy: null, draft: false,
    head: { branch, sha: other, repositoryId: 42, repositoryFullName: 'scality/ring', fork: false, ...change },
    base: { branch: 'development/4.3', sha: other }, requestedReviewers: [], htmlUrl: '', updatedAt: '',
  };
}

function refs(branches: Readonly<Record<string, string>> = {}) {
  return { branches: new Map(Object.entries(branches)) };
}

function found(branches: readonly string[], open: readonly PullRequest[], headSha: string | null = null, tips: Readonly<Record<string, string>> = {}): readonly string[] {
  return resolveBranches(branches, headSha, refs(tips), open).map((subject) => (subject.kind === 'queue' ? 'queue' : `#${subject.number}`));
}

describe('the branch leads to', () => {
  const open = [pullRequest(9, 'feature/x'), pullRequest(5, 'feature/x'), pullRequest(3, 'bugfix/y'), pullRequest(8, 'development/4.3')];

  test.each<[string, readonly string[]]>([
    ['q/5.1', ['queue']],
    ['q/w/9/5.1/feature/x', ['queue']],
    ['w/5.1/feature/x', ['#5']],
    ['feature/x', ['#5']],
    ['bugfix/y', ['#3']],
    ['development/4.3', ['#8']],
    ['w/5.1/development/4.3', ['#8']],
    ['feature/gone', []],
    ['w/5.1/feature/gone', []],
    ['w/5.1/', []],
    ['main', []],
    ['user/ada', []],
    ['hotfix/4.2.1', []],
    ['', []],
  ])('%s: %j', (branch, expected) => {
    expect(found([branch], open)).toEqual(expected);
  });

  test('several branches: the queue first, then each pull request once', () => {
    expect(found(['feature/x', 'w/5.1/feature/x', 'q/4.3', 'bugfix/y'], open)).toEqual(['queue', '#3', '#5']);
  });
});

describe('the commit stands in when the names lead nowhere', () => {
  const open = [pullRequest(5, 'feature/x')];
  const tips = { 'feature/x': commit, 'w/5.1/feature/x': other, 'q/4.3': other, main: commit };

  test('no branch given: those whose head it is', () => {
    expect(found([], open, commit, tips)).toEqual(['#5']);
    expect(found([], open, other, tips)).toEqual(['queue', '#5']);
  });

  test('the default branch, on which runs without a branch are filed', () => {
    expect(found(['main'], open, commit, tips)).toEqual(['#5']);
  });

  test('the branch is gone', () => {
    expect(found(['w/9.9/feature/renamed'], open, commit, tips)).toEqual(['#5']);
  });

  test('the branch leads somewhere: others with the same head are left alone', () => {
    expect(found(['feature/x'], [...open, pullRequest(6, 'bugfix/same')], commit, { ...tips, 'bugfix/same': commit, 'q/5.1': commit })).toEqual(['#5']);
  });

  test('nothing has that head: nothing', () => {
    expect(found(['main'], open, 'c'.repeat(40), tips)).toEqual([]);
    expect(found(['main'], open, null, tips)).toEqual([]);
  });

  test('the head of a fork, whose branches are not among the refs', () => {
    expect(found([], [pullRequest(7, 'feature/z', { fork: true, sha: commit })], commit)).toEqual(['#7']);
  });
});

describe('forks', () => {
  const own = pullRequest(9, 'feature/x');
  const fork = (sha: string) => pullRequest(2, 'feature/x', { fork: true, repositoryId: 77, sha });

  test('a fork uses the name of our branch: ours is looked at', () => {
    expect(found(['feature/x'], [fork(other), own], other)).toEqual(['#9']);
    expect(found(['feature/x'], [fork(other), own])).toEqual(['#9']);
  });

  test('the commit is the head of the fork: the fork is looked at', () => {
    expect(found(['feature/x'], [fork(commit), own], commit)).toEqual(['#2']);
  });

  test('an integration branch: the pull request of the fork is meant if there is no other', () => {
    expect(found(['w/5.1/feature/x'], [fork(other)])).toEqual(['#2']);
    expect(found(['w/5.1/feature/x'], [fork(other), own])).toEqual(['#9']);
  });
});
