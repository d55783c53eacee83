import type { Review } from '../../src/ports/github.js';

/** The head of a pull request whose test says nothing about it. */
export const someHead = 'beef000000000000000000000000000000000000';

/** An approval of the head commit by `reviewer-1`. */
export function review(overrides: Partial<Review> = {}): Review {
  return {
    id: 1,
    author: 'reviewer-1',
    state: 'APPROVED',
    commitId: someHead,
    submittedAt: '2026-05-20T10:00:00Z',
    ...overrides,
  };
}
