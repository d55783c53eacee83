import { describe, expect, test } from '@jest/globals';
import { findStrayCommit, tryIntegration } from '../../src/integration/trial.js';
import type { IntegrationRequest, IntegrationTrial } from '../../src/integration/trial.js';
import { createHistory, person, robotEmail } from '../builders/history.js';
import type { History } from '../builders/history.js';
import { memoryGit } from '../builders/memory-git.js';

const source = 'bugfix/x';
const versions = ['5', '6'];

/** `development/4` to `development/6`, each with a file of its own, and a source on the first. */
function world(): History {
  const history = createHistory();
  history.commit('4', [], { files: { 'shared.txt': '4' } });
  history.commit('5', ['4'], { files: { 'five.txt': '5' } });
  history.commit('6', ['5'], { files: { 'six.txt': '6' } });
  history.commit('fix', ['4'], { files: { 'fix.txt': 'fix' } });
  for (const version of ['4', ...versions]) history.branch(`development/${version}`, version);
  history.branch(source, 'fix');
  return history;
}

function requestOf(history: History, differences: Partial<IntegrationRequest> = {}): IntegrationRequest {
  const { branches } = history.refs();
  const at = (branch: string) => ({ branch, tip: branches.get(branch) ?? '' });
  return {
    source: at(source),
    destination: at('development/4'),
    later: versions.map((version) => {
      const integrationBranch = `w/${version}/${source}`;
      return { destination: at(`development/${version}`), integrationBranch, integrationTip: branches.get(integrationBranch) ?? null };
    }),
    pullRequest: 7,
    octopus: true,
    leaveComplete: false,
    robotEmail,
    ...differences,
  };
}

function attempt(history: History, differences: Partial<IntegrationRequest> = {}): Promise<IntegrationTrial> {
  return tryIntegration(requestOf(history, differences), memoryGit(history), history.graph());
}

/** Tries, and moves the integration branches as a push would. */
async function carryOut(history: History, differences: Partial<IntegrationRequest> = {}): Promise<IntegrationTrial> {
  const trial = await attempt(history, differences);
  for (const step of trial.steps) history.branch(step.branch, step.to);
  return trial;
}

function kinds({ steps }: IntegrationTrial): readonly string[] {
  return steps.map(({ kind }) => kind);
}

function parentsOf(history: History, commit: string | undefined): readonly string[] {
  return history.graph().get(commit ?? '').parents.map((parent) => history.nameOf(parent));
}

describe('integration branches', () => {
  test('none yet: each is created from its destination, with the one before it merged', async () => {
    const history = world();
    const { steps, obstacle } = await attempt(history);
    expect(obstacle).toBeNull();
    expect(steps.map(({ kind, branch, destination, from }) => [kind, branch, destination, from])).toEqual([
      ['created', 'w/5/bugfix/x', 'development/5', null],
      ['created', 'w/6/bugfix/x', 'development/6', null],
    ]);
    expect(parentsOf(history, steps[0]?.to)).toEqual(['5', 'fix']);
    expect(parentsOf(history, steps[1]?.to)).toEqual(['6', history.nameOf(steps[0]?.to ?? '')]);
    expect(Object.keys(history.files(steps[1]?.to ?? '')).sort()).toEqual(['five.txt', 'fix.txt', 'shared.txt', 'six.txt']);
  });

  test('done, and looked at again: unchanged, whatever the mode', async () => {
    const history = world();
    await carryOut(history);
    for (const leaveComplete of [false, true]) expect(kinds(await attempt(history, { leaveComplete }))).toEqual(['unchanged', 'unchanged']);
  });

  test('a new commit on the source: each gains one merge, and nothing of it is lost', async () => {
    const history = world();
    const before = await carryOut(history);
    history.push(source, 'fix 2', { files: { 'fix.txt': 'better' } });
    const { steps } = await carryOut(history);
    expect(steps.map(({ kind }) => kind)).toEqual(['updated', 'updated']);
    expect(parentsOf(history, steps[0]?.to)).toEqual([history.nameOf(before.steps[0]?.to ?? ''), 'fix 2']);
    expect(steps[1]?.from).toBe(before.steps[1]?.to);
  });

  test('source and destination moved: an octopus of the destination first and then the one before it', async () => {
    const history = world();
    const before = await carryOut(history);
    history.push('development/5', '5.1', { files: { 'five.txt': '5.1' } });
    history.push(source, 'fix 2', { files: { 'fix.txt': 'better' } });
    const { steps } = await attempt(history);
    expect(parentsOf(history, steps[0]?.to)).toEqual([history.nameOf(before.steps[0]?.to ?? ''), '5.1', 'fix 2']);
    const consecutive = await attempt(history, { octopus: false });
    expect(parentsOf(history, consecutive.steps[0]?.to)[1]).toBe('fix 2');
    expect(parentsOf(history, consecutive.steps[0]?.to)).toHaveLength(2);
  });

  test('the source contains everything already: still a commit of its own, so that no build of another branch answers for it', async () => {
    const history = world();
    history.commit('merged up', ['6', 'fix']);
    history.branch(source, 'merged up');
    const { steps } = await attempt(history);
    const tips = [...history.refs().branches.values(), ...steps.map(({ to }) => to)];
    expect(new Set(tips).size).toBe(tips.length);
  });

  test('a source that is a version branch itself: commits of their own, and the next look finds nothing to do', async () => {
    const history = world();
    const request = { source: { branch: 'development/5', tip: history.sha('5') } };
    const first = await carryOut(history, request);
    expect(kinds(first)).toEqual(['created', 'created']);
    expect(first.steps[0]?.to).not.toBe(history.sha('5'));
    expect(kinds(await attempt(history, request))).toEqual(['unchanged', 'unchanged']);
  });

  test('somebody resolved or repaired on an integration branch: it is built upon', async () => {
    const history = world();
    await carryOut(history);
    history.push('w/5/bugfix/x', 'repair', { files: { 'repair.txt': 'r' } });
    const { steps, obstacle } = await carryOut(history);
    expect(obstacle).toBeNull();
    expect(kinds({ steps, obstacle })).toEqual(['unchanged', 'updated']);
    expect(history.files(steps[1]?.to ?? '')['repair.txt']).toBe('r');
  });
});

