import { describe, expect, test } from '@jest/globals';
import type { IncomingRequest } from '../../../sandbox/github/api.js';
import { approvedPullRequest, forgetEvents, green, inWorld, look, lookAtQueue, onlyRead, queuedPullRequest, red, told } from './stories.js';

/** The n-th request about the workflow runs of a commit. */
function nthReadOfRuns(sha: string, n: number): (request: IncomingRequest) => boolean {
  let seen = 0;
  return ({ path, query }) => path.endsWith('/actions/runs') && query.head_sha === sha && ++seen === n;
}

describe('builds of the queue', () => {
  test('green under every other name, on the very commit: nothing merges until the queue branch itself is green', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world, { base: 'development/5.1' });
      const [entry, later] = [`q/w/${number}/5.1/bugfix/x`, `q/w/${number}/10.0/bugfix/x`];
      expect(await world.tip(entry)).toBe(await world.tip('bugfix/x'));
      expect(await world.tip(later)).toBe(await world.tip('w/10.0/bugfix/x'));
      // The source and `w/…` share the commits and are green; so is a branch that somebody put there, and one of a fork.
      await world.author.createBranch('feature/same', entry);
      world.github.addRuns(world.repository, [
        { headBranch: 'development/10.0', headSha: await world.tip(later), status: 'completed', conclusion: 'success' },
        { headBranch: later, headSha: await world.tip(later), status: 'completed', conclusion: 'success', headRepository: null },
      ]);
      const waiting = await lookAtQueue(world);
      expect([waiting.code, onlyRead(waiting)]).toEqual([302, true]);
      green(world, entry);
      world.ci.starts(later);
      expect((await lookAtQueue(world)).code).toBe(302);
      // `q/<version>` on this commit is this entry under its other name.
      green(world, 'q/10.0');
      expect((await lookAtQueue(world)).merged).toEqual([number]);
      told(world);
    });
  });

  test('a failure: 309, told once with links; retry runs the jobs of the queue again, and then it merges', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world, { base: 'development/5.1' });
      const entry = `q/w/${number}/10.0/bugfix/x`;
      green(world, `q/w/${number}/5.1/bugfix/x`);
      await red(world, entry);
      const [failed] = world.ci.simulator.runs({ branch: entry });
      const run = await lookAtQueue(world);
      expect([run.code, run.state, run.merged, run.pushes]).toEqual([309, 'failure', [], []]);
      const [message] = world.robotSays(number);
      expect([message?.code, message?.body]).toEqual([136, expect.stringContaining(`/actions/runs/${failed?.id ?? 0}`)]);
      expect(message?.body).toContain(entry);
      expect(world.statusesSet()).toMatchObject([{ state: 'failure' }]);
      const again = await look(world, number);
      expect([again.code, onlyRead(again)]).toEqual([309, true]);

      world.author.comment(number, '@bert-e retry');
      forgetEvents(world);
      const retried = await look(world, number);
      expect(retried.code).toBe(137);
      expect(retried.writes.filter((write) => write.includes('rerun'))).toHaveLength(1);
      told(world);
      green(world, entry);
      expect((await lookAtQueue(world)).merged).toEqual([number]);
      expect(told(world).comments).toEqual([`#${number} 102`]);
    });
  });

  test('later green vouches for earlier red; what is not green at the end is dropped, on all versions', async () => {
    await inWorld({}, async (world) => {
      const broken = await queuedPullRequest(world, { branch: 'bugfix/red', base: 'development/5.1' });
      const fix = await queuedPullRequest(world, { branch: 'bugfix/fix', base: 'development/5.1' });
      const last = await queuedPullRequest(world, { branch: 'bugfix/last', base: 'development/10.0' });
      await red(world, `q/w/${broken}/5.1/bugfix/red`, `q/w/${broken}/10.0/bugfix/red`);
      green(world, `q/w/${fix}/5.1/bugfix/fix`, `q/w/${fix}/10.0/bugfix/fix`);
      await red(world, `q/w/${last}/10.0/bugfix/last`);
      const record = await lookAtQueue(world);
      expect([record.code, record.merged]).toEqual([306, [broken, fix]]);
      const outcomes = JSON.parse(record.result.outputs.outcomes ?? '[]') as ReadonlyArray<{ readonly number?: number; readonly code: number }>;
      expect(outcomes.map(({ code }) => code)).toEqual(expect.arrayContaining([102, 136]));
      expect(told(world).comments).toEqual([`#${broken} 102`, `#${fix} 102`, `#${last} 136`]);
    });
  });

  test('a run restarts, or fails, between the first look and the push: nothing lands', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world);
      const entry = `q/w/${number}/10.0/bugfix/x`;
      const [done] = world.ci.succeeds(entry);
      const sha = await world.tip(entry);
      world.beforeRequest(nthReadOfRuns(sha, 2), () => {
        Object.assign(done ?? {}, { runAttempt: 2, status: 'in_progress', conclusion: null });
        return Promise.resolve();
      });
      const stopped = await lookAtQueue(world);
      expect([stopped.code, stopped.pushes]).toEqual([302, []]);
      // Read once to decide, once to be sure.
      expect(stopped.requests.filter(({ query }) => query.head_sha === sha)).toHaveLength(2);
      Object.assign(done ?? {}, { status: 'completed', conclusion: 'success' });
      world.beforeRequest(nthReadOfRuns(sha, 2), () => {
        Object.assign(done ?? {}, { runAttempt: 3, conclusion: 'failure' });
        return Promise.resolve();
      });
      world.ci.fails('q/10.0');
      const failed = await lookAtQueue(world);
      expect([failed.code, failed.pushes]).toEqual([309, []]);
      expect(told(world).comments).toEqual([`#${number} 136`]);
    });
  });

  test('a branch moves between the look and the push: the push is refused whole, and everything is looked at again', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world);
      green(world, `q/w/${number}/10.0/bugfix/x`);
      world.beforeNextPush(() => world.admin.createBranch('w/10.0/bugfix/x', 'development/10.0').then(() => world.admin.push('development/10.0')));
      const run = await lookAtQueue(world);
      expect(run.pushes.length).toBeGreaterThan(1);
      // The destination has a commit that the queue lacks: the queue is rebuilt on top of it, and built again.
      expect([run.code, run.merged]).toEqual([302, []]);
      expect(await world.github.isAncestor(world.repository, await world.tip('development/10.0'), await world.tip('q/10.0'))).toBe(true);
      expect(told(world).comments).toEqual([`#${number} 125`]);
      green(world, `q/w/${number}/10.0/bugfix/x`);
      expect((await lookAtQueue(world)).merged).toEqual([number]);
      told(world);
    });
  });

  test('queue_accepts_integration_builds: what was green before it was queued lands in the same run', async () => {
    await inWorld({ settings: { queue_accepts_integration_builds: true } }, async (world) => {
      const number = await approvedPullRequest(world, { base: 'development/5.1' });
      await look(world, number);
      const run = await look(world, number);
      expect([run.code, run.merged]).toEqual([306, [number]]);
      // Queued and merged, each in one atomic push.
      expect(run.pushes).toHaveLength(2);
      expect(told(world).comments.map((comment) => comment.slice(-3))).toEqual(['100', '121', '125', '102']);
    });
  });
});
