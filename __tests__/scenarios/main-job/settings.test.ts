import { describe, expect, test } from '@jest/globals';
import { forgetEvents, inWorld, look, newPullRequest, oneVersion, onlyRead, simplePullRequest, source, told } from './stories.js';

const settingsPath = '.github/bert-e.yml';

describe('where settings come from', () => {
  test('no settings file: the defaults hold, one approval of a peer and github_actions; the robot is github-actions[bot] and queues are on', async () => {
    await inWorld({ tokenKind: 'job' }, async (world) => {
      await world.admin.push('development/10.0', { files: { [settingsPath]: null } });
      const number = await newPullRequest(world);
      // The default of use_queues is true, which `gate_only` leaves without effect.
      const run = await look(world, number, { inputs: { config: 'gate_only: true' } });
      expect([run.code, run.result.outputs.message, run.pushes]).toEqual([115, 'Waiting for approval: 1 approval missing', []]);
      expect(told(world)).toEqual({ comments: [100, 115], statuses: ['bert-e pending on bugfix/x@0'] });
      // Its own comments are known by the default login: nothing is said twice.
      expect(onlyRead(await look(world, number, { inputs: { config: 'gate_only: true' } }))).toBe(true);
    });
  });

  test('a settings file asked for by name that is not there: 219 and nothing else', async () => {
    await inWorld({ inputs: { 'config-file': '.github/other.yml' } }, async (world) => {
      const run = await look(world, await newPullRequest(world));
      expect([run.code, run.conclusion, onlyRead(run)]).toEqual([219, 'failure', true]);
      expect(run.result.annotations.map(({ message }) => message).join()).toContain('.github/other.yml');
    });
  });

  test('malformed: 220 with every problem at once, each annotated with its line; nothing is written, and the job fails', async () => {
    const settingsText = 'required_peer_approvals: many\nuse_queues: perhaps\nproject_leaders: 7\nrequird_workflows: []\n';
    await inWorld({ settingsText }, async (world) => {
      const number = await newPullRequest(world);
      const run = await look(world, number);
      expect([run.code, run.state, run.conclusion, run.result.outputs.outcome, onlyRead(run)]).toEqual([220, 'failure', 'failure', 'settings-malformed', true]);
      const messages = run.result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
      expect(messages).toHaveLength(3);
      for (const [index, key] of ['required_peer_approvals', 'use_queues', 'project_leaders'].entries()) expect(messages[index]).toMatch(new RegExp(`${String(index + 1)}.*${key}`));
      expect(run.result.summary).toContain('required\\_peer\\_approvals');
      // Judged before the pull request is looked at.
      expect(run.requests.filter(({ path }) => path.includes('/pulls'))).toEqual([]);
      const never = await look(world, number, { inputs: { 'fail-on': 'never' } });
      expect([never.code, never.conclusion]).toEqual([220, 'success']);
    });
  });

  test('not readable as YAML, or no such option of an author: 219', async () => {
    await inWorld({ settingsText: 'robot: [unclosed\n  - x: "\n' }, async (world) => {
      const number = await newPullRequest(world);
      const broken = await look(world, number);
      expect([broken.code, broken.conclusion, onlyRead(broken), broken.result.outputs.state]).toEqual([219, 'failure', true, 'failure']);
      await world.admin.push('development/10.0', { files: { [settingsPath]: 'pr_author_options: { author: [bypass_everything] }\n' } });
      const unknown = await look(world, number);
      expect([unknown.code, onlyRead(unknown)]).toEqual([219, true]);
    });
  });

  test('settings changed by the pull request itself: without effect, they are read from the default branch', async () => {
    await inWorld({}, async (world) => {
      const own = 'robot: bert-e[bot]\nuse_queues: false\nrequired_peer_approvals: 0\nbuild_key: ""\nadmins: [author]\n';
      const number = await newPullRequest(world, { [settingsPath]: own });
      const run = await look(world, number);
      expect([run.code, run.merged, run.moved.filter((change) => change.startsWith('development'))]).toEqual([115, [], []]);
      const reads = run.requests.filter(({ path }) => path.includes('/contents/'));
      expect(reads.map(({ query }) => [undefined, 'development/10.0'].includes(query.ref))).toEqual([true]);
      told(world);
      world.author.comment(number, '/bypass_peer_approval');
      expect([(await look(world, number)).code, told(world).comments]).toEqual([123, [123]]);
    });
  });

  test('the input config over the file, and BERT_E_ variables over both', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world, 'unfinished');
      const config = 'required_peer_approvals: 2\nstatus_context: merge-gate\n';
      expect((await look(world, number)).code).toBe(303);
      const inline = await look(world, number, { inputs: { config } });
      expect([inline.code, inline.result.outputs.message]).toEqual([115, 'Waiting for approval: 1 approval missing']);
      expect(told(world).statuses).toEqual(['bert-e pending on bugfix/x@0', 'merge-gate pending on bugfix/x@0']);
      const variables = await look(world, number, { inputs: { config }, environment: { BERT_E_REQUIRED_PEER_APPROVALS: '3', BERT_E_STATUS_CONTEXT: 'bert-e' } });
      expect([variables.code, variables.result.outputs.message]).toEqual([115, 'Waiting for approval: 2 approvals missing']);
      expect(told(world).statuses).toEqual(['bert-e pending on bugfix/x@0']);
      const wrong = await look(world, number, { environment: { BERT_E_REQUIRED_PEER_APPROVALS: 'no number' } });
      expect([wrong.code, onlyRead(wrong), wrong.result.annotations[0]?.message]).toEqual([220, true, expect.stringContaining('BERT_E_REQUIRED_PEER_APPROVALS')]);
    });
  });

  test('an unknown key: a warning with the nearest name, and nothing stops', async () => {
    await inWorld({ ...oneVersion, settings: { required_peer_aprovals: 4 } }, async (world) => {
      const number = await simplePullRequest(world);
      const run = await look(world, number);
      expect([run.code, run.conclusion]).toEqual([102, 'success']);
      expect(run.result.annotations).toMatchObject([{ level: 'warning', message: expect.stringMatching(/required_peer_aprovals.*did you mean required_peer_approvals/) }]);
      told(world);
    });
  });

  test('wrong inputs: 220, whatever the settings', async () => {
    await inWorld({ inputs: { 'dry-run': 'maybe', 'fail-on': 'sometimes' } }, async (world) => {
      await world.author.push(source, { from: 'development/4.3' });
      forgetEvents(world);
      const run = await world.sweep();
      expect([run.code, run.conclusion, run.requests.length, run.result.annotations.length]).toEqual([220, 'failure', 0, 2]);
    });
  });
});
