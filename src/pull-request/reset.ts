import type { CommitGraph } from '../history/commit-graph.js';
import { isMadeByRobot } from '../history/made-by-robot.js';
import { stops } from './check.js';
import type { Finding } from './check.js';
import type { CommitRecord, Sha } from '../ports/git.js';

/** An integration branch of this pull request, and what it was made from. */
export interface ResetBranch {
  readonly branch: string;
  readonly tip: Sha;
  /** Null: the version branch is gone. */
  readonly destinationTip: Sha | null;
}

export interface ResetFacts {
  readonly graph: CommitGraph;
  readonly sourceTip: Sha | null;
  readonly branches: readonly ResetBranch[];
  readonly integrationPullRequests: readonly number[];
  readonly robotEmail: string;
  /** A gate pushes nothing (spec 5), so it deletes nothing either. */
  readonly gateOnly: boolean;
}

/** The commands `reset` and `force_reset` (spec 3): delete the integration branches, with or without care for work on them. */
export function decideReset(facts: ResetFacts, forced: boolean): Finding {
  const { branches, integrationPullRequests, graph, sourceTip, robotEmail } = facts;
  if (facts.gateOnly) {
    return stops({ code: 128, deleted: [], forced, gateOnly: true });
  }
  const lost = forced
    ? []
    : branches
        .map(({ branch, tip, destinationTip }) => ({ branch, commits: ownWork(graph, tip, destinationTip, sourceTip, robotEmail) }))
        .filter(({ commits }) => commits.length > 0);
  if (lost.length > 0) {
    const listed = lost.map(({ branch, commits }) => ({ branch, commits: commits.map(({ sha, subject }) => ({ sha, subject })) }));
    return stops({ code: 129, branches: listed });
  }
  return stops(
    { code: 128, deleted: branches.map(({ branch }) => branch), forced },
    {
      plan: {
        push: branches.map(({ branch, tip }) => ({ ref: `refs/heads/${branch}`, from: tip, to: null })),
        closePullRequests: integrationPullRequests,
      },
    },
  );
}

/**
 * What a developer did on an integration branch and nowhere else, oldest first: conflict resolutions (merges by a person)
 * and commits on top of them. Not: what the destination or the source has, what the robot made, and former states of a
 * source branch that was rebased, i.e. plain commits that grew from the destination or from the source.
 */
export function ownWork(
  graph: CommitGraph,
  tip: Sha,
  destinationTip: Sha | null,
  sourceTip: Sha | null,
  robotEmail: string,
): readonly CommitRecord[] {
  const bases = [destinationTip, sourceTip].filter((base) => base !== null);
  const former = new Set<Sha>();
  const own: CommitRecord[] = [];
  for (const commit of graph.beyond(tip, bases).toReversed()) {
    const [parent, ...others] = commit.parents;
    const plain = others.length === 0;
    const grewFromBase = parent !== undefined && (former.has(parent) || bases.some((base) => graph.contains(base, parent)));
    if (plain && grewFromBase) {
      former.add(commit.sha);
    } else if (!isMadeByRobot(commit, robotEmail)) {
      own.push(commit);
    }
  }
  return own;
}

