import type { RobotRun, World } from '../../../sandbox/world/index.js';
import { forgetEvents, look } from '../in-world.js';

export { forgetEvents, inWorldWithoutQueue as inWorld, look } from '../in-world.js';

export const source = 'bugfix/x';
export const development = ['development/4.3', 'development/5.1', 'development/10.0'] as const;
export const integration = ['w/5.1/bugfix/x', 'w/10.0/bugfix/x'] as const;
/** Every branch whose CI has to be green before `bugfix/x` may land. */
export const tested = [source, ...integration] as const;

/** What was told since the last look: codes of comments, and states of statuses. Read now. */
export function told(world: World): { readonly comments: ReadonlyArray<number | null>; readonly statuses: readonly string[] } {
  return { comments: world.codesSaid(), statuses: world.statusesSet().map(({ context, state, commit }) => `${context} ${state} on ${commit}`) };
}

/** A pull request the robot has not seen: `bugfix/x` towards development/4.3. */
export async function newPullRequest(world: World, files?: Readonly<Record<string, string>>): Promise<number> {
  await world.author.push(source, { from: development[0], ...(files === undefined ? {} : { files }) });
  return world.author.openPullRequest(source, development[0]);
}

/** The robot has greeted, made the integration branches and waits for an approval; all of that is read. */
export async function openedPullRequest(world: World, files?: Readonly<Record<string, string>>): Promise<number> {
  const number = await newPullRequest(world, files);
  await look(world, number);
  told(world);
  return number;
}

/** Approved, and the CI of all its branches waits to be told how it ends. */
export async function approvedPullRequest(world: World): Promise<number> {
  const number = await openedPullRequest(world);
  await world.reviewer.approve(number);
  forgetEvents(world);
  return number;
}

/** Approved and green on every branch: the next look merges. */
export async function readyPullRequest(world: World): Promise<number> {
  const number = await approvedPullRequest(world);
  for (const branch of tested) world.ci.succeeds(branch);
  forgetEvents(world);
  return number;
}

/** For stories in which later versions play no part: they need no integration branches, and so no look to make them. */
export const oneVersion = { versions: ['4.3'] } as const;

/** In a world of one version: approved and green, never looked at. The next look merges, or tells why not. */
export async function simplePullRequest(world: World, builds: 'green' | 'unfinished' = 'green'): Promise<number> {
  const number = await newPullRequest(world);
  await world.reviewer.approve(number);
  if (builds === 'green') world.ci.succeeds(source);
  forgetEvents(world);
  return number;
}

/** Nothing was asked of GitHub but reads: no push, no comment, no status, no other write. */
export function onlyRead(run: RobotRun): boolean {
  return run.pushes.length === 0 && run.writes.length === 0;
}
