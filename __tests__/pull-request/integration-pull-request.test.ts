import { describe, expect, test } from '@jest/globals';
import { integrationPullRequest, parentOf } from '../../src/pull-request/integration-pull-request.js';
import { markerLine } from '../../src/conversation/marker.js';
import { someRobot } from '../builders/comment.js';
import { pullRequest } from '../builders/pull-request.js';

const step = { kind: 'created', branch: 'w/5.1/bugfix/PROJ-1-crash', destination: 'development/5.1', from: null, to: 'c'.repeat(40) } as const;
const parent = pullRequest({ number: 42 });

/** As GitHub shows what was opened. */
function opened(differences: Parameters<typeof pullRequest>[0] = {}) {
  const { title, body, head } = integrationPullRequest(parent, step);
  return pullRequest({ number: 43, author: someRobot, title, body, head: { branch: head }, ...differences });
}

describe('the pull request of an integration branch', () => {
  test('its title names parent and version', () => {
    expect(integrationPullRequest(parent, step)).toMatchObject({
      title: 'INTEGRATION [PR#42 > development/5.1] Fix the crash', head: step.branch, base: 'development/5.1',
    });
  });

  test('a title with line breaks and control characters: one line', () => {
    const { title } = integrationPullRequest(pullRequest({ title: 'a\r\nb\u0000\u0085c\td\u2028e\u2029f' }), step);
    expect(title).toBe('INTEGRATION [PR#7 > development/5.1] a b c d e f');
  });

  test('a title that is too long: cut at GitHub’s limit, never within a character', () => {
    for (const shift of ['', 'x']) {
      const { title } = integrationPullRequest(pullRequest({ title: shift + '😀'.repeat(200) }), step);
      expect(title.length).toBeLessThanOrEqual(256);
      expect(title.length).toBeGreaterThan(253);
      expect(title).not.toMatch(/\p{Cs}/u);
      expect(title.endsWith('…')).toBe(true);
    }
  });
});

describe('the parent of an integration pull request', () => {
  test('what the robot opened leads back to it', () => {
    expect(parentOf(opened(), someRobot)).toBe(42);
  });

  test('the same description by somebody else: forged, no parent', () => {
    expect(parentOf(opened({ author: 'eve' }), someRobot)).toBeNull();
    expect(parentOf(opened({ author: null }), someRobot)).toBeNull();
    expect(parentOf(opened({ author: 'bert-e' }), someRobot)).toBeNull();
  });

  test('a pull request of the robot from an ordinary source branch: ordinary', () => {
    expect(parentOf(opened({ head: { branch: 'dependabot/npm' } }), someRobot)).toBeNull();
  });

  test.each(['0', '-1', '1e3', '007', '12345678901234567', ' 42', ''])('a marker with the number "%s": no parent', (number) => {
    const body = markerLine({ code: 121, key: 'a1', data: { parent: number } });
    expect(parentOf(opened({ body }), someRobot)).toBeNull();
  });

  test.each(['\n\nSummary by a bot', '\r\nmore', '\n> quoted <!-- bert-e: code=121 key=a data -->\n'])('others added text below it (%j): it is found all the same', (more) => {
    expect(parentOf(opened({ body: `${opened().body}${more}` }), someRobot)).toBe(42);
  });

  test('several markers: the last one', () => {
    const second = markerLine({ code: 121, key: 'a1', data: { parent: '5' } });
    expect(parentOf(opened({ body: `${opened().body}\r\n${second} \r\nmore` }), someRobot)).toBe(5);
  });

  test('a marker within a line, or in the title of the parent: text, no parent', () => {
    const forged = markerLine({ code: 121, key: 'a1', data: { parent: '5' } });
    expect(parentOf(opened({ body: `> ${forged}\n${forged} more` }), someRobot)).toBeNull();
    const { title, body } = integrationPullRequest(pullRequest({ number: 42, title: `x\n${forged}\u2028${forged}` }), step);
    expect(parentOf(opened({ title, body: `${title}\n${body}` }), someRobot)).toBe(42);
    expect(parentOf(opened({ title, body: title }), someRobot)).toBeNull();
  });

  test('its description says where to comment', () => {
    expect(opened().body).toContain('comment there: options and commands in comments here are not read');
  });
});
