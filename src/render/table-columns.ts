/**
 * How wide the columns of a table are: in a .docx, where Word would otherwise make them all alike, and wherever tables
 * under the same headings are to line up.
 */
import { plainInline } from './document.ts';
import type { Block, Table } from './document.ts';
import { widthOf } from './text-lines.ts';

/** Twentieths of a point: a letter of 10 points on the average with a margin for wide ones, and the cell's own margin. */
const letter = 112;
const cellMargin = 190;

const headOf = ({ head }: Table): string => JSON.stringify(head.map(({ children }) => plainInline(children)));

/** The tables among the blocks that have the same headings as this one; it alone where it stands elsewhere, in a note. */
export function tablesLike(table: Table, blocks: readonly Block[]): readonly Table[] {
  if (!blocks.includes(table)) return [table];
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
 * shared by the others, more to those that hold more, or given to the widest where all have enough.
 */
export function columnWidths(tables: readonly Table[], full: number): readonly number[] {
  const wished = wishes(tables);
  const widths = new Map<number, number>();
  let left = full;
  for (const [column, wish] of [...wished.entries()].sort(([, one], [, other]) => one - other)) {
    const others = wished.filter((_, other) => !widths.has(other));
    const isLast = others.length === 1;
    // By the root of what they wish: more to long text, and still enough that short lines seldom break.
    const share = (left * Math.sqrt(wish)) / others.reduce((sum, each) => sum + Math.sqrt(each), 0);
    const width = isLast ? left : wish <= left / others.length ? wish : Math.floor(share);
    widths.set(column, width);
    left -= width;
  }
  return wished.map((_, column) => widths.get(column) ?? 0);
}
