/** The requests that write cells in rows that are there: only those cells, neighbours together. */
import { dataOf, extentOf, FIELDS, type CellData, type Extent, type Request } from './cell-data.ts';
import type { PlannedCell, TabModel } from './tab-model.ts';

interface Piece {
  readonly row: number;
  readonly column: number;
  readonly extent: Extent;
  readonly data: CellData;
}

export function cellRequests(tab: TabModel): readonly Request[] {
  if (tab.seen === undefined) return [];
  return runs(tab.cells.map((cell) => pieceOf(tab, cell))).map((run) => update(tab.id, run));
}

function pieceOf(tab: TabModel, { row, column, was, becomes }: PlannedCell): Piece {
  const isDate = typeof was === 'object' && was?.isDate === true;
  const showsDates = isDate || tab.seen?.isEmptyDate(row.number, column) === true;
  return { row: row.number, column, extent: extentOf(becomes, showsDates), data: dataOf(becomes) };
}

/** Neighbours in a row that are written to the same extent. */
function runs(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const sorted = pieces.toSorted((one, other) => one.row - other.row || one.column - other.column);
  const found: Piece[][] = [];
  for (const piece of sorted) {
    const last = found.at(-1)?.at(-1);
    const follows =
      last?.row === piece.row && last.column + 1 === piece.column && last.extent === piece.extent;
    if (follows) found.at(-1)?.push(piece);
    else found.push([piece]);
  }
  return found;
}

function update(sheetId: number, run: readonly Piece[]): Request {
  const [first] = run;
  return {
    updateCells: {
      start: { sheetId, rowIndex: (first?.row ?? 1) - 1, columnIndex: first?.column ?? 0 },
      rows: [{ values: run.map(({ data }) => data) }],
      fields: FIELDS[first?.extent ?? 'value'],
    },
  };
}
