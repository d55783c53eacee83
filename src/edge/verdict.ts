import type { State } from '../outcomes/codes.js';
import type { Outcome } from '../outcomes/outcome.js';
import { outcomeState } from '../pull-request/telling.js';
import type { FailOn } from '../settings/inputs.js';

const worstFirst: readonly State[] = ['failure', 'pending', 'neutral', 'success'];

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
export function failsJob(state: State, failOn: FailOn): boolean {
  switch (failOn) {
    case 'never':
      return false;
    case 'blocked':
      return state === 'failure';
    case 'pending':
      return state === 'failure' || state === 'pending';
  }
}
