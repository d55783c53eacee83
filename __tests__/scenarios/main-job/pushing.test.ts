import { describe, expect, test } from '@jest/globals';
import type { IncomingRequest } from '../../../sandbox/github/api.js';
import { usualRobotWorkflow } from '../../../sandbox/world/index.js';
import { development, integration, inWorld, look, newPullRequest, openedPullRequest, readyPullRequest, source, told } from './stories.js';

/** git asks where the refs are before it pushes: what moved before that, only a lease can notice. */
function asksBeforePush({ surface, path, query }: IncomingRequest): boolean {
  return surface === 'git' && path.endsWith('/info/refs') && query.service === 'git-receive-pack';
}

describe('the lease of the push is stale', () => {
  test('a version branch moved right before the push: looked at again, w/ takes the new tip in, and the merge waits for its CI', async () => {
    await inWorld({}, async (world) => {
      const number = await readyPullRequest(world);
      let foreign = '';
      world.beforeRequest(asksBeforePush, async () => {
        foreign = await world.admin.push(development[2], { message: 'a hand-made commit' });
      });
      const run = await look(world, number);
      // The stale push never got as far as asking; the second one only brings the integration branch up to date.
      expect(run.pushes.at(-1)).toEqual(['w/10.0/bugfix/x: w/10.0/bugfix/x@0 → w/10.0/bugfix/x@1']);
      expect([run.code, run.merged]).toEqual([304, []]);
      expect(await world.tip(development[2])).toBe(foreign);
      expect(await world.tip(development[0])).not.toBe(await world.tip(source));
      told(world);
      world.ci.succeeds(integration[1]);
      const merge = await look(world, number);
      expect([merge.code, merge.merged]).toEqual([102, [number]]);
      expect(await world.github.isAncestor(world.repository, foreign, await world.tip(development[2]))).toBe(true);
      expect(await world.isSelfContained()).toBe(true);
      told(world);
    });
  });

  test('the only target moved right before the push: merged onto the new tip by the second try of the same run, nothing is lost', async () => {
    await inWorld({}, async (world) => {
      await world.author.push('feature/y', { from: development[2] });
      const number = await world.author.openPullRequest('feature/y', development[2]);
      await world.reviewer.approve(number);
      world.ci.succeeds('feature/y');
      let foreign = '';
      world.beforeNextPush(async () => {
        foreign = await world.admin.push(development[2]);
      });
      const run = await look(world, number);
      expect([run.code, run.pushes.length, run.merged]).toEqual([102, 2, [number]]);
      expect(await world.github.isAncestor(world.repository, foreign, await world.tip(development[2]))).toBe(true);
      expect(await world.github.isAncestor(world.repository, await world.tip('feature/y'), await world.tip(development[2]))).toBe(true);
      expect(told(world)).toEqual({ comments: [100, 102], statuses: ['bert-e success on feature/y@0'] });
    });
  });

  test('it moves three times: busy, pending, nothing of ours is pushed; the next run lands it', async () => {
    await inWorld({}, async (world) => {
      await world.author.push('feature/y', { from: development[2] });
      const number = await world.author.openPullRequest('feature/y', development[2]);
      await world.reviewer.approve(number);
      world.ci.succeeds('feature/y');
      let times = 3;
      world.github.beforeRequest(async ({ receivePack }) => {
        if (!receivePack || times === 0) return;
        times -= 1;
        await world.admin.push(development[2]);
      });
      const run = await look(world, number);
      expect([run.code, run.state, run.conclusion, run.merged]).toEqual([302, 'pending', 'success', []]);
      expect([times, run.pushes.length, run.result.outputs.message]).toEqual([0, 3, expect.stringContaining('3 attempts')]);
      expect(run.moved).toEqual(['development/10.0: development/10.0@0 → development/10.0@3']);
      expect(told(world).statuses).toEqual(['bert-e pending on feature/y@0']);
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });

  test('somebody makes the integration branch first: it is built upon and never overwritten', async () => {
    await inWorld({}, async (world) => {
      const number = await newPullRequest(world);
      let theirs = '';
      world.beforeRequest(asksBeforePush, async () => {
        await world.author.createBranch(integration[0], development[1]);
        theirs = await world.author.merges(source, integration[0]);
      });
      const run = await look(world, number);
      expect([run.code, await world.github.isAncestor(world.repository, theirs, await world.tip(integration[0]))]).toEqual([115, true]);
      told(world);
    });
  });
});

describe('the push is refused for good', () => {
  test('a protected branch: 221 names it, failure, nothing moved, no merge is told; without the rule: merged', async () => {
    await inWorld({}, async (world) => {
      const number = await readyPullRequest(world);
      world.refuseNextPush('protected branch hook declined');
      const run = await look(world, number);
      const [comment] = world.robotSays(number);
      expect([run.code, run.state, run.conclusion, run.merged, run.moved, run.pushes.length, comment?.code]).toEqual([221, 'failure', 'failure', [], [], 1, 221]);
      expect(comment?.body).toContain('development/4.3');
      expect(run.result.annotations).toMatchObject([{ level: 'error', message: expect.stringContaining('may not push') }]);
      expect(told(world)).toEqual({ comments: [], statuses: ['bert-e failure on bugfix/x@0'] });
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });

  test('a merge makes a workflow file that is on no branch yet, and the token may not: 221 says which permission is missing', async () => {
    await inWorld({ tokenKind: 'job', settings: { dispatch: ['ci.yml'] } }, async (world) => {
      const path = '.github/workflows/bert-e.yml';
      const number = await newPullRequest(world, { [path]: usualRobotWorkflow.replace('name: Bert-E', 'name: Merge robot') });
      await world.admin.push(development[2], { files: { [path]: usualRobotWorkflow.replace('@v1', '@v2') } });
      const run = await look(world, number);
      expect([run.code, run.conclusion, run.moved, run.pushes.length]).toEqual([221, 'failure', [], 1]);
      const comments = world.robotSays(number);
      expect(comments.map(({ code }) => code)).toEqual([100, 221]);
      expect(comments[1]?.body).toMatch(/workflows?: write|permission/);
      expect(world.statusesSet()).toMatchObject([{ state: 'failure', description: 'GitHub refused the push: the token may not change workflow files' }]);
      expect(run.writes.filter((write) => write.includes('/dispatches'))).toEqual([]);
    });
  });

  test('the refusal repeats: it is told once', async () => {
    await inWorld({}, async (world) => {
      const number = await openedPullRequest(world);
      await world.author.push(source);
      for (let time = 0; time < 2; time += 1) {
        world.refuseNextPush('push declined due to repository rule violations');
        const run = await look(world, number);
        expect([run.code, run.moved, told(world).comments]).toEqual([221, [], time === 0 ? [221] : []]);
      }
    });
  });
});
