import type { RobotRun } from './robot-run.js';
import type { World } from './world.js';

/** One process of a run that is started again when it is killed. */
export interface Attempt {
  readonly killed: boolean;
  /** REST requests that were not reads, and pushes, granted or not. */
  readonly effects: number;
  /** At least one of them was granted. */
  readonly granted: boolean;
}

/**
 * Somebody who goes along with a world without its story knowing: may have each run killed and started again, and looks at
 * the world after every run and at its end.
 */
export interface Witness {
  /**
   * With which effect (from 1) the next attempt at a run is killed, done but not answered; null to let it come to its end.
   * An attempt that ended by itself is the last. Not asked about runs whose story chooses their end itself, or which are
   * under way at the same time as others.
   */
  readonly nextKill: (earlier: readonly Attempt[]) => number | null;
  readonly runEnded: (run: RobotRun, attempts: readonly Attempt[]) => Promise<void>;
  /** Before it is closed. `discarded`: its story has failed. */
  readonly worldEnds: (how: 'finished' | 'discarded') => Promise<void>;
}

/** Null: nobody goes along with this world. */
export type WitnessOf = (world: World) => Witness | null;

let present: WitnessOf = () => null;

/** From now on each new world of this process has a witness; answers the way back to how it was. */
export function withWitness(witnessOf: WitnessOf): () => void {
  const before = present;
  present = witnessOf;
  return () => {
    present = before;
  };
}

export function presentWitness(): WitnessOf {
  return present;
}
