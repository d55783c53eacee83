import type { WorkflowRun } from '../../src/builds/workflow-run.js';
import type { CheckRun, CommitStatus, NewCommitStatus, NewPullRequest, PullRequest, PullRequestHead, Review } from '../../src/ports/github.js';
import type { Sha } from '../../src/ports/git.js';
import type { Files } from '../builders/history.js';
import { Conversations } from './conversations.js';
import { Repository } from './repository.js';

export const robot = 'merge-robot[bot]';
export const robotEmail = 'robot@example.com';
export const author = 'ann';
export const peers: readonly [string, string] = ['bob', 'carol'];
export const admin = 'adam';
/** May read the repository, and no more. */
export const stranger = 'gus';
export const repositoryId = 1;
export const forkId = 2;

/** A copy of the repository that belongs to somebody else. Its commits are kept with those of the repository. */
export interface Fork {
  readonly owner: string;
  readonly branches: Map<string, Sha>;
}

/** A branch at a commit, here or in a fork. */
export interface BuiltBranch {
  readonly branch: string;
  readonly commit: Sha;
  /** Absent: here. */
  readonly fork?: number;
}

export interface BranchMove {
  readonly branch: string;
  /** Null: deleted. */
  readonly to: Sha | null;
}

/**
 * GitHub and its people, in memory: what the two ports of a run read and write. It knows only as much of GitHub as the
 * exploration needs; the sandbox is the careful imitation.
 */
export class World extends Conversations {
  readonly repository = new Repository();
  /** By id. */
  readonly forks = new Map<number, Fork>();
  readonly pullRequests = new Map<number, PullRequest>();
  readonly reviews = new Map<number, Review[]>();
  statuses: ReadonlyMap<Sha, readonly CommitStatus[]> = new Map();
  checkRuns: readonly CheckRun[] = [];
  runs: WorkflowRun[] = [];
  /** Branches that were pushed and for which no build has begun. */
  unbuilt: BuiltBranch[] = [];
  /** Build keys beside the workflow runs: statuses, and checks by `check:`. */
  otherKeys: readonly string[] = [];
  /** Answers that are behind the truth; null: they are not. */
  shownPullRequests: ReadonlyMap<number, PullRequest> | null = null;
  shownRuns: readonly WorkflowRun[] | null = null;
  shownStatuses: ReadonlyMap<Sha, readonly CommitStatus[]> | null = null;
  shownCheckRuns: readonly CheckRun[] | null = null;
  /** Lists of builds hold those of other commits too, as GitHub's do now and then. */
  listsUnfiltered = false;
  /** Pull requests on which somebody who may ever asked for a reset. */
  readonly resets = new Set<number>();
  /** Commits in whose place people have pushed something else. */
  readonly replaced = new Set<Sha>();
  /** Pull requests on which somebody ever had the robot's comments removed. */
  readonly cleared = new Set<number>();
  /** A fork has branches of the names that sources here have. */
  namesCollide = false;
  /** Commits that were the head of a pull request from here. */
  readonly ownHeads = new Set<Sha>();
  /** Somebody broke the order of the version branches by hand. */
  cascadeBroken = false;
  #lastNumber = 0;

  /** A commit by a person. */
  commit(parents: readonly Sha[], changes: Files, subject: string): Sha {
    const inherited = Object.assign({}, ...parents.toReversed().map((parent) => this.repository.get(parent).files)) as Files;
    return this.repository.commit({
      parents,
      files: { ...inherited, ...changes },
      email: 'person@example.com',
      subject,
      byRobot: false,
      moment: this.tick(),
    });
  }

  /** A merge by a person, who resolves whatever conflicts. */
  merge(ours: Sha, theirs: Sha, subject: string): Sha {
    const merged = this.repository.merge(ours, theirs);
    return this.commit([ours, theirs], merged.kind === 'clean' ? this.repository.tree(merged.tree) : {}, subject);
  }

  tip(branch: string): Sha | null {
    return this.repository.branches.get(branch) ?? null;
  }

  /** GitHub reports no push of a tag to anybody here. */
  tag(name: string, to: Sha | null): void {
    if (to === null) this.repository.tags.delete(name);
    else this.repository.tags.set(name, to);
  }

  /** A push: all refs first, then what GitHub makes of it. */
  push(moves: readonly BranchMove[], by: string): void {
    const changed = moves.filter(({ branch, to }) => this.tip(branch) !== to);
    for (const { branch, to } of changed) {
      const from = this.tip(branch);
      if (by !== robot && from !== null && to !== null && !this.repository.contains(to, from)) this.replaced.add(from);
    }
    for (const { branch, to } of changed) {
      if (to === null) this.repository.branches.delete(branch);
      else this.repository.branches.set(branch, to);
    }
    for (const { branch, to } of changed) {
      if (to !== null) this.#noticeContent(branch, to, by);
    }
    for (const { branch, to } of changed) {
      if (to === null) this.#closeFromOrTowards(branch);
      if (/^(?:development|hotfix|q)\//.test(branch)) this.report({ kind: 'queue', why: 'push' });
    }
  }

  #noticeContent(branch: string, to: Sha, by: string): void {
    this.unbuilt = [...this.unbuilt.filter((other) => other.branch !== branch || other.fork !== undefined), { branch, commit: to }];
    for (const pullRequest of this.openPullRequests()) {
      if (pullRequest.head.branch === branch && !pullRequest.head.fork) {
        this.#setHead(pullRequest.number, to);
      }
    }
    for (const pullRequest of this.openPullRequests()) {
      if (pullRequest.base.branch === branch && this.repository.contains(to, pullRequest.head.sha)) {
        this.change(pullRequest.number, { state: 'closed', merged: true, mergedBy: by });
      }
    }
  }

