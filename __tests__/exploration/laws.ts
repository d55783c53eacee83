import type { NewCommitStatus, PullRequest } from '../../src/ports/github.js';
import type { RefUpdate, Sha } from '../../src/ports/git.js';
import { parseBranchName } from '../../src/gitwaterflow/branch-name.js';
import { developmentBranches } from '../../src/gitwaterflow/cascade.js';
import type { Settings } from '../../src/settings/schema.js';
import { archiveMistake, isOrdered, isVersionBranch, landedTips } from './archiving.js';
import type { Move } from './archiving.js';
import { isGreen } from './oracle.js';
import { foundOnIntegration, strangersIn } from './origins.js';
import { evidenceOf, hasSaid, targetsOf, whatIsMissing } from './readiness.js';
import { branchOf, isTag } from './repository.js';
import type { RobotRun } from './robot-run.js';
import { repositoryId, robot } from './world.js';
import type { World } from './world.js';

/** The rules of spec 6, by their number there, and settings that forbid something altogether. */
export type Law = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 'gate_only' | 'no_comment' | 'forks';

export interface BrokenLaw {
  readonly law: Law;
  readonly words: string;
}

interface Landing {
  readonly branch: string;
  readonly from: Sha;
  readonly to: Sha;
}

/** What must hold of everything that a run writes (spec 6), judged at the moment it takes effect. */
export class Laws {
  readonly broken: BrokenLaw[] = [];
  /** Pull requests of which a queued commit has landed. */
  readonly landedFromQueue = new Set<number>();

  constructor(
    private readonly world: World,
    private readonly settings: Settings,
  ) {}

  break(law: Law, words: string): void {
    this.broken.push({ law, words });
  }

