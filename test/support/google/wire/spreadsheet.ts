import { masked, within, type Mask } from '../field-mask.ts';
import { heldToGrid, parseRange } from '../model/a1.ts';
import type { Area, Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { columnGroups } from '../model/groups.ts';
import { cellWriter } from './cells.ts';
import { wireFilterView, wireGroup, wireMerge, wireRule } from './looks.ts';
import {
  allOfSheetProperties,
  allOfSpreadsheetProperties,
  wireDimension,
  wireProtectedRange,
  wireRange,
} from './properties.ts';

export interface Reading {
  /** What is asked for; undefined for all but the cells. */
  readonly mask: Mask | undefined;
  /** Counts only where there is no mask. */
  readonly includeGridData: boolean;
  /** In A1 notation; none means every sheet whole. */
  readonly ranges: readonly string[];
}

const withoutData: Mask = new Map<string, Mask>([
  ['properties', 'all'],
  ['protectedRanges', 'all'],
  ['merges', 'all'],
  ['conditionalFormats', 'all'],
  ['columnGroups', 'all'],
  ['filterViews', 'all'],
]);
const withoutCells: Mask = new Map<string, Mask>([
  ['spreadsheetId', 'all'],
  ['properties', 'all'],
  ['sheets', withoutData],
  ['namedRanges', 'all'],
  ['spreadsheetUrl', 'all'],
]);

/** The spreadsheet as the API sends it. Throws 400 for a range that names nothing. */
export function wireSpreadsheet(spreadsheet: Spreadsheet, reading: Reading): object {
  const mask = reading.mask ?? (reading.includeGridData ? 'all' : withoutCells);
  const { spreadsheetId, namedRanges } = spreadsheet;
  const areas = areasOf(spreadsheet, reading.ranges);
  const ofSheets = within(mask, 'sheets');
  const fields = {
    spreadsheetId,
    properties: allOfSpreadsheetProperties(spreadsheet),
    sheets:
      ofSheets === undefined
        ? undefined
        : [...areas].map(([sheet, wanted]) => wireSheet(spreadsheet, sheet, wanted, ofSheets)),
    namedRanges:
      namedRanges.length === 0
        ? undefined
        : namedRanges.map((each) => ({ ...each, range: wireRange(each.range) })),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`,
  };
  const reply: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const wanted = within(mask, name);
    if (wanted !== undefined && value !== undefined)
      reply[name] = name === 'sheets' ? value : masked(value, wanted);
  }
  return reply;
}

/** The sheets that are asked for, in their order, and which of their cells. */
function areasOf(spreadsheet: Spreadsheet, ranges: readonly string[]): Map<Sheet, readonly Area[]> {
  if (ranges.length === 0) return new Map(spreadsheet.sheets.map((sheet) => [sheet, [sheet.whole]]));
  const asked = ranges.map((text) => heldToGrid(parseRange(text, spreadsheet), spreadsheet, text));
  return new Map(
    spreadsheet.sheets.flatMap((sheet) => {
      const areas = asked.filter((each) => each.sheet === sheet).map(({ area }) => area);
      return areas.length === 0 ? [] : [[sheet, areas] as const];
    }),
  );
}

function wireSheet(spreadsheet: Spreadsheet, sheet: Sheet, areas: readonly Area[], mask: Mask): object {
  const ofProperties = within(mask, 'properties');
  const ofData = within(mask, 'data');
  return {
    ...(ofProperties === undefined
      ? {}
      : { properties: masked(allOfSheetProperties(spreadsheet, sheet), ofProperties) }),
    ...(ofData === undefined || sheet.type !== 'GRID'
      ? {}
      : { data: areas.map((area) => wireData(spreadsheet, sheet, area, ofData)) }),
    ...wireLists(sheet, mask),
  };
}

/** Lists are left out where they are empty. */
function wireLists(sheet: Sheet, mask: Mask): Record<string, unknown> {
  const lists: Readonly<Record<string, readonly object[]>> = {
    merges: sheet.merges.map((merge) => wireMerge(sheet.sheetId, merge)),
    conditionalFormats: sheet.rules.map(wireRule),
    columnGroups: columnGroups(sheet).map(wireGroup),
    filterViews: sheet.filterViews.map(wireFilterView),
    protectedRanges: sheet.protectedRanges.map(wireProtectedRange),
  };
  const sent: Record<string, unknown> = {};
  for (const [name, list] of Object.entries(lists)) {
    const wanted = within(mask, name);
    if (wanted !== undefined && list.length > 0) sent[name] = masked(list, wanted);
  }
  return sent;
}

/** Rows end with the last that holds or looks like anything, whatever the mask means; cells within a row likewise. */
function wireData(spreadsheet: Spreadsheet, sheet: Sheet, area: Area, mask: Mask): object {
  const { top, left } = area;
  const bottom = Math.min(area.bottom, sheet.rows.length);
  const fields: Record<string, unknown> = {};
  if (top > 0 && within(mask, 'startRow') !== undefined) fields['startRow'] = top;
  if (left > 0 && within(mask, 'startColumn') !== undefined) fields['startColumn'] = left;
  const ofRows = within(mask, 'rowData');
  const rows = ofRows === undefined ? [] : wireRows(sheet, { ...area, bottom }, ofRows, spreadsheet.locale);
  if (rows.length > 0) fields['rowData'] = rows;
  addMetadata(fields, sheet, area, mask);
  return fields;
}

function wireRows(sheet: Sheet, { top, bottom, left, right }: Area, mask: Mask, locale: string): object[] {
  const ofCells = within(mask, 'values');
  const wireCell = ofCells === undefined ? undefined : cellWriter(ofCells, locale);
  const rows: object[] = [];
  let filled = 0;
  for (let row = top; row < bottom; row += 1) {
    const cells = sheet.row(row).cells.slice(left, right);
    const length = cells.findLastIndex((cell) => cell !== undefined) + 1;
    const isSent = length > 0 && wireCell !== undefined;
    rows.push(isSent ? { values: cells.slice(0, length).map(wireCell) } : {});
    if (length > 0) filled = rows.length;
  }
  return rows.slice(0, filled);
}

function addMetadata(fields: Record<string, unknown>, sheet: Sheet, area: Area, mask: Mask): void {
  const { top, bottom, left, right } = area;
  const ofRow = within(mask, 'rowMetadata');
  const ofColumn = within(mask, 'columnMetadata');
  if (ofRow !== undefined) {
    fields['rowMetadata'] = Array.from({ length: bottom - top }, (_, index) =>
      masked(wireDimension(sheet.row(top + index).looks, 'row'), ofRow),
    );
  }
  if (ofColumn !== undefined) {
    fields['columnMetadata'] = Array.from({ length: right - left }, (_, index) =>
      masked(wireDimension(sheet.column(left + index), 'column'), ofColumn),
    );
  }
}
