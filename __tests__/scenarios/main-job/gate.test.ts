import { describe, expect, test } from '@jest/globals';
import { approvedPullRequest, development, forgetEvents, integration, inWorld, look, newPullRequest, onlyRead, openedPullRequest, readyPullRequest, source, tested, told } from './stories.js';

describe('from the first event to the merge', () => {
  test('opened, approved, failed, repaired, green: each event has its answer, and the last one merges all versions in one push', async () => {
    await inWorld({}, async (world) => {
      const number = await newPullRequest(world);
      const [opened, ...echoes] = await world.deliverAll();
      expect([opened?.subject, opened?.code, opened?.state, opened?.conclusion]).toEqual(['pull_request_target opened', 115, 'pending', 'success']);
      expect(opened?.pushes).toEqual([['w/10.0/bugfix/x: none → w/10.0/bugfix/x@0', 'w/5.1/bugfix/x: none → w/5.1/bugfix/x@0']]);
      expect(told(world)).toEqual({ comments: [100, 121, 115], statuses: ['bert-e pending on bugfix/x@0'] });
      // Its own three comments started the robot again: it has nothing to add.
      expect(echoes.map((run) => [run.subject, run.code, onlyRead(run)])).toEqual(Array(3).fill(['issue_comment created', 115, true]));

      await world.reviewer.approve(number);
      const approved = await world.deliverNext();
      expect([approved.subject, approved.code, approved.pushes, told(world)]).toEqual(['pull_request_review submitted', 303, [], { comments: [], statuses: ['bert-e pending on bugfix/x@0'] }]);

      world.ci.succeeds(source);
      world.ci.fails(integration[0]);
      const [green, ...repeated] = await world.deliverAll();
      // All runs see the failure, since all look at what is true now; only the first has to tell it.
      expect([green?.subject, green?.code, green?.state, green?.conclusion, green?.pushes]).toEqual(['workflow_run completed', 118, 'failure', 'failure', []]);
      expect(repeated.map((run) => [run.subject, run.code, run.conclusion, onlyRead(run)])).toEqual([
        ['workflow_run completed', 118, 'failure', true], ['issue_comment created', 118, 'failure', true],
      ]);
      const [comment, ...more] = world.robotSays(number);
      const [failedRun] = world.ci.simulator.runs({ branch: integration[0] });
      expect([comment?.code, more]).toEqual([118, []]);
      expect(comment?.body).toContain(`/actions/runs/${failedRun?.id ?? 'none'}`);
      expect(told(world).statuses).toEqual(['bert-e failure on bugfix/x@0']);
      forgetEvents(world);

      await world.author.push(source);
      const pushed = await world.deliverNext();
      expect([pushed.subject, pushed.code]).toEqual(['pull_request_target synchronize', 304]);
      expect(pushed.moved).toEqual(['w/10.0/bugfix/x: w/10.0/bugfix/x@0 → w/10.0/bugfix/x@1', 'w/5.1/bugfix/x: w/5.1/bugfix/x@0 → w/5.1/bugfix/x@1']);
      expect(told(world)).toEqual({ comments: [], statuses: ['bert-e pending on bugfix/x@1'] });

      world.ci.succeeds(source, { sha: await world.tip(source) });
      world.ci.succeeds(integration[0], { sha: await world.tip(integration[0]) });
      expect((await world.deliverAll()).map(({ code, pushes }) => [code, pushes])).toEqual([[303, []], [303, []]]);
      told(world);
      world.ci.succeeds(integration[1], { sha: await world.tip(integration[1]) });
      const merge = await world.deliverNext();
      expect([merge.code, merge.state, merge.merged, merge.queued, merge.conclusion]).toEqual([102, 'success', [number], [], 'success']);
      expect(merge.pushes).toEqual([[
        'development/10.0: development/10.0@0 → w/10.0/bugfix/x@1', 'development/4.3: development/4.3@0 → bugfix/x@1',
        'development/5.1: development/5.1@0 → w/5.1/bugfix/x@1',
        'w/10.0/bugfix/x: w/10.0/bugfix/x@1 → none', 'w/5.1/bugfix/x: w/5.1/bugfix/x@1 → none',
      ]]);
      expect(await world.refs()).toEqual({
        'development/4.3': 'bugfix/x@1', 'development/5.1': 'w/5.1/bugfix/x@1', 'development/10.0': 'w/10.0/bugfix/x@1', [source]: 'bugfix/x@1',
      });
      expect(await world.isSelfContained()).toBe(true);
      expect(told(world)).toEqual({ comments: [102], statuses: ['bert-e success on bugfix/x@1'] });
      expect(world.github.pullRequest(world.repository, number)).toMatchObject({ state: 'closed', mergedBy: 'bert-e[bot]' });

      const after = await world.deliverAll();
      expect(after.map(({ subject }) => subject)).toContain('pull_request_target closed');
      expect(after.every((run) => run.code === 302 && onlyRead(run))).toBe(true);
    });
  });
});

