import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runAction } from '../runner/index.js';
import { git } from './git.js';
import type { BenchService } from './service.js';

/** An event as a runner hands it over. */
export interface BenchEvent {
  readonly name: string;
  readonly payload: unknown;
}

/** What one run of the action took. */
export interface RunFigures {
  /** Wall clock of the process, from its start to its end, or until its push was answered. */
  readonly milliseconds: number;
  /** From the start of the process until the service was asked something first; null: it never was. */
  readonly toFirstRequest: number | null;
  /** From the start of the process until its last push began; null: there was none. What comes after is git's work, and the server's. */
  readonly toPush: number | null;
  /** All requests to the REST interface, answers 304 included. */
  readonly requests: number;
  /** Of these, the ones about a single pull request or its head. */
  readonly requestsPerPullRequest: number;
  readonly gitProcesses: number;
  /** Lists of refs. */
  readonly bytesListed: number;
  /** Packs with objects. */
  readonly bytesFetched: number;
  readonly bytesPushed: number;
  /** Peak of the resident memory of the process, without git's. */
  readonly peakMegabytes: number;
  /** Of the outcome; null if the run was not waited for. */
  readonly code: string | null;
  /** Milliseconds by kind of git process, and when each ended, as the run's own log tells. */
  readonly log: readonly string[];
}

const metadata = join(import.meta.dirname, '../../action.yml');
const telling = /^(?:GET|POST|PATCH|DELETE) \/repos\/[^/]+\/[^/]+\/(?:pulls\/\d+|issues\/(?:\d+\/)?comments|statuses\/|commits\/[0-9a-f]+\/statuses)/u;

/**
 * Starts the bundle as a runner does, against the service. With `untilPush` the run is ended once its push is answered: what
 * it tells afterwards takes minutes, because GitHub wants no more than some eighty comments a minute.
 */
export async function measureAction(bundle: string, service: BenchService, directory: string, event: BenchEvent, untilPush = false): Promise<RunFigures> {
  service.forget();
  const end = new AbortController();
  service.onPush = () => {
    if (untilPush) end.abort();
  };
  const started = performance.now();
  const { result, peakMegabytes } = await runScript(resolve(bundle), service, directory, event, end.signal);
  service.onPush = () => undefined;
  const { traffic } = service;
  const printed = /(?<count>\d+) git processes/u.exec(result.log.join('\n'))?.groups?.count;
  const logged = result.log.filter((line) => line.startsWith('git '));
  return {
    milliseconds: untilPush && traffic.lastPush !== null ? traffic.lastPush - started : result.duration,
    toFirstRequest: traffic.firstRequest === null ? null : traffic.firstRequest - started,
    toPush: traffic.pushBegan === null ? null : traffic.pushBegan - started,
    requests: traffic.requests.length,
    requestsPerPullRequest: traffic.requests.filter((request) => telling.test(request)).length,
    // A run that was ended printed no sum, and perhaps had not yet logged its push.
    gitProcesses: printed === undefined ? logged.filter((line) => !line.startsWith('git push')).length + 1 : Number(printed),
    bytesListed: traffic.bytesListed,
    bytesFetched: traffic.bytesFetched,
    bytesPushed: traffic.bytesPushed,
    peakMegabytes,
    code: end.signal.aborted ? null : (result.outputs.code ?? result.rawLog.join('\n').slice(-2000)),
    log: result.log,
  };
}

/** Wall clock of a script without a line, started in the same way. */
export async function measureEmptyScript(service: BenchService, directory: string): Promise<number> {
  const emptyScript = join(directory, 'empty.mjs');
  await writeFile(emptyScript, '');
  return (await runScript(emptyScript, service, directory, { name: 'merge_group', payload: {} })).result.duration;
}

/**
 * Loaded before what is measured: writes the most memory the process ever had, in kilobytes; now and then as well, since a
 * process may be ended from outside.
 */
const peakScript = `const { renameSync, writeFileSync } = require('node:fs');
const write = () => {
  writeFileSync(process.env.BENCH_PEAK_FILE + '.new', String(process.resourceUsage().maxRSS));
  renameSync(process.env.BENCH_PEAK_FILE + '.new', process.env.BENCH_PEAK_FILE);
};
process.on('exit', write);
setInterval(write, 200).unref();
`;

async function runScript(script: string, service: BenchService, directory: string, event: BenchEvent, killSignal?: AbortSignal) {
  const peakFile = join(directory, 'peak.txt');
  await writeFile(peakFile, '0');
  await writeFile(join(directory, 'peak.cjs'), peakScript);
  const result = await runAction({
    bundle: script,
    metadata,
    inputs: { token: 'token-of-the-benchmark', 'fail-on': 'never' },
    event,
    repository: { fullName: 'acme/product', id: 1 },
    workflowRef: 'acme/product/.github/workflows/bert-e.yml@refs/heads/development/1.0',
    token: 'token-of-the-job',
    apiUrl: `${service.url}/api`,
    serverUrl: service.url,
    timeout: 900_000,
    ...(killSignal === undefined ? {} : { killSignal }),
    environment: { NODE_OPTIONS: `--require=${join(directory, 'peak.cjs')}`, BENCH_PEAK_FILE: peakFile },
  });
  return { result, peakMegabytes: Number(await readFile(peakFile, 'utf8')) / 1024 };
}

/** A ref as plain git would push it. */
export interface PushedRef {
  readonly ref: string;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * Milliseconds that plain git takes for the least possible: fetching these refs without file contents, and one atomic push
 * of a result that somebody else has made. That the result gets here is not measured.
 */
export async function measurePlainGit(service: BenchService, directory: string, fetched: readonly string[], pushed: readonly PushedRef[]): Promise<number> {
  await mkdir(directory, { recursive: true });
  const place = await mkdtemp(join(directory, 'plain-'));
  const remote = `${service.url}/acme/product`;
  try {
    const started = performance.now();
    await git(place, ['init', '--quiet', '--bare']);
    await appendFile(join(place, 'config'), `[remote "origin"]\n\turl = ${remote}\n\tpromisor = true\n\tpartialCloneFilter = blob:none\n`);
    await git(place, ['fetch', '--quiet', '--no-tags', '--filter=blob:none', '--no-write-fetch-head', 'origin', ...fetched.map((ref) => `+${ref}:${ref}`)]);
    const fetching = performance.now() - started;
    await writeFile(join(place, 'objects/info/alternates'), `${service.repository}/objects\n`);
    const again = performance.now();
    if (pushed.length > 0) {
      const leases = pushed.map(({ ref, from }) => `--force-with-lease=${ref}:${from ?? ''}`);
      await git(place, ['push', '--quiet', '--atomic', ...leases, remote, ...pushed.map(({ ref, to }) => `${to ?? ''}:${ref}`)]);
    }
    return fetching + performance.now() - again;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
