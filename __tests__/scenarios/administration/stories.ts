import { jest } from '@jest/globals';
import { createWorld, type HandleOptions, type RobotRun, type World, type WorldOptions } from '../../../sandbox/world/index.js';

// A story is several runs of a process, on a machine that may be busy.
jest.setTimeout(120_000);

/** A world in which CI outside of the queue is green at once. At its end everything the robot said must have been read. */
export async function inWorld(options: WorldOptions, story: (world: World) => Promise<void>): Promise<void> {
  const world = await createWorld(options);
  world.ci.plan('**', 'success');
  world.ci.plan('q/**', 'queued');
  try {
    await story(world);
  } catch (error) {
    await world.discard();
    throw error;
  }
  await world.finish();
}

/** One run for a command; what it causes is not delivered. */
export async function command(world: World, inputs: Readonly<Record<string, string>>, options: HandleOptions = {}): Promise<RobotRun> {
  forgetEvents(world);
  const run = await world.dispatch(inputs, 'admin', options);
  forgetEvents(world);
  return run;
}

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

export function forgetEvents(world: World): void {
  if (world.pending.length > 0) world.loseEvents();
}

/** The job summary without the backslashes that keep names from being read as Markdown. */
export function summary(run: RobotRun): string {
  return run.result.summary.replaceAll(/\\(?<character>[!-/:-@[-`{-~])/g, '$<character>').replaceAll('\u200B', '');
}
