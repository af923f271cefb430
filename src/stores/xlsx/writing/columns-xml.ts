import {
  attributeOf,
  childOf,
  childrenOf,
  insertInOrder,
  replaceElement,
  rootOf,
  setAttribute,
} from '../package/xml-edit.ts';
import { escapeXml } from '../package/xml-text.ts';
import { WORKSHEET_ORDER } from './schema-order.ts';

const USUAL_WIDTH = 8.43;

/** Columns next to each other that share a style and a width. */
export interface ColumnRange {
  /** Both from 1, as the file counts. */
  readonly min: number;
  readonly max: number;
  readonly style: number;
  /** In characters; not a number when none is given. */
  readonly width: number;
  readonly isHidden: boolean;
  /** How deep it is in groups that can be folded. */
  readonly level: number;
  readonly xml: string;
}

/** The columns that a sheet describes. */
export function columnRanges(frame: string): ColumnRange[] {
  const cols = childOf(frame, 'cols');
  if (cols === undefined) return [];
  return childrenOf(frame, cols).map((col) => ({
    min: Number(attributeOf(frame, col, 'min')),
    max: Number(attributeOf(frame, col, 'max')),
    style: Number(attributeOf(frame, col, 'style') ?? 0),
    width: Number(attributeOf(frame, col, 'width')),
    isHidden: ['1', 'true'].includes(attributeOf(frame, col, 'hidden') ?? ''),
    level: Number(attributeOf(frame, col, 'outlineLevel') ?? 0),
    xml: frame.slice(col.start, col.end),
  }));
}

/** The description of one column, from 0; undefined for an ordinary one. */
export function rangeOf(ranges: readonly ColumnRange[], column: number): ColumnRange | undefined {
  return ranges.find(({ min, max }) => min <= column + 1 && column + 1 <= max);
}

/** How wide a column is shown, in characters. Source: ISO/IEC 29500-1, 18.3.1.13. */
export function widthOf(range: ColumnRange | undefined): number {
  return range === undefined || Number.isNaN(range.width) ? USUAL_WIDTH : range.width;
}

/** The same in pixels, with the usual font. */
export function pixelsOf(range: ColumnRange | undefined): number {
  return Math.round(widthOf(range) * 7 + 5);
}

/** The sheet with a width and a style for one column. A range of columns that holds it is split around it. */
export function setColumn(
  frame: string,
  prefix: string,
  column: number,
  width: number,
  style: number,
): string {
  const number = column + 1;
  const own = `<${prefix}col min="${number}" max="${number}" width="${width}" style="${style}" customWidth="1"/>`;
  return withColumn(frame, prefix, column, () => own);
}

/** The sheet with attributes of one column set, or removed where the value is null; the rest of it stays. */
export function setColumnAttributes(
  frame: string,
  prefix: string,
  column: number,
  attributes: Readonly<Record<string, string | null>>,
): string {
  const format = childOf(frame, 'sheetFormatPr');
  const width = (format && attributeOf(frame, format, 'defaultColWidth')) ?? `${USUAL_WIDTH}`;
  const plain = `<${prefix}col min="${column + 1}" max="${column + 1}" width="${escapeXml(width)}"/>`;
  return withColumn(frame, prefix, column, (there = plain) =>
    Object.entries(attributes).reduce(
      (xml, [name, value]) => setAttribute(xml, rootOf(xml), name, value),
      there,
    ),
  );
}

/** The sheet with the description of one column made anew, from the one it has. */
function withColumn(
  frame: string,
  prefix: string,
  column: number,
  make: (there: string | undefined) => string,
): string {
  const number = column + 1;
  const ranges = columnRanges(frame);
  const there = rangeOf(ranges, column);
  const pieces = ranges.flatMap((range) => {
    if (range !== there) return [{ at: range.min, xml: range.xml }];
    const before = { at: range.min, xml: withLimits(range.xml, range.min, number - 1) };
    const after = { at: number + 1, xml: withLimits(range.xml, number + 1, range.max) };
    return [...(range.min < number ? [before] : []), ...(range.max > number ? [after] : [])];
  });
  pieces.push({ at: number, xml: make(there && withLimits(there.xml, number, number)) });
  pieces.sort((one, other) => one.at - other.at);
  const xml = `<${prefix}cols>${pieces.map((piece) => piece.xml).join('')}</${prefix}cols>`;
  const cols = childOf(frame, 'cols');
  if (cols !== undefined) return replaceElement(frame, cols, xml);
  return insertInOrder(frame, WORKSHEET_ORDER, 'cols', xml);
}

function withLimits(xml: string, min: number, max: number): string {
  const limited = setAttribute(xml, rootOf(xml), 'min', `${min}`);
  return setAttribute(limited, rootOf(limited), 'max', `${max}`);
}
