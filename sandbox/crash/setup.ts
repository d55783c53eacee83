import { appendFileSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect } from '@jest/globals';
import { withWitness } from '../world/index.js';
import { passOverMatchers } from './matchers.js';
import { type CrashRecord, type Kill, endingKey, endingsVariable, killVariable, recordsVariable } from './record.js';
import { crashWitness } from './witness.js';

// Runs in the process of each test file, before its tests: see pass.ts.

const records = process.env[recordsVariable];
const kill = process.env[killVariable];
if (records === undefined || kill === undefined) throw new Error(`Started without ${recordsVariable} or ${killVariable}: use npm run crash.`);

const endings = new Set<string>(process.env[endingsVariable] === undefined ? [] : (JSON.parse(readFileSync(process.env[endingsVariable], 'utf8')) as string[]));
const worlds = new Map<string, number>();

withWitness((world) => {
  const { testPath, currentTestName: scenario = '' } = expect.getState();
  const index = worlds.get(scenario) ?? 0;
  worlds.set(scenario, index + 1);
  const file = relative(process.cwd(), testPath ?? '');
  return crashWitness(world, killOf(kill), (end) => endings.has(endingKey(scenario, end)), (ending) => write({ kind: 'world', scenario, file, index, ...ending }));
});

// A scenario that is told with kills goes on where it would have ended: what counts is the world it leaves behind.
if (kill !== 'never') passOverMatchers((message) => write({ kind: 'objection', scenario: expect.getState().currentTestName ?? '', message }));

function write(record: CrashRecord): void {
  appendFileSync(records ?? '', `${JSON.stringify(record)}\n`);
}

function killOf(text: string): Kill {
  return text === 'never' || text === 'each' ? text : Number(text);
}
