/**
 * How wide the columns of a table are: in a .docx, where Word would otherwise make them all alike, and wherever tables
 * under the same headings are to line up.
 */
import { plainInline } from './document.ts';
import type { PaperDocument, Table } from './document.ts';
import { widthOf } from './text-lines.ts';

/** Twentieths of a point: a letter of 10 points on the average with a margin for wide ones, and the cell's own margin. */
const letter = 112;
const cellMargin = 190;

const headOf = ({ head }: Table): string => JSON.stringify(head.map(({ children }) => plainInline(children)));

/** The tables of a paper that have the same headings as this one, itself among them. */
export function tablesLike(table: Table, { blocks }: PaperDocument): readonly Table[] {
  const head = headOf(table);
  return blocks.filter((block) => block.kind === 'table').filter((other) => headOf(other) === head);
}

/** What each column needs to hold the longest of its cells, in any of the tables, on one line. */
function wishes(tables: readonly Table[]): readonly number[] {
  const lines = tables.flatMap(({ head, rows }) => [head, ...rows.map(({ cells }) => cells)]);
  const count = tables[0]?.head.length ?? 0;
  return Array.from({ length: count }, (_, column) => {
    const cells = lines.flatMap((line) => line[column] ?? []);
    const longest = Math.max(...cells.map((each) => widthOf(plainInline(each.children))));
    return Math.max(longest, 3) * letter + cellMargin;
  });
}

/**
 * Widths that add up to `full`, for tables of the same headings. Narrow columns get what they need; what is left is
 * shared by the others, or given to the widest where all have enough.
 */
export function columnWidths(tables: readonly Table[], full: number): readonly number[] {
  const wished = wishes(tables);
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
