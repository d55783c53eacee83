/**
 * The `branches` filters of a workflow's triggers (GitHub's documentation, "Workflow syntax", filter patterns). A pattern
 * is run as a little automaton over the name, so that time is linear in its length whatever the pattern.
 */

/** What a place of a pattern accepts, and how often. */
interface Place {
  readonly accepts: (character: string) => boolean;
  readonly optional: boolean;
  readonly repeats: boolean;
}

/** True if the name passes the patterns. As on GitHub the last one that matches decides, and `!` takes away. */
export function passesFilter(name: string, patterns: readonly string[]): boolean {
  let passes = false;
  for (const pattern of patterns) {
    const negative = pattern.startsWith('!');
    if (matchesPattern(name, negative ? pattern.slice(1) : pattern)) {
      passes = !negative;
    }
  }
  return passes;
}

/** `*` stands for anything but a slash, `**` for anything; `?` and `+` repeat what is before them; `[…]` is one of these. */
export function matchesPattern(name: string, pattern: string): boolean {
  const places = readPattern(pattern);
  let reached = withOptional(new Set([0]), places);
  for (const character of name) {
    const next = new Set<number>();
    for (const position of reached) {
      const place = places[position];
      if (place?.accepts(character) === true) {
        next.add(position + 1);
        if (place.repeats) {
          next.add(position);
        }
      }
    }
    reached = withOptional(next, places);
  }
  return reached.has(places.length);
}

/** All positions that are reached without another character. */
function withOptional(positions: Set<number>, places: readonly Place[]): Set<number> {
  for (const position of positions) {
    if (places[position]?.optional === true) {
      // A set that grows while it is gone through is gone through to its new end.
      positions.add(position + 1);
    }
  }
  return positions;
}

function readPattern(pattern: string): readonly Place[] {
  const places: Place[] = [];
  const characters = Array.from(pattern);
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    const before = places.at(-1);
    if (character === '*') {
      const double = characters[index + 1] === '*';
      index += double ? 1 : 0;
      places.push({ accepts: double ? () => true : (other) => other !== '/', optional: true, repeats: true });
    } else if ((character === '?' || character === '+') && before !== undefined) {
      places.splice(-1, 1, { ...before, optional: before.optional || character === '?', repeats: before.repeats || character === '+' });
    } else if (character === '[' && characters.indexOf(']', index + 2) > 0) {
      const end = characters.indexOf(']', index + 2);
      places.push({ accepts: oneOf(characters.slice(index + 1, end)), optional: false, repeats: false });
      index = end;
    } else {
      // A backslash makes what follows an ordinary character.
      const literal = character === '\\' && index + 1 < characters.length ? (characters[(index += 1)] ?? '') : character;
      places.push({ accepts: (other) => other === literal, optional: false, repeats: false });
    }
  }
  return places;
}

/** `abc`, or ranges as in `0-9a-z`. */
function oneOf(members: readonly string[]): (character: string) => boolean {
  const ranges: Array<readonly [from: string, to: string]> = [];
  for (let index = 0; index < members.length; index += 1) {
    const from = members[index] ?? '';
    const isRange = members[index + 1] === '-' && index + 2 < members.length;
    ranges.push([from, isRange ? (members[index + 2] ?? '') : from]);
    index += isRange ? 2 : 0;
  }
  return (character) => ranges.some(([from, to]) => from <= character && character <= to);
}
