import type { MarkedCell, Cell as SeenCell } from '../../../src/domain/workbook.ts';
import type { PersonEdits } from '../memory-store.ts';
import { errorTexts, tidy, type Cell, type ErrorType, type Shown } from './model/cell.ts';
import { Editing } from './model/editing.ts';
import type { Rearrangement } from './model/formula.ts';
import type { Sheet } from './model/sheet.ts';
import { moveRows } from './model/sorting.ts';
import { addSheet } from './requests/sheets.ts';
import type { CellFormat } from './schema/cells.ts';
import type { State } from './state.ts';

/** What people do to the spreadsheet in their browser: columns from 0, rows from 1. All of it happens at once. */
export class GooglePeople implements PersonEdits {
  readonly #state: State;
  readonly #id: string;

  constructor(state: State, id: string) {
    this.#state = state;
    this.#id = id;
  }

  /** A formula brings what it gives: its value, or its error. A date brings its format. */
  type(tab: string, row: number, column: number, seen: SeenCell): Promise<void> {
    return this.#edit(tab, (_, sheet) => {
      roomFor(sheet, row, column + 1);
      sheet.setCell(row - 1, column, typed(sheet.cell(row - 1, column), seen));
    });
  }

  /** Puts a note on a cell; what stands in it stays. */
  note(tab: string, row: number, column: number, note: string): Promise<void> {
    return this.#edit(tab, (_, sheet) => {
      roomFor(sheet, row, column + 1);
      sheet.setCell(row - 1, column, tidy({ ...sheet.cell(row - 1, column), note }));
    });
  }

  insertRow(tab: string, above: number): Promise<void> {
    return this.#edit(tab, (editing, sheet) => {
      roomFor(sheet, above - 1, 1);
      editing.insert(sheet, 'row', { start: above - 1, end: above }, 'after');
    });
  }

  deleteRow(tab: string, row: number): Promise<void> {
    return this.#edit(tab, (editing, sheet) => {
      editing.delete(sheet, 'row', row - 1, 1);
    });
  }

  /** Takes away the empty rows at the end, but for so many. */
  deleteEmptyRows(tab: string, left: number): Promise<void> {
    return this.#edit(tab, (editing, sheet) => {
      const end = sheet.endOf(({ content }) => content !== undefined) + left;
      if (end < sheet.rowCount) editing.delete(sheet, 'row', end, sheet.rowCount - end);
    });
  }

  /** Sorts the rows below the headings by the text of one column. */
  sort(tab: string, column: number): Promise<void> {
    return this.#edit(tab, (editing, sheet) => {
      const key = (row: number): string => sortKey(sheet.cell(row, column));
      const order = Array.from({ length: Math.max(0, sheet.rows.length - 1) }, (_, index) => index + 1);
      order.sort((one, other) => Number(key(one) > key(other)) - Number(key(one) < key(other)));
      if (order.length === 0) return;
      moveRows(editing, sheet, { ...sheet.whole, top: 1, bottom: sheet.rows.length }, order);
    });
  }

  hideRow(tab: string, row: number): Promise<void> {
    return this.#edit(tab, (_, sheet) => {
      sheet.setRowLooks(row - 1, { ...sheet.row(row - 1).looks, hiddenByUser: true });
    });
  }

  /** Hides rows as a filter does. */
  filterRow(tab: string, row: number): Promise<void> {
    return this.#edit(tab, (_, sheet) => {
      sheet.setRowLooks(row - 1, { ...sheet.row(row - 1).looks, hiddenByFilter: true });
    });
  }

  renameTab(tab: string, title: string): Promise<void> {
    return this.#edit(tab, (editing, sheet) => {
      editing.retitle(sheet, title);
    });
  }

  renameHeading(tab: string, column: number, heading: string): Promise<void> {
    return this.type(tab, 1, column, heading);
  }

  insertColumn(tab: string, before: number): Promise<void> {
    return this.#edit(tab, (editing, sheet) => {
      editing.insert(sheet, 'column', { start: before, end: before + 1 }, 'after');
    });
  }

  deleteColumn(tab: string, column: number): Promise<void> {
    return this.#edit(tab, (editing, sheet) => {
      editing.delete(sheet, 'column', column, 1);
    });
  }

  /** Drags a column so that it stands at another place, as counted afterwards. */
  moveColumn(tab: string, from: number, to: number): Promise<void> {
    return this.#edit(tab, (editing, sheet) => {
      const columns = Array.from({ length: sheet.columnCount }, (_, index) => index);
      columns.splice(to, 0, ...columns.splice(from, 1));
      for (let row = 0; row < sheet.rows.length; row += 1) {
        const { cells } = sheet.row(row);
        sheet.setCells(
          row,
          columns.map((source, place) => [place, cells[source]]),
        );
      }
      const looks = columns.map((source) => sheet.column(source));
      for (const [column, each] of looks.entries()) sheet.setColumnLooks(column, each);
      const place: Rearrangement['place'] = (index) => columns.indexOf(index);
      editing.rearranged({ tab: sheet.title, axis: 'column', place });
    });
  }

  addTab(title: string): Promise<void> {
    this.#state.edit(this.#id, (spreadsheet) => addSheet(spreadsheet, { title }));
    return Promise.resolve();
  }

  /** A tab that holds one chart and no cells. */
  addChartTab(title: string): Promise<void> {
    this.#state.edit(this.#id, (spreadsheet) => {
      addSheet(spreadsheet, { title }).type = 'OBJECT';
    });
    return Promise.resolve();
  }

  duplicateTab(tab: string, title: string): Promise<void> {
    return this.#edit(tab, ({ spreadsheet }, sheet) => {
      spreadsheet.checkTitle(title);
      const place = spreadsheet.sheets.indexOf(sheet) + 1;
      spreadsheet.sheets.splice(place, 0, sheet.copyAs(spreadsheet.newId(), title));
    });
  }

  deleteTab(tab: string): Promise<void> {
    return this.#edit(tab, (editing, sheet) => {
      editing.deleteSheet(sheet);
    });
  }

  hideTab(tab: string): Promise<void> {
    return this.#edit(tab, (editing, sheet) => {
      editing.hide(sheet);
    });
  }

  /** Makes a table of a tab, in which these columns have a type. */
  makeTable(tab: string, typedColumns: readonly number[]): Promise<void> {
    return this.#edit(tab, (_, sheet) => {
      sheet.typedColumns = typedColumns;
    });
  }

  /** Shuts everybody but these addresses out of a tab, or of one column in it. */
  protectTab(tab: string, users: readonly string[], column?: number): Promise<void> {
    return this.#edit(tab, ({ spreadsheet }, sheet) => {
      const columns = column === undefined ? {} : { startColumnIndex: column, endColumnIndex: column + 1 };
      const range = { sheetId: sheet.sheetId, ...columns };
      const made = { protectedRangeId: spreadsheet.newId(), range, editors: { users: [...users] } };
      sheet.protectedRanges = [...sheet.protectedRanges, made];
    });
  }

  #edit(tab: string, change: (editing: Editing, sheet: Sheet) => void): Promise<void> {
    this.#state.edit(this.#id, (spreadsheet) => {
      const sheet = spreadsheet.sheetNamed(tab);
      if (sheet === undefined) throw new Error(`no tab ${tab}`);
      change(new Editing(spreadsheet, null), sheet);
    });
    return Promise.resolve();
  }
}

