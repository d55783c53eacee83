import type { BenchOptions } from './options.js';
import { measureScenario, scenarios } from './scenarios.js';
import type { BenchService } from './service.js';

/** What merging a queue costs at one size. */
export interface CurvePoint {
  readonly pullRequests: number;
  readonly versions: number;
  readonly milliseconds: number;
  /** Without those about single pull requests. */
  readonly requests: number;
  readonly gitProcesses: number;
  readonly peakMegabytes: number;
}

/** Merges queues of growing size, on a short history, so that what grows is the queue alone. */
export async function measureCurve(options: BenchOptions, service: BenchService): Promise<readonly CurvePoint[]> {
  const points: CurvePoint[] = [];
  for (const { pullRequests, versions } of options.curve) {
    console.error(`measuring the merge of ${pullRequests} pull requests × ${versions} versions …`);
    const size: BenchOptions = { ...options, commits: 1000, files: 1000, largeFileKilobytes: 0, versions, queued: pullRequests };
    const scenario = scenarios(size).find(({ name }) => name === 'merge-queue');
    if (scenario === undefined) throw new Error('There is no such scenario any more.');
    const result = await measureScenario(scenario, size, service);
    points.push({
      pullRequests, versions,
      milliseconds: result.milliseconds - result.emptyScriptMilliseconds,
      requests: result.requests - result.requestsPerPullRequest,
      gitProcesses: result.gitProcesses,
      peakMegabytes: result.peakMegabytes,
    });
  }
  return points;
}

const width = 640;
const height = 360;
const margin = { left: 64, right: 24, top: 40, bottom: 48 };

/** Time over the number of entries in the queue, as an SVG picture that is readable on light and dark pages. */
export function drawCurve(points: readonly CurvePoint[]): string {
  const entries = (point: CurvePoint): number => point.pullRequests * point.versions;
  const sorted = [...points].sort((one, other) => entries(one) - entries(other));
  const most = { entries: Math.max(1, ...sorted.map(entries)), seconds: Math.max(1, ...sorted.map(({ milliseconds }) => milliseconds / 1000)) };
  const x = (value: number): number => margin.left + (value / most.entries) * (width - margin.left - margin.right);
  const y = (value: number): number => height - margin.bottom - (value / most.seconds) * (height - margin.top - margin.bottom);
  const places = sorted.map((point) => ({ point, x: x(entries(point)), y: y(point.milliseconds / 1000) }));
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="Time to merge a queue over its number of entries">
<style>text{fill:#57606a}.line{stroke:#0969da;stroke-width:2;fill:none}.dot{fill:#0969da}.grid{stroke:#8c959f;stroke-opacity:.35}@media(prefers-color-scheme:dark){text{fill:#9198a1}}</style>
<text x="${margin.left}" y="20">seconds to merge a queue, over the number of entries (pull requests × versions)</text>
${ticks.map((tick) => `<line class="grid" x1="${margin.left}" x2="${width - margin.right}" y1="${place(y(tick * most.seconds))}" y2="${place(y(tick * most.seconds))}"/><text x="${margin.left - 8}" y="${place(y(tick * most.seconds) + 4)}" text-anchor="end">${(tick * most.seconds).toFixed(1)}</text>
<text x="${place(x(tick * most.entries))}" y="${height - margin.bottom + 20}" text-anchor="middle">${Math.round(tick * most.entries)}</text>`).join('\n')}
<polyline class="line" points="${places.map(({ x: across, y: down }) => `${place(across)},${place(down)}`).join(' ')}"/>
${places.map(({ point, x: across, y: down }) => `<circle class="dot" cx="${place(across)}" cy="${place(down)}" r="3"><title>${point.pullRequests} × ${point.versions}: ${(point.milliseconds / 1000).toFixed(1)} s</title></circle>`).join('\n')}
</svg>
`;
}

function place(value: number): string {
  return value.toFixed(1);
}
