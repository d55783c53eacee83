import { describe, expect, test } from '@jest/globals';
import { reasonOf } from '../../src/outcomes/reason.js';
import { branchFacts, missingApprovals, ofKind, runOf, shas, verdictOf } from './samples.js';

describe('reasonOf', () => {
  test.each([
    ['peers missing', missingApprovals(), '2 approvals missing'],
    ['one peer missing', missingApprovals({ peers: { required: 1, given: [], authorCounts: false, missing: 1, bypassed: false } }), '1 approval missing'],
    ['a leader missing', missingApprovals({ leaders: { required: 1, given: [], authorCounts: false, missing: 1, bypassed: false } }), '2 approvals missing (1 of a leader)'],
    ['a change request stands before everything else', missingApprovals({ changeRequesters: ['alice'], author: true }), 'Change requested by alice'],
    ['only the author', missingApprovals({ author: true, peers: { required: 0, given: [], authorCounts: false, missing: 0, bypassed: false } }), 'The author has not approved'],
    ['unanimity too', missingApprovals({ unanimityMissing: ['bob', 'carol'] }), '2 approvals missing; not approved by bob, carol'],
  ])('%s', (_name, missing, expected) => {
    expect(reasonOf({ code: 115, missing })).toBe(expected);
  });

  test('a run that waits for a click: says so instead of “failed”', () => {
    const build = ofKind(verdictOf([branchFacts('bugfix/x', shas.tested, [runOf('bugfix/x', { conclusion: 'action_required' })])]), 'failed');
    expect(reasonOf({ code: 118, build })).toBe('CI on bugfix/x waits for a person to approve 1 workflow run');
  });

  test('several branches running: the first is named, the others counted', () => {
    const facts = ['bugfix/x', 'w/5.1/bugfix/x', 'w/10/bugfix/x'].map((branch) => branchFacts(branch, shas.tested, [runOf(branch, { status: 'queued', conclusion: null })]));
    expect(reasonOf({ code: 303, build: ofKind(verdictOf(facts), 'in-progress') })).toBe('CI running on bugfix/x and 2 other branches');
  });

  test.each([
    ['every run skipped', [runOf('bugfix/x', { conclusion: 'skipped' })], 'CI skipped everything on bugfix/x'],
    ['no run', [], 'No CI run on bugfix/x yet'],
  ])('%s: not started, and why', (_name, runs, expected) => {
    expect(reasonOf({ code: 304, build: ofKind(verdictOf([branchFacts('bugfix/x', shas.tested, runs)]), 'not-started'), justPushed: [] })).toBe(expected);
  });

  test('characters of two units: none is cut in half, and 140 is kept', () => {
    for (let padding = 0; padding < 8; padding += 1) {
      const reason = reasonOf({ code: 133, service: 'git', detail: `${'x'.repeat(padding)}${'🙂'.repeat(200)}` });
      expect(reason.length).toBeLessThanOrEqual(140);
      expect(reason.length).toBeGreaterThan(137);
      expect(reason).not.toMatch(/\p{Cs}/u);
      expect(reason.endsWith('🙂…')).toBe(true);
    }
  });
});
