import { existsSync } from 'node:fs';
import { readArguments, UsageError, wholeNumber } from '../command-line.js';

/** Sizes of what is generated, and where results go. */
export interface BenchOptions {
  /** Commits on the trunk before the oldest version branch starts, and after it. */
  readonly commits: number;
  readonly files: number;
  /** Kilobytes of each of twenty binary files, which nobody ever merges: they show whether contents are fetched for nothing. */
  readonly largeFileKilobytes: number;
  readonly versions: number;
  /** Pull requests in the queue that is merged. */
  readonly queued: number;
  /** Open pull requests of the sweep, and how many of them are as they were at the last one. */
  readonly open: number;
  readonly unchanged: number;
  /** Runs of each measurement, of which the median counts. */
  readonly runs: number;
  /** Milliseconds every answer of the REST interface is held back, as a network would. */
  readonly latency: number;
  /** Pairs of pull requests and versions for the curve; empty: none. */
  readonly curve: ReadonlyArray<{ readonly pullRequests: number; readonly versions: number }>;
  /** Names of the measurements to make; empty: all; `none`: none, for the curve alone. */
  readonly only: readonly string[];
  readonly bundle: string;
  /** Where generated histories are kept between benchmarks, and the work is done. */
  readonly directory: string;
  /** Files to write, if any. */
  readonly json: string | null;
  readonly plot: string | null;
}

export const usage = `npm run bench -- [options]
  --commits 20000 --files 20000 --large-file-kilobytes 256   the repository
  --versions 6 --queued 100 --open 200 --unchanged 190       what happens in it
  --runs 5 --latency 0                                       how it is measured
  --curve 25x2,100x6,400x10                                  sizes of the curve; empty for none
  --only start-up,merge-queue                                some measurements only; none for the curve alone
  --bundle dist/index.js --directory out/bench --json out/bench/figures.json --plot docs/images/bench-curve.svg

All measurements take minutes, the whole curve (25x2,50x4,100x6,200x6,200x10,400x10) several times as long, most of it in the
git of the server; how long it took is told at the end.
`;

/** Throws `UsageError` for what cannot be used. `scenarios`: the names that `--only` takes. */
export function readOptions(args: readonly string[], scenarios: readonly string[]): BenchOptions {
  const values = readArguments(args, {
    commits: { type: 'string', default: '20000' },
    files: { type: 'string', default: '20000' },
    'large-file-kilobytes': { type: 'string', default: '256' },
    versions: { type: 'string', default: '6' },
    queued: { type: 'string', default: '100' },
    open: { type: 'string', default: '200' },
    unchanged: { type: 'string', default: '190' },
    runs: { type: 'string', default: '5' },
    latency: { type: 'string', default: '0' },
    curve: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
    bundle: { type: 'string', default: 'dist/index.js' },
    directory: { type: 'string', default: 'out/bench' },
    json: { type: 'string' },
    plot: { type: 'string' },
  });
  const only = words(values.only);
  const unknown = only.find((name) => name !== 'none' && !scenarios.includes(name));
  if (unknown !== undefined) throw new UsageError('--only cannot be used', `names among ${scenarios.join(', ')}, or none`, unknown);
  if (!existsSync(values.bundle)) throw new UsageError('--bundle cannot be used', 'the built action (npm run build makes dist/index.js)', `no file ${values.bundle}`);
  return {
    commits: wholeNumber('commits', values.commits, 10),
    files: wholeNumber('files', values.files, 10),
    largeFileKilobytes: wholeNumber('large-file-kilobytes', values['large-file-kilobytes'], 0),
    versions: wholeNumber('versions', values.versions, 2),
    queued: wholeNumber('queued', values.queued, 1),
    open: wholeNumber('open', values.open, 1),
    unchanged: wholeNumber('unchanged', values.unchanged, 0),
    runs: wholeNumber('runs', values.runs, 1),
    latency: wholeNumber('latency', values.latency, 0),
    curve: words(values.curve).map(pointOf),
    only,
    bundle: values.bundle,
    directory: values.directory,
    json: values.json ?? null,
    plot: values.plot ?? null,
  };
}

function pointOf(text: string): BenchOptions['curve'][number] {
  const { pullRequests, versions } = /^(?<pullRequests>\d{1,4})x(?<versions>\d{1,2})$/u.exec(text)?.groups ?? {};
  const point = { pullRequests: Number(pullRequests), versions: Number(versions) };
  if (!(point.pullRequests >= 1) || !(point.versions >= 2)) throw new UsageError('--curve cannot be used', 'pull requests and at least two versions, as in 25x2,100x6', text);
  return point;
}

function words(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim()).filter((word) => word !== '');
}
