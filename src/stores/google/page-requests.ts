/** The requests that write a page: a sheet that people read, such as «Les meg», or a hidden one that formulas use. */
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { PageCell, PageCellLook, PageChange, PageLayout } from '../../domain/looks.ts';
import { colour, colours, highlightFormats, pixelsOf, protection } from './appearance.ts';
import { dataOf, PATTERNS, type CellData, type Request } from './cell-requests.ts';
import { cellFormula, textLiteral } from './formulas.ts';
import type { TabModel } from './tab-model.ts';

/** The size of a page: all of its cells are within. */
const sizeOf = ({
  rows,
  widths,
}: PageLayout): { readonly rowCount: number; readonly columnCount: number } => ({
  rowCount: Math.max(1, rows.length),
  columnCount: Math.max(1, widths.length, ...rows.flat().map(({ column, span = 1 }) => column + span)),
});

/** A new sheet for a page, or room in the one that is there. No part of merged cells can be copied to the write log. */
export function pageRoom({ id, name, seen, page }: TabModel): readonly Request[] {
  if (page === undefined) return [];
  const { rowCount, columnCount } = sizeOf(page.layout);
  if (seen === undefined) return [addPage({ id, name }, page, { rowCount, columnCount })];
  const missing = [
    ['ROWS', rowCount - seen.rowCount],
    ['COLUMNS', columnCount - seen.columnCount],
  ] as const;
  return [
    { unmergeCells: { range: { sheetId: id } } },
    ...missing.flatMap(([dimension, length]): readonly Request[] =>
      length > 0 ? [{ appendDimension: { sheetId: id, dimension, length } }] : [],
    ),
  ];
}

const addPage = (
  { id, name }: Pick<TabModel, 'id' | 'name'>,
  { isHidden }: PageChange,
  size: ReturnType<typeof sizeOf>,
): Request => ({
  addSheet: {
    properties: {
      sheetId: id,
      title: name,
      ...(isHidden === true ? { hidden: true } : {}),
      tabColorStyle: colour(colours.machine.tab),
      gridProperties: { ...size, hideGridlines: true },
    },
  },
});

/** All cells of a page, whatever was there. `idOf` gives the sheet that a link leads to. */
export function pageRequests(
  { id, seen, page }: TabModel,
  idOf: (tab: string) => number | undefined,
): readonly Request[] {
  if (page === undefined) return [];
  const { layout, isHidden } = page;
  const whole = { sheetId: id };
  return [
    ...(seen === undefined ? [protection(id)] : []),
    {
      updateCells: {
        range: whole,
        rows: layout.rows.map((cells) => ({ values: rowOf(cells, idOf) })),
        fields: 'userEnteredValue,userEnteredFormat,note,dataValidation',
      },
    },
    ...layout.rows.flatMap((cells, row) => cells.flatMap((cell) => merge(id, row, cell))),
    ...(isHidden === true ? [] : [...widths(id, layout), ...heights(id, layout)]),
  ];
}

function rowOf(cells: readonly PageCell[], idOf: (tab: string) => number | undefined): api.Schema$CellData[] {
  const row: CellData[] = [];
  for (const cell of cells) {
    const { userEnteredValue, userEnteredFormat } = valueOf(cell, idOf);
    const format = { ...FORMATS[cell.look], ...userEnteredFormat };
    row[cell.column] = {
      ...(userEnteredValue === undefined ? {} : { userEnteredValue }),
      userEnteredFormat: format,
    };
  }
  return Array.from(row, (cell: CellData | undefined) => cell ?? {});
}

/** A link shows what the cell holds; a link to a sheet that is not there is none. */
function valueOf(cell: PageCell, idOf: (tab: string) => number | undefined): CellData {
  const { text = '', formula, value, leadsTo } = cell;
  const sheetId = leadsTo === undefined ? undefined : idOf(leadsTo.tab);
  const format = typeof value === 'object' ? dataOf(value).userEnteredFormat : undefined;
  const shown = formula === undefined ? textLiteral(text) : cellFormula(formula).slice(1);
  if (leadsTo !== undefined && sheetId !== undefined) {
    const address = textLiteral(`#gid=${String(sheetId)}&range=${leadsTo.cell}`);
    return { userEnteredValue: { formulaValue: `=HYPERLINK(${address};${shown})` } };
  }
  if (formula === undefined) return dataOf(value ?? text);
  return {
    userEnteredValue: { formulaValue: `=${shown}` },
    ...(format === undefined ? {} : { userEnteredFormat: format }),
  };
}

const textFormat = (fontSize: number, hex: string, bold = false): api.Schema$TextFormat => ({
  fontSize,
  bold,
  foregroundColorStyle: colour(hex),
});

const INK = '#202124';
const wrapped: api.Schema$CellFormat = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' };

/** The contrast of each with white is 7:1 or more. */
const FORMATS: Readonly<Record<PageCellLook, api.Schema$CellFormat>> = {
  title: { verticalAlignment: 'MIDDLE', textFormat: textFormat(20, colours.people.heading, true) },
  heading: { verticalAlignment: 'BOTTOM', textFormat: textFormat(13, colours.people.heading, true) },
  text: { ...wrapped, textFormat: textFormat(11, INK) },
  label: { ...wrapped, textFormat: textFormat(11, INK, true) },
  figure: { verticalAlignment: 'TOP', horizontalAlignment: 'LEFT', textFormat: textFormat(11, INK, true) },
  day: {
    verticalAlignment: 'TOP',
    horizontalAlignment: 'LEFT',
    numberFormat: PATTERNS.date,
    textFormat: textFormat(11, INK, true),
  },
  link: { ...wrapped, textFormat: { ...textFormat(11, '#0B4F8A'), underline: true } },
  small: { ...wrapped, textFormat: textFormat(9, colours.machine.heading) },
  ...highlightFormats,
};

function merge(sheetId: number, row: number, { column, span = 1 }: PageCell): readonly Request[] {
  if (span === 1) return [];
  const range = {
    sheetId,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: column,
    endColumnIndex: column + span,
  };
  return [{ mergeCells: { range, mergeType: 'MERGE_ALL' } }];
}

const sized = (sheetId: number, dimension: 'ROWS' | 'COLUMNS', at: number, pixelSize: number): Request => ({
  updateDimensionProperties: {
    range: { sheetId, dimension, startIndex: at, endIndex: at + 1 },
    properties: { pixelSize },
    fields: 'pixelSize',
  },
});

const widths = (id: number, layout: PageLayout): readonly Request[] =>
  layout.widths.map((width, column) => sized(id, 'COLUMNS', column, pixelsOf(width)));

/** Sheets does not make rows higher for text in merged cells. */
const heights = (id: number, layout: PageLayout): readonly Request[] =>
  layout.rows.map((cells, row) =>
    sized(id, 'ROWS', row, Math.max(21, ...cells.map((cell) => heightOf(cell, layout.widths)))),
  );

/** The height of a line is one and a half times that of its letters, in points; a point is 4/3 of a pixel. */
function heightOf({ column, span = 1, text = '', look }: PageCell, columnWidths: readonly number[]): number {
  const points = FORMATS[look].textFormat?.fontSize ?? 10;
  const characters = columnWidths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
  const perLine = Math.max(1, (characters * 10) / points);
  const lines = FORMATS[look].wrapStrategy === 'WRAP' ? linesIn(text, perLine) : 1;
  return Math.ceil(lines * points * 1.5 * (4 / 3));
}

const linesIn = (text: string, perLine: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
