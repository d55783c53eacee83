import { describe, expect, test } from '@jest/globals';
import type { RobotRun, World } from '../../../sandbox/world/index.js';
import { command, forgetEvents, green, inWorld, lookAtQueue, onlyRead, queuedPullRequest, told } from './stories.js';

/** Starts that many runs at the same instant, all about the queue. */
async function atOnce(world: World, count: number): Promise<readonly RobotRun[]> {
  forgetEvents(world);
  for (let sent = 0; sent < count; sent += 1) world.github.sendEvent('author', world.repository, 'push', null, { ref: 'refs/heads/q/10.0' });
  return Promise.all(world.pending.slice().map((delivery) => world.robot.handle(delivery)));
}

async function readyQueue(world: World): Promise<readonly [number, number]> {
  const first = await queuedPullRequest(world, { branch: 'bugfix/x', base: 'development/5.1' });
  const second = await queuedPullRequest(world, { branch: 'bugfix/y' });
  green(world, `q/w/${first}/5.1/bugfix/x`, `q/w/${second}/10.0/bugfix/y`);
  return [first, second];
}

/** What the robot wrote of a merge and is still to be read. */
function merges(world: World): readonly string[] {
  return told(world).comments.filter((comment) => comment.endsWith(' 102')).sort();
}

describe('several runs at once', () => {
  test.each([2, 6])('%i runs on a queue that is ready: merged once, told once, nobody fails', async (count) => {
    await inWorld({}, async (world) => {
      const numbers = await readyQueue(world);
      const runs = await atOnce(world, count);
      expect(runs.map(({ conclusion }) => conclusion)).toEqual(runs.map(() => 'success'));
      expect(runs.filter(({ code }) => code === 306).map(({ merged }) => merged)).toEqual([numbers]);
      expect(runs.every(({ code }) => code === 306 || code === 302)).toBe(true);
      expect(world.history.filter((change) => change.includes(' development/10.0: '))).toHaveLength(1);
      // The events of the merge, all at once as well: pull requests closed, branches pushed and deleted.
      if (count === 3) await world.deliverAll({ concurrently: true });
      expect(merges(world)).toEqual(numbers.map((number) => `#${number} 102`));
      expect(await world.isSelfContained()).toBe(true);
    });
  });

  test('several runs repair the same queue: rebuilt once', async () => {
    await inWorld({}, async (world) => {
      const [first, second] = await readyQueue(world);
      await world.admin.deleteBranch('q/5.1');
      const runs = await atOnce(world, 3);
      expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'success']);
      expect([...told(world).comments].sort()).toEqual([`#${first} 125`, `#${second} 125`]);
      const after = await lookAtQueue(world);
      expect([after.code, onlyRead(after)]).toEqual([302, true]);
    });
  });
});

describe('runs that are killed, and events that are lost', () => {
  test('killed right after the push: the sweep finds a merge that nobody was told of, tells it once, and then costs little', async () => {
    await inWorld({}, async (world) => {
      const numbers = await readyQueue(world);
      let pushed = false;
      const killed = await lookAtQueue(world, {
        killAt: ({ receivePack }) => {
          const before = pushed;
          pushed ||= receivePack;
          return before;
        },
      });
      expect([killed.result.conclusion, killed.code]).toEqual(['failure', null]);
      expect(told(world)).toEqual({ comments: [], statuses: [] });
      const sweep = await command(world, 'sweep');
      expect(sweep.state).not.toBe('failure');
      expect(told(world)).toEqual({ comments: numbers.map((number) => `#${number} 102`), statuses: ['success on bugfix/x@0', 'success on bugfix/y@0'] });
      const idle = await command(world, 'sweep');
      expect(onlyRead(idle)).toBe(true);
      expect(idle.requests.length).toBeLessThanOrEqual(6);
    });
  });

  test('GitHub fails while the merge is told: it stands, the others are told, and the sweep makes up for it', async () => {
    await inWorld({}, async (world) => {
      const [first, second] = await readyQueue(world);
      world.github.faults.rest({ method: 'POST', path: new RegExp(`/issues/${first}/comments$`) }, { kind: 'status', status: 502 });
      const run = await lookAtQueue(world);
      expect([run.code, run.merged]).toEqual([306, [first, second]]);
      expect(told(world).comments).toEqual([`#${second} 102`]);
      await command(world, 'sweep');
      expect(told(world).comments).toEqual([`#${first} 102`]);
    });
  });

  test('closed, and the event is lost: the sweep removes what was made for it', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world, { base: 'development/5.1' });
      await command(world, 'delete-queues');
      await world.author.closes(number);
      const sweep = await command(world, 'sweep');
      expect(sweep.moved).toEqual(['w/10.0/bugfix/x: w/10.0/bugfix/x@0 → none']);
      told(world);
      expect(onlyRead(await command(world, 'sweep'))).toBe(true);
    });
  });
});
