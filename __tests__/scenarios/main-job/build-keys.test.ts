import { describe, expect, test } from '@jest/globals';
import type { World } from '../../../sandbox/world/index.js';
import { approvedPullRequest, integration, inWorld, look, newPullRequest, oneVersion, onlyRead, simplePullRequest, source, tested, told } from './stories.js';

/** Statuses of the same context on some branches' commits, by somebody's CI outside of GitHub. */
async function setStatuses(world: World, context: string, state: 'success' | 'failure' | 'pending' | 'error', branches: readonly string[]): Promise<void> {
  for (const branch of branches) await world.github.setStatus('reviewer', world.repository, { sha: await world.tip(branch), context, state });
}

async function setChecks(world: World, branches: readonly string[], conclusion: 'success' | 'failure' | null, appSlug?: string): Promise<void> {
  for (const branch of branches) {
    const run = conclusion === null ? { status: 'in_progress' as const } : { conclusion, status: 'completed' as const };
    await world.github.setCheckRun('reviewer', world.repository, { name: 'unit', headSha: await world.tip(branch), ...run, ...(appSlug === undefined ? {} : { appSlug }) });
  }
}

/** Code of a look, and that nothing but a merge pushes. */
async function verdict(world: World, number: number): Promise<number | null> {
  const run = await look(world, number);
  expect(run.pushes.length).toBe(run.code === 102 ? 1 : 0);
  told(world);
  return run.code;
}

describe('what vouches for a commit besides workflow runs', () => {
  test('context of a commit status: absent 304, pending 303, error 118, success on every commit: merged; green workflow runs mean nothing', async () => {
    await inWorld({ settings: { build_key: 'ci/outside' } }, async (world) => {
      const number = await approvedPullRequest(world);
      for (const branch of tested) world.ci.succeeds(branch);
      expect(await verdict(world, number)).toBe(304);
      await setStatuses(world, 'ci/outside', 'success', [source]);
      await setStatuses(world, 'ci/other', 'success', tested);
      expect(await verdict(world, number)).toBe(304);
      await setStatuses(world, 'ci/outside', 'pending', integration);
      expect(await verdict(world, number)).toBe(303);
      await setStatuses(world, 'ci/outside', 'error', integration.slice(1));
      expect(await verdict(world, number)).toBe(118);
      // GitHub compares contexts without regard to case.
      await setStatuses(world, 'CI/Outside', 'success', integration);
      expect(await verdict(world, number)).toBe(102);
    });
  });

  test('check run: of that name and, where named, of that app only', async () => {
    await inWorld({ ...oneVersion, settings: { build_key: 'check:buildbot/unit' } }, async (world) => {
      const number = await simplePullRequest(world, 'unfinished');
      await setChecks(world, [source], 'success', 'imposter');
      expect(await verdict(world, number)).toBe(304);
      await setChecks(world, [source], null, 'buildbot');
      expect(await verdict(world, number)).toBe(303);
      await setChecks(world, [source], 'failure', 'buildbot');
      expect(await verdict(world, number)).toBe(118);
      await setChecks(world, [source], 'success', 'buildbot');
      expect(await verdict(world, number)).toBe(102);
    });
  });

  test('a list of keys: all of them', async () => {
    await inWorld({ ...oneVersion, settings: { build_key: ['github_actions', 'ci/outside', 'check:unit'] } }, async (world) => {
      const number = await simplePullRequest(world, 'unfinished');
      await setStatuses(world, 'ci/outside', 'success', [source]);
      await setChecks(world, [source], 'success');
      expect(await verdict(world, number)).toBe(303);
      world.ci.succeeds(source);
      await setStatuses(world, 'ci/outside', 'failure', [source]);
      expect(await verdict(world, number)).toBe(118);
      await setStatuses(world, 'ci/outside', 'success', [source]);
      expect(await verdict(world, number)).toBe(102);
    });
  });

  test('an empty key: builds are not asked for, and the landing record says so', async () => {
    await inWorld({ ...oneVersion, settings: { build_key: '' } }, async (world) => {
      const number = await simplePullRequest(world, 'unfinished');
      const run = await look(world, number);
      expect([run.code, run.requests.filter(({ path }) => path.endsWith('/actions/runs'))]).toEqual([102, []]);
      expect(run.result.outputs.outcomes).toContain('"buildsSkipped":"no-build-key"');
      told(world);
    });
  });

  test('the status the robot itself sets cannot be its evidence: the settings are refused', async () => {
    await inWorld({ settings: { build_key: 'bert-e' } }, async (world) => {
      const run = await look(world, await newPullRequest(world));
      expect([run.code, run.conclusion, onlyRead(run)]).toEqual([220, 'failure', true]);
      expect(run.result.annotations.map(({ message }) => message).join()).toContain('status_context');
    });
  });
});
