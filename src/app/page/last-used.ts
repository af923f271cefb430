/** Keeps what was used last, and forgets what was not used for longest. */
export interface Limits {
  readonly count: number;
  /** Of all that is kept together. */
  readonly characters: number;
}

export class LastUsed<Value> {
  readonly #kept = new Map<string, Value>();
  readonly #limits: Limits;
  readonly #charactersOf: (value: Value) => number;

  constructor(limits: Limits, charactersOf: (value: Value) => number) {
    this.#limits = limits;
    this.#charactersOf = charactersOf;
  }

  get(key: string): Value | undefined {
    return this.#kept.get(key);
  }

  /** Keeps a value, also one that has grown since it was kept. The newest stays, whatever its size. */
  keep(key: string, value: Value): void {
    this.#kept.delete(key);
    this.#kept.set(key, value);
    let characters = [...this.#kept.values()].reduce((sum, one) => sum + this.#charactersOf(one), 0);
    for (const [oldest, one] of this.#kept) {
      const fits = this.#kept.size <= this.#limits.count && characters <= this.#limits.characters;
      if (fits || oldest === key) return;
      characters -= this.#charactersOf(one);
      this.#kept.delete(oldest);
    }
  }
}
