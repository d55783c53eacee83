import { contradictionsIn, doubtsAbout } from './consistency.js';
import { nearestName } from './nearest-name.js';
import { codeOfProblem, describeValue, keyText, placeText } from './problem.js';
import type { Position, Problem } from './problem.js';
import { ignoredReferenceKeys, settingAliases } from './reference-keys.js';
import { completeSettings, isSettingKey, settingDefinitions, settingKeys } from './schema.js';
import type { SettingKey, Settings, SettingValues } from './schema.js';
import { hashOf } from './settings-hash.js';
import { validateSetting } from './validate.js';
import type { Validated } from './validate.js';
import { readYaml } from './yaml-text.js';

/** A text with settings, and how to call it in messages. */
export interface SettingsText {
  readonly name: string;
  readonly text: string;
}

export interface SettingsSources {
  /** The file of the default branch; null if there is none. */
  readonly file: SettingsText | null;
  /** The input `config`; null if it is not given. */
  readonly inline: SettingsText | null;
  /** All environment variables; those named `BERT_E_<KEY>` count. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export type SettingsReading =
  | {
      readonly kind: 'ok';
      readonly settings: Settings;
      /** Things to tell that stop nothing, one sentence each. Plain text, safe on one line, not escaped for Markdown. */
      readonly notes: readonly string[];
      /** See `hashOf`. */
      readonly hash: string;
    }
  | { readonly kind: 'unreadable'; readonly code: 219; readonly problems: readonly Problem[] }
  | { readonly kind: 'malformed'; readonly code: 220; readonly problems: readonly Problem[] };

/**
 * The settings in force (spec 5, "Settings"): the environment over the inline text over the file over the defaults, key
 * by key; a list or map replaces the one before it as a whole. An environment variable that is empty counts as not set.
 *
 * Every problem of every source is reported at once, also in a value that another source overrides. With problems of
 * both codes the answer is 219.
 */
export function readSettings(sources: SettingsSources): SettingsReading {
  const readings = [
    ...[sources.file, sources.inline].filter((text) => text !== null).map(readText),
    ...readEnvironment(sources.environment),
  ];
  const values: Partial<Record<SettingKey, unknown>> = {};
  const origins = new Map<SettingKey, Origin>();
  for (const found of readings.flatMap((reading) => reading.found)) {
    origins.set(found.key, found.origin);
    values[found.key] = found.value;
  }
  // Each value was made by the schema of its own key.
  const settings = completeSettings(values as SettingValues);
  const problems = readings.flatMap((reading) => reading.problems);
  const wrong = new Set(readings.flatMap((reading) => reading.wrong));
  for (const { keys, ...contradiction } of contradictionsIn(settings)) {
    // A value that is wrong already stands here as its default, and proves nothing.
    if (!keys.some((key) => wrong.has(key))) {
      const origin = keys.map((key) => origins.get(key)).find((candidate) => candidate !== undefined);
      problems.push({ kind: 'inconsistent', source: 'settings', position: null, key: keys[0], ...contradiction, ...origin });
    }
  }
  const doubts = doubtsAbout(settings).map(({ key, text }) => `${place(origins.get(key))}: ${key}: ${text}.`);
  return problems.length > 0
    ? failure(problems)
    : { kind: 'ok', settings, notes: [...readings.flatMap((reading) => reading.notes), ...doubts], hash: hashOf(settings) };
}

/** The answer when a settings file was asked for by name and is not there (219). */
export function missingSettingsFile(name: string): SettingsReading {
  const found = 'no such file on the default branch';
  const advice = 'Commit the file to the default branch, or correct the input config-file.';
  return failure([{ kind: 'missing-file', source: name, position: null, key: '', expected: 'a settings file', found, advice }]);
}

/**
 * The answer when GitHub does not give the settings file (219).
 *
 * @param reason what GitHub said
 * @param forbidden whether it is the token that may not read it
 */
export function unreadableSettingsFile(name: string, reason: string, forbidden: boolean): SettingsReading {
  const advice = forbidden
    ? 'Give the token the permission contents: read.'
    : 'Have a plain text file of less than 1 MB there, or correct the input config-file.';
  const found = reason.replace(/[.\s]+$/u, '');
  return failure([{ kind: 'unreadable-file', source: name, position: null, key: '', expected: 'a settings file on the default branch that can be read', found, advice }]);
}

function failure(problems: readonly Problem[]): SettingsReading {
  return problems.some((problem) => codeOfProblem(problem) === 219)
    ? { kind: 'unreadable', code: 219, problems }
    : { kind: 'malformed', code: 220, problems };
}

interface Origin {
  readonly source: string;
  readonly position: Position | null;
}

interface Found {
  readonly key: SettingKey;
  readonly value: unknown;
  readonly origin: Origin;
}

