/** Columns that can be folded, and columns that people do not need. */
import { attributeOf, childOf, insertInOrder, setAttribute } from '../package/xml-edit.ts';
import { columnRanges, rangeOf, setColumnAttributes } from './columns-xml.ts';
import { LINE_HEIGHT } from './row-height.ts';
import { WORKSHEET_ORDER } from './schema-order.ts';

/** Whether every column is shown and none can be folded. */
export function showsEveryColumn(frame: string): boolean {
  return columnRanges(frame).every(({ isHidden, level }) => !isHidden && level === 0);
}

/** The sheet with columns hidden. */
export function hideColumns(frame: string, prefix: string, columns: readonly number[]): string {
  return columns.reduce(
    (sheet, column) => setColumnAttributes(sheet, prefix, column, { hidden: '1' }),
    frame,
  );
}

/**
 * The sheet with columns, from 0 and in order, that can be folded together. Left as it is where they are not neighbours, or
 * where a fold is in them or beside them: the two would become one.
 */
export function foldColumns(
  frame: string,
  prefix: string,
  columns: readonly number[],
  isFolded: boolean,
): string {
  const [left = 0] = columns;
  const right = left + columns.length - 1;
  if (columns.length === 0 || columns.some((column, index) => column !== left + index)) return frame;
  const ranges = columnRanges(frame);
  const levelOf = (column: number): number => rangeOf(ranges, column)?.level ?? 0;
  for (let column = left - 1; column <= right + 1; column += 1) if (levelOf(column) > 0) return frame;
  const attributes = isFolded ? { outlineLevel: '1', hidden: '1' } : { outlineLevel: '1' };
  let sheet = columns.reduce((xml, column) => setColumnAttributes(xml, prefix, column, attributes), frame);
  // The sign to open a fold is over the column beside it: after it, unless people have it before.
  const sign = hasSignBefore(sheet) ? left - 1 : right + 1;
  if (isFolded && sign >= 0) sheet = setColumnAttributes(sheet, prefix, sign, { collapsed: '1' });
  return withLevels(sheet, prefix);
}

function hasSignBefore(frame: string): boolean {
  const properties = childOf(frame, 'sheetPr');
  const outline = properties && childOf(frame, 'outlinePr', properties);
  return ['0', 'false'].includes((outline && attributeOf(frame, outline, 'summaryRight')) ?? '');
}

/** Programs make room over the headings for as many levels as the sheet says that it has. */
function withLevels(frame: string, prefix: string): string {
  const format = childOf(frame, 'sheetFormatPr');
  if (format === undefined) {
    const xml = `<${prefix}sheetFormatPr defaultRowHeight="${LINE_HEIGHT}" outlineLevelCol="1"/>`;
    return insertInOrder(frame, WORKSHEET_ORDER, 'sheetFormatPr', xml);
  }
  const levels = Number(attributeOf(frame, format, 'outlineLevelCol') ?? 0);
  return levels > 0 ? frame : setAttribute(frame, format, 'outlineLevelCol', '1');
}
