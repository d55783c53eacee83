import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codeOfComment, contentKey, markerLine, markerOfComment, readMarker } from '../../src/conversation/marker.js';

const line = markerLine({ code: 115, key: 'abc', data: {} });

test('a marker: is one HTML comment that names the code', () => {
  expect(line).toBe('<!-- bert-e: code=115 key=abc -->');
  expect(markerLine({ code: 125, key: 'abc', data: { head: 'a b--c>\n' } })).toBe('<!-- bert-e: code=125 key=abc head=a%20b%2D%2Dc%3E%0A -->');
});

describe('the code of a comment', () => {
  test.each([
    ['the robot, last line', 'bert-e', `Hello\n\n${line}`, 115],
    ['the robot, CRLF and blank lines after it', 'Bert-E', `Hello\r\n${line}\r\n\r\n`, 115],
    ['somebody else', 'mallory', `Hello\n\n${line}`, null],
    ['the app of the same name', 'bert-e[bot]', line, null],
    ['a deleted account', null, line, null],
    ['not the last line', 'bert-e', `${line}\nHello`, null],
    ['not a line of its own', 'bert-e', `Hello ${line}`, null],
    ['quoted', 'bert-e', `> ${line}`, null],
    ['something else hidden', 'bert-e', '<!-- code=115 -->', null],
    ['no marker', 'bert-e', 'Hello', null],
  ])('%s: %s', (_, author, body, code) => {
    expect(codeOfComment({ author, body }, 'bert-e')).toBe(code);
  });

  test('an app: counts with [bot], or by its kind', () => {
    expect(codeOfComment({ author: 'bert-e[bot]', body: line }, 'bert-e[bot]')).toBe(115);
    expect(codeOfComment({ author: 'bert-e', authorKind: 'bot', body: line }, 'bert-e[bot]')).toBe(115);
    expect(codeOfComment({ author: 'bert-e', authorKind: 'user', body: line }, 'bert-e[bot]')).toBeNull();
  });
});

test.each([
  ['a broken escape', '<!-- bert-e: code=115 key=a x=%zz -->'],
  ['an escape of no character', '<!-- bert-e: code=115 key=a x=%FF -->'],
  ['a name given twice', '<!-- bert-e: code=115 key=a x=1 x=2 -->'],
  ['two digits', '<!-- bert-e: code=11 key=a -->'],
  ['the end of a comment in a value', '<!-- bert-e: code=115 key=a x=--> -->'],
])('%s: no marker', (_, text) => {
  expect(readMarker(text)).toBeNull();
});

test.each([
  ['code', { code: 99, key: 'a', data: {} }],
  ['key', { code: 115, key: 'a b', data: {} }],
  ['name', { code: 115, key: 'a', data: { 'X y': '' } }],
  ['name with two hyphens', { code: 115, key: 'a', data: { 'x--y': '' } }],
  ['key with two hyphens', { code: 115, key: 'a--b', data: {} }],
])('a wrong %s: cannot be written', (_, marker) => {
  expect(() => markerLine(marker)).toThrow(TypeError);
});

test('any data: is read as it was written, and neither line nor comment ends early', () => {
  const data = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9]{0,4}(?:-[a-z0-9]{1,4}){0,2}$/), fc.string({ unit: 'grapheme' }), { noNullPrototype: true });
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 999 }), data, fc.string(), (code, written, message) => {
      const marker = { code, key: contentKey(message), data: written };
      const text = markerLine(marker);
      expect(text).not.toMatch(/[\r\n]|--.*--.*--/);
      expect(markerOfComment({ author: 'bert-e', body: `${message}\n${text}` }, 'bert-e')).toEqual(marker);
    }),
  );
});

test('any text: is read without an error', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(readMarker(text)).toBeNull();
    expect(() => markerLine({ code: 100, key: 'a', data: { x: text } })).not.toThrow();
    expect(() => readMarker(`<!-- bert-e: code=115 key=a x=${text} -->`)).not.toThrow();
  }));
});

describe('contentKey', () => {
  test('a text: always has the same key', () => {
    expect(contentKey('')).toBe('811c9dc59e3779b9');
    expect(contentKey('Hello')).toBe(contentKey('Hello'));
    expect(contentKey('Hello')).toMatch(/^[0-9a-f]{16}$/);
  });

  test('ten thousand texts: have as many keys', () => {
    expect(new Set(Array.from({ length: 10_000 }, (_, index) => contentKey(`message ${index}`))).size).toBe(10_000);
  });

  test('characters that differ only in their upper half: differ', () => {
    expect(contentKey('\u0141')).not.toBe(contentKey('A'));
  });
});
