import { describe, expect, test } from '@jest/globals';
import { allFacts, conversation, greenBuild, options, settings, sourceName, sourceOf, standardHistory } from '../builders/facts.js';
import { statusState } from '../../src/pull-request/telling.js';
import type { AllFacts } from '../builders/facts.js';
import { pullRequest } from '../builders/pull-request.js';
import { review } from '../builders/review.js';
import { examine, stoppedBy } from './checks.js';

const history = standardHistory();
const sha = (name: string) => history.sha(name);
const moves = [
  { ref: 'refs/heads/development/4.3', from: sha('4.3 tip'), to: sha('fix') },
  { ref: 'refs/heads/development/5.1', from: sha('5.1 tip'), to: sha('w/5.1 merge') },
  { ref: 'refs/heads/development/10', from: sha('10 tip'), to: sha('w/10 merge') },
];
const deletions = [
  { ref: `refs/heads/w/5.1/${sourceName}`, from: sha('w/5.1 merge'), to: null },
  { ref: `refs/heads/w/10/${sourceName}`, from: sha('w/10 merge'), to: null },
];

/** The move of a landing must not depend on when it was looked at: these facts change after the first look. */
function changedMeanwhile(differences: Partial<AllFacts>): ReturnType<typeof examine> {
  return examine(allFacts(differences));
}

describe('a review requested meanwhile', () => {
  const unanimous = conversation({ options: options(['unanimity']) });
  const asked = pullRequest({ head: { sha: sha('fix') }, requestedReviewers: ['newcomer'] });

  test('with unanimity: 115, it does not merge without that reviewer', () => {
    const { outcome, plan } = changedMeanwhile({ conversation: unanimous, livePullRequest: asked });
    expect(outcome).toMatchObject({ code: 115, missing: { unanimityMissing: ['newcomer'] } });
    expect(plan.push).toEqual([]);
  });

  test('without unanimity: it merges', () => {
    expect(changedMeanwhile({ livePullRequest: asked }).outcome?.code).toBe(102);
  });
});

