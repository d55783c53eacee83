import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, Lexer, parseDocument, Scalar } from 'yaml';
import type { Document, Node, Pair, YAMLError, YAMLMap } from 'yaml';
import { keyPath, keyText, quoted } from './problem.js';
import type { Position, Problem, ProblemKind } from './problem.js';
import { reservedNames } from './values.js';
import { mergeMaps, nameOf } from './yaml-merge.js';
import type { MergeProblem } from './yaml-merge.js';

export type KeyPath = ReadonlyArray<string | number>;

/** A text read as YAML 1.2, with the merge keys of 1.1: one document, plain data. */
export interface YamlText {
  /** Undefined for an empty document and for one that cannot be read. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where the value of this path begins; its key if nothing is written after the key. */
  locate(path: KeyPath): Position;
  /** Whether the value of this path is written without quotes. */
  isPlain(path: KeyPath): boolean;
  /** Where this key of the outermost map stands. */
  locateKey(key: string): Position;
}

/**
 * Reads settings that may come from anywhere: bounded in size, depth and expansion of aliases; tags are refused. Never
 * throws. All problems are reported, except that after an error of syntax nothing else is guessed from the same text.
 */
export function readYaml(source: string, text: string): YamlText {
  // Editors on Windows leave a byte order mark; YAML also takes a lone carriage return for a line break.
  const clean = text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n');
  const tooMuch = sizeProblem(source, clean);
  if (tooMuch !== null) {
    return unusable([tooMuch]);
  }
  const lines = new LineCounter();
  const document = parseDocument(clean, {
    schema: 'core',
    version: '1.2',
    lineCounter: lines,
    prettyErrors: false,
    // Looked for below: the library compares every key with every other and names only the second place.
    uniqueKeys: false,
  });
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    return unusable(document.errors.slice(0, mostSyntaxErrors).map((error) => syntaxProblem(source, error, positionOf)));
  }
  const problems = nodeProblems(source, document, positionOf);
  if (problems.length > 0) {
    return unusable(problems);
  }
  const merging = mergeMaps(document);
  if (merging.length > 0) {
    return unusable(merging.map((problem) => mergeProblem(source, problem, positionOf)));
  }
  return {
    ...plainValue(source, document),
    locate: (path) => positionOf(offsetOf(document.contents, path)),
    isPlain: (path) => {
      const node = nodeAt(document.contents, path);
      const target = isAlias(node) ? node.resolve(document) : node;
      return isScalar(target) && target.type === Scalar.PLAIN;
    },
    locateKey: (key) => positionOf(startOf(pairOf(document.contents, key)?.key)),
  };
}

/** One stray bracket can be thousands of errors to the parser; nobody reads more than the first few. */
const mostSyntaxErrors = 20;
const largestText = 64 * 1024;
const deepestNesting = 100;
const mostAliases = 100;

function unusable(problems: readonly Problem[]): YamlText {
  const start = { line: 1, column: 1 };
  return { value: undefined, problems, locate: () => start, isPlain: () => false, locateKey: () => start };
}

function sizeProblem(source: string, text: string): Problem | null {
  if (text.length > largestText) {
    return {
      kind: 'too-large', source, position: null, key: '', expected: `at most ${String(largestText)} characters`,
      found: String(text.length), advice: 'Shorten the text; logins can be replaced by a team.',
    };
  }
  return isNestedTooDeeply(text)
    ? {
        kind: 'too-large', source, position: null, key: '', expected: `at most ${String(deepestNesting)} levels of nesting`,
        found: 'more', advice: 'Settings need no more than three levels.',
      }
    : null;
}

/**
 * Looked at before parsing: the parser calls itself for every level, and a text of nothing but brackets ends the whole
 * process where no `catch` helps. A block level costs at least a column of indentation or an indicator on its line.
 */
function isNestedTooDeeply(text: string): boolean {
  let brackets = 0;
  let onThisLine = 0;
  let atLineStart = true;
  for (const token of new Lexer().lex(text)) {
    if (token.includes('\n')) {
      onThisLine = 0;
      atLineStart = true;
      continue;
    }
    if (token === '[' || token === '{') {
      brackets += 1;
    } else if (token === ']' || token === '}') {
      brackets = Math.max(0, brackets - 1);
    } else if (brackets === 0 && (token === '-' || token === '?' || token === ':')) {
      onThisLine += 1;
    } else if (atLineStart && token.trim() === '') {
      onThisLine += token.length;
    }
    atLineStart = false;
    if (brackets > deepestNesting || onThisLine > deepestNesting) {
      return true;
    }
  }
  return false;
}

