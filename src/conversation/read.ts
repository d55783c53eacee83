/**
 * From all comments of a pull request to the options in force, the command to execute and the refusal to answer
 * (spec chapter 3, "Comments: options and commands").
 */
import type { Author } from './login.js';
import { isBy } from './login.js';
import { codeOfComment } from './marker.js';
import type { Options, SetBy } from './options.js';
import { optionsOf } from './options.js';
import type { Statement, Word } from './parse.js';
import { parseComment, parseWord, readValue } from './parse.js';
import { quoteForMarkdown } from './quote.js';
import type { CommandName, Permission, SwitchName } from './vocabulary.js';
import { nearestWord, optionNamed } from './vocabulary.js';

export interface ConversationComment extends Author {
  readonly id: number;
  readonly body: string;
  /** ISO 8601, as GitHub writes it. */
  readonly createdAt: string;
}

/** All that bears on what is asked of the robot. */
export interface WrittenConversation {
  /** All of them, those of the robot included. Read by `createdAt`; those of the same second in the order given. */
  readonly comments: readonly ConversationComment[];
  /** Login of the robot, with `[bot]` if it has it. */
  readonly robot: string;
  /** Null when the account was deleted. */
  readonly pullRequestAuthor: string | null;
  /** Logins; teams are resolved by the caller. */
  readonly admins: readonly string[];
  /** What `pr_author_options` gives to the author of this pull request. */
  readonly standingOptions: readonly SwitchName[];
  /** The words of the action's `options` input, e.g. `bypass_build_status` or `after_pull_request=12`. */
  readonly forcedOptions: readonly string[];
  /**
   * With `no_comment` no answer of the robot marks a command as carried out, so only the comment of the event itself is
   * read for one; null: none. Absent: all comments are.
   */
  readonly onlyCommandIn?: number | null;
}

export type RefusalKind = 'unknown-command' | 'not-authorised' | 'wrong-syntax' | 'wrong-pull-request-number' | 'too-many-pull-requests' | 'not-the-author';

/** Why a word is not obeyed. Names and texts in here come from outside. */
export interface Refusal {
  readonly kind: RefusalKind;
  /** The word as written, without its value. To be shown through `inlineCode`. */
  readonly keyword: string;
  /** What stood after `=`; null without one. */
  readonly value: string | null;
  /** Who wrote it; null for a deleted account and for the action's `options` input. */
  readonly author: string | null;
  /** Null when the word stands in the action's `options` input. */
  readonly commentId: number | null;
  /**
   * The robot has commented since. A refused option list is refused as long as it stands, and the robot does not repeat
   * its last message; this tells a refusal that is new from one that lasts.
   */
  readonly answered: boolean;
  /** The known word that was probably meant; null if none is near. */
  readonly suggestion: string | null;
  /** The whole comment as a Markdown quote, safe to post. */
  readonly quotedText: string;
}

/** A command to execute. */
export interface GivenCommand {
  readonly name: CommandName;
  /** The word as written: the name or an alias of it. */
  readonly keyword: string;
  readonly arguments: readonly string[];
  readonly author: string | null;
  readonly commentId: number;
}

/** What the conversation asks for. Never a command and a refusal at once. */
export interface Conversation {
  /** As they stood when reading stopped: at the end, or at the refusal. */
  readonly options: Options;
  readonly command: GivenCommand | null;
  readonly refusal: Refusal | null;
  /**
   * What to answer should a number of `options.afterPullRequest` turn out to be no pull request, which only GitHub can
   * tell. Null for a number that nobody named.
   */
  readonly refusalOfNumber: (number: number) => Refusal | null;
}

/** The outcome of each refusal (spec chapter 5). */
export const refusalCodes = {
  'unknown-command': 122,
  'not-authorised': 123,
  'wrong-syntax': 130,
  'wrong-pull-request-number': 131,
  'too-many-pull-requests': 131,
  'not-the-author': 134,
} as const satisfies Readonly<Record<RefusalKind, number>>;

/** What permissions depend on. */
export interface Standing {
  /** Is named in `admins`. */
  readonly isAdmin: boolean;
  /** Is the author of the pull request. */
  readonly isAuthor: boolean;
}

/** Where a word stands and what its writer may do. */
interface Origin extends Standing {
  readonly setBy: SetBy;
  readonly answered: boolean;
  /** What is quoted back. */
  readonly text: string;
}

interface OriginatedWord {
  readonly word: Word;
  readonly origin: Origin;
}

