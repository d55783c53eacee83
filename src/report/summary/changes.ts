import { inlineCode } from '../../conversation/quote.js';
import { branchLink, commitLink, pullRequestLink, shortSha } from '../../outcomes/messages/links.js';
import type { LinkContext } from '../../outcomes/messages/links.js';
import { bulletList, counted, inlineText, paragraphs, table } from '../../outcomes/messages/markdown.js';
import type { Plan } from '../../plan/plan.js';
import type { AtomicPushes } from '../../edge/findings.js';
import type { RefUpdate } from '../../ports/git.js';
import { markerOfBody } from './marker-of-body.js';
import type { Execution } from './report.js';

const mostRefs = 500;

/** What was changed, or would be: refs one by one, then everything else. */
export function changesText(plan: Plan, execution: Execution, context: LinkContext): string {
  return paragraphs(
    executionText(execution),
    plan.push.length === 0 ? null : pushText(plan.push, execution, context),
    bulletList(otherChanges(plan, context), mostRefs),
  );
}

/** One push after the other, of a command that makes or deletes branches. */
export function pushesText(pushes: AtomicPushes, execution: Execution, context: LinkContext): string {
  return paragraphs(executionText(execution), ...pushes.map((push) => pushText(push, execution, context)));
}

function pushText(push: readonly RefUpdate[], execution: Execution, context: LinkContext): string {
  return paragraphs(`**One atomic push**, ${counted(push.length, 'ref')}, all or none:`, table(['Ref', 'Before', 'After'], push.map((update) => refRow(update, execution, context)), mostRefs));
}

function executionText(execution: Execution): string | null {
  switch (execution.kind) {
    case 'done':
      return null;
    case 'dry-run':
      return 'Dry run: nothing of this was done.';
    case 'not-done':
      return `> [!WARNING]\n> Nothing of this was done: ${inlineText(execution.reason)}`;
  }
}

/** Linked is what has a page: a branch that is there after the run, and a commit that was pushed. */
function refRow({ ref, from, to }: RefUpdate, execution: Execution, context: LinkContext): readonly string[] {
  const done = execution.kind === 'done';
  const branch = /^refs\/heads\/(?<branch>[^]+)$/.exec(ref)?.groups?.branch;
  const exists = (done ? to : from) !== null;
  const name = branch !== undefined && exists ? branchLink(context, branch) : inlineCode(branch ?? ref.replace(/^refs\/tags\//, 'tag '));
  if (from === to && from !== null) {
    return [name, commitLink(context, from), 'unchanged'];
  }
  const after = to !== null && done ? commitLink(context, to) : inlineCode(shortSha(to ?? ''));
  return [name, from === null ? '✨ new' : commitLink(context, from), to === null ? '🗑️ deleted' : after];
}

function otherChanges(plan: Plan, context: LinkContext): readonly string[] {
  return [
    ...plan.openPullRequests.map(({ head, base, title }) => `open a pull request from ${inlineCode(head)} to ${inlineCode(base)}: ${inlineText(title, 120)}`),
    ...plan.closePullRequests.map((number) => `close pull request ${pullRequestLink(context, number)}`),
    ...plan.dispatches.map(({ workflow, branch }) => `start workflow ${inlineCode(workflow)} on ${inlineCode(branch)}`),
    ...plan.reruns.map((id) => `run the failed jobs of workflow run ${inlineCode(String(id))} again`),
    ...plan.statuses.map(({ context: name, state, description, commit }) => `commit status ${inlineCode(name)} = ${inlineCode(state)} on ${commitLink(context, commit)}: ${inlineText(description, 140)}`),
    ...plan.deleteComments.map((id) => `remove comment ${inlineCode(String(id))}`),
    ...plan.comments.map(({ pullRequest, body }) => `comment on ${pullRequestLink(context, pullRequest)}${markerOfBody(body)}`),
  ];
}
