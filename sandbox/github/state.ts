import type { GitRepository } from './git.js';

/**
 * What the sandbox GitHub knows, in memory. Refs and commits are not here: they live in the bare repositories alone
 * (see git.ts), so that a push over the network and a verb of a test cannot disagree about them.
 */
export interface SandboxState {
  /** By lower-case login. Logins compare case-insensitively, as on GitHub. */
  readonly accounts: Map<string, Account>;
  /** Logins, in lower case, of accounts that are gone: their reviews and comments stay, with a user of null. */
  readonly deletedAccounts: Set<string>;
  /** By the secret itself. */
  readonly tokens: Map<string, Token>;
  /** By lower-case `owner/name`. */
  readonly repositories: Map<string, Repository>;
  /** By lower-case `org/slug`. */
  readonly teams: Map<string, Team>;
}

export type AccountType = 'User' | 'Bot' | 'Organization';

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: AccountType;
  readonly email: string;
}

/**
 * Who stands behind a token, and whether what it causes starts workflows.
 * - `user`: a personal access token; its events start workflows, `GET /user` works.
 * - `app`: an installation token of a GitHub App; its events start workflows, `GET /user` answers 403.
 * - `job`: the job's own token; its events start no workflows except dispatches, and it may not touch workflow files.
 */
export type TokenKind = 'app' | 'job' | 'user';

export type PermissionLevel = 'read' | 'write';

export interface Token {
  readonly value: string;
  readonly kind: TokenKind;
  readonly login: string;
  /** As in a job's `permissions:` block: once given, what is not named is refused. Absent: everything is allowed. */
  readonly permissions?: Readonly<Record<string, PermissionLevel>>;
  /** Requests per hour; a spent limit answers 403. */
  readonly limit: number;
  used: number;
  /** Epoch milliseconds at which `used` starts again from zero. */
  resetsAt: number;
}

export type Permission = 'admin' | 'maintain' | 'push' | 'triage' | 'pull';

export interface Team {
  readonly id: number;
  readonly organization: string;
  readonly slug: string;
  readonly members: Set<string>;
}

export interface Repository {
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  /** `owner/name`. */
  readonly fullName: string;
  readonly private: boolean;
  defaultBranch: string;
  /** Full name of the repository this is a fork of. */
  readonly parent: string | null;
  readonly git: GitRepository;
  readonly createdAt: number;
  pushedAt: number;
  /** By lower-case login. The owner has `admin` without being listed. */
  readonly collaborators: Map<string, Permission>;
  readonly issues: Map<number, Issue>;
  readonly pullRequests: Map<number, PullRequest>;
  readonly comments: Map<number, IssueComment>;
  readonly statuses: CommitStatus[];
  readonly checkSuites: Map<number, CheckSuite>;
  readonly checkRuns: Map<number, CheckRun>;
  readonly workflows: Map<number, Workflow>;
  readonly runs: Map<number, WorkflowRun>;
  readonly rulesets: Ruleset[];
  /** Issues and pull requests share one sequence. */
  nextNumber: number;
}

export interface Label {
  readonly id: number;
  readonly name: string;
}

export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  labels: Label[];
  readonly createdAt: number;
  updatedAt: number;
  closedAt: number | null;
  closedBy: string | null;
}

/** One side of a pull request. `sha` follows the branch while the pull request is open and stays put afterwards. */
export interface PullRequestSide {
  /** Full name; null once the repository was deleted. */
  repository: string | null;
  /** Branch name without `refs/heads/`. */
  ref: string;
  sha: string;
}

export interface PullRequest extends Issue {
  readonly head: PullRequestSide;
  readonly base: PullRequestSide;
  draft: boolean;
  mergedAt: number | null;
  mergedBy: string | null;
  mergeCommitSha: string | null;
  readonly reviews: Review[];
  /** Logins whose review is asked for. */
  requestedReviewers: string[];
  /** Slugs of teams whose review is asked for. */
  requestedTeams: string[];
  /** The last answer of the trial merge, with the commits it is about. */
  trialMerge: { readonly base: string; readonly head: string; readonly mergeable: boolean; readonly commit: string | null } | null;
}

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';

export interface Review {
  readonly id: number;
  readonly author: string;
  state: ReviewState;
  body: string;
  /** The head of the pull request when the review was given. */
  readonly commitId: string;
  readonly submittedAt: number;
}

