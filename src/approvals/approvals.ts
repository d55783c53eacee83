import type { Sha } from '../ports/git.js';
import type { Review } from '../ports/github.js';
import { standingReviews } from './standing-reviews.js';
import type { GivenApproval, StandingReviews } from './standing-reviews.js';

export type { GivenApproval } from './standing-reviews.js';

/** The settings that say which approvals are needed (spec chapter 5). */
export interface ApprovalSettings {
  readonly requiredPeerApprovals: number;
  readonly requiredLeaderApprovals: number;
  readonly needAuthorApproval: boolean;
  /** Logins; teams are resolved by the caller. */
  readonly projectLeaders: readonly string[];
  /** An approval must be on the head commit. */
  readonly dismissStaleApprovals: boolean;
}

/** The options in force that concern approvals (spec chapter 3, "Comments"). */
export interface ApprovalOptions {
  /** The author approves. */
  readonly approve: boolean;
  /** Every participant must approve. */
  readonly unanimity: boolean;
  readonly bypassAuthorApproval: boolean;
  readonly bypassPeerApproval: boolean;
  readonly bypassLeaderApproval: boolean;
}

/** Everything the verdict rests on. Logins compare case-insensitively. */
export interface ApprovalFacts {
  readonly settings: ApprovalSettings;
  /** Null when the account was deleted. */
  readonly author: string | null;
  readonly robot: string;
  readonly options: ApprovalOptions;
  /** In any order; the id gives the time. */
  readonly reviews: readonly Review[];
  /** Whose review is requested and not given yet. A team may stand here as `@org/team`: it never approves itself. */
  readonly requestedReviewers: readonly string[];
  readonly headSha: Sha;
}

/** One of the two counts, peers or leaders. */
export interface ApprovalCount {
  /** What the settings ask for, bypassed or not. */
  readonly required: number;
  readonly given: readonly GivenApproval[];
  /** Leaders only: the author is one of them, and counts without a review. */
  readonly authorCounts: boolean;
  /** How many more are needed; 0 when bypassed. */
  readonly missing: number;
  readonly bypassed: boolean;
}

/** How the author's own approval stands. */
export type AuthorApproval =
  | { readonly kind: 'by-review'; readonly approval: GivenApproval }
  | { readonly kind: 'by-option' }
  | { readonly kind: 'not-required' }
  | { readonly kind: 'bypassed' }
  | { readonly kind: 'missing' };

/** What the landing record keeps of the approvals (spec chapter 5, "Landing record"). */
export interface ApprovalRecord {
  readonly author: Exclude<AuthorApproval, { kind: 'missing' }>;
  readonly peers: ApprovalCount;
  readonly leaders: ApprovalCount;
  /** Every approval that stands, the author's own included; which of them counts where is said above. */
  readonly approvals: readonly GivenApproval[];
  readonly unanimity: boolean;
  /** Standing change requests that both bypasses together set aside; in lower case. */
  readonly changeRequestsSetAside: readonly string[];
}

/** What is still needed, for outcome 115. */
export interface MissingApprovals {
  readonly kind: 'missing';
  /** The author's approval is needed and not given. */
  readonly author: boolean;
  readonly peers: ApprovalCount;
  readonly leaders: ApprovalCount;
  /** Whose change request stands and blocks; sorted, in lower case. */
  readonly changeRequesters: readonly string[];
  /** Whose change request stands and is set aside by both bypasses together, so that it is not what is missing. */
  readonly changeRequestsSetAside: readonly string[];
  /** Participants who have not approved, if the option `unanimity` asks for all of them; sorted, in lower case. */
  readonly unanimityMissing: readonly string[];
  /** Approvals of an older commit that do not count (`dismiss_stale_approvals`): these people need only look again. */
  readonly staleApprovals: readonly GivenApproval[];
}

export type ApprovalVerdict = { readonly kind: 'approved'; readonly record: ApprovalRecord } | MissingApprovals;

/**
 * Whether the pull request has the approvals it needs (spec chapter 3, step 18).
 *
 * A standing change request blocks whatever the counts, unless the peer and the leader bypass are both in force. No
 * bypass sets `unanimity` aside: somebody asked for it on this pull request, and can take it back.
 */
