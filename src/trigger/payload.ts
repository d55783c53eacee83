/**
 * Reads a value inside a payload of unknown shape; undefined if the way leads nowhere. Own properties only, so that a
 * payload cannot be made to answer with what every object inherits.
 */
export function valueAt(payload: unknown, ...way: readonly string[]): unknown {
  let value = payload;
  for (const name of way) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) {
      return undefined;
    }
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

/** A text that is not empty, or null. */
export function textAt(payload: unknown, ...way: readonly string[]): string | null {
  const value = valueAt(payload, ...way);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A positive whole number, or null. */
export function numberAt(payload: unknown, ...way: readonly string[]): number | null {
  const value = valueAt(payload, ...way);
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** A full commit SHA, or null. */
export function shaAt(payload: unknown, ...way: readonly string[]): string | null {
  const value = textAt(payload, ...way);
  return value !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : null;
}
