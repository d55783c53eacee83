import type { State } from '../outcomes/codes.js';
import type { Outcome } from '../outcomes/outcome.js';
import { outcomeState } from '../pull-request/telling.js';
import type { FailOn } from '../settings/inputs.js';

/** What happened says more than what did not. */
const worstFirst: readonly State[] = ['failure', 'pending', 'success', 'neutral'];

/** Of several outcomes the one the run reports: the first of those in the worst state. */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome | null {
  for (const state of worstFirst) {
    const found = outcomes.find((outcome) => outcomeState(outcome) === state);
    if (found !== undefined) {
      return found;
    }
  }
  return null;
}

/** Whether the job fails (input `fail-on`). */
export function failsJob(outcome: Outcome, failOn: FailOn): boolean {
  const state = outcomeState(outcome);
  switch (failOn) {
    case 'never':
      return false;
    case 'blocked':
      return state === 'failure';
    case 'pending':
      return state === 'failure' || state === 'pending' || isUnfinished(outcome);
  }
}

/** Nothing was left to do for this run, but the pull request is not done: a job that is a required check must not be green. */
function isUnfinished(outcome: Outcome): boolean {
  const unfinished: readonly string[] = ['wait', 'already-contained', 'changed-meanwhile', 'queue-waits', 'queued', 'ejected'];
  return outcome.code === 302 && unfinished.includes(outcome.reason.kind);
}