describe('with queues, complete integration branches stay as they are', () => {
  test('a destination moved: unchanged with leaveComplete, updated without', async () => {
    const history = world();
    await carryOut(history);
    history.push('development/5', '5.1', { files: { 'five.txt': '5.1' } });
    expect(kinds(await attempt(history, { leaveComplete: true }))).toEqual(['unchanged', 'unchanged']);
    expect(kinds(await attempt(history))).toEqual(['updated', 'updated']);
  });

  test('a destination moved into conflict: found all the same', async () => {
    const history = world();
    await carryOut(history);
    history.push('development/6', '6.1', { files: { 'fix.txt': 'otherwise' } });
    const { steps, obstacle } = await attempt(history, { leaveComplete: true });
    expect(kinds({ steps, obstacle })).toEqual(['unchanged']);
    expect(obstacle).toMatchObject({ kind: 'conflict', conflict: { branch: 'w/6/bugfix/x', startFrom: null } });
  });

  test('one of them lacks the one before it: not complete, so all are updated', async () => {
    const history = world();
    await carryOut(history);
    history.push('development/5', '5.1', { files: { 'five.txt': '5.1' } });
    history.push('w/5/bugfix/x', 'repair', { files: { 'repair.txt': 'r' } });
    expect(kinds(await attempt(history, { leaveComplete: true }))).toEqual(['updated', 'updated']);
  });
});

describe('conflicts', () => {
  test('with the destination of the pull request: to be resolved on the source, and nothing else is tried', async () => {
    const history = world();
    history.push('development/4', '4.1', { files: { 'fix.txt': 'otherwise' } });
    expect(await attempt(history)).toEqual({
      steps: [],
      obstacle: {
        kind: 'conflict',
        conflict: { where: 'source', branch: source, startFrom: null, merge: ['development/4'], sides: ['development/4', source], files: ['fix.txt'] },
      },
    });
  });

  test('at a later version that has no integration branch: from where to start, what to merge, which files; those before it stand', async () => {
    const history = world();
    history.push('development/6', '6.1', { files: { 'fix.txt': 'otherwise' } });
    const { steps, obstacle } = await attempt(history);
    expect(kinds({ steps, obstacle })).toEqual(['created']);
    expect(obstacle).toEqual({
      kind: 'conflict',
      conflict: {
        where: 'integration', branch: 'w/6/bugfix/x', startFrom: 'development/6', merge: ['w/5/bugfix/x'],
        sides: ['development/6', 'w/5/bugfix/x'], files: ['fix.txt'],
      },
    });
  });

  test('resolved by a person as told: the next look goes on', async () => {
    const history = world();
    history.push('development/6', '6.1', { files: { 'fix.txt': 'otherwise' } });
    await carryOut(history);
    history.commit('resolved', ['6.1', history.refs().branches.get('w/5/bugfix/x') ?? ''], { files: { 'fix.txt': 'both' } });
    history.branch('w/6/bugfix/x', 'resolved');
    expect(await attempt(history)).toMatchObject({ obstacle: null, steps: [{ kind: 'unchanged' }, { kind: 'unchanged', to: history.sha('resolved') }] });
  });

  test('on an integration branch that exists: to be resolved there, with destination and predecessor to merge in this order', async () => {
    const history = world();
    await carryOut(history);
    history.push('development/5', '5.1', { files: { 'fix.txt': 'otherwise' } });
    expect((await attempt(history)).obstacle).toMatchObject({
      conflict: { branch: 'w/5/bugfix/x', startFrom: null, merge: ['development/5', source], sides: ['w/5/bugfix/x', 'development/5'] },
    });
  });
});

