/**
 * Writes what is derived from the table of settings and from `action.yml`: `schema/bert-e.schema.json`, and the tables
 * between `<!-- begin:… -->` and `<!-- end:… -->` in `docs/settings.md` and, where it has such markers, `README.md`.
 * With `--check` nothing is written, and files that are not up to date are an error.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { parse } from 'yaml';
import { code, markdownTable, referenceKeysTable, settingsTable } from '../src/settings/documentation.js';
import { ignoredReferenceKeys, settingAliases } from '../src/settings/reference-keys.js';
import { settingDefinitions, settingKeys } from '../src/settings/schema.js';
import type { SettingDefinition, SettingKey } from '../src/settings/schema.js';

export const repositoryRoot = join(import.meta.dirname, '..');

const actionSchema = v.object({
  inputs: v.record(v.string(), v.object({ description: v.string(), default: v.string() })),
  outputs: v.record(v.string(), v.object({ description: v.string() })),
});

/** What `action.yml` declares. */
export type ActionMetadata = v.InferOutput<typeof actionSchema>;

export function readActionMetadata(): ActionMetadata {
  return v.parse(actionSchema, parse(readFileSync(join(repositoryRoot, 'action.yml'), 'utf8')));
}

/** The JSON Schema (draft 7) of a settings file, for editors: stricter than the reader only about unknown keys. */
export function settingsJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of the Bert-E merge robot for GitHub Actions',
    type: 'object',
    properties: Object.fromEntries([
      ...settingKeys.map((key) => [key, propertySchema(key)] as const),
      ...[...settingAliases].map(([alias, key]) => [alias, { ...propertySchema(key), description: `Write ${key}.`, deprecated: true }] as const),
      ...[...ignoredReferenceKeys].map(([key, reason]) => [key, { description: `Ignored: ${reason}.`, deprecated: true }] as const),
    ]),
    additionalProperties: false,
  };
}

function propertySchema(key: SettingKey): Readonly<Record<string, unknown>> {
  const definition: SettingDefinition = settingDefinitions[key];
  // The schemas end in a step that brings the value into the program's form, which is no concern of a file's author.
  const schema = toJsonSchema(definition.kind.schema, {
    typeMode: 'output',
    ignoreActions: ['transform'],
    // Patterns of JSON Schema are read as with the flag u, so the flag of ours loses nothing.
    overrideAction: ({ valibotAction, jsonSchema }) =>
      isRegexAction(valibotAction) ? { ...jsonSchema, pattern: valibotAction.requirement.source } : undefined,
  });
  delete schema.$schema;
  return { description: definition.description, ...schema, default: definition.default, examples: [definition.example] };
}

function isRegexAction(action: object): action is { readonly requirement: RegExp } {
  return 'requirement' in action && action.requirement instanceof RegExp && action.requirement.flags === 'u';
}

function tables(): Readonly<Record<string, string>> {
  const { inputs, outputs } = readActionMetadata();
  return {
    settings: settingsTable(),
    'reference-keys': referenceKeysTable(),
    inputs: markdownTable(
      ['Input', 'Default', 'Meaning'],
      Object.entries(inputs).map(([name, input]) => [code(name), code(input.default), input.description]),
    ),
    outputs: markdownTable(
      ['Output', 'Meaning'],
      Object.entries(outputs).map(([name, output]) => [code(name), output.description]),
    ),
  };
}

/**
 * The page with the tables put between its markers; a page without a marker is left as it is.
 *
 * @throws Error if a begin has no end.
 */
export function withTables(page: string, contents: Readonly<Record<string, string>>): string {
  return Object.entries(contents).reduce((text, [name, table]) => {
    const begin = `<!-- begin:${name} -->`;
    const start = text.indexOf(begin);
    if (start === -1) {
      return text;
    }
    const end = text.indexOf(`<!-- end:${name} -->`, start);
    if (end === -1) {
      throw new Error(`${begin} has no <!-- end:${name} -->`);
    }
    return `${text.slice(0, start + begin.length)}\n${table}\n${text.slice(end)}`;
  }, page);
}

/** Everything generated: content by path from the root of the repository. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const contents = tables();
  const pages = ['docs/settings.md', 'README.md'].filter((path) => existsSync(join(repositoryRoot, path)));
  return new Map([
    ['schema/bert-e.schema.json', `${JSON.stringify(settingsJsonSchema(), null, 2)}\n`],
    ...pages.map((path) => [path, withTables(readFileSync(join(repositoryRoot, path), 'utf8'), contents)] as const),
  ]);
}

function main(check: boolean): void {
  const outdated = [...generatedFiles()].filter(([path, content]) => {
    const file = join(repositoryRoot, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== content;
  });
  for (const [path, content] of outdated) {
    if (check) {
      console.error(`${path} is not up to date: run npm run docs`);
      process.exitCode = 1;
    } else {
      const file = join(repositoryRoot, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      console.log(`${path} written`);
    }
  }
}

if (process.argv[1] === import.meta.filename) {
  main(process.argv.includes('--check'));
}
