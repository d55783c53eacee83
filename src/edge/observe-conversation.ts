import { readConversation } from '../conversation/read.js';
import type { Conversation } from '../conversation/read.js';
import { mostDependencies } from '../conversation/vocabulary.js';
import { isPullRequestDestination, isPullRequestSource, parseBranchName } from '../gitwaterflow/branch-name.js';
import { buildCascade } from '../gitwaterflow/cascade.js';
import type { ConversationFacts, EntryFacts, HistoryFacts, Surroundings } from '../pull-request/facts.js';
import { issueToAsk } from '../pull-request/issue-checks.js';
import type { IssueFacts } from '../pull-request/issue-checks.js';
import type { Comment, PullRequest } from '../ports/github.js';
import type { Sha } from '../ports/git.js';
import type { HandlingRules } from './rules.js';
import { readQueue } from '../queue/model.js';
import { orderQueue, queuePosition } from '../queue/order.js';
import { integrationBranchesOf } from './observe-entry.js';
import { LookAgain } from './ports.js';
import type { Ports } from './ports.js';
import { readGraph } from './read-graph.js';

/** Stage 2. The checks of stage 1 have seen that the branches are of kinds we handle. */
export async function observeConversation(facts: EntryFacts, ports: Ports, rules: HandlingRules): Promise<ConversationFacts> {
  const { pullRequest } = facts;
  const source = parseBranchName(pullRequest.head.branch);
  const destination = parseBranchName(pullRequest.base.branch);
  if (source === null || !isPullRequestSource(source) || destination === null || !isPullRequestDestination(destination)) {
    throw new Error('The conversation was read of a pull request that is not handled: the checks of its branches are missing');
  }
  const [comments, reviews] = await Promise.all([ports.github.comments(pullRequest.number), ports.github.reviews(pullRequest.number)]);
  const conversation = conversationOn(pullRequest, comments, facts, rules);
  const dependencies = await observeDependencies(conversation.options.afterPullRequest, ports);
  return { ...facts, source, destination, comments, reviews, conversation, rebuilt: rules.rebuilt, dependencies };
}

/** What the comments on a pull request ask for, by the settings and the rules of this run. */
export function conversationOn({ author }: PullRequest, comments: readonly Comment[], { settings, admins }: Surroundings, rules: HandlingRules): Conversation {
  return readConversation({
    comments,
    robot: settings.robot,
    pullRequestAuthor: author,
    admins,
    standingOptions: settings.prAuthorOptions.get(author?.toLowerCase() ?? '') ?? [],
    forcedOptions: rules.forcedOptions,
    ...(settings.noComment ? { onlyCommandIn: rules.eventComment } : {}),
  });
}

/** Anybody may name numbers in a comment, thousands of them: those past the limit are not read (and refused by the check). */
async function observeDependencies(numbers: readonly number[], ports: Ports): Promise<ReadonlyMap<number, PullRequest | null>> {
  const read = numbers.slice(0, mostDependencies).map(async (number) => [number, await ports.github.pullRequest(number)] as const);
  return new Map(await Promise.all(read));
}

/** Stage 3: one fetch and one reading of the history answer every question of ancestry that follows. */
export async function observeHistory(facts: ConversationFacts, { git }: Ports): Promise<HistoryFacts> {
  const { pullRequest, refs, destination } = facts;
  const destinationTip = refs.branches.get(destination.name);
  if (destinationTip === undefined) {
    throw new Error('The history was read of a destination that does not exist: the check of it is missing');
  }
  const sourceTip = tipOfSource(facts);
  const branches = [...refs.branches.keys()];
  const cascade = buildCascade({ branches, tags: [...refs.tags.keys()], destination: destination.name });
  const versionTips = branches.filter((name) => parseBranchName(name)?.kind === 'development').map((name) => refs.branches.get(name));
  const integrationTips = integrationBranchesOf(pullRequest, refs).map(({ tip }) => tip);
  const queueTips = facts.settings.useQueues ? branches.filter((name) => name.startsWith('q/')).map((name) => refs.branches.get(name)) : [];
  const tips = [...new Set([sourceTip, destinationTip, ...versionTips, ...integrationTips, ...queueTips])].filter((tip): tip is Sha => typeof tip === 'string');
  const graph = await readGraph(tips, refs, git);
  const queuePlace = facts.settings.useQueues ? queuePosition(orderQueue(readQueue(refs), graph).members, pullRequest.number) : null;
  return { ...facts, graph, sourceTip, destinationTip, cascade, queuePlace };
}

/** The issue that the source branch names, if the checks of it need one. */
export async function observeIssue(facts: HistoryFacts, { issueTracker }: Ports): Promise<IssueFacts> {
  const key = issueToAsk(facts);
  if (key === null) {
    return { ...facts, issue: { kind: 'not-asked' } };
  }
  const issue = await (await issueTracker()).issue(key);
  return { ...facts, issue: issue === null ? { kind: 'not-found' } : { kind: 'found', issue } };
}

/** git and the REST API are two services of GitHub: for a moment, one may know of a push and the other not. */
function tipOfSource({ pullRequest, refs }: ConversationFacts): Sha | null {
  const { head, number } = pullRequest;
  const tip = (head.fork ? refs.pullRequestHeads.get(number) : refs.branches.get(head.branch)) ?? null;
  if (tip !== null && tip !== head.sha) {
    throw new LookAgain(`the head of #${number} differs between the pull request and the branch`);
  }
  return tip;
}
