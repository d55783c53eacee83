import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

interface Licences {
  readonly bundledPackages: (stats: unknown) => readonly string[];
  readonly licences: (folders: readonly string[]) => string;
}

const folder = mkdtempSync(join(tmpdir(), 'licences-'));
let scripts: Licences;

beforeAll(async () => {
  // A script of node, without types.
  scripts = (await import(join(import.meta.dirname, '../../scripts/bundle/licences.js'))) as Licences;
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function installed(name: string, license: unknown, files: Readonly<Record<string, string>>): string {
  const at = join(folder, 'node_modules', name);
  mkdirSync(at, { recursive: true });
  Object.entries({ 'package.json': JSON.stringify({ name, license }), ...files }).forEach(([file, text]) => {
    writeFileSync(join(at, file), text);
  });
  return at;
}

test('packages of a bundle: found in modules and in modules that were joined, once, and of nested ones the inner', () => {
  const modules = [
    { nameForCondition: '/x/src/main.ts' },
    { name: './node_modules/a/index.js + 2 modules', nameForCondition: '/x/node_modules/a/index.js', modules: [{ nameForCondition: '/x/node_modules/@s/b/lib/c.js' }] },
    { nameForCondition: '/x/node_modules/a/node_modules/d/index.js' },
    { nameForCondition: '/x/node_modules/a/other.js' },
  ];
  expect(scripts.bundledPackages({ modules })).toEqual(['/x/node_modules/@s/b', '/x/node_modules/a', '/x/node_modules/a/node_modules/d']);
});

test('licences: name, licence and text of each, by name', () => {
  const folders = [installed('b', 'MIT', { 'LICENSE.md': 'Text of b\r\n\r\n' }), installed('@s/a', 'ISC', { license: 'Text of a' })];
  expect(scripts.licences(folders)).toBe('@s/a\nISC\nText of a\n\nb\nMIT\nText of b\n');
});

test('a package without a text, or under a licence nobody has agreed to: the build fails', () => {
  expect(() => scripts.licences([installed('c', 'MIT', { 'README.md': 'c' })])).toThrow('c comes without the text of its licence');
  expect(() => scripts.licences([installed('e', 'GPL-3.0-only', { LICENSE: 'e' })])).toThrow('e is under the licence GPL-3.0-only');
  expect(() => scripts.licences([installed('f', undefined, { LICENSE: 'f' })])).toThrow('f is under the licence undefined');
});
