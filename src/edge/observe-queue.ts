import { parseBuildKeys } from '../builds/build-key.js';
import { judgeBranch } from '../builds/verdict.js';
import type { BranchEvidence } from '../builds/verdict.js';
import { parseBranchName } from '../gitwaterflow/branch-name.js';
import { CommitGraph } from '../history/commit-graph.js';
import type { RemoteRefs } from '../ports/git.js';
import type { Surroundings } from '../pull-request/facts.js';
import { judgeRules } from '../pull-request/readiness-checks.js';
import { queueEntryKey } from '../queue/mergeable.js';
import { readQueue } from '../queue/model.js';
import type { QueueModel } from '../queue/model.js';
import { orderQueue } from '../queue/order.js';
import type { QueueMember } from '../queue/order.js';
import { begunRebuild, rebuildBranch } from '../queue/rebuild.js';
import type { BegunRebuild } from '../queue/rebuild.js';
import { branchNamesOf, entriesToAsk } from '../queue/states.js';
import type { AskedEntry, QueueBuilds } from '../queue/states.js';
import type { Ports } from './ports.js';
import { readGraph } from './read-graph.js';

/** The queue as it stands now, with the history that its rules need. */
export interface QueueFacts {
  readonly refs: RemoteRefs;
  readonly model: QueueModel;
  readonly graph: CommitGraph;
  readonly members: readonly QueueMember[];
  /** A rebuild that a run has begun and not completed, or has not completed yet. */
  readonly begun: BegunRebuild | null;
}

/** Reads the branches; the history only if there is a queue at all, or was before somebody began to rebuild it. */
export async function observeQueue({ git }: Ports, { settings }: Surroundings): Promise<QueueFacts> {
  const listed = await git.listRefs([]);
  const model = readQueue(listed);
  if (model.versions.length === 0) {
    const record = listed.branches.get(rebuildBranch);
    const graph = record === undefined ? new CommitGraph([]) : await readGraph([record], listed, git);
    return { refs: listed, model, graph, members: [], begun: begunRebuild(listed, graph, settings.robotEmail) };
  }
  const entered = model.versions.flatMap(({ entries }) => entries);
  // The source of a fork, and one that was deleted, is to be found nowhere else. Only the model of the first listing counts: leases hold it to that.
  const elsewhere = [...new Set(entered.filter(({ source }) => settings.forks || !listed.branches.has(source)).map(({ pullRequest }) => pullRequest))];
  const refs = elsewhere.length > 0 ? { ...listed, pullRequestHeads: (await git.listRefs(elsewhere)).pullRequestHeads } : listed;
  const sources = new Set(model.versions.flatMap(({ entries }) => entries.map(({ source }) => source)));
  const concerned = [...refs.branches].filter(([branch]) => {
    const parsed = parseBranchName(branch);
    return (
      ['development', 'hotfix', 'queue', 'queue-integration'].includes(parsed?.kind ?? '') ||
      branch === rebuildBranch ||
      sources.has(branch) ||
      (parsed?.kind === 'integration' && sources.has(parsed.source.name))
    );
  });
  const tips = [...new Set([...concerned, ...refs.pullRequestHeads].map(([, tip]) => tip))];
  const graph = await readGraph(tips, refs, git);
  return { refs, model, graph, members: orderQueue(model, graph).members, begun: begunRebuild(refs, graph, settings.robotEmail) };
}

/** Reads the builds that decide something, newest entries first, until there is nothing more to ask. */
export async function observeQueueBuilds(
  members: readonly QueueMember[],
  ports: Ports,
  surroundings: Surroundings,
  forced: boolean,
): Promise<QueueBuilds> {
  const evidence = new Map<string, BranchEvidence>();
  if (forced) {
    return { kind: 'forced', evidence };
  }
  if (parseBuildKeys(surroundings.settings.buildKey).length === 0) {
    return { kind: 'no-build-key' };
  }
  const builds: QueueBuilds = { kind: 'asked', evidence };
  for (;;) {
    const asked = entriesToAsk(members, builds, surroundings.settings.queueOnFailure);
    if (asked.length === 0) {
      return builds;
    }
    const read = await Promise.all(asked.map((each) => readEntry(each, ports, surroundings, 'remembered')));
    asked.forEach(({ entry }, index) => {
      const found = read[index];
      if (found !== undefined) {
        evidence.set(queueEntryKey(entry.pullRequest, entry.version), found);
      }
    });
  }
}

/** The builds of one entry, at its commit and under its own names only. */
export async function readEntry(
  { member, entry }: AskedEntry,
  { github }: Ports,
  surroundings: Surroundings,
  freshness: 'remembered' | 'live',
): Promise<BranchEvidence> {
  const { settings } = surroundings;
  const buildKeys = parseBuildKeys(settings.buildKey);
  const asks = (kind: (typeof buildKeys)[number]['kind']) => buildKeys.some((key) => key.kind === kind);
  const live = freshness === 'live';
  const [runs, statuses, checkRuns] = await Promise.all([
    asks('workflow-runs') ? (live ? github.liveWorkflowRuns(entry.tip) : github.workflowRuns(entry.tip)) : [],
    asks('commit-status') ? (live ? github.liveCommitStatuses(entry.tip) : github.commitStatuses(entry.tip)) : [],
    asks('check-run') ? (live ? github.liveCheckRuns(entry.tip) : github.checkRuns(entry.tip)) : [],
  ]);
  const branches = branchNamesOf(entry, member, settings.queueAcceptsIntegrationBuilds);
  const rules = judgeRules(surroundings);
  // What the robot starts itself must have been started: a run that was killed may have started some of it only.
  const requiredWorkflows = [...new Set([...rules.requiredWorkflows, ...settings.dispatch])];
  return judgeBranch({ branch: entry.branch, commit: entry.tip, branches, runs, statuses, checkRuns }, { ...rules, requiredWorkflows, buildKeys });
}
