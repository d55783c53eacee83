import { describe, expect, test } from '@jest/globals';
import { follow } from './developer.js';
import { account, commandsIn, evaluation, fileOn, forget, inWorld, opened, reaction } from './story.js';

const product = (third: string): string => `one\ntwo\n${third}\nfour\nfive\n`;

describe('a change travels through the cascade', () => {
  test('conflict at 5.1, resolved by the commands of the comment: lands on every later version, the resolution included', async () => {
    const versions = ['4.3', '5.1.8', '5.1', '10.0', '10'];
    await inWorld({ versions }, async (world) => {
      world.ci.plan('**', 'success');
      await world.admin.push('development/5.1', { files: { 'product.txt': product('drei') } });
      await world.admin.merges('development/5.1', 'development/10.0');
      await world.admin.merges('development/10.0', 'development/10');
      const tested = await world.refs();
      forget(world);

      const number = await opened(world, { files: { 'product.txt': product('trois') } });
      const conflict = await reaction(world);
      expect(conflict.told).toEqual({
        code: 114,
        said: [100, 121, 114],
        status: ['failure: Conflict on w/5.1/bugfix/x: 1 file'],
        moved: ['w/5.1.8/bugfix/x: none → w/5.1.8/bugfix/x@0'],
      });
      expect(conflict.run.conclusion).toBe('failure');
      expect(conflict.comments[2]?.body).toContain('**1 file in conflict:**\n\n- `product.txt`');
      expect(conflict.comments[2]?.body).toMatch(/\[`development\/5\.1`\]\S+ and \[`w\/5\.1\.8\/bugfix\/x`\]/);

      const { conflicts } = await follow(world, 'author', commandsIn(conflict.text), { 'product.txt': product('drei et trois') });
      expect(conflicts).toEqual(['git merge origin/w/5.1.8/bugfix/x']);
      const resolution = await world.tip('w/5.1/bugfix/x');
      const resolved = await reaction(world);
      expect(resolved.told).toEqual({
        code: 115,
        said: [121, 115],
        status: ['pending: 1 approval missing'],
        moved: ['w/10.0/bugfix/x: none → w/10.0/bugfix/x@0', 'w/10/bugfix/x: none → w/10/bugfix/x@0'],
      });
      expect(resolved.comments[0]?.body).toMatch(/w\/5\.1\.8\/bugfix\/x[^]*w\/5\.1\/bugfix\/x[^]*w\/10\.0\/bugfix\/x[^]*w\/10\/bugfix\/x/);

      await world.reviewer.approve(number);
      const merged = await reaction(world);
      expect(merged.told).toEqual({
        code: 102,
        said: [102],
        status: ['success: Merged into development/4.3, development/5.1.8, development/5.1, development/10.0 and 1 more'],
        moved: [
          `development/10.0: ${tested['development/10.0'] ?? ''} → w/10.0/bugfix/x@0`,
          `development/10: ${tested['development/10'] ?? ''} → w/10/bugfix/x@0`,
          'development/4.3: development/4.3@0 → bugfix/x@0',
          'development/5.1.8: development/5.1.8@0 → w/5.1.8/bugfix/x@0',
          `development/5.1: ${tested['development/5.1'] ?? ''} → w/5.1/bugfix/x@0`,
          'w/10.0/bugfix/x: w/10.0/bugfix/x@0 → none',
          'w/10/bugfix/x: w/10/bugfix/x@0 → none',
          'w/5.1.8/bugfix/x: w/5.1.8/bugfix/x@0 → none',
          'w/5.1/bugfix/x: w/5.1/bugfix/x@0 → none',
        ],
      });
      expect(merged.run.pushes).toHaveLength(1);
      expect(merged.run.merged).toEqual([number]);
      expect(await world.isSelfContained(versions)).toBe(true);
      expect(await world.github.isAncestor(world.repository, resolution, await world.tip('development/10'))).toBe(true);
      expect(await Promise.all(versions.map((version) => fileOn(world, `development/${version}`, 'product.txt')))).toEqual([
        product('trois'), product('trois'), product('drei et trois'), product('drei et trois'), product('drei et trois'),
      ]);
      expect(Object.keys(await world.refs()).filter((ref) => ref.startsWith('w/'))).toEqual([]);
    });
  });

  test('conflict with its own destination: to be resolved on the source branch, nothing is pushed before', async () => {
    await inWorld({ versions: ['4.3', '5.1'] }, async (world) => {
      world.ci.plan('**', 'success');
      await opened(world, { files: { 'product.txt': product('trois') } });
      await world.admin.push('development/4.3', { files: { 'product.txt': product('drei') } });
      await world.admin.merges('development/4.3', 'development/5.1');
      const conflict = await evaluation(world, 1);
      expect(conflict.told).toEqual({ code: 114, said: [100, 114], status: ['failure: Conflict on bugfix/x: 1 file'], moved: [] });

      await follow(world, 'author', commandsIn(conflict.text), { 'product.txt': product('both') });
      expect((await reaction(world)).told).toEqual({
        code: 115, said: [121, 115], status: ['pending: 1 approval missing'], moved: ['w/5.1/bugfix/x: none → w/5.1/bugfix/x@0'],
      });
      expect(await fileOn(world, 'w/5.1/bugfix/x', 'product.txt')).toBe(product('both'));
      expect(await fileOn(world, 'development/4.3', 'product.txt')).toBe(product('drei'));
    });
  });

  test('development branch as source: merged like any other, and stays', async () => {
    await inWorld({ versions: ['4.3', '5.1', '10.0'], settings: { delete_source_branch: true } }, async (world) => {
      world.ci.plan('**', 'success');
      await world.admin.push('development/10.0');
      // Towards an older version: its commits are to be brought back.
      const number = await world.author.openPullRequest('development/10.0', 'development/5.1');
      await world.reviewer.approve(number);
      expect((await reaction(world)).told).toEqual({
        code: 304, said: [100, 121], status: ['pending: Waiting for CI on w/10.0/development/10.0, just pushed'],
        moved: ['w/10.0/development/10.0: none → w/10.0/development/10.0@0'],
      });
      const again = await evaluation(world, number);
      expect(again.told).toMatchObject({ code: 102, said: [102] });
      expect(again.told.moved).toEqual([
        'development/10.0: development/10.0@1 → w/10.0/development/10.0@0',
        'development/5.1: development/5.1@0 → development/10.0@1',
        'w/10.0/development/10.0: w/10.0/development/10.0@0 → none',
      ]);
      expect(await world.isSelfContained()).toBe(true);
    });
  });
});

