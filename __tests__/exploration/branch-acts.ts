import type { Act } from './act.js';
import { branchesLike } from './act.js';
import { startBuild } from './continuous-integration.js';
import { pickRound } from './random.js';
import { hotfixBranch } from './scenario.js';
import { admin, author } from './world.js';
import type { World } from './world.js';

/** What people do to branches that are the robot's to move, and to version branches. */
export const branchActs = {
  workOnIntegration: (world, which) => pushOnto(world, which, /^w\//),
  workOnQueue: (world, which) => pushOnto(world, which, /^q\//),
  deleteQueueBranch: (world, which) => {
    const branch = pickRound(branchesLike(world, /^q\//), which);
    if (branch === null) return null;
    world.push([{ branch, to: null }], admin);
    return `${admin} deletes ${branch}`;
  },
  deleteIntegrationBranch: (world, which) => {
    const branch = pickRound(branchesLike(world, /^w\//), which);
    if (branch === null) return null;
    world.push([{ branch, to: null }], admin);
    return `${admin} deletes ${branch}`;
  },
  /** Somebody goes back by a commit, or takes the place of what the robot had there. */
  rewindBranch: (world, which) => {
    const branch = pickRound(branchesLike(world, /^[wq]\//), which);
    const tip = branch === null ? null : world.tip(branch);
    const parent = tip === null ? undefined : world.repository.get(tip).parents[0];
    if (branch === null || parent === undefined) return null;
    world.push([{ branch, to: parent }], admin);
    return `${admin} force-pushes ${branch} back by a commit`;
  },
  /** A release of the hotfix: its branch works on the next revision from now on. */
  tagHotfix: (world) => {
    const tip = world.tip(hotfixBranch);
    const revision = [...world.repository.tags.keys()].filter((tag) => tag.startsWith('4.2.17') && !tag.includes('archived')).length;
    if (tip === null || revision > 4) return null;
    world.tag(`4.2.17.${revision}`, tip);
    return `${admin} pushes the tag 4.2.17.${revision}${branchesLike(world, /^q\/w\/\d+\/4\.2\.17\./).length > 0 ? ', while something is queued there' : ''}`;
  },
  /** What a later version has already is wanted on the oldest one too. */
  backport: (world, which) => {
    const [oldest, ...newer] = developmentPath(world);
    const from = pickRound(newer, which);
    const tip = from === null ? null : world.tip(from);
    const head = `bugfix/BACK-${world.pullRequests.size + 1}`;
    if (oldest === undefined || tip === null || world.pullRequests.size >= 5) return null;
    world.push([{ branch: head, to: tip }], author);
    const { number } = world.open({ head, base: oldest, title: 'Backport', body: '' }, author);
    return `${author} opens #${number} from ${head}, which is at ${from ?? ''}, to ${oldest}`;
  },
  /** A branch of another name on the same commit: its builds say nothing about the first. */
  twin: (world, which) => {
    const branch = pickRound(branchesLike(world, /^(?:w|q|bugfix|feature)\//), which);
    const tip = branch === null ? null : world.tip(branch);
    if (tip === null) return null;
    world.push([{ branch: `user/twin-${which}`, to: tip }], author);
    startBuild(world, { branch: `user/twin-${which}`, commit: tip });
    return `${author} creates user/twin-${which} at the commit of ${branch ?? ''}`;
  },
  landByHand: (world, which) => {
    const path = developmentPath(world);
    const from = which % Math.max(1, path.length);
    let landed: string | null = null;
    const moves = path.slice(from).map((branch) => {
      const parents = [world.tip(branch), landed].filter((tip) => tip !== null);
      landed = world.commit(parents, landed === null ? { [`by-hand-${world.moment}`]: 'x' } : {}, `by hand on ${branch}`);
      return { branch, to: landed };
    });
    world.push(moves, admin);
    return `${admin} lands a commit by hand on ${moves.map(({ branch }) => branch).join(', ')}`;
  },
} as const satisfies Readonly<Record<string, Act>>;

function pushOnto(world: World, which: number, names: RegExp): string | null {
  const branch = pickRound(branchesLike(world, names), which);
  const tip = branch === null ? null : world.tip(branch);
  if (branch === null || tip === null) return null;
  world.push([{ branch, to: world.commit([tip], { [`on-${branch}`]: String(world.moment) }, `work on ${branch}`) }], author);
  return `${author} pushes a commit of her own to ${branch}`;
}

/**
 * Where the robot is a gate, people merge what it lets pass: to the destination with the button, and then on to later
 * branches.
 */
export function mergeByButton(world: World, which: number): string | null {
  const passing = world.openPullRequests().filter(({ head }) => world.statuses.get(head.sha)?.some(({ context, state }) => context === 'bert-e' && state === 'success') === true);
  const pullRequest = pickRound(passing, which);
  if (pullRequest === null) return null;
  const { number, head, base } = pullRequest;
  const path = developmentPath(world);
  const targets = base.branch.startsWith('hotfix/') ? [base.branch] : path.slice(path.indexOf(base.branch));
  let landed = head.sha;
  const moves = targets.map((branch) => {
    landed = world.merge(world.tip(branch) ?? '', landed, `merge of #${number} on ${branch}`);
    return { branch, to: landed };
  });
  world.push(moves, admin);
  return `${admin} merges #${number} with the button, and merges it on to ${targets.slice(1).join(', ')}`;
}

/** A lease holds a branch where it was seen; that no branch is created meanwhile, no push can say. So it waits for a calm moment. */
export function newVersion(world: World): string | null {
  const newest = developmentPath(world).at(-1);
  const tip = newest === undefined ? null : world.tip(newest);
  if (tip === null || world.tip('development/11.0') !== null) return null;
  world.push([{ branch: 'development/11.0', to: tip }], admin);
  return `${admin} creates development/11.0`;
}

export function developmentPath(world: World): readonly string[] {
  const order = ['4.3', '5.1', '5', '10.0', '11.0'].map((version) => `development/${version}`);
  return order.filter((branch) => world.tip(branch) !== null);
}
