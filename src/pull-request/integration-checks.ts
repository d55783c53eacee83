import { inlineCode } from '../conversation/quote.js';
import type { IntegrationStep } from '../integration/trial.js';
import type { IntegrationBranchNotice, Outcome } from '../outcomes/outcome.js';
import type { Plan } from '../plan/plan.js';
import type { NewPullRequest } from '../ports/github.js';
import { holds, skipped, stops } from './check.js';
import type { Check, Finding } from './check.js';
import type { IntegrationFacts } from './facts.js';
import { integrationPullRequest } from './integration-pull-request.js';

/** Steps 15 to 17 of spec 3: the integration branches and their pull requests. */
export const integrationChecks: ReadonlyArray<Check<IntegrationFacts>> = [
  { name: 'integration pull requests are known', examine: examinePullRequestHeads },
  { name: 'integration branches', examine: examineTrial },
];

/** The integration branches that would move, as a push. */
export function integrationPush(steps: readonly IntegrationStep[]): Plan['push'] {
  return steps
    .filter((step) => step.kind !== 'unchanged')
    .map(({ branch, from, to }) => ({ ref: `refs/heads/${branch}`, from, to }));
}

function examinePullRequestHeads({ integrationPullRequests, trial }: IntegrationFacts): Finding {
  const tips = new Map(trial.steps.map((step) => [step.branch, step.from]));
  for (const { head } of integrationPullRequests) {
    const expected = tips.get(head.branch);
    if (expected !== undefined && expected !== head.sha) {
      return stops({ code: 213, branch: head.branch, expected, found: head.sha }, { final: true });
    }
  }
  return integrationPullRequests.length === 0 ? skipped('none') : holds(integrationPullRequests.map(({ number }) => `#${number}`).join(', '));
}

function examineTrial(facts: IntegrationFacts): Finding {
  const { trial, settings, cascade } = facts;
  const { steps, obstacle } = trial;
  // A gate pushes nothing: it only wants to know whether the merges would succeed.
  const done = settings.gateOnly ? { plan: {}, notices: [] } : consequences(facts);
  if (obstacle?.kind === 'conflict') {
    return stops({ code: 114, conflict: obstacle.conflict }, { ...done, final: true });
  }
  if (obstacle?.kind === 'history-mismatch') {
    const { integrationBranch, commit, destination } = obstacle;
    return stops({ code: 113, integrationBranch, commit, destination, source: facts.source.name }, { ...done, final: true });
  }
  if (cascade.targets.length === 1) {
    return holds('none needed', done);
  }
  return holds(steps.map((step) => `${inlineCode(step.branch)} ${step.kind}`).join(', '), done);
}

function consequences(facts: IntegrationFacts): { readonly plan: Partial<Plan>; readonly notices: readonly Outcome[] } {
  const { trial, cascade, settings } = facts;
  const push = integrationPush(trial.steps);
  const openPullRequests = missingPullRequests(facts);
  const branches: IntegrationBranchNotice[] = trial.steps.map(({ branch, destination }) => ({ branch, destination }));
  const dispatches = push.flatMap(({ ref }) =>
    settings.dispatch.map((workflow) => ({ workflow, branch: ref.replace(/^refs\/heads\//, '') })),
  );
  return {
    plan: { push, openPullRequests, dispatches },
    // Whether the branches are new is not asked: the run that made them may have ended before it could tell.
    notices: trial.steps.length > 0 ? [{ code: 121, branches, ignored: cascade.ignored, pendingHotfixes: cascade.pendingHotfixes }] : [],
  };
}

/** In cascade order; one that exists already is never created twice. */
function missingPullRequests(facts: IntegrationFacts): readonly NewPullRequest[] {
  const { settings, conversation, trial, integrationPullRequests, pullRequest } = facts;
  if (!settings.alwaysCreateIntegrationPullRequests && !conversation.options.createPullRequests) {
    return [];
  }
  return trial.steps
    .filter((step) => !integrationPullRequests.some(({ head, base }) => head.branch === step.branch && base.branch === step.destination))
    .map((step) => integrationPullRequest(pullRequest, step));
}
