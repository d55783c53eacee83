import type { NewCommit } from '../ports/git.js';

/** Author and committer of the robot's commits. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}

/**
 * The content of a commit, byte for byte what `git commit-tree` makes of the same tree, parents, message and time:
 * parents without repetition, names cleaned as git cleans them, time in whole seconds UTC.
 */
export function commitContent(commit: NewCommit, robot: Identity, time: Date): Buffer {
  const signature = `${cleanIdentity(robot.name)} <${cleanIdentity(robot.email)}> ${Math.floor(time.getTime() / 1000)} +0000`;
  const lines = [
    `tree ${commit.tree}`,
    ...[...new Set(commit.parents)].map((parent) => `parent ${parent}`),
    `author ${signature}`,
    `committer ${signature}`,
    '',
    normalizeMessage(commit.message),
  ];
  return Buffer.from(lines.join('\n'));
}

/** No control characters but line feeds, no surrounding empty lines, and exactly one line feed at the end. */
export function normalizeMessage(message: string): string {
  return `${message.replace(/[^\P{Cc}\n]/gu, '').replace(/^\n+/, '').trimEnd()}\n`;
}

/** Drops what git drops from a name or an address: `<`, `>` and line feeds, and punctuation at both ends. */
export function cleanIdentity(text: string): string {
  const isCrud = (character: string): boolean => character <= ' ' || '.,:;<>"\\\''.includes(character);
  let start = 0;
  let end = text.length;
  while (start < end && isCrud(text.charAt(start))) start += 1;
  while (end > start && isCrud(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end).replace(/[\n<>\0]/g, '');
}
