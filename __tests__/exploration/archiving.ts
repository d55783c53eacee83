import type { RefUpdate, Sha } from '../../src/ports/git.js';
import type { Settings } from '../../src/settings/schema.js';
import { branchOf } from './repository.js';
import type { RobotRun } from './robot-run.js';
import type { World } from './world.js';

/** A branch or tag that moves. */
export interface Move {
  readonly branch: string;
  readonly from: Sha | null;
  readonly to: Sha | null;
}

export function isVersionBranch(branch: string): boolean {
  return /^(?:development|hotfix)\//.test(branch);
}

/**
 * What is wrong about a push that deletes a version branch or writes a tag; null: nothing. Only the command `delete-branch`
 * does so (spec 4): one branch, for which nothing was queued when the run looked, is kept by the tag of its version, in the
 * same push. A queue that begins meanwhile is no ref that a lease could hold.
 */
export function archiveMistake({ trigger, seen }: RobotRun, moves: readonly Move[], tags: readonly Move[], settings: Settings): string | null {
  if (trigger.kind !== 'command' || trigger.command.name !== 'delete-branch') return 'a version branch is deleted, or a tag written, and nobody asked for that';
  const { branch } = trigger.command;
  const [tag, ...otherTags] = tags;
  const archived = moves.filter((move) => move.to === null && isVersionBranch(move.branch));
  if (tag === undefined || otherTags.length > 0 || archived.length !== 1 || archived[0]?.branch !== branch) return `${branch} and one tag should be in the push, not ${[...archived, ...tags].map((move) => move.branch).join(', ')}`;
  const name = archiveTagOf(branch, seen.tags);
  if (tag.branch !== name || tag.from !== null || tag.to !== archived[0].from) return `${branch} is archived as ${tag.branch} instead of ${name}, or at another commit`;
  const version = branch.slice(branch.indexOf('/') + 1);
  const queued = [...seen.branches.keys()].find((other) => new RegExp(`^q/w/\\d+/${version.replaceAll('.', '\\.')}${branch.startsWith('hotfix/') ? '\\.\\d+' : ''}/`).test(other));
  if (queued !== undefined && settings.useQueues) return `${branch} is deleted while ${queued} waits for it`;
  const others = moves.filter((move) => move.branch !== branch && !(move.to === null && (move.branch === `q/${version}` || move.branch.startsWith(`q/${version}.`))));
  return others.length > 0 ? `${branch} is deleted together with ${others.map((move) => move.branch).join(', ')}` : null;
}

/** A hotfix was working on the revision after the highest that is tagged, as the run has read them: no lease holds other tags back. */
function archiveTagOf(branch: string, tags: readonly string[]): string {
  const version = branch.slice(branch.indexOf('/') + 1);
  if (branch.startsWith('development/')) return version;
  const revisions = tags.flatMap((tag) => {
    const found = new RegExp(`^v?${version.replaceAll('.', '\\.')}(?:\\.(\\d+))?$`).exec(tag);
    return found === null ? [] : [Number(found[1] ?? 0)];
  });
  return `${version}.${Math.max(-1, ...revisions) + 1}.archived_hotfix_branch`;
}

/** Somebody who gives a command about a version branch by its name means that branch, gate or not. */
export function isOrdered({ trigger }: RobotRun, updates: readonly RefUpdate[]): boolean {
  if (trigger.kind !== 'command') return false;
  const { command } = trigger;
  return command.name === 'delete-branch' || (command.name === 'create-branch' && updates.every(({ ref, from, to }) => from === to || branchOf(ref) === command.branch));
}

/** Version branches, and the tags of those that were deleted. */
export function landedTips({ repository }: World): readonly Sha[] {
  return [...[...repository.branches].filter(([branch]) => isVersionBranch(branch)).map(([, tip]) => tip), ...repository.tags.values()];
}
