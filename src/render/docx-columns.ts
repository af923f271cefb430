/** How wide the columns of a table are in a .docx, where Word would otherwise make them all alike. */
import { plainInline } from './document.ts';
import type { Table } from './document.ts';
import { widthOf } from './text-lines.ts';

/** Twentieths of a point: a letter of 10 points on the average with a margin for wide ones, and the cell's own margin. */
const letter = 112;
const cellMargin = 190;

/** What each column needs to hold its longest cell on one line. */
function wishes({ head, rows }: Table): readonly number[] {
  return head.map((cell, column) => {
    const cells = [cell, ...rows.flatMap((row) => row.cells[column] ?? [])];
    const longest = Math.max(...cells.map((each) => widthOf(plainInline(each.children))));
    return Math.max(longest, 3) * letter + cellMargin;
  });
}

/**
 * Widths that add up to `full`. Narrow columns get what they need; what is left is shared by the others, or given to
 * the widest where all have enough.
 */
export function columnWidths(table: Table, full: number): readonly number[] {
  const wished = wishes(table);
  const widths = new Map<number, number>();
  let left = full;
  for (const [column, wish] of [...wished.entries()].sort(([, one], [, other]) => one - other)) {
    const share = Math.floor(left / (wished.length - widths.size));
    const isLast = widths.size === wished.length - 1;
    const width = isLast ? left : Math.min(wish, share);
    widths.set(column, width);
    left -= width;
  }
  return wished.map((_, column) => widths.get(column) ?? 0);
}
