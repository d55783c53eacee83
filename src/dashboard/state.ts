import * as v from 'valibot';
import type { State } from '../outcomes/codes.js';
import { parseVersion } from '../gitwaterflow/version.js';
import type { QueueMatrixCell } from '../queue/matrix.js';

/**
 * What the dashboard knows (spec 5, "Dashboard"). It travels in the issue itself, hidden behind the text, so that a run which
 * looked at one pull request can bring just that up to date. It is shown and never decided on: whoever may edit the issue can
 * falsify what it shows, and nothing else.
 *
 * All words in it come from outside; they are cut to length here and quoted where they are shown.
 */
export interface DashboardState {
  /** False until a sweep has looked at everything once. */
  readonly complete: boolean;
  /** By number. */
  readonly open: readonly OpenPullRequest[];
  /** Hotfix paths first; each path in the order of queueing. A pull request may be on two paths. */
  readonly queue: readonly QueuedPullRequest[];
  /** Newest first. */
  readonly merged: readonly MergedPullRequest[];
  /** Minutes from queued to merged, newest first. */
  readonly waits: readonly number[];
}

export interface OpenPullRequest {
  readonly number: number;
  readonly title: string;
  readonly destination: string;
  readonly state: State;
  /** What it waits for: plain text on one line (`reasonOf`). */
  readonly reason: string;
}

export interface QueuedPullRequest {
  readonly number: number;
  /** Epoch minutes; null: it was queued unseen. */
  readonly since: number | null;
  /** By version as in the names of the queue branches; four numbers are a hotfix. */
  readonly cells: Readonly<Record<string, CellState>>;
}

export type CellState = QueueMatrixCell['state'];

export interface MergedPullRequest {
  readonly number: number;
  readonly title: string;
  /** Names of the version branches. */
  readonly branches: readonly string[];
  /** Epoch minutes. */
  readonly at: number;
  /** First characters of the commit that landed: a pull request may land in parts. */
  readonly head: string;
}

export const emptyDashboard: DashboardState = { complete: false, open: [], queue: [], merged: [], waits: [] };

/** A body holds 65,536 characters; what is shown needs the greater part. */
const longestState = 24_000;
const mostMerged = 10;
const mostWaits = 20;
const mostBranches = 8;
const longestTitle = 80;
const longestReason = 140;
const longestName = 100;

/** Cut to what an issue can hold; of the open pull requests the newest are left out first. */
export function withinBounds(state: DashboardState): DashboardState {
  const bounded: DashboardState = {
    complete: state.complete,
    open: state.open.map((each) => ({ ...each, title: cut(each.title, longestTitle), destination: cut(each.destination, longestName), reason: cut(each.reason, longestReason) })),
    queue: state.queue,
    merged: state.merged.slice(0, mostMerged).map((each) => ({ ...each, title: cut(each.title, longestTitle), branches: each.branches.slice(0, mostBranches).map((branch) => cut(branch, longestName)) })),
    waits: state.waits.slice(0, mostWaits),
  };
  let kept = bounded;
  while (encodeState(kept).length > longestState && (kept.open.length > 0 || kept.queue.length > 0)) {
    kept = kept.open.length > 0 ? { ...kept, open: kept.open.slice(0, Math.floor(kept.open.length * 0.9)) } : { ...kept, queue: kept.queue.slice(0, Math.floor(kept.queue.length * 0.9)) };
  }
  return kept;
}

/** JSON that is safe inside an HTML comment: nothing in it can end the comment, or be taken for a mention by a careless reader. */
export function encodeState(state: DashboardState): string {
  return JSON.stringify({ version: 1, ...state }).replaceAll(/[<>&@#\p{Cf}\u2028\u2029]|-(?=[->])/gu, escaped);
}

/** Null if this is no state of a version that is known: it was edited by hand, or a newer robot wrote it. */
export function decodeState(text: string): DashboardState | null {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
  const read = v.safeParse(stateSchema, written);
  if (!read.success) {
    return null;
  }
  const { complete, open, queue, merged, waits } = read.output;
  return { complete, open, queue, merged, waits };
}

/** Greatest time that `Date` can tell, in minutes. */
const latest = 8.64e15 / 60_000;
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const minutes = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(latest));
const version = v.pipe(v.string(), v.check((text) => parseVersion(text) !== null));
const cell = v.picklist(['successful', 'in-progress', 'not-started', 'failed', 'not-read', 'not-asked']);

const stateSchema = v.object({
  version: v.literal(1),
  complete: v.boolean(),
  open: v.array(v.object({ number, title: v.string(), destination: v.string(), state: v.picklist(['success', 'pending', 'failure', 'neutral']), reason: v.string() })),
  queue: v.array(v.object({ number, since: v.nullable(minutes), cells: v.record(version, cell) })),
  merged: v.array(v.object({ number, title: v.string(), branches: v.array(v.string()), at: minutes, head: v.string() })),
  waits: v.array(minutes),
});

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}

/** On one line; cut between two characters. */
function cut(text: string, limit: number): string {
  const characters = Array.from(text.slice(0, 4 * limit).replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim());
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('').trimEnd()}…` : characters.join('');
}
