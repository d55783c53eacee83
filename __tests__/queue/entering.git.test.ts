import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { mergePath } from '../../src/gitwaterflow/cascade.js';
import { CommitGraph } from '../../src/history/commit-graph.js';
import type { Sha } from '../../src/ports/git.js';
import { queueingPush, tryQueueing } from '../../src/queue/entering.js';
import { queueTipOf, readQueue } from '../../src/queue/model.js';
import { orderQueue } from '../../src/queue/order.js';
import { validateQueue } from '../../src/queue/validity.js';
import { createWorld, lines } from '../git/world.js';
import type { World } from '../git/world.js';

jest.setTimeout(30_000);

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.end());

test('against git itself: the second of two equal pull requests gets commits of its own, and the queue is valid', async () => {
  const older = world.branch('development/5.1', world.commit({ file: lines() }));
  const newer = world.branch('development/10.0', world.commit({ file: lines(), only: 'x\n' }, [older]));
  const head = world.commit({ file: lines({ 2: 'changed' }) }, [older]);
  const integration = world.commit({ file: lines({ 2: 'changed' }), only: 'x\n' }, [newer, head]);
  for (const source of ['bugfix/a', 'bugfix/b']) {
    world.branch(source, head);
    world.branch(`w/10.0/${source}`, integration);
  }
  const git = await world.git();
  for (const [index, source] of ['bugfix/a', 'bugfix/b'].entries()) {
    const { model, graph, tipOf } = await look();
    const trial = await tryQueueing(
      {
        pullRequest: 9 - index,
        source,
        octopus: true,
        targets: ['5.1', '10.0'].map((version, position) => ({
          version,
          destination: { branch: `development/${version}`, tip: tipOf(`development/${version}`) },
          tested: position === 0 ? { branch: source, tip: head } : { branch: `w/10.0/${source}`, tip: integration },
          queueTip: queueTipOf(model, version),
        })),
      },
      git,
      graph,
    );
    if (trial.kind !== 'clean') throw new Error(trial.kind);
    expect(await git.push(queueingPush(trial.moves))).toEqual({ kind: 'pushed' });
  }
  const { model, graph, refs } = await look();
  expect(validateQueue(model, graph, mergePath([...refs.branches.keys()]))).toEqual([]);
  expect(orderQueue(model, graph).members.map(({ pullRequest }) => pullRequest)).toEqual([9, 8]);
  expect(refs.branches.get('q/w/9/10.0/bugfix/a')).toBe(integration);
  expect(new Set([...refs.branches].filter(([branch]) => branch.startsWith('q/w/')).map(([, tip]) => tip)).size).toBe(4);

  async function look() {
    const refs = await git.listRefs([]);
    const tips = [...new Set(refs.branches.values())];
    await git.fetch(tips);
    const tipOf = (branch: string): Sha => refs.branches.get(branch) ?? '';
    return { refs, model: readQueue(refs), graph: new CommitGraph(await git.readHistory(tips)), tipOf };
  }
});
