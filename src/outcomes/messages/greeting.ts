import { addressedName } from '../../conversation/login.js';
import { inlineCode } from '../../conversation/quote.js';
import { commands, options } from '../../conversation/vocabulary.js';
import type { Command, Option, Permission } from '../../conversation/vocabulary.js';
import { spoken } from './context.js';
import type { TextContext } from './context.js';
import { folded, paragraphs, table } from './markdown.js';

/** Outcome 100. The only message that mentions anybody: the author, once per pull request. */
export function greetingMessage(author: string | null, context: TextContext): string {
  const branches =
    context.pullRequest === null
      ? 'this pull request'
      : `${inlineCode(context.pullRequest.sourceBranch)} to ${inlineCode(context.pullRequest.destinationBranch)} and to every later version branch`;
  return paragraphs(
    `Hello ${mention(author)}! I am the merge robot of this repository. I take ${branches}, as soon as the approvals are given and CI is green on each of them.`,
    `I tell you here whenever I need something. Ask me for ${inlineCode(spoken(context, 'status'))} or ${inlineCode(spoken(context, 'help'))} at any time.`,
    folded('What I can do for you: options', optionTable(context)),
    folded('What I can do for you: commands', commandTable(context)),
  );
}

/** Outcome 101. */
export function manualMessage(context: TextContext): string {
  return paragraphs(
    `Write to me in a comment of its own: ${inlineCode(`@${addressedName(context.robot)} word`)} or ${inlineCode('/word')}. Several options may stand in one comment: ${inlineCode(`@${addressedName(context.robot)} one, two`)} or ${inlineCode('/one /two')}.`,
    '**Options** hold as long as their comment exists. Edit or delete the comment to change them; `=false` takes back what you asked for, and of an admin also what others did.',
    optionTable(context),
    '**Commands** are carried out once.',
    commandTable(context),
  );
}

/** A greeting may reach whom it greets; an app does not read, and a name that is no login could ping somebody else. */
function mention(author: string | null): string {
  if (author === null) {
    return 'there';
  }
  return /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/.test(author) ? `@${author}` : inlineCode(author);
}

function optionTable(context: TextContext): string {
  const rows = options.map((option: Option) => [
    inlineCode(spoken(context, option.takes === 'switch' ? option.name : `${option.name}=<number>`)),
    option.effect,
    whoMay(option.permission),
  ]);
  return table(['Option', 'Effect', 'Who'], rows);
}

function commandTable(context: TextContext): string {
  const rows = commands.map((command: Command) => [
    [command.name, ...command.aliases].map((name) => inlineCode(spoken(context, name))).join(', '),
    command.effect,
    whoMay(command.permission),
  ]);
  return table(['Command', 'Effect', 'Who'], rows);
}

/** Who may use a word, in words. */
export function whoMay(permission: Permission): string {
  switch (permission) {
    case 'anyone':
      return 'everybody';
    case 'author-only':
      return 'the author';
    case 'write-access':
      return 'the author, and who may write to the repository';
    case 'privileged':
      return 'admins';
  }
}
