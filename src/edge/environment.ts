import { readFile } from 'node:fs/promises';
import { workflowPathWithoutRef } from '../builds/workflow-run.js';

/** What the runner tells about this run, in environment variables and the event file. */
export interface RunEnvironment {
  readonly eventName: string;
  /** Untrusted, of any shape. */
  readonly payload: unknown;
  readonly owner: string;
  readonly repository: string;
  /** `https://github.com`, or that of an enterprise server. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** `.github/workflows/bert-e.yml` of the workflow this run belongs to; null outside of one, or where the runner does not tell. */
  readonly ownWorkflowPath: string | null;
  /** The run on GitHub that this is; null outside of one. */
  readonly runId: number | null;
  /** Counts the runs of one workflow; null outside of one. */
  readonly runNumber: number | null;
  /** Page of this run; null outside of one. */
  readonly runUrl: string | null;
  readonly temporaryDirectory: string;
}

/** The runner did not say what is needed to start. */
export class EnvironmentProblem extends Error {
  override readonly name = 'EnvironmentProblem';
}

/**
 * @throws EnvironmentProblem if a variable is missing or the event file cannot be read: the action was not started by a
 * runner, or not as one starts it
 */
export async function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Promise<RunEnvironment> {
  const [owner, repository, ...rest] = needed(variables, 'GITHUB_REPOSITORY').split('/');
  if (owner === undefined || repository === undefined || rest.length > 0 || owner === '' || repository === '') {
    throw new EnvironmentProblem('GITHUB_REPOSITORY must hold owner/name');
  }
  const serverUrl = withoutSlash(variables.GITHUB_SERVER_URL ?? 'https://github.com');
  const runId = positiveNumber(variables.GITHUB_RUN_ID);
  const workflowRef = variables.GITHUB_WORKFLOW_REF ?? '';
  const prefix = `${owner}/${repository}/`;
  return {
    eventName: needed(variables, 'GITHUB_EVENT_NAME'),
    payload: await readPayload(needed(variables, 'GITHUB_EVENT_PATH')),
    owner,
    repository,
    serverUrl,
    apiUrl: withoutSlash(variables.GITHUB_API_URL ?? 'https://api.github.com'),
    ownWorkflowPath: workflowRef.toLowerCase().startsWith(prefix.toLowerCase()) ? workflowPathWithoutRef(workflowRef.slice(prefix.length)) : null,
    runId,
    runNumber: positiveNumber(variables.GITHUB_RUN_NUMBER),
    runUrl: runId === null ? null : `${serverUrl}/${owner}/${repository}/actions/runs/${String(runId)}`,
    temporaryDirectory: needed(variables, 'RUNNER_TEMP'),
  };
}

function needed(variables: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = variables[name];
  if (value === undefined || value === '') {
    throw new EnvironmentProblem(`${name} is not set: start the action in a GitHub workflow, or in the sandbox (npm run sandbox)`);
  }
  return value;
}

function positiveNumber(text: string | undefined): number | null {
  const number = /^[0-9]{1,15}$/.test(text ?? '') ? Number(text) : 0;
  return number > 0 ? number : null;
}

async function readPayload(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (cause) {
    throw new EnvironmentProblem('The file named by GITHUB_EVENT_PATH cannot be read as JSON', { cause });
  }
}

/**
 * The runner's variables as git is to see them. The documentation of runners names `http_proxy` and its upper-case form, and
 * requests to the API follow both; git follows the latter for no address with http, on purpose: where programs are started
 * by a web server, a header of the request could set it. A runner is none.
 */
export function variablesForGit(variables: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string | undefined>> {
  const { http_proxy: lower = '', HTTP_PROXY: upper } = variables;
  return lower === '' ? { ...variables, http_proxy: upper } : variables;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

/** `https://github.com/org/repo`. */
export function repositoryUrl({ serverUrl, owner, repository }: RunEnvironment): string {
  return `${serverUrl}/${owner}/${repository}`;
}
