import { parseArgs } from 'node:util';

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
  /** Names of the measurements to make; empty: all. */
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
  --only start-up,merge-queue                                some measurements only
  --bundle dist/index.js --directory out/bench --json out/bench/figures.json --plot docs/images/bench-curve.svg
`;

export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
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
    },
  });
  return {
    commits: count('commits', values.commits, 10),
    files: count('files', values.files, 10),
    largeFileKilobytes: count('large-file-kilobytes', values['large-file-kilobytes'], 0),
    versions: count('versions', values.versions, 2),
    queued: count('queued', values.queued, 1),
    open: count('open', values.open, 1),
    unchanged: count('unchanged', values.unchanged, 0),
    runs: count('runs', values.runs, 1),
    latency: count('latency', values.latency, 0),
    curve: words(values.curve).map((pair) => {
      const { pullRequests, versions } = /^(?<pullRequests>\d{1,4})x(?<versions>\d{1,2})$/.exec(pair)?.groups ?? {};
      return { pullRequests: count('curve', pullRequests ?? '', 1), versions: count('curve', versions ?? '', 1) };
    }),
    only: words(values.only),
    bundle: values.bundle,
    directory: values.directory,
    json: values.json ?? null,
    plot: values.plot ?? null,
  };
}

function words(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim()).filter((word) => word !== '');
}

function count(name: string, text: string, least: number): number {
  const number = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least)) throw new Error(`--${name} takes a whole number from ${least} on, not ${text}\n${usage}`);
  return number;
}
