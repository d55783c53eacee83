import type { ApprovalVerdict } from '../approvals/approvals.js';
import type { BuildVerdict } from '../builds/verdict.js';
import type { LandingMove } from '../integration/landing.js';
import type { Admission } from '../outcomes/admission.js';
import type { LandingRecord } from '../outcomes/landing-record.js';
import type { Outcome } from '../outcomes/outcome.js';
import type { Sha } from '../ports/git.js';
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

/** The message of a merge whose run ended before it could tell. */
export function landingOfUntoldMerge(facts: EntryFacts, merge: UntoldMerge): Outcome {
  return { code: 102, ignored: [], landing: landedWithoutRecord(facts, facts.pullRequest.head.sha, merge.destinations, merge.admission) };
}

/** The record of a merge whose run ended before it could tell: what the branches show now, and why it was queued if it was. */
export function landedWithoutRecord(
  { pullRequest, settingsHash }: EntryFacts,
  head: Sha,
  destinations: ReadonlyArray<{ readonly branch: string; readonly tip: Sha }>,
  admission: Admission | null,
): LandingRecord {
  return {
    pullRequest: pullRequest.number,
    head,
    versions: destinations.map(({ branch, tip }) => ({ branch, before: null, after: tip, tested: null })),
    approvals: admission?.approvals ?? null,
    options: admission?.options ?? null,
    buildsSkipped: null,
    forced: null,
    settingsHash,
  };
}
