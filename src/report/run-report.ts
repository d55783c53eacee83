import type { Findings } from '../edge/findings.js';

/** Everything a run can say about itself, before it becomes outputs, a summary and an exit status. */
export interface RunReport extends Findings {
  readonly eventName: string;
  /** `https://github.com/org/repo`. */
  readonly repositoryUrl: string;
  readonly dryRun: boolean;
  readonly figures: Figures;
}

/** What the run cost. */
export interface Figures {
  readonly requests: number;
  readonly gitProcesses: number;
  readonly milliseconds: number;
}
