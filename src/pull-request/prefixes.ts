import { sourcePrefixes } from '../gitwaterflow/branch-name.js';

/**
 * The source prefixes a destination accepts (setting `allowed_prefixes`): those of the first pattern that matches it,
 * in the order of the settings; all, if none does. In a pattern `*` stands for any text.
 */
export function acceptedPrefixes(allowed: ReadonlyMap<string, readonly string[]>, destination: string): readonly string[] {
  for (const [pattern, prefixes] of allowed) {
    if (matchesPattern(pattern, destination)) {
      return prefixes;
    }
  }
  return sourcePrefixes;
}

/** Linear in the length of both: after each `*` the next piece is looked for once, from where the last one ended. */
export function matchesPattern(pattern: string, text: string): boolean {
  const [first = '', ...pieces] = pattern.split('*');
  const last = pieces.pop();
  if (last === undefined) {
    return pattern === text;
  }
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) {
    return false;
  }
  let position = first.length;
  const end = text.length - last.length;
  for (const piece of pieces) {
    const found = text.indexOf(piece, position);
    if (found === -1 || found + piece.length > end) {
      return false;
    }
    position = found + piece.length;
  }
  return true;
}
