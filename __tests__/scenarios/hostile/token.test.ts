import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RobotRun, World } from '../../../sandbox/world/index.js';
import { inWorld, look, newPullRequest, oneVersion, simplePullRequest, source, tested, told } from '../main-job/stories.js';
import { formsOf, lookAround, nothingSeen } from './run-processes.js';

/** With characters that look different in an address. */
const secret = 'ghs_to/ken+with=every&form%0123456789';

function withSecret(world: World): string {
  return world.github.createToken({ kind: 'app', login: world.robot.login, value: secret }).value;
}

/** All that a run leaves for others to read; the lines that hide a secret name it. */
function readable(world: World, number: number, runs: readonly RobotRun[]): string {
  const results = runs.flatMap(({ result: { rawLog, summary, outputs, annotations, exportedEnvironment, state } }) =>
    [...rawLog.filter((line) => !line.startsWith('::add-mask::')), summary, JSON.stringify([outputs, annotations, exportedEnvironment, state])]);
  const { statuses } = world.github.repository(world.repository);
  return [...results, JSON.stringify(statuses), JSON.stringify(world.github.comments(world.repository, number))].join('\n');
}

function heldIn(text: string): readonly string[] {
  return formsOf(secret).filter((form) => text.includes(form));
}

describe('the token, looked for while the run goes on', () => {
  test('a whole merge, seen at each of its requests and each start of git: only where it must be; not in an argument, a file, the log or what is left behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'watched-git-'));
    try {
      await inWorld({ settings: { always_create_integration_pull_requests: true, dashboard: 'create' } }, async (world) => {
        const token = withSecret(world);
        const git = execFileSync('/bin/sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
        // A git that notes its arguments and variables: those that ask no server are gone before anybody could look.
        await writeFile(join(folder, 'git'), `#!/bin/sh\ntr '\\0' '\\n' < /proc/$$/environ > '${folder}/environment'."$1"\nprintf '%s\\n' "$@" >> '${folder}/arguments'\nexec '${git}' "$@"\n`);
        await chmod(join(folder, 'git'), 0o755);
        const sighting = nothingSeen();
        const stop = world.github.beforeRequest(({ login }) => {
          if (login === world.robot.login) lookAround(token, sighting);
        });
        const options = { debug: true, inputs: { token }, environment: { PATH: `${folder}:${process.env.PATH ?? ''}` } };
        const number = await newPullRequest(world);
        const opened = await look(world, number, options);
        await world.reviewer.approve(number);
        for (const branch of tested) world.ci.succeeds(branch);
        const merged = await look(world, number, options);
        stop();
        expect([opened.code, merged.code]).toEqual([115, 102]);
        expect([...sighting.arguments, ...sighting.files, ...sighting.outside]).toEqual([]);
        // Given by the runner to node, and by node to those that talk to the server, in the one way that is neither argument nor file.
        expect([...sighting.variables].sort()).toEqual(['git GIT_CONFIG_VALUE_1', 'git-remote-http GIT_CONFIG_VALUE_1', 'node INPUT_TOKEN']);
        // The look was taken at the right moments and places.
        expect([...sighting.programs]).toEqual(expect.arrayContaining(['node', 'git', 'git-remote-http']));
        expect([...sighting.searched]).toEqual(expect.arrayContaining(['event.json', '.gitconfig', 'config', 'packed-refs', 'HEAD']));
        expect(heldIn(await readFile(join(folder, 'arguments'), 'utf8'))).toEqual([]);
        expect(heldIn(await readFile(join(folder, 'environment.rev-list'), 'utf8'))).toEqual([]);
        expect(heldIn(readable(world, number, [opened, merged]))).toEqual([]);
        for (const { result, gitRequests, requests } of [opened, merged]) {
          expect(result.masks).toEqual(expect.arrayContaining([token, Buffer.from(`x-access-token:${token}`).toString('base64')]));
          expect(result.leftovers).toEqual([]);
          // It did go where it belongs, once per request, and into no address.
          expect(gitRequests.every(({ authorization, path }) => authorization.length === 1 && heldIn(path).length === 0)).toBe(true);
          expect(requests.every(({ path, query, body, login }) => login === world.robot.login && heldIn(path + JSON.stringify([query, body])).length === 0)).toBe(true);
        }
        world.robotSays();
        told(world);
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('GitHub and git repeat it in their errors, in each of its forms: no log line, summary, output, comment or status does', async () => {
    await inWorld(oneVersion, async (world) => {
      const { github } = world;
      const inputs = { token: withSecret(world) };
      const number = await simplePullRequest(world);
      const echo = `no entry for ${formsOf(secret).join(' or ')}`;
      const runs: RobotRun[] = [];
      const during = async (disarm: () => void): Promise<void> => {
        runs.push(await look(world, number, { debug: true, inputs }));
        disarm();
      };
      for (const status of [400, 403, 422, 503]) {
        await during(github.faults.rest({ path: /\/reviews$/ }, { kind: 'status', status, message: echo, headers: { 'retry-after': '600', 'x-accepted-github-permissions': secret } }, Infinity));
      }
      await during(github.faults.git({ step: 'discovery' }, { kind: 'status', status: 403, message: echo }, Infinity));
      await during(github.faults.git({ service: 'git-receive-pack' }, { kind: 'refuse', message: echo }));
      await during(github.faults.rest({ method: 'POST', path: /\/statuses\// }, { kind: 'status', status: 422, message: echo }));
      expect(runs.map(({ code }) => code)).toEqual([221, 133, 221, 133, 133, 221, 102]);
      // The words did come through, and what they must not say is masked.
      expect(readable(world, number, runs)).toContain('no entry for ***');
      expect(heldIn(readable(world, number, runs))).toEqual([]);
      told(world);
    });
  });

  test('a wrong token: refused, and not repeated either', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      const wrong = await look(world, number, { debug: true, inputs: { token: secret } });
      expect([wrong.code, wrong.conclusion, wrong.pushes, wrong.moved]).toEqual([221, 'failure', [], []]);
      expect(heldIn(readable(world, number, [wrong]))).toEqual([]);
      expect(await world.tip(source)).toBeTruthy();
    });
  });
});
