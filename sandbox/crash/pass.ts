import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CrashRecord, endingKey, endingsVariable, type Kill, killVariable, recordsVariable } from './record.js';

/** Tests that tell stories through the bundle. Two are none: they make disturbances of their own, from a seed or at every request. */
const where = ['--testPathPatterns', '__tests__/scenarios/', '--testPathIgnorePatterns', '/(?:soak|every-request)\\.test\\.ts$'];
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--setupFilesAfterEnv', './sandbox/crash/setup.ts'];

export interface Telling {
  readonly kill: Kill;
  /** Words in the names of the scenarios to tell, or their full names; by default all are told. */
  readonly words?: string;
  readonly scenarios?: readonly string[];
  /** What they came to without kills. */
  readonly usual?: readonly CrashRecord[];
}

export interface Pass {
  readonly records: readonly CrashRecord[];
  /** Some scenario failed. */
  readonly failed: boolean;
  /** The end of what jest printed. */
  readonly log: string;
}

/** Tells scenarios once. Rejects when none was told. */
export async function tellScenarios(project: string, folder: string, { kill, words, scenarios, usual }: Telling): Promise<Pass> {
  const file = join(folder, `records-${kill}.jsonl`);
  const endings = join(folder, `endings-${kill}.json`);
  writeFileSync(endings, JSON.stringify((usual ?? []).flatMap((record) => (record.kind === 'world' ? [endingKey(record.scenario, record.end)] : []))));
  const pattern = scenarios === undefined ? words && literally(words) : `^(?:${scenarios.map(literally).join('|')})$`;
  const only = pattern === undefined ? [] : ['--testNamePattern', pattern];
  const { status, printed } = await run(project, [...jest, ...where, ...only], { [killVariable]: String(kill), [recordsVariable]: file, [endingsVariable]: endings });
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '') : [];
  const log = printed.slice(-4_000);
  if (lines.length === 0) throw new Error(`Not one scenario was told.\n${log}`);
  return { records: lines.map((line) => JSON.parse(line) as CrashRecord), failed: status !== 0, log };
}

function literally(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

function run(cwd: string, programArguments: readonly string[], environment: Readonly<Record<string, string>>): Promise<{ readonly status: number | null; readonly printed: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, programArguments, { cwd, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, printed: Buffer.concat(chunks).toString() }));
  });
}
