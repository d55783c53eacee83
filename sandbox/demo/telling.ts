import type { RobotRun, World } from '../world/index.js';
import { isAbsent, shortRef } from '../world/names.js';
import type { Terminal } from './terminal.js';
import { counted, printIndented, tableLines, visible } from './terminal.js';

/** Delivers what the robot is to hear, and prints a line for every run that is worth one. */
export class Telling {
  /** Every run so far, oldest first. */
  readonly runs: RobotRun[] = [];
  /** Of each push of the robot, as it arrived: whether it asked for all refs or none. */
  private readonly atomicity = new WeakMap<RobotRun, readonly boolean[]>();
  private arriving: boolean[] = [];

  constructor(
    readonly world: World,
    readonly terminal: Terminal,
    private readonly verbose: boolean,
  ) {
    world.github.beforeRequest(({ receivePack, login, body }) => {
      if (receivePack && login === world.robot.login) this.arriving.push(asksForAtomic(body));
    });
  }

  /** Starts the robot for every pending event, in order, and for those that follow. */
  async deliverAll(): Promise<readonly RobotRun[]> {
    const runs: RobotRun[] = [];
    for (;;) {
      this.dropOwnComments();
      if (this.world.pending.length === 0) {
        return runs;
      }
      runs.push(await this.deliver());
    }
  }

  /**
   * Starts the robot once, for the newest pending event: in a concurrency group, which the documented workflow has, a waiting
   * run is replaced by a newer one. Null when nothing is pending.
   */
  async deliverNewest(): Promise<RobotRun | null> {
    this.dropOwnComments();
    const newest = this.world.pending.at(-1);
    if (newest === undefined) {
      return null;
    }
    if (this.world.pending.length > 1) {
      this.world.loseEvents((event) => event !== newest.event);
    }
    return this.deliver();
  }

  /** Starts the robot for the oldest pending event. */
  async deliver(): Promise<RobotRun> {
    const { print, paint } = this.terminal;
    this.arriving = [];
    const run = await this.world.deliverNext();
    this.runs.push(run);
    this.atomicity.set(run, this.arriving);
    print(`  ${paint('bold', 'robot')} ${this.describe(run)}`);
    if (this.verbose) {
      // Where the demo itself runs in a workflow, its runner must not take the log of the log for commands.
      printIndented(this.terminal, run.result.log.map((line) => paint('dim', `│ ${visible(line).replaceAll('##[', '[')}`)), 6);
    }
    return run;
  }

  /** The robot's own comment starts it once more, to find nothing to do; that is left out here. */
  private dropOwnComments(): void {
    const own = (event: { readonly name: string; readonly actor: { readonly login: string } }): boolean =>
      event.name === 'issue_comment' && event.actor.login === this.world.robot.login;
    if (this.world.pending.some(({ event }) => own(event))) {
      this.world.loseEvents(own);
    }
  }

  private describe(run: RobotRun): string {
    const { paint } = this.terminal;
    const { outcome = '' } = run.result.outputs;
    const { requests, gitProcesses } = run.printed;
    const cost = `${counted(requests ?? run.requests.length, 'request')}, ${gitProcesses === null ? '' : `${counted(gitProcesses, 'git process', 'git processes')}, `}${(run.result.duration / 1000).toFixed(1)} s`;
    const style = run.state === 'failure' ? 'bad' : run.state === 'pending' ? 'wait' : 'good';
    return `run ${run.number} on ${run.subject} → ${paint(style, `${run.code ?? 'no code'} ${visible(outcome)}`)} ${paint('dim', `(${cost})`)}`;
  }

  /** True if the run pushed once, and asked the server for all of its refs or none. */
  pushedOnceAndAtomically(run: RobotRun): boolean {
    const atomic = this.atomicity.get(run) ?? [];
    return run.pushes.length === 1 && atomic.length === 1 && atomic.every(Boolean);
  }

  /** What each push asked for, ref by ref: commits before and after, and the name of the latter. */
  printPushes(run: RobotRun): void {
    const short = (sha: string): string => (isAbsent(sha) ? 'none' : sha.slice(0, 7));
    for (const { commands } of run.gitRequests.filter((request) => request.commands.length > 0)) {
      this.terminal.print(`    ${this.pushedOnceAndAtomically(run) ? 'one atomic push' : 'push'} of ${counted(commands.length, 'ref')}:`);
      const rows = [...commands]
        .sort((one, other) => one.ref.localeCompare(other.ref, 'en', { numeric: true }))
        .map(({ ref, before, after }) => [shortRef(ref), `${short(before)} → ${short(after)}`, isAbsent(after) ? 'removed' : this.world.names.of(after)]);
      printIndented(this.terminal, tableLines(this.terminal, [{ title: '', style: () => 'name' }, { title: '' }, { title: '', style: () => 'dim' }], rows), 6);
    }
  }
}

/** The first line of a push carries, behind a NUL, what the client asks of the server (https://git-scm.com/docs/protocol-capabilities). */
function asksForAtomic(body: Buffer): boolean {
  const start = body.indexOf(0);
  const length = Number.parseInt(body.subarray(0, 4).toString('latin1'), 16);
  return start > 0 && start < length && body.subarray(start + 1, length).toString('latin1').trim().split(' ').includes('atomic');
}
