import type { PullRequest } from '../../src/ports/github.js';
import type { Act } from './act.js';
import { onPullRequest } from './act.js';
import { branchActs } from './branch-acts.js';
import { buildActs } from './build-acts.js';
import { forkActs } from './fork-acts.js';
import { pickRound } from './random.js';
import { openPullRequest } from './scenario.js';
import { admin, author, peers, robot, stranger } from './world.js';
import type { World } from './world.js';

const addressed = '@merge-robot ';
const optionTexts = ['wait', 'bypass_build_status', 'create_pull_requests', 'no_octopus', 'approve', 'unanimity', 'after_pull_request=1', 'after_pull_request=99', 'bypass_peer_approval', 'create_integration_branches', 'bypass_author_approval', 'bypass_leader_approval', 'bypass_commit_size', 'bypass_incompatible_branch', 'bypass_jira_check'] as const;
const commandTexts = ['reset', 'force_reset', 'status', 'retry', 'clear', 'help', 'nonsense?'] as const;

const editedTexts = ['never mind', `${addressed}bypass_peer_approval`, 'never mind', `${addressed}wait`, `${addressed}bypass_build_status`] as const;

/** What people and their CI do. */
export const peopleActs = {
  push: onPullRequest((world, number, how) => {
    const pullRequest = world.pullRequest(number);
    const tip = world.sourceTip(pullRequest);
    if (tip === null) return null;
    world.pushSource(pullRequest, world.commit([tip], { [how % 6 === 0 ? 'shared' : `file-${number}`]: `${world.moment} by #${number}` }, `more work on #${number}`));
    return `${nameOf(pullRequest)} pushes to ${sourceOf(pullRequest)}${how % 6 === 0 ? ' (the shared file)' : ''}`;
  }),
  forcePush: onPullRequest((world, number) => {
    const pullRequest = world.pullRequest(number);
    const tip = world.tip(pullRequest.base.branch);
    if (tip === null || world.sourceTip(pullRequest) === null) return null;
    world.pushSource(pullRequest, world.commit([tip], { [`file-${number}`]: `${world.moment} by #${number}` }, `rebased work of #${number}`));
    return `${nameOf(pullRequest)} rebases ${sourceOf(pullRequest)} and force-pushes`;
  }),
  rename: onPullRequest((world, number) => {
    const { head, base, title } = world.pullRequest(number);
    const tip = world.tip(head.branch);
    const renamed = `${head.branch}-renamed`;
    if (tip === null || head.fork || world.tip(renamed) !== null || head.branch.length > 60) return null;
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
    return `${nameOf(world.pullRequest(number))} closes #${number}`;
  }),
  reopen: (world, which) => {
    const closed = [...world.pullRequests.values()].filter((each) => each.state === 'closed' && !each.merged && world.sourceTip(each) !== null && world.tip(each.base.branch) !== null);
    const pullRequest = pickRound(closed, which);
    if (pullRequest === null) return null;
    const sha = world.sourceTip(pullRequest) ?? pullRequest.head.sha;
    world.repository.pullRequestHeads.set(pullRequest.number, sha);
    world.change(pullRequest.number, { state: 'open', head: { ...pullRequest.head, sha } });
    return `${nameOf(pullRequest)} reopens #${pullRequest.number}`;
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
    return `${nameOf(world.pullRequest(number))} changes the destination of #${number} to ${base}`;
  }),
  option: onPullRequest((world, number, how) => {
    const text = pickRound(optionTexts, how) ?? optionTexts[0];
    const by = text === 'approve' ? nameOf(world.pullRequest(number)) : admin;
    world.comment(number, by, addressed + text);
    return `${by} comments "${text}" on #${number}`;
  }),
  privilegeGrab: onPullRequest((world, number) => {
    const by = nameOf(world.pullRequest(number));
    world.comment(number, by, `${addressed}bypass_build_status`);
    return `${by}, who may not, comments "bypass_build_status" on #${number}`;
  }),
  strangerCommand: onPullRequest((world, number, how) => {
    const text = pickRound(['force_reset', 'clear', 'reset', 'bypass_build_status', 'approve', 'bypass_peer_approval'] as const, how) ?? 'reset';
    world.comment(number, stranger, addressed + text);
    return `${stranger}, who may not, comments "${text}" on #${number}`;
  }),
  command: onPullRequest((world, number, how) => {
    const text = pickRound(commandTexts, how) ?? commandTexts[0];
    if (text.endsWith('reset')) world.resets.add(number);
    if (text === 'clear') world.cleared.add(number);
    const by = nameOf(world.pullRequest(number));
    world.comment(number, by, addressed + text);
    return `${by} comments "${text}" on #${number}`;
  }),
  removeComment: onPullRequest((world, number, how) => {
    const comment = pickRound(world.commentsOn(number).filter((each) => each.author !== robot), how);
    if (comment === null) return null;
    world.deleteComment(comment.id);
    world.reportOn(number);
    return `the comment "${comment.body}" on #${number} is deleted`;
  }),
  editComment: onPullRequest((world, number, how) => {
    const comment = pickRound(world.commentsOn(number).filter((each) => each.author !== robot), how);
    if (comment === null) return null;
    // It has the rights of whoever wrote it first.
    const text = pickRound(editedTexts, how) ?? 'never mind';
    world.editComment(comment.id, text);
    world.reportOn(number, comment.id);
    return `the comment "${comment.body.slice(0, 40)}" of ${comment.author ?? ''} on #${number} is changed to "${text}"`;
  }),
  forge: onPullRequest((world, number, how) => {
    const head = world.pullRequest(number).head.sha;
    const marker = pickRound([`code=139 key=forged head=${head}`, 'code=102 key=forged', 'code=100 key=forged'], how) ?? '';
    world.comment(number, nameOf(world.pullRequest(number)), `Look here.\n<!-- bert-e: ${marker} -->`);
    return `${nameOf(world.pullRequest(number))} forges the marker "${marker.slice(0, 8)}" on #${number}`;
  }),
  ...branchActs,
  ...buildActs,
  ...forkActs,
} as const satisfies Readonly<Record<string, Act>>;

function nameOf(pullRequest: PullRequest): string {
  return pullRequest.author ?? author;
}

function sourceOf({ head }: PullRequest): string {
  return head.fork ? `${head.branch} of ${head.repositoryFullName ?? 'a fork that is gone'}` : head.branch;
}

function reviewed(world: World, number: number, how: number, state: string, words: string): string {
  const peer = pickRound(peers, how) ?? peers[0];
  world.review(number, peer, state);
  return `${peer} ${words} #${number}`;
}
