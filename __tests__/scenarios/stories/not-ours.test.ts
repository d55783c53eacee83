import { describe, expect, test } from '@jest/globals';
import type { World } from '../../../sandbox/world/index.js';
import { evaluation, forget, inWorld, opened, reaction } from './story.js';

describe('branches that are not for the robot', () => {
  test('unrecognised names 207, recognised kinds that are not handled 301: no comment, no status, nothing pushed', async () => {
    await inWorld({ versions: ['4.3', '5.1'], defaultBranch: 'main' }, async (world) => {
      await world.admin.createBranch('release/5.1', 'development/5.1');
      await world.admin.createBranch('hotfix/5.1', 'development/5.1');
      const cases = [
        { branch: 'fix/x', code: 207, because: 'Not a GitWaterFlow branch: fix/x' },
        { branch: 'bugfix/x', base: 'main', code: 207, because: 'Not a GitWaterFlow branch: main' },
        { branch: 'bugfix/x', base: 'release/5.1', code: 301, because: 'destination release/5.1' },
        { branch: 'bugfix/y', base: 'hotfix/5.1', code: 301, because: 'destination hotfix/5.1' },
        { branch: 'user/me', code: 301, because: 'source user/me' },
        { branch: 'release/4.3', code: 301, because: 'source release/4.3' },
        { branch: 'hotfix/customer', code: 301, because: 'source hotfix/customer' },
        { branch: 'q/5.1', code: 301, because: 'source q/5.1' },
        // A person's, not the robot's: it has no parent to be about.
        { branch: 'w/5.1/bugfix/x', base: 'development/5.1', code: 301, because: 'source w/5.1/bugfix/x' },
      ];
      for (const { branch, base = 'development/4.3', code, because } of cases) {
        const number = await opened(world, { branch, base });
        forget(world);
        const { told, run } = await evaluation(world, number);
        expect({ branch, ...told }).toEqual({ branch, code, said: [], status: [], moved: [] });
        expect(run.result.outputs.message).toContain(because);
        expect([run.state, run.conclusion]).toEqual(['neutral', 'success']);
        expect(run.writes).toEqual([]);
      }
    });
  });
});

describe('pull requests from a fork', () => {
  async function contribution(world: World): Promise<{ readonly number: number; readonly head: string }> {
    await world.github.createFork(world.repository, 'contributor');
    const head = await world.github.pushCommit('contributor', 'contributor/product', 'bugfix/gift', {
      files: { 'gift.txt': 'a gift\n' }, message: 'give', parents: ['development/5.1'],
    });
    const { number } = await world.github.openPullRequest('contributor', world.repository, { head: 'contributor:bugfix/gift', base: 'development/5.1', title: 'A gift' });
    return { number, head };
  }

  function ciOf(world: World, headRepository: string, headSha: string): void {
    world.github.addRuns(world.repository, [
      { workflow: { name: 'CI', path: '.github/workflows/ci.yml' }, event: 'pull_request', headBranch: 'bugfix/gift', headSha, headRepository },
    ]);
  }

  test('by default: 301, nothing said or pushed', async () => {
    await inWorld({}, async (world) => {
      await contribution(world);
      const { told, run } = await reaction(world);
      expect(told).toEqual({ code: 301, said: [], status: [], moved: [] });
      expect(run.result.outputs.message).toContain('From a fork (contributor/product), which the settings do not allow');
    });
  });

  test('allowed: head taken from refs/pull, CI of that fork alone counts, then merged', async () => {
    await inWorld({ settings: { forks: true, delete_source_branch: true } }, async (world) => {
      world.ci.plan('w/**', 'success');
      const { number, head } = await contribution(world);
      await world.reviewer.approve(number);
      expect((await reaction(world)).told).toEqual({
        code: 304, said: [100, 121], status: ['pending: Waiting for CI on w/10.0/bugfix/gift, just pushed'],
        moved: ['w/10.0/bugfix/gift: none → w/10.0/bugfix/gift@0'],
      });

      // Another fork and this repository itself have a branch of that name, at that very commit.
      await world.github.createFork(world.repository, 'mallory');
      ciOf(world, 'mallory/product', head);
      ciOf(world, world.repository, head);
      const ignored = await evaluation(world, number);
      expect(ignored.told).toEqual({ code: 304, said: [], status: ['pending: No CI run on bugfix/gift yet'], moved: [] });

      ciOf(world, 'contributor/product', head);
      const merged = await evaluation(world, number);
      expect(merged.told).toMatchObject({
        code: 102, said: [102], status: ['success: Merged into development/5.1, development/10.0'],
        moved: expect.arrayContaining(['w/10.0/bugfix/gift: w/10.0/bugfix/gift@0 → none']),
      });
      expect(await world.tip('development/5.1')).toBe(head);
      expect(await world.github.resolve('contributor/product', 'refs/heads/bugfix/gift')).toBe(head);
      expect(world.github.pullRequest(world.repository, number).mergedAt).not.toBeNull();
    });
  });
});
