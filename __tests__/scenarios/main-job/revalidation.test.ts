import { describe, expect, test } from '@jest/globals';
import type { IncomingRequest } from '../../../sandbox/github/api.js';
import type { RobotRun, World } from '../../../sandbox/world/index.js';
import { development, integration, inWorld, look, oneVersion, readyPullRequest, simplePullRequest, source, told } from './stories.js';

/** The n-th request about the workflow runs of a commit; each look asks once for every branch, then again right before the push. */
function nthReadOfRuns(sha: string, n: number): (request: IncomingRequest) => boolean {
  let seen = 0;
  return ({ path, query }) => path.endsWith('/actions/runs') && query.head_sha === sha && ++seen === n;
}

function nthRead(pattern: RegExp, n: number): (request: IncomingRequest) => boolean {
  let seen = 0;
  return ({ method, path }) => method === 'GET' && pattern.test(path) && ++seen === n;
}

/** Everything held at the first look, and something changes before the second: nothing may land. */
async function stopped(world: World, number: number, code: number): Promise<RobotRun> {
  const before = await world.refs();
  const run = await look(world, number);
  expect([run.code, run.merged, run.pushes]).toEqual([code, [], []]);
  const after = await world.refs();
  // The author may have pushed; nothing else moves.
  expect({ ...after, [source]: '' }).toEqual({ ...before, [source]: '' });
  expect(world.codesSaid().includes(102)).toBe(false);
  expect(world.statusesSet().map(({ state }) => state)).not.toContain('success');
  return run;
}

describe('between the first look and the push', () => {
  test('a run is restarted: 303, and merged once it is green again', async () => {
    await inWorld({}, async (world) => {
      const number = await readyPullRequest(world);
      const sha = await world.tip(integration[1]);
      world.beforeRequest(nthReadOfRuns(sha, 2), () => {
        const [run] = world.ci.simulator.runs({ branch: integration[1] });
        Object.assign(run ?? {}, { runAttempt: 2, status: 'queued', conclusion: null });
        return Promise.resolve();
      });
      const run = await stopped(world, number, 303);
      // Each branch was read twice: once to decide, once to be sure.
      expect(run.requests.filter(({ path, query }) => path.endsWith('/actions/runs') && query.head_sha === sha)).toHaveLength(2);
      world.ci.succeeds(integration[1]);
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });

  test('a run fails, or another workflow begins: 118, 303', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      const sha = await world.tip(source);
      world.beforeRequest(nthReadOfRuns(sha, 2), () => {
        world.github.addRuns(world.repository, [{ headBranch: source, headSha: sha, workflow: { name: 'late', path: '.github/workflows/late.yml' }, status: 'in_progress' }]);
        return Promise.resolve();
      });
      await stopped(world, number, 303);
      const late = [...world.github.repository(world.repository).runs.values()].find(({ name }) => name === 'late');
      Object.assign(late ?? {}, { status: 'completed', conclusion: 'success' });
      world.beforeRequest(nthReadOfRuns(sha, 2), () => {
        Object.assign(late ?? {}, { runAttempt: 2, conclusion: 'failure' });
        return Promise.resolve();
      });
      await stopped(world, number, 118);
    });
  });

  test('a change request arrives: 115', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      world.beforeRequest(nthRead(/\/reviews$/, 2), () => world.leader.requestChanges(number));
      const run = await stopped(world, number, 115);
      expect(run.result.outputs.message).toContain('leader');
    });
  });

  test('the approval is dismissed: 115', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      const [review] = world.github.pullRequest(world.repository, number).reviews;
      world.beforeRequest(nthRead(/\/reviews$/, 2), () => world.admin.dismiss(number, review?.id ?? 0));
      await stopped(world, number, 115);
    });
  });

  test('the author pushes: the run stops, and the next one starts over with the new commit', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      world.beforeRequest(nthRead(new RegExp(`/pulls/${String(number)}$`), 2), () => world.author.push(source));
      const run = await stopped(world, number, 302);
      expect(run.result.outputs.message).toContain('new commits');
      const next = await look(world, number);
      expect([next.code, next.moved]).toEqual([303, []]);
      told(world);
    });
  });

  test('the pull request is closed, or given another destination: 302', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      await world.author.createBranch('feature/elsewhere', development[0]);
      const again = () => nthRead(new RegExp(`/pulls/${String(number)}$`), 2);
      world.beforeRequest(again(), () => world.github.editPullRequest('author', world.repository, number, { base: 'feature/elsewhere' }));
      await stopped(world, number, 302);
      await world.github.editPullRequest('author', world.repository, number, { base: development[0] });
      world.beforeRequest(again(), () => world.author.closes(number));
      const run = await stopped(world, number, 302);
      expect(run.result.outputs.message).toMatch(/closed/i);
    });
  });
});
