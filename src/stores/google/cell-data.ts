/** Cells as the Sheets API takes them. Text is sent as text, never as if somebody had typed it. */
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { showingOf, type Cell, type NewValue } from '../../domain/workbook.ts';
import { cellOf } from '../new-cell.ts';

export type CellData = api.Schema$CellData;
export type Request = api.Schema$Request;

/** What of a cell is written: its value alone, or how its number is shown as well. */
export type Extent = 'value' | 'value and format';

export const FIELDS: Readonly<Record<Extent, string>> = {
  value: 'userEnteredValue',
  'value and format': 'userEnteredValue,userEnteredFormat.numberFormat',
};

/** Patterns of number formats (Sheets API guide, Date and number formats). */
export const PATTERNS = {
  date: { type: 'DATE', pattern: 'dd.mm.yyyy' },
  dateTime: { type: 'DATE_TIME', pattern: 'dd.mm.yyyy hh:mm' },
  time: { type: 'TIME', pattern: 'hh:mm' },
} as const satisfies Readonly<Record<string, api.Schema$NumberFormat>>;

/** A value as a cell. An empty text is an empty cell. */
export function dataOf(value: NewValue): CellData {
  const showing = showingOf(value);
  const data = plainData(cellOf(value));
  return showing === 'number' || showing === 'any'
    ? data
    : { ...data, userEnteredFormat: { numberFormat: PATTERNS[showing] } };
}

/**
 * How much of a cell a value needs: dates always bring their format; a number takes away that of a date, by which it
 * would be shown as a day.
 */
export function extentOf(value: NewValue, showsDates: boolean): Extent {
  const showing = showingOf(value);
  if (showing === 'any') return 'value';
  return showing === 'number' && !showsDates ? 'value' : 'value and format';
}

/** A cell as it was read, to be put back by its value where the copy of it is gone. */
export function restoredData(cell: Cell): CellData {
  if (typeof cell === 'object' && cell?.formula !== undefined)
    return { userEnteredValue: { formulaValue: `=${cell.formula}` } };
  const isDate = typeof cell === 'object' && cell?.isDate === true;
  const data = plainData(typeof cell === 'object' && cell !== null ? cell.value : cell);
  return isDate ? { ...data, userEnteredFormat: { numberFormat: PATTERNS.dateTime } } : data;
}

function plainData(cell: Cell): CellData {
  const value = typeof cell === 'object' && cell !== null ? cell.value : cell;
  if (value === null || value === '') return {};
  if (typeof value === 'string') return { userEnteredValue: { stringValue: value } };
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  return { userEnteredValue: { boolValue: value } };
}
