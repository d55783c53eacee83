import { expect, test } from '@jest/globals';
import { nearestName } from '../../src/settings/nearest-name.js';
import { settingKeys } from '../../src/settings/schema.js';

test.each([
  ['required_peer_aprovals', 'required_peer_approvals'],
  ['required-leader-approvals', 'required_leader_approvals'],
  ['requiredPeerApprovals', 'required_peer_approvals'],
  ['ROBOT', 'robot'],
  ['rboot', 'robot'],
  ['admin', 'admins'],
  ['use_qeueus', 'use_queues'],
  ['project_leader', 'project_leaders'],
  ['dispach', 'dispatch'],
])('%s: probably %s', (written, meant) => {
  expect(nearestName(written, settingKeys)).toBe(meant);
});

test.each(['', 'x', 'version', 'labels', 'timeout_minutes', '__proto__', 'r'.repeat(100_000)])('%.20s: nothing near', (written) => {
  expect(nearestName(written, settingKeys)).toBeNull();
});

test('two neighbours swapped: one edit, so a short name is still found', () => {
  expect(nearestName('bca', ['bac'])).toBe('bac');
  expect(nearestName('cba', ['bac'])).toBeNull();
});
