import type { Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import type { ProtectedRange } from '../schema/properties.ts';
import type { DimensionProperties, GridRange } from '../schema/ranges.ts';

/** Properties as the API sends them: what has its default value is left out, but for the few that never are. */

/** Leaves out `false`, 0, empty text and what is not set. */
function sent(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== false && value !== 0 && value !== '',
    ),
  );
}

export function allOfSheetProperties(spreadsheet: Spreadsheet, sheet: Sheet): object {
  const { sheetId, title, type, hidden, rightToLeft, tabColorStyle } = sheet;
  const { rowCount, columnCount, frozenRowCount, frozenColumnCount, hideGridlines } = sheet;
  const grid = sent({ rowCount, columnCount, frozenRowCount, frozenColumnCount, hideGridlines });
  return {
    sheetId,
    title,
    index: spreadsheet.sheets.indexOf(sheet),
    sheetType: type,
    ...(type === 'GRID' ? { gridProperties: grid } : {}),
    ...sent({ hidden, rightToLeft, tabColorStyle }),
  };
}

/** The format of cells that nobody has formatted. */
export const defaultFormat = {
  backgroundColor: { red: 1, green: 1, blue: 1 },
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: {} },
  },
  backgroundColorStyle: { rgbColor: { red: 1, green: 1, blue: 1 } },
};

export function allOfSpreadsheetProperties({ title, locale, timeZone }: Spreadsheet): object {
  return { title, locale, autoRecalc: 'ON_CHANGE', timeZone, defaultFormat };
}

/** Sheet 0 is left out, the indexes are sent even when they are 0. */
export function wireRange({ sheetId, ...indexes }: GridRange): object {
  return { ...(sheetId === 0 ? {} : { sheetId }), ...indexes };
}

export function wireProtectedRange({ range, warningOnly, ...rest }: ProtectedRange): object {
  return {
    ...rest,
    ...(range === undefined ? {} : { range: wireRange(range) }),
    ...sent({ warningOnly, requestingUserCanEdit: true }),
  };
}

/** Pixels where nobody has changed them. */
const defaultPixels = { row: 21, column: 100 };

export function wireDimension(looks: DimensionProperties, axis: 'row' | 'column'): object {
  const { hiddenByUser, hiddenByFilter, pixelSize = defaultPixels[axis] } = looks;
  return sent({ hiddenByFilter, hiddenByUser, pixelSize });
}
