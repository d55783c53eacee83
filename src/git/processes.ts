import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { GitOutage } from '../ports/git.js';
import type { Environment } from './environment.js';

/** Bytes of standard error that are kept: the last ones, where git says what was fatal. */
const errorTextLimit = 65_536;

export interface ProcessRequest {
  /** For error messages, e.g. `fetch`. */
  readonly operation: string;
  readonly arguments: readonly string[];
  readonly environment: Environment;
  readonly workingDirectory: string;
  /** Whether descriptor 3, of the process and all it starts, leads to `stdio[3]` of the child. */
  readonly reports?: boolean;
}

export interface RunRequest extends ProcessRequest {
  /** Written to standard input, which is then closed. */
  readonly input?: string;
  readonly timeoutMilliseconds: number;
  /** More standard output than this many bytes ends the process and is an outage. */
  readonly outputLimit: number;
}

export interface ProcessResult {
  /** Exit status; null if a signal ended the process. */
  readonly status: number | null;
  readonly output: Buffer;
  /** Standard error, untrusted, perhaps with secrets: clean it before showing it. */
  readonly errorText: string;
}

/** The git processes of one run: started without a shell, counted, and ended together. */
export interface GitProcesses {
  readonly count: number;
  /** Runs to the end. Rejects with `GitOutage` if it cannot start, takes too long or prints too much. */
  run(request: RunRequest): Promise<ProcessResult>;
  /** Starts a process that goes on. The caller reads its streams and ends it. */
  start(request: ProcessRequest): ChildProcessWithoutNullStreams;
  /** Ends the process and all it started. */
  kill(child: ChildProcessWithoutNullStreams): void;
  /** Ends every process that still runs and resolves once all are gone. */
  dispose(): Promise<void>;
}

export function createGitProcesses(program: string): GitProcesses {
  const running = new Set<ChildProcessWithoutNullStreams>();
  let count = 0;

  function start(request: ProcessRequest): ChildProcessWithoutNullStreams {
    count += 1;
    const child = spawn(program, request.arguments, {
      cwd: request.workingDirectory,
      env: request.environment,
      stdio: request.reports === true ? ['pipe', 'pipe', 'pipe', 'pipe'] : ['pipe', 'pipe', 'pipe'],
      shell: false,
      // A process group of its own: ending it also ends the transport processes that git starts.
      detached: true,
    });
    running.add(child);
    child.once('close', () => running.delete(child));
    child.once('error', () => {
      if (child.pid === undefined) running.delete(child);
    });
    return child;
  }

  function run(request: RunRequest): Promise<ProcessResult> {
    return new Promise((resolve, reject) => {
      let child: ChildProcessWithoutNullStreams;
      try {
        child = start(request);
      } catch (error) {
        // Some start failures are thrown instead of emitted, e.g. an argument list longer than the system allows.
        reject(startFailure(request.operation, error));
        return;
      }
      const output: Buffer[] = [];
      let outputLength = 0;
      const errorText = collectErrorText(child);
      const giveUp = (detail: string): void => {
        clearTimeout(timer);
        kill(child);
        reject(new GitOutage(request.operation, detail));
      };
      const timer = setTimeout(() => giveUp(`no answer within ${Math.round(request.timeoutMilliseconds / 1000)} s`), request.timeoutMilliseconds);
      child.stdout.on('data', (chunk: Buffer) => {
        outputLength += chunk.length;
        if (outputLength > request.outputLimit) giveUp(`more than ${request.outputLimit} bytes of output`);
        else output.push(chunk);
      });
      child.once('error', (error) => {
        clearTimeout(timer);
        reject(startFailure(request.operation, error));
      });
      child.once('close', (status) => {
        clearTimeout(timer);
        resolve({ status, output: Buffer.concat(output), errorText: errorText() });
      });
      ignoreBrokenPipe(child);
      child.stdin.end(request.input ?? '');
    });
  }

  async function dispose(): Promise<void> {
    const ends = [...running].map((child) => {
      const end = new Promise<void>((resolve) => child.once('close', () => resolve()));
      kill(child);
      return end;
    });
    await Promise.all(ends);
  }

  return {
    get count() { return count; },
    run,
    start,
    kill,
    dispose,
  };
}

/** Keeps the last bytes a process writes to standard error; call the result to read them. */
export function collectErrorText(child: ChildProcessWithoutNullStreams): () => string {
  let kept = Buffer.alloc(0);
  child.stderr.on('data', (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]);
    if (kept.length > errorTextLimit) kept = kept.subarray(kept.length - errorTextLimit);
  });
  return () => kept.toString('utf8');
}

/** A process that ends before it has read its input is judged by its exit status, not by the broken pipe. */
export function ignoreBrokenPipe(child: ChildProcessWithoutNullStreams): void {
  child.stdin.on('error', () => undefined);
}

export function startFailure(operation: string, error: unknown): GitOutage {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return new GitOutage(operation, `the git program cannot be started (${code}); git 2.39 or newer is needed`, { cause: error });
}

function kill(child: ChildProcessWithoutNullStreams): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already, or the system has no process groups.
    child.kill('SIGKILL');
  }
}
