import type { BrokenLaw } from './laws.js';
import { describeScenario, kindsOf, scenarioFrom } from './scenario.js';
import type { Scenario } from './scenario.js';
import { play, stepsFrom } from './schedule.js';
import type { Course, Step } from './schedule.js';

/** A schedule that broke a law, made as short as possible. */
export interface Failure {
  readonly seed: number;
  readonly scenario: Scenario;
  readonly steps: readonly Step[];
  readonly course: Course;
  /** Positions of the steps among those of the seed. */
  readonly path: readonly number[];
}

/** What an exploration came to. */
export interface Figures {
  readonly schedules: number;
  readonly steps: number;
  readonly runs: number;
  readonly merged: number;
  readonly faults: ReadonlyMap<string, number>;
  /** How often each outcome was come to. */
  readonly outcomes: ReadonlyMap<number, number>;
  /** How often each act found something to do. */
  readonly acts: ReadonlyMap<string, number>;
  /** How many worlds of each kind there were, and how many pull requests merged in them. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly mergedByKind: ReadonlyMap<string, number>;
  readonly failure: Failure | null;
}

/** Plays the schedules of consecutive seeds until one breaks a law or `goOn` says no. */
export async function explore(firstSeed: number, goOn: (schedules: number) => boolean): Promise<Figures> {
  const [faults, acts, kinds, mergedByKind] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const outcomes = new Map<number, number>();
  let [schedules, steps, runs, merged] = [0, 0, 0, 0];
  let failure: Failure | null = null;
  while (failure === null && goOn(schedules)) {
    const seed = firstSeed + schedules;
    const scenario = scenarioFrom(seed);
    const course = await play(scenario, stepsFrom(seed));
    schedules += 1;
    steps += course.effective.length;
    runs += course.runs;
    merged += course.merged;
    addTo(faults, course.faults);
    addTo(outcomes, course.outcomes);
    addTo(acts, course.acts);
    addTo(kinds, new Map(kindsOf(scenario).map((kind) => [kind, 1])));
    addTo(mergedByKind, new Map(kindsOf(scenario).map((kind) => [kind, course.merged])));
    if (course.broken !== null) failure = await shrink(seed, course);
  }
  return { schedules, steps, runs, merged, faults, outcomes, acts, kinds, mergedByKind, failure };
}

function addTo<Key>(sums: Map<Key, number>, counts: ReadonlyMap<Key, number>): void {
  for (const [key, times] of counts) sums.set(key, (sums.get(key) ?? 0) + times);
}

/** The same schedule with those steps only. */
export function replay(seed: number, path: readonly number[] | null): Promise<Course> {
  const all = stepsFrom(seed);
  return play(scenarioFrom(seed), path === null ? all : all.filter((_step, position) => path.includes(position)));
}

/**
 * Leaves out steps, in ever smaller pieces, as long as the same law breaks. Every candidate is played anew: nothing is
 * assumed about what a step means to the others.
 */
async function shrink(seed: number, course: Course): Promise<Failure> {
  const scenario = scenarioFrom(seed);
  const all = stepsFrom(seed);
  const law = course.broken?.law;
  const chosen = (path: readonly number[]): Step[] => path.flatMap((position) => all.slice(position, position + 1));
  let best = { path: [...course.effective], course };
  const tryPath = async (path: readonly number[]): Promise<boolean> => {
    const candidate = await play(scenario, chosen(path));
    if (candidate.broken?.law !== law) return false;
    best = { path: [...path], course: candidate };
    return true;
  };
  if (!(await tryPath(best.path))) best = { path: all.map((_step, position) => position), course };
  for (let size = Math.ceil(best.path.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < best.path.length;) {
      if (!(await tryPath([...best.path.slice(0, start), ...best.path.slice(start + size)]))) start += size;
    }
  }
  return { seed, scenario, steps: chosen(best.path), course: best.course, path: best.path };
}

/** What happened, in words, and how to see it again. */
export function storyOf({ seed, scenario, course, path, steps }: Failure): string {
  return [
    course.broken === null ? '' : describeBroken(course.broken),
    `In a repository with ${describeScenario(scenario)}:`,
    ...course.story.map((line) => `  ${line}`),
    `Steps: ${JSON.stringify(steps)}`,
    `Again: npm run explore -- --seed ${seed} --path ${path.length === 0 ? 'none' : path.join(',')}`,
  ].join('\n');
}

export function describeBroken({ law, words }: BrokenLaw): string {
  return `${typeof law === 'number' ? `Rule ${law} of spec 6` : `What ${law} promises`} is broken: ${words}`;
}
