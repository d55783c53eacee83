import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Problem } from '../demo/problem.js';
import { GitProblem, type SafeGit } from './safe-git.js';

/** A branch of the original: its own, or one it knows of a remote. */
export interface OriginalBranch {
  /** Without `refs/heads/` or `refs/remotes/<remote>/`. */
  readonly name: string;
  readonly ref: string;
  readonly sha: string;
}

/** The repository that is rehearsed with. It is only read, by processes that take no locks and run no hooks. */
export interface Original {
  readonly path: string;
  readonly gitDirectory: string;
  /** By name; the original's own branches come before those of `origin`, and these before other remotes'. */
  readonly branches: ReadonlyMap<string, OriginalBranch>;
  /** Name → commit. */
  readonly tags: ReadonlyMap<string, string>;
  /** The commit HEAD is detached at; null when it is on a branch. */
  readonly detachedAt: string | null;
  /** Changes with any ref or HEAD. */
  readonly fingerprint: string;
}

/** @throws Problem when there is nothing at the path that can be rehearsed with */
export async function openOriginal(git: SafeGit, path: string): Promise<Original> {
  const gitDirectory = await findRepository(git, path);
  const ask = async (args: readonly string[], accept: readonly number[] = [0]) => (await git.run(args, { directory: gitDirectory, accept, environment: { GIT_DIR: gitDirectory } })).stdout.trim();
  try {
    await refuseIncomplete(ask, path);
    const refs = await ask(['for-each-ref', '--format=%(objectname) %(*objectname) %(objecttype) %(symref) %(refname)', 'refs/heads', 'refs/remotes', 'refs/tags']);
    const remotes = (await ask(['remote'])).split('\n').filter((name) => name !== '');
    const head = await ask(['symbolic-ref', '--quiet', 'HEAD'], [0, 1]);
    const headCommit = await ask(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}'], [0, 1, 128]);
    const { branches, tags } = readRefs(refs, remotes);
    const detachedAt = head === '' && headCommit !== '' ? headCommit : null;
    if (branches.size === 0) {
      throw noBranches(path, detachedAt);
    }
    return { path, gitDirectory, branches, tags, detachedAt, fingerprint: createHash('sha256').update(`${refs}\n${head}\n${headCommit}`).digest('hex') };
  } catch (cause) {
    if (cause instanceof GitProblem) {
      throw new Problem({ what: 'The repository cannot be read', where: path, expected: 'a sound repository', found: cause.answer.stderr.trim() || cause.message, remedy: 'git fsck in it tells what is broken; clone it again from its origin.' }, { cause });
    }
    throw cause;
  }
}

async function findRepository(git: SafeGit, path: string): Promise<string> {
  const problem = (found: string, cause?: unknown): Problem =>
    new Problem({ what: 'There is no repository to rehearse with', where: path, expected: 'the root of a local clone, or a bare repository', found, remedy: 'Give the folder that holds .git: npm run sandbox -- --repo <path>.' }, { cause });
  let directory: string;
  try {
    directory = await realpath(path);
  } catch (cause) {
    throw problem('nothing at this path', cause);
  }
  if (!(await stat(directory)).isDirectory()) {
    throw problem('a file');
  }
  // Without a ceiling, a folder inside some other repository would be taken for that repository.
  const answer = await git.run(['rev-parse', '--absolute-git-dir'], { directory, accept: [0, 128], environment: { GIT_CEILING_DIRECTORIES: dirname(directory) } });
  if (answer.status !== 0) {
    const above = await git.run(['rev-parse', '--show-toplevel'], { directory, accept: [0, 128] });
    throw problem(above.status === 0 && above.stdout.trim() !== '' ? `a folder inside the repository ${above.stdout.trim()}` : 'a folder without a repository');
  }
  return realpath(answer.stdout.trim());
}

/** Merges need whole histories; git refuses those that were cut, or would go to the network for what is missing. */
async function refuseIncomplete(ask: (args: readonly string[], accept?: readonly number[]) => Promise<string>, path: string): Promise<void> {
  if ((await ask(['rev-parse', '--is-shallow-repository'])) === 'true') {
    throw new Problem({ what: 'The repository is shallow: its history is cut, and nothing can be merged without it', where: path, expected: 'a clone with its whole history', found: 'a shallow clone', remedy: `git -C ${path} fetch --unshallow, or clone again without --depth.` });
  }
  if ((await ask(['config', '--get-regexp', '^(extensions[.]partialclone|remote[.].*[.]promisor)$'], [0, 1])) !== '') {
    throw new Problem({ what: 'The repository is a partial clone: reading it would fetch what is missing, and so write to it', where: path, expected: 'a clone with all its objects', found: 'a clone made with --filter', remedy: 'Clone again without --filter, and give that clone.' });
  }
  const format = await ask(['rev-parse', '--show-object-format']);
  if (format !== 'sha1') {
    throw new Problem({ what: 'The object format is not supported', where: path, expected: 'sha1, as on GitHub', found: format, remedy: 'Rehearse with a repository that could be pushed to GitHub.' });
  }
}

function noBranches(path: string, detachedAt: string | null): Problem {
  return detachedAt === null
    ? new Problem({ what: 'The repository is empty', where: path, expected: 'at least one branch with a commit', found: 'no branches', remedy: 'Commit something, or give another repository.' })
    : new Problem({ what: 'HEAD is detached, and there are no branches', where: path, expected: 'at least one branch', found: `only the commit ${detachedAt.slice(0, 7)}`, remedy: `git -C ${path} branch main ${detachedAt.slice(0, 7)} gives it a branch.` });
}

function readRefs(text: string, remotes: readonly string[]): Pick<Original, 'branches' | 'tags'> {
  const found: Array<OriginalBranch & { readonly rank: number }> = [];
  const tags = new Map<string, string>();
  const ranked = [...remotes].sort((one, other) => Number(other === 'origin') - Number(one === 'origin'));
  for (const line of text.split('\n')) {
    const { sha, peeled, type, symbolic, ref } = /^(?<sha>[0-9a-f]{40}) (?<peeled>[0-9a-f]{40})? ?(?<type>commit|tag|tree|blob) (?<symbolic>refs\/\S+)? ?(?<ref>refs\/.+)$/u.exec(line)?.groups ?? {};
    if (sha === undefined || ref === undefined || (symbolic !== undefined && symbolic !== '')) {
      continue;
    }
    if (ref.startsWith('refs/tags/')) {
      tags.set(ref.slice('refs/tags/'.length), peeled ?? sha);
    } else if (type === 'commit') {
      const rank = ref.startsWith('refs/heads/') ? 0 : 1 + ranked.findIndex((remote) => ref.startsWith(`refs/remotes/${remote}/`));
      const prefix = ref.startsWith('refs/heads/') ? 'refs/heads/' : `refs/remotes/${ranked[rank - 1] ?? ''}/`;
      if (ref.startsWith(prefix)) {
        found.push({ name: ref.slice(prefix.length), ref, sha, rank });
      }
    }
  }
  const branches = new Map<string, OriginalBranch>();
  for (const { name, ref, sha } of found.sort((one, other) => one.rank - other.rank)) {
    if (!branches.has(name)) branches.set(name, { name, ref, sha });
  }
  return { branches, tags };
}
