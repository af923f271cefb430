/**
 * Where the cells of a tab have moved while people edited it: found by the content of its rows and columns. What cannot
 * be known is `unknown`.
 */
import { cellValue, isEmptyCell, type Cell } from '../../domain/workbook.ts';
import { groupBy } from '../../domain/group.ts';

/** The content of a tab: the rows that hold something, by their numbers, from 1. */
export interface Table {
  readonly rows: ReadonlyMap<number, readonly Cell[]>;
  /** The size of its grid. */
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Where a cell is now: the row from 1, the column from 0. */
export type Whereabouts = { readonly row: number; readonly column: number } | 'gone' | 'unknown';

/**
 * What a cell holds, as text to compare by; nothing for an empty one. A formula is compared without its references and its
 * result: both change when people move rows.
 */
export function markOf(cell: Cell | undefined): string | undefined {
  if (typeof cell === 'object' && cell?.formula !== undefined)
    return `=${cell.formula.replaceAll(/\$?[A-Z]{1,3}\$?\d+|#REF!/gu, 'A1')}`;
  if (isEmptyCell(cell)) return undefined;
  const value = cellValue(cell);
  return `${typeof value}:${String(value)}`;
}

/** How the cells of a tab have moved from one reading to another. */
export class Alignment {
  readonly #from: Table;
  readonly #to: Table;
  readonly #columns: Match;
  readonly #rows: Match;

  constructor(from: Table, to: Table) {
    this.#from = from;
    this.#to = to;
    this.#columns = matchLines(columnsOf(from), columnsOf(to));
    const own = new Map<number, number>();
    for (const [column, place] of this.#columns.places.entries())
      if (typeof place === 'number') own.set(place, column);
    const fromRows = rowsOf(from, (column) =>
      typeof this.#columns.places[column] === 'number' ? column : undefined,
    );
    this.#rows = matchLines(
      fromRows,
      rowsOf(to, (column) => own.get(column)),
    );
  }

