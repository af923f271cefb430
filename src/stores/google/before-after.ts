/**
 * A written tab: how it was just before a write, and just after. The answer to the write shows both: the tab
 * after the write, and in the write log the old content of the written cells. If the answer was lost, a later reading is used.
 */
import type { Cell, CellValue, SheetRow } from '../../domain/workbook.ts';
import { cellValue, isEmptyCell } from '../../domain/workbook.ts';
import { cellOf } from '../../domain/new-cell.ts';
import { addedRows } from './cell-requests.ts';
import type { Table } from './moved-cells.ts';
import type { Grid } from './read-cells.ts';
import type { SeenTab, Snapshot } from './read.ts';
import type { ModelRow, TabModel } from './tab-model.ts';
import type { Copies } from './write-log.ts';

/** What can be seen of a write that was applied: its own answer, or a reading after the answer was lost. */
export interface Seen {
  readonly in: 'answer' | 'reading';
  /** The spreadsheet at that time. */
  readonly snapshot: Snapshot;
}

export interface BeforeAfter {
  readonly before: Table;
  /** What the write put in which cells; rows from 1, columns from 0. */
  readonly after: Table;
}

/** A tab that was written in, with what is known about the write. */
export interface WrittenTab {
  readonly tab: TabModel;
  readonly copies: Copies;
  readonly beforeAfter: BeforeAfter;
  /** The places of the rows that were added. */
  readonly places: ReadonlyMap<ModelRow, number>;
}

/** Rows that a write put in, by their numbers: what it wrote in which column. */
export type Written = ReadonlyMap<number, ReadonlyMap<number, Cell>>;

export const tabIn = ({ tabs }: Snapshot, tabId: number): SeenTab | undefined =>
  tabs.find(({ id }) => id === tabId);

export const tableOf = ({ rows, rowCount, columnCount }: SeenTab): Table => ({
  rows: new Map(rows.map(({ number, cells }) => [number, cells])),
  rowCount,
  columnCount,
});

/**
 * A planned tab as the write left it; undefined if nothing of it was copied, or it does not exist any more. A page has no
 * cells that could be in the wrong place: all of it was written.
 */
export function writtenTab(
  tab: TabModel,
  copies: Copies | undefined,
  { in: where, snapshot }: Seen,
): WrittenTab | undefined {
  const shown = tabIn(snapshot, tab.id);
  if (copies === undefined || tab.seen === undefined || shown === undefined) return undefined;
  if (tab.page !== undefined) return undefined;
  const log = snapshot.log?.grid;
  if (where === 'reading') {
    const places = new Map(addedRows(tab).map((row) => [row, row.number]));
    return { tab, copies, beforeAfter: beforeAfterInReading(tab.seen, copies, log, writtenBy(tab)), places };
  }
  const places = addedPlaces(tab, tableOf(shown));
  const numbers = new Set(places.values());
  const beforeAfter = beforeAfterInAnswer(shown, copies, log, (row) => numbers.has(row));
  return { tab, copies, beforeAfter, places };
}

/** The places of the new rows: the last consecutive rows with exactly that content. */
function addedPlaces(tab: TabModel, table: Table): ReadonlyMap<ModelRow, number> {
  const [rows, there] = [addedRows(tab), filledRows(table)];
  for (let start = there.length - rows.length; start >= 0 && rows.length > 0; start -= 1) {
    const block = there.slice(start, start + rows.length);
    if (block.every(({ cells }, index) => sameValues(cells, rows[index]?.cells ?? [])))
      return new Map(rows.map((row, index) => [row, block[index]?.number ?? 0]));
  }
  return new Map();
}

/** The rows of a table that hold something, in order. */
const filledRows = ({ rows }: Table): readonly Pick<SheetRow, 'number' | 'cells'>[] =>
  [...rows].map(([number, cells]) => ({ number, cells })).sort((one, other) => one.number - other.number);

