import { createWorld, type World } from '../world/index.js';
import { mustLand, openOne, react, type SoakPullRequest } from './pull-requests.js';
import { Broken, PushWatch } from './push-watch.js';
import { Random } from './random.js';

export interface SoakOptions {
  readonly pullRequests: number;
  /** The same seed makes the same pull requests and loses the same events. */
  readonly seed: number;
  /** Pull requests opened in each round. */
  readonly perRound: number;
  /** Share of events that reach the robot, from 0 to 1; the sweep of each round makes up for the rest. */
  readonly delivered: number;
  readonly bundle?: string;
  readonly report?: (line: string) => void;
}

export interface SoakFigures {
  readonly pullRequests: number;
  readonly landed: number;
  readonly rounds: number;
  readonly runs: number;
  readonly slowestRunMilliseconds: number;
  readonly requests: number;
  readonly requestsOfRobot: number;
  readonly gitProcessesOfRobot: number;
  readonly pushesChecked: number;
  readonly landings: number;
  readonly milliseconds: number;
}

const versions = ['4.3', '5.1', '9.0', '10.0', '10.1'] as const;

/** Milliseconds of the world's clock that pass in a round: GitHub counts requests by the hour. */
const betweenSweeps = 15 * 60 * 1000;

/** More rounds than this without an end, and something is stuck. */
const roundsToSettle = 40;

/**
 * Pull requests of all kinds pass through the queue over five versions, with nobody attending: most events are lost, one
 * sweep a round makes up for them. After every push the rules of spec 6 are checked. Throws `Broken`, also if one that should
 * land does not.
 */
export async function soak(options: SoakOptions): Promise<SoakFigures> {
  const clock = { ahead: 0 };
  const world = await createWorld({
    versions,
    settings: { queue_on_failure: 'eject' },
    now: () => Date.now() + clock.ahead,
    ...(options.bundle === undefined ? {} : { bundle: options.bundle }),
  });
  world.ci.plan('**', 'queued');
  const watch = await PushWatch.start(world, versions);
  try {
    return await new Soak(world, watch, options, clock).run();
  } finally {
    watch.end();
    await world.discard();
  }
}

class Soak {
  private readonly random: Random;
  private readonly pullRequests: SoakPullRequest[] = [];
  private rounds = 0;
  private slowest = 0;

  constructor(
    private readonly world: World,
    private readonly watch: PushWatch,
    private readonly options: SoakOptions,
    private readonly clock: { ahead: number },
  ) {
    this.random = new Random(options.seed);
  }

  async run(): Promise<SoakFigures> {
    const started = Date.now();
    const { pullRequests, perRound, report } = this.options;
    const most = Math.ceil(pullRequests / perRound) + roundsToSettle;
    while (this.pullRequests.length < pullRequests || !(await this.isSettled())) {
      if (this.rounds === most) throw new Broken(`not everything that is green has landed after ${most} rounds: ${this.unlanded().join(', ')}; the last run: ${this.world.robot.runs.at(-1)?.result.outputs.message ?? 'no outcome'}`);
      await this.round();
      report?.(`round ${this.rounds}: ${this.pullRequests.length} opened, ${this.landed().length} landed, ${this.world.robot.runs.length} runs, the last one: ${this.world.robot.runs.at(-1)?.result.outputs.message?.slice(0, 100) ?? 'no outcome'}`);
    }
    await this.judgeEnd();
    const printed = this.world.robot.runs.map((run) => run.printed);
    const sum = (numbers: ReadonlyArray<number | null>): number => numbers.reduce<number>((total, number) => total + (number ?? 0), 0);
    return {
      pullRequests, landed: this.landed().length, rounds: this.rounds, runs: this.world.robot.runs.length, slowestRunMilliseconds: this.slowest,
      requests: this.world.requests.rest.length, requestsOfRobot: sum(printed.map(({ requests }) => requests)),
      gitProcessesOfRobot: sum(printed.map(({ gitProcesses }) => gitProcesses)),
      pushesChecked: this.watch.checked, landings: this.watch.landings, milliseconds: Date.now() - started,
    };
  }

  private async round(): Promise<void> {
    this.rounds += 1;
    this.clock.ahead += betweenSweeps;
    for (let opened = 0; opened < this.options.perRound && this.pullRequests.length < this.options.pullRequests; opened += 1) {
      this.pullRequests.push(await openOne(this.world, this.pullRequests.length + 1, versions, this.random));
    }
    await this.deliver();
    await this.build();
    await this.deliver();
    await this.timed(() => this.world.sweep());
    for (const pullRequest of this.pullRequests) await react(this.world, pullRequest, this.lastCode(pullRequest));
  }

