import { describe, expect, test } from '@jest/globals';
import { emptyDashboard } from '../../src/dashboard/state.js';
import { updateDashboard } from '../../src/dashboard/update.js';
import type { Outcome } from '../../src/outcomes/outcome.js';
import { isQueued, landing, look, matrix, merged, needsApproval, noon, open, outage, pushed, queued, seen, sha, state } from './looks.js';

describe('a run that looked at one pull request', () => {
  test('its row is new, the others stay', () => {
    const known = state({ open: [open(1), open(2, { reason: 'CI running' })], merged: [{ number: 9, title: 'Old', branches: [], at: 1, head: 'f' }] });
    expect(updateDashboard(known, look({ pullRequests: [seen(1, { code: 303, build: null }, { title: 'Renamed' })] }))).toEqual({
      ...known,
      open: [open(1, { title: 'Renamed', state: 'pending', reason: 'CI running' }), open(2, { reason: 'CI running' })],
    });
  });

  test('on an empty dashboard: it is shown, and the page is not complete', () => {
    expect(updateDashboard(emptyDashboard, look({ pullRequests: [seen(1, needsApproval)] }))).toEqual({ ...emptyDashboard, open: [open(1)] });
  });

  test('the same look again: the same state', () => {
    const pullRequests = [seen(1, needsApproval), seen(2, isQueued), seen(3, merged(3))];
    const seenQueue = { kind: 'matrix', matrix: matrix([[2, { '4.3': 'in-progress' }]]) } as const;
    const once = updateDashboard(emptyDashboard, look({ pullRequests, queue: seenQueue }));
    expect(updateDashboard(once, look({ pullRequests, queue: seenQueue, now: noon + 60 }))).toEqual(once);
  });
});

describe('a sweep', () => {
  test('what it did not see is not there any more, and the page is complete', () => {
    const known = { ...emptyDashboard, open: [open(1), open(2), open(3)] };
    const after = updateDashboard(known, look({ everything: true, pullRequests: [seen(2, needsApproval), seen(4, needsApproval)] }));
    expect(after.complete).toBe(true);
    expect(after.open.map(({ number }) => number)).toEqual([2, 4]);
  });

  test('a pull request it could not read: is still there, as it was', () => {
    const known = state({ open: [open(1)] });
    expect(updateDashboard(known, look({ everything: true, pullRequests: [{ number: 1, about: null, outcome: outage }] })).open).toEqual([open(1)]);
  });
});

describe('what a pull request waits for', () => {
  const reasonAfter = (outcome: Outcome) => updateDashboard(state({ open: [open(1, { state: 'failure', reason: 'CI failed' })] }), look({ pullRequests: [seen(1, outcome)] })).open;

  test.each<readonly [string, Outcome]>([
    ['no verdict', outage],
    ['the world kept moving', { code: 302, reason: { kind: 'busy', attempts: 3 } }],
    ['somebody asked for the manual', { code: 101 }],
    ['comments were cleared', { code: 138, removed: 2 }],
    ['a status report in which all holds', { code: 104, report: { checks: [] } }],
  ])('%s: what was known stands', (_name, outcome) => {
    expect(reasonAfter(outcome)).toEqual([open(1, { state: 'failure', reason: 'CI failed' })]);
  });

  test('a status report: the check that stops', () => {
    const checks = [{ name: 'source', state: 'holds', detail: '' }, { name: 'approvals', state: 'stops', detail: '2 approvals missing' }] as const;
    expect(reasonAfter({ code: 104, report: { checks } })).toEqual([open(1, { state: 'pending', reason: '2 approvals missing' })]);
  });

  test.each<readonly [string, Outcome]>([
    ['merged', merged(1)],
    ['closed and cleaned up', { code: 305, deleted: [], closed: [] }],
    ['closed before', { code: 302, reason: { kind: 'closed' } }],
    ['not a branch of ours', { code: 207, branch: 'x', side: 'source' }],
    ['not handled', { code: 301, reason: { kind: 'fork', repository: null } }],
    ['no such pull request', { code: 302, reason: { kind: 'no-such-pull-request', number: 1 } }],
  ])('%s: not among the open ones', (_name, outcome) => {
    expect(reasonAfter(outcome)).toEqual([]);
  });

  test('closed, whatever the outcome says: not among the open ones', () => {
    expect(updateDashboard(state({ open: [open(1)] }), look({ pullRequests: [seen(1, needsApproval, { open: false })] })).open).toEqual([]);
  });

  test('never seen before, and no verdict: said so', () => {
    expect(updateDashboard(state(), look({ pullRequests: [seen(1, outage)] })).open).toEqual([open(1, { state: 'neutral', reason: 'Not known yet; the next look tells' })]);
  });
});

