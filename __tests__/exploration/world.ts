import type { ActingTrigger } from '../../src/edge/look-at.js';
import type { WorkflowRun } from '../../src/builds/workflow-run.js';
import type { Comment, CommitStatus, NewCommitStatus, NewPullRequest, PullRequest, Review } from '../../src/ports/github.js';
import type { Sha } from '../../src/ports/git.js';
import type { Files } from '../builders/history.js';
import { Repository } from './repository.js';

export const robot = 'merge-robot[bot]';
export const robotEmail = 'robot@example.com';
export const author = 'ann';
export const peers: readonly [string, string] = ['bob', 'carol'];
export const admin = 'adam';
export const repositoryId = 1;
export const forkId = 2;

/** How many events wait at most; GitHub drops waiting runs of a concurrency group too. */
const mostEvents = 25;

export interface BranchMove {
  readonly branch: string;
  /** Null: deleted. */
  readonly to: Sha | null;
}

/**
 * GitHub and its people, in memory: what the two ports of a run read and write. It knows only as much of GitHub as the
 * exploration needs; the sandbox is the careful imitation.
 */
export class World {
  readonly repository = new Repository();
  readonly pullRequests = new Map<number, PullRequest>();
  readonly comments = new Map<number, Array<Comment & { readonly pullRequest: number }>>();
  readonly reviews = new Map<number, Review[]>();
  readonly statuses = new Map<Sha, CommitStatus[]>();
  runs: WorkflowRun[] = [];
  /** Branches that were pushed and for which no build has begun. */
  unbuilt: Array<{ readonly branch: string; readonly commit: Sha }> = [];
  /** What GitHub has still to report, oldest first. */
  readonly events: ActingTrigger[] = [];
  /** Answers that are behind the truth; null: they are not. */
  shownPullRequests: ReadonlyMap<number, PullRequest> | null = null;
  shownRuns: readonly WorkflowRun[] | null = null;
  /** Lists of builds hold those of other commits too, as GitHub's do now and then. */
  listsUnfiltered = false;
  /** Pull requests on which somebody ever asked for a reset, or an admin for a merge without builds. */
  readonly resets = new Set<number>();
  /** Commits in whose place people have pushed something else. */
  readonly replaced = new Set<Sha>();
  /** Pull requests on which somebody ever had the robot's comments removed. */
  readonly cleared = new Set<number>();
  readonly bypassedBuilds = new Set<number>();
  readonly bypassedPeers = new Set<number>();
  /** Somebody broke the order of the version branches by hand. */
  cascadeBroken = false;
  #clock = 0;
  #lastNumber = 0;
  #lastId = 100;

  /** Moves time on by a second; people and the robot act at different times. */
  tick(): number {
    this.#clock += 1;
    return this.#clock;
  }

  get moment(): number {
    return this.#clock;
  }

  get timestamp(): string {
    return new Date(Date.UTC(2026, 0, 1) + this.#clock * 1000).toISOString();
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

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

  tip(branch: string): Sha | null {
    return this.repository.branches.get(branch) ?? null;
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
      if (to === null) this.#closeFrom(branch);
      if (/^(?:development|hotfix|q)\//.test(branch)) this.report({ kind: 'queue', why: 'push' });
    }
  }

  #noticeContent(branch: string, to: Sha, by: string): void {
    this.unbuilt = [...this.unbuilt.filter((other) => other.branch !== branch), { branch, commit: to }];
    for (const pullRequest of this.openPullRequests()) {
      if (pullRequest.head.branch === branch) {
        this.#setHead(pullRequest.number, to);
      }
    }
    for (const pullRequest of this.openPullRequests()) {
      if (pullRequest.base.branch === branch && this.repository.contains(to, pullRequest.head.sha)) {
        this.change(pullRequest.number, { state: 'closed', merged: true, mergedBy: by });
      }
    }
  }

  #closeFrom(branch: string): void {
    for (const pullRequest of this.openPullRequests()) {
      if (pullRequest.head.branch === branch) this.change(pullRequest.number, { state: 'closed' });
    }
  }

  #setHead(number: number, sha: Sha): void {
    const pullRequest = this.pullRequest(number);
    this.repository.pullRequestHeads.set(number, sha);
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

  open({ title, body, head, base }: NewPullRequest, by: string): PullRequest {
    const sha = this.tip(head);
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
      head: { branch: head, sha, repositoryId, repositoryFullName: 'acme/app', fork: false },
      base: { branch: base, sha: this.tip(base) ?? sha },
      requestedReviewers: [],
      htmlUrl: `https://github.com/acme/app/pull/${this.#lastNumber}`,
      updatedAt: this.timestamp,
    };
    this.pullRequests.set(pullRequest.number, pullRequest);
    this.repository.pullRequestHeads.set(pullRequest.number, sha);
    this.reportOn(pullRequest.number);
    return pullRequest;
  }

  change(number: number, changes: Partial<PullRequest>): void {
    this.pullRequests.set(number, { ...this.pullRequest(number), ...changes, updatedAt: this.timestamp });
    this.reportOn(number);
  }

  comment(pullRequest: number, by: string, body: string): Comment {
    this.tick();
    const id = this.nextId();
    const comment = { id, author: by, body, createdAt: this.timestamp, htmlUrl: `https://github.com/acme/app/pull/${pullRequest}#${id}`, pullRequest };
    this.comments.set(pullRequest, [...this.commentsOn(pullRequest), comment]);
    this.reportOn(pullRequest);
    return comment;
  }

  commentsOn(pullRequest: number): ReadonlyArray<Comment & { readonly pullRequest: number }> {
    return this.comments.get(pullRequest) ?? [];
  }

  deleteComment(id: number): void {
    for (const [pullRequest, comments] of this.comments) {
      this.comments.set(pullRequest, comments.filter((comment) => comment.id !== id));
    }
  }

  editComment(id: number, body: string): void {
    for (const [pullRequest, comments] of this.comments) {
      this.comments.set(pullRequest, comments.map((comment) => (comment.id === id ? { ...comment, body } : comment)));
    }
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

  setStatus(commit: Sha, { context, state, description, targetUrl }: NewCommitStatus): void {
    const others = (this.statuses.get(commit) ?? []).filter((status) => status.context !== context);
    this.statuses.set(commit, [{ context, state, description, targetUrl, creator: robot }, ...others]);
  }

  report(trigger: ActingTrigger): void {
    this.events.push(trigger);
    this.events.splice(0, Math.max(0, this.events.length - mostEvents));
  }

  reportOn(number: number): void {
    this.report({ kind: 'pull-request', number, why: 'event' });
  }
}
