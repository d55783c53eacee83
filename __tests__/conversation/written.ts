import type { Conversation, ConversationComment, WrittenConversation } from '../../src/conversation/read.js';
import { readConversation } from '../../src/conversation/read.js';

/** One comment: who, and what. */
export type Line = readonly [author: string | null, body: string];

/** Comments one second apart, with ids from 1. */
export function commentsOf(lines: readonly Line[]): readonly ConversationComment[] {
  return lines.map(([author, body], index) => ({
    id: index + 1,
    author,
    body,
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString(),
  }));
}

/** Reads a conversation on a pull request of `author`, where `admin` and `second-admin` are admins. */
export function read(lines: readonly Line[], overrides: Partial<WrittenConversation> = {}): Conversation {
  return readConversation({
    comments: commentsOf(lines),
    robot: 'bert-e',
    pullRequestAuthor: 'author',
    admins: ['admin', 'second-admin'],
    standingOptions: [],
    forcedOptions: [],
    ...overrides,
  });
}

/** A conversation's reading in one line, e.g. `wait, after_pull_request=12; help (me please)`. */
export function inShort({ options, command, refusal }: Conversation): string {
  const parts = [
    options.inForce.map(({ option, pullRequest }) => (pullRequest === null ? option : `${option}=${pullRequest}`)).join(', '),
    command === null ? '' : [command.keyword, ...(command.arguments.length === 0 ? [] : [`(${command.arguments.join(' ')})`])].join(' '),
    refusal === null ? '' : `${refusal.kind}: ${refusal.keyword} by ${refusal.author ?? 'nobody'}`,
  ];
  return parts.filter((part) => part !== '').join('; ') || 'nothing';
}
