import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safeLine } from '../../src/edge/log.js';

/** What the runner does with a line: `::command::` after leading white space, or `##[command]` anywhere. */
function isObeyed(line: string): boolean {
  return /^\s*::/.test(line) || line.includes('##[');
}

/** Everything that the runner, or a terminal, takes for the end of a line. */
const lineBreaks = /[\n\r\v\f\u0085\u2028\u2029]/;

describe('nothing from outside is read as a command of the runner', () => {
  test.each([
    '::set-output name=merged::true',
    '  ::stop-commands::x',
    '\u00A0\u3000\uFEFF::add-mask::x',
    '\t::error::x',
    'harmless\n::error::x',
    'harmless\r::error::x',
    'harmless\r\n::error::x',
    'harmless\u0085::error::x',
    'harmless\u2028::error::x',
    'harmless\u2029::error::x',
    '\u001B[2K::error::x',
    '##[error]x',
    'before ##[add-path]/evil',
    '###[group]x',
    '##\u0000[group]x',
    '#\u202E#[group]x',
    '##[##[group]x',
    '::',
    ' :\u0007: ::x',
  ])('%j', (text) => {
    const line = safeLine(text);
    expect(isObeyed(line)).toBe(false);
    expect(line).not.toMatch(lineBreaks);
    expect(line).not.toMatch(/\p{Cc}/u);
  });

  test('any text', () => {
    const piece = fc.constantFrom('::', ':', '##[', '#', '[', ' ', '\n', '\r', '\u2028', '\u00A0', '\u0000', '\u200B', '\u202E', 'error', ']');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const line = safeLine(pieces.join(''));
        expect(isObeyed(line)).toBe(false);
        expect(line).not.toMatch(lineBreaks);
      }),
    );
  });

  test('ordinary text stays as it is', () => {
    for (const text of ['Outcome 102: Merged into development/4.3', 'a::b', 'issue #12 [draft]', 'naïve – 猫 🐈']) expect(safeLine(text)).toBe(text);
  });

  test('a very long hostile text: linear', () => {
    const started = performance.now();
    safeLine(' '.repeat(1_000_000) + '##['.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
