import { describe, expect, test } from '@jest/globals';
import { forgetEvents, inWorld, look, newPullRequest, oneVersion, simplePullRequest, told } from './stories.js';

describe('what the runner does not tell, or cannot take', () => {
  test('no GITHUB_WORKFLOW_REF: GitHub is asked for the run, so that no run of the own workflow counts; no summary: a warning', async () => {
    await inWorld({ ...oneVersion, environment: { GITHUB_WORKFLOW_REF: '' } }, async (world) => {
      await newPullRequest(world);
      // The run of this event is one of the own workflow, on the commit of the pull request.
      const first = await world.deliverNext();
      const asked = first.requests.filter(({ path }) => /\/actions\/runs\/[0-9]+$/.test(path));
      expect([asked.length, first.conclusion]).toEqual([1, 'success']);
      await world.reviewer.approve(1);
      forgetEvents(world);
      world.ci.succeeds('bugfix/x');
      forgetEvents(world);
      const run = await look(world, 1, { environment: { GITHUB_WORKFLOW_REF: '', GITHUB_STEP_SUMMARY: '/nowhere/summary.md' } });
      expect([run.code, run.conclusion, run.result.outputs.merged]).toEqual([102, 'success', '[1]']);
      // The record of the landing accounts for both runs.
      expect(run.result.outputs.outcomes).toContain('"counted":false,"reason":{"kind":"own-workflow","workflow":".github/workflows/bert-e.yml"}');
      expect(run.result.annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('GITHUB_STEP_SUMMARY') }]);
      told(world);
    });
  });
});

describe('a comment with the mark of the robot', () => {
  test('somebody else’s: its event is looked at; an app’s: not, and a note says why', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world, 'unfinished');
      await look(world, number);
      const mark = world.robotSays()[0]?.body.trim().split('\n').at(-1) ?? '';
      expect(mark).toMatch(/^<!-- bert-e: /);
      world.statusesSet();
      for (const [login, codes] of [['author', [101]], ['lint[bot]', []]] as const) {
        forgetEvents(world);
        if (login !== 'author') world.github.createAccount(login, 'Bot');
        world.github.comment(login, world.repository, number, `@bert-e help\n\n${mark}`);
        const run = await world.deliverNext();
        expect([login, world.codesSaid()]).toEqual([login, codes]);
        expect(run.result.annotations.some(({ message }) => message.includes('robot’s mark'))).toBe(login !== 'author');
      }
      forgetEvents(world);
      told(world);
    });
  });
});

test('the input options: split as comments are', async () => {
  await inWorld(oneVersion, async (world) => {
    const number = await simplePullRequest(world, 'unfinished');
    expect((await look(world, number, { inputs: { options: 'bypass_build_status.wait' } })).code).toBe(302);
    expect((await look(world, number, { inputs: { options: '/bypass_build_status|/after_pull_request=1.5' } })).code).toBe(131);
    told(world);
  });
});
