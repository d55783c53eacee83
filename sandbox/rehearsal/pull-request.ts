import { isPullRequestSource, parseBranchName } from '../../src/gitwaterflow/branch-name.js';
import type { World } from '../world/index.js';
import type { Original, OriginalBranch } from './original.js';
import { branchOf, type Source, type VersionBranch } from './version-branches.js';

/** The branch made when none is named. */
export const madeBranch = 'bugfix/rehearsal';

/**
 * The branch the pull request comes from, by its name in the rehearsal: its own if GitWaterFlow knows it as a source, else
 * that under `feature/`. Null when none is named.
 *
 * @throws Problem when there is no such branch
 */
export function chooseSource(original: Original, name: string | null, versions: readonly VersionBranch[]): (Pick<Source, 'branch'> & { readonly original: OriginalBranch }) | null {
  if (name === null) {
    return null;
  }
  const branch = branchOf(original, name);
  const parsed = parseBranchName(name);
  // A development branch may be a source, but in the rehearsal its name may belong to a version.
  const ownName = parsed !== null && isPullRequestSource(parsed) && !versions.some((version) => version.branch === name);
  return { original: branch, branch: ownName ? name : `feature/${name}` };
}

/** Makes the commit if one has to be made, and opens the pull request. Answers its number. */
export async function openPullRequest(world: World, source: Source): Promise<number> {
  const { branch, destination } = source;
  if (source.original !== null) {
    // The copy brought it without anybody having pushed it; CI starts at a push.
    await world.author.deleteBranch(branch);
    await world.author.createBranch(branch, source.original.sha);
  } else {
    await world.author.push(branch, {
      from: destination.branch,
      message: 'Rehearse GitWaterFlow',
      files: { 'rehearsal-of-gitwaterflow.txt': `A change made on ${destination.original.name}, to land on it and on every later version.\n` },
    });
  }
  return world.author.openPullRequest(branch, destination.branch, { title: `Rehearsal: ${branch}`.slice(0, 200) });
}
