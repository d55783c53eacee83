import type { IncomingRequest, SandboxGitHub } from '../github/api.js';
import type { WorkflowRun } from '../github/state.js';
import { type ActionRequest, runAction } from '../runner/index.js';
import { property } from '../runner/property.js';
import type { CommitNames } from './names.js';
import { RobotRun } from './robot-run.js';
import { RunWatch } from './run-watch.js';
import type { Delivery } from './triggers.js';
import type { Attempt, Witness } from './witness.js';

export interface RobotInstallation {
  readonly github: SandboxGitHub;
  readonly names: CommitNames;
  /** `owner/name`. */
  readonly repository: string;
  readonly login: string;
  readonly token: string;
  readonly bundle: string;
  /** Path of `action.yml`; by default in the folder above the bundle's. */
  readonly metadata: string | undefined;
  readonly nodePath: string | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly workflow: { readonly name: string; readonly path: string };
}

export interface HandleOptions extends Pick<ActionRequest, 'killAfter' | 'killSignal' | 'timeout' | 'debug' | 'onLine'> {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * Kills the run when a request of the robot arrives for which this holds; `index` counts them from 0. The process is dead
   * before the service acts upon that request, which it still does.
   */
  readonly killAt?: (request: IncomingRequest, index: number) => boolean;
}

/** A story that says how a run ends, or at least how long it may take. */
function endsItself({ killAt, killAfter, killSignal, timeout }: HandleOptions): boolean {
  return [killAt, killAfter, killSignal, timeout].some((each) => each !== undefined);
}

function isWrite({ surface, method, receivePack }: IncomingRequest): boolean {
  return surface === 'git' ? receivePack : method !== 'GET';
}

/** Holds for the n-th write (from 1) of the attempt it is made for. */
function atEffect(effect: number): (request: IncomingRequest) => boolean {
  let seen = 0;
  return (request) => {
    if (isWrite(request)) seen += 1;
    return seen >= effect;
  };
}

/** Inputs of the action that the installed workflow passes on from a dispatch. */
const dispatchedInputs = ['command', 'pull-request', 'branch', 'branch-from'];

/** The installed action: every event that reaches it starts the built bundle in a runner of its own. */
export class Robot {
  readonly runs: RobotRun[] = [];
  /** Set once the world is complete. */
  witness: Witness | null = null;
  private started = 0;

  constructor(private readonly installation: RobotInstallation) {}

  get login(): string {
    return this.installation.login;
  }

  async handle(delivery: Delivery, options: HandleOptions = {}): Promise<RobotRun> {
    return this.follow(delivery, options, this.witness);
  }

  /** Several runs under way together; no witness has a say in when they end. */
  async handleTogether(deliveries: readonly Delivery[], options: HandleOptions = {}): Promise<readonly RobotRun[]> {
    return Promise.all(deliveries.map((delivery) => this.follow(delivery, options, deliveries.length === 1 ? this.witness : null)));
  }

  /** One run, started again for the same event each time the witness has it killed. */
  private async follow(delivery: Delivery, options: HandleOptions, witness: Witness | null): Promise<RobotRun> {
    this.started += 1;
    const number = this.started;
    const asked = endsItself(options) ? null : witness;
    const attempts: Attempt[] = [];
    let whole: RobotRun | null = null;
    for (;;) {
      const effect = asked?.nextKill(attempts) ?? null;
      const run = await this.attempt(delivery, number, effect === null ? options : { ...options, killAt: atEffect(effect) });
      whole = whole === null ? run : whole.followedBy(run);
      attempts.push({ killed: run.wasKilled, effects: run.writes.length + run.pushes.length, granted: run.wasGranted });
      if (effect === null || !run.wasKilled) break;
    }
    this.runs.push(whole);
    await witness?.runEnded(whole, attempts);
    return whole;
  }

  private async attempt(delivery: Delivery, number: number, options: HandleOptions): Promise<RobotRun> {
    const { github, names } = this.installation;
    const refsBefore = await this.refs();
    const requests = github.requests.length;
    const gitRequests = github.gitRequests.length;
    const ownRun = this.showRun(delivery, refsBefore);
    const watch = new RunWatch(github, this.login, options.killAt);
    try {
      const result = await runAction({
        ...this.request(delivery, number, ownRun.id, ownRun.headSha, options),
        killSignal: options.killSignal === undefined ? watch.signal : AbortSignal.any([watch.signal, options.killSignal]),
      }).finally(() => watch.processEnded());
      await watch.answered();
      ownRun.status = 'completed';
      ownRun.conclusion = result.conclusion;
      return new RobotRun({
        number, delivery, result, refsBefore, refsAfter: await this.refs(),
        requests: github.requests.slice(requests), gitRequests: github.gitRequests.slice(gitRequests),
      }, names);
    } catch (error) {
      throw new Error(`Run ${number} of the robot (${delivery.trigger}) could not be carried out.`, { cause: error });
    } finally {
      watch.stop();
    }
  }

