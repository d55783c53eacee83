import { workflowPathWithoutRef } from '../builds/workflow-run.js';
import { noCommand, readCommand } from './command.js';
import type { CommandInputs, ReadCommand } from './command.js';
import { numberAt, shaAt, textAt, valueAt } from './payload.js';

/** Where an event says to look, and nothing more: what is true is read afterwards (spec chapters 3 and 5). */
export type Trigger =
  | { readonly kind: 'pull-request'; readonly number: number; readonly why: string }
  /** At what `resolveBranches` finds for these names or, failing that, for the commit. */
  | { readonly kind: 'branches'; readonly branches: readonly string[]; readonly headSha: string | null; readonly why: string }
  | { readonly kind: 'queue'; readonly why: string }
  /** The queue, then every open pull request. */
  | { readonly kind: 'sweep'; readonly why: string }
  | ReadCommand
  /** Outcome 302. */
  | { readonly kind: 'nothing'; readonly reason: string };

export interface TriggerContext {
  readonly inputs?: CommandInputs;
  /** Path of the workflow file this run belongs to, e.g. `.github/workflows/bert-e.yml`; null if not known. */
  readonly ownWorkflowPath?: string | null;
}

/**
 * Reads an event. The payload is untrusted and of any shape; what cannot be read leads to `nothing`, never to an
 * exception, and the sweep makes up for it.
 *
 * Who caused an event plays no part. An event by the robot itself leads to a look that finds nothing to do, whereas
 * skipping it could lose something: its login is a setting not known yet, people may share its account, and GitHub
 * drops waiting runs of a concurrency group, so that this event may be the only one left of several.
 */
export function readTrigger(eventName: string, payload: unknown, context: TriggerContext = {}): Trigger {
  const inputs = context.inputs ?? noCommand;
  if (inputs.command.trim() !== '') {
    return eventName === 'workflow_dispatch'
      ? readCommand(inputs)
      : { kind: 'refused', reason: 'commands are taken from workflow_dispatch only, which needs write access' };
  }
  switch (eventName) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
      return pullRequestTrigger(numberAt(payload, 'pull_request', 'number') ?? numberAt(payload, 'number'), eventName, payload);
    case 'issue_comment':
      return commentTrigger(payload);
    case 'workflow_run':
      return workflowRunTrigger(payload, context.ownWorkflowPath ?? null);
    case 'check_suite':
      return branchTrigger(textAt(payload, 'check_suite', 'head_branch'), shaAt(payload, 'check_suite', 'head_sha'), eventName);
    case 'check_run':
      return branchTrigger(textAt(payload, 'check_run', 'check_suite', 'head_branch'), shaAt(payload, 'check_run', 'head_sha'), eventName);
    case 'status':
      return statusTrigger(payload);
    case 'push':
      return pushTrigger(payload);
    case 'schedule':
    case 'workflow_dispatch':
      return { kind: 'sweep', why: eventName };
    case 'merge_group':
      return nothing("GitHub's own merge queue has no part in GitWaterFlow");
    default:
      return nothing('events of this kind tell nothing about pull requests or the queue');
  }
}

function pullRequestTrigger(number: number | null, eventName: string, payload: unknown): Trigger {
  return number === null ? unreadable(eventName) : { kind: 'pull-request', number, why: withAction(eventName, payload) };
}

function commentTrigger(payload: unknown): Trigger {
  const pullRequest = valueAt(payload, 'issue', 'pull_request');
  if (typeof pullRequest !== 'object' || pullRequest === null) {
    return nothing('the comment is not on a pull request');
  }
  return pullRequestTrigger(numberAt(payload, 'issue', 'number'), 'issue_comment', payload);
}

/**
 * A run that is only requested or in progress changes no verdict for the better. A run of our own workflow counts for
 * no build, so looking again would only have this workflow start itself.
 */
function workflowRunTrigger(payload: unknown, ownWorkflowPath: string | null): Trigger {
  if (textAt(payload, 'action') !== 'completed') {
    return nothing('the workflow run is not completed');
  }
  const path = textAt(payload, 'workflow_run', 'path') ?? textAt(payload, 'workflow', 'path');
  if (ownWorkflowPath !== null && path !== null && workflowPathWithoutRef(path) === workflowPathWithoutRef(ownWorkflowPath)) {
    return nothing('the workflow run is one of our own workflow');
  }
  return branchTrigger(textAt(payload, 'workflow_run', 'head_branch'), shaAt(payload, 'workflow_run', 'head_sha'), 'workflow_run');
}

/**
 * The `branches` of the payload are not used: the list is cut short after ten, and holds branches that merely contain
 * the commit. The refs of the moment name all branches whose head it is (see `resolveBranches`); where none is left, the
 * status is about a commit that nobody asks about any more.
 */
function statusTrigger(payload: unknown): Trigger {
  return branchTrigger(null, shaAt(payload, 'sha'), 'status');
}

function branchTrigger(branch: string | null, headSha: string | null, eventName: string): Trigger {
  if (branch === null && headSha === null) {
    return unreadable(eventName);
  }
  return { kind: 'branches', branches: branch === null ? [] : [branch], headSha, why: eventName };
}

/** Deletions count as well: a queue branch that is gone is the queue's business. */
function pushTrigger(payload: unknown): Trigger {
  const ref = textAt(payload, 'ref');
  if (ref === null) {
    return unreadable('push');
  }
  return /^refs\/heads\/(?:development|hotfix|q)\/./s.test(ref)
    ? { kind: 'queue', why: 'push' }
    : nothing('the push is to none of development/**, hotfix/**, q/**');
}

function nothing(reason: string): Trigger {
  return { kind: 'nothing', reason };
}

function unreadable(eventName: string): Trigger {
  return nothing(`the payload of ${eventName} does not say where to look`);
}

/** `pull_request_target (synchronize)`. An action is shown only if it looks like one of GitHub's. */
function withAction(eventName: string, payload: unknown): string {
  const action = textAt(payload, 'action') ?? '';
  return /^[a-z_]{1,40}$/.test(action) ? `${eventName} (${action})` : eventName;
}
