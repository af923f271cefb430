import {
  isEmptyCell,
  sameCell,
  showingOf,
  type Cell,
  type NewValue,
  type Refusal,
  type Showing,
} from '../../../domain/workbook.ts';
import { attributeOf, rootOf } from '../package/xml-edit.ts';
import { columnFinder, type ColumnFinder } from '../../find.ts';
import { cellOf } from '../../../domain/new-cell.ts';
import { heightOf, type TextColumn } from './row-height.ts';
import { cellSpans } from './row-xml.ts';
import type { SheetEditor } from './sheet-editor.ts';
import type { EditedRow } from './take-rows.ts';

/** Values by heading. */
type RowValues = Readonly<Record<string, NewValue>>;

/** What the rows need to know about styles. */
export interface Looks {
  /** A style that shows a value as it was meant: the given one if it does, otherwise one like it. */
  styleFor(style: number, showing: Showing): number;
  /** Whether text in a style breaks into several lines. */
  wraps(style: number): boolean;
}

/** Writes one cell that still holds `was`. Formulas belong to people, and are never overwritten. */
export function changeCell(
  sheet: SheetEditor,
  looks: Looks,
  row: EditedRow,
  column: number,
  change: { readonly was: Cell; readonly becomes: NewValue },
): Refusal | null {
  const holds = row.cells[column] ?? null;
  const formula = sheet.formulaAt(row, column);
  if (formula !== undefined) return { why: 'formula', formula };
  if (!sameCell(holds, change.was)) return { why: 'cell-changed', holds };
  const own = stylesIn(row).get(column) ?? rowStyle(row) ?? sheet.columnStyle(column);
  sheet.put(row, column, cellOf(change.becomes), looks.styleFor(own, showingOf(change.becomes)));
  return null;
}

/**
 * Adds a row below the last that holds something, with the look of the row above it. Returns its number, or a refusal when
 * one of the headings is missing.
 */
export function appendRow(sheet: SheetEditor, looks: Looks, record: RowValues): number | Refusal {
  const values = byColumn(columnFinder(sheet), record);
  if (values === null) return { why: 'no-such-column' };
  const above = sheet.lastRow();
  const number = freeRow(sheet, (above?.number ?? 0) + 1, [...values.keys()]);
  const template =
    above === undefined || above === sheet.headings() ? new Map<number, number>() : stylesIn(above);
  const there = sheet.row(number);
  if (there === undefined) {
    writeRow(sheet, looks, number, values, template);
    return number;
  }
  // A row formatted in advance, or with formulas that show nothing yet, keeps these.
  const own = stylesIn(there);
  for (const [column, value] of values) {
    const style = own.get(column) ?? template.get(column) ?? sheet.columnStyle(column);
    sheet.put(there, column, cellOf(value), looks.styleFor(style, showingOf(value)));
  }
  return number;
}

/** Replaces every row below the headings. The new rows look like the first row they replace. */
export function replaceRows(sheet: SheetEditor, looks: Looks, records: readonly RowValues[]): Refusal | null {
  const heading = sheet.headings();
  const find = columnFinder(sheet);
  const rows: Map<number, NewValue>[] = [];
  for (const record of records) {
    const values = byColumn(find, record);
    if (values === null) return { why: 'no-such-column' };
    rows.push(values);
  }
  const top = heading?.number ?? 0;
  const first = sheet.rows.find((row) => row.number > top && !row.cells.every(isEmptyCell));
  const template = first === undefined ? new Map<number, number>() : stylesIn(first);
  sheet.removeBelow(top);
  for (const [index, values] of rows.entries()) writeRow(sheet, looks, top + 1 + index, values, template);
  return null;
}

function writeRow(
  sheet: SheetEditor,
  looks: Looks,
  number: number,
  values: ReadonlyMap<number, NewValue>,
  template: ReadonlyMap<number, number>,
): void {
  const columns = [...new Set([...template.keys(), ...values.keys()])].sort((one, other) => one - other);
  const cells: Cell[] = [];
  const texts: (readonly [string, TextColumn])[] = [];
  const xml = columns.map((column) => {
    const value = values.get(column);
    const cell = value === undefined ? null : cellOf(value);
    const base = template.get(column) ?? sheet.columnStyle(column);
    const style = value === undefined ? base : looks.styleFor(base, showingOf(value));
    while (cells.length <= column) cells.push(null);
    cells[column] = cell;
    if (typeof cell === 'string') {
      texts.push([cell, { width: sheet.columnWidth(column), wraps: looks.wraps(style) }]);
    }
    return sheet.cellXml(number, column, style, cell);
  });
  const p = sheet.prefix;
  sheet.insert(number, `<${p}row r="${number}"${heightOf(texts)}>${xml.join('')}</${p}row>`, cells);
}

/** The values by column, or null when a heading is not there. */
function byColumn(find: ColumnFinder, record: RowValues): Map<number, NewValue> | null {
  const values = new Map<number, NewValue>();
  for (const [heading, value] of Object.entries(record)) {
    const column = find(heading);
    if (column === null) return null;
    values.set(column, value);
  }
  return values;
}

/** The first row from `from` on where no formula blocks the values. */
function freeRow(sheet: SheetEditor, from: number, columns: readonly number[]): number {
  let number = from;
  for (let row = sheet.row(number); row !== undefined; row = sheet.row(number)) {
    const there = row;
    if (!columns.some((column) => sheet.formulaAt(there, column) !== undefined)) break;
    number += 1;
  }
  return number;
}

/** The style of each cell that has one of its own, by column. */
function stylesIn(row: EditedRow): Map<number, number> {
  return new Map(cellSpans(row.xml).flatMap(({ column, style }) => (style > 0 ? [[column, style]] : [])));
}

/** The style that a row gives to cells that it does not have yet. */
function rowStyle(row: EditedRow): number | undefined {
  const root = rootOf(row.xml);
  const applies = ['1', 'true'].includes(attributeOf(row.xml, root, 'customFormat') ?? '');
  return applies ? Number(attributeOf(row.xml, root, 's') ?? 0) : undefined;
}
