import { describe, expect, test } from '@jest/globals';
import { buildCascade } from '../../src/gitwaterflow/cascade.js';
import type { IntegrationStep } from '../../src/integration/trial.js';
import { allFacts, conversation, destinationOf, greenBuild, options, settings, sourceName, sourceOf, standardHistory } from '../builders/facts.js';
import type { AllFacts } from '../builders/facts.js';
import { pullRequest } from '../builders/pull-request.js';
import { review } from '../builders/review.js';
import { examine, stoppedBy } from './checks.js';

const history = standardHistory();
const newCommit = history.commit('new w/5.1', ['5.1 tip', 'fix']);
const otherCommit = history.commit('new w/10', ['10 tip', 'new w/5.1']);
const created: readonly IntegrationStep[] = [
  { kind: 'created', branch: `w/5.1/${sourceName}`, destination: 'development/5.1', from: null, to: newCommit },
  { kind: 'updated', branch: `w/10/${sourceName}`, destination: 'development/10', from: history.sha('w/10 merge'), to: otherCommit },
];
const pushOfCreated = [
  { ref: `refs/heads/w/5.1/${sourceName}`, from: null, to: newCommit },
  { ref: `refs/heads/w/10/${sourceName}`, from: history.sha('w/10 merge'), to: otherCommit },
];

describe('where the branches stand', () => {
  test('the source branch is gone: 302', () => {
    expect(examine(allFacts({ sourceTip: null } as unknown as Partial<AllFacts>)).outcome).toEqual({ code: 302, reason: { kind: 'source-gone', source: sourceName } });
  });

  test('exactly as many commits behind as are allowed: goes on; one more: 132 with the figures', () => {
    const stale = { sourceTip: history.sha('stale'), livePullRequest: pullRequest({ head: { sha: history.sha('stale') } }) };
    expect(stoppedBy(examine(allFacts({ ...stale, settings: settings({ maxCommitDiff: 3 }) })))).not.toBe('not too far behind');
    expect(examine(allFacts({ ...stale, settings: settings({ maxCommitDiff: 2 }) })).outcome).toEqual({
      code: 132, source: sourceName, destination: 'development/4.3', behind: 3, limit: 2,
    });
  });

  test('bypass_commit_size: goes on', () => {
    const facts = allFacts({ sourceTip: history.sha('stale'), settings: settings({ maxCommitDiff: 2 }), conversation: conversation({ options: options(['bypass_commit_size']) }) });
    expect(stoppedBy(examine(facts))).not.toBe('not too far behind');
  });

  test('a gap anywhere among the version branches, also before the destination: 210 names both sides', () => {
    const facts = allFacts();
    const branches = new Map([...facts.refs.branches, ['development/4.2', history.sha('stale')]]);
    expect(examine({ ...facts, refs: { ...facts.refs, branches } }).outcome).toEqual({ code: 210, older: 'development/4.2', newer: 'development/4.3' });
  });

  test('a gap does not concern a hotfix', () => {
    const facts = allFacts();
    const branches = new Map([...facts.refs.branches, ['development/4.2', history.sha('stale')], ['hotfix/4.3.1', facts.destinationTip]]);
    const cascade = buildCascade({ branches: [...branches.keys()], tags: [], destination: 'hotfix/4.3.1' });
    const progress = examine({ ...facts, refs: { ...facts.refs, branches }, cascade, destination: destinationOf('hotfix/4.3.1') } as AllFacts);
    expect(progress.records.find(({ name }) => name === 'version branches are in order')?.state).toBe('holds');
  });

  test('a gap and a released version: the gap is told first', () => {
    const facts = allFacts();
    const branches = new Map([...facts.refs.branches, ['development/5.1', history.sha('root')]]);
    const cascade = { kind: 'released', branch: 'development/4.3.1', version: '4.3.1', tag: '4.3.1' } as unknown as AllFacts['cascade'];
    expect(examine({ ...facts, refs: { ...facts.refs, branches }, cascade }).outcome?.code).toBe(210);
  });

  test('a prefix that two targets refuse: 106 names both, with what they accept', () => {
    const allowedPrefixes = new Map([['development/5*', ['feature']], ['development/1*', ['epic']]]) as AllFacts['settings']['allowedPrefixes'];
    expect(examine(allFacts({ settings: settings({ allowedPrefixes }) })).outcome).toEqual({
      code: 106, source: sourceName, prefix: 'bugfix',
      refusedBy: [{ branch: 'development/5.1', accepted: ['feature'] }, { branch: 'development/10', accepted: ['epic'] }],
    });
    const bypassed = conversation({ options: options(['bypass_incompatible_branch']) });
    expect(examine(allFacts({ settings: settings({ allowedPrefixes }), conversation: bypassed })).outcome?.code).toBe(102);
    expect(stoppedBy(examine(allFacts({ settings: settings({ allowedPrefixes }), source: sourceOf('development/4.2') })))).not.toBe('branch prefix');
  });
});

