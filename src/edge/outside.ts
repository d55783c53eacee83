import type { GitHubPort } from '../ports/github.js';
import type { IssueTrackerPort } from '../ports/issue-tracker.js';
import type { Git } from '../git/git.js';
import type { Inputs } from '../settings/inputs.js';
import type { Settings } from '../settings/schema.js';
import { variablesForGit } from './environment.js';
import type { RunEnvironment } from './environment.js';
import type { Ports } from './ports.js';

/** What the adapters need of the machine. */
export interface OutsideMachine {
  /** Environment variables, for the way to the server. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Told one line at a time, which may hold anything: made safe for the runner's log. */
  readonly log: (line: string) => void;
  readonly mask: (secret: string) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The adapters of one run, opened when first needed: an event that leads to nothing loads none of them. */
export class Outside {
  #github: GitHubPort | null = null;
  #git: Git | null = null;
  #issueTracker: Promise<IssueTrackerPort> | null = null;

  constructor(
    private readonly inputs: Inputs,
    private readonly environment: RunEnvironment,
    private readonly machine: OutsideMachine,
  ) {}

  /** What was spent so far. */
  figures(): { readonly requests: number; readonly gitProcesses: number } {
    return { requests: this.#github?.requestCount ?? 0, gitProcesses: this.#git?.processCount ?? 0 };
  }

  async openGitHub(): Promise<GitHubPort> {
    if (this.#github !== null) {
      return this.#github;
    }
    const { createGitHub } = await import('../github/create-github.js');
    const { owner, repository, apiUrl } = this.environment;
    this.#github = await createGitHub({ token: this.inputs.token, apiUrl, repository: { owner, name: repository }, log: this.machine.log });
    return this.#github;
  }

  async openPorts(settings: Settings, github: GitHubPort): Promise<Ports> {
    const { createGit } = await import('../git/git.js');
    const { owner, repository, serverUrl, temporaryDirectory } = this.environment;
    const git = await createGit({
      serverUrl,
      repository: `${owner}/${repository}`,
      token: this.inputs.token,
      robot: { name: settings.robot, email: settings.robotEmail },
      temporaryDirectory,
      environment: variablesForGit(this.machine.variables),
      now: () => new Date(this.machine.now()),
      log: this.machine.log,
    });
    this.#git = git;
    // One for the whole run: it remembers that Jira is down, so that a sweep does not wait for it again and again.
    const issueTracker = () => (this.#issueTracker ??= this.openIssueTracker(settings));
    const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    return { git, github, issueTracker, pause };
  }

  async dispose(): Promise<void> {
    await this.#git?.dispose();
  }

  private async openIssueTracker(settings: Settings): Promise<IssueTrackerPort> {
    const { createJira } = await import('../jira/create-jira.js');
    this.machine.mask(Buffer.from(`${settings.jiraEmail}:${this.inputs.jiraToken}`).toString('base64'));
    return createJira({ accountUrl: settings.jiraAccountUrl, email: settings.jiraEmail, token: this.inputs.jiraToken, log: this.machine.log });
  }
}
