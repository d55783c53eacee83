import { type Attempt, stateOf, type Witness, type World, type WorldState } from '../world/index.js';
import type { Kill, RunRecord } from './record.js';

/** More attempts than this at one run, and it does not get anywhere. */
const mostAttempts = 60;
const mostSweeps = 4;

export interface Ending {
  readonly how: 'finished' | 'discarded';
  readonly runs: readonly RunRecord[];
  readonly end: WorldState;
  readonly swept: WorldState | null;
}

/**
 * Has the runs of a world killed, and tells what became of it when it ends. If it does not end as usual, the schedule fires
 * until the robot has nothing left to do: stories often end before the events that follow from them are delivered.
 */
export function crashWitness(world: World, kill: Kill, endsAsUsual: (end: WorldState) => boolean, tell: (ending: Ending) => void): Witness {
  const runs: RunRecord[] = [];
  let isOver = false;
  let isAsked = false;
  return {
    nextKill: (earlier) => {
      // What a story arms is for one run: its repetition would have other weather, and rightly come to something else.
      if (isOver || (earlier.length === 0 && world.isDisturbed)) return null;
      if (earlier.length === 0 && kill !== 'never') world.ci.hold();
      isAsked = true;
      if (earlier.length > mostAttempts) throw new Error(`A run was killed ${earlier.length} times and does not come to an end.`);
      return nextKill(kill, earlier);
    },
    runEnded: async (run, attempts) => {
      if (isOver) return;
      world.ci.release();
      runs.push({
        subject: run.subject,
        kills: isAsked ? attempts.filter(({ killed }) => killed).length : 0,
        leftAlone: !isAsked,
        effects: attempts.at(-1)?.effects ?? 0,
        after: await stateOf(world),
      });
      isAsked = false;
    },
    worldEnds: async (how) => {
      isOver = true;
      const end = await stateOf(world);
      tell({ how, runs, end, swept: endsAsUsual(end) ? null : await sweep(world) });
    },
  };
}

async function sweep(world: World): Promise<WorldState | null> {
  if (!world.listensTo('schedule')) return null;
  world.github.faults.clear();
  for (let sweeps = 0; sweeps < mostSweeps; sweeps += 1) {
    const run = await world.sweep();
    if (run.writes.length + run.pushes.length === 0) break;
  }
  return stateOf(world);
}

function nextKill(kill: Kill, earlier: readonly Attempt[]): number | null {
  switch (kill) {
    case 'never':
      return null;
    case 'each':
      // What the service refuses is asked again by the next attempt, which then gets as far as the request after it.
      return 1 + earlier.filter(({ granted }) => !granted).length;
    default:
      return earlier.length === 0 ? kill : null;
  }
}
