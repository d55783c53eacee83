import { describe, expect, test } from '@jest/globals';
import { handlePullRequest } from '../../src/edge/handle.js';
import type { HandlingRules } from '../../src/edge/rules.js';
import { sweepSubjects } from '../../src/edge/subjects.js';
import type { Ports } from '../../src/edge/ports.js';
import type { PullRequest } from '../../src/ports/github.js';
import { GitHubOutage } from '../../src/ports/github.js';
import { integrationPullRequest } from '../../src/pull-request/integration-pull-request.js';
import { someRobot } from '../builders/comment.js';
import { settings, sourceName, standardHistory, surroundings } from '../builders/facts.js';
import { pullRequest } from '../builders/pull-request.js';
import { recordingPorts } from './recording-ports.js';
import type { RecordingOptions } from './recording-ports.js';

const rules: HandlingRules = { dryRun: false, forcedOptions: [], eventComment: null, rebuilt: null };
const integrationBranch = `w/5.1/${sourceName}`;
const step = { kind: 'unchanged', branch: integrationBranch, destination: 'development/5.1', from: null, to: '' } as const;

/** A repository with these pull requests and the branches of the standard history. Every read is counted as a look. */
function world(pullRequests: readonly PullRequest[], options: RecordingOptions = {}) {
  const { ports, deeds } = recordingPorts(options);
  const refs = standardHistory().refs();
  const find = (number: number) => Promise.resolve(pullRequests.find((each) => each.number === number) ?? null);
  const reads: Partial<Ports['github']> = {
    pullRequest: find,
    livePullRequest: find,
    openPullRequests: ({ head } = {}) => Promise.resolve(pullRequests.filter((each) => each.state === 'open' && (head === undefined || (each.head.branch === head && !each.head.fork)))),
    comments: () => Promise.resolve([]),
    commitStatuses: () => Promise.resolve([]),
  };
  const pauses: number[] = [];
  const git = { ...ports.git, listRefs: () => Promise.resolve(refs) };
  const all: Ports = { ...ports, git, github: { ...ports.github, ...reads }, pause: (milliseconds) => Promise.resolve(void pauses.push(milliseconds)) };
  return { ports: all, deeds, pauses, written: () => deeds.filter((deed) => deed !== 'forget') };
}

const closed = pullRequest({ state: 'closed' });
const opened = pullRequest({ number: 8, author: someRobot, ...integrationPullRequest(closed, step), head: { branch: integrationBranch }, base: { branch: 'development/5.1', sha: '' } });

describe('a pull request was closed', () => {
  test('its integration branches and their pull requests go: 305, and the plan says what was done', async () => {
    const { ports, written } = world([closed, opened]);
    const handled = await handlePullRequest(7, ports, surroundings(), rules);
    expect(handled).toMatchObject({ outcome: { code: 305, closed: [8] }, looks: 1, notes: [] });
    expect(written()).toEqual([`push refs/heads/${integrationBranch} refs/heads/w/10/${sourceName}`, 'close #8']);
    expect(handled.plan?.push).toHaveLength(2);
  });

  test('somebody else opened a pull request from its integration branch: the robot closes only its own', async () => {
    const { ports, written } = world([closed, opened, { ...opened, number: 9, author: 'eve' }]);
    expect((await handlePullRequest(7, ports, surroundings(), rules)).outcome).toMatchObject({ code: 305, closed: [8] });
    expect(written()).toContain('close #8');
    expect(written()).not.toContain('close #9');
  });

  test('an event on its integration pull request: the parent is handled', async () => {
    const handled = await handlePullRequest(8, world([closed, opened]).ports, surroundings(), rules);
    expect(handled).toMatchObject({ number: 8, pullRequest: { number: 7 }, outcome: { code: 305 } });
  });

  test('an integration pull request whose parent is one too, or itself: nothing', async () => {
    const chained = { ...opened, number: 9, body: integrationPullRequest(opened, step).body };
    const { ports, written } = world([closed, opened, chained]);
    expect((await handlePullRequest(9, ports, surroundings(), rules)).outcome).toMatchObject({ code: 302, reason: { kind: 'integration-pull-request-without-parent' } });
    expect(written()).toEqual([]);
  });

  test('another open pull request has the same source: its branches stay', async () => {
    const { ports, written } = world([closed, pullRequest({ number: 12, base: { branch: 'development/5.1', sha: '' } })]);
    expect((await handlePullRequest(7, ports, surroundings(), rules)).outcome).toMatchObject({ code: 302, reason: { kind: 'closed' } });
    expect(written()).toEqual([]);
  });

  test('it came from a fork that is not handled, under the name of a branch of ours: our branches stay', async () => {
    const { ports, written } = world([pullRequest({ state: 'closed', head: { fork: true, repositoryId: 2 } })]);
    expect((await handlePullRequest(7, ports, surroundings(), rules)).outcome).toMatchObject({ code: 302, reason: { kind: 'closed' } });
    expect(written()).toEqual([]);
    expect((await handlePullRequest(7, world([pullRequest({ state: 'closed', head: { fork: true } })]).ports, surroundings({ settings: settings({ forks: true }) }), rules)).outcome.code).toBe(305);
  });

  test('a dry run: the same outcome and plan, and nothing is written', async () => {
    const { ports, written } = world([closed, opened]);
    const handled = await handlePullRequest(7, ports, surroundings(), { ...rules, dryRun: true });
    expect(handled.outcome.code).toBe(305);
    expect(handled.plan).toMatchObject({ closePullRequests: [8] });
    expect(handled.plan?.push).toHaveLength(2);
    expect(written()).toEqual([]);
  });
});

