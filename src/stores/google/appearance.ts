/** How what Felles makes in a spreadsheet looks: colours, widths, and the warning on what it writes itself. */
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { ColumnGroup, HighlightLook } from '../../domain/looks.ts';
import type { Request } from './cell-requests.ts';

/** The width of an average character in the ordinary font, and of the margins of a cell. */
const PIXELS_PER_CHARACTER = 7.2;
const MARGIN_PIXELS = 8;

/** As in the .xlsx workbook: white on these has a contrast of 7:1 or more. */
export const colours = {
  people: { heading: '#1F4E5F', tab: '#2E7D8C' },
  machine: { heading: '#4A5560', tab: '#9AA5AF' },
} as const;

/** Headings of groups of columns; white on these has a contrast of 7:1 or more. */
export const groupColours: Readonly<Record<ColumnGroup['colour'], string>> = {
  first: '#14532D',
  webinar: '#5B2A86',
  other: '#4A5560',
};

const INK = '#1A1A1A';

const highlight = (fill: string, ink = INK, bold = false): api.Schema$CellFormat => ({
  backgroundColorStyle: colour(fill),
  textFormat: { foregroundColorStyle: colour(ink), ...(bold ? { bold } : {}) },
});

/**
 * Cells while a formula holds: dark text, whatever the cell has, with a contrast of 7:1 or more. A rule of Sheets has
 * colours and bold, and no borders (BooleanRule).
 */
export const highlightFormats: Readonly<Record<HighlightLook, api.Schema$CellFormat>> = {
  missing: highlight('#FFF3BF'),
  wrong: highlight('#FFD6D6'),
  late: highlight('#FFE0B8'),
  unsettled: highlight('#E4DDFB'),
  listed: highlight('#FFC4C4', '#6B0000', true),
};

/** `hex` as in `#1F4E5F`. */
export function colour(hex: string): api.Schema$ColorStyle {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { rgbColor: { red: part(1), green: part(3), blue: part(5) } };
}

/** The width of so many characters. */
export const pixelsOf = (characters: number): number =>
  Math.ceil(characters * PIXELS_PER_CHARACTER + MARGIN_PIXELS);

/** Editors get a warning and may go on: nobody is locked out of their own spreadsheet. */
export const protection = (id: number): Request => ({
  addProtectedRange: {
    protectedRange: {
      range: { sheetId: id },
      warningOnly: true,
      description: 'Felles skriver i denne fanen. Det som blir endret for hånd, kan bli borte.',
    },
  },
});
