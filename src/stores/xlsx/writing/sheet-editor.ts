import type { Cell } from '../../../domain/workbook.ts';
import { formatArea, parseArea } from '../addresses.ts';
import { attributeOf, childOf, insertInOrder, prefixOf, rootOf, setAttribute } from '../package/xml-edit.ts';
import type { ValueContext } from '../reading/cell-values.ts';
import { formulaIn, type FormulaArea } from '../reading/sheet-scanner.ts';
import type { TabPart } from '../reading/workbook-parts.ts';
import { ChangedCells } from './changed-cells.ts';
import { columnRanges, rangeOf, widthOf, type ColumnRange } from './columns-xml.ts';
import { cellSpans, putCell } from './row-xml.ts';
import { WORKSHEET_ORDER } from './schema-order.ts';
import { normaliseId } from '../../../domain/id.ts';
import { headingRow, indexRows, type RowIds } from '../../find.ts';
import { holdsSomething, takeRows, type EditedRow, type TakenRows } from './take-rows.ts';
import { cellXml } from './written-cell.ts';

/** What is known beforehand about the changes of a tab. */
export interface PlanOfTab {
  /** Headings that the tab has: they show which row is the heading row. */
  readonly named?: ReadonlySet<string> | undefined;
  /** Only rows are added to it. */
  readonly onlyGrows: boolean;
}

/**
 * One tab that is being changed. The rows are cut out of the part's XML and changed one by one; `frame` is the rest,
 * a sheet without rows. Unchanged rows are put back exactly as they were.
 */
export class SheetEditor {
  readonly tab: TabPart;
  readonly prefix: string;
  /** The sheet's XML with an empty `sheetData`. */
  frame: string;
  /** All rows of the XML that may be needed, including empty ones, from the top. */
  rows: EditedRow[];
  /** The number of the last row that held something when the file was opened. */
  readonly lastBefore: number;
  /** Whether there is anything to save. */
  changed = false;
  readonly changedCells = new ChangedCells();
  readonly #date1904: boolean;
  readonly #middle: TakenRows['middle'];
  readonly #formulaAreas: readonly FormulaArea[];
  /** What the frame said about columns when last asked. */
  #columns: { readonly frame: string; readonly ranges: readonly ColumnRange[] } | null = null;
  readonly #ids = new Map<number, RowIds<EditedRow>>();
  #headings: EditedRow | undefined;
  #right = -1;
  #bottom = 0;
  #rowsGone = false;

  constructor(tab: TabPart, xml: string, context: ValueContext, plan: PlanOfTab) {
    this.tab = tab;
    this.#date1904 = context.date1904;
    const { rows, formulaAreas, frame, middle } = takeRows(tab, xml, context, plan.onlyGrows);
    this.rows = rows;
    this.#formulaAreas = formulaAreas;
    this.#middle = middle;
    this.prefix = prefixOf(frame);
    this.frame = withData(frame, this.prefix);
    this.lastBefore = this.lastRow()?.number ?? 0;
    this.#headings = headingRow(this.rows, plan.named);
  }

  headings(): EditedRow | undefined {
    return this.#headings;
  }

