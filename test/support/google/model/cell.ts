import type { CellFormat, DataValidation } from '../schema/cells.ts';

/** The errors that a cell shows. Source: ErrorType, Google Sheets API v4. */
export const errorTexts = {
  ERROR: '#ERROR!',
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
} as const;

export type ErrorType = keyof typeof errorTexts;

/** What a cell shows: what was typed, or what its formula gives. */
export type Shown = string | number | boolean | { readonly error: ErrorType };

/** What stands in a cell. A formula keeps its `=` and carries what it shows: nothing here computes. */
export type Content =
  string | number | boolean | { readonly formula: string; readonly shows: Shown | undefined };

/** A cell is never changed, only replaced: copies of a spreadsheet share their cells. */
export interface Cell {
  readonly content?: Content | undefined;
  readonly format?: CellFormat | undefined;
  /** The number format that a formula's result brings with it, as that of `=TODAY()`. */
  readonly computedFormat?: CellFormat['numberFormat'];
  readonly note?: string | undefined;
  readonly validation?: DataValidation | undefined;
}

export function shownBy(cell: Cell | undefined): Shown | undefined {
  const content = cell?.content;
  return typeof content === 'object' ? content.shows : content;
}

export function formulaOf(cell: Cell | undefined): string | undefined {
  const content = cell?.content;
  return typeof content === 'object' ? content.formula : undefined;
}

/** The number format that is in force. */
export function numberFormatOf(cell: Cell | undefined): CellFormat['numberFormat'] {
  return cell?.format?.numberFormat ?? cell?.computedFormat;
}

/** The cell without what is not set, or undefined when nothing is. */
export function tidy(cell: Cell): Cell | undefined {
  const entries = Object.entries(cell).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
