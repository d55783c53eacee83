/** Positions of commits, of which the one of the highest generation comes out first. */
export class GenerationHeap {
  readonly #positions: number[] = [];

  constructor(private readonly generationOf: (position: number) => number) {}

  push(position: number): void {
    const heap = this.#positions;
    let place = heap.length;
    heap.push(position);
    for (let above = (place - 1) >> 1; place > 0 && this.#isHigher(position, this.#at(above)); above = (place - 1) >> 1) {
      heap[place] = this.#at(above);
      place = above;
    }
    heap[place] = position;
  }

  pop(): number | undefined {
    const heap = this.#positions;
    const [top] = heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) {
      return top;
    }
    let place = 0;
    for (let below = 1; below < heap.length; below = 2 * place + 1) {
      const chosen = below + 1 < heap.length && this.#isHigher(this.#at(below + 1), this.#at(below)) ? below + 1 : below;
      if (!this.#isHigher(this.#at(chosen), last)) {
        break;
      }
      heap[place] = this.#at(chosen);
      place = chosen;
    }
    heap[place] = last;
    return top;
  }

  #at(place: number): number {
    return this.#positions[place] ?? 0;
  }

  #isHigher(one: number, other: number): boolean {
    return this.generationOf(one) > this.generationOf(other);
  }
}
