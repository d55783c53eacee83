import type { CommitGraph } from '../history/commit-graph.js';
import type { GitPort, Sha } from '../ports/git.js';

/**
 * Announces merges to git, so that it has what they need in one transfer. Of two commits that is both and their best
 * common ancestors, and, where these are several, what git merges first to have one.
 *
 * @param pairs commits of which each is about to be merged with the other, or with what is made of the other before
 */
export async function announceMerges(git: GitPort, graph: CommitGraph, pairs: ReadonlyArray<readonly [Sha, Sha]>): Promise<void> {
  const needed = new Set<Sha>();
  const seen = new Set<string>();
  const open = [...pairs];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [one, other] = pair;
    const name = one < other ? `${one} ${other}` : `${other} ${one}`;
    if (one === other || seen.has(name)) {
      continue;
    }
    seen.add(name);
    const bases = graph.mergeBases(one, other);
    [one, other, ...bases].forEach((commit) => needed.add(commit));
    const [first, ...others] = bases;
    open.push(...others.flatMap((base) => (first === undefined ? [] : [[first, base] as const])));
  }
  await git.prepareMerges?.([...needed]);
}
