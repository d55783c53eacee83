import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Refusal } from '../../src/conversation/read.js';
import { emptyPlan, isEmptyPlan } from '../../src/plan/plan.js';
import { allFacts, conversation, greenBuild, options, sourceName, standardHistory } from '../builders/facts.js';
import type { AllFacts } from '../builders/facts.js';
import { pullRequest } from '../builders/pull-request.js';
import { review } from '../builders/review.js';
import { everyCheck, examine, reportedChecks, stoppedBy } from './checks.js';

const history = standardHistory();
const unknownCommand: Refusal = {
  kind: 'unknown-command', keyword: 'foo', value: null, author: 'ada', commentId: 1, answered: false, suggestion: null, quotedText: '> /foo',
};

/** One thing that is wrong, with the outcome it must lead to. Each changes facts that the others leave alone, or replaces them. */
interface Trouble {
  readonly what: string;
  readonly check: string;
  readonly code: number;
  readonly reason?: string;
  readonly change: (facts: AllFacts) => AllFacts;
}

/** In the order of spec 3. */
const troubles: readonly Trouble[] = [
  { what: 'closed', check: 'pull request is open', code: 302, reason: 'closed', change: (facts) => ({ ...facts, pullRequest: { ...facts.pullRequest, state: 'closed' }, leftovers: { integrationBranches: [], integrationPullRequests: [], untoldMerge: null } }) },
  { what: 'source not recognised', check: 'branches are handled', code: 207, change: (facts) => ({ ...facts, pullRequest: { ...facts.pullRequest, head: { ...facts.pullRequest.head, branch: 'something' } } }) },
  { what: 'from a fork', check: 'branches are handled', code: 301, reason: 'fork', change: (facts) => ({ ...facts, pullRequest: { ...facts.pullRequest, head: { ...facts.pullRequest.head, fork: true } } }) },
  { what: 'destination gone', check: 'destination exists', code: 222, change: (facts) => ({ ...facts, refs: { ...facts.refs, branches: new Map([...facts.refs.branches].filter(([name]) => name !== 'development/4.3')) } }) },
  { what: 'unknown command', check: 'options and commands', code: 122, change: (facts) => ({ ...facts, conversation: { ...facts.conversation, refusal: unknownCommand } }) },
  { what: 'on hold', check: 'not on hold', code: 302, reason: 'wait', change: (facts) => ({ ...facts, conversation: { ...facts.conversation, options: options(['wait'], facts.conversation.options.afterPullRequest) } }) },
  { what: 'another one comes first', check: 'pull requests to come first', code: 120, change: (facts) => ({ ...facts, conversation: { ...facts.conversation, options: options([], [3]) }, dependencies: new Map([[3, pullRequest({ number: 3 })]]) }) },
  { what: 'contained already', check: 'something to merge', code: 302, reason: 'already-contained', change: (facts) => ({ ...facts, sourceTip: facts.destinationTip }) },
  { what: 'far behind', check: 'not too far behind', code: 132, change: (facts) => ({ ...facts, sourceTip: history.sha('stale'), settings: { ...facts.settings, maxCommitDiff: 2 } }) },
  { what: 'not self-contained', check: 'version branches are in order', code: 210, change: (facts) => ({ ...facts, refs: { ...facts.refs, branches: new Map([...facts.refs.branches, ['development/5.1', history.sha('root')]]) } }) },
  { what: 'released', check: 'version branches are in order', code: 204, change: (facts) => ({ ...facts, cascade: { kind: 'released', branch: 'development/4.3.1', version: '4.3.1', tag: '4.3.1' } as unknown as AllFacts['cascade'] }) },
  { what: 'prefix not accepted', check: 'branch prefix', code: 106, change: (facts) => ({ ...facts, settings: { ...facts.settings, allowedPrefixes: new Map([['development/10', ['feature']]]) } }) },
  { what: 'issue not found', check: 'issue', code: 108, change: (facts) => ({ ...facts, settings: { ...facts.settings, jiraAccountUrl: 'https://acme.test', jiraEmail: 'robot@acme.test', jiraKeys: ['PROJ'] }, issue: { kind: 'not-found' } }) },
  { what: 'integration branches not asked for', check: 'integration branches asked for', code: 135, change: (facts) => ({ ...facts, settings: { ...facts.settings, alwaysCreateIntegrationBranches: false } }) },
  { what: 'queued', check: 'not queued yet', code: 302, reason: 'queued', change: (facts) => ({ ...facts, settings: { ...facts.settings, useQueues: true }, refs: { ...facts.refs, branches: new Map([...facts.refs.branches, [`q/w/7/4.3/${sourceName}`, history.sha('fix')]]) } }) },
  { what: 'integration pull request elsewhere', check: 'integration pull requests are known', code: 213, change: (facts) => ({ ...facts, integrationPullRequests: [pullRequest({ number: 8, head: { branch: `w/5.1/${sourceName}`, sha: history.sha('root') } })] }) },
  { what: 'conflict', check: 'integration branches', code: 114, change: (facts) => ({ ...facts, trial: { steps: facts.trial.steps, obstacle: { kind: 'conflict', conflict: { where: 'integration', branch: `w/10/${sourceName}`, startFrom: null, merge: ['development/10'], sides: [`w/10/${sourceName}`, 'development/10'], files: ['a.txt'] } } } }) },
  { what: 'not approved', check: 'approvals', code: 115, change: (facts) => ({ ...facts, reviews: [] }) },
  { what: 'failed build', check: 'builds', code: 118, change: (facts) => ({ ...facts, builds: [...facts.builds.slice(0, 2), greenBuild(`w/10/${sourceName}`, history.sha('w/10 merge'), { conclusion: 'failure' })] }) },
  { what: 'closed meanwhile', check: 'pull request, read again', code: 302, reason: 'closed', change: (facts) => ({ ...facts, livePullRequest: { ...facts.pullRequest, state: 'closed' } }) },
  { what: 'change requested meanwhile', check: 'approvals, read again', code: 115, change: (facts) => ({ ...facts, liveReviews: [...facts.liveReviews, review({ id: 2, author: 'bob', state: 'CHANGES_REQUESTED' })] }) },
  { what: 'running again meanwhile', check: 'builds, read again', code: 303, change: (facts) => ({ ...facts, liveBuilds: [greenBuild(sourceName, history.sha('fix'), { status: 'in_progress', conclusion: null }), ...facts.liveBuilds.slice(1)] }) },
];