  /** The row of headings; in an empty tab, its first row. */
  headingsToBe(): EditedRow {
    if (this.#headings === undefined && this.row(1) === undefined)
      this.insert(1, `<${this.prefix}row r="1"></${this.prefix}row>`, []);
    this.#headings ??= this.row(1);
    if (this.#headings === undefined) throw new Error('a row that was put in is there');
    return this.#headings;
  }

  /** The last row that holds something. */
  lastRow(): EditedRow | undefined {
    return this.rows.findLast(holdsSomething);
  }

  /** The row with a number, if the XML has it. */
  row(number: number): EditedRow | undefined {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle]?.number ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    const row = this.rows[low];
    return row?.number === number ? row : undefined;
  }

  /** The rows that have an ID in a column. */
  rowsWithId(column: number, id: string): readonly EditedRow[] {
    const index = this.#ids.get(column) ?? indexRows(this.rows, column, this.headings());
    this.#ids.set(column, index);
    return index.get(normaliseId(id)) ?? [];
  }

  /** The formula whose result a cell shows, its own or that of an array. */
  formulaAt(row: EditedRow, column: number): string | undefined {
    const cell = row.cells[column];
    const own = typeof cell === 'object' ? cell?.formula : undefined;
    return own ?? formulaIn(this.#formulaAreas, row.number, column);
  }

  /** Puts a cell with a style into a row. */
  put(row: EditedRow, column: number, cell: Cell, style: number): void {
    row.xml = putCell(row.xml, column, this.cellXml(row.number, column, style, cell));
    row.isChanged = true;
    while (row.cells.length <= column) row.cells.push(null);
    row.cells[column] = cell;
    this.#ids.delete(column);
    this.changedCells.add(column, row.number);
    this.#touch(row.number, column);
  }

  /** Gives a cell that is there another style, and leaves what it holds as it is. */
  restyle(row: EditedRow, column: number, style: number): void {
    const span = cellSpans(row.xml).find((one) => one.column === column);
    if (span === undefined) return;
    const cell = row.xml.slice(span.start, span.end);
    row.xml =
      row.xml.slice(0, span.start) +
      setAttribute(cell, rootOf(cell), 's', `${style}`) +
      row.xml.slice(span.end);
    row.isChanged = true;
    this.changed = true;
  }

  /** Puts a row where its number belongs, replacing a row with that number. */
  insert(number: number, xml: string, cells: Cell[]): void {
    const after = this.rows.findLastIndex((row) => row.number < number) + 1;
    const replaced = this.rows[after]?.number === number ? 1 : 0;
    this.rows.splice(after, replaced, { number, xml, isChanged: true, cells, original: [] });
    this.#ids.clear();
    for (const column of cells.keys()) this.changedCells.add(column, number);
    this.#touch(number, cells.length - 1);
  }

  /** Removes every row below one. */
  removeBelow(number: number): void {
    this.rows = this.rows.filter((row) => row.number <= number);
    this.#rowsGone = true;
    this.changedCells.addFrom(number + 1);
    this.#ids.clear();
    this.#touch(number, 0);
  }

  cellXml(row: number, column: number, style: number, cell: Cell): string {
    return cellXml(this.prefix, { column, row }, style, cell, this.#date1904);
  }

  /** The style that cells of a column have unless they have their own. */
  columnStyle(column: number): number {
    return rangeOf(this.#columnRanges(), column)?.style ?? 0;
  }

  /** How wide a column is, in characters. */
  columnWidth(column: number): number {
    return widthOf(rangeOf(this.#columnRanges(), column));
  }

  /** The sheet's XML with all changes in it. */
  toXml(): string {
    this.#growDimension();
    const { after, xml } = this.#middle;
    const rows = this.rows.map((row) => row.xml);
    return this.#withRows([...rows.slice(0, after), xml, ...rows.slice(after)]);
  }

  /** The sheet's XML without unchanged rows: the part of a change to check. */
  changesXml(): string {
    return this.#withRows(this.rows.filter((row) => row.isChanged).map((row) => row.xml));
  }

  #withRows(edited: readonly string[]): string {
    const data = childOf(this.frame, 'sheetData');
    if (data === undefined) return this.frame;
    const rows = edited.join('');
    const before = this.frame.slice(0, data.start);
    const after = this.frame.slice(data.end);
    if (data.end === data.inside && rows === '') return this.frame;
    const open = this.frame.slice(data.start, data.inside).replace(/\s*\/>$/u, '>');
    const close =
      data.end === data.inside ? `</${data.prefix}sheetData>` : this.frame.slice(data.inside, data.end);
    return before + open + rows + close + after;
  }

  #columnRanges(): readonly ColumnRange[] {
    if (this.#columns?.frame !== this.frame) {
      this.#columns = { frame: this.frame, ranges: columnRanges(this.frame) };
    }
    return this.#columns.ranges;
  }

  #touch(row: number, column: number): void {
    this.changed = true;
    this.#bottom = Math.max(this.#bottom, row);
    this.#right = Math.max(this.#right, column);
  }

  /** `dimension` says which cells are in use. It may be missing, but must not be too small. */
  #growDimension(): void {
    const dimension = childOf(this.frame, 'dimension');
    if (dimension === undefined) return;
    const area = parseArea(attributeOf(this.frame, dimension, 'ref') ?? '');
    if (area === null) return;
    const right = Math.max(area.right, this.#right);
    const bottom = this.#rowsGone ? (this.rows.at(-1)?.number ?? 1) : Math.max(area.bottom, this.#bottom);
    const grown = { ...area, right, bottom };
    const reference = formatArea(grown);
    if (reference !== formatArea(area)) this.frame = setAttribute(this.frame, dimension, 'ref', reference);
  }
}

/** An empty sheet may lack the element for its rows. */
function withData(frame: string, prefix: string): string {
  if (childOf(frame, 'sheetData') !== undefined) return frame;
  return insertInOrder(frame, WORKSHEET_ORDER, 'sheetData', `<${prefix}sheetData/>`);
}
