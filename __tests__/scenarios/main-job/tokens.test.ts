import { describe, expect, test } from '@jest/globals';
import { forgetEvents, integration, inWorld, look, newPullRequest, openedPullRequest, source, tested, told } from './stories.js';

// That no token ever comes out: hostile/token.test.ts.
describe('with the token of the job, whose pushes start no CI', () => {
  test('dispatch: the robot starts the named workflow on each branch it pushes, and these dispatched runs count', async () => {
    await inWorld({ tokenKind: 'job', settings: { dispatch: ['ci.yml'] } }, async (world) => {
      const number = await newPullRequest(world);
      const run = await look(world, number);
      expect(run.writes.filter((write) => write.includes('/dispatches'))).toEqual(Array(2).fill('POST /repos/acme/product/actions/workflows/ci.yml/dispatches'));
      expect(world.ci.simulator.runs().map(({ event, headBranch, headSha }) => [event, headBranch, world.names.of(headSha)])).toEqual([
        ['push', source, `${source}@0`], ['workflow_dispatch', integration[0], `${integration[0]}@0`], ['workflow_dispatch', integration[1], `${integration[1]}@0`],
      ]);
      await world.reviewer.approve(number);
      expect((await look(world, number)).code).toBe(303);
      for (const branch of tested) world.ci.succeeds(branch);
      const merge = await look(world, number);
      expect([merge.code, merge.writes.filter((write) => write.includes('/dispatches'))]).toEqual([102, []]);
      told(world);
    });
  });

  test('dispatch, and a commit status decides, which comes later than the run: each workflow is started once', async () => {
    await inWorld({ tokenKind: 'job', settings: { dispatch: ['ci.yml'], build_key: 'ci/verdict' } }, async (world) => {
      const number = await newPullRequest(world);
      expect((await look(world, number)).writes.filter((write) => write.includes('/dispatches'))).toHaveLength(2);
      await world.reviewer.approve(number);
      const waiting = await look(world, number);
      expect([waiting.code, waiting.writes.filter((write) => write.includes('/dispatches'))]).toEqual([304, []]);
      told(world);
    });
  });

  test('without dispatch: 304 for ever and never green, and the run says why', async () => {
    await inWorld({ tokenKind: 'job' }, async (world) => {
      const number = await openedPullRequest(world);
      await world.reviewer.approve(number);
      world.ci.succeeds(source);
      const run = await look(world, number);
      expect([run.code, run.state, run.moved, run.result.outputs.message]).toEqual([304, 'pending', [], 'Build not started: No CI run on w/5.1/bugfix/x yet']);
      told(world);
    });
  });

  test('killed between the push and the last dispatch: the next run starts what was not started', async () => {
    await inWorld({ tokenKind: 'job', settings: { dispatch: ['ci.yml'] } }, async (world) => {
      const number = await newPullRequest(world);
      forgetEvents(world);
      const killed = await look(world, number, { killAt: ({ path }) => path.endsWith('/dispatches') });
      expect([killed.result.ending.kind, killed.moved.length]).toEqual(['killed', 2]);
      expect(world.ci.unfinished()).toEqual([source, integration[0]]);
      await world.reviewer.approve(number);
      const next = await look(world, number);
      expect([next.code, world.ci.unfinished()]).toEqual([304, [source, integration[1], integration[0]]]);
      const again = await look(world, number);
      expect([again.code, again.writes.filter((write) => write.includes('/dispatches'))]).toEqual([303, []]);
      told(world);
    });
  });
});
