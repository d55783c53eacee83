import { judgeApprovals } from '../approvals/approvals.js';
import type { ApprovalVerdict } from '../approvals/approvals.js';
import { parseBuildKeys } from '../builds/build-key.js';
import type { WorkflowRunRules } from '../builds/state-for-branch.js';
import { unstartedWorkflows } from '../builds/unstarted-workflows.js';
import { judgeBuilds } from '../builds/verdict.js';
import type { BranchEvidence, BranchFacts, BuildVerdict } from '../builds/verdict.js';
import { inlineCode } from '../conversation/quote.js';
import type { Plan } from '../plan/plan.js';
import type { Review } from '../ports/github.js';
import { holds, skipped, stops } from './check.js';
import type { Check, Finding } from './check.js';
import type { BuildsFacts, IntegrationFacts, Surroundings } from './facts.js';

/** What approvals are judged by. */
export type ApprovalFacts = Pick<IntegrationFacts, 'settings' | 'projectLeaders' | 'pullRequest' | 'conversation' | 'reviews' | 'sourceTip'>;

/** Step 18 of spec 3. */
export const approvalChecks: ReadonlyArray<Check<ApprovalFacts>> = [{ name: 'approvals', examine: examineApprovals }];

/** Step 19 of spec 3: decides early, and explains. */
export const buildChecks: ReadonlyArray<Check<BuildsFacts>> = [{ name: 'builds', examine: examineBuilds }];

function examineBuilds(facts: BuildsFacts): Finding {
  const verdict = judgedBuilds(facts, facts.builds);
  const finding = findingOfBuilds(verdict, pushedBranches(facts));
  return verdict.kind === 'not-started' && finding.kind === 'stops'
    ? { ...finding, plan: { dispatches: missedDispatches(facts, verdict.branches) } }
    : finding;
}

/**
 * A run that ended between its push and its dispatches leaves integration branches that nothing builds: no push of the
 * job's token will ever start their CI, so it is started now (spec 6, rules 6 and 7).
 */
function missedDispatches(facts: BuildsFacts, branches: readonly BranchEvidence[]): Plan['dispatches'] {
  const { source } = facts;
  // The source is pushed by people, and what this evaluation pushes is dispatched with the push.
  const notOurs = [source.name, ...pushedBranches(facts)];
  return branches
    .filter(({ branch, state }) => state === 'not-started' && !notOurs.includes(branch))
    .flatMap(({ branch }) => {
      const build = facts.builds.find((each) => each.branch === branch);
      return build === undefined ? [] : unstartedWorkflows(judgeRules(facts), build).map((workflow) => ({ workflow, branch }));
    });
}

function examineApprovals(facts: ApprovalFacts): Finding {
  const verdict = judgedApprovals(facts, facts.reviews);
  return verdict.kind === 'missing' ? stops({ code: 115, missing: verdict }) : holds(describeApprovals(verdict));
}

/** The verdict over reviews, read now or before. */
export function judgedApprovals(facts: ApprovalFacts, reviews: readonly Review[]): ApprovalVerdict {
  const { settings, projectLeaders, pullRequest, conversation, sourceTip } = facts;
  return judgeApprovals({
    settings: { ...settings, projectLeaders },
    author: pullRequest.author,
    robot: settings.robot,
    options: conversation.options,
    reviews,
    requestedReviewers: pullRequest.requestedReviewers,
    headSha: sourceTip,
  });
}

function describeApprovals(verdict: Extract<ApprovalVerdict, { kind: 'approved' }>): string {
  const { peers, leaders } = verdict.record;
  const parts = [`${peers.given.length} of ${peers.required} peers`];
  if (leaders.required > 0) {
    parts.push(`${leaders.given.length + (leaders.authorCounts ? 1 : 0)} of ${leaders.required} leaders`);
  }
  const bypassed = [peers.bypassed ? 'peers' : null, leaders.bypassed ? 'leaders' : null].filter((part) => part !== null);
  return `${parts.join(', ')}${bypassed.length === 0 ? '' : ` (bypassed: ${bypassed.join(', ')})`}`;
}

/** The verdict over builds, read now or before. */
export function judgedBuilds(facts: IntegrationFacts, builds: readonly BranchFacts[]): BuildVerdict {
  return judgeBuilds({
    ...judgeRules(facts),
    buildKeys: parseBuildKeys(facts.settings.buildKey),
    bypassed: facts.conversation.options.bypassBuildStatus,
    branches: builds,
  });
}

/** How workflow runs are judged in this repository. */
export function judgeRules({ settings, ownWorkflow }: Surroundings): WorkflowRunRules {
  return {
    ownWorkflow,
    dispatchedWorkflows: settings.dispatch,
    requiredWorkflows: settings.requiredWorkflows,
    runSelection: settings.runSelection,
    allowAllSkipped: settings.allowAllSkipped,
  };
}

/** Branches that this evaluation pushes: nothing can have been built on them yet. */
export function pushedBranches(facts: IntegrationFacts): readonly string[] {
  return facts.settings.gateOnly ? [] : facts.trial.steps.filter((step) => step.kind !== 'unchanged').map((step) => step.branch);
}

export function findingOfBuilds(verdict: BuildVerdict, justPushed: readonly string[]): Finding {
  switch (verdict.kind) {
    case 'skipped':
      return skipped(verdict.reason === 'bypassed' ? 'bypassed' : 'no build key set');
    case 'failed':
      return stops({ code: 118, build: verdict });
    case 'not-started':
      return stops({ code: 304, build: verdict, justPushed });
    case 'in-progress':
      return stops({ code: 303, build: verdict });
    case 'green':
      return justPushed.length === 0
        ? holds(`green on ${verdict.branches.map(({ branch }) => inlineCode(branch)).join(', ')}`)
        : stops({ code: 304, build: null, justPushed });
  }
}
