import { describe, expect, test } from '@jest/globals';
import { codes } from '../../src/outcomes/codes.js';
import { composeComment } from '../../src/outcomes/messages/compose.js';
import type { Outcome } from '../../src/outcomes/outcome.js';
import { markerOfComment } from '../../src/conversation/marker.js';
import { messagePullRequest, outcomeState, planComments, planStatus, statusState } from '../../src/pull-request/telling.js';
import type { TellingFacts } from '../../src/pull-request/telling.js';
import type { Comment, CommitStatus } from '../../src/ports/github.js';
import { comment, robotComment, someRobot } from '../builders/comment.js';
import { options } from '../builders/facts.js';
import { pullRequest } from '../builders/pull-request.js';
import { someHead } from '../builders/review.js';

const context = {
  robot: someRobot, repositoryUrl: 'https://github.test/acme/ring', commandPrefix: '/', pullRequest: messagePullRequest(pullRequest()),
  options: options(), runUrl: null,
};

function facts(comments: readonly Comment[] = [], differences: Partial<TellingFacts> = {}): TellingFacts {
  return { comments, robot: someRobot, noComment: false, answers: false, context, ...differences };
}

/** What the robot would have written. */
function told(outcome: Outcome, id: number, differences: Partial<Comment> = {}): Comment {
  return comment({ id, author: someRobot, body: composeComment(outcome, context).body, ...differences });
}

function codesOf(outcomes: readonly Outcome[], known: TellingFacts): readonly number[] {
  return planComments(outcomes, known).map(({ body }) => markerOfComment({ author: someRobot, body }, someRobot)?.code ?? 0);
}

const behind = (commits: number): Outcome => ({ code: 132, source: 'bugfix/x', destination: 'development/4.3', behind: commits, limit: 2 });
const greeting: Outcome = { code: 100, author: 'ada' };
const help: Outcome = { code: 101 };
const created = (...branches: readonly string[]): Outcome => ({
  code: 121, branches: branches.map((branch) => ({ branch, destination: 'development/5.1' })), ignored: [], pendingHotfixes: [],
});
const reminder = (branch: string): Outcome => ({ code: 223, branches: [{ branch, version: '4.3.1.0' }] });
const nothing: Outcome = { code: 302, reason: { kind: 'merged' } };

describe('the robot never repeats itself', () => {
  test('nothing said yet: it is said, with the marker by which it is recognised', () => {
    const [planned, ...others] = planComments([behind(3)], facts());
    expect(others).toEqual([]);
    expect(planned?.pullRequest).toBe(7);
    expect(markerOfComment({ author: someRobot, body: planned?.body ?? '' }, someRobot)).toMatchObject({ code: 132, key: planned?.key });
  });

  test('equal to its last message: not said again, whatever people wrote since', () => {
    expect(codesOf([behind(3)], facts([told(behind(3), 1), comment({ id: 2 })]))).toEqual([]);
  });

  test('it differs from its last: said, even if it was said before', () => {
    expect(codesOf([behind(3)], facts([told(behind(3), 1), told(behind(4), 2)]))).toEqual([132]);
  });

  test('the options changed in between: still the same message', () => {
    const earlier = comment({ author: someRobot, body: composeComment(behind(3), { ...context, options: options(['no_octopus']) }).body });
    expect(codesOf([behind(3)], facts([earlier]))).toEqual([]);
  });

  test('somebody else copied the message: that does not silence the robot', () => {
    expect(codesOf([behind(3)], facts([told(behind(3), 1, { author: 'eve' })]))).toEqual([132]);
  });

  test('another bot’s comment under the same name, without a marker: it was not the last message', () => {
    expect(codesOf([behind(3)], facts([told(behind(3), 1), comment({ id: 2, author: someRobot, body: 'coverage 80 %' })]))).toEqual([]);
  });

  test('the manual: always', () => {
    expect(codesOf([help], facts([told(help, 1)]))).toEqual([101]);
  });

  test('greeting and reminder: once per pull request, even with another content', () => {
    expect(codesOf([greeting, reminder('hotfix/4.3.1')], facts())).toEqual([100, 223]);
    expect(codesOf([{ code: 100, author: 'bob' }, reminder('hotfix/4.3.2')], facts([told(greeting, 1), told(reminder('hotfix/4.3.1'), 2), told(behind(3), 3)]))).toEqual([]);
  });

  test('new integration branches: once per content', () => {
    const said = facts([told(created('w/5.1/x'), 1), told(behind(3), 2)]);
    expect(codesOf([created('w/5.1/x')], said)).toEqual([]);
    expect(codesOf([created('w/5.1/x', 'w/10/x')], said)).toEqual([121]);
  });

  test('a notice stands between two equal messages: it does not count as the last', () => {
    expect(codesOf([behind(3)], facts([told(behind(3), 1), told(created('w/5.1/x'), 2), told(greeting, 3)]))).toEqual([]);
    expect(codesOf([created('w/5.1/x'), behind(3)], facts([told(behind(3), 1)]))).toEqual([121]);
  });

  test('two equal messages at once: one', () => {
    expect(codesOf([behind(3), behind(3)], facts())).toEqual([132]);
  });

  test('it answers a command: said even if it is equal to the last message, or the command would be carried out for ever', () => {
    const restarted: Outcome = { code: 137, restarted: [], left: 0 };
    expect(codesOf([restarted], facts([told(restarted, 1), comment({ id: 2, body: '/retry' })]))).toEqual([]);
    expect(codesOf([restarted], facts([told(restarted, 1), comment({ id: 2, body: '/retry' })], { answers: true }))).toEqual([137]);
    expect(codesOf([created('w/5.1/x'), restarted], facts([told(created('w/5.1/x'), 1)], { answers: true }))).toEqual([137]);
  });

  test('outcomes without a comment, and no_comment: silence', () => {
    expect(codesOf([nothing], facts([], { answers: true }))).toEqual([]);
    expect(codesOf([greeting, behind(3)], facts([], { noComment: true, answers: true }))).toEqual([]);
  });

  test('once told, an unchanged world is told nothing', () => {
    const outcomes = [greeting, created('w/5.1/x'), reminder('hotfix/4.3.1'), behind(3)];
    const said = planComments(outcomes, facts()).map(({ body }, index) => comment({ id: index + 1, author: someRobot, body }));
    expect(said).toHaveLength(4);
    expect(planComments(outcomes, facts(said))).toEqual([]);
  });

  test('a message of a code this version does not know: counts as the last', () => {
    expect(codesOf([behind(3)], facts([told(behind(3), 1), robotComment(199, 'a1', { id: 2 })]))).toEqual([132]);
  });
});

