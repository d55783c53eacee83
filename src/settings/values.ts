import * as v from 'valibot';

/**
 * A kind of value that a setting may have. `expects` is the one description of it: error messages, the JSON Schema and
 * the documentation show the same words.
 */
export interface ValueKind<Schema extends v.GenericSchema = v.GenericSchema> {
  readonly expects: string;
  /** What the value looks like in YAML, for advice on how to write it. */
  readonly shape: 'boolean' | 'number' | 'text' | 'list' | 'map' | 'mixed';
  /** Takes the value as YAML gives it, answers it as the program uses it. The message of every issue is `expects`. */
  readonly schema: Schema;
}

function kind<Schema extends v.GenericSchema>(
  expects: string,
  shape: ValueKind['shape'],
  schemaWith: (expects: string) => Schema,
): ValueKind<Schema> {
  return { expects, shape, schema: schemaWith(expects) };
}

export const flag = kind('true or false', 'boolean', (expects) => v.boolean(expects));

export const count = kind('a whole number, 0 or greater', 'number', (expects) =>
  v.pipe(v.number(expects), v.integer(expects), v.minValue(0, expects)),
);

export function oneOf<const Name extends string>(...names: readonly Name[]) {
  return kind(`${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`, 'text', (expects) => v.picklist(names, expects));
}

/** Bert-E writes some accounts as `login@account id`; the id means nothing on GitHub and is dropped. */
export const login = kind('a login, without @', 'text', (expects) =>
  v.pipe(v.string(expects), v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]*(?:\[bot\])?(?:@[^\s@]+)?$/u, expects), v.transform(withoutAccountId)),
);

export const loginOrTeam = kind('a login without @, or a team as @organization/team', 'text', (expects) =>
  v.pipe(
    v.string(expects),
    v.regex(
      /^(?:[A-Za-z0-9][A-Za-z0-9_-]*(?:\[bot\])?(?:@[^\s@]+)?|@[A-Za-z0-9][A-Za-z0-9_-]*\/[A-Za-z0-9_][A-Za-z0-9._-]*)$/u,
      expects,
    ),
    v.transform(withoutAccountId),
  ),
);

function withoutAccountId(name: string): string {
  const at = name.indexOf('@', 1);
  return at === -1 ? name : name.slice(0, at);
}

export const emailOrEmpty = kind('an e-mail address, or empty text', 'text', (expects) =>
  v.pipe(v.string(expects), v.regex(/^(?:[^\s<>@]+@[^\s<>@]+)?$/u, expects)),
);

