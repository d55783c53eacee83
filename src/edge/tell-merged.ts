import { standingReviews } from '../approvals/standing-reviews.js';
import { developmentBranches } from '../gitwaterflow/cascade.js';
import type { Outcome } from '../outcomes/outcome.js';
import { emptyPlan, joinPlans } from '../plan/plan.js';
import type { Sha } from '../ports/git.js';
import { lastQueued } from '../pull-request/queue-news.js';
import { destinationMove, landedExtent, landedHead, queueLandingRecord } from '../queue/after-merge.js';
import type { LandedExtent } from '../queue/after-merge.js';
import type { QueueMergeDecision, QueueMove } from '../queue/merging.js';
import type { QueueMember } from '../queue/order.js';
import type { QueueBuilds } from '../queue/states.js';
import { outcomeOfFailure } from './failures.js';
import { untoldNote } from './handle.js';
import type { Handled } from './handle.js';
import { conversationOn } from './observe-conversation.js';
import { handledWithout } from './queue-attempt.js';
import type { QueueAttempt } from './queue-attempt.js';
import { tell } from './tell.js';

/** After the push the merge is true: each pull request is told, whole or in part, with its own record. */
export async function tellMerged(
  member: QueueMember,
  decision: Extract<QueueMergeDecision, { readonly kind: 'merge' }>,
  builds: QueueBuilds,
  attempt: QueueAttempt,
): Promise<Handled> {
  const { facts, ports, surroundings, rules } = attempt;
  const { github } = ports;
  const { settings, settingsHash } = surroundings;
  const number = member.pullRequest;
  const pullRequest = await github.pullRequest(number);
  if (pullRequest === null) {
    return handledWithout(number, { code: 302, reason: { kind: 'no-such-pull-request', number } });
  }
  const [comments, reviews] = await Promise.all([github.comments(number), github.reviews(number)]);
  const { options } = conversationOn(pullRequest, comments, surroundings, rules);
  const move = destinationMove(member, decision.moves);
  const extent = await extentOf(pullRequest.head.sha, move, attempt);
  const queued = lastQueued(comments, settings.robot);
  const head = landedHead(pullRequest.head.sha, extent, queued?.head ?? null, move, facts.graph);
  const { approvals } = standingReviews(reviews, { robot: settings.robot, headSha: head, dismissStaleApprovals: settings.dismissStaleApprovals });
  const admission = queued?.head === head && queued.admission !== null ? queued.admission : { approvals, options: options.inForce };
  const landing = queueLandingRecord(member, decision, builds, { head, ...admission, settingsHash });
  const landedOn = new Set(landing.versions.map(({ branch }) => branch));
  const ignored = developmentBranches([...facts.refs.branches.keys()]).map(({ name }) => name).filter((name) => !landedOn.has(name)).sort();
  const outcome: Outcome = extent.kind === 'whole' ? { code: 102, landing, ignored } : { code: 126, landing, ignored, remaining: extent.remaining };
  const known = { number, pullRequest, outcome, notices: [], records: [], facts: { pullRequest, settings }, looks: 1 };
  try {
    const told = await tell([outcome], { pullRequest, comments, options }, ports, surroundings, rules);
    const refusal = told.refused === null ? [] : [untoldNote(number, told.refused)];
    return { ...known, plan: joinPlans(emptyPlan, told.plan), notes: [...told.notes, ...refusal] };
  } catch (error) {
    const outage = outcomeOfFailure(error);
    // It is merged, with this record, whether it could be told or not: a later run does that.
    return { ...known, plan: emptyPlan, notes: [untoldNote(number, outage)] };
  }
}

async function extentOf(head: Sha, move: QueueMove | null, { facts: { graph }, ports }: QueueAttempt): Promise<LandedExtent> {
  if (!graph.has(head)) {
    await ports.git.fetch([head]);
    for (const record of await ports.git.readHistory([head])) {
      graph.add(record);
    }
  }
  return landedExtent(head, move?.to ?? head, graph);
}
