import { buildKeyText } from '../../builds/build-key.js';
import type { IgnoredReason, RunAccount } from '../../builds/state-for-branch.js';
import type { BranchEvidence, BuildEvidence, CommitVerdict, KeyVerdict } from '../../builds/verdict.js';
import { isRunning, workflowFileName } from '../../builds/workflow-run.js';
import type { WorkflowRun } from '../../builds/workflow-run.js';
import type { BuildState } from '../../builds/build-state.js';
import { inlineCode } from '../../conversation/quote.js';
import { commitLink, branchLink, webLink } from './links.js';
import type { LinkContext } from './links.js';
import { counted, enumerated, paragraphs, table } from './markdown.js';

export function buildIcon(state: BuildState): string {
  switch (state) {
    case 'successful':
      return '✅';
    case 'failed':
      return '❌';
    case 'in-progress':
      return '⏳';
    case 'not-started':
      return '⚪';
  }
}

/** One run, status or check: linked, with its result. */
export function evidenceText(evidence: BuildEvidence): string {
  switch (evidence.kind) {
    case 'workflow-run': {
      const name = webLink(inlineCode(evidence.name ?? workflowFileName(evidence.workflow)), evidence.link);
      const attempt = evidence.attempt > 1 ? `, attempt ${evidence.attempt}` : '';
      return evidence.result === 'action_required'
        ? `${name} **waits for approval**: a person must open it and click “Approve and run”`
        : `${name}: ${inlineCode(evidence.result)} (${inlineCode(evidence.workflow)}${attempt})`;
    }
    case 'commit-status':
      return `commit status ${webLink(inlineCode(evidence.context), evidence.link)}: ${inlineCode(evidence.result)}`;
    case 'check-run':
      return `check run ${webLink(inlineCode(evidence.name), evidence.link)}${evidence.appSlug === null ? '' : ` of ${inlineCode(evidence.appSlug)}`}: ${inlineCode(evidence.result)}`;
  }
}

/** A whole branch: what each build key says, and every run with whether it counts. */
export function branchAccount(context: LinkContext, branch: BranchEvidence, mostRuns: number): string {
  return paragraphs(
    `${buildIcon(branch.state)} ${branchLink(context, branch.branch)} at ${commitLink(context, branch.commit)}: **${branch.state}**`,
    ...branch.keys.map((verdict) => keyAccount(verdict, mostRuns)),
  );
}

function keyAccount(verdict: KeyVerdict, mostRuns: number): string {
  return verdict.saysWhichBranch
    ? runsAccount(verdict.runs.account, verdict.runs.missingWorkflows, verdict.runs.cause === 'all-skipped', mostRuns)
    : commitAccount(verdict);
}

function commitAccount(verdict: CommitVerdict): string {
  const key = inlineCode(buildKeyText(verdict.key));
  switch (verdict.cause) {
    case 'absent':
      return `${buildIcon(verdict.state)} ${key}: not reported on this commit yet.`;
    case 'all-skipped':
      return `${buildIcon(verdict.state)} ${key}: skipped, which is no build.`;
    case 'reported':
      return `${buildIcon(verdict.state)} ${enumerated(verdict.evidence.map(evidenceText))}. It belongs to the commit and cannot say which branch was built.`;
  }
}

function runsAccount(account: readonly RunAccount[], missing: readonly string[], allSkipped: boolean, mostRuns: number): string {
  const ordered = [...account].sort((left, right) => importance(left) - importance(right));
  return paragraphs(
    account.length === 0 ? 'There is no workflow run for this commit yet. No run is never green.' : runTable(ordered, mostRuns),
    missing.length === 0 ? null : `⚠️ Required, and without a run that counts: ${enumerated(missing.map(inlineCode))}.`,
    allSkipped ? '⚠️ Every run that counts was skipped: nothing was built.' : null,
  );
}

/** What made the verdict first, what has nothing to do with it last. */
function importance(account: RunAccount): number {
  if (account.counted) {
    return account.kept ? 0 : 1;
  }
  return account.reason.kind === 'other-commit' ? 3 : 2;
}

function runTable(ordered: readonly RunAccount[], mostRuns: number): string {
  const rows = ordered.map((account) => {
    const { run } = account;
    return [webLink(inlineCode(run.name ?? workflowFileName(run.workflowPath)), run.htmlUrl), String(run.runAttempt), inlineCode(run.event), resultOf(run), accountText(account)];
  });
  return table(['Run', 'Attempt:', 'Event', 'Result', 'Counts?'], rows, mostRuns);
}

function resultOf(run: WorkflowRun): string {
  const text = inlineCode(run.conclusion ?? run.status ?? 'unknown');
  if (isRunning(run)) {
    return `⏳ ${text}`;
  }
  switch (run.conclusion) {
    case 'success':
      return `✅ ${text}`;
    case 'skipped':
    case 'neutral':
      return `➖ ${text}`;
    case 'action_required':
      return `✋ ${text}: a person must click “Approve and run”`;
    default:
      return `❌ ${text}`;
  }
}

/** Whether a run counts, and why not, in words for somebody who wonders. */
export function accountText(account: RunAccount): string {
  if (!account.counted) {
    return `no: ${ignoredText(account.reason)}`;
  }
  return account.kept ? '**yes**' : `no: another run of this workflow on this branch speaks for it (${inlineCode(String(account.keptRunId))})`;
}

function ignoredText(reason: IgnoredReason): string {
  switch (reason.kind) {
    case 'other-commit':
      return `ran on commit ${inlineCode(reason.commit.slice(0, 7))}, not on this one`;
    case 'other-branch':
      return reason.branch === null ? 'GitHub does not say on which branch it ran' : `belongs to branch ${inlineCode(reason.branch)}, not to this one`;
    case 'other-repository':
      return reason.repositoryId === null ? 'the repository it came from is gone' : 'comes from another repository (a fork)';
    case 'dispatched-by-hand':
      return 'started by hand (`workflow_dispatch`), and the setting `dispatch` does not name its workflow';
    case 'own-workflow':
      return 'the robot’s own workflow';
    case 'outdated-reading':
      return `an older reading of a run that is listed again (attempt ${reason.attempt})`;
  }
}

/** `3 runs counted, 2 ignored`. */
export function accountSummary(branch: BranchEvidence): string {
  const accounts = branch.keys.flatMap((verdict) => (verdict.saysWhichBranch ? verdict.runs.account : []));
  const kept = accounts.filter((account) => account.counted).length;
  return `${counted(kept, 'run')} counted, ${accounts.length - kept} ignored`;
}