  /** Some of the pending events reach the robot, in order; the others are lost. */
  private async deliver(): Promise<void> {
    if (this.world.pending.length === 0) return;
    const kept = new Set(this.world.pending.filter(() => this.random.chance(this.options.delivered)).map(({ event }) => event));
    if (this.world.pending.some(({ event }) => !kept.has(event))) this.world.loseEvents((event) => !kept.has(event));
    for (let left = this.world.pending.length; left > 0; left -= 1) await this.timed(() => this.world.deliverNext());
  }

  private async timed(run: () => Promise<unknown>): Promise<void> {
    const started = Date.now();
    await run();
    this.slowest = Math.max(this.slowest, Date.now() - started);
    await this.watch.check();
  }

  /** CI ends whatever it has begun: by what the commit holds. */
  private async build(): Promise<void> {
    const graph = new Map((await this.world.github.graph(this.world.repository)).map(({ sha, parents }) => [sha, parents]));
    for (const run of this.world.ci.simulator.unfinished) {
      const culprit = this.culpritOf(run.headBranch ?? '', reach(graph, run.headSha));
      if (culprit !== undefined) culprit.failed = true;
      this.world.ci.simulator.finish({ id: run.id }, culprit === undefined ? 'success' : 'failure');
    }
  }

  private culpritOf(branch: string, commits: ReadonlySet<string>): SoakPullRequest | undefined {
    const queued = branch.startsWith('q/');
    return this.pullRequests.find(({ kind, culprit, second, failed, number }) => {
      if (!commits.has(culprit)) return false;
      if (kind === 'broken') return true;
      if (kind === 'bad') return queued && (second === null || !commits.has(second));
      return kind === 'shaky' && !failed && branch.startsWith(`q/w/${number}/`);
    });
  }

  private lastCode({ number }: SoakPullRequest): number | null {
    return this.codes(number).at(-1) ?? null;
  }

  private codes(number: number): readonly number[] {
    const comments = this.world.github.comments(this.world.repository, number).filter(({ author }) => author === this.world.robot.login);
    return comments.map(({ body }) => Number(/<!-- bert-e: code=(?<code>\d{3})\b[^\r\n]* -->\s*$/.exec(body)?.groups?.code));
  }

  private landed(): readonly SoakPullRequest[] {
    return this.pullRequests.filter(({ number }) => this.world.github.pullRequest(this.world.repository, number).mergedAt !== null);
  }

  private unlanded(): readonly string[] {
    const landed = new Set(this.landed());
    return this.pullRequests.filter((each) => mustLand(each) && !landed.has(each)).map((each) => `#${each.number} (${each.kind}, last told ${this.lastCode(each) ?? 'nothing'})`);
  }

  private async isSettled(): Promise<boolean> {
    const queued = [...(await this.world.github.refs(this.world.repository)).keys()].some((ref) => ref.startsWith('refs/heads/q/w/'));
    return !queued && this.unlanded().length === 0 && this.landed().every((each) => this.codes(each.number).includes(102));
  }

  /** Everything green is on all its versions, told once; nothing else is on any. */
  private async judgeEnd(): Promise<void> {
    const { github, repository } = this.world;
    const graph = new Map((await github.graph(repository)).map(({ sha, parents }) => [sha, parents]));
    for (const pullRequest of this.pullRequests) {
      const head = pullRequest.second ?? pullRequest.culprit;
      for (const version of versions) {
        const expected = mustLand(pullRequest) && versions.indexOf(version) >= versions.findIndex((own) => own === pullRequest.version);
        if (reach(graph, await this.world.tip(`development/${version}`)).has(head) !== expected) {
          throw new Broken(`#${pullRequest.number} (${pullRequest.kind}, towards ${pullRequest.version}) ${expected ? 'is missing from' : 'must not be on'} ${version}`);
        }
      }
      const told = this.codes(pullRequest.number).filter((code) => code === 102).length;
      if (told !== Number(mustLand(pullRequest))) throw new Broken(`#${pullRequest.number} was told ${told} times that it is merged`);
    }
    const failed = this.world.robot.runs.filter((run) => run.code === null);
    if (failed.length > 0) throw new Broken(`${failed.length} runs ended without an outcome`);
  }
}

function reach(graph: ReadonlyMap<string, readonly string[]>, tip: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const stack = [tip];
  for (let sha = stack.pop(); sha !== undefined; sha = stack.pop()) {
    if (reached.has(sha)) continue;
    reached.add(sha);
    stack.push(...(graph.get(sha) ?? []));
  }
  return reached;
}
