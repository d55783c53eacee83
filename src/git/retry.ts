import { setTimeout as wait } from 'node:timers/promises';
import type { ProcessResult } from './processes.js';

const defaultDelays: readonly number[] = [1_000, 4_000];

/** Trouble on the way that may be over in a moment; an answer of the server about us or the repository is not. */
const passing = /returned error: (?:429|5[0-9][0-9])|HTTP (?:429|5[0-9][0-9])|could not resolve host|failed to connect|couldn't connect|connection (?:was )?(?:reset|refused|timed out)|timed out|early EOF|hung up unexpectedly|unexpected disconnect|recv failure|empty reply|GnuTLS|SSL_ERROR|gnutls_handshake|stream .{0,40}not closed cleanly/i;

/** Whether a read that failed like this may succeed when repeated. */
export function isWorthRepeating(result: ProcessResult): boolean {
  return result.status !== 0 && passing.test(result.errorText);
}

/** Repeats a read after each of the delays (milliseconds) while it fails in a way worth repeating. Never used for a push. */
export async function repeatReads<Result>(
  delays: readonly number[] | undefined,
  worthRepeating: (result: Result) => boolean,
  read: () => Promise<Result>,
): Promise<Result> {
  let result = await read();
  for (const delay of delays ?? defaultDelays) {
    if (!worthRepeating(result)) return result;
    await wait(delay);
    result = await read();
  }
  return result;
}
