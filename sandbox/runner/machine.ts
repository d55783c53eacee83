import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { ActionRequest, Leftover } from './request.js';
import type { Secrets } from './secrets.js';

/** A fresh runner: its folders and the files through which a step speaks to it. */
export interface Machine {
  readonly root: string;
  readonly workspace: string;
  readonly temp: string;
  readonly home: string;
  readonly toolCache: string;
  readonly eventFile: string;
  readonly files: Readonly<Record<'output' | 'state' | 'summary' | 'env' | 'path', string>>;
}

export async function createMachine(payload: unknown): Promise<Machine> {
  const root = await mkdtemp(join(tmpdir(), 'runner-'));
  const temp = join(root, 'temp');
  const commands = join(temp, '_runner_file_commands');
  const machine: Machine = {
    root,
    workspace: join(root, 'workspace'),
    temp,
    home: join(root, 'home'),
    toolCache: join(root, 'tool-cache'),
    eventFile: join(temp, '_github_workflow', 'event.json'),
    files: {
      output: join(commands, 'set_output'),
      state: join(commands, 'save_state'),
      summary: join(commands, 'step_summary'),
      env: join(commands, 'set_env'),
      path: join(commands, 'add_path'),
    },
  };
  for (const folder of [machine.workspace, machine.home, machine.toolCache, commands, join(temp, '_github_workflow')]) {
    await mkdir(folder, { recursive: true });
  }
  await writeFile(machine.eventFile, JSON.stringify(payload));
  for (const file of Object.values(machine.files)) await writeFile(file, '');
  return machine;
}

/** The variables a step sees: those of the service, the inputs, the step's own; of this process only the PATH. */
export function environmentOf(
  machine: Machine,
  request: ActionRequest,
  inputs: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  // Only the first: a branch name may hold the character as well.
  const at = request.workflowRef.indexOf('@');
  const ref = request.ref ?? request.workflowRef.slice(at + 1);
  const [owner = ''] = request.repository.fullName.split('/');
  const actor = request.actor ?? owner;
  return {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    HOME: machine.home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: actor,
    GITHUB_API_URL: request.apiUrl,
    GITHUB_BASE_REF: '',
    GITHUB_ENV: machine.files.env,
    GITHUB_EVENT_NAME: request.event.name,
    GITHUB_EVENT_PATH: machine.eventFile,
    GITHUB_GRAPHQL_URL: request.graphqlUrl ?? graphqlUrlOf(request.apiUrl),
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: request.run?.job ?? 'robot',
    GITHUB_OUTPUT: machine.files.output,
    GITHUB_PATH: machine.files.path,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REPOSITORY: request.repository.fullName,
    GITHUB_REPOSITORY_ID: String(request.repository.id),
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: String(request.run?.attempt ?? 1),
    GITHUB_RUN_ID: String(request.run?.id ?? 1),
    GITHUB_RUN_NUMBER: String(request.run?.number ?? 1),
    GITHUB_SERVER_URL: request.serverUrl,
    GITHUB_SHA: request.sha ?? '0'.repeat(40),
    GITHUB_STATE: machine.files.state,
    GITHUB_STEP_SUMMARY: machine.files.summary,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_WORKFLOW: request.workflowName ?? request.workflowRef.slice(0, at).split('/').slice(2).join('/'),
    GITHUB_WORKFLOW_REF: request.workflowRef,
    GITHUB_WORKFLOW_SHA: request.sha ?? '0'.repeat(40),
    GITHUB_WORKSPACE: machine.workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'sandbox',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: machine.temp,
    RUNNER_TOOL_CACHE: machine.toolCache,
    ...(request.debug === true ? { RUNNER_DEBUG: '1' } : {}),
    ...request.environment,
    ...inputs,
  };
}

/** github.com serves GraphQL at `/graphql`; an enterprise server's REST root `/api/v3` has it at `/api/graphql`. */
function graphqlUrlOf(apiUrl: string): string {
  return `${apiUrl.replace(/\/$/, '').replace(/\/v3$/, '')}/graphql`;
}

/** Files in the workspace, the temporary folder and the home, without those the runner itself put there. */
export async function leftoversOf(machine: Machine, secrets: Secrets): Promise<readonly Leftover[]> {
  const own = new Set([machine.eventFile, ...Object.values(machine.files)]);
  const leftovers: Leftover[] = [];
  for (const folder of [machine.workspace, machine.temp, machine.home]) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isDirectory() || own.has(path)) continue;
      const content = entry.isFile() ? await readFile(path) : Buffer.alloc(0);
      leftovers.push({ path: relative(machine.root, path), bytes: content.length, secret: secrets.isIn(content.toString('latin1')) });
    }
  }
  return leftovers.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export async function removeMachine(machine: Machine): Promise<void> {
  await rm(machine.root, { recursive: true, force: true, maxRetries: 3 });
}
