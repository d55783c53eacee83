import { describe, expect, test } from '@jest/globals';
import type { World } from '../../../sandbox/world/index.js';
import { approvedPullRequest, forgetEvents, integration, inWorld, look, newPullRequest, onlyRead, openedPullRequest, source, tested, told } from '../main-job/stories.js';

const fork = 'mallory/product';

async function forkOf(world: World): Promise<void> {
  await world.github.createFork(world.repository, 'mallory');
}

/** A pull request from a branch of the fork, with a commit nobody reviewed. */
async function fromFork(world: World, branch: string, base: string): Promise<number> {
  const head = await world.github.pushCommit('mallory', fork, 'made', { files: { 'evil.txt': 'evil\n' }, message: `evil ${branch}`, parents: [base] });
  if ((await world.github.resolve(fork, `refs/heads/${branch}`)) === null) await world.github.createBranch('mallory', fork, branch, head);
  else await world.github.forcePush('mallory', fork, branch, head);
  await world.github.deleteBranch('mallory', fork, 'made');
  const { number } = await world.github.openPullRequest('mallory', world.repository, { head: `mallory:${branch}`, base, title: 'mine' });
  forgetEvents(world);
  return number;
}

/** Runs of the fork that say success, for the branches of ours, at their commits. */
async function imitate(world: World, branches: readonly string[], event = 'pull_request'): Promise<void> {
  for (const headBranch of branches) {
    world.github.addRuns(world.repository, [{ workflow: { name: 'CI', path: '.github/workflows/ci.yml' }, event, headBranch, headSha: await world.tip(headBranch), headRepository: fork }]);
  }
}

