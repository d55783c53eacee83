import type { CommitGraph } from '../history/commit-graph.js';
import type { GitPort, Sha } from '../ports/git.js';

export interface BranchAtCommit {
  readonly branch: string;
  readonly tip: Sha;
}

export interface MergeContext {
  readonly git: GitPort;
  /** Gains the commits that are made. */
  readonly graph: CommitGraph;
  /** One commit with all parents, instead of consecutive merges. */
  readonly octopus: boolean;
  readonly pullRequest: number;
}

/**
 * - `try`: only find out whether it would conflict;
 * - `commit-if-needed`: make a commit unless the base already contains every head;
 * - `always-commit`: make one in any case, so that a new integration branch never shares its tip with another branch.
 */
export type Effort = 'try' | 'commit-if-needed' | 'always-commit';

export type HeadsMerge =
  | { readonly kind: 'committed'; readonly commit: Sha }
  | { readonly kind: 'clean' }
  | { readonly kind: 'conflict'; readonly sides: readonly [string, string]; readonly files: readonly string[] };

/**
 * Merges heads into a base, in the order given, and if that conflicts in the other order (spec 3, step 15). Never a
 * fast-forward: an integration branch shares its tip with no other branch, so no other branch's build answers for it.
 *
 * @param into name of the branch the commit is made for, for its message
 */
export async function mergeHeads(
  context: MergeContext,
  base: BranchAtCommit,
  heads: readonly BranchAtCommit[],
  into: string,
  effort: Effort,
): Promise<HeadsMerge> {
  const missing = missingHeads(context.graph, base, heads);
  if (missing.length === 0 && effort !== 'always-commit') {
    return { kind: 'clean' };
  }
  const needed = missing.length === 0 ? heads : missing;
  if (effort === 'try' && needed.every((head) => context.graph.contains(head.tip, base.tip)) && needed.length === 1) {
    // A fast-forward cannot conflict: git need not be asked.
    return { kind: 'clean' };
  }
  const inOrder = await mergeInOrder(context, base, needed, into, effort);
  if (inOrder.kind !== 'conflict' || needed.length < 2) {
    return inOrder;
  }
  const reversed = await mergeInOrder(context, base, needed.toReversed(), into, effort);
  // People are told about the first order: it is the one whose commands they are given.
  return reversed.kind === 'conflict' ? inOrder : reversed;
}

/** The heads the base lacks, without those that another of them contains. */
function missingHeads(graph: CommitGraph, base: BranchAtCommit, heads: readonly BranchAtCommit[]): readonly BranchAtCommit[] {
  const lacking = heads.filter((head) => !graph.contains(base.tip, head.tip));
  const independent = new Set(graph.independent(lacking.map((head) => head.tip)));
  return lacking.filter((head, index) => independent.has(head.tip) && lacking.findIndex((other) => other.tip === head.tip) === index);
}

async function mergeInOrder(
  context: MergeContext,
  base: BranchAtCommit,
  heads: readonly BranchAtCommit[],
  into: string,
  effort: Effort,
): Promise<HeadsMerge> {
  let current = base.tip;
  let currentName = base.branch;
  for (const [index, head] of heads.entries()) {
    const merge = await context.git.mergeTrees(current, head.tip);
    if (merge.kind !== 'clean') {
      return { kind: 'conflict', sides: [currentName, head.branch], files: merge.kind === 'conflict' ? merge.files : [] };
    }
    const last = index === heads.length - 1;
    if (last && effort === 'try') {
      return { kind: 'clean' };
    }
    // Between two merges of an octopus a commit is needed for git to find the common ancestors; it is never pushed.
    const parents = last && context.octopus ? [base.tip, ...heads.map((each) => each.tip)] : [current, head.tip];
    const names = last && context.octopus ? heads.map((each) => each.branch) : [head.branch];
    current = await commitMerge(context, merge.tree, parents, names, into);
    currentName = into;
  }
  return { kind: 'committed', commit: current };
}

/** Makes a merge commit and adds it to the graph. The message names the branches and the pull request. */
export async function commitMerge(
  context: Pick<MergeContext, 'git' | 'graph' | 'pullRequest'>,
  tree: Sha,
  parents: readonly Sha[],
  merged: readonly string[],
  into: string,
): Promise<Sha> {
  const subject = `Merge ${merged.join(' and ')} into ${into} (#${context.pullRequest})`;
  const sha = await context.git.createCommit({ tree, parents, message: `${subject}\n` });
  context.graph.add({ sha, parents, authorEmail: '', committerEmail: '', subject });
  return sha;
}