export function judgeApprovals(facts: ApprovalFacts): ApprovalVerdict {
  const { settings, options } = facts;
  const standing = standingReviews(facts.reviews, {
    robot: facts.robot,
    headSha: facts.headSha,
    dismissStaleApprovals: settings.dismissStaleApprovals,
  });
  const author = authorApproval(facts, standing);
  const peers = countPeers(facts, standing);
  const leaders = countLeaders(facts, standing);
  const setAside = options.bypassPeerApproval && options.bypassLeaderApproval;
  const changeRequesters = setAside ? [] : standing.changeRequesters;
  const changeRequestsSetAside = setAside ? standing.changeRequesters : [];
  const unanimityMissing = options.unanimity ? participantsWithoutApproval(facts, standing) : [];

  const complete = peers.missing + leaders.missing + changeRequesters.length + unanimityMissing.length === 0;
  if (complete && author.kind !== 'missing') {
    const { approvals } = standing;
    const { unanimity } = options;
    return { kind: 'approved', record: { author, peers, leaders, approvals, unanimity, changeRequestsSetAside } };
  }
  return {
    kind: 'missing',
    author: author.kind === 'missing',
    peers,
    leaders,
    changeRequesters,
    changeRequestsSetAside,
    unanimityMissing,
    staleApprovals: standing.staleApprovals,
  };
}

/** What was given is recorded first, even where it was not needed. */
function authorApproval({ author, settings, options }: ApprovalFacts, standing: StandingReviews): AuthorApproval {
  const approval = standing.approvals.find(({ login }) => isSameLogin(login, author));
  if (approval !== undefined) {
    return { kind: 'by-review', approval };
  }
  if (options.approve) {
    return { kind: 'by-option' };
  }
  if (!settings.needAuthorApproval) {
    return { kind: 'not-required' };
  }
  return options.bypassAuthorApproval ? { kind: 'bypassed' } : { kind: 'missing' };
}

function countPeers({ author, settings, options }: ApprovalFacts, standing: StandingReviews): ApprovalCount {
  const given = standing.approvals.filter(({ login }) => !isSameLogin(login, author));
  return count(settings.requiredPeerApprovals, given, false, options.bypassPeerApproval);
}

/**
 * A leader who is the author counts as one: GitHub lets nobody review their own pull request. Should a review of the
 * author's exist all the same, it is that one and not a second.
 */
function countLeaders({ author, settings, options }: ApprovalFacts, standing: StandingReviews): ApprovalCount {
  const given = standing.approvals.filter(
    ({ login }) => !isSameLogin(login, author) && settings.projectLeaders.some((leader) => isSameLogin(login, leader)),
  );
  const authorCounts = settings.projectLeaders.some((leader) => isSameLogin(leader, author));
  return count(settings.requiredLeaderApprovals, given, authorCounts, options.bypassLeaderApproval);
}

function count(required: number, given: readonly GivenApproval[], authorCounts: boolean, bypassed: boolean): ApprovalCount {
  const missing = bypassed ? 0 : Math.max(0, required - given.length - Number(authorCounts));
  return { required, given, authorCounts, missing, bypassed };
}

/**
 * Participants are all who reviewed and all whose review is requested, without the robot. The author is none: nobody can
 * approve their own pull request on GitHub, so an answer to a reviewer, which GitHub keeps as a review that comments,
 * would otherwise block for ever. Whether the author must approve is what `need_author_approval` says.
 */
function participantsWithoutApproval(facts: ApprovalFacts, standing: StandingReviews): readonly string[] {
  const requested = facts.requestedReviewers.map((login) => login.toLowerCase());
  const approved = new Set(standing.approvals.map(({ login }) => login));
  return [...new Set([...standing.reviewers, ...requested])]
    .filter((login) => !isSameLogin(login, facts.robot) && !isSameLogin(login, facts.author) && !approved.has(login))
    .sort();
}

function isSameLogin(left: string, right: string | null): boolean {
  return right !== null && left.toLowerCase() === right.toLowerCase();
}
