import { describe, expect, test } from '@jest/globals';
import type { RobotRun, World } from '../../../sandbox/world/index.js';
import { development, forgetEvents, integration, inWorld, oneVersion, onlyRead, openedPullRequest, simplePullRequest, source, told } from './stories.js';

/** Listens to everything the action understands, and to more. */
const robotWorkflow = `name: Bert-E
on: [pull_request, pull_request_target, pull_request_review, issue_comment, workflow_run, status, check_suite, check_run, push, schedule, workflow_dispatch, merge_group, release]
`;

/** Does something and delivers the events of that kind which it caused; the others are lost. */
async function when(world: World, trigger: string, action: () => unknown): Promise<RobotRun> {
  forgetEvents(world);
  await action();
  const delivery = world.pending.findLast((candidate) => candidate.trigger === trigger);
  if (delivery === undefined) throw new Error(`Nothing caused the event ${trigger}; pending are ${world.pending.map((each) => each.trigger).join(', ')}.`);
  forgetEvents(world);
  const run = await world.robot.handle(delivery);
  forgetEvents(world);
  return run;
}

describe('where an event says to look', () => {
  test('events about the pull request or one of its branches: the pull request, and nothing is done twice', async () => {
    await inWorld({ robotWorkflow }, async (world) => {
      const { github, repository } = world;
      const number = await openedPullRequest(world);
      const outside = async (branch: string): Promise<void> => {
        await github.setStatus('reviewer', repository, { sha: await world.tip(branch), context: 'outside', state: 'success' });
      };
      const check = async (branch: string): Promise<void> => {
        await github.setCheckRun('reviewer', repository, { name: 'lint', headSha: await world.tip(branch), appSlug: 'lint-bot', conclusion: 'success' });
      };
      const causes: ReadonlyArray<readonly [string, () => unknown]> = [
        ['pull_request', async () => { await world.author.closes(number); await world.author.reopens(number); }],
        ['pull_request_target', async () => { await world.author.closes(number); await world.author.reopens(number); }],
        ['pull_request_review', () => github.review('second-reviewer', repository, number, 'COMMENTED', 'Looks fine.')],
        ['issue_comment', () => world.author.comment(number, 'Thank you all.')],
        ['workflow_run', () => world.ci.succeeds(source)],
        ['workflow_run', () => world.ci.succeeds(integration[1])],
        ['status', () => outside(source)],
        ['status', () => outside(integration[0])],
        ['check_run', () => check(source)],
        ['check_suite', () => github.sendEvent('lint-bot', repository, 'check_suite', 'completed', { check_suite: { head_branch: integration[0], head_sha: '0'.repeat(40) } })],
        ['check_suite', async () => { github.sendEvent('lint-bot', repository, 'check_suite', 'completed', { check_suite: { head_branch: null, head_sha: await world.tip(integration[1]) } }); }],
      ];
      for (const [trigger, cause] of causes) {
        const run = await when(world, trigger, cause);
        expect([trigger, run.code, run.result.outputs['pull-request'], run.conclusion, onlyRead(run)]).toEqual([trigger, 115, String(number), 'success', true]);
      }
    });
  });

  test('the clock and dispatches: every open pull request towards a handled branch; a command names one', async () => {
    await inWorld({ robotWorkflow, defaultBranch: 'main' }, async (world) => {
      const number = await openedPullRequest(world);
      await world.author.push('bugfix/other', { from: development[2] });
      const other = await world.author.openPullRequest('bugfix/other', development[2]);
      await world.author.push('docs', { from: 'main' });
      await world.author.openPullRequest('docs', 'main');
      forgetEvents(world);
      const numbersOf = (run: RobotRun): readonly number[] => (JSON.parse(run.result.outputs.outcomes ?? '') as ReadonlyArray<{ readonly pullRequest: number }>).map(({ pullRequest }) => pullRequest);

      const sweep = await world.sweep();
      expect([sweep.code, sweep.result.outputs['pull-request'], numbersOf(sweep)]).toEqual([115, '', [number, other]]);
      expect(world.codesSaid(other)).toEqual([100, 115]);
      forgetEvents(world);
      told(world);
      for (const inputs of [{}, { command: '' }, { command: 'sweep' }]) {
        const run = await world.dispatch(inputs);
        expect([run.code, numbersOf(run), onlyRead(run)]).toEqual([115, [number, other], true]);
      }
      const one = await world.dispatch({ command: 'evaluate', 'pull-request': `#${String(other)}` });
      expect([one.code, one.result.outputs['pull-request'], numbersOf(one)]).toEqual([115, String(other), [other]]);
      for (const [inputs, code] of [[{ command: 'evaluate', 'pull-request': '999' }, 308], [{ command: 'evaluate' }, 308], [{ command: 'evaluate', 'pull-request': 'abc' }, 308], [{ command: 'explode' }, 308]] as const) {
        const refused = await world.dispatch(inputs);
        expect([inputs, refused.code, refused.conclusion, onlyRead(refused)]).toEqual([inputs, code, 'failure', true]);
      }
    });
  });

  test('events that are nobody’s business: 302, neutral, nothing read that is not needed and nothing written', async () => {
    await inWorld({ robotWorkflow }, async (world) => {
      const { github, repository } = world;
      await openedPullRequest(world);
      const issue = github.openIssue('author', repository, 'A question');
      const send = (name: string, payload: Readonly<Record<string, unknown>> = {}, action: string | null = null) => () => github.sendEvent('author', repository, name, action, payload);
      const run = (path: string, head_branch: string | null) => ({ workflow_run: { name: 'x', path, head_branch, head_sha: 'f'.repeat(40) } });
      const causes: ReadonlyArray<readonly [string, () => unknown]> = [
        ['merge_group', send('merge_group', { merge_group: {} }, 'checks_requested')],
        ['release', send('release', {}, 'published')],
        ['issue_comment', () => world.author.comment(issue.number, '/help')],
        ['push', () => world.author.push('q-like/branch', { from: development[0] })],
        ['workflow_run', send('workflow_run', run('.github/workflows/bert-e.yml', source), 'completed')],
        ['workflow_run', send('workflow_run', run('.github/workflows/ci.yml', 'bugfix/unknown'), 'completed')],
        ['workflow_run', send('workflow_run', run('.github/workflows/ci.yml', source), 'requested')],
        ['workflow_run', send('workflow_run', { workflow_run: 'hostile' }, 'completed')],
        ['pull_request_target', send('pull_request', { pull_request: { number: '1; rm -rf' }, number: -1 }, 'opened')],
        ['status', send('status', { sha: 'f'.repeat(40), branches: [{ name: source }] })],
      ];
      for (const [trigger, cause] of causes) {
        const nothing = await when(world, trigger, cause);
        expect([trigger, nothing.code, nothing.state, nothing.conclusion, onlyRead(nothing)]).toEqual([trigger, 302, 'neutral', 'success', true]);
        expect(nothing.result.outputs.message?.length).toBeGreaterThan('Nothing to do: '.length);
      }
    });
  });

  test('a push to a version branch with queues off: nothing to merge, and nothing breaks', async () => {
    await inWorld({ robotWorkflow }, async (world) => {
      await openedPullRequest(world);
      const run = await when(world, 'push', () => world.admin.push(development[2]));
      expect([run.state, run.conclusion, onlyRead(run)]).toEqual(['neutral', 'success', true]);
    });
  });

  test('a command from anything but a dispatch: refused, nothing is done', async () => {
    await inWorld({ robotWorkflow, inputs: { command: 'force-merge-queues' } }, async (world) => {
      const run = await when(world, 'pull_request_target', async () => {
        await world.author.push(source, { from: development[0] });
        await world.author.openPullRequest(source, development[0]);
      });
      expect([run.code, run.conclusion, onlyRead(run)]).toEqual([308, 'failure', true]);
    });
  });

  test('a stranger’s words give no right: refused, and nothing is set aside', async () => {
    await inWorld({ ...oneVersion, robotWorkflow }, async (world) => {
      const number = await simplePullRequest(world);
      await world.secondReviewer.requestChanges(number);
      const stranger = world.person('stranger');
      const refused = await when(world, 'issue_comment', () => stranger.comment(number, '@bert-e bypass_peer_approval'));
      expect([refused.code, refused.merged, refused.pushes, told(world).comments]).toEqual([123, [], [], [100, 123]]);
    });
  });
});
