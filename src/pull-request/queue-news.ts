import { markerOfComment } from '../conversation/marker.js';
import type { Marker } from '../conversation/marker.js';
import { readAdmission } from '../outcomes/admission.js';
import type { Admission } from '../outcomes/admission.js';
import type { Outcome } from '../outcomes/outcome.js';
import type { Comment } from '../ports/github.js';
import type { Sha } from '../ports/git.js';
import { readQueue } from '../queue/model.js';
import type { HistoryFacts } from './facts.js';
import { landedWithoutRecord } from './landing-record.js';

/**
 * What the queue did with a pull request, and a run that was killed after its push never told (spec 6, rule 6). The refs show
 * what is true, the robot's own comments what was said of it.
 */

/** Codes that say whether a pull request is in the queue. */
const aboutBeingQueued: readonly number[] = [102, 124, 125, 126, 127, 139];

/**
 * 125, for a pull request that is in the queue while the last that was said of it is not that, or is about an earlier head, or
 * about the queue before it was rebuilt.
 */
export function untoldQueueing(facts: HistoryFacts): readonly Outcome[] {
  const { comments, settings, queuePlace, cascade, sourceTip, rebuilt } = facts;
  if (settings.noComment || queuePlace === null || cascade.kind !== 'cascade') {
    return [];
  }
  const said = lastWord(comments, settings.robot);
  const head = headIn(said);
  const isAboutThisQueue = typeof rebuilt?.record !== 'string' || said?.data.rebuild === rebuilt.record;
  if (said?.code === 125 && isAboutThisQueue && (head === null || isInQueue(head, facts))) {
    return [];
  }
  const targets = cascade.targets.map(({ branch }) => branch);
  // If the source has moved since, it is not known which of its commits was queued.
  const queued = sourceTip !== null && isInQueue(sourceTip, facts) ? sourceTip : null;
  return [{ code: 125, head: queued, rebuilt, position: queuePlace.position, targets, ignored: cascade.ignored, pendingHotfixes: cascade.pendingHotfixes }];
}

/** 126, for a pull request whose last word is "queued", and what was queued has landed, though not all there is now. */
export function untoldPartialMerge(facts: HistoryFacts, sourceTip: Sha): readonly Outcome[] {
  const { comments, settings, cascade, graph, refs, destinationTip } = facts;
  const queued = settings.noComment ? null : headIn(lastWord(comments, settings.robot));
  if (queued === null || cascade.kind !== 'cascade' || !graph.contains(destinationTip, queued)) {
    return [];
  }
  const landedOn = cascade.targets.flatMap(({ branch }) => {
    const tip = refs.branches.get(branch);
    return tip !== undefined && graph.contains(tip, queued) ? [{ branch, tip }] : [];
  });
  const remaining = graph.beyond(sourceTip, [destinationTip]).toReversed().map(({ sha, subject }) => ({ sha, subject }));
  return [{ code: 126, landing: landedWithoutRecord(facts, queued, landedOn, lastQueued(comments, settings.robot)?.admission ?? null), ignored: cascade.ignored, remaining }];
}

/** Whether the queue is about to land this commit of the pull request, which has not landed yet. */
function isInQueue(commit: Sha, { refs, graph, pullRequest, destinationTip }: HistoryFacts): boolean {
  const entries = readQueue(refs).versions.flatMap((version) => version.entries).filter((entry) => entry.pullRequest === pullRequest.number);
  return !graph.contains(destinationTip, commit) && entries.some(({ tip }) => graph.contains(tip, commit));
}

/** Whether the last that was said of it is that it is queued. */
export function isSaidQueued(comments: readonly Comment[], robot: string): boolean {
  return lastWord(comments, robot)?.code === 125;
}

/** What was queued last, as the robot said then, and why it was let in. Null where it did not say so. */
export function lastQueued(comments: readonly Comment[], robot: string): { readonly head: Sha; readonly admission: Admission | null } | null {
  const marker = comments.map((comment) => markerOfComment(comment, robot)).findLast((each) => each?.code === 125) ?? null;
  const head = headIn(marker);
  return head === null ? null : { head, admission: readAdmission(marker?.data.admission ?? '', head) };
}

/** The heads of a pull request that were queued at some time, as the robot said then. */
export function headsOnceQueued(comments: readonly Comment[], robot: string): readonly Sha[] {
  return comments.flatMap((comment) => headIn(markerOfComment(comment, robot)) ?? []);
}

function headIn(marker: Marker | null): Sha | null {
  return marker?.code === 125 ? (marker.data.head ?? null) : null;
}

function lastWord(comments: readonly Comment[], robot: string): Marker | null {
  const words = comments.map((comment) => markerOfComment(comment, robot)).filter((marker) => marker !== null);
  return words.findLast(({ code }) => aboutBeingQueued.includes(code)) ?? null;
}
