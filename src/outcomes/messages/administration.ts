import { inlineCode } from '../../conversation/quote.js';
import type { NotHandledReason, NothingToDoReason, OutcomeOf } from '../outcome.js';
import { spoken } from './context.js';
import type { TextContext } from './context.js';
import { branchLink, pullRequestLink } from './links.js';
import { bulletList, enumerated, inlineText, paragraphs } from './markdown.js';
import { setterText } from './options.js';

/** Outcome 133. */
export function serviceDownMessage({ service, detail }: OutcomeOf<133>): string {
  return paragraphs(
    `${service} did not give a usable answer, so there is no verdict: ${inlineText(detail)}`,
    'Nothing was decided on half an answer. The next event, or the sweep, looks again and continues.',
  );
}

/** Outcomes 219 and 220. */
export function settingsMessage({ code, problems }: OutcomeOf<219 | 220>): string {
  return paragraphs(
    code === 219 ? 'The settings cannot be read, so I do nothing.' : 'The settings hold values I cannot use, so I do nothing.',
    bulletList(problems.map((problem) => inlineText(problem, 1_000))),
    '**What to do:** correct the settings on the default branch. I read them nowhere else.',
  );
}

/** Outcome 221. */
export function notPermittedMessage({ operation, cause, detail, branches }: OutcomeOf<221>, context: TextContext): string {
  const on = branches.length === 0 ? '' : ` (${enumerated(branches.map((branch) => branchLink(context, branch)))})`;
  return paragraphs(
    `GitHub refused what I had to do: ${inlineText(operation)}${on}. Nothing of it was changed.`,
    detail === '' ? null : `> ${inlineText(detail, 500)}`,
    `**What to do:** ${remedyFor(cause)}`,
  );
}

function remedyFor(cause: OutcomeOf<221>['cause']): string {
  switch (cause) {
    case 'workflow-permission':
      return 'the change touches files under `.github/workflows/`. Give the robot the token of a GitHub App, or a personal access token, with the permission `workflows: write`; the token of the job can never have it.';
    case 'protected-branch':
      return 'in the branch protection or the ruleset of that branch, let the robot push: add it to those who may bypass the rule.';
    case 'not-permitted':
      return 'give the robot’s token the permission it lacks; the command `doctor` lists what is needed.';
    case 'other':
      return 'see the reason above; the command `doctor` looks for known obstacles.';
  }
}

/** Outcome 301. */
export function notHandledMessage(reason: NotHandledReason): string {
  switch (reason.kind) {
    case 'source-kind':
      return `I do not merge from ${inlineCode(reason.branch)}: pull requests come from branches such as ${inlineCode('bugfix/…')} or from development branches.`;
    case 'destination-kind':
      return `I do not merge into ${inlineCode(reason.branch)}: pull requests go to ${inlineCode('development/…')} or ${inlineCode('hotfix/X.Y.Z')}.`;
    case 'fork':
      return `This pull request comes from ${reason.repository === null ? 'a fork that is gone' : `the fork ${inlineCode(reason.repository)}`}; the settings (${inlineCode('forks')}) do not allow that.`;
    case 'queues-off':
      return `The settings switch queues off (${inlineCode('use_queues')}), so there is nothing this command could do.`;
  }
}

/** Outcome 302. */
export function nothingToDoMessage(reason: NothingToDoReason, context: TextContext): string {
  switch (reason.kind) {
    case 'merged':
      return 'The pull request is merged already.';
    case 'closed':
      return 'The pull request is closed.';
    case 'no-such-pull-request':
      return `There is no pull request with the number ${reason.number}.`;
    case 'event':
      return inlineText(reason.detail);
    case 'wait':
      return `The option ${inlineCode('wait')} is set (${setterText(reason.setBy, context)}), so I do nothing until it is removed.${reason.queued === true ? ' What is queued lands all the same.' : ''}`;
    case 'namesake':
      return `${pullRequestLink(context, reason.pullRequest)} comes from another branch of the name ${inlineCode(reason.branch)}, and would have the same integration branches. It goes first; to go at once, rename one of them.`;
    case 'already-contained':
      return `${branchLink(context, reason.destination)} already contains everything of ${inlineCode(reason.source)}.`;
    case 'source-gone':
      return `The source branch ${inlineCode(reason.source)} does not exist any more.`;
    case 'changed-meanwhile':
      return `Something changed while I was looking: ${inlineText(reason.detail)}. The next event looks again.`;
    case 'busy':
      return `The branches moved each of the ${reason.attempts} times I tried to push. Nothing was changed; the next event tries again.`;
    case 'same-head':
      return `Every check holds, but ${pullRequestLink(context, reason.pullRequest)} has the same head commit, and a status that says success would open both. Push a commit to one of them, or close one.`;
    case 'gate-only':
      return `Every check holds. I am set up as a gate only (${inlineCode('gate_only')}), so I merge and push nothing.`;
    case 'queue-waits':
      return 'The queue waits for CI.';
    case 'queue-rebuild':
      return 'The queue is being rebuilt. This pull request is queued after that.';
    case 'queued':
      return 'The pull request is in the queue.';
    case 'ejected':
      return `CI failed on the queue branch of this very commit, so it was taken out of the queue. Push a fix, or comment ${inlineCode(spoken(context, 'retry'))} to have it queued again as it is.`;
    case 'integration-pull-request-without-parent':
      return 'This is an integration pull request whose parent cannot be told, so I leave it alone.';
  }
}

/** Outcomes 307 and 308. */
export function administrationMessage({ code, command, detail }: OutcomeOf<307 | 308>): string {
  return `${inlineCode(command)} ${code === 307 ? 'is done' : 'was refused'}: ${inlineText(detail, 1_000)}`;
}
