/** One tab of the spreadsheet while a write is being planned: what it holds, and what it will hold. */
import {
  isEmptyCell,
  sameCell,
  type Cell,
  type ColumnLayout,
  type NewValue,
  type Refusal,
  type TabLayout,
} from '../../domain/workbook.ts';
import type { PageChange, TabLooks } from '../../domain/looks.ts';
import { normaliseId } from '../../domain/id.ts';
import { columnFinder, headingRow, indexRows, type ChangingRow, type ChangingTab } from '../find.ts';
import { cellOf } from '../../domain/new-cell.ts';
import type { SeenTab } from './read.ts';

export interface ModelRow extends ChangingRow {
  readonly number: number;
  readonly cells: Cell[];
  readonly original: readonly Cell[];
  /** The row is new: its values by column. Its number is only the expected one. */
  readonly added?: Map<number, NewValue>;
}

/** A cell that will be written, in an existing row. */
export interface PlannedCell {
  readonly row: ModelRow;
  readonly column: number;
  /** What the cell held when the spreadsheet was read. */
  readonly was: Cell;
  becomes: NewValue;
}

/** A column that will be added. */
export interface PlannedColumn {
  readonly column: number;
  readonly layout: ColumnLayout;
}

type RowValues = Readonly<Record<string, NewValue>>;

export class TabModel implements ChangingTab<ModelRow> {
  readonly id: number;
  readonly name: string;
  /** Undefined for a new tab. */
  readonly seen: SeenTab | undefined;
  readonly layout: TabLayout | undefined;
  rows: ModelRow[];
  readonly cells: PlannedCell[] = [];
  readonly columns: PlannedColumn[] = [];
  /** All new content below the headings; undefined if that is left as it is. */
  replacement: readonly ModelRow[] | undefined;
  /** How it is to look, beyond its columns. */
  looks: TabLooks | undefined;
  /** The tab is a page: all of it is written. */
  page: PageChange | undefined;
  readonly #ids = new Map<number, ReadonlyMap<string, readonly ModelRow[]>>();

  #headings: ModelRow | undefined;

  private constructor(id: number, name: string, seen: SeenTab | undefined, layout: TabLayout | undefined) {
    this.id = id;
    this.name = name;
    this.seen = seen;
    this.layout = layout;
    this.rows = (seen?.rows ?? []).map(({ number, cells }) => ({
      number,
      cells: [...cells],
      original: cells,
    }));
  }

  /** `named` are headings that the tab has: they show which row is the row of headings. */
  static seen(tab: SeenTab, named?: ReadonlySet<string>): TabModel {
    const model = new TabModel(tab.id, tab.name, tab, undefined);
    model.#headings = headingRow(model.rows, named);
    return model;
  }

  /** A new tab, with its first rows. Headings that the layout lacks are left out. */
  static made(id: number, layout: TabLayout, rows: readonly RowValues[]): TabModel {
    const tab = new TabModel(id, layout.name, undefined, layout);
    tab.rows = [headingsOf(layout)];
    tab.#headings = tab.rows[0];
    for (const row of rows) tab.#append(valuesUnder(layout, row));
    return tab;
  }

  headings(): ModelRow | undefined {
    return this.#headings;
  }

  row(number: number): ModelRow | undefined {
    return this.rows.find((row) => row.number === number);
  }

  rowsWithId(column: number, id: string): readonly ModelRow[] {
    const index = this.#ids.get(column) ?? indexRows(this.rows, column, this.headings());
    this.#ids.set(column, index);
    return index.get(normaliseId(id)) ?? [];
  }

