import { parseBuildKeys } from '../builds/build-key.js';
import type { BranchFacts } from '../builds/verdict.js';
import { integrationBranchName, isHandledDestination } from '../gitwaterflow/branch-name.js';
import { mergePath } from '../gitwaterflow/cascade.js';
import { tryLanding } from '../integration/landing.js';
import type { LandingTarget } from '../integration/landing.js';
import { announceMerges } from '../integration/announce.js';
import { mergesOf, tryIntegration } from '../integration/trial.js';
import type { IntegrationRequest } from '../integration/trial.js';
import type { BuildsFacts, HistoryFacts, IntegrationFacts, LandingFacts, LiveFacts } from '../pull-request/facts.js';
import { pushedBranches } from '../pull-request/readiness-checks.js';
import type { Sha } from '../ports/git.js';
import { isQueueNeeded, mergesOfQueueing, tryQueueing } from '../queue/entering.js';
import { hasQueue, queueTipOf, queueVersionOf, readQueue } from '../queue/model.js';
import { validateQueue } from '../queue/validity.js';
import type { Ports } from './ports.js';

/** Stage 4: the trial merges. They make commits that nothing references, which is still a read. */
export async function observeIntegration(facts: HistoryFacts, ports: Ports): Promise<IntegrationFacts> {
  const { cascade, sourceTip, source, refs, graph, pullRequest, settings, conversation, destinationTip, destination } = facts;
  if (cascade.kind !== 'cascade' || sourceTip === null) {
    throw new Error('Trial merges were asked for without a cascade or a source: the checks of them are missing');
  }
  const later = cascade.targets.slice(1).map(({ branch, branchVersion }) => {
    const tip = refs.branches.get(branch);
    if (tip === undefined) {
      throw new Error(`The cascade holds ${branch}, which is not among the branches`);
    }
    const integrationBranch = integrationBranchName(branchVersion, source);
    return { destination: { branch, tip }, integrationBranch, integrationTip: refs.branches.get(integrationBranch) ?? null };
  });
  const request: IntegrationRequest = {
    source: { branch: source.name, tip: sourceTip },
    destination: { branch: destination.name, tip: destinationTip },
    later,
    pullRequest: pullRequest.number,
    octopus: !conversation.options.noOctopus,
    leaveComplete: settings.useQueues,
    robotEmail: settings.robotEmail,
  };
  await announceMerges(ports.git, graph, [...mergesOf(request), ...mergesOfNextStage(facts, request)]);
  const trial = await tryIntegration(request, ports.git, graph);
  const wanted = settings.alwaysCreateIntegrationPullRequests || conversation.options.createPullRequests;
  const existing = wanted ? later.filter(({ integrationTip }) => integrationTip !== null) : [];
  const found = await Promise.all(existing.map(({ integrationBranch }) => ports.github.openPullRequests({ head: integrationBranch })));
  const integrationPullRequests = found.flat().filter((candidate) => !candidate.head.fork);
  return { ...facts, cascade, sourceTip, trial, integrationPullRequests };
}

/**
 * Where every integration branch exists, the queue is likely to be next: what its merges need is then transferred along with
 * what this stage needs, instead of in a transfer of its own.
 */
function mergesOfNextStage({ settings, refs, cascade, graph }: HistoryFacts, { source, destination, later }: IntegrationRequest): ReadonlyArray<readonly [Sha, Sha]> {
  if (!hasQueue(settings) || cascade.kind !== 'cascade' || later.some(({ integrationTip }) => integrationTip === null)) {
    return [];
  }
  const queue = readQueue(refs);
  const tested = [{ destination, tested: source }, ...later.map((target) => ({ destination: target.destination, tested: { branch: target.integrationBranch, tip: target.integrationTip ?? '' } }))];
  const targets = cascade.targets.flatMap(({ branchVersion }, index) => {
    const target = tested[index];
    return target === undefined ? [] : [{ ...target, queueTip: queueTipOf(queue, queueVersionOf(queue, branchVersion)) }];
  });
  return mergesOfQueueing(targets).filter((pair) => pair.every((tip) => graph.has(tip)));
}

/** Stage 5. */
export async function observeBuilds(facts: IntegrationFacts, ports: Ports): Promise<BuildsFacts> {
  return { ...facts, builds: await readBuilds(facts, ports, 'remembered') };
}

