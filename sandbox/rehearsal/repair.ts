import type { Resolution } from '../demo/options.js';
import type { Terminal } from '../demo/terminal.js';
import { printIndented, visible } from '../demo/terminal.js';
import { ServiceError } from '../github/index.js';
import type { World } from '../world/index.js';
import { Developer } from './developer.js';
import type { SafeGit } from './safe-git.js';

/** Where a repair came to an end, with the files in conflict. */
export interface RepairStop {
  readonly older: string;
  readonly newer: string;
  readonly files: readonly string[];
}

export interface RepairTools {
  readonly git: SafeGit;
  readonly world: World;
  readonly terminal: Terminal;
  readonly temporary: string;
  readonly resolve: Resolution | null;
}

/**
 * Merges each version branch into the next one that lacks it, in the copy, as an admin would before installing the robot.
 * Null: all contain each other now.
 */
export async function repairVersions({ git, world, terminal, temporary, resolve }: RepairTools, branches: readonly string[]): Promise<RepairStop | null> {
  const { print, paint } = terminal;
  for (const [index, newer] of branches.entries()) {
    const older = branches[index - 1];
    if (older === undefined || (await world.github.isAncestor(world.repository, await world.tip(older), await world.tip(newer)))) {
      continue;
    }
    const message = `Merge ${older} into ${newer}`;
    try {
      await world.admin.merges(older, newer);
      print(`  ${paint('good', 'merged')} ${older} into ${newer}, in the copy, without conflict`);
      continue;
    } catch (error) {
      if (!(error instanceof ServiceError) || error.status !== 409) throw error;
    }
    const files = await conflictsBetween(git, world, newer, older);
    print(`  ${paint('bad', 'conflict')} between ${older} and ${newer}, in ${files.length === 1 ? 'this file' : `these ${files.length} files`}:`);
    printIndented(terminal, shortList(files));
    if (resolve === null) {
      return { older, newer, files };
    }
    const admin = new Developer(git, world, 'admin', temporary);
    await admin.follow([`git checkout -B ${newer} origin/${newer}`, `git merge -m '${message}' origin/${older}`, 'git commit --no-edit', `git push origin HEAD:refs/heads/${newer}`], resolve, (line) => print(`    ${paint('dim', visible(line))}`));
  }
  return null;
}

/** Files in which two branches conflict. */
export async function conflictsBetween(git: SafeGit, world: World, into: string, from: string): Promise<readonly string[]> {
  const { directory } = world.github.repository(world.repository).git;
  const { stdout } = await git.run(['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', `refs/heads/${into}`, `refs/heads/${from}`], { directory, accept: [0, 1], environment: { GIT_DIR: directory } });
  return [...new Set(stdout.split('\0').slice(1).filter((path) => path !== ''))];
}

const mostShown = 15;

export function shortList(items: readonly string[]): readonly string[] {
  return items.length <= mostShown ? items : [...items.slice(0, mostShown), `… and ${items.length - mostShown} more`];
}
