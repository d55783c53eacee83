import type { WorkflowRun } from '../builds/workflow-run.js';
import type { Sha } from '../ports/git.js';
import { GitHubRefusal } from '../ports/github.js';
import type {
  BranchRule, CheckRun, ClassicProtection, ClosedPullRequest, Comment, CommentOfIssue, CommitStatus, GitHubPort, NewCommitStatus,
  NewPullRequest, PullRequest, PullRequestFilter, RepositoryDetails, Review,
} from '../ports/github.js';
import type { IssuesPort } from '../ports/issues.js';
import * as answers from './answers.js';
import { Memory } from './memory.js';
import { matchesFilter } from './reads.js';
import type { Permission, Reads } from './reads.js';
import type { Answer, Request, Send } from './requests.js';
import { checkedNumber, fullSha } from './routes.js';
import { oneLine, statusDescription } from './text.js';
import type { Transport } from './transport.js';

/** The port: reads are remembered for the run, writes make what they change forgotten, even when they fail. */
export class GitHub implements GitHubPort {
  readonly #files = new Memory<string | null>();
  readonly #pullRequest = new Memory<PullRequest | null>();
  readonly #openPullRequests = new Memory<readonly PullRequest[]>();
  readonly #comments = new Memory<readonly Comment[]>();
  readonly #reviews = new Memory<readonly Review[]>();
  readonly #workflowRuns = new Memory<readonly WorkflowRun[]>();
  readonly #statuses = new Memory<readonly CommitStatus[]>();
  readonly #checkRuns = new Memory<readonly CheckRun[]>();
  readonly #members = new Memory<readonly string[]>();
  /** By number, as the list of all open ones showed them: each is used once. */
  readonly #listed = new Map<number, PullRequest>();
  readonly #permissions = new Memory<Permission>();

  constructor(
    private readonly reads: Reads,
    private readonly send: Send,
    private readonly transport: Pick<Transport, 'requestCount'>,
    readonly issues: IssuesPort,
  ) {}

  get requestCount(): number {
    return this.transport.requestCount();
  }

  /** ETags are kept: asking again is free where nothing changed. */
  forget(except?: 'open-pull-requests'): void {
    if (except === undefined) {
      this.#openPullRequests.forgetAll();
      this.#listed.clear();
    }
    const memories = [
      this.#files, this.#pullRequest, this.#comments, this.#reviews,
      this.#workflowRuns, this.#statuses, this.#checkRuns, this.#members, this.#permissions,
    ];
    memories.forEach((memory) => memory.forgetAll());
  }

  readFileOfDefaultBranch(path: string): Promise<string | null> {
    return this.#files.recall(path, () => this.reads.fileOfDefaultBranch(path));
  }

  /** The first time after the list of all open ones was read, answered out of that list: a sweep reads each anyway. */
  pullRequest(number: number): Promise<PullRequest | null> {
    const listed = this.#listed.get(number);
    this.#listed.delete(number);
    if (listed !== undefined) {
      return this.#pullRequest.recall(String(number), () => Promise.resolve(listed));
    }
    return this.#pullRequest.recall(String(number), () => this.reads.pullRequest(number, false));
  }

  livePullRequest(number: number): Promise<PullRequest | null> {
    return this.#pullRequest.refresh(String(number), () => this.reads.pullRequest(number, true));
  }

