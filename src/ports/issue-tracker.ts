/**
 * What the action asks of the issue tracker (Jira). Rejects with `IssueTrackerOutage` when there is no usable answer:
 * that is never a verdict (spec 3, "Issue tracker").
 */
export interface IssueTrackerPort {
  /** Null: the tracker answered that there is no such issue, or that the account may not see it. */
  issue(key: string): Promise<Issue | null>;
}

/** The facts of an issue that the checks look at. All text is untrusted. */
export interface Issue {
  /** As the tracker writes it; an issue that was moved answers under its new key. */
  readonly key: string;
  readonly project: string;
  /** Name of its type: `Bug`, `Story`. */
  readonly type: string;
  readonly subTask: boolean;
  /** Key of the parent of a sub-task. */
  readonly parent: string | null;
  /** Names of its fix versions, in the order of the tracker. */
  readonly fixVersions: readonly string[];
}

/** The tracker, or the way to it, failed or answered nonsense (outcome 133). */
export class IssueTrackerOutage extends Error {
  override readonly name = 'IssueTrackerOutage';
  constructor(
    /** HTTP status, or null when there was no answer. */
    readonly status: number | null,
    /** Cleaned of credentials and control characters. */
    readonly detail: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`The issue tracker did not answer usefully: ${detail}`, options);
  }
}
