import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { allCodes, describeCode } from '../../src/outcomes/codes.js';
import { whoMay } from '../../src/outcomes/messages/greeting.js';
import { commands, options } from '../../src/conversation/vocabulary.js';
import type { Command, Option } from '../../src/conversation/vocabulary.js';
import { markdownTable } from '../../src/settings/documentation.js';
import { administrationCommands } from '../../src/settings/inputs.js';
import { settingKeys } from '../../src/settings/schema.js';
import { isSettingUsed, mapping, missingCommands, read } from './pages.js';

const readme = read('README.md');

function between(name: string): string {
  const text = new RegExp(`<!-- begin:${name} -->\n(?<table>.*?)\n<!-- end:${name} -->`, 's').exec(readme)?.groups?.table;
  if (text === undefined) {
    throw new Error(`README.md lacks the markers of the table ${name}`);
  }
  return text;
}

describe('tables of the README', () => {
  test('options: exactly those of the vocabulary', () => {
    const rows = options.map((option: Option) => [`\`/${option.name}${option.takes === 'switch' ? '' : '=<number>'}\``, option.effect, whoMay(option.permission)]);
    expect(between('options')).toBe(markdownTable(['Option', 'Effect', 'Who'], rows));
  });

  test('commands: exactly those of the vocabulary, with their other names', () => {
    const rows = commands.map((command: Command) => [[command.name, ...command.aliases].map((name) => `\`/${name}\``).join(', '), command.effect, whoMay(command.permission)]);
    expect(between('commands')).toBe(markdownTable(['Command', 'Effect', 'Who'], rows));
  });

  test.each(['inputs', 'outputs'])('%s: one row for each in action.yml', (name) => {
    const declared = Object.keys(mapping(mapping(parse(read('action.yml')))[name]));
    const rows = [...between(name).matchAll(/^\| `(?<key>[^`]+)` \|/gm)].map(({ groups }) => groups?.key);
    expect(declared.length).toBeGreaterThan(0);
    expect(rows).toEqual(declared);
  });
});

describe('operating', () => {
  const page = read('docs/operating.md');
  const section = (title: string): string => page.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';

  test('every pending outcome: says what to do', () => {
    const told = [...section('Pending, and what to do').matchAll(/^\| (?<code>[0-9]{3}) /gm)].map(({ groups }) => Number(groups?.code));
    expect(told).toEqual(expect.arrayContaining(allCodes.filter((code) => describeCode(code).state === 'pending')));
  });

  test('administrative commands: all that the code has, and no other', () => {
    const told = [...section('Commands').matchAll(/^\| `(?<name>[^`]+)` \|/gm)].map(({ groups }) => groups?.name);
    const missing = missingCommands();
    expect(told.toSorted()).toEqual(administrationCommands.filter((name) => !missing.includes(name)).toSorted());
  });
});

describe('not there yet', () => {
  const section = readme.split(/^## /m).find((part) => part.startsWith('Not there yet\n')) ?? '';

  test('commands the code refuses: are named, and no others', () => {
    const named = administrationCommands.filter((name) => section.includes(`\`${name}\``));
    expect(named.toSorted()).toEqual([...missingCommands()].toSorted());
  });

  test('settings the code does not look at: are named, and no others', () => {
    const named = settingKeys.filter((key) => section.includes(`\`${key}\``));
    expect(named.toSorted()).toEqual(settingKeys.filter((key) => !isSettingUsed(key)).toSorted());
  });
});
