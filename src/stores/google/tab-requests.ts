/** The requests that make a tab or a column look as Felles' own do. People may change all of it afterwards. */
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { ColumnLayout, TabLayout } from '../../domain/workbook.ts';
import { PATTERNS, type CellData, type Request } from './cell-data.ts';

/** Dropdowns reach so far below the data, so that rows that people add have them too. */
const SPARE_ROWS = 1000;
/** Formats do not reach as far: each cell that has one comes along in every reading, empty or not. */
const FORMATTED_ROWS = 200;
/** A dropdown of the API takes no longer list (Sheets, «Create an in-cell dropdown list»). */
const LONGEST_LIST = 500;
/** Of a character, as wide as most in the ordinary font, and of the margins round a cell. */
const PIXELS_PER_CHARACTER = 7.2;
const MARGIN_PIXELS = 8;

/** As in the .xlsx workbook: white on these has a contrast of 7:1 or more. */
const colours = {
  people: { heading: '#1F4E5F', tab: '#2E7D8C' },
  machine: { heading: '#4A5560', tab: '#9AA5AF' },
} as const;

function colour(hex: string): api.Schema$ColorStyle {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { rgbColor: { red: part(1), green: part(3), blue: part(5) } };
}

/** How many rows the grid of a new tab has. */
const gridRows = (rows: number): number => rows + SPARE_ROWS;

/** The requests for a new tab, in order; its rows are written after them. */
export function tabRequests(id: number, layout: TabLayout, rows: number): readonly Request[] {
  const rowCount = gridRows(rows);
  const properties: api.Schema$SheetProperties = {
    sheetId: id,
    title: layout.name,
    tabColorStyle: colour(colours[layout.owner].tab),
    gridProperties: { rowCount, columnCount: Math.max(1, layout.columns.length), frozenRowCount: 1 },
  };
  return [
    { addSheet: { properties } },
    headingCells(id, 0, layout.columns, layout.owner),
    ...layout.columns.flatMap((column, index) => columnRequests(id, index, column, [1, rowCount])),
    ...(layout.owner === 'machine' ? [protection(id)] : []),
  ];
}

/** The headings with their notes. */
function headingCells(
  id: number,
  row: number,
  columns: readonly ColumnLayout[],
  owner: TabLayout['owner'],
): Request {
  const format: api.Schema$CellFormat = {
    backgroundColorStyle: colour(colours[owner].heading),
    textFormat: { bold: true, foregroundColorStyle: colour('#FFFFFF') },
    verticalAlignment: 'MIDDLE',
    wrapStrategy: 'WRAP',
    numberFormat: { type: 'TEXT' },
  };
  const values = columns.map(({ heading, note }): CellData => ({
    userEnteredValue: { stringValue: heading },
    ...(note === '' ? {} : { note }),
    userEnteredFormat: format,
  }));
  return {
    updateCells: {
      start: { sheetId: id, rowIndex: row, columnIndex: 0 },
      rows: [{ values }],
      fields: 'userEnteredValue,note,userEnteredFormat',
    },
  };
}

/** How the cells below a heading look, and what they offer. Rows from 0, the end left out. */
export function columnRequests(
  id: number,
  column: number,
  layout: ColumnLayout,
  [top, bottom]: readonly [number, number],
): readonly Request[] {
  const below = {
    sheetId: id,
    startRowIndex: top,
    endRowIndex: bottom,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  };
  const formatted = { ...below, endRowIndex: Math.max(top + 1, bottom - SPARE_ROWS + FORMATTED_ROWS) };
  const format = {
    verticalAlignment: 'TOP',
    wrapStrategy: layout.wrap === true ? 'WRAP' : 'CLIP',
    ...numberFormatOf(layout),
  };
  const look = 'userEnteredFormat(verticalAlignment,wrapStrategy,numberFormat,horizontalAlignment)';
  return [
    { repeatCell: { range: formatted, cell: { userEnteredFormat: format }, fields: look } },
    ...dropdown(below, layout.choices),
    {
      updateDimensionProperties: {
        range: { sheetId: id, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 },
        properties: { pixelSize: widthOf(layout) },
        fields: 'pixelSize',
      },
    },
  ];
}

/** Dates to the left, where people look for the beginning of a line. Text as it is typed: `007` keeps its zeros. */
function numberFormatOf({ format }: ColumnLayout): api.Schema$CellFormat {
  if (format === 'number') return {};
  if (format === 'text') return { numberFormat: { type: 'TEXT' } };
  return { numberFormat: PATTERNS[format], horizontalAlignment: 'LEFT' };
}

/** What is not in the list is questioned, not refused: people may know better. */
function dropdown(range: api.Schema$GridRange, choices: readonly string[] = []): readonly Request[] {
  if (choices.length === 0 || choices.length > LONGEST_LIST) return [];
  const values = choices.map((userEnteredValue) => ({ userEnteredValue }));
  const rule = { condition: { type: 'ONE_OF_LIST', values }, strict: false, showCustomUi: true };
  return [{ setDataValidation: { range, rule } }];
}

function widthOf({ heading, width }: ColumnLayout): number {
  const longestWord = Math.max(...heading.split(' ').map((word) => word.length));
  return Math.ceil(Math.max(width, longestWord * 1.2 + 2) * PIXELS_PER_CHARACTER + MARGIN_PIXELS);
}

/** Editors are warned, and may go on: nobody is locked out of their own spreadsheet. */
const protection = (id: number): Request => ({
  addProtectedRange: {
    protectedRange: {
      range: { sheetId: id },
      warningOnly: true,
      description: 'Felles skriver i denne fanen. Det som blir endret for hånd, kan bli borte.',
    },
  },
});

/** A note on a heading, for a column that was added. */
export const headingNote = (id: number, row: number, column: number, note: string): readonly Request[] =>
  note === ''
    ? []
    : [
        {
          updateCells: {
            start: { sheetId: id, rowIndex: row, columnIndex: column },
            rows: [{ values: [{ note }] }],
            fields: 'note',
          },
        },
      ];
