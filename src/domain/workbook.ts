/**
 * The workbook as people know it: tabs, rows and cells, and the changes a script may ask a store to make.
 * Nothing here knows whether the workbook is an .xlsx file or a Google Sheet.
 */

import type { LooksChange, PageChange } from './looks.ts';

/** What one cell holds once the store has read it. Dates are serial numbers (days since 1899-12-30). */
export type CellValue = string | number | boolean | null;

/**
 * A cell that says more than its value. Stores use the bare value wherever it is enough, since most cells are
 * plain text and a register may hold a million of them.
 */
export interface MarkedCell {
  readonly value: CellValue;
  /** The number is shown as a date, a time or both; `value` is a serial number. */
  readonly isDate?: true;
  /** The formula without its leading `=`; `value` is its last computed result. */
  readonly formula?: string;
  /** The error the workbook shows instead of a value, for example `#REF!`. */
  readonly error?: string;
  /** The formula has no result, because no program has computed it yet; `value` is null. */
  readonly uncomputed?: true;
}

export type Cell = CellValue | MarkedCell;

export interface SheetRow {
  /** The row number that people see, from 1. For showing people where to look, never for identity. */
  readonly number: number;
  /** Hidden by hand or by a filter. */
  readonly hidden: boolean;
  /** From column A on. Shorter than the widest row where the rest is empty. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  /** A hidden tab, which people see only when they ask for it. */
  readonly hidden?: true;
  /** Rows that hold something, in order. The headings are in one of the first (`HEADING_ROWS`), if the tab has any. */
  readonly rows: readonly SheetRow[];
  /** Cells that are shown as one. */
  readonly merges?: readonly Merge[];
  /** The number by which addresses on the web name the tab (`gid`), 0 for the first. Absent for a file. */
  readonly webId?: number;
}

/** Merged cells, of which only the first holds anything. Rows from 1, columns from 0, both ends within. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What a write is planned from: a workbook as it was read, or as the run's own write has left it. */
export type Base = Pick<Workbook, 'revision'>;

export interface Workbook {
  /** Its name for people: the file's name or the spreadsheet's title. */
  readonly name: string;
  /** Changes whenever the content does: a hash of the file, or the revision that the service gives. */
  readonly revision: string;
  readonly sheets: readonly Sheet[];
  /** How a spreadsheet on the web shows dates and numbers. Absent for a file: each program that opens it decides. */
  readonly conventions?: { readonly locale: string; readonly timeZone: string };
}

/**
 * A value that a script writes. Text stays text, whatever it looks like; days and times become real dates. A serial
 * number is a date taken from another cell as it was there: a day, a time of day (below 1), or both.
 */
export type NewValue =
  | string
  | number
  | boolean
  | { readonly day: string }
  | { readonly wallTime: string }
  | { readonly serial: number };

/** What a cell must show for a value to be what was meant. `any`: whatever it shows already. */
export type Showing = 'number' | 'date' | 'dateTime' | 'time' | 'any';

/** How a value must be shown. */
export function showingOf(value: NewValue): Showing {
  if (typeof value === 'number') return 'number';
  if (typeof value !== 'object') return 'any';
  if ('day' in value) return 'date';
  if ('wallTime' in value) return 'dateTime';
  if (value.serial >= 0 && value.serial < 1) return 'time';
  return Number.isInteger(value.serial) ? 'date' : 'dateTime';
}

/**
 * Which row a change is meant for. Identity is the ID (DESIGN.md rule 2); a row that has no ID yet is known by
 * everything that it held when the plan was made.
 */
export type RowReference =
  | { readonly by: 'id'; readonly idColumn: string; readonly id: string }
  | { readonly by: 'content'; readonly row: number; readonly cells: readonly Cell[] };

/** Write one cell of one row; refused when the cell no longer holds `was`. */
export interface CellChange {
  readonly kind: 'cell';
  readonly tab: string;
  readonly at: RowReference;
  /** The heading as it is in the workbook. */
  readonly column: string;
  /** All headings that the tab has: they show which row is the heading row, also where `column` is a word in a legend above. */
  readonly headings?: readonly string[];
  readonly was: Cell;
  readonly becomes: NewValue;
}

/** Add one row below the last. Keys are headings as they are in the workbook. */
export interface RowAddition {
  readonly kind: 'row';
  readonly tab: string;
  /** As in `CellChange`. */
  readonly headings?: readonly string[];
  readonly cells: Readonly<Record<string, NewValue>>;
}

/** Replace every row below the headings. Only ever asked for a machine-owned tab. */
export interface RowsReplacement {
  readonly kind: 'rows';
  readonly tab: string;
  /** Headings that the tab has: they show which row is the heading row. Without them, it is the first that holds something. */
  readonly headings?: readonly string[];
  readonly rows: readonly Readonly<Record<string, NewValue>>[];
}

