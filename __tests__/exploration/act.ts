import { pickRound } from './random.js';
import { robot } from './world.js';
import type { World } from './world.js';

/** Does something to the world; says what in words, or null if there was nothing to do it to. */
export type Act = (world: World, which: number, how: number) => string | null;

export function onPullRequest(act: (world: World, number: number, how: number) => string | null): Act {
  return (world, which, how) => {
    const own = world.openPullRequests().filter((pullRequest) => pullRequest.author !== robot);
    const pullRequest = pickRound(own, which);
    return pullRequest === null ? null : act(world, pullRequest.number, how);
  };
}

export function branchesLike(world: World, names: RegExp): readonly string[] {
  return [...world.repository.branches.keys()].filter((branch) => names.test(branch));
}
