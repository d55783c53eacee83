import { readYaml } from '../settings/yaml-text.js';
import { passesFilter } from './branch-filter.js';

/** What the doctor reads in a workflow file. Every text is somebody's. */
export interface WorkflowFile {
  /** `.github/workflows/ci.yml` */
  readonly path: string;
  /** As `required_workflows` and `dispatch` name it: `ci.yml`. */
  readonly file: string;
  /** As `workflow_run` names it: `name:`, or the path where there is none. */
  readonly name: string;
  readonly triggers: ReadonlyMap<string, WorkflowTrigger>;
  readonly concurrency: Concurrency | null;
  /** Of the job that runs the robot, or of the whole file. Null: nothing is said, the repository's default holds. */
  readonly permissions: Permissions | null;
  /** Names under which the jobs appear as checks. */
  readonly jobs: readonly string[];
  /** The token that the robot's step is given; null if no step could be told to be the robot's. */
  readonly robotToken: 'of-the-job' | 'another' | null;
}

export interface WorkflowTrigger {
  /** Null: none are named. */
  readonly types: readonly string[] | null;
  readonly branches: readonly string[] | null;
  readonly branchesIgnore: readonly string[] | null;
  /** Only tags are named, so no branch starts it. */
  readonly onlyTags: boolean;
  /** There is a filter of paths. */
  readonly paths: boolean;
  /** Of `workflow_run`. */
  readonly workflows: readonly string[];
}

export interface Concurrency {
  readonly group: string;
  /** `true`, or an expression that may be. */
  readonly cancelInProgress: boolean;
  /** `queue: max`. */
  readonly keepsAll: boolean;
}

export type Permissions =
  | { readonly kind: 'all'; readonly level: 'read' | 'write' }
  /** What is not named is none. */
  | { readonly kind: 'named'; readonly levels: ReadonlyMap<string, string> };

/** Null: the text is no workflow that GitHub would run. */
export function readWorkflowFile(path: string, text: string): WorkflowFile | null {
  const yaml = readYaml(path, text);
  const triggers = readTriggers(property(yaml.value, 'on'));
  if (yaml.problems.length > 0 || triggers.size === 0) {
    return null;
  }
  const jobs = entries(property(yaml.value, 'jobs'));
  const [robotJob, robotStep] = robotIn(jobs);
  const name = property(yaml.value, 'name');
  return {
    path,
    file: path.slice(path.lastIndexOf('/') + 1),
    name: typeof name === 'string' && name !== '' ? name : path,
    triggers,
    concurrency: readConcurrency(property(robotJob, 'concurrency')) ?? readConcurrency(property(yaml.value, 'concurrency')),
    permissions: readPermissions(property(robotJob, 'permissions')) ?? readPermissions(property(yaml.value, 'permissions')),
    jobs: jobs.map(([key, job]) => textOf(property(job, 'name')) ?? key),
    robotToken: robotStep === null ? null : tokenOf(robotStep),
  };
}

/** Whether a push to a branch of that name starts the workflow; by its files it may still be left out. */
export function startsOnPush({ triggers }: WorkflowFile, branch: string): boolean {
  const push = triggers.get('push');
  return push !== undefined && !push.onlyTags && acceptsBranch(push, branch);
}

export function acceptsBranch({ branches, branchesIgnore }: WorkflowTrigger, branch: string): boolean {
  return (branches === null || passesFilter(branch, branches)) && (branchesIgnore === null || !passesFilter(branch, branchesIgnore));
}

/** The first job with a step that bears the robot's name; its token is known only then. */
function robotIn(jobs: ReadonlyArray<readonly [string, unknown]>): readonly [job: unknown, step: unknown] {
  for (const [, job] of jobs) {
    const steps = property(job, 'steps');
    const step: unknown = (Array.isArray(steps) ? (steps as readonly unknown[]) : []).find((each) => /bert-?e/i.test(textOf(property(each, 'uses')) ?? ''));
    if (step !== undefined) {
      return [job, step];
    }
  }
  return [jobs.length === 1 ? jobs[0]?.[1] : null, null];
}

function tokenOf(step: unknown): 'of-the-job' | 'another' {
  const token = textOf(property(property(step, 'with'), 'token'));
  return token === null || /\bgithub\.token\b|\bGITHUB_TOKEN\b/.test(token) ? 'of-the-job' : 'another';
}

function readTriggers(on: unknown): ReadonlyMap<string, WorkflowTrigger> {
  if (typeof on === 'string') {
    return new Map([[on, readTrigger(null)]]);
  }
  if (Array.isArray(on)) {
    return new Map((on as readonly unknown[]).map((name) => [String(name), readTrigger(null)]));
  }
  return new Map(entries(on).map(([name, value]) => [name, readTrigger(value)]));
}

function readTrigger(value: unknown): WorkflowTrigger {
  const has = (key: string) => property(value, key) !== undefined;
  const branchFilter = has('branches') || has('branches-ignore');
  return {
    types: list(property(value, 'types')),
    branches: list(property(value, 'branches')),
    branchesIgnore: list(property(value, 'branches-ignore')),
    onlyTags: !branchFilter && (has('tags') || has('tags-ignore')),
    paths: has('paths') || has('paths-ignore'),
    workflows: list(property(value, 'workflows')) ?? [],
  };
}

function readConcurrency(value: unknown): Concurrency | null {
  if (typeof value === 'string') {
    return { group: value, cancelInProgress: false, keepsAll: false };
  }
  const group = textOf(property(value, 'group'));
  const cancel = property(value, 'cancel-in-progress');
  return group === null ? null : { group, cancelInProgress: cancel === true || typeof cancel === 'string', keepsAll: property(value, 'queue') === 'max' };
}

function readPermissions(value: unknown): Permissions | null {
  if (value === 'read-all' || value === 'write-all') {
    return { kind: 'all', level: value === 'read-all' ? 'read' : 'write' };
  }
  return typeof value === 'object' && value !== null ? { kind: 'named', levels: new Map(entries(value).map(([name, level]) => [name, String(level)])) } : null;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function entries(value: unknown): ReadonlyArray<readonly [string, unknown]> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function list(value: unknown): readonly string[] | null {
  if (value === undefined || value === null) {
    return null;
  }
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map(String);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