  /** Plans a new value for a cell that still holds `was`. Formulas belong to people, and are never overwritten. */
  change(row: ModelRow, column: number, was: Cell, becomes: NewValue): PlannedCell | ModelRow | Refusal {
    const holds = row.cells[column] ?? null;
    if (typeof holds === 'object' && holds?.formula !== undefined)
      return { why: 'formula', formula: holds.formula };
    if (!sameCell(holds, was)) return { why: 'cell-changed', holds };
    if (row.added === undefined) return this.#put(row, column, becomes);
    row.added.set(column, becomes);
    this.#hold(row, column, cellOf(becomes));
    return row;
  }

  /** The last plan for a cell counts. */
  #put(row: ModelRow, column: number, becomes: NewValue): PlannedCell {
    const known = this.cells.find((cell) => cell.row === row && cell.column === column);
    const planned = known ?? { row, column, was: row.cells[column] ?? null, becomes };
    planned.becomes = becomes;
    if (known === undefined) this.cells.push(planned);
    this.#hold(row, column, cellOf(becomes));
    return planned;
  }

  /** Plans a row below the last. */
  add(record: RowValues): ModelRow | Refusal {
    const values = this.#byColumn(record);
    return values === null ? { why: 'no-such-column' } : this.#append(values);
  }

  /** Plans other rows in place of all below the headings. */
  replace(records: readonly RowValues[]): Refusal | null {
    const all: ReadonlyMap<number, NewValue>[] = [];
    for (const record of records) {
      const values = this.#byColumn(record);
      if (values === null) return { why: 'no-such-column' };
      all.push(values);
    }
    const top = this.headings()?.number ?? 0;
    this.rows = this.rows.filter(({ number }) => number <= top);
    this.#ids.clear();
    this.replacement = all.map((values) => this.#append(values));
    return null;
  }

  /** Plans a column to the right of all content of the tab. */
  addColumn(layout: ColumnLayout): PlannedCell | Refusal {
    const heading = this.#headingsToBe();
    if (columnFinder(this)(layout.heading) !== null) return { why: 'already-there' };
    let column =
      Math.max(-1, ...this.rows.map(({ cells }) => cells.findLastIndex((cell) => !isEmptyCell(cell)))) + 1;
    // A heading inside merged cells would not be visible.
    while (this.isMerged(heading.number, column)) column += 1;
    this.columns.push({ column, layout });
    return this.#put(heading, column, layout.heading);
  }

  isMerged(row: number, column: number): boolean {
    return (this.seen?.merges ?? []).some(
      ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
  }

  /** The row of headings; in an empty tab, its first row. */
  #headingsToBe(): ModelRow {
    if (this.#headings === undefined) {
      this.#headings = { number: 1, cells: [], original: [] };
      this.rows = [this.#headings, ...this.rows.filter(({ number }) => number > 1)];
    }
    return this.#headings;
  }

  #byColumn(record: RowValues): Map<number, NewValue> | null {
    const find = columnFinder(this);
    const values = new Map<number, NewValue>();
    for (const [heading, value] of Object.entries(record)) {
      const column = find(heading);
      if (column === null) return null;
      values.set(column, value);
    }
    return values;
  }

  #append(values: ReadonlyMap<number, NewValue>): ModelRow {
    const number = (this.rows.at(-1)?.number ?? 0) + 1;
    const row: ModelRow = { number, cells: [], original: [], added: new Map(values) };
    this.rows.push(row);
    for (const [column, value] of values) this.#hold(row, column, cellOf(value));
    return row;
  }

  #hold(row: ModelRow, column: number, cell: Cell): void {
    while (row.cells.length <= column) row.cells.push(null);
    row.cells[column] = cell;
    this.#ids.clear();
  }
}

function headingsOf({ columns }: TabLayout): ModelRow {
  const cells = columns.map(({ heading }): Cell => heading);
  return { number: 1, cells, original: cells };
}

function valuesUnder({ columns }: TabLayout, record: RowValues): Map<number, NewValue> {
  const values = new Map<number, NewValue>();
  for (const [column, { heading }] of columns.entries()) {
    const value = record[heading];
    if (value !== undefined) values.set(column, value);
  }
  return values;
}
