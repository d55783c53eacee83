import type { RefUpdate } from '../ports/git.js';

/** What a command about a version branch comes to (spec 4, "Administration"). Details are plain text with names in it. */
export type BranchDecision =
  /** One atomic push. `done` says what was pushed, for a person. */
  | { readonly kind: 'push'; readonly push: readonly RefUpdate[]; readonly done: string }
  /** Outcome 308: what, why, and what to do instead. */
  | { readonly kind: 'refused'; readonly detail: string }
  /** Outcome 302. */
  | { readonly kind: 'nothing'; readonly detail: string };

export function refuse(detail: string): BranchDecision {
  return { kind: 'refused', detail };
}

/** `#1, #2`. */
export function numberList(numbers: readonly number[]): string {
  return [...new Set(numbers)].map((number) => `#${number}`).join(', ');
}
