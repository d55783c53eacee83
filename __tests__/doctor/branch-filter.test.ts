import { describe, expect, test } from '@jest/globals';
import { matchesPattern, passesFilter } from '../../src/doctor/branch-filter.js';

describe('patterns of branches, as GitHub documents them', () => {
  test.each([
    ['w/**', 'w/5.1/bugfix/x', true],
    ['w/*', 'w/5.1/bugfix/x', false],
    ['w/*', 'w/5.1', true],
    ['*', 'main', true],
    ['*', 'a/b', false],
    ['**', 'a/b', true],
    ['**/x', 'a/b/x', true],
    ['releases/**-alpha', 'releases/10/3-alpha', true],
    ['*feature', 'my-feature', true],
    ['v2*', 'v2.9', true],
    ['[12].[0-9]+.x', '1.10.x', true],
    ['[12].[0-9]+.x', '3.10.x', false],
    ['[12].[0-9]+.x', '1..x', false],
    ['colou?r', 'color', true],
    ['colou?r', 'colour', true],
    ['colou?r', 'colouur', false],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    ['a.b', 'axb', false],
    ['', '', true],
    ['', 'x', false],
    ['[abc', '[abc', true],
  ])('%s and %s: %p', (pattern, name, expected) => {
    expect(matchesPattern(name, pattern)).toBe(expected);
  });

  test('the last pattern that matches decides, and ! takes away', () => {
    expect(passesFilter('w/1', ['w/**', '!w/1'])).toBe(false);
    expect(passesFilter('w/1', ['w/**', '!w/*', 'w/1'])).toBe(true);
    expect(passesFilter('x', ['w/**'])).toBe(false);
    expect(passesFilter('x', [])).toBe(false);
  });

  test('a pattern made to be slow: answered at once', () => {
    const start = performance.now();
    expect(matchesPattern(`${'a'.repeat(5_000)}b`, `${'**a'.repeat(100)}c`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
