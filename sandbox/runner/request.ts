import type { Annotation } from './step-log.js';

/** What a workflow file, an event and a runner together decide about one run of a JavaScript action. */
export interface ActionRequest {
  /** Path of the built entry point. */
  readonly bundle: string;
  /** Path of `action.yml`; by default in the folder above the bundle's. */
  readonly metadata?: string;
  /** The `with:` of the step, by input name. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event: { readonly name: string; readonly payload: unknown };
  readonly repository: { readonly fullName: string; readonly id: number };
  /** `owner/repo/.github/workflows/file.yml@refs/heads/main`. */
  readonly workflowRef: string;
  /** Display name of the workflow; by default its file. */
  readonly workflowName?: string;
  /** Full ref and commit the run is attached to; by default the ref of `workflowRef` and forty zeros. */
  readonly ref?: string;
  readonly sha?: string;
  /** What `github.token` is in this job. Masked from the start, and never in the environment by itself. */
  readonly token: string;
  /** Further secrets of the job, masked from the start. */
  readonly secrets?: readonly string[];
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly graphqlUrl?: string;
  readonly run?: { readonly id?: number; readonly number?: number; readonly attempt?: number; readonly job?: string };
  readonly actor?: string;
  /** `env:` of the step. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly debug?: boolean;
  /** The node to start; by default the one running now. */
  readonly nodePath?: string;
  /** SIGKILL to the process and its children, as when the machine dies: when the signal fires, or after milliseconds. */
  readonly killSignal?: AbortSignal;
  readonly killAfter?: number;
  /** Milliseconds until the step is cancelled as the runner does: SIGINT, then SIGTERM, then SIGKILL. Default two minutes. */
  readonly timeout?: number;
  /** Milliseconds between those three signals; the runner's own are 7,500 and 2,500. */
  readonly cancelGrace?: { readonly interrupt: number; readonly terminate: number };
  /** Called with every raw line as it is printed, e.g. to choose the moment of a kill. */
  readonly onLine?: (line: string) => void;
}

/** A file the step left on the machine; `secret` tells that it holds a masked value in some form. */
export interface Leftover {
  /** Relative, starting with `workspace/`, `temp/` or `home/`. */
  readonly path: string;
  readonly bytes: number;
  readonly secret: boolean;
}

export type Ending =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: string; readonly reason: 'killed' | 'timed-out' | 'died' };

export interface ActionRun {
  readonly ending: Ending;
  /** Null when a signal ended the process. */
  readonly exitCode: number | null;
  readonly conclusion: 'success' | 'failure';
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown of the job summary, masked; empty when there is none or it was above the limit. */
  readonly summary: string;
  /** Bytes written to the summary file, kept or not. */
  readonly summaryBytes: number;
  readonly annotations: readonly Annotation[];
  /** Beyond the ten GitHub keeps of each level. */
  readonly droppedAnnotations: readonly Annotation[];
  /** Values hidden in the log: the token, the job's secrets and what the action asked for. */
  readonly masks: readonly string[];
  /** What a visitor of the run sees. */
  readonly log: readonly string[];
  /** What the process printed, standard output and error, line by line. */
  readonly rawLog: readonly string[];
  readonly state: Readonly<Record<string, string>>;
  readonly exportedEnvironment: Readonly<Record<string, string>>;
  readonly addedPaths: readonly string[];
  readonly leftovers: readonly Leftover[];
  /** Milliseconds. */
  readonly duration: number;
}