describe('what goes wrong on the way', () => {
  test('branches move at every look: three looks, then busy, which is pending; only the status is written', async () => {
    const { ports, deeds, written } = world([closed, opened], { push: { kind: 'stale', refs: [] } });
    const handled = await handlePullRequest(7, ports, surroundings(), rules);
    expect(handled).toMatchObject({ outcome: { code: 302, reason: { kind: 'busy', attempts: 3 } }, looks: 3 });
    expect(deeds.filter((deed) => deed === 'forget')).toHaveLength(2);
    expect(written().filter((deed) => deed.startsWith('push'))).toHaveLength(3);
    expect(written().at(-1)).toMatch(/^status bert-e pending/);
  });

  test('the push is refused: 221 is told, and the plan claims nothing', async () => {
    const { ports, written } = world([closed, opened], { push: { kind: 'refused', refs: [`refs/heads/${integrationBranch}`], reason: 'no', cause: 'protected-branch' } });
    const handled = await handlePullRequest(7, ports, surroundings(), rules);
    expect(handled).toMatchObject({ outcome: { code: 221, cause: 'protected-branch' }, plan: { push: [], closePullRequests: [] } });
    expect(written().slice(1)).toEqual([expect.stringMatching(/^status bert-e failure/), 'comment #7']);
  });

  test('an outage: rejects, nothing is told, no verdict', async () => {
    const down = new GitHubOutage('closing of #8', 502, 'bad gateway');
    const { ports, written } = world([closed, opened], { failures: { close: down } });
    await expect(handlePullRequest(7, ports, surroundings(), rules)).rejects.toBe(down);
    expect(written()).toHaveLength(2);
  });

  test('a number that no pull request has: 302', async () => {
    expect((await handlePullRequest(99, world([]).ports, surroundings(), rules)).outcome).toEqual({ code: 302, reason: { kind: 'no-such-pull-request', number: 99 } });
  });
});

describe('a sweep', () => {
  test('every open pull request towards a version, by number; an integration pull request stands for its parent', async () => {
    const all = [
      pullRequest({ number: 21 }),
      opened,
      pullRequest({ number: 5, base: { branch: 'hotfix/4.3.1', sha: '' } }),
      pullRequest({ number: 6, base: { branch: 'main', sha: '' } }),
      pullRequest({ number: 4, state: 'closed' }),
      { ...opened, number: 30, author: 'eve' },
    ];
    const subjects = await sweepSubjects(world(all).ports, settings());
    expect(subjects.map((subject) => (subject.kind === 'pull-request' ? subject.number : 'queue'))).toEqual([5, 7, 21, 30]);
  });
});
