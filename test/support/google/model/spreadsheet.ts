import { invalid } from '../api-error.ts';
import type { NamedRange } from '../schema/properties.ts';
import type { GridRange } from '../schema/ranges.ts';
import type { Area, Sheet } from './sheet.ts';

/** Source: https://support.google.com/drive/answer/37603 */
const mostCells = 10_000_000;

export interface SpreadsheetStart {
  readonly spreadsheetId: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
}

/** A spreadsheet as people see it: its tabs in order, its title, its locale and its time zone. */
export class Spreadsheet {
  readonly spreadsheetId: string;
  title: string;
  locale: string;
  timeZone: string;
  sheets: Sheet[] = [];
  namedRanges: readonly NamedRange[] = [];
  #lastId = 1_234_500;

  constructor({ spreadsheetId, title, locale, timeZone }: SpreadsheetStart) {
    this.spreadsheetId = spreadsheetId;
    this.title = title;
    this.locale = locale;
    this.timeZone = timeZone;
  }

  /** The same spreadsheet, free to go its own way: what a batch works on until all of it has gone well. */
  clone(): Spreadsheet {
    const copy = new Spreadsheet(this);
    copy.sheets = this.sheets.map((sheet) => sheet.clone());
    copy.namedRanges = this.namedRanges;
    copy.#lastId = this.#lastId;
    return copy;
  }

  /** An id that nothing in the spreadsheet has. */
  newId(): number {
    do this.#lastId += 7919;
    while (this.sheets.some(({ sheetId }) => sheetId === this.#lastId));
    return this.#lastId;
  }

  sheet(sheetId: number): Sheet {
    const sheet = this.sheets.find((each) => each.sheetId === sheetId);
    if (sheet === undefined) throw invalid(`No sheet with id: ${sheetId}`);
    return sheet;
  }

  /** A sheet that has cells. */
  grid(sheetId: number): Sheet {
    const sheet = this.sheet(sheetId);
    if (sheet.type !== 'GRID') throw invalid(`Sheet ${sheetId} is not a grid.`);
    return sheet;
  }

  /** Tabs are told apart without regard to case. */
  sheetNamed(title: string): Sheet | undefined {
    const folded = title.toLowerCase();
    return this.sheets.find((each) => each.title.toLowerCase() === folded);
  }

  /** Throws 400 when another tab has the name, or when it is none. */
  checkTitle(title: string, own?: Sheet): void {
    if (title === '') throw invalid('You must specify a name for the sheet.');
    const other = this.sheetNamed(title);
    if (other !== undefined && other !== own)
      throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }

  checkSize(): void {
    const cells = this.sheets.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
    if (cells > mostCells) {
      throw invalid(
        `This action would increase the number of cells in the workbook above the limit of ${mostCells} cells.`,
      );
    }
  }

  /** The cells that a range means; what is left open reaches to the edge. Throws 400 when it reaches beyond the grid. */
  area(range: GridRange): { readonly sheet: Sheet; readonly area: Area } {
    const sheet = this.grid(range.sheetId);
    const area = {
      top: range.startRowIndex ?? 0,
      bottom: range.endRowIndex ?? sheet.rowCount,
      left: range.startColumnIndex ?? 0,
      right: range.endColumnIndex ?? sheet.columnCount,
    };
    checkSpan('Row', area.top, area.bottom, sheet.rowCount);
    checkSpan('Column', area.left, area.right, sheet.columnCount);
    return { sheet, area };
  }
}

function checkSpan(what: 'Row' | 'Column', start: number, end: number, count: number): void {
  if (end <= start)
    throw invalid(`GridRange.end${what}Index cannot be less than or equal to GridRange.start${what}Index.`);
  if (end > count) throw invalid(`GridRange.end${what}Index ${end} exceeds the grid: there are ${count}.`);
}