  /** Whether every row and column is where it was. */
  isStill(): boolean {
    const [from, to] = [this.#from, this.#to];
    if (from.rowCount !== to.rowCount || from.columnCount !== to.columnCount) return false;
    return this.#rows.isStill && this.#columns.isStill;
  }

  /** Where the cell from a row (from 1) and a column (from 0) is now, found by the whole row and the whole column. */
  find(row: number, column: number): Whereabouts {
    const mark = markOf(this.#from.rows.get(row)?.[column]);
    const places = mark === undefined ? [] : placesOf(this.#to, mark);
    if (mark !== undefined) {
      const [only] = places;
      if (only === undefined) return 'gone';
      if (places.length === 1 && placesOf(this.#from, mark).length === 1) return only;
    }
    const [atRow, atColumn] = [this.#rows.places[row - 1], this.#columns.places[column]];
    if (atRow === 'gone' || atColumn === 'gone') return 'gone';
    if (atRow !== undefined && atColumn !== undefined) return { row: atRow + 1, column: atColumn };
    return 'unknown';
  }
}

/** Whether the content of a cell is in a table exactly once. */
export function isAlone(table: Table, cell: Cell): boolean {
  const mark = markOf(cell);
  return mark !== undefined && placesOf(table, mark).length === 1;
}

function placesOf(
  { rows }: Table,
  mark: string,
): readonly { readonly row: number; readonly column: number }[] {
  return [...rows].flatMap(([row, cells]) =>
    cells.flatMap((cell, column) => (markOf(cell) === mark ? [{ row, column }] : [])),
  );
}

function columnsOf({ rows, columnCount }: Table): readonly Line[] {
  const lines = Array.from({ length: columnCount }, (): string[] => []);
  for (const cells of rows.values()) {
    for (const [column, cell] of cells.entries()) {
      const mark = markOf(cell);
      if (mark !== undefined) lines[column]?.push(mark);
    }
  }
  return lines;
}

/** Rows by what they hold in which column. `nameOf` gives a column's name in both readings, if it is there in both. */
function rowsOf({ rows, rowCount }: Table, nameOf: (column: number) => number | undefined): readonly Line[] {
  return Array.from({ length: rowCount }, (_, index) =>
    (rows.get(index + 1) ?? []).flatMap((cell, column) => {
      const [mark, name] = [markOf(cell), nameOf(column)];
      return mark === undefined || name === undefined ? [] : [`${name} ${mark}`];
    }),
  );
}

/** A row or a column: the marks of its content, in any order. */
export type Line = readonly string[];

/** The place of each line now; `gone`; or undefined if it cannot be known. */
export type Places = readonly (number | 'gone' | undefined)[];

export interface Match {
  readonly places: Places;
  /** Every line is where it was, and none has replaced another. */
  readonly isStill: boolean;
}

/** Finds lines again: by all they hold, by most of it, and by the lines around them. */
function matchLines(from: readonly Line[], to: readonly Line[]): Match {
  const matching = new Matching(from, to);
  matching.byAll();
  matching.byMost();
  const { places } = matching;
  const isKnown = from.every((line, index) => line.length === 0 || places[index] === index);
  matching.byNeighbours();
  matching.byElimination();
  return { places, isStill: isKnown && places.every((place, index) => place === index) };
}

class Matching {
  readonly places: (number | 'gone' | undefined)[];
  readonly #from: readonly Line[];
  readonly #to: readonly Line[];
  readonly #taken = new Set<number>();

  constructor(from: readonly Line[], to: readonly Line[]) {
    this.#from = from;
    this.#to = to;
    this.places = Array.from({ length: from.length }, () => undefined);
  }

  /** Lines with exactly the same content, in their order, if there are as many as before. */
  byAll(): void {
    const keyed = (lines: readonly Line[]): ReadonlyMap<string, readonly number[]> =>
      groupBy(
        [...lines.keys()].filter((index) => lines[index]?.length !== 0),
        (index) => JSON.stringify(lines[index]?.toSorted()),
      );
    const there = keyed(this.#to);
    for (const [key, indices] of keyed(this.#from)) {
      const found = there.get(key) ?? [];
      if (found.length === indices.length)
        for (const [at, index] of indices.entries()) this.#take(index, found[at]);
    }
  }

  /** Lines that share at least half of what they held, and more than with any other remaining line. */
  byMost(): void {
    const mine = this.#openFrom().filter((index) => this.#from[index]?.length !== 0);
    const theirs = this.#openTo().filter((index) => this.#to[index]?.length !== 0);
    const scores = mine.flatMap((one) =>
      theirs.flatMap((other) => {
        const score = shared(this.#from[one] ?? [], this.#to[other] ?? []);
        return score > 0 && score * 2 >= (this.#from[one]?.length ?? 0) ? [{ one, other, score }] : [];
      }),
    );
    scores.sort((left, right) => right.score - left.score);
    for (const { one, other, score } of scores) {
      if (this.places[one] !== undefined || this.#taken.has(other)) continue;
      const rivals = scores.filter(
        (each) =>
          each.score === score &&
          (each.one === one) !== (each.other === other) &&
          this.places[each.one] === undefined &&
          !this.#taken.has(each.other),
      );
      if (rivals.length === 0) this.#take(one, other);
    }
  }

  /** Lines between two lines that are found again, if there are as many between them as before. If there are none, they are gone. */
  byNeighbours(): void {
    for (const { start, end, first, last } of this.#gaps()) {
      const size = end - start;
      if (last - first === size) for (let at = 0; at < size; at += 1) this.#take(start + at, first + at);
      else if (last === first) for (let at = start; at < end; at += 1) this.places[at] = 'gone';
    }
  }

  /** The last line, if only one is left on the other side too. */
  byElimination(): void {
    const [mine, theirs] = [this.#openFrom(), this.#openTo()];
    const [one] = mine;
    if (mine.length === 1 && theirs.length === 1 && one !== undefined) this.#take(one, theirs[0]);
  }

  /** Consecutive lines that are not found yet, and the lines now free between their neighbours. */
  *#gaps(): Iterable<{
    readonly start: number;
    readonly end: number;
    readonly first: number;
    readonly last: number;
  }> {
    const highest = [...this.#taken].reduce((most, place) => Math.max(most, place), -1);
    let start = 0;
    while (start < this.places.length) {
      if (this.places[start] !== undefined) {
        start += 1;
        continue;
      }
      let end = start;
      while (end < this.places.length && this.places[end] === undefined) end += 1;
      const isTail = end === this.places.length;
      const [before, after] = [this.places[start - 1] ?? -1, this.places[end] ?? this.#to.length];
      const first = isTail ? highest + 1 : before === 'gone' ? -1 : before + 1;
      const last = isTail ? this.#to.length : after === 'gone' ? -1 : after;
      if (last >= first && first >= 0 && this.#areFree(first, last)) yield { start, end, first, last };
      start = end;
    }
  }

  #areFree(first: number, last: number): boolean {
    for (let index = first; index < last; index += 1) if (this.#taken.has(index)) return false;
    return true;
  }

  #take(index: number, place: number | undefined): void {
    if (place === undefined) return;
    this.places[index] = place;
    this.#taken.add(place);
  }

  #openFrom(): readonly number[] {
    return [...this.places.keys()].filter((index) => this.places[index] === undefined);
  }

  #openTo(): readonly number[] {
    return [...this.#to.keys()].filter((index) => !this.#taken.has(index));
  }
}

/** How many marks two lines have in common, each counted as often as it is in both. */
function shared(one: Line, other: Line): number {
  const left = [...other];
  let count = 0;
  for (const mark of one) {
    const at = left.indexOf(mark);
    if (at === -1) continue;
    left.splice(at, 1);
    count += 1;
  }
  return count;
}