  private request(delivery: Delivery, number: number, runId: number, sha: string, options: HandleOptions): ActionRequest {
    const { github, repository, token, bundle, metadata, nodePath, workflow } = this.installation;
    const { id, defaultBranch } = github.repository(repository);
    const { killAfter, timeout, debug, onLine } = options;
    return {
      bundle,
      ...(metadata === undefined ? {} : { metadata }),
      inputs: { token, ...this.installation.inputs, ...dispatchInputs(delivery), ...options.inputs },
      event: { name: delivery.trigger, payload: delivery.event.payload },
      repository: { fullName: repository, id },
      workflowRef: `${repository}/${workflow.path}@refs/heads/${defaultBranch}`,
      workflowName: workflow.name,
      ref: refOf(delivery) ?? `refs/heads/${defaultBranch}`,
      sha,
      // The token given as input is the App's; `github.token` is another one, which a test would see in use.
      token: 'ghs_token-of-the-job-not-to-be-used',
      secrets: [token],
      apiUrl: github.apiUrl,
      serverUrl: github.url,
      run: { id: runId, number },
      actor: delivery.event.actor.login,
      environment: { ...this.installation.environment, ...options.environment },
      ...(nodePath === undefined ? {} : { nodePath }),
      ...(killAfter === undefined ? {} : { killAfter }),
      ...(timeout === undefined ? {} : { timeout }),
      ...(debug === undefined ? {} : { debug }),
      ...(onLine === undefined ? {} : { onLine }),
    };
  }

  /** The robot's own workflow run, listed among those of the commit it is attached to, as on GitHub. */
  private showRun(delivery: Delivery, refs: ReadonlyMap<string, string>): WorkflowRun {
    const { github, repository, workflow } = this.installation;
    const { defaultBranch } = github.repository(repository);
    const attached = attachmentOf(delivery) ?? { branch: defaultBranch, sha: refs.get(`refs/heads/${defaultBranch}`) ?? '0'.repeat(40) };
    const [run] = github.addRuns(repository, [{
      workflow, event: delivery.trigger, headBranch: attached.branch, headSha: attached.sha, status: 'in_progress', conclusion: null,
      actor: delivery.event.actor.login,
    }]);
    if (run === undefined) throw new Error('The sandbox did not list the robot’s run.');
    return run;
  }

  private async refs(): Promise<ReadonlyMap<string, string>> {
    const { github, names, repository } = this.installation;
    const refs = new Map([...(await github.refs(repository))].filter(([ref]) => !ref.startsWith('refs/pull/')));
    for (const [ref, sha] of refs) names.see(ref, sha);
    return refs;
  }
}

/** Runs of a pull request sit on its head, runs of a push on what was pushed, all others on the default branch. */
function attachmentOf(delivery: Delivery): { readonly branch: string; readonly sha: string } | undefined {
  const { payload } = delivery.event;
  const head = property(payload.pull_request, 'head');
  const ref = delivery.trigger === 'push' ? payload.ref : property(head, 'ref');
  const sha = delivery.trigger === 'push' ? payload.after : property(head, 'sha');
  if (typeof ref !== 'string' || typeof sha !== 'string' || /^0*$/.test(sha)) return undefined;
  return { branch: ref.replace(/^refs\/heads\//, ''), sha };
}

function refOf(delivery: Delivery): string | undefined {
  const { payload } = delivery.event;
  if (delivery.trigger === 'push' && payload.deleted !== true) return String(payload.ref);
  const number = property(payload.pull_request, 'number');
  return typeof number === 'number' && delivery.trigger !== 'pull_request_target' ? `refs/pull/${number}/merge` : undefined;
}

function dispatchInputs(delivery: Delivery): Readonly<Record<string, string>> {
  if (delivery.trigger !== 'workflow_dispatch') return {};
  const inputs = delivery.event.payload.inputs;
  return Object.fromEntries(dispatchedInputs.flatMap((name) => {
    const value = property(inputs, name);
    return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [];
  }));
}
