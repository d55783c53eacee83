import { describe, expect, test } from '@jest/globals';
import type { Refusal, RefusalKind } from '../../src/conversation/read.js';
import { mostDependencies } from '../../src/conversation/vocabulary.js';
import type { Leftovers } from '../../src/pull-request/facts.js';
import { allFacts, conversation, options, settings, sourceName, standardHistory } from '../builders/facts.js';
import { robotComment } from '../builders/comment.js';
import { pullRequest } from '../builders/pull-request.js';
import { examine } from './checks.js';

const history = standardHistory();
const nothingLeft: Leftovers = { integrationBranches: [], integrationPullRequests: [], untoldMerge: null };
const branchLeft = { branch: `w/5.1/${sourceName}`, tip: history.sha('w/5.1 merge') };

describe('a pull request that is closed', () => {
  const closed = pullRequest({ state: 'closed' });
  const merged = pullRequest({ state: 'closed', merged: true });

  test('merged, with nothing left: 302, and nothing is done', () => {
    const progress = examine(allFacts({ pullRequest: merged, leftovers: nothingLeft }));
    expect(progress.outcome).toEqual({ code: 302, reason: { kind: 'merged' } });
    expect(progress.plan.push).toEqual([]);
  });

  test('merged, with an integration branch left behind: 302, and the branch goes, if it is still where it was', () => {
    const { outcome, plan } = examine(allFacts({ pullRequest: merged, leftovers: { ...nothingLeft, integrationBranches: [branchLeft] } }));
    expect(outcome?.code).toBe(302);
    expect(plan.push).toEqual([{ ref: `refs/heads/w/5.1/${sourceName}`, from: branchLeft.tip, to: null }]);
  });

  test('merged by a run that ended before it could tell: it is told now, without facts that nobody knows any more', () => {
    const destinations = [{ branch: 'development/4.3', tip: history.sha('fix') }];
    const { outcome, notices } = examine(allFacts({ pullRequest: merged, leftovers: { ...nothingLeft, untoldMerge: { greeted: true, admission: null, destinations } } }));
    expect(outcome?.code).toBe(302);
    expect(notices).toMatchObject([{ code: 102, landing: { pullRequest: 7, approvals: null, options: null, forced: null, versions: [{ branch: 'development/4.3', before: null, tested: null }] } }]);
  });

  test('merged at its first look by a run that ended before it could tell: the greeting is made up for, too', () => {
    const { notices } = examine(allFacts({ pullRequest: merged, leftovers: { ...nothingLeft, untoldMerge: { greeted: false, admission: null, destinations: [] } } }));
    expect(notices.map(({ code }) => code)).toEqual([100, 102]);
  });

  test('not merged, with branches and pull requests left: 305 names both, and both go', () => {
    const { outcome, plan } = examine(allFacts({ pullRequest: closed, leftovers: { ...nothingLeft, integrationBranches: [branchLeft], integrationPullRequests: [8] } }));
    expect(outcome).toEqual({ code: 305, deleted: [branchLeft.branch], closed: [8] });
    expect(plan.closePullRequests).toEqual([8]);
    expect(plan.push).toHaveLength(1);
  });

  test.each([['merged', merged], ['closed', closed]] as const)('%s, and the robot is a gate only: what is left stays, nothing is pushed or closed', (kind, pullRequest) => {
    const leftovers = { ...nothingLeft, integrationBranches: [branchLeft], integrationPullRequests: [8] };
    const { outcome, plan } = examine(allFacts({ settings: settings({ gateOnly: true }), pullRequest, leftovers }));
    expect(outcome).toEqual({ code: 302, reason: { kind } });
    expect([plan.push, plan.closePullRequests]).toEqual([[], []]);
  });

  test('not merged and nothing to clean: 302', () => {
    expect(examine(allFacts({ pullRequest: closed, leftovers: nothingLeft })).outcome).toEqual({ code: 302, reason: { kind: 'closed' } });
  });
});

