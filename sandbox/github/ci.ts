import { completeJob, completeRun, currentJobs, registerWorkflow, rerun, runInProgress, startRun } from './runs.js';
import type { Service } from './service.js';
import type { PullRequest, Repository, RunConclusion, SandboxEvent, Workflow, WorkflowRun } from './state.js';

/** What becomes of one attempt of a run. Times in milliseconds of the sandbox clock. */
export type RunPlan =
  | RunConclusion
  /** In progress until `finish()`. */
  | 'hold'
  /** Queued until `finish()`: no runner picks it up. */
  | 'queued'
  | { readonly after: number; readonly conclusion: RunConclusion };

export interface RunContext {
  readonly workflow: Workflow;
  readonly run: WorkflowRun;
  readonly branch: string | null;
  readonly sha: string;
  readonly event: string;
  /** 1 for the first. */
  readonly attempt: number;
}

/** One workflow file. Branch patterns as in workflow files: `*` stays inside a segment, `**` does not, `!` excludes. */
export interface WorkflowScript {
  readonly id?: number;
  readonly name: string;
  /** Default: `.github/workflows/<name>.yml`. */
  readonly path?: string;
  readonly on: {
    readonly push?: { readonly branches?: readonly string[] };
    /** `branches` filters by base. */
    readonly pull_request?: { readonly branches?: readonly string[] };
    readonly workflow_dispatch?: boolean;
  };
  /** Default: `build`. Each makes a check run of that name. */
  readonly jobs?: readonly string[];
  /** Default: success at once. */
  readonly plan?: RunPlan | ((context: RunContext) => RunPlan);
}

export interface RunSelector {
  readonly id?: number;
  readonly branch?: string;
  readonly sha?: string;
  /** Name of the workflow. */
  readonly workflow?: string;
  readonly event?: string;
}

/** The CI of one repository: listens to events, makes runs, and ends them as planned or as told. */
export class ContinuousIntegration {
  private readonly scripts = new Map<number, WorkflowScript>();
  private readonly due = new Map<number, { readonly at: number; readonly conclusion: RunConclusion }>();
  private readonly stops: Array<() => void> = [];
  /** While paused no event makes a run: lost webhooks, an outage of Actions. */
  paused = false;
  /** The run being started waits for approval. */
  private unapproved = false;

  constructor(private readonly service: Service, private readonly repository: Repository, scripts: readonly WorkflowScript[]) {
    for (const script of scripts) {
      const workflow = registerWorkflow(service, repository, {
        name: script.name,
        path: script.path ?? `.github/workflows/${script.name}.yml`,
        dispatchable: script.on.workflow_dispatch ?? false,
        jobs: script.jobs ?? ['build'],
        ...(script.id === undefined ? {} : { id: script.id }),
      });
      this.scripts.set(workflow.id, script);
    }
    const listener = (event: SandboxEvent): void => this.hear(event);
    const started = (where: Repository, run: WorkflowRun): void => this.begin(where, run);
    const tick = (): void => this.tick();
    service.listeners.add(listener);
    service.runStarted.add(started);
    service.ticks.add(tick);
    this.stops.push(() => service.listeners.delete(listener), () => service.runStarted.delete(started), () => service.ticks.delete(tick));
  }

  /** Runs that are not over, oldest first. */
  get unfinished(): readonly WorkflowRun[] {
    return this.runs().filter(({ status }) => status !== 'completed');
  }

  /** Runs of this CI that match, oldest first. */
  runs(selector: RunSelector = {}): readonly WorkflowRun[] {
    return [...this.repository.runs.values()].filter((run) => this.scripts.has(run.workflowId) && matches(run, selector));
  }

  /** Ends all unfinished runs that match; throws when there is none, so that a test cannot wait for nothing. */
  finish(selector: RunSelector = {}, conclusion: RunConclusion = 'success'): readonly WorkflowRun[] {
    const ended = this.runs(selector).filter(({ status }) => status !== 'completed');
    if (ended.length === 0) throw new Error(`no unfinished workflow run matches ${JSON.stringify(selector)}`);
    for (const run of ended) this.complete(run, conclusion);
    return ended;
  }

  /** Somebody starts the failed jobs of ended runs again; throws when no run matches. */
  rerun(selector: RunSelector): void {
    const ended = this.runs(selector).filter(({ status }) => status === 'completed');
    if (ended.length === 0) throw new Error(`no ended workflow run matches ${JSON.stringify(selector)}`);
    for (const run of ended) rerun(this.service, this.repository, run, true);
  }

  /** Ends one job of a run; the run ends with its last job, failed if any job failed. */
  finishJob(run: WorkflowRun, name: string, conclusion: RunConclusion = 'success'): void {
    const job = currentJobs(run).find((candidate) => candidate.name === name && candidate.status !== 'completed');
    if (job === undefined) throw new Error(`run ${run.id} has no unfinished job ${name}`);
    completeJob(this.service, this.repository, run, job, conclusion);
    const jobs = currentJobs(run);
    if (jobs.some(({ status }) => status !== 'completed')) return;
    this.complete(run, jobs.find((other) => other.conclusion !== 'success' && other.conclusion !== 'skipped')?.conclusion ?? 'success');
  }

