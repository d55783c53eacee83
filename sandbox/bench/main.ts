import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { runCommand } from '../command-line.js';
import { drawCurve } from './curve-picture.js';
import { measureCurve } from './curve.js';
import type { CurvePoint } from './curve.js';
import { readOptions, usage } from './options.js';
import type { BenchOptions } from './options.js';
import { figuresOf, table } from './report.js';
import { measureScenario, scenarioNames, scenarios } from './scenarios.js';
import type { Measurement } from './scenarios.js';
import { BenchService } from './service.js';
import { emptyState } from './state.js';

async function bench(given: BenchOptions): Promise<void> {
  const options = { ...given, directory: resolve(given.directory) };
  const started = Date.now();
  await mkdir(resolve(options.directory, 'work'), { recursive: true });
  const service = await BenchService.start(emptyState(), options.latency);
  const measurements: Measurement[] = [];
  let curve: readonly CurvePoint[] = [];
  try {
    for (const scenario of scenarios(options).filter(({ name }) => options.only.length === 0 || options.only.includes(name))) {
      console.error(`measuring ${scenario.name}: ${scenario.says} …`);
      measurements.push(await measureScenario(scenario, options, service));
    }
    curve = await measureCurve(options, service);
  } finally {
    await service.stop();
  }
  console.log(table(measurements, curve));
  await save(options.json, () => `${JSON.stringify(figuresOf(options, measurements, curve), null, 2)}\n`);
  await save(options.plot, () => drawCurve(curve));
  console.error(`done in ${((Date.now() - started) / 60_000).toFixed(1)} minutes`);
}

async function save(path: string | null, content: () => string): Promise<void> {
  if (path === null) return;
  await mkdir(dirname(resolve(path)), { recursive: true });
  await writeFile(path, content());
}

await runCommand('bench', async (args) => {
  if (args.includes('--help')) console.log(usage);
  else await bench(readOptions(args, scenarioNames));
});
