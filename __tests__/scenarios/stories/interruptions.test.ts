import { describe, expect, test } from '@jest/globals';
import type { IncomingRequest } from '../../../sandbox/github/api.js';
import type { World } from '../../../sandbox/world/index.js';
import { evaluation, forget, inWorld, opened, reaction } from './story.js';

function isWrite({ surface, method, receivePack }: IncomingRequest): boolean {
  return surface === 'git' ? receivePack : method !== 'GET';
}

/** Runs one after the other, each killed as its first write arrives (which still happens), until one has nothing to write. */
async function onlyOneWriteEach(world: World, number: number): Promise<{ readonly writes: readonly string[]; readonly said: readonly unknown[]; readonly code: number | null }> {
  const writes: string[] = [];
  const said: unknown[] = [];
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const { run, told } = await evaluation(world, number, { killAt: isWrite });
    said.push(...told.said.map((code) => (typeof code === 'string' ? code.replace(/^#\d+ /, '') : String(code))));
    if (run.result.ending.kind === 'exited') return { writes, said, code: run.code };
    writes.push(...run.pushes.map(() => 'push'), ...run.writes.map((write) => write.replace(/\/repos\/acme\/product/, '').replace(/\/[0-9a-f]{40}$/, '')));
  }
  throw new Error('The robot does not come to an end.');
}

describe('a run is killed', () => {
  test('right after the push that merges: the next run tells 102, once', async () => {
    await inWorld({ versions: ['4.3', '5.1'], settings: { required_peer_approvals: 0 } }, async (world) => {
      world.ci.plan('**', 'success');
      const number = await opened(world);
      expect((await reaction(world)).told.code).toBe(304);
      const killed = await evaluation(world, number, { killAt: ({ receivePack }) => receivePack });
      expect(killed.told).toMatchObject({ code: null, said: [], status: [], moved: expect.arrayContaining(['development/4.3: development/4.3@0 → bugfix/x@0']) });
      expect(killed.run.result.exitCode).toBeNull();

      const told = await evaluation(world, number);
      expect(told.told).toEqual({ code: 302, said: [102], status: ['success: Merged into development/4.3, development/5.1'], moved: [] });
      expect(told.text).toContain('This record was made up later');
      expect((await evaluation(world, number)).told).toEqual({ code: 302, said: [], status: [], moved: [] });
    });
  });

  test('right after the push that merges at the first look: greeting and merge are told by the next run', async () => {
    await inWorld({ versions: ['10.0'], settings: { required_peer_approvals: 0 } }, async (world) => {
      world.ci.plan('**', 'success');
      const number = await opened(world, { base: 'development/10.0' });
      const killed = await evaluation(world, number, { killAt: ({ receivePack }) => receivePack });
      expect(killed.told).toMatchObject({ said: [], moved: [expect.stringMatching(/^development\/10\.0: /)] });
      expect((await evaluation(world, number)).told).toMatchObject({ code: 302, said: [100, 102], moved: [] });
      expect((await evaluation(world, number)).told).toMatchObject({ code: 302, said: [], moved: [] });
    });
  });

  test('right after the push that merges the rest of what had merged in part: that is told too, by the next sweep', async () => {
    await inWorld({ versions: ['10.0'], settings: { use_queues: true } }, async (world) => {
      world.ci.plan('**', 'success');
      const number = await opened(world, { base: 'development/10.0' });
      await world.reviewer.approve(number);
      forget(world);
      expect((await evaluation(world, number)).told).toMatchObject({ code: 125, said: [100, 125] });
      await world.author.push('bugfix/x', { message: 'one more thing' });
      forget(world);
      expect((await evaluation(world, number)).told).toMatchObject({ said: [126] });
      expect((await evaluation(world, number)).told).toMatchObject({ code: 125, said: [125] });
      await evaluation(world, number, { killAt: ({ receivePack }) => receivePack });
      expect(world.github.pullRequest(world.repository, number)).toMatchObject({ state: 'closed' });
      forget(world);
      await world.sweep();
      forget(world);
      expect(world.codesSaid(number)).toEqual([102]);
      world.statusesSet();
    });
  });

  test('after each of its outside effects: everything is done once, and said once', async () => {
    await inWorld({ settings: { always_create_integration_pull_requests: true, delete_source_branch: true } }, async (world) => {
      world.ci.plan('**', 'success');
      const number = await opened(world);
      forget(world);
      expect(await onlyOneWriteEach(world, number)).toEqual({
        writes: ['push', 'POST /pulls', 'POST /pulls', 'POST /statuses', 'POST /issues/1/comments', 'POST /issues/1/comments', 'POST /issues/1/comments'],
        said: ['100', '121', '115'],
        code: 115,
      });
      const open = [...world.github.repository(world.repository).pullRequests.values()].map(({ title, state }) => [title, state]);
      expect(open).toEqual([
        ['Work on bugfix/x', 'open'],
        ['INTEGRATION [PR#1 > development/5.1] Work on bugfix/x', 'open'],
        ['INTEGRATION [PR#1 > development/10.0] Work on bugfix/x', 'open'],
      ]);

      await world.reviewer.approve(number);
      forget(world);
      const landing = await onlyOneWriteEach(world, number);
      expect(landing).toEqual({ writes: ['push', 'POST /statuses', 'POST /issues/1/comments'], said: ['102'], code: 302 });
      expect(await world.refs()).toMatchObject({ 'development/4.3': 'bugfix/x@0', 'development/5.1': 'w/5.1/bugfix/x@0', 'development/10.0': 'w/10.0/bugfix/x@0' });
      expect(Object.keys(await world.refs())).toHaveLength(3);
      expect([...world.github.repository(world.repository).pullRequests.values()].map(({ state }) => state)).toEqual(['closed', 'closed', 'closed']);
    });
  });

  test('after it carried out a command: the command is answered by the next run, and carried out once', async () => {
    await inWorld({ versions: ['4.3', '5.1'], settings: { required_peer_approvals: 0 } }, async (world) => {
      const number = await opened(world);
      expect((await reaction(world)).told.code).toBe(304);
      world.author.comment(number, '/reset');
      const reset = await onlyOneWriteEach(world, number);
      expect(reset.writes.slice(0, 2)).toEqual(['push', 'POST /issues/1/comments']);
      expect(reset.said).toEqual(['128']);

      world.ci.fails('bugfix/x');
      forget(world);
      world.author.comment(number, '/retry');
      const retry = await onlyOneWriteEach(world, number);
      expect(retry.writes.filter((write) => write.includes('rerun'))).toHaveLength(1);
      expect(retry.said).toEqual(['137']);
      expect(world.ci.simulator.runs({ branch: 'bugfix/x' }).map(({ runAttempt }) => runAttempt)).toEqual([2]);
    });
  });
});

describe('no event is lost', () => {
  test('the robot hears everything, itself included: says each thing once and comes to rest', async () => {
    await inWorld({ versions: ['10.0'] }, async (world) => {
      const number = await opened(world, { base: 'development/10.0' });
      const codes = async (): Promise<ReadonlyArray<number | null>> => (await world.deliverAll()).map(({ code }) => code);
      expect(await codes()).toEqual([115, 115, 115]);
      await world.reviewer.approve(number);
      expect(await codes()).toEqual([303]);
      world.ci.succeeds('bugfix/x');
      expect((await codes()).slice(0, 1)).toEqual([102]);
      expect(world.pending).toEqual([]);
      expect(world.codesSaid(number)).toEqual([100, 115, 102]);
      expect(world.statusesSet().map(({ state }) => state)).toEqual(['pending', 'pending', 'success']);
      expect(world.robot.runs.every((run) => run.conclusion === 'success')).toBe(true);
    });
  });
});
