import type { FailureKind } from './failure.js';

export interface Clock {
  wait(milliseconds: number): Promise<void>;
  /** Epoch milliseconds. */
  now(): number;
}

export interface Patience {
  /**
   * Waits before a failed request is sent again; false, at once, if it must not be: repeating is no use or not
   * harmless, it was tried often enough, or the wait would go beyond what a run may wait in all.
   */
  beforeRepeat(failure: FailureKind, request: FailedRequest): Promise<boolean>;
  /** Milliseconds until GitHub wants to hear of this run again; 0: it may ask. */
  restLeft(): number;
  /** Waits on other grounds, out of the same budget. False, at once, if nothing is left of it. */
  pause(milliseconds: number): Promise<boolean>;
}

export interface FailedRequest {
  /** How often it was repeated already. */
  readonly repeats: number;
  /** Sending it twice has the effect of sending it once. */
  readonly repeatable: boolean;
}

/** A request is sent at most four times. */
export const repeatLimit = 3;

/** What one run may spend on waiting; beyond it the next run does better (spec 6, "Limits of the service"). */
const waitingBudget = 60_000;

const firstBackoff = 1000;

export function createPatience(clock: Clock): Patience {
  let spent = 0;
  let waitingUntil = Number.NEGATIVE_INFINITY;
  let restingUntil = Number.NEGATIVE_INFINITY;

  /** Requests that wait side by side cost the run their common time only once. */
  async function pause(milliseconds: number): Promise<boolean> {
    const start = clock.now();
    const end = start + milliseconds;
    const cost = Math.max(0, end - Math.max(start, waitingUntil));
    if (spent + cost > waitingBudget) {
      return false;
    }
    spent += cost;
    waitingUntil = Math.max(waitingUntil, end);
    await clock.wait(milliseconds);
    return true;
  }

  return {
    pause,
    beforeRepeat: async (failure, { repeats, repeatable }) => {
      const milliseconds = repeats < repeatLimit ? waitBefore(failure, repeats, repeatable) : null;
      const waited = milliseconds !== null && (await pause(milliseconds));
      if (!waited && failure.kind === 'limit') {
        // What is asked all the same is refused, and makes GitHub's patience with the robot shorter.
        restingUntil = Math.max(restingUntil, clock.now() + failure.waitMilliseconds);
      }
      return waited;
    },
    restLeft: () => Math.max(0, restingUntil - clock.now()),
  };
}

function waitBefore(failure: FailureKind, repeats: number, repeatable: boolean): number | null {
  const backoff = firstBackoff * 2 ** repeats;
  switch (failure.kind) {
    case 'limit':
      return Math.max(failure.waitMilliseconds, backoff);
    case 'unsent':
      return backoff;
    case 'unclear':
      return repeatable ? Math.max(failure.waitMilliseconds ?? 0, backoff) : null;
    case 'refused':
    case 'final':
      return null;
  }
}
