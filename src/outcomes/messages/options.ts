import type { OptionInForce, SetBy } from '../../conversation/options.js';
import { inlineCode } from '../../conversation/quote.js';
import type { Refusal } from '../../conversation/read.js';
import { commandNamed, mostDependencies } from '../../conversation/vocabulary.js';
import { spoken } from './context.js';
import type { TextContext } from './context.js';
import { webLink } from './links.js';
import { paragraphs } from './markdown.js';

/** `after_pull_request=12` (by `alice`), linked to the comment. */
export function optionText({ option, pullRequest, setBy }: OptionInForce, context: TextContext): string {
  return `${inlineCode(pullRequest === null ? option : `${option}=${pullRequest}`)} (${setterText(setBy, context)})`;
}

/** Who put an option in force. */
export function setterText(setBy: SetBy, context: TextContext): string {
  switch (setBy.kind) {
    case 'comment':
      return `by ${webLink(setBy.author === null ? 'a deleted account' : inlineCode(setBy.author), commentAddress(setBy.commentId, context))}`;
    case 'settings':
      return 'by the settings, for this author';
    case 'input':
      return 'by the input `options` of the workflow';
  }
}

function commentAddress(commentId: number, { repositoryUrl, pullRequest }: TextContext): string | null {
  return pullRequest === null ? null : `${repositoryUrl}/pull/${pullRequest.number}#issuecomment-${commentId}`;
}

/** Outcomes 122, 123, 130, 131 and 134: a word that is not obeyed, with the comment it stands in. */
export function refusalMessage(refusal: Refusal, context: TextContext): string {
  return paragraphs(whatIsWrong(refusal, context), refusal.quotedText, `**What to do:** ${whatToDo(refusal, context)}`);
}

function whatIsWrong(refusal: Refusal, context: TextContext): string {
  const word = inlineCode(refusal.keyword);
  const source = sourceText(refusal, context);
  switch (refusal.kind) {
    case 'unknown-command':
      return `I do not know the word ${word}${source}.${refusal.suggestion === null ? '' : ` Did you mean ${inlineCode(refusal.suggestion)}?`}`;
    case 'not-authorised':
      return `${writer(refusal)} may not use ${word}${source}: that is for ${whoMay(refusal.keyword)}.`;
    case 'wrong-syntax':
      return `The option ${word} is a switch and does not take the value ${inlineCode(refusal.value ?? '')}${source}.`;
    case 'wrong-pull-request-number':
      return refusal.value === null || refusal.value === ''
        ? `The option ${word} needs the number of a pull request${source}.`
        : `The option ${word} names ${inlineCode(refusal.value)}${source}, which is no pull request of this repository.`;
    case 'too-many-pull-requests':
      return `The option ${word} is given for more than ${mostDependencies} pull requests, and I wait for no more than that. The first too many is ${inlineCode(refusal.value ?? '')}${source}.`;
    case 'not-the-author':
      return `Only the author of the pull request may use ${word}${source}.`;
  }
}

function whatToDo(refusal: Refusal, context: TextContext): string {
  const place = refusal.commentId === null ? 'the input `options` of the workflow' : 'the comment';
  switch (refusal.kind) {
    case 'unknown-command':
      return `correct or delete ${place}; ${inlineCode(spoken(context, 'help'))} shows all words I know.`;
    case 'not-authorised':
      return `delete ${place}, and ask somebody who may if it is needed.`;
    case 'wrong-syntax':
      return `write ${inlineCode(spoken(context, refusal.keyword))} to switch it on, ${inlineCode(`${spoken(context, refusal.keyword)}=false`)} to switch it off; or delete ${place}.`;
    case 'wrong-pull-request-number':
      return `write it as ${inlineCode(spoken(context, `${refusal.keyword}=123`))}, or delete ${place}.`;
    case 'too-many-pull-requests':
      return `delete ${place}, or name fewer pull requests in it.`;
    case 'not-the-author':
      return `delete ${place}, and ask the author. A reviewer approves by a review.`;
  }
}

/** Where the word stands, after it in a sentence. */
function sourceText(refusal: Refusal, context: TextContext): string {
  const { commentId, kind, author } = refusal;
  if (commentId === null) {
    return ', given by the input `options` of the workflow';
  }
  const comment = webLink('this comment', commentAddress(commentId, context));
  const named = kind === 'not-authorised' || author === null ? '' : ` of ${inlineCode(author)}`;
  return ` in ${comment}${named}`;
}

function whoMay(keyword: string): string {
  return commandNamed(keyword)?.permission === 'write-access'
    ? 'the author of the pull request and for those who may write to the repository'
    : `those named under ${inlineCode('admins')} in the settings`;
}

function writer({ author }: Refusal): string {
  return author === null ? 'A deleted account' : inlineCode(author);
}