describe('approvals', () => {
  test('a change request blocks in spite of an approval, until it is dismissed', async () => {
    await inWorld({}, async (world) => {
      const number = await readyPullRequest(world);
      const review = await world.secondReviewer.requestChanges(number);
      const blocked = await look(world, number);
      const [comment] = world.robotSays(number);
      expect([blocked.code, blocked.pushes, comment?.code]).toEqual([115, [], 115]);
      expect(comment?.body).toContain('second-reviewer');
      expect(told(world).statuses).toEqual(['bert-e pending on bugfix/x@0']);
      await world.secondReviewer.dismiss(number, review.id);
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });

  test('the author and strangers cannot give what is asked of peers and leaders', async () => {
    await inWorld({ settings: { required_peer_approvals: 2, required_leader_approvals: 1 } }, async (world) => {
      const number = await approvedPullRequest(world);
      for (const branch of tested) world.ci.succeeds(branch);
      world.author.comment(number, '/approve');
      await world.secondReviewer.approve(number);
      const withoutLeader = await look(world, number);
      expect([withoutLeader.code, withoutLeader.pushes, withoutLeader.result.outputs.message]).toEqual([115, [], 'Waiting for approval: 1 approval missing (1 of a leader)']);
      await world.leader.approve(number);
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });

  test('an approval of an older commit: counts, unless stale approvals are dismissed', async () => {
    await inWorld({ settings: { dismiss_stale_approvals: true } }, async (world) => {
      const number = await approvedPullRequest(world);
      await world.author.push(source);
      expect((await look(world, number)).code).toBe(115);
      for (const branch of tested) world.ci.succeeds(branch);
      const stale = await look(world, number);
      expect([stale.code, stale.pushes]).toEqual([115, []]);
      await world.reviewer.approve(number);
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });
});

describe('builds that are not there', () => {
  test('no run on any branch is never green: 304, pending, no comment', async () => {
    await inWorld({ settings: { required_peer_approvals: 0 } }, async (world) => {
      const number = await newPullRequest(world);
      const first = await look(world, number);
      expect([first.code, first.state]).toEqual([304, 'pending']);
      expect(told(world)).toEqual({ comments: [100, 121], statuses: ['bert-e pending on bugfix/x@0'] });
      world.github.setRuns(world.repository, []);
      const none = await look(world, number);
      expect([none.code, none.pushes, none.moved, none.result.outputs.message]).toEqual([304, [], [], 'Build not started: No CI run on bugfix/x yet']);
      expect(told(world)).toEqual({ comments: [], statuses: ['bert-e pending on bugfix/x@0'] });
    });
  });

  test('an approval that arrives before the integration branches exist: they are made, and nothing merges on a green source alone', async () => {
    await inWorld({}, async (world) => {
      const number = await newPullRequest(world);
      world.ci.succeeds(source);
      await world.reviewer.approve(number);
      const run = await look(world, number);
      expect([run.code, run.pushes.length]).toEqual([304, 1]);
      expect(run.moved.every((change) => change.startsWith('w/'))).toBe(true);
      expect(told(world).comments).toEqual([100, 121]);
    });
  });
});

describe('bypasses and other destinations', () => {
  test('an admin bypasses the builds: merged at once, and the landing record says so', async () => {
    await inWorld({}, async (world) => {
      const number = await approvedPullRequest(world);
      world.admin.comment(number, '@bert-e bypass_build_status');
      const run = await look(world, number);
      expect(run.code).toBe(102);
      const [entry] = JSON.parse(run.result.outputs.outcomes ?? '[]') as ReadonlyArray<{ readonly landing: Record<string, unknown> }>;
      expect(entry?.landing).toMatchObject({ buildsSkipped: 'bypassed' });
      const [comment] = world.robotSays(number);
      expect([comment?.code, comment?.body.includes('bypass_build_status')]).toEqual([102, true]);
      told(world);
    });
  });

  test('the newest version alone: no integration branch, no notice of one, merged as soon as the source is green', async () => {
    await inWorld({}, async (world) => {
      await world.author.push('feature/y', { from: development[2] });
      const number = await world.author.openPullRequest('feature/y', development[2]);
      await world.reviewer.approve(number);
      world.ci.succeeds('feature/y');
      const run = await look(world, number);
      expect([run.code, run.pushes]).toEqual([102, [['development/10.0: development/10.0@0 → feature/y@0']]]);
      expect(told(world)).toEqual({ comments: [100, 102], statuses: ['bert-e success on feature/y@0'] });
    });
  });

  test('a branch outside the grammar or a destination that is not handled: left alone without a word', async () => {
    await inWorld({ defaultBranch: 'main' }, async (world) => {
      await world.author.push('my-branch', { from: development[0] });
      await world.author.push('bugfix/y', { from: 'main' });
      const unknown = await look(world, await world.author.openPullRequest('my-branch', development[0]));
      const elsewhere = await look(world, await world.author.openPullRequest('bugfix/y', 'main'));
      expect([unknown.code, onlyRead(unknown), elsewhere.code, onlyRead(elsewhere)]).toEqual([207, true, 207, true]);
    });
  });

  test('closed without merging: its integration branches go, once, and the source stays', async () => {
    await inWorld({}, async (world) => {
      const number = await openedPullRequest(world);
      await world.author.closes(number);
      const closed = await world.deliverNext();
      expect([closed.subject, closed.code, closed.state]).toEqual(['pull_request_target closed', 305, 'neutral']);
      expect(closed.moved).toEqual(['w/10.0/bugfix/x: w/10.0/bugfix/x@0 → none', 'w/5.1/bugfix/x: w/5.1/bugfix/x@0 → none']);
      const again = await look(world, number);
      expect([again.code, onlyRead(again)]).toEqual([302, true]);
      expect(told(world)).toEqual({ comments: [], statuses: [] });
    });
  });
});
