import { describeCode } from '../codes.js';
import type { Outcome } from '../outcome.js';

/** Heading of the message: that of the code, except where it would say what did not happen. */
export function titleOf(outcome: Outcome): string {
  switch (outcome.code) {
    case 137:
      return outcome.restarted.length === 0 ? 'Nothing to restart' : describeCode(137).title;
    case 302:
      return outcome.reason.kind === 'gate-only' ? 'Every check holds' : describeCode(302).title;
    default:
      return describeCode(outcome.code).title;
  }
}
