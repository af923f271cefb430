/**
 * The requests that write cells and rows: only planned cells, neighbours in one request. Text is sent as text,
 * never as if somebody had typed it.
 */
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { showingOf, type Cell, type NewValue } from '../../domain/workbook.ts';
import { cellOf } from '../../domain/new-cell.ts';
import type { ModelRow, PlannedCell, TabModel } from './tab-model.ts';

export type CellData = api.Schema$CellData;
export type Request = api.Schema$Request;

/** What is written of a cell: only its value, or also its number format. */
export type Extent = 'value' | 'value and format';

export const FIELDS: Readonly<Record<Extent, string>> = {
  value: 'userEnteredValue',
  'value and format': 'userEnteredValue,userEnteredFormat.numberFormat',
};

/** Patterns of number formats (Sheets API guide, Date and number formats). */
export const PATTERNS = {
  date: { type: 'DATE', pattern: 'dd.mm.yyyy' },
  dateTime: { type: 'DATE_TIME', pattern: 'dd.mm.yyyy hh:mm' },
  time: { type: 'TIME', pattern: 'hh:mm' },
} as const satisfies Readonly<Record<string, api.Schema$NumberFormat>>;

/** A value as a cell. An empty text is an empty cell. */
export function dataOf(value: NewValue): CellData {
  const showing = showingOf(value);
  const data = plainData(cellOf(value));
  return showing === 'number' || showing === 'any'
    ? data
    : { ...data, userEnteredFormat: { numberFormat: PATTERNS[showing] } };
}

/**
 * What to write of a cell for a value: a date always with its format; a number replaces the format of a date, which
 * would show it as a day.
 */
function extentOf(value: NewValue, showsDates: boolean): Extent {
  const showing = showingOf(value);
  if (showing === 'any') return 'value';
  return showing === 'number' && !showsDates ? 'value' : 'value and format';
}

/** A cell as it was read, to put it back by its value if its copy is gone. */
export function restoredData(cell: Cell): CellData {
  if (typeof cell === 'object' && cell?.formula !== undefined)
    return { userEnteredValue: { formulaValue: `=${cell.formula}` } };
  const isDate = typeof cell === 'object' && cell?.isDate === true;
  const data = plainData(typeof cell === 'object' && cell !== null ? cell.value : cell);
  return isDate ? { ...data, userEnteredFormat: { numberFormat: PATTERNS.dateTime } } : data;
}

function plainData(cell: Cell): CellData {
  const value = typeof cell === 'object' && cell !== null ? cell.value : cell;
  if (value === null || value === '') return {};
  if (typeof value === 'string') return { userEnteredValue: { stringValue: value } };
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  return { userEnteredValue: { boolValue: value } };
}

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

/** The rows that go below the last, in order, without those that replace others. */
export function addedRows(tab: TabModel): readonly ModelRow[] {
  const replacement = new Set(tab.replacement ?? []);
  return tab.rows.filter((row) => row.added !== undefined && !replacement.has(row));
}

/** A row from column A on. Cells without a planned value are left out. */
export function rowData(row: ModelRow): readonly CellData[] {
  return row.cells.map((_, column) => {
    const value = row.added?.get(column);
    return value === undefined ? {} : dataOf(value);
  });
}

/** New rows go below the last row at the time of the write: Sheets finds the place (AppendCellsRequest). */
export function addedRequests(tab: TabModel): readonly Request[] {
  const rows = addedRows(tab);
  if (tab.seen === undefined || rows.length === 0) return [];
  const fields = FIELDS[extentOfRows(rows)];
  return [
    { appendCells: { sheetId: tab.id, rows: rows.map((row) => ({ values: [...rowData(row)] })), fields } },
  ];
}

const extentOfRows = (rows: readonly ModelRow[]): keyof typeof FIELDS =>
  rows.some(({ added }) => [...(added?.values() ?? [])].some((value) => extentOf(value, false) !== 'value'))
    ? 'value and format'
    : 'value';

/** All rows below the headings at once; other cells there are cleared (UpdateCellsRequest). */
export function replacementRequests(tab: TabModel): readonly Request[] {
  const { replacement, seen } = tab;
  if (replacement === undefined || seen === undefined) return [];
  const top = tab.headings()?.number ?? 0;
  const missing = top + replacement.length - seen.rowCount;
  const requests: Request[] =
    missing > 0 ? [{ appendDimension: { sheetId: tab.id, dimension: 'ROWS', length: missing } }] : [];
  if (top >= seen.rowCount && replacement.length === 0) return [];
  return [
    ...requests,
    {
      updateCells: {
        range: { sheetId: tab.id, startRowIndex: top },
        rows: replacement.map((row) => ({ values: [...rowData(row)] })),
        fields: FIELDS['value and format'],
      },
    },
  ];
}
