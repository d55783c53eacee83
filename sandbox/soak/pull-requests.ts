import type { World } from '../world/index.js';
import type { Random } from './random.js';

/**
 * - `good`: green wherever it is built;
 * - `late`: green, and its author pushes one more commit once it is queued;
 * - `shaky`: its first build in the queue fails for no reason of its own; somebody asks to try again;
 * - `bad`: green alone and red in the queue, until its author pushes a fix;
 * - `broken`: never green: it must not land;
 * - `withdrawn`: closed before it is approved: it must not land.
 */
export type Kind = 'good' | 'late' | 'shaky' | 'bad' | 'broken' | 'withdrawn';

/** How often each comes: a queue in which every fifth fails would be rebuilt all the time. */
const shares: ReadonlyArray<readonly [Kind, number]> = [['good', 13], ['late', 2], ['shaky', 1], ['bad', 1], ['broken', 2], ['withdrawn', 1]];
const kinds = shares.flatMap(([kind, share]) => Array.from({ length: share }, () => kind));

export interface SoakPullRequest {
  readonly number: number;
  readonly kind: Kind;
  readonly branch: string;
  /** Version of its destination. */
  readonly version: string;
  /** The commit that makes builds in the queue fail, while there is no fix. */
  readonly culprit: string;
  /** The fix of a `bad` one, or the second commit of a `late` one. */
  second: string | null;
  /** Builds in the queue have failed because of it. */
  failed: boolean;
}

/** Somebody pushes a branch, opens a pull request, and it is approved. */
export async function openOne(world: World, index: number, versions: readonly [string, ...string[]], random: Random): Promise<SoakPullRequest> {
  const kind = random.pick(kinds) ?? 'good';
  const version = random.pick(versions) ?? versions[0];
  const branch = `${random.pick(['bugfix', 'feature', 'improvement']) ?? 'bugfix'}/PROJ-${index}-${kind}`;
  const culprit = await world.author.push(branch, { from: `development/${version}`, files: { [`changes/${index}.txt`]: `${kind}\n` } });
  const number = await world.author.openPullRequest(branch, `development/${version}`);
  if (kind === 'withdrawn') await world.author.closes(number);
  else await world.reviewer.approve(number);
  return { number, kind, branch, version, culprit, second: null, failed: false };
}

export function mustLand({ kind }: SoakPullRequest): boolean {
  return kind !== 'broken' && kind !== 'withdrawn';
}

/** What the people behind it do when the robot has told how it stands. */
export async function react(world: World, pullRequest: SoakPullRequest, lastCode: number | null): Promise<void> {
  const { kind, number, branch, second } = pullRequest;
  if (kind === 'late' && lastCode === 125 && second === null) {
    pullRequest.second = await world.author.push(branch, { message: 'one more thing' });
  } else if (kind === 'bad' && lastCode === 139 && second === null) {
    pullRequest.second = await world.author.push(branch, { message: 'fix' });
  } else if (kind === 'shaky' && lastCode === 139) {
    world.author.comment(number, '/retry');
  }
}
