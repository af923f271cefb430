import { msg } from '../../../domain/msg.ts';
import type { Cell, CellValue } from '../../../domain/workbook.ts';
import { damaged, tooLarge } from '../faults.ts';
import { decodeCellText } from '../package/xml-text.ts';
import { DAYS_TO_1904, serialOf } from '../../../domain/serials.ts';

/** The data needed to read a cell: most cells only point at it. */
export interface ValueContext {
  readonly sharedStrings: readonly string[];
  /** Whether each cell style shows numbers as dates. */
  readonly isDateStyle: readonly boolean[];
  readonly date1904: boolean;
  readonly budget: CellBudget;
}

/** A million rows of twenty columns: twice what a Google Sheet may hold at all. */
const MOST_CELLS = 20_000_000;

/** Counts the cells that are kept, so that a few cells far out in many rows cannot fill the memory. */
export class CellBudget {
  readonly #most: number;
  #spent = 0;

  constructor(most = MOST_CELLS) {
    this.#most = most;
  }

  spend(cells: number): void {
    this.#spent += cells;
    if (this.#spent > this.#most)
      throw tooLarge(
        msg`with the empty ones to the left of others, it has more than ${this.#most / 1_000_000} million cells`,
      );
  }
}

/**
 * The cell that `raw`, the text of its value, means; undefined if it has none. An empty text counts as no value, unless a
 * formula gave it.
 * Throws UserError when it points at a shared text that is not there.
 * Source: ISO/IEC 29500-1, 18.18.11 (ST_CellType).
 */
export function makeCell(
  raw: string | undefined,
  type: string,
  style: number,
  formula: string | undefined,
  context: ValueContext,
): Cell {
  if (raw === undefined || (raw === '' && type !== 'str')) return withoutValue(formula);
  return type === 'e' ? errorCell(raw, formula) : valueCell(raw, type, style, formula, context);
}

const errorCell = (error: string, formula: string | undefined): Cell =>
  formula === undefined ? { value: null, error } : { value: null, error, formula };

function valueCell(
  raw: string,
  type: string,
  style: number,
  formula: string | undefined,
  context: ValueContext,
): Cell {
  const value = valueOf(raw, type, context);
  const isDate =
    typeof value === 'number' && (type === 'd' || (type === 'n' && context.isDateStyle[style] === true));
  if (formula === undefined && !isDate) return value === '' ? null : value;
  return {
    value: isDate && type === 'n' && context.date1904 ? value + DAYS_TO_1904 : value,
    ...(isDate && { isDate }),
    ...(formula !== undefined && { formula }),
  };
}

const withoutValue = (formula: string | undefined): Cell =>
  formula === undefined ? null : { value: null, formula, uncomputed: true };

function valueOf(raw: string, type: string, context: ValueContext): CellValue {
  if (type === 'inlineStr') return raw;
  if (type === 'str') return decodeCellText(raw);
  if (type === 'n') return numberOf(raw);
  if (type === 's') return sharedText(raw, context.sharedStrings);
  if (type === 'b') return raw === '1' || raw === 'true';
  return type === 'd' ? (serialOf(raw) ?? raw) : raw;
}

function numberOf(raw: string): CellValue {
  const number = Number(raw);
  return Number.isFinite(number) ? number : raw;
}

function sharedText(raw: string, sharedStrings: readonly string[]): CellValue {
  const text = sharedStrings[Number(raw)];
  if (text === undefined) throw damaged(msg`a cell points at text number ${raw}, which is not there`);
  return text;
}
