import type { RebuiltQueue } from '../outcomes/outcome.js';
import type { SweepBranches } from './sweep-branches.js';

/** How one run handles pull requests. */
export interface HandlingRules {
  /** Decide and report everything, change nothing. */
  readonly dryRun: boolean;
  /** The words of the input `options`. */
  readonly forcedOptions: readonly string[];
  /** Id of the comment that caused this run, if one did. */
  readonly eventComment: number | null;
  /** Why the queue was rebuilt, if that is why a pull request is evaluated again. */
  readonly rebuilt: RebuiltQueue | null;
  /** Whoever asks repairs an incoherent queue and comes again: outcome 127 is not told. */
  readonly repairsQueue?: boolean;
  /** Number of the run: what one sweep has no time for, another one begins with. */
  readonly runNumber?: number;
  /** One of many looks of a sweep, which reads no more than it must. */
  readonly sweeping?: boolean;
  /** What the looks of a sweep know of the branches without listing them. */
  readonly sweepBranches?: SweepBranches;
}