  beforeStatus(run: RobotRun, commit: Sha, status: NewCommitStatus): void {
    this.beforeTelling(run);
    const { world } = this;
    const about = [...world.pullRequests.values()].filter(({ head }) => head.sha === commit);
    if (!world.ownHeads.has(commit) && about.some((pullRequest) => this.#isOutOfReach(pullRequest))) this.break('forks', `a status is written on ${commit.slice(0, 7)}, which only a fork has`);
    if (status.state !== 'success' || landedTips(world).some((tip) => world.repository.contains(tip, commit))) return;
    if (this.settings.gateOnly) this.#passes(run, commit);
    else this.break(1, `the status of ${commit.slice(0, 7)} says success, but it is on no version branch`);
  }

  /** A gate says success instead of merging: the same must hold, and there are no integration branches to be green. */
  #passes(run: RobotRun, commit: Sha): void {
    const { pullRequest } = run.seen;
    if (pullRequest?.head.sha !== commit) {
      this.break(1, `the status of ${commit.slice(0, 7)} says success, and its pull request was not read again`);
      return;
    }
    this.#mustBeReady(run, pullRequest, `success on #${pullRequest.number}`, [pullRequest.base.branch]);
    if (hasSaid(run, pullRequest.number, 'wait')) this.break(1, `success on #${pullRequest.number}, which is to wait`);
  }

  beforeTelling(run: RobotRun): void {
    if (run.failed) this.break(8, 'a verdict is told although something could not be read');
  }

  /** @param number null: an old comment is changed */
  beforeComment(run: RobotRun, number: number | null): void {
    this.beforeTelling(run);
    if (this.settings.noComment) this.break('no_comment', `run ${run.number} comments on #${String(number)}`);
    if (number !== null && this.#isOutOfReach(this.world.pullRequest(number))) this.break('forks', `run ${run.number} comments on #${number}, which comes from a fork`);
  }

  beforeClosing(number: number): void {
    this.beforeDeed(`closes #${number}`);
    if (this.world.pullRequest(number).author !== robot) this.break(2, `#${number} is closed, and is not the robot's`);
  }

  beforeDeed(words: string): void {
    if (this.settings.gateOnly) this.break('gate_only', `the gate ${words}`);
  }

  #isOutOfReach({ head }: PullRequest): boolean {
    return head.fork && !this.settings.forks;
  }

  beforePush(run: RobotRun, updates: readonly RefUpdate[]): void {
    // What a rebuild could not handle for now is left to the next event: its record goes all the same.
    const isRecord = updates.every(({ ref, to }) => branchOf(ref) === 'q/rebuild' && to === null);
    if (run.failed && !isRecord) this.break(8, 'a push although something could not be read');
    if (!isOrdered(run, updates)) this.beforeDeed(`pushes ${updates.map(({ ref }) => branchOf(ref)).join(', ')}`);
    const tags = updates.filter(({ ref }) => isTag(ref)).map(moveOf);
    const moves = updates.filter(({ ref }) => !isTag(ref)).map(moveOf);
    if (new Set(moves.map(({ branch }) => branch)).size !== moves.length) this.break(3, 'a branch is named twice in one push');
    const archived = moves.filter(({ branch, to }) => isVersionBranch(branch) && to === null);
    const mistake = tags.length + archived.length === 0 ? null : archiveMistake(run, moves, tags, this.settings);
    if (mistake !== null) this.break(2, mistake);
    moves.filter((move) => !archived.includes(move)).forEach((move) => this.#mustBeRobots(run, move));
    this.#losesNothing(run, moves, tags);
    const after = new Map([...this.world.repository.branches, ...moves.map(({ branch, to }) => [branch, to] as const)]);
    this.#staysSelfContained(after);
    this.#sharesNoCommit(moves, after);
    const landings = moves.flatMap(({ branch, from, to }) => (isVersionBranch(branch) && from !== null && to !== null && from !== to ? [{ branch, from, to }] : []));
    if (landings.length > 0) this.#landsValidated(run, landings, moves);
    this.#queuesValidated(run, moves);
  }

  /**
   * Statuses and checks belong to commits (spec 2): no integration branch may come by those of another branch. What is queued
   * at once goes forward to it, and what a run makes that did not notice the merge is removed by the next.
   */
  #sharesNoCommit(moves: readonly Move[], after: ReadonlyMap<string, Sha | null>): void {
    for (const { branch, to } of moves.filter((move) => move.branch.startsWith('w/') && move.to !== null)) {
      const other = [...after].find(([name, tip]) => tip === to && name !== branch && !name.startsWith('q/'));
      const source = branch.replace(/^w\/[\d.]+\//, '');
      const goesOn = this.world.openPullRequests().some(({ head }) => head.branch === source);
      if (other !== undefined && goesOn) this.break(1, `${branch} is put on the commit of ${other[0]}`);
    }
  }

  /** Rule 2: only forward, and only branches that are the robot's to move. */
  #mustBeRobots({ trigger }: RobotRun, { branch, from, to }: Move): void {
    if (from !== null && to !== null && !this.world.repository.contains(to, from)) this.break(2, `${branch} does not go forward`);
    const kind = parseBranchName(branch)?.kind ?? 'unrecognised';
    const robots = ['queue', 'queue-integration', 'integration'].includes(kind) || (branch === 'q/rebuild' && (from === null || to === null));
    const version = ['development', 'hotfix'].includes(kind) && from !== null && to !== null;
    const landedSource = kind === 'source' && this.settings.deleteSourceBranch && to === null;
    const ordered = trigger.kind === 'command' && trigger.command.name === 'create-branch' && trigger.command.branch === branch && from === null;
    if (!robots && !version && !landedSource && !ordered) {
      this.break(2, `${branch} is not the robot's to ${to === null ? 'delete' : 'move'}`);
    }
  }

  /** Rule 2: what people committed stays reachable, but for what they replaced themselves, and `w/…` of a reset, a merge or a closed pull request. */
  #losesNothing(run: RobotRun, moves: readonly Move[], tags: readonly Move[]): void {
    const deleted = moves.filter(({ to }) => to === null);
    if (deleted.length === 0) return;
    const { repository } = this.world;
    const tips = [...repository.branches].filter(([branch]) => !moves.some((move) => move.branch === branch)).map(([, tip]) => tip);
    const kept = [...tips, ...this.world.replaced, ...[...moves, ...tags].flatMap(({ to }) => (to === null ? [] : [to])), ...repository.tags.values(), ...repository.pullRequestHeads.values()];
    const landing = moves.some(({ branch, to }) => isVersionBranch(branch) && to !== null);
    for (const { branch, from } of deleted) {
      const lost = from === null ? [] : [...repository.ancestors(from)].filter((sha) => !repository.get(sha).byRobot && !kept.some((tip) => repository.contains(tip, sha)));
      const parsed = parseBranchName(branch);
      const allowed = parsed?.kind === 'integration' && (landing || this.#closedOrReset(run, parsed.source.name));
      if (lost.length > 0 && !allowed) this.break(2, `run ${run.number} deletes ${branch} with "${lost.map((sha) => repository.get(sha).subject).join('", "')}"`);
      if (parsed?.kind === 'integration' && !landing && !this.#closedOrReset(run, parsed.source.name)) this.break(2, `${branch} is deleted, and its pull request goes on`);
    }
  }

  /** As the run has seen it: people may reopen the pull request while its branches are being removed. */
  #closedOrReset(run: RobotRun, source: string): boolean {
    const ofSource = [...this.world.pullRequests.values()].filter(({ head }) => head.branch === source);
    return run.seen.closedSources.has(source) || ofSource.some(({ number }) => this.world.resets.has(number));
  }

  /** Rule 4. */
  #staysSelfContained(after: ReadonlyMap<string, Sha | null>): void {
    const { repository } = this.world;
    const path = developmentBranches([...after].flatMap(([branch, tip]) => (tip === null ? [] : [branch]))).map(({ name }) => name);
    for (const [index, newer] of path.entries()) {
      const older = path[index - 1];
      const [olderTip, newerTip] = [older === undefined ? null : after.get(older), after.get(newer)];
      if (olderTip && newerTip && !repository.contains(newerTip, olderTip) && !this.world.cascadeBroken) this.break(4, `${newer} would not contain ${older ?? ''}`);
    }
  }

