import type { CommitGraph } from '../history/commit-graph.js';
import type { GitPort, Sha } from '../ports/git.js';
import { announceMerges } from './announce.js';
import { mergeHeads } from './merge-heads.js';
import type { BranchAtCommit } from './merge-heads.js';

/** Where each target would go if the pull request merged now, without a queue (spec 3, step 20). */
export type LandingTrial =
  | { readonly kind: 'clean'; readonly moves: readonly LandingMove[] }
  | { readonly kind: 'conflict'; readonly destination: string; readonly sides: readonly [string, string]; readonly files: readonly string[] };

export interface LandingMove {
  readonly destination: string;
  readonly from: Sha;
  readonly to: Sha;
  /** The branch that is merged into it: the source branch, or an integration branch. */
  readonly tested: BranchAtCommit;
}

export interface LandingTarget {
  readonly destination: BranchAtCommit;
  /** The source branch for the first target, the integration branch for the others. */
  readonly tested: BranchAtCommit;
}

/**
 * Merges the source into its destination, then the previous destination and its integration branch into each next one.
 * Where the tested commit contains all of that, the destination moves to exactly this commit.
 *
 * Each result contains its destination and the result before it, by construction: the version branches stay
 * self-contained and only move forward.
 *
 * @param octopus false with option `no_octopus`: consecutive merges of two parents
 */
export async function tryLanding(
  targets: readonly LandingTarget[],
  pullRequest: number,
  octopus: boolean,
  git: GitPort,
  graph: CommitGraph,
): Promise<LandingTrial> {
  const context = { git, graph, octopus, pullRequest };
  await announceMerges(git, graph, targets.flatMap((target, index) => pairsOf(target, targets[index - 1])));
  const moves: LandingMove[] = [];
  let previous: readonly BranchAtCommit[] = [];
  for (const { destination, tested } of targets) {
    const heads = [tested, ...previous];
    const [only, ...others] = graph.independent([destination.tip, ...heads.map((head) => head.tip)]);
    let to: Sha = only ?? destination.tip;
    if (others.length > 0) {
      const merged = await mergeHeads(context, destination, heads, destination.branch, 'commit-if-needed');
      if (merged.kind === 'conflict') {
        return { kind: 'conflict', destination: destination.branch, sides: merged.sides, files: merged.files };
      }
      to = merged.kind === 'committed' ? merged.commit : destination.tip;
    }
    moves.push({ destination: destination.branch, from: destination.tip, to, tested });
    previous = [{ branch: destination.branch, tip: to }];
  }
  return { kind: 'clean', moves };
}

function pairsOf({ destination, tested }: LandingTarget, before: LandingTarget | undefined): ReadonlyArray<readonly [Sha, Sha]> {
  const heads = [tested.tip, ...(before === undefined ? [] : [before.destination.tip, before.tested.tip])];
  return heads.map((tip) => [destination.tip, tip] as const);
}
