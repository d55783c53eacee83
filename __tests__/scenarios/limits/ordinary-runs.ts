import type { HandleOptions, RobotRun, World, WorldOptions } from '../../../sandbox/world/index.js';
import { forgetEvents, look, newPullRequest, readyPullRequest, simplePullRequest } from '../main-job/stories.js';

/** An ordinary run that does something, in a world prepared for it. */
export interface Ordinary {
  readonly says: string;
  readonly world: WorldOptions;
  readonly prepare: (world: World) => Promise<number>;
  readonly run: (world: World, number: number, options: HandleOptions) => Promise<RobotRun>;
  readonly code: number;
  /** What follows by itself and makes good what the run missed. The next run of the same kind, if absent. */
  readonly next?: (world: World, number: number) => Promise<unknown>;
}

/** One version, builds of three kinds: a run of few requests that knows every kind of read. */
export const merge: Ordinary = {
  says: 'merges',
  world: { settings: { use_queues: false, build_key: ['github_actions', 'ci/outside', 'check:unit'] }, versions: ['4.3'] },
  prepare: withOtherBuilds, run: look, code: 102,
};

export const longerRuns: readonly Ordinary[] = [
  { says: 'merges along the cascade', world: { settings: { use_queues: false } }, prepare: readyPullRequest, run: look, code: 102 },
  {
    says: 'makes integration branches and pull requests',
    world: { settings: { use_queues: false, always_create_integration_pull_requests: true } }, prepare: newPullRequest, run: look, code: 115,
  },
  {
    says: 'merges the queue',
    world: { settings: { use_queues: true }, versions: ['4.3', '5.1'] }, prepare: queued, run: lookAtQueue, code: 306, next: afterQueue,
  },
];

async function withOtherBuilds(world: World): Promise<number> {
  const number = await simplePullRequest(world);
  const headSha = await world.tip('bugfix/x');
  await world.github.setStatus('reviewer', world.repository, { sha: headSha, context: 'ci/outside', state: 'success' });
  await world.github.setCheckRun('reviewer', world.repository, { name: 'unit', headSha, conclusion: 'success' });
  return number;
}

async function queued(world: World): Promise<number> {
  world.ci.plan('**', 'success');
  const number = await newPullRequest(world);
  await world.reviewer.approve(number);
  await look(world, number);
  await look(world, number);
  return number;
}

/** Of the events that it causes, one is kept: its push closes the pull request. */
async function lookAtQueue(world: World, _number: number, options: HandleOptions = {}): Promise<RobotRun> {
  forgetEvents(world);
  world.github.sendEvent('author', world.repository, 'push', null, { ref: 'refs/heads/development/5.1' });
  const run = await world.deliverNext(options);
  if (world.pending.some(({ event }) => event.action !== 'closed')) world.loseEvents(({ action }) => action !== 'closed');
  return run;
}

/** The queue does not look back at what left it: it is the pull request, once closed, whose merge is told if it was not. */
async function afterQueue(world: World, number: number): Promise<void> {
  if (world.pending.length > 0) await world.deliverNext();
  await lookAtQueue(world, number);
}
