import type { Ports } from '../../src/edge/ports.js';
import { Memory } from '../../src/github/memory.js';
import { emptyTree, GitOutage } from '../../src/ports/git.js';
import type { GitPort, PushResult, Sha } from '../../src/ports/git.js';
import { GitHubRefusal } from '../../src/ports/github.js';
import type { ClosedPullRequest, Comment, CommitStatus, GitHubPort, NewPullRequest, PullRequest, PullRequestFilter, Review } from '../../src/ports/github.js';
import { IssueTrackerOutage } from '../../src/ports/issue-tracker.js';
import type { WorkflowRun } from '../../src/builds/workflow-run.js';
import { restartBuild, startDispatched } from './continuous-integration.js';
import { count } from './faults.js';
import type { Laws } from './laws.js';
import { branchOf } from './repository.js';
import type { RobotRun } from './robot-run.js';
import { robot, robotEmail } from './world.js';
import type { World } from './world.js';

/** The two ports of one run over the world; every request waits for the schedule. */
export function portsOf(run: RobotRun, world: World, laws: Laws): Ports {
  return {
    git: gitOf(run, world, laws),
    github: gitHubOf(run, world, laws),
    issueTracker: () => Promise.reject(new IssueTrackerOutage(null, 'there is none')),
    pause: () => run.ask('git', 'read', 'a pause', () => undefined),
  };
}

function gitOf(run: RobotRun, world: World, laws: Laws): GitPort {
  const { repository } = world;
  const here = new Set<Sha>();
  const needHere = (commits: readonly Sha[]): void => {
    const missing = commits.find((commit) => !here.has(commit));
    if (missing !== undefined) throw new Error(`The commit ${missing} is used and was not fetched`);
  };
  return {
    listRefs: (numbers) =>
      run.ask('git', 'read', 'the branches', () => {
        run.seen.branches = new Map(repository.branches);
        return {
          branches: run.seen.branches,
          tags: new Map(repository.tags),
          pullRequestHeads: new Map([...repository.pullRequestHeads].filter(([number]) => numbers === undefined || numbers.includes(number))),
        };
      }),
    fetch: (commits) =>
      run.ask('git', 'read', 'a fetch', () => {
        for (const commit of commits) {
          if (!repository.commits.has(commit)) throw new GitOutage('fetch', `no such commit: ${commit}`);
          for (const ancestor of repository.ancestors(commit)) here.add(ancestor);
        }
      }),
    readHistory: (tips) =>
      run.ask('git', 'read', 'the history', () => {
        needHere(tips);
        return repository.history(tips);
      }),
    mergeTrees: (ours, theirs) =>
      run.ask('git', 'read', 'a trial merge', () => {
        needHere([ours, theirs]);
        return repository.merge(ours, theirs);
      }),
    createCommit: ({ tree, parents, message }) => {
      needHere(parents);
      const subject = message.trim();
      const sha = repository.commit({ parents, files: tree === emptyTree(tree) ? {} : repository.tree(tree), email: robotEmail, subject, byRobot: true, moment: world.moment });
      here.add(sha);
      return Promise.resolve(sha);
    },
    push: (updates) => {
      const refs = updates.map(({ ref }) => ref);
      const name = `a push of ${refs.map(branchOf).join(', ')}`;
      const happen = (): PushResult => {
        const stale = repository.stale(updates);
        if (stale.length > 0) {
          count(run.faults, 'lease is stale');
          return { kind: 'stale', refs: stale };
        }
        laws.beforePush(run, updates);
        run.writes.push(name);
        world.tick();
        world.push(updates.map(({ ref, to }) => ({ branch: branchOf(ref), to })), robot);
        return { kind: 'pushed' };
      };
      return run.ask('git', 'push', name, happen, () => ({ kind: 'refused', refs, reason: 'protected branch', cause: 'protected-branch' }));
    },
    processCount: 0,
  };
}

