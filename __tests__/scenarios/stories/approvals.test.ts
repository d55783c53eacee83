import { describe, expect, test } from '@jest/globals';
import { evaluation, inWorld, opened, reaction } from './story.js';

const base = 'development/10.0';
const versions = ['10.0'];

describe('approvals', () => {
  test('author, two peers, one leader of a team: each is asked for by name; a change request blocks until dismissed', async () => {
    const settings = { need_author_approval: true, required_peer_approvals: 2, required_leader_approvals: 1, project_leaders: ['@acme/leads', 'second-reviewer'] };
    await inWorld({ versions, settings }, async (world) => {
      world.ci.plan('**', 'success');
      world.github.createTeam('acme', 'leads', ['Leader']);
      const number = await opened(world, { base });
      const nothing = await reaction(world);
      expect(nothing.told).toEqual({ code: 115, said: [100, 115], status: ['pending: 2 approvals missing (1 of a leader); the author has not approved'], moved: [] });
      expect(nothing.text).toContain('0 of 2 given');

      await world.reviewer.approve(number);
      expect((await reaction(world)).told).toMatchObject({ said: [115], status: ['pending: 1 approval missing (1 of a leader); the author has not approved'] });
      world.author.comment(number, '/approve');
      expect((await reaction(world)).told).toMatchObject({ said: [115], status: ['pending: 1 approval missing (1 of a leader)'] });

      const objection = await world.secondReviewer.requestChanges(number);
      expect((await reaction(world)).told).toEqual({ code: 115, said: [115], status: ['pending: Change requested by second-reviewer'], moved: [] });
      await world.leader.approve(number);
      const blocked = await reaction(world);
      expect(blocked.told).toMatchObject({ code: 115, said: [115], status: [], moved: [] });
      expect(blocked.text).toContain('`second-reviewer` **requested changes**');
      await world.admin.dismiss(number, objection.id);
      const merged = await reaction(world);
      expect(merged.told).toMatchObject({ code: 102, said: [102] });
      const head = (await world.tip('bugfix/x')).slice(0, 7);
      expect(merged.text).toMatch(new RegExp(`approvals: \`leader\` on \\[\`${head}\`\\]\\S+ and \`reviewer\` on|approvals: \`leader\` on \\[\`${head}\`\\]\\S+, \`reviewer\` on`));
    });
  });

  test('dismissed approval does not count; own and the robot’s reviews neither; a leader who is the author counts as one', async () => {
    await inWorld({ versions, settings: { required_peer_approvals: 1, required_leader_approvals: 1, project_leaders: ['author'] } }, async (world) => {
      const number = await opened(world, { base });
      await world.github.review(world.robot.login, world.repository, number, 'APPROVED');
      expect((await reaction(world)).told).toMatchObject({ code: 115, said: [100, 115], status: ['pending: 1 approval missing'] });
      const review = await world.reviewer.approve(number);
      expect((await reaction(world)).told).toMatchObject({ code: 303 });
      await world.admin.dismiss(number, review.id);
      const dismissed = await reaction(world);
      expect(dismissed.told).toMatchObject({ code: 115, said: [], status: ['pending: 1 approval missing'] });
    });
  });

  test('unanimity: everybody who reviewed or is asked to must approve; taken back with its comment', async () => {
    await inWorld({ versions }, async (world) => {
      const number = await opened(world, { base });
      await world.reviewer.approve(number);
      await world.github.review('second-reviewer', world.repository, number, 'COMMENTED', 'Hm.');
      await world.github.requestReview('author', world.repository, number, ['leader']);
      const comment = world.secondReviewer.comment(number, '/unanimity');
      expect((await reaction(world)).told).toEqual({ code: 115, said: [100, 115], status: ['pending: Not approved by leader, second-reviewer'], moved: [] });
      await world.leader.approve(number);
      expect((await reaction(world)).told).toMatchObject({ code: 115, said: [115], status: ['pending: Not approved by second-reviewer'] });
      world.secondReviewer.deleteComment(comment.id);
      expect((await reaction(world)).told).toMatchObject({ code: 303, said: [] });
    });
  });

  test('stale approvals with dismiss_stale_approvals; a reviewer whose account was deleted; both bypasses set a change request aside', async () => {
    await inWorld({ versions, settings: { dismiss_stale_approvals: true } }, async (world) => {
      world.ci.plan('**', 'success');
      const number = await opened(world, { base });
      await world.reviewer.approve(number);
      const old = (await world.tip('bugfix/x')).slice(0, 7);
      await world.author.push('bugfix/x');
      const stale = await reaction(world);
      expect(stale.told).toEqual({ code: 115, said: [100, 115], status: ['pending: 1 approval missing'], moved: [] });
      expect(stale.text).toContain(`\`reviewer\` approved [\`${old}\`]`);

      await world.person('leaver').requestChanges(number);
      world.github.state.deletedAccounts.add('leaver');
      expect((await evaluation(world, number)).told.status).toEqual(['pending: Change requested by ghost']);
      await world.reviewer.approve(number);
      expect((await reaction(world)).told).toMatchObject({ code: 115, moved: [] });
      world.admin.comment(number, '/bypass_peer_approval');
      expect((await reaction(world)).told).toMatchObject({ code: 115, moved: [] });
      world.admin.comment(number, '/bypass_leader_approval');
      expect((await reaction(world)).told).toMatchObject({ code: 102, said: [102], moved: [`${base}: ${base}@0 → bugfix/x@1`] });
    });
  });
});
