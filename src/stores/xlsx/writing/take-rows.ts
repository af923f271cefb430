import { msg } from '../../../domain/msg.ts';
import { HEADING_ROWS, isEmptyCell, isUncomputed, type Cell } from '../../../domain/workbook.ts';
import { tooLarge } from '../faults.ts';
import { prefixOf } from '../package/xml-edit.ts';
import type { ValueContext } from '../reading/cell-values.ts';
import { SheetScanner, type FormulaArea } from '../reading/sheet-scanner.ts';
import type { TabPart } from '../reading/workbook-parts.ts';
import { hasFormula } from './stored-formulas.ts';

const MEGABYTE = 1024 * 1024;
/** The XML around the rows is read again for each change: a hundred thousand merged cells are 4 MB. */
const LARGEST_FRAME = 40 * MEGABYTE;
/** A sheet longer than this is not read whole when rows are only added to it. */
const LONG = MEGABYTE;
/** How many rows are read at each end of it. */
const ENDS = 100;

/** A row of a tab that is being changed: its XML as it will be saved, and what its cells hold now. */
export interface EditedRow {
  readonly number: number;
  xml: string;
  isChanged: boolean;
  cells: Cell[];
  /** What the row held when the file was opened; empty for a new row. */
  readonly original: readonly Cell[];
}

/** The rows of a sheet, cut out of its XML. */
export interface TakenRows {
  readonly rows: EditedRow[];
  readonly formulaAreas: readonly FormulaArea[];
  /** The XML without them. */
  readonly frame: string;
  /** Rows that are not needed: they come after this many of the others. */
  readonly middle: { readonly after: number; readonly xml: string };
}

/** Formulas without results are mostly in prepared rows: those count as free. */
export function holdsSomething(row: EditedRow): boolean {
  return !row.cells.every((cell) => isEmptyCell(cell) || isUncomputed(cell));
}

/**
 * Cuts out the rows of a sheet. If it `onlyGrows`, by rows below the last, the rows in the middle of a long sheet stay as
 * they are: they are not needed, and reading the file has already found them in order.
 */
export function takeRows(tab: TabPart, xml: string, context: ValueContext, onlyGrows: boolean): TakenRows {
  const cut = onlyGrows ? middleOf(xml) : undefined;
  if (cut !== undefined) {
    const [from, to] = cut;
    const { after, ...taken } = scan(tab, xml.slice(0, from) + xml.slice(to), context, from);
    const { rows } = taken;
    const hasTop = rows.slice(0, after).filter(holdsSomething).length >= HEADING_ROWS;
    if (hasTop && rows.slice(after).some(holdsSomething))
      return { ...taken, middle: { after, xml: xml.slice(from, to) } };
  }
  return { ...scan(tab, xml, context, 0), middle: { after: 0, xml: '' } };
}

/** Where the rows that may stay begin and end; undefined if there are none, or it is not certain. */
function middleOf(xml: string): readonly [from: number, to: number] | undefined {
  // In comments and in CDATA, text may look like a row.
  if (xml.length < LONG || xml.includes('<!') || hasFormula(xml)) return undefined;
  const prefix = prefixOf(xml);
  const tag = `<${prefix}row `;
  let from = xml.indexOf(`<${prefix}sheetData`);
  let to = xml.indexOf(`</${prefix}sheetData`);
  if (from === -1) return undefined;
  for (let count = 0; count <= ENDS && from !== -1; count += 1) from = xml.indexOf(tag, from + 1);
  for (let count = 0; count < ENDS && to !== -1; count += 1) to = xml.lastIndexOf(tag, to - 1);
  if (from === -1 || to <= from) return undefined;
  // A row without its number follows from the one above it.
  return /^\S+\s(?:[^>]*\s)?r=["']/u.test(xml.slice(to, to + 500)) ? [from, to] : undefined;
}

/** `after` is how many of the rows begin before a position. */
function scan(
  tab: TabPart,
  xml: string,
  context: ValueContext,
  place: number,
): Omit<TakenRows, 'middle'> & { readonly after: number } {
  const rows: EditedRow[] = [];
  const scanner = new SheetScanner(xml, tab.part, context);
  let first: number | null = null;
  let end = 0;
  let after = 0;
  for (let row = scanner.next(); row !== null; row = scanner.next()) {
    first ??= row.start;
    if (row.start < place) after += 1;
    const { number, cells } = row;
    // White space between rows belongs to the row after it.
    const rowXml = xml.slice(rows.length === 0 ? row.start : end, row.end);
    rows.push({ number, xml: rowXml, isChanged: false, cells, original: [...cells] });
    end = row.end;
  }
  const around = xml.length - (first === null ? 0 : end - first);
  if (around > LARGEST_FRAME)
    throw tooLarge(
      msg`the tab ${tab.name} has ${Math.ceil(around / MEGABYTE)} MB of settings around its cells`,
    );
  const frame = first === null ? xml : xml.slice(0, first) + xml.slice(end);
  return { rows, formulaAreas: scanner.formulaAreas, frame, after };
}
