import type { Subject } from '../trigger/resolve-branches.js';

/** Requests that even an unchanged pull request takes: its comments and its reviews. */
const leastRequests = 2;

/** Sweeps usually come every quarter of an hour. */
const interval = 15 * 60_000;

/**
 * The pull requests of a sweep in the order in which it looks at them: by number, unless there are more than its budget
 * is enough for. Then each sweep starts a little further than the one before, so that all get their turn.
 *
 * @param budget requests that the sweep may make; 0: as many as it takes
 * @param now epoch milliseconds
 */
export function sweepOrder(pullRequests: readonly Subject[], budget: number, now: number): readonly Subject[] {
  if (!exceedsBudget(pullRequests, budget)) {
    return pullRequests;
  }
  const share = Math.max(1, Math.floor(budget / leastRequests / 2));
  const start = (Math.floor(now / interval) * share) % pullRequests.length;
  return [...pullRequests.slice(start), ...pullRequests.slice(0, start)];
}

/** Whether the budget may end a sweep before it has looked at all of them. */
export function exceedsBudget(pullRequests: readonly Subject[], budget: number): boolean {
  return budget > 0 && pullRequests.length * leastRequests > budget;
}

/** What a sweep says that ended before it had looked at everything; null: it did not. */
export function sweepNote(left: readonly Subject[], budget: number): string | null {
  const numbers = left.flatMap((subject) => (subject.kind === 'pull-request' ? [`#${subject.number}`] : []));
  const shown = numbers.slice(0, 10).join(', ');
  const more = numbers.length > 10 ? ` and ${numbers.length - 10} more` : '';
  return numbers.length === 0 ? null : `The sweep has made the ${budget} requests that sweep_budget allows; it did not look at ${shown}${more}. The next ones will.`;
}
