import type { RobotRun, World } from '../../../sandbox/world/index.js';
import { onlyRead } from '../main-job/stories.js';

/** What there is to see of a world: branches, and what the robot said on pull requests and set on commits. */
export interface Seen {
  readonly refs: Readonly<Record<string, string>>;
  readonly comments: readonly string[];
  readonly statuses: readonly string[];
}

export async function seen(world: World): Promise<Seen> {
  const { comments, statuses } = world.github.repository(world.repository);
  const codes = [...comments.values()].filter(({ author }) => author === world.robot.login).map(({ number, body }) => `#${number} ${/code=(?<code>\d+)/.exec(body)?.groups?.code ?? 'none'}`);
  return {
    refs: await world.refs(), comments: codes.sort(),
    // GitHub keeps each one that was set; to set the same again, because its answer was lost, changes nothing.
    statuses: [...new Set(statuses.filter(({ creator }) => creator === world.robot.login).map(({ state, sha }) => `${state} on ${world.names.of(sha)}`))],
  };
}

/** Where two looks differ, in words; nothing, if they do not. */
export function differences(now: Seen, wanted: Seen): readonly string[] {
  return (['refs', 'comments', 'statuses'] as const)
    .filter((what) => JSON.stringify(now[what]) !== JSON.stringify(wanted[what]))
    .map((what) => `${what} are ${JSON.stringify(now[what])} instead of ${JSON.stringify(wanted[what])}`);
}

/** What is wrong about a run that met trouble, in words: a verdict that is neither 133 nor the right one, or something done by halves. */
export function wrongs(run: RobotRun, code: number, before: Seen, after: Seen, goal: Seen): readonly string[] {
  const landed = JSON.stringify(after.refs) === JSON.stringify(goal.refs);
  const untouched = differences(after, before).length === 0;
  const early = [
    ...after.comments.filter((comment) => !goal.comments.includes(comment)),
    ...after.statuses.filter((status) => !goal.statuses.includes(status)),
  ];
  return [
    // A lost request may have been carried out, and a read may be repeated: then the right answer is given.
    ...(run.code === 133 || run.code === code ? [] : [`ended with ${run.code}`]),
    ...(run.conclusion === 'success' ? [] : [`the job ended as ${run.conclusion}`]),
    ...(landed || JSON.stringify(after.refs) === JSON.stringify(before.refs) ? [] : [`some branches moved, others did not: ${JSON.stringify(after.refs)}`]),
    ...(early.length === 0 ? [] : [`said what an ordinary run does not say: ${early.join(', ')}`]),
    ...(landed || run.merged.length === 0 ? [] : [`claims to have merged ${run.merged.join(', ')}`]),
    ...(!untouched || onlyRead(run) || run.code === 133 ? [] : [`wrote what left no trace: ${run.writes.join(', ')}`]),
  ];
}