/** What is in force so far. Filled word by word: thousands of comments may hold thousands of words each. */
interface InForce {
  /** Who asked for each, by {@link askerKey}, in order. */
  readonly switches: Map<SwitchName, Map<string, SetBy>>;
  readonly afterPullRequest: Map<number, OriginatedWord>;
}

interface ReadComment {
  readonly comment: ConversationComment;
  readonly statement: Statement;
  readonly origin: Origin;
}

/** Enough of a comment to recognise it by; far below what a comment of the robot may hold. */
const quotedLength = 1_000;

/**
 * Options from all comments in order, then commands from the newest comment back to the robot's last, up to the first
 * that is executed or refused. The robot's own comments say nothing.
 *
 * What an admin put in force by the action's input is read last, so that no comment undoes it.
 */
export function readConversation(written: WrittenConversation): Conversation {
  const comments = readComments(written);
  const inForce: InForce = {
    switches: new Map(),
    afterPullRequest: new Map(),
  };
  written.standingOptions.forEach((name) => { switchOn(inForce, name, { kind: 'settings' }); });
  const refusedComment = putInForce(inForce, comments.flatMap(({ statement, origin }) => listedWords(statement, origin)));
  const refusedInput = putInForce(inForce, written.forcedOptions.map(forcedWord));
  const { switches, afterPullRequest } = inForce;
  const options = optionsOf(firstAskers(switches), new Map([...afterPullRequest].map(([number, { origin }]) => [number, origin.setBy])));
  const refusalOfNumber = (number: number) => {
    const word = afterPullRequest.get(number);
    return word === undefined ? null : refusalOf('wrong-pull-request-number', word);
  };
  const refusal = refusedComment ?? refusedInput;
  return { options, refusalOfNumber, ...(refusal === null ? newestCommand(comments, written.onlyCommandIn) : { command: null, refusal }) };
}

/** The comments that may say something, oldest first, each with what it says. */
function readComments({ comments: given, robot, pullRequestAuthor, admins }: WrittenConversation): readonly ReadComment[] {
  const comments = [...given].sort((left, right) => Number(left.createdAt > right.createdAt) - Number(left.createdAt < right.createdAt));
  const robotLast = comments.findLastIndex(robotSpeech(comments, robot));
  return comments.flatMap((comment, index) => {
    if (isBy(comment, robot)) return [];
    const origin: Origin = {
      setBy: { kind: 'comment', author: comment.author, commentId: comment.id },
      isAdmin: admins.some((admin) => isBy(comment, admin)),
      isAuthor: isBy(comment, pullRequestAuthor),
      answered: index < robotLast,
      text: comment.body,
    };
    return [{ comment, statement: parseComment(comment.body, robot), origin }];
  });
}

/**
 * What counts as the robot having spoken. The job's own token is shared: `github-actions[bot]` may also post coverage
 * reports, which must not swallow a command that was given before. So where the robot's messages are recognisable by
 * their marker, only those count. The greeting answers nobody: who gives a command at once is not to be passed over because
 * the greeting came a moment later, or because its run was killed before it answered.
 */
function robotSpeech(comments: readonly ConversationComment[], robot: string): (comment: ConversationComment) => boolean {
  const codes = new Map(comments.map((comment) => [comment, codeOfComment(comment, robot)]));
  const isMarked = [...codes.values()].some((code) => code !== null);
  return isMarked ? (comment) => ![null, undefined, greeting].includes(codes.get(comment)) : (comment) => isBy(comment, robot);
}

const greeting = 100;

function listedWords(statement: Statement, origin: Origin): readonly OriginatedWord[] {
  return statement.kind === 'options' ? statement.words.map((word) => ({ word, origin })) : [];
}

/** The input stands in a workflow file of the default branch: it may what an admin may. */
function forcedWord(written: string): OriginatedWord {
  const origin: Origin = { setBy: { kind: 'input' }, isAdmin: true, isAuthor: false, answered: false, text: written };
  return { word: parseWord(written), origin };
}

/** Puts words in force one after the other. Stops at the first that is refused, and answers why. */
function putInForce(inForce: InForce, words: readonly OriginatedWord[]): Refusal | null {
  for (const word of words) {
    const refused = obey(inForce, word);
    if (refused !== null) return refusalOf(refused, word);
  }
  return null;
}

