import { Memory } from '../../src/github/memory.js';
import type { Sha } from '../../src/ports/git.js';
import { GitHubRefusal } from '../../src/ports/github.js';
import type { CheckRun, ClosedPullRequest, Comment, CommitStatus, GitHubPort, NewPullRequest, PullRequest, PullRequestFilter, Review } from '../../src/ports/github.js';
import type { WorkflowRun } from '../../src/builds/workflow-run.js';
import { restartBuild, startDispatched } from './continuous-integration.js';
import { absent } from './absent.js';
import type { Laws } from './laws.js';
import type { RobotRun } from './robot-run.js';
import { robot, stranger } from './world.js';
import type { World } from './world.js';

/** Reads are remembered for the run, and forgotten after writes, just as the adapter does it and with the same memory. */
export function gitHubOf(run: RobotRun, world: World, laws: Laws): GitHubPort {
  const memories = {
    pullRequest: new Memory<PullRequest | null>(),
    open: new Memory<readonly PullRequest[]>(),
    comments: new Memory<readonly Comment[]>(),
    reviews: new Memory<readonly Review[]>(),
    runs: new Memory<readonly WorkflowRun[]>(),
    statuses: new Memory<readonly CommitStatus[]>(),
    checkRuns: new Memory<readonly CheckRun[]>(),
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
  const comments = (number: number, live: boolean) =>
    read(memories.comments, String(number), `the comments on #${number}`, live, () => {
      run.seen.comments.set(number, world.commentsOn(number));
      return world.commentsOn(number);
    });
  const statuses = (commit: Sha, live: boolean) =>
    read(memories.statuses, commit, `the statuses of ${commit.slice(0, 7)}`, live, () => {
      const shown = (world.shownStatuses ?? world.statuses).get(commit) ?? [];
      if (live) run.seen.statuses.set(commit, shown);
      return shown;
    });
  const checkRuns = (commit: Sha, live: boolean) =>
    read(memories.checkRuns, commit, `the checks of ${commit.slice(0, 7)}`, live, () => {
      const shown = (world.shownCheckRuns ?? world.checkRuns).filter(({ headSha }) => world.listsUnfiltered || headSha === commit);
      if (live) run.seen.checkRuns.set(commit, shown);
      return shown;
    });
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
    checkRuns: (commit) => checkRuns(commit, false),
    liveCheckRuns: (commit) => checkRuns(commit, true),
    permissionOf: (login) => Promise.resolve(login === stranger ? 'read' : 'write'),
    setCommitStatus: (commit, status) => {
      const happen = () => {
        laws.beforeStatus(run, commit, status);
        world.setStatus(commit, status);
      };
      return write(`status ${status.state}: ${status.description} on ${commit.slice(0, 7)}`, happen, () => memories.statuses.forget(commit));
    },
    createComment: (number, body) => {
      const happen = () => {
        laws.beforeComment(run, number);
        return world.comment(number, robot, body);
      };
      return write(`a comment on #${number}`, happen, () => memories.comments.forget(String(number)));
    },
    updateComment: (id, body) => {
      const happen = () => {
        laws.beforeComment(run, null);
        world.editComment(id, body);
      };
      return write(`change of comment ${id}`, happen, () => memories.comments.forgetAll());
    },
    deleteComment: (id) => write(`deletion of comment ${id}`, () => world.deleteComment(id), () => memories.comments.forgetAll()),
    createPullRequest: (wanted) => {
      const happen = () => {
        laws.beforeDeed('opens a pull request');
        return createPullRequest(world, wanted);
      };
      return write(`a pull request from ${wanted.head}`, happen, () => memories.open.forgetAll());
    },
    closePullRequest: (number) => {
      const happen = () => {
        laws.beforeClosing(number);
        if (world.pullRequest(number).state === 'open') world.change(number, { state: 'closed' });
      };
      return write(`closing of #${number}`, happen, () => {
        memories.pullRequest.forget(String(number));
        memories.open.forgetAll();
      });
    },
    dispatchWorkflow: (_file, branch) => {
      const happen = () => {
        laws.beforeDeed('starts a workflow');
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
  return (head === undefined || (shown.head.branch === head && !shown.head.fork)) && (base === undefined || shown.base.branch === base);
}

function closedPullRequests(world: World): readonly ClosedPullRequest[] {
  return [...world.pullRequests.keys()]
    .flatMap((number) => shownPullRequest(world, number) ?? [])
    .filter(({ state }) => state === 'closed')
    .map(({ number, merged, updatedAt, head, base }) => ({ number, mergedAt: merged ? updatedAt : null, closedAt: updatedAt, headBranch: head.branch, fork: head.fork, baseBranch: base.branch }));
}