function writtenBy({ cells, rows }: TabModel): Written {
  const written = new Map<number, Map<number, Cell>>();
  const put = (row: number, column: number, cell: Cell): void => {
    written.set(row, (written.get(row) ?? new Map<number, Cell>()).set(column, cell));
  };
  for (const { row, column, becomes } of cells) put(row.number, column, cellOf(becomes));
  for (const { number, added } of rows)
    for (const [column, value] of added ?? []) put(number, column, cellOf(value));
  return written;
}

/**
 * From the answer to the write itself. The tab shows what it holds after the write; what the written rows held before
 * is in the write log. `isNew` says which rows did not exist before.
 */
export function beforeAfterInAnswer(
  shown: SeenTab,
  copies: Copies,
  log: Grid | undefined,
  isNew: (row: number) => boolean,
): BeforeAfter {
  const after = tableOf(shown);
  const before = new Map([...after.rows].filter(([number]) => !isNew(number)));
  for (const [number, cells] of keptRows(copies, log)) {
    const beyond = after.rows.get(number)?.slice(copies.columnCount) ?? [];
    const copied = Array.from({ length: copies.columnCount }, (_, column) => cells[column] ?? null);
    before.set(number, beyond.length === 0 ? cells : [...copied, ...beyond]);
  }
  return { before: { ...after, rows: before }, after };
}

/**
 * If the answer was lost, people may have edited since: only the copies are as they were. The rest is assumed to have
 * been as it was when the write was planned.
 */
export function beforeAfterInReading(
  planned: SeenTab,
  copies: Copies,
  log: Grid | undefined,
  written: Written,
): BeforeAfter {
  const table = tableOf(planned);
  const before = new Map(copies.whole === undefined ? table.rows : []);
  before.set(copies.headings.number, logRow(log, copies.headings.place));
  for (const [number, cells] of keptRows(copies, log)) before.set(number, cells);
  const after = new Map(before);
  for (const [number, cells] of written) {
    const row = [...(copies.whole === undefined ? (before.get(number) ?? []) : [])];
    for (const [column, cell] of cells) {
      while (row.length <= column) row.push(null);
      row[column] = cell;
    }
    after.set(number, row);
  }
  return { before: { ...table, rows: before }, after: { ...table, rows: after } };
}

/** The rows of which the write log has exact copies, by their numbers. */
function keptRows(copies: Copies, log: Grid | undefined): ReadonlyMap<number, readonly Cell[]> {
  const rows = new Map<number, readonly Cell[]>();
  const { whole } = copies;
  if (whole !== undefined) {
    for (let index = 0; index < whole.rowCount; index += 1)
      rows.set(index + 1, logRow(log, whole.place + index));
  }
  for (const [number, place] of copies.exact) {
    const values = logRow(log, copies.values.get(number) ?? -1);
    rows.set(
      number,
      logRow(log, place).map((cell, column) => withValue(cell, values[column])),
    );
  }
  return rows;
}

/** The copy of a formula reads other cells, so the result is taken from the copy of its value. */
function withValue(cell: Cell, value: Cell | undefined): Cell {
  if (typeof cell !== 'object' || cell?.formula === undefined) return cell;
  const { error: _, ...plain } = cell;
  return { ...plain, value: cellValue(value) };
}

function logRow(grid: Grid | undefined, row: number): readonly Cell[] {
  if (grid === undefined) return [];
  const { cells = [] } = grid.rows[row - grid.top] ?? {};
  return grid.left === 0 ? cells : [...Array.from({ length: grid.left }, () => null), ...cells];
}

const valueIn = (cell: Cell | undefined): CellValue => (isEmptyCell(cell) ? null : cellValue(cell));

/** The copy of an error is not an error, so nothing is known about a cell with an error. */
const hasError = (cell: Cell | undefined): boolean => typeof cell === 'object' && cell?.error !== undefined;

/** Whether two rows hold the same values. */
export function sameValues(one: readonly Cell[], other: readonly Cell[]): boolean {
  const length = Math.max(one.length, other.length);
  for (let column = 0; column < length; column += 1) {
    const [left, right] = [one[column], other[column]];
    if (valueIn(left) !== valueIn(right) && !hasError(left) && !hasError(right)) return false;
  }
  return true;
}
