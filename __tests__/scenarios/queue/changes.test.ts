import { describe, expect, test } from '@jest/globals';
import { fileOn } from '../stories/story.js';
import { command, forgetEvents, green, inWorld, look, lookAtQueue, onlyRead, queueBranches, queuedPullRequest, told } from './stories.js';

describe('what changes while a pull request is queued', () => {
  test('commits added to the source: merged in part, they are listed and start a new cycle', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world);
      await world.author.push('bugfix/x', { message: 'one more thing' });
      green(world, `q/w/${number}/10.0/bugfix/x`);
      const run = await lookAtQueue(world);
      expect([run.code, run.merged, run.moved]).toEqual([306, [number], ['development/10.0: development/10.0@0 → bugfix/x@0', `q/w/${number}/10.0/bugfix/x: bugfix/x@0 → none`]]);
      const [message] = world.robotSays(number);
      expect([message?.code, message?.body]).toEqual([126, expect.stringContaining('one more thing')]);
      expect(world.github.pullRequest(world.repository, number).state).toBe('open');
      expect((await look(world, number)).code).toBe(125);
      green(world, `q/w/${number}/10.0/bugfix/x`);
      expect((await lookAtQueue(world)).merged).toEqual([number]);
      expect(told(world)).toEqual({ comments: [`#${number} 125`, `#${number} 102`], statuses: ['pending on bugfix/x@1', 'success on bugfix/x@1'] });
    });
  });

  test('the source is rewritten: what was queued lands, and the new commits start a new cycle', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world, { base: 'development/5.1', files: { 'x.txt': 'first\n' } });
      await world.author.createBranch('user/rewritten', 'development/5.1');
      const rewritten = await world.author.push('user/rewritten', { files: { 'x.txt': 'first\n', 'y.txt': 'second\n' } });
      await world.author.forcePush('bugfix/x', rewritten);
      const waiting = await look(world, number);
      expect([waiting.code, onlyRead(waiting)]).toEqual([302, true]);
      green(world, `q/w/${number}/5.1/bugfix/x`, `q/w/${number}/10.0/bugfix/x`);
      const run = await lookAtQueue(world);
      expect([run.code, run.merged]).toEqual([306, [number]]);
      expect(told(world).comments).toEqual([`#${number} 126`]);
      expect(await fileOn(world, 'development/10.0', 'x.txt')).toBe('first\n');
      await look(world, number);
      expect((await look(world, number)).code).toBe(125);
      green(world, `q/w/${number}/5.1/bugfix/x`, `q/w/${number}/10.0/bugfix/x`);
      expect((await lookAtQueue(world)).merged).toEqual([number]);
      expect(await fileOn(world, 'development/10.0', 'y.txt')).toBe('second\n');
      told(world);
    });
  });

  test('an integration branch is pushed to: that does not land, and stays as long as the pull request does', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world, { base: 'development/5.1' });
      const mine = await world.author.push('w/10.0/bugfix/x', { files: { 'mine.txt': 'mine\n' } });
      green(world, `q/w/${number}/5.1/bugfix/x`, `q/w/${number}/10.0/bugfix/x`);
      const run = await lookAtQueue(world);
      expect([run.merged, await world.tip('w/10.0/bugfix/x'), await fileOn(world, 'development/10.0', 'mine.txt')]).toEqual([[number], mine, null]);
      told(world);
    });
  });

  test('closed: what is queued stays queued, and lands', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world, { base: 'development/5.1' });
      await world.author.closes(number);
      const closed = await look(world, number);
      expect([closed.code, closed.moved]).toEqual([305, ['w/10.0/bugfix/x: w/10.0/bugfix/x@0 → none']]);
      green(world, `q/w/${number}/5.1/bugfix/x`, `q/w/${number}/10.0/bugfix/x`);
      expect((await lookAtQueue(world)).merged).toEqual([number]);
      expect(told(world).comments).toEqual([`#${number} 102`]);
      expect(await world.isSelfContained()).toBe(true);
    });
  });

  test('its source branch is deleted, and the queue rebuilt: it is out, and the rest goes on without it', async () => {
    await inWorld({}, async (world) => {
      const gone = await queuedPullRequest(world, { branch: 'bugfix/x' });
      const other = await queuedPullRequest(world, { branch: 'bugfix/y' });
      await world.author.deleteBranch('bugfix/x');
      expect(world.github.pullRequest(world.repository, gone).state).toBe('closed');
      // Its commits are still the head of its pull request, so nothing is lost with the queue.
      const rebuilt = await command(world, 'rebuild-queues');
      expect([rebuilt.code, rebuilt.queued]).toEqual([307, [other]]);
      green(world, `q/w/${other}/10.0/bugfix/y`);
      expect((await lookAtQueue(world)).merged).toEqual([other]);
      expect(await fileOn(world, 'development/10.0', 'work/author-1.txt')).toBeNull();
      told(world);
    });
  });

  test('a new version branch: the queue is rebuilt, and what was queued lands there as well', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world);
      await world.admin.createBranch('development/10.1', 'development/10.0');
      const rebuilt = await lookAtQueue(world);
      expect([rebuilt.code, await queueBranches(world)]).toEqual([302, []]);
      expect((await look(world, number)).code).toBe(125);
      expect(told(world).comments).toEqual([`#${number} 121`, `#${number} 125`]);
      green(world, `q/w/${number}/10.0/bugfix/x`);
      expect((await lookAtQueue(world)).code).toBe(302);
      green(world, `q/w/${number}/10.1/bugfix/x`);
      const run = await lookAtQueue(world);
      expect([run.merged, await world.isSelfContained(['4.3', '5.1', '10.0', '10.1'])]).toEqual([[number], true]);
      told(world);
    });
  });

  test('a version branch is deleted: the queue is rebuilt without it', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world, { base: 'development/4.3' });
      forgetEvents(world);
      await world.admin.deleteBranch('development/5.1');
      const rebuilt = await lookAtQueue(world);
      expect([rebuilt.code, rebuilt.queued]).toEqual([302, [number]]);
      expect(world.robotSays(number).at(-1)?.body).toMatch(/had to be rebuilt/);
      expect(await queueBranches(world)).toEqual(['q/10.0', 'q/4.3', `q/w/${number}/10.0/bugfix/x`, `q/w/${number}/4.3/bugfix/x`]);
      green(world, `q/w/${number}/4.3/bugfix/x`, `q/w/${number}/10.0/bugfix/x`);
      expect((await lookAtQueue(world)).merged).toEqual([number]);
      expect(await world.isSelfContained(['4.3', '10.0'])).toBe(true);
      told(world);
    });
  });
});

