import type { GitHubPort } from '../ports/github.js';
import type { GitPort } from '../ports/git.js';
import type { IssueTrackerPort } from '../ports/issue-tracker.js';

/** The two ways to the outside (spec, style: two interfaces at the edges, and nothing else touches the outside). */
export interface Ports {
  readonly git: GitPort;
  readonly github: GitHubPort;
  /** Opened when first asked; most runs do not. */
  readonly issueTracker: () => Promise<IssueTrackerPort>;
  /** Waits that many milliseconds, before something is looked at again. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/**
 * What was read contradicts itself, because the world moved while it was read or one part of GitHub lags behind another:
 * nothing can be decided on it. Look at everything again.
 */
export class LookAgain extends Error {
  override readonly name = 'LookAgain';
  constructor(readonly detail: string) {
    super(`The world moved while it was looked at: ${detail}`);
  }
}
