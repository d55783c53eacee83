import { describe, expect, test } from '@jest/globals';
import type { Conversation, RefusalKind } from '../../src/conversation/read.js';
import { opaque } from '../../src/conversation/visible-text.js';
import { options as knownOptions } from '../../src/conversation/vocabulary.js';
import type { VectorCase } from '../vectors.js';
import { loadVectors } from '../vectors.js';
import { read } from './written.js';

interface Input {
  readonly robot: string;
  readonly author: string;
  readonly admins: readonly string[];
  readonly comments: ReadonlyArray<{ readonly author: string; readonly text: string }>;
}

interface Reference {
  /** `true`, the value of a switch as written, or the numbers of `after_pull_request` as written. */
  readonly options: Readonly<Record<string, true | string | readonly string[]>>;
  readonly command: string | null;
  readonly commandArgs: readonly string[];
  readonly refusal: { readonly kind: keyof typeof refusalKinds | 'IncorrectCommandSyntax'; readonly keyword: string | null; readonly author: string | null } | null;
}

type CommentCase = VectorCase<Input, Reference>;

const refusalKinds = {
  UnknownCommand: 'unknown-command',
  NotEnoughCredentials: 'not-authorised',
  NotAuthor: 'not-the-author',
} as const satisfies Record<string, RefusalKind>;

const switches = knownOptions.filter(({ takes }) => takes === 'switch').map(({ name }) => name);
const separators = /[\s,.\-/:;|+]+/g;

/**
 * How each quirk of the reference is decided: either its answer stands, or the case is answered as if the comments had
 * been written plainly. (`quirk-answers.test.ts` has the answers of the latter kind word for word.)
 */
type Rule =
  | { readonly reason: string; readonly answer: 'as-reference' }
  | { readonly reason: string; readonly answer: 'as-if-plain'; readonly plainly: (comment: Input['comments'][number], robot: string) => string };

const rules: Readonly<Record<string, Rule>> = {
  'handler-takes-no-arguments': {
    reason: 'The reference understands the command and then crashes; the spec says that commands ignore what follows them.',
    answer: 'as-reference',
  },
  unicode: {
    reason: 'A word outside the vocabulary is unknown in any alphabet. Look-alikes are not folded into known words: a privilege must not hang on that. A dash that is no separator makes prose.',
    answer: 'as-reference',
  },
  'refusal-cannot-be-rendered': {
    reason: '`key=a=b` is misuse of `key=value`, 130; the reference decides so too, and then cannot write the message.',
    answer: 'as-reference',
  },
  'longer-name-than-robot': {
    reason: 'Another account is addressed: letters, digits, underscores, and hyphens before them, continue a login.',
    answer: 'as-if-plain',
    plainly: ({ text }, robot) => (new RegExp(`^\\s*@${robot}-*\\w`).test(text) ? 'not for the robot' : text),
  },
  'separator-before-command': {
    reason: 'The separators before an option list are as good before a command: "@bert-e, help".',
    answer: 'as-if-plain',
    plainly: ({ text }, robot) => text.replace(new RegExp(`^(\\s*@${robot})[\\s,.\\-/:;|+]+`), '$1 '),
  },
  'separator-in-keyword': {
    reason: 'A separator never is part of a word: "wait." means wait, "/approve;/wait" and "/approve/wait" mean both. A path ("/some/folder") stays one.',
    answer: 'as-if-plain',
    plainly: ({ text }, robot) => {
      // The first slash, or the robot's name with its hyphens, stays; after it each word keeps at most its own slash.
      if (/^\s*\/\w+\/+\w/.test(text) && !switches.some((name) => text.trim().startsWith(`/${name}/`))) return text;
      const [start = ''] = new RegExp(`^\\s*(?:/|@${robot})`).exec(text) ?? [];
      return start + text.slice(start.length).replace(separators, (gap) => (start.endsWith('/') && gap.endsWith('/') ? ' /' : ' '));
    },
  },
  'line-break-matters': {
    reason: 'Line ends separate words like spaces. Quoted text is not read; a list with a quote in it is not entirely options.',
    answer: 'as-if-plain',
    plainly: ({ text }) => text.trim().split(/[\r\n]+/).map((line) => (line.startsWith('>') ? opaque : line)).join(' '),
  },
  'indented-code-read': {
    reason: 'Code blocks never are read, indented ones neither.',
    answer: 'as-if-plain',
    plainly: ({ text }) => (/^(?: {4}|\t)/.test(text) ? 'some code' : text),
  },
  'robot-comment-read': {
    reason: 'Comments of the robot itself are never read as options or commands.',
    answer: 'as-if-plain',
    plainly: ({ author, text }, robot) => (author === robot ? 'noted' : text),
  },
  'wrong-number-ignored': {
    reason: '`after_pull_request` without a number → 131, never silently ignored.',
    answer: 'as-if-plain',
    plainly: ({ text }) => text.replace(/after_pull_request=(?![0-9]+(?:[\s,.:;|+/-]|$))\S*/g, 'after_pull_request'),
  },
};

describe('comments.json', () => {
  for (const vector of loadVectors<Input, Reference>('comments')) {
    const { comments } = vector.input;
    test(`${comments.map(({ author, text }) => `${author}: ${JSON.stringify(text)}`).join(' | ')}: ${vector.quirk ?? 'as the reference reads it'}`, () => {
      if (vector.quirk === undefined) expectAnswer(vector);
      else expectQuirkAnswer(vector, vector.quirk.split(' '));
    });
  }
});