describe('the history check', () => {
  test('the source was rebased: 113 names the oldest commit it lost, and nothing later is tried', async () => {
    const history = world();
    history.push(source, 'fix 2', { files: { 'fix.txt': 'better' } });
    await carryOut(history);
    history.commit('rebased', ['4'], { files: { 'fix.txt': 'rebased' } });
    history.branch(source, 'rebased');
    expect(await attempt(history)).toEqual({
      steps: [],
      obstacle: { kind: 'history-mismatch', integrationBranch: 'w/5/bugfix/x', destination: 'development/5', commit: history.sha('fix') },
    });
  });

  test('only the last commit was amended: 113 names the former one', async () => {
    const history = world();
    history.push(source, 'fix 2');
    await carryOut(history);
    history.commit('fix 2, amended', ['fix'], { files: { 'fix.txt': 'amended' } });
    history.branch(source, 'fix 2, amended');
    expect((await attempt(history)).obstacle).toMatchObject({ kind: 'history-mismatch', commit: history.sha('fix 2') });
  });

  function stray(history: History, tip: string, previous = 'fix', destination = '5'): string | null {
    const found = findStrayCommit(history.graph(), { branch: 'w/5/bugfix/x', tip: history.sha(tip) }, history.sha(previous), history.sha(destination), robotEmail);
    return found === null ? null : history.nameOf(found);
  }

  test.each<[string, (history: History) => string, string | null]>([
    ['a merge by the robot', (history) => history.nameOf(history.commit('w', ['5', 'fix'], { author: robotEmail })), null],
    ['a merge by a person, with the sides exchanged', (history) => history.nameOf(history.commit('w', ['fix', '5'])), null],
    ['commits on top of a merge', (history) => { history.commit('w', ['5', 'fix']); history.commit('on top', ['w']); return 'on top'; }, null],
    ['a plain commit on the destination', (history) => history.nameOf(history.commit('w', ['5'])), 'w'],
    ['a plain commit on the source', (history) => history.nameOf(history.commit('w', ['fix'])), 'w'],
    ['a merge of something foreign', (history) => { history.commit('foreign'); history.commit('w', ['5', 'foreign']); return 'w'; }, 'foreign'],
    ['a plain commit that calls itself a merge into another branch', (history) => history.nameOf(history.commit('Merge 5 into w/6/bugfix/x (#7)', ['5'])), 'Merge 5 into w/6/bugfix/x (#7)'],
    ['the robot’s merge of two that were one commit', (history) => history.nameOf(history.commit('Merge 5 into w/5/bugfix/x (#7)', ['5'], { author: robotEmail.toUpperCase() })), null],
    ['a plain commit of a person under the subject of such a merge', (history) => history.nameOf(history.commit('Merge 5 into w/5/bugfix/x (#7)', ['5'])), 'Merge 5 into w/5/bugfix/x (#7)'],
    ['such a merge, amended by a person', (history) => history.nameOf(history.commit('Merge 5 into w/5/bugfix/x (#7)', ['5'], { author: robotEmail, committer: person })), 'Merge 5 into w/5/bugfix/x (#7)'],
    ['the destination itself', () => '5', null],
    ['the source itself', () => 'fix', null],
  ])('%s: %#', (_what, build, expected) => {
    const history = world();
    expect(stray(history, build(history))).toBe(expected);
  });
});
