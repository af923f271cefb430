/**
 * From the cells of the Sheets API to those of a workbook. The JSON is read by hand: a register may have a million cells,
 * too many for a schema of each.
 */
import type { Cell, MarkedCell, SheetRow } from '../../domain/workbook.ts';
import { isEmptyCell } from '../../domain/workbook.ts';

/**
 * The fields of a cell that are requested. Notes come with their texts, which are dropped at once: there is no field that
 * only says whether a cell has one.
 */
export const CELL_FIELDS = 'userEnteredValue,effectiveValue,effectiveFormat(numberFormat(type)),note';

const DATE_TYPES: ReadonlySet<unknown> = new Set(['DATE', 'TIME', 'DATE_TIME']);

/** The errors as people see them. Source: ErrorType in the Sheets API reference. */
const SHOWN_ERRORS: Readonly<Record<string, string>> = {
  ERROR: '#ERROR!',
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: '#LOADING!',
};

/** A cell without entered content that shows part of the result of an array formula in another cell. */
const SPILLED = '=ARRAYFORMULA(…)';

/** Cells of one `GridData`, with the place of the first. */
export interface Grid {
  /** From 0. */
  readonly top: number;
  readonly left: number;
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly cells: readonly Cell[];
  readonly hidden: boolean;
  /** Columns, from `left`, of empty cells that would show numbers as dates. */
  readonly emptyDates: readonly number[];
  /** Columns, from `left`, of empty cells that have a note. */
  readonly emptyNoted: readonly number[];
}

/** Most rows share this empty list, since a register may have a hundred thousand rows. */
const NONE: readonly number[] = [];

/** Reads one rectangle of an answer. */
export function readGrid(data: unknown): Grid {
  const { startRow, startColumn, rowData, rowMetadata } = object(data);
  const metadata = list(rowMetadata);
  return {
    top: number(startRow),
    left: number(startColumn),
    rows: list(rowData).map((row, index) => readRow(row, object(metadata[index]))),
  };
}

function readRow(row: unknown, { hiddenByUser, hiddenByFilter }: Json): GridRow {
  const cells: Cell[] = [];
  const emptyDates: number[] = [];
  const emptyNoted: number[] = [];
  for (const [column, raw] of list(object(row)['values']).entries()) {
    const cell = readCell(object(raw));
    if (cell === null && isDateFormat(object(raw))) emptyDates.push(column);
    if (object(raw)['note'] !== undefined && isEmptyCell(cell)) emptyNoted.push(column);
    cells.push(cell);
  }
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return {
    cells,
    hidden: hiddenByUser === true || hiddenByFilter === true,
    emptyDates: emptyDates.length === 0 ? NONE : emptyDates,
    emptyNoted: emptyNoted.length === 0 ? NONE : emptyNoted,
  };
}

const isDateFormat = ({ effectiveFormat }: Json): boolean =>
  effectiveFormat !== undefined && DATE_TYPES.has(object(object(effectiveFormat)['numberFormat'])['type']);

function readCell(raw: Json): Cell {
  const { userEnteredValue, effectiveValue } = raw;
  if (userEnteredValue === undefined && effectiveValue === undefined) return null;
  const entered = object(userEnteredValue);
  const formula = userEnteredValue === undefined ? SPILLED : optionalText(entered['formulaValue']);
  const effective = object(effectiveValue ?? userEnteredValue);
  const value = valueOf(effective);
  const error = effective['errorValue'];
  const isDate = typeof value === 'number' && isDateFormat(raw);
  if (formula === undefined && error === undefined && !isDate) return value === '' ? null : value;
  return marked(value, formula, error, isDate);
}

const optionalText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function marked(
  value: MarkedCell['value'],
  formula: string | undefined,
  error: unknown,
  isDate: boolean,
): Cell {
  return {
    value,
    ...(isDate ? { isDate } : {}),
    ...(formula === undefined ? {} : { formula: formula.replace(/^=/u, '') }),
    ...(error === undefined ? {} : { error: SHOWN_ERRORS[text(object(error)['type'])] ?? '#ERROR!' }),
  };
}

function valueOf({ stringValue, numberValue, boolValue }: Json): MarkedCell['value'] {
  if (typeof stringValue === 'string') return stringValue;
  if (typeof numberValue === 'number') return numberValue;
  return typeof boolValue === 'boolean' ? boolValue : null;
}

/** The rows that hold something, as a workbook has them. */
export function sheetRows({ top, rows }: Grid): readonly SheetRow[] {
  return rows.flatMap(({ cells, hidden }, index) =>
    cells.every(isEmptyCell) ? [] : [{ number: top + index + 1, hidden, cells }],
  );
}

/**
 * JSON of the Sheets API. Google leaves out fields at their default (0, false, ''), so a missing field has that
 * value.
 */
export type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nothing: Json = {};

export function object(value: unknown): Json {
  return isJson(value) ? value : nothing;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
