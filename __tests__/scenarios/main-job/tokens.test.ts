import { describe, expect, test } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../../../sandbox/world/index.js';
import { forgetEvents, integration, inWorld, look, newPullRequest, oneVersion, openedPullRequest, simplePullRequest, source, tested, told } from './stories.js';

/** Every form in which the token could stand somewhere. */
function formsOf(token: string): readonly string[] {
  const basic = `x-access-token:${token}`;
  return [token, encodeURIComponent(token), Buffer.from(token).toString('base64'), Buffer.from(basic).toString('base64')];
}

function tokenOf(world: World): string {
  const found = [...world.github.state.tokens.values()].find(({ login }) => login === world.robot.login);
  return found?.value ?? '';
}

describe('the token', () => {
  test('a whole merge, with debug log: not in an argument, not on disk while git runs, not in the log, the outputs, the summary or what is left behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'watched-git-'));
    try {
      await inWorld({}, async (world) => {
        const token = tokenOf(world);
        expect(token.length).toBeGreaterThan(10);
        const git = execFileSync('/bin/sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
        const patterns = formsOf(token).map((form) => `-e '${form}'`).join(' ');
        // A git that notes its arguments, and every file of the runner which holds the token at that moment.
        const script = `#!/bin/sh
printf '%s\\n' "$@" >> '${folder}/arguments'
find "$TMPDIR" -type f >> '${folder}/searched'
grep -r -l -F ${patterns} "$TMPDIR" . >> '${folder}/files' 2>/dev/null
exec '${git}' "$@"
`;
        await writeFile(join(folder, 'git'), script);
        await chmod(join(folder, 'git'), 0o755);
        await writeFile(join(folder, 'files'), '');
        const environment = { PATH: `${folder}:${process.env.PATH ?? ''}` };
        const number = await newPullRequest(world);
        const opened = await look(world, number, { environment, debug: true });
        await world.reviewer.approve(number);
        for (const branch of tested) world.ci.succeeds(branch);
        const merged = await look(world, number, { environment, debug: true });
        expect([opened.code, merged.code]).toEqual([115, 102]);
        const held = (text: string): readonly string[] => formsOf(token).filter((form) => text.includes(form));
        const noted = await readFile(join(folder, 'arguments'), 'utf8');
        expect([noted.includes('push'), held(noted), await readFile(join(folder, 'files'), 'utf8')]).toEqual([true, [], '']);
        expect(await readFile(join(folder, 'searched'), 'utf8')).toContain('/HEAD');
        for (const { result } of [opened, merged]) {
          const printed = result.rawLog.filter((line) => !line.startsWith('::add-mask::')).join('\n');
          expect(held([printed, result.summary, JSON.stringify(result.outputs), JSON.stringify(result.annotations), JSON.stringify(result.exportedEnvironment)].join('\n'))).toEqual([]);
          expect(result.masks).toEqual(expect.arrayContaining([token, formsOf(token)[3]]));
          expect(result.leftovers).toEqual([]);
        }
        // It did go where it belongs, once per request, and into no address.
        expect(merged.gitRequests.every(({ authorization, path }) => authorization.length === 1 && held(path).length === 0)).toBe(true);
        expect(merged.requests.every(({ path, query, login }) => login === world.robot.login && held(path + JSON.stringify(query)).length === 0)).toBe(true);
        told(world);
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('refused pushes, outages and bad tokens: no message holds it', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      const token = tokenOf(world);
      world.refuseNextPush(`remote: token ${token} may not push`);
      const refused = await look(world, number, { debug: true });
      const disarm = world.github.faults.rest({ path: /\/reviews$/ }, { kind: 'status', status: 400, message: `bad credentials ${token}` }, Infinity);
      const rejected = await look(world, number, { debug: true });
      disarm();
      const wrong = await look(world, number, { inputs: { token: 'ghs_wrongtoken0123456789' } });
      expect([refused.code, rejected.conclusion, wrong.conclusion, wrong.code]).toEqual([221, 'failure', 'failure', 221]);
      const texts = [refused, rejected, wrong].flatMap(({ result }) => [...result.rawLog.filter((line) => !line.startsWith('::add-mask::')), result.summary, JSON.stringify(result.outputs)]);
      const comments = world.github.comments(world.repository, number).map(({ body }) => body);
      const statuses = world.github.repository(world.repository).statuses.map(({ description }) => description ?? '');
      const text = [...texts, ...comments, ...statuses].join('\n');
      expect([...formsOf(token), ...formsOf('ghs_wrongtoken0123456789')].filter((form) => text.includes(form))).toEqual([]);
      expect(wrong.pushes).toEqual([]);
      told(world);
    });
  });
});

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
