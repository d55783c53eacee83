import { jest } from '@jest/globals';
import { createWorld, type HandleOptions, type RobotRun, type World, type WorldOptions } from '../../sandbox/world/index.js';

// A story is many runs of a process, on a machine that may be busy.
jest.setTimeout(120_000);

export type Story = (world: World) => Promise<void>;

/** A world for one story, ended as it should be: whatever the robot said and nobody looked at fails the story. */
export async function inAnyWorld(options: WorldOptions, story: Story): Promise<void> {
  const world = await createWorld(options);
  try {
    await story(world);
  } catch (error) {
    await world.discard();
    throw error;
  }
  await world.finish();
}

/** A world without queues. */
export function inWorldWithoutQueue(options: WorldOptions, story: Story): Promise<void> {
  return inAnyWorld({ ...options, settings: { use_queues: false, ...options.settings } }, story);
}

/** A world with queues. Whatever is pushed outside of the queue is green at once; the CI of the queue waits to be told. */
export function inWorldWithQueue(options: WorldOptions, story: Story): Promise<void> {
  return inAnyWorld(options, async (world) => {
    world.ci.plan('**', 'success');
    world.ci.plan('q/**', 'queued');
    await story(world);
  });
}

/** Events that are pending are never delivered, if there are any: the story goes on by runs that it starts itself. */
export function forgetEvents(world: World): void {
  if (world.pending.length > 0) world.loseEvents();
}

/** One run for a command; what it causes is not delivered. */
export async function runOf(world: World, inputs: Readonly<Record<string, string>>, options: HandleOptions = {}): Promise<RobotRun> {
  forgetEvents(world);
  const run = await world.dispatch(inputs, 'admin', options);
  forgetEvents(world);
  return run;
}

/** One run about one pull request, whatever happened before; what it causes is not delivered. */
export function look(world: World, pullRequest: number, options: HandleOptions = {}): Promise<RobotRun> {
  return runOf(world, { command: 'evaluate', 'pull-request': String(pullRequest) }, options);
}
