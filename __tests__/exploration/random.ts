/** A source of numbers that depends on its seed alone (mulberry32), so that every schedule can be made again. */
export interface Random {
  /** 0 ≤ n < limit. */
  below(limit: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  const below = (limit: number): number => next() % limit;
  return { below, pick: (items) => items[below(items.length)] ?? items[0] };
}

/** The item at a position counted round and round, or null if there is none: steps of a schedule name things this way. */
export function pickRound<Item>(items: readonly Item[], position: number): Item | null {
  return items.length === 0 ? null : (items[position % items.length] ?? null);
}
