import type { CommitRecord } from '../ports/git.js';

/**
 * Whether the robot made the commit, and nobody touched it since: `git commit --amend` and a rebase keep the author and
 * change the committer, and what they made is somebody's own work. Email addresses compare without regard to case.
 */
export function isMadeByRobot({ authorEmail, committerEmail }: Pick<CommitRecord, 'authorEmail' | 'committerEmail'>, robotEmail: string): boolean {
  const robot = robotEmail.toLowerCase();
  return authorEmail.toLowerCase() === robot && committerEmail.toLowerCase() === robot;
}