describe('merges', () => {
  const before = state({ open: [open(1), open(2)], queue: [queued(1, undefined, noon - 25), queued(2)] });

  test('merged from the queue: listed with time and branches, out of the queue, and its wait is remembered', () => {
    expect(updateDashboard(before, look({ pullRequests: [seen(1, merged(1))], pushed: pushed('-1 4.3', '-1 5.1') }))).toEqual(
      state({ open: [open(2)], queue: [queued(2)], waits: [25], merged: [{ number: 1, title: 'Change 1', branches: ['development/4.3', 'development/5.1'], at: noon, head: 'aaaaaaaaaaaa' }] }),
    );
  });

  test('told by another run than the one that pushed: out of the queue all the same', () => {
    expect(updateDashboard(before, look({ pullRequests: [seen(1, merged(1))] })).queue).toEqual([queued(2)]);
  });

  test('merged without the queue: no wait', () => {
    expect(updateDashboard(state(), look({ pullRequests: [seen(1, merged(1))] }))).toMatchObject({ waits: [], merged: [{ number: 1 }] });
  });

  test('told twice: listed once, at the first time', () => {
    const once = updateDashboard(before, look({ pullRequests: [seen(1, merged(1))] }));
    expect(updateDashboard(once, look({ now: noon + 9, pullRequests: [seen(1, merged(1))] }))).toEqual(once);
  });

  test('merged in part: listed, and still open; then the rest: listed again', () => {
    const part: Outcome = { code: 126, landing: landing(1), ignored: [], remaining: [{ sha: sha('b'), subject: 'more' }] };
    const once = updateDashboard(before, look({ pullRequests: [seen(1, part)] }));
    expect(once.open[0]).toEqual(open(1, { state: 'success', reason: 'Merged, but 1 newer commit did not land' }));
    const twice = updateDashboard(once, look({ pullRequests: [seen(1, merged(1, sha('b')))] }));
    expect(twice.merged.map(({ number, head }) => [number, head.slice(0, 1)])).toEqual([[1, 'b'], [1, 'a']]);
    expect(twice.open).toEqual([open(2)]);
  });

  test('taken out: out of the queue, and open with the reason', () => {
    const build = { kind: 'failed', branch: 'q/w/1/4.3/bugfix/x', decidedBy: { evidence: [], saysWhichBranch: true }, branches: [] };
    const after = updateDashboard(before, look({ pullRequests: [seen(1, { code: 139, branch: 'q/w/1/4.3/bugfix/x', build } as never)] }));
    expect(after.queue).toEqual([queued(2)]);
    expect(after.open[0]).toMatchObject({ number: 1, state: 'failure' });
  });

  test('many merges: the newest ten, and the newest twenty waits', () => {
    let known = state({ waits: Array.from({ length: 20 }, () => 7) });
    for (let number = 1; number <= 12; number += 1) {
      known = updateDashboard({ ...known, queue: [queued(number, undefined, noon - number)] }, look({ pullRequests: [seen(number, merged(number))] }));
    }
    expect(known.merged.map(({ number }) => number)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
    expect([known.waits.length, known.waits[0], known.waits[12]]).toEqual([20, 12, 7]);
  });
});