export interface IssueComment {
  readonly id: number;
  /** Issue or pull request. */
  readonly number: number;
  readonly author: string;
  body: string;
  readonly createdAt: number;
  updatedAt: number;
}

export type StatusState = 'error' | 'failure' | 'pending' | 'success';

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: StatusState;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
  readonly createdAt: number;
}

/** Everything GitHub lists today; the sandbox also stores values it does not know, for tests of unknown values. */
export type RunStatus = 'requested' | 'queued' | 'pending' | 'waiting' | 'in_progress' | 'completed';

export type RunConclusion =
  | 'success'
  | 'failure'
  | 'neutral'
  | 'cancelled'
  | 'skipped'
  | 'timed_out'
  | 'action_required'
  | 'stale'
  | 'startup_failure';

export interface CheckSuite {
  readonly id: number;
  readonly appSlug: string;
  readonly headBranch: string | null;
  readonly headSha: string;
  status: RunStatus;
  conclusion: RunConclusion | null;
  readonly createdAt: number;
  updatedAt: number;
}

export interface CheckRun {
  readonly id: number;
  readonly suiteId: number;
  readonly appSlug: string;
  readonly name: string;
  readonly headSha: string;
  status: RunStatus;
  conclusion: RunConclusion | null;
  detailsUrl: string | null;
  externalId: string;
  title: string | null;
  summary: string | null;
  readonly startedAt: number;
  completedAt: number | null;
}

export interface Workflow {
  readonly id: number;
  readonly name: string;
  /** `.github/workflows/….yml` */
  readonly path: string;
  state: 'active' | 'disabled_manually' | 'disabled_inactivity';
  /** Does it listen to `workflow_dispatch`? */
  readonly dispatchable: boolean;
  /** Names of the jobs of each of its runs. */
  readonly jobs: readonly string[];
  readonly createdAt: number;
}

export interface WorkflowJob {
  readonly id: number;
  readonly name: string;
  readonly runAttempt: number;
  readonly checkRunId: number;
  status: RunStatus;
  conclusion: RunConclusion | null;
  readonly startedAt: number;
  completedAt: number | null;
}

export interface WorkflowRun {
  readonly id: number;
  readonly runNumber: number;
  readonly workflowId: number;
  readonly name: string;
  readonly path: string;
  readonly event: string;
  readonly headBranch: string | null;
  readonly headSha: string;
  /** Full name; a fork's for runs of its pull requests. */
  readonly headRepository: string | null;
  readonly checkSuiteId: number;
  readonly actor: string;
  runAttempt: number;
  status: RunStatus;
  conclusion: RunConclusion | null;
  readonly jobs: WorkflowJob[];
  readonly createdAt: number;
  updatedAt: number;
  /** When this attempt started. */
  startedAt: number;
  /** Fields laid over the rendered run: any shape a test wants to see answered. */
  raw: Readonly<Record<string, unknown>> | null;
}

export interface Ruleset {
  readonly id: number;
  readonly name: string;
  readonly enforcement: 'active' | 'disabled' | 'evaluate';
  /** Branch patterns such as `refs/heads/development/*`, or `~DEFAULT_BRANCH`, `~ALL`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly rules: ReadonlyArray<{ readonly type: string; readonly parameters?: Readonly<Record<string, unknown>> }>;
  /** Logins that may always pass by it. */
  readonly bypass?: readonly string[];
}

/** Who does something, and what follows from that. Made from a token for a request, from a login for a verb. */
export interface Actor {
  readonly login: string;
  /** `person`: a verb of a test acting as somebody in the browser or with their own git. */
  readonly kind: TokenKind | 'person';
  /** The secret used; null for verbs. */
  readonly token: Token | null;
}

/** A webhook as GitHub would send it. */
export interface SandboxEvent {
  /** Delivery number, increasing. */
  readonly id: number;
  readonly name: string;
  /** Null for events without one (push, create, delete, status, workflow_dispatch). */
  readonly action: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Full name of the repository it is about. */
  readonly repository: string;
  readonly actor: Actor;
  /** False for what the job's own token caused (except dispatches): such events start no workflow. */
  readonly startsWorkflows: boolean;
  /** Epoch milliseconds of the sandbox clock. */
  readonly at: number;
}

export function emptyState(): SandboxState {
  return { accounts: new Map(), deletedAccounts: new Set(), tokens: new Map(), repositories: new Map(), teams: new Map() };
}
