import type { WorkflowRun } from '../builds/workflow-run.js';
import type { Sha } from './git.js';
import type { IssuesPort } from './issues.js';

/**
 * What the action asks of GitHub: REST only. Reads return complete lists (paged to the end) or reject with
 * `GitHubOutage`; an incomplete answer is never a verdict (spec 6, rule 8). Reads of one run are remembered, those
 * whose name begins with `live` are not: they go past every cache.
 */
export interface GitHubPort {
  /** The text of a file on the default branch; null if there is none. */
  readFileOfDefaultBranch(path: string): Promise<string | null>;
  /** Null if there is no such pull request. */
  pullRequest(number: number): Promise<PullRequest | null>;
  livePullRequest(number: number): Promise<PullRequest | null>;
  openPullRequests(filter?: PullRequestFilter): Promise<readonly PullRequest[]>;
  /** The pull requests that were closed or merged and changed last, newest first: no more than thirty, not remembered. */
  recentlyClosedPullRequests(): Promise<readonly ClosedPullRequest[]>;
  /** Every comment written or edited since, on whatever issue or pull request; not remembered. `time` is ISO 8601. */
  commentsSince(time: string): Promise<readonly CommentOfIssue[]>;
  /** All issue comments, oldest first. */
  comments(pullRequest: number): Promise<readonly Comment[]>;
  liveComments(pullRequest: number): Promise<readonly Comment[]>;
  /** All reviews, oldest first. */
  reviews(pullRequest: number): Promise<readonly Review[]>;
  liveReviews(pullRequest: number): Promise<readonly Review[]>;
  /** Every workflow run of the commit, whatever its branch, repository or event: the caller decides which count. */
  workflowRuns(commit: Sha): Promise<readonly WorkflowRun[]>;
  liveWorkflowRuns(commit: Sha): Promise<readonly WorkflowRun[]>;
  /** Path of the workflow file that a run belongs to, `.github/workflows/bert-e.yml`; null if this repository has no such run. */
  workflowPathOfRun(runId: number): Promise<string | null>;
  /** The newest status of every context of the commit. */
  commitStatuses(commit: Sha): Promise<readonly CommitStatus[]>;
  liveCommitStatuses(commit: Sha): Promise<readonly CommitStatus[]>;
  checkRuns(commit: Sha): Promise<readonly CheckRun[]>;
  liveCheckRuns(commit: Sha): Promise<readonly CheckRun[]>;
  /** Logins of a team's members. */
  teamMembers(organization: string, team: string): Promise<readonly string[]>;
  /** The permission a login has on this repository. */
  permissionOf(login: string): Promise<'admin' | 'write' | 'read' | 'none'>;
  /** Login of the user behind the token; null for an installation token, that of the job or of an app, which has none. */
  viewer(): Promise<string | null>;
  /** Requests per hour that the token has; null where the server has no limit. */
  hourlyLimit(): Promise<number | null>;
  repositoryDetails(): Promise<RepositoryDetails>;
  /** Paths of the files directly in a directory of the default branch; null if there is no such directory. */
  listDirectoryOfDefaultBranch(path: string): Promise<readonly string[] | null>;
  /** The rules of active rulesets on a branch of that name, which need not exist. */
  rulesOfBranch(branch: string): Promise<readonly BranchRule[]>;
  /** Whether the token may pass by a ruleset, in GitHub's words; null if GitHub does not tell. */
  rulesetBypass(rulesetId: number): Promise<string | null>;
  /** Classic protection of an existing branch, as far as it is shown to everybody; null if there is no such branch. */
  classicProtection(branch: string): Promise<ClassicProtection | null>;

  setCommitStatus(commit: Sha, status: NewCommitStatus): Promise<void>;
  createComment(pullRequest: number, body: string): Promise<Comment>;
  updateComment(id: number, body: string): Promise<void>;
  deleteComment(id: number): Promise<void>;
  createPullRequest(pullRequest: NewPullRequest): Promise<PullRequest>;
  closePullRequest(number: number): Promise<void>;
  dispatchWorkflow(workflowFile: string, branch: string): Promise<void>;
  rerunFailedJobs(runId: number): Promise<void>;

  /** Plain issues, for the dashboard. */
  readonly issues: IssuesPort;

  /**
   * Forgets what was read: the next reads ask again. For a second look after the world moved. The list of open pull requests
   * is kept if that is said: for the next look of a sweep, where this run has changed nothing.
   */
  forget(except?: 'open-pull-requests'): void;