/** Make a tab that is not there, with its headings, dropdowns, formats, notes and first rows. */
export interface TabAddition {
  readonly kind: 'tab';
  readonly layout: TabLayout;
  readonly rows: readonly Readonly<Record<string, NewValue>>[];
}

/** Add a column to the right of the last in a tab that lacks it. */
export interface ColumnAddition {
  readonly kind: 'column';
  readonly tab: string;
  /** Headings that the tab has: they show in which row the new one goes. Without them, it is the first that holds something. */
  readonly headings?: readonly string[];
  readonly layout: ColumnLayout;
}

export type Change =
  CellChange | RowAddition | RowsReplacement | TabAddition | ColumnAddition | LooksChange | PageChange;

/** The name of the sheet that a change is made in, or makes. */
export const sheetOf = (change: Change): string =>
  change.kind === 'tab' || change.kind === 'page' ? change.layout.name : change.tab;

/** How a tab looks when Felles makes it. People may change all of it afterwards. */
export interface TabLayout {
  readonly name: string;
  /** Machine-owned tabs are protected against editing by mistake. */
  readonly owner: 'people' | 'machine';
  readonly columns: readonly ColumnLayout[];
}

export interface ColumnLayout {
  readonly heading: string;
  /** The explanation shown as a note on the heading. */
  readonly note: string;
  /** In characters, as spreadsheets count widths. */
  readonly width: number;
  readonly format: 'text' | 'date' | 'dateTime' | 'number';
  /** Text that runs over several lines wraps inside the cell. */
  readonly wrap?: true;
  /** The closed list offered as a dropdown. */
  readonly choices?: readonly string[];
}

/** Why a store did not make a change. */
export type Refusal =
  | { readonly why: 'no-such-tab' }
  | { readonly why: 'no-such-column' }
  | { readonly why: 'no-such-row' }
  | { readonly why: 'several-rows'; readonly rows: readonly number[] }
  | { readonly why: 'cell-changed'; readonly holds: Cell }
  | { readonly why: 'formula'; readonly formula: string }
  | { readonly why: 'already-there' }
  /** A sheet without cells, such as a chart, has the tab's name. */
  | { readonly why: 'name-taken' }
  /** The service that keeps the workbook accepts no change of this tab. `says` is a whole sentence. */
  | { readonly why: 'not-allowed'; readonly says: string; readonly advice: string };

/** The result of one change. Every step starts as `notTried`. */
export type ChangeResult =
  | { readonly outcome: 'done'; readonly change: Change; readonly row?: number }
  | { readonly outcome: 'refused'; readonly change: Change; readonly refusal: Refusal }
  | { readonly outcome: 'notTried'; readonly change: Change };

/** Headings are looked for in this many rows that hold something: people put titles and explanations above them. */
export const HEADING_ROWS = 10;

/** The bare value of a cell, without what else is known of it. */
export function cellValue(cell: Cell | undefined): CellValue {
  if (cell === undefined || cell === null) return null;
  return typeof cell === 'object' ? cell.value : cell;
}

/** Anything other than white space and invisible characters. */
const isSeen = /[^\s\u200B\u2060\uFEFF]/u;

/** Whether the first character is a visible one of the common scripts. It is in most texts, and saves the regular expression. */
function beginsSeen(text: string): boolean {
  const first = text.charCodeAt(0);
  return first > 0x20 && first < 0x1680 && first !== 0xa0;
}

/** Whether a cell counts as empty: nothing, or only white space and invisible characters. A formula is content. */
export function isEmptyCell(cell: Cell | undefined): boolean {
  if (cell === undefined || cell === null) return true;
  if (typeof cell === 'string') return !beginsSeen(cell) && !isSeen.test(cell);
  if (typeof cell !== 'object') return false;
  if (cell.error !== undefined || cell.uncomputed === true) return false;
  return cell.value === null || (typeof cell.value === 'string' && isEmptyCell(cell.value));
}

/** Whether a cell holds a formula whose result is not known. */
export function isUncomputed(cell: Cell | undefined): boolean {
  return typeof cell === 'object' && cell !== null && cell.uncomputed === true;
}

/** A formula with an error, or without a result. */
export const hasNoValue = (cell: Cell): boolean =>
  typeof cell === 'object' && cell !== null && (cell.error !== undefined || cell.uncomputed === true);

/** Whether two readings of a cell hold the same thing: how a store decides that `was` still holds. */
export function sameCell(one: Cell | undefined, other: Cell | undefined): boolean {
  const formula = (cell: Cell | undefined): string | undefined =>
    typeof cell === 'object' && cell !== null ? cell.formula : undefined;
  if (formula(one) !== formula(other)) return false;
  return isEmptyCell(one) ? isEmptyCell(other) : cellValue(one) === cellValue(other);
}

/** `3` → `D`: the letters over a column, from a zero-based index. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
