import type { NewCommitStatus, PullRequest } from '../../src/ports/github.js';
import type { RefUpdate, Sha } from '../../src/ports/git.js';
import { parseBranchName } from '../../src/gitwaterflow/branch-name.js';
import { developmentBranches } from '../../src/gitwaterflow/cascade.js';
import type { Settings } from '../../src/settings/schema.js';
import { isApproved, isGreen } from './oracle.js';
import { branchOf } from './repository.js';
import type { RobotRun } from './robot-run.js';
import type { World } from './world.js';

/** The rules of spec 6, by their number there. */
export type LawNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface BrokenLaw {
  readonly law: LawNumber;
  readonly words: string;
}

interface Move {
  readonly branch: string;
  readonly from: Sha | null;
  readonly to: Sha | null;
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

  break(law: LawNumber, words: string): void {
    this.broken.push({ law, words });
  }

  beforeStatus(run: RobotRun, commit: Sha, status: NewCommitStatus): void {
    this.beforeTelling(run);
    const landed = [...this.world.repository.branches].some(([branch, tip]) => /^(?:development|hotfix)\//.test(branch) && this.world.repository.contains(tip, commit));
    if (status.state === 'success' && !landed) this.break(1, `the status of ${commit.slice(0, 7)} says success, but it is on no version branch`);
  }

  beforeTelling(run: RobotRun): void {
    if (run.failed) this.break(8, 'a verdict is told although something could not be read');
  }

  beforePush(run: RobotRun, updates: readonly RefUpdate[]): void {
    if (run.failed) this.break(8, 'a push although something could not be read');
    const moves = updates.map(({ ref, from, to }) => ({ branch: branchOf(ref), from, to }));
    if (new Set(moves.map(({ branch }) => branch)).size !== moves.length) this.break(3, 'a branch is named twice in one push');
    moves.forEach((move) => this.#mustBeRobots(run, move));
    this.#losesNothing(run, moves);
    const after = new Map([...this.world.repository.branches, ...moves.map(({ branch, to }) => [branch, to] as const)]);
    this.#staysSelfContained(after);
    const landings = moves.flatMap(({ branch, from, to }) => (/^(?:development|hotfix)\//.test(branch) && from !== null && to !== null && from !== to ? [{ branch, from, to }] : []));
    if (landings.length > 0) this.#landsValidated(run, landings, moves);
    this.#queuesValidated(run, moves);
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
  #losesNothing(run: RobotRun, moves: readonly Move[]): void {
    const deleted = moves.filter(({ to }) => to === null);
    if (deleted.length === 0) return;
    const { repository } = this.world;
    const tips = [...repository.branches].filter(([branch]) => !moves.some((move) => move.branch === branch)).map(([, tip]) => tip);
    const kept = [...tips, ...this.world.replaced, ...moves.flatMap(({ to }) => (to === null ? [] : [to])), ...repository.tags.values(), ...repository.pullRequestHeads.values()];
    const landing = moves.some(({ branch, to }) => /^(?:development|hotfix)\//.test(branch) && to !== null);
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
    const path = developmentBranches([...after.keys()]).map(({ name }) => name);
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
    const targets = this.#targetsOf(pullRequest);
    if (targets.join() !== landings.map(({ branch }) => branch).sort().join()) this.break(3, `#${pullRequest.number} lands on ${landings.map(({ branch }) => branch).join()}, not on ${targets.join()}`);
    const { repository } = this.world;
    const tested = targets.flatMap((branch) => this.#testedFor(run, branch, pullRequest).tip ?? []);
    const vouched = [...tested, pullRequest.head.sha, ...landings.map(({ from }) => from)];
    for (const { branch, to } of landings) {
      const stranger = [...repository.ancestors(to)].find((sha) => !repository.get(sha).byRobot && !vouched.some((tip) => repository.contains(tip, sha)));
      if (stranger !== undefined) this.break(1, `"${repository.get(stranger).subject}" lands on ${branch} and was on no branch that was looked at`);
    }
  }

  #landsFromQueue(run: RobotRun, { branch, to }: Landing, moves: readonly Move[]): boolean {
    for (const move of moves) {
      const parsed = parseBranchName(move.branch);
      if (parsed?.kind !== 'queue-integration' || move.from !== to || move.to !== null) continue;
      const [, number, version, source] = /^q\/w\/(\d+)\/([\d.]+)\/(.*)$/.exec(move.branch) ?? [];
      if (branch !== `development/${version ?? ''}` && !(version ?? '').startsWith(`${branch.slice('hotfix/'.length)}.`)) continue;
      const names = [move.branch, `q/${version ?? ''}`, ...(this.settings.queueAcceptsIntegrationBuilds ? [`w/${version ?? ''}/${source ?? ''}`, source ?? ''] : [])];
      if (!isGreen(run.seen.runs.get(to) ?? [], to, names, this.settings)) this.break(1, `${branch} moves to ${move.branch}, which was not green when read last`);
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
    if (entered.length !== this.#targetsOf(pullRequest).length) this.break(3, `#${pullRequest.number} enters the queue on ${entered.length} versions only`);
  }

  /** Builds of exactly these commits and approvals, as they were read last. */
  #mustBeReady(run: RobotRun, pullRequest: PullRequest, what: string): void {
    const { number } = pullRequest;
    const bypassed = this.world.bypassedBuilds.has(number);
    if (pullRequest.state !== 'open') this.break(1, `${what}, which was closed when read last`);
    const needed = this.world.bypassedPeers.has(number) ? { ...this.settings, requiredPeerApprovals: 0 } : this.settings;
    if (!isApproved(run.seen.reviews.get(number) ?? [], pullRequest, needed)) this.break(1, `${what} without the approvals it needs`);
    // Without builds, integration branches may be made by the very push that lands them.
    for (const branch of bypassed ? [] : this.#targetsOf(pullRequest)) {
      const tested = this.#testedFor(run, branch, pullRequest);
      if (tested.tip === null || !this.world.repository.contains(tested.tip, pullRequest.head.sha)) {
        this.break(1, `${what}, but ${tested.branch} does not hold its head`);
      } else if (!isGreen(run.seen.runs.get(tested.tip) ?? [], tested.tip, [tested.branch], this.settings)) {
        this.break(1, `${what}, but ${tested.branch} was not green when read last`);
      }
    }
  }

  #targetsOf({ base }: PullRequest): readonly string[] {
    const path = developmentBranches([...this.world.repository.branches.keys()]).map(({ name }) => name);
    return base.branch.startsWith('hotfix/') ? [base.branch] : path.slice(path.indexOf(base.branch)).sort();
  }

  #testedFor(run: RobotRun, branch: string, { base, head }: PullRequest): { readonly branch: string; readonly tip: Sha | null } {
    const tested = branch === base.branch ? head.branch : `w/${branch.slice('development/'.length)}/${head.branch}`;
    return { branch: tested, tip: branch === base.branch ? head.sha : (run.seen.branches.get(tested) ?? null) };
  }
}