  /** Rule 1. */
  #landsValidated(run: RobotRun, landings: readonly Landing[], moves: readonly Move[]): void {
    if (run.trigger.kind === 'command' && run.trigger.command.name === 'force-merge-queues') return;
    const direct = landings.filter((landing) => !this.#landsFromQueue(run, landing, moves));
    if (direct.length === 0) return;
    if (this.settings.useQueues && !this.settings.skipQueueWhenNotNeeded) {
      direct.forEach(({ branch }) => this.break(1, `${branch} moves to what was never queued`));
      return;
    }
    const pullRequest = run.seen.pullRequest;
    if (pullRequest === null) {
      this.break(1, 'a merge without the pull request being read again');
      return;
    }
    this.#mustBeReady(run, pullRequest, `the merge of #${pullRequest.number}`);
    const targets = targetsOf(run, pullRequest);
    // A later version may have it already.
    const moved = targets.filter((target) => landings.some(({ branch }) => branch === target) || !this.world.repository.contains(run.seen.branches.get(target) ?? pullRequest.base.sha, pullRequest.head.sha));
    if (moved.join() !== landings.map(({ branch }) => branch).sort().join()) this.break(3, `#${pullRequest.number} lands on ${landings.map(({ branch }) => branch).join()}, not on ${moved.join()}`);
    this.#comesFrom(pullRequest, landings.map(({ branch, to }) => ({ branch, to })), landings.map(({ from }) => from));
  }