describe('a merge without a queue', () => {
  test('all targets and all integration branches in one push, each with the commit that was looked at', () => {
    const { outcome, plan } = examine(allFacts({ integrationPullRequests: [pullRequest({ number: 8, head: { branch: `w/5.1/${sourceName}`, sha: sha('w/5.1 merge') } })] }));
    expect(outcome?.code).toBe(102);
    expect(plan.push).toEqual([...moves, ...deletions]);
    expect(plan.closePullRequests).toEqual([8]);
  });

  test('the record: every version with before, after, what was tested and which run vouched for it; who approved; what was in force', () => {
    const { outcome } = examine(allFacts({ conversation: conversation({ options: options(['bypass_jira_check']) }) }));
    expect(outcome).toMatchObject({
      landing: {
        pullRequest: 7, head: sha('fix'), forced: false, buildsSkipped: null, settingsHash: 'hash-of-settings',
        options: [{ option: 'bypass_jira_check' }],
        approvals: [{ login: 'reviewer-1' }],
        versions: [
          { branch: 'development/4.3', before: sha('4.3 tip'), after: sha('fix'), tested: { branch: sourceName, commit: sha('fix'), evidence: { state: 'successful', branch: sourceName } } },
          { branch: 'development/5.1', tested: { branch: `w/5.1/${sourceName}`, evidence: { branch: `w/5.1/${sourceName}`, commit: sha('w/5.1 merge') } } },
          { branch: 'development/10', tested: { evidence: { branch: `w/10/${sourceName}` } } },
        ],
      },
    });
  });

  test('builds bypassed: it merges, and the record says so', () => {
    const { outcome } = examine(allFacts({ builds: [], liveBuilds: [], conversation: conversation({ options: options(['bypass_build_status']) }) }));
    expect(outcome).toMatchObject({ code: 102, landing: { buildsSkipped: 'bypassed', versions: [{ tested: { evidence: null } }, {}, {}] } });
  });

  test('builds bypassed and the integration branches new: what never needs to exist is neither pushed, opened nor dispatched', () => {
    const steps = (['5.1', '10'] as const).map((version) => ({
      kind: 'created' as const, branch: `w/${version}/${sourceName}`, destination: `development/${version}`, from: null, to: sha(`w/${version} merge`),
    }));
    const { outcome, plan } = examine(allFacts({
      trial: { steps, obstacle: null },
      settings: settings({ dispatch: ['ci.yml'], alwaysCreateIntegrationPullRequests: true }),
      conversation: conversation({ options: options(['bypass_build_status']) }),
    }));
    expect(outcome?.code).toBe(102);
    expect(plan.push).toEqual(moves);
    expect(plan.dispatches).toEqual([]);
    expect(plan.openPullRequests).toEqual([]);
  });

  test('the source branch goes too if the settings say so, but never a version branch or one of a fork', () => {
    const wanted = settings({ deleteSourceBranch: true, forks: true });
    expect(examine(allFacts({ settings: wanted })).plan.push).toContainEqual({ ref: `refs/heads/${sourceName}`, from: sha('fix'), to: null });
    const version = examine(allFacts({ settings: wanted, source: sourceOf('development/4.2') }));
    const fork = pullRequest({ head: { fork: true, sha: sha('fix') } });
    const ofFork = examine(allFacts({ settings: wanted, pullRequest: fork, livePullRequest: fork }));
    for (const { outcome, plan } of [version, ofFork]) {
      expect(outcome?.code).toBe(102);
      expect(plan.push).toHaveLength(moves.length + deletions.length);
    }
  });

  test('a move that would rewind a version branch: a mistake of the program, and nothing is planned', () => {
    const facts = allFacts();
    const landing = { kind: 'direct', queue: { versions: [] }, trial: { kind: 'clean', moves: [{ destination: 'development/4.3', from: sha('4.3 tip'), to: sha('4.3 one'), tested: { branch: sourceName, tip: sha('fix') } }] } } as const;
    expect(() => examine({ ...facts, landing })).toThrow('would not fast-forward development/4.3');
  });

  test('moves that would leave a version behind the one before it: a mistake of the program', () => {
    const facts = allFacts();
    if (facts.landing.kind !== 'direct' || facts.landing.trial.kind !== 'clean') throw new Error('unexpected');
    const [first, second, third] = facts.landing.trial.moves;
    if (first === undefined || second === undefined || third === undefined) throw new Error('unexpected');
    const landing = { ...facts.landing, trial: { kind: 'clean' as const, moves: [first, { ...second, to: sha('5.1 tip') }, third] } };
    expect(() => examine({ ...facts, landing })).toThrow('development/5.1');
  });

  test('only a gate: every check holds, and nothing is done', () => {
    const { outcome, plan } = examine(allFacts({ settings: settings({ gateOnly: true }) }));
    expect(outcome).toEqual({ code: 302, reason: { kind: 'gate-only' } });
    expect(plan.push).toEqual([]);
  });

  test('the destinations conflict with each other: 114 on the integration branch of that version', () => {
    const landing = { kind: 'direct', queue: { versions: [] }, trial: { kind: 'conflict', destination: 'development/10', sides: ['development/10', 'development/5.1'], files: ['a.txt'] } } as const;
    expect(examine(allFacts({ landing })).outcome).toMatchObject({ code: 114, conflict: { where: 'integration', branch: `w/10/${sourceName}`, files: ['a.txt'] } });
  });
});

