import type { ContinuousIntegration, WorkflowScript } from './ci.js';
import type { Faults } from './faults.js';
import type {
  Account, Actor, CheckRun, CommitStatus, Issue, IssueComment, Permission, PermissionLevel, PullRequest, Repository, Review, Ruleset,
  RunConclusion, RunStatus, SandboxEvent, SandboxState, StatusState, Team, Token, TokenKind, WorkflowRun,
} from './state.js';

/** How to start the sandbox. Everything has a default. */
export interface SandboxOptions {
  /** Epoch milliseconds; default the real time. With a fixed clock, commit SHAs are the same in every run. */
  readonly now?: () => number;
  /** Where the bare repositories go; by default a new temporary directory, removed by `close()`. */
  readonly directory?: string;
  /** Port to listen on; default 0, any free one. */
  readonly port?: number;
}

/** One REST request as it was answered. */
export interface RequestRecord {
  readonly method: string;
  /** Path below `/api/v3`, percent-encoding as sent. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly tokenKind: TokenKind | null;
  readonly login: string | null;
  readonly body: unknown;
  /** 0: the connection was cut before a status was sent. */
  readonly status: number;
}

/** One git request (discovery, upload-pack or receive-pack) with the credentials it carried. */
export interface GitRequestRecord {
  readonly method: string;
  /** `owner/name` as asked for. */
  readonly repository: string;
  readonly service: 'git-upload-pack' | 'git-receive-pack' | 'unknown';
  readonly path: string;
  /** Every `Authorization` header, in order, exactly as sent. */
  readonly authorization: readonly string[];
  /** The secrets found in them. */
  readonly tokens: readonly string[];
  readonly login: string | null;
  /** For a receive-pack: what the client asked for. */
  readonly commands: readonly RefChange[];
  readonly status: number;
}

/** Forty zeros stand for "absent". */
export interface RefChange {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
}

/** What a hook sees before the sandbox acts on a request. */
export interface IncomingRequest {
  readonly surface: 'rest' | 'git';
  readonly method: string;
  /** For REST below `/api/v3`; for git the whole path. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** For git: is this the request that carries the pack and changes refs? */
  readonly receivePack: boolean;
  readonly login: string | null;
  readonly body: Buffer;
}

export type RequestHook = (request: IncomingRequest) => void | Promise<void>;

/** Content of a file; null deletes it. */
export type Files = Readonly<Record<string, string | null>>;

export interface CommitInput {
  readonly files?: Files;
  readonly message: string;
  /** Branches, tags or SHAs. Default: the tip of the branch. The tree starts from the first one's. */
  readonly parents?: readonly string[];
  readonly author?: { readonly name: string; readonly email: string };
}

/** One commit of a new repository's history, in order; `branch` is created from `from` when it does not exist yet. */
export interface InitialCommit extends CommitInput {
  readonly branch: string;
}

export interface RepositoryInput {
  readonly fullName: string;
  readonly private?: boolean;
  readonly defaultBranch?: string;
  readonly commits?: readonly InitialCommit[];
  /** Further branches or tags: full ref name → branch, tag or SHA it starts from. */
  readonly refs?: Readonly<Record<string, string>>;
  readonly collaborators?: Readonly<Record<string, Permission>>;
}

export interface TokenInput {
  readonly kind: TokenKind;
  readonly login: string;
  readonly value?: string;
  readonly permissions?: Readonly<Record<string, PermissionLevel>>;
  /** Requests per hour. Default 1,000 for `job`, else 5,000. */
  readonly limit?: number;
}

export interface PullRequestInput {
  readonly title?: string;
  readonly body?: string | null;
  /** Branch, or `owner:branch` for a fork. */
  readonly head: string;
  readonly base: string;
  readonly draft?: boolean;
}

export interface RunInput {
  readonly id?: number;
  readonly workflow?: { readonly id?: number; readonly name?: string; readonly path?: string };
  readonly event?: string;
  readonly headBranch?: string | null;
  readonly headSha: string;
  readonly headRepository?: string | null;
  readonly status?: RunStatus;
  readonly conclusion?: RunConclusion | null;
  readonly runAttempt?: number;
  readonly actor?: string;
  /** Laid over the rendered object as it is. */
  readonly raw?: Readonly<Record<string, unknown>>;
}

export interface StatusInput {
  readonly sha: string;
  readonly context?: string;
  readonly state: StatusState;
  readonly description?: string | null;
  readonly targetUrl?: string | null;
}

export interface CheckRunInput {
  readonly name: string;
  readonly headSha: string;
  readonly appSlug?: string;
  readonly status?: RunStatus;
  readonly conclusion?: RunConclusion | null;
}

export interface GraphCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  /** First line of the message. */
  readonly subject: string;
}

/** What people do, without HTTP. `as` is a login, or an actor (`actorOf(token)`) to act with a token's rights. */
export interface SandboxVerbs {
  createAccount(login: string, type?: Account['type']): Account;
  createToken(input: TokenInput): Token;
  /** The actor a request with this token would have. */
  actorOf(token: string): Actor;
  createTeam(organization: string, slug: string, members: readonly string[]): Team;
  createRepository(input: RepositoryInput): Promise<Repository>;
  /** A fork by `owner`, with all branches of the original. */
  createFork(parent: string, owner: string): Promise<Repository>;
  deleteRepository(fullName: string): Promise<void>;
  repository(fullName: string): Repository;
  setCollaborator(fullName: string, login: string, permission: Permission): void;
  setRulesets(fullName: string, rulesets: ReadonlyArray<Omit<Ruleset, 'id'>>): void;