  /** What people committed lands, or enters the queue, only as part of the pull request that was looked at. */
  #comesFrom({ head }: PullRequest, moves: ReadonlyArray<{ readonly branch: string; readonly to: Sha }>, before: readonly Sha[]): void {
    for (const { branch, to } of moves) {
      const [stranger] = strangersIn(this.world, to, [head.sha, ...before], foundOnIntegration(head.branch));
      if (stranger !== undefined) this.break(1, `"${stranger}" comes to ${branch} and belongs to no pull request that was looked at`);
    }
  }

  #landsFromQueue(run: RobotRun, { branch, to }: Landing, moves: readonly Move[]): boolean {
    for (const move of moves) {
      const parsed = parseBranchName(move.branch);
      if (parsed?.kind !== 'queue-integration' || move.from !== to || move.to !== null) continue;
      const [, number, version, source] = /^q\/w\/(\d+)\/([\d.]+)\/(.*)$/.exec(move.branch) ?? [];
      if (branch !== `development/${version ?? ''}` && !(version ?? '').startsWith(`${branch.slice('hotfix/'.length)}.`)) continue;
      const names = [move.branch, `q/${version ?? ''}`, ...(this.settings.queueAcceptsIntegrationBuilds ? [`w/${version ?? ''}/${source ?? ''}`, source ?? ''] : [])];
      if (!isGreen(evidenceOf(run, to), { commit: to, names, repository: repositoryId }, this.settings)) this.break(1, `${branch} moves to ${move.branch}, which was not green when read last`);
      this.landedFromQueue.add(Number(number));
      return true;
    }
    return false;
  }

  /** What enters the queue has passed the same checks, and enters on all of its versions. */
  #queuesValidated(run: RobotRun, moves: readonly Move[]): void {
    const entered = moves.filter(({ branch, from }) => from === null && branch.startsWith('q/w/'));
    if (entered.length === 0) return;
    const pullRequest = run.seen.pullRequest;
    if (pullRequest === null || !entered.every(({ branch }) => branch.startsWith(`q/w/${pullRequest.number}/`))) {
      this.break(1, `${entered.map(({ branch }) => branch).join()} enters the queue, and its pull request was not read again`);
      return;
    }
    this.#mustBeReady(run, pullRequest, `the queueing of #${pullRequest.number}`);
    if (entered.length !== targetsOf(run, pullRequest).length) this.break(3, `#${pullRequest.number} enters the queue on ${entered.length} versions only`);
    this.#oneRevision(run, entered);
    const before = [...run.seen.branches].filter(([branch]) => isVersionBranch(branch) || branch.startsWith('q/')).map(([, tip]) => tip);
    this.#comesFrom(pullRequest, entered.flatMap(({ branch, to }) => (to === null ? [] : [{ branch, to }])), before);
  }

  /**
   * What is queued for a hotfix stays together, whatever revision a tag makes it: two queues would move one branch apart. Two runs
   * that looked before and after the tag may each begin one, as no lease holds what does not exist; one of them is rebuilt.
   */
  #oneRevision({ seen }: RobotRun, entered: readonly Move[]): void {
    const revisionOf = (branch: string): readonly string[] => [...branch.matchAll(/^q\/w\/\d+\/(\d+\.\d+\.\d+\.\d+)\//g)].map(([, version = '']) => version);
    const inUse = [...new Set([...seen.branches.keys()].flatMap(revisionOf))];
    const another = entered.flatMap(({ branch }) => revisionOf(branch)).find((version) => inUse.length > 0 && !inUse.includes(version));
    if (another !== undefined) this.break(3, `a hotfix is queued as ${another}, and was as ${inUse.join(' and as ')}`);
  }

  #mustBeReady(run: RobotRun, pullRequest: PullRequest, what: string, targets = targetsOf(run, pullRequest)): void {
    if (this.#isOutOfReach(pullRequest)) this.break('forks', `${what}, which comes from a fork`);
    for (const missing of whatIsMissing(run, pullRequest, this.world, this.settings, targets)) this.break(1, `${what}, ${missing}`);
  }
}

function moveOf({ ref, from, to }: RefUpdate): Move {
  return { branch: branchOf(ref), from, to };
}
