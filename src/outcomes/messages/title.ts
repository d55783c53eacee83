import { describeCode } from '../codes.js';
import type { Outcome } from '../outcome.js';

/** Heading of the message: that of the code, except where it would say what did not happen. */
export function titleOf(outcome: Outcome): string {
  switch (outcome.code) {
    case 128:
      return outcome.gateOnly === true ? 'Nothing was reset' : describeCode(128).title;
    case 131:
      return outcome.refusal.kind === 'too-many-pull-requests' ? 'Too many pull requests to wait for' : describeCode(131).title;
    case 137:
      return outcome.restarted.length === 0 ? 'Nothing to restart' : describeCode(137).title;
    case 302:
      return outcome.reason.kind === 'gate-only' ? 'Every check holds' : describeCode(302).title;
    case 307:
      return outcome.command === 'doctor' ? 'The installation is in order' : describeCode(307).title;
    case 308:
      return outcome.command === 'doctor' ? 'The installation needs work' : describeCode(308).title;
    default:
      return describeCode(outcome.code).title;
  }
}
