import type { WorldState } from '../world/index.js';
import type { CrashRecord, ObjectionRecord, WorldRecord } from './record.js';

/** Two tellings of one story that did not leave the same world behind. */
export interface Difference {
  readonly scenario: string;
  readonly file: string;
  /** Facts that only one of both worlds shows at the end (after sweeps, if the first end was not the same), `-` the one without kills, `+` the one with them; or why there is no end. */
  readonly lines: readonly string[];
  /** The run (from 1) after which they were first not the same; null when they were at every run, as far as runs can be matched. */
  readonly since: string | null;
}

export interface Comparison {
  readonly scenarios: number;
  readonly runsKilled: number;
  readonly kills: number;
  /** Runs with effects that were not killed, since their stories disturb them in a way of their own. */
  readonly leftAlone: number;
  /** Worlds, of which a scenario may have several. */
  readonly equal: number;
  readonly equalAfterSweep: number;
  readonly differences: readonly Difference[];
  /** Expectations of scenarios that saw a kill. They stop nothing. */
  readonly objections: number;
}

/** Compares what a pass with kills left behind with what the one without it left behind, of the same scenarios. */
export function compare(usual: readonly CrashRecord[], killed: readonly CrashRecord[]): Comparison {
  const worlds = killed.filter(isWorld);
  const scenarios = new Set(usual.map(({ scenario }) => scenario));
  const compared = [...scenarios].flatMap((scenario) => pairs(usual.filter(isWorld).filter(of(scenario)), worlds.filter(of(scenario))));
  const differences = compared.flatMap(({ one, other }) => differenceAtEnd(one, other));
  const runs = worlds.flatMap((world) => world.runs);
  return {
    scenarios: scenarios.size,
    runsKilled: runs.filter(({ kills }) => kills > 0).length,
    kills: runs.reduce((sum, { kills }) => sum + kills, 0),
    leftAlone: runs.filter(({ leftAlone, effects }) => leftAlone && effects > 0).length,
    equal: compared.filter(({ one, other }) => other !== undefined && isAlike(one.end, other.end)).length,
    equalAfterSweep: compared.filter(({ one, other }) => other !== undefined && !isAlike(one.end, other.end) && isAlikeAfterSweep(one, other)).length,
    differences,
    objections: killed.filter((record): record is ObjectionRecord => record.kind === 'objection').length,
  };
}

function isWorld(record: CrashRecord): record is WorldRecord {
  return record.kind === 'world';
}

function of(name: string): (world: WorldRecord) => boolean {
  return ({ scenario }) => scenario === name;
}

interface Pair {
  readonly one: WorldRecord;
  /** Undefined: its counterpart never came to its end. */
  readonly other: WorldRecord | undefined;
}

/** Worlds of one scenario may be made side by side, in any order: those that ended alike belong together, the others as they come. */
function pairs(usual: readonly WorldRecord[], killed: readonly WorldRecord[]): readonly Pair[] {
  const left = [...killed].sort((a, b) => a.index - b.index);
  const take = (matching: (other: WorldRecord) => boolean): WorldRecord | undefined => {
    const at = left.findIndex(matching);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const alike = usual.map((one) => ({ one, other: take((other) => isAlike(one.end, other.end)) }));
  const settled = alike.map(({ one, other }) => ({ one, other: other ?? take((candidate) => isAlikeAfterSweep(one, candidate)) }));
  return settled.map(({ one, other }) => ({ one, other: other ?? take(() => true) }));
}

function isAlike(one: WorldState, other: WorldState): boolean {
  return linesThatDiffer(one.facts, other.facts).length === 0;
}

function isAlikeAfterSweep(one: WorldRecord, other: WorldRecord): boolean {
  return one.swept !== null && other.swept !== null && isAlike(one.swept, other.swept);
}

function differenceAtEnd(one: WorldRecord, other: WorldRecord | undefined): readonly Difference[] {
  const place = { scenario: one.scenario, file: one.file };
  if (other === undefined) return [{ ...place, lines: [`world ${one.index + 1} of this scenario never came to its end`], since: null }];
  if (isAlike(one.end, other.end) || isAlikeAfterSweep(one, other)) return [];
  const lines = linesThatDiffer((one.swept ?? one.end).facts, (other.swept ?? other.end).facts);
  if (one.how === 'finished' && other.how === 'discarded') lines.unshift('the story broke off: a kill led it astray');
  return [{ ...place, lines, since: firstDifference(one, other)?.since ?? null }];
}

/** Runs are matched by position; where one telling has another event at that place, they cannot be any more. */
function firstDifference(one: WorldRecord, other: WorldRecord): { readonly since: string; readonly lines: readonly string[] } | null {
  for (const [index, run] of one.runs.entries()) {
    const counterpart = other.runs[index];
    if (counterpart?.subject !== run.subject) return null;
    const lines = linesThatDiffer(run.after.facts, counterpart.after.facts);
    if (lines.length > 0) return { since: `run ${index + 1} (${run.subject})`, lines };
  }
  return null;
}

export function linesThatDiffer(one: readonly string[], other: readonly string[]): string[] {
  return [...without(one, other).map((line) => `- ${line}`), ...without(other, one).map((line) => `+ ${line}`)];
}

/** With multiplicity: a workflow run that is there twice differs from one that is there once. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}
