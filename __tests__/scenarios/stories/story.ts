import type { Push, RobotComment, RobotRun, World } from '../../../sandbox/world/index.js';

export { inWorldWithoutQueue as inWorld } from '../in-world.js';

/** What one run of the robot came to, in full: comparing it with what a story expects also tells what did not happen. */
export interface Told {
  readonly code: number | null;
  /** Codes of the comments it wrote, `#<number>` before those on another pull request. */
  readonly said: ReadonlyArray<number | string | null>;
  /** `pending: 1 approval missing`, of each status it set; on the head of the pull request, or else with the commit. */
  readonly status: readonly string[];
  readonly moved: readonly string[];
}

export interface Reaction {
  readonly told: Told;
  readonly run: RobotRun;
  readonly comments: readonly RobotComment[];
  /** All of these comments. */
  readonly text: string;
}

/**
 * The robot runs for the newest event only, as if it had been too slow for those before, and its own comments start no
 * run: every evaluation begins with what is true now, so one is enough (that this is so, `deliverAll` shows elsewhere).
 */
export async function reaction(world: World, options: Parameters<World['deliverNext']>[0] = {}): Promise<Reaction> {
  const newest = world.pending.at(-1);
  if (newest === undefined) throw new Error('Nothing happened that the robot listens to.');
  if (world.pending.length > 1) world.loseEvents((event) => event !== newest.event);
  // Two triggers of one event are two deliveries of it.
  while (world.pending.length > 1) await world.deliverNext(options);
  return account(world, await world.deliverNext(options));
}

/** Somebody asks for an evaluation by hand. */
export async function evaluation(world: World, number: number, options: Parameters<World['dispatch']>[2] = {}): Promise<Reaction> {
  return account(world, await world.dispatch({ command: 'evaluate', 'pull-request': String(number) }, 'admin', options));
}

/** Reads what a run left behind. */
export function account(world: World, run: RobotRun): Reaction {
  forget(world);
  const comments = world.robotSays();
  const subject = Number(run.result.outputs['pull-request']);
  const heads = [...world.github.repository(world.repository).pullRequests.values()];
  const head = heads.find(({ number }) => number === subject)?.head.sha;
  return {
    run,
    comments,
    text: comments.map(({ body }) => body).join('\n'),
    told: {
      code: run.code,
      said: comments.map(({ code, pullRequest }) => (pullRequest === subject ? code : `#${pullRequest} ${code ?? 'none'}`)),
      status: world.statusesSet().map(({ sha, commit, state, description }) => `${sha === head ? '' : `${commit} `}${state}: ${description ?? ''}`),
      moved: run.moved,
    },
  };
}

/** Pending events are lost; none is no error here. */
export function forget(world: World): void {
  if (world.pending.length > 0) world.loseEvents();
}

export interface Opening extends Push {
  readonly branch?: string;
  readonly base?: string;
  readonly title?: string;
  readonly body?: string;
}

/** The author pushes a commit on a new branch and opens a pull request. */
export async function opened(world: World, opening: Opening = {}): Promise<number> {
  const { branch = 'bugfix/x', base = 'development/4.3', title, body, ...push } = opening;
  await world.author.push(branch, { from: base, ...push });
  return world.author.openPullRequest(branch, base, { ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }) });
}

/** What a branch holds in one file; null if it has no such file. */
export async function fileOn(world: World, branch: string, path: string): Promise<string | null> {
  return world.github.readFile(world.repository, branch, path);
}

/** The shell commands in the fenced blocks of a comment. */
export function commandsIn(text: string): readonly string[] {
  return [...text.matchAll(/^```+sh\n(?<commands>[^]*?)\n```+$/gmu)].flatMap(({ groups }) => (groups?.commands ?? '').split('\n'));
}
