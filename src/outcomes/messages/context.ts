import type { Options } from '../../conversation/options.js';
import type { Sha } from '../../ports/git.js';

/** What the texts need to know besides the outcome itself. */
export interface TextContext {
  /** Login of the robot, with `[bot]` if it has it. */
  readonly robot: string;
  /** `https://github.com/org/repo`, as GitHub gave it: all links that the texts make begin with it. */
  readonly repositoryUrl: string;
  /** What stands before a word addressed to the robot in the examples: `/`, or `@robot `. */
  readonly commandPrefix: string;
  /** Null where the outcome is about the queue, a command or the settings. */
  readonly pullRequest: MessagePullRequest | null;
}

/** The context of a comment, which always stands on a pull request. */
export interface MessageContext extends TextContext {
  readonly pullRequest: MessagePullRequest;
  readonly options: Options;
  /** Where this run can be looked at; null outside of a workflow run. */
  readonly runUrl: string | null;
  /** What the checks looked at before they came to the approvals; see `settledKey`. */
  readonly settled?: string | null;
}

export interface MessagePullRequest {
  readonly number: number;
  /** Null when the account was deleted. */
  readonly author: string | null;
  readonly sourceBranch: string;
  readonly destinationBranch: string;
  readonly headSha: Sha;
  /** The head lies in a fork: then the source branch is not to be found in this repository. */
  readonly fork?: boolean;
}

/** A word addressed to the robot, as it would be written in a comment. */
export function spoken(context: Pick<TextContext, 'commandPrefix'>, word: string): string {
  const { commandPrefix } = context;
  return `${commandPrefix}${/[A-Za-z0-9\]]$/.test(commandPrefix) ? ' ' : ''}${word}`;
}
