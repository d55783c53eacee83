import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { readSettings } from '../../src/settings/read.js';
import { ignoredReferenceKeys, settingAliases } from '../../src/settings/reference-keys.js';
import { settingDefinitions, settingKeys } from '../../src/settings/schema.js';

const schemaFile = join(import.meta.dirname, '..', '..', 'schema', 'bert-e.schema.json');
const schemaAccepts = new Ajv({ strictTypes: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);

/**
 * What the reader says of the same text, as far as a JSON Schema can know it: an unknown key is only a note to the
 * reader, and contradictions between settings are beyond a schema.
 */
function readerAccepts(text: string): boolean {
  const reading = readSettings({ file: { name: 'f', text }, inline: null, environment: {} });
  const notes = reading.kind === 'ok' ? reading.notes : unknownKeysIn(text);
  const mistakes = reading.kind === 'ok' ? [] : reading.problems.filter(({ kind }) => kind !== 'inconsistent');
  return mistakes.length === 0 && !notes.some((note) => note.includes('unknown setting'));
}

/** Notes are not given along with problems; without the settings that contradict each other they are. */
function unknownKeysIn(text: string): readonly string[] {
  const known = new Set<string>([...settingKeys, ...settingAliases.keys(), ...ignoredReferenceKeys.keys()]);
  const value: unknown = parse(text);
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return keys.filter((key) => !known.has(key)).map((key) => `unknown setting ${key}`);
}

function bothSay(text: string): { readonly schema: boolean; readonly reader: boolean } {
  return { schema: schemaAccepts(parse(text) ?? {}), reader: readerAccepts(text) };
}

const examples: Readonly<Record<string, unknown>> = Object.fromEntries(settingKeys.map((key) => [key, settingDefinitions[key].example]));
const defaults: Readonly<Record<string, unknown>> = Object.fromEntries(settingKeys.map((key) => [key, settingDefinitions[key].default]));

describe('samples', () => {
  test.each([
    ['empty', '{}'],
    ['all defaults', stringify(defaults)],
    ['all examples', stringify(examples)],
    ['a file of the reference', 'repository_host: github\nrepository_owner: acme\nrobot: bert-e\nrobot_email: r@example.com\nbuild_key: pre-merge\nuse_queue: true\nadmins: [alice, "bob@557058:0f"]\njira_keys: []\nprefixes: {Story: feature}\ntasks: [{title: x}]\nfrontend_url: ""'],
    ['the sample of the documentation', /```yaml\n(?<sample>.*?)```/s.exec(readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'settings.md'), 'utf8'))?.groups?.sample ?? '['],
  ])('%s: accepted by both', (_name, text) => {
    expect(bothSay(text)).toEqual({ schema: true, reader: true });
  });

  test.each([
    'nothing_known: 1', 'use_queues: "true"', 'robot: a b', 'admins: ["@acme"]', 'prefixes: [a]', 'pr_author_options: {a: [nope]}',
    'pr_author_options: {constructor: [wait]}', 'required_workflows: [a/b.yml]', 'status_context: ""', 'dashboard: 1.5', 'build_key: []', '[]', 'text',
  ])('%s: refused by both', (text) => {
    expect(bothSay(text)).toEqual({ schema: false, reader: false });
  });

  test('255 characters that take two units each: the limit of the context means the same to both', () => {
    expect(bothSay(`status_context: "${'\u{1F600}'.repeat(255)}"`)).toEqual({ schema: true, reader: true });
    expect(bothSay(`status_context: "${'\u{1F600}'.repeat(256)}"`)).toEqual({ schema: false, reader: false });
  });
});

const oddText = fc.constantFrom(
  '', ' ', 'a', 'a b', '@a', '@a/b', 'a@b', 'a[bot]', 'ci.yml', '.github/workflows/ci.yml', 'check:', 'check:a', 'check:a/', 'none',
  'create', 'wait', 'best', 'https://a', 'http://a/b/', 'https://u:p@a', 'a\nb', 'constructor', '__proto__', '\u2028', 'é', '\u{1F600}',
);
const odd = fc.oneof(fc.constantFrom(null, true, 0, 1, -1, 1.5, 1e300), oddText);
const text = fc.oneof(oddText, fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 6 }));
const anything = fc.oneof(odd, text, fc.array(fc.oneof(odd, text), { maxLength: 3 }), fc.dictionary(text, fc.oneof(odd, fc.array(text, { maxLength: 2 })), { maxKeys: 3 }));
const key = fc.oneof({ weight: 8, arbitrary: fc.constantFrom<string>(...settingKeys, ...settingAliases.keys()) }, { weight: 1, arbitrary: text });

/** A setting that is most likely right, or most likely wrong, or put at the end of a list that is already there. */
const change = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...settingKeys).chain((name) => fc.tuple(fc.constant<string>(name), fc.constantFrom(examples[name], defaults[name]), fc.constant(false))) },
  { weight: 1, arbitrary: fc.tuple(key, anything, fc.constant(false)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom<string>('admins', 'project_leaders', 'required_workflows', 'jira_keys', 'build_key'), text, fc.constant(true)) },
);

/** A valid file in which some settings were changed. */
const mutated = fc
  .tuple(fc.subarray<string>([...settingKeys]), fc.array(change, { minLength: 1, maxLength: 3 }))
  .map(([kept, changes]) => {
    const settings = new Map<string, unknown>(kept.map((name) => [name, examples[name]]));
    for (const [name, value, inside] of changes) {
      const before = settings.get(name);
      settings.set(name, inside && Array.isArray(before) ? [...(before as readonly unknown[]), value] : value);
    }
    return settings;
  });

test('random mutations of a valid file: schema and reader agree', () => {
  let refused = 0;
  fc.assert(
    fc.property(mutated, (settings) => {
      const written = stringify(settings, { aliasDuplicateObjects: false });
      const { schema, reader } = bothSay(written);
      refused += schema ? 0 : 1;
      expect({ written, reader }).toEqual({ written, reader: schema });
    }),
    { numRuns: 1500 },
  );
  // Neither all the same nor all different: the property has something to say about both.
  expect(refused).toBeGreaterThan(150);
  expect(refused).toBeLessThan(1350);
});

test('random texts: the reader always answers', () => {
  const piece = fc.constantFrom('robot', 'admins', ': ', '\n', '- ', '  ', '[', ']', '{', '}', ',', '"', "'", '|', '>', '&a ', '*a', '!x ', '#', '\t', '---', '%', '? ', '<<', '\uFEFF', '\r', '1', '~');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const reading = readSettings({ file: { name: 'f', text: pieces.join('') }, inline: null, environment: {} });
      expect(reading.kind === 'ok' || reading.problems.length > 0).toBe(true);
    }),
    { numRuns: 1500 },
  );
});
