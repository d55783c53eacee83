import type { ApprovalCount, GivenApproval } from '../../approvals/approvals.js';
import { inlineCode } from '../../conversation/quote.js';
import type { OutcomeOf } from '../outcome.js';
import { spoken } from './context.js';
import type { TextContext } from './context.js';
import { commitLink } from './links.js';
import { bulletList, counted, enumerated, paragraphs } from './markdown.js';

/** Outcome 115. */
export function approvalMessage({ missing }: OutcomeOf<115>, context: TextContext): string {
  const { author, peers, leaders, changeRequesters, changeRequestsSetAside, unanimityMissing, staleApprovals } = missing;
  const needed = [
    ...changeRequesters.map((login) => `${inlineCode(login)} **requested changes**: they have to approve, or the review has to be dismissed`),
    ...countLine(peers, 'reviewer'),
    ...countLine(leaders, 'project leader'),
    ...(author ? [`the author${authorName(context)} has to approve: comment ${inlineCode(spoken(context, 'approve'))}`] : []),
    ...(unanimityMissing.length === 0 ? [] : [`everybody has to approve (option ${inlineCode('unanimity')}): ${logins(unanimityMissing)} ${unanimityMissing.length === 1 ? 'has' : 'have'} not`]),
  ];
  const remarks = [
    ...staleApprovals.map((approval) => `${inlineCode(approval.login)} approved ${commitOf(approval, context)}, which is not the newest commit, so it does not count: please look again`),
    ...(changeRequestsSetAside.length === 0 ? [] : [`the change request of ${logins(changeRequestsSetAside)} is set aside by the bypasses in force`]),
  ];
  return paragraphs(
    'Before I can go on, I need:',
    bulletList(needed),
    remarks.length === 0 ? null : paragraphs('Also:', bulletList(remarks)),
    'I continue by myself as soon as that is given.',
  );
}

/** Nothing where enough is given: what is listed is what somebody must do. */
function countLine({ required, given, authorCounts, missing }: ApprovalCount, role: string): readonly string[] {
  if (missing === 0) {
    return [];
  }
  const have = given.length + Number(authorCounts);
  const who = [...given.map(({ login }) => inlineCode(login)), ...(authorCounts ? ['the author, who is one'] : [])];
  return [`${counted(missing, 'more approval')} of a ${role}: ${have} of ${required} given${who.length === 0 ? '' : ` (${enumerated(who)})`}`];
}

function authorName({ pullRequest }: TextContext): string {
  const author = pullRequest?.author ?? null;
  return author === null ? '' : ` (${inlineCode(author)})`;
}

function commitOf({ commit }: GivenApproval, context: TextContext): string {
  return commit === null ? 'a commit GitHub does not name' : commitLink(context, commit);
}

function logins(all: readonly string[]): string {
  return enumerated(all.map(inlineCode));
}
