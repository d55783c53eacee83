import type { ApprovalVerdict } from '../approvals/approvals.js';
import type { CommitGraph } from '../history/commit-graph.js';
import type { LandingMove } from '../integration/landing.js';
import type { Plan } from '../plan/plan.js';
import { emptyQueueDeletes, queueingPush } from '../queue/entering.js';
import type { QueueModel } from '../queue/model.js';
import { orderQueue } from '../queue/order.js';
import { begunRebuild } from '../queue/rebuild.js';
import { holds, stops } from './check.js';
import type { Check, Finding } from './check.js';
import type { LandingFacts, LiveFacts } from './facts.js';
import { landingRecord } from './landing-record.js';
import { findingOfBuilds, judgedApprovals, judgedBuilds } from './readiness-checks.js';

/**
 * Step 20 of spec 3, the second of the two checks of spec 2: everything that may have changed since the first look is
 * read again, live, and what is pushed is exactly what was looked at here.
 */
export const landingChecks: ReadonlyArray<Check<LiveFacts>> = [
  { name: 'pull request, read again', examine: examinePullRequestAgain },
  { name: 'approvals, read again', examine: examineApprovalsAgain },
  { name: 'builds, read again', examine: (facts) => findingOfBuilds(judgedBuilds(facts, facts.liveBuilds), []) },
  { name: 'merge', examine: examineLanding },
];

function examinePullRequestAgain({ livePullRequest, pullRequest, sourceTip }: LiveFacts): Finding {
  if (livePullRequest?.state !== 'open') {
    // Another run may have merged it and said so: its status stays.
    return stops({ code: 302, reason: { kind: livePullRequest?.merged === true ? 'merged' : 'closed' } }, { final: true });
  }
  if (livePullRequest.head.sha !== sourceTip) {
    return changed('the source branch has new commits');
  }
  if (livePullRequest.base.branch !== pullRequest.base.branch) {
    return changed('the pull request has another destination');
  }
  return holds('unchanged');
}

function changed(detail: string): Finding {
  return stops({ code: 302, reason: { kind: 'changed-meanwhile', detail } }, { final: true });
}

function examineApprovalsAgain(facts: LiveFacts): Finding {
  const verdict = liveApprovals(facts);
  return verdict.kind === 'missing' ? stops({ code: 115, missing: verdict }) : holds('unchanged');
}

/** Reviews, and whose review is requested, as they are now: somebody may have been asked meanwhile. */
function liveApprovals(facts: LiveFacts): ApprovalVerdict {
  return judgedApprovals({ ...facts, pullRequest: facts.livePullRequest ?? facts.pullRequest }, facts.liveReviews);
}

function examineLanding(facts: LiveFacts): Finding {
  return facts.landing.kind === 'direct' ? examineDirectLanding(facts, facts.landing) : examineQueueing(facts, facts.landing);
}

/** Spec 4, "Entering": the pull request goes on top of the queue of each of its targets, on all or on none. */
function examineQueueing(facts: LiveFacts, { queue, problems, trial }: Extract<LandingFacts, { readonly kind: 'queue' }>): Finding {
  const { cascade, settings, refs, graph } = facts;
  if (facts.rebuilt === null && begunRebuild(refs, graph, settings.robotEmail) !== null) {
    return stops({ code: 302, reason: { kind: 'queue-rebuild' } });
  }
  if (problems.length > 0 || trial === null) {
    return stops({ code: 127, problems });
  }
  if (trial.kind === 'conflict') {
    return stops({ code: 124, conflict: { branch: trial.branch, files: trial.files } });
  }
  const approvals = judgedApprovals(facts, facts.liveReviews);
  if (approvals.kind === 'missing') {
    throw new Error('The queue was reached without approvals: the check before it is missing');
  }
  const { members } = orderQueue(queue, facts.graph);
  const path = members.filter(({ hotfix, versions }) => hotfix === (facts.destination.kind === 'hotfix') && (!hotfix || versions[0] === trial.moves[0]?.version));
  return stops(
    {
      code: 125,
      head: facts.sourceTip,
      rebuilt: facts.rebuilt,
      admission: { approvals: approvals.record.approvals, options: facts.conversation.options.inForce },
      position: path.length + 1,
      targets: cascade.targets.map(({ branch }) => branch),
      ignored: cascade.ignored,
      pendingHotfixes: cascade.pendingHotfixes,
    },
    {
      plan: {
        push: queueingPush(trial.moves),
        dispatches: trial.moves.flatMap(({ entryBranch }) => settings.dispatch.map((workflow) => ({ workflow, branch: entryBranch }))),
      },
    },
  );
}

function examineDirectLanding(facts: LiveFacts, { trial, queue }: Extract<LandingFacts, { readonly kind: 'direct' }>): Finding {
  const { settings, cascade } = facts;
  if (trial.kind === 'conflict') {
    const { destination, sides, files } = trial;
    const branch = facts.trial.steps.find((step) => step.destination === destination)?.branch ?? facts.source.name;
    const where = branch === facts.source.name ? 'source' : 'integration';
    return stops({ code: 114, conflict: { where, branch, startFrom: null, merge: [destination], sides, files } });
  }
  if (settings.gateOnly) {
    return stops({ code: 302, reason: facts.sameHead === null ? { kind: 'gate-only' } : { kind: 'same-head', pullRequest: facts.sameHead } });
  }
  const approvals = liveApprovals(facts);
  const builds = judgedBuilds(facts, facts.liveBuilds);
  if (approvals.kind === 'missing' || (builds.kind !== 'green' && builds.kind !== 'skipped')) {
    throw new Error('The merge was reached without approvals or builds: the checks before it are missing');
  }
  return stops(
    { code: 102, landing: landingRecord(facts, trial.moves, approvals, builds), ignored: cascade.ignored },
    { plan: landingPlan(facts, trial.moves, queue) },
  );
}

/** All targets move, and what the pull request leaves behind goes, in the same push. */
function landingPlan(facts: LiveFacts, moves: readonly LandingMove[], queue: QueueModel): Partial<Plan> {
  proveForward(moves, facts.graph);
  const { trial, settings, pullRequest, sourceTip, integrationPullRequests } = facts;
  const deleteSource = settings.deleteSourceBranch && !pullRequest.head.fork && facts.source.kind === 'source';
  return {
    push: [
      ...moves.map(({ destination, from, to }) => ({ ref: `refs/heads/${destination}`, from, to })),
      ...trial.steps.map((step) => ({ ref: `refs/heads/${step.branch}`, from: step.to, to: null })),
      ...emptyQueueDeletes(queue, new Set(moves.map(({ destination }) => destination))),
      ...(deleteSource ? [{ ref: `refs/heads/${facts.source.name}`, from: sourceTip, to: null }] : []),
    ],
    closePullRequests: integrationPullRequests.map(({ number }) => number),
  };
}

/**
 * A lease permits a branch to be rewound (spec 6, rule 3), so that every branch goes forward, and contains the one before
 * it, is proven for what is about to be pushed and not for what should have led there.
 *
 * @throws if it does not: that would be a mistake of the program
 */
function proveForward(moves: readonly LandingMove[], graph: CommitGraph): void {
  for (const [index, { destination, from, to }] of moves.entries()) {
    const previous = moves[index - 1];
    if (!graph.contains(to, from) || (previous !== undefined && !graph.contains(to, previous.to))) {
      throw new Error(`The merge would not fast-forward ${destination} from ${from} to ${to}`);
    }
  }
}
