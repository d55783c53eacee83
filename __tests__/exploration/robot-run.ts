import { expectedFailure } from '../../src/edge/failures.js';
import type { Findings } from '../../src/edge/findings.js';
import type { ActingTrigger } from '../../src/edge/look-at.js';
import { GitOutage } from '../../src/ports/git.js';
import type { Sha } from '../../src/ports/git.js';
import type { CheckRun, Comment, CommitStatus, PullRequest, Review } from '../../src/ports/github.js';
import { GitHubOutage, GitHubRefusal } from '../../src/ports/github.js';
import type { WorkflowRun } from '../../src/builds/workflow-run.js';
import { faultFor } from './faults.js';
import type { Fault, Faults } from './faults.js';

/** One request of a run to the outside, which has not been answered yet. */
export interface Call {
  readonly service: 'git' | 'GitHub';
  readonly kind: 'read' | 'write' | 'push';
  /** What is asked, in words. */
  readonly name: string;
  readonly answer: (fault: Fault | null) => void;
  /** Takes effect, and nobody is told. */
  readonly happenUnanswered: () => void;
}

/** What a run has read live, and on which its decisions may rest. */
export interface Seen {
  readonly runs: Map<Sha, readonly WorkflowRun[]>;
  readonly statuses: Map<Sha, readonly CommitStatus[]>;
  readonly checkRuns: Map<Sha, readonly CheckRun[]>;
  readonly reviews: Map<number, readonly Review[]>;
  /** As they were read last, live or not. */
  readonly comments: Map<number, readonly Comment[]>;
  pullRequest: PullRequest | null;
  branches: ReadonlyMap<string, Sha>;
  tags: readonly string[];
  /** Sources of pull requests that were closed when read. */
  readonly closedSources: Set<string>;
}

/**
 * One run of the action. Each of its requests waits until the schedule lets it through, so that runs interleave at every
 * request, and a killed run is one whose requests are never answered.
 */
export class RobotRun {
  readonly calls: Call[] = [];
  readonly seen: Seen = {
    runs: new Map(), statuses: new Map(), checkRuns: new Map(), reviews: new Map(), comments: new Map(), pullRequest: null, branches: new Map(), tags: [], closedSources: new Set(),
  };
  /** A request of the present look has failed. */
  failed = false;
  /** How often everything that was read was forgotten, to look again or at something else. */
  #looks = 0;
  #about = 0;
  /** Requests that changed something. */
  writes: string[] = [];
  findings: Findings | null = null;
  /** A mistake of the program. */
  crash: unknown = null;
  over = false;

  constructor(
    readonly number: number,
    readonly trigger: ActingTrigger,
    readonly faults: Faults,
    /** Answers are given at once: nothing disturbs this run. */
    private readonly undisturbed: boolean,
  ) {}

  /** @param happen does what is asked, at the moment it is answered */
  ask<Answer>(service: Call['service'], kind: Call['kind'], name: string, happen: () => Answer, refusal?: () => Answer): Promise<Answer> {
    if (this.undisturbed) {
      return now(happen);
    }
    const look = this.#looks;
    return new Promise((resolve, reject) => {
      const attempt = (): void => {
        resolve(now(happen));
      };
      const happenUnheard = (): void => {
        try {
          happen();
        } catch (error) {
          // Refused, and nobody hears of it.
          if (expectedFailure(error) === null) throw error;
        }
      };
      const answer = (fault: Fault | null): void => {
        if (fault === null) {
          attempt();
          return;
        }
        if (fault === 'refused') {
          if (refusal !== undefined) resolve(refusal());
          else reject(new GitHubRefusal(name, 403, 'not permitted'));
          return;
        }
        if (fault === 'answer lost') happenUnheard();
        // Of requests side by side, one may fail when the others have failed long ago: that is nothing to the next look.
        this.failed ||= look === this.#looks;
        reject(service === 'git' ? new GitOutage(name, 'the connection was lost') : new GitHubOutage(name, 502, 'bad gateway'));
      };
      this.calls.push({ service, kind, name, answer, happenUnanswered: happenUnheard });
    });
  }

  /** What failed about one pull request keeps no other from being looked at, or told what is true of it. */
  lookAt(pullRequest: number): void {
    if (this.#about !== pullRequest) {
      this.#about = pullRequest;
      this.lookAgain();
    }
  }

  lookAgain(): void {
    this.#looks += 1;
    this.failed = false;
  }

  /** Lets one waiting request through. */
  async release(position: number): Promise<void> {
    const [call] = this.calls.splice(position % Math.max(1, this.calls.length), 1);
    call?.answer(faultFor(call, this.faults));
    await settled();
  }

  /** A killed run is never heard of again; what it was just writing may still have arrived. */
  kill(writeArrives: boolean): string {
    const write = this.calls.find(({ kind }) => kind !== 'read');
    if (writeArrives && write !== undefined) write.happenUnanswered();
    const last = write ?? this.calls[0];
    this.calls.length = 0;
    this.over = true;
    return last === undefined ? 'at its end' : `at its request "${last.name}"${writeArrives && write !== undefined ? ', which arrived' : ''}`;
  }
}

/** What a function answers or throws, as a promise. */
function now<Answer>(happen: () => Answer): Promise<Answer> {
  return new Promise((resolve) => {
    resolve(happen());
  });
}

/** Everything that can go on without an answer has gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
