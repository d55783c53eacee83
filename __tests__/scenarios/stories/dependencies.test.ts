import { describe, expect, test } from '@jest/globals';
import { account, evaluation, forget, inWorld, opened, reaction } from './story.js';

describe('after_pull_request', () => {
  test('waits for open ones and those closed unmerged, goes on when all are merged', async () => {
    await inWorld({ versions: ['10.0'] }, async (world) => {
      world.ci.plan('**', 'success');
      const base = 'development/10.0';
      const first = await opened(world, { branch: 'bugfix/first', base });
      const second = await opened(world, { branch: 'bugfix/second', base });
      const last = await opened(world, { branch: 'bugfix/last', base });
      await world.author.closes(second);
      await world.reviewer.approve(last);
      world.author.comment(last, `/after_pull_request=${first} /after_pull_request=${second}`);
      const waiting = await reaction(world);
      expect(waiting.told).toEqual({ code: 120, said: [100, 120], status: [`pending: Waiting for #${first}, #${second}`], moved: [] });
      expect(waiting.text).toMatch(new RegExp(`/pull/${first}\\) is still open[^]*/pull/${second}\\) was \\*\\*closed without being merged`));

      await world.author.reopens(second);
      const reopened = await evaluation(world, last);
      expect(reopened.told).toMatchObject({ code: 120, said: [120], status: [], moved: [] });
      expect(reopened.text).not.toContain('closed without');

      await world.reviewer.approve(first);
      expect((await reaction(world)).told).toMatchObject({ code: 102, said: [100, 102] });
      expect((await evaluation(world, last)).told).toMatchObject({ code: 120, said: [120], status: [`pending: Waiting for #${second}`], moved: [] });
      await world.reviewer.approve(second);
      expect((await reaction(world)).told).toMatchObject({ code: 102, said: [100, 102] });
      // Nothing tells the robot that the wait is over but the sweep.
      const sweep = account(world, await world.sweep());
      expect(sweep.run.merged).toEqual([last]);
      expect(sweep.told).toMatchObject({ code: 102, said: [`#${last} 102`] });
    });
  });

  test('number that is no pull request 131, without a number 131, of an issue 131; corrected: goes on', async () => {
    await inWorld({ versions: ['10.0'] }, async (world) => {
      const number = await opened(world, { base: 'development/10.0' });
      const comment = world.author.comment(number, '@bert-e after_pull_request=99');
      const unknown = await reaction(world);
      expect(unknown.told).toEqual({ code: 131, said: [100, 131], status: ['failure: No pull request 99'], moved: [] });
      expect(unknown.run.conclusion).toBe('failure');

      world.author.editComment(comment.id, '/after_pull_request');
      expect((await reaction(world)).told).toEqual({ code: 131, said: [131], status: ['failure: after_pull_request needs a number'], moved: [] });

      const issue = world.github.openIssue('author', world.repository, 'An issue');
      world.author.editComment(comment.id, `/after_pull_request=${issue.number}`);
      expect((await reaction(world)).told).toMatchObject({ code: 131, said: [131] });

      world.author.deleteComment(comment.id);
      expect((await reaction(world)).told).toEqual({ code: 115, said: [115], status: ['pending: 1 approval missing'], moved: [] });
      forget(world);
    });
  });
});
