import { jest } from '@jest/globals';
import { createWorld, type HandleOptions, type RobotRun, type World, type WorldOptions } from '../../../sandbox/world/index.js';

// A story is many runs of a process, on a machine that may be busy.
jest.setTimeout(120_000);

/**
 * A world with queues. Whatever is pushed outside of the queue is green at once; the CI of the queue waits to be told. At its
 * end everything the robot said must have been read.
 */
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

/** Events that are pending are never delivered, if there are any: the story goes on by `look` and `lookAtQueue`. */
export function forgetEvents(world: World): void {
  if (world.pending.length > 0) world.loseEvents();
}

/** One run of the robot about one pull request, whatever happened before; what it causes is not delivered. */
export async function look(world: World, pullRequest: number, options: HandleOptions = {}): Promise<RobotRun> {
  forgetEvents(world);
  const run = await world.dispatch({ command: 'evaluate', 'pull-request': String(pullRequest) }, 'admin', options);
  forgetEvents(world);
  return run;
}

/** One run of the robot about the queue, as CI that ended on one of its branches causes it. */
export async function lookAtQueue(world: World, options: HandleOptions = {}): Promise<RobotRun> {
  forgetEvents(world);
  const { defaultBranch } = world.github.repository(world.repository);
  world.github.sendEvent('author', world.repository, 'push', null, { ref: `refs/heads/${defaultBranch}` });
  const run = await world.deliverNext(options);
  forgetEvents(world);
  return run;
}

/** One run for an administrator's command. */
export async function command(world: World, name: string, options: HandleOptions = {}): Promise<RobotRun> {
  forgetEvents(world);
  const run = await world.dispatch({ command: name }, 'admin', options);
  forgetEvents(world);
  return run;
}

export interface Opening {
  readonly branch?: string;
  readonly base?: string;
  /** Where the branch starts; by default where it goes. */
  readonly from?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** A pull request that holds all it takes, and that the robot has not seen. By default it goes to the newest version only. */
export async function approvedPullRequest(world: World, { branch = 'bugfix/x', base = 'development/10.0', from = base, files }: Opening = {}): Promise<number> {
  await world.author.push(branch, { from, ...(files === undefined ? {} : { files }) });
  const number = await world.author.openPullRequest(branch, base);
  await world.reviewer.approve(number);
  forgetEvents(world);
  return number;
}

/** A pull request in the queue, its CI there not begun. What was told until then is read. */
export async function queuedPullRequest(world: World, opening: Opening = {}): Promise<number> {
  const number = await approvedPullRequest(world, opening);
  const first = await look(world, number);
  // With several targets the first look makes the integration branches, which are green as soon as they are pushed.
  const last = (await isQueued(world, number)) ? first : await look(world, number);
  if (!(await isQueued(world, number))) throw new Error(`#${number} was not queued: ${String(last.code)} ${last.result.outputs.message ?? ''}`);
  told(world);
  return number;
}

async function isQueued(world: World, number: number): Promise<boolean> {
  return (await queueBranches(world)).some((branch) => branch.startsWith(`q/w/${number}/`));
}

/** What was told since the last look: codes of comments by pull request, and states of statuses. Read now. */
export function told(world: World): { readonly comments: readonly string[]; readonly statuses: readonly string[] } {
  return {
    comments: world.robotSays().map(({ pullRequest, code }) => `#${pullRequest} ${code ?? 'none'}`),
    statuses: world.statusesSet().map(({ state, commit }) => `${state} on ${commit}`),
  };
}

/** The runs of these branches succeed. */
export function green(world: World, ...branches: readonly string[]): void {
  for (const branch of branches) world.ci.succeeds(branch);
}

/** The runs of these entries fail, also those of `q/<version>` on the same commit. */
export async function red(world: World, ...entries: readonly string[]): Promise<void> {
  for (const entry of entries) {
    world.ci.fails(entry);
    const version = /^q\/w\/\d+\/(?<version>[\d.]+)\//.exec(entry)?.groups?.version ?? '';
    const sha = await world.tip(entry);
    if (world.ci.simulator.runs({ branch: `q/${version}`, sha }).some(({ status }) => status !== 'completed')) world.ci.fails(`q/${version}`, { sha });
  }
}

/** The branches of the queue, sorted. */
export async function queueBranches(world: World): Promise<readonly string[]> {
  return Object.keys(await world.refs()).filter((ref) => ref.startsWith('q/'));
}

/** Nothing was asked of GitHub but reads: no push, no comment, no status, no other write. */
export function onlyRead(run: RobotRun): boolean {
  return run.pushes.length === 0 && run.writes.length === 0;
}
