import type { Finding } from '../doctor/finding.js';
import type { Outcome } from '../outcomes/outcome.js';
import type { Plan } from '../plan/plan.js';
import type { RefUpdate } from '../ports/git.js';
import type { QueueMatrix } from '../queue/matrix.js';
import type { Handled } from './handle.js';

/** What a run found and did, before it is described. */
export interface Findings {
  /** The outcome of the event's own subject, or the worst of a sweep. */
  readonly outcome: Outcome;
  /** The pull request the event was about, if it was about one. */
  readonly subject: number | null;
  readonly handled: readonly Handled[];
  /** Null: the queue was not looked at. */
  readonly queue: { readonly outcome: Outcome; readonly matrix: QueueMatrix | null; readonly plan: Plan } | null;
  /** A sweep has not looked at everything. */
  readonly incomplete?: boolean;
  /** Things to know that stop nothing. */
  readonly notes: readonly string[];
  /** What an administrative command has to say beyond its outcome. */
  readonly command?: CommandAccount;
}

export type CommandAccount =
  /** The worst first. */
  | { readonly kind: 'doctor'; readonly findings: readonly Finding[] }
  | { readonly kind: 'version-branch'; readonly name: 'create-branch' | 'delete-branch'; readonly pushes: AtomicPushes };

/** What was pushed, or in a dry run would be, in this order; each is all or nothing. */
export type AtomicPushes = ReadonlyArray<readonly RefUpdate[]>;

export function onlyOutcome(outcome: Outcome): Findings {
  return { outcome, subject: null, handled: [], queue: null, notes: [] };
}
