import type { GitRequestRecord, IncomingRequest, RequestRecord, SandboxGitHub } from '../github/api.js';
import type { SandboxEvent } from '../github/state.js';
import { terminalGraph, type TerminalGraphOptions } from '../render/index.js';
import type { Builds } from './builds.js';
import { type CommitNames, shortRef } from './names.js';
import { Person } from './people.js';
import { Reading, type RobotComment, type RobotStatus } from './reading.js';
import type { HandleOptions, Robot } from './robot.js';
import type { RobotRun } from './robot-run.js';
import type { Delivery, WorkflowTriggers } from './triggers.js';

export interface WorldParts {
  readonly github: SandboxGitHub;
  readonly repository: string;
  readonly robot: Robot;
  readonly triggers: WorkflowTriggers;
  readonly names: CommitNames;
  readonly ci: Builds;
}

/** More runs than this from one start, and the robot is feeding itself. */
const usualMostRuns = 200;

/**
 * One repository with its people, its CI and the robot installed in it, on a sandbox GitHub of its own. Nothing happens by
 * itself: people act through verbs, CI ends when told, and the robot runs when events are delivered.
 */
export class World {
  readonly author: Person;
  readonly reviewer: Person;
  readonly secondReviewer: Person;
  readonly leader: Person;
  readonly admin: Person;
  readonly github: SandboxGitHub;
  readonly robot: Robot;
  readonly ci: Builds;
  readonly names: CommitNames;
  readonly repository: string;
  private readonly triggers: WorkflowTriggers;
  private readonly reading: Reading;
  private readonly waiting: Delivery[] = [];
  private readonly changes: string[] = [];
  private readonly bends: Array<{ readonly what: string; met: boolean }> = [];

  constructor(parts: WorldParts) {
    const { github, repository, robot, triggers, names, ci } = parts;
    this.github = github;
    this.repository = repository;
    this.robot = robot;
    this.triggers = triggers;
    this.names = names;
    this.ci = ci;
    this.author = this.person('author');
    this.reviewer = this.person('reviewer');
    this.secondReviewer = this.person('second-reviewer');
    this.leader = this.person('leader');
    this.admin = this.person('admin');
    this.reading = new Reading(github, repository, robot, names);
    github.onEvent((event) => this.hear(event));
  }

  /** Somebody else; strangers have no rights on the repository. */
  person(login: string): Person {
    return new Person(login, this.github, this.repository);
  }

  // --- What starts the robot -------------------------------------------------------------------------------------------

  /** Events the installed workflow listens to, not delivered yet. */
  get pending(): readonly Delivery[] {
    return this.waiting;
  }

