import { describe, expect, test } from '@jest/globals';
import { longestBody, stateIn } from '../../src/dashboard/section.js';
import { keepDashboard } from '../../src/edge/dashboard.js';
import type { DashboardOrder } from '../../src/edge/dashboard.js';
import type { Findings } from '../../src/edge/findings.js';
import type { Handled } from '../../src/edge/handle.js';
import type { Outcome } from '../../src/outcomes/outcome.js';
import { emptyPlan } from '../../src/plan/plan.js';
import { GitHubOutage, GitHubRefusal } from '../../src/ports/github.js';
import type { Issue, IssuesPort } from '../../src/ports/issues.js';
import { settings, surroundings } from '../builders/facts.js';
import { someRobot } from '../builders/comment.js';
import { pullRequest } from '../builders/pull-request.js';
import { matrix, needsApproval, noon, pushed } from './looks.js';

interface Repository {
  readonly order: (dashboard: number | 'create', differences?: Partial<DashboardOrder>) => DashboardOrder;
  readonly done: readonly string[];
  readonly issues: Map<number, Issue>;
}

function repository(failure: Partial<IssuesPort> = {}): Repository {
  const done: string[] = [];
  const issues = new Map<number, Issue>();
  const port: IssuesPort = {
    issue: (number) => Promise.resolve(issues.get(number) ?? null),
    openIssues: (creator) => Promise.resolve([...issues.values()].filter(({ author }) => creator === null || author === creator)),
    createIssue: ({ body }) => {
      done.push('create');
      const issue = { number: 50, body, author: someRobot, isPullRequest: false };
      issues.set(50, issue);
      return Promise.resolve(issue);
    },
    updateIssue: (number, change) => {
      done.push(`update ${number}`);
      const issue = issues.get(number);
      if (issue !== undefined && 'body' in change) issues.set(number, { ...issue, body: change.body });
      return Promise.resolve();
    },
    ...failure,
  };
  const order: Repository['order'] = (dashboard, differences = {}) => ({
    github: { issues: port, permissionOf: () => Promise.resolve('read') },
    surroundings: surroundings({ settings: settings({ dashboard }) }),
    trigger: { kind: 'pull-request', number: 7, why: 'test' },
    dryRun: false,
    now: noon * 60_000 + 59_999,
    ...differences,
  });
  return { order, done, issues };
}

function handled(number: number, outcome: Outcome, differences: Partial<Handled> = {}): Handled {
  return { number, pullRequest: pullRequest({ number }), outcome, notices: [], records: [], plan: emptyPlan, facts: {}, notes: [], looks: 1, ...differences };
}

function found(differences: Partial<Findings> = {}): Findings {
  return { outcome: needsApproval, subject: 7, handled: [handled(7, needsApproval)], queue: null, notes: [], ...differences };
}

describe('failures', () => {
  test.each([
    ['an outage', new GitHubOutage('new issue', 502, 'bad gateway'), /not brought up to date\. No verdict: GitHub did not answer/],
    ['a refusal', new GitHubRefusal('new issue', 403, 'Resource not accessible'), /not brought up to date\. GitHub refused/],
    ['a mistake of the program', new TypeError('x is not a function'), /mistake of the action; please report it: TypeError/],
  ])('%s: a note, and nothing is thrown', async (_name, error, note) => {
    for (const place of ['openIssues', 'createIssue'] as const) {
      const notes = await keepDashboard(found(), repository({ [place]: () => Promise.reject(error) }).order('create'));
      expect(notes).toEqual([expect.stringMatching(note)]);
    }
  });

  test('no room beside what a person wrote: a note, nothing is written', async () => {
    const { order, issues, done } = repository();
    issues.set(3, { number: 3, body: 'x'.repeat(longestBody), author: someRobot, isPullRequest: false });
    expect(await keepDashboard(found(), order(3))).toEqual([expect.stringContaining('no room')]);
    expect(done).toEqual([]);
  });
});

describe('what is written', () => {
  test('an event on an integration pull request: its parent is shown; the time is that of the clock given', async () => {
    const { order, issues } = repository();
    const entered = handled(9, { code: 125, position: 1, targets: [], ignored: [], pendingHotfixes: [] }, { pullRequest: pullRequest({ number: 7 }), plan: { ...emptyPlan, push: pushed('+7 4.3') } });
    expect(await keepDashboard(found({ handled: [entered] }), order('create'))).toEqual([]);
    expect(stateIn(issues.get(50)?.body ?? '')).toMatchObject({ complete: false, open: [{ number: 7, reason: 'Queued at position 1' }], queue: [{ number: 7, since: noon }] });
  });

  test('the queue as it was looked at, then what was pushed to it; and empty when nothing is queued', async () => {
    const { order, issues } = repository();
    const rows = matrix([[1, { '4.3': 'successful' }], [2, { '4.3': 'in-progress' }]]);
    await keepDashboard(found({ handled: [], queue: { outcome: { code: 306, merged: [1] }, matrix: rows, plan: { ...emptyPlan, push: pushed('-1 4.3') } } }), order('create'));
    expect(stateIn(issues.get(50)?.body ?? '')?.queue.map(({ number }) => number)).toEqual([2]);
    // What is not known does not empty it.
    const down = { outcome: { code: 133, service: 'git', detail: 'x' } as const, matrix: null, plan: emptyPlan };
    await keepDashboard(found({ handled: [], queue: down }), order('create'));
    expect(stateIn(issues.get(50)?.body ?? '')?.queue.map(({ number }) => number)).toEqual([2]);
    const nothing = { outcome: { code: 302, reason: { kind: 'event', detail: 'nothing is queued' } } as const, matrix: null, plan: emptyPlan };
    await keepDashboard(found({ handled: [], queue: nothing }), order('create'));
    expect(stateIn(issues.get(50)?.body ?? '')?.queue).toEqual([]);
  });

  test('the same again, later: no write', async () => {
    const { order, done } = repository();
    await keepDashboard(found(), order('create'));
    await keepDashboard(found(), order('create', { now: (noon + 600) * 60_000 }));
    expect(done).toEqual(['create']);
  });

  test.each([
    ['a schedule', { kind: 'sweep', why: 'schedule' }],
    ['the command sweep', { kind: 'command', command: { name: 'sweep' } }],
  ] as const)('%s that found nothing at all: the page is complete, and empty', async (_name, trigger) => {
    const { order, issues } = repository();
    await keepDashboard(found(), order('create'));
    await keepDashboard(found({ handled: [] }), order('create', { trigger }));
    expect(stateIn(issues.get(50)?.body ?? '')).toMatchObject({ complete: true, open: [] });
  });

  test.each([
    ['a dry run', {}, { dryRun: true }],
    ['a run that looked at nothing', { handled: [] }, {}],
  ])('%s: nothing is asked', async (_name, differences, ordered) => {
    const never = () => Promise.reject(new Error('asked'));
    const { order } = repository({ openIssues: never, createIssue: never, issue: never });
    expect(await keepDashboard(found(differences), order('create', ordered))).toEqual([]);
  });
});