/** Reads are remembered for the run, and forgotten after writes, just as the adapter does it and with the same memory. */
function gitHubOf(run: RobotRun, world: World, laws: Laws): GitHubPort {
  const memories = {
    pullRequest: new Memory<PullRequest | null>(),
    open: new Memory<readonly PullRequest[]>(),
    comments: new Memory<readonly Comment[]>(),
    reviews: new Memory<readonly Review[]>(),
    runs: new Memory<readonly WorkflowRun[]>(),
    statuses: new Memory<readonly CommitStatus[]>(),
  };
  const listed = new Map<number, PullRequest>();
  const read = <Answer>(memory: Memory<Answer>, key: string, name: string, live: boolean, answer: () => Answer): Promise<Answer> => {
    const ask = () => run.ask('GitHub', 'read', live ? `${name}, live` : name, answer);
    return live ? memory.refresh(key, ask) : memory.recall(key, ask);
  };
  const write = async <Answer>(name: string, happen: () => Answer, forget: () => void): Promise<Answer> => {
    try {
      return await run.ask('GitHub', 'write', name, () => {
        const answer = happen();
        run.writes.push(name);
        return answer;
      });
    } finally {
      forget();
    }
  };
  const pullRequest = (number: number, live: boolean): Promise<PullRequest | null> => {
    run.lookAt(number);
    const known = live ? undefined : listed.get(number);
    listed.delete(number);
    if (known !== undefined) {
      return memories.pullRequest.recall(String(number), () => Promise.resolve(known));
    }
    return read(memories.pullRequest, String(number), `#${number}`, live, () => {
      const shown = shownPullRequest(world, number);
      if (live) run.seen.pullRequest = shown;
      if (shown?.state === 'closed') run.seen.closedSources.add(shown.head.branch);
      return shown;
    });
  };
  const open = async (filter: PullRequestFilter): Promise<readonly PullRequest[]> => {
    const key = JSON.stringify(filter);
    const ask = () =>
      run.ask('GitHub', 'read', `open pull requests ${key}`, () => {
        const found = openPullRequests(world, filter);
        if (key === '{}') {
          listed.clear();
          found.forEach((each) => listed.set(each.number, each));
        }
        return found;
      });
    const found = await (memories.open.known('{}') ?? memories.open.recall(key, ask));
    return found.filter((each) => matches(each, filter));
  };
  const comments = (number: number, live: boolean) => read(memories.comments, String(number), `the comments on #${number}`, live, () => world.commentsOn(number));
  const statuses = (commit: Sha, live: boolean) => read(memories.statuses, commit, `the statuses of ${commit.slice(0, 7)}`, live, () => world.statuses.get(commit) ?? []);
  const runs = (commit: Sha, live: boolean): Promise<readonly WorkflowRun[]> =>
    read(memories.runs, commit, `the builds of ${commit.slice(0, 7)}`, live, () => {
      const shown = (world.shownRuns ?? world.runs).filter(({ headSha }) => world.listsUnfiltered || headSha === commit);
      if (live) run.seen.runs.set(commit, shown);
      return shown;
    });
  const reviews = (number: number, live: boolean) =>
    read(memories.reviews, String(number), `the reviews of #${number}`, live, () => {
      if (live) run.seen.reviews.set(number, world.reviewsOn(number));
      return world.reviewsOn(number);
    });
  return {
    ...absent,
    pullRequest: (number) => pullRequest(number, false),
    livePullRequest: (number) => pullRequest(number, true),
    openPullRequests: (filter = {}) => open(filter),
    recentlyClosedPullRequests: () => run.ask('GitHub', 'read', 'closed pull requests', () => closedPullRequests(world)),
    commentsSince: (time) =>
      run.ask('GitHub', 'read', 'comments of late', () =>
        [...world.comments].flatMap(([issue, all]) => all.filter(({ createdAt }) => createdAt >= time).map((comment) => ({ ...comment, issue }))),
      ),
    comments: (number) => comments(number, false),
    liveComments: (number) => comments(number, true),
    reviews: (number) => reviews(number, false),
    liveReviews: (number) => reviews(number, true),
    workflowRuns: (commit) => runs(commit, false),
    liveWorkflowRuns: (commit) => runs(commit, true),
    commitStatuses: (commit) => statuses(commit, false),
    liveCommitStatuses: (commit) => statuses(commit, true),
    setCommitStatus: (commit, status) => {
      const happen = () => {
        laws.beforeStatus(run, commit, status);
        world.setStatus(commit, status);
      };
      return write(`status ${status.state}: ${status.description}`, happen, () => memories.statuses.forget(commit));
    },
    createComment: (number, body) => {
      const happen = () => {
        laws.beforeTelling(run);
        return world.comment(number, robot, body);
      };
      return write(`a comment on #${number}`, happen, () => memories.comments.forget(String(number)));
    },
    updateComment: (id, body) => write(`change of comment ${id}`, () => world.editComment(id, body), () => memories.comments.forgetAll()),
    deleteComment: (id) => write(`deletion of comment ${id}`, () => world.deleteComment(id), () => memories.comments.forgetAll()),
    createPullRequest: (wanted) => write(`a pull request from ${wanted.head}`, () => createPullRequest(world, wanted), () => memories.open.forgetAll()),
    closePullRequest: (number) => {
      const happen = () => {
        if (world.pullRequest(number).state === 'open') world.change(number, { state: 'closed' });
      };
      return write(`closing of #${number}`, happen, () => {
        memories.pullRequest.forget(String(number));
        memories.open.forgetAll();
      });
    },
    dispatchWorkflow: (_file, branch) => {
      const happen = () => {
        const commit = world.tip(branch);
        if (commit === null) throw new GitHubRefusal('dispatch', 422, `no ref ${branch}`);
        startDispatched(world, branch, commit);
      };
      return write(`a dispatch on ${branch}`, happen, () => memories.runs.forgetAll());
    },
    rerunFailedJobs: (id) => {
      const happen = () => {
        const found = world.runs.find((candidate) => candidate.id === id);
        if (found !== undefined) restartBuild(world, found);
      };
      return write(`a re-run of ${id}`, happen, () => memories.runs.forgetAll());
    },
    forget: (except) => {
      run.lookAgain();
      if (except === undefined) listed.clear();
      Object.values(memories).forEach((memory) => except === undefined || memory !== memories.open ? memory.forgetAll() : undefined);
    },
    requestCount: 0,
  };
}