function obey(inForce: InForce, originated: OriginatedWord): RefusalKind | null {
  const { word, origin } = originated;
  const { afterPullRequest } = inForce;
  const option = optionNamed(word.key);
  if (option === undefined) return 'unknown-command';
  // Permission before syntax, and also for `=false`: who may not use a word need not know how it is used.
  const denied = denial(option.permission, origin);
  if (denied !== null) return denied;
  const value = readValue(option, word.value);
  switch (value.kind) {
    case 'on':
      switchOn(inForce, value.name, origin.setBy);
      return null;
    case 'off':
      switchOff(inForce, value.name, origin);
      return null;
    case 'pull-request':
      if (!afterPullRequest.has(value.number)) afterPullRequest.set(value.number, originated);
      return null;
    case 'wrong-syntax':
    case 'wrong-pull-request-number':
      return value.kind;
  }
}

function switchOn({ switches }: InForce, name: SwitchName, setBy: SetBy): void {
  const askers = switches.get(name) ?? new Map<string, SetBy>();
  const key = askerKey(setBy);
  // Of what one person says repeatedly, the first is remembered.
  if (!askers.has(key)) askers.set(key, setBy);
  switches.set(name, askers);
}

/** Takes back what its writer asked for; an admin's `=false` also what others did. Nobody else cancels another's `wait`. */
function switchOff({ switches }: InForce, name: SwitchName, { setBy, isAdmin }: Origin): void {
  const askers = switches.get(name);
  askers?.delete(askerKey(setBy));
  if (isAdmin || askers?.size === 0) switches.delete(name);
}

/** Deleted accounts cannot be told apart: each of their comments is somebody's. */
function askerKey(setBy: SetBy): string {
  if (setBy.kind !== 'comment') return setBy.kind;
  return setBy.author === null ? `comment ${setBy.commentId}` : `login ${setBy.author.toLowerCase()}`;
}

/** For each option who asked for it first. */
function firstAskers(switches: InForce['switches']): ReadonlyMap<SwitchName, SetBy> {
  return new Map([...switches].flatMap(([name, askers]) => [...askers.values()].slice(0, 1).map((setBy) => [name, setBy] as const)));
}

function denial(permission: Permission, origin: Standing): 'not-authorised' | 'not-the-author' | null {
  switch (permission) {
    case 'anyone':
      return null;
    case 'author-only':
      return origin.isAuthor ? null : 'not-the-author';
    case 'write-access':
      // Whoever reads the conversation cannot tell: the edge asks GitHub before it carries the command out.
      return null;
    case 'privileged':
      return origin.isAdmin ? null : 'not-authorised';
  }
}

function newestCommand(comments: readonly ReadComment[], onlyCommandIn?: number | null): Pick<Conversation, 'command' | 'refusal'> {
  for (const { comment, statement, origin } of comments.toReversed()) {
    // What came before the robot's last comment was executed or answered then.
    if (origin.answered) break;
    if (onlyCommandIn !== undefined && comment.id !== onlyCommandIn) continue;
    switch (statement.kind) {
      case 'nothing':
      case 'options':
        continue;
      case 'unknown':
        return { command: null, refusal: refusalOf('unknown-command', { word: parseWord(statement.keyword), origin }) };
      case 'command': {
        const { command, keyword } = statement;
        const denied = commandDenial(command.permission, origin);
        if (denied !== null) return { command: null, refusal: refusalOf(denied, { word: parseWord(keyword), origin }) };
        return {
          command: { name: command.name, keyword, arguments: statement.arguments, author: comment.author, commentId: comment.id },
          refusal: null,
        };
      }
    }
  }
  return { command: null, refusal: null };
}

/** Unlike a privileged option, a privileged command on one's own pull request is refused, even to an admin. */
export function commandDenial(permission: Permission, origin: Standing): 'not-authorised' | 'not-the-author' | null {
  return permission === 'privileged' && origin.isAuthor ? 'not-authorised' : denial(permission, origin);
}

function refusalOf(kind: RefusalKind, { word, origin }: OriginatedWord): Refusal {
  // `=wait` has no key: then the word as it stands says more than nothing.
  const keyword = word.key === '' ? word.written : word.key;
  const { setBy, answered, text } = origin;
  return {
    kind,
    keyword,
    value: word.value,
    author: setBy.kind === 'comment' ? setBy.author : null,
    commentId: setBy.kind === 'comment' ? setBy.commentId : null,
    answered,
    suggestion: kind === 'unknown-command' ? nearestWord(keyword) : null,
    quotedText: quoteForMarkdown(text, quotedLength),
  };
}
