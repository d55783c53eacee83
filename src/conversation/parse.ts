/**
 * From the text of one comment to what it asks of the robot (spec chapter 3, "Comments: options and commands"). Who
 * wrote it, and whether they may, is judged in `read.ts`.
 */
import { addressedName } from './login.js';
import { visibleText, opaque } from './visible-text.js';
import { commandNamed, optionNamed } from './vocabulary.js';
import type { Command, Option, SwitchName } from './vocabulary.js';

/** A word as written: `key`, `key=value`, or something that only looks like it. */
export interface Word {
  readonly key: string;
  /** What follows the first `=`; null without one. */
  readonly value: string | null;
  readonly written: string;
}

/** What one comment says to the robot. */
export type Statement =
  /** Not addressed to the robot, or prose that begins with an option and therefore asks for nothing. */
  | { readonly kind: 'nothing' }
  /** A list of words to be obeyed in order, as long as the comment exists. Words outside the vocabulary are still in it. */
  | { readonly kind: 'options'; readonly words: readonly Word[] }
  /** To be executed once. What follows the keyword changes nothing; it is kept for the record. */
  | { readonly kind: 'command'; readonly command: Command; readonly keyword: string; readonly arguments: readonly string[] }
  /** Prose addressed to the robot that begins with a word it does not know; to be answered once. */
  | { readonly kind: 'unknown'; readonly keyword: string };

/** What a known option was given, see {@link readValue}. */
export type OptionValue =
  | { readonly kind: 'on' | 'off'; readonly name: SwitchName }
  | { readonly kind: 'pull-request'; readonly number: number }
  | { readonly kind: 'wrong-syntax' }
  | { readonly kind: 'wrong-pull-request-number' };

interface PlacedWord extends Word {
  /** The separators between the word before (or the start) and this one. */
  readonly gap: string;
  readonly start: number;
}

const nothing: Statement = { kind: 'nothing' };

// Single-character alternatives that exclude each other, anchored by the sticky flag: each character is looked at once.
const gapPattern = /[\s,.\-/:;|+]*/uy;
// A dot or hyphen before a digit belongs to the value, so that `=1.5` and `=-1` are wrong numbers and not `1` and a rest.
const wordPattern = /(?<key>[^\s,.\-/:;|+=]*)(?:=(?<value>(?:[^\s,.\-/:;|+]|[.\-](?=[0-9]))*))?/uy;
/** What an option list is made of. Letters of any alphabet: a foreign word is an unknown word, not prose. */
const listedWord = /^[\p{L}\p{N}_=]+$/u;
/** What can be meant as a command: two characters at least, so that `/s` in a sentence is not answered. */
const commandLike = /^[A-Za-z_]./u;
/** Logins are made of letters, digits and hyphens, and some of underscores. */
const longerName = /-*[\p{L}\p{N}_]/uy;

/**
 * Reads one comment.
 *
 * @param body the comment as GitHub stores it
 * @param robot the robot's login, with or without `[bot]`
 */
export function parseComment(body: string, robot: string): Statement {
  const text = visibleText(body).trim();
  const address = addressEnd(text, addressedName(robot));
  if (address !== null) {
    const words = wordsFrom(text, address);
    return statementOf(text, words, words.every(isListed));
  }
  const words = text.startsWith('/') ? wordsFrom(text, 0) : [];
  return words[0]?.gap === '/' ? statementOf(text, slashWords(words), isSlashList(words)) : nothing;
}

/** The words of a text that is nothing but a list of words, split as those of a comment, each as written. */
export function splitWords(text: string): readonly string[] {
  return wordsFrom(text, 0).map(({ written }) => written);
}

/** One word by itself, as in the action's `options` input. */
export function parseWord(written: string): Word {
  const text = written.trim();
  const equals = text.indexOf('=');
  return equals < 0 ? { key: text, value: null, written: text } : { key: text.slice(0, equals), value: text.slice(equals + 1), written: text };
}

