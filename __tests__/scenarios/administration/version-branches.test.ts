import { describe, expect, test } from '@jest/globals';
import type { RobotRun } from '../../../sandbox/world/index.js';
import { command, inWorld, queued, readAll, summary } from './stories.js';

/** What the summary says, without the marks that make names code. */
function said(run: RobotRun): string {
  return summary(run).replaceAll('`', '');
}

/** What the summary says of every ref, without links and object names. */
function refRows(run: RobotRun): ReadonlyArray<readonly string[]> {
  const rows = summary(run).split('\n').filter((line) => /^\| .*(?:✨|🗑️|unchanged)/u.test(line));
  return rows.map((row) => row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').replace(/\[(?<label>.*?)\]\(.*?\)/, '$<label>').replace(/^`[0-9a-f]{7}`$/, 'commit').replace(/^(?:✨|🗑️) /u, '')));
}

describe('create-branch', () => {
  test('a version in the middle, a hotfix at its tag, a version from a shortened commit: one push each, then nothing to do', async () => {
    await inWorld({ settings: { use_queues: false } }, async (world) => {
      const middle = await command(world, { command: 'create-branch', branch: 'development/5.2' });
      expect([middle.code, middle.state, middle.conclusion]).toEqual([307, 'success', 'success']);
      expect(middle.moved).toEqual(['development/5.2: none → development/5.1@0']);
      expect(middle.pushes).toEqual([middle.moved]);
      expect(said(middle)).toContain('created development/5.2 at ');
      expect(await world.isSelfContained(['4.3', '5.1', '5.2', '10.0'])).toBe(true);

      const again = await command(world, { command: 'create-branch', branch: 'development/5.2' });
      expect([again.code, again.state, again.pushes]).toEqual([302, 'neutral', []]);

      await world.github.createTag('admin', world.repository, '4.3.1.0', 'development/4.3');
      const hotfix = await command(world, { command: 'create-branch', branch: 'hotfix/4.3.1' });
      expect([hotfix.code, hotfix.moved]).toEqual([307, ['hotfix/4.3.1: none → development/4.3@0']]);

      const commit = await world.tip('development/4.3');
      const first = await command(world, { command: 'create-branch', branch: 'development/4.2', 'branch-from': commit.slice(0, 9) });
      expect([first.code, first.moved]).toEqual([307, ['development/4.2: none → development/4.3@0']]);
    });
  });

  test('a hotfix at a release that is on no branch: the commit is fetched and pushed', async () => {
    await inWorld({ settings: { use_queues: false } }, async (world) => {
      await world.admin.push('release-work', { from: 'development/4.3' });
      await world.github.createTag('admin', world.repository, 'v4.3.1', 'release-work');
      await world.admin.deleteBranch('release-work');
      const run = await command(world, { command: 'create-branch', branch: 'hotfix/4.3.1' });
      expect([run.code, run.moved]).toEqual([307, ['hotfix/4.3.1: none → release-work@0']]);
    });
  });

  test('what cannot be: 308 with what, why and what to do, and nothing is pushed', async () => {
    await inWorld({ settings: { use_queues: false } }, async (world) => {
      await world.author.push('bugfix/aside', { from: 'development/4.3' });
      await world.github.createTag('admin', world.repository, '5.3', 'development/5.1');
      const refused = [
        [{ branch: 'main' }, 'main is no name of a version branch; create development/X'],
        [{ branch: 'development/5.3' }, 'the tag 5.3 says that version 5.3 is released or archived; create a hotfix branch'],
        [{ branch: 'development/5.2', 'branch-from': 'nonsense $(id)' }, 'branch-from is nonsense $(id), and there is no such branch or tag'],
        [{ branch: 'development/10.1', 'branch-from': 'bugfix/aside' }, 'bugfix/aside is not part of development/10.0'],
        [{ branch: 'development/10.1', 'branch-from': 'development/5.1' }, 'development/10.1 would not include development/10.0'],
        [{ branch: 'hotfix/4.3.1' }, 'there is no tag 4.3.1.0'],
      ] as const;
      for (const [inputs, reason] of refused) {
        const run = await command(world, { command: 'create-branch', ...inputs });
        expect([run.code, run.state, run.conclusion, run.pushes, run.writes]).toEqual([308, 'failure', 'failure', [], []]);
        expect(said(run)).toContain(reason);
      }
    });
  });

  test('the queue holds a pull request: a version in the middle is refused; the newest one is created and the queue rebuilt over it', async () => {
    await inWorld({}, async (world) => {
      const number = await queued(world);
      const middle = await command(world, { command: 'create-branch', branch: 'development/5.2' });
      expect([middle.code, middle.pushes]).toEqual([308, []]);
      expect(said(middle)).toContain(`the queue is not empty (#${number}), and development/5.2 would not be the newest`);

      const dry = await command(world, { command: 'create-branch', branch: 'development/10.1' }, { inputs: { 'dry-run': 'true' } });
      expect([dry.code, dry.pushes, dry.writes]).toEqual([307, [], []]);
      expect(said(dry)).toContain(`dry run, this would create development/10.1 at`);
      expect(said(dry)).toContain(`the queue would be rebuilt with #${number}`);
      expect(refRows(dry)).toEqual([
        ['`development/10.1`', 'new', 'commit'], ['`development/10.0`', 'commit', 'unchanged'],
        ['`q/10.0`', 'commit', 'deleted'], [`\`q/w/${number}/10.0/bugfix/x\``, 'commit', 'deleted'],
      ]);

      const newest = await command(world, { command: 'create-branch', branch: 'development/10.1' });
      expect([newest.code, newest.state]).toEqual([307, 'success']);
      expect(newest.pushes[0]).toEqual(['development/10.1: none → development/10.0@0']);
      expect(newest.moved).toContain('w/10.1/bugfix/x: none → w/10.1/bugfix/x@0');
      expect(newest.moved.filter((move) => move.startsWith('q/')).sort()).toEqual(['q/10.0: bugfix/x@0 → none', `q/w/${number}/10.0/bugfix/x: bugfix/x@0 → none`]);
      expect(said(newest)).toContain(`the queue was rebuilt, evaluated again: #${number}`);
      expect(said(newest)).toContain('Command create-branch');
      expect(refRows(newest)).toEqual(expect.arrayContaining([['`development/10.1`', 'new', 'commit'], ['`q/10.0`', 'commit', 'deleted']]));
      readAll(world);

      const after = await command(world, { command: 'evaluate', 'pull-request': String(number) });
      expect(after.code).toBe(125);
      expect(Object.keys(await world.refs()).filter((ref) => ref.startsWith('q/'))).toEqual(['q/10.0', 'q/10.1', `q/w/${number}/10.0/bugfix/x`, `q/w/${number}/10.1/bugfix/x`]);
      readAll(world);
    });
  });

  test('somebody pushes to the branch before it meanwhile: looked at again, and it holds that push too', async () => {
    await inWorld({ settings: { use_queues: false } }, async (world) => {
      world.beforeNextPush(async () => {
        await world.admin.push('development/10.0');
      });
      const run = await command(world, { command: 'create-branch', branch: 'development/10.1' });
      expect(run.code).toBe(307);
      expect(await world.isSelfContained(['4.3', '5.1', '10.0', '10.1'])).toBe(true);
    });
  });

  test('the server refuses the push: 221', async () => {
    await inWorld({ settings: { use_queues: false } }, async (world) => {
      world.refuseNextPush();
      const run = await command(world, { command: 'create-branch', branch: 'development/10.1' });
      expect([run.code, run.moved]).toEqual([221, []]);
    });
  });
});

describe('delete-branch', () => {
  test('a version and a hotfix: archived under a tag and deleted in one push; the pull request towards it is told; then nothing to do', async () => {
    await inWorld({}, async (world) => {
      await world.author.push('bugfix/late', { from: 'development/4.3' });
      const number = await world.author.openPullRequest('bugfix/late', 'development/4.3');
      await world.github.createBranch(world.robot.login, world.repository, 'q/4.3', 'development/4.3');
      const dry = await command(world, { command: 'delete-branch', branch: 'development/4.3' }, { inputs: { 'dry-run': 'true' } });
      expect([dry.code, dry.pushes, dry.writes]).toEqual([307, [], []]);
      expect(said(dry)).toContain('dry run, this would delete development/4.3');
      expect(said(dry)).toContain('### What would be done');

      const version = await command(world, { command: 'delete-branch', branch: 'development/4.3' });
      expect([version.code, version.state]).toEqual([307, 'success']);
      expect(version.moved).toEqual(['development/4.3: development/4.3@0 → none', 'q/4.3: development/4.3@0 → none', 'tag 4.3: none → development/4.3@0']);
      expect(version.pushes).toEqual([version.moved]);
      expect(refRows(version)).toEqual([['`tag 4.3`', 'new', 'commit'], ['`q/4.3`', 'commit', 'deleted'], ['`development/4.3`', 'commit', 'deleted']]);
      expect(refRows(dry)).toEqual(refRows(version));
      expect(said(version)).toContain(`archived as the tag 4.3, with q/4.3; GitHub closes the pull requests towards it: #${number}`);

      const again = await command(world, { command: 'delete-branch', branch: 'development/4.3' });
      expect([again.code, again.pushes]).toEqual([302, []]);
      const back = await command(world, { command: 'create-branch', branch: 'development/4.3' });
      expect([back.code, back.pushes]).toEqual([308, []]);

      await world.admin.createBranch('hotfix/4.3.1', 'development/5.1');
      const hotfix = await command(world, { command: 'delete-branch', branch: 'hotfix/4.3.1' });
      expect(hotfix.moved).toEqual(['hotfix/4.3.1: development/5.1@0 → none', 'tag 4.3.1.0.archived_hotfix_branch: none → development/5.1@0']);
      readAll(world);
    });
  });

  test('queued for it, the default branch, an archive tag, no version branch: 308 with the reason, and nothing is pushed', async () => {
    await inWorld({}, async (world) => {
      await world.github.createTag('admin', world.repository, '4.3', 'development/4.3');
      const number = await queued(world, 'bugfix/x', 'development/5.1');
      const refused = [
        ['development/5.1', `#${number} is queued for development/5.1; wait until the queue has merged`],
        ['development/4.3', 'the archive tag 4.3 exists already, and it holds all of development/4.3'],
        ['bugfix/x', 'bugfix/x is no name of a version branch'],
      ] as const;
      for (const [branch, reason] of refused) {
        const run = await command(world, { command: 'delete-branch', branch });
        expect([run.code, run.conclusion, run.pushes, run.writes]).toEqual([308, 'failure', [], []]);
        expect(said(run)).toContain(reason);
      }
      expect((await command(world, { command: 'delete-queues' })).code).toBe(307);
      const ofDefault = await command(world, { command: 'delete-branch', branch: 'development/10.0' });
      expect(ofDefault.code).toBe(308);
      expect(said(ofDefault)).toContain('development/10.0 is the default branch');
      expect((await command(world, { command: 'delete-branch', branch: 'development/5.1' })).code).toBe(307);
      readAll(world);
    });
  });

  test('somebody pushed to it meanwhile: looked at again, and the newest commit is archived', async () => {
    await inWorld({ settings: { use_queues: false } }, async (world) => {
      world.beforeNextPush(async () => {
        await world.admin.push('development/4.3', { message: 'at the last moment' });
      });
      const run = await command(world, { command: 'delete-branch', branch: 'development/4.3' });
      expect(run.code).toBe(307);
      expect((await world.refs())['tag 4.3']).toBe('development/4.3@1');
    });
  });
});