/** Credentials in the address would end up in logs, so `user:password@` is refused. */
export const webAddressOrEmpty = kind('an https or http address without user, query and fragment, or empty text', 'text', (expects) =>
  v.pipe(
    v.string(expects),
    v.regex(/^(?:https?:\/\/[^\s/?#@\\]+(?:\/[^\s?#]*)?)?$/u, expects),
    v.transform((address) => (address.endsWith('/') ? address.slice(0, -1) : address)),
  ),
);

/** GitHub's limit for the context of a commit status is 255 characters. */
export const statusContext = kind('the name of a commit status, 1 to 255 characters on one line', 'text', (expects) =>
  v.pipe(v.string(expects), v.regex(/^(?! )[^\x00-\x1f\x7f\u2028\u2029]{1,255}(?<! )$/u, expects)),
);

/** A name on one line that does not begin or end with a space; `check:` must be followed by a name. */
const buildKeyName = /^(?! |check:[ ]*$|check:[^/]*\/[ ]*$)[^\x00-\x1f\x7f\u2028\u2029]+(?<! )$/u;

const oneBuildKey = kind('github_actions, the name of a commit status, or check:<name of a check run>', 'text', (expects) =>
  v.pipe(v.string(expects), v.regex(buildKeyName, expects)),
);

/** An empty list would switch builds off by accident (a commented-out entry), so only the explicit empty text does. */
export const buildKey = kind(
  'github_actions, the name of a commit status, check:<name of a check run>, a list of those, or "" for no build checks',
  'mixed',
  (expects) =>
    v.union(
      [
        v.literal('', expects),
        oneBuildKey.schema,
        v.pipe(v.array(oneBuildKey.schema, expects), v.minLength(1, expects), v.transform((keys) => withoutRepetition(keys, unchanged))),
      ],
      expects,
    ),
);

/** The number of an issue; `create` opens one; `none` is no dashboard. */
export const dashboard = kind('the number of an issue, create, or none', 'mixed', (expects) =>
  v.union(
    [
      v.pipe(v.number(expects), v.integer(expects), v.minValue(1, expects)),
      v.literal('create', expects),
      v.pipe(v.literal('none', expects), v.transform(() => null)),
    ],
    expects,
  ),
);

export const branchPrefix = kind('a branch prefix such as bugfix, without slash', 'text', (expects) =>
  v.pipe(v.string(expects), v.regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/u, expects)),
);

export const projectKey = kind('the key of a Jira project such as PROJ', 'text', (expects) =>
  v.pipe(v.string(expects), v.regex(/^[A-Za-z0-9_]+$/u, expects), v.transform((key) => key.toUpperCase())),
);

/** Workflows live in one folder only, so the folder may be written or left out; the program keeps the file name. */
export const workflowFile = kind('the file name of a workflow such as ci.yml', 'text', (expects) =>
  v.pipe(
    v.string(expects),
    v.regex(/^(?:\.github\/workflows\/)?[^/\\\x00-\x1f\x7f]+\.ya?ml$/u, expects),
    v.transform((file) => file.replace('.github/workflows/', '')),
  ),
);

/** Names that every object has: valibot passes over such a key without a word, so the reader refuses it (spec 6). */
export const reservedNames: readonly string[] = ['__proto__', 'prototype', 'constructor'];

export const nameAsKey = kind('a name, not empty, on one line', 'text', (expects) =>
  v.pipe(v.string(expects), v.regex(/^(?!(?:__proto__|prototype|constructor)$)[^\x00-\x1f\x7f]+$/u, expects)),
);

const loginAsKey = kind('a login, without @', 'text', (expects) =>
  v.pipe(v.string(expects), v.regex(/^(?!(?:__proto__|prototype|constructor)$)[A-Za-z0-9][A-Za-z0-9_-]*(?:\[bot\])?(?:@[^\s@]+)?$/u, expects)),
);

type TextSchema = v.GenericSchema<string, string>;

/** A list of texts without repetitions; the first spelling stays. `fold` says which texts are the same. */
export function listOf<Schema extends TextSchema>(element: ValueKind<Schema>, expects: string, fold: (text: string) => string = unchanged) {
  return kind(expects, 'list', () =>
    v.pipe(v.array(element.schema, expects), v.transform((texts) => withoutRepetition(texts, fold))),
  );
}

/**
 * A map from text to something. It becomes a `ReadonlyMap`, because keys are logins and names chosen by people:
 * looking up `toString` in a plain object finds something nobody wrote.
 */
export function mapOf<Schema extends v.GenericSchema>(key: ValueKind<TextSchema>, value: ValueKind<Schema>, expects: string) {
  return kind(expects, 'map', () =>
    v.pipe(
      plainMap(expects),
      v.record(key.schema, value.schema, expects),
      v.transform((record): ReadonlyMap<string, v.InferOutput<Schema>> => new Map(Object.entries(record))),
    ),
  );
}

/** Lists of option names by login. Logins are given in lower case; spellings of one login are put together. */
export function optionsByLogin<Name extends string>(optionNames: readonly Name[], expects: string) {
  const names = v.array(oneOf(...optionNames).schema, 'a list of option names');
  return kind(expects, 'map', () =>
    v.pipe(
      plainMap(expects),
      v.record(loginAsKey.schema, names, expects),
      v.transform((record) => byLogin<Name>(record)),
    ),
  );
}

function byLogin<Name extends string>(record: Readonly<Record<string, readonly Name[]>>): ReadonlyMap<string, readonly Name[]> {
  const options = new Map<string, readonly Name[]>();
  for (const [name, names] of Object.entries(record)) {
    const known = withoutAccountId(name).toLowerCase();
    options.set(known, [...new Set([...(options.get(known) ?? []), ...names])]);
  }
  return options;
}

/** `record` alone takes a list for a map with the keys 0, 1, 2. */
function plainMap(expects: string) {
  return v.custom<Record<string, unknown>>((input) => typeof input === 'object' && input !== null && !Array.isArray(input), expects);
}

export function ignoringCase(text: string): string {
  return text.toLowerCase();
}

function unchanged(text: string): string {
  return text;
}

function withoutRepetition(texts: readonly string[], fold: (text: string) => string): readonly string[] {
  const first = new Map<string, string>();
  for (const text of texts) {
    const folded = fold(text);
    if (!first.has(folded)) {
      first.set(folded, text);
    }
  }
  return [...first.values()];
}
