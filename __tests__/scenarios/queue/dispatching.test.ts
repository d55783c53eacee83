import { describe, expect, test } from '@jest/globals';
import type { IncomingRequest } from '../../../sandbox/github/api.js';
import { approvedPullRequest, command, forgetEvents, green, inWorld, look, lookAtQueue, onlyRead, told } from './stories.js';

const withJobsToken = { tokenKind: 'job', settings: { dispatch: ['ci.yml'] } } as const;

const dispatch = ({ method, path }: Pick<IncomingRequest, 'method' | 'path'>) => method === 'POST' && path.endsWith('/dispatches');

describe('the job’s own token, whose pushes start no CI', () => {
  test('dispatch: the robot starts CI on what it pushes, these runs count, and the queue works by their events alone', async () => {
    await inWorld(withJobsToken, async (world) => {
      const number = await approvedPullRequest(world, { base: 'development/5.1' });
      expect((await look(world, number)).code).toBe(304);
      const queued = await look(world, number);
      expect([queued.code, world.ci.unfinished()]).toEqual([125, [`q/w/${number}/10.0/bugfix/x`, `q/w/${number}/5.1/bugfix/x`]]);
      green(world, `q/w/${number}/10.0/bugfix/x`, `q/w/${number}/5.1/bugfix/x`);
      expect(world.pending.map(({ trigger }) => trigger)).toEqual(['workflow_run', 'workflow_run']);
      const runs = await world.deliverAll();
      expect(runs.flatMap(({ merged }) => merged)).toEqual([number]);
      expect(told(world).comments.map((comment) => comment.slice(-3))).toEqual(['100', '121', '125', '102']);
    });
  });

  test('killed between the push and a dispatch, of integration and of queue branches: the next run starts what is missing, once', async () => {
    await inWorld(withJobsToken, async (world) => {
      const number = await approvedPullRequest(world, { base: 'development/4.3' });
      // The dispatch that was under way still happens: of two, the second one never does.
      expect((await look(world, number, { killAt: dispatch })).conclusion).toBe('failure');
      expect(world.ci.simulator.runs({ branch: 'w/10.0/bugfix/x' })).toEqual([]);
      const repaired = await look(world, number);
      expect([repaired.code, repaired.requests.filter(dispatch).length]).toEqual([304, 1]);
      expect((await look(world, number, { killAt: dispatch })).conclusion).toBe('failure');
      const entries = ['4.3', '5.1', '10.0'].map((version) => `q/w/${number}/${version}/bugfix/x`);
      expect(world.ci.unfinished()).toEqual([entries[0]]);
      // The events of that run do not exist: the sweep finds it.
      const swept = await command(world, 'sweep');
      expect([swept.requests.filter(dispatch).length, world.ci.unfinished()]).toEqual([2, [...entries].sort()]);
      const again = await lookAtQueue(world);
      expect([again.code, onlyRead(again)]).toEqual([302, true]);
      green(world, ...entries);
      forgetEvents(world);
      expect((await lookAtQueue(world)).merged).toEqual([number]);
      told(world);
    });
  });

  test('two workflows, and one was never started: the other alone does not make it green', async () => {
    await inWorld({ tokenKind: 'job', settings: { dispatch: ['ci.yml', 'other.yml'] } }, async (world) => {
      const others = world.github.startCi(world.repository, [{ name: 'Other', path: '.github/workflows/other.yml', on: { workflow_dispatch: true }, plan: 'queued' }]);
      const number = await approvedPullRequest(world);
      const killed = await look(world, number, { killAt: dispatch });
      expect(killed.conclusion).toBe('failure');
      const entry = `q/w/${number}/10.0/bugfix/x`;
      green(world, entry);
      expect(others.runs()).toEqual([]);
      const repaired = await lookAtQueue(world);
      expect([repaired.code, repaired.pushes, others.runs().map(({ headBranch }) => headBranch)]).toEqual([302, [], [entry]]);
      others.finish({ branch: entry });
      expect((await lookAtQueue(world)).merged).toEqual([number]);
      told(world);
      others.stop();
    });
  });
});
