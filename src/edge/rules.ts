/** How one run handles pull requests. */
export interface HandlingRules {
  /** Decide and report everything, change nothing. */
  readonly dryRun: boolean;
  /** The words of the input `options`. */
  readonly forcedOptions: readonly string[];
  /** Id of the comment that caused this run, if one did. */
  readonly eventComment: number | null;
  /** Why the queue was rebuilt, if that is why a pull request is evaluated again. */
  readonly rebuilt: string | null;
  /** Whoever asks repairs an incoherent queue and comes again: outcome 127 is not told. */
  readonly repairsQueue?: boolean;
  /** One of many looks of a sweep, which reads no more than it must. */
  readonly sweeping?: boolean;
}
