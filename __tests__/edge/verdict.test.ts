import { describe, expect, test } from '@jest/globals';
import { failsJob, worstOutcome } from '../../src/edge/verdict.js';
import type { Outcome } from '../../src/outcomes/outcome.js';

const failure: Outcome = { code: 222, destination: 'development/9' };
const pending: Outcome = { code: 304, build: null, justPushed: [] };
const neutral: Outcome = { code: 302, reason: { kind: 'merged' } };
const success: Outcome = { code: 306, merged: [7] };
const gate: Outcome = { code: 302, reason: { kind: 'gate-only' } };

describe('of several outcomes', () => {
  test('the worst is reported: failure, pending, success, neutral', () => {
    expect(worstOutcome([success, neutral, pending, failure])).toBe(failure);
    expect(worstOutcome([success, neutral, pending])).toBe(pending);
    expect(worstOutcome([neutral, success])).toBe(success);
    expect(worstOutcome([success])).toBe(success);
    expect(worstOutcome([])).toBeNull();
  });

  test('a gate that holds is a success, although its code is mostly neutral', () => {
    expect(worstOutcome([neutral, gate])).toBe(gate);
  });

  test('equally bad ones: the first', () => {
    const other: Outcome = { code: 222, destination: 'development/10' };
    expect(worstOutcome([pending, other, failure])).toBe(other);
  });
});

describe('fail-on', () => {
  const queued: Outcome = { code: 302, reason: { kind: 'queued' } };
  const ejected: Outcome = { code: 302, reason: { kind: 'ejected' } };
  const busy: Outcome = { code: 302, reason: { kind: 'busy', attempts: 3 } };

  test.each([
    ['blocked', [failure]],
    ['pending', [failure, pending, queued, ejected, busy]],
    ['never', []],
  ] as const)('%s: the job fails on what is not done, as far as that is asked for', (failOn, failing) => {
    expect([failure, pending, queued, ejected, busy, neutral, success, gate].filter((outcome) => failsJob(outcome, failOn))).toEqual([...failing]);
  });
});