/** The earliest is put in last, so that what the later ones replace cannot hide it. */
function withTroubles(indices: readonly number[]): AllFacts {
  return [...indices].sort((left, right) => right - left).reduce((facts, index) => troubles[index]?.change(facts) ?? facts, allFacts());
}

const everyIndex = troubles.map((_, index) => index);
const reportedIndex = everyIndex.filter((index) => reportedChecks.some(({ name }) => name === troubles[index]?.check));

describe('the order of checks is policy', () => {
  test('nothing is wrong: everything is examined, and it merges', () => {
    const progress = examine(allFacts());
    expect(progress.outcome?.code).toBe(102);
    expect(progress.records.filter(({ state }) => state === 'not-reached')).toEqual([]);
    // To have merged is no obstacle, and the report does not show it as one.
    expect(progress.records.at(-1)).toMatchObject({ name: 'merge', state: 'holds' });
    expect(stoppedBy(progress)).toBeUndefined();
  });

  test.each(troubles)('$what: $code by the check "$check"', ({ check, code, reason, change }) => {
    const progress = examine(change(allFacts()));
    expect(progress.outcome).toMatchObject(reason === undefined ? { code } : { code, reason: { kind: reason } });
    expect(stoppedBy(progress)).toBe(check);
  });

  test('several things are wrong: the first of them in the order of the chapter is the outcome, and nothing behind it is reached', () => {
    fc.assert(
      fc.property(fc.subarray(everyIndex, { minLength: 1 }), (indices) => {
        const progress = examine(withTroubles(indices));
        const first = troubles[Math.min(...indices)];
        expect(stoppedBy(progress)).toBe(first?.check);
        expect(progress.outcome?.code).toBe(first?.code);
        const position = everyCheck.findIndex(({ name }) => name === first?.check);
        expect(progress.records.slice(position + 1).every(({ state }) => state === 'not-reached')).toBe(true);
        expect(progress.records.map(({ name }) => name)).toEqual(everyCheck.map(({ name }) => name));
      }),
    );
  });

  test('whatever is wrong: nothing lands', () => {
    for (const index of everyIndex) {
      expect(isEmptyPlan(examine(withTroubles([index])).plan)).toBe(true);
    }
  });

  test('a report: the same outcome and the same plan, and later checks are shown as far as their facts exist', () => {
    fc.assert(
      fc.property(fc.subarray(reportedIndex, { minLength: 1 }), (indices) => {
        const facts = withTroubles(indices);
        const acted = examine(facts);
        const reported = examine(facts, 'report');
        expect(reported.outcome).toEqual(acted.outcome);
        expect(reported.plan).toEqual(acted.plan);
        expect(reported.notices).toEqual(acted.notices);
        expect(reported.records.length).toBe(reportedChecks.length);
      }),
    );
  });

  test('a report of one that is on hold and not approved: both are shown, and the builds too', () => {
    const facts = withTroubles(troubles.flatMap(({ what }, index) => (['on hold', 'not approved', 'failed build'].includes(what) ? [index] : [])));
    const { records, plan } = examine(facts, 'report');
    expect(records.filter(({ state }) => state === 'stops').map(({ name }) => name).slice(0, 3)).toEqual(['not on hold', 'approvals', 'builds']);
    expect(plan).toEqual(emptyPlan);
  });

  test('a report goes past a stop: what later checks would do is not planned, and what they would say is not said', () => {
    const steps = [{ kind: 'created', branch: `w/5.1/${sourceName}`, destination: 'development/5.1', from: null, to: history.sha('w/5.1 merge') }] as const;
    const facts = allFacts({ conversation: conversation({ options: options(['wait']) }), trial: { steps, obstacle: null } });
    const { plan, notices, records } = examine(facts, 'report');
    expect(records.find(({ name }) => name === 'integration branches')?.state).toBe('holds');
    expect(plan).toEqual(emptyPlan);
    expect(notices.map(({ code }) => code)).toEqual([100]);
  });

  test('a report of one without a source branch: it ends there, as the facts of later checks do not exist', () => {
    const { records } = examine(allFacts({ sourceTip: null } as unknown as Partial<AllFacts>), 'report');
    expect(records.find(({ name }) => name === 'something to merge')?.state).toBe('stops');
    expect(records.find(({ name }) => name === 'approvals')?.state).toBe('not-reached');
  });

  test('the first look: the greeting goes out whatever stops it later, and not once it stands there', () => {
    expect(examine(allFacts({ conversation: conversation({ options: options(['wait']) }) })).notices.map(({ code }) => code)).toEqual([100]);
    expect(examine(withTroubles([0])).notices).toEqual([]);
  });
});
