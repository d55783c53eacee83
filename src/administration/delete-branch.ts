import { isPullRequestDestination, parseBranchName } from '../gitwaterflow/branch-name.js';
import type { PullRequestDestination } from '../gitwaterflow/branch-name.js';
import { hotfixVersion, knownVersions } from '../gitwaterflow/target-version.js';
import { formatVersion } from '../gitwaterflow/version.js';
import type { CommitGraph } from '../history/commit-graph.js';
import { isMadeByRobot } from '../history/made-by-robot.js';
import type { CommitRecord, RefUpdate, RemoteRefs, Sha } from '../ports/git.js';
import type { QueueModel } from '../queue/model.js';
import { numberList, refuse } from './decision.js';
import type { BranchDecision } from './decision.js';

export interface DeleteBranchFacts {
  /** As somebody wrote it. */
  readonly branch: string;
  readonly refs: Pick<RemoteRefs, 'branches' | 'tags'>;
  /** The history of the version branches, and of every `q/<version>`. */
  readonly graph: CommitGraph;
  readonly queue: QueueModel;
  /** Where queues are off, what is left in them is not queued. */
  readonly useQueues: boolean;
  /** Commits made with this address are the robot's and can be made again. */
  readonly robotEmail: string;
  readonly defaultBranch: string;
  /** Numbers of the open pull requests towards the branch. */
  readonly openPullRequests: readonly number[];
}

/** The command `delete-branch`: archives a version under a tag and deletes its branch and its queue branch, all or nothing. */
export function decideDeleteBranch(facts: DeleteBranchFacts): BranchDecision {
  const { branch: name, refs } = facts;
  const branch = parseBranchName(name);
  if (branch === null || !isPullRequestDestination(branch)) {
    return refuse(`${name} is no name of a version branch; only development/… and hotfix/X.Y.Z are deleted by this command`);
  }
  const tip = refs.branches.get(name);
  if (tip === undefined) {
    return { kind: 'nothing', detail: `${name} does not exist` };
  }
  const queues = facts.queue.versions.filter((queue) => queue.destination.branch === name);
  const queued = facts.useQueues ? queues.flatMap(({ entries }) => entries.map(({ pullRequest }) => pullRequest)) : [];
  if (queued.length > 0) {
    return refuse(`${numberList(queued)} ${queued.length === 1 ? 'is' : 'are'} queued for ${name}; wait until the queue has merged, or start delete-queues, and then delete the branch`);
  }
  const tag = archiveTag(branch, refs);
  const tagged = refs.tags.get(tag);
  if (tagged !== undefined) {
    return refuse(tagExists(name, tag, facts.graph.contains(tagged, tip)));
  }
  if (name === facts.defaultBranch) {
    return refuse(`${name} is the default branch, which GitHub does not delete and which holds the settings; make another branch the default one first`);
  }
  const queueBranches = queues.flatMap(({ queue }) => (queue.tip === null ? [] : [{ name: queue.branch, tip: queue.tip }]));
  const lost = queueBranches.flatMap((queue) => lostWith(queue.tip, facts));
  if (lost.length > 0) {
    return refuse(`commits of people are on ${queueBranches.map((queue) => queue.name).join(', ')} and nowhere else (${lost.slice(0, 5).map(({ sha }) => sha.slice(0, 12)).join(', ')}); put them on a branch of their own, and then delete the branch`);
  }
  const deletions = queueBranches.map((queue): RefUpdate => ({ ref: `refs/heads/${queue.name}`, from: queue.tip, to: null }));
  return {
    kind: 'push',
    push: [{ ref: `refs/tags/${tag}`, from: null, to: tip }, ...deletions, { ref: `refs/heads/${name}`, from: tip, to: null }],
    done: `${name} (${tip.slice(0, 12)}), archived as the tag ${tag}${queueBranches.map((queue) => `, with ${queue.name}`).join('')}${closing(facts.openPullRequests)}`,
  };
}

/** A version can have several hotfix branches in its life: each is archived under the revision it was working on. */
function archiveTag(branch: PullRequestDestination, { tags }: Pick<RemoteRefs, 'tags'>): string {
  if (branch.kind === 'development') {
    return formatVersion(branch.version);
  }
  const known = knownVersions({ development: [], hotfixes: [branch], tags: [...tags.keys()] });
  return `${formatVersion(hotfixVersion(branch.version, known))}.archived_hotfix_branch`;
}

function tagExists(name: string, tag: string, holdsTip: boolean): string {
  return holdsTip
    ? `the archive tag ${tag} exists already, and it holds all of ${name}: nothing would be lost, so delete the branch by hand (git push origin --delete refs/heads/${name})`
    : `the archive tag ${tag} exists already, and it does not hold the newest commits of ${name}: tag those under another name, then delete the branch by hand (git push origin --delete refs/heads/${name})`;
}

/** What a queue branch without entries still holds that no other branch does: somebody pushed to it. */
function lostWith(queueTip: Sha, { refs, graph, robotEmail }: DeleteBranchFacts): readonly CommitRecord[] {
  const kept = [...refs.branches].filter(([branch, tip]) => !branch.startsWith('q/') && graph.has(tip)).map(([, tip]) => tip);
  return graph.beyond(queueTip, kept).filter((commit) => !isMadeByRobot(commit, robotEmail));
}

function closing(pullRequests: readonly number[]): string {
  return pullRequests.length === 0 ? '' : `; GitHub closes the pull requests towards it: ${numberList(pullRequests)}. Open them again towards another branch`;
}
