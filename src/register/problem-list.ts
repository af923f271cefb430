/** The problems of a workbook: all of them counted, and so many of each kind kept as anybody can mend. */
import type { Level, Problem } from '../domain/problem.ts';

/** How many of one kind are kept for each tab. Those that follow are only counted. */
const MOST_OF_A_KIND = 10_000;

/** Problems of one kind that were counted and not kept. */
export interface Untold {
  readonly tab: string;
  readonly code: Problem['code'];
  readonly level: Level;
  readonly count: number;
}

/** Takes problems. */
export interface ProblemSink {
  push(problem: Problem): void;
}

export class ProblemList implements ProblemSink {
  readonly #kept: Problem[] = [];
  readonly #counts = new Map<string, { tab: string; code: Problem['code']; level: Level; count: number }>();

  push(problem: Problem): void {
    const { at, code, level } = problem;
    const key = `${at.tab}\n${code}\n${level}`;
    const kind = this.#counts.get(key) ?? { tab: at.tab, code, level, count: 0 };
    kind.count += 1;
    if (kind.count === 1) this.#counts.set(key, kind);
    if (kind.count <= MOST_OF_A_KIND) this.#kept.push(problem);
  }

  get kept(): readonly Problem[] {
    return this.#kept;
  }

  get untold(): readonly Untold[] {
    return [...this.#counts.values()]
      .filter(({ count }) => count > MOST_OF_A_KIND)
      .map((kind) => ({ ...kind, count: kind.count - MOST_OF_A_KIND }));
  }
}
