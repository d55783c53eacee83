import { Problem } from '../demo/problem.js';
import { parseTag } from '../../src/gitwaterflow/version.js';
import { hotfixBranches } from '../../src/gitwaterflow/cascade.js';
import type { Original, OriginalBranch } from './original.js';
import { GitProblem, type SafeGit } from './safe-git.js';
import type { VersionBranches } from './version-branches.js';

/** One ref of the copy and where it comes from. */
interface Copied {
  readonly from: string;
  readonly sha: string;
  readonly to: string;
}

/**
 * Copies the version branches, and the source branch if there is one, into the bare repository at `repository`; under their
 * own names also what counts in version arithmetic, tags and hotfix branches. git on the original's side only sends.
 *
 * @throws Problem when the original moved meanwhile or cannot be read whole
 */
export async function copyBranches(git: SafeGit, original: Original, repository: string, wanted: VersionBranches, source: { readonly original: OriginalBranch; readonly branch: string } | null): Promise<void> {
  const copied = [
    ...wanted.versions.map((version) => ({ from: version.original.ref, sha: version.original.sha, to: `refs/heads/${version.branch}` })),
    ...(source === null ? [] : [{ from: source.original.ref, sha: source.original.sha, to: `refs/heads/${source.branch}` }]),
    ...(wanted.ownNames ? versionFacts(original) : []),
  ];
  try {
    await git.run(
      ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules', original.gitDirectory, ...unique(copied).map(({ from, to }) => `+${from}:${to}`)],
      { directory: repository, environment: { GIT_DIR: repository } },
    );
    const { stdout } = await git.run(['for-each-ref', '--format=%(objectname) %(*objectname) %(refname)'], { directory: repository, environment: { GIT_DIR: repository } });
    const present = new Map(stdout.split('\n').map((line) => {
      const [sha = '', ...rest] = line.split(' ');
      return [rest.at(-1) ?? '', rest.length > 1 && rest[0] !== '' ? (rest[0] ?? sha) : sha];
    }));
    const moved = copied.find(({ to, sha }) => present.get(to) !== sha);
    if (moved !== undefined) {
      throw new Problem({ what: 'The repository changed while it was copied', where: original.path, expected: `${moved.from} at ${moved.sha.slice(0, 7)}`, found: present.get(moved.to)?.slice(0, 7) ?? 'nothing', remedy: 'Rehearse again when nobody works in it.' });
    }
  } catch (cause) {
    if (cause instanceof GitProblem) {
      throw new Problem({ what: 'The repository cannot be copied', where: original.path, expected: 'a repository with all its objects', found: cause.answer.stderr.trim() || cause.message, remedy: 'git fsck in it tells what is broken; clone it again from its origin.' }, { cause });
    }
    throw cause;
  }
}

function versionFacts(original: Original): readonly Copied[] {
  const hotfixes = hotfixBranches([...original.branches.keys()]).flatMap(({ name }) => original.branches.get(name) ?? []);
  const tags = [...original.tags].filter(([name]) => parseTag(name) !== null);
  return [
    ...hotfixes.map(({ name, ref, sha }) => ({ from: ref, sha, to: `refs/heads/${name}` })),
    ...tags.map(([name, sha]) => ({ from: `refs/tags/${name}`, sha, to: `refs/tags/${name}` })),
  ];
}

function unique(copied: readonly Copied[]): readonly Copied[] {
  return [...new Map(copied.map((one) => [one.to, one])).values()];
}