  #closeFromOrTowards(branch: string): void {
    for (const { number, head, base } of this.openPullRequests()) {
      if ((head.branch === branch && !head.fork) || base.branch === branch) this.change(number, { state: 'closed' });
    }
  }

  /** A push to a fork: builds of its pull requests run here, and say where they come from. */
  pushToFork(fork: number, branch: string, to: Sha): void {
    const branches = this.forks.get(fork)?.branches;
    const from = branches?.get(branch);
    if (from !== undefined && !this.repository.contains(to, from)) this.replaced.add(from);
    branches?.set(branch, to);
    for (const { number, head } of this.openPullRequests()) {
      if (head.repositoryId === fork && head.branch === branch) {
        this.#setHead(number, to);
        this.unbuilt.push({ branch, commit: to, fork });
      }
    }
  }

  /** Where the source branch is, here or in a fork; null if it is gone. */
  sourceTip({ head }: Pick<PullRequest, 'head'>): Sha | null {
    return head.fork ? (this.forks.get(head.repositoryId ?? 0)?.branches.get(head.branch) ?? null) : this.tip(head.branch);
  }

  pushSource({ head, author: by }: PullRequest, to: Sha): void {
    if (head.fork) this.pushToFork(head.repositoryId ?? 0, head.branch, to);
    else this.push([{ branch: head.branch, to }], by ?? author);
  }

  #setHead(number: number, sha: Sha): void {
    const pullRequest = this.pullRequest(number);
    this.repository.pullRequestHeads.set(number, sha);
    if (!pullRequest.head.fork) this.ownHeads.add(sha);
    this.change(number, { head: { ...pullRequest.head, sha } });
  }

  pullRequest(number: number): PullRequest {
    const found = this.pullRequests.get(number);
    if (found === undefined) throw new Error(`There is no pull request ${number}`);
    return found;
  }

  openPullRequests(): readonly PullRequest[] {
    return [...this.pullRequests.values()].filter(({ state }) => state === 'open');
  }

  /** @param fork where the head lies; null: here */
  open({ title, body, head, base }: NewPullRequest, by: string, fork: number | null = null): PullRequest {
    const sha = (fork === null ? this.tip(head) : this.forks.get(fork)?.branches.get(head)) ?? null;
    if (sha === null) throw new Error(`There is no branch ${head}`);
    this.#lastNumber += 1;
    const pullRequest: PullRequest = {
      number: this.#lastNumber,
      title,
      body,
      author: by,
      state: 'open',
      merged: false,
      mergedBy: null,
      draft: false,
      head: this.#headOf(head, sha, fork),
      base: { branch: base, sha: this.tip(base) ?? sha },
      requestedReviewers: [],
      htmlUrl: `https://github.com/acme/app/pull/${this.#lastNumber}`,
      updatedAt: this.timestamp,
    };
    this.pullRequests.set(pullRequest.number, pullRequest);
    this.repository.pullRequestHeads.set(pullRequest.number, sha);
    if (fork === null) this.ownHeads.add(sha);
    else this.unbuilt.push({ branch: head, commit: sha, fork });
    this.reportOn(pullRequest.number);
    return pullRequest;
  }

  #headOf(branch: string, sha: Sha, fork: number | null): PullRequestHead {
    return fork === null
      ? { branch, sha, repositoryId, repositoryFullName: 'acme/app', fork: false }
      : { branch, sha, repositoryId: fork, repositoryFullName: `${this.forks.get(fork)?.owner ?? ''}/app`, fork: true };
  }

  change(number: number, changes: Partial<PullRequest>): void {
    this.pullRequests.set(number, { ...this.pullRequest(number), ...changes, updatedAt: this.timestamp });
    this.reportOn(number);
  }

  review(pullRequest: number, by: string, state: string): void {
    this.tick();
    const { head } = this.pullRequest(pullRequest);
    const review: Review = { id: this.nextId(), author: by, state, commitId: head.sha, submittedAt: this.timestamp };
    this.reviews.set(pullRequest, [...this.reviewsOn(pullRequest), review]);
    this.reportOn(pullRequest);
  }

  /** The author of a review keeps it, but it no longer counts. */
  dismiss(pullRequest: number, by: string): void {
    this.reviews.set(pullRequest, this.reviewsOn(pullRequest).map((review) => (review.author === by ? { ...review, state: 'DISMISSED' } : review)));
    this.reportOn(pullRequest);
  }

  reviewsOn(pullRequest: number): readonly Review[] {
    return this.reviews.get(pullRequest) ?? [];
  }

  /** GitHub takes contexts for the same whatever their case. */
  setStatus(commit: Sha, { context, state, description, targetUrl }: NewCommitStatus, creator: string = robot): void {
    const others = (this.statuses.get(commit) ?? []).filter((status) => status.context.toLowerCase() !== context.toLowerCase());
    this.statuses = new Map(this.statuses).set(commit, [{ context, state, description, targetUrl, creator }, ...others]);
  }
}
