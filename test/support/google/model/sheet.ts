import type { z } from 'zod';
import type { colorStyle } from '../schema/cells.ts';
import type { ConditionalRule, FilterView } from '../schema/looks.ts';
import type { ProtectedRange } from '../schema/properties.ts';
import type { DimensionProperties } from '../schema/ranges.ts';
import type { Cell } from './cell.ts';

/** A row is never changed, only replaced: copies of a sheet share their rows. */
export interface Row {
  readonly cells: readonly (Cell | undefined)[];
  readonly looks: DimensionProperties;
}

const blankRow: Row = { cells: [], looks: {} };

/** Rows and columns from 0, ends excluded: the whole of what a range of the API means once it is held to the grid. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface SheetStart {
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount?: number;
  readonly columnCount?: number;
}

/** A tab: a grid of a size of its own, with what stands in it and how its rows and columns look. */
export class Sheet {
  readonly sheetId: number;
  title: string;
  /** A tab that holds one chart has no grid. */
  type: 'GRID' | 'OBJECT' = 'GRID';
  hidden = false;
  rightToLeft = false;
  tabColorStyle: z.infer<typeof colorStyle> | undefined;
  frozenRowCount = 0;
  frozenColumnCount = 0;
  hideGridlines = false;
  protectedRanges: readonly ProtectedRange[] = [];
  /** Conditional formats, in their order of priority. */
  rules: readonly ConditionalRule[] = [];
  filterViews: readonly FilterView[] = [];
  merges: readonly Area[] = [];
  /** Columns of tables that have a type: how their cells look and what they offer is the table's to say. */
  typedColumns: readonly number[] = [];
  #rows: Row[] = [];
  #columns: DimensionProperties[] = [];
  #rowCount: number;
  #columnCount: number;

  constructor({ sheetId, title, rowCount = 1000, columnCount = 26 }: SheetStart) {
    this.sheetId = sheetId;
    this.title = title;
    this.#rowCount = rowCount;
    this.#columnCount = columnCount;
  }

  /** The same sheet, free to go its own way. */
  clone(): Sheet {
    const copy = new Sheet({ sheetId: this.sheetId, title: this.title });
    return Object.assign(copy, this.looks()).#take(this);
  }

  /** Another sheet that looks and holds the same. */
  copyAs(sheetId: number, title: string): Sheet {
    return Object.assign(new Sheet({ sheetId, title }), this.looks(), {
      protectedRanges: [],
      filterViews: [],
    }).#take(this);
  }

  private looks(): Partial<Sheet> {
    const { type, hidden, rightToLeft, tabColorStyle, hideGridlines, protectedRanges, typedColumns } = this;
    const { frozenRowCount, frozenColumnCount, rules, filterViews, merges } = this;
    const frozen = { frozenRowCount, frozenColumnCount, rules, filterViews, merges };
    return {
      type,
      hidden,
      rightToLeft,
      tabColorStyle,
      hideGridlines,
      protectedRanges,
      typedColumns,
      ...frozen,
    };
  }

  #take(other: Sheet): this {
    this.#rows = other.#rows.slice();
    this.#columns = other.#columns.slice();
    this.#rowCount = other.#rowCount;
    this.#columnCount = other.#columnCount;
    return this;
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  get columnCount(): number {
    return this.#columnCount;
  }

  get whole(): Area {
    return { top: 0, bottom: this.#rowCount, left: 0, right: this.#columnCount };
  }

  /** The rows down to the last that holds or looks like anything. */
  get rows(): readonly Row[] {
    return this.#rows;
  }

  row(index: number): Row {
    return this.#rows[index] ?? blankRow;
  }

  cell(row: number, column: number): Cell | undefined {
    return this.#rows[row]?.cells[column];
  }

  column(index: number): DimensionProperties {
    return this.#columns[index] ?? {};
  }

  /** The index after the last row of which a cell is `counted`; 0 when there is none. */
  endOf(counted: (cell: Cell) => boolean): number {
    return (
      this.#rows.findLastIndex(({ cells }) => cells.some((cell) => cell !== undefined && counted(cell))) + 1
    );
  }

  setCell(row: number, column: number, cell: Cell | undefined): void {
    this.setCells(row, [[column, cell]]);
  }

  setCells(row: number, replaced: readonly (readonly [number, Cell | undefined])[]): void {
    const { looks, cells } = this.row(row);
    const next = cells.slice();
    for (const [column, cell] of replaced) {
      while (next.length < column) next.push(undefined);
      next[column] = cell;
    }
    while (next.length > 0 && next.at(-1) === undefined) next.pop();
    this.#setRow(row, { looks, cells: next });
  }

  setRowLooks(row: number, looks: DimensionProperties): void {
    this.#setRow(row, { ...this.row(row), looks });
  }

  setColumnLooks(column: number, looks: DimensionProperties): void {
    while (this.#columns.length < column) this.#columns.push({});
    this.#columns[column] = looks;
  }

  #setRow(index: number, row: Row): void {
    while (this.#rows.length < index) this.#rows.push(blankRow);
    this.#rows[index] = row;
  }

  /** Makes the grid larger, or smaller, which takes away what stood beyond. */
  resize(rowCount: number, columnCount: number): void {
    this.#rowCount = rowCount;
    this.#rows.length = Math.min(this.#rows.length, rowCount);
    if (columnCount < this.#columnCount) this.#eachRow((cells) => cells.slice(0, columnCount));
    this.#columnCount = columnCount;
    this.#columns.length = Math.min(this.#columns.length, columnCount);
  }

  insertRows(at: number, count: number): void {
    if (at < this.#rows.length) this.#rows.splice(at, 0, ...Array.from({ length: count }, () => blankRow));
    this.#rowCount += count;
  }

  deleteRows(at: number, count: number): void {
    this.#rows.splice(at, count);
    this.#rowCount -= count;
  }

  insertColumns(at: number, count: number): void {
    const blank = Array.from({ length: count }, () => undefined);
    this.#eachRow((cells) => (at < cells.length ? cells.toSpliced(at, 0, ...blank) : cells));
    // A column between two of a group is in the group.
    const depth = Math.min(this.column(at - 1).depth ?? 0, this.column(at).depth ?? 0);
    if (at < this.#columns.length) this.#columns.splice(at, 0, ...blank.map(() => ({ depth })));
    this.#columnCount += count;
  }

  deleteColumns(at: number, count: number): void {
    this.#eachRow((cells) => cells.toSpliced(at, count));
    this.#columns.splice(at, count);
    this.#columnCount -= count;
  }

  #eachRow(change: (cells: readonly (Cell | undefined)[]) => readonly (Cell | undefined)[]): void {
    this.#rows = this.#rows.map(({ cells, looks }) => ({ cells: change(cells), looks }));
  }
}
