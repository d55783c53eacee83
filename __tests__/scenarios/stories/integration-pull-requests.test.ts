import { describe, expect, test } from '@jest/globals';
import type { World } from '../../../sandbox/world/index.js';
import { account, evaluation, forget, inWorld, opened, reaction } from './story.js';

const created = ['w/10.0/bugfix/x: none → w/10.0/bugfix/x@0', 'w/5.1/bugfix/x: none → w/5.1/bugfix/x@0'];

function openOnes(world: World): ReadonlyArray<readonly [number, string, string]> {
  const all = [...world.github.repository(world.repository).pullRequests.values()];
  return all.filter(({ state }) => state === 'open').map(({ number, head, base }) => [number, head.ref, base.ref]);
}

describe('integration pull requests', () => {
  test('always: opened once, in order, about the parent, closed with its merge', async () => {
    await inWorld({ settings: { always_create_integration_pull_requests: true, required_peer_approvals: 0 } }, async (world) => {
      const title = `${'long 𝒳 '.repeat(36)}end`.slice(0, 255);
      const number = await opened(world, { title });
      const first = account(world, await world.deliverNext());
      expect(first.told).toMatchObject({ code: 304, said: [100, 121], moved: created });
      expect(openOnes(world)).toEqual([
        [number, 'bugfix/x', 'development/4.3'],
        [number + 1, 'w/5.1/bugfix/x', 'development/5.1'],
        [number + 2, 'w/10.0/bugfix/x', 'development/10.0'],
      ]);
      const child = world.github.pullRequest(world.repository, number + 1);
      expect(child.title).toMatch(/^INTEGRATION \[PR#1 > development\/5\.1\] long 𝒳 [^\r\n]*…$/u);
      expect(child.title.length).toBeLessThanOrEqual(256);
      expect(child.author).toBe('bert-e[bot]');

      // Nothing is opened twice; events on a child are about the parent, and so is what is said.
      expect((await evaluation(world, number)).told).toMatchObject({ code: 303, said: [], moved: [] });
      expect(openOnes(world)).toHaveLength(3);
      world.reviewer.comment(number + 2, 'What is this?');
      const about = await reaction(world);
      expect(about.told).toMatchObject({ code: 303, said: [], moved: [] });
      expect(about.run.result.outputs.outcomes).toContain(`"pullRequest":${number},`);

      world.ci.succeeds('bugfix/x');
      world.ci.succeeds('w/5.1/bugfix/x');
      world.ci.succeeds('w/10.0/bugfix/x');
      expect((await reaction(world)).told).toMatchObject({ code: 102, said: [102] });
      expect(openOnes(world)).toEqual([]);
      expect([...world.github.repository(world.repository).comments.values()].map((comment) => comment.number)).toEqual([number, number, number + 2, number]);
    });
  });

  test('by option; somebody pushes to one between look and push: their commit is kept and built on; closed unmerged: all cleaned, 305', async () => {
    await inWorld({}, async (world) => {
      const number = await opened(world);
      world.author.comment(number, '/create_pull_requests');
      expect((await reaction(world)).told).toMatchObject({ code: 115, said: [100, 121, 115], moved: created });
      expect(openOnes(world)).toHaveLength(3);

      await world.author.push('bugfix/x');
      forget(world);
      world.beforeNextPush(() => world.secondReviewer.push('w/5.1/bugfix/x', { message: 'adapt' }));
      const picked = await evaluation(world, number);
      expect(picked.told).toMatchObject({
        code: 115, said: [], moved: ['w/10.0/bugfix/x: w/10.0/bugfix/x@0 → w/10.0/bugfix/x@1', 'w/5.1/bugfix/x: w/5.1/bugfix/x@0 → w/5.1/bugfix/x@2'],
      });
      const work = world.names.all();
      const adapted = [...work].find(([, name]) => name === 'w/5.1/bugfix/x@1')?.[0] ?? '';
      expect(await world.github.isAncestor(world.repository, adapted, await world.tip('w/10.0/bugfix/x'))).toBe(true);
      expect(openOnes(world)).toHaveLength(3);

      await world.author.closes(number);
      const closed = await reaction(world);
      expect(closed.told).toEqual({
        code: 305, said: [], status: [], moved: ['w/10.0/bugfix/x: w/10.0/bugfix/x@1 → none', 'w/5.1/bugfix/x: w/5.1/bugfix/x@2 → none'],
      });
      expect(closed.run.state).toBe('neutral');
      expect(openOnes(world)).toEqual([]);
      expect((await evaluation(world, number)).told).toEqual({ code: 302, said: [], status: [], moved: [] });
      expect(await world.tip('bugfix/x')).toBe(world.github.pullRequest(world.repository, number).head.sha);
    });
  });

  test('a head the robot cannot have seen: 213, nothing is pushed, and the next look goes on', async () => {
    await inWorld({ settings: { always_create_integration_pull_requests: true } }, async (world) => {
      const number = await opened(world);
      expect((await reaction(world)).told.code).toBe(115);
      await world.author.push('bugfix/x');
      forget(world);
      // After git told where the branches are, before the pull requests are listed.
      world.beforeRequest(({ surface, path }) => surface === 'rest' && path.endsWith('/pulls'), () => world.secondReviewer.push('w/5.1/bugfix/x'));
      const moved = await evaluation(world, number);
      expect(moved.told).toMatchObject({ code: 213, said: [], moved: ['w/5.1/bugfix/x: w/5.1/bugfix/x@0 → w/5.1/bugfix/x@1'] });
      expect(moved.told.status).toEqual(['failure: w/5.1/bugfix/x moved meanwhile']);
      expect(moved.run.pushes).toEqual([]);
      expect((await evaluation(world, number)).told).toMatchObject({ code: 115, said: [], status: ['pending: 1 approval missing'] });
    });
  });
});

describe('closing', () => {
  test('another open pull request of the same source: the integration branches stay for it', async () => {
    await inWorld({}, async (world) => {
      const first = await opened(world);
      const second = await world.author.openPullRequest('bugfix/x', 'development/5.1');
      forget(world);
      expect((await evaluation(world, first)).told).toMatchObject({ code: 115, moved: created });
      await world.author.closes(first);
      const closed = await reaction(world);
      expect(closed.told).toEqual({ code: 302, said: [], status: [], moved: [] });
      expect((await evaluation(world, second)).told.code).toBe(115);
      await world.author.closes(second);
      expect((await reaction(world)).told.code).toBe(305);
      expect(Object.keys(await world.refs()).filter((ref) => ref.startsWith('w/'))).toEqual([]);
    });
  });

  test('retargeted to a later version: lands from there on, and what the first destination had needed is removed in the end', async () => {
    await inWorld({ settings: { required_peer_approvals: 0 } }, async (world) => {
      world.ci.plan('**', 'success');
      const number = await opened(world);
      expect((await reaction(world)).told).toMatchObject({ code: 304, moved: created });
      await world.github.editPullRequest('author', world.repository, number, { base: 'development/5.1' });
      const merged = await reaction(world);
      expect(merged.told).toMatchObject({ code: 102, said: [102], status: ['success: Merged into development/5.1, development/10.0'] });
      expect((await world.refs())['development/4.3']).toBe('development/4.3@0');
      expect(await world.isSelfContained()).toBe(true);
      await evaluation(world, number);
      expect(Object.keys(await world.refs()).filter((ref) => ref.startsWith('w/'))).toEqual([]);
    });
  });

  test('source branch gone, content already there: 302; merged by hand: what it left is removed', async () => {
    await inWorld({ versions: ['4.3', '5.1'], settings: { required_peer_approvals: 5 } }, async (world) => {
      const number = await opened(world);
      expect((await reaction(world)).told.code).toBe(115);
      await world.github.mergePullRequest('admin', world.repository, number);
      const left = await evaluation(world, number);
      expect(left.told).toEqual({ code: 302, said: [], status: [], moved: ['w/5.1/bugfix/x: w/5.1/bugfix/x@0 → none'] });
      expect((await evaluation(world, number)).told).toEqual({ code: 302, said: [], status: [], moved: [] });
      await world.admin.merges('development/4.3', 'development/5.1');

      // GitHub closes such pull requests, a moment later.
      const gone = await opened(world, { branch: 'bugfix/gone' });
      await world.github.repository(world.repository).git.setRefs(new Map([['refs/heads/bugfix/gone', null]]));
      expect((await reaction(world)).told).toEqual({ code: 302, said: [100], status: [], moved: [] });
      const inside = await opened(world, { branch: 'bugfix/inside' });
      await world.github.repository(world.repository).git.setRefs(new Map([
        ['refs/heads/development/4.3', await world.tip('bugfix/inside')], ['refs/heads/development/5.1', await world.tip('bugfix/inside')],
      ]));
      expect((await evaluation(world, inside)).told).toMatchObject({ code: 302, said: [100], moved: [] });
      expect([gone, inside].map((each) => world.github.pullRequest(world.repository, each).state)).toEqual(['open', 'open']);
    });
  });
});
