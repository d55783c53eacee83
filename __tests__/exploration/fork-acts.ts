import type { PullRequest } from '../../src/ports/github.js';
import type { Act } from './act.js';
import { pickRound } from './random.js';
import { forkId } from './world.js';
import type { World } from './world.js';

/** What the owner of a fork does; nothing where there is none. */
export const forkActs = {
  openFromFork: (world, which, how) => {
    const bases = [...world.repository.branches.keys()].filter((branch) => /^(?:development|hotfix)\//.test(branch));
    const base = pickRound(bases, which);
    return base === null || world.pullRequests.size >= 6 ? null : openFromFork(world, base, how);
  },
  deleteFork: (world, which) => {
    const fork = world.forks.get(forkId);
    if (fork === undefined || which % 4 !== 0) return null;
    deleteFork(world, forkId);
    return `${fork.owner} deletes the fork`;
  },
} as const satisfies Readonly<Record<string, Act>>;

/**
 * A pull request from the fork. Its branch has a name of its own, that of the source of another pull request, with other
 * commits or the very same, or that of the destination, as those have it who never make a branch.
 */
export function openFromFork(world: World, base: string, how: number): string | null {
  const [fork, tip] = [world.forks.get(forkId), world.tip(base)];
  if (fork === undefined || tip === null) return null;
  const number = world.pullRequests.size + 1;
  const other = pickRound(world.openPullRequests().filter(({ head }) => !head.fork && /^(?:bugfix|feature)\//.test(head.branch)), how);
  const head = nameFor(how, other, base, number);
  const same = how % 4 === 2 && other !== null ? other.head.sha : null;
  const parent = how % 8 === 1 && other !== null ? other.head.sha : tip;
  if (!world.namesCollide && head !== base && world.tip(head) !== null) return null;
  if ([...world.pullRequests.values()].some((known) => known.head.fork && known.head.branch === head && (known.state === 'open' || !world.namesCollide))) return null;
  fork.branches.set(head, same ?? world.commit([parent], { [`file-${number}`]: `by #${number}` }, `work of #${number}`));
  const { number: opened } = world.open({ head, base, title: `Change ${number}`, body: '' }, fork.owner, forkId);
  return `${fork.owner} opens #${opened} from ${head} of a fork to ${base}${same === null ? '' : `, with the commit of #${other?.number ?? 0}`}`;
}

function nameFor(how: number, other: PullRequest | null, base: string, number: number): string {
  if (how % 4 === 3 && base.startsWith('development/')) return base;
  return how % 4 !== 0 && other !== null ? other.head.branch : `bugfix/TEST-${number}`;
}

/** Its pull requests stay, and nobody can push to them any more. */
function deleteFork(world: World, fork: number): void {
  world.forks.delete(fork);
  world.unbuilt = world.unbuilt.filter((build) => build.fork !== fork);
  world.runs = world.runs.map((run) => (run.headRepositoryId === fork ? { ...run, headRepositoryId: null } : run));
  for (const { number, head } of world.pullRequests.values()) {
    if (head.repositoryId === fork) world.change(number, { head: { ...head, repositoryId: null, repositoryFullName: null } });
  }
}
