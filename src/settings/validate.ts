import * as v from 'valibot';
import { stringify } from 'yaml';
import { describeValue, keyPath } from './problem.js';
import type { Problem } from './problem.js';
import { settingDefinitions } from './schema.js';
import type { SettingDefinition, SettingKey } from './schema.js';
import type { KeyPath, YamlText } from './yaml-text.js';

export type Validated =
  | { readonly kind: 'valid'; readonly value: unknown }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/**
 * The value of a setting, checked and brought into the form the program uses.
 *
 * @param path Where the value stands in the text: empty when the whole text is the value.
 */
export function validateSetting(key: SettingKey, value: unknown, source: string, text: YamlText, path: KeyPath): Validated {
  const definition: SettingDefinition = settingDefinitions[key];
  const result = v.safeParse(definition.kind.schema, definition.kind.shape === 'boolean' && text.isPlain(path) ? asBoolean(value) : value);
  if (result.success) {
    return { kind: 'valid', value: result.output };
  }
  const problems = result.issues.flatMap(precise).map((issue): Problem => {
    const below = pathOf(issue);
    return {
      kind: key === 'pr_author_options' && issue.type === 'picklist' && typeof issue.input === 'string' ? 'unknown-option' : 'wrong-value',
      source,
      position: text.locate([...path, ...below]),
      key: keyPath([key, ...below]),
      expected: issue.message,
      found: describeValue(issue.input),
      advice: adviceOn(key, definition, issue.input, below.length > 0),
    };
  });
  return { kind: 'invalid', problems };
}

/** The reference program reads YAML 1.1, to which these words are booleans; files that it takes hold them. */
function asBoolean(value: unknown): unknown {
  const words = typeof value === 'string' ? /^(?:(?<on>yes|Yes|YES|on|On|ON)|no|No|NO|off|Off|OFF)$/u.exec(value) : null;
  return words === null ? value : words.groups?.on !== undefined;
}

/** Where one of several kinds was almost right (a list with one wrong entry), the entry is named and not the whole. */
function precise(issue: v.BaseIssue<unknown>): ReadonlyArray<v.BaseIssue<unknown>> {
  const inside = (issue.issues ?? []).filter((nested) => nested.path !== undefined);
  return issue.type === 'union' && inside.length > 0 ? inside : [issue];
}

function pathOf(issue: v.BaseIssue<unknown>): KeyPath {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

function adviceOn(key: SettingKey, definition: SettingDefinition, found: unknown, inside: boolean): string {
  if ((found === null || found === undefined) && !inside) {
    return `Give it a value, or delete the line to get the default, ${flow(definition.default)}.`;
  }
  const { shape } = definition.kind;
  if (shape === 'boolean' && typeof found === 'string' && /^(?:yes|no|on|off|y|n|true|false)$/iu.test(found)) {
    const meant = /^(?:yes|on|y|true)$/iu.test(found);
    return `Write ${key}: ${String(meant)}, without quotes.`;
  }
  if (shape === 'number' && typeof found === 'string' && /^[0-9]{1,9}$/u.test(found)) {
    return `Take the quotes away: ${key}: ${String(Number(found))}.`;
  }
  if ((shape === 'text' || inside) && (typeof found === 'number' || typeof found === 'boolean')) {
    return `Put it in quotes: "${String(found)}".`;
  }
  return `Write, for example, ${key}: ${flow(definition.example)}`;
}

/** A value on one line of YAML. */
export function flow(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}
