import { describe, expect, test } from '@jest/globals';
import { outputNames } from '../../../src/settings/outputs.js';
import { approvedPullRequest, integration, inWorld, look, newPullRequest, oneVersion, onlyRead, readyPullRequest, source, told } from './stories.js';

describe('what a run leaves behind', () => {
  test('a merge: all eight outputs, a landing record that can be checked, a summary, no annotation', async () => {
    await inWorld({}, async (world) => {
      const number = await readyPullRequest(world);
      const tips = await Promise.all([source, ...integration].map((branch) => world.tip(branch)));
      const before = await Promise.all(['development/4.3', 'development/5.1', 'development/10.0'].map((branch) => world.tip(branch)));
      const { result } = await look(world, number);
      const { outputs } = result;
      expect(Object.keys(outputs).sort()).toEqual([...outputNames].sort());
      expect(outputs).toMatchObject({ code: '102', outcome: 'merged', state: 'success', 'pull-request': String(number), merged: `[${String(number)}]`, queued: '[]' });
      expect(outputs.message).toBe('Merged: Merged into development/4.3, development/5.1, development/10.0');
      const [entry, ...others] = JSON.parse(outputs.outcomes ?? '') as ReadonlyArray<Record<string, unknown>>;
      expect(others).toEqual([]);
      expect(entry).toMatchObject({
        pullRequest: number, code: 102, state: 'success',
        landing: {
          head: tips[0], forced: false, options: [], buildsSkipped: null, settingsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
          approvals: [{ login: 'reviewer', commit: tips[0], onHead: true }],
          versions: [source, ...integration].map((branch, index) => ({
            before: before[index], after: tips[index],
            tested: { branch, commit: tips[index], evidence: { keys: [{ evidence: [{ kind: 'workflow-run', attempt: 1, result: 'success', branch, link: expect.stringContaining('/actions/runs/') }] }] } },
          })),
        },
      });
      expect([result.exitCode, result.annotations, result.droppedAnnotations]).toEqual([0, [], []]);
      expect(result.summary).toMatch(/^## ✅ Merged/);
      for (const part of ['One atomic push', 'gitGraph', 'Landing record', '| Run | Attempt | Event | Result | Counts? |']) expect(result.summary).toContain(part);
      told(world);
    });
  });

  test('figures: as many requests are printed as were sent; a look at what is merged costs three', async () => {
    await inWorld({}, async (world) => {
      const number = await newPullRequest(world);
      const first = await look(world, number);
      expect(first.printed.requests).toBe(first.requests.length);
      expect(first.printed.gitProcesses).toBeLessThanOrEqual(10);
      const log = first.result.log.join('\n');
      expect(log).toMatch(/^Outcome 115: /m);
      expect(log).toMatch(/^\d+ API requests, \d+ git processes, \d+ ms$/m);
      expect(first.result.summary).toMatch(/\d+ API requests · \d+ git processes · \d+ ms/);
      told(world);
    });
  });

  test('fail-on: blocked fails when somebody must act, pending also while waiting, never not at all; the outputs are the same', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await newPullRequest(world);
      const exits = async (): Promise<ReadonlyArray<readonly [string, number | null, number | null]>> => {
        const found: Array<readonly [string, number | null, number | null]> = [];
        for (const failOn of ['blocked', 'pending', 'never']) {
          const run = await look(world, number, { inputs: { 'fail-on': failOn } });
          found.push([failOn, run.code, run.result.exitCode]);
        }
        told(world);
        return found;
      };
      expect(await exits()).toEqual([['blocked', 115, 0], ['pending', 115, 1], ['never', 115, 0]]);
      await world.reviewer.approve(number);
      world.ci.fails(source);
      expect(await exits()).toEqual([['blocked', 118, 1], ['pending', 118, 1], ['never', 118, 0]]);
      await world.author.closes(number);
      await look(world, number);
      expect(await exits()).toEqual([['blocked', 302, 0], ['pending', 302, 0], ['never', 302, 0]]);
    });
  });

  test('a failure is annotated with the pull request, and names from outside cannot command the runner', async () => {
    await inWorld({}, async (world) => {
      const hostile = 'bugfix/x-##error;$(id)';
      await world.author.push(hostile, { from: 'development/4.3' });
      const number = await world.author.openPullRequest(hostile, 'development/4.3', { title: '::error::<img src=x> @admin ##[error]x' });
      await look(world, number);
      await world.reviewer.approve(number);
      world.ci.fails(hostile);
      const { result, code } = await look(world, number);
      expect([code, result.outputs.code, result.annotations.length]).toEqual([118, '118', 1]);
      expect(result.annotations[0]).toMatchObject({ level: 'error', properties: { title: `#${String(number)}: Build failed` }, message: expect.stringContaining('CI failed on') });
      expect(result.rawLog.filter((line) => /^\s*::(?!error title=|debug|add-mask|group::#1: 118 |endgroup::)/.test(line) || line.includes('##['))).toEqual([]);
      told(world);
    });
  });
});

describe('dry run', () => {
  test('at every stage: the code of a real run, and not one write', async () => {
    await inWorld({ inputs: { 'dry-run': 'true' } }, async (world) => {
      const number = await newPullRequest(world);
      const start = await world.refs();
      const first = await look(world, number);
      expect([first.code, onlyRead(first), await world.refs()]).toEqual([115, true, start]);
      expect(first.result.summary).toMatch(/dry run|Dry run/);
      const real = await look(world, number, { inputs: { 'dry-run': 'false' } });
      expect([real.code, told(world).comments]).toEqual([115, [100, 121, 115]]);

      await world.reviewer.approve(number);
      for (const branch of [source, ...integration]) world.ci.succeeds(branch);
      const ready = await world.refs();
      const merge = await look(world, number);
      expect([merge.code, merge.state, onlyRead(merge), await world.refs()]).toEqual([102, 'success', true, ready]);
      expect(world.github.pullRequest(world.repository, number).state).toBe('open');
      expect((await look(world, number, { inputs: { 'dry-run': 'false' } })).code).toBe(102);
      told(world);
    });
  });

  test('merge in a dry run: the output merged names nobody', async () => {
    await inWorld({ inputs: { 'dry-run': 'true' }, settings: { required_peer_approvals: 0, build_key: '' } }, async (world) => {
      await world.author.push(source, { from: 'development/10.0' });
      const run = await look(world, await world.author.openPullRequest(source, 'development/10.0'));
      expect([run.code, run.pushes, run.merged]).toEqual([102, [], []]);
    });
  });

  test('closed pull request and a failed build: the clean-up and the comment are only named', async () => {
    await inWorld({}, async (world) => {
      const number = await approvedPullRequest(world);
      world.ci.fails(integration[0]);
      const failed = await look(world, number, { inputs: { 'dry-run': 'true' } });
      expect([failed.code, onlyRead(failed), failed.result.exitCode]).toEqual([118, true, 1]);
      await world.author.closes(number);
      const closed = await look(world, number, { inputs: { 'dry-run': 'true' } });
      expect([closed.code, onlyRead(closed), Object.keys(await world.refs())]).toEqual([305, true, expect.arrayContaining([...integration])]);
      told(world);
    });
  });
});
