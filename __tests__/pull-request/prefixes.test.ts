import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sourcePrefixes } from '../../src/gitwaterflow/branch-name.js';
import { acceptedPrefixes, matchesPattern } from '../../src/pull-request/prefixes.js';

describe('a pattern of allowed_prefixes', () => {
  test.each([
    ['development/4.3', 'development/4.3', true],
    ['development/4.3', 'development/4.30', false],
    ['development/*', 'development/4.3', true],
    ['development/*', 'development/', true],
    ['development/*', 'hotfix/4.3', false],
    ['*', '', true],
    ['*/4.3', 'development/4.3', true],
    ['*/4.3', 'development/4.3.1', false],
    ['d*/4.*', 'development/4.3', true],
    ['ab*ba', 'aba', false],
    ['ab*ba', 'abba', true],
    ['a*b*b', 'ab', false],
    ['a*b*b', 'abb', true],
    ['development/4?3', 'development/4.3', false],
    ['development/4.3', 'development/4x3', false],
    ['**', 'x', true],
  ])('%s and %s: %s', (pattern, text, expected) => {
    expect(matchesPattern(pattern, text)).toBe(expected);
  });

  test('the same as the regular expression that says what * means', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '.') , maxLength: 8 });
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 });
    fc.assert(
      fc.property(letters, texts, (pattern, text) => {
        const meaning = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
        expect(matchesPattern(pattern, text)).toBe(meaning.test(text));
      }),
    );
  });

  test('a pattern made to be slow: linear', () => {
    const started = performance.now();
    expect(matchesPattern(`${'a*'.repeat(20_000)}b`, 'a'.repeat(40_000))).toBe(false);
    expect(matchesPattern(`${'*a'.repeat(20_000)}*b*`, 'a'.repeat(40_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('the prefixes a destination accepts', () => {
  test('none is set, or no pattern matches: all', () => {
    expect(acceptedPrefixes(new Map(), 'development/4.3')).toEqual(sourcePrefixes);
    expect(acceptedPrefixes(new Map([['hotfix/*', ['bugfix']]]), 'development/4.3')).toEqual(sourcePrefixes);
  });

  test('two patterns match: the first of the settings counts', () => {
    const allowed = new Map([['development/*', ['feature']], ['development/4.3', ['bugfix']]]);
    expect(acceptedPrefixes(allowed, 'development/4.3')).toEqual(['feature']);
  });

  test('a pattern with an empty list: accepts nothing', () => {
    expect(acceptedPrefixes(new Map([['*', []]]), 'development/4.3')).toEqual([]);
  });
});
