import type { Outcome } from '../outcomes/outcome.js';
import { GitHubOutage, GitHubRefusal } from '../ports/github.js';
import { GitOutage } from '../ports/git.js';
import { IssueTrackerOutage } from '../ports/issue-tracker.js';

/**
 * Failures of the world that are outcomes; null for mistakes of the program. An outage is no verdict: nothing more is
 * done, and the status is left as it is (spec 6, rule 8).
 */
export function expectedFailure(error: unknown): Extract<Outcome, { readonly code: 133 | 221 }> | null {
  if (error instanceof GitHubRefusal) {
    return { code: 221, operation: error.operation, cause: 'not-permitted', detail: error.detail, branches: [] };
  }
  if (error instanceof GitOutage) {
    return { code: 133, service: 'git', detail: `${error.operation}: ${error.detail}` };
  }
  if (error instanceof GitHubOutage) {
    return { code: 133, service: 'GitHub', detail: `${error.operation}: ${error.detail}` };
  }
  if (error instanceof IssueTrackerOutage) {
    return { code: 133, service: 'Jira', detail: error.detail };
  }
  return null;
}

/** The outcome that a failure of the world comes to. @throws the error itself, if it is a mistake of the program */
export function outcomeOfFailure(error: unknown): Extract<Outcome, { readonly code: 133 | 221 }> {
  const outcome = expectedFailure(error);
  if (outcome === null) {
    throw error;
  }
  return outcome;
}
