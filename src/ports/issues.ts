/** What the action asks of GitHub's plain issues, for the dashboard only. Nothing of it is remembered: reads are live. */
export interface IssuesPort {
  /** Null if there is no such issue. GitHub counts pull requests as issues: see `isPullRequest`. */
  issue(number: number): Promise<Issue | null>;
  /** Open issues, without pull requests, oldest first. `creator`: the login of who opened them; null is everybody. */
  openIssues(creator: string | null): Promise<readonly Issue[]>;
  /** After `GitHubOutage` the issue may be there or not. */
  createIssue(issue: NewIssue): Promise<Issue>;
  updateIssue(number: number, change: IssueChange): Promise<void>;
}

export interface Issue {
  readonly number: number;
  readonly body: string;
  /** Login; null when the account was deleted. */
  readonly author: string | null;
  readonly isPullRequest: boolean;
}

export interface NewIssue {
  readonly title: string;
  readonly body: string;
}

export type IssueChange = { readonly body: string } | { readonly state: 'closed' };
