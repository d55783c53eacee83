import type { Subject } from '../trigger/resolve-branches.js';

/** Far more requests than a pull request takes, unless it has thousands of comments or runs. */
const mostRequests = 50;

/** Whether a sweep may end before it has looked at all of them. So few that the budget is enough for sure are looked at, whatever it takes. */
export function mayEnd(pullRequests: readonly Subject[], budget: number): boolean {
  return budget > 0 && pullRequests.length * mostRequests > budget;
}

/**
 * The pull requests of a sweep in the order in which it looks at them: by number, but where a budget may end it, another
 * one begins each time. What a pull request costs is not known before it was looked at.
 *
 * Nothing is remembered from one sweep to the next: the number of the run says where to begin. A whole step of so many
 * pull requests, whatever the number, comes back to the same few starts when it and the count of pull requests, or of the
 * runs in between, have a common divisor. A step of the golden section of the circle never does: among any 2 × n runs with
 * consecutive numbers each of n pull requests is the first of one, and so is looked at whatever it and the others cost;
 * where g of them get their turn each time, 2 × n / g + 1 runs are enough. Runs in between (those of events count too)
 * spread the starts in another way, and no fixed number of them leads into a circle.
 *
 * @param budget requests that the sweep may make; 0: as many as it takes
 * @param run number of the run, a whole number that grows
 */
export function sweepOrder(pullRequests: readonly Subject[], budget: number, run: number): readonly Subject[] {
  return mayEnd(pullRequests, budget) ? turned(pullRequests, run) : pullRequests;
}

/** The list from another place on for each run, the beginning at the end. */
export function turned<Item>(items: readonly Item[], run: number): readonly Item[] {
  const start = Math.floor((golden(run) * items.length) / wholeTurn);
  return [...items.slice(start), ...items.slice(0, start)];
}

const wholeTurn = 2 ** 32;

/** The fraction of run × (√5 − 1) / 2 in units of 2⁻³², exact for any run. */
function golden(run: number): number {
  return Math.imul(run, 0x9e3779b9) >>> 0;
}

/** What a sweep says that ended before it had looked at everything; null: it did not. */
export function sweepNote(left: readonly Subject[], budget: number): string | null {
  const numbers = left.flatMap((subject) => (subject.kind === 'pull-request' ? [`#${subject.number}`] : []));
  const shown = numbers.slice(0, 10).join(', ');
  const more = numbers.length > 10 ? ` and ${numbers.length - 10} more` : '';
  return numbers.length === 0 ? null : `The sweep has made the ${budget} requests that sweep_budget allows; it did not look at ${shown}${more}. The next ones will.`;
}
