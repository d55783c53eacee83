import { expectedFailure } from '../../src/edge/failures.js';
import { lookAt } from '../../src/edge/look-at.js';
import type { ActingTrigger } from '../../src/edge/look-at.js';
import type { Surroundings } from '../../src/pull-request/facts.js';
import type { Settings } from '../../src/settings/schema.js';
import { ownWorkflowPath } from './continuous-integration.js';
import type { WorldEvent } from './conversations.js';
import type { Faults } from './faults.js';
import { Laws } from './laws.js';
import { portsOf } from './ports.js';
import { RobotRun, settled } from './robot-run.js';
import type { Call } from './robot-run.js';
import { createWorld, settingsOf } from './scenario.js';
import type { Scenario } from './scenario.js';
import type { World } from './world.js';

/** A run that needs more requests than this in one go does not come to an end. */
const mostRequests = 3000;

/** A world under exploration, with the runs that are under way in it and the story so far. */
export class Exploration {
  readonly world: World;
  readonly laws: Laws;
  readonly settings: Settings;
  readonly story: string[] = [];
  readonly faults: Faults = { armed: [], happened: new Map(), tell: (words) => void this.story.push(`  ${words}`) };
  runs: RobotRun[] = [];
  /** Runs that ended in other ways than by themselves, or were disturbed: messages may be doubled by that many. */
  disturbed = 0;
  /** How often each outcome was come to. */
  readonly outcomes = new Map<number, number>();
  started = 0;

  constructor(scenario: Scenario) {
    this.world = createWorld(scenario);
    this.settings = settingsOf(scenario);
    this.laws = new Laws(this.world, this.settings);
  }

  tell(words: string): void {
    this.story.push(words);
  }

  /** Starts a run and lets it come to its first requests. */
  async start({ trigger, comment }: WorldEvent, undisturbed = false): Promise<RobotRun> {
    this.started += 1;
    const run = new RobotRun(this.started, trigger, this.faults, undisturbed);
    const surroundings: Surroundings = {
      settings: this.settings,
      settingsHash: 'hash',
      projectLeaders: [],
      admins: ['adam'],
      repository: { owner: 'acme', name: 'app', webUrl: 'https://github.com/acme/app' },
      ownWorkflow: { path: ownWorkflowPath },
      runUrl: null,
    };
    const rules = { dryRun: false, forcedOptions: [], eventComment: comment, rebuilt: null };
    const looking = lookAt(trigger, { ports: portsOf(run, this.world, this.laws), surroundings, rules }).then(
      (findings) => {
        run.findings = findings;
        run.over = true;
      },
      (error: unknown) => {
        run.crash = error;
        run.over = true;
      },
    );
    await (undisturbed ? looking : settled());
    if (!undisturbed) this.runs.push(run);
    this.conclude();
    return run;
  }

  /** Lets requests of a run through; which of several waiting ones comes first depends on `order`. */
  async advance(run: RobotRun, requests: number, order: number): Promise<void> {
    for (let count = 0; count < requests && !run.over; count += 1) {
      if (run.calls.length === 0) throw new Error(`Run ${run.number} waits for nothing`);
      await run.release((order * (count + 1)) % 7);
      if (count === mostRequests - 1) this.laws.break(7, `run ${run.number} does not come to an end`);
    }
    this.conclude();
  }

  /** Lets a run come to the point where what it has seen so far is about to be checked again, or acted upon. */
  async advanceTo(run: RobotRun, point: 'live read' | 'push'): Promise<void> {
    const isThere = ({ kind, name }: Call): boolean => (point === 'push' ? kind === 'push' : name.endsWith(', live'));
    for (let count = 0; count < mostRequests && !run.over && !run.calls.some(isThere); count += 1) await run.release(0);
    this.conclude();
  }

  async finish(run: RobotRun, order = 0): Promise<void> {
    await this.advance(run, mostRequests, order);
  }

  /** Runs that are over leave the stage; one that ended by a mistake of the program has broken a law. */
  conclude(): void {
    for (const run of this.runs.filter(({ over }) => over)) {
      this.#judge(run);
      this.tell(`  run ${run.number} ends${run.findings === null ? '' : ` with ${[run.findings.outcome, ...run.findings.handled.map(({ outcome }) => outcome)].map(({ code }) => code).join(', ')}`}${run.writes.length === 0 ? '' : ` after ${run.writes.join('; ')}`}`);
    }
    this.runs = this.runs.filter(({ over }) => !over);
  }

  #judge(run: RobotRun): void {
    const { findings } = run;
    const codes = findings === null ? [] : [findings.outcome, ...findings.handled.map(({ outcome }) => outcome)].map(({ code }) => code);
    for (const code of codes) this.outcomes.set(code, (this.outcomes.get(code) ?? 0) + 1);
    // A refusal or outage before any subject is looked at is an outcome of the action; `runAction` makes it one.
    if (run.crash !== null && expectedFailure(run.crash) === null) {
      this.laws.break(5, `run ${run.number} crashes: ${run.crash instanceof Error ? (run.crash.stack ?? run.crash.message) : 'with something that is no error'}`);
    }
  }

  /** A run that nothing disturbs, from beginning to end. */
  async undisturbed(trigger: ActingTrigger, comment: number | null = null): Promise<RobotRun> {
    const run = await this.start({ trigger, comment }, true);
    this.#judge(run);
    return run;
  }

  /** No run is under way, every answer is the truth, no fault is prepared. */
  async calm(): Promise<void> {
    this.faults.armed = [];
    for (const run of this.runs) await this.finish(run);
    showTheTruth(this.world);
  }
}

/** No answer is behind any more. */
export function showTheTruth(world: World): void {
  world.shownPullRequests = null;
  world.shownRuns = null;
  world.shownStatuses = null;
  world.shownCheckRuns = null;
  world.listsUnfiltered = false;
}
