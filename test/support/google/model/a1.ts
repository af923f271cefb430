import { columnLetters } from '../../../../src/domain/workbook.ts';
import { columnIndex } from '../../../../src/stores/xlsx/addresses.ts';
import { invalid } from '../api-error.ts';
import type { GridRange } from '../schema/ranges.ts';
import { quoteTitle } from './formula.ts';
import type { Area, Sheet } from './sheet.ts';
import type { Spreadsheet } from './spreadsheet.ts';

const withTab = /^(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[\p{L}_][\p{L}\p{N}_]*))(?:!(?<rest>.+))?$/u;
const corners = /^\$?(?<left>[A-Z]{0,3})\$?(?<top>\d*)(?<open>:\$?(?<right>[A-Z]{0,3})\$?(?<bottom>\d*))?$/iu;

/**
 * The cells that a range in A1 notation names: `Sheet1!A1:B2`, `'A tab'!A:A`, `A1`, `Sheet1`, or a named range.
 * Without a tab it is the first visible one. Source: https://developers.google.com/workspace/sheets/api/guides/concepts
 */
export function parseRange(text: string, spreadsheet: Spreadsheet): GridRange {
  const unparsed = invalid(`Unable to parse range: ${text}`);
  const first = spreadsheet.sheets.find(({ hidden }) => !hidden);
  const bare = first === undefined ? undefined : cellsIn(text, first);
  if (bare !== undefined) return bare;
  const { quoted, plain, rest } = withTab.exec(text)?.groups ?? {};
  const title = quoted?.replaceAll("''", "'") ?? plain;
  if (title === undefined) throw unparsed;
  const sheet = spreadsheet.sheetNamed(title);
  if (sheet === undefined) {
    const named = spreadsheet.namedRanges.find(({ name }) => name.toLowerCase() === title.toLowerCase());
    if (named === undefined || rest !== undefined) throw unparsed;
    return named.range;
  }
  const range = rest === undefined ? { sheetId: sheet.sheetId } : cellsIn(rest, sheet);
  if (range === undefined) throw unparsed;
  return range;
}

function cellsIn(text: string, sheet: Sheet): GridRange | undefined {
  const { left = '', top = '', open, right = '', bottom = '' } = corners.exec(text)?.groups ?? {};
  const isCell = left !== '' && top !== '';
  if (left + top === '' || /^0+$/u.test(top) || /^0+$/u.test(bottom)) return undefined;
  if (open === undefined) return isCell ? rangeOf(sheet, [top, top], [left, left]) : undefined;
  return right + bottom === '' ? undefined : rangeOf(sheet, [top, bottom], [left, right]);
}

type Ends = readonly [string, string];

/** Row numbers and column letters, both ends included; where one is missing the range is open. */
function rangeOf({ sheetId }: Sheet, rows: Ends, columns: Ends): GridRange {
  const [top, bottom] = inOrder(rows.map((digits) => (digits === '' ? undefined : Number(digits) - 1)));
  const [left, right] = inOrder(
    columns.map((letters) => (letters === '' ? undefined : columnIndex(letters.toUpperCase()))),
  );
  return {
    sheetId,
    ...(top === undefined ? {} : { startRowIndex: top }),
    ...(bottom === undefined ? {} : { endRowIndex: bottom + 1 }),
    ...(left === undefined ? {} : { startColumnIndex: left }),
    ...(right === undefined ? {} : { endColumnIndex: right + 1 }),
  };
}

/** The lower end first, and the upper where there are two. */
function inOrder(ends: readonly (number | undefined)[]): readonly [number | undefined, number | undefined] {
  const known = ends.filter((end) => end !== undefined).sort((one, other) => one - other);
  return [known[0], known[1]];
}

/** The part of a range that lies in the grid. Throws 400 when none of it does. */
export function heldToGrid(
  range: GridRange,
  spreadsheet: Spreadsheet,
  text: string,
): { sheet: Sheet; area: Area } {
  const sheet = spreadsheet.grid(range.sheetId);
  const area = {
    top: range.startRowIndex ?? 0,
    bottom: Math.min(range.endRowIndex ?? sheet.rowCount, sheet.rowCount),
    left: range.startColumnIndex ?? 0,
    right: Math.min(range.endColumnIndex ?? sheet.columnCount, sheet.columnCount),
  };
  if (area.top >= sheet.rowCount || area.left >= sheet.columnCount) throw beyondGrid(text, sheet);
  return { sheet, area };
}

export function beyondGrid(text: string, { rowCount, columnCount }: Sheet): Error {
  return invalid(`Range (${text}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`);
}

/** `'A tab'!A1:C4`, and `Sheet1!A1` when it is one cell. */
export function formatRange({ title }: Sheet, { top, bottom, left, right }: Area): string {
  const first = `${columnLetters(left)}${top + 1}`;
  const last = `${columnLetters(right - 1)}${bottom}`;
  return `${quoteTitle(title)}!${first === last ? first : `${first}:${last}`}`;
}