  /** Ends what is due by the sandbox clock. Happens by itself before every request. */
  tick(): void {
    for (const [id, { at, conclusion }] of [...this.due]) {
      const run = this.repository.runs.get(id);
      if (at <= this.service.now() && run !== undefined && run.status !== 'completed') this.complete(run, conclusion);
    }
  }

  stop(): void {
    for (const stop of this.stops) stop();
  }

  private complete(run: WorkflowRun, conclusion: RunConclusion): void {
    this.due.delete(run.id);
    completeRun(this.service, this.repository, run, conclusion);
  }

  private begin(repository: Repository, run: WorkflowRun): void {
    const script = this.scripts.get(run.workflowId);
    const workflow = repository.workflows.get(run.workflowId);
    if (repository !== this.repository || script === undefined || workflow === undefined) return;
    const context: RunContext = { workflow, run, branch: run.headBranch, sha: run.headSha, event: run.event, attempt: run.runAttempt };
    const plan = this.unapproved ? 'action_required' : typeof script.plan === 'function' ? script.plan(context) : (script.plan ?? 'success');
    if (plan === 'queued') return;
    if (plan === 'hold') {
      runInProgress(this.service, repository, run);
    } else if (typeof plan === 'object') {
      this.due.set(run.id, { at: this.service.now() + plan.after, conclusion: plan.conclusion });
      runInProgress(this.service, repository, run);
    } else {
      this.complete(run, plan);
    }
  }

  private hear(event: SandboxEvent): void {
    if (event.repository !== this.repository.fullName || this.paused) return;
    if (event.name === 'push' && event.startsWorkflows) this.pushed(event);
    if (event.name === 'pull_request' && ['opened', 'synchronize', 'reopened'].includes(event.action ?? '')) this.pullRequestMoved(event);
  }

  private pushed(event: SandboxEvent): void {
    const { ref, after, deleted } = event.payload;
    if (deleted === true || typeof ref !== 'string' || typeof after !== 'string' || !ref.startsWith('refs/heads/')) return;
    const branch = ref.slice('refs/heads/'.length);
    // GitHub reads the workflows from the pushed commit: one without files starts none.
    if (hasNoFiles(event.payload.head_commit)) return;
    for (const [id, script] of this.scripts) {
      if (script.on.push !== undefined && branchMatches(branch, script.on.push.branches)) this.start(id, event, branch, after, this.repository.fullName);
    }
  }

  /** Not for conflicting pull requests. One of the job's own token gets runs that wait for somebody's approval. */
  private pullRequestMoved(event: SandboxEvent): void {
    const pullRequest: PullRequest | undefined = this.repository.pullRequests.get(Number(event.payload.number));
    if (pullRequest === undefined || pullRequest.trialMerge?.mergeable === false) return;
    const { head, base } = pullRequest;
    for (const [id, script] of this.scripts) {
      if (script.on.pull_request === undefined || !branchMatches(base.ref, script.on.pull_request.branches)) continue;
      this.start(id, event, head.ref, head.sha, head.repository, !event.startsWorkflows);
    }
  }

  private start(workflowId: number, event: SandboxEvent, headBranch: string, headSha: string, headRepository: string | null, unapproved = false): void {
    const workflow = this.repository.workflows.get(workflowId);
    if (workflow?.state !== 'active') return;
    this.unapproved = unapproved;
    startRun(this.service, this.repository, { workflow, event: event.name, headBranch, headSha, headRepository, actor: event.actor.login });
    this.unapproved = false;
  }
}

/** Of repositories with SHA-1 and with SHA-256. */
const emptyTrees: readonly unknown[] = ['4b825dc642cb6eb9a060e54bf8d69288fbee4904', '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321'];

function hasNoFiles(commit: unknown): boolean {
  return typeof commit === 'object' && commit !== null && 'tree_id' in commit && emptyTrees.includes(commit.tree_id);
}

function matches(run: WorkflowRun, selector: RunSelector): boolean {
  return (
    (selector.id ?? run.id) === run.id &&
    (selector.branch ?? run.headBranch) === run.headBranch &&
    (selector.sha ?? run.headSha) === run.headSha &&
    (selector.workflow ?? run.name) === run.name &&
    (selector.event ?? run.event) === run.event
  );
}

/** The last pattern that matches decides, as in workflow files; no patterns means every branch. */
export function branchMatches(branch: string, patterns: readonly string[] | undefined): boolean {
  if (patterns === undefined) return true;
  let matched = false;
  for (const pattern of patterns) {
    const negative = pattern.startsWith('!');
    if (globToRegex(negative ? pattern.slice(1) : pattern).test(branch)) matched = !negative;
  }
  return matched;
}

function globToRegex(glob: string): RegExp {
  const source = glob.replace(/\*\*|\*|[^*]+/gu, (part) => (part === '**' ? '[^]*' : part === '*' ? '[^/]*' : part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')));
  return new RegExp(`^${source}$`, 'u');
}
