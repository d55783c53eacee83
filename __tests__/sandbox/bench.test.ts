import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Figures } from '../../sandbox/bench/report.js';

jest.setTimeout(240_000);

const run = promisify(execFile);
const project = join(import.meta.dirname, '../..');
const bundle = process.env.BERT_E_BUNDLE ?? join(project, 'dist/index.js');

/** No figure is compared with a time: the machine of a test may be busy. What is counted is the same everywhere. */
describe('the benchmark on tiny sizes', () => {
  let directory = '';
  let printed = '';
  let figures: Figures;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'bench-test-'));
    const [json, plot] = [join(directory, 'figures.json'), join(directory, 'curve.svg')];
    const sizes = ['--commits', '30', '--files', '40', '--large-file-kilobytes', '1', '--versions', '3', '--queued', '3', '--open', '4', '--unchanged', '3', '--runs', '1', '--curve', '2x2'];
    const line = ['--import', 'tsx', 'sandbox/bench/main.ts', ...sizes, '--bundle', bundle, '--directory', directory, '--json', json, '--plot', plot];
    printed = (await run(process.execPath, line, { cwd: project, maxBuffer: 1e8 })).stdout;
    figures = JSON.parse(await readFile(json, 'utf8')) as Figures;
    expect(await readFile(plot, 'utf8')).toMatch(/^<svg [^]*<\/svg>\n$/);
  });

  afterAll(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  test('its JSON has the documented shape, without names of the machine', () => {
    expect(Object.keys(figures)).toEqual(['format', 'machine', 'parameters', 'measurements', 'curve']);
    expect(Object.keys(figures.machine)).toEqual(['cores', 'memoryGigabytes', 'node']);
    expect(figures.measurements.map(({ name }) => name)).toEqual([
      'start-up', 'nothing-to-do', 'create-integration', 'update-integration', 'enter-queue', 'merge-queue', 'sweep',
    ]);
    for (const measurement of figures.measurements) {
      expect(measurement).toMatchObject({
        says: expect.any(String), milliseconds: expect.any(Number), emptyScriptMilliseconds: expect.any(Number), requests: expect.any(Number),
        requestsPerPullRequest: expect.any(Number), gitProcesses: expect.any(Number), bytesListed: expect.any(Number), bytesFetched: expect.any(Number),
        bytesPushed: expect.any(Number), peakMegabytes: expect.any(Number), targets: expect.any(Array),
      });
    }
    expect(figures.curve).toMatchObject([{ pullRequests: 2, versions: 2, requests: expect.any(Number), gitProcesses: expect.any(Number) }]);
    expect(JSON.stringify(figures)).not.toContain(directory);
  });

  test('the table has a row for each measurement', () => {
    for (const { says, name } of figures.measurements) expect(printed).toContain(`| ${says} (\`${name}\`) |`);
  });

  test('what is counted holds the targets: nothing fetched for nothing, few requests, few processes', () => {
    const of = (name: string) => figures.measurements.find((measurement) => measurement.name === name);
    expect(of('nothing-to-do')).toMatchObject({ requests: 5, gitProcesses: 1, bytesFetched: 0, bytesPushed: 0 });
    // Branches, history, its trees, all merges, push.
    expect(of('create-integration')).toMatchObject({ gitProcesses: 6 });
    expect(of('enter-queue')).toMatchObject({ gitProcesses: 6 });
    expect(of('merge-queue')).toMatchObject({ gitProcesses: 4 });
    // Three unchanged ones, a commented one, and what a sweep reads once.
    // For the queue, for what is closed, and for all that still wait.
    expect(of('sweep')?.gitProcesses).toBe(3);
    expect(of('sweep')?.requests).toBeLessThanOrEqual(2 * 4 + 6);
  });
});
