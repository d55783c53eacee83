/**
 * Answers of one run, by key. A promise is kept rather than its value, so that two who ask at the same time cause one
 * read. A read that failed is not remembered.
 */
export class Memory<Value> {
  readonly #answers = new Map<string, Promise<Value>>();

  /** The remembered answer, or a new read. */
  recall(key: string, read: () => Promise<Value>): Promise<Value> {
    return this.#answers.get(key) ?? this.refresh(key, read);
  }

  /** Always a new read, whose answer replaces the remembered one. Never shared: it must begin after it was asked for. */
  refresh(key: string, read: () => Promise<Value>): Promise<Value> {
    const answer = read();
    this.#answers.set(key, answer);
    answer.catch(() => {
      if (this.#answers.get(key) === answer) {
        this.#answers.delete(key);
      }
    });
    return answer;
  }

  /** The remembered answer, if there is one. */
  known(key: string): Promise<Value> | undefined {
    return this.#answers.get(key);
  }

  forget(key: string): void {
    this.#answers.delete(key);
  }

  forgetAll(): void {
    this.#answers.clear();
  }
}
