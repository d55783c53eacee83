import type { MissingApprovals } from '../approvals/approvals.js';
import { buildKeyText } from '../builds/build-key.js';
import type { BuildState } from '../builds/build-state.js';
import type { NotGreen } from '../builds/verdict.js';
import { workflowFileName } from '../builds/workflow-run.js';
import type { SetBy } from '../conversation/options.js';
import { mostDependencies } from '../conversation/vocabulary.js';
import type { NotHandledReason, NothingToDoReason, Outcome, OutcomeOf, QueueProblem } from './outcome.js';

/** GitHub's limit for the description of a commit status. */
const maximalLength = 140;
/** A name longer than this would leave no room for what happened to it. */
const longestName = 80;

/**
 * The outcome in one short line: plain text for the commit status and for lists of checks, at most 140 characters. It is
 * not escaped for Markdown.
 */
export function reasonOf(outcome: Outcome): string {
  return shortened(reason(outcome), maximalLength);
}

/** Far more than anybody reads; an output has room for it. */
const maximalExplanation = 4_000;

/** The outcome in plain text, not limited to what a commit status holds: every problem, and details whole. */
export function explanationOf(outcome: Outcome): string {
  switch (outcome.code) {
    case 127:
    case 214:
      return shortened(capitalised(problemLines(outcome.problems)), maximalExplanation);
    case 219:
    case 220:
      return shortened(outcome.problems.map(plain).join(' · '), maximalExplanation);
    default:
      return shortened(reason(outcome), maximalExplanation);
  }
}

function problemLines(problems: readonly QueueProblem[]): string {
  return problems.map((problem) => problemReason([problem])).join(', ');
}

function reason(outcome: Outcome): string {
  switch (outcome.code) {
    case 100:
      return 'First look at this pull request';
    case 101:
      return 'Manual shown';
    case 102:
      return outcome.landing.versions.length === 0 ? 'Merged' : `Merged into ${names(outcome.landing.versions.map(({ branch }) => branch))}`;
    case 104:
      return 'Status reported';
    case 106:
      return `Prefix ${name(outcome.prefix)} not accepted by ${names(outcome.refusedBy.map(({ branch }) => branch))}`;
    case 107:
      return `No issue key in ${name(outcome.source)}`;
    case 108:
      return `Issue ${name(outcome.issue)} not found`;
    case 109:
      return `Issue ${name(outcome.issue)} has type ${name(outcome.type)}, which is not supported`;
    case 110:
      return `Issue ${name(outcome.issue)} belongs to project ${name(outcome.project)}`;
    case 111:
      return `Issue ${name(outcome.issue)} (${name(outcome.type)}) wants prefix ${name(outcome.expectedPrefix)}, not ${name(outcome.prefix)}`;
    case 112:
      return `Fix versions of ${name(outcome.issue)} should be ${names(outcome.expected)}`;
    case 113:
      return `History mismatch on ${name(outcome.integrationBranch)}: use reset`;
    case 114:
      return conflictReason(outcome.conflict.branch, outcome.conflict.files.length);
    case 115:
      return approvalReason(outcome.missing);
    case 118:
      return failedReason(outcome.build);
    case 120:
      return `Waiting for ${names([...outcome.open, ...outcome.closed].map((number) => `#${number}`))}`;
    case 121:
      return `${count(outcome.branches.length, 'integration branch', 'integration branches')} created`;
    case 122:
      return `Unknown command: ${name(outcome.refusal.keyword)}`;
    case 123:
      return `${loginOf(outcome.refusal.author)} may not use ${name(outcome.refusal.keyword)}`;
    case 124:
      return `Conflict with the queue on ${name(outcome.conflict.branch)}: ${count(outcome.conflict.files.length, 'file')}`;
    case 125:
      return `Queued at position ${outcome.position}`;
    case 126:
      return `Merged, but ${count(outcome.remaining.length, 'newer commit')} did not land`;
    case 127:
      return `The queue is out of order: ${problemReason(outcome.problems)}`;
    case 128:
      if (outcome.gateOnly === true) {
        return 'Nothing was reset: a gate deletes nothing';
      }
      return outcome.deleted.length === 0 ? 'Reset: there was nothing to delete' : `Reset: ${count(outcome.deleted.length, 'branch', 'branches')} deleted`;
    case 129:
      return `Reset would lose work on ${names(outcome.branches.map(({ branch }) => branch))}`;
    case 130:
      return `Option not understood: ${name(outcome.refusal.keyword)}${outcome.refusal.value === null ? '' : `=${name(outcome.refusal.value)}`}`;
    case 131:
      if (outcome.refusal.kind === 'too-many-pull-requests') {
        return `${name(outcome.refusal.keyword)} names more than ${mostDependencies} pull requests`;
      }
      return outcome.refusal.value === null ? `${name(outcome.refusal.keyword)} needs a number` : `No pull request ${name(outcome.refusal.value)}`;
    case 132:
      return `${name(outcome.source)} is ${count(outcome.behind, 'commit')} behind, ${outcome.limit} allowed`;
    case 133:
      return `No verdict: ${outcome.service} did not answer (${plain(outcome.detail)})`;
    case 134:
      return `Only the author may use ${name(outcome.refusal.keyword)}`;
    case 135:
      return 'Integration branches must be asked for';
    case 136:
      return `In the queue: ${failedReason(outcome.build)}`;
    case 137:
      return `${count(outcome.restarted.length, 'workflow run')} restarted`;
    case 138:
      return `${count(outcome.removed, 'comment')} cleared`;
    case 139:
      return `Taken out of the queue: ${failedReason(outcome.build)}`;
    case 204:
      return `${name(outcome.version)} is released (tag ${name(outcome.tag)}); delete ${name(outcome.branch)}`;
    case 207:
      return `Not a GitWaterFlow branch: ${name(outcome.branch)}`;
    case 210:
      return `${name(outcome.newer)} does not include ${name(outcome.older)}`;
    case 213:
      return `${name(outcome.branch)} moved meanwhile`;
    case 214:
      return `Queue incoherent: ${problemReason(outcome.problems)}`;
    case 219:
      return settingsReason('Settings cannot be read', outcome.problems);
    case 220:
      return settingsReason('Settings malformed', outcome.problems);
    case 221:
      return refusedReason(outcome);
    case 222:
      return `Destination ${name(outcome.destination)} does not exist`;
    case 223:
      return `Pending: ${names(outcome.branches.map(({ branch }) => branch))}`;
    case 301:
      return notHandledReason(outcome.reason);
    case 302:
      return nothingToDoReason(outcome.reason);
    case 303:
      return outcome.build === null ? 'CI running' : inProgressReason(outcome.build);
    case 304:
      return notStartedReason(outcome.build, outcome.justPushed);
    case 305:
      return `Closed; cleaned up: ${[
        ...(outcome.deleted.length === 0 ? [] : [count(outcome.deleted.length, 'branch', 'branches')]),
        ...(outcome.closed.length === 0 ? [] : [count(outcome.closed.length, 'pull request')]),
      ].join(', ')}`;
    case 306:
      return `Queue merged ${names(outcome.merged.map((number) => `#${number}`))}`;
    case 307:
      return outcome.command === 'doctor' ? capitalised(plain(outcome.detail)) : `Done: ${plain(outcome.command)}: ${plain(outcome.detail)}`;
    case 308:
      return outcome.command === 'doctor' ? capitalised(plain(outcome.detail)) : `Refused: ${plain(outcome.command)}: ${plain(outcome.detail)}`;
    case 309:
      return `CI failed in the queue: ${names(outcome.failed.map(({ pullRequest, branch }) => `#${pullRequest} on ${branch}`))}`;
  }
}

