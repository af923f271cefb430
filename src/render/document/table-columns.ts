/**
 * How wide the columns of a table are: in a .docx, where Word would otherwise make them equal, and where tables with the
 * same headings must line up.
 */
import { plainInline } from './document.ts';
import type { Block, Table, TableRow } from './document.ts';
import { widthOf } from '../text/lines.ts';

/** Twentieths of a point: a letter of 10 points on the average with a margin for wide ones, and the cell's own margin. */
const letter = 112;
const cellMargin = 190;

/** Letters that a row to write in has room for: in its first column, and in each other. */
const toWrite = { first: 40, other: 18 };

/** Whether a row has no words: people write in it. */
export const isToWrite = ({ cells }: TableRow): boolean =>
  cells.every(({ children }) => plainInline(children).trim() === '');

const headOf = ({ head }: Table): string => JSON.stringify(head.map(({ children }) => plainInline(children)));

/** The tables among the blocks with the same headings as this one; only itself if it is elsewhere, in a note. */
export function tablesLike(table: Table, blocks: readonly Block[]): readonly Table[] {
  if (!blocks.includes(table)) return [table];
  const head = headOf(table);
  return blocks.filter((block) => block.kind === 'table').filter((other) => headOf(other) === head);
}

/** The width a column needs: for its longest cell on one line, and for its longest word. */
interface Need {
  readonly wish: number;
  readonly least: number;
}

const roomFor = (letters: number): number => Math.max(letters, 3) * letter + cellMargin;

function needs(tables: readonly Table[]): readonly Need[] {
  const lines = tables.flatMap(({ head, rows }) => [head, ...rows.map(({ cells }) => cells)]);
  const count = tables[0]?.head.length ?? 0;
  const hasRoom = tables.some(({ rows }) => rows.some(isToWrite));
  return Array.from({ length: count }, (_, column) => {
    const cells = lines.flatMap((line) => line[column] ?? []).map(({ children }) => plainInline(children));
    const words = cells.flatMap((cell) => cell.split(/[ \n]/u));
    const least = hasRoom ? (column === 0 ? toWrite.first : toWrite.other) : 0;
    return {
      wish: roomFor(Math.max(least, ...cells.map(widthOf))),
      least: roomFor(Math.max(...words.map(widthOf))),
    };
  });
}

/**
 * Widths that add up to `full`, for tables with the same headings. Narrow columns get what they need. The rest is shared by
 * the others, more to those with more text, or goes to the widest if all have enough. No word is broken, unless the
 * longest words of all columns do not fit side by side.
 */
export function columnWidths(tables: readonly Table[], full: number): readonly number[] {
  const needed = needs(tables);
  const widths = new Map<number, number>();
  let left = full;
  for (const [column, { wish, least }] of [...needed.entries()].sort(
    ([, one], [, other]) => one.wish - other.wish,
  )) {
    const others = needed.filter((_, other) => !widths.has(other) && other !== column);
    const count = others.length + 1;
    // By the square root of what they want: more for long text, and still enough that short lines seldom break.
    const share =
      (left * Math.sqrt(wish)) / others.reduce((sum, each) => sum + Math.sqrt(each.wish), Math.sqrt(wish));
    const spare = left - others.reduce((sum, each) => sum + each.least, 0);
    const whole = spare >= least ? Math.min(Math.max(share, least), spare) : share;
    const width = count === 1 ? left : wish <= left / count ? wish : Math.floor(whole);
    widths.set(column, width);
    left -= width;
  }
  return needed.map((_, column) => widths.get(column) ?? 0);
}
