import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { judge, type Judgement, outdated } from './by-design.js';
import { compare, type Comparison } from './compare.js';
import { tellScenarios } from './pass.js';
import type { CrashRecord, Kill, WorldRecord } from './record.js';

/**
 * `npm run crash`: tells every scenario with each run of the robot killed after its first outside effect and started again
 * for the same event, then after the second, and so on until no run has so many; at last after each in turn, until
 * nothing is left to do. What a scenario leaves behind must be the same as without kills. Ends with status 1 where it is not.
 * `--only <words>` takes the scenarios whose name has the words, `--kill <n>` or `--kill each` only that pass.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, kill: { type: 'string' } } });
  const project = resolve(import.meta.dirname, '../..');
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  try {
    const usual = await tellScenarios(project, folder, { kill: 'never', ...(values.only === undefined ? {} : { words: values.only }) });
    if (usual.failed) throw new Error(`Scenarios fail without any kill; mend them first.\n${usual.log}`);
    const effects = effectsByScenario(usual.records);
    console.log(`${effects.size} scenarios, ${usual.records.length} worlds; of these have effects: ${[...effects.values()].filter((most) => most > 0).length}`);
    const results: Result[] = [];
    for (const kill of values.kill === undefined ? everyKill(effects) : [killOf(values.kill)]) {
      const result = await passWith(kill, project, folder, usual.records, effects);
      if (result !== null) results.push(result);
    }
    const told = values.kill === undefined ? new Set(effects.keys()) : new Set<string>();
    process.exitCode = report(results, told) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Result {
  readonly kill: Kill;
  readonly comparison: Comparison;
  readonly judgement: Judgement;
}

/** Null: no run has so many effects. */
async function passWith(kill: Kill, project: string, folder: string, usual: readonly CrashRecord[], effects: ReadonlyMap<string, number>): Promise<Result | null> {
  const scenarios = [...effects].filter(([, most]) => most >= (kill === 'each' ? 1 : Number(kill))).map(([scenario]) => scenario);
  if (scenarios.length === 0) return null;
  const pass = await tellScenarios(project, folder, { kill, scenarios, usual });
  const comparison = compare(usual.filter((record) => scenarios.includes(record.scenario)), pass.records);
  const judgement = judge(comparison.differences);
  console.log(lineOf(kill, comparison, judgement));
  for (const { scenario, since, lines } of judgement.wrong) {
    console.log([`  ${scenario}`, `    first seen after ${since ?? 'the last run'}; again: ${replay(kill, scenario)}`, ...lines.map((line) => `    ${line}`)].join('\n'));
  }
  return { kill, comparison, judgement };
}

function lineOf(kill: Kill, { scenarios, runsKilled, kills, leftAlone, equal, equalAfterSweep, differences, objections }: Comparison, { known }: Judgement): string {
  const when = kill === 'each' ? 'each effect in turn' : `effect ${kill}`;
  return `killed after ${when}: ${scenarios} scenarios, ${runsKilled} runs killed ${kills} times, ${leftAlone} left alone; `
    + `worlds that ended as without: ${equal}, after a sweep: ${equalAfterSweep}, differently: ${differences.length} (${known.length} known); `
    + `${objections} expectations saw it on the way`;
}

function replay(kill: Kill, scenario: string): string {
  return `npm run crash -- --kill ${kill} --only '${scenario.replaceAll("'", `'\\''`)}'`;
}

/** True if every difference is known, and so is every entry of the table still needed, as far as its scenario was told with all kills. */
function report(results: readonly Result[], told: ReadonlySet<string>): boolean {
  for (const { kill, judgement } of results) {
    for (const { difference, kind, reason } of judgement.known) console.log(`${kind}, killed after ${kill}: ${difference.scenario}: ${reason}`);
  }
  const old = outdated(told, results.flatMap(({ comparison }) => comparison.differences));
  for (const { scenario } of old) console.log(`nothing differs any more; take it out of by-design.ts: ${scenario}`);
  const sum = (figure: (result: Result) => number): number => results.reduce((total, result) => total + figure(result), 0);
  console.log(`${sum(({ comparison }) => comparison.kills)} kills, ${sum(({ judgement }) => judgement.wrong.length)} differences to explain.`);
  return old.length === 0 && results.every(({ judgement }) => judgement.wrong.length === 0);
}

/** The most effects a run of each scenario has, not counting runs the scenario kills itself. */
function effectsByScenario(records: readonly CrashRecord[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const { scenario, runs } of records.filter((record): record is WorldRecord => record.kind === 'world')) {
    const here = runs.filter(({ leftAlone }) => !leftAlone).map(({ effects }) => effects);
    most.set(scenario, Math.max(most.get(scenario) ?? 0, ...here));
  }
  return most;
}

function everyKill(effects: ReadonlyMap<string, number>): readonly Kill[] {
  return [...Array.from({ length: Math.max(...effects.values()) }, (_, index) => index + 1), 'each'];
}

function killOf(text: string): Kill {
  if (text === 'each' || /^[1-9]\d?$/u.test(text)) return text === 'each' ? text : Number(text);
  throw new Error(`--kill takes a number from 1, or "each", not ${text}`);
}

await main();
