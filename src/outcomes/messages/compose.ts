import { contentKey, markerLine } from '../../conversation/marker.js';
import { inlineCode } from '../../conversation/quote.js';
import type { Sha } from '../../ports/git.js';
import { writeAdmission } from '../admission.js';
import type { Admission } from '../admission.js';
import { describeCode } from '../codes.js';
import type { Outcome } from '../outcome.js';
import { spoken } from './context.js';
import type { MessageContext } from './context.js';
import { stateIcon } from './icons.js';
import { webLink } from './links.js';
import { paragraphs, withinLimit } from './markdown.js';
import { optionText } from './options.js';
import { renderMessage } from './render.js';
import { titleOf } from './title.js';

/** GitHub's limit for a comment, in characters. */
export const longestComment = 65_536;

export interface ComposedComment {
  readonly body: string;
  /** Two comments with one key say the same thing. The footer is not part of it: options may change in between. */
  readonly key: string;
}

/**
 * A comment as it is posted: heading, message, footer, and the hidden marker as its last line, by which the robot
 * recognises it later. A message beyond GitHub's limit is cut; footer and marker never are.
 */
export function composeComment(outcome: Outcome, context: MessageContext): ComposedComment {
  const message = paragraphs(`### ${stateIcon(describeCode(outcome.code).state)} ${titleOf(outcome)}`, renderMessage(outcome, context));
  const key = contentKey(message);
  const ending = `\n\n---\n\n${footer(context)}\n\n${markerLine({ code: outcome.code, key, data: markerData(outcome, context.settled ?? null) })}`;
  return { body: `${withinLimit(message, longestComment - ending.length, ({ length }) => length)}${ending}`, key };
}

/** What the robot wants to find again: which head was queued or taken out of the queue, in which state a pull request waits. */
function markerData(outcome: Outcome, settled: string | null): Readonly<Record<string, string>> {
  switch (outcome.code) {
    case 115:
      return settled === null ? {} : { settled };
    case 125:
      return { ...headData(outcome.head), ...rebuildData(outcome.rebuilt?.record), ...admissionData(outcome.admission) };
    case 139:
      return { ...headData(outcome.head), ...rebuildData(outcome.rebuild) };
    default:
      return {};
  }
}

function headData(head: Sha | null | undefined): Readonly<Record<string, string>> {
  return typeof head === 'string' ? { head } : {};
}

function rebuildData(rebuild: Sha | null | undefined): Readonly<Record<string, string>> {
  return typeof rebuild === 'string' ? { rebuild } : {};
}

function admissionData(admission: Admission | undefined): Readonly<Record<string, string>> {
  const text = admission === undefined ? null : writeAdmission(admission);
  return text === null ? {} : { admission: text };
}

/** More options than these are counted: `after_pull_request` may be given a thousand times. */
const mostOptions = 20;

/** Options in force with who set them, and where to look further. */
function footer(context: MessageContext): string {
  const { inForce } = context.options;
  const shown = inForce.slice(0, mostOptions).map((option) => optionText(option, context));
  const more = inForce.length > mostOptions ? [`${inForce.length - mostOptions} more`] : [];
  const options = inForce.length === 0 ? 'No options set' : `Options: ${[...shown, ...more].join(', ')}`;
  const links = [...(context.runUrl === null ? [] : [webLink('this run', context.runUrl)]), inlineCode(spoken(context, 'help'))];
  return `<sub>${[options, ...links].join(' · ')}</sub>`;
}
