/**
 * How wide the columns of a table are: in a .docx, where Word would otherwise make them equal, and where tables with the
 * same headings must line up.
 */
import { plainInline } from './document.ts';
import type { Block, Table, TableRow } from './document.ts';

/** Twentieths of a point: the height of a letter with a margin for bold ones, the room that each cell has, and its own margin. */
const letter = 202;
const leastRoom = 336;
const cellMargin = 190;

/** In heights of letters: how wide what is written in a row to write in may be, in its first column and in each other. */
const toWrite = { first: 22, other: 10 };

/** Whether a row has no words: people write in it. */
export const isToWrite = ({ cells }: TableRow): boolean =>
  cells.every(({ children }) => plainInline(children).trim() === '');

/** About how wide a text is in Arial, counted in heights of its letters. */
function widthOf(text: string): number {
  const count = (kind: RegExp): number => text.match(kind)?.length ?? 0;
  const narrow = count(/[fijlrtI .,:;!'()/|-]/gu);
  const wide = count(/[A-HJ-ZÆØÅmw@%…—]/gu);
  return 0.32 * narrow + 0.8 * wide + 0.56 * (text.length - narrow - wide);
}

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

const roomFor = (width: number): number => Math.max(Math.ceil(width * letter), leastRoom) + cellMargin;

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
