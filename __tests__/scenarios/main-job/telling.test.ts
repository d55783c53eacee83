import { describe, expect, test } from '@jest/globals';
import { approvedPullRequest, forgetEvents, integration, inWorld, look, newPullRequest, oneVersion, onlyRead, openedPullRequest, simplePullRequest, source, tested, told } from './stories.js';

describe('saying it once', () => {
  test('five identical events: the first is answered, the others write nothing at all', async () => {
    await inWorld({}, async (world) => {
      const number = await openedPullRequest(world);
      const refs = await world.refs();
      for (let event = 0; event < 5; event += 1) {
        const run = await world.dispatch({ command: 'evaluate', 'pull-request': String(number) });
        expect([run.code, run.writes, run.pushes]).toEqual([115, [], []]);
      }
      expect(await world.refs()).toEqual(refs);
      expect(told(world)).toEqual({ comments: [], statuses: [] });
    });
  });

  test('what is said differs from the last word: said, also if it was said before that', async () => {
    await inWorld({}, async (world) => {
      const number = await openedPullRequest(world);
      const review = await world.secondReviewer.requestChanges(number);
      expect([(await look(world, number)).code, told(world).comments]).toEqual([115, [115]]);
      await world.secondReviewer.dismiss(number, review.id);
      expect([(await look(world, number)).code, told(world).comments]).toEqual([115, [115]]);
      await world.reviewer.approve(number);
      world.ci.fails(source);
      expect([(await look(world, number)).code, told(world).comments]).toEqual([118, [118]]);
      const again = await look(world, number);
      expect([again.code, again.writes]).toEqual([118, []]);
    });
  });

  test('its comments were deleted by hand: greeting and the rest are said again, once', async () => {
    await inWorld({}, async (world) => {
      const number = await openedPullRequest(world);
      for (const { id } of world.github.comments(world.repository, number)) world.admin.deleteComment(id);
      const run = await look(world, number);
      expect([run.code, run.pushes, told(world).comments]).toEqual([115, [], [100, 121, 115]]);
      expect(onlyRead(await look(world, number))).toBe(true);
    });
  });

  test('a marker in somebody else’s comment, or quoted by the author, is not the robot’s word', async () => {
    await inWorld({}, async (world) => {
      const number = await newPullRequest(world);
      world.author.comment(number, 'Hello\n\n<!-- bert-e: code=100 key=0123456789abcdef -->');
      await look(world, number);
      expect(told(world).comments).toEqual([100, 121, 115]);
    });
  });
});

