/** A tab just before a write and right after it, as far as can be seen: in the write's own answer, or in a later reading. */
import type { Cell, SheetRow } from '../../domain/workbook.ts';
import { cellValue } from '../../domain/workbook.ts';
import type { Copies } from './log-layout.ts';
import type { Grid } from './cells.ts';
import type { SeenTab } from './read.ts';
import type { Table } from './moved-cells.ts';

export interface BeforeAfter {
  readonly before: Table;
  /** What the write put where; rows from 1, columns from 0. */
  readonly after: Table;
}

/** Rows that a write put in, by their numbers: what it wrote in which column. */
export type Written = ReadonlyMap<number, ReadonlyMap<number, Cell>>;

export const tableOf = ({ rows, rowCount, columnCount }: SeenTab): Table => ({
  rows: new Map(rows.map(({ number, cells }) => [number, cells])),
  rowCount,
  columnCount,
});

/**
 * From the answer to the write itself: what the tab shows is what it holds after, and before it there stood in the rows
 * that were written in what the write log keeps. `isNew` tells of rows that were not there before.
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
 * Where the answer was lost, people may have edited since: only the copies are as they were. The rest is taken to have
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
  const headings = logRow(log, copies.headings.place);
  before.set(copies.headings.number, headings);
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

/** A formula reads other cells where its copy stands: its result is that of the copy of its value. */
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

/** The rows of a table that hold something, in order. */
export const filledRows = ({ rows }: Table): readonly SheetRow[] =>
  [...rows]
    .map(([number, cells]) => ({ number, hidden: false, cells }))
    .sort((one, other) => one.number - other.number);
