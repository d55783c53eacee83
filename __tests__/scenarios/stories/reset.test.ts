import { describe, expect, test } from '@jest/globals';
import { account, evaluation, fileOn, forget, inWorld, opened, reaction } from './story.js';
import type { World } from '../../../sandbox/world/index.js';

/** The author rewrites the source branch, as after a rebase on a destination that moved. */
async function rebase(world: World): Promise<void> {
  await world.admin.push('development/4.3');
  await world.admin.merges('development/4.3', 'development/5.1');
  await world.admin.merges('development/5.1', 'development/10.0');
  const rebased = await world.author.push('bugfix/rebased', { from: 'development/4.3', files: { 'change.txt': 'rebased\n' } });
  await world.author.forcePush('bugfix/x', rebased);
  await world.author.deleteBranch('bugfix/rebased');
}

const bothDeleted = ['w/10.0/bugfix/x: w/10.0/bugfix/x@0 → none', 'w/5.1/bugfix/x: w/5.1/bugfix/x@0 → none'];

describe('the source branch is rebased', () => {
  test('113; reset 128 deletes the integration branches; the next event makes them anew', async () => {
    await inWorld({}, async (world) => {
      const number = await opened(world, { files: { 'change.txt': 'first\n' } });
      expect((await reaction(world)).told.code).toBe(115);
      const lost = await world.tip('bugfix/x');
      await rebase(world);
      const mismatch = await evaluation(world, number);
      expect(mismatch.told).toEqual({ code: 113, said: [113], status: ['failure: History mismatch on w/5.1/bugfix/x: use reset'], moved: [] });
      expect(mismatch.text).toContain(`[\`${lost.slice(0, 7)}\`]`);
      expect((await evaluation(world, number)).told).toEqual({ code: 113, said: [], status: [], moved: [] });

      world.author.comment(number, '/reset');
      const reset = account(world, await world.deliverNext());
      expect(reset.told).toEqual({ code: 128, said: [128], status: [], moved: bothDeleted });
      expect(reset.run.conclusion).toBe('success');

      expect((await evaluation(world, number)).told).toEqual({
        code: 115, said: [115], status: ['pending: 1 approval missing'],
        moved: ['w/10.0/bugfix/x: none → w/10.0/bugfix/x@1', 'w/5.1/bugfix/x: none → w/5.1/bugfix/x@1'],
      });
      expect(await fileOn(world, 'w/10.0/bugfix/x', 'change.txt')).toBe('rebased\n');
      expect(await world.github.isAncestor(world.repository, lost, await world.tip('w/10.0/bugfix/x'))).toBe(false);
    });
  });

  test('a developer worked on an integration branch: reset 129 deletes nothing, force_reset 128 does', async () => {
    await inWorld({}, async (world) => {
      const number = await opened(world, { files: { 'change.txt': 'first\n' } });
      expect((await reaction(world)).told.code).toBe(115);
      const work = await world.secondReviewer.push('w/10.0/bugfix/x', { message: 'adapt it to the new version' });
      await rebase(world);
      forget(world);
      expect((await evaluation(world, number)).told).toMatchObject({ code: 113, said: [113], moved: [] });

      world.author.comment(number, '@bert-e reset');
      const refused = await reaction(world);
      expect(refused.told).toEqual({ code: 129, said: [129], status: ['failure: Reset would lose work on w/10.0/bugfix/x'], moved: [] });
      expect(refused.text).toContain(work.slice(0, 7));
      expect(refused.text).toContain('adapt it to the new version');
      expect(refused.run.state).toBe('failure');

      world.author.comment(number, '/force_reset');
      expect((await reaction(world)).told).toEqual({
        code: 128, said: [128], status: [],
        moved: ['w/10.0/bugfix/x: w/10.0/bugfix/x@1 → none', 'w/5.1/bugfix/x: w/5.1/bugfix/x@0 → none'],
      });
    });
  });

  test('reset without a rebase, in spite of a conflict resolved before by the developer: refused, the resolution stays', async () => {
    await inWorld({ versions: ['4.3', '5.1'] }, async (world) => {
      const number = await opened(world, { files: { 'product.txt': 'ours\n' } });
      await world.admin.push('development/5.1', { files: { 'product.txt': 'theirs\n' } });
      expect((await evaluation(world, number)).told).toMatchObject({ code: 114, moved: [] });
      await world.author.createBranch('w/5.1/bugfix/x', 'development/5.1');
      await world.author.merges('bugfix/x', 'w/5.1/bugfix/x', { 'product.txt': 'both\n' });
      world.author.comment(number, '/reset');
      expect((await reaction(world)).told).toMatchObject({ code: 129, said: [129], moved: [] });
      expect(await fileOn(world, 'w/5.1/bugfix/x', 'product.txt')).toBe('both\n');
      // A command is carried out once: the next look goes on where it was.
      expect((await evaluation(world, number)).told).toMatchObject({ code: 115, said: [121, 115], moved: [] });
    });
  });

  test('reset of a branch that moves at that very moment: nothing of the newcomer is lost', async () => {
    await inWorld({}, async (world) => {
      const number = await opened(world);
      expect((await reaction(world)).told.code).toBe(115);
      world.beforeNextPush(() => world.secondReviewer.push('w/5.1/bugfix/x', { message: 'just in time' }));
      world.author.comment(number, '/reset');
      const refused = account(world, await world.deliverNext());
      expect(refused.told).toMatchObject({ code: 129, said: [129], moved: ['w/5.1/bugfix/x: w/5.1/bugfix/x@0 → w/5.1/bugfix/x@1'] });
      expect(refused.run.pushes).toEqual([bothDeleted]);
    });
  });
});
