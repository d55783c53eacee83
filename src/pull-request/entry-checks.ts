import { isPullRequestDestination, isPullRequestSource, parseBranchName } from '../gitwaterflow/branch-name.js';
import { holds, stops } from './check.js';
import type { Check, Finding } from './check.js';
import type { Outcome } from '../outcomes/outcome.js';
import type { EntryFacts, Leftovers, UntoldMerge } from './facts.js';
import { landingOfUntoldMerge } from './landing-record.js';
import { inlineCode } from '../conversation/quote.js';

/** Steps 2 to 4 of spec 3: is this pull request ours to handle at all? */
export const entryChecks: ReadonlyArray<Check<EntryFacts>> = [
  { name: 'pull request is open', examine: examineClosed },
  { name: 'branches are handled', examine: examineBranches },
  { name: 'destination exists', examine: examineDestination },
];

function examineClosed(facts: EntryFacts): Finding {
  const { pullRequest, leftovers, settings } = facts;
  if (pullRequest.state === 'open' || leftovers === null) {
    return holds('open');
  }
  const { untoldMerge } = leftovers;
  // A gate pushes nothing (spec 5): integration branches of before it became one are for people to delete.
  const { integrationBranches, integrationPullRequests } = settings.gateOnly ? nothingLeft : leftovers;
  const plan = {
    push: integrationBranches.map(({ branch, tip }) => ({ ref: `refs/heads/${branch}`, from: tip, to: null })),
    closePullRequests: integrationPullRequests,
  };
  if (pullRequest.merged || untoldMerge !== null) {
    // One that is not handled (a fork's, with a commit that landed by another way) is not told of it either.
    const told = untoldMerge === null || isForeign(facts) ? [] : toldOfMerge(facts, untoldMerge);
    return stops({ code: 302, reason: { kind: 'merged' } }, { final: true, plan, notices: told });
  }
  const cleaned = integrationBranches.length + integrationPullRequests.length > 0;
  return stops(
    cleaned
      ? { code: 305, deleted: integrationBranches.map(({ branch }) => branch), closed: integrationPullRequests }
      : { code: 302, reason: { kind: 'closed' } },
    { final: true, plan },
  );
}

const nothingLeft = { integrationBranches: [], integrationPullRequests: [] } satisfies Partial<Leftovers>;

/** Everything the run that merged would have said: rule 6 of spec 6, no message is lost. */
function toldOfMerge(facts: EntryFacts, merge: UntoldMerge): readonly Outcome[] {
  const greeting: readonly Outcome[] = merge.greeted ? [] : [{ code: 100, author: facts.pullRequest.author }];
  return [...greeting, landingOfUntoldMerge(facts, merge)];
}

function examineBranches({ pullRequest, settings, namesake }: EntryFacts): Finding {
  const source = parseBranchName(pullRequest.head.branch);
  if (source === null) {
    return stops({ code: 207, branch: pullRequest.head.branch, side: 'source' }, { final: true });
  }
  const destination = parseBranchName(pullRequest.base.branch);
  if (destination === null) {
    return stops({ code: 207, branch: pullRequest.base.branch, side: 'destination' }, { final: true });
  }
  if (!isPullRequestSource(source)) {
    return stops({ code: 301, reason: { kind: 'source-kind', branch: source.name } }, { final: true });
  }
  if (!isPullRequestDestination(destination)) {
    return stops({ code: 301, reason: { kind: 'destination-kind', branch: destination.name } }, { final: true });
  }
  if (isForeign({ pullRequest, settings })) {
    return stops({ code: 301, reason: { kind: 'fork', repository: pullRequest.head.repositoryFullName } }, { final: true });
  }
  if (namesake !== null) {
    return stops({ code: 302, reason: { kind: 'namesake', branch: source.name, pullRequest: namesake } }, { final: true });
  }
  return holds(`${inlineCode(source.name)} towards ${inlineCode(destination.name)}`);
}

function isForeign({ pullRequest, settings }: Pick<EntryFacts, 'pullRequest' | 'settings'>): boolean {
  return pullRequest.head.fork && !settings.forks;
}

function examineDestination({ pullRequest, refs }: EntryFacts): Finding {
  return refs.branches.has(pullRequest.base.branch)
    ? holds('yes')
    : stops({ code: 222, destination: pullRequest.base.branch }, { final: true });
}