function conflictReason(branch: string, files: number): string {
  return `Conflict on ${name(branch)}: ${files === 0 ? 'no common history' : count(files, 'file')}`;
}

/** A change request first: it blocks whatever else is given. */
function approvalReason({ author, peers, leaders, changeRequesters, unanimityMissing }: MissingApprovals): string {
  if (changeRequesters.length > 0) {
    return `Change requested by ${names(changeRequesters)}`;
  }
  const approvals = Math.max(peers.missing, leaders.missing);
  const parts = [
    ...(approvals === 0 ? [] : [`${count(approvals, 'approval')} missing${leaders.missing > 0 ? ` (${leaders.missing} of a leader)` : ''}`]),
    ...(author ? ['the author has not approved'] : []),
    ...(unanimityMissing.length === 0 ? [] : [`not approved by ${names(unanimityMissing)}`]),
  ];
  return capitalised(parts.join('; '));
}

function failedReason({ branch, decidedBy }: NotGreen<'failed'>): string {
  const { evidence } = decidedBy;
  if (evidence.length > 0 && evidence.every(({ result }) => result === 'action_required')) {
    return `CI on ${name(branch)} waits for a person to approve ${count(evidence.length, 'workflow run')}`;
  }
  const failed = decidedBy.saysWhichBranch ? count(evidence.length, 'workflow run') : name(buildKeyText(decidedBy.key));
  return `CI failed on ${name(branch)}: ${failed}`;
}

function inProgressReason({ branch, branches }: NotGreen<'in-progress'>): string {
  const others = branchesIn(branches, 'in-progress') - 1;
  return `CI running on ${name(branch)}${others > 0 ? ` and ${count(others, 'other branch', 'other branches')}` : ''}`;
}

