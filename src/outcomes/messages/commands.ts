import { inlineCode } from '../../conversation/quote.js';
import type { OutcomeOf } from '../outcome.js';
import { spoken } from './context.js';
import type { TextContext } from './context.js';
import { branchLink, commitLink } from './links.js';
import { bulletList, counted, inlineText, paragraphs } from './markdown.js';

/** Outcome 128. */
export function resetDoneMessage({ deleted, forced, gateOnly }: OutcomeOf<128>): string {
  if (gateOnly === true) {
    return `I am set up as a gate only (${inlineCode('gate_only')}), so I make and delete no branches and close no pull requests. Integration branches that are still there can be deleted by hand.`;
  }
  if (deleted.length === 0) {
    return 'There was no integration branch to delete. I start over from the source branch.';
  }
  return paragraphs(
    `I deleted ${counted(deleted.length, 'integration branch', 'integration branches')}${forced ? ', with the work that was only there' : ''}, and closed their pull requests if there were any:`,
    bulletList(deleted.map(inlineCode)),
    'I create them again from the source branch as it is now.',
  );
}

/** Outcome 129. */
export function resetRefusedMessage({ branches }: OutcomeOf<129>, context: TextContext): string {
  return paragraphs(
    'I deleted nothing, because these commits stand on integration branches only and would be lost:',
    ...branches.map(({ branch, commits }) => paragraphs(branchLink(context, branch), bulletList(commits.map(({ sha, subject }) => `${commitLink(context, sha)} ${inlineText(subject, 100)}`), 20))),
    `**What to do:** save what you need (for instance, cherry-pick it to the source branch), then comment ${inlineCode(spoken(context, 'force_reset'))}, which deletes the branches all the same.`,
  );
}

/** Outcome 138. */
export function clearedMessage({ removed }: OutcomeOf<138>): string {
  return removed === 0 ? 'There was no earlier comment of mine to remove.' : `I removed ${counted(removed, 'earlier comment')} of mine.`;
}
