import { describe, expect, test } from '@jest/globals';
import type { RestFault } from '../../../sandbox/github/faults.js';
import type { RobotRun, World } from '../../../sandbox/world/index.js';
import { startHurrying } from '../limits/hurry.js';
import { development, inWorld, look, oneVersion, onlyRead, readyPullRequest, simplePullRequest, source, told } from './stories.js';

/** GitHub asks for more patience than a run has: it gives up at once, which keeps the test short. */
const down: RestFault = { kind: 'status', status: 503, headers: { 'retry-after': '600' } };

/** Nothing was done and nothing was told about a world that was read only in half. */
function expectNoVerdict(run: RobotRun, world: World): void {
  expect([run.code, run.state, run.conclusion, run.merged, run.moved]).toEqual([133, 'pending', 'success', [], []]);
  expect([onlyRead(run), told(world)]).toEqual([true, { comments: [], statuses: [] }]);
  expect(run.result.outputs.outcome).toBe('service-down');
}

// One request of a run after the other, with every trouble there is: limits/every-request.test.ts.
describe('a read that fails', () => {
  test('a limit that lasts: 133 says so, and the job fails only where it is made to; afterwards: merged', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      const disarm = world.github.faults.rest({ path: /\/reviews$/ }, { kind: 'rate-limit', limit: 'primary', retryAfter: 3000 }, Infinity);
      const run = await look(world, number);
      expectNoVerdict(run, world);
      expect(run.result.outputs.message).toContain('limit');
      const strict = await look(world, number, { inputs: { 'fail-on': 'pending' } });
      expect([strict.code, strict.conclusion, onlyRead(strict)]).toEqual([133, 'failure', true]);
      disarm();
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });

  test('only the second, live read fails: 133 and no push, although the first look said green', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      const disarm = world.github.faults.rest({ path: /\/actions\/runs$/, after: 1 }, down, Infinity);
      const run = await look(world, number);
      expectNoVerdict(run, world);
      expect(run.requests.filter(({ path }) => path.endsWith('/actions/runs')).map(({ status }) => status)).toEqual([200, 503]);
      disarm();
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });

  test('connections cut, answers that are no JSON, lists cut short, errors that last: asked again and again, and then 133', async () => {
    const hurry = await startHurrying();
    const { environment } = hurry;
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      for (const fault of [{ kind: 'drop' }, { kind: 'cut' }, { kind: 'nonsense' }, { kind: 'truncate', items: 0 }, { kind: 'status', status: 500 }] as const) {
        const disarm = world.github.faults.rest({ method: 'GET', path: /\/actions\/runs$/ }, fault, Infinity);
        const run = await look(world, number, { environment });
        disarm();
        expectNoVerdict(run, world);
        expect([fault.kind, run.requests.filter(({ path }) => path.endsWith('/actions/runs')).length > 1]).toEqual([fault.kind, true]);
      }
      for (const [fault, step] of [[{ kind: 'status', status: 500 }, 'discovery'], [{ kind: 'drop' }, 'transfer']] as const) {
        const disarm = world.github.faults.git({ service: 'git-upload-pack', step }, fault, Infinity);
        const run = await look(world, number, { environment });
        disarm();
        expectNoVerdict(run, world);
        expect([run.result.outputs.message, run.gitRequests.length > 1]).toEqual([expect.stringContaining('git'), true]);
      }
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
    await hurry.end();
  });
});

describe('a write that fails', () => {
  test('the push arrives and its answer is lost: 133; the next run sees what is true, tells the merge once and repeats nothing', async () => {
    await inWorld({}, async (world) => {
      const number = await readyPullRequest(world);
      world.github.faults.git({ service: 'git-receive-pack' }, { kind: 'apply-then-drop' });
      const lost = await look(world, number);
      expect(lost.moved).toHaveLength(5);
      expect((await world.refs())[development[2]]).toBe('w/10.0/bugfix/x@0');
      const next = await look(world, number);
      expect([next.pushes, next.moved]).toEqual([[], []]);
      expect(told(world).comments).toEqual([102]);
      expect(onlyRead(await look(world, number))).toBe(true);
    });
  });

  test('the connection breaks before the push is seen: nothing moved; the next run merges', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      const disarm = world.github.faults.git({ service: 'git-receive-pack' }, { kind: 'drop' }, Infinity);
      const run = await look(world, number);
      disarm();
      expect([run.code, run.state, run.moved, told(world)]).toEqual([133, 'pending', [], { comments: [], statuses: [] }]);
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });

  test('status or comment of a merge fail: the merge is true, and the next run tells what was not told', async () => {
    for (const path of [/\/statuses\//, /\/comments$/]) {
      await inWorld(oneVersion, async (world) => {
        const number = await simplePullRequest(world);
        const disarm = world.github.faults.rest({ method: 'POST', path }, down, Infinity);
        const run = await look(world, number);
        disarm();
        expect([run.moved.length, (await world.refs())[development[0]]]).toEqual([1, `${source}@0`]);
        expect([run.code, run.conclusion, run.result.annotations.map(({ level, message }) => [level, message])]).toEqual([102, 'success', [['warning', expect.stringContaining('could not be told')]]]);
        await look(world, number);
        expect(told(world)).toEqual({ comments: [100, 102], statuses: ['bert-e success on bugfix/x@0'] });
        expect(onlyRead(await look(world, number))).toBe(true);
      });
    }
  });

  test('the token may not write comments: the merge stands, and a warning says what the token may not', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world, 'unfinished');
      world.ci.succeeds(source);
      const disarm = world.github.faults.rest({ method: 'POST', path: /\/comments$/ }, { kind: 'status', status: 403, message: 'Resource not accessible by integration', headers: { 'x-accepted-github-permissions': 'issues=write' } }, Infinity);
      const run = await look(world, number);
      disarm();
      expect([run.code, run.conclusion, run.moved.length]).toEqual([102, 'success', 1]);
      expect(run.result.annotations).toMatchObject([{ level: 'warning', message: expect.stringMatching(/could not be told there: .*the token may not comment/) }]);
      told(world);
      await look(world, number);
      expect(told(world).comments).toEqual([100, 102]);
    });
  });
});
