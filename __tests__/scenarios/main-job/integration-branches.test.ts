import { describe, expect, test } from '@jest/globals';
import type { World } from '../../../sandbox/world/index.js';
import { approvedPullRequest, development, integration, inWorld, look, newPullRequest, onlyRead, openedPullRequest, source, tested, told } from './stories.js';

async function parentsOf(world: World, branch: string): Promise<readonly string[]> {
  const [commit] = await world.github.graph(world.repository, [await world.tip(branch)]);
  return commit?.parents ?? [];
}

describe('integration branches as they are made', () => {
  test('each is a merge commit of its own, on its destination and its predecessor: no tip is shared with any other branch', async () => {
    await inWorld({ versions: ['4.3', '5.1', '10.0'] }, async (world) => {
      await openedPullRequest(world);
      const tips = await Promise.all([...development, ...tested].map((branch) => world.tip(branch)));
      expect(new Set(tips).size).toBe(tips.length);
      expect(await parentsOf(world, integration[0])).toEqual([await world.tip(development[1]), await world.tip(source)]);
      expect(await parentsOf(world, integration[1])).toEqual([await world.tip(development[2]), await world.tip(integration[0])]);
    });
  });

  test('the later version is contained in the source already, where git would fast-forward: a merge commit all the same', async () => {
    await inWorld({}, async (world) => {
      await world.author.createBranch(source, development[2]);
      await world.author.push(source);
      const number = await world.author.openPullRequest(source, development[0]);
      expect((await look(world, number)).code).toBe(115);
      const tips = await Promise.all(tested.map((branch) => world.tip(branch)));
      expect(new Set(tips).size).toBe(3);
      expect(await parentsOf(world, integration[0])).toHaveLength(2);
      told(world);
    });
  });

  test('a version branch moves afterwards: its integration branch takes it in, builds start over, and the merge is a fast-forward again', async () => {
    await inWorld({}, async (world) => {
      const number = await approvedPullRequest(world);
      for (const branch of tested) world.ci.succeeds(branch);
      const foreign = await world.admin.push(development[1]);
      await world.admin.merges(development[1], development[2]);
      const run = await look(world, number);
      expect([run.code, run.moved]).toEqual([304, ['w/10.0/bugfix/x: w/10.0/bugfix/x@0 → w/10.0/bugfix/x@1', 'w/5.1/bugfix/x: w/5.1/bugfix/x@0 → w/5.1/bugfix/x@1']]);
      expect(await world.github.isAncestor(world.repository, foreign, await world.tip(integration[0]))).toBe(true);
      expect(told(world)).toEqual({ comments: [], statuses: ['bert-e pending on bugfix/x@0'] });
      for (const branch of integration) world.ci.succeeds(branch);
      const merge = await look(world, number);
      expect([merge.code, (await world.refs())[development[2]]]).toEqual([102, 'w/10.0/bugfix/x@1']);
      told(world);
    });
  });
});

describe('a destination that moved before the merge', () => {
  test('the oldest one: the source is merged into it, later versions take that merge in, and all of them stay self-contained', async () => {
    await inWorld({}, async (world) => {
      const number = await approvedPullRequest(world);
      const foreign = await world.admin.push(development[0]);
      await world.admin.merges(development[0], development[1]);
      await world.admin.merges(development[1], development[2]);
      expect((await look(world, number)).code).toBe(304);
      for (const branch of tested) world.ci.succeeds(branch);
      const builtOn = await Promise.all(tested.map((branch) => world.tip(branch)));
      const merge = await look(world, number);
      expect([merge.code, merge.pushes.length]).toEqual([102, 1]);
      for (const [index, branch] of development.entries()) {
        const tip = await world.tip(branch);
        expect(await Promise.all([foreign, builtOn[index] ?? ''].map((sha) => world.github.isAncestor(world.repository, sha, tip)))).toEqual([true, true]);
      }
      expect(await parentsOf(world, development[0])).toEqual([foreign, builtOn[0]]);
      expect(await world.isSelfContained()).toBe(true);
      told(world);
    });
  });
});

