import { judgeApprovals } from '../../src/approvals/approvals.js';
import type { ApprovalFacts, ApprovalOptions, ApprovalSettings, ApprovalVerdict } from '../../src/approvals/approvals.js';
import type { Review } from '../../src/ports/github.js';
import { someHead } from '../builders/review.js';

/** What differs from a pull request by `author`, led by `leader-1` and `leader-2`, under the default settings. */
export interface Differences {
  readonly settings?: Partial<ApprovalSettings>;
  readonly options?: Partial<ApprovalOptions>;
  readonly author?: string | null;
  readonly robot?: string;
  readonly requestedReviewers?: readonly string[];
}

export function approvalFacts(reviews: readonly Review[], differences: Differences = {}): ApprovalFacts {
  return {
    author: differences.author === undefined ? 'author' : differences.author,
    robot: differences.robot ?? 'bert-e',
    settings: {
      requiredPeerApprovals: 1,
      requiredLeaderApprovals: 0,
      needAuthorApproval: false,
      projectLeaders: ['leader-1', 'leader-2'],
      dismissStaleApprovals: false,
      ...differences.settings,
    },
    options: {
      approve: false,
      unanimity: false,
      bypassAuthorApproval: false,
      bypassPeerApproval: false,
      bypassLeaderApproval: false,
      ...differences.options,
    },
    reviews,
    requestedReviewers: differences.requestedReviewers ?? [],
    headSha: someHead,
  };
}

export function judge(reviews: readonly Review[], differences: Differences = {}): ApprovalVerdict {
  return judgeApprovals(approvalFacts(reviews, differences));
}