describe('where it is told', () => {
  test('no_comment: not a word on the pull request, but statuses, outputs and summary as ever', async () => {
    await inWorld({ ...oneVersion, settings: { no_comment: true } }, async (world) => {
      const number = await simplePullRequest(world);
      const run = await look(world, number);
      expect([run.code, run.merged, run.writes.filter((write) => write.includes('comments'))]).toEqual([102, [number], []]);
      expect(told(world)).toEqual({ comments: [], statuses: ['bert-e success on bugfix/x@0'] });
      expect(run.result.summary).toContain('Merged');
    });
  });

  test('status_context: the statuses of another context are left alone', async () => {
    await inWorld({ settings: { status_context: 'acme/gate' } }, async (world) => {
      const number = await newPullRequest(world);
      await world.github.setStatus('reviewer', world.repository, { sha: await world.tip(source), context: 'bert-e', state: 'success' });
      await look(world, number);
      expect(told(world).statuses).toEqual(['acme/gate pending on bugfix/x@0']);
      const statuses = world.github.repository(world.repository).statuses;
      expect(statuses.map(({ context, state }) => [context, state])).toEqual([['bert-e', 'success'], ['acme/gate', 'pending']]);
    });
  });

  test('the status links to the run, fits into GitHub’s limit and says why; somebody else’s status of that name is written over', async () => {
    await inWorld({}, async (world) => {
      const number = await openedPullRequest(world);
      await world.github.setStatus('reviewer', world.repository, { sha: await world.tip(source), context: 'bert-e', state: 'success', description: 'trust me' });
      const run = await look(world, number);
      expect([run.code, run.writes.length]).toEqual([115, 1]);
      const [status] = world.statusesSet();
      expect([status?.state, status?.description, (status?.description ?? '').length <= 140]).toEqual(['pending', '1 approval missing', true]);
      const stored = world.github.repository(world.repository).statuses.at(-1);
      expect(stored?.targetUrl).toMatch(/\/acme\/product\/actions\/runs\/\d+$/);
    });
  });

  test('gate_only: everything holds, the status is success, and nothing is pushed: neither w/ branches nor a merge', async () => {
    await inWorld({ settings: { gate_only: true } }, async (world) => {
      const number = await newPullRequest(world);
      const waiting = await look(world, number);
      expect([waiting.code, waiting.state, waiting.pushes]).toEqual([115, 'pending', []]);
      await world.reviewer.approve(number);
      expect((await look(world, number)).code).toBe(303);
      world.ci.succeeds(source);
      const before = await world.refs();
      const run = await look(world, number);
      expect([run.code, run.state, run.merged, run.pushes, run.conclusion]).toEqual([302, 'success', [], [], 'success']);
      expect(await world.refs()).toEqual(before);
      expect(told(world)).toEqual({ comments: [100, 115], statuses: ['bert-e pending on bugfix/x@0', 'bert-e pending on bugfix/x@0', 'bert-e success on bugfix/x@0'] });
      expect(onlyRead(await look(world, number))).toBe(true);
      await world.secondReviewer.requestChanges(number);
      expect([(await look(world, number)).code, told(world).statuses]).toEqual([115, ['bert-e pending on bugfix/x@0']]);
    });
  });

  test('gate_only and two pull requests with one head, as in the incident: the success of one would open the other', async () => {
    await inWorld({ settings: { gate_only: true } }, async (world) => {
      const number = await newPullRequest(world);
      await world.author.createBranch('bugfix/renamed', source);
      const other = await world.author.openPullRequest('bugfix/renamed', 'development/5.1');
      forgetEvents(world);
      await world.reviewer.approve(number);
      world.ci.succeeds(source);
      const shut = await look(world, number);
      expect([shut.code, shut.state, shut.result.outputs.message]).toEqual([302, 'pending', expect.stringContaining(`#${other} has the same head`)]);
      expect(told(world).statuses).toEqual(['bert-e pending on bugfix/x@0']);
      await world.author.closes(other);
      expect((await look(world, number)).state).toBe('success');
      told(world);
    });
  });

  test('gate_only and a later version that conflicts: the gate stays shut', async () => {
    await inWorld({ settings: { gate_only: true } }, async (world) => {
      await world.admin.push('development/10.0', { files: { 'product.txt': 'ten\n' } });
      const number = await newPullRequest(world, { 'product.txt': 'four\n' });
      await world.reviewer.approve(number);
      world.ci.succeeds(source);
      const run = await look(world, number);
      expect([run.code, run.pushes, told(world).statuses]).toEqual([114, [], ['bert-e failure on bugfix/x@0']]);
    });
  });
});

describe('at the same time', () => {
  test('two runs for the same approval: one merges, nothing is pushed twice, one word is said', async () => {
    await inWorld({}, async (world) => {
      const number = await approvedPullRequest(world);
      for (const branch of tested) world.ci.succeeds(branch);
      // Three ends of builds are pending, all of which find the pull request ready.
      const runs = await world.deliverAll({ concurrently: true });
      expect(runs.filter(({ code }) => code === 102)).toHaveLength(1);
      expect(runs.filter(({ conclusion }) => conclusion === 'failure')).toEqual([]);
      const merges = world.history.filter((change) => change.startsWith('bert-e[bot]: development/'));
      expect(merges).toHaveLength(3);
      expect(Object.keys(await world.refs())).not.toContain(integration[0]);
      expect(told(world).comments).toEqual([102]);
      expect(world.github.comments(world.repository, number).filter(({ body }) => body.includes('code=102'))).toHaveLength(1);
    });
  });
});
