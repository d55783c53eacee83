import { developmentBranches } from '../../src/gitwaterflow/cascade.js';
import type { PullRequest } from '../../src/ports/github.js';
import type { Sha } from '../../src/ports/git.js';
import type { Settings } from '../../src/settings/schema.js';
import { isApproved, isGreen, keysOf } from './oracle.js';
import type { Evidence } from './oracle.js';
import type { RobotRun } from './robot-run.js';
import { admin, repositoryId, robot } from './world.js';
import type { World } from './world.js';

interface TestedBranch {
  readonly branch: string;
  readonly tip: Sha | null;
  /** Null: in a fork that is gone. */
  readonly repository: number | null;
}

/** What is missing for a pull request to land, by builds of exactly these commits and approvals, as they were read last. */
export function whatIsMissing(run: RobotRun, pullRequest: PullRequest, world: World, settings: Settings, targets: readonly string[]): readonly string[] {
  const { number, state } = pullRequest;
  const missing = state === 'open' ? [] : ['which was closed when read last'];
  const peersBypassed = hasSaid(run, number, 'bypass_peer_approval');
  const needed = peersBypassed ? { ...settings, requiredPeerApprovals: 0 } : settings;
  // Only both together set a standing change request aside.
  const unasked = peersBypassed && hasSaid(run, number, 'bypass_leader_approval');
  if (!unasked && !isApproved(run.seen.reviews.get(number) ?? [], pullRequest, needed)) missing.push('without the approvals it needs');
  // Without builds, integration branches may be made by the very push that lands them.
  const unbuilt = hasSaid(run, number, 'bypass_build_status') || keysOf(settings).length === 0;
  return [...missing, ...(unbuilt ? [] : targets.flatMap((target) => whatIsNotGreen(run, testedFor(run, target, pullRequest), pullRequest.head.sha, world, settings)))];
}

function whatIsNotGreen(run: RobotRun, { branch, tip, repository }: TestedBranch, head: Sha, world: World, settings: Settings): readonly string[] {
  if (tip === null || !world.repository.contains(tip, head)) return [`but ${branch} does not hold its head`];
  return isGreen(evidenceOf(run, tip), { commit: tip, names: [branch], repository }, settings) ? [] : [`but ${branch} was not green when read last`];
}

/** Whether an admin had set that option (or anybody, to wait), by the comments as the run has read them last. */
export function hasSaid(run: RobotRun, number: number, option: string): boolean {
  const said = run.seen.comments.get(number) ?? [];
  return said.some(({ author, body }) => body.endsWith(` ${option}`) && (author === admin || (option === 'wait' && author !== robot)));
}

/** By the branches as the run has read them last: no lease can say that none is created or deleted meanwhile. */
export function targetsOf({ seen }: RobotRun, { base }: PullRequest): readonly string[] {
  const path = developmentBranches([...seen.branches.keys()]).map(({ name }) => name);
  return base.branch.startsWith('hotfix/') ? [base.branch] : path.slice(path.indexOf(base.branch)).sort();
}

function testedFor(run: RobotRun, branch: string, { base, head }: PullRequest): TestedBranch {
  if (branch === base.branch) return { branch: head.branch, tip: head.sha, repository: head.repositoryId };
  const integration = `w/${branch.slice('development/'.length)}/${head.branch}`;
  return { branch: integration, tip: run.seen.branches.get(integration) ?? null, repository: repositoryId };
}

/** What a run has read live. */
export function evidenceOf({ seen }: RobotRun, commit: Sha): Evidence {
  return { runs: seen.runs.get(commit) ?? [], statuses: seen.statuses.get(commit) ?? [], checkRuns: seen.checkRuns.get(commit) ?? [] };
}
