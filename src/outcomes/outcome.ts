import type { MissingApprovals } from '../approvals/approvals.js';
import type { BranchEvidence, BuildVerdict } from '../builds/verdict.js';
import type { SetBy } from '../conversation/options.js';
import type { Refusal } from '../conversation/read.js';
import type { IntegrationConflict } from '../integration/trial.js';
import type { RefusalCause, Sha } from '../ports/git.js';
import type { Admission } from './admission.js';
import type { LandingRecord } from './landing-record.js';
import type { CascadePicture } from './messages/cascade-picture.js';
import type { Code } from './codes.js';

/**
 * What an evaluation comes to, one member per code with the facts its message needs (spec 5, "Codes"). Names, titles
 * and comments in here come from outside: the texts quote them. `head` of 125 and 139 is the commit of the source branch
 * that was queued; null or absent where that is not known, as is the admission of a queueing that is told later. `rebuild` of 139 is the
 * record of the rebuild by which it was taken out. `gateOnly` of 128: nothing was deleted, because the robot is a gate only.
 */
export type Outcome =
  | { readonly code: 100; readonly author: string | null }
  | { readonly code: 101 }
  | { readonly code: 102; readonly landing: LandingRecord; readonly ignored: readonly string[] }
  | { readonly code: 104; readonly report: StatusReport }
  | { readonly code: 106; readonly source: string; readonly prefix: string; readonly refusedBy: ReadonlyArray<{ readonly branch: string; readonly accepted: readonly string[] }> }
  | { readonly code: 107; readonly source: string; readonly projects: readonly string[] }
  | { readonly code: 108; readonly issue: string }
  | { readonly code: 109; readonly issue: string; readonly type: string; readonly supported: readonly string[]; readonly parentOfSubTask: string | null; readonly subTask: boolean }
  | { readonly code: 110; readonly issue: string; readonly project: string; readonly accepted: readonly string[] }
  | { readonly code: 111; readonly issue: string; readonly type: string; readonly prefix: string; readonly expectedPrefix: string }
  | { readonly code: 112; readonly issue: string; readonly found: readonly string[]; readonly expected: readonly string[] }
  | { readonly code: 113; readonly integrationBranch: string; readonly commit: Sha; readonly source: string; readonly destination: string }
  | { readonly code: 114; readonly conflict: IntegrationConflict }
  | { readonly code: 115; readonly missing: MissingApprovals }
  | { readonly code: 118; readonly build: Extract<BuildVerdict, { readonly kind: 'failed' }> }
  | { readonly code: 120; readonly open: readonly number[]; readonly closed: readonly number[] }
  | { readonly code: 121; readonly branches: readonly IntegrationBranchNotice[]; readonly ignored: readonly string[]; readonly pendingHotfixes: readonly string[] }
  | { readonly code: 122 | 123 | 130 | 131 | 134; readonly refusal: Refusal }
  | { readonly code: 124; readonly conflict: QueueConflict }
  | { readonly code: 125; readonly head?: Sha | null; readonly admission?: Admission; readonly rebuilt?: RebuiltQueue | null; readonly position: number; readonly targets: readonly string[]; readonly ignored: readonly string[]; readonly pendingHotfixes: readonly string[] }
  | { readonly code: 126; readonly landing: LandingRecord; readonly ignored: readonly string[]; readonly remaining: ReadonlyArray<{ readonly sha: Sha; readonly subject: string }> }
  | { readonly code: 127; readonly problems: readonly QueueProblem[] }
  | { readonly code: 128; readonly deleted: readonly string[]; readonly forced: boolean; readonly gateOnly?: true }
  | { readonly code: 129; readonly branches: ReadonlyArray<{ readonly branch: string; readonly commits: ReadonlyArray<{ readonly sha: Sha; readonly subject: string }> }> }
  | { readonly code: 132; readonly source: string; readonly destination: string; readonly behind: number; readonly limit: number }
  | { readonly code: 133; readonly service: 'GitHub' | 'git' | 'Jira'; readonly detail: string }
  | { readonly code: 135; readonly targets: readonly string[] }
  | { readonly code: 136; readonly branch: string; readonly build: Extract<BuildVerdict, { readonly kind: 'failed' }> }
  | { readonly code: 137; readonly restarted: ReadonlyArray<{ readonly name: string; readonly branch: string; readonly url: string }>; readonly left: number }
  | { readonly code: 138; readonly removed: number }
  | { readonly code: 139; readonly head?: Sha | null; readonly rebuild?: Sha | null; readonly branch: string; readonly build: Extract<BuildVerdict, { readonly kind: 'failed' }> }
  | { readonly code: 204; readonly branch: string; readonly version: string; readonly tag: string }
  | { readonly code: 207; readonly branch: string; readonly side: 'source' | 'destination' }
  | { readonly code: 210; readonly older: string; readonly newer: string }
  | { readonly code: 213; readonly branch: string; readonly expected: Sha | null; readonly found: Sha }
  | { readonly code: 214; readonly problems: readonly QueueProblem[] }
  | { readonly code: 219 | 220; readonly problems: readonly string[] }
  /** `operation` in words that follow *may not*. */
  | { readonly code: 221; readonly operation: string; readonly cause: RefusalCause; readonly detail: string; readonly branches: readonly string[] }
  | { readonly code: 222; readonly destination: string }
  | { readonly code: 223; readonly branches: ReadonlyArray<{ readonly branch: string; readonly version: string }> }
  | { readonly code: 301; readonly reason: NotHandledReason }
  | { readonly code: 302; readonly reason: NothingToDoReason }
  | { readonly code: 303; readonly build: Extract<BuildVerdict, { readonly kind: 'in-progress' }> | null }
  | { readonly code: 304; readonly build: Extract<BuildVerdict, { readonly kind: 'not-started' }> | null; readonly justPushed: readonly string[] }
  | { readonly code: 305; readonly deleted: readonly string[]; readonly closed: readonly number[] }
  | { readonly code: 306; readonly merged: readonly number[] }
  | { readonly code: 307 | 308; readonly command: string; readonly detail: string }
  | { readonly code: 309; readonly failed: ReadonlyArray<{ readonly pullRequest: number; readonly branch: string }> };

