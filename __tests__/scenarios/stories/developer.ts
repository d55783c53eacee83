import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { World } from '../../../sandbox/world/index.js';

const execute = promisify(execFile);

/** What a developer's shell said, and what came into being in the folder around the clone. */
export interface FollowedCommands {
  /** Merges that ended in a conflict. */
  readonly conflicts: readonly string[];
}

/**
 * Somebody pastes the commands of a comment, line by line, into bash in a fresh clone of their own. At the comment line
 * between them, the files in conflict are given the content of the resolution. A command that fails without a conflict
 * fails the test.
 */
export async function follow(world: World, login: string, commands: readonly string[], resolution: Readonly<Record<string, string>>): Promise<FollowedCommands> {
  const home = await mkdtemp(join(tmpdir(), 'developer-'));
  const { value: token } = world.github.createToken({ kind: 'user', login });
  const header = `Authorization: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const configuration: ReadonlyArray<readonly [string, string]> = [
    ['http.extraHeader', header], ['user.name', login], ['user.email', `${login}@example.org`], ['advice.detachedHead', 'false'],
  ];
  const environment = {
    PATH: process.env.PATH ?? '', HOME: home, LC_ALL: 'C.UTF-8', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true',
    GIT_CONFIG_COUNT: String(configuration.length),
    ...Object.fromEntries(configuration.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key], [`GIT_CONFIG_VALUE_${index}`, value]])),
  };
  const clone = join(home, 'clone');
  const conflicts: string[] = [];
  try {
    await execute('git', ['clone', '--quiet', world.github.gitUrl(world.repository), clone], { cwd: home, env: environment });
    for (const command of commands) {
      if (command.startsWith('#')) {
        for (const [path, content] of Object.entries(resolution)) await writeFile(join(clone, path), content);
        continue;
      }
      try {
        await execute('bash', ['-c', command], { cwd: clone, env: environment });
      } catch (error) {
        if (!printedBy(error).includes('CONFLICT')) throw new Error(`${command}: ${printedBy(error)}`, { cause: error });
        conflicts.push(command);
      }
    }
    // Whatever a name of a branch made the shell do would lie here.
    const { stdout } = await execute('find', [home, '-name', '*canary*', '-not', '-path', '*/.git/*'], { cwd: home, env: environment });
    if (stdout !== '') throw new Error(`the commands did something else: ${stdout}`);
    return { conflicts };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function printedBy(error: unknown): string {
  const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
  return stdout + stderr;
}
