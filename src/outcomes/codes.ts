/**
 * The table of outcomes: spec 5, "Codes". A code keeps its meaning for ever; a new outcome gets a new number.
 * Documentation (`docs/codes.md`), messages and outputs all take name, state, cause and remedy from here.
 */
export type State = 'success' | 'pending' | 'failure' | 'neutral';

/**
 * When the message of an outcome is posted on the pull request:
 * - `unless-last`: unless it equals the robot's last message;
 * - `always`: each time;
 * - `once`: at most once per pull request;
 * - `once-per-content`: unless an equal message exists anywhere on the pull request;
 * - `never`: the outcome is told in the status, the summary and the outputs only.
 */
export type CommentPolicy = 'unless-last' | 'always' | 'once' | 'once-per-content' | 'never';

export interface CodeDescription {
  /** Value of the output `outcome`. */
  readonly name: string;
  readonly state: State;
  readonly comment: CommentPolicy;
  /** Heading of the message, and first cell of the documentation. */
  readonly title: string;
  /** Why it happens, for the documentation. */
  readonly cause: string;
  /** What to do, for the documentation. */
  readonly remedy: string;
}

function describe(name: string, state: State, comment: CommentPolicy, title: string, cause: string, remedy: string): CodeDescription {
  return { name, state, comment, title, cause, remedy };
}

const nothingToDo = 'Nothing.';

