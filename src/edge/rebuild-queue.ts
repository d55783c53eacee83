import { markerOfComment } from '../conversation/marker.js';
import { reasonOf } from '../outcomes/reason.js';
import { emptyPlan } from '../plan/plan.js';
import type { Plan } from '../plan/plan.js';
import { emptyTree } from '../ports/git.js';
import type { RefUpdate, Sha } from '../ports/git.js';
import { queueEntryKey } from '../queue/mergeable.js';
import { failedBuildOf } from '../queue/merging.js';
import type { FailedBuild } from '../queue/merging.js';
import type { QueueMember } from '../queue/order.js';
import { reasonOfRebuild, rebuildBranch, writeRebuild } from '../queue/rebuild.js';
import type { Ejected, Rebuild } from '../queue/rebuild.js';
import { outcomeOfFailure } from './failures.js';
import { handlePullRequest } from './handle.js';
import type { Handled } from './handle.js';
import { readEntry } from './observe-queue.js';
import { onItsOwn, push, tellOne } from './queue-attempt.js';
import type { QueueAttempt } from './queue-attempt.js';

/** What came of a rebuild after its first push. */
export interface Rebuilt {
  readonly handled: readonly Handled[];
  readonly notes: readonly string[];
}

/**
 * What the first push of a rebuild has besides its deletions: the record of what is left to do. None in a dry run, nor where
 * there is nothing to do; nor where somebody else has a branch of that name, which is not touched.
 */
export async function recordRebuild(rebuild: Rebuild, { facts: { refs }, ports: { git }, rules }: QueueAttempt): Promise<RefUpdate | null> {
  const isNothing = rebuild.requeue.length === 0 && rebuild.ejected === null;
  const [someTip] = refs.branches.values();
  if (rules.dryRun || isNothing || someTip === undefined || refs.branches.has(rebuildBranch)) {
    return null;
  }
  const commit = await git.createCommit({ tree: emptyTree(someTip), parents: [], message: writeRebuild(rebuild) });
  return { ref: `refs/heads/${rebuildBranch}`, from: null, to: commit };
}

/**
 * Does what is left to do of a rebuild, and deletes its record. What this run, or one that was killed, has done already is not
 * done twice. Should a pull request not be handled for now, its next event or the sweep does that, so that it holds up nobody;
 * but as long as nobody can be told that it was taken out, the record stays.
 *
 * @param record null: there is none
 * @param failed the build of what was taken out; null: not known here, it is read again
 */
export async function completeRebuild(rebuild: Rebuild, record: Sha | null, failed: FailedBuild | null, attempt: QueueAttempt): Promise<Rebuilt> {
  const { ports, surroundings, rules } = attempt;
  if (rules.dryRun) {
    return { handled: [], notes: [] };
  }
  const ejected = rebuild.ejected === null ? null : await tellEjected(rebuild.ejected, record, failed, attempt);
  const wasTold = ejected?.handled.every(({ outcome }) => outcome.code !== 133) ?? true;
  const handled: Handled[] = [...(ejected?.handled ?? [])];
  const requeue = [...rebuild.requeue, ...(ejected?.requeue ?? [])];
  for (const number of requeue) {
    ports.github.forget();
    handled.push(await onItsOwn(number, () => handlePullRequest(number, ports, surroundings, { ...rules, rebuilt: { reason: reasonOfRebuild(rebuild), record } })));
  }
  return { handled, notes: record === null || !wasTold ? [] : await deleteRecord(record, attempt) };
}

interface ToldEjected {
  readonly handled: readonly Handled[];
  /** Its build does not fail any more: nobody need push a fix. */
  readonly requeue: readonly number[];
}

async function tellEjected({ member, head }: Ejected, record: Sha | null, known: FailedBuild | null, attempt: QueueAttempt): Promise<ToldEjected> {
  const number = member.pullRequest;
  let requeue: readonly number[] = [];
  const handled = await onItsOwn(number, async () => {
    if (record !== null && (await isTold(number, record, attempt))) {
      return null;
    }
    const failed = known ?? (await readFailedBuild(member, attempt));
    if (failed === null) {
      requeue = [number];
      return null;
    }
    return tellOne(number, { code: 139, head, rebuild: record, branch: failed.entries[0]?.branch ?? '', build: failed.build }, attempt);
  });
  return { handled: handled === null ? [] : [handled], requeue };
}

async function isTold(number: number, record: Sha, { ports: { github }, surroundings: { settings } }: QueueAttempt): Promise<boolean> {
  return (await github.comments(number)).some((comment) => {
    const marker = markerOfComment(comment, settings.robot);
    return marker?.code === 139 && marker.data.rebuild === record;
  });
}

/** The build of entries that are deleted: what ran on them is known by their names and commits all the same. */
async function readFailedBuild(member: QueueMember, { ports, surroundings }: QueueAttempt): Promise<FailedBuild | null> {
  const read = member.entries.map(async (entry) => [queueEntryKey(entry.pullRequest, entry.version), await readEntry({ member, entry }, ports, surroundings, 'live')] as const);
  return failedBuildOf(member, { kind: 'asked', evidence: new Map(await Promise.all(read)) });
}

async function deleteRecord(record: Sha, attempt: QueueAttempt): Promise<readonly string[]> {
  const plan: Plan = { ...emptyPlan, push: [{ ref: `refs/heads/${rebuildBranch}`, from: record, to: null }] };
  const failure = await push(plan, attempt).then(
    // Stale: another run has completed it too, and was quicker.
    (execution) => (execution.kind === 'refused' ? execution.outcome : null),
    outcomeOfFailure,
  );
  return failure === null ? [] : [`The rebuild of the queue is complete, but ${rebuildBranch}, which says what was to be done, could not be deleted: ${reasonOf(failure)}`];
}
