import { describe, expect, test } from '@jest/globals';
import { decideReset, ownWork } from '../../src/pull-request/reset.js';
import { createHistory, person, robotEmail } from '../builders/history.js';
import type { History } from '../builders/history.js';

const robot = { author: robotEmail };

/** `4` before `5`; a source of two commits on `4`, merged by the robot with `5` on `w`. */
function world(): History {
  const history = createHistory();
  history.commit('4');
  history.commit('5', ['4']);
  history.commit('source 1', ['4']);
  history.commit('source 2', ['source 1']);
  history.commit('w', ['5', 'source 2'], robot);
  return history;
}

function ownOn(history: History, tip: string, source: string | null = 'source 2', destination: string | null = '5'): readonly string[] {
  const sha = (name: string | null) => (name === null ? null : history.sha(name));
  return ownWork(history.graph(), history.sha(tip), sha(destination), sha(source), robotEmail).map(({ subject }) => subject);
}

describe('a developer’s own work on an integration branch', () => {
  test('a merge by the robot: none', () => {
    expect(ownOn(world(), 'w')).toEqual([]);
  });

  test('the robot’s address in other letters: still the robot', () => {
    const history = world();
    history.commit('again', ['w', '5'], { author: robotEmail.toUpperCase() });
    expect(ownOn(history, 'again')).toEqual([]);
  });

  test('a merge by the robot that a person amended: own work', () => {
    const history = world();
    history.commit('amended', ['5', 'source 2'], { ...robot, committer: person });
    expect(ownOn(history, 'amended')).toEqual(['amended']);
  });

  test('a merge by a person: a conflict resolution, own work', () => {
    const history = world();
    history.commit('resolved', ['5', 'source 2'], { author: person });
    expect(ownOn(history, 'resolved')).toEqual(['resolved']);
  });

  test('commits made on top of the integration branch: own work, the oldest first', () => {
    const history = world();
    history.commit('repair 1', ['w']);
    history.commit('repair 2', ['repair 1']);
    expect(ownOn(history, 'repair 2')).toEqual(['repair 1', 'repair 2']);
  });

  test('the source was rebased: its former commits are none', () => {
    const history = world();
    history.commit('rebased 1', ['4']);
    history.commit('rebased 2', ['rebased 1']);
    expect(ownOn(history, 'w', 'rebased 2')).toEqual([]);
  });

  test('the last commit of the source was amended: the former one is none', () => {
    const history = world();
    history.commit('amended 2', ['source 1']);
    expect(ownOn(history, 'w', 'amended 2')).toEqual([]);
  });

  test('the source was rebased, and somebody had resolved a conflict on it: only that is own work', () => {
    const history = world();
    history.commit('resolved', ['5', 'source 2']);
    history.commit('on top', ['resolved']);
    history.commit('rebased', ['4']);
    expect(ownOn(history, 'on top', 'rebased')).toEqual(['resolved', 'on top']);
  });

  test('the source branch is gone: its commits are former ones', () => {
    expect(ownOn(world(), 'w', null)).toEqual([]);
  });

  test('the version branch is gone: its plain commits are nobody’s work on the integration branch', () => {
    expect(ownOn(world(), 'w', 'source 2', null)).toEqual([]);
  });
});

describe('reset', () => {
  const history = world();
  history.commit('repair', ['w']);
  const facts = {
    graph: history.graph(), sourceTip: history.sha('source 2'), integrationPullRequests: [8], robotEmail, gateOnly: false,
    branches: [{ branch: 'w/5/bugfix/x', tip: history.sha('w'), destinationTip: history.sha('5') }],
  };
  const withWork = { ...facts, branches: [...facts.branches, { branch: 'w/6/bugfix/x', tip: history.sha('repair'), destinationTip: history.sha('5') }] };

  test('nothing would be lost: 128, branches and pull requests go, each branch only from where it was seen', () => {
    expect(decideReset(facts, false)).toEqual({
      kind: 'stops',
      outcome: { code: 128, deleted: ['w/5/bugfix/x'], forced: false },
      plan: { push: [{ ref: 'refs/heads/w/5/bugfix/x', from: history.sha('w'), to: null }], closePullRequests: [8] },
    });
  });

  test('work would be lost on one branch: 129 lists it, and none is deleted', () => {
    expect(decideReset(withWork, false)).toEqual({
      kind: 'stops',
      outcome: { code: 129, branches: [{ branch: 'w/6/bugfix/x', commits: [{ sha: history.sha('repair'), subject: 'repair' }] }] },
    });
  });

  test('forced: 128 all the same', () => {
    const finding = decideReset(withWork, true);
    expect(finding).toMatchObject({ outcome: { code: 128, forced: true, deleted: ['w/5/bugfix/x', 'w/6/bugfix/x'] } });
    expect(finding.plan?.push).toHaveLength(2);
  });

  test.each([false, true])('the robot is a gate only (forced: %s): 128 that says so, without a plan', (forced) => {
    expect(decideReset({ ...withWork, gateOnly: true }, forced)).toEqual({ kind: 'stops', outcome: { code: 128, deleted: [], forced, gateOnly: true } });
  });

  test('nothing there: 128, nothing is pushed', () => {
    expect(decideReset({ ...facts, branches: [], integrationPullRequests: [] }, false)).toMatchObject({ outcome: { code: 128, deleted: [] }, plan: { push: [] } });
  });
});
