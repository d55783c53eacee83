import type { CheckRecord, Outcome } from '../outcomes/outcome.js';
import { reasonOf } from '../outcomes/reason.js';
import { joinPlans } from '../plan/plan.js';
import type { Plan } from '../plan/plan.js';

/** One check of an evaluation: facts in, finding out. No I/O, no clock. */
export interface Check<Facts> {
  /** What is checked, in words: "approvals". */
  readonly name: string;
  readonly examine: (facts: Facts) => Finding;
}

/** What a check found. Notices and plan hold whatever the outcome, as long as the evaluation got that far. */
export type Finding =
  | { readonly kind: 'holds' | 'skipped'; readonly detail: string; readonly notices?: readonly Outcome[]; readonly plan?: Partial<Plan> }
  | {
      readonly kind: 'stops';
      readonly outcome: Outcome;
      /** Nothing can be checked after this, not even for a report: the facts of later checks do not exist. */
      readonly final?: boolean;
      readonly notices?: readonly Outcome[];
      readonly plan?: Partial<Plan>;
    };

/** How far an evaluation has come. */
export interface Progress {
  readonly records: readonly CheckRecord[];
  /** The first check that did not hold. */
  readonly outcome: Outcome | null;
  /** Nothing further can be examined. */
  readonly over: boolean;
  /** Messages to post besides the outcome's, in order. */
  readonly notices: readonly Outcome[];
  readonly plan: Plan;
}

/** `report`: a report for humans goes on after a check that stops, to show the state of every check. */
export type Mode = 'act' | 'report';

export function holds(detail: string, also: { readonly notices?: readonly Outcome[]; readonly plan?: Partial<Plan> } = {}): Finding {
  return { kind: 'holds', detail, ...also };
}

export function skipped(detail: string): Finding {
  return { kind: 'skipped', detail };
}

export function stops(outcome: Outcome, also: { readonly final?: boolean; readonly notices?: readonly Outcome[]; readonly plan?: Partial<Plan> } = {}): Finding {
  return { kind: 'stops', outcome, ...also };
}

/** Examines checks in order; the first that does not hold is the outcome (spec 3: order is policy). */
export function runChecks<Facts>(progress: Progress, checks: ReadonlyArray<Check<Facts>>, facts: Facts, mode: Mode): Progress {
  return checks.reduce((soFar, check) => (soFar.over ? notReached(soFar, check.name) : record(soFar, check, facts, mode)), progress);
}

function record<Facts>(progress: Progress, check: Check<Facts>, facts: Facts, mode: Mode): Progress {
  const finding = check.examine(facts);
  const stopped = progress.outcome !== null;
  const entry: CheckRecord =
    finding.kind === 'stops'
      ? { name: check.name, state: isGoal(finding.outcome) ? 'holds' : 'stops', detail: reasonOf(finding.outcome) }
      : { name: check.name, state: finding.kind, detail: finding.detail };
  return {
    records: [...progress.records, entry],
    outcome: progress.outcome ?? (finding.kind === 'stops' ? finding.outcome : null),
    over: finding.kind === 'stops' && (mode === 'act' || finding.final === true),
    // What stands behind the first stop is shown in a report, and never done.
    notices: stopped ? progress.notices : [...progress.notices, ...(finding.notices ?? [])],
    plan: stopped ? progress.plan : joinPlans(progress.plan, finding.plan ?? {}),
  };
}

/** The evaluation ends there because it got where it wanted to, not because something is missing. */
function isGoal(outcome: Outcome): boolean {
  return outcome.code === 102 || outcome.code === 125 || (outcome.code === 302 && outcome.reason.kind === 'gate-only');
}

function notReached(progress: Progress, name: string): Progress {
  return { ...progress, records: [...progress.records, { name, state: 'not-reached', detail: '' }] };
}
