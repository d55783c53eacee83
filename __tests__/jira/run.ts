import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach } from '@jest/globals';
import { startJira } from '../../sandbox/jira/index.js';
import type { SandboxJira } from '../../sandbox/jira/index.js';
import { createJira } from '../../src/jira/create-jira.js';
import type { JiraOptions } from '../../src/jira/create-jira.js';
import { IssueTrackerOutage } from '../../src/ports/issue-tracker.js';
import type { IssueTrackerPort } from '../../src/ports/issue-tracker.js';

export const email = 'robot@acme.test';
export const token = 'ATATT-Secret+of/this=Test';

/** A Jira with the bug `PROJ-1`, and what an adapter that asks it waited for and logged. New for every test. */
export class JiraRun {
  readonly waits: number[] = [];
  readonly log: string[] = [];
  #time = Date.parse('2026-05-20T10:00:00Z');

  constructor(readonly jira: SandboxJira) {}

  /** The adapter as a run of the action has it, on a clock that does not make tests wait. */
  tracker(options: Partial<JiraOptions> = {}): IssueTrackerPort {
    return createJira({
      accountUrl: this.jira.url,
      email,
      token,
      log: (line) => void this.log.push(line),
      now: () => this.#time,
      wait: (milliseconds) => {
        this.waits.push(milliseconds);
        this.#time += milliseconds;
        return Promise.resolve();
      },
      ...options,
    });
  }
}

/** Gives each test of the file a run of its own. */
export function eachWithJira(given: (run: JiraRun) => void): void {
  let jira: SandboxJira;
  beforeEach(async () => {
    jira = await startJira({ email, token });
    jira.tracker.addProject('PROJ', ['4.3.19', '5.1.0', 'Backlog']);
    jira.tracker.addProject('OPS');
    jira.tracker.addIssue('PROJ', { type: 'Bug', fixVersions: ['5.1.0', 'Backlog', '4.3.19'] });
    given(new JiraRun(jira));
  });
  afterEach(() => jira.close());
}

export async function outageOf(promise: Promise<unknown>): Promise<IssueTrackerOutage> {
  const error: unknown = await promise.then(
    (value) => ({ answered: value }),
    (reason: unknown) => reason,
  );
  if (error instanceof IssueTrackerOutage) {
    return error;
  }
  throw new Error(`not an outage: ${inspect(error)}`);
}

/** Answers the address. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
