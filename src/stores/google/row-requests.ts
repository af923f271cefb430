/** The requests that add and replace rows, columns and tabs. */
import type { ColumnLayout, NewValue } from '../../domain/workbook.ts';
import { showingOf } from '../../domain/workbook.ts';
import { dataOf, extentOf, FIELDS, type CellData, type Request } from './cell-data.ts';
import { columnRequests, headingNote, tabRequests } from './tab-requests.ts';
import type { ModelRow, TabModel } from './tab-model.ts';

/** The rows that go below the last, in order; those that replace others are none of them. */
export function addedRows(tab: TabModel): readonly ModelRow[] {
  const replacement = new Set(tab.replacement ?? []);
  return tab.rows.filter((row) => row.added !== undefined && !replacement.has(row));
}

/** A row from column A on. What nothing is planned for stays out. */
function rowData(row: ModelRow): readonly CellData[] {
  return row.cells.map((_, column) => {
    const value = row.added?.get(column);
    return value === undefined ? {} : dataOf(value);
  });
}

/** New rows go below whatever is there by then: Sheets itself finds the place (AppendCellsRequest). */
export function addedRequests(tab: TabModel): readonly Request[] {
  const rows = addedRows(tab);
  if (tab.seen === undefined || rows.length === 0) return [];
  const fields = FIELDS[extentOfRows(rows)];
  return [
    { appendCells: { sheetId: tab.id, rows: rows.map((row) => ({ values: [...rowData(row)] })), fields } },
  ];
}

const extentOfRows = (rows: readonly ModelRow[]): keyof typeof FIELDS =>
  rows.some(({ added }) => [...(added?.values() ?? [])].some((value) => extentOf(value, false) !== 'value'))
    ? 'value and format'
    : 'value';

/** All rows below the headings at once; what is not covered is cleared (UpdateCellsRequest). */
export function replacementRequests(tab: TabModel): readonly Request[] {
  const { replacement, seen } = tab;
  if (replacement === undefined || seen === undefined) return [];
  const top = tab.headings()?.number ?? 0;
  const missing = top + replacement.length - seen.rowCount;
  const requests: Request[] =
    missing > 0 ? [{ appendDimension: { sheetId: tab.id, dimension: 'ROWS', length: missing } }] : [];
  if (top >= seen.rowCount && replacement.length === 0) return [];
  return [
    ...requests,
    {
      updateCells: {
        range: { sheetId: tab.id, startRowIndex: top },
        rows: replacement.map((row) => ({ values: [...rowData(row)] })),
        fields: FIELDS['value and format'],
      },
    },
  ];
}

/** Room for new columns, before anything is copied. */
export function columnRoom({ id, seen, columns }: TabModel): readonly Request[] {
  if (seen === undefined || columns.length === 0) return [];
  const missing = Math.max(...columns.map(({ column }) => column)) + 1 - seen.columnCount;
  return missing > 0 ? [{ appendDimension: { sheetId: id, dimension: 'COLUMNS', length: missing } }] : [];
}

/**
 * How new columns look; their headings are cells like others. A heading may go into a cell that a person has put a note on:
 * that note stays, and ours is not written. What comes between the reading and the write is not seen: Google does not say
 * whether a copied cell keeps its note, so that the write log cannot tell of one; and of the cells below a heading no copy is
 * made, so that where somebody puts another column there in that moment, it keeps its text and gets our formats and dropdown.
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

/** A new heading looks like the one to the left of it. Of merged cells no part is copied. */
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

/** A tab that is not there yet, with its rows. */
export function newTabRequests(tab: TabModel): readonly Request[] {
  const { layout, seen } = tab;
  if (seen !== undefined || layout === undefined) return [];
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

/** Formats for the few cells that their column would show as something else: a time of day among dates, a date in a text. */
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
