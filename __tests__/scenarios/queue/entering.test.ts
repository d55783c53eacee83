import { describe, expect, test } from '@jest/globals';
import { approvedPullRequest, green, inWorld, look, lookAtQueue, onlyRead, queueBranches, queuedPullRequest, red, told } from './stories.js';

const five = { branch: 'bugfix/x', base: 'development/5.1' };

describe('entering the queue', () => {
  test('one after the other: atomic pushes, positions told, and only what was tested as such lands', async () => {
    await inWorld({}, async (world) => {
      const first = await approvedPullRequest(world, { ...five, files: { 'product.txt': 'one of x\ntwo\nthree\nfour\nfive\n' } });
      expect((await look(world, first)).code).toBe(304);
      told(world);
      const run = await look(world, first);
      expect([run.code, run.state, run.queued]).toEqual([125, 'pending', [first]]);
      expect(run.pushes).toEqual([[
        'q/10.0: none → w/10.0/bugfix/x@0', 'q/5.1: none → bugfix/x@0',
        `q/w/${first}/10.0/bugfix/x: none → w/10.0/bugfix/x@0`, `q/w/${first}/5.1/bugfix/x: none → bugfix/x@0`,
      ]]);
      const [message] = world.robotSays(first);
      expect(message?.body).toMatch(/position 1.*development\/5\.1.*development\/10\.0.*Not touched: `development\/4\.3`/s);
      expect(world.statusesSet()).toMatchObject([{ commit: 'bugfix/x@0', state: 'pending' }]);

      // Once more: it is in the queue, so the queue is looked at; and what its source and `w/…` were built with does not count.
      const again = await look(world, first);
      expect([again.code, onlyRead(again)]).toEqual([302, true]);

      const second = await approvedPullRequest(world, { branch: 'bugfix/y' });
      const entered = await look(world, second);
      expect(entered.moved).toEqual(['q/10.0: w/10.0/bugfix/x@0 → q/10.0@0', `q/w/${second}/10.0/bugfix/y: none → q/10.0@0`]);
      expect(world.robotSays(second).at(-1)?.body).toContain('position 2');
      world.statusesSet();

      // A conflict with what is queued: told, not added. It waits, and comes in after the merge by itself or is told again.
      const third = await approvedPullRequest(world, { branch: 'bugfix/z', files: { 'product.txt': 'one of z\ntwo\nthree\nfour\nfive\n' } });
      const refused = await look(world, third);
      expect([refused.code, refused.state, refused.pushes]).toEqual([124, 'failure', []]);
      expect(world.robotSays(third).at(-1)?.body).toMatch(/conflicts with what is already queued.*q\/10\.0.*product\.txt/s);
      world.statusesSet();

      // Another one while CI runs on the queue.
      green(world, `q/w/${first}/5.1/bugfix/x`, `q/w/${first}/10.0/bugfix/x`);
      const fourth = await queuedPullRequest(world, { branch: 'bugfix/v' });
      const merge = await lookAtQueue(world);
      expect([merge.code, merge.merged]).toEqual([306, [first]]);
      expect(merge.pushes).toEqual([[
        'development/10.0: development/10.0@0 → w/10.0/bugfix/x@0', 'development/5.1: development/5.1@0 → bugfix/x@0',
        `q/w/${first}/10.0/bugfix/x: w/10.0/bugfix/x@0 → none`, `q/w/${first}/5.1/bugfix/x: bugfix/x@0 → none`, 'w/10.0/bugfix/x: w/10.0/bugfix/x@0 → none',
      ]]);
      expect(told(world)).toEqual({ comments: [`#${first} 102`], statuses: ['success on bugfix/x@0'] });
      expect(world.github.pullRequest(world.repository, first).mergedBy).toBe(world.robot.login);

      // The newest is green: it vouches for the one before it, which has not begun.
      green(world, `q/w/${fourth}/10.0/bugfix/v`);
      expect((await lookAtQueue(world)).merged).toEqual([second, fourth]);
      expect(told(world).comments).toEqual([`#${second} 102`, `#${fourth} 102`]);
      expect(await queueBranches(world)).toEqual(['q/10.0', 'q/5.1']);
      expect(await world.isSelfContained()).toBe(true);

      // Now the conflict is one with the destination itself.
      expect((await look(world, third)).code).toBe(114);
      expect(told(world).comments).toEqual([`#${third} 114`]);
    });
  });

  test('hotfixes: a path of their own, that neither waits for the others nor holds them up', async () => {
    await inWorld({}, async (world) => {
      await world.admin.createBranch('hotfix/4.2.17', 'development/4.3');
      const development = await queuedPullRequest(world, { branch: 'bugfix/x', base: 'development/10.0' });
      const hotfix = await queuedPullRequest(world, { branch: 'bugfix/h', base: 'hotfix/4.2.17' });
      expect(await queueBranches(world)).toEqual(['q/10.0', 'q/4.2.17.0', `q/w/${development}/10.0/bugfix/x`, `q/w/${hotfix}/4.2.17.0/bugfix/h`]);
      const second = await approvedPullRequest(world, { branch: 'bugfix/h2', base: 'hotfix/4.2.17' });
      await look(world, second);
      expect(world.robotSays(second).at(-1)?.body).toContain('position 2');
      world.statusesSet();
      await red(world, `q/w/${development}/10.0/bugfix/x`);
      green(world, `q/w/${hotfix}/4.2.17.0/bugfix/h`);
      const run = await lookAtQueue(world);
      expect([run.code, run.merged]).toEqual([306, [hotfix]]);
      expect(run.moved).toEqual([
        'hotfix/4.2.17: development/4.3@0 → bugfix/h@0', `q/w/${hotfix}/4.2.17.0/bugfix/h: bugfix/h@0 → none`,
      ]);
      // What failed elsewhere is told in the same run.
      expect(told(world).comments).toEqual([`#${hotfix} 102`, `#${development} 136`]);
    });
  });

  test('skip_queue_when_not_needed: past an empty queue while nothing moved, through it otherwise', async () => {
    await inWorld({ settings: { skip_queue_when_not_needed: true } }, async (world) => {
      const first = await approvedPullRequest(world);
      const direct = await look(world, first);
      expect([direct.code, direct.moved]).toEqual([102, ['development/10.0: development/10.0@0 → bugfix/x@0']]);
      // Started before that: what was tested lacks what has landed since.
      const second = await approvedPullRequest(world, { branch: 'bugfix/y', base: 'development/5.1' });
      expect((await look(world, second)).code).toBe(304);
      expect((await look(world, second)).code).toBe(102);
      const third = await approvedPullRequest(world, { branch: 'bugfix/z', from: 'development/4.3' });
      expect((await look(world, third)).code).toBe(125);
      const fourth = await approvedPullRequest(world, { branch: 'bugfix/v' });
      expect((await look(world, fourth)).code).toBe(125);
      green(world, `q/w/${fourth}/10.0/bugfix/v`);
      expect((await lookAtQueue(world)).merged).toEqual([third, fourth]);
      // The queue is empty again, and its branch is taken along by the next direct merge.
      const fifth = await approvedPullRequest(world, { branch: 'bugfix/w' });
      const last = await look(world, fifth);
      expect([last.code, last.moved.map((change) => change.split(':')[0])]).toEqual([102, ['development/10.0', 'q/10.0']]);
      told(world);
    });
  });
});
