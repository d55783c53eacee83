import { describe, expect, test } from '@jest/globals';
import { composeComment } from '../../src/outcomes/messages/compose.js';
import { emptyPlan } from '../../src/plan/plan.js';
import type { Progress } from '../../src/pull-request/check.js';
import { approvalChecks } from '../../src/pull-request/readiness-checks.js';
import { settledKey, stillWaiting } from '../../src/pull-request/settled.js';
import { messagePullRequest } from '../../src/pull-request/telling.js';
import { comment, someRobot } from '../builders/comment.js';
import { allFacts, conversation, options, settings, sourceName } from '../builders/facts.js';
import type { AllFacts } from '../builders/facts.js';
import { review } from '../builders/review.js';

const start: Progress = { records: [], outcome: null, over: false, notices: [], plan: emptyPlan };

/** Facts of a pull request without approvals, on which the robot has said that it waits for them. */
function waiting(differences: Partial<AllFacts> = {}): AllFacts {
  const facts = allFacts({ reviews: [], ...differences });
  const finding = approvalChecks[0]?.examine(facts);
  if (finding?.kind !== 'stops') throw new Error('It does not wait');
  const { pullRequest } = facts;
  const settled = settledKey(facts, facts.trial);
  const context = { robot: someRobot, repositoryUrl: 'https://github.test/acme/ring', pullRequest: messagePullRequest(pullRequest), commandPrefix: '/', options: facts.conversation.options, runUrl: null, settled };
  return { ...facts, comments: [comment({ id: 5, author: someRobot, body: composeComment(finding.outcome, context).body })] };
}

function moved(facts: AllFacts, branch: string): AllFacts {
  return { ...facts, refs: { ...facts.refs, branches: new Map([...facts.refs.branches, [branch, 'f'.repeat(40)]]) } };
}

describe('a pull request that was told to wait for approval', () => {
  test('nothing moved: the approvals are judged, and nothing else is looked at', () => {
    const facts = waiting();
    const progress = stillWaiting(facts, start, ['branches']);
    expect(progress?.outcome).toMatchObject({ code: 115 });
    expect(progress?.records).toEqual([
      { name: 'branches', state: 'skipped', detail: 'nothing moved since it held' },
      { name: 'approvals', state: 'stops', detail: expect.any(String) },
    ]);
  });

  test('it was approved: looked at whole', () => {
    const facts = waiting();
    expect(stillWaiting({ ...facts, reviews: [review({ commitId: facts.pullRequest.head.sha })] }, start, [])).toBeNull();
  });

  test('integration branches that the push makes: the key is that of the branches after it', () => {
    const facts = waiting();
    const before = { ...facts, refs: { ...facts.refs, branches: new Map([...facts.refs.branches].filter(([branch]) => !branch.startsWith('w/'))) } };
    expect(settledKey(before, facts.trial)).toBe(settledKey(facts, null));
    expect(settledKey(before, null)).not.toBe(settledKey(facts, null));
  });

  test.each<[string, (facts: AllFacts) => AllFacts]>([
    ['a version branch moved', (facts) => moved(facts, 'development/10')],
    ['a version branch is new', (facts) => moved(facts, 'development/11')],
    ['an integration branch moved', (facts) => moved(facts, `w/10/${sourceName}`)],
    ['the source moved', (facts) => moved(facts, sourceName)],
    ['the source moved, and the pull request says so', (facts) => ({ ...moved(facts, sourceName), pullRequest: { ...facts.pullRequest, head: { ...facts.pullRequest.head, sha: 'f'.repeat(40) } } })],
    ['it was queued', (facts) => moved(facts, `q/w/${facts.pullRequest.number}/10/${sourceName}`)],
    ['a release was tagged', (facts) => ({ ...facts, refs: { ...facts.refs, tags: new Map([['4.3.1', 'f'.repeat(40)]]) } })],
    ['another destination', (facts) => ({ ...facts, pullRequest: { ...facts.pullRequest, base: { ...facts.pullRequest.base, branch: 'development/5.1' } } })],
    ['other settings', (facts) => ({ ...facts, settingsHash: 'another' })],
    ['another option', (facts) => ({ ...facts, conversation: conversation({ options: options(['no_octopus']) }) })],
    ['the author approved', (facts) => ({ ...facts, reviews: [review({ author: facts.pullRequest.author })] })],
    ['the robot said something else since', (facts) => ({ ...facts, comments: [...facts.comments, comment({ id: 9, author: someRobot, body: '<!-- bert-e: code=114 key=abc -->' })] })],
    ['somebody else wrote the mark', (facts) => ({ ...facts, comments: facts.comments.map((each) => ({ ...each, author: 'mallory' })) })],
    ['Jira is asked', (facts) => ({ ...facts, settings: settings({ jiraAccountUrl: 'https://acme.atlassian.test', jiraEmail: 'a@b.c', jiraKeys: ['PROJ'] }) })],
    ['integration pull requests are wanted', (facts) => ({ ...facts, settings: settings({ alwaysCreateIntegrationPullRequests: true }) })],
    ['a mere gate, whose status is success without a message', (facts) => ({ ...facts, settings: settings({ gateOnly: true }) })],
  ])('%s: looked at whole', (_what, change) => {
    expect(stillWaiting(change(waiting()), start, [])).toBeNull();
  });

  test.each<[string, (facts: AllFacts) => AllFacts]>([
    ['another branch moved', (facts) => moved(facts, 'bugfix/other')],
    ['another pull request was queued', (facts) => moved(moved(facts, 'q/10'), 'q/w/999/10/bugfix/other')],
    ['somebody else commented', (facts) => ({ ...facts, comments: [...facts.comments, comment({ id: 9, author: 'alice', body: 'nice' })] })],
    ['the greeting came after it', (facts) => ({ ...facts, comments: [...facts.comments, comment({ id: 9, author: someRobot, body: '<!-- bert-e: code=100 key=abc -->' })] })],
  ])('%s: that changes nothing', (_what, change) => {
    expect(stillWaiting(change(waiting()), start, [])?.outcome).toMatchObject({ code: 115 });
  });
});
