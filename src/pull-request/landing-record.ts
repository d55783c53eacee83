import type { ApprovalVerdict } from '../approvals/approvals.js';
import type { BuildVerdict } from '../builds/verdict.js';
import type { LandingMove } from '../integration/landing.js';
import type { LandingRecord } from '../outcomes/landing-record.js';
import type { Outcome } from '../outcomes/outcome.js';
import type { EntryFacts, IntegrationFacts, UntoldMerge } from './facts.js';

/** The record of a direct merge (spec 5, "Landing record"). */
export function landingRecord(
  facts: IntegrationFacts,
  moves: readonly LandingMove[],
  approvals: Extract<ApprovalVerdict, { readonly kind: 'approved' }>,
  builds: Extract<BuildVerdict, { readonly kind: 'green' | 'skipped' }>,
): LandingRecord {
  const evidence = builds.kind === 'green' ? builds.branches : [];
  return {
    pullRequest: facts.pullRequest.number,
    head: facts.sourceTip,
    versions: moves.map((move) => ({
      branch: move.destination,
      before: move.from,
      after: move.to,
      tested: {
        branch: move.tested.branch,
        commit: move.tested.tip,
        evidence: evidence.find(({ branch }) => branch === move.tested.branch) ?? null,
      },
    })),
    approvals: approvals.record.approvals,
    options: facts.conversation.options.inForce,
    buildsSkipped: builds.kind === 'skipped' ? builds.reason : null,
    forced: false,
    settingsHash: facts.settingsHash,
  };
}

/** The message of a merge whose run ended before it could tell: what the branches show now, and no more. */
export function landingOfUntoldMerge({ pullRequest, settingsHash }: EntryFacts, merge: UntoldMerge): Outcome {
  return {
    code: 102,
    ignored: [],
    landing: {
      pullRequest: pullRequest.number,
      head: pullRequest.head.sha,
      versions: merge.destinations.map(({ branch, tip }) => ({ branch, before: null, after: tip, tested: null })),
      approvals: [],
      options: [],
      buildsSkipped: null,
      forced: false,
      settingsHash,
    },
  };
}
