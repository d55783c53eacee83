import { judgeRules } from '../pull-request/readiness-checks.js';
import type { CommandName } from '../conversation/vocabulary.js';
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
import { integrationBranchesOf } from './observe-entry.js';
import type { Ports } from './ports.js';

/** Reads what a command needs, and lets it decide. `status` is no such command: it is an evaluation that goes on. */
export async function findingOfCommand(name: Exclude<CommandName, 'status'>, facts: ConversationFacts, ports: Ports): Promise<Finding> {
  switch (name) {
    case 'help':
      return stops({ code: 101 });
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
  return { graph, sourceTip, branches, integrationPullRequests: robots.map(({ number }) => number), robotEmail: settings.robotEmail };
}

async function observeRuns({ pullRequest, refs }: ConversationFacts, { github }: Ports): ReturnType<typeof readRuns> {
  const source = refs.branches.get(pullRequest.head.branch);
  const branches = [
    ...(source === undefined || pullRequest.head.fork ? [] : [{ branch: pullRequest.head.branch, tip: source }]),
    ...integrationBranchesOf(pullRequest, refs),
  ];
  return readRuns(branches, github);
}

async function readRuns(branches: ReturnType<typeof integrationBranchesOf>, github: Ports['github']) {
  return Promise.all(
    branches.map(async ({ branch, tip }) => ({
      branch,
      commit: tip,
      branches: new Set([branch]),
      runs: await github.workflowRuns(tip),
      statuses: [],
      checkRuns: [],
    })),
  );
}
