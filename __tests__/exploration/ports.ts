import type { Ports } from '../../src/edge/ports.js';
import { emptyTree, GitOutage } from '../../src/ports/git.js';
import type { GitPort, PushResult, Sha } from '../../src/ports/git.js';
import { IssueTrackerOutage } from '../../src/ports/issue-tracker.js';
import { count } from './faults.js';
import { gitHubOf } from './github-port.js';
import type { Laws } from './laws.js';
import { branchOf, isTag } from './repository.js';
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
        run.seen.tags = [...repository.tags.keys()];
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
        for (const { ref, to } of updates.filter((update) => isTag(update.ref))) world.tag(branchOf(ref), to);
        world.push(updates.filter(({ ref }) => !isTag(ref)).map(({ ref, to }) => ({ branch: branchOf(ref), to })), robot);
        return { kind: 'pushed' };
      };
      return run.ask('git', 'push', name, happen, () => ({ kind: 'refused', refs, reason: 'protected branch', cause: 'protected-branch' }));
    },
    processCount: 0,
  };
}
