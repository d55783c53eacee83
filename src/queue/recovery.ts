import type { CommitGraph } from '../history/commit-graph.js';
import { isMadeByRobot } from '../history/made-by-robot.js';
import type { CommitRecord, RefUpdate, RemoteRefs, Sha } from '../ports/git.js';
import type { QueueModel, VersionQueue } from './model.js';
import { orderQueue } from './order.js';
import type { QueueMember } from './order.js';

export interface RecoveryQuestion {
  readonly model: QueueModel;
  /** The history of every queue branch and version branch, and of the sources and integration branches of what is queued. */
  readonly graph: CommitGraph;
  readonly refs: RemoteRefs;
  /**
   * Heads that pull requests once had, and that were queued as such. Their authors have pushed something else in their
   * place, or they still are what the source branch holds: the queue need not keep them for anybody.
   */
  readonly replaced: readonly Sha[];
  /** Commits made with this address are the robot's and can be made again. */
  readonly robotEmail: string;
  /** Taken out of the queue: only its path is rebuilt, and it is not queued again. Null: the whole queue is. */
  readonly culprit: QueueMember | null;
}

export type Recovery =
  | {
      readonly kind: 'rebuild';
      /** Deletes the queue branches, all or none, each only as it was seen. Empty: there are none. */
      readonly push: readonly RefUpdate[];
      /** The pull requests that were queued, to be evaluated again in this order. */
      readonly requeue: readonly number[];
    }
  /** Somebody's commits exist in the queue and nowhere else: nothing is deleted. */
  | { readonly kind: 'blocked'; readonly lost: readonly LostWork[] };

/** Commits of people that would be lost with a queue branch. */
export interface LostWork {
  readonly branch: string;
  /** Oldest first. Subjects are untrusted. */
  readonly commits: ReadonlyArray<Pick<CommitRecord, 'sha' | 'subject'>>;
}

/**
 * Deletes the queue so that its pull requests can be queued anew (spec 4, `queue_recovery: rebuild`), for an incoherent
 * queue, for the commands `delete-queues` and `rebuild-queues` and for `queue_on_failure: eject` alike.
 *
 * A command may not lose anybody's commits either (spec 6, rule 2). Once they are on any other branch or tag, or are
 * the head of a pull request, the same command goes through.
 */
export function planRecovery(question: RecoveryQuestion): Recovery {
  const { model, graph, culprit } = question;
  const { versions, members } = orderQueue(model, graph);
  const concerned = versions.filter((queue) => culprit === null || isOnPath(queue, culprit));
  const branches = concerned.flatMap(branchesOf);
  const lost = lostWork(branches, question);
  if (lost.length > 0) {
    return { kind: 'blocked', lost };
  }
  const names = new Set(concerned.map(({ version }) => version));
  const requeue = members.filter((member) => member.versions.some((version) => names.has(version)) && member.pullRequest !== culprit?.pullRequest);
  return {
    kind: 'rebuild',
    push: branches.map(({ branch, tip }) => ({ ref: `refs/heads/${branch}`, from: tip, to: null })),
    requeue: [...new Set(requeue.map(({ pullRequest }) => pullRequest))],
  };
}

/** Hotfix versions are paths of their own; all development versions are one. */
function isOnPath(queue: VersionQueue, culprit: QueueMember): boolean {
  return culprit.hotfix ? queue.version === culprit.versions[0] : !queue.hotfix;
}

function branchesOf({ queue, entries }: VersionQueue): ReadonlyArray<{ readonly branch: string; readonly tip: Sha }> {
  const tip = queue.tip === null ? [] : [{ branch: queue.branch, tip: queue.tip }];
  return [...tip, ...entries.map(({ branch, tip: entryTip }) => ({ branch, tip: entryTip }))];
}

/** Each lost commit is named once, under the first branch that has it. */
function lostWork(branches: ReadonlyArray<{ readonly branch: string; readonly tip: Sha }>, question: RecoveryQuestion): readonly LostWork[] {
  const { graph, robotEmail } = question;
  const safe = reachedFrom(keptTips(branches, question), graph);
  return branches
    .map(({ branch, tip }) => {
      const lost = graph.beyond(tip, []).filter((commit) => !safe.has(commit.sha) && !isMadeByRobot(commit, robotEmail));
      lost.forEach(({ sha }) => safe.add(sha));
      return { branch, commits: lost.toReversed().map(({ sha, subject }) => ({ sha, subject })) };
    })
    .filter(({ commits }) => commits.length > 0);
}

/** Everything that stays (all other branches, all tags, the heads of pull requests), and what its authors have replaced. */
function keptTips(branches: ReadonlyArray<{ readonly branch: string }>, { refs, replaced }: RecoveryQuestion): readonly Sha[] {
  const deleted = new Set(branches.map(({ branch }) => branch));
  const kept = [...refs.branches].filter(([branch]) => !deleted.has(branch)).map(([, tip]) => tip);
  return [...kept, ...refs.tags.values(), ...refs.pullRequestHeads.values(), ...replaced];
}

/**
 * One walk from all tips together: a repository has thousands of tags. A tip whose history was not read proves nothing;
 * then its commits count as lost, which only errs towards caution.
 */
function reachedFrom(tips: readonly Sha[], graph: CommitGraph): Set<Sha> {
  const reached = new Set<Sha>();
  const stack = [...tips];
  for (let commit = stack.pop(); commit !== undefined; commit = stack.pop()) {
    if (!reached.has(commit) && graph.has(commit)) {
      reached.add(commit);
      stack.push(...graph.get(commit).parents);
    }
  }
  return reached;
}
