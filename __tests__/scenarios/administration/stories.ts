import type { RobotRun, World } from '../../../sandbox/world/index.js';
import { runOf as command } from '../in-world.js';

export { forgetEvents, inWorldWithQueue as inWorld, runOf as command } from '../in-world.js';

/** A pull request in the queue; everything that was told is read. */
export async function queued(world: World, branch = 'bugfix/x', base = 'development/10.0'): Promise<number> {
  await world.author.push(branch, { from: base });
  const number = await world.author.openPullRequest(branch, base);
  await world.reviewer.approve(number);
  const evaluate = { command: 'evaluate', 'pull-request': String(number) };
  const first = await command(world, evaluate);
  const isQueued = async (): Promise<boolean> => Object.keys(await world.refs()).some((ref) => ref.startsWith(`q/w/${number}/`));
  const last = (await isQueued()) ? first : await command(world, evaluate);
  if (!(await isQueued())) throw new Error(`#${number} was not queued: ${String(last.code)} ${last.result.outputs.message ?? ''}`);
  readAll(world);
  return number;
}

/** Codes of the comments since the last look. */
export function readAll(world: World): ReadonlyArray<number | null> {
  world.statusesSet();
  return world.codesSaid();
}

/** The job summary without the backslashes that keep names from being read as Markdown. */
export function summary(run: RobotRun): string {
  return run.result.summary.replaceAll(/\\(?<character>[!-/:-@[-`{-~])/g, '$<character>').replaceAll('\u200B', '');
}
