import type { CommitGraph } from '../history/commit-graph.js';
import type { CommitRecord, GitPort, Sha } from '../ports/git.js';
import { isMadeByRobot } from '../history/made-by-robot.js';
import { announceMerges } from './announce.js';
import { mergeHeads } from './merge-heads.js';
import type { BranchAtCommit, MergeContext } from './merge-heads.js';

/** What is tried: the source against its destination, then one integration branch per later target (spec 3, step 15). */
export interface IntegrationRequest {
  readonly source: BranchAtCommit;
  /** The destination of the pull request; it needs no integration branch. */
  readonly destination: BranchAtCommit;
  readonly later: readonly LaterTarget[];
  readonly pullRequest: number;
  /** False with option `no_octopus`: consecutive merges of two parents. */
  readonly octopus: boolean;
  /**
   * Queue mode: integration branches that already contain their predecessors stay as they are; a destination that
   * moved is the queue's business.
   */
  readonly leaveComplete: boolean;
  /** Commits made with this address are the robot's. */
  readonly robotEmail: string;
}

export interface LaterTarget {
  readonly destination: BranchAtCommit;
  readonly integrationBranch: string;
  /** Null: the integration branch does not exist yet. */
  readonly integrationTip: Sha | null;
}

/** An integration branch as it is, or as it would be after the push. */
export interface IntegrationStep {
  readonly kind: 'created' | 'updated' | 'unchanged';
  readonly branch: string;
  readonly destination: string;
  readonly from: Sha | null;
  readonly to: Sha;
}

export interface IntegrationTrial {
  /** The branches up to the first obstacle, in cascade order: they may be pushed whatever follows. */
  readonly steps: readonly IntegrationStep[];
  readonly obstacle: IntegrationObstacle | null;
}

export type IntegrationObstacle =
  | { readonly kind: 'conflict'; readonly conflict: IntegrationConflict }
  | { readonly kind: 'history-mismatch'; readonly integrationBranch: string; readonly destination: string; readonly commit: Sha };

/** A conflict, with what a person needs to resolve it by hand (outcome 114). */
export interface IntegrationConflict {
  /** Where to resolve it: on the source branch, or on an integration branch. */
  readonly where: 'source' | 'integration';
  /** The branch on which to resolve it. */
  readonly branch: string;
  /** The branch from which it must be created first; null if it exists. */
  readonly startFrom: string | null;
  /** The branches to merge into it, in this order. */
  readonly merge: readonly string[];
  /** The two sides that could not be merged. */
  readonly sides: readonly [string, string];
  /** Files in conflict; empty when the two have no common history. */
  readonly files: readonly string[];
}

/**
 * Tries the whole cascade with trees and unreferenced commits: a read. Nothing leaves this machine before the push.
 *
 * @throws GitOutage when git cannot tell; that is never a conflict
 */
export async function tryIntegration(request: IntegrationRequest, git: GitPort, graph: CommitGraph): Promise<IntegrationTrial> {
  const context: MergeContext = { git, graph, octopus: request.octopus, pullRequest: request.pullRequest };
  await announceMerges(git, graph, mergesOf(request));
  const atDestination = await mergeHeads(context, request.destination, [request.source], request.destination.branch, 'try');
  if (atDestination.kind === 'conflict') {
    return {
      steps: [],
      obstacle: {
        kind: 'conflict',
        conflict: {
          where: 'source',
          branch: request.source.branch,
          startFrom: null,
          merge: [request.destination.branch],
          sides: atDestination.sides,
          files: atDestination.files,
        },
      },
    };
  }
  const complete = request.leaveComplete && isComplete(request, graph);
  const steps: IntegrationStep[] = [];
  let previous = request.source;
  for (const target of request.later) {
    const outcome = await tryTarget(context, request, target, previous, complete);
    if ('obstacle' in outcome) {
      return { steps, obstacle: outcome.obstacle };
    }
    steps.push(outcome.step);
    previous = { branch: outcome.step.branch, tip: outcome.step.to };
  }
  return { steps, obstacle: null };
}

