import { describe, expect, test } from '@jest/globals';
import type { World } from '../../../sandbox/world/index.js';
import { approvedPullRequest, forgetEvents, green, inWorld, look, lookAtQueue, onlyRead, queueBranches, queuedPullRequest, red, told } from './stories.js';

const afterPush = { killAt: ({ receivePack }: { readonly receivePack: boolean }) => receivePack };

/** The pull request is looked at twice: what is told at once, and what is told again. */
async function toldAtLast(world: World, number: number): Promise<readonly [first: unknown, second: unknown]> {
  await look(world, number);
  const first = told(world);
  const again = await look(world, number);
  return [first, onlyRead(again) ? 'nothing more' : told(world)];
}

describe('a run is killed after its push, before it tells', () => {
  test('a pull request was queued: the next look tells 125, once', async () => {
    await inWorld({}, async (world) => {
      const number = await approvedPullRequest(world, { base: 'development/5.1' });
      await look(world, number);
      told(world);
      expect((await look(world, number, afterPush)).code).toBeNull();
      expect(told(world)).toEqual({ comments: [], statuses: [] });
      expect(await toldAtLast(world, number)).toEqual([{ comments: [`#${number} 125`], statuses: ['pending on bugfix/x@0'] }, 'nothing more']);
      green(world, `q/w/${number}/5.1/bugfix/x`, `q/w/${number}/10.0/bugfix/x`);
      expect((await lookAtQueue(world)).merged).toEqual([number]);
      told(world);
    });
  });

  test('a pull request merged in part: the next look tells 126, once, and the rest goes on', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world);
      await world.author.push('bugfix/x', { message: 'one more thing' });
      green(world, `q/w/${number}/10.0/bugfix/x`);
      expect((await lookAtQueue(world, afterPush)).code).toBeNull();
      expect(told(world).comments).toEqual([]);
      // The rest queues at the same look: first what was, then what is.
      await look(world, number);
      const [partial, queued] = world.robotSays(number);
      expect([partial?.code, partial?.body, queued?.code]).toEqual([126, expect.stringContaining('one more thing'), 125]);
      expect(partial?.body).toContain('This record was made up later');
      expect(onlyRead(await look(world, number))).toBe(true);
      world.statusesSet();
    });
  });
});

test('eject, and the author has meanwhile amended: what was queued goes, and what is there now queues again', async () => {
  await inWorld({ settings: { queue_on_failure: 'eject' } }, async (world) => {
    const number = await queuedPullRequest(world);
    await world.author.createBranch('user/amended', 'development/10.0');
    const amended = await world.author.push('user/amended', { files: { 'x.txt': 'amended\n' } });
    await world.author.forcePush('bugfix/x', amended);
    forgetEvents(world);
    await red(world, `q/w/${number}/10.0/bugfix/x`);
    expect([(await lookAtQueue(world)).code, await queueBranches(world)]).toEqual([309, []]);
    expect(told(world).comments).toEqual([`#${number} 139`]);
    expect((await look(world, number)).code).toBe(125);
    expect(await world.tip(`q/w/${number}/10.0/bugfix/x`)).toBe(amended);
    told(world);
  });
});