/** One queue branch that contradicts the rest, by the rule of spec 4 it breaks. */
export interface QueueProblem {
  readonly rule: 'Q001' | 'Q002' | 'Q003' | 'Q004' | 'Q005' | 'Q006' | 'Q007' | 'Q008';
  readonly branch: string;
  readonly detail: string;
}

/** Why a pull request is queued again. */
export interface RebuiltQueue {
  /** Words that follow *as*. */
  readonly reason: string;
  /** The commit that records the rebuild (`q/rebuild`); null: it has none. */
  readonly record: Sha | null;
}

export interface QueueConflict {
  readonly branch: string;
  readonly files: readonly string[];
}

export interface IntegrationBranchNotice {
  readonly branch: string;
  readonly destination: string;
}

export type NotHandledReason =
  | { readonly kind: 'source-kind'; readonly branch: string }
  | { readonly kind: 'destination-kind'; readonly branch: string }
  | { readonly kind: 'fork'; readonly repository: string | null }
  | { readonly kind: 'queues-off' };

export type NothingToDoReason =
  | { readonly kind: 'merged' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'no-such-pull-request'; readonly number: number }
  | { readonly kind: 'event'; readonly detail: string }
  /** `queued`: what is queued lands all the same. */
  | { readonly kind: 'wait'; readonly setBy: SetBy; readonly queued?: true }
  /** Both would have the same integration branches: the other one goes first. */
  | { readonly kind: 'namesake'; readonly branch: string; readonly pullRequest: number }
  | { readonly kind: 'already-contained'; readonly source: string; readonly destination: string }
  | { readonly kind: 'source-gone'; readonly source: string }
  | { readonly kind: 'changed-meanwhile'; readonly detail: string }
  | { readonly kind: 'busy'; readonly attempts: number }
  | { readonly kind: 'gate-only' }
  /** A gate, and a status would open the other pull request as well, whose approvals and builds are others. */
  | { readonly kind: 'same-head'; readonly pullRequest: number }
  | { readonly kind: 'queue-waits' }
  /** A run that rebuilds the queue has not come to its end. */
  | { readonly kind: 'queue-rebuild' }
  /** It is in the queue: the outcome of the queue takes the place of this one (spec 3, step 14). */
  | { readonly kind: 'queued' }
  /** Taken out of the queue at this very head; it is queued again once there is something new. */
  | { readonly kind: 'ejected' }
  | { readonly kind: 'integration-pull-request-without-parent' };

/** What `status` answers: every check of spec 3 with its state. */
export interface StatusReport {
  readonly checks: readonly CheckRecord[];
  /** The builds of every branch about to land. Absent, like what follows: the evaluation did not get that far. */
  readonly builds?: readonly BranchEvidence[];
  readonly cascade?: CascadePicture;
  readonly queue?: { readonly position: number; readonly length: number };
}

/** One check of an evaluation and what it found; also the body of the job summary. */
export interface CheckRecord {
  /** What is checked, in words: "approvals". */
  readonly name: string;
  readonly state: 'holds' | 'stops' | 'skipped' | 'not-reached';
  /** One line; Markdown made by us, with names quoted. */
  readonly detail: string;
}

/** Each code has exactly the outcome of its number. */
export type OutcomeOf<Wanted extends Code> = Extract<Outcome, { readonly code: Wanted }>;
