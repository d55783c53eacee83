import { contentKey, markerOfComment } from '../conversation/marker.js';
import { integrationBranchName, parseBranchName } from '../gitwaterflow/branch-name.js';
import type { IntegrationTrial } from '../integration/trial.js';
import type { Comment } from '../ports/github.js';
import type { Sha } from '../ports/git.js';
import type { CheckRecord } from '../outcomes/outcome.js';
import { approvalChecks } from './readiness-checks.js';
import { runChecks } from './check.js';
import type { Progress } from './check.js';
import type { ConversationFacts } from './facts.js';
import { usesIssueTracker } from './issue-checks.js';
import { isNotice } from './telling.js';

/**
 * A pull request that waits for approval is looked at again and again: at every comment, every build and every sweep. Once
 * the checks before the approvals held, they hold as long as nothing moves that they look at. So the message that says what
 * is waited for (115) bears a key of all of that, and as long as it is the same, only the approvals are judged: without
 * fetching anything. This never says more than "still waiting"; a pull request that got its approvals is looked at whole.
 *
 * Who edits the message of the robot (which takes write access) can make it wait for something that holds no longer, until
 * the approvals are there.
 */
export function settledKey(facts: ConversationFacts, trial: IntegrationTrial | null): string | null {
  const { pullRequest, refs, settings, settingsHash, conversation, reviews, source } = facts;
  const { head, base, number, author } = pullRequest;
  const asksOutside = settings.gateOnly || usesIssueTracker(settings) || settings.alwaysCreateIntegrationPullRequests || conversation.options.createPullRequests;
  const tip = head.fork ? refs.pullRequestHeads.get(number) : refs.branches.get(head.branch);
  if (asksOutside || tip !== head.sha) {
    return null;
  }
  const after = new Map([...refs.branches, ...(trial?.steps ?? []).map(({ branch, to }): readonly [string, Sha] => [branch, to])]);
  const branches = [...after].filter(([branch]) => {
    const parsed = parseBranchName(branch);
    const isVersion = parsed?.kind === 'development' || parsed?.kind === 'hotfix';
    return isVersion || branch.startsWith(`q/w/${number}/`) || (parsed?.kind === 'integration' && branch === integrationBranchName(parsed.version, source));
  });
  const { inForce, ...switches } = conversation.options;
  const own = reviews.filter((review) => review.author !== null && review.author.toLowerCase() === author?.toLowerCase()).map(({ state }) => state);
  const looked = [settingsHash, number, head.branch, head.sha, base.branch, switches, inForce.map(({ option }) => option), own, branches.sort(byName), [...refs.tags.keys()].sort()];
  return contentKey(JSON.stringify(looked));
}

/** The progress up to the approvals, if they are all that is missing, as they were when it was told; null: look whole. */
export function stillWaiting(facts: ConversationFacts, progress: Progress, skippedChecks: readonly string[]): Progress | null {
  const key = settledKey(facts, null);
  if (key === null || toldKey(facts.comments, facts.settings.robot) !== key) {
    return null;
  }
  const unchanged = skippedChecks.map((name): CheckRecord => ({ name, state: 'skipped', detail: 'nothing moved since it held' }));
  const judged = runChecks({ ...progress, records: [...progress.records, ...unchanged] }, approvalChecks, { ...facts, sourceTip: facts.pullRequest.head.sha }, 'act');
  return judged.over ? judged : null;
}

/** The key in the robot's last message, if that says what is waited for. */
export function toldKey(comments: readonly Comment[], robot: string): string | null {
  const said = comments.map((comment) => markerOfComment(comment, robot)).filter((marker) => marker !== null);
  const last = said.findLast(({ code }) => !isNotice(code));
  return last?.code === 115 ? (last.data.settled ?? null) : null;
}

function byName([one]: readonly [string, Sha], [other]: readonly [string, Sha]): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
