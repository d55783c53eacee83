import { problemText } from '../../src/settings/problem.js';
import { readSettings } from '../../src/settings/read.js';
import type { SettingsReading } from '../../src/settings/read.js';
import type { Settings } from '../../src/settings/schema.js';

export interface Given {
  readonly file?: string;
  readonly inline?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export function read({ file, inline, environment = {} }: Given): SettingsReading {
  return readSettings({
    file: file === undefined ? null : { name: 'bert-e.yml', text: file },
    inline: inline === undefined ? null : { name: 'config input', text: inline },
    environment,
  });
}

export function accepted(given: Given): SettingsReading & { readonly kind: 'ok' } {
  const reading = read(given);
  if (reading.kind !== 'ok') {
    throw new Error(reading.problems.map(problemText).join('\n'));
  }
  return reading;
}

export function settingsOf(given: Given): Settings {
  return accepted(given).settings;
}

export function refused(given: Given): Exclude<SettingsReading, { readonly kind: 'ok' }> {
  const reading = read(given);
  if (reading.kind === 'ok') {
    throw new Error('the settings were accepted');
  }
  return reading;
}

export function linesOf(given: Given): readonly string[] {
  return refused(given).problems.map(problemText);
}
