import { setTimeout as sleep } from 'node:timers/promises';
import type { IncomingRequest, SandboxGitHub } from '../github/api.js';

/** Milliseconds a request may take to be answered after the run that sent it has ended. */
const patience = 5_000;

/**
 * Follows the robot's requests during one run: chooses the moment of a kill, and knows when the service has answered all that
 * arrived. That matters after a kill, since a push in flight still happens.
 */
export class RunWatch {
  private readonly abort = new AbortController();
  private readonly recordedBefore: number;
  private arrived = 0;
  private markEnded: () => void = () => undefined;
  private readonly ended = new Promise<void>((resolve) => {
    this.markEnded = resolve;
  });
  readonly stop: () => void;

  constructor(
    private readonly github: SandboxGitHub,
    private readonly robot: string,
    private readonly killAt: ((request: IncomingRequest, index: number) => boolean) | undefined,
  ) {
    this.recordedBefore = this.recorded();
    this.stop = github.beforeRequest((request) => this.consider(request));
  }

  /** Fires when the run is to be killed. */
  get signal(): AbortSignal {
    return this.abort.signal;
  }

  /** The process is gone: a request that waited for that goes on. */
  processEnded(): void {
    this.markEnded();
  }

  /** Waits until everything the run asked has been answered. */
  async answered(): Promise<void> {
    const deadline = Date.now() + patience;
    while (this.recorded() - this.recordedBefore < this.arrived) {
      if (Date.now() > deadline) throw new Error('The sandbox did not answer a request of a run that has ended.');
      await sleep(5);
    }
    await this.github.settle();
  }

  private async consider(request: IncomingRequest): Promise<void> {
    if (!this.isRobot(request.login)) return;
    this.arrived += 1;
    if (this.killAt?.(request, this.arrived - 1) !== true) return;
    this.abort.abort();
    await this.ended;
  }

  private recorded(): number {
    return [...this.github.requests, ...this.github.gitRequests].filter(({ login }) => this.isRobot(login)).length;
  }

  private isRobot(login: string | null): boolean {
    return login?.toLowerCase() === this.robot.toLowerCase();
  }
}