  /**
   * Starts the robot once for each pending event, in order, and for the events these runs cause, until none is left.
   * `concurrently` starts all that are pending at the same time, then those that followed.
   */
  async deliverAll(options: HandleOptions & { readonly concurrently?: boolean; readonly mostRuns?: number } = {}): Promise<readonly RobotRun[]> {
    const runs: RobotRun[] = [];
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, options.concurrently === true ? this.waiting.length : 1);
      const most = options.mostRuns ?? usualMostRuns;
      if (runs.length + batch.length > most) throw new Error(`The robot does not come to rest: more than ${most} runs.`);
      runs.push(...(await this.robot.handleTogether(batch, options)));
    }
    return runs;
  }

  /** Starts the robot for the oldest pending event only; throws when there is none. */
  async deliverNext(options: HandleOptions = {}): Promise<RobotRun> {
    const next = this.waiting.shift();
    if (next === undefined) throw new Error('No event is pending.');
    return this.robot.handle(next, options);
  }

  /** The schedule fires: the robot looks at everything. Other pending events stay pending. */
  async sweep(options: HandleOptions = {}): Promise<RobotRun> {
    return this.cause('schedule', { schedule: '*/15 * * * *' }, 'admin', options);
  }

  /** Whether the installed workflow has this trigger at all. */
  listensTo(trigger: string): boolean {
    return this.triggers.has(trigger);
  }

  /** Somebody starts the workflow by hand. */
  async dispatch(inputs: Readonly<Record<string, string>>, by = 'admin', options: HandleOptions = {}): Promise<RobotRun> {
    const ref = `refs/heads/${this.github.repository(this.repository).defaultBranch}`;
    return this.cause('workflow_dispatch', { inputs, ref, workflow: '.github/workflows/bert-e.yml' }, by, options);
  }

  private async cause(name: string, payload: Readonly<Record<string, unknown>>, by: string, options: HandleOptions): Promise<RobotRun> {
    const before = this.waiting.length;
    this.github.sendEvent(by, this.repository, name, null, payload);
    const [delivery] = this.waiting.splice(before, 1);
    if (delivery === undefined) throw new Error(`The installed workflow does not listen to ${name}.`);
    return this.robot.handle(delivery, options);
  }

  // --- What bends the world behind the robot's back --------------------------------------------------------------------

  /** Pending events that match are never delivered; by default all. Answers how many; none is an error of the test. */
  loseEvents(matching: (event: SandboxEvent) => boolean = () => true): number {
    const kept = this.waiting.filter(({ event }) => !matching(event));
    const lost = this.waiting.length - kept.length;
    if (lost === 0) throw new Error('No pending event matches: nothing was lost.');
    this.waiting.splice(0, this.waiting.length, ...kept);
    return lost;
  }

  /** Something was armed that has not happened yet. */
  get isDisturbed(): boolean {
    return this.bends.some(({ met }) => !met) || !this.github.faults.spent;
  }

  /** The server refuses the robot's next push, all of it. */
  refuseNextPush(message = 'push declined due to repository rule violations'): void {
    this.github.faults.git({ service: 'git-receive-pack' }, { kind: 'refuse', message });
  }

  /** Something happens after the robot decided and before its next push arrives. */
  beforeNextPush(action: () => Promise<unknown>): void {
    this.once('beforeNextPush', ({ receivePack }) => receivePack, action);
  }

  /** Something happens just before the robot's next request that matches is acted upon. */
  beforeRequest(matching: (request: IncomingRequest) => boolean, action: () => Promise<unknown>): void {
    this.once('beforeRequest', matching, action);
  }

  private once(what: string, matching: (request: IncomingRequest) => boolean, action: () => Promise<unknown>): void {
    const bend = { what, met: false };
    this.bends.push(bend);
    const stop = this.github.beforeRequest(async (request) => {
      if (bend.met || request.login?.toLowerCase() !== this.robot.login.toLowerCase() || !matching(request)) return;
      bend.met = true;
      stop();
      await action();
    });
  }

  // --- What a test looks at --------------------------------------------------------------------------------------------

  /** Branches (and tags, as `tag 4.3.1`) with readable names of their commits. */
  async refs(): Promise<Readonly<Record<string, string>>> {
    const refs = [...(await this.github.refs(this.repository))].filter(([ref]) => !ref.startsWith('refs/pull/')).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [ref, sha] of refs) this.names.see(ref, sha);
    return Object.fromEntries(refs.map(([ref, sha]) => [shortRef(ref), this.names.of(sha)]));
  }

  /** The SHA of a branch; throws when there is none. */
  async tip(branch: string): Promise<string> {
    const sha = await this.github.resolve(this.repository, `refs/heads/${branch}`);
    if (sha === null) throw new Error(`There is no branch ${branch}.`);
    return sha;
  }

  /** True if every development branch includes the one before it. `versions` oldest first. */
  async isSelfContained(versions: readonly string[] = ['4.3', '5.1', '10.0']): Promise<boolean> {
    const tips = await Promise.all(versions.map((version) => this.tip(`development/${version}`)));
    const answers = await Promise.all(tips.slice(1).map((tip, index) => this.github.isAncestor(this.repository, tips[index] ?? '', tip)));
    return answers.every(Boolean);
  }

  /** Unread comments of the robot, oldest first, on one pull request or on all. They count as read from now on. */
  robotSays(pullRequest?: number): readonly RobotComment[] {
    return this.reading.comments(pullRequest);
  }

  /** The codes of those comments. */
  codesSaid(pullRequest?: number): ReadonlyArray<number | null> {
    return this.robotSays(pullRequest).map(({ code }) => code);
  }

  /** Unread statuses the robot set, oldest first, on one commit or on all. They count as read from now on. */
  statusesSet(sha?: string): readonly RobotStatus[] {
    return this.reading.statuses(sha);
  }

  /** What happened to refs since the beginning, whoever did it: `author: bugfix/x: none → bugfix/x@0`. */
  get history(): readonly string[] {
    return this.changes;
  }

  /** Everything the service was asked, by whomever. */
  get requests(): { readonly rest: readonly RequestRecord[]; readonly git: readonly GitRequestRecord[] } {
    return { rest: this.github.requests, git: this.github.gitRequests };
  }

  /** The branch graph for the terminal, in readable names; by default without colours, of all branches. */
  async graph(options: Omit<TerminalGraphOptions, 'repository' | 'names'> = {}): Promise<string> {
    await this.refs();
    const { directory } = this.github.repository(this.repository).git;
    return terminalGraph({ colour: false, ...options, repository: directory, names: this.names.all() });
  }

  // --- The end ---------------------------------------------------------------------------------------------------------

  /**
   * Ends the world. Throws an error naming every comment and status of the robot and every failed run the test did not look
   * at, and every fault it armed that was never met.
   */
  async finish(): Promise<void> {
    const unread = [
      ...this.reading.unread(),
      ...this.bends.filter(({ met }) => !met).map(({ what }) => `${what} was armed and never met`),
      ...(this.github.faults.spent ? [] : ['a fault was armed and never met']),
    ];
    await this.end('finished');
    if (unread.length > 0) throw new Error(`The test did not look at:\n- ${unread.join('\n- ')}`);
  }

  /** Ends the world of a test that has failed already, whatever was not read. */
  async discard(): Promise<void> {
    await this.end('discarded');
  }

  private async end(how: 'finished' | 'discarded'): Promise<void> {
    await this.robot.witness?.worldEnds(how);
    this.ci.simulator.stop();
    await this.github.settle();
    await this.github.close();
  }

  private hear(event: SandboxEvent): void {
    if (event.repository !== this.repository) return;
    const { ref, before, after } = event.payload;
    if (event.name === 'push' && typeof ref === 'string' && typeof before === 'string' && typeof after === 'string') {
      this.names.see(ref, after);
      this.changes.push(`${event.actor.login}: ${shortRef(ref)}: ${this.names.of(before)} → ${this.names.of(after)}`);
    }
    this.waiting.push(...this.triggers.deliveriesOf(event));
  }
}