describe('hotfix branches', () => {
  test('before and after the release: only the hotfix moves; towards a development branch the pending hotfix is told', async () => {
    await inWorld({}, async (world) => {
      world.ci.plan('**', 'success');
      await world.admin.createBranch('hotfix/4.3.1', 'development/4.3');
      const before = await opened(world, { branch: 'bugfix/before', base: 'hotfix/4.3.1' });
      expect((await reaction(world)).told).toEqual({ code: 115, said: [100, 115], status: ['pending: 1 approval missing'], moved: [] });
      await world.reviewer.approve(before);
      const merged = await reaction(world);
      expect(merged.told).toEqual({
        code: 102, said: [102], status: ['success: Merged into hotfix/4.3.1'], moved: ['hotfix/4.3.1: development/4.3@0 → bugfix/before@0'],
      });
      expect(merged.text).toContain('Not touched: `development/10.0`, `development/4.3`, `development/5.1`.');

      await world.github.createTag('admin', world.repository, '4.3.1', 'hotfix/4.3.1');
      const after = await opened(world, { branch: 'bugfix/after', base: 'hotfix/4.3.1' });
      await world.reviewer.approve(after);
      expect((await reaction(world)).told).toEqual({
        code: 102, said: [100, 102], status: ['success: Merged into hotfix/4.3.1'], moved: ['hotfix/4.3.1: bugfix/before@0 → bugfix/after@0'],
      });

      await opened(world, { branch: 'bugfix/later', base: 'development/5.1' });
      const pending = await reaction(world);
      expect(pending.told).toMatchObject({ code: 115, said: [100, 121, 115], moved: ['w/10.0/bugfix/later: none → w/10.0/bugfix/later@0'] });
      expect(pending.comments[1]?.body).toMatch(/Left untouched: \[`hotfix\/4\.3\.1`\]/);
      expect(pending.comments[1]?.body).toContain('Not touched: `development/4.3`.');
    });
  });
});

describe('version branches that are not as they should be', () => {
  test('released 204, not self-contained 210, destination gone 222: nothing is pushed, and after the repair it goes on', async () => {
    await inWorld({ versions: ['4.3.17', '4.3', '5.1'] }, async (world) => {
      await world.github.createTag('admin', world.repository, 'v4.3.17', 'development/4.3.17');
      await opened(world, { branch: 'bugfix/released', base: 'development/4.3.17' });
      expect((await reaction(world)).told).toEqual({
        code: 204, said: [100], status: ['failure: 4.3.17 is released (tag v4.3.17); delete development/4.3.17'], moved: [],
      });

      const number = await opened(world);
      await world.admin.push('development/4.3');
      expect(account(world, await world.deliverNext()).told).toMatchObject({ code: 210, said: [100] });
      const open = await evaluation(world, number);
      expect(open.told).toEqual({ code: 210, said: [], status: [], moved: [] });
      expect(open.run.result.outputs.message).toContain('development/5.1 does not include development/4.3');
      await world.admin.merges('development/4.3', 'development/5.1');
      forget(world);
      expect((await evaluation(world, number)).told).toMatchObject({ code: 115, said: [121, 115], moved: ['w/5.1/bugfix/x: none → w/5.1/bugfix/x@0'] });

      // GitHub closes the pull request of a deleted base, a moment later.
      await world.github.repository(world.repository).git.setRefs(new Map([['refs/heads/development/4.3', null]]));
      const gone = await evaluation(world, number);
      expect(gone.told).toEqual({ code: 222, said: [222], status: ['failure: Destination development/4.3 does not exist'], moved: [] });
    });
  });
});
