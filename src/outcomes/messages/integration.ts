import { inlineCode } from '../../conversation/quote.js';
import type { IntegrationConflict } from '../../integration/trial.js';
import type { OutcomeOf } from '../outcome.js';
import { spoken } from './context.js';
import type { TextContext } from './context.js';
import { ignoredBranches } from './cascade-picture.js';
import { branchLink, commitLink, compareLink } from './links.js';
import { bulletList, counted, enumerated, fenced, folded, paragraphs, table } from './markdown.js';
import { resolveCommands } from './resolve-commands.js';

/** Outcome 113. */
export function historyMismatchMessage(outcome: OutcomeOf<113>, context: TextContext): string {
  const { integrationBranch, commit, source, destination } = outcome;
  return paragraphs(
    `${branchLink(context, integrationBranch)} holds the commit ${commitLink(context, commit)}, which is neither on ${inlineCode(source)} nor on ${inlineCode(destination)}. That usually happens when the source branch was rebased or amended after I had created the integration branch.`,
    `**What to do:** comment ${inlineCode(spoken(context, 'reset'))}. I then delete my integration branches and create them again from the source branch as it is now; if work of somebody would be lost by that, I tell you first.`,
  );
}

/** More files than this are folded. */
const mostFilesInSight = 12;
/** More files than this are not listed. */
const mostFiles = 300;

/** Outcome 114. */
export function conflictMessage({ conflict }: OutcomeOf<114>, context: TextContext): string {
  const { where, sides, files } = conflict;
  const [ours, theirs] = sides;
  return paragraphs(
    `${branchLink(context, ours)} and ${branchLink(context, theirs)} cannot be merged automatically. ${where === 'source' ? 'Nothing was pushed.' : 'The branches before it in the cascade are fine; this one and those after it I left as they are.'}`,
    files.length === 0 ? unrelatedText(ours, context) : resolutionText(conflict, context),
  );
}

function unrelatedText(ours: string, { pullRequest }: TextContext): string {
  return paragraphs(
    'The two have **no common history**, so there is nothing to resolve: git could only pile one upon the other.',
    `**What to do:** start a new branch from ${inlineCode(pullRequest?.destinationBranch ?? ours)}, bring your commits over with \`git cherry-pick\`, and open a pull request from there.`,
  );
}

function resolutionText(conflict: IntegrationConflict, context: TextContext): string {
  const { where, branch, files } = conflict;
  const afterwards = 'As soon as you have pushed, I continue by myself';
  return paragraphs(
    fileList(files),
    `**What to do:** resolve it on the ${where} branch ${inlineCode(branch)}:`,
    fenced('sh', resolveCommands(conflict, context)),
    where === 'source' ? `${afterwards}.` : `${afterwards} and build on your resolution; I never overwrite it. If you would rather start over, comment ${inlineCode(spoken(context, 'reset'))}.`,
  );
}

function fileList(files: readonly string[]): string {
  const list = bulletList(files.map(inlineCode), mostFiles);
  const title = `${counted(files.length, 'file')} in conflict`;
  return files.length > mostFilesInSight ? folded(title, list) : paragraphs(`**${title}:**`, list);
}

/** Outcome 121. */
export function integrationBranchesMessage({ branches, ignored, pendingHotfixes }: OutcomeOf<121>, context: TextContext): string {
  const rows = branches.map(({ branch, destination }) => [branchLink(context, branch), branchLink(context, destination), compareLink(context, 'compare', destination, branch)]);
  return paragraphs(
    'This pull request lands on later version branches too. I have prepared what goes there, so that CI can test it:',
    table(['Branch', 'Goes to', 'Changes'], [...sourceRow(context), ...rows]),
    ignoredBranches(ignored),
    pendingHotfixNote(pendingHotfixes, context),
    'You need not do anything with these branches. I keep them up to date and delete them after the merge; push to one only to resolve a conflict or to adapt the change to that version.',
  );
}

/** The first target needs no integration branch; a reader misses it all the same. */
function sourceRow(context: TextContext): ReadonlyArray<readonly string[]> {
  const { pullRequest } = context;
  if (pullRequest === null) {
    return [];
  }
  const { sourceBranch, destinationBranch, fork } = pullRequest;
  return [
    fork === true
      ? [inlineCode(sourceBranch), branchLink(context, destinationBranch), 'this pull request']
      : [branchLink(context, sourceBranch), branchLink(context, destinationBranch), compareLink(context, 'compare', destinationBranch, sourceBranch)],
  ];
}

/** Hotfix branches that the author may have forgotten; empty if there are none. */
export function pendingHotfixNote(branches: readonly string[], context: TextContext): string {
  if (branches.length === 0) {
    return '';
  }
  return `> [!NOTE]\n> Left untouched: ${enumerated(branches.map((branch) => branchLink(context, branch)))}. If the change belongs there too, open a separate pull request.`;
}

/** Outcome 213. */
export function integrationBranchMovedMessage({ branch, expected, found }: OutcomeOf<213>, context: TextContext): string {
  return `The integration pull request of ${branchLink(context, branch)} stands at ${commitLink(context, found)}, but the branch at ${expected === null ? 'nothing: I have not seen it' : commitLink(context, expected)}. Somebody pushed in between; I look again at the next event.`;
}
