import type { PullRequest, PullRequestHead } from '../../src/ports/github.js';
import { someHead } from './review.js';

export interface PullRequestDifferences extends Partial<Omit<PullRequest, 'head'>> {
  readonly head?: Partial<PullRequestHead>;
}

/** The open pull request #7 of `ada`, from `bugfix/PROJ-1-crash` to `development/4.3`. */
export function pullRequest({ head = {}, ...differences }: PullRequestDifferences = {}): PullRequest {
  const number = differences.number ?? 7;
  return {
    number,
    title: 'Fix the crash',
    body: '',
    author: 'ada',
    state: 'open',
    merged: false,
    mergedBy: null,
    draft: false,
    base: { branch: 'development/4.3', sha: someHead },
    requestedReviewers: [],
    htmlUrl: `https://github.test/acme/ring/pull/${number}`,
    updatedAt: '2026-05-20T10:00:00Z',
    ...differences,
    head: { branch: 'bugfix/PROJ-1-crash', sha: someHead, repositoryId: 1, repositoryFullName: 'acme/ring', fork: false, ...head },
  };
}