function syntaxProblem(source: string, error: YAMLError, positionOf: (offset: number) => Position): Problem {
  const common = { kind: 'syntax', source, position: positionOf(error.pos[0]), key: '' } as const;
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { ...common, expected: 'spaces as indentation', found: 'a tab', advice: 'Replace the tab by spaces.' };
    case 'MULTIPLE_DOCS':
      return { ...common, expected: 'one document', found: 'a second one', advice: 'Remove the line --- and put all settings in one document.' };
    case 'BAD_SCALAR_START':
      return { ...common, expected: 'a value', found: 'a character that cannot begin plain text', advice: 'Put the value in quotes, e.g. "@organization/team".' };
    default:
      return { ...common, expected: 'YAML', found: `an error of syntax, ${quoted(error.message, 160)}`, advice: 'Correct it and look at the lines around it.' };
  }
}

const plainTags = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`));

/** What is YAML but no settings: tags, keys given twice, keys that are no text. */
function nodeProblems(source: string, document: Document.Parsed, positionOf: (offset: number) => Position): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (kind: ProblemKind, node: unknown, path: KeyPath, expected: string, found: string, advice: string): void => {
    problems.push({ kind, source, position: positionOf(startOf(node)), key: keyPath(path), expected, found, advice });
  };
  const walk = (node: unknown, path: KeyPath): void => {
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.tag !== undefined && isForeignTag(node)) {
      report('syntax', node, path, 'a plain value', `the tag ${quoted(node.tag)}`, 'Remove the tag.');
    }
    if (isSeq(node)) {
      node.items.forEach((item, index) => walk(item, [...path, index]));
    } else if (isMap(node)) {
      walkMap(node, path);
    }
  };
  const walkMap = (map: YAMLMap, path: KeyPath): void => {
    const seen = new Map<string, number>();
    for (const { key, value } of map.items) {
      walk(key, path);
      const name = nameOf(key);
      if (name === null || reservedNames.includes(name)) {
        report('unusable-key', key, path, 'a name as key', name === null ? 'something else' : keyText(name), 'Use plain text as key.');
        continue;
      }
      const before = seen.get(name);
      if (before === undefined) {
        seen.set(name, startOf(key));
      } else {
        const line = String(positionOf(before).line);
        report('duplicate-key', key, [...path, name], 'every key once', `a second one; the first is on line ${line}`, 'Remove one of the two.');
      }
      walk(value, [...path, name]);
    }
  };
  walk(document.contents, []);
  return problems;
}

/** `!!int x` is a known tag on a value that is none; the library then leaves text. */
function isForeignTag(node: Node & { readonly tag?: string }): boolean {
  return !plainTags.has(node.tag ?? '') || (isScalar(node) && typeof node.value === 'string' && !(node.tag ?? '').endsWith(':str'));
}

function mergeProblem(source: string, { kind, node }: MergeProblem, positionOf: (offset: number) => Position): Problem {
  const common = { source, position: positionOf(startOf(node)), key: '<<' } as const;
  switch (kind) {
    case 'no-map':
      return { ...common, kind: 'syntax', expected: 'a map, or a list of maps, to merge', found: 'something else', advice: 'Name the &anchor of a map that stands further up.' };
    case 'circular':
      return { ...common, kind: 'syntax', expected: 'a map to merge', found: 'the map that it is merged into', advice: 'Remove the line.' };
    case 'too-much':
      return { ...common, kind: 'too-large', expected: 'few merged keys', found: 'more than settings could ever need', advice: 'Write the values out instead of merging maps that were merged.' };
  }
}

function plainValue(source: string, document: Document.Parsed): { readonly value: unknown; readonly problems: readonly Problem[] } {
  try {
    return { value: document.contents === null ? undefined : (document.toJS({ maxAliasCount: mostAliases }) as unknown), problems: [] };
  } catch (error) {
    // The library answers unknown, excessive and circular aliases by an exception and does not say where.
    const advice = `Write the values out instead of *aliases: ${quoted(error instanceof Error ? error.message : String(error), 160)}.`;
    return {
      value: undefined,
      problems: [{ kind: 'syntax', source, position: null, key: '', expected: 'values', found: 'aliases that cannot be resolved', advice }],
    };
  }
}

function nodeAt(root: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>((node, part) => (isSeq(node) && typeof part === 'number' ? node.items[part] : pairOf(node, part)?.value), root);
}

function offsetOf(root: unknown, path: KeyPath): number {
  let node: unknown = root;
  let offset = startOf(root);
  for (const part of path) {
    const pair = pairOf(node, part);
    const next: unknown = isSeq(node) && typeof part === 'number' ? node.items[part] : pair?.value;
    if (isScalar(next) && next.source === '' && pair !== undefined) {
      return startOf(pair.key);
    }
    if (next === undefined || next === null) {
      return pair === undefined ? offset : startOf(pair.key);
    }
    node = next;
    offset = startOf(next);
  }
  return offset;
}

function pairOf(node: unknown, key: string | number): Pair | undefined {
  return isMap(node) ? node.items.find((pair) => nameOf(pair.key) === key) : undefined;
}

function startOf(node: unknown): number {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : isPair(node) ? startOf(node.key) : null;
  return typeof range === 'number' ? range : (range?.[0] ?? 0);
}
