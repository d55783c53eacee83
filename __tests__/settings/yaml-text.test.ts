import { describe, expect, test } from '@jest/globals';
import { problemText } from '../../src/settings/problem.js';
import { readSettings } from '../../src/settings/read.js';
import type { SettingsReading } from '../../src/settings/read.js';
import { readYaml } from '../../src/settings/yaml-text.js';

function linesOf(text: string): readonly string[] {
  return readYaml('f', text).problems.map(problemText);
}

describe('encoding', () => {
  test('byte order mark, CRLF, lone CR: read, and places are right', () => {
    const yaml = readYaml('f', '\uFEFFa: 1\r\nb: 2\rc: 3');
    expect(yaml.value).toEqual({ a: 1, b: 2, c: 3 });
    expect([yaml.locate(['a']), yaml.locate(['b']), yaml.locate(['c'])]).toEqual([
      { line: 1, column: 4 },
      { line: 2, column: 4 },
      { line: 3, column: 4 },
    ]);
  });
});

describe('places', () => {
  const yaml = readYaml('f', 'a:\n  b: [x, &y z, *y]\n  c:\n1: one\n');

  test.each([
    [['a', 'b', 0], 2, 7],
    [['a', 'b', 1], 2, 13],
    [['a', 'b', 2], 2, 16],
    [['a', 'b', 2, 'inside an alias'], 2, 16],
    [['a', 'c'], 3, 3],
    [['1'], 4, 4],
    [['a', 'absent'], 2, 3],
  ])('%j: line %i, column %i', (path, line, column) => {
    expect(yaml.locate(path)).toEqual({ line, column });
  });

  test('a key: its own place and not that of the value', () => {
    expect(yaml.locateKey('1')).toEqual({ line: 4, column: 1 });
  });
});

