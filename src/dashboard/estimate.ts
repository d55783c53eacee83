import { pathsOf } from './queue.js';
import type { QueuedPullRequest } from './state.js';

/** Of fewer merges than these nothing can be said. */
const leastWaits = 3;

/** Median of the recent times from queued to merged, in minutes; null: too few to tell. */
export function usualWait(waits: readonly number[]): number | null {
  if (waits.length < leastWaits) {
    return null;
  }
  const sorted = [...waits].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  return Math.round(((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2);
}

/** When a queued pull request is likely to merge. */
export type Expectation =
  /** Epoch minutes: a time and not a span, so that it does not change while nothing happens. */
  | { readonly kind: 'about'; readonly at: number }
  /** A build failed, its own or of one before it: it waits for a person. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'not-known' };

/**
 * For each row of the queue. What a pull request waits, recent ones have waited from the same kind of place in the queue, so
 * its position needs no term of its own; but nobody merges before those queued earlier on the same path.
 */
export function expectations(queue: readonly QueuedPullRequest[], waits: readonly number[]): ReadonlyMap<QueuedPullRequest, Expectation> {
  const usual = usualWait(waits);
  const expected = new Map<QueuedPullRequest, Expectation>();
  for (const { rows } of pathsOf(queue)) {
    let blocked = false;
    let earliest = 0;
    for (const row of rows) {
      blocked ||= Object.values(row.cells).includes('failed');
      if (blocked) {
        expected.set(row, { kind: 'blocked' });
      } else if (usual === null || row.since === null) {
        expected.set(row, { kind: 'not-known' });
      } else {
        earliest = Math.max(earliest, row.since + usual);
        expected.set(row, { kind: 'about', at: earliest });
      }
    }
  }
  return expected;
}
