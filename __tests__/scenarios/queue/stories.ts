import type { HandleOptions, RobotRun, World } from '../../../sandbox/world/index.js';
import { forgetEvents, look, runOf } from '../in-world.js';

export { forgetEvents, inWorldWithQueue as inWorld, look } from '../in-world.js';

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
export function command(world: World, name: string, options: HandleOptions = {}): Promise<RobotRun> {
  return runOf(world, { command: name }, options);
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
