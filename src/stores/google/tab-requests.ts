/** The requests that make tabs and columns, and give them the look of Felles. People may change all of it afterwards. */
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { showingOf, type ColumnLayout, type NewValue, type TabLayout } from '../../domain/workbook.ts';
import { colour, colours, pixelsOf, protection } from './appearance.ts';
import { dataOf, FIELDS, PATTERNS, rowData, type CellData, type Request } from './cell-requests.ts';
import type { ModelRow, TabModel } from './tab-model.ts';

/** Room for new columns, before anything is copied. */
export function columnRoom({ id, seen, columns }: TabModel): readonly Request[] {
  if (seen === undefined || columns.length === 0) return [];
  const missing = Math.max(...columns.map(({ column }) => column)) + 1 - seen.columnCount;
  return missing > 0 ? [{ appendDimension: { sheetId: id, dimension: 'COLUMNS', length: missing } }] : [];
}

/**
 * How new columns look; their headings are cells like others. If a person has put a note on the cell of a heading,
 * that note stays, and ours is not written. A change between the reading and the write is not seen: Google does not say
 * whether a copied cell keeps its note, so the write log cannot show one. The cells below a heading are not
 * copied: if somebody puts another column there at that time, it keeps its text and gets our formats and dropdown.
 */
export function columnAdditions(tab: TabModel): readonly Request[] {
  const { seen, columns } = tab;
  const heading = tab.headings();
  if (seen === undefined || heading === undefined) return [];
  const top = heading.number - 1;
  return columns.flatMap(({ column, layout }) => [
    ...(tab.isMerged(top + 1, column - 1) ? [] : headingLook(tab.id, top, column)),
    ...(top + 1 < seen.rowCount ? columnRequests(tab.id, column, layout, [top + 1, seen.rowCount]) : []),
    ...(seen.isEmptyNoted(top + 1, column) ? [] : headingNote(tab.id, top, column, layout.note)),
  ]);
}

/** A new heading looks like the one to the left of it. Merged cells are not copied in part. */
function headingLook(sheetId: number, row: number, column: number): readonly Request[] {
  if (column === 0) return [];
  const cell = (left: number): object => ({
    sheetId,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: left,
    endColumnIndex: left + 1,
  });
  return [{ copyPaste: { source: cell(column - 1), destination: cell(column), pasteType: 'PASTE_FORMAT' } }];
}

/** A new tab, with its rows. */
export function newTabRequests(tab: TabModel): readonly Request[] {
  const { layout, seen } = tab;
  if (seen !== undefined || layout === undefined || tab.page !== undefined) return [];
  const rows = tab.rows.slice(1);
  const requests = [...tabRequests(tab.id, layout, rows.length)];
  if (rows.length === 0) return requests;
  requests.push({
    updateCells: {
      start: { sheetId: tab.id, rowIndex: 1, columnIndex: 0 },
      rows: rows.map((row) => ({
        values: rowData(row).map(({ userEnteredValue }) => valueOnly(userEnteredValue)),
      })),
      fields: FIELDS.value,
    },
  });
  return [...requests, ...rows.flatMap((row, index) => ownFormats(tab, layout.columns, row, index + 1))];
}

const valueOnly = (userEnteredValue: CellData['userEnteredValue']): CellData =>
  userEnteredValue === undefined ? {} : { userEnteredValue };

/** Formats for the few cells that need another format than their column: a time of day among dates, a date in a text. */
function ownFormats(
  tab: TabModel,
  columns: readonly ColumnLayout[],
  row: ModelRow,
  index: number,
): readonly Request[] {
  return [...(row.added ?? new Map<number, NewValue>())].flatMap(([column, value]): readonly Request[] => {
    if (isShownBy(columns[column], value)) return [];
    const { userEnteredFormat = {} } = dataOf(value);
    return [
      {
        updateCells: {
          start: { sheetId: tab.id, rowIndex: index, columnIndex: column },
          rows: [{ values: [{ userEnteredFormat }] }],
          fields: 'userEnteredFormat.numberFormat',
        },
      },
    ];
  });
}

function isShownBy(column: ColumnLayout | undefined, value: NewValue): boolean {
  const showing = showingOf(value);
  if (showing === 'any') return true;
  const format = column?.format ?? 'text';
  if (showing === 'number') return format === 'number' || format === 'text';
  return showing === format;
}

/** Dropdowns reach this far below the data, so that rows that people add have them too. */
const SPARE_ROWS = 1000;
/** Formats do not reach as far: each cell with a format is part of every reading, empty or not. */
const FORMATTED_ROWS = 200;
/** The longest list for a dropdown of the API (Sheets, «Create an in-cell dropdown list»). */
const LONGEST_LIST = 500;
/** The number of rows in the grid of a new tab. */
const gridRows = (rows: number): number => rows + SPARE_ROWS;

/** The requests for a new tab, in order; its rows are written after them. */
function tabRequests(id: number, layout: TabLayout, rows: number): readonly Request[] {
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

/** How the cells below a heading look, and their dropdown. Rows from 0, end excluded. */
function columnRequests(
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

/** Dates are aligned left, where people start to read. Text stays as typed: `007` keeps its zeros. */
function numberFormatOf({ format }: ColumnLayout): api.Schema$CellFormat {
  if (format === 'number') return {};
  if (format === 'text') return { numberFormat: { type: 'TEXT' } };
  return { numberFormat: PATTERNS[format], horizontalAlignment: 'LEFT' };
}

/** A value outside the list gives a warning, and is not refused: people may know better. */
function dropdown(range: api.Schema$GridRange, choices: readonly string[] = []): readonly Request[] {
  if (choices.length === 0 || choices.length > LONGEST_LIST) return [];
  const values = choices.map((userEnteredValue) => ({ userEnteredValue }));
  const rule = { condition: { type: 'ONE_OF_LIST', values }, strict: false, showCustomUi: true };
  return [{ setDataValidation: { range, rule } }];
}

function widthOf({ heading, width }: ColumnLayout): number {
  const longestWord = Math.max(...heading.split(' ').map((word) => word.length));
  return pixelsOf(Math.max(width, longestWord * 1.2 + 2));
}

/** A note on a heading, for a column that was added. */
const headingNote = (id: number, row: number, column: number, note: string): readonly Request[] =>
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