describe('integration branches have to be asked for', () => {
  const onDemand = settings({ alwaysCreateIntegrationBranches: false });

  test.each([
    ['nobody', {}, 135],
    ['create_integration_branches', { conversation: conversation({ options: options(['create_integration_branches']) }) }, 102],
    ['create_pull_requests', { conversation: conversation({ options: options(['create_pull_requests']) }) }, 102],
    ['approve', { conversation: conversation({ options: options(['approve']) }) }, 102],
    ['an approving review of the author', { reviews: [review({ author: 'ADA' }), review({ id: 2 })] }, 102],
    ['an approval of the author, listed before an older review', { reviews: [review({ id: 9, author: 'ada' }), review({ id: 3, author: 'ada', state: 'DISMISSED' }), review({ id: 2 })] }, 102],
    ['an approval of the author, and a review that is not submitted yet', { reviews: [review({ id: 3, author: 'ada' }), review({ id: 9, author: 'ada', state: 'PENDING' }), review({ id: 2 })] }, 102],
    ['an approval of the author that was dismissed later, listed first', { reviews: [review({ id: 9, author: 'ada', state: 'DISMISSED' }), review({ id: 3, author: 'ada' }), review({ id: 2 })] }, 135],
    ['an approval of the author that was dismissed', { reviews: [review({ author: 'ada', state: 'DISMISSED' }), review({ id: 2 })] }, 135],
    ['the setting for pull requests', { settings: settings({ alwaysCreateIntegrationBranches: false, alwaysCreateIntegrationPullRequests: true }) }, 102],
  ])('by %s: %#', (_by, differences, code) => {
    expect(examine(allFacts({ settings: onDemand, ...differences })).outcome?.code).toBe(code);
  });

  test('one target only: nothing to ask for', () => {
    const branches = ['development/10'];
    const cascade = buildCascade({ branches, tags: [], destination: 'development/10' });
    const facts = allFacts({ settings: onDemand, destination: destinationOf('development/10') });
    expect(examine({ ...facts, cascade } as AllFacts).records.find(({ name }) => name === 'integration branches asked for')?.state).toBe('skipped');
  });
});

