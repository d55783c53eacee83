import type { Sha } from '../../src/ports/git.js';
import { markerOfComment } from '../../src/conversation/marker.js';
import { buildEverythingGreen } from './continuous-integration.js';
import type { Exploration } from './exploration.js';
import { developmentPath, mergeByButton } from './branch-acts.js';
import type { RobotRun } from './robot-run.js';
import { author, peers, robot } from './world.js';
import type { World } from './world.js';

const sweep = { kind: 'sweep', why: 'schedule' } as const;
/** Sweeps until the robot has nothing more to do in a world that only it changes. */
const mostSweeps = 8;
/** Rounds of builds and sweeps until everything has merged: a queue that is rebuilt needs several for each pull request. */
const mostRounds = 24;

/** Rule 6: without any change, the robot comes to rest, and then no event makes it do anything again. */
export async function mustRest(exploration: Exploration): Promise<void> {
  await exploration.calm();
  const { world, laws, settings } = exploration;
  for (let sweeps = 1; ; sweeps += 1) {
    const { writes } = await exploration.undisturbed(sweep);
    if (writes.length === 0) break;
    exploration.tell(`  a sweep does ${writes.join('; ')}`);
    if (sweeps === mostSweeps) {
      laws.break(6, `sweep ${sweeps} of an unchanged world still does ${writes.join('; ')}`);
      return;
    }
  }
  const triggers = [...[...world.pullRequests.keys()].map((number) => ({ kind: 'pull-request', number, why: 'again' }) as const), { kind: 'queue', why: 'again' } as const];
  for (const [look, trigger] of [...triggers, ...triggers].entries()) {
    const writes = ofNote(await exploration.undisturbed(trigger), exploration);
    // A sweep leaves a status alone that says "pending" for another reason than the last message, and with `no_comment` that of
    // what has merged: the first event mends it.
    const unexpected = look < triggers.length ? writes.filter((write) => !write.startsWith('status pending') && !(settings.noComment && write.startsWith('status success'))) : writes;
    if (unexpected.length > 0) laws.break(6, `looking at ${trigger.kind === 'queue' ? 'the queue' : `#${trigger.number}`} again does ${unexpected.join('; ')}`);
  }
}

/**
 * What a run of an event wrote, without statuses of a commit that is the head of two pull requests: each run says there how its own
 * stands.
 */
function ofNote({ writes }: RobotRun, { world }: Exploration): readonly string[] {
  const heads = [...world.pullRequests.values()].map(({ head }) => head.sha);
  const unsteady = heads.filter((head, index) => heads.indexOf(head) !== index).map((head) => head.slice(0, 7));
  return writes.filter((write) => !(write.startsWith('status ') && unsteady.some((head) => write.endsWith(` on ${head}`))));
}

/** Rule 7: people have made everything ready, builds are green, and sweeps keep coming. */
export async function mustMerge(exploration: Exploration): Promise<void> {
  await exploration.calm();
  const { world, laws, settings } = exploration;
  await makeReady(exploration);
  const told = new Map<number, number>();
  for (let round = 0; round < mostRounds && world.openPullRequests().length > 0; round += 1) {
    buildEverythingGreen(world);
    const run = await exploration.undisturbed(sweep);
    for (const { number, outcome } of run.findings?.handled ?? []) told.set(number, outcome.code);
    if (settings.gateOnly) mergeByButton(world, round);
    await takeOver(exploration, round, told);
    if (laws.broken.length > 0) return;
  }
  for (const { number, head, base, author: by } of world.openPullRequests()) {
    if (by !== robot && !mayStay(exploration, number)) {
      laws.break(7, `#${number} (${head.branch} to ${base.branch}) is ready and does not merge; last said of it: ${told.get(number) ?? 'nothing'}`);
    }
  }
}

/** People withdraw what holds pull requests up, approve them, and bring their own commits to safety. */
async function makeReady(exploration: Exploration): Promise<void> {
  const { world, settings } = exploration;
  for (const { number, author: by } of world.openPullRequests()) {
    if (by === robot) continue;
    for (const comment of world.commentsOn(number)) {
      if (comment.author !== robot && !comment.body.startsWith('Look')) world.deleteComment(comment.id);
    }
    for (const peer of peers) world.review(number, peer, 'APPROVED');
    world.resets.add(number);
    await commanded(exploration, number, 'force_reset');
  }
  for (const [branch, tip] of [...world.repository.branches]) {
    // A gate removes no integration branch of old: whoever rewrote the source does.
    if (settings.gateOnly && branch.startsWith('w/')) world.push([{ branch, to: null }], author);
    if (branch.startsWith('q/')) world.push([{ branch: `user/rescued/${branch.replaceAll('/', '-')}`, to: tip }], author);
  }
}

/** A comment with a command. Where the robot is silent, only the run that the comment itself causes can know that it is new. */
async function commanded(exploration: Exploration, number: number, command: string): Promise<void> {
  const { id } = exploration.world.comment(number, author, `@merge-robot ${command}`);
  if (exploration.settings.noComment) await exploration.undisturbed({ kind: 'pull-request', number, why: 'issue_comment' }, id);
}

/** What was taken out of the queue is given another chance, as its author would. */
async function takeOver(exploration: Exploration, round: number, told: ReadonlyMap<number, number>): Promise<void> {
  const { world } = exploration;
  for (const { number, author: by } of world.openPullRequests()) {
    const codes = world.commentsOn(number).map((comment) => markerOfComment(comment, robot)?.code ?? 0);
    const ejected = codes.findLast((code) => code === 139 || code === 137) === 139;
    const mismatch = told.get(number) === 113 && round < 3;
    if (by !== robot && (ejected || mismatch)) {
      await commanded(exploration, number, ejected ? 'retry' : 'force_reset');
    }
  }
}

/**
 * It conflicts with what has landed, there is nothing in it to merge, its fork is not handled or gone, such a one goes first, as its
 * source has the same name, or a gate would open another one with it: nothing the robot could do.
 */
function mayStay(exploration: Exploration, number: number): boolean {
  const { world, settings } = exploration;
  const { head, base } = world.pullRequest(number);
  if (head.fork && (!settings.forks || head.repositoryId === null)) return true;
  if (settings.gateOnly && world.openPullRequests().some((other) => other.number !== number && other.head.sha === head.sha)) return true;
  const first = head.fork ? world.openPullRequests().filter((other) => other.head.branch === head.branch && (!other.head.fork || other.number < number)) : [];
  if (first.some((other) => mayStay(exploration, other.number))) return true;
  const destination = world.tip(base.branch);
  if (destination === null || world.repository.contains(destination, head.sha)) return true;
  const path = developmentPath(world);
  const targets = base.branch.startsWith('hotfix/') ? [base.branch] : path.slice(path.indexOf(base.branch));
  return targets.some((branch) => world.repository.merge(world.tip(branch) ?? '', head.sha).kind !== 'clean');
}

/** Rule 6: no message is lost or doubled, but for one by each run that was disturbed. */
export function mustHaveTold({ world, laws, disturbed, settings, faults }: Exploration): void {
  const interrupted = disturbed + [...faults.happened].filter(([what]) => what.startsWith('GitHub ')).reduce((sum, [, times]) => sum + times, 0);

  for (const { number, state, merged, mergedBy, author: by, head, base } of world.pullRequests.values()) {
    if (by === robot || (head.fork && !settings.forks)) continue;
    const codes = world.commentsOn(number).map((comment) => markerOfComment(comment, robot)?.code ?? 0);
    const times = (code: number): number => codes.filter((other) => other === code).length;
    if (merged && mergedBy === robot && times(102) + times(126) === 0 && !settings.noComment) laws.break(6, `nobody was told that #${number} merged`);
    if (settings.noComment && merged && mergedBy === robot && !isMarkedMerged(world, head.sha)) laws.break('no_comment', `nobody can see that #${number} merged: its status does not say so`);
    if (!settings.noComment && !settings.gateOnly && state === 'open' && isQueued(world, number) && times(125) === 0) laws.break(6, `nobody was told that #${number} is queued`);
    // Of one that people closed meanwhile, GitHub does not say that it landed; it is found by its head.
    const destination = world.tip(base.branch);
    const findable = merged || state === 'open' || (destination !== null && world.repository.contains(destination, head.sha));
    if (!settings.noComment && findable && laws.landedFromQueue.has(number) && !world.cleared.has(number) && times(102) + times(126) === 0) {
      laws.break(6, `nobody was told what of #${number} landed from the queue`);
    }
    for (const code of [100, 102]) {
      if (times(code) > 1 + interrupted) laws.break(6, `#${number} was told ${code} ${times(code)} times`);
    }
  }
}

function isMarkedMerged({ statuses }: World, head: Sha): boolean {
  return statuses.get(head)?.some(({ context, state }) => context === 'bert-e' && state === 'success') === true;
}

function isQueued({ repository }: World, number: number): boolean {
  return [...repository.branches.keys()].some((branch) => branch.startsWith(`q/w/${number}/`));
}
