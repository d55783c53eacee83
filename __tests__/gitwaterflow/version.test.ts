import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareVersions, formatVersion, parseNumber, parseTag, parseVersion } from '../../src/gitwaterflow/version.js';
import { versions } from './arbitraries.js';

function parsed(text: string) {
  const version = parseVersion(text);
  if (version === null) {
    throw new Error(`no version: ${text}`);
  }
  return version;
}

describe('parseVersion', () => {
  test.each([
    ['4', [4]],
    ['4.3', [4, 3]],
    ['4.3.17', [4, 3, 17]],
    ['4.3.17.2', [4, 3, 17, 2]],
    ['0.0.0.0', [0, 0, 0, 0]],
  ])('one to four numbers (%s): read', (text, version) => {
    expect(parseVersion(text)).toEqual(version);
  });

  test.each(['', '.', '4.', '.3', '4..3', '4.3.', '4.3.2.1.0', '4.3.2.1.', '4.3.2.1.x', 'v4.3', '4.x', '+4', '-4', '1e3', '0x4', ' 4', '4 ', '4\n', '٤.٣', '４'])(
    'anything else (%j): no version',
    (text) => {
      expect(parseVersion(text)).toBeNull();
    },
  );

  test.each(['04.3', '4.03', '4.3.00'])('leading zero (%s): no version, one version has one text', (text) => {
    expect(parseVersion(text)).toBeNull();
  });

  test('a number beyond exact arithmetic: no version, since rounding would make two branches one', () => {
    expect(parseVersion('9007199254740991')).toEqual([9007199254740991]);
    expect(parseVersion('9007199254740993.1')).toBeNull();
    expect(parseNumber('99999999999999999999')).toBeNull();
  });

  test('any version: written and read again it is the same', () => {
    fc.assert(fc.property(versions, (version) => expect(parseVersion(formatVersion(version))).toEqual(version)));
  });

  test('any text that is read: it is the only text of its version', () => {
    const texts = fc.stringMatching(/^[0-9.]{0,9}$/);
    fc.assert(
      fc.property(texts, (text) => {
        const version = parseVersion(text);
        return version === null || formatVersion(version) === text;
      }),
    );
  });
});

describe('compareVersions', () => {
  test('the order of the specification: a missing part comes last', () => {
    const inOrder = ['4.3.17', '4.3', '4.4.2', '4.4', '4', '5.1', '5', '10.0', '10'];
    expect(inOrder.map(parsed).reverse().sort(compareVersions).map(formatVersion)).toEqual(inOrder);
  });

  test('a hotfix revision: before the version it belongs to', () => {
    expect(compareVersions([4, 3, 17, 9], [4, 3, 17])).toBe(-1);
    expect(compareVersions([4, 3, 17, 9], [4, 3, 17, 10])).toBe(-1);
  });

  test('any two versions: 0 exactly if they are equal, else opposite when swapped', () => {
    fc.assert(
      fc.property(versions, versions, (left, right) => {
        const same = formatVersion(left) === formatVersion(right);
        expect(compareVersions(left, right) === 0).toBe(same);
        expect(compareVersions(left, right) + compareVersions(right, left)).toBe(0);
      }),
    );
  });

  test('any three versions: transitive', () => {
    fc.assert(
      fc.property(versions, versions, versions, (first, second, third) => {
        fc.pre(compareVersions(first, second) <= 0 && compareVersions(second, third) <= 0);
        expect(compareVersions(first, third)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('parseTag', () => {
  test.each([
    ['4.3.17', [4, 3, 17]],
    ['v4.3.17', [4, 3, 17]],
    ['4.3.17.2', [4, 3, 17, 2]],
    ['v4.3.17.2', [4, 3, 17, 2]],
    ['10.00.07', [10, 0, 7]],
  ])('a release (%s): counts', (tag, version) => {
    expect(parseTag(tag)).toEqual(version);
  });

  test.each(['', 'v', 'v4', '4.3', 'V4.3.9', 'v.4.3.9', 'vv4.3.9', 'r4.3.9', '4.3.9.', '4.3.2.1.0', '4.3.x', '4.3.9-beta.2', '4.3.9_rc1', '4.3.18.1.archived_hotfix_branch', '4.3.9\n', '4.3.99999999999999999999'])(
    'any other tag (%j): ignored',
    (tag) => {
      expect(parseTag(tag)).toBeNull();
    },
  );
});
