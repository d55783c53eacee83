import { parseBranchName } from '../gitwaterflow/branch-name.js';
import { CommitGraph } from '../history/commit-graph.js';
import type { GitPort, RemoteRefs, Sha } from '../ports/git.js';

/** Up to so many commits, one fetch for all is quicker than two. */
const manyCommits = 200;

/**
 * Fetches these commits with their history and reads it. For each commit that git is asked for, it goes through all refs of
 * the server; where there are thousands, those that contain most of the others are fetched first, and what came with
 * them is not asked for any more.
 */
export async function readGraph(tips: readonly Sha[], { branches }: Pick<RemoteRefs, 'branches'>, git: Pick<GitPort, 'fetch' | 'readHistory'>): Promise<CommitGraph> {
  if (tips.length > manyCommits) {
    const asked = new Set(tips);
    const newest = [...branches].flatMap(([name, tip]) => (asked.has(tip) && ['development', 'hotfix', 'queue'].includes(parseBranchName(name)?.kind ?? '') ? [tip] : []));
    await git.fetch(newest);
    await git.readHistory(newest);
  }
  await git.fetch(tips);
  return new CommitGraph(await git.readHistory(tips));
}
