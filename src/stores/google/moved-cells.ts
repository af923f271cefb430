/** Where the cells of a tab have gone while people edited it, told by what stands in its rows and columns. */
import { cellValue, isEmptyCell, type Cell } from '../../domain/workbook.ts';
import { matchLines, type Line, type Match } from './moved-lines.ts';

/** What stands in a tab: rows by their numbers, from 1, as far as they hold something. */
export interface Table {
  readonly rows: ReadonlyMap<number, readonly Cell[]>;
  /** The size of its grid. */
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Where a cell is by now: the row from 1, the column from 0. */
export type Whereabouts = { readonly row: number; readonly column: number } | 'gone' | 'unknown';

/**
 * What a cell holds, as text to compare by; nothing for an empty one. A formula is known by all but its references and its
 * result: both change when people move rows.
 */
export function markOf(cell: Cell | undefined): string | undefined {
  if (typeof cell === 'object' && cell?.formula !== undefined)
    return `=${cell.formula.replaceAll(/\$?[A-Z]{1,3}\$?\d+|#REF!/gu, 'A1')}`;
  if (isEmptyCell(cell)) return undefined;
  const value = cellValue(cell);
  return `${typeof value}:${String(value)}`;
}

/** How the cells of a tab have moved from one moment to another. */
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

  /** Where the cell that stood in a row (from 1) and a column (from 0) is by now, with all of its row and its column. */
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

/** Whether what a cell holds stands in a table, and only once. */
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

/** Rows by what stands under which column. `nameOf` gives a column's name in both moments, if it is there in both. */
function rowsOf({ rows, rowCount }: Table, nameOf: (column: number) => number | undefined): readonly Line[] {
  return Array.from({ length: rowCount }, (_, index) =>
    (rows.get(index + 1) ?? []).flatMap((cell, column) => {
      const [mark, name] = [markOf(cell), nameOf(column)];
      return mark === undefined || name === undefined ? [] : [`${name} ${mark}`];
    }),
  );
}
