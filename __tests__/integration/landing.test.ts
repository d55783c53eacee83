import { describe, expect, test } from '@jest/globals';
import { tryLanding } from '../../src/integration/landing.js';
import type { LandingTarget } from '../../src/integration/landing.js';
import { createHistory } from '../builders/history.js';
import type { History } from '../builders/history.js';
import { memoryGit } from '../builders/memory-git.js';

/** Two versions, a fix on the older, and the integration branch of the newer. */
function world(): History {
  const history = createHistory();
  history.commit('4', [], { files: { 'shared.txt': '4' } });
  history.commit('5', ['4'], { files: { 'five.txt': '5' } });
  history.commit('fix', ['4'], { files: { 'fix.txt': 'fix' } });
  history.commit('w', ['5', 'fix'], { files: { 'fix.txt': 'fix' } });
  return history;
}

async function land(history: History, targets: ReadonlyArray<readonly [destination: string, tested: string]>, octopus = true) {
  const graph = history.graph();
  const asked = targets.map(([destination, tested]): LandingTarget => ({
    destination: { branch: `development of ${destination}`, tip: history.sha(destination) },
    tested: { branch: `branch of ${tested}`, tip: history.sha(tested) },
  }));
  const trial = await tryLanding(asked, 7, octopus, memoryGit(history), graph);
  return {
    trial,
    moves: trial.kind === 'clean' ? trial.moves.map(({ from, to }) => [history.nameOf(from), history.nameOf(to)]) : null,
    parents: trial.kind === 'clean' ? trial.moves.map(({ to }) => graph.get(to).parents.map((parent) => history.nameOf(parent))) : null,
  };
}

describe('landing without a queue', () => {
  test('what was tested contains everything: each destination moves to exactly that commit, and nothing is made', async () => {
    expect((await land(world(), [['4', 'fix'], ['5', 'w']])).moves).toEqual([['4', 'fix'], ['5', 'w']]);
  });

  test('the first destination moved: it is merged, and the later ones take it along with their integration branch', async () => {
    const history = world();
    history.commit('4.1', ['4'], { files: { 'new.txt': 'n' } });
    history.commit('5.1', ['5', '4.1'], { files: { 'new.txt': 'n' } });
    const { moves, parents } = await land(history, [['4.1', 'fix'], ['5.1', 'w']]);
    expect(moves).toEqual([
      ['4.1', 'Merge branch of fix into development of 4.1 (#7)'],
      ['5.1', 'Merge branch of w and development of 4.1 into development of 5.1 (#7)'],
    ]);
    expect(parents).toEqual([['4.1', 'fix'], ['5.1', 'w', 'Merge branch of fix into development of 4.1 (#7)']]);
  });

  test('no_octopus: two parents each', async () => {
    const history = world();
    history.commit('4.1', ['4'], { files: { 'new.txt': 'n' } });
    history.commit('5.1', ['5', '4.1'], { files: { 'new.txt': 'n' } });
    const { parents } = await land(history, [['4.1', 'fix'], ['5.1', 'w']], false);
    expect(parents?.map((each) => each.length)).toEqual([2, 2]);
  });

  test('a destination that contains it already stays where it is', async () => {
    const history = world();
    history.commit('4.1', ['4', 'fix']);
    history.commit('5.1', ['w', '4.1']);
    expect((await land(history, [['4.1', 'fix'], ['5.1', 'w']])).moves).toEqual([['4.1', '4.1'], ['5.1', '5.1']]);
  });

  test('a conflict at the later version: names it, its sides and files, and nothing moves', async () => {
    const history = world();
    history.commit('5.1', ['5'], { files: { 'fix.txt': 'otherwise' } });
    expect((await land(history, [['4', 'fix'], ['5.1', 'w']])).trial).toEqual({
      kind: 'conflict', destination: 'development of 5.1', sides: ['development of 5.1', 'branch of w'], files: ['fix.txt'],
    });
  });
});