describe('the branches of a pull request', () => {
  test.each([
    ['something', 'development/4.3', 207, { side: 'source' }],
    ['bugfix/x', 'master', 207, { side: 'destination' }],
    ['something', 'master', 207, { side: 'source' }],
    ['user/ada', 'development/4.3', 301, { reason: { kind: 'source-kind', branch: 'user/ada' } }],
    ['w/5.1/bugfix/x', 'development/5.1', 301, { reason: { kind: 'source-kind', branch: 'w/5.1/bugfix/x' } }],
    ['q/5.1', 'development/5.1', 301, { reason: { kind: 'source-kind', branch: 'q/5.1' } }],
    ['bugfix/x', 'release/4.3', 301, { reason: { kind: 'destination-kind', branch: 'release/4.3' } }],
    ['bugfix/x', 'hotfix/old', 301, { reason: { kind: 'destination-kind', branch: 'hotfix/old' } }],
    ['bugfix/x', 'development/9.9', 222, { destination: 'development/9.9' }],
  ])('%s towards %s: %i, nothing is done and nothing is said', (head, base, code, rest) => {
    const progress = examine(allFacts({ pullRequest: pullRequest({ head: { branch: head }, base: { branch: base, sha: '' } }) }));
    expect(progress.outcome).toMatchObject({ code, ...rest });
    expect(progress.notices).toEqual([]);
  });

  test('a fork, with forks: true: goes on', () => {
    const request = pullRequest({ head: { fork: true, sha: history.sha('fix') } });
    const facts = allFacts({ pullRequest: request, livePullRequest: request, settings: settings({ forks: true }) });
    expect(examine(facts).outcome?.code).toBe(102);
  });
});

describe('what people asked for', () => {
  test.each<[RefusalKind, number]>([
    ['unknown-command', 122], ['not-authorised', 123], ['wrong-syntax', 130], ['wrong-pull-request-number', 131], ['not-the-author', 134],
  ])('%s: %i, even where it is on hold as well', (kind, code) => {
    const refusal: Refusal = { kind, keyword: 'x', value: null, author: 'eve', commentId: 4, answered: true, suggestion: null, quotedText: '> x' };
    const said = conversation({ refusal, options: options(['wait']) });
    expect(examine(allFacts({ conversation: said })).outcome).toEqual({ code, refusal });
  });

  test('on hold: 302 says who set it', () => {
    const { outcome } = examine(allFacts({ conversation: conversation({ options: options(['wait'], [3]) }) }));
    expect(outcome).toEqual({ code: 302, reason: { kind: 'wait', setBy: { kind: 'comment', author: 'root', commentId: 90 } } });
  });

  test('pull requests that come first: open ones and closed ones are listed apart, merged ones do not count', () => {
    const dependencies = new Map([
      [3, pullRequest({ number: 3, state: 'closed', merged: true })],
      [4, pullRequest({ number: 4 })],
      [5, pullRequest({ number: 5, state: 'closed' })],
    ]);
    const facts = allFacts({ conversation: conversation({ options: options([], [3, 4, 5]) }), dependencies });
    expect(examine(facts).outcome).toEqual({ code: 120, open: [4], closed: [5] });
  });

  test('all of them merged: goes on', () => {
    const dependencies = new Map([[3, pullRequest({ number: 3, state: 'closed', merged: true })]]);
    expect(examine(allFacts({ conversation: conversation({ options: options([], [3]) }), dependencies })).outcome?.code).toBe(102);
  });

  test('a number that no pull request has: 131 comes before 120', () => {
    const refusal: Refusal = { kind: 'wrong-pull-request-number', keyword: 'after_pull_request', value: '99', author: 'ada', commentId: 4, answered: false, suggestion: null, quotedText: '> x' };
    const dependencies = new Map([[4, pullRequest({ number: 4 })], [99, null]]);
    const said = conversation({ options: options([], [4, 99]), refusalOfNumber: (number) => (number === 99 ? refusal : null) });
    expect(examine(allFacts({ conversation: said, dependencies })).outcome).toEqual({ code: 131, refusal });
  });

  test('more numbers than are read: the first that was not read is refused, not passed over', () => {
    const numbers = Array.from({ length: mostDependencies + 1 }, (_, index) => 100 + index);
    const merged = numbers.slice(0, mostDependencies).map((number) => [number, pullRequest({ number, state: 'closed', merged: true })] as const);
    const refusal: Refusal = { kind: 'wrong-pull-request-number', keyword: 'after_pull_request', value: '150', author: 'ada', commentId: 4, answered: false, suggestion: null, quotedText: '> x' };
    const said = conversation({ options: options([], numbers), refusalOfNumber: () => refusal });
    expect(examine(allFacts({ conversation: said, dependencies: new Map(merged) })).outcome).toEqual({ code: 131, refusal: { ...refusal, kind: 'too-many-pull-requests' } });
  });

  test('greeted before: no second greeting; a forged one of somebody else does not count', () => {
    expect(examine(allFacts({ comments: [robotComment(100, 'a1')] })).notices.map(({ code }) => code)).not.toContain(100);
    expect(examine(allFacts({ comments: [robotComment(100, 'a1', { author: 'eve' })] })).notices.map(({ code }) => code)).toContain(100);
  });
});