describe('integration branches that move', () => {
  test('they are pushed with what was seen as the lease, told by 121, and then CI is waited for', () => {
    const progress = examine(allFacts({ trial: { steps: created, obstacle: null }, builds: [greenBuild(sourceName, history.sha('fix'))] }));
    expect(progress.plan.push).toEqual(pushOfCreated);
    expect(progress.notices.map(({ code }) => code)).toEqual([100, 121]);
    expect(progress.outcome).toMatchObject({ code: 304, justPushed: created.map(({ branch }) => branch) });
  });

  test('not approved: they are pushed all the same', () => {
    const { outcome, plan } = examine(allFacts({ trial: { steps: created, obstacle: null }, reviews: [] }));
    expect(outcome?.code).toBe(115);
    expect(plan.push).toEqual(pushOfCreated);
  });

  test('a conflict on the second: the first is pushed and told', () => {
    const conflict = { where: 'integration', branch: `w/10/${sourceName}`, startFrom: 'development/10', merge: [`w/5.1/${sourceName}`], sides: ['development/10', `w/5.1/${sourceName}`], files: ['a.txt'] } as const;
    const { outcome, plan, notices } = examine(allFacts({ trial: { steps: created.slice(0, 1), obstacle: { kind: 'conflict', conflict } } }));
    expect(outcome).toEqual({ code: 114, conflict });
    expect(plan.push).toEqual(pushOfCreated.slice(0, 1));
    expect(notices).toMatchObject([{ code: 100 }, { code: 121, branches: [{ branch: `w/5.1/${sourceName}`, destination: 'development/5.1' }] }]);
  });

  test('a history mismatch: 113 names the branch and the commit', () => {
    const obstacle = { kind: 'history-mismatch', integrationBranch: `w/5.1/${sourceName}`, destination: 'development/5.1', commit: newCommit } as const;
    expect(examine(allFacts({ trial: { steps: [], obstacle } })).outcome).toEqual({
      code: 113, integrationBranch: obstacle.integrationBranch, commit: newCommit, destination: 'development/5.1', source: sourceName,
    });
  });

  test('only a gate: nothing is pushed, opened, dispatched or told, and the source alone is waited for', () => {
    const facts = allFacts({
      trial: { steps: created, obstacle: null },
      settings: settings({ gateOnly: true, alwaysCreateIntegrationPullRequests: true, dispatch: ['ci.yml'] }),
    });
    const progress = examine(facts);
    expect(progress.outcome).toEqual({ code: 302, reason: { kind: 'gate-only' } });
    expect(progress.plan).toMatchObject({ push: [], openPullRequests: [], dispatches: [] });
    expect(progress.notices.map(({ code }) => code)).toEqual([100]);
  });

  test('workflows to dispatch: one for every branch that is pushed, none for one that stays', () => {
    const steps = created.map((step, index): IntegrationStep => (index === 0 ? step : { ...step, kind: 'unchanged' }));
    const facts = allFacts({ trial: { steps, obstacle: null }, settings: settings({ dispatch: ['ci.yml', 'lint.yml'] }) });
    expect(examine(facts).plan.dispatches).toEqual([
      { workflow: 'ci.yml', branch: `w/5.1/${sourceName}` },
      { workflow: 'lint.yml', branch: `w/5.1/${sourceName}` },
    ]);
  });

  test('pull requests for them: opened in cascade order, not for one that has its own, but for one towards another base', () => {
    const existing = [
      pullRequest({ number: 8, head: { branch: `w/5.1/${sourceName}`, sha: history.sha('w/5.1 merge') }, base: { branch: 'development/5.1', sha: '' } }),
      pullRequest({ number: 9, head: { branch: `w/10/${sourceName}`, sha: history.sha('w/10 merge') }, base: { branch: 'development/5.1', sha: '' } }),
    ];
    const wanted = settings({ alwaysCreateIntegrationPullRequests: true });
    expect(examine(allFacts({ settings: wanted })).plan.openPullRequests).toEqual([]);
    const waiting = { settings: wanted, reviews: [] };
    expect(examine(allFacts(waiting)).plan.openPullRequests.map(({ head, base }) => [head, base])).toEqual([
      [`w/5.1/${sourceName}`, 'development/5.1'],
      [`w/10/${sourceName}`, 'development/10'],
    ]);
    expect(examine(allFacts({ ...waiting, integrationPullRequests: existing })).plan.openPullRequests.map(({ head }) => head)).toEqual([`w/10/${sourceName}`]);
    expect(examine(allFacts({ reviews: [] })).plan.openPullRequests).toEqual([]);
  });
});