/** People get more rows and columns as they go. */
function roomFor(sheet: Sheet, rows: number, columns: number): void {
  if (rows > sheet.rowCount || columns > sheet.columnCount)
    sheet.resize(Math.max(rows, sheet.rowCount), Math.max(columns, sheet.columnCount));
}

function sortKey(cell: Cell | undefined): string {
  const content = cell?.content;
  const shown = typeof content === 'object' ? content.shows : content;
  return shown === undefined ? '\uFFFF' : typeof shown === 'object' ? errorTexts[shown.error] : String(shown);
}

function typed(old: Cell | undefined, seen: SeenCell): Cell | undefined {
  const { value, error, formula, isDate } =
    typeof seen === 'object' && seen !== null ? seen : ({ value: seen === '' ? null : seen } as MarkedCell);
  const shows: Shown | undefined = error === undefined ? (value ?? undefined) : { error: errorType(error) };
  const numberFormat = isDate === true ? dateFormat(value) : undefined;
  if (formula !== undefined)
    return tidy({ ...old, content: { formula: `=${formula}`, shows }, computedFormat: numberFormat });
  const content = typeof shows === 'object' ? undefined : shows;
  const format = numberFormat === undefined ? old?.format : { ...old?.format, numberFormat };
  return tidy({ ...old, content, format, computedFormat: undefined });
}

function dateFormat(value: SeenCell): CellFormat['numberFormat'] {
  return Number.isInteger(value) ? { type: 'DATE' } : { type: 'DATE_TIME' };
}

function errorType(text: string): ErrorType {
  const known = Object.entries(errorTexts).find(([, each]) => each === text);
  if (known === undefined) throw new Error(`no cell shows ${text}`);
  return known[0] as ErrorType;
}
