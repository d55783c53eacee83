import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the node process of a run used, its git processes not counted. */
export interface Figures {
  /** Most resident memory it ever had. */
  readonly megabytes: number;
  /** Seconds of processor time: unlike the time on the clock, much the same on a busy machine. */
  readonly processorSeconds: number;
}

export interface Measuring {
  /** For the environment of a run that is to be measured. */
  readonly environment: Readonly<Record<string, string>>;
  /** Of the last run that was measured. */
  figures(): Promise<Figures>;
  end(): Promise<void>;
}

const script = (file: string): string => `
const { writeFileSync } = require('node:fs');
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(${JSON.stringify(file)}, JSON.stringify({ megabytes: maxRSS / 1024, processorSeconds: (userCPUTime + systemCPUTime) / 1e6 }));
});
`;

/** A script that node loads before the action and that writes down, at the end, what it took. */
export async function startMeasuring(): Promise<Measuring> {
  const folder = await mkdtemp(join(tmpdir(), 'figures-'));
  const file = join(folder, 'figures.json');
  await writeFile(join(folder, 'measure.cjs'), script(file));
  return {
    environment: { NODE_OPTIONS: `--require=${join(folder, 'measure.cjs')}` },
    figures: async () => JSON.parse(await readFile(file, 'utf8')) as Figures,
    end: () => rm(folder, { recursive: true, force: true }),
  };
}