function createPullRequest(world: World, { head, base, title, body }: NewPullRequest): PullRequest {
  const existing = openPullRequests(world, { head, base })[0];
  if (existing !== undefined) return existing;
  const [headTip, baseTip] = [world.tip(head), world.tip(base)];
  if (headTip === null || baseTip === null || world.repository.contains(baseTip, headTip)) {
    throw new GitHubRefusal('new pull request', 422, `no commits between ${base} and ${head}`);
  }
  return world.open({ head, base, title, body }, robot);
}

function shownPullRequest(world: World, number: number): PullRequest | null {
  return world.shownPullRequests?.get(number) ?? world.pullRequests.get(number) ?? null;
}

function openPullRequests(world: World, filter: PullRequestFilter): readonly PullRequest[] {
  return [...world.pullRequests.keys()]
    .flatMap((number) => shownPullRequest(world, number) ?? [])
    .filter((shown) => shown.state === 'open' && matches(shown, filter));
}

function matches(shown: PullRequest, { head, base }: PullRequestFilter): boolean {
  return (head === undefined || shown.head.branch === head) && (base === undefined || shown.base.branch === base);
}

function closedPullRequests(world: World): readonly ClosedPullRequest[] {
  return [...world.pullRequests.keys()]
    .flatMap((number) => shownPullRequest(world, number) ?? [])
    .filter(({ state }) => state === 'closed')
    .map(({ number, merged, updatedAt, head, base }) => ({ number, mergedAt: merged ? updatedAt : null, closedAt: updatedAt, headBranch: head.branch, fork: head.fork, baseBranch: base.branch }));
}

/** What these worlds do not have, and what only the doctor asks. */
const absent = {
  readFileOfDefaultBranch: () => Promise.resolve(null),
  checkRuns: () => Promise.resolve([]),
  liveCheckRuns: () => Promise.resolve([]),
  teamMembers: () => Promise.resolve([]),
  permissionOf: () => Promise.resolve('write' as const),
  viewer: () => Promise.resolve(null),
  workflowPathOfRun: () => Promise.resolve(null),
  hourlyLimit: () => Promise.resolve(null),
  repositoryDetails: () => Promise.resolve({ defaultBranch: 'development/10.0', mayPush: true }),
  listDirectoryOfDefaultBranch: () => Promise.resolve(null),
  rulesOfBranch: () => Promise.resolve([]),
  rulesetBypass: () => Promise.resolve(null),
  classicProtection: () => Promise.resolve(null),
  issues: new Proxy({} as GitHubPort['issues'], {
    get: (_target, name) => {
      throw new Error(`There is no dashboard, and no issue to be asked for (${String(name)})`);
    },
  }),
};
