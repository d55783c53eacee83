import { ignoredReferenceKeys, settingAliases } from './reference-keys.js';
import { settingDefinitions, settingKeys } from './schema.js';
import type { SettingDefinition } from './schema.js';
import { flow } from './validate.js';

/** All settings as a Markdown table, made from `settingDefinitions`. */
export function settingsTable(): string {
  return markdownTable(
    ['Setting', 'Value', 'Default', 'Meaning'],
    settingKeys.map((key) => {
      const definition: SettingDefinition = settingDefinitions[key];
      return [code(key), definition.kind.expects.replaceAll('<', '&lt;'), code(flow(definition.default)), definition.description];
    }),
  );
}

/** The settings of Bert-E that are read under another name or ignored, with the reason, as a Markdown table. */
export function referenceKeysTable(): string {
  return markdownTable(
    ['Setting of Bert-E', 'Here'],
    [
      ...[...settingAliases].map(([alias, key]) => [code(alias), `Read as ${code(key)}.`]),
      ...[...ignoredReferenceKeys].map(([key, reason]) => [code(key), `Ignored: ${reason}.`]),
    ],
  );
}

/** A Markdown table. Cells are Markdown on one line; bars in them are escaped. */
export function markdownTable(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s+/gu, ' ').trim()).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}
