import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parsePairs, readSummary } from './file-commands.js';
import { readMetadata, resolveInputs } from './inputs.js';
import { createMachine, environmentOf, leftoversOf, removeMachine, type Machine } from './machine.js';
import type { ActionRequest, ActionRun, Ending } from './request.js';
import { Secrets } from './secrets.js';
import { LineSplitter, StepLog } from './step-log.js';

const defaultTimeout = 120_000;

/**
 * Runs a built JavaScript action once, the way a GitHub runner runs the step of a job: a fresh machine, the service's
 * environment, one process, its commands and files read back. Simpler than GitHub: no `pre` and `post` entry points, no
 * problem matchers, one step per job. Rejects only when the step cannot be started.
 */
export async function runAction(request: ActionRequest): Promise<ActionRun> {
  const metadata = readMetadata(await readFile(request.metadata ?? join(dirname(dirname(request.bundle)), 'action.yml'), 'utf8'));
  const machine = await createMachine(request.event.payload);
  try {
    const secrets = new Secrets();
    for (const secret of [request.token, ...(request.secrets ?? [])]) secrets.add(secret);
    const log = new StepLog(secrets, request.debug === true);
    const inputs = resolveInputs(metadata, request.inputs ?? {}, expressionContext(request));
    for (const warning of inputs.warnings) log.annotate('warning', warning);

    const started = performance.now();
    const ending = await execute(request, environmentOf(machine, request, inputs.environment), machine.workspace, log);
    const duration = performance.now() - started;
    if (ending.kind === 'killed' && ending.reason === 'timed-out') log.fail('The operation was canceled.');

    const files = await readFiles(machine, log);
    const leftovers = await leftoversOf(machine, secrets);
    return {
      ending,
      exitCode: ending.kind === 'exited' ? ending.code : null,
      conclusion: ending.kind === 'exited' && ending.code === 0 && !log.commandFailed ? 'success' : 'failure',
      outputs: { ...Object.fromEntries(log.outputs), ...files.outputs },
      summary: secrets.mask(files.summary),
      summaryBytes: files.summaryBytes,
      annotations: log.annotations,
      droppedAnnotations: log.droppedAnnotations,
      masks: secrets.list(),
      log: log.lines,
      rawLog: log.rawLines,
      state: { ...Object.fromEntries(log.state), ...files.state },
      exportedEnvironment: files.env,
      addedPaths: files.paths,
      leftovers,
      duration,
    };
  } finally {
    await removeMachine(machine);
  }
}

function expressionContext(request: ActionRequest): Readonly<Record<string, string>> {
  return {
    'github.token': request.token,
    'github.repository': request.repository.fullName,
    'github.event_name': request.event.name,
    'github.api_url': request.apiUrl,
    'github.server_url': request.serverUrl,
  };
}

async function execute(request: ActionRequest, environment: Readonly<Record<string, string>>, workspace: string, log: StepLog): Promise<Ending> {
  // A process group of its own, so that a kill takes the action's own children too.
  const child = spawn(request.nodePath ?? process.execPath, [request.bundle], {
    cwd: workspace, env: { ...environment }, detached: true, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const read = (line: string): void => {
    log.read(line);
    request.onLine?.(line);
  };
  for (const stream of [child.stdout, child.stderr]) {
    const splitter = new LineSplitter(read);
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => splitter.write(text));
    stream.on('end', () => splitter.end());
  }
  return new Promise<Ending>((resolve, reject) => {
    let reason: 'killed' | 'timed-out' | 'died' = 'died';
    const timers: NodeJS.Timeout[] = [];
    const after = (milliseconds: number, action: () => void): void => {
      timers.push(setTimeout(action, milliseconds));
    };
    const kill = (): void => {
      reason = 'killed';
      signalGroup(child, 'SIGKILL');
    };
    after(request.timeout ?? defaultTimeout, () => {
      reason = 'timed-out';
      const grace = request.cancelGrace ?? { interrupt: 7_500, terminate: 2_500 };
      signalGroup(child, 'SIGINT');
      after(grace.interrupt, () => signalGroup(child, 'SIGTERM'));
      after(grace.interrupt + grace.terminate, () => signalGroup(child, 'SIGKILL'));
    });
    if (request.killAfter !== undefined) after(request.killAfter, kill);
    request.killSignal?.addEventListener('abort', kill, { once: true });
    if (request.killSignal?.aborted === true) kill();
    const settle = (): void => {
      timers.forEach((timer) => clearTimeout(timer));
      request.killSignal?.removeEventListener('abort', kill);
    };
    child.once('error', (error) => {
      settle();
      reject(new Error(`The runner could not start ${request.nodePath ?? process.execPath}.`, { cause: error }));
    });
    // Children that outlive the step are ended with it, as on a runner; else they would hold its output open.
    child.once('exit', () => signalGroup(child, 'SIGKILL'));
    child.once('close', (code, signal) => {
      settle();
      // An action that obeys SIGINT by exiting was cancelled nevertheless.
      if (reason === 'timed-out') resolve({ kind: 'killed', signal: signal ?? 'SIGINT', reason });
      else if (code === null) resolve({ kind: 'killed', signal: signal ?? 'SIGKILL', reason });
      else resolve({ kind: 'exited', code });
    });
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the group has ended between the decision and the call, which is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

interface StepFiles {
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
  readonly summary: string;
  readonly summaryBytes: number;
}

async function readFiles(machine: Machine, log: StepLog): Promise<StepFiles> {
  const content = await contentOf(machine.files.summary);
  const summary = readSummary(content);
  if (summary.kind === 'too-large') log.annotate('error', summary.message);
  return {
    outputs: await readPairs(machine.files.output, 'output', log),
    state: await readPairs(machine.files.state, 'state', log),
    env: await readPairs(machine.files.env, 'env', log),
    paths: (await contentOf(machine.files.path)).toString('utf8').split('\n').filter((line) => line !== ''),
    summary: summary.kind === 'kept' ? summary.markdown : '',
    summaryBytes: content.length,
  };
}

async function readPairs(file: string, name: string, log: StepLog): Promise<Readonly<Record<string, string>>> {
  const result = parsePairs((await contentOf(file)).toString('utf8'));
  if (result.kind === 'pairs') return Object.fromEntries(result.pairs);
  log.fail(`Unable to process file command '${name}' successfully. ${result.message}`);
  return {};
}

/** A step may delete these files; that is the same as writing nothing. */
async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