interface Reading {
  readonly found: readonly Found[];
  /** Settings that were given and are wrong. */
  readonly wrong: readonly SettingKey[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

function readText({ name: source, text }: SettingsText): Reading {
  const yaml = readYaml(source, text);
  if (yaml.problems.length > 0) {
    // Nothing of this text is known, so nothing can be said to contradict it.
    return { found: [], wrong: settingKeys, problems: yaml.problems, notes: [] };
  }
  if (yaml.value === undefined || yaml.value === null) {
    return { found: [], wrong: [], problems: [], notes: [] };
  }
  if (typeof yaml.value !== 'object' || Array.isArray(yaml.value)) {
    const problem = { kind: 'wrong-value', source, position: yaml.locate([]), key: '', expected: 'a map of settings', found: describeValue(yaml.value), advice: 'Write one setting per line, for example use_queues: true.' } as const;
    return { found: [], wrong: settingKeys, problems: [problem], notes: [] };
  }
  const entries = Object.entries(yaml.value as Readonly<Record<string, unknown>>);
  return together(
    entries.map(([written, value]) => {
      const origin = { source, position: yaml.locateKey(written) };
      const key = settingAliases.get(written) ?? written;
      if (!isSettingKey(key)) {
        return noteOnly(`${place(origin)}: ${noteOnOtherKey(written)}`);
      }
      const reading = settingFrom(key, validateSetting(key, value, source, yaml, [written]), origin);
      if (key === written || reading.problems.length > 0) {
        return reading;
      }
      return entries.some(([other, otherValue]) => other === key && otherValue !== value)
        ? inAnotherSpelling(key, written, value, origin)
        : { ...reading, notes: [`${place(origin)}: ${written} is read as ${key}; write ${key}.`] };
    }),
  );
}

function inAnotherSpelling(key: SettingKey, written: string, value: unknown, origin: Origin): Reading {
  const found = `${written}: ${describeValue(value)}, and another value for ${key}`;
  const advice = `Remove ${written} and keep ${key}.`;
  const problem: Problem = { kind: 'inconsistent', ...origin, key: written, expected: `the same as ${key}`, found, advice };
  return { found: [], wrong: [key], problems: [problem], notes: [] };
}

const environmentPrefix = 'BERT_E_';

/** In a fixed order, so that problems and notes always come out alike. */
function readEnvironment(environment: SettingsSources['environment']): readonly Reading[] {
  const names = Object.keys(environment).filter((name) => name.startsWith(environmentPrefix)).sort();
  return names.map((name): Reading => {
    const text = environment[name] ?? '';
    const written = name.slice(environmentPrefix.length).toLowerCase();
    const key = settingAliases.get(written) ?? written;
    const source = `environment variable ${keyText(name)}`;
    if (text.trim() === '') {
      return noteOnly();
    }
    return isSettingKey(key) ? readVariable(key, source, text) : noteOnly(`${source}: ${noteOnOtherKey(written)}`);
  });
}

/**
 * The text is read as a value of YAML; where that is of no use to the setting, it is taken as it stands, so that
 * a login of digits or a context with a colon needs no quotes inside quotes. A list may be words with commas or blanks between.
 */
function readVariable(key: SettingKey, source: string, text: string): Reading {
  const origin = { source, position: null };
  const yaml = readYaml(source, text);
  const asYaml: Validated =
    yaml.problems.length > 0
      ? { kind: 'invalid', problems: yaml.problems.map((problem) => ({ ...problem, key })) }
      : validateSetting(key, yaml.value ?? null, source, yaml, []);
  // What begins like a list, a map or a quoted text was meant as one, even if it does not end like one.
  if (asYaml.kind === 'valid' || /^\s*[[{"']/u.test(text)) {
    return settingFrom(key, asYaml, origin);
  }
  const words = text.split(/[\s,]+/u).filter((word) => word !== '');
  if (settingDefinitions[key].kind.shape === 'list' && words.length > 0) {
    return settingFrom(key, validateSetting(key, words, source, yaml, []), origin);
  }
  const asText = validateSetting(key, text.trim(), source, yaml, []);
  return settingFrom(key, asText.kind === 'valid' ? asText : asYaml, origin);
}

function settingFrom(key: SettingKey, validated: Validated, origin: Origin): Reading {
  return validated.kind === 'valid'
    ? { found: [{ key, value: validated.value, origin }], wrong: [], problems: [], notes: [] }
    : { found: [], wrong: [key], problems: validated.problems, notes: [] };
}

function noteOnOtherKey(key: string): string {
  const reason = ignoredReferenceKeys.get(key);
  if (reason !== undefined) {
    return `${key} is ignored: ${reason}.`;
  }
  const nearest = nearestName(key, settingKeys);
  const ending = nearest === null ? '.' : `; did you mean ${nearest}?`;
  return `unknown setting ${keyText(key)} has no effect${ending}`;
}

function noteOnly(...notes: readonly string[]): Reading {
  return { found: [], wrong: [], problems: [], notes };
}

function together(readings: readonly Reading[]): Reading {
  return {
    found: readings.flatMap((reading) => reading.found),
    wrong: readings.flatMap((reading) => reading.wrong),
    problems: readings.flatMap((reading) => reading.problems),
    notes: readings.flatMap((reading) => reading.notes),
  };
}

function place(origin: Origin | undefined): string {
  return origin === undefined ? 'settings' : placeText(origin.source, origin.position);
}