function expectQuirkAnswer(vector: CommentCase, quirks: readonly string[]): void {
  // A quirk without a rule is undecided: read the specification, then add one.
  expect(Object.keys(rules)).toEqual(expect.arrayContaining([...quirks]));
  const decided = Object.entries(rules).flatMap(([quirk, rule]) => (quirks.includes(quirk) ? [rule] : []));
  const rewritings = decided.flatMap((rule) => (rule.answer === 'as-if-plain' ? [rule.plainly] : []));
  if (rewritings.length === 0) {
    expectAnswer(vector);
    return;
  }
  const plain = vector.input.comments.map((comment) => ({
    author: comment.author,
    // In the order of the rules: a comment that is not for the robot needs no other.
    text: rewritings.reduce((text, plainly) => plainly({ ...comment, text }, vector.input.robot), comment.text),
  }));
  expect(compared(readInput(vector.input))).toEqual(compared(readInput({ ...vector.input, comments: plain })));
}

function expectAnswer(vector: CommentCase): void {
  const { options, command, commandArgs, refusal } = vector.expected;
  const conversation = readInput(vector.input);
  const stricter = stricterRefusal(vector);
  if (stricter !== null) {
    expect(conversation.refusal).toMatchObject(stricter);
    expect(conversation.command).toBeNull();
    expect(Object.keys(options)).toEqual(expect.arrayContaining(conversation.options.inForce.map(({ option }) => option)));
    return;
  }
  expect(compared(conversation).options).toEqual(optionsAsWeMean(options));
  expect(conversation.command?.keyword ?? null).toBe(command);
  expect(conversation.command?.arguments ?? []).toEqual(commandArgs);
  if (refusal === null) {
    expect(conversation.refusal).toBeNull();
    return;
  }
  expect(conversation.refusal?.kind).toBe(refusalKindOf(vector, refusal.kind));
  if (refusal.author !== null) expect(conversation.refusal?.author).toBe(refusal.author);
  if (refusal.keyword !== null) expectKeyword(conversation.refusal?.keyword ?? '', refusal.keyword);
}

/**
 * The reference calls it incorrect syntax when an option's handler is called with too few arguments, as by
 * `after_pull_request` without a number (131), or with too many, as by `key=a=b` (130).
 */
function refusalKindOf({ input }: CommentCase, kind: keyof typeof refusalKinds | 'IncorrectCommandSyntax'): RefusalKind {
  if (kind !== 'IncorrectCommandSyntax') return refusalKinds[kind];
  return input.comments.some(({ text }) => /\w=\w*=/.test(text)) ? 'wrong-syntax' : 'wrong-pull-request-number';
}

/** The reference ends a keyword one character after its letters, so it may have a separator too many or a rest too few. */
function expectKeyword(ours: string, theirs: string): void {
  const comparable = theirs.replace(/[\s,.\-/:;|+]+$/, '');
  expect(ours).not.toMatch(/[\s,.\-/:;|+]/);
  expect(ours.slice(0, comparable.length)).toBe(comparable);
  // An empty keyword is that of "=wait", which we name in full.
  expect(ours).toMatch(comparable === '' ? /^=/ : /[^=]/);
}

/** Where the specification refuses what the reference takes, or silently ignores. */
function stricterRefusal({ input, expected }: CommentCase): { readonly kind: RefusalKind; readonly keyword: unknown } | null {
  const listed = input.comments.filter(({ author, text }) => author !== input.robot && (text.startsWith('/') || text.startsWith(`@${input.robot}`)));
  // "an option that is a plain switch takes no value (`=true` and `=false` are understood, anything else → 130)"
  const misused = switches.filter((name) => listed.some(({ text }) => new RegExp(`\\b${name}=(?!true\\b|false\\b)`).test(text)));
  const taken = Object.entries(expected.options).filter(([name, value]) => typeof value === 'string' && misused.some((wrong) => wrong === name));
  if (taken.length > 0 || (misused.length > 0 && expected.refusal === null)) {
    return { kind: 'wrong-syntax', keyword: expect.stringMatching(new RegExp(`^(?:${misused.join('|')})$`)) };
  }
  // "`after_pull_request` without a number → 131, never silently ignored", also where other words follow it
  const numberless = new RegExp(`^(?:/|@${input.robot}[\\s,.\\-/:;|+]*)after_pull_request(?:$|[^=\\w]|=(?![0-9]+(?:[\\s,:;|+/]|[.-](?![0-9])|$)))`);
  if (expected.refusal === null && listed.some(({ text }) => numberless.test(text) && !/=[^\s]*=/.test(text))) {
    return { kind: 'wrong-pull-request-number', keyword: 'after_pull_request' };
  }
  return null;
}

/** Numbers are numbers, each once; switches are on or not. */
function optionsAsWeMean(options: Reference['options']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => {
      if (value === 'false') return [];
      return [[name, typeof value === 'object' ? [...new Set(value.map(Number))].sort((left, right) => left - right) : true]];
    }),
  );
}

function readInput({ robot, author, admins, comments }: Input): Conversation {
  return read(comments.map((comment) => [comment.author, comment.text]), { robot, admins, pullRequestAuthor: author });
}

/** What two readings of the same meaning have in common. What follows a command changes nothing. */
function compared({ options, command, refusal }: Conversation) {
  const names = [...new Set(options.inForce.map(({ option }) => option))];
  return {
    options: Object.fromEntries(names.map((name) => [name, name === 'after_pull_request' ? options.afterPullRequest : true])),
    command: command?.keyword ?? null,
    refusal: refusal === null ? null : { kind: refusal.kind, keyword: refusal.keyword, author: refusal.author, commentId: refusal.commentId },
  };
}
