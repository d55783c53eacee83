import type { CurvePoint } from './curve.js';

interface Line {
  readonly name: string;
  readonly colour: 'action' | 'own' | 'floor' | 'memory';
  readonly value: (point: CurvePoint) => number;
}

/** One set of axes, in the units of the picture. */
interface Panel {
  readonly left: number;
  readonly width: number;
  readonly title: string;
  /** Under the horizontal axis, a line each. */
  readonly horizontal: readonly string[];
  readonly lines: readonly Line[];
  /** A value the axis reaches at least, and a line across at a limit. */
  readonly limit: { readonly value: number; readonly says: string } | null;
}

const size = { width: 860, height: 420 };
const top = 92;
const bottom = 350;

const panels: readonly Panel[] = [
  {
    left: 64, width: 470, title: 'seconds to merge a queue', horizontal: ['entries in the queue (pull requests × versions)'], limit: null,
    lines: [
      { name: 'the action, its push included', colour: 'action', value: ({ milliseconds }) => milliseconds / 1000 },
      { name: 'plain git: fetch and push alone', colour: 'floor', value: ({ plainGitMilliseconds }) => plainGitMilliseconds / 1000 },
      { name: 'the action until its push begins', colour: 'own', value: ({ beforePush }) => beforePush / 1000 },
    ],
  },
  {
    left: 620, width: 216, title: 'peak memory of the action, MB', horizontal: ['entries in the queue'], limit: { value: 250, says: 'target: under 250 MB' },
    lines: [{ name: 'peak memory', colour: 'memory', value: ({ peakMegabytes }) => peakMegabytes }],
  },
];

const style = `text{fill:#1f2328;font:12px system-ui,sans-serif}.title{font-weight:600;font-size:13px}.faint{fill:#59636e}
.grid{stroke:#8c959f;stroke-opacity:.3}.axis{stroke:#59636e}.limit{stroke:#cf222e;stroke-dasharray:5 4}.says{fill:#cf222e}
polyline{fill:none;stroke-width:2.5}.action{stroke:#0969da;fill:#0969da}.own{stroke:#1a7f37;fill:#1a7f37}.floor{stroke:#8250df;fill:#8250df}.memory{stroke:#bc4c00;fill:#bc4c00}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.faint{fill:#9198a1}.axis{stroke:#9198a1}.limit{stroke:#ff7b72}.says{fill:#ff7b72}
.action{stroke:#58a6ff;fill:#58a6ff}.own{stroke:#3fb950;fill:#3fb950}.floor{stroke:#bc8cff;fill:#bc8cff}.memory{stroke:#ffa657;fill:#ffa657}}`;

/** What merging a queue costs over its number of entries, as an SVG picture that is readable on light and dark pages. */
export function drawCurve(points: readonly CurvePoint[]): string {
  const sorted = [...points].sort((one, other) => entriesOf(one) - entriesOf(other));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="Seconds to merge a queue, and the memory it takes, over its number of entries">
<style>${style}</style>
${panels.map((panel) => drawPanel(panel, sorted)).join('\n')}
</svg>
`;
}

function entriesOf({ pullRequests, versions }: CurvePoint): number {
  return pullRequests * versions;
}

function drawPanel({ left, width, title, horizontal, lines, limit }: Panel, points: readonly CurvePoint[]): string {
  const across = ticks(Math.max(1, ...points.map(entriesOf)), width > 300 ? 5 : 3);
  const up = ticks(Math.max(1, limit?.value ?? 0, ...points.flatMap((point) => lines.map(({ value }) => value(point)))), 5);
  const x = (value: number): string => round(left + (value / (across.at(-1) ?? 1)) * width);
  const y = (value: number): string => round(bottom - (value / (up.at(-1) ?? 1)) * (bottom - top));
  const right = left + width;
  return [
    `<text class="title" x="${left}" y="24">${title}</text>`,
    ...up.map((tick) => `<line class="${tick === 0 ? 'axis' : 'grid'}" x1="${left}" x2="${right}" y1="${y(tick)}" y2="${y(tick)}"/><text class="faint" x="${left - 8}" y="${Number(y(tick)) + 4}" text-anchor="end">${tick}</text>`),
    ...across.map((tick) => `<line class="axis" x1="${x(tick)}" x2="${x(tick)}" y1="${bottom}" y2="${bottom + 5}"/><text class="faint" x="${x(tick)}" y="${bottom + 20}" text-anchor="middle">${tick.toLocaleString('en')}</text>`),
    ...horizontal.map((text, index) => `<text x="${left + width / 2}" y="${bottom + 44 + 16 * index}" text-anchor="middle">${text}</text>`),
    ...(limit === null ? [] : [`<line class="limit" x1="${left}" x2="${right}" y1="${y(limit.value)}" y2="${y(limit.value)}"/><text class="says" x="${left + 4}" y="${Number(y(limit.value)) - 6}">${limit.says}</text>`]),
    ...lines.map((line) => drawLine(line, points, x, y)),
    ...(lines.length < 2 ? [] : lines.map(({ name, colour }, index) => `<line class="${colour}" stroke-width="2.5" x1="${left}" x2="${left + 22}" y1="${40 + 16 * index}" y2="${40 + 16 * index}"/><text x="${left + 30}" y="${44 + 16 * index}">${name}</text>`)),
  ].join('\n');
}

function drawLine({ name, colour, value }: Line, points: readonly CurvePoint[], x: (value: number) => string, y: (value: number) => string): string {
  const places = points.map((point) => `${x(entriesOf(point))},${y(value(point))}`);
  const dots = points.map((point) => `<circle class="${colour}" cx="${x(entriesOf(point))}" cy="${y(value(point))}" r="3.5"><title>${name}, ${point.pullRequests} × ${point.versions}: ${value(point).toFixed(1)}</title></circle>`);
  return [`<polyline class="${colour}" style="fill:none" points="${places.join(' ')}"/>`, ...dots].join('\n');
}

/** Round numbers from 0 to past `most`, about as many as asked for. */
function ticks(most: number, count: number): readonly number[] {
  const rough = most / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}

function round(value: number): string {
  return value.toFixed(1);
}
