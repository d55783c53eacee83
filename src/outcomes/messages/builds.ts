import type { BranchEvidence, NotGreen } from '../../builds/verdict.js';
import { inlineCode } from '../../conversation/quote.js';
import { parseBranchName } from '../../gitwaterflow/branch-name.js';
import { formatVersion } from '../../gitwaterflow/version.js';
import type { OutcomeOf } from '../outcome.js';
import { buildIcon, evidenceText } from './build-evidence.js';
import { spoken } from './context.js';
import type { TextContext } from './context.js';
import { branchLink, commitLink, compareLink, webLink } from './links.js';
import { bulletList, counted, enumerated, paragraphs } from './markdown.js';

/** Outcome 118. */
export function buildFailedMessage({ build }: OutcomeOf<118>, context: TextContext): string {
  return paragraphs(
    'CI failed, so I do not merge this pull request.',
    failedBranches(build, context),
    `**What to do:** ${waitsOnlyForApproval(build) ? 'approve the runs named above, after a look at what they would run.' : `push a fix to the source branch (or, if it fails on one version only, to that integration branch). If the failure had nothing to do with the change, comment ${inlineCode(spoken(context, 'retry'))} and I run the failed jobs again.`}`,
  );
}

/** Every branch that has failed, with its runs. What still runs is left out: the text must not change with it. */
export function failedBranches({ branches }: NotGreen<'failed'>, context: TextContext): string {
  const failed = branches.filter(({ state }) => state === 'failed');
  return paragraphs(...failed.map((branch) => failedBranch(branch, context)));
}

export function waitsOnlyForApproval({ branches }: NotGreen<'failed'>): boolean {
  const evidence = branches.filter(({ state }) => state === 'failed').flatMap(failedEvidence);
  return evidence.length > 0 && evidence.every(({ result }) => result === 'action_required');
}

function failedBranch(branch: BranchEvidence, context: TextContext): string {
  const base = destinationOf(branch.branch, context);
  const compare = base === null ? '' : ` (${compareLink(context, 'compare', base, branch.branch)})`;
  return paragraphs(
    `${buildIcon(branch.state)} ${branchLink(context, branch.branch)} at ${commitLink(context, branch.commit)}${compare}:`,
    bulletList(failedEvidence(branch).map(evidenceText)),
  );
}

function failedEvidence({ keys }: BranchEvidence) {
  return keys.filter(({ state }) => state === 'failed').flatMap((key) => [...key.evidence]);
}

/** The branch it is to be compared with; null if the name does not tell. */
function destinationOf(branch: string, { pullRequest }: TextContext): string | null {
  const name = parseBranchName(branch);
  switch (name?.kind) {
    case 'integration':
    case 'queue-integration':
    case 'queue':
      return name.version.length === 4 ? `hotfix/${formatVersion([name.version[0], name.version[1], name.version[2]])}` : `development/${formatVersion(name.version)}`;
    default:
      return pullRequest !== null && branch === pullRequest.sourceBranch && pullRequest.fork !== true ? pullRequest.destinationBranch : null;
  }
}

/** Outcome 137. */
export function restartedMessage({ restarted, left }: OutcomeOf<137>, context: TextContext): string {
  if (restarted.length === 0) {
    return paragraphs(
      'There is no failed workflow run to start again on the branches of this pull request.',
      left === 0 ? null : `${counted(left, 'failed run')} cannot be restarted any more: GitHub allows only so many attempts.`,
    );
  }
  return paragraphs(
    `I have started the failed jobs of ${counted(restarted.length, 'workflow run')} again:`,
    bulletList(restarted.map(({ name, branch, url }) => `${webLink(inlineCode(name), url)} on ${branchLink(context, branch)}`)),
    left === 0 ? null : `${counted(left, 'more failed run')} I left alone; comment ${inlineCode(spoken(context, 'retry'))} again if they are still failed when these are done.`,
  );
}

/** Outcome 303. */
export function inProgressMessage({ build }: OutcomeOf<303>, context: TextContext): string {
  if (build === null) {
    return 'CI is still running. I continue when it is done.';
  }
  const running = build.branches.filter(({ state }) => state === 'in-progress');
  return paragraphs(
    'CI is still running. I continue when it is done.',
    bulletList(running.map((branch) => `${branchLink(context, branch.branch)} at ${commitLink(context, branch.commit)}: ${enumerated(branch.keys.filter(({ state }) => state === 'in-progress').flatMap((key) => key.evidence.map(evidenceText)))}`)),
  );
}

/** Outcome 304. */
export function notStartedMessage({ build, justPushed }: OutcomeOf<304>, context: TextContext): string {
  const pushed = justPushed.length === 0 ? null : `I have just pushed ${enumerated(justPushed.map((branch) => branchLink(context, branch)))} and wait for CI there.`;
  if (build === null) {
    return pushed ?? 'CI has not started yet. I continue when it is done.';
  }
  const waiting = build.branches.filter(({ state, branch }) => state === 'not-started' && !justPushed.includes(branch));
  return paragraphs(
    pushed,
    waiting.length === 0 ? null : paragraphs('CI has not started, or not all that is required:', bulletList(waiting.map((branch) => `${branchLink(context, branch.branch)} at ${commitLink(context, branch.commit)}: ${enumerated(branch.keys.filter(({ state }) => state === 'not-started').map(whyNotStarted))}`))),
    '**If nothing starts:** check that the CI workflows listen to pushes on these branches (`w/**`, `q/**`), and that the robot’s token is one whose pushes start workflows.',
  );
}

function whyNotStarted(verdict: BranchEvidence['keys'][number]): string {
  if (!verdict.saysWhichBranch) {
    return `${inlineCode(verdict.key.kind === 'check-run' ? verdict.key.name : verdict.key.context)} is ${verdict.cause === 'all-skipped' ? 'skipped' : 'not reported'}`;
  }
  switch (verdict.runs.cause) {
    case 'required-workflow-missing':
      return `no run of ${enumerated(verdict.runs.missingWorkflows.map(inlineCode))}`;
    case 'all-skipped':
      return 'every run was skipped, so nothing was built';
    default:
      return 'no run counts for this branch';
  }
}
