import type { GitRequestRecord, RequestRecord } from '../github/api.js';
import type { ActionRun } from '../runner/index.js';
import { type CommitNames, shortRef } from './names.js';
import type { Delivery } from './triggers.js';

export interface RobotRunFacts {
  /** 1 for the first run of the world. */
  readonly number: number;
  readonly delivery: Delivery;
  readonly result: ActionRun;
  /** All refs but those of pull requests, full name → SHA. */
  readonly refsBefore: ReadonlyMap<string, string>;
  readonly refsAfter: ReadonlyMap<string, string>;
  /** Requests answered while it ran; with runs at the same time, also theirs. */
  readonly requests: readonly RequestRecord[];
  readonly gitRequests: readonly GitRequestRecord[];
}

/** One run of the robot. Looking at how it ended counts as reading it: see `World.finish`. */
export class RobotRun {
  private looked = false;

  constructor(private readonly facts: RobotRunFacts, private readonly names: CommitNames) {}

  get number(): number {
    return this.facts.number;
  }

  /** `workflow_run completed`, for messages. */
  get subject(): string {
    const { trigger, event } = this.facts.delivery;
    return event.action === null ? trigger : `${trigger} ${event.action}`;
  }

  /** True once a test looked at the result, the code or the conclusion. */
  get isRead(): boolean {
    return this.looked;
  }

  /** The process was ended from outside. */
  get wasKilled(): boolean {
    return this.facts.result.ending.kind === 'killed';
  }

  /** At least one of its writes and pushes was not refused. */
  get wasGranted(): boolean {
    const { refsBefore, refsAfter, requests } = this.facts;
    return requests.some(({ method, status }) => method !== 'GET' && status >= 200 && status < 300)
      || [...refsBefore, ...refsAfter].some(([ref]) => refsBefore.get(ref) !== refsAfter.get(ref));
  }

  /** This run, killed, and the one that was started for the same event thereupon, as one: it ended as the second did. */
  followedBy(next: RobotRun): RobotRun {
    const { facts } = next;
    return new RobotRun({
      ...facts,
      refsBefore: this.facts.refsBefore,
      requests: [...this.facts.requests, ...facts.requests],
      gitRequests: [...this.facts.gitRequests, ...facts.gitRequests],
    }, this.names);
  }

  get failed(): boolean {
    return this.facts.result.conclusion === 'failure';
  }

  /** Everything the runner saw. */
  get result(): ActionRun {
    this.looked = true;
    return this.facts.result;
  }

  get conclusion(): ActionRun['conclusion'] {
    return this.result.conclusion;
  }

  /** The output `code`; null when the run wrote none. */
  get code(): number | null {
    const { code } = this.result.outputs;
    return code === undefined || code === '' ? null : Number(code);
  }

  get state(): string | null {
    return this.result.outputs.state ?? null;
  }

  get merged(): readonly number[] {
    return this.numbers('merged');
  }

  get queued(): readonly number[] {
    return this.numbers('queued');
  }

  /** Refs that changed while it ran, sorted: `development/4.3: development/4.3@0 → bugfix/x@1`. */
  get moved(): readonly string[] {
    const { refsBefore, refsAfter } = this.facts;
    return [...new Set([...refsBefore.keys(), ...refsAfter.keys()])]
      .filter((ref) => refsBefore.get(ref) !== refsAfter.get(ref))
      .map((ref) => this.change(ref, refsBefore.get(ref), refsAfter.get(ref)))
      .sort();
  }

  /** What each push asked for, in the same words, whether or not it was granted. */
  get pushes(): ReadonlyArray<readonly string[]> {
    return this.facts.gitRequests
      .filter(({ commands }) => commands.length > 0)
      .map(({ commands }) => commands.map(({ ref, before, after }) => this.change(ref, before, after)).sort());
  }

  /** REST requests that were not reads. */
  get writes(): readonly string[] {
    return this.facts.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
  }

  get requests(): readonly RequestRecord[] {
    return this.facts.requests;
  }

  get gitRequests(): readonly GitRequestRecord[] {
    return this.facts.gitRequests;
  }

  /** The figures the run printed about itself, read from `<n> request(s)` and `<n> git process(es)` in its log. */
  get printed(): { readonly requests: number | null; readonly gitProcesses: number | null } {
    const log = this.facts.result.log.join('\n');
    const figure = (pattern: RegExp): number | null => {
      const found = pattern.exec(log)?.groups?.count;
      return found === undefined ? null : Number(found);
    };
    return { requests: figure(/\b(?<count>\d{1,9}) (?:\w+ )?requests?\b/), gitProcesses: figure(/\b(?<count>\d{1,9}) git processe?s?\b/) };
  }

  private numbers(output: 'merged' | 'queued'): readonly number[] {
    const text = this.result.outputs[output];
    return text === undefined || text === '' ? [] : (JSON.parse(text) as readonly number[]);
  }

  private change(ref: string, before: string | undefined, after: string | undefined): string {
    return `${shortRef(ref)}: ${this.names.of(before)} → ${this.names.of(after)}`;
  }
}