describe('a fork that imitates the names of our branches', () => {
  test('its branches are called like versions, integration and queue branches, and like a source branch of ours: not handled, whatever the settings', async () => {
    for (const forks of [false, true]) {
      await inWorld({ settings: { forks } }, async (world) => {
        await newPullRequest(world);
        await forkOf(world);
        const refs = await world.refs();
        for (const branch of ['w/5.1/bugfix/x', 'q/5.1', 'q/w/1/5.1/bugfix/x', 'hotfix/4.3.1', ...(forks ? [] : ['development/4.3'])]) {
          const number = await fromFork(world, branch, 'development/5.1');
          world.github.comment('mallory', world.repository, number, '/approve /bypass_peer_approval /bypass_build_status');
          await world.reviewer.approve(number);
          const run = await look(world, number);
          expect([branch, run.code, onlyRead(run)]).toEqual([branch, 301, true]);
        }
        // As if it were an event of our queue: the name alone leads there, and there is none.
        world.github.sendEvent('mallory', world.repository, 'workflow_run', 'completed', { workflow_run: { name: 'CI', head_branch: 'q/5.1', head_sha: await world.tip('development/5.1'), head_repository: { full_name: fork } } });
        const run = await world.deliverNext();
        expect([run.code, onlyRead(run)]).toEqual([302, true]);
        expect(await world.refs()).toEqual(refs);
      });
    }
  });

  test('its branch is called like a version, and forks are allowed: what counts is its own commit and its own CI, not our branch of that name', async () => {
    await inWorld({ settings: { forks: true, delete_source_branch: true } }, async (world) => {
      await forkOf(world);
      const number = await fromFork(world, 'development/4.3', 'development/10.0');
      await world.reviewer.approve(number);
      await imitate(world, ['development/4.3'], 'push');
      world.github.addRuns(world.repository, [{ workflow: { name: 'CI', path: '.github/workflows/ci.yml' }, headBranch: 'development/4.3', headSha: await world.tip('development/4.3') }]);
      const waiting = await look(world, number);
      expect([waiting.code, waiting.moved]).toEqual([304, []]);
      const headSha = world.github.pullRequest(world.repository, number).head.sha;
      world.github.addRuns(world.repository, [{ workflow: { name: 'CI', path: '.github/workflows/ci.yml' }, event: 'pull_request', headBranch: 'development/4.3', headSha, headRepository: fork }]);
      const merged = await look(world, number);
      expect([merged.code, merged.moved.length, await world.tip('development/10.0')]).toEqual([102, 1, headSha]);
      told(world);
    });
  });

  test('its pull request from a branch of the same name waits until ours is done, and no commit of one gets among those of the other', async () => {
    await inWorld({ settings: { forks: true } }, async (world) => {
      const ours = await openedPullRequest(world);
      await forkOf(world);
      const theirs = await fromFork(world, source, 'development/4.3');
      const second = await look(world, theirs);
      expect([second.code, second.result.outputs.message, onlyRead(second) || second.pushes.length === 0]).toEqual([302, expect.stringContaining(`#${ours}`), true]);
      // What is left of a closed one is nobody's to remove while the other stands.
      await world.author.closes(ours);
      await look(world, ours);
      expect((await look(world, theirs)).code).not.toBe(302);
      await world.author.reopens(ours);
      await look(world, ours);
      expect((await look(world, theirs)).code).toBe(302);
      await world.reviewer.approve(ours);
      for (const branch of tested) world.ci.succeeds(branch);
      expect((await look(world, ours)).code).toBe(102);
      for (const branch of ['development/4.3', 'development/5.1', 'development/10.0']) expect(await world.github.readFile(world.repository, branch, 'evil.txt')).toBeNull();
      told(world);
    });
  });

  test('it opened a pull request from its own w/ branch before the robot did: it is not taken for the integration pull request', async () => {
    await inWorld({ settings: { forks: true, always_create_integration_pull_requests: true } }, async (world) => {
      await forkOf(world);
      const decoy = await fromFork(world, 'w/5.1/bugfix/x', 'development/5.1');
      await newPullRequest(world);
      const number = world.github.repository(world.repository).nextNumber - 1;
      await look(world, number);
      const made = [...world.github.repository(world.repository).pullRequests.values()].filter(({ number: other }) => other > number);
      expect(made.map(({ head, author }) => [head.repository, head.ref, author])).toEqual(integration.map((branch) => [world.repository, branch, world.robot.login]));
      expect(world.github.pullRequest(world.repository, decoy)).toMatchObject({ state: 'open', title: 'mine' });
      expect(world.robotSays(decoy)).toEqual([]);
      told(world);
    });
  });

  test('its runs say success for the names and commits of all our branches: none counts, with and without the queue', async () => {
    await inWorld({}, async (world) => {
      const number = await approvedPullRequest(world);
      world.github.setRuns(world.repository, []);
      await imitate(world, tested);
      await imitate(world, tested, 'push');
      const run = await look(world, number);
      expect([run.code, run.moved]).toEqual([304, []]);
      told(world);
    });
    await inWorld({ versions: ['4.3'], settings: { use_queues: true } }, async (world) => {
      const number = await newPullRequest(world);
      await world.reviewer.approve(number);
      world.ci.succeeds(source);
      expect((await look(world, number)).code).toBe(125);
      const queue = Object.keys(await world.refs()).filter((branch) => branch.startsWith('q/'));
      world.github.setRuns(world.repository, []);
      await imitate(world, queue);
      world.github.sendEvent('mallory', world.repository, 'workflow_run', 'completed', { workflow_run: { name: 'CI', head_branch: 'q/4.3', head_sha: await world.tip('q/4.3'), conclusion: 'success', head_repository: { full_name: fork } } });
      const run = await world.deliverNext();
      expect([queue.length, run.code, run.moved, run.pushes]).toEqual([2, 302, [], []]);
      told(world);
    });
  });
});

test('settings on branches that are not the default one, also on the destination itself: without effect', async () => {
  await inWorld({}, async (world) => {
    const number = await openedPullRequest(world);
    const own = 'robot: bert-e[bot]\nuse_queues: false\nrequired_peer_approvals: 0\nbuild_key: ""\nadmins: [author]\n';
    for (const branch of [source, ...integration]) await world.author.push(branch, { files: { '.github/bert-e.yml': own } });
    const run = await look(world, number, { environment: { GITHUB_REF: `refs/pull/${number}/merge`, GITHUB_HEAD_REF: source, GITHUB_BASE_REF: 'development/4.3', GITHUB_SHA: await world.tip(source) } });
    expect([run.code, run.merged, run.moved.filter((change) => change.startsWith('development'))]).toEqual([115, [], []]);
    const reads = run.requests.filter(({ path }) => path.includes('/contents/'));
    expect(reads.map(({ query }) => [undefined, 'development/10.0'].includes(query.ref))).toEqual([true]);
    told(world);
  });
});
