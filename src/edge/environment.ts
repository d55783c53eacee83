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
  /** `.github/workflows/bert-e.yml` of the workflow this run belongs to; null outside of one. */
  readonly ownWorkflowPath: string | null;
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
  const runId = variables.GITHUB_RUN_ID ?? '';
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
    runUrl: /^[0-9]+$/.test(runId) ? `${serverUrl}/${owner}/${repository}/actions/runs/${runId}` : null,
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

async function readPayload(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (cause) {
    throw new EnvironmentProblem('The file named by GITHUB_EVENT_PATH cannot be read as JSON', { cause });
  }
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

/** `https://github.com/org/repo`. */
export function repositoryUrl({ serverUrl, owner, repository }: RunEnvironment): string {
  return `${serverUrl}/${owner}/${repository}`;
}
