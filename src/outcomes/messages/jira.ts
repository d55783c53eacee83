import { inlineCode } from '../../conversation/quote.js';
import type { OutcomeOf } from '../outcome.js';
import { spoken } from './context.js';
import type { TextContext } from './context.js';
import { branchLink } from './links.js';
import { bulletList, enumerated, paragraphs } from './markdown.js';

/** Outcome 107. */
export function missingIssueKeyMessage({ source, projects }: OutcomeOf<107>, context: TextContext): string {
  const example = `${source.split('/', 1)[0] ?? 'bugfix'}/${projects[0] ?? 'PROJ'}-123-what-it-is-about`;
  return paragraphs(
    `The name of the branch ${inlineCode(source)} does not begin with the key of an issue${projects.length === 0 ? '' : ` of ${oneOf(projects)}`}.`,
    `**What to do:** push the commits to a branch with the key in its name, such as ${inlineCode(example)}, and open a new pull request. ${bypass(context)}`,
  );
}

/** Outcome 108. */
export function issueNotFoundMessage({ issue }: OutcomeOf<108>, context: TextContext): string {
  return paragraphs(
    `The issue ${inlineCode(issue)}, named by the source branch, does not exist in the issue tracker, or I may not see it.`,
    `**What to do:** if the key is wrong, open the pull request from a branch with the right one; if the issue was created just now, comment ${inlineCode(spoken(context, 'status'))} to make me look again. ${bypass(context)}`,
  );
}

/** Outcome 109. */
export function issueTypeMessage({ issue, type, supported, parentOfSubTask, subTask }: OutcomeOf<109>, context: TextContext): string {
  if (subTask) {
    const parent = parentOfSubTask === null ? 'its parent issue' : inlineCode(parentOfSubTask);
    return paragraphs(
      `The issue ${inlineCode(issue)} is a sub-task (${inlineCode(type)}). Sub-tasks do not land on version branches by themselves.`,
      `**What to do:** merge this work into the branch of ${parent}, and open the pull request from there. ${bypass(context)}`,
    );
  }
  return paragraphs(
    `The issue ${inlineCode(issue)} has the type ${inlineCode(type)}. Accepted here: ${supported.length === 0 ? 'none' : enumerated(supported.map(inlineCode))}.`,
    `**What to do:** correct the type of the issue, or use another issue. ${bypass(context)}`,
  );
}

/** Outcome 110. */
export function wrongProjectMessage({ issue, project, accepted }: OutcomeOf<110>, context: TextContext): string {
  return paragraphs(
    `The issue ${inlineCode(issue)} belongs to the project ${inlineCode(project)}; this repository takes issues of ${oneOf(accepted)}.`,
    `**What to do:** open the pull request from a branch that names an issue of this repository. ${bypass(context)}`,
  );
}

/** Outcome 111. */
export function prefixMismatchMessage({ issue, type, prefix, expectedPrefix }: OutcomeOf<111>, context: TextContext): string {
  return paragraphs(
    `The issue ${inlineCode(issue)} has the type ${inlineCode(type)}, for which branches begin with ${inlineCode(`${expectedPrefix}/`)}; this one begins with ${inlineCode(`${prefix}/`)}.`,
    `**What to do:** correct the type of the issue, or open the pull request from a branch with that prefix. ${bypass(context)}`,
  );
}

/** Outcome 112. */
export function fixVersionMessage({ issue, found, expected }: OutcomeOf<112>, context: TextContext): string {
  const list = (versions: readonly string[]) => (versions.length === 0 ? 'none' : versions.map(inlineCode).join(', '));
  return paragraphs(
    `The fix versions of ${inlineCode(issue)} are not the versions this pull request lands on.`,
    bulletList([`in the issue: ${list(found)}`, `expected: **${list(expected)}**`]),
    `**What to do:** set the fix versions of ${inlineCode(issue)} as expected and comment ${inlineCode(spoken(context, 'status'))} to make me look again, or choose another destination. ${bypass(context)}`,
  );
}

/** Outcome 223. */
export function pendingHotfixMessage({ branches }: OutcomeOf<223>, context: TextContext): string {
  return paragraphs(
    'The issue names a version that is being prepared on a hotfix branch. This pull request leaves it untouched:',
    bulletList(branches.map(({ branch, version }) => `${branchLink(context, branch)}, for version ${inlineCode(version)}`)),
    '**What to do:** if the change belongs there too, open a separate pull request towards that branch.',
  );
}

function oneOf(projects: readonly string[]): string {
  return projects.length === 1 ? `the project ${inlineCode(projects[0] ?? '')}` : `the projects ${enumerated(projects.map(inlineCode))}`;
}

function bypass(context: TextContext): string {
  return `An admin can comment ${inlineCode(spoken(context, 'bypass_jira_check'))}.`;
}