  /** Answered out of the list of all open pull requests once that was read. */
  async openPullRequests(filter: PullRequestFilter = {}): Promise<readonly PullRequest[]> {
    const read = () => this.#list(filter);
    const found = await (this.#openPullRequests.known(filterKey({})) ?? this.#openPullRequests.recall(filterKey(filter), read));
    return found.filter((pullRequest) => matchesFilter(pullRequest, filter));
  }

  recentlyClosedPullRequests(): Promise<readonly ClosedPullRequest[]> {
    return this.reads.recentlyClosedPullRequests();
  }

  commentsSince(time: string): Promise<readonly CommentOfIssue[]> {
    return this.reads.commentsSince(time);
  }

  comments(pullRequest: number): Promise<readonly Comment[]> {
    return this.#comments.recall(String(pullRequest), () => this.reads.comments(pullRequest, false));
  }

  liveComments(pullRequest: number): Promise<readonly Comment[]> {
    return this.#comments.refresh(String(pullRequest), () => this.reads.comments(pullRequest, true));
  }

  reviews(pullRequest: number): Promise<readonly Review[]> {
    return this.#reviews.recall(String(pullRequest), () => this.reads.reviews(pullRequest, false));
  }

  liveReviews(pullRequest: number): Promise<readonly Review[]> {
    return this.#reviews.refresh(String(pullRequest), () => this.reads.reviews(pullRequest, true));
  }

  workflowRuns(commit: Sha): Promise<readonly WorkflowRun[]> {
    return this.#workflowRuns.recall(commit, () => this.reads.workflowRuns(commit, false));
  }

  liveWorkflowRuns(commit: Sha): Promise<readonly WorkflowRun[]> {
    return this.#workflowRuns.refresh(commit, () => this.reads.workflowRuns(commit, true));
  }

  commitStatuses(commit: Sha): Promise<readonly CommitStatus[]> {
    return this.#statuses.recall(commit, () => this.reads.commitStatuses(commit, false));
  }

  liveCommitStatuses(commit: Sha): Promise<readonly CommitStatus[]> {
    return this.#statuses.refresh(commit, () => this.reads.commitStatuses(commit, true));
  }

  checkRuns(commit: Sha): Promise<readonly CheckRun[]> {
    return this.#checkRuns.recall(commit, () => this.reads.checkRuns(commit, false));
  }

  liveCheckRuns(commit: Sha): Promise<readonly CheckRun[]> {
    return this.#checkRuns.refresh(commit, () => this.reads.checkRuns(commit, true));
  }

  teamMembers(organization: string, team: string): Promise<readonly string[]> {
    return this.#members.recall(`${organization}/${team}`.toLowerCase(), () => this.reads.teamMembers(organization, team));
  }

  permissionOf(login: string): Promise<Permission> {
    return this.#permissions.recall(login.toLowerCase(), () => this.reads.permissionOf(login));
  }

  // What follows is asked once in a run, mostly by `doctor` and `delete-branch`: it is not remembered, save for its ETag.

  workflowPathOfRun(runId: number): Promise<string | null> {
    return this.reads.workflowPathOfRun(runId);
  }

  viewer(): Promise<string | null> {
    return this.reads.viewer();
  }

  hourlyLimit(): Promise<number | null> {
    return this.reads.hourlyLimit();
  }

  repositoryDetails(): Promise<RepositoryDetails> {
    return this.reads.repositoryDetails();
  }

  listDirectoryOfDefaultBranch(path: string): Promise<readonly string[] | null> {
    return this.reads.directoryOfDefaultBranch(path);
  }

  rulesOfBranch(branch: string): Promise<readonly BranchRule[]> {
    return this.reads.rulesOfBranch(branch);
  }

  rulesetBypass(rulesetId: number): Promise<string | null> {
    return this.reads.rulesetBypass(rulesetId);
  }

  classicProtection(branch: string): Promise<ClassicProtection | null> {
    return this.reads.classicProtection(branch);
  }

  async setCommitStatus(commit: Sha, { context, state, description, targetUrl }: NewCommitStatus): Promise<void> {
    const operation = `set a status on ${fullSha(commit)}`;
    const body = { context, state, description: statusDescription(description), ...(targetUrl === null ? {} : { target_url: targetUrl }) };
    // Repeating is harmless: the newest status of a context counts, and the second one says the same.
    const request = { operation, method: 'POST', path: this.reads.path(operation, 'statuses', commit), body, repeatable: true } as const;
    await this.#write(request, () => this.#statuses.forget(commit));
  }

  /** After `GitHubOutage` the comment may be there or not: read the comments before posting it again. */
  async createComment(pullRequest: number, body: string): Promise<Comment> {
    const operation = `comment on #${checkedNumber(pullRequest)}`;
    const path = this.reads.path(operation, 'issues', pullRequest, 'comments');
    const request = { operation, method: 'POST', path, body: { body }, repeatable: false } as const;
    const answer = await this.#write(request, () => this.#comments.forget(String(pullRequest)));
    return answers.readAnswer(answers.comment, answer.data, operation);
  }

  async updateComment(id: number, body: string): Promise<void> {
    const operation = `change comment ${checkedNumber(id)}`;
    const path = this.reads.path(operation, 'issues', 'comments', id);
    await this.#write({ operation, method: 'PATCH', path, body: { body }, repeatable: true }, () => this.#comments.forgetAll());
  }

  /** Succeeds as well if the comment is gone already: so it is, when a first attempt had its answer cut off. */
  async deleteComment(id: number): Promise<void> {
    const operation = `delete comment ${checkedNumber(id)}`;
    const path = this.reads.path(operation, 'issues', 'comments', id);
    try {
      await this.#write({ operation, method: 'DELETE', path, repeatable: true }, () => this.#comments.forgetAll());
    } catch (error) {
      if (!(error instanceof GitHubRefusal && error.status === 404)) {
        throw error;
      }
    }
  }

  /** Answers the existing one if there is an open pull request from that branch to that branch already. */
  async createPullRequest({ title, body, head, base }: NewPullRequest): Promise<PullRequest> {
    const operation = oneLine(`open a pull request from ${head} to ${base}`);
    const path = this.reads.path(operation, 'pulls');
    try {
      // Repeating is harmless: GitHub refuses the second one.
      const request = { operation, method: 'POST', path, body: { title, body, head, base }, repeatable: true } as const;
      const answer = await this.#write(request, () => this.#openPullRequests.forgetAll());
      return answers.readAnswer(answers.pullRequest, answer.data, operation);
    } catch (error) {
      const existing = isAlreadyThere(error) ? (await this.reads.openPullRequests({ head, base }, true))[0] : undefined;
      if (existing === undefined) {
        throw error;
      }
      return existing;
    }
  }

  async closePullRequest(number: number): Promise<void> {
    const operation = `close #${checkedNumber(number)}`;
    const path = this.reads.path(operation, 'pulls', number);
    await this.#write({ operation, method: 'PATCH', path, body: { state: 'closed' }, repeatable: true }, () => {
      this.#pullRequest.forget(String(number));
      this.#listed.delete(number);
      this.#openPullRequests.forgetAll();
    });
  }

  async dispatchWorkflow(workflowFile: string, branch: string): Promise<void> {
    const operation = oneLine(`start ${workflowFile} on ${branch}`);
    const path = this.reads.path(operation, 'actions', 'workflows', workflowFile, 'dispatches');
    await this.#write({ operation, method: 'POST', path, body: { ref: branch }, repeatable: false }, () => this.#workflowRuns.forgetAll());
  }

  async rerunFailedJobs(runId: number): Promise<void> {
    const operation = `run the failed jobs again of workflow run ${checkedNumber(runId)}`;
    const path = this.reads.path(operation, 'actions', 'runs', runId, 'rerun-failed-jobs');
    await this.#write({ operation, method: 'POST', path, repeatable: false }, () => this.#workflowRuns.forgetAll());
  }

  async #list(filter: PullRequestFilter): Promise<readonly PullRequest[]> {
    const found = await this.reads.openPullRequests(filter, false);
    if (filterKey(filter) === filterKey({})) {
      this.#listed.clear();
      found.forEach((pullRequest) => this.#listed.set(pullRequest.number, pullRequest));
    }
    return found;
  }

  async #write(request: Request, forget: () => void): Promise<Answer> {
    try {
      return await this.send(request);
    } finally {
      forget();
    }
  }
}

function filterKey({ head, base }: PullRequestFilter): string {
  return JSON.stringify([head ?? null, base ?? null]);
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof GitHubRefusal && error.status === 422 && /already exists/i.test(error.detail);
}