function notStartedReason(build: NotGreen<'not-started'> | null, justPushed: readonly string[]): string {
  if (justPushed.length > 0) {
    return `Waiting for CI on ${names(justPushed)}, just pushed`;
  }
  if (build === null) {
    return 'Waiting for CI to start';
  }
  const { branch, decidedBy } = build;
  if (!decidedBy.saysWhichBranch) {
    return `No ${name(buildKeyText(decidedBy.key))} on ${name(branch)} yet`;
  }
  const { cause, missingWorkflows } = decidedBy.runs;
  switch (cause) {
    case 'required-workflow-missing':
      return `No run of ${names(missingWorkflows.map(workflowFileName))} on ${name(branch)}`;
    case 'all-skipped':
      return `CI skipped everything on ${name(branch)}`;
    default:
      return `No CI run on ${name(branch)} yet`;
  }
}

function branchesIn(branches: ReadonlyArray<{ readonly state: BuildState }>, state: BuildState): number {
  return branches.filter((branch) => branch.state === state).length;
}

function problemReason(problems: readonly QueueProblem[]): string {
  const [first, ...others] = problems;
  return first === undefined ? 'rebuild it' : `${first.rule} on ${name(first.branch)}${others.length > 0 ? ` and ${others.length} more` : ''}`;
}

function settingsReason(what: string, [first, ...others]: readonly string[]): string {
  return first === undefined ? what : `${what}: ${others.length > 0 ? `${others.length + 1} problems, first ` : ''}${plain(first)}`;
}

function notHandledReason(why: NotHandledReason): string {
  switch (why.kind) {
    case 'source-kind':
      return `Not merged by the robot: source ${name(why.branch)}`;
    case 'destination-kind':
      return `Not merged by the robot: destination ${name(why.branch)}`;
    case 'fork':
      return `From a fork${why.repository === null ? '' : ` (${name(why.repository)})`}, which the settings do not allow`;
    case 'queues-off':
      return 'The settings switch queues off';
  }
}

function nothingToDoReason(why: NothingToDoReason): string {
  switch (why.kind) {
    case 'merged':
      return 'Merged already';
    case 'closed':
      return 'Closed';
    case 'no-such-pull-request':
      return `There is no pull request #${why.number}`;
    case 'event':
      return capitalised(plain(why.detail));
    case 'wait':
      return `On hold: option wait, set by ${setterOf(why.setBy)}${why.queued === true ? '; what is queued lands all the same' : ''}`;
    case 'namesake':
      return `#${why.pullRequest} has a source branch of the same name, and goes first`;
    case 'already-contained':
      return `${name(why.destination)} already contains ${name(why.source)}`;
    case 'source-gone':
      return `Source branch ${name(why.source)} is gone`;
    case 'changed-meanwhile':
      return `Changed while looking: ${plain(why.detail)}; the next event looks again`;
    case 'busy':
      return `Branches kept moving (${count(why.attempts, 'attempt')}); the next event tries again`;
    case 'same-head':
      return `Every check holds, but #${why.pullRequest} has the same head commit: push one to either`;
    case 'gate-only':
      return 'Every check holds';
    case 'queue-waits':
      return 'The queue waits for CI';
    case 'queue-rebuild':
      return 'The queue is being rebuilt; this pull request comes after that';
    case 'queued':
      return 'In the queue';
    case 'ejected':
      return 'Taken out of the queue; waiting for new commits';
    case 'integration-pull-request-without-parent':
      return 'Integration pull request without a parent';
  }
}

function refusedReason({ operation, cause, branches }: OutcomeOf<221>): string {
  switch (cause) {
    case 'workflow-permission':
      return 'GitHub refused the push: the token may not change workflow files';
    case 'protected-branch':
      return `GitHub refused the push: the robot may not push to ${branches.length === 0 ? 'a protected branch' : names(branches)}`;
    case 'not-permitted':
      return `GitHub refused: the token may not ${plain(operation)}`;
    case 'other':
      return `GitHub refused: ${plain(operation)}`;
  }
}

function setterOf(setBy: SetBy): string {
  switch (setBy.kind) {
    case 'comment':
      return loginOf(setBy.author);
    case 'settings':
      return 'the settings';
    case 'input':
      return 'the input options';
  }
}

function loginOf(author: string | null): string {
  return author === null ? 'a deleted account' : name(author);
}

function names(all: readonly string[]): string {
  const shown = all.slice(0, 4).map(name);
  return all.length > shown.length ? `${shown.join(', ')} and ${all.length - shown.length} more` : shown.join(', ');
}

/** A name from outside, on one line, without what is invisible. */
function name(text: string): string {
  return shortened(plain(text), longestName);
}

function plain(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll(/\p{Cf}/gu, '').replaceAll(/\p{Cs}/gu, '\uFFFD').trim();
}

/** Cut between two characters, never within one. */
function shortened(text: string, limit: number): string {
  if (text.length <= limit) {
    return text;
  }
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > limit - 1) {
      break;
    }
    kept += character;
  }
  return `${kept}…`;
}

function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
