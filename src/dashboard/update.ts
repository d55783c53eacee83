import type { CheckRecord, Outcome } from '../outcomes/outcome.js';
import { reasonOf } from '../outcomes/reason.js';
import type { RefUpdate } from '../ports/git.js';
import { outcomeState } from '../pull-request/telling.js';
import { queueAfter } from './queue.js';
import type { QueueSeen } from './queue.js';
import { withinBounds } from './state.js';
import type { DashboardState, MergedPullRequest, OpenPullRequest } from './state.js';

/** What a run found and did, as far as the dashboard shows it. */
export interface Look {
  /** A sweep: what it did not see is not there any more. */
  readonly everything: boolean;
  /** Epoch minutes. */
  readonly now: number;
  readonly pullRequests: readonly SeenPullRequest[];
  readonly queue: QueueSeen;
  /** What was pushed, in order. */
  readonly pushed: readonly RefUpdate[];
}

export interface SeenPullRequest {
  readonly number: number;
  /** Null: it could not be read. */
  readonly about: { readonly title: string; readonly destination: string; readonly open: boolean } | null;
  readonly outcome: Outcome;
}

/** The dashboard after a run: its part is new, the rest stays. */
export function updateDashboard(known: DashboardState, look: Look): DashboardState {
  const merges = look.pullRequests.flatMap((seen) => mergeOf(seen, known, look.now));
  const left = new Set(look.pullRequests.filter(({ outcome }) => leavesQueue.includes(outcome.code)).map(({ number }) => number));
  const queue = queueAfter(known.queue, look.queue, look.pushed, look.now).filter(({ number }) => !left.has(number));
  const waits = merges.flatMap(({ number }) => {
    const since = known.queue.find((row) => row.number === number)?.since ?? null;
    return since === null ? [] : [Math.max(0, look.now - since)];
  });
  return withinBounds({
    complete: known.complete || look.everything,
    open: openAfter(known.open, look),
    queue,
    merged: [...merges, ...known.merged],
    waits: [...waits, ...known.waits],
  });
}

/** Also where the pushes are not known, because another run made them: merged, merged in part, taken out. */
const leavesQueue: readonly number[] = [102, 126, 139];

function mergeOf({ number, about, outcome }: SeenPullRequest, known: DashboardState, now: number): readonly MergedPullRequest[] {
  if (outcome.code !== 102 && outcome.code !== 126) {
    return [];
  }
  const { landing } = outcome;
  const head = landing.head.slice(0, 12);
  // A merge may be told a second time, by a run that finds it untold.
  if (known.merged.some((merged) => merged.number === number && merged.head === head)) {
    return [];
  }
  return [{ number, title: about?.title ?? '', branches: landing.versions.map(({ branch }) => branch), at: now, head }];
}

function openAfter(known: readonly OpenPullRequest[], look: Look): readonly OpenPullRequest[] {
  const open = new Map(known.map((each) => [each.number, each]));
  if (look.everything) {
    const seen = new Set(look.pullRequests.map(({ number }) => number));
    known.filter(({ number }) => !seen.has(number)).forEach(({ number }) => open.delete(number));
  }
  for (const seen of look.pullRequests) {
    const before = open.get(seen.number);
    const after = openPullRequest(seen, before);
    if (after === null) {
      open.delete(seen.number);
    } else {
      open.set(seen.number, after);
    }
  }
  return [...open.values()].sort((left, right) => left.number - right.number);
}

/** Null: it is not open, or the robot does not handle it. */
function openPullRequest({ number, about, outcome }: SeenPullRequest, before: OpenPullRequest | undefined): OpenPullRequest | null {
  if (about?.open === false || isGone(outcome)) {
    return null;
  }
  const named = { number, title: about?.title ?? before?.title ?? '', destination: about?.destination ?? before?.destination ?? '' };
  const waiting = waitingFor(outcome);
  if (waiting !== null) {
    return { ...named, ...waiting };
  }
  return before === undefined
    ? { ...named, state: 'neutral', reason: 'Not known yet; the next look tells' }
    : { ...named, state: before.state, reason: before.reason };
}

function isGone(outcome: Outcome): boolean {
  switch (outcome.code) {
    case 102:
    case 207:
    case 301:
    case 305:
      return true;
    case 302:
      return ['merged', 'closed', 'no-such-pull-request', 'integration-pull-request-without-parent'].includes(outcome.reason.kind);
    default:
      return false;
  }
}

/** Null: the outcome answers somebody, or is no verdict, and does not say what the pull request waits for. */
function waitingFor(outcome: Outcome): Pick<OpenPullRequest, 'state' | 'reason'> | null {
  switch (outcome.code) {
    case 100:
    case 101:
    case 133:
    case 138:
      return null;
    case 104: {
      const stop = outcome.report.checks.find(({ state }: CheckRecord) => state === 'stops');
      return stop === undefined ? null : { state: 'pending', reason: stop.detail };
    }
    case 302:
      if (outcome.reason.kind === 'busy' || outcome.reason.kind === 'changed-meanwhile') {
        return null;
      }
      return { state: outcome.reason.kind === 'queued' ? 'pending' : outcomeState(outcome), reason: reasonOf(outcome) };
    default:
      return { state: outcomeState(outcome), reason: reasonOf(outcome) };
  }
}
