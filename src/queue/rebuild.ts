import type { CommitGraph } from '../history/commit-graph.js';
import { isMadeByRobot } from '../history/made-by-robot.js';
import type { CommitRecord, RemoteRefs, Sha } from '../ports/git.js';
import { readQueue } from './model.js';
import type { QueueMember } from './order.js';

/**
 * A rebuild of the queue takes more than one push: the first deletes the queue, others queue each pull request again. What is
 * left to do stands meanwhile in the subject of a commit without files, on a branch that the first push makes and the
 * last one deletes. So a run that is killed in between is completed by the next one: in order, and nobody is left untold.
 */

/** No name of our grammar, so nobody takes it for a queue; and one that the rules for `q/**` permit the robot. */
export const rebuildBranch = 'q/rebuild';

export interface Rebuild {
  readonly cause: RebuildCause;
  /** The pull requests to queue again, in this order. */
  readonly requeue: readonly number[];
  /** Whom to tell that it was taken out of the queue; null: nobody. */
  readonly ejected: Ejected | null;
}

export type RebuildCause = 'incoherent' | 'command' | 'eject';

/** Taken out of the queue because its build failed there. */
export interface Ejected {
  readonly member: QueueMember;
  /** Its head, if that is what was tested; null: it has another one by now. */
  readonly head: Sha | null;
}

/** A rebuild that has begun, and its record: what was told because of it says so. */
export interface BegunRebuild {
  readonly rebuild: Rebuild;
  readonly record: Sha;
}

/** Words that follow *as*. */
export function reasonOfRebuild({ cause, ejected }: Rebuild): string {
  switch (cause) {
    case 'incoherent':
      return 'its branches contradicted each other';
    case 'command':
      return 'somebody asked for it';
    case 'eject':
      return `pull request ${ejected?.member.pullRequest ?? ''} was taken out of it`;
  }
}

/** The subject of the record. */
export function writeRebuild({ cause, requeue, ejected }: Rebuild): string {
  const entries = (ejected?.member.entries ?? []).map(({ tip, branch }) => `out=${tip}:${encodeURIComponent(branch)}`);
  const head = typeof ejected?.head === 'string' ? [`head=${ejected.head}`] : [];
  return ['Rebuild the queue:', `cause=${cause}`, `requeue=${requeue.join(',')}`, ...head, ...entries].join(' ');
}

/**
 * The rebuild that has begun and is not complete; null: there is none. A branch of that name which somebody else has
 * made, or with which nothing can be done, is left alone.
 *
 * @param graph holds the tip of `rebuildBranch`, if there is one
 */
export function begunRebuild({ branches }: Pick<RemoteRefs, 'branches'>, graph: CommitGraph, robotEmail: string): BegunRebuild | null {
  const record = branches.get(rebuildBranch);
  const rebuild = record === undefined || !graph.has(record) ? null : readRebuild(graph.get(record), robotEmail);
  return record === undefined || rebuild === null ? null : { record, rebuild };
}

const pattern = /^Rebuild the queue: cause=(?<cause>incoherent|command|eject) requeue=(?<requeue>(?:[1-9]\d{0,14}(?:,[1-9]\d{0,14})*)?)(?: head=(?<head>[0-9a-f]{40,64}))?(?<out>(?: out=[0-9a-f]{40,64}:\S+)*)$/;

function readRebuild(commit: CommitRecord, robotEmail: string): Rebuild | null {
  const { cause, requeue = '', head, out = '' } = pattern.exec(commit.subject)?.groups ?? {};
  if (cause === undefined || !isMadeByRobot(commit, robotEmail)) {
    return null;
  }
  const ejected = readEjected(out, head ?? null);
  if ((cause === 'eject') !== (ejected !== null)) {
    return null;
  }
  return { cause: cause as RebuildCause, requeue: requeue === '' ? [] : requeue.split(',').map(Number), ejected };
}

function readEjected(text: string, head: Sha | null): Ejected | null {
  const branches = text.split(' out=').slice(1).map((entry): readonly [string, Sha] => {
    const colon = entry.indexOf(':');
    return [decoded(entry.slice(colon + 1)), entry.slice(0, colon)];
  });
  const { versions } = readQueue({ branches: new Map(branches) });
  const entries = versions.flatMap((version) => version.entries);
  const [first] = entries;
  if (first === undefined || entries.some(({ pullRequest }) => pullRequest !== first.pullRequest)) {
    return null;
  }
  const hotfix = versions.some((version) => version.hotfix);
  return { head, member: { pullRequest: first.pullRequest, hotfix, versions: entries.map(({ version }) => version), entries } };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}
