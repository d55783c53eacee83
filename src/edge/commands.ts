import { judgeRules } from '../pull-request/readiness-checks.js';
import { quoteForMarkdown } from '../conversation/quote.js';
import type { GivenCommand, Refusal } from '../conversation/read.js';
import { isBy } from '../conversation/login.js';
import { developmentBranches } from '../gitwaterflow/cascade.js';
import { parseBranchName } from '../gitwaterflow/branch-name.js';
import { formatVersion } from '../gitwaterflow/version.js';
import { CommitGraph } from '../history/commit-graph.js';
import { decideClear, decideRetry } from '../pull-request/commands.js';
import { stops } from '../pull-request/check.js';
import type { Finding } from '../pull-request/check.js';
import type { ConversationFacts } from '../pull-request/facts.js';
import { decideReset } from '../pull-request/reset.js';
import type { ResetFacts } from '../pull-request/reset.js';
import type { Sha } from '../ports/git.js';
import { readQueue } from '../queue/model.js';
import { integrationBranchesOf } from './observe-entry.js';
import type { Ports } from './ports.js';

/** Reads what a command needs, and lets it decide. `status` is no such command: it is an evaluation that goes on. */
export async function findingOfCommand(command: GivenCommand, facts: ConversationFacts, ports: Ports): Promise<Finding> {
  switch (command.name) {
    case 'status':
      throw new Error('A report is no command to carry out: the evaluation goes on to its end');
    case 'help':
      return stops({ code: 101 });
    case 'clear':
    case 'reset':
    case 'force_reset':
    case 'retry':
      return (await mayChange(command.author, facts, ports)) ? change(command.name, facts, ports) : stops({ code: 123, refusal: refusalOf(command, facts) });
  }
}

/**
 * Anybody may comment on a public repository, and these commands delete branches and comments or spend minutes of CI. So
 * they take the author of the pull request, an admin, or somebody whom GitHub lets write to the repository.
 */
async function mayChange(author: string | null, { pullRequest, admins }: ConversationFacts, { github }: Ports): Promise<boolean> {
  if (author === null) {
    return false;
  }
  if (isBy({ author }, pullRequest.author) || admins.some((admin) => isBy({ author }, admin))) {
    return true;
  }
  return ['write', 'admin'].includes(await github.permissionOf(author));
}

function refusalOf({ keyword, author, commentId }: GivenCommand, { comments }: ConversationFacts): Refusal {
  const quotedText = quoteForMarkdown(comments.find(({ id }) => id === commentId)?.body ?? '', longestQuote);
  return { kind: 'not-authorised', keyword, value: null, author, commentId, answered: false, suggestion: null, quotedText };
}

const longestQuote = 1000;

async function change(name: 'clear' | 'reset' | 'force_reset' | 'retry', facts: ConversationFacts, ports: Ports): Promise<Finding> {
  switch (name) {
    case 'clear':
      return decideClear(facts.comments, facts.settings.robot);
    case 'reset':
      return decideReset(await observeReset(facts, ports), false);
    case 'force_reset':
      return decideReset(await observeReset(facts, ports), true);
    case 'retry':
      return decideRetry(await observeRuns(facts, ports), judgeRules(facts));
  }
}

async function observeReset(facts: ConversationFacts, { git, github }: Ports): Promise<ResetFacts> {
  const { pullRequest, refs, settings } = facts;
  const existing = integrationBranchesOf(pullRequest, refs);
  const { head, number } = pullRequest;
  const sourceTip = (head.fork ? refs.pullRequestHeads.get(number) : refs.branches.get(head.branch)) ?? null;
  const development = developmentBranches([...refs.branches.keys()]);
  const branches = existing.map(({ branch, tip }) => {
    const parsed = parseBranchName(branch);
    const version = parsed?.kind === 'integration' ? formatVersion(parsed.version) : null;
    const destination = development.find((candidate) => formatVersion(candidate.version) === version);
    return { branch, tip, destinationTip: destination === undefined ? null : (refs.branches.get(destination.name) ?? null) };
  });
  const tips = [sourceTip, ...branches.flatMap(({ tip, destinationTip }) => [tip, destinationTip])].filter((tip) => tip !== null);
  const distinct = [...new Set(tips)];
  await git.fetch(distinct);
  const graph = new CommitGraph(await git.readHistory(distinct));
  const open = await Promise.all(existing.map(({ branch }) => github.openPullRequests({ head: branch })));
  const robots = open.flat().filter((candidate) => isBy(candidate, settings.robot));
  return { graph, sourceTip, branches, integrationPullRequests: robots.map(({ number }) => number), robotEmail: settings.robotEmail, gateOnly: settings.gateOnly };
}

/** Its source, its integration branches and, when it is queued, its branches in the queue. */
async function observeRuns({ pullRequest, refs }: ConversationFacts, { github }: Ports): ReturnType<typeof readRuns> {
  const source = refs.branches.get(pullRequest.head.branch);
  const branches = [
    ...(source === undefined || pullRequest.head.fork ? [] : [{ branch: pullRequest.head.branch, tip: source }]),
    ...integrationBranchesOf(pullRequest, refs),
  ].map(({ branch, tip }) => ({ branch, tip, names: new Set([branch]) }));
  return readRuns([...branches, ...queueEntriesOf(pullRequest.number, refs)], github);
}

/** `q/<version>` stood at the entry once: its runs on that commit are runs of the entry (spec 4, merging). */
function queueEntriesOf(pullRequest: number, refs: ConversationFacts['refs']) {
  return readQueue(refs).versions.flatMap(({ queue, entries }) =>
    entries.filter((entry) => entry.pullRequest === pullRequest).map(({ branch, tip }) => ({ branch, tip, names: new Set([branch, queue.branch]) })),
  );
}

async function readRuns(branches: ReadonlyArray<{ readonly branch: string; readonly tip: Sha; readonly names: ReadonlySet<string> }>, github: Ports['github']) {
  return Promise.all(
    branches.map(async ({ branch, tip, names }) => ({
      branch,
      commit: tip,
      branches: names,
      runs: await github.workflowRuns(tip),
      statuses: [],
      checkRuns: [],
    })),
  );
}
