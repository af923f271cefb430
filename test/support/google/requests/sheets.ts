import { z } from 'zod';
import { invalid } from '../api-error.ts';
import { within, type Mask } from '../field-mask.ts';
import type { Editing } from '../model/editing.ts';
import { Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { requiredMask } from '../model/writing.ts';
import { sheetProperties, spreadsheetProperties, type SheetProperties } from '../schema/properties.ts';
import { allOfSheetProperties } from '../wire/properties.ts';
import { requestKind } from './request-kind.ts';

const defaultRows = 1000;
const defaultColumns = 26;

/** Adds a sheet to a spreadsheet with whatever of its properties is given. */
export function addSheet(spreadsheet: Spreadsheet, given: SheetProperties): Sheet {
  const sheetId = given.sheetId ?? spreadsheet.newId();
  if (spreadsheet.sheets.some((each) => each.sheetId === sheetId))
    throw invalid(`Cannot add sheet with ID: ${sheetId}, a sheet with that ID already exists.`);
  const title = given.title ?? freeTitle(spreadsheet);
  spreadsheet.checkTitle(title);
  const { rowCount = 0, columnCount = 0 } = given.gridProperties ?? {};
  const sheet = new Sheet({
    sheetId,
    title,
    rowCount: rowCount === 0 ? defaultRows : rowCount,
    columnCount: columnCount === 0 ? defaultColumns : columnCount,
  });
  spreadsheet.sheets.splice(given.index ?? spreadsheet.sheets.length, 0, sheet);
  if (given.hidden === true && spreadsheet.sheets.every((each) => each === sheet || each.hidden))
    throw invalid("You can't hide all the sheets in a document.");
  sheet.hidden = given.hidden ?? false;
  sheet.rightToLeft = given.rightToLeft ?? false;
  sheet.tabColorStyle = given.tabColorStyle;
  setFrozen(sheet, given.gridProperties ?? {}, 'all');
  spreadsheet.checkSize();
  return sheet;
}

function freeTitle(spreadsheet: Spreadsheet): string {
  let number = spreadsheet.sheets.length + 1;
  while (spreadsheet.sheetNamed(`Sheet${number}`) !== undefined) number += 1;
  return `Sheet${number}`;
}

function setFrozen(sheet: Sheet, given: NonNullable<SheetProperties['gridProperties']>, mask: Mask): void {
  if (within(mask, 'frozenRowCount') !== undefined) sheet.frozenRowCount = given.frozenRowCount ?? 0;
  if (within(mask, 'frozenColumnCount') !== undefined) sheet.frozenColumnCount = given.frozenColumnCount ?? 0;
  if (within(mask, 'hideGridlines') !== undefined) sheet.hideGridlines = given.hideGridlines ?? false;
  if (sheet.frozenRowCount >= sheet.rowCount || sheet.frozenColumnCount >= sheet.columnCount)
    throw invalid("You can't freeze all visible rows or columns on the sheet.");
  const { frozenColumnCount: edge } = sheet;
  if (edge > 0 && sheet.merges.some(({ left, right }) => left < edge && edge < right))
    throw invalid("You can't freeze columns which contain only part of a merged cell.");
}

const addSheetKind = requestKind(
  'addSheet',
  z.strictObject({ properties: sheetProperties.default({}) }),
  ({ spreadsheet }, { properties }) => {
    const sheet = addSheet(spreadsheet, properties);
    return { addSheet: { properties: allOfSheetProperties(spreadsheet, sheet) } };
  },
);

const deleteSheetKind = requestKind(
  'deleteSheet',
  z.strictObject({ sheetId: z.int().min(0).default(0) }),
  (editing, { sheetId }) => {
    editing.deleteSheet(editing.spreadsheet.sheet(sheetId));
    return undefined;
  },
);

const updateSheetPropertiesKind = requestKind(
  'updateSheetProperties',
  z.strictObject({ properties: sheetProperties, fields: z.string().optional() }),
  (editing, { properties, fields }) => {
    const mask = requiredMask(fields, 'SheetProperties');
    const sheet = editing.spreadsheet.sheet(properties.sheetId ?? 0);
    updateSheet(editing, sheet, properties, mask);
    editing.spreadsheet.checkSize();
    return undefined;
  },
);

function updateSheet(editing: Editing, sheet: Sheet, given: SheetProperties, mask: Mask): void {
  const means = (name: string): boolean => within(mask, name) !== undefined;
  if (mask !== 'all' && (means('sheetId') || means('sheetType')))
    throw invalid('The fields sheetId and sheetType cannot be changed once set.');
  if (means('title')) editing.retitle(sheet, given.title ?? '');
  if (means('rightToLeft')) sheet.rightToLeft = given.rightToLeft ?? false;
  if (means('tabColorStyle')) sheet.tabColorStyle = given.tabColorStyle;
  if (means('index')) moveSheet(editing.spreadsheet, sheet, given.index ?? 0);
  const grid = within(mask, 'gridProperties');
  if (grid !== undefined) resize(editing, sheet, given.gridProperties ?? {}, grid);
  if (!means('hidden')) return;
  if (given.hidden === true) editing.hide(sheet);
  else sheet.hidden = false;
}

/** The index counts the places as they were before the move. */
function moveSheet(spreadsheet: Spreadsheet, sheet: Sheet, index: number): void {
  const before = spreadsheet.sheets.indexOf(sheet);
  if (index > spreadsheet.sheets.length) throw invalid(`index ${index} is beyond the last sheet.`);
  spreadsheet.sheets.splice(before, 1);
  spreadsheet.sheets.splice(index > before ? index - 1 : index, 0, sheet);
}

function resize(
  editing: Editing,
  sheet: Sheet,
  given: NonNullable<SheetProperties['gridProperties']>,
  mask: Mask,
): void {
  if (sheet.type !== 'GRID') throw invalid(`Sheet ${sheet.sheetId} is not a grid.`);
  const rows = within(mask, 'rowCount') === undefined ? sheet.rowCount : (given.rowCount ?? 0);
  const columns = within(mask, 'columnCount') === undefined ? sheet.columnCount : (given.columnCount ?? 0);
  if (rows < 1 || columns < 1) throw invalid("You can't delete all the rows or columns on the sheet.");
  const gone = { row: sheet.rowCount - rows, column: sheet.columnCount - columns };
  if (gone.row > 0) editing.delete(sheet, 'row', rows, gone.row);
  if (gone.column > 0) editing.delete(sheet, 'column', columns, gone.column);
  sheet.resize(rows, columns);
  setFrozen(sheet, given, mask);
}

const updateSpreadsheetPropertiesKind = requestKind(
  'updateSpreadsheetProperties',
  z.strictObject({ properties: spreadsheetProperties, fields: z.string().optional() }),
  ({ spreadsheet }, { properties, fields }) => {
    const mask = requiredMask(fields, 'SpreadsheetProperties');
    if (within(mask, 'title') !== undefined) spreadsheet.title = properties.title ?? '';
    if (within(mask, 'locale') !== undefined) spreadsheet.locale = knownLocale(properties.locale ?? '');
    if (within(mask, 'timeZone') !== undefined)
      spreadsheet.timeZone = knownTimeZone(properties.timeZone ?? '');
    return undefined;
  },
);

export function knownLocale(locale: string): string {
  if (!/^[a-z]{2,3}(?:_[A-Z]{2})?$/u.test(locale)) throw invalid(`Unsupported locale: ${locale}`);
  return locale;
}

export function knownTimeZone(timeZone: string): string {
  try {
    Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    throw invalid(`Invalid time zone: ${timeZone}`);
  }
}

export const sheetRequests = [
  addSheetKind,
  deleteSheetKind,
  updateSheetPropertiesKind,
  updateSpreadsheetPropertiesKind,
];
