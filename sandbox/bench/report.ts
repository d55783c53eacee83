import { cpus, totalmem } from 'node:os';
import type { CurvePoint } from './curve.js';
import type { BenchOptions } from './options.js';
import type { Measurement } from './scenarios.js';

/** What the benchmark writes as JSON; docs/performance.md describes the fields. */
export interface Figures {
  readonly format: 1;
  /** In general terms: no names. */
  readonly machine: { readonly cores: number; readonly memoryGigabytes: number; readonly node: string };
  readonly parameters: Readonly<Record<string, number>>;
  readonly measurements: readonly Measurement[];
  readonly curve: readonly CurvePoint[];
}

export function figuresOf(options: BenchOptions, measurements: readonly Measurement[], curve: readonly CurvePoint[]): Figures {
  const { commits, files, largeFileKilobytes, versions, queued, open, unchanged, runs, latency } = options;
  return {
    format: 1,
    machine: { cores: cpus().length, memoryGigabytes: Math.round(totalmem() / 2 ** 30), node: process.version },
    parameters: { commits, files, largeFileKilobytes, versions, queued, open, unchanged, runs, latency },
    measurements,
    curve,
  };
}

/** The figures as Markdown, for the terminal and for the documentation. */
export function table(measurements: readonly Measurement[], curve: readonly CurvePoint[]): string {
  const rows = measurements.map((result) => [
    `${result.says} (\`${result.name}\`)`,
    milliseconds(result.milliseconds),
    result.plainGitMilliseconds === null ? '' : `${milliseconds(result.plainGitMilliseconds)} (× ${(result.milliseconds / result.plainGitMilliseconds).toFixed(2)})`,
    `${milliseconds(result.emptyScriptMilliseconds)} (+ ${milliseconds(result.milliseconds - result.emptyScriptMilliseconds)})`,
    `${result.requests}${result.requestsPerPullRequest > 0 ? ` (${result.requestsPerPullRequest} about single pull requests)` : ''}`,
    String(result.gitProcesses),
    size(result.bytesFetched),
    `${Math.round(result.peakMegabytes)} MB`,
    result.targets.map(({ says, met }) => `${met ? '✓' : '✗'} ${says}`).join('<br>'),
  ]);
  const main = markdown(['what', 'time', 'plain git (ratio)', 'empty script (difference)', 'requests', 'git processes', 'fetched', 'peak memory', 'targets'], rows);
  const points = curve.map((point) => [
    String(point.pullRequests), String(point.versions), milliseconds(point.milliseconds), milliseconds(point.plainGitMilliseconds),
    milliseconds(point.beforePush), (point.beforePush / point.pullRequests / point.versions).toFixed(2),
    String(point.requests), String(point.gitProcesses), `${Math.round(point.peakMegabytes)} MB`,
  ]);
  return curve.length === 0 ? main : `${main}\n\n${markdown(['pull requests', 'versions', 'time', 'plain git', 'of the time before the push', 'of that ms per entry', 'requests', 'git processes', 'peak memory'], points)}`;
}

function markdown(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function milliseconds(value: number): string {
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(2)} s`;
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
