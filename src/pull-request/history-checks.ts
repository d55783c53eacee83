import { standingReviews } from '../approvals/standing-reviews.js';
import { markerOfComment } from '../conversation/marker.js';
import { inlineCode } from '../conversation/quote.js';
import { checkSelfContained, mergePath } from '../gitwaterflow/cascade.js';
import type { ContainmentGap } from '../gitwaterflow/cascade.js';
import { hasQueue, isQueued, readQueue } from '../queue/model.js';
import { holds, skipped, stops } from './check.js';
import type { Check, Finding } from './check.js';
import type { HistoryFacts } from './facts.js';
import { acceptedPrefixes } from './prefixes.js';
import { untoldPartialMerge, untoldQueueing } from './queue-news.js';

/** Steps 8 to 13 of spec 3: where the branches stand to each other, and where the pull request would land. */
export const historyChecks: ReadonlyArray<Check<HistoryFacts>> = [
  { name: 'something to merge', examine: examineContained },
  { name: 'not too far behind', examine: examineDivergence },
  { name: 'version branches are in order', examine: examineCascade },
  { name: 'branch prefix', examine: examinePrefix },
];

/** Steps 13 and 14 of spec 3, after the checks of the issue tracker. */
export const integrationRequestChecks: ReadonlyArray<Check<HistoryFacts>> = [
  { name: 'integration branches asked for', examine: examineIntegrationRequest },
  { name: 'not queued yet', examine: examineQueued },
  { name: 'not taken out of the queue', examine: examineEjected },
];

function examineContained(facts: HistoryFacts): Finding {
  const { sourceTip, destinationTip, graph, pullRequest } = facts;
  const source = pullRequest.head.branch;
  if (sourceTip === null) {
    return stops({ code: 302, reason: { kind: 'source-gone', source } }, { final: true });
  }
  return graph.contains(destinationTip, sourceTip)
    ? stops({ code: 302, reason: { kind: 'already-contained', source, destination: pullRequest.base.branch } }, { final: true })
    : holds(commitCount(graph.beyond(sourceTip, [destinationTip]).length), { notices: untoldPartialMerge(facts, sourceTip) });
}

function commitCount(count: number): string {
  return `${count} ${count === 1 ? 'commit' : 'commits'}`;
}

function examineDivergence({ settings, sourceTip, destinationTip, graph, pullRequest, conversation }: HistoryFacts): Finding {
  const limit = settings.maxCommitDiff;
  if (limit === 0 || sourceTip === null) {
    return skipped('no limit set');
  }
  if (conversation.options.bypassCommitSize) {
    return skipped('bypassed');
  }
  const behind = graph.beyond(destinationTip, [sourceTip]).length;
  return behind > limit
    ? stops({ code: 132, source: pullRequest.head.branch, destination: pullRequest.base.branch, behind, limit })
    : holds(`${commitCount(behind)} behind, ${limit} allowed`);
}

function examineCascade({ cascade, destination, refs, graph }: HistoryFacts): Finding {
  // A hotfix branch stands outside of the cascade, whatever state that is in.
  const gap = destination.kind === 'hotfix' ? null : gapInCascade(refs, graph);
  if (gap !== null) {
    return stops({ code: 210, ...gap }, { final: true });
  }
  switch (cascade.kind) {
    case 'cascade':
      return holds(cascade.targets.map((target) => inlineCode(target.branch)).join(' → '));
    case 'released':
      return stops({ code: 204, branch: cascade.branch, version: cascade.version, tag: cascade.tag }, { final: true });
    case 'missing-destination':
      return stops({ code: 222, destination: destination.name }, { final: true });
    case 'unknown-destination':
      return stops({ code: 207, branch: destination.name, side: 'destination' }, { final: true });
    case 'unhandled-destination':
      return stops({ code: 301, reason: { kind: 'destination-kind', branch: destination.name } }, { final: true });
  }
}

function gapInCascade({ branches }: HistoryFacts['refs'], graph: HistoryFacts['graph']): ContainmentGap | null {
  return checkSelfContained(mergePath([...branches.keys()]), (older, newer) => {
    const olderTip = branches.get(older);
    const newerTip = branches.get(newer);
    return olderTip !== undefined && newerTip !== undefined && graph.contains(newerTip, olderTip);
  });
}

function examinePrefix({ source, cascade, settings, conversation }: HistoryFacts): Finding {
  if (source.kind === 'development') {
    return skipped('the source is a version branch');
  }
  if (conversation.options.bypassIncompatibleBranch) {
    return skipped('bypassed');
  }
  const targets = cascade.kind === 'cascade' ? cascade.targets : [];
  const refusedBy = targets
    .map(({ branch }) => ({ branch, accepted: acceptedPrefixes(settings.allowedPrefixes, branch) }))
    .filter(({ accepted }) => !accepted.includes(source.prefix));
  return refusedBy.length === 0
    ? holds(inlineCode(source.prefix))
    : stops({ code: 106, source: source.name, prefix: source.prefix, refusedBy });
}

function examineIntegrationRequest(facts: HistoryFacts): Finding {
  const { settings, conversation, cascade } = facts;
  const targets = cascade.kind === 'cascade' ? cascade.targets.slice(1) : [];
  if (targets.length === 0) {
    return skipped('one target only');
  }
  const { options } = conversation;
  const asked =
    settings.alwaysCreateIntegrationBranches ||
    settings.alwaysCreateIntegrationPullRequests ||
    options.createIntegrationBranches ||
    options.createPullRequests ||
    options.approve ||
    isApprovedByAuthor(facts);
  return asked ? holds('yes') : stops({ code: 135, targets: targets.map(({ branch }) => branch) });
}

/** Already queued: the queue is handled instead, whatever hotfix revision the names of its branches carry. */
function examineQueued(facts: HistoryFacts): Finding {
  const { refs, settings, pullRequest } = facts;
  if (!hasQueue(settings)) {
    return skipped('no queue');
  }
  return isQueued(readQueue(refs), pullRequest.number)
    ? stops({ code: 302, reason: { kind: 'queued' } }, { final: true, notices: untoldQueueing(facts) })
    : holds('yes');
}

/**
 * Taken out of the queue at this very head: queueing it again would only fail again, for ever. A new commit, or the
 * command `retry`, ends that.
 */
function examineEjected({ settings, comments, sourceTip }: HistoryFacts): Finding {
  if (!settings.useQueues) {
    return skipped('no queue');
  }
  const markers = comments.map((comment) => markerOfComment(comment, settings.robot)).filter((marker) => marker !== null);
  const last = markers.findLast(({ code }) => code === 139 || code === 137);
  return last?.code === 139 && last.data.head === sourceTip ? stops({ code: 302, reason: { kind: 'ejected' } }) : holds('yes');
}

/** GitHub lets nobody approve their own pull request today; a review of the author would count like the option `approve`. */
function isApprovedByAuthor({ reviews, settings, pullRequest }: HistoryFacts): boolean {
  // To have asked for integration branches does not lapse with a new commit.
  const { approvals } = standingReviews(reviews, { robot: settings.robot, headSha: pullRequest.head.sha, dismissStaleApprovals: false });
  return approvals.some(({ login }) => login === pullRequest.author?.toLowerCase());
}

