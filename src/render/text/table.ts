/** Tables in plain text: columns side by side where they fit, otherwise each row as a small list. */
import { indent, pad, widthOf, wrap } from './lines.ts';

/** A table whose cells are text already. */
export interface TextTable {
  readonly head: readonly string[];
  readonly aligns: readonly ('left' | 'center' | 'right')[];
  readonly rows: readonly { readonly hasHead: boolean; readonly cells: readonly string[] }[];
}

const gap = '  ';

function columnWidths(table: TextTable): readonly number[] {
  return table.head.map((head, column) =>
    [head, ...table.rows.map((row) => row.cells[column] ?? '')]
      .flatMap((cell) => cell.split('\n'))
      .reduce((widest, line) => Math.max(widest, widthOf(line)), 0),
  );
}

/** The narrowest that a column may be. Below this a small list is easier to read. */
const narrowest = 30;

/** The widths that fit, with the widest column made narrower where that is enough; undefined if it is not. */
function fittingWidths(table: TextTable, width: number): readonly number[] | undefined {
  const widths = columnWidths(table);
  const tooMuch = widths.reduce((sum, each) => sum + each, 0) + gap.length * (widths.length - 1) - width;
  if (tooMuch <= 0) return widths;
  const widest = widths.indexOf(Math.max(...widths));
  const left = (widths[widest] ?? 0) - tooMuch;
  const words = [table.head[widest], ...table.rows.map((row) => row.cells[widest])].join(' ').split(/\s/u);
  return left < narrowest || words.some((word) => widthOf(word) > left)
    ? undefined
    : widths.map((each, column) => (column === widest ? left : each));
}

function sideBySide(table: TextTable, widths: readonly number[]): readonly string[] {
  const lines = (cells: readonly string[]): readonly string[] => {
    const wrapped = widths.map((width, column) => wrap(cells[column] ?? '', width));
    const height = Math.max(...wrapped.map((each) => each.length));
    return Array.from({ length: height }, (_, line) =>
      widths
        .map((width, column) => pad(wrapped[column]?.[line] ?? '', width, table.aligns[column]))
        .join(gap),
    );
  };
  const rule = widths.map((width) => '-'.repeat(width)).join(gap);
  return [...lines(table.head), rule, ...table.rows.flatMap((row) => lines(row.cells))];
}

/** Short cells share a line: a row takes two or three, not one for each column. */
function inFewLines(cells: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const cell of cells) {
    const last = lines.at(-1);
    const together = `${last ?? ''} · ${cell}`;
    if (last === undefined || together.includes('\n') || widthOf(together) > width) lines.push(cell);
    else lines.splice(-1, 1, together);
  }
  return lines;
}

function rowAsList(table: TextTable, row: TextTable['rows'][number], width: number): readonly string[] {
  const room = width - 4;
  const labelled = row.cells.flatMap((cell, column) => {
    if (cell === '' || (column === 0 && row.hasHead)) return [];
    const label = table.head[column] ?? '';
    return [label === '' ? cell : `${label}: ${cell}`];
  });
  const lines = inFewLines(labelled, room).flatMap((line) =>
    indent(wrap(line, room), row.hasHead ? gap : '', row.hasHead ? gap.repeat(2) : gap),
  );
  return row.hasHead ? [...wrap(row.cells[0] ?? '', width), ...lines] : lines;
}

/**
 * The table's lines, within `width` columns except for longer words. Tables that are `alike`, under the same headings, get
 * the same columns, or none of them gets columns.
 */
export function tableLines(table: TextTable, alike: readonly TextTable[], width: number): readonly string[] {
  const widths = fittingWidths({ ...table, rows: alike.flatMap(({ rows }) => rows) }, width);
  if (widths !== undefined) return sideBySide(table, widths);
  return table.rows.flatMap((row, index) => [...(index === 0 ? [] : ['']), ...rowAsList(table, row, width)]);
}
