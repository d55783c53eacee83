import { describe, expect, test } from '@jest/globals';
import { optionsOf } from '../../src/conversation/options.js';
import { readMarker } from '../../src/conversation/marker.js';
import { composeComment, longestComment } from '../../src/outcomes/messages/compose.js';
import { safeAddress } from '../../src/outcomes/messages/links.js';
import { withinLimit } from '../../src/outcomes/messages/markdown.js';
import type { Outcome } from '../../src/outcomes/outcome.js';
import { structureOf } from './markdown-structure.js';
import { messageContext, repositoryUrl } from './samples.js';

const cleared: Outcome = { code: 138, removed: 3 };

describe('composeComment', () => {
  test('the same outcome with other options: the same key, so it is not said again', () => {
    const without = composeComment(cleared, messageContext({ options: optionsOf(new Map(), new Map()), runUrl: null }));
    const withOptions = composeComment(cleared, messageContext());
    expect(withOptions.body).not.toBe(without.body);
    expect(withOptions.key).toBe(without.key);
  });

  test('another message: another key', () => {
    expect(composeComment({ code: 138, removed: 4 }, messageContext()).key).not.toBe(composeComment(cleared, messageContext()).key);
  });

  test('footer: options in force with who set them, linked to the comment, and the run', () => {
    const { body } = composeComment(cleared, messageContext());
    expect(body).toContain(
      `<sub>Options: \`after_pull_request=9\` (by the input \`options\` of the workflow), \`approve\` (by [\`alice\`](${repositoryUrl}/pull/12#issuecomment-501)) · [this run](${repositoryUrl}/actions/runs/900) · \`/help\`</sub>`,
    );
  });

  test('commands are shown with the prefix of the context, with a space after a name', () => {
    const { body } = composeComment({ code: 135, targets: ['development/5.1'] }, messageContext({ commandPrefix: '@merge-robot' }));
    expect(body).toContain('`@merge-robot create_integration_branches`');
  });

  test.each([
    ['files in conflict', { code: 124, conflict: { branch: 'q/5.1', files: Array.from({ length: 9_000 }, (_, index) => `src/${'x'.repeat(250)}${index}`) } }],
    ['lost commits', { code: 129, branches: Array.from({ length: 400 }, (_, index) => ({ branch: `w/${index}.0/bugfix/x`, commits: Array.from({ length: 20 }, () => ({ sha: 'a'.repeat(40), subject: '*'.repeat(300) })) })) }],
    ['queue problems', { code: 127, problems: Array.from({ length: 5_000 }, () => ({ rule: 'Q001', branch: `q/${'|'.repeat(250)}`, detail: '`'.repeat(900) })) }],
    ['merged versions', { code: 306, merged: Array.from({ length: 90_000 }, (_, index) => index) }],
  ] satisfies ReadonlyArray<readonly [string, Outcome]>)('thousands of %s: cut below the limit, footer and marker stay', (_name, outcome) => {
    const { body, key } = composeComment(outcome, messageContext());
    expect(body.length).toBeLessThanOrEqual(longestComment);
    expect(readMarker(body)).toEqual({ code: outcome.code, key, data: {} });
    expect(body).toContain('<sub>Options:');
  });
});

describe('withinLimit', () => {
  const length = (text: string) => text.length;
  const long = ['# Title', '', '<details><summary>More</summary>', '', '```sh', ...Array.from({ length: 50 }, (_, index) => `git command ${index}`), '```', '', '</details>'].join('\n');

  test('a text that fits: unchanged', () => {
    expect(withinLimit(long, long.length, length)).toBe(long);
  });

  test('cut inside of code inside of a folded part: both are closed, and a note says so', () => {
    const cut = withinLimit(long, 400, length);
    expect(cut.length).toBeLessThanOrEqual(400);
    expect(cut).toMatch(/git command \d+\n```\n\n<\/details>\n\n… This text was too long; the rest was cut\.$/);
    expect(structureOf(cut).skeleton).toEqual(['heading', 'code', 'paragraph']);
  });

  test('every limit: never longer than it', () => {
    for (let limit = 100; limit < long.length; limit += 1) {
      expect(withinLimit(long, limit, length).length).toBeLessThanOrEqual(limit);
    }
  });
});

describe('safeAddress', () => {
  test.each([
    ['https://ci.example.com/job/7', 'https://ci.example.com/job/7'],
    ['https://ci.example.com/a (b)|c', 'https://ci.example.com/a%20%28b%29%7Cc'],
    ['http://ci.example.com/x"><img>', 'http://ci.example.com/x%22%3E%3Cimg%3E'],
  ])('%s: encoded so that it ends neither link nor cell', (address, expected) => {
    expect(safeAddress(address)).toBe(expected);
  });

  test.each(['javascript:alert(1)', 'ftp://x/y', 'https://user:secret@ci.example.com/', 'https://github.com@evil.example/', '//evil.example', 'https://x\n.example/', `https://x/${'y'.repeat(3_000)}`, 'https://', ''])(
    '%j: no link',
    (address) => {
      expect(safeAddress(address)).toBeNull();
    },
  );
});
