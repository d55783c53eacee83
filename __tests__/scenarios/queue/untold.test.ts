import { describe, expect, test } from '@jest/globals';
import type { World } from '../../../sandbox/world/index.js';
import { approvedPullRequest, command, forgetEvents, green, inWorld, look, lookAtQueue, onlyRead, queueBranches, queuedPullRequest, red, told } from './stories.js';

const afterPush = { killAt: ({ receivePack }: { readonly receivePack: boolean }) => receivePack };

/** The pull request is looked at twice: what is told at once, and what is told again. */
async function toldAtLast(world: World, number: number): Promise<readonly [first: unknown, second: unknown]> {
  await look(world, number);
  const first = told(world);
  const again = await look(world, number);
  return [first, onlyRead(again) ? 'nothing more' : told(world)];
}

describe('a run is killed while it rebuilds the queue', () => {
  const message = (world: World): ReadonlyArray<readonly [number, number | null]> => world.robotSays().map(({ pullRequest, code }) => [pullRequest, code] as const);

  test('after the queue is deleted: the next look, at whatever, queues all in their order and tells them', async () => {
    await inWorld({}, async (world) => {
      const [first, second, third] = [await approvedPullRequest(world, { branch: 'bugfix/a' }), await approvedPullRequest(world, { branch: 'bugfix/b' }), await approvedPullRequest(world, { branch: 'bugfix/c' })];
      // The order is not that of the numbers.
      for (const number of [second, first]) await look(world, number);
      const before = Object.keys(await world.refs());
      told(world);
      expect((await command(world, 'rebuild-queues', afterPush)).code).toBeNull();
      expect(await queueBranches(world)).toEqual(['q/rebuild']);
      // It would be the first of the queue if what was begun were not done before.
      expect((await look(world, third)).code).toBe(125);
      expect(message(world)).toEqual([[third, 100], [second, 125], [first, 125], [third, 125]]);
      expect(Object.keys(await world.refs()).filter((branch) => !branch.startsWith(`q/w/${third}/`))).toEqual(before);
      expect(onlyRead(await lookAtQueue(world))).toBe(true);
      green(world, `q/w/${third}/10.0/bugfix/c`);
      expect((await lookAtQueue(world)).merged).toEqual([second, first, third]);
      told(world);
    });
  });

  test('after it queued the first again, and before it told that: nobody is told twice', async () => {
    await inWorld({}, async (world) => {
      const [first, second] = [await queuedPullRequest(world, { branch: 'bugfix/a' }), await queuedPullRequest(world, { branch: 'bugfix/b' })];
      let pushes = 0;
      expect((await command(world, 'rebuild-queues', { killAt: ({ receivePack }) => receivePack && (pushes += 1) === 2 })).code).toBeNull();
      expect(message(world)).toEqual([]);
      // The command again is this rebuild, and no other.
      const again = await command(world, 'rebuild-queues');
      expect([again.code, again.pushes.length]).toEqual([307, 2]);
      expect(world.robotSays().map(({ pullRequest, code, body }) => [pullRequest, code, body.includes('had to be rebuilt, as somebody asked')])).toEqual([[first, 125, true], [second, 125, true]]);
      expect(await queueBranches(world)).not.toContain('q/rebuild');
      expect(onlyRead(await lookAtQueue(world))).toBe(true);
      world.statusesSet();
    });
  });

  test('after it took somebody out: the next look tells 139, and queues the rest', async () => {
    await inWorld({ settings: { queue_on_failure: 'eject' } }, async (world) => {
      const [culprit, other] = [await queuedPullRequest(world, { branch: 'bugfix/a' }), await queuedPullRequest(world, { branch: 'bugfix/b' })];
      const entry = `q/w/${culprit}/10.0/bugfix/a`;
      await red(world, entry, `q/w/${other}/10.0/bugfix/b`);
      expect((await lookAtQueue(world, afterPush)).code).toBeNull();
      expect(message(world)).toEqual([]);
      await look(world, culprit);
      const [out] = world.robotSays(culprit);
      expect([out?.code, out?.body]).toEqual([139, expect.stringContaining(entry)]);
      await lookAtQueue(world);
      expect((await queueBranches(world)).filter((branch) => /^q\/w|rebuild/.test(branch))).toEqual([`q/w/${other}/10.0/bugfix/b`]);
      told(world);
    });
  });

  test('after it took somebody out, whose build was then run again and is green: queued as well', async () => {
    await inWorld({ settings: { queue_on_failure: 'eject' } }, async (world) => {
      const culprit = await queuedPullRequest(world, { branch: 'bugfix/a' });
      const entry = `q/w/${culprit}/10.0/bugfix/a`;
      const sha = await world.tip(entry);
      await red(world, entry);
      expect((await lookAtQueue(world, afterPush)).code).toBeNull();
      for (const branch of [entry, 'q/10.0']) {
        world.ci.simulator.rerun({ branch, sha });
        world.ci.succeeds(branch, { sha });
      }
      await lookAtQueue(world);
      expect(message(world).filter(([, code]) => code !== 102)).toEqual([[culprit, 125]]);
      told(world);
    });
  });
});

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

  test('a pull request was closed while it was queued, and landed: the next sweep tells 102, once', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world);
      await world.author.closes(number);
      const sweep = async (): Promise<unknown> => (await command(world, 'sweep'), told(world));
      expect(await sweep()).toEqual({ comments: [], statuses: [] });
      green(world, `q/w/${number}/10.0/bugfix/x`);
      expect((await lookAtQueue(world, afterPush)).code).toBeNull();
      expect(world.github.pullRequest(world.repository, number)).toMatchObject({ state: 'closed', mergedAt: null });
      expect(await sweep()).toEqual({ comments: [`#${number} 102`], statuses: ['success on bugfix/x@0'] });
      expect(await sweep()).toEqual({ comments: [], statuses: [] });
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