export const codes = {
  100: describe('greeting', 'neutral', 'once', 'Hello', 'The robot sees this pull request for the first time.', nothingToDo),
  101: describe('help', 'neutral', 'always', 'Manual', 'Somebody gave the command `help`.', nothingToDo),
  102: describe('merged', 'success', 'unless-last', 'Merged', 'Every check held; one atomic push moved every target branch.', nothingToDo),
  104: describe('status-report', 'neutral', 'always', 'Status', 'Somebody gave the command `status`.', nothingToDo),
  106: describe('incompatible-branch-prefix', 'failure', 'unless-last', 'Branch prefix not accepted', '`allowed_prefixes` does not accept the prefix of the source branch on one of its targets.', 'Rename the source branch, choose another destination, or have an admin set `bypass_incompatible_branch`.'),
  107: describe('missing-issue-key', 'failure', 'unless-last', 'Issue key missing', 'The label of the source branch does not begin with an issue key.', 'Rename the source branch to `<prefix>/<KEY-123>-<label>`.'),
  108: describe('issue-not-found', 'failure', 'unless-last', 'Issue not found', 'The issue tracker does not know the key in the branch name.', 'Correct the key in the name of the source branch.'),
  109: describe('issue-type-not-supported', 'failure', 'unless-last', 'Issue type not supported', 'The type of the issue is not listed under `prefixes`.', 'Use an issue of a listed type; merge a sub-task into the branch of its parent.'),
  110: describe('wrong-issue-project', 'failure', 'unless-last', 'Issue belongs to another project', 'The project of the issue is not in `jira_keys`.', 'Use an issue of one of the projects of this repository.'),
  111: describe('prefix-does-not-match-issue-type', 'failure', 'unless-last', 'Prefix does not match the issue', 'With `check_prefix_matches_type`, the prefix of the source branch is not the one of the issue’s type.', 'Rename the source branch or correct the type of the issue.'),
  112: describe('wrong-fix-version', 'failure', 'unless-last', 'Fix versions do not match', 'The fix versions of the issue are not the versions this pull request lands on.', 'Correct the fix versions of the issue, or the destination of the pull request.'),
  113: describe('history-mismatch', 'failure', 'unless-last', 'History mismatch', 'An integration branch holds commits that the source branch no longer has, usually after a rebase.', 'Comment `reset`.'),
  114: describe('conflict', 'failure', 'unless-last', 'Conflict', 'Two branches change the same lines.', 'Resolve the conflict on the branch the message names, and push.'),
  115: describe('approval-needed', 'pending', 'unless-last', 'Waiting for approval', 'The approvals asked for by the settings are not all given, or a change request stands.', 'Review the pull request.'),
  118: describe('build-failed', 'failure', 'unless-last', 'Build failed', 'CI failed on the source branch or on an integration branch.', 'Push a fix, or comment `retry`.'),
  120: describe('waiting-for-pull-request', 'pending', 'unless-last', 'Waiting for another pull request', 'The option `after_pull_request` names a pull request that is not merged.', 'Merge that pull request first, or remove the option.'),
  121: describe('integration-branches-created', 'neutral', 'once-per-content', 'Integration branches', 'The robot created integration branches.', nothingToDo),
  122: describe('unknown-command', 'failure', 'unless-last', 'Unknown command', 'A comment addressed to the robot holds a word it does not know.', 'Correct or delete the comment.'),
  123: describe('not-authorised', 'failure', 'unless-last', 'Not authorised', 'Somebody who is not in `admins` used a privileged option or command.', 'Ask an admin.'),
  124: describe('queue-conflict', 'failure', 'unless-last', 'Conflict with the queue', 'The pull request conflicts with one that is queued before it.', 'Wait until the queue has merged, then update the source branch.'),
  125: describe('queued', 'pending', 'unless-last', 'Queued', 'Every check held; the pull request waits for the CI of the queue.', nothingToDo),
  126: describe('merged-in-part', 'success', 'always', 'Merged, but not all of it', 'Commits were pushed after the pull request was queued.', 'The remaining commits start a new cycle.'),
  127: describe('queue-out-of-order', 'failure', 'unless-last', 'The queue is out of order', 'The queue branches are not coherent.', 'Start the command `rebuild-queues`.'),
  128: describe('reset-done', 'neutral', 'unless-last', 'Reset done', 'Somebody gave the command `reset` or `force_reset`.', nothingToDo),
  129: describe('reset-would-lose-work', 'failure', 'unless-last', 'Reset refused', 'An integration branch holds commits that exist nowhere else.', 'Save them, or comment `force_reset`.'),
  130: describe('wrong-option-syntax', 'failure', 'unless-last', 'Option not understood', 'An option was given a value it does not take.', 'Correct or delete the comment.'),
  131: describe('wrong-pull-request-number', 'failure', 'unless-last', 'No such pull request', '`after_pull_request` names no pull request of this repository, or too many are named.', 'Correct or delete the comment.'),
  132: describe('diverged', 'failure', 'unless-last', 'Branches have diverged', 'The destination is more than `max_commit_diff` commits ahead of the source branch.', 'Merge or rebase the destination into the source branch.'),
  133: describe('service-down', 'pending', 'never', 'A service does not answer', 'GitHub, git or the issue tracker failed or answered nonsense: no verdict is possible.', 'The next event, or the sweep, tries again.'),
  134: describe('not-the-author', 'failure', 'unless-last', 'Only the author may do that', 'Somebody else than the author used an option of the author.', 'Ask the author.'),
  135: describe('ask-for-integration-branches', 'pending', 'unless-last', 'Integration branches must be asked for', 'The settings create integration branches only on demand.', 'Approve as the author, or comment `create_integration_branches`.'),
  136: describe('queue-build-failed-notice', 'failure', 'unless-last', 'Build failed in the queue', 'CI failed on a queue branch of this pull request.', 'Restart the CI, or push a fix and queue again.'),
  137: describe('builds-restarted', 'neutral', 'unless-last', 'Builds restarted', 'Somebody gave the command `retry`.', nothingToDo),
  138: describe('comments-cleared', 'neutral', 'unless-last', 'Comments cleared', 'Somebody gave the command `clear`.', nothingToDo),
  139: describe('ejected-from-queue', 'failure', 'unless-last', 'Taken out of the queue', 'CI failed on this pull request’s queue branch while everything before it is green.', 'Push a fix; the pull request queues again by itself.'),
  204: describe('version-released', 'failure', 'never', 'Version already released', 'A tag exists for the version of a three-part development branch.', 'Delete that branch; use a hotfix branch.'),
  207: describe('unrecognised-branch', 'neutral', 'never', 'Not a GitWaterFlow branch', 'The name of the source or of the destination is not in the branch grammar.', nothingToDo),
  210: describe('not-self-contained', 'failure', 'never', 'Version branches are not self-contained', 'A development branch does not include the one before it.', 'Merge the older development branch into the newer one.'),
  213: describe('integration-branch-moved', 'failure', 'never', 'Integration branch moved meanwhile', 'The head of an integration pull request is a commit the robot has not seen.', 'Nothing: the next event looks again.'),
  214: describe('queue-incoherent', 'failure', 'never', 'Queue incoherent', 'The queue branches contradict each other.', 'Start the command `rebuild-queues`.'),
  219: describe('settings-unreadable', 'failure', 'never', 'Settings cannot be read', 'The settings file is missing, is not YAML, or names something unknown.', 'Correct the settings on the default branch.'),
  220: describe('settings-malformed', 'failure', 'never', 'Settings malformed', 'A setting has a value of the wrong type or outside its range.', 'Correct the settings on the default branch.'),
  221: describe('not-permitted', 'failure', 'unless-last', 'GitHub refused', 'The token may not do what has to be done: a branch is protected against the robot, or a permission is missing.', 'Give the token the permission, or the robot a bypass of the rule, that the message names.'),
  222: describe('destination-missing', 'failure', 'unless-last', 'Destination does not exist', 'The destination branch of the pull request is gone.', 'Change the base of the pull request.'),
  223: describe('pending-hotfix-reminder', 'neutral', 'once', 'Pending hotfixes', 'A hotfix of an expected version exists and is left untouched.', 'Open a separate pull request towards the hotfix branch.'),
  301: describe('not-handled', 'neutral', 'never', 'Not handled here', 'The branches are recognised, but the robot does not merge such a pair.', nothingToDo),
  302: describe('nothing-to-do', 'neutral', 'never', 'Nothing to do', 'Nothing remains to be done for this event.', nothingToDo),
  303: describe('build-in-progress', 'pending', 'never', 'Build in progress', 'CI is still running on the source branch or on an integration branch.', nothingToDo),
  304: describe('build-not-started', 'pending', 'never', 'Build not started', 'No CI run counts for the source branch or for an integration branch.', 'If no CI starts, check that the CI workflows listen to this branch.'),
  305: describe('cleaned-up', 'neutral', 'never', 'Closed and cleaned up', 'The pull request was closed; its integration branches were removed.', nothingToDo),
  306: describe('queue-merged', 'success', 'never', 'Queue merged', 'The queue merged at least one pull request.', nothingToDo),
  307: describe('administration-done', 'success', 'never', 'Done', 'An administrative command was carried out.', nothingToDo),
  308: describe('administration-refused', 'failure', 'never', 'Refused', 'An administrative command cannot be carried out.', 'See the reason in the summary.'),
  309: describe('queue-build-failed', 'failure', 'never', 'Queue build failed', 'CI failed on a queue branch and nothing can merge.', 'Restart the CI, or take the pull request out of the queue.'),
} as const satisfies Readonly<Record<number, CodeDescription>>;

export type Code = keyof typeof codes;

/** All codes, ascending. */
export const allCodes = (Object.keys(codes) as Array<`${Code}`>).map(Number) as readonly Code[];

export function describeCode(code: Code): CodeDescription {
  return codes[code];
}