describe('conflicts', () => {
  test('at 5.1: told with the file and the commands, nothing pushed for it and for later versions; resolved by a push: built upon, never overwritten', async () => {
    await inWorld({}, async (world) => {
      await world.admin.push(development[1], { files: { 'product.txt': 'one\nTWO\nthree\nfour\nfive\n' } });
      await world.admin.merges(development[1], development[2]);
      const number = await newPullRequest(world, { 'product.txt': 'one\n2\nthree\nfour\nfive\n' });
      const run = await look(world, number);
      const comments = world.robotSays(number);
      expect([run.code, run.conclusion, run.pushes, comments.map(({ code }) => code)]).toEqual([114, 'failure', [], [100, 114]]);
      expect(comments[1]?.body).toContain('product.txt');
      expect(comments[1]?.body).toContain('git checkout -B w/5.1/bugfix/x origin/development/5.1');
      expect(comments[1]?.body).toContain('git merge origin/bugfix/x');
      expect(told(world).statuses).toEqual(['bert-e failure on bugfix/x@0']);
      const again = await look(world, number);
      expect([again.code, onlyRead(again)]).toEqual([114, true]);

      await world.author.createBranch(integration[0], development[1]);
      const resolution = await world.author.merges(source, integration[0], { 'product.txt': 'one\nTWO and 2\nthree\nfour\nfive\n' });
      const next = await look(world, number);
      expect([next.code, next.moved]).toEqual([115, ['w/10.0/bugfix/x: none → w/10.0/bugfix/x@0']]);
      expect(await world.tip(integration[0])).toBe(resolution);
      expect(told(world)).toEqual({ comments: [121, 115], statuses: ['bert-e pending on bugfix/x@0'] });
      await world.reviewer.approve(number);
      for (const branch of tested) world.ci.succeeds(branch);
      expect((await look(world, number)).code).toBe(102);
      expect(await world.github.isAncestor(world.repository, resolution, await world.tip(development[2]))).toBe(true);
      expect(await world.github.readFile(world.repository, development[2], 'product.txt')).toContain('TWO and 2');
      told(world);
    });
  });

  test('at 10.0 only: 5.1 is pushed and 10.0 is not', async () => {
    await inWorld({}, async (world) => {
      await world.admin.push(development[2], { files: { 'product.txt': 'one\nTEN\nthree\nfour\nfive\n' } });
      const number = await newPullRequest(world, { 'product.txt': 'one\n2\nthree\nfour\nfive\n' });
      const run = await look(world, number);
      expect([run.code, run.moved]).toEqual([114, ['w/5.1/bugfix/x: none → w/5.1/bugfix/x@0']]);
      const comments = world.robotSays(number);
      expect(comments.at(-1)?.body).toContain('git merge origin/w/5.1/bugfix/x');
      expect(comments.map(({ code }) => code)).toEqual([100, 121, 114]);
      told(world);
    });
  });

  test('with its own destination: to be resolved on the source branch, no integration branch is made', async () => {
    await inWorld({}, async (world) => {
      const number = await newPullRequest(world, { 'product.txt': 'one\n2\nthree\nfour\nfive\n' });
      await world.admin.push(development[0], { files: { 'product.txt': 'one\nFOUR-THREE\nthree\nfour\nfive\n' } });
      await world.admin.merges(development[0], development[1]);
      await world.admin.merges(development[1], development[2]);
      const run = await look(world, number);
      const comments = world.robotSays(number);
      expect([run.code, run.pushes, comments.map(({ code }) => code)]).toEqual([114, [], [100, 114]]);
      expect(comments[1]?.body).toContain('git merge origin/development/4.3');
      await world.author.merges(development[0], source, { 'product.txt': 'one\nboth\nthree\nfour\nfive\n' });
      expect((await look(world, number)).code).toBe(115);
      told(world);
    });
  });
});

describe('history', () => {
  test('the source is rebased under its integration branches: 113 and nothing moves; after reset they are made anew', async () => {
    await inWorld({}, async (world) => {
      const number = await openedPullRequest(world);
      const base = await world.tip(development[0]);
      await world.author.forcePush(source, base);
      await world.author.push(source, { files: { 'work/rebased.txt': 'rebased\n' } });
      await world.author.reopens(number).catch(() => undefined);
      const run = await look(world, number);
      expect([run.code, run.moved, run.conclusion]).toEqual([113, [], 'failure']);
      expect(told(world).comments).toEqual([113]);
      world.author.comment(number, '/reset');
      const reset = await look(world, number);
      expect([reset.code, reset.moved.map((change) => change.split(' → ')[1])]).toEqual([128, ['none', 'none']]);
      const anew = await look(world, number);
      expect([anew.code, anew.moved.length, onlyRead(await look(world, number))]).toEqual([115, 2, true]);
      told(world);
    });
  });

  test('version branches that are not self-contained: 210 names both, nothing is touched', async () => {
    await inWorld({}, async (world) => {
      await world.admin.push(development[1]);
      const number = await newPullRequest(world);
      const run = await look(world, number);
      expect([run.code, run.moved, run.result.outputs.message]).toEqual([210, [], expect.stringMatching(/development\/10\.0.*development\/5\.1/)]);
      told(world);
    });
  });

  test('integration pull requests: one each, never twice, and an event on one is about its parent', async () => {
    await inWorld({ settings: { always_create_integration_pull_requests: true } }, async (world) => {
      const number = await newPullRequest(world);
      await world.deliverAll();
      told(world);
      const made = [...world.github.repository(world.repository).pullRequests.values()].filter(({ author }) => author === 'bert-e[bot]');
      expect(made.map(({ head, base }) => [head.ref, base.ref])).toEqual([[integration[0], development[1]], [integration[1], development[2]]]);
      const run = await look(world, made[0]?.number ?? 0);
      expect([run.code, run.result.outputs['pull-request'], onlyRead(run)]).toEqual([115, String(number), true]);
      await world.reviewer.approve(number);
      for (const branch of tested) world.ci.succeeds(branch);
      const runs = await world.deliverAll();
      expect(runs.filter(({ code }) => code === 102)).toHaveLength(1);
      expect(made.map(({ number: each }) => world.github.pullRequest(world.repository, each).state)).toEqual(['closed', 'closed']);
      expect(told(world).comments).toEqual([102]);
    });
  });
});
