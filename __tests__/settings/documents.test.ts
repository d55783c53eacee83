import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { generatedFiles, readActionMetadata, repositoryRoot, settingsJsonSchema, withTables } from '../../scripts/generate-docs.js';
import { markdownTable, settingsTable } from '../../src/settings/documentation.js';
import { administrationCommands, failOnValues, inputDefaults } from '../../src/settings/inputs.js';
import { outputNames } from '../../src/settings/outputs.js';
import { ignoredReferenceKeys, settingAliases } from '../../src/settings/reference-keys.js';
import { settingKeys } from '../../src/settings/schema.js';

const action = readActionMetadata();

function page(path: string): string {
  return readFileSync(join(repositoryRoot, path), 'utf8');
}

describe('action.yml', () => {
  test('inputs: the names and defaults that the code reads', () => {
    const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default]);
    expect(Object.fromEntries(defaults)).toEqual(inputDefaults);
  });

  test('outputs: the names that the code writes', () => {
    expect(Object.keys(action.outputs)).toEqual(outputNames);
  });

  test('commands and values of fail-on: all named', () => {
    for (const command of administrationCommands) {
      expect(action.inputs.command?.description).toContain(`\`${command}\``);
    }
    for (const value of failOnValues) {
      expect(action.inputs['fail-on']?.description).toContain(`\`${value}\``);
    }
  });

  test('every description: one or two plain sentences', () => {
    for (const [name, { description }] of [...Object.entries(action.inputs), ...Object.entries(action.outputs)]) {
      expect([name, description]).toEqual([name, expect.stringMatching(/^[^\n]{10,260}\.$/)]);
    }
  });
});

describe('generated files', () => {
  test.each([...generatedFiles().keys()])('%s: up to date (else run npm run docs)', (path) => {
    expect(page(path)).toBe(generatedFiles().get(path));
  });

  test('docs/settings.md: shows every setting, input and output', () => {
    const text = page('docs/settings.md');
    for (const name of [...settingKeys, ...Object.keys(inputDefaults), ...outputNames, ...ignoredReferenceKeys.keys()]) {
      expect(text).toContain(`| \`${name}\` |`);
    }
  });

  test('the table of settings: one row each, in the order of the code', () => {
    const names = settingsTable().split('\n').slice(2).map((row) => /^\| `(?<name>[a-z_]+)` \|/.exec(row)?.groups?.name);
    expect(names).toEqual(settingKeys);
  });

  test('JSON Schema: every setting with description, default and example, old names deprecated, nothing else', () => {
    const { properties, additionalProperties } = settingsJsonSchema();
    expect(additionalProperties).toBe(false);
    const byName = properties as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    expect(Object.keys(byName).sort()).toEqual([...settingKeys, ...settingAliases.keys(), ...ignoredReferenceKeys.keys()].sort());
    for (const key of settingKeys) {
      expect(byName[key]).toMatchObject({ description: expect.stringMatching(/\.$/), examples: [expect.anything()] });
      expect(byName[key]).toHaveProperty('default');
    }
    for (const key of [...settingAliases.keys(), ...ignoredReferenceKeys.keys()]) {
      expect(byName[key]?.deprecated).toBe(true);
    }
  });
});

describe('markers', () => {
  test('a page with markers: only what stands between them changes, also when done again', () => {
    const before = 'a\n<!-- begin:x -->\nold\n<!-- end:x -->\nb <!-- begin:y -->';
    const after = 'a\n<!-- begin:x -->\nnew $& $1\n<!-- end:x -->\nb <!-- begin:y -->';
    expect(withTables(before, { x: 'new $& $1', z: 'unused' })).toBe(after);
    expect(withTables(after, { x: 'new $& $1' })).toBe(after);
  });

  test('a begin without end: an error', () => {
    expect(() => withTables('<!-- begin:x -->', { x: '' })).toThrow('<!-- begin:x --> has no <!-- end:x -->');
  });

  test('bars and line breaks in a cell: do not break the table', () => {
    expect(markdownTable(['h'], [['a|b\nc']])).toBe('| h |\n| --- |\n| a\\|b c |');
  });
});
