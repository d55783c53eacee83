import { describe, expect, test } from '@jest/globals';
import { evaluation, forget, inWorld, opened, reaction } from './story.js';

describe('rules of the settings', () => {
  test('max_commit_diff: more commits behind than that 132, until merged or bypassed', async () => {
    await inWorld({ versions: ['10.0'], settings: { max_commit_diff: 1, delete_source_branch: true } }, async (world) => {
      world.ci.plan('**', 'success');
      const base = 'development/10.0';
      const number = await opened(world, { base });
      const source = await world.tip('bugfix/x');
      const other = await opened(world, { base, branch: 'bugfix/other' });
      await world.reviewer.approve(number);
      await world.admin.push(base);
      forget(world);
      expect((await evaluation(world, other)).told).toMatchObject({ code: 115 });
      await world.admin.push(base);
      forget(world);
      const behind = await evaluation(world, number);
      expect(behind.told).toEqual({ code: 132, said: [100, 132], status: ['failure: bugfix/x is 2 commits behind, 1 allowed'], moved: [] });
      world.reviewer.comment(number, '/bypass_commit_size');
      expect((await reaction(world)).told).toMatchObject({ code: 123, said: [123], moved: [] });
      world.github.deleteComment('reviewer', world.repository, world.github.comments(world.repository, number).find(({ author }) => author === 'reviewer')?.id ?? 0);
      world.admin.comment(number, '/bypass_commit_size');
      const merged = await reaction(world);
      expect(merged.told).toMatchObject({ code: 102, said: [102] });
      // The destination had moved on: a merge of the two, in the push that also deletes the source.
      expect(merged.told.moved).toEqual(['bugfix/x: bugfix/x@0 → none', `${base}: ${base}@2 → ${base}@3`]);
      expect(await world.github.isAncestor(world.repository, source, await world.tip(base))).toBe(true);
      expect((await world.github.graph(world.repository, [base]))[0]).toMatchObject({ subject: `Merge bugfix/x into ${base} (#${number})` });
    });
  });

  test('allowed_prefixes: refused by one target of several 106, until bypassed', async () => {
    await inWorld({ versions: ['4.3', '5.1'], settings: { allowed_prefixes: { 'development/4.*': ['bugfix'], 'development/*': ['bugfix', 'feature'] } } }, async (world) => {
      const number = await opened(world, { branch: 'feature/new' });
      const refused = await reaction(world);
      expect(refused.told).toEqual({ code: 106, said: [100, 106], status: ['failure: Prefix feature not accepted by development/4.3'], moved: [] });
      expect(refused.text).not.toContain('development/5.1` ');
      world.admin.comment(number, '/bypass_incompatible_branch');
      expect((await reaction(world)).told).toMatchObject({ code: 115, said: [121, 115], moved: ['w/5.1/feature/new: none → w/5.1/feature/new@0'] });
      await opened(world, { branch: 'feature/newer', base: 'development/5.1' });
      expect((await reaction(world)).told).toMatchObject({ code: 115, said: [100, 115], moved: [] });
    });
  });

  test('always_create_integration_branches: false: 135 until asked for by an option, a pull request option or the author’s approval', async () => {
    await inWorld({ versions: ['4.3', '5.1'], settings: { always_create_integration_branches: false } }, async (world) => {
      const cases = [
        { branch: 'bugfix/option', word: '/create_integration_branches', by: 'reviewer' },
        { branch: 'bugfix/approve', word: '/approve', by: 'author' },
      ];
      for (const { branch, word, by } of cases) {
        const number = await opened(world, { branch });
        const asked = await reaction(world);
        expect(asked.told).toEqual({ code: 135, said: [100, 135], status: ['pending: Integration branches must be asked for'], moved: [] });
        expect(asked.text).toContain('/create_integration_branches');
        world.person(by).comment(number, word);
        expect((await reaction(world)).told).toMatchObject({ code: 115, said: [121, 115], moved: [`w/5.1/${branch}: none → w/5.1/${branch}@0`] });
      }
      // One target: there is nothing to ask for.
      await opened(world, { branch: 'bugfix/single', base: 'development/5.1' });
      expect((await reaction(world)).told).toMatchObject({ code: 115, said: [100, 115], moved: [] });
    });
  });

  test('no_octopus: a moved destination and the source come in one after the other; without it at once', async () => {
    await inWorld({ versions: ['4.3', '5.1'] }, async (world) => {
      const number = await opened(world);
      expect((await reaction(world)).told.code).toBe(115);
      const parents = async (): Promise<number> => (await world.github.graph(world.repository, ['w/5.1/bugfix/x']).then(([tip]) => tip?.parents.length)) ?? 0;
      const bothMove = async (): Promise<void> => {
        await world.admin.push('development/5.1');
        await world.author.push('bugfix/x');
        forget(world);
      };
      await bothMove();
      expect((await evaluation(world, number)).told).toMatchObject({ code: 115, said: [], moved: ['w/5.1/bugfix/x: w/5.1/bugfix/x@0 → w/5.1/bugfix/x@1'] });
      expect(await parents()).toBe(3);
      world.author.comment(number, '/no_octopus');
      await bothMove();
      expect((await evaluation(world, number)).told).toMatchObject({ code: 115, moved: ['w/5.1/bugfix/x: w/5.1/bugfix/x@1 → w/5.1/bugfix/x@2'] });
      expect(await parents()).toBe(2);
      expect(await world.github.isAncestor(world.repository, await world.tip('development/5.1'), await world.tip('w/5.1/bugfix/x'))).toBe(true);
    });
  });
});

test('no_comment: nothing is posted, and a command is carried out for its own event only', async () => {
  await inWorld({ versions: ['4.3', '5.1'], settings: { no_comment: true } }, async (world) => {
    world.ci.plan('**', 'success');
    const number = await opened(world);
    expect((await reaction(world)).told).toEqual({
      code: 115, said: [], status: ['pending: 1 approval missing'], moved: ['w/5.1/bugfix/x: none → w/5.1/bugfix/x@0'],
    });
    world.author.comment(number, '/reset');
    expect((await reaction(world)).told).toEqual({ code: 128, said: [], status: [], moved: ['w/5.1/bugfix/x: w/5.1/bugfix/x@0 → none'] });
    await world.reviewer.approve(number);
    // Made in the same second as the deleted one, it is the same commit.
    expect((await reaction(world)).told).toMatchObject({ code: 304, said: [], moved: [expect.stringMatching(/^w\/5\.1\/bugfix\/x: none → w\/5\.1\/bugfix\/x@[01]$/)] });
    const merged = await evaluation(world, number);
    expect(merged.told).toMatchObject({ code: 102, said: [], status: ['success: Merged into development/4.3, development/5.1'] });
    expect(merged.run.result.outputs.message).toContain('Merged into');
  });
});
