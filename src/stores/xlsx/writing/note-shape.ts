import { attributeOf, childOf } from '../package/xml-edit.ts';
import { columnRanges, pixelsOf, rangeOf } from './columns-xml.ts';

/** An explanation that is shown when the mouse is over a cell. `column` from 0, `row` from 1. */
export interface Note {
  readonly column: number;
  readonly row: number;
  readonly text: string;
  /** How tall the cell's row is, in pixels. */
  readonly rowPixels: number;
}

const WIDTH = 270;
const LINE_HEIGHT = 18;
const CHARACTERS_PER_LINE = 36;
const GAP = { across: 12, down: 4 };

/** How large a sheet's columns and rows are, in pixels. */
export interface Room {
  /** From 0. */
  readonly columnPixels: (column: number) => number;
  readonly rowPixels: number;
}

/** Reads from a sheet how much space there is for notes. */
export function roomOf(frame: string): Room {
  const ranges = columnRanges(frame);
  const format = childOf(frame, 'sheetFormatPr');
  const height = format === undefined ? undefined : attributeOf(frame, format, 'defaultRowHeight');
  return {
    columnPixels: (column) => pixelsOf(rangeOf(ranges, column)),
    rowPixels: Math.round(Number(height ?? 15) / 0.75),
  };
}

/**
 * The drawing of a note: a pale yellow box to the right of its cell, as tall as its text needs.
 * The shape is Excel's own; LibreOffice reads the place from `Anchor` as well. `declarations` are those of the prefixes that the
 * drawing around it does not declare.
 */
export function noteShape(
  { column, row, text, rowPixels }: Note,
  number: number,
  room: Room,
  declarations: string,
): string {
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / CHARACTERS_PER_LINE)));
  const height = 14 + lines.reduce((sum, count) => sum + count, 0) * LINE_HEIGHT;
  const right = walk(column + 1, GAP.across + WIDTH, room.columnPixels);
  const bottom = walk(row - 1, GAP.down + height, (index) =>
    index === row - 1 ? rowPixels : room.rowPixels,
  );
  const anchor = [
    column + 1,
    GAP.across,
    row - 1,
    GAP.down,
    right.index,
    right.offset,
    bottom.index,
    bottom.offset,
  ];
  const points = (pixels: number): string => `${Math.round(pixels * 0.75)}pt`;
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202"${declarations} fillcolor="#fffbe6" o:insetmode="auto" ` +
    `style="position:absolute;width:${points(WIDTH)};height:${points(height)};z-index:1;visibility:hidden">` +
    '<v:fill color2="#fffbe6"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

/** Which column or row is at this many pixels, and how far into it. */
function walk(from: number, pixels: number, sizeOf: (index: number) => number) {
  let index = from;
  let offset = pixels;
  // A hidden column has no width, and there may be many of them.
  for (let size = sizeOf(index); offset > size && index < from + 100; size = sizeOf(index)) {
    offset -= size;
    index += 1;
  }
  return { index, offset };
}