  /** Adds one commit to a branch (created if missing, then `parents` is required) and answers its SHA. */
  pushCommit(as: string | Actor, repository: string, branch: string, commit: CommitInput): Promise<string>;
  /** Merges `from` into a branch as `git merge --no-ff` would; throws on a conflict unless `files` resolve it. */
  pushMerge(as: string | Actor, repository: string, branch: string, from: string, message?: string, files?: Files): Promise<string>;
  createBranch(as: string | Actor, repository: string, branch: string, from: string): Promise<string>;
  deleteBranch(as: string | Actor, repository: string, branch: string): Promise<void>;
  /** Moves a branch anywhere, as `git push --force` does. */
  forcePush(as: string | Actor, repository: string, branch: string, to: string): Promise<string>;
  /** GitHub's own rename: retargets bases, closes pull requests whose head it was. */
  renameBranch(as: string | Actor, repository: string, branch: string, newName: string): Promise<void>;
  /** What people do with plain git: push the new name, delete the old one, in one push. */
  renameByPush(as: string | Actor, repository: string, branch: string, newName: string): Promise<void>;
  createTag(as: string | Actor, repository: string, tag: string, at: string): Promise<void>;
  /** All refs: full name → SHA. */
  refs(repository: string): Promise<ReadonlyMap<string, string>>;
  /** SHA of a branch, tag, full ref or SHA; null if there is none. */
  resolve(repository: string, name: string): Promise<string | null>;
  isAncestor(repository: string, ancestor: string, descendant: string): Promise<boolean>;
  /** Commits reachable from these names (default: all branches), newest first. */
  graph(repository: string, from?: readonly string[]): Promise<readonly GraphCommit[]>;
  readFile(repository: string, ref: string, path: string): Promise<string | null>;

  openPullRequest(as: string | Actor, repository: string, input: PullRequestInput): Promise<PullRequest>;
  pullRequest(repository: string, number: number): PullRequest;
  editPullRequest(as: string | Actor, repository: string, number: number, change: { title?: string; body?: string | null; base?: string; draft?: boolean }): Promise<PullRequest>;
  closePullRequest(as: string | Actor, repository: string, number: number): Promise<void>;
  reopen(as: string | Actor, repository: string, number: number): Promise<void>;
  /** The merge button (a merge commit), past every protection. */
  mergePullRequest(as: string | Actor, repository: string, number: number): Promise<string>;
  review(as: string | Actor, repository: string, number: number, state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED', body?: string): Promise<Review>;
  dismissReview(as: string | Actor, repository: string, number: number, reviewId: number): Promise<Review>;
  requestReview(as: string | Actor, repository: string, number: number, logins: readonly string[]): Promise<void>;
  openIssue(as: string | Actor, repository: string, title: string, body?: string): Issue;
  comment(as: string | Actor, repository: string, number: number, body: string): IssueComment;
  editComment(as: string | Actor, repository: string, id: number, body: string): IssueComment;
  deleteComment(as: string | Actor, repository: string, id: number): void;
  comments(repository: string, number: number): readonly IssueComment[];

  setStatus(as: string | Actor, repository: string, input: StatusInput): Promise<CommitStatus>;
  setCheckRun(as: string | Actor, repository: string, input: CheckRunInput): Promise<CheckRun>;
  /** Replaces all runs of the repository (or adds to them with `addRuns`); no events are sent. */
  setRuns(repository: string, runs: readonly RunInput[]): readonly WorkflowRun[];
  addRuns(repository: string, runs: readonly RunInput[]): readonly WorkflowRun[];
}

export interface SandboxGitHub extends SandboxVerbs {
  /** `http://127.0.0.1:PORT`, what `GITHUB_SERVER_URL` is on a runner. */
  readonly url: string;
  /** `…/api/v3`, what `GITHUB_API_URL` is. */
  readonly apiUrl: string;
  readonly state: SandboxState;
  readonly faults: Faults;
  readonly requests: readonly RequestRecord[];
  readonly gitRequests: readonly GitRequestRecord[];
  readonly events: readonly SandboxEvent[];
  /** `…/owner/name.git`. */
  gitUrl(fullName: string): string;
  now(): number;
  /** Called in order, synchronously, for each event. A promise it returns is waited for by `settle()` only. Answers the way to stop. */
  onEvent(listener: (event: SandboxEvent) => void | Promise<void>): () => void;
  /** Called (and awaited) before a request is acted upon; outside every lock, so it may use the verbs. */
  beforeRequest(hook: RequestHook): () => void;
  /** Gives a repository workflows that run; see ci.ts. */
  startCi(repository: string, workflows: readonly WorkflowScript[]): ContinuousIntegration;
  /** Sends an event nobody caused, e.g. `merge_group`. */
  sendEvent(as: string | Actor, repository: string, name: string, action: string | null, payload?: Readonly<Record<string, unknown>>): void;
  /** Waits until the promises of event listeners are done; throws what the first of them threw. */
  settle(): Promise<void>;
  forgetRequests(): void;
  close(): Promise<void>;
}
