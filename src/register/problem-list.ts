/** The problems of a workbook: all are counted, and of each kind as many are kept as a person can correct. */
import { kindOf, type Problem, type Unlisted } from '../domain/problem.ts';

/** Receives problems. */
export interface ProblemSink {
  push(problem: Problem): void;
}

export class ProblemList implements ProblemSink {
  readonly #mostOfAKind: number;
  readonly #kept: Problem[] = [];
  readonly #kinds = new Map<string, { readonly like: Problem; count: number }>();

  /** How many of each kind are kept for each tab. The rest are only counted. */
  constructor(mostOfAKind: number) {
    this.#mostOfAKind = mostOfAKind;
  }

  push(problem: Problem): void {
    const name = kindOf(problem);
    const kind = this.#kinds.get(name) ?? { like: problem, count: 0 };
    kind.count += 1;
    if (kind.count === 1) this.#kinds.set(name, kind);
    if (kind.count <= this.#mostOfAKind) this.#kept.push(problem);
  }

  get kept(): readonly Problem[] {
    return this.#kept;
  }

  get unlisted(): readonly Unlisted[] {
    return [...this.#kinds.values()]
      .filter(({ count }) => count > this.#mostOfAKind)
      .map(({ like, count }) => ({ like, count: count - this.#mostOfAKind }));
  }
}
