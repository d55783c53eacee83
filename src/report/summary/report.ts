import type { BranchEvidence } from '../../builds/verdict.js';
import type { BuildState } from '../../builds/build-state.js';
import type { State } from '../../outcomes/codes.js';
import type { CascadePicture } from '../../outcomes/messages/cascade-picture.js';
import type { CheckRecord, Outcome } from '../../outcomes/outcome.js';
import type { CommandAccount } from '../../edge/findings.js';
import type { Plan } from '../../plan/plan.js';

/** One run of the action as plain data: all that the job summary shows (spec 5, "Job summary"). */
export interface SummaryReport {
  /** `https://github.com/org/repo`. */
  readonly repositoryUrl: string;
  /** The first is the event's own subject; a sweep has many. Never empty: a run that did nothing says so. */
  readonly subjects: readonly [SubjectReport, ...SubjectReport[]];
  /** The queue as it stands after the run; null if it was not looked at. */
  readonly queue: QueueMatrix | null;
  readonly figures: Figures;
  /** Things to tell that stop nothing. Plain text, not escaped for Markdown. */
  readonly notes: readonly string[];
}

/** What the run came to for one pull request, the queue, or a command. */
export interface SubjectReport {
  readonly subject: Subject;
  readonly outcome: Outcome;
  readonly state: State;
  /** The text for people (`renderMessage`): Markdown made by us. */
  readonly message: string;
  /** In the order in which they were examined; empty if nothing was. */
  readonly checks: readonly CheckRecord[];
  /** As far as they were looked at. */
  readonly builds: readonly BranchEvidence[];
  readonly cascade: CascadePicture | null;
  readonly plan: Plan;
  readonly execution: Execution;
  /** What an administrative command has to say. */
  readonly account?: CommandAccount;
}

export type Subject =
  | { readonly kind: 'pull-request'; readonly number: number; readonly title: string }
  | { readonly kind: 'queue' }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'event'; readonly name: string };

/** What became of the plan. */
export type Execution =
  | { readonly kind: 'done' }
  | { readonly kind: 'dry-run' }
  /** Nothing of it was done. Plain text. */
  | { readonly kind: 'not-done'; readonly reason: string };

/** Pull requests in the order of queueing, versions in the order of the cascade. */
export interface QueueMatrix {
  readonly versions: readonly string[];
  readonly entries: readonly QueueRow[];
}

export interface QueueRow {
  readonly pullRequest: number;
  readonly title?: string;
  /** From 1, on its path; or what became of it in this run. */
  readonly position: number | 'merged' | 'taken out';
  /** One for each version; null where the pull request does not land. `not-read`: nothing depended on it. */
  readonly cells: ReadonlyArray<BuildState | 'not-read' | 'not-asked' | null>;
}

export interface Figures {
  readonly apiRequests: number;
  readonly gitProcesses: number;
  readonly milliseconds: number;
}