  /** Requests sent so far, answers 304 included, for the figures that every run prints. */
  readonly requestCount: number;
}

export interface PullRequestFilter {
  /** Branch of this repository the pull requests come from. */
  readonly head?: string;
  readonly base?: string;
}

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** Login; null when the account was deleted. */
  readonly author: string | null;
  readonly state: 'open' | 'closed';
  readonly merged: boolean;
  /** Login of who merged it; null if nobody did, or the account was deleted. */
  readonly mergedBy: string | null;
  readonly draft: boolean;
  readonly head: PullRequestHead;
  readonly base: { readonly branch: string; readonly sha: Sha };
  readonly requestedReviewers: readonly string[];
  readonly htmlUrl: string;
  /** ISO 8601. */
  readonly updatedAt: string;
}

/** What a list of GitHub says of a pull request that is closed. */
export interface ClosedPullRequest {
  readonly number: number;
  /** ISO 8601; null: closed unmerged. */
  readonly mergedAt: string | null;
  /** ISO 8601. */
  readonly closedAt: string;
  readonly headBranch: string;
  readonly fork: boolean;
  readonly baseBranch: string;
}

export interface PullRequestHead {
  readonly branch: string;
  readonly sha: Sha;
  /** Null when the fork was deleted. */
  readonly repositoryId: number | null;
  readonly repositoryFullName: string | null;
  /** The head lies in another repository than the one the pull request was opened in. */
  readonly fork: boolean;
}

export interface Comment {
  readonly id: number;
  /** Login; null when the account was deleted. */
  readonly author: string | null;
  readonly body: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly htmlUrl: string;
}

export interface CommentOfIssue extends Comment {
  /** Number of the issue or pull request. */
  readonly issue: number;
}

export interface Review {
  readonly id: number;
  readonly author: string | null;
  /** APPROVED, CHANGES_REQUESTED, COMMENTED, DISMISSED, PENDING, or a value not known today. */
  readonly state: string;
  /** The commit the review was given on; null when unknown. */
  readonly commitId: Sha | null;
  /** ISO 8601; null for a pending review. */
  readonly submittedAt: string | null;
}

export interface CommitStatus {
  readonly context: string;
  /** error, failure, pending, success. */
  readonly state: string;
  readonly description: string;
  readonly targetUrl: string | null;
  /** Login of who wrote it; null when unknown. */
  readonly creator: string | null;
}

export interface NewCommitStatus {
  readonly context: string;
  readonly state: 'pending' | 'success' | 'failure';
  /** At most 140 characters. */
  readonly description: string;
  readonly targetUrl: string | null;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly appSlug: string | null;
  readonly status: string;
  readonly conclusion: string | null;
  readonly headSha: Sha;
  readonly htmlUrl: string | null;
  /** ISO 8601. */
  readonly startedAt: string | null;
}

export interface NewPullRequest {
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly base: string;
}

export interface RepositoryDetails {
  readonly defaultBranch: string;
  /** What GitHub says of the one behind the token; for installation tokens it says less than they may. Null: not said. */
  readonly mayPush: boolean | null;
}

export interface BranchRule {
  /** `update`, `required_status_checks`, …, or a type not known today. */
  readonly type: string;
  readonly rulesetId: number | null;
  /** Of `required_status_checks`, the names of the statuses and checks. */
  readonly requiredContexts: readonly string[];
}

export interface ClassicProtection {
  readonly enabled: boolean;
  readonly requiredContexts: readonly string[];
}

/** GitHub, or the way to it, failed or answered nonsense: no verdict can be drawn (outcome 133). */
export class GitHubOutage extends Error {
  override readonly name = 'GitHubOutage';
  constructor(
    /** What was to be done, in words that follow *may not*, e.g. `read the reviews of #12`. */
    readonly operation: string,
    /** HTTP status, or null when there was no answer. */
    readonly status: number | null,
    readonly detail: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`GitHub did not answer usefully (${operation}): ${detail}`, options);
  }
}

/** GitHub understood and refused for good (403 without a limit, 404 on a write, 422): repeating does not help. */
export class GitHubRefusal extends Error {
  override readonly name = 'GitHubRefusal';
  constructor(
    readonly operation: string,
    readonly status: number,
    readonly detail: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`GitHub refused (${operation}, ${String(status)}): ${detail}`, options);
  }
}
