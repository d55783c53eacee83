import { describe, expect, test } from '@jest/globals';
import type { GitFault, RestFault } from '../../../sandbox/github/faults.js';
import type { RobotRun, World } from '../../../sandbox/world/index.js';
import { development, integration, inWorld, look, oneVersion, onlyRead, openedPullRequest, readyPullRequest, simplePullRequest, source, told } from './stories.js';

/** GitHub asks for more patience than a run has: it gives up at once, which keeps the test short. */
const down: RestFault = { kind: 'status', status: 503, headers: { 'retry-after': '600' } };

/** Nothing was done and nothing was told about a world that was read only in half. */
function expectNoVerdict(run: RobotRun, world: World): void {
  expect([run.code, run.state, run.conclusion, run.merged, run.moved]).toEqual([133, 'pending', 'success', [], []]);
  expect([onlyRead(run), told(world)]).toEqual([true, { comments: [], statuses: [] }]);
  expect(run.result.outputs.outcome).toBe('service-down');
}

describe('a read that fails', () => {
  test('each kind of read in turn, for a pull request that could merge: 133, nothing written; afterwards: merged', async () => {
    await inWorld({ ...oneVersion, settings: { build_key: ['github_actions', 'ci/outside', 'check:unit'] } }, async (world) => {
      const { github, repository } = world;
      const number = await simplePullRequest(world);
      const headSha = await world.tip(source);
      await github.setStatus('reviewer', repository, { sha: headSha, context: 'ci/outside', state: 'success' });
      await github.setCheckRun('reviewer', repository, { name: 'unit', headSha, conclusion: 'success' });
      const reads = [/\/contents\//, /\/pulls\/\d+$/, /\/comments$/, /\/reviews$/, /\/actions\/runs$/, /\/statuses$/, /\/check-runs$/];
      for (const path of reads) {
        const disarm = github.faults.rest({ method: 'GET', path }, down, Infinity);
        const run = await look(world, number);
        expect(run.requests.filter((request) => path.test(request.path) && request.status === 503).length).toBeGreaterThan(0);
        expectNoVerdict(run, world);
        disarm();
      }
      for (const fault of [{ kind: 'rate-limit', limit: 'primary', retryAfter: 3000 }, { kind: 'rate-limit', limit: 'secondary', retryAfter: 3000 }, { kind: 'status', status: 429, headers: { 'retry-after': '3000' } }] as const) {
        const disarm = github.faults.rest({ path: /\/reviews$/ }, fault, Infinity);
        const run = await look(world, number);
        expectNoVerdict(run, world);
        expect(run.result.outputs.message).toContain('limit');
        disarm();
      }
      const disarm = github.faults.rest({ path: /\/reviews$/ }, down, Infinity);
      const strict = await look(world, number, { inputs: { 'fail-on': 'pending' } });
      expect([strict.code, strict.conclusion, onlyRead(strict)]).toEqual([133, 'failure', true]);
      disarm();
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });

  test('only the second, live read fails: 133 and no push, although the first look said green', async () => {
    await inWorld({}, async (world) => {
      const number = await readyPullRequest(world);
      const sha = await world.tip(integration[1]);
      let seen = 0;
      let disarm = (): void => undefined;
      const stop = world.github.beforeRequest(({ path, query }) => {
        if (path.endsWith('/actions/runs') && query.head_sha === sha && ++seen === 2) disarm = world.github.faults.rest({ path: /\/actions\/runs$/ }, down, Infinity);
      });
      expectNoVerdict(await look(world, number), world);
      expect(seen).toBe(2);
      disarm();
      stop();
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });

  test('connections cut, answers that are no JSON, lists cut short, errors that last: asked again and then 133; a short one is survived', async () => {
    const story = (fault: RestFault, times: number, code: number): Promise<void> =>
      inWorld(oneVersion, async (world) => {
        const number = await simplePullRequest(world);
        const disarm = world.github.faults.rest({ method: 'GET', path: /\/actions\/runs$/ }, fault, times);
        const run = await look(world, number);
        disarm();
        if (code === 133) expectNoVerdict(run, world);
        expect([fault.kind, run.code]).toEqual([fault.kind, code]);
        told(world);
      });
    // Side by side: they mostly wait.
    await Promise.all([
      story({ kind: 'drop' }, Infinity, 133),
      story({ kind: 'cut' }, Infinity, 133),
      story({ kind: 'nonsense' }, Infinity, 133),
      story({ kind: 'truncate', items: 0 }, Infinity, 133),
      story({ kind: 'status', status: 500 }, Infinity, 133),
      story({ kind: 'status', status: 502 }, 1, 102),
      story({ kind: 'rate-limit', limit: 'secondary', retryAfter: 1 }, 1, 102),
    ]);
  });

  test('a redirect to another host: not followed, 133, and the token stays here', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      const disarm = world.github.faults.rest({ path: /\/reviews$/ }, { kind: 'redirect', to: 'http://localhost:9' }, Infinity);
      expectNoVerdict(await look(world, number), world);
      disarm();
    });
  });

  test('git does not answer, or answers nonsense: 133 and no conflict', async () => {
    const story = (fault: GitFault, step: 'discovery' | 'transfer', prepare: (world: World) => Promise<number>): Promise<void> =>
      inWorld({}, async (world) => {
        const number = await prepare(world);
        const disarm = world.github.faults.git({ service: 'git-upload-pack', step }, fault, Infinity);
        const run = await look(world, number);
        disarm();
        expectNoVerdict(run, world);
        expect(run.result.outputs.message).toContain('git');
      });
    await Promise.all([
      story({ kind: 'status', status: 500 }, 'discovery', readyPullRequest),
      story({ kind: 'drop' }, 'transfer', readyPullRequest),
      story({ kind: 'nonsense' }, 'transfer', openedPullRequest),
    ]);
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
        expect([run.code, run.conclusion]).toEqual([133, 'success']);
        await look(world, number);
        expect(told(world)).toEqual({ comments: [102], statuses: ['bert-e success on bugfix/x@0'] });
        expect(onlyRead(await look(world, number))).toBe(true);
      });
    }
  });

  test('the token may not write comments: 221 says what it lacks, the job fails, and the merge stands', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world, 'unfinished');
      world.ci.succeeds(source);
      const disarm = world.github.faults.rest({ method: 'POST', path: /\/comments$/ }, { kind: 'status', status: 403, message: 'Resource not accessible by integration', headers: { 'x-accepted-github-permissions': 'issues=write' } }, Infinity);
      const run = await look(world, number);
      disarm();
      expect([run.code, run.conclusion, run.moved.length]).toEqual([221, 'failure', 1]);
      expect(run.result.annotations.length + run.result.summary.length).toBeGreaterThan(0);
      expect(run.result.summary).toContain('issues');
      told(world);
      await look(world, number);
      expect(told(world).comments).toEqual([102]);
    });
  });
});