describe('the status on the head', () => {
  const current = (differences: Partial<CommitStatus> = {}): CommitStatus => ({
    context: 'bert-e', state: 'failure', description: planStatus(behind(3), someHead, [], 'bert-e', null)[0]?.description ?? '', targetUrl: 'https://github.test/run/1', creator: someRobot, ...differences,
  });

  test('none yet, or it says something else: written', () => {
    expect(planStatus(behind(3), someHead, [], 'bert-e', 'https://github.test/run/2')).toEqual([
      { commit: someHead, context: 'bert-e', state: 'failure', description: current().description, targetUrl: 'https://github.test/run/2' },
    ]);
    expect(planStatus(behind(3), someHead, [current({ state: 'pending' })], 'bert-e', null)).toHaveLength(1);
    expect(planStatus(behind(4), someHead, [current()], 'bert-e', null)).toHaveLength(1);
    expect(planStatus(behind(3), someHead, [current({ context: 'other' })], 'bert-e', null)).toHaveLength(1);
  });

  test('it says the same: not written again, whatever the case of its context and the run it links to', () => {
    expect(planStatus(behind(3), someHead, [current({ context: 'Bert-E' })], 'bert-e', 'https://github.test/run/2')).toEqual([]);
  });

  test('a moment after the merge GitHub calls the pull request open: the status that says "merged" stays', () => {
    const contained: Outcome = { code: 302, reason: { kind: 'already-contained', source: 'bugfix/x', destination: 'development/4.3' } };
    expect(planStatus(contained, someHead, [current({ state: 'success' })], 'bert-e', null)).toEqual([]);
    expect(planStatus(contained, someHead, [current({ state: 'failure' })], 'bert-e', null)).toHaveLength(1);
  });

  test('a neutral outcome: left as it is', () => {
    expect(planStatus(help, someHead, [], 'bert-e', null)).toEqual([]);
  });

  test('a description that would be too long: within GitHub’s limit', () => {
    const [status] = planStatus({ code: 132, source: 'x'.repeat(500), destination: 'y'.repeat(500), behind: 1, limit: 0 }, someHead, [], 'bert-e', null);
    expect(status?.description.length).toBeLessThanOrEqual(140);
  });

  test.each<[string, 'pending' | 'success' | 'failure' | null, Outcome]>([
    ['gate-only', 'success', { code: 302, reason: { kind: 'gate-only' } }],
    ['wait', 'pending', { code: 302, reason: { kind: 'wait', setBy: { kind: 'settings' } } }],
    ['already-contained', 'pending', { code: 302, reason: { kind: 'already-contained', source: 'a', destination: 'b' } }],
    ['changed-meanwhile', 'pending', { code: 302, reason: { kind: 'changed-meanwhile', detail: '' } }],
    ['busy', 'pending', { code: 302, reason: { kind: 'busy', attempts: 3 } }],
    ['merged', null, nothing],
    ['closed', null, { code: 302, reason: { kind: 'closed' } }],
    ['source-gone', null, { code: 302, reason: { kind: 'source-gone', source: 'a' } }],
    ['304', 'pending', { code: 304, build: null, justPushed: [] }],
    ['222', 'failure', { code: 222, destination: 'development/9' }],
  ])('%s: %s', (_what, state, outcome) => {
    expect(statusState(outcome)).toBe(state);
  });

  test('only a merge and a gate are a success: nothing else lets branch protection pass', () => {
    const successes = Object.entries(codes).filter(([, { state }]) => state === 'success').map(([code]) => Number(code));
    expect(successes).toEqual([102, 126, 306, 307]);
    expect(outcomeState({ code: 302, reason: { kind: 'gate-only' } })).toBe('success');
    expect(outcomeState(nothing)).toBe('neutral');
  });
});
