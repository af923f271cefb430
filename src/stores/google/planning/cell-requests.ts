/** The requests that write cells in rows that are there: only those cells, neighbours together. */
import {
  dataOf,
  extentOf,
  FIELDS,
  restoredData,
  type CellData,
  type Extent,
  type Request,
} from './cell-data.ts';
import type { Content, PlannedCell, TabModel } from './tab-model.ts';

interface Piece {
  readonly row: number;
  readonly column: number;
  readonly extent: Extent;
  readonly data: CellData;
}

/** `motorId`: the motor tab that is there until this write is done; what it keeps is put back as a copy, formulas and all. */
export function cellRequests(tab: TabModel, motorId: number | undefined): readonly Request[] {
  if (tab.seen === undefined) return [];
  const pieces: Piece[] = [];
  const copies: Request[] = [];
  for (const cell of tab.cells) {
    const { content } = cell;
    if (content.kind === 'restored' && content.from.motorId === motorId)
      copies.push(copyBack(tab, cell, content));
    else pieces.push(pieceOf(tab, cell, content));
  }
  return [...copies, ...runs(pieces).map((run) => update(tab.id, run))];
}

function pieceOf(tab: TabModel, { row, column, was }: PlannedCell, content: Content): Piece {
  const at = { row: row.number, column };
  if (content.kind === 'restored')
    return { ...at, extent: 'value and format', data: restoredData(content.cell) };
  const isDate = typeof was === 'object' && was?.isDate === true;
  const showsDates = isDate || tab.seen?.isEmptyDate(row.number, column) === true;
  return { ...at, extent: extentOf(content.value, showsDates), data: dataOf(content.value) };
}

function copyBack(
  tab: TabModel,
  { row, column }: PlannedCell,
  { from }: Extract<Content, { kind: 'restored' }>,
): Request {
  const one = (sheetId: number, top: number, left: number): object => ({
    sheetId,
    startRowIndex: top,
    endRowIndex: top + 1,
    startColumnIndex: left,
    endColumnIndex: left + 1,
  });
  return {
    copyPaste: {
      source: one(from.motorId, from.row, from.column),
      destination: one(tab.id, row.number - 1, column),
      pasteType: 'PASTE_NORMAL',
    },
  };
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
