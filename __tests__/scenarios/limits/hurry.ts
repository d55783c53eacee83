import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Waits between two attempts last this much less; the clock goes on as if they had lasted in full. */
const factor = 100;

/**
 * Between half a second and eight: these are the waits before something is tried again. Limits on how long something may
 * take are longer, and stay: the machine is not faster than before. Only the one of a single request is shortened.
 */
const script = (requestLimit: number): string => `
const promises = require('node:timers/promises');
const { syncBuiltinESMExports } = require('node:module');
const isWait = (delay) => delay >= 500 && delay <= 8000;
const now = Date.now;
let ahead = 0;
Date.now = () => now() + ahead;
const hurried = (start) => (callback, delay, ...rest) => {
  if (!isWait(delay)) return start(callback, delay, ...rest);
  const end = Date.now() + delay;
  return start((...values) => { ahead = Math.max(ahead, end - now()); callback(...values); }, delay / ${factor}, ...rest);
};
globalThis.setTimeout = hurried(globalThis.setTimeout);
promises.setTimeout = (delay, value) => new Promise((resolve) => globalThis.setTimeout(resolve, delay, value));
const timeout = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (limit) => timeout(Math.min(limit, ${requestLimit}));
syncBuiltinESMExports();
`;

export interface Hurry {
  /** For the environment of a run. */
  readonly environment: Readonly<Record<string, string>>;
  end(): Promise<void>;
}

/** A script that node loads before the action. `requestLimit`: milliseconds one request may take, 30 s if not given. */
export async function startHurrying(requestLimit = 30_000): Promise<Hurry> {
  const folder = await mkdtemp(join(tmpdir(), 'hurry-'));
  await writeFile(join(folder, 'hurry.cjs'), script(requestLimit));
  return { environment: { NODE_OPTIONS: `--require=${join(folder, 'hurry.cjs')}` }, end: () => rm(folder, { recursive: true, force: true }) };
}