describe('what is no settings text', () => {
  test.each([
    ['a tab as indentation', 'a:\n\t- b', /^f:2:1: expected spaces as indentation, found a tab\./],
    ['two documents', 'a: 1\n---\nb: 2', /^f:2:1: expected one document, found a second one\./],
    ['a team without quotes', 'admins:\n- @acme/leads', /^f:2:3: .* Put the value in quotes, e\.g\. "@organization\/team"\.$/],
    ['a bracket too few', 'a: [1', /^f:1:6: expected YAML, found an error of syntax, ".*end with a \]"\./],
    ['a tag', 'a: !secret b', /^f:1:\d+: a: expected a plain value, found the tag "!secret"\./],
    ['a tag of a binary value', 'a: !!binary aGk=', /found the tag "tag:yaml\.org,2002:binary"/],
    ['a tag that the value does not bear out', 'a: !!int x', /found the tag "tag:yaml\.org,2002:int"/],
    ['a tagged key', '!x a: 1', /found the tag "!x"/],
    ['a key given twice', 'b:\n  a: 1\n  c: 2\n  a: 3', /^f:4:3: b\.a: expected every key once, found a second one; the first is on line 2\./],
    ['a key that is a list', '? [a]\n: b', /^f:1:3: expected a name as key/],
    ['an empty key', ': b', /expected a name as key/],
    ['a key that every object has', 'a: {__proto__: {b: 1}}', /expected a name as key, found __proto__\./],
    ['an alias of nothing', 'a: *nowhere', /found aliases that cannot be resolved\. .*nowhere/],
  ])('%s: refused with its place', (_what, text, line) => {
    const lines = linesOf(text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
    expect(readYaml('f', text).value).toBeUndefined();
  });

  test('several keys given twice and a tag: all at once', () => {
    expect(linesOf('a: 1\na: 2\nb: !x 1\nb: 2\n')).toHaveLength(3);
  });

  test('plain tags and few aliases: read', () => {
    expect(readYaml('f', 'a: !!str 1\nb: &b [x]\nc: *b\nd: !!int 3').value).toEqual({ a: '1', b: ['x'], c: ['x'], d: 3 });
  });

  test('a directive asking for YAML 1.1: yes stays text', () => {
    expect(readYaml('f', '%YAML 1.1\n---\na: yes').value).toEqual({ a: 'yes' });
  });
});

describe('merge keys', () => {
  test.each([
    ['a map with a value of its own', 'a: &a {x: 1, y: 2}\nb: {<<: *a, x: 3}', { a: { x: 1, y: 2 }, b: { x: 3, y: 2 } }],
    ['two sources', 'a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: [*a, *b]}', { a: { x: 1 }, b: { x: 2, y: 2 }, c: { x: 1, y: 2 } }],
    ['a source written out', 'a: {<<: {x: 1}, y: 2}', { a: { y: 2, x: 1 } }],
    ['a source that merges itself', 'a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b}', { a: { x: 1 }, b: { y: 2, x: 1 }, c: { y: 2, x: 1 } }],
    ['a list of none', 'a: {<<: [], x: 1}', { a: { x: 1 } }],
    ['the name in quotes', 'a: {"<<": {x: 1}}', { a: { '<<': { x: 1 } } }],
    ['an anchor given anew', 'a: &a {x: 1}\nb: &a {x: 2}\nc: {<<: *a}', { a: { x: 1 }, b: { x: 2 }, c: { x: 2 } }],
  ])('%s: merged', (_what, text, value) => {
    expect(readYaml('f', text)).toMatchObject({ problems: [], value });
    expect(readYaml('f', text).value).toEqual(value);
  });

  test.each([
    ['text', 'a: {<<: x}', /^f:1:9: <<: expected a map, or a list of maps, to merge/],
    ['an alias of a list', 'a: &a [x]\nb: {<<: *a}', /^f:2:9: <<: expected a map, or a list of maps/],
    ['an alias of nothing', 'a: {<<: *nowhere}', /^f:1:9: <<: expected a map/],
    ['an alias of what comes later', 'b: {<<: *a}\na: &a {x: 1}', /^f:1:9: <<: expected a map/],
    ['itself', 'a: &a {x: {<<: *a}}', /found the map that it is merged into/],
    ['two of them', 'a: &a {x: 1}\nb:\n  <<: *a\n  <<: *a', /^f:4:3: b\."<<": expected every key once/],
    ['a key that every object has', 'a: &a {__proto__: {x: 1}}\n<<: *a', /found __proto__/],
  ])('%s: refused with its place', (_what, text, line) => {
    expect(linesOf(text)).toEqual([expect.stringMatching(line)]);
    expect(readYaml('f', text).value).toBeUndefined();
  });

  test('merges of merges: refused before they grow', () => {
    const doubling = ['l0: &l0 {x: 1}', ...Array.from({ length: 40 }, (_, level) => `l${String(level + 1)}: &l${String(level + 1)} {p: {<<: *l${String(level)}}, q: {<<: *l${String(level)}}}`)];
    expect(linesOf(doubling.join('\n'))).toEqual([expect.stringContaining('expected few merged keys')]);
    const wide = [`a: &a {${Array.from({ length: 2_000 }, (_, index) => `k${String(index)}: 1`).join(', ')}}`, ...Array.from({ length: 20 }, (_, index) => `b${String(index)}: {<<: *a}`)];
    expect(linesOf(wide.join('\n'))[0]).toContain('expected few merged keys');
    expect(({} as Readonly<Record<string, unknown>>).x).toBeUndefined();
  });
});

describe('plain or in quotes', () => {
  const yaml = readYaml('f', 'a: yes\nb: "yes"\nc: [on]\nd: &d no\ne: *d\n');
  test.each([[['a'], true], [['b'], false], [['c', 0], true], [['c'], false], [['e'], true], [['absent'], false]])('%j: %s', (path, plain) => {
    expect(yaml.isPlain(path)).toBe(plain);
  });
});

describe('hostile texts', () => {
  const row = (name: string): string => Array.from({ length: 9 }, () => `*${name}`).join();

  test('aliases of aliases (a billion laughs): refused at once', () => {
    const text = `a: &a [${'x,'.repeat(9)}]\nb: &b [${row('a')}]\nc: &c [${row('b')}]\nd: [${row('c')}]`;
    expect(linesOf(text)).toEqual([expect.stringContaining('aliases that cannot be resolved')]);
  });

  test('an alias that contains itself: a list like any other, and no endless loop', () => {
    const read = (text: string): SettingsReading => readSettings({ file: { name: 'f', text }, inline: null, environment: {} });
    expect(read('admins: &a [*a]')).toMatchObject({ code: 220, problems: [{ key: 'admins[0]', found: 'a list' }] });
    expect(read('tasks: &a [*a]').kind).toBe('ok');
  });

  test('a text too large: refused unread', () => {
    expect(linesOf('#'.repeat(70_000))).toEqual([expect.stringMatching(/^f: expected at most 65536 characters, found 70000\./)]);
  });

  test.each(['[', '{a: ', '- ', '? ', 'a: ', '"a": ', ' - \n ', '[ #]\n', ']', ',', '&a ', '!a ', '*a ', '"\n', '\t', '---\n', '%\n', '\\', "'", '|\n', ': ', '\u0000', '\u2028', '\uD800'])(
    'thousands of %j: an answer, quickly, and the process lives',
    (piece) => {
      const before = performance.now();
      readYaml('f', `a: ${piece.repeat(Math.floor(6_000 / piece.length))}`);
      readYaml('f', piece.repeat(Math.floor(60_000 / piece.length)));
      // Ordinarily well below one second; the bound is for a loaded machine, and far below anything exponential.
      expect(performance.now() - before).toBeLessThan(20_000);
    },
  );

  test('nesting as deep as is allowed by indentation, and one more level: read, refused', () => {
    const nested = (levels: number): string => Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
    expect(linesOf(nested(90))).toEqual([]);
    expect(linesOf(nested(200))).toEqual([expect.stringContaining('100 levels of nesting')]);
  });

  test('a long line of many small lists, text with many brackets: no nesting', () => {
    expect(linesOf(`a: {${Array.from({ length: 500 }, (_, index) => `k${String(index)}: [x]`).join(', ')}}`)).toEqual([]);
    expect(linesOf(`a: "${'['.repeat(500)}" # ${'['.repeat(500)}`)).toEqual([]);
  });

  test('thousands of errors: the first twenty', () => {
    expect(linesOf(']'.repeat(5_000)).length).toBeLessThanOrEqual(20);
  });
});
