/**
 * The known name that somebody most likely meant, or null if none is near: at most one edit per three characters. An
 * edit inserts, drops or replaces a character, or swaps two neighbours; case, dashes and camel case count for nothing.
 *
 * Own code because the published packages for it do not know swapped neighbours, the most frequent slip of all, and the
 * whole of it is one short loop.
 */
export function nearestName(name: string, known: Iterable<string>): string | null {
  if (name.length > longestName) {
    return null;
  }
  const wanted = folded(name);
  let nearest: string | null = null;
  let shortest = Math.floor(wanted.length / 3) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, folded(candidate));
    if (distance < shortest) {
      nearest = candidate;
      shortest = distance;
    }
  }
  return nearest;
}

/** The time taken grows with the square of the length, so a name of megabytes is not compared. */
const longestName = 64;

function folded(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/gu, '_').replaceAll(/[- .]/gu, '_').toLowerCase();
}

/** Restricted Damerau-Levenshtein distance ("optimal string alignment"). */
function editDistance(left: string, right: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, right.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
