import { XmlScanner } from '../package/xml-scanner.ts';
import { attributeOf, rootOf, setAttribute } from '../package/xml-edit.ts';

/** A `<c>` element of a row, by its position in the row's XML. */
interface CellSpan {
  readonly column: number;
  /** -1 when the cell has none of its own. */
  readonly style: number;
  readonly start: number;
  readonly end: number;
}

/** The cells of one row's XML, from left to right. */
export function cellSpans(rowXml: string): CellSpan[] {
  const spans: CellSpan[] = [];
  const scanner = new XmlScanner(rowXml, 'a row');
  let column = -1;
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event !== 'open' || scanner.name !== 'c') continue;
    const { start } = scanner;
    const own = scanner.columnOf('r');
    column = own === -1 ? column + 1 : own;
    const style = scanner.wholeNumber('s');
    scanner.skip();
    spans.push({ column, style, start, end: scanner.end });
  }
  return spans;
}

/** The row's XML with one cell put in or replaced; everything else in it is unchanged. */
export function putCell(rowXml: string, column: number, cell: string): string {
  const spans = cellSpans(rowXml);
  const there = spans.find((span) => span.column === column);
  if (there !== undefined) return rowXml.slice(0, there.start) + cell + rowXml.slice(there.end);
  const widened = widenSpans(rowXml, column);
  const shift = widened.length - rowXml.length;
  const next = spans.find((span) => span.column > column);
  if (next !== undefined)
    return widened.slice(0, next.start + shift) + cell + widened.slice(next.start + shift);
  const row = rootOf(widened);
  if (row.end !== row.inside) return widened.slice(0, row.close) + cell + widened.slice(row.close);
  const open = widened.slice(0, row.end).replace(/\s*\/>$/u, '>');
  return `${open}${cell}</${row.prefix}row>${widened.slice(row.end)}`;
}

/** `spans` says in which columns a row has cells: a hint, but it must be true. */
function widenSpans(rowXml: string, column: number): string {
  const row = rootOf(rowXml);
  const spans = /^(\d+):(\d+)$/u.exec(attributeOf(rowXml, row, 'spans') ?? '');
  if (spans === null) return rowXml;
  const left = Math.min(Number(spans[1]), column + 1);
  const right = Math.max(Number(spans[2]), column + 1);
  return setAttribute(rowXml, row, 'spans', `${left}:${right}`);
}
