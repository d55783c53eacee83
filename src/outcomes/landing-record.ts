import type { GivenApproval } from '../approvals/approvals.js';
import type { BranchEvidence } from '../builds/verdict.js';
import type { OptionInForce } from '../conversation/options.js';
import type { Sha } from '../ports/git.js';

/**
 * Everything somebody needs to check later that a merge was right (spec 5, "Landing record"). Folded into the message
 * of outcome 102, and whole in the output `outcomes`.
 */
export interface LandingRecord {
  readonly pullRequest: number;
  /** The head of the pull request that landed. */
  readonly head: Sha;
  readonly versions: readonly LandedVersion[];
  /** Null in a record made up later: not known. */
  readonly approvals: readonly GivenApproval[] | null;
  /** Options and bypasses in force, and by whom. Null in a record made up later: not known. */
  readonly options: readonly OptionInForce[] | null;
  /** Builds were not asked for: why. Null: they were. */
  readonly buildsSkipped: 'bypassed' | 'no-build-key' | null;
  /** Null in a record made up later: not known. */
  readonly forced: boolean | null;
  readonly settingsHash: string;
}

/** One version branch and what moved it. */
export interface LandedVersion {
  readonly branch: string;
  /** Null in a record made up later, for a run that ended before it could tell. */
  readonly before: Sha | null;
  readonly after: Sha;
  /** What was built. A direct merge may land a merge of that commit; null in a record made up later. */
  readonly tested: { readonly branch: string; readonly commit: Sha; readonly evidence: BranchEvidence | null } | null;
}
