import { createHash } from 'node:crypto';
import type { Settings } from './schema.js';

/**
 * SHA-256, in hexadecimal, of the settings in force: equal exactly when the robot behaves alike. Where a value came
 * from, comments, and the order of keys do not matter; the order of a list does, and that of the patterns of
 * `allowed_prefixes`, of which the first that matches decides. Part of the landing record (spec 5).
 */
export function hashOf(settings: Settings): string {
  const entries = Object.entries(settings)
    .map(([name, value]: [string, unknown]) => [name, canonical(value, name === 'allowedPrefixes')] as const)
    .sort(byName);
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex');
}

function canonical(value: unknown, inOrder: boolean): unknown {
  if (!(value instanceof Map)) {
    return value;
  }
  const entries = [...(value as ReadonlyMap<string, unknown>)];
  return inOrder ? entries : entries.sort(byName);
}

/** By code units and not by locale: the same on every machine. */
function byName(left: readonly [string, unknown], right: readonly [string, unknown]): number {
  return left[0] < right[0] ? -1 : left[0] > right[0] ? 1 : 0;
}
