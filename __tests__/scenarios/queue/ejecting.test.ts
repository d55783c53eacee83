import { describe, expect, test } from '@jest/globals';
import { forgetEvents, green, inWorld, look, lookAtQueue, onlyRead, queueBranches, queuedPullRequest, red, told } from './stories.js';

describe('queue_on_failure: eject', () => {
  test('the culprit is found and told, the rest goes on without it; it comes back by retry or by a new commit', async () => {
    await inWorld({ settings: { queue_on_failure: 'eject' } }, async (world) => {
      const first = await queuedPullRequest(world, { branch: 'bugfix/a', base: 'development/5.1' });
      const culprit = await queuedPullRequest(world, { branch: 'bugfix/b' });
      const third = await queuedPullRequest(world, { branch: 'bugfix/c' });
      const entry = `q/w/${culprit}/10.0/bugfix/b`;
      // What is before it is not known yet: the failure may not be its own.
      await red(world, entry, `q/w/${third}/10.0/bugfix/c`);
      const waiting = await lookAtQueue(world);
      expect([waiting.code, waiting.pushes]).toEqual([309, []]);
      expect(told(world).comments).toEqual([`#${third} 136`]);
      green(world, `q/w/${first}/5.1/bugfix/a`, `q/w/${first}/10.0/bugfix/a`);
      expect((await lookAtQueue(world)).merged).toEqual([first]);
      expect(told(world).comments).toEqual([`#${first} 102`]);

      const ejected = await lookAtQueue(world);
      expect([ejected.code, ejected.queued]).toEqual([309, [third]]);
      expect(ejected.pushes).toHaveLength(3);
      expect((await queueBranches(world)).filter((branch) => branch.startsWith('q/w/'))).toEqual([`q/w/${third}/10.0/bugfix/c`]);
      const [message, requeued] = world.robotSays();
      expect([message?.pullRequest, message?.code, message?.body]).toEqual([culprit, 139, expect.stringContaining(entry)]);
      expect([requeued?.pullRequest, requeued?.code, requeued?.body]).toEqual([third, 125, expect.stringContaining(`pull request ${culprit} was taken out`)]);
      world.statusesSet();

      // Not again at the same head, whatever happens.
      const out = await look(world, culprit);
      expect([out.code, onlyRead(out)]).toEqual([302, true]);
      green(world, `q/w/${third}/10.0/bugfix/c`);
      expect((await lookAtQueue(world)).merged).toEqual([third]);
      told(world);
      world.author.comment(culprit, '/retry');
      forgetEvents(world);
      expect((await look(world, culprit)).code).toBe(137);
      expect((await look(world, culprit)).code).toBe(125);
      told(world);

      await red(world, entry);
      expect((await lookAtQueue(world)).code).toBe(309);
      expect(told(world).comments).toEqual([`#${culprit} 139`]);
      await world.author.push('bugfix/b');
      expect((await look(world, culprit)).code).toBe(125);
      green(world, entry);
      expect((await lookAtQueue(world)).merged).toEqual([culprit]);
      told(world);
    });
  });

  test('a green entry behind it vouches for the failed one: nobody is taken out', async () => {
    await inWorld({ settings: { queue_on_failure: 'eject' } }, async (world) => {
      const broken = await queuedPullRequest(world, { branch: 'bugfix/a' });
      const second = await queuedPullRequest(world, { branch: 'bugfix/b', base: 'development/5.1' });
      await red(world, `q/w/${broken}/10.0/bugfix/a`);
      green(world, `q/w/${second}/10.0/bugfix/b`);
      const waiting = await lookAtQueue(world);
      expect([waiting.code, onlyRead(waiting)]).toEqual([302, true]);
      green(world, `q/w/${second}/5.1/bugfix/b`);
      expect((await lookAtQueue(world)).merged).toEqual([broken, second]);
      told(world);
    });
  });
});
