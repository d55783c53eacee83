import { inlineCode } from '../../conversation/quote.js';
import type { OutcomeOf, QueueProblem } from '../outcome.js';
import { failedBranches, waitsOnlyForApproval } from './builds.js';
import { ignoredBranches } from './cascade-picture.js';
import { spoken } from './context.js';
import type { TextContext } from './context.js';
import { pendingHotfixNote } from './integration.js';
import { branchLink, pullRequestLink } from './links.js';
import { bulletList, counted, enumerated, inlineText, paragraphs, table } from './markdown.js';

/** Outcome 124. */
export function queueConflictMessage({ conflict }: OutcomeOf<124>, context: TextContext): string {
  const { branch, files } = conflict;
  return paragraphs(
    `Every check holds, but this pull request conflicts with what is already queued (on ${branchLink(context, branch)}), so I did not queue it.`,
    files.length === 0 ? null : paragraphs(`**${counted(files.length, 'file')} in conflict:**`, bulletList(files.map(inlineCode))),
    `**What to do:** wait until the queue has merged. I then try again by myself; if the conflict is with what was merged, I tell you how to resolve it. To see how the queue stands, comment ${inlineCode(spoken(context, 'status'))}.`,
  );
}

/** Outcome 125. */
export function queuedMessage({ position, targets, ignored, pendingHotfixes, rebuilt }: OutcomeOf<125>, context: TextContext): string {
  return paragraphs(
    rebuilt ? `The queue had to be rebuilt, as ${inlineText(rebuilt.reason)}.` : '',
    `Every check holds: this pull request is in the queue, **at position ${position}**. It merges as soon as CI is green on its queue branches. It will land on:`,
    bulletList(targets.map((target) => branchLink(context, target))),
    ignoredBranches(ignored),
    pendingHotfixNote(pendingHotfixes, context),
    'You need not do anything. What you push from now on is not part of it: new commits start a cycle of their own after this merge.',
  );
}

/** Outcome 127. */
export function queueOutOfOrderMessage({ problems }: OutcomeOf<127>, context: TextContext): string {
  return paragraphs(
    'Every check holds, but the queue branches contradict each other, so I did not queue this pull request.',
    problemTable(problems, context),
    '**What to do:** somebody with write access starts the workflow of the robot with the command `rebuild-queues`; then this pull request queues by itself.',
  );
}

/** Outcome 136. */
export function queueBuildFailedMessage({ branch, build }: OutcomeOf<136>, context: TextContext): string {
  return paragraphs(
    `CI failed on the queue branch ${branchLink(context, branch)} of this pull request, so the queue waits: nothing behind it merges.`,
    failedBranches(build, context),
    waitsOnlyForApproval(build)
      ? '**What to do:** approve the runs named above, after a look at what they would run.'
      : `**What to do:** if the failure had nothing to do with the change, comment ${inlineCode(spoken(context, 'retry'))} to run the failed jobs again. Else close this pull request or push a fix, and have the queue rebuilt by the command ${inlineCode('rebuild-queues')}.`,
  );
}

/** Outcome 139. */
export function ejectedMessage({ branch, build }: OutcomeOf<139>, context: TextContext): string {
  return paragraphs(
    `I took this pull request **out of the queue**: CI failed on ${branchLink(context, branch)}, while everything queued before it is green. So the failure comes from this change, or from the way it meets the others. The rest of the queue goes on without it.`,
    failedBranches(build, context),
    `**What to do:** push a fix; the pull request queues again by itself. If the failure had nothing to do with the change, comment ${inlineCode(spoken(context, 'retry'))}.`,
  );
}

/** Outcome 214. */
export function queueIncoherentMessage({ problems }: OutcomeOf<214>, context: TextContext): string {
  return paragraphs(
    'The queue branches contradict each other, so I merge nothing from the queue.',
    problemTable(problems, context),
    '**What to do:** start the command `rebuild-queues`. It deletes the queue branches and queues every pull request again, in order.',
  );
}

function problemTable(problems: readonly QueueProblem[], context: TextContext): string {
  return problems.length === 0
    ? ''
    : table(['Rule', 'Branch', 'What is wrong'], problems.map(({ rule, branch, detail }) => [rule, branchLink(context, branch), inlineText(detail)]));
}

/** Outcome 306. */
export function queueMergedMessage({ merged }: OutcomeOf<306>, context: TextContext): string {
  return `The queue merged ${enumerated(merged.map((number) => pullRequestLink(context, number)), 50)}.`;
}

/** Outcome 309. */
export function queueFailedMessage({ failed }: OutcomeOf<309>, context: TextContext): string {
  return paragraphs(
    'Nothing in the queue can merge, because CI failed on:',
    bulletList(failed.map(({ pullRequest, branch }) => `${pullRequestLink(context, pullRequest)}: ${branchLink(context, branch)}`)),
    '**What to do:** run the failed jobs again, or take the pull request out of the queue: close it, or push a fix, and start the command `rebuild-queues`.',
  );
}
