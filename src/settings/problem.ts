/**
 * Why settings or inputs cannot be used. The first group is outcome 219 (they cannot be read, or name something
 * unknown), the second 220 (they can be read, but a value is wrong).
 */
export type ProblemKind =
  | 'missing-file'
  | 'unreadable-file'
  | 'too-large'
  | 'syntax'
  | 'duplicate-key'
  | 'unusable-key'
  | 'unknown-option'
  | 'wrong-value'
  | 'inconsistent';

export interface Problem {
  readonly kind: ProblemKind;
  /** Where it stands: name of the file, of the input, of the environment variable. */
  readonly source: string;
  /** From 1; null where the source has no lines. */
  readonly position: Position | null;
  /** Path of the key, e.g. `pr_author_options.alice[0]`; empty for the document itself. */
  readonly key: string;
  readonly expected: string;
  /** Untrusted, on one line, without control characters, shortened. */
  readonly found: string;
  /** What to do, one sentence. */
  readonly advice: string;
}

/** Line and column, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function codeOfProblem(problem: Problem): 219 | 220 {
  switch (problem.kind) {
    case 'missing-file':
    case 'unreadable-file':
    case 'too-large':
    case 'syntax':
    case 'duplicate-key':
    case 'unusable-key':
    case 'unknown-option':
      return 219;
    case 'wrong-value':
    case 'inconsistent':
      return 220;
  }
}

/** The problem in one line, e.g. for an annotation. Plain text: not escaped for Markdown or workflow commands. */
export function problemText(problem: Problem): string {
  const key = problem.key === '' ? '' : `${problem.key}: `;
  return `${placeText(problem.source, problem.position)}: ${key}expected ${problem.expected}, found ${problem.found}. ${problem.advice}`;
}

export function placeText(source: string, position: Position | null): string {
  return position === null ? source : `${source}:${String(position.line)}:${String(position.column)}`;
}

/** Path of a key as people write it. */
export function keyPath(path: ReadonlyArray<string | number>): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${String(part)}]` : `${index === 0 ? '' : '.'}${keyText(part)}`))
    .join('');
}

/** A key as it can be shown: in quotes unless it is a plain word. */
export function keyText(key: string): string {
  return /^[A-Za-z0-9_-]{1,60}$/u.test(key) ? key : quoted(key);
}

/** What a value is, for the place after "found". */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value === '' ? 'empty text' : `the text ${quoted(value)}`;
    case 'number':
    case 'bigint':
      return `the number ${String(value)}`;
    case 'boolean':
      return String(value);
    default:
      if (value === null || value === undefined) {
        return 'nothing';
      }
      return Array.isArray(value) ? 'a list' : 'a map';
  }
}

/** Untrusted text in quotes: on one line, nothing invisible, shortened to so many characters. */
export function quoted(text: string, longest = 60): string {
  // A cut through a surrogate pair leaves half of it, which the replacement below makes visible.
  const cut = text.length > longest ? '…' : '';
  return `${JSON.stringify(text.slice(0, longest)).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped)}${cut}`;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
