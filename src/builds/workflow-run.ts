import type { Sha } from '../ports/git.js';

/**
 * What we keep of a GitHub workflow run. `status`, `conclusion` and `event` stay plain text: GitHub may add values,
 * and an unknown one must reach the verdict (where it is never success) instead of being lost while reading.
 */
export interface WorkflowRun {
  /** Stays the same when the run is re-run; GitHub gives newer runs higher ids. */
  readonly id: number;
  /** Starts at 1, counts re-runs. The run object shows the newest attempt only. */
  readonly runAttempt: number;
  readonly workflowId: number;
  /** `.github/workflows/ci.yml`, without the `@ref` GitHub may append: see `workflowPathWithoutRef`. */
  readonly workflowPath: string;
  /** Display name, chosen by whoever wrote the workflow: shown, never matched. */
  readonly name: string | null;
  readonly event: string;
  readonly headSha: Sha;
  readonly headBranch: string | null;
  /** Null when the fork was deleted. */
  readonly headRepositoryId: number | null;
  /** The repository the run belongs to, which is the one the list was asked of. */
  readonly repositoryId: number;
  /** requested, queued, pending, waiting, in_progress, completed, or a value not known today. */
  readonly status: string | null;
  /** success, failure, neutral, cancelled, skipped, timed_out, action_required, stale, startup_failure, or unknown. */
  readonly conclusion: string | null;
  readonly htmlUrl: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Counts the runs of one workflow. */
  readonly runNumber: number;
}

/** The run is still to deliver a result: not completed, or completed without a conclusion yet (spec chapter 2). */
export function isRunning(run: Pick<WorkflowRun, 'status' | 'conclusion'>): boolean {
  return run.status !== 'completed' || run.conclusion === null;
}

/**
 * The path of a workflow file without the ref GitHub may append (`.github/workflows/ci.yml@refs/heads/main`). An `@`
 * inside the file name stays; paths that name no YAML file (`dynamic/…`) are cut at their first `@`.
 */
export function workflowPathWithoutRef(path: string): string {
  const withRef = /^(?<file>[^]*?\.ya?ml)@/.exec(path)?.groups?.file;
  if (withRef !== undefined) {
    return withRef;
  }
  return /\.ya?ml$/.test(path) ? path : (path.split('@', 1)[0] ?? path);
}

/** The file name of a workflow: `ci.yml` for `.github/workflows/ci.yml`, with or without a ref appended. */
export function workflowFileName(path: string): string {
  const file = workflowPathWithoutRef(path);
  return file.slice(file.lastIndexOf('/') + 1);
}

/**
 * Orders runs from oldest to newest: by time of creation, then run number, then id. Creation comes first because it is
 * the one GitHub documents, the others settle runs of the same second. A re-run keeps all three: re-running an old run
 * does not make it the newest. An unreadable time counts as oldest.
 */
export function compareByAge(left: WorkflowRun, right: WorkflowRun): number {
  return (
    compareNumbers(creationTime(left), creationTime(right)) ||
    compareNumbers(left.runNumber, right.runNumber) ||
    compareNumbers(left.id, right.id)
  );
}

function creationTime(run: WorkflowRun): number {
  const time = Date.parse(run.createdAt);
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}

function compareNumbers(left: number, right: number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
