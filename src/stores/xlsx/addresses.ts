import { columnLetters } from '../../domain/workbook.ts';

/** A rectangle of cells: columns from 0, rows from 1, both ends included. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The edges of an Excel sheet. Source: ISO/IEC 29500-1, 18.3.1.73 and 18.3.1.13. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_383;

const CELL = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u;

/** `A1:C4`, `$B$2` … as a rectangle; null for anything else, such as whole columns. */
export function parseArea(reference: string): Area | null {
  const [first = '', last = first] = reference.split(':');
  const from = CELL.exec(first);
  const to = CELL.exec(last);
  if (from === null || to === null) return null;
  return {
    left: columnIndex(from[1] ?? ''),
    top: Number(from[2]),
    right: columnIndex(to[1] ?? ''),
    bottom: Number(to[2]),
  };
}

/** A rectangle as `A1:C4`, and as `A1` when it is one cell. */
export function formatArea(area: Area): string {
  const first = cellName(area.left, area.top);
  const last = cellName(area.right, area.bottom);
  return first === last ? first : `${first}:${last}`;
}

/** `A1:C4` as names and formulas have it, so that it stays where it is: `$A$1:$C$4`. */
export function absoluteReference(reference: string): string {
  return reference.replace(/([A-Z]+)(\d+)/gu, '$$$1$$$2');
}

/** `B` → 1. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (let at = 0; at < letters.length; at += 1) index = index * 26 + letters.charCodeAt(at) - 64;
  return index - 1;
}

/** `(1, 7)` → `B7`. */
export function cellName(column: number, row: number): string {
  return columnLetters(column) + String(row);
}
