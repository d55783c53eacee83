import type { BranchFacts } from '../../src/builds/verdict.js';
import { optionsOf } from '../../src/conversation/options.js';
import type { Options, SetBy } from '../../src/conversation/options.js';
import type { Conversation } from '../../src/conversation/read.js';
import { optionNamed } from '../../src/conversation/vocabulary.js';
import { isPullRequestDestination, isPullRequestSource, parseBranchName } from '../../src/gitwaterflow/branch-name.js';
import type { PullRequestDestination, PullRequestSource } from '../../src/gitwaterflow/branch-name.js';
import { buildCascade } from '../../src/gitwaterflow/cascade.js';
import type { Sha } from '../../src/ports/git.js';
import type { LiveFacts, Surroundings } from '../../src/pull-request/facts.js';
import type { IssueFacts } from '../../src/pull-request/issue-checks.js';
import { completeSettings } from '../../src/settings/schema.js';
import type { Settings } from '../../src/settings/schema.js';
import { someRobot } from './comment.js';
import { createHistory } from './history.js';
import type { History } from './history.js';
import { pullRequest } from './pull-request.js';
import { review } from './review.js';
import { workflowRun } from './workflow-run.js';

/** Everything that any check looks at. */
export type AllFacts = LiveFacts & IssueFacts;

export const sourceName = 'bugfix/PROJ-1-crash';

/**
 * Three versions and a source that fixes something in the oldest, with complete integration branches. `stale` is a commit
 * that three commits of `development/4.3` are ahead of.
 */
export function standardHistory(): History {
  const history = createHistory();
  history.commit('root', [], { files: { 'a.txt': 'a' } });
  history.commit('stale', ['root'], { files: { 'b.txt': 'b' } });
  history.commit('4.3 one', ['root'], { files: { 'c.txt': 'c' } });
  history.commit('4.3 two', ['4.3 one'], { files: { 'd.txt': 'd' } });
  history.commit('4.3 tip', ['4.3 two'], { files: { 'e.txt': 'e' } });
  history.commit('5.1 tip', ['4.3 tip'], { files: { 'f.txt': 'f' } });
  history.commit('10 tip', ['5.1 tip'], { files: { 'g.txt': 'g' } });
  history.commit('fix', ['4.3 tip'], { files: { 'a.txt': 'fixed' } });
  history.commit('w/5.1 merge', ['5.1 tip', 'fix']);
  history.commit('w/10 merge', ['10 tip', 'w/5.1 merge']);
  history.branch('development/4.3', '4.3 tip');
  history.branch('development/5.1', '5.1 tip');
  history.branch('development/10', '10 tip');
  history.branch(sourceName, 'fix');
  history.branch(`w/5.1/${sourceName}`, 'w/5.1 merge');
  history.branch(`w/10/${sourceName}`, 'w/10 merge');
  return history;
}

/** A pull request for which every check holds, and which merges at once without a queue. */
export function allFacts(differences: Partial<AllFacts> = {}): AllFacts {
  const history = standardHistory();
  const tip = (name: string): Sha => history.sha(name);
  const refs = history.refs();
  const cascade = buildCascade({ branches: [...refs.branches.keys()], tags: [], destination: 'development/4.3' });
  if (cascade.kind !== 'cascade') throw new Error('The standard history has a cascade');
  const request = pullRequest({ head: { sha: tip('fix') } });
  const reviews = [review({ commitId: tip('fix') })];
  const builds = [
    greenBuild(sourceName, tip('fix')),
    greenBuild(`w/5.1/${sourceName}`, tip('w/5.1 merge')),
    greenBuild(`w/10/${sourceName}`, tip('w/10 merge')),
  ];
  const step = (version: string, merge: string) =>
    ({ kind: 'unchanged', branch: `w/${version}/${sourceName}`, destination: `development/${version}`, from: tip(merge), to: tip(merge) }) as const;
  const move = (version: string, from: string, branch: string, to: string) =>
    ({ destination: `development/${version}`, from: tip(from), to: tip(to), tested: { branch, tip: tip(to) } }) as const;
  return {
    ...surroundings(),
    pullRequest: request,
    refs,
    namesake: null,
    leftovers: null,
    source: sourceOf(sourceName),
    destination: destinationOf('development/4.3'),
    comments: [],
    conversation: conversation(),
    rebuilt: null,
    reviews,
    dependencies: new Map(),
    graph: history.graph(),
    sourceTip: tip('fix'),
    destinationTip: tip('4.3 tip'),
    cascade,
    issue: { kind: 'not-asked' },
    queuePlace: null,
    trial: { steps: [step('5.1', 'w/5.1 merge'), step('10', 'w/10 merge')], obstacle: null },
    integrationPullRequests: [],
    builds,
    livePullRequest: request,
    liveReviews: reviews,
    liveBuilds: builds,
    sameHead: null,
    landing: {
      kind: 'direct',
      queue: { versions: [] },
      trial: {
        kind: 'clean',
        moves: [
          move('4.3', '4.3 tip', sourceName, 'fix'),
          move('5.1', '5.1 tip', `w/5.1/${sourceName}`, 'w/5.1 merge'),
          move('10', '10 tip', `w/10/${sourceName}`, 'w/10 merge'),
        ],
      },
    },
    ...differences,
  };
}

export function surroundings(differences: Partial<Surroundings> = {}): Surroundings {
  return {
    settings: settings(),
    settingsHash: 'hash-of-settings',
    projectLeaders: [],
    admins: ['root'],
    repository: { owner: 'acme', name: 'ring', webUrl: 'https://github.test/acme/ring' },
    ownWorkflow: { path: '.github/workflows/bert-e.yml' },
    runUrl: 'https://github.test/acme/ring/actions/runs/1',
    ...differences,
  };
}

/** The defaults, with the robot of the tests and without queues. */
export function settings(differences: Partial<Settings> = {}): Settings {
  return { ...completeSettings({ robot: someRobot, use_queues: false }), ...differences };
}

export function conversation(differences: Partial<Conversation> = {}): Conversation {
  return { options: options(), command: null, refusal: null, refusalOfNumber: () => null, ...differences };
}

/** Plain switches that an admin set by comment 90, and numbers to wait for. */
export function options(names: readonly string[] = [], afterPullRequest: readonly number[] = []): Options {
  const setBy: SetBy = { kind: 'comment', author: 'root', commentId: 90 };
  const switches = names.map((name) => {
    const option = optionNamed(name);
    if (option?.takes !== 'switch') throw new Error(`${name} is no switch`);
    return [option.name, setBy] as const;
  });
  return optionsOf(new Map(switches), new Map(afterPullRequest.map((number) => [number, setBy])));
}

/** A branch with one green run. */
export function greenBuild(branch: string, commit: Sha, run: Parameters<typeof workflowRun>[0] = {}): BranchFacts {
  const runs = [workflowRun({ headBranch: branch, headSha: commit, ...run })];
  return { branch, commit, branches: new Set([branch]), runs, statuses: [], checkRuns: [] };
}

export function sourceOf(name: string): PullRequestSource {
  const parsed = parseBranchName(name);
  if (parsed === null || !isPullRequestSource(parsed)) throw new Error(`${name} is no source`);
  return parsed;
}

export function destinationOf(name: string): PullRequestDestination {
  const parsed = parseBranchName(name);
  if (parsed === null || !isPullRequestDestination(parsed)) throw new Error(`${name} is no destination`);
  return parsed;
}