/** What will be merged with what; of a branch that does not exist yet, what it will be made of. */
export function mergesOf({ source, destination, later }: IntegrationRequest): ReadonlyArray<readonly [Sha, Sha]> {
  const pairs: Array<readonly [Sha, Sha]> = [[destination.tip, source.tip]];
  let previous: readonly Sha[] = [source.tip, destination.tip];
  for (const target of later) {
    const base = target.integrationTip ?? target.destination.tip;
    pairs.push(...[target.destination.tip, ...previous].map((tip) => [base, tip] as const));
    previous = [...new Set([base, target.destination.tip, source.tip])];
  }
  return pairs;
}

/** Every integration branch exists and contains its predecessor's tip. */
function isComplete(request: IntegrationRequest, graph: CommitGraph): boolean {
  let previous: Sha = request.source.tip;
  for (const { integrationTip } of request.later) {
    if (integrationTip === null || !graph.contains(integrationTip, previous)) {
      return false;
    }
    previous = integrationTip;
  }
  return true;
}

async function tryTarget(
  context: MergeContext,
  { robotEmail }: IntegrationRequest,
  target: LaterTarget,
  previous: BranchAtCommit,
  complete: boolean,
): Promise<{ readonly step: IntegrationStep } | { readonly obstacle: IntegrationObstacle }> {
  const { destination, integrationBranch, integrationTip } = target;
  if (integrationTip !== null) {
    const stray = findStrayCommit(context.graph, { branch: integrationBranch, tip: integrationTip }, previous.tip, destination.tip, robotEmail);
    if (stray !== null) {
      return { obstacle: { kind: 'history-mismatch', integrationBranch, destination: destination.branch, commit: stray } };
    }
  }
  const base: BranchAtCommit = integrationTip === null ? destination : { branch: integrationBranch, tip: integrationTip };
  const heads = integrationTip === null ? [previous] : [destination, previous];
  const effort = complete ? 'try' : integrationTip === null ? 'always-commit' : 'commit-if-needed';
  const merged = await mergeHeads(context, base, heads, integrationBranch, effort);
  if (merged.kind === 'conflict') {
    return {
      obstacle: {
        kind: 'conflict',
        conflict: {
          where: 'integration',
          branch: integrationBranch,
          startFrom: integrationTip === null ? destination.branch : null,
          merge: heads.map((head) => head.branch),
          sides: merged.sides,
          files: merged.files,
        },
      },
    };
  }
  const to = merged.kind === 'committed' ? merged.commit : base.tip;
  const kind = integrationTip === null ? 'created' : to === integrationTip ? 'unchanged' : 'updated';
  return { step: { kind, branch: integrationBranch, destination: destination.branch, from: integrationTip, to } };
}

/**
 * The history check. The integration branch's own commits are those that neither its destination nor its predecessor
 * has: merges, and what developers built on them to resolve conflicts. An own commit that is no merge and builds on
 * something else is a commit the source branch once had and lost, usually by a rebase (outcome 113).
 *
 * Except one of the robot's: where destination and predecessor were one commit (the source is a version branch), the
 * merge of the two has only this one parent. It is known by who made it and by its subject, see `commitMerge`.
 *
 * @returns the oldest such commit, or null
 */
export function findStrayCommit(graph: CommitGraph, integration: BranchAtCommit, previousTip: Sha, destinationTip: Sha, robotEmail: string): Sha | null {
  const own = graph.beyond(integration.tip, [destinationTip, previousTip]);
  const ownCommits = new Set(own.map((commit) => commit.sha));
  const isOurs = (commit: CommitRecord) => isMadeByRobot(commit, robotEmail) && isMergeInto(commit.subject, integration.branch);
  const stray = own.findLast((commit) => commit.parents.length < 2 && !commit.parents.some((parent) => ownCommits.has(parent)) && !isOurs(commit));
  return stray?.sha ?? null;
}

function isMergeInto(subject: string, branch: string): boolean {
  return subject.startsWith('Merge ') && subject.includes(` into ${branch} (#`);
}
