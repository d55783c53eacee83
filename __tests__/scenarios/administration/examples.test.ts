import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { HandleOptions, RobotRun, World, WorldOptions } from '../../../sandbox/world/index.js';
import { command, inWorld, readAll } from './stories.js';

interface Example {
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  readonly jobs: { readonly robot: { readonly steps: ReadonlyArray<{ readonly uses: string; readonly with: Readonly<Record<string, string>> }> } };
}

/** A world with an example installed as it stands: its triggers, its inputs, and the token of the job with no more than its permissions. */
function installed(name: string): { readonly world: WorldOptions; readonly withToken: (world: World) => HandleOptions } {
  const text = readFileSync(join(import.meta.dirname, '../../../examples', name), 'utf8');
  const { permissions, jobs } = parse(text) as Example;
  const given = jobs.robot.steps.find(({ uses }) => uses.startsWith('org/berte-action@'))?.with ?? {};
  const inputs = Object.fromEntries(Object.entries(given).filter(([, value]) => !value.includes('${{')));
  const scopes = Object.fromEntries(Object.entries(permissions).map(([scope, level]) => [scope.replaceAll('-', '_'), level]));
  return {
    world: { robotWorkflow: text, inputs, tokenKind: 'job' },
    withToken: (world) => ({ inputs: { token: world.github.createToken({ kind: 'job', login: world.robot.login, permissions: scopes }).value } }),
  };
}

/** What happens to the pull request next: events, as far as the workflow listens to them. */
async function evaluate(world: World, number: number, options: HandleOptions): Promise<RobotRun> {
  return command(world, { command: 'evaluate', 'pull-request': String(number) }, options);
}

describe('examples for the token of the job: their permissions are enough', () => {
  test('gate-only: the verdict is given, nothing is pushed', async () => {
    const { world: options, withToken } = installed('gate-only.yml');
    await inWorld(options, async (world) => {
      await world.author.push('bugfix/x', { from: 'development/4.3' });
      const number = await world.author.openPullRequest('bugfix/x', 'development/4.3');
      await world.reviewer.approve(number);
      const run = await evaluate(world, number, withToken(world));
      expect([run.code, run.state, run.conclusion, run.pushes]).toEqual([302, 'success', 'success', []]);
      readAll(world);
    });
  });

  test('job-token: from the pull request through the queue to the merge, with CI that the robot starts', async () => {
    const { world: options, withToken } = installed('job-token.yml');
    await inWorld({ ...options, settingsText: 'dispatch: [ci.yml]\nrequired_workflows: [ci.yml]\n' }, async (world) => {
      await world.author.push('bugfix/x', { from: 'development/5.1' });
      const number = await world.author.openPullRequest('bugfix/x', 'development/5.1');
      await world.reviewer.approve(number);
      const token = withToken(world);
      const created = await evaluate(world, number, token);
      const queued = await evaluate(world, number, token);
      world.ci.succeeds('q/w/1/5.1/bugfix/x');
      world.ci.succeeds('q/w/1/10.0/bugfix/x');
      const merged = await evaluate(world, number, token);
      expect([created, queued, merged].map(({ code }) => code)).toEqual([304, 125, 306]);
      expect(merged.moved.filter((move) => move.startsWith('development/'))).toEqual(['development/10.0: development/10.0@0 → w/10.0/bugfix/x@0', 'development/5.1: development/5.1@0 → bugfix/x@0']);
      readAll(world);
    });
  });
});
