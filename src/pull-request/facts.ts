import type { BranchFacts } from '../builds/verdict.js';
import type { Conversation } from '../conversation/read.js';
import type { Cascade, CascadeResult } from '../gitwaterflow/cascade.js';
import type { PullRequestDestination, PullRequestSource } from '../gitwaterflow/branch-name.js';
import type { CommitGraph } from '../history/commit-graph.js';
import type { LandingTrial } from '../integration/landing.js';
import type { Admission } from '../outcomes/admission.js';
import type { QueueProblem, RebuiltQueue } from '../outcomes/outcome.js';
import type { QueueingTrial } from '../queue/entering.js';
import type { QueueModel } from '../queue/model.js';
import type { IntegrationTrial } from '../integration/trial.js';
import type { Comment, PullRequest, Review } from '../ports/github.js';
import type { RemoteRefs, Sha } from '../ports/git.js';
import type { Settings } from '../settings/schema.js';

/**
 * The facts of one evaluation, read in stages: each stage adds what its checks look at, so that an evaluation which
 * stops early reads no more than it needs. Every stage is a snapshot of what is true now, never of what an event said.
 */

/** What does not depend on the pull request. */
export interface Surroundings {
  readonly settings: Settings;
  readonly settingsHash: string;
  /** `settings.projectLeaders` and `settings.admins` with teams resolved to logins. */
  readonly projectLeaders: readonly string[];
  readonly admins: readonly string[];
  readonly repository: { readonly owner: string; readonly name: string; readonly webUrl: string };
  readonly ownWorkflow: { readonly path: string; readonly id?: number };
  /** Where this run can be looked at; null outside of a workflow run. */
  readonly runUrl: string | null;
}

/** Stage 1: the pull request and the branches. */
export interface EntryFacts extends Surroundings {
  readonly pullRequest: PullRequest;
  readonly refs: RemoteRefs;
  /** An open pull request from a branch of the same name elsewhere, which goes first; null: there is none. */
  readonly namesake: number | null;
  /** What a closed pull request may leave to do; null while it is open. */
  readonly leftovers: Leftovers | null;
}

/** What is left of a closed pull request. */
export interface Leftovers {
  /** Its integration branches, unless another open pull request of the same source needs them. */
  readonly integrationBranches: ReadonlyArray<{ readonly branch: string; readonly tip: Sha }>;
  readonly integrationPullRequests: readonly number[];
  /** It was merged by the robot, or closed while it was queued and has landed, and the robot has not said so. */
  readonly untoldMerge: UntoldMerge | null;
}

/** A merge whose run ended before it could be told. */
export interface UntoldMerge {
  /** False: the run that merged was the first to look at it, and its greeting was not posted either. */
  readonly greeted: boolean;
  /** Why its head was queued; null if it was not, or nobody said so. */
  readonly admission: Admission | null;
  readonly destinations: ReadonlyArray<{ readonly branch: string; readonly tip: Sha }>;
}

/** Stage 2: what people said, and their reviews. */
export interface ConversationFacts extends EntryFacts {
  readonly source: PullRequestSource;
  readonly destination: PullRequestDestination;
  readonly comments: readonly Comment[];
  readonly conversation: Conversation;
  readonly reviews: readonly Review[];
  /** Why the queue was rebuilt, if that is why this pull request is looked at. */
  readonly rebuilt: RebuiltQueue | null;
  /** The pull requests named by `after_pull_request`; null: no such pull request. */
  readonly dependencies: ReadonlyMap<number, PullRequest | null>;
}

/** Stage 3: where the branches stand to each other. */
export interface HistoryFacts extends ConversationFacts {
  /** The history of the source and of every version branch. */
  readonly graph: CommitGraph;
  /** The tip of the source branch; null: it is gone. */
  readonly sourceTip: Sha | null;
  readonly destinationTip: Sha;
  readonly cascade: CascadeResult;
  /** Where it stands in the queue; null: it is not queued. */
  readonly queuePlace: { readonly position: number; readonly length: number } | null;
}

/** Stage 4: the trial merges. */
export interface IntegrationFacts extends HistoryFacts {
  readonly sourceTip: Sha;
  readonly cascade: Cascade;
  readonly trial: IntegrationTrial;
  /** Open pull requests of the integration branches; empty unless they are asked for. */
  readonly integrationPullRequests: readonly PullRequest[];
}

/** Stage 5: the builds of everything about to land. Read once for the check, and live again for the revalidation. */
export interface BuildsFacts extends IntegrationFacts {
  readonly builds: readonly BranchFacts[];
}

/** Stage 6: read again, past every cache, right before landing. */
export interface LiveFacts extends BuildsFacts {
  readonly livePullRequest: PullRequest | null;
  readonly liveReviews: readonly Review[];
  readonly liveBuilds: readonly BranchFacts[];
  /** Where the status is a gate: another open pull request with this very head; null: there is none. */
  readonly sameHead: number | null;
  readonly landing: LandingFacts;
}

/** The way on which the pull request would land now. */
export type LandingFacts =
  | { readonly kind: 'direct'; readonly trial: LandingTrial; readonly queue: QueueModel }
  | { readonly kind: 'queue'; readonly queue: QueueModel; readonly problems: readonly QueueProblem[]; readonly trial: QueueingTrial | null };
