import type { CommitGraph } from '../history/commit-graph.js';
import type { RefUpdate, RemoteRefs, Sha } from '../ports/git.js';

/** Whether a branch that was just created still includes the one before it. */
export type Following =
  | { readonly kind: 'included' }
  /** The branch before it moved while the push was under way; this push brings the new one after it. */
  | { readonly kind: 'behind'; readonly push: readonly RefUpdate[] }
  /** As above, but the two have parted, and only a merge brings them together. */
  | { readonly kind: 'parted' };

/**
 * A lease on a ref that does not move is checked when the push begins, not when the server carries it out: the branch
 * before may have moved in between. A fast-forward to what was validated there makes up for it (spec 6, rule 4).
 *
 * @param created the push that created the branch, as it was decided
 * @param refs as they are after it
 */
export function followBranchBefore(created: readonly RefUpdate[], refs: Pick<RemoteRefs, 'branches'>, graph: CommitGraph): Following {
  const made = created.find(({ from }) => from === null);
  const before = created.find(({ from, to }) => from === to);
  const [tip, tipBefore] = [tipOf(made, refs), tipOf(before, refs)];
  if (made === undefined || before === undefined || tip === null || tipBefore === null || graph.contains(tip, tipBefore)) {
    return { kind: 'included' };
  }
  return graph.contains(tipBefore, tip)
    ? { kind: 'behind', push: [{ ref: made.ref, from: tip, to: tipBefore }, { ref: before.ref, from: tipBefore, to: tipBefore }] }
    : { kind: 'parted' };
}

function tipOf(update: RefUpdate | undefined, refs: Pick<RemoteRefs, 'branches'>): Sha | null {
  return refs.branches.get(update?.ref.replace(/^refs\/heads\//, '') ?? '') ?? null;
}
