import type { ContinuousIntegration, RunPlan, RunSelector } from '../github/ci.js';
import { branchMatches } from '../github/ci.js';
import type { RunConclusion, WorkflowRun } from '../github/state.js';

/**
 * The CI of the world. Each push to a branch queues a run, which stays queued until a test says what becomes of it, or until
 * it matches a plan given before with `plan`.
 */
export class Builds {
  private readonly plans: Array<{ readonly pattern: string; readonly plan: RunPlan }> = [];
  private held: Array<{ readonly run: WorkflowRun; readonly conclusion: RunConclusion }> | null = null;
  private continuousIntegration: ContinuousIntegration | undefined;

  /** What runs to come on matching branches do; the newest plan that matches decides. */
  plan(pattern: string, plan: RunPlan): void {
    this.plans.unshift({ pattern, plan });
  }

  planFor(run: WorkflowRun): RunPlan {
    const branch = run.headBranch;
    const plan = this.plans.find(({ pattern }) => branch !== null && branchMatches(branch, [pattern]))?.plan ?? 'queued';
    if (this.held === null || plan === 'hold' || plan === 'queued' || typeof plan === 'object') return plan;
    this.held.push({ run, conclusion: plan });
    return 'queued';
  }

  /** Runs that would end as soon as they are queued end at the `release`: CI takes longer than the robot. */
  hold(): void {
    this.held ??= [];
  }

  release(): void {
    const ended = this.held ?? [];
    this.held = null;
    for (const { run, conclusion } of ended) {
      if (run.status !== 'completed') this.simulator.finish({ id: run.id }, conclusion);
    }
  }

  attach(continuousIntegration: ContinuousIntegration): void {
    this.continuousIntegration = continuousIntegration;
  }

  get simulator(): ContinuousIntegration {
    if (this.continuousIntegration === undefined) throw new Error('The world has no CI yet.');
    return this.continuousIntegration;
  }

  /** Ends the unfinished runs of a branch; throws when there is none. */
  succeeds(branch: string, selector: RunSelector = {}): readonly WorkflowRun[] {
    return this.ends(branch, 'success', selector);
  }

  fails(branch: string, selector: RunSelector = {}): readonly WorkflowRun[] {
    return this.ends(branch, 'failure', selector);
  }

  ends(branch: string, conclusion: RunConclusion, selector: RunSelector = {}): readonly WorkflowRun[] {
    return this.simulator.finish({ branch, ...selector }, conclusion);
  }

  /** Queued runs of a branch are now in progress; throws when there is none. Sends no event: nobody listens to that. */
  starts(branch: string): readonly WorkflowRun[] {
    const queued = this.simulator.runs({ branch }).filter(({ status }) => status === 'queued');
    if (queued.length === 0) throw new Error(`no queued workflow run on ${branch}`);
    for (const run of queued) run.status = 'in_progress';
    return queued;
  }

  /** Branches whose CI has not ended, sorted. */
  unfinished(): readonly string[] {
    return [...new Set(this.simulator.unfinished.map(({ headBranch }) => headBranch ?? 'none'))].sort();
  }
}