/** Stage 6: past every cache, right before landing. */
export async function observeLive(facts: BuildsFacts, ports: Ports): Promise<LiveFacts> {
  const { github, git } = ports;
  const { pullRequest, cascade, refs, trial, source, sourceTip, settings } = facts;
  const targets = cascade.targets.map(({ branch }, index) => {
    const step = trial.steps[index - 1];
    const tested = step === undefined ? { branch: source.name, tip: sourceTip } : { branch: step.branch, tip: step.to };
    return { destination: { branch, tip: refs.branches.get(branch) ?? '' }, tested };
  });
  // The merges may take a while; what can change under them is read after them, immediately before the decision.
  const landing = await observeLanding(facts, targets, git);
  const [livePullRequest, liveReviews, liveBuilds, open] = await Promise.all([
    github.livePullRequest(pullRequest.number),
    github.liveReviews(pullRequest.number),
    readBuilds(facts, ports, 'live'),
    settings.gateOnly ? github.openPullRequests() : [],
  ]);
  const sameHead = open.find(({ number, head, base }) => number !== pullRequest.number && head.sha === sourceTip && isHandledDestination(base.branch))?.number ?? null;
  return { ...facts, livePullRequest, liveReviews, liveBuilds, sameHead, landing };
}

/** The way it would land: through the queue, or directly without queues or where the queue is not needed. */
async function observeLanding(facts: BuildsFacts, targets: readonly LandingTarget[], git: Ports['git']): Promise<LandingFacts> {
  const { settings, refs, graph, pullRequest, cascade, source, conversation } = facts;
  const queue = readQueue(settings.useQueues ? refs : { branches: new Map() });
  const throughQueue = hasQueue(settings) && (!settings.skipQueueWhenNotNeeded || isQueueNeeded(queue, targets, graph));
  if (!throughQueue) {
    return { kind: 'direct', queue, trial: await tryLanding(targets, pullRequest.number, !conversation.options.noOctopus, git, graph) };
  }
  const problems = validateQueue(queue, graph, mergePath([...refs.branches.keys()]));
  if (problems.length > 0) {
    return { kind: 'queue', queue, problems, trial: null };
  }
  const trial = await tryQueueing(
    {
      pullRequest: pullRequest.number,
      source: source.name,
      octopus: !conversation.options.noOctopus,
      targets: cascade.targets.flatMap(({ branchVersion }, index) => {
        const target = targets[index];
        const version = queueVersionOf(queue, branchVersion);
        return target === undefined ? [] : [{ ...target, version, queueTip: queueTipOf(queue, version) }];
      }),
    },
    git,
    graph,
  );
  return { kind: 'queue', queue, problems, trial };
}

/** The source branch and every integration branch, each at the commit that is about to land, each only by its own name. */
async function readBuilds(facts: IntegrationFacts, { github }: Ports, freshness: 'remembered' | 'live'): Promise<readonly BranchFacts[]> {
  const { source, sourceTip, trial, settings, pullRequest, conversation } = facts;
  const keys = conversation.options.bypassBuildStatus ? [] : parseBuildKeys(settings.buildKey);
  const asks = (kind: (typeof keys)[number]['kind']) => keys.some((key) => key.kind === kind);
  const live = freshness === 'live';
  // Whether what the robot dispatches was started shows in the runs alone; what lands is not dispatched any more.
  const dispatches = settings.dispatch.length > 0 && !live && keys.length > 0;
  const justPushed = pushedBranches(facts);
  const read = async (branch: string, commit: Sha, headRepositories?: ReadonlySet<number>): Promise<BranchFacts> => {
    const known = !justPushed.includes(branch);
    const [runs, statuses, checkRuns] = await Promise.all([
      known && (asks('workflow-runs') || dispatches) ? (live ? github.liveWorkflowRuns(commit) : github.workflowRuns(commit)) : [],
      known && asks('commit-status') ? (live ? github.liveCommitStatuses(commit) : github.commitStatuses(commit)) : [],
      known && asks('check-run') ? (live ? github.liveCheckRuns(commit) : github.checkRuns(commit)) : [],
    ]);
    const of = { branch, commit, branches: new Set([branch]), runs, statuses, checkRuns };
    return headRepositories === undefined ? of : { ...of, headRepositories };
  };
  const { head } = pullRequest;
  // A fork's branch may bear any name: only runs of that very fork count, and none if the fork is gone.
  const ofFork = head.fork ? new Set(head.repositoryId === null ? [] : [head.repositoryId]) : undefined;
  const steps = settings.gateOnly ? [] : trial.steps;
  return Promise.all([read(source.name, sourceTip, ofFork), ...steps.map((step) => read(step.branch, step.to))]);
}
