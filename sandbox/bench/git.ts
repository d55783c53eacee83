import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** The environment of the benchmark's own git processes: nothing of the user's configuration. */
export function gitEnvironment(): Readonly<Record<string, string>> {
  return { PATH: process.env.PATH ?? '', HOME: '/nonexistent', LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0' };
}

/** Runs git and answers what it printed; throws if it fails. */
export async function git(directory: string, args: readonly string[], input: string | Readable = ''): Promise<string> {
  const child = spawn('git', args, { cwd: directory, env: gitEnvironment(), stdio: ['pipe', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  // A process that ends early breaks the pipe; its exit status tells why.
  child.stdin.on('error', () => undefined);
  if (typeof input === 'string') child.stdin.end(input);
  else input.pipe(child.stdin);
  const status = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (status !== 0) throw new Error(`git ${args[0] ?? ''} ended with ${String(status)}: ${Buffer.concat(errors).toString().slice(-500)}`);
  return Buffer.concat(output).toString();
}
