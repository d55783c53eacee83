import { createHash } from 'node:crypto';
import type { WorldState } from '../world/index.js';

/** When runs are killed: never, with their n-th effect once, or with the next effect again and again until one comes to its end. */
export type Kill = 'never' | number | 'each';

export interface RunRecord {
  /** The event that started it. */
  readonly subject: string;
  readonly kills: number;
  /** Nobody asked whether to kill it: its story disturbs it in a way of its own. */
  readonly leftAlone: boolean;
  /** Effects of the last attempt. */
  readonly effects: number;
  readonly after: WorldState;
}

/** What became of one world. */
export interface WorldRecord {
  readonly kind: 'world';
  /** Full name of the test. */
  readonly scenario: string;
  /** Below the project. */
  readonly file: string;
  /** Of the worlds of one scenario, from 0 in the order in which they were made. */
  readonly index: number;
  readonly how: 'finished' | 'discarded';
  readonly runs: readonly RunRecord[];
  readonly end: WorldState;
  /** After sweeps without kills, until one changes nothing. Null: the workflow has no schedule, or nobody needs to know. */
  readonly swept: WorldState | null;
}

/** An expectation of a scenario that did not hold and was passed over. */
export interface ObjectionRecord {
  readonly kind: 'objection';
  readonly scenario: string;
  readonly message: string;
}

export type CrashRecord = WorldRecord | ObjectionRecord;

/** Environment variables by which a pass tells the tests what to do: a {@link Kill}, the file that takes the records, and one with a list of {@link endingKey}s. */
export const killVariable = 'BERT_E_CRASH_KILL';
export const recordsVariable = 'BERT_E_CRASH_RECORDS';
export const endingsVariable = 'BERT_E_CRASH_ENDINGS';

/** The same for two worlds of one scenario that ended alike. */
export function endingKey(scenario: string, end: WorldState): string {
  return createHash('sha256').update(JSON.stringify([scenario, end.facts])).digest('hex');
}
