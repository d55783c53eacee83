import type { Sha } from '../ports/git.js';
import type { Review } from '../ports/github.js';

/** An approval that stands, with the commit it was given on, for the landing record (spec chapter 5). */
export interface GivenApproval {
  /** In lower case. */
  readonly login: string;
  readonly reviewId: number;
  /** Null when GitHub did not tell. */
  readonly commit: Sha | null;
  /** ISO 8601. */
  readonly submittedAt: string | null;
  /** Given on the commit that is the head now. */
  readonly onHead: boolean;
}

/** What the reviews of a pull request amount to, each list in alphabetical order of logins. */
export interface StandingReviews {
  readonly approvals: readonly GivenApproval[];
  /** Approvals of another commit than the head, which `dismiss_stale_approvals` sets aside. */
  readonly staleApprovals: readonly GivenApproval[];
  /** In lower case; `ghost` once for each change request of a deleted account. */
  readonly changeRequesters: readonly string[];
  /** Everybody who submitted a review, mere comments included; in lower case, without deleted accounts. */
  readonly reviewers: readonly string[];
}

/** Whose reviews to look at, and how. */
export interface ReviewRules {
  /** The robot's login: its own reviews count for nothing. */
  readonly robot: string;
  readonly headSha: Sha;
  readonly dismissStaleApprovals: boolean;
}

/** The name GitHub shows for a deleted account. */
const deletedAccount = 'ghost';

/**
 * What stands of the reviews: per reviewer the newest that is not a mere comment (spec chapter 3, step 18). Newest means
 * highest id: the list may come in any order. A pending review is not submitted yet and is not looked at.
 *
 * Deleted accounts cannot be told apart, so none of their reviews replaces another: their approvals count for nothing,
 * their change requests stand until dismissed.
 */
export function standingReviews(reviews: readonly Review[], rules: ReviewRules): StandingReviews {
  const robot = rules.robot.toLowerCase();
  const reviewers = new Set<string>();
  const newest = new Map<string, Review>();
  const changeRequesters: string[] = [];
  for (const review of reviews) {
    const login = review.author?.toLowerCase() ?? null;
    if (login === robot || review.state === 'PENDING') {
      continue;
    }
    if (login === null) {
      changeRequesters.push(...(review.state === 'CHANGES_REQUESTED' ? [deletedAccount] : []));
      continue;
    }
    reviewers.add(login);
    if (review.state !== 'COMMENTED' && review.id >= (newest.get(login)?.id ?? review.id)) {
      newest.set(login, review);
    }
  }
  const approvals: GivenApproval[] = [];
  const staleApprovals: GivenApproval[] = [];
  for (const [login, review] of newest) {
    if (review.state === 'CHANGES_REQUESTED') {
      changeRequesters.push(login);
    } else if (review.state === 'APPROVED') {
      const approval = approvalOf(login, review, rules.headSha);
      (rules.dismissStaleApprovals && !approval.onHead ? staleApprovals : approvals).push(approval);
    }
  }
  return {
    approvals: approvals.sort(byLogin),
    staleApprovals: staleApprovals.sort(byLogin),
    changeRequesters: changeRequesters.sort(),
    reviewers: [...reviewers].sort(),
  };
}

function approvalOf(login: string, review: Review, headSha: Sha): GivenApproval {
  const { id: reviewId, commitId: commit, submittedAt } = review;
  return { login, reviewId, commit, submittedAt, onHead: commit === headSha };
}

function byLogin(left: GivenApproval, right: GivenApproval): number {
  return left.login < right.login ? -1 : 1;
}