describe('commands of administrators', () => {
  test('delete, rebuild, force-merge: done, in order, and on record', async () => {
    await inWorld({}, async (world) => {
      const empty = await Promise.all(['delete-queues', 'rebuild-queues', 'force-merge-queues'].map((name) => command(world, name)));
      expect(empty.map(({ code }) => code)).toEqual([307, 307, 302]);
      const first = await queuedPullRequest(world, { branch: 'bugfix/x', base: 'development/5.1' });
      const second = await queuedPullRequest(world, { branch: 'bugfix/y' });
      const before = await world.refs();
      const rebuilt = await command(world, 'rebuild-queues');
      expect([rebuilt.code, rebuilt.queued, rebuilt.pushes.length]).toEqual([307, [first, second], 4]);
      expect(Object.keys(await world.refs())).toEqual(Object.keys(before));
      expect(told(world).comments).toEqual([`#${first} 125`, `#${second} 125`]);

      await world.author.push(`q/w/${second}/10.0/bugfix/y`, { files: { 'in-the-queue.txt': 'only here\n' } });
      const refused = await command(world, 'delete-queues');
      expect([refused.code, refused.state, refused.pushes]).toEqual([308, 'failure', []]);
      expect(refused.result.outputs.message).toMatch(new RegExp(`exist.*nowhere else.*q/w/${second}/10\\.0/bugfix/y`));
      await world.author.createBranch('user/saved', `q/w/${second}/10.0/bugfix/y`);
      const deleted = await command(world, 'delete-queues');
      expect([deleted.code, await queueBranches(world), deleted.pushes.length]).toEqual([307, [], 1]);
      expect(told(world)).toEqual({ comments: [], statuses: [] });

      await look(world, first);
      await look(world, second);
      told(world);
      world.ci.fails(`q/w/${first}/5.1/bugfix/x`);
      const forced = await command(world, 'force-merge-queues');
      expect([forced.code, forced.merged]).toEqual([306, [first, second]]);
      const [message] = world.robotSays(first);
      expect([message?.code, message?.body]).toEqual([102, expect.stringMatching(/forced/i)]);
      told(world);
      expect(await world.isSelfContained()).toBe(true);
    });
  });

  test('gate_only: a queue of former times is left alone', async () => {
    await inWorld({ settings: { gate_only: true } }, async (world) => {
      await world.author.push('bugfix/x', { from: 'development/10.0' });
      await world.admin.createBranch('q/10.0', 'bugfix/x');
      await world.admin.createBranch('q/w/1/10.0/bugfix/x', 'bugfix/x');
      green(world, 'q/w/1/10.0/bugfix/x');
      const runs = [await lookAtQueue(world), await command(world, 'force-merge-queues'), await command(world, 'sweep')];
      expect(runs.map((run) => [run.code, onlyRead(run)])).toEqual([[302, true], [302, true], [302, true]]);
    });
  });

  test('queues are off: 301', async () => {
    await inWorld({ settings: { use_queues: false } }, async (world) => {
      const runs = await Promise.all(['delete-queues', 'rebuild-queues', 'force-merge-queues'].map((name) => command(world, name)));
      expect(runs.map(({ code }) => code)).toEqual([301, 301, 301]);
    });
  });
});