/**
 * What a known option was given. A switch takes no value, but `=true` and `=false` are understood; a pull request has a
 * number of ASCII digits that is exact as a JavaScript number.
 */
export function readValue(option: Option, value: string | null): OptionValue {
  // `key=a=b` is a misuse of the notation whatever the option wants.
  if (value?.includes('=') === true) return { kind: 'wrong-syntax' };
  switch (option.takes) {
    case 'switch':
      if (value === null || value === 'true') return { kind: 'on', name: option.name };
      return value === 'false' ? { kind: 'off', name: option.name } : { kind: 'wrong-syntax' };
    case 'pull-request-number': {
      const number = value !== null && /^[0-9]+$/.test(value) ? Number(value) : 0;
      return number > 0 && Number.isSafeInteger(number) ? { kind: 'pull-request', number } : { kind: 'wrong-pull-request-number' };
    }
  }
}

function statementOf(text: string, words: readonly PlacedWord[], isList: boolean): Statement {
  const first = words[0];
  if (first === undefined) return nothing;
  const command = commandNamed(first.key);
  if (command !== undefined) {
    return { kind: 'command', command, keyword: first.key, arguments: argumentsOf(text.slice(first.start + first.key.length)) };
  }
  if (isList) return { kind: 'options', words };
  const misused = misusedOption(words);
  if (misused !== undefined) return { kind: 'options', words: [misused] };
  if (optionNamed(first.key) !== undefined) return nothing;
  return commandLike.test(first.key) ? { kind: 'unknown', keyword: first.key } : nothing;
}

/**
 * Prose is not an option list, and so its options do not hold. But who begins with `/after_pull_request 12` has asked for
 * something that must not be ignored in silence: the misuse among the options at its beginning is answered.
 */
function misusedOption(words: readonly PlacedWord[]): PlacedWord | undefined {
  for (const word of words) {
    const option = optionNamed(word.key);
    if (option === undefined) return undefined;
    const value = readValue(option, word.value);
    if (value.kind === 'wrong-syntax' || value.kind === 'wrong-pull-request-number') return word;
  }
  return undefined;
}

/** The words that carry their own slash, up to the first that does not. */
function slashWords(words: readonly PlacedWord[]): readonly PlacedWord[] {
  const end = words.findIndex((word) => !word.gap.endsWith('/'));
  return end < 0 ? words : words.slice(0, end);
}

/**
 * Every word has its slash. What begins like a path (`/some/folder`) is no list, unless its first word is an option: as
 * a list it would be refused for ever, as prose it is answered once.
 */
function isSlashList(words: readonly PlacedWord[]): boolean {
  const [first, second] = words;
  const isPath = second !== undefined && /^\/+$/.test(second.gap) && optionNamed(first?.key ?? '') === undefined;
  return !isPath && words.every((word) => word.gap.endsWith('/') && isListed(word));
}

function isListed(word: Word): boolean {
  return listedWord.test(word.written) || optionNamed(word.key) !== undefined;
}

function argumentsOf(rest: string): readonly string[] {
  return rest.replaceAll(opaque, ' ').split(/\s+/u).filter((argument) => argument !== '');
}

/** Where the text after `@<robot>` begins; null if the text does not begin so, or if the name goes on. */
function addressEnd(text: string, name: string): number | null {
  const end = name.length + 1;
  if (text.slice(0, end).toLowerCase() !== `@${name}`) return null;
  longerName.lastIndex = end;
  return longerName.test(text) ? null : end;
}

function wordsFrom(text: string, from: number): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  let position = from;
  for (;;) {
    const gap = matchAt(gapPattern, text, position)?.[0] ?? '';
    const start = position + gap.length;
    const match = matchAt(wordPattern, text, start);
    const written = match?.[0] ?? '';
    if (written === '') return words;
    words.push({ key: match?.groups?.key ?? '', value: match?.groups?.value ?? null, written, gap, start });
    position = start + written.length;
  }
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}
