import { describe, expect, test } from '@jest/globals';
import type { RobotRun, World } from '../../../sandbox/world/index.js';
import { approvedPullRequest, forgetEvents, green, inWorld, look, lookAtQueue, queuedPullRequest, told } from './stories.js';

interface Account {
  readonly pullRequest: number;
  readonly code: number;
  readonly landing?: { readonly head: string; readonly approvals: readonly unknown[]; readonly options: readonly unknown[]; readonly versions: ReadonlyArray<{ readonly before: string | null }> };
}

function accountsOf(run: RobotRun): readonly Account[] {
  return JSON.parse(run.result.outputs.outcomes ?? '[]') as readonly Account[];
}

function codes(run: RobotRun): unknown {
  return accountsOf(run).map(({ pullRequest, code }) => [pullRequest, code]);
}

async function sweep(world: World): Promise<RobotRun> {
  forgetEvents(world);
  const run = await world.dispatch({ command: 'sweep' });
  forgetEvents(world);
  return run;
}

describe('what a run tells of itself', () => {
  test('a sweep that merges the queue and then looks at its pull requests: the merge is what it tells', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world);
      green(world, `q/w/${number}/10.0/bugfix/x`);
      const run = await sweep(world);
      expect([run.code, run.merged, codes(run)]).toEqual([306, [number], [[number, 102]]]);
      told(world);
    });
  });

  test('a merge in part, and the rest is queued in the same sweep: both are told, and the record names what landed and why it could', async () => {
    await inWorld({ settings: { admins: ['admin'] } }, async (world) => {
      const number = await world.author.push('bugfix/x', { from: 'development/10.0' }).then(() => world.author.openPullRequest('bugfix/x', 'development/10.0'));
      const bypass = world.admin.comment(number, '/bypass_peer_approval');
      expect((await look(world, number)).code).toBe(125);
      const queued = await world.tip('bugfix/x');
      world.admin.deleteComment(bypass.id);
      await world.author.push('bugfix/x', { message: 'one more thing' });
      green(world, `q/w/${number}/10.0/bugfix/x`);
      await world.reviewer.approve(number);
      const run = await sweep(world);
      expect([run.merged, run.queued, codes(run)]).toEqual([[number], [number], [[number, 126], [number, 125]]]);
      expect(accountsOf(run)[0]?.landing).toMatchObject({ head: queued, approvals: [], options: [{ option: 'bypass_peer_approval', setBy: { kind: 'comment', author: 'admin' } }] });
      const message = world.robotSays(number).find(({ code }) => code === 126);
      expect(message?.body).toContain(`at [\`${queued.slice(0, 7)}\`]`);
      world.statusesSet();
    });
  });

  test('the answer to the push that merges is lost: the next run tells it, with what let it into the queue', async () => {
    await inWorld({}, async (world) => {
      const number = await queuedPullRequest(world);
      green(world, `q/w/${number}/10.0/bugfix/x`);
      world.github.faults.git({ service: 'git-receive-pack' }, { kind: 'apply-then-drop' });
      const lost = await lookAtQueue(world);
      expect([lost.merged, lost.moved]).toEqual([[], [expect.stringContaining('development/10.0'), expect.stringContaining('q/w/')]]);
      await look(world, number);
      const [message] = world.robotSays(number);
      expect([message?.code, message?.body]).toEqual([102, expect.stringMatching(/approvals: `reviewer` on[^]*forced: not known/)]);
      world.statusesSet();
    });
  });

  test('it may not be told there: it is queued, the run says so, and a later run tells', async () => {
    await inWorld({}, async (world) => {
      const number = await approvedPullRequest(world);
      const disarm = world.github.faults.rest({ method: 'POST', path: /\/(?:comments|statuses)/ }, { kind: 'status', status: 403 }, Infinity);
      const run = await look(world, number);
      disarm();
      expect([run.code, run.queued, run.conclusion]).toEqual([125, [number], 'success']);
      expect(run.result.log.join('\n')).toContain('could not be told there');
      expect(told(world)).toEqual({ comments: [], statuses: [] });
      await look(world, number);
      expect(told(world)).toEqual({ comments: [`#${number} 100`, `#${number} 125`], statuses: ['pending on bugfix/x@0'] });
    });
  });
});