describe('what changed since the first look stops the merge', () => {
  test.each([
    ['its head moved', { livePullRequest: pullRequest({ head: { sha: sha('stale') } }) }],
    ['its base changed', { livePullRequest: pullRequest({ head: { sha: sha('fix') }, base: { branch: 'development/5.1', sha: '' } }) }],
  ])('%s: 302, the next event looks again', (_what, differences) => {
    const progress = changedMeanwhile(differences);
    expect(progress.outcome).toMatchObject({ code: 302, reason: { kind: 'changed-meanwhile' } });
    expect(progress.plan.push).toEqual([]);
  });

  test.each([
    ['the pull request is gone', 'closed', null],
    ['it was closed', 'closed', pullRequest({ state: 'closed', head: { sha: sha('fix') } })],
    ['another run merged it, and has said so', 'merged', pullRequest({ state: 'closed', merged: true, head: { sha: sha('fix') } })],
  ])('%s: 302 %s, and the status stays as it is', (_what, kind, livePullRequest) => {
    const { outcome, plan } = changedMeanwhile({ livePullRequest });
    expect(outcome).toEqual({ code: 302, reason: { kind } });
    expect([plan.push, outcome === null ? 'none' : statusState(outcome)]).toEqual([[], null]);
  });

  test('an approval was dismissed: 115', () => {
    expect(changedMeanwhile({ liveReviews: [review({ state: 'DISMISSED' })] }).outcome?.code).toBe(115);
  });

  test.each([
    ['failed', { conclusion: 'failure' }, 118],
    ['no longer there', { headBranch: 'another' }, 304],
    ['run again', { status: 'queued', conclusion: null, runAttempt: 2 }, 303],
  ])('a build is %s: %#', (_what, run, code) => {
    const builds = allFacts().builds;
    const progress = changedMeanwhile({ liveBuilds: [...builds.slice(0, 2), greenBuild(`w/10/${sourceName}`, sha('w/10 merge'), run)] });
    expect(progress.outcome?.code).toBe(code);
    expect(stoppedBy(progress)).toBe('builds, read again');
    expect(progress.plan.push).toEqual([]);
  });
});

describe('a merge through the queue', () => {
  const queued = settings({ useQueues: true, dispatch: ['ci.yml'] });
  const entry = `q/w/7/4.3/${sourceName}`;
  const move = { version: '4.3', destination: 'development/4.3', queueBranch: 'q/4.3', queueFrom: null, entryBranch: entry, to: sha('fix') };

  test('both branches of every version in one push, CI is started, and the position is told', () => {
    const landing = { kind: 'queue', queue: { versions: [] }, problems: [], trial: { kind: 'clean', moves: [move] } } as const;
    const { outcome, plan } = examine(allFacts({ settings: queued, landing }));
    expect(outcome).toMatchObject({ code: 125, position: 1, targets: ['development/4.3', 'development/5.1', 'development/10'] });
    expect(plan.push).toEqual([
      { ref: 'refs/heads/q/4.3', from: null, to: sha('fix') },
      { ref: `refs/heads/${entry}`, from: null, to: sha('fix') },
    ]);
    expect(plan.dispatches).toEqual([{ workflow: 'ci.yml', branch: entry }]);
  });

  test('a queue that contradicts itself: 127, not added', () => {
    const problems = [{ rule: 'Q001', branch: 'q/4.3', detail: '' }] as const;
    const { outcome, plan } = examine(allFacts({ settings: queued, landing: { kind: 'queue', queue: { versions: [] }, problems, trial: null } }));
    expect(outcome).toEqual({ code: 127, problems });
    expect(plan.push).toEqual([]);
  });

  test('a conflict with what is queued: 124, not added', () => {
    const landing = { kind: 'queue', queue: { versions: [] }, problems: [], trial: { kind: 'conflict', branch: 'q/4.3', sides: ['q/4.3', sourceName], files: ['a.txt'] } } as const;
    const { outcome, plan } = examine(allFacts({ settings: queued, landing }));
    expect(outcome).toEqual({ code: 124, conflict: { branch: 'q/4.3', files: ['a.txt'] } });
    expect(plan.push).toEqual([]);
  });
});
