import { shownBy, tidy, type Cell, type Shown } from './cell.ts';
import type { Editing } from './editing.ts';
import type { Area, Sheet } from './sheet.ts';
import { copiedContent } from './writing.ts';

export interface SortKey {
  readonly column: number;
  readonly descending: boolean;
}

const kinds = ['number', 'string', 'boolean', 'object'];

/**
 * Sorts the rows of an area as people know it: numbers, then text, then truth values, then errors; blank cells last
 * either way. The cells move; what is hidden and how high a row is stays with the place. References follow as in a copy.
 */
export function sortRows(editing: Editing, sheet: Sheet, area: Area, keys: readonly SortKey[]): void {
  const rows = Array.from({ length: area.bottom - area.top }, (_, index) => area.top + index);
  const sorted = rows.toSorted((one, other) => {
    for (const { column, descending } of keys) {
      const order = compare(sheet.cell(one, column), sheet.cell(other, column), descending);
      if (order !== 0) return order;
    }
    return 0;
  });
  moveRows(editing, sheet, area, sorted);
}

/** Puts the cells of row `order[i]` at the i-th row of the area. */
export function moveRows(editing: Editing, sheet: Sheet, area: Area, order: readonly number[]): void {
  const before = new Map(order.map((row) => [row, sheet.row(row).cells]));
  editing.replace(sheet, area, (row, column) => {
    const from = order[row - area.top] ?? row;
    const cell = before.get(from)?.[column];
    return cell === undefined
      ? undefined
      : tidy({ ...cell, content: copiedContent(cell, 0, row - from, sheet) });
  });
}

function compare(one: Cell | undefined, other: Cell | undefined, descending: boolean): number {
  const [left, right] = [shownBy(one), shownBy(other)];
  if (left === undefined || right === undefined)
    return Number(left === undefined) - Number(right === undefined);
  const kind = kinds.indexOf(typeof left) - kinds.indexOf(typeof right);
  const order = kind === 0 ? compareAlike(left, right) : kind;
  return descending ? -order : order;
}

function compareAlike(left: Shown, right: Shown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'object' || typeof right === 'object') return 0;
  return String(left).localeCompare(String(right), 'nb');
}
