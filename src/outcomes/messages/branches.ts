import { inlineCode } from '../../conversation/quote.js';
import type { OutcomeOf } from '../outcome.js';
import { spoken } from './context.js';
import type { TextContext } from './context.js';
import { branchLink, compareLink, pullRequestLink } from './links.js';
import { bulletList, counted, enumerated, paragraphs } from './markdown.js';

/** Outcome 106. */
export function incompatiblePrefixMessage(outcome: OutcomeOf<106>, context: TextContext): string {
  const { source, prefix, refusedBy } = outcome;
  return paragraphs(
    `The branch ${inlineCode(source)} has the prefix ${inlineCode(prefix)}, which is not accepted by every branch this pull request lands on:`,
    bulletList(refusedBy.map(({ branch, accepted }) => `${branchLink(context, branch)} accepts ${accepted.length === 0 ? 'no prefix at all' : enumerated(accepted.map(inlineCode))}`)),
    `**What to do:** open the pull request from a branch with an accepted prefix, or choose another destination. An admin can comment ${inlineCode(spoken(context, 'bypass_incompatible_branch'))}.`,
  );
}

/** Outcome 120. */
export function waitingMessage({ open, closed }: OutcomeOf<120>, context: TextContext): string {
  return paragraphs(
    `The option ${inlineCode('after_pull_request')} asks me to wait, so I do not merge this pull request yet.`,
    bulletList([
      ...open.map((number) => `${pullRequestLink(context, number)} is still open`),
      ...closed.map((number) => `${pullRequestLink(context, number)} was **closed without being merged**, so the wait cannot end by itself`),
    ]),
    closed.length === 0
      ? '**What to do:** nothing. I look again at the next event of this pull request, and at every sweep.'
      : `**What to do:** reopen and merge what was closed, or delete the comment with ${inlineCode('after_pull_request')}.`,
  );
}

/** Outcome 132. */
export function divergedMessage({ source, destination, behind, limit }: OutcomeOf<132>, context: TextContext): string {
  return paragraphs(
    `${branchLink(context, destination)} has ${counted(behind, 'commit')} that ${inlineCode(source)} lacks; ${limit} are allowed (${inlineCode('max_commit_diff')}). ${compareLink(context, 'See what is missing', source, destination)}.`,
    `**What to do:** merge ${inlineCode(destination)} into ${inlineCode(source)}, or rebase it, and push. An admin can comment ${inlineCode(spoken(context, 'bypass_commit_size'))}.`,
  );
}

/** Outcome 135. */
export function askForBranchesMessage({ targets }: OutcomeOf<135>, context: TextContext): string {
  return paragraphs(
    `This pull request also lands on ${enumerated(targets.map((target) => branchLink(context, target)))}. That takes integration branches, and in this repository I create them only when asked.`,
    `**What to do:** when the change is ready, the author comments ${inlineCode(spoken(context, 'approve'))}, or anybody ${inlineCode(spoken(context, 'create_integration_branches'))}, or ${inlineCode(spoken(context, 'create_pull_requests'))} to get a pull request for each branch too.`,
  );
}

/** Outcome 204. */
export function releasedMessage({ branch, version, tag }: OutcomeOf<204>, context: TextContext): string {
  return paragraphs(
    `The version ${inlineCode(version)} is released (tag ${inlineCode(tag)}), but ${branchLink(context, branch)} still exists. Nothing can land on it any more.`,
    `**What to do:** an administrator deletes ${inlineCode(branch)}; a correction of the released version goes to a hotfix branch.`,
  );
}

/** Outcome 207. */
export function unrecognisedMessage({ branch, side }: OutcomeOf<207>): string {
  return `The ${side} branch ${inlineCode(branch)} has no name of GitWaterFlow, so I leave this pull request alone.`;
}

/** Outcome 210. */
export function notSelfContainedMessage({ older, newer }: OutcomeOf<210>, context: TextContext): string {
  return paragraphs(
    `${branchLink(context, newer)} does not include everything of ${branchLink(context, older)}, although each version branch must include the one before it. ${compareLink(context, 'See what is missing', newer, older)}. I touch nothing until that is repaired.`,
    `**What to do:** an administrator merges ${inlineCode(older)} into ${inlineCode(newer)}.`,
  );
}

/** Outcome 222. */
export function destinationMissingMessage({ destination }: OutcomeOf<222>): string {
  return paragraphs(
    `The destination ${inlineCode(destination)} of this pull request does not exist (any more).`,
    '**What to do:** choose another base branch: “Edit”, next to the title.',
  );
}
