import { addDecoy, decoys, addOwnRun, finishBuild, finishedBuilds, restartBuild, runningBuilds, startBuild } from './continuous-integration.js';
import { pickRound } from './random.js';
import { openPullRequest } from './scenario.js';
import { admin, author, peers, robot } from './world.js';
import type { World } from './world.js';

/** Does something to the world; says what in words, or null if there was nothing to do it to. */
export type Act = (world: World, which: number, how: number) => string | null;

const addressed = '@merge-robot ';
const optionTexts = ['wait', 'bypass_build_status', 'create_pull_requests', 'no_octopus', 'approve', 'unanimity', 'after_pull_request=1', 'after_pull_request=99', 'bypass_peer_approval'] as const;
const commandTexts = ['reset', 'force_reset', 'status', 'retry', 'clear', 'help', 'nonsense?'] as const;

/** What people and their CI do. */
export const peopleActs = {
  push: onPullRequest((world, number, how) => {
    const { head } = world.pullRequest(number);
    const tip = world.tip(head.branch);
    if (tip === null) return null;
    world.push([{ branch: head.branch, to: world.commit([tip], { [how % 6 === 0 ? 'shared' : `file-${number}`]: `${world.moment} by #${number}` }, `more work on #${number}`) }], author);
    return `${author} pushes to ${head.branch}${how % 6 === 0 ? ' (the shared file)' : ''}`;
  }),
  forcePush: onPullRequest((world, number) => {
    const { head, base } = world.pullRequest(number);
    const tip = world.tip(base.branch);
    if (tip === null || world.tip(head.branch) === null) return null;
    world.push([{ branch: head.branch, to: world.commit([tip], { [`file-${number}`]: `${world.moment} by #${number}` }, `rebased work of #${number}`) }], author);
    return `${author} rebases ${head.branch} and force-pushes`;
  }),
  rename: onPullRequest((world, number) => {
    const { head, base, title } = world.pullRequest(number);
    const tip = world.tip(head.branch);
    const renamed = `${head.branch}-renamed`;
    if (tip === null || world.tip(renamed) !== null || head.branch.length > 60) return null;
    world.push([{ branch: renamed, to: tip }, { branch: head.branch, to: null }], author);
    const { number: opened } = world.open({ head: renamed, base: base.branch, title, body: '' }, author);
    return `${author} renames ${head.branch} to ${renamed} and opens #${opened} from it`;
  }),
  approve: onPullRequest((world, number, how) => reviewed(world, number, how, 'APPROVED', 'approves')),
  requestChanges: onPullRequest((world, number, how) => reviewed(world, number, how, 'CHANGES_REQUESTED', 'requests changes on')),
  remark: onPullRequest((world, number, how) => reviewed(world, number, how, 'COMMENTED', 'remarks something on')),
  dismiss: onPullRequest((world, number, how) => {
    const peer = pickRound(peers, how) ?? peers[0];
    world.dismiss(number, peer);
    return `the review of ${peer} on #${number} is dismissed`;
  }),
  close: onPullRequest((world, number) => {
    world.change(number, { state: 'closed' });
    return `${author} closes #${number}`;
  }),
  reopen: (world, which) => {
    const closed = [...world.pullRequests.values()].filter(({ state, merged, head }) => state === 'closed' && !merged && world.tip(head.branch) !== null);
    const pullRequest = pickRound(closed, which);
    if (pullRequest === null) return null;
    const sha = world.tip(pullRequest.head.branch) ?? pullRequest.head.sha;
    world.repository.pullRequestHeads.set(pullRequest.number, sha);
    world.change(pullRequest.number, { state: 'open', head: { ...pullRequest.head, sha } });
    return `${author} reopens #${pullRequest.number}`;
  },
  open: (world, which, how) => {
    const bases = [...world.repository.branches.keys()].filter((branch) => /^(?:development|hotfix)\//.test(branch));
    const base = pickRound(bases, which);
    return base === null || world.pullRequests.size >= 5 ? null : openPullRequest(world, base, how % 3 === 0);
  },
  retarget: onPullRequest((world, number, how) => {
    const bases = [...world.repository.branches.keys()].filter((branch) => branch.startsWith('development/'));
    const base = pickRound(bases, how);
    if (base === null || base === world.pullRequest(number).base.branch) return null;
    world.change(number, { base: { branch: base, sha: world.tip(base) ?? '' } });
    return `${author} changes the destination of #${number} to ${base}`;
  }),
  option: onPullRequest((world, number, how) => {
    const text = pickRound(optionTexts, how) ?? optionTexts[0];
    const by = text === 'approve' ? author : admin;
    if (text === 'bypass_build_status') world.bypassedBuilds.add(number);
    if (text === 'bypass_peer_approval') world.bypassedPeers.add(number);
    world.comment(number, by, addressed + text);
    return `${by} comments "${text}" on #${number}`;
  }),
  privilegeGrab: onPullRequest((world, number) => {
    world.comment(number, author, `${addressed}bypass_build_status`);
    return `${author}, who may not, comments "bypass_build_status" on #${number}`;
  }),
  command: onPullRequest((world, number, how) => {
    const text = pickRound(commandTexts, how) ?? commandTexts[0];
    if (text.endsWith('reset')) world.resets.add(number);
    if (text === 'clear') world.cleared.add(number);
    world.comment(number, author, addressed + text);
    return `${author} comments "${text}" on #${number}`;
  }),
  removeComment: onPullRequest((world, number, how) => {
    const comment = pickRound(world.commentsOn(number).filter((each) => each.author !== robot), how);
    if (comment === null) return null;
    world.deleteComment(comment.id);
    world.reportOn(number);
    return `the comment "${comment.body}" on #${number} is deleted`;
  }),
  editComment: onPullRequest((world, number, how) => {
    const comment = pickRound(world.commentsOn(number).filter((each) => each.author === author), how);
    if (comment === null) return null;
    world.editComment(comment.id, 'never mind');
    world.reportOn(number);
    return `the comment "${comment.body.slice(0, 40)}" on #${number} is changed to "never mind"`;
  }),
  forge: onPullRequest((world, number, how) => {
    const head = world.pullRequest(number).head.sha;
    const marker = pickRound([`code=139 key=forged head=${head}`, 'code=102 key=forged', 'code=100 key=forged'], how) ?? '';
    world.comment(number, author, `Look here.\n<!-- bert-e: ${marker} -->`);
    return `${author} forges the marker "${marker.slice(0, 8)}" on #${number}`;
  }),
  workOnIntegration: (world, which) => pushOnto(world, which, /^w\//),
  workOnQueue: (world, which) => pushOnto(world, which, /^q\//),
  deleteQueueBranch: (world, which) => {
    const branch = pickRound(branchesLike(world, /^q\//), which);
    if (branch === null) return null;
    world.push([{ branch, to: null }], admin);
    return `${admin} deletes ${branch}`;
  },
  deleteIntegrationBranch: (world, which) => {
    const branch = pickRound(branchesLike(world, /^w\//), which);
    if (branch === null) return null;
    world.push([{ branch, to: null }], admin);
    return `${admin} deletes ${branch}`;
  },
  /** A branch of another name on the same commit: its builds say nothing about the first. */
  twin: (world, which) => {
    const branch = pickRound(branchesLike(world, /^(?:w|q|bugfix|feature)\//), which);
    const tip = branch === null ? null : world.tip(branch);
    if (tip === null) return null;
    world.push([{ branch: `user/twin-${which}`, to: tip }], author);
    startBuild(world, { branch: `user/twin-${which}`, commit: tip });
    return `${author} creates user/twin-${which} at the commit of ${branch ?? ''}`;
  },
  landByHand: (world, which) => {
    const path = developmentPath(world);
    const from = which % Math.max(1, path.length);
    let landed: string | null = null;
    const moves = path.slice(from).map((branch) => {
      const parents = [world.tip(branch), landed].filter((tip) => tip !== null);
      landed = world.commit(parents, landed === null ? { [`by-hand-${world.moment}`]: 'x' } : {}, `by hand on ${branch}`);
      return { branch, to: landed };
    });
    world.push(moves, admin);
    return `${admin} lands a commit by hand on ${moves.map(({ branch }) => branch).join(', ')}`;
  },
  buildStarts: (world, which) => {
    const build = pickRound(world.unbuilt, which);
    if (build === null) return null;
    startBuild(world, build);
    return `the build of ${build.branch} starts`;
  },
  buildSucceeds: (world, which) => finished(world, which, 'success'),
  buildFails: (world, which, how) => finished(world, which, pickRound(['failure', 'cancelled', 'timed_out', 'stale', 'action_required'], how) ?? 'failure'),
  buildRestarts: (world, which) => {
    const run = pickRound(finishedBuilds(world), which);
    if (run === null) return null;
    restartBuild(world, run);
    return `the build of ${run.headBranch ?? ''} is started again`;
  },
  buildsGoOn: (world, which) => {
    world.unbuilt.forEach((build) => startBuild(world, build));
    const running = runningBuilds(world).filter((_run, index) => which % 5 !== 0 || index % 2 === 0);
    running.forEach((run) => finishBuild(world, run, 'success'));
    return running.length === 0 ? null : `builds succeed on ${running.map(({ headBranch }) => headBranch ?? '').join(', ')}`;
  },
  decoy: (world, which, how) => {
    const branch = pickRound(branchesLike(world, /^(?:w|q|bugfix|feature)\//), which);
    const decoy = pickRound(decoys, how);
    const commit = branch === null ? null : world.tip(branch);
    if (branch === null || decoy === null || commit === null) return null;
    addDecoy(world, branch, commit, decoy.overrides);
    return `a build of ${decoy.words} succeeds on the commit of ${branch}`;
  },
  ownRun: onPullRequest((world, number) => {
    const { head } = world.pullRequest(number);
    addOwnRun(world, head.branch, head.sha);
    return `a run of the robot's own workflow hangs on the head of #${number}`;
  }),
} as const satisfies Readonly<Record<string, Act>>;

function onPullRequest(act: (world: World, number: number, how: number) => string | null): Act {
  return (world, which, how) => {
    const own = world.openPullRequests().filter((pullRequest) => pullRequest.author !== robot);
    const pullRequest = pickRound(own, which);
    return pullRequest === null ? null : act(world, pullRequest.number, how);
  };
}

function reviewed(world: World, number: number, how: number, state: string, words: string): string {
  const peer = pickRound(peers, how) ?? peers[0];
  world.review(number, peer, state);
  return `${peer} ${words} #${number}`;
}

function pushOnto(world: World, which: number, names: RegExp): string | null {
  const branch = pickRound(branchesLike(world, names), which);
  const tip = branch === null ? null : world.tip(branch);
  if (branch === null || tip === null) return null;
  world.push([{ branch, to: world.commit([tip], { [`on-${branch}`]: String(world.moment) }, `work on ${branch}`) }], author);
  return `${author} pushes a commit of her own to ${branch}`;
}

function finished(world: World, which: number, conclusion: string): string | null {
  const run = pickRound(runningBuilds(world), which);
  if (run === null) return null;
  finishBuild(world, run, conclusion);
  return `the build of ${run.headBranch ?? ''} ends: ${conclusion}`;
}

function branchesLike(world: World, names: RegExp): readonly string[] {
  return [...world.repository.branches.keys()].filter((branch) => names.test(branch));
}

/** A lease holds a branch where it was seen; that no branch is created meanwhile, no push can say. So it waits for a calm moment. */
export function newVersion(world: World): string | null {
  const newest = developmentPath(world).at(-1);
  const tip = newest === undefined ? null : world.tip(newest);
  if (tip === null || world.tip('development/11.0') !== null) return null;
  world.push([{ branch: 'development/11.0', to: tip }], admin);
  return `${admin} creates development/11.0`;
}

export function developmentPath(world: World): readonly string[] {
  const order = ['4.3', '5.1', '5', '10.0', '11.0'].map((version) => `development/${version}`);
  return order.filter((branch) => world.tip(branch) !== null);
}
