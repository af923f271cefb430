/** Sheets that people read, with free cells from the top. */
import { msg } from '../../../domain/msg.ts';
import type { PageCell, PageChange, PageLayout } from '../../../domain/looks.ts';
import { showingOf, type Cell, type Refusal } from '../../../domain/workbook.ts';
import { cellOf } from '../../../domain/new-cell.ts';
import { quoteTab } from '../../quote-tab.ts';
import { cellName, formatArea } from '../addresses.ts';
import { childOf, insertInOrder, replaceElement } from '../package/xml-edit.ts';
import { escapeXml } from '../package/xml-text.ts';
import { readsMissing } from './apply-looks.ts';
import { storedFormula, tabsNamedIn } from './formula-references.ts';
import { addPageStyle, sizeOf } from './page-look.ts';
import { LINE_HEIGHT, linesOf } from './row-height.ts';
import { WORKSHEET_ORDER } from './schema-order.ts';
import type { SheetEditor } from './sheet-editor.ts';
import { PROTECTION } from './tab-xml.ts';
import type { WorkbookEditor } from './workbook-editor.ts';

const TAB_COLOUR = 'FF1F4E5F';
/** Where a page says nothing of the width of a column. */
const USUAL_WIDTH = 12;
/** The type that widths are counted by, in points. */
const TEXT_SIZE = 11;
/** Source: Excel specifications and limits, row height. */
const TALLEST_ROW = 409;

/**
 * Makes a page, or writes the cells of one again. What people have changed of the rest of it stays: widths, view, colour
 * of the tab. Formulas keep the results that they were given: LibreOffice shows
 * these until something that they read changes, so that they must be right, or left out.
 */
export function writePage(editor: WorkbookEditor, { layout, place, isHidden }: PageChange): Refusal | null {
  const missing = editor.missingTab(formulasOf(layout).flatMap(tabsNamedIn));
  if (missing !== undefined)
    return readsMissing(
      msg`The page ${layout.name} would read the tab ${missing}, which the workbook does not have.`,
    );
  let sheet = editor.sheet(layout.name);
  if (sheet === undefined) {
    if (editor.isTaken(layout.name)) return { why: 'name-taken' };
    sheet = editor.addSheet(layout.name, (namespace) => pageFrame(layout, namespace), isHidden === true);
    if (place === 'first' && isHidden !== true) editor.openWith(sheet.tab);
  }
  editor.keepResults(sheet.tab);
  writeCells(editor, sheet, layout);
  const frame = withLinks(withMerges(sheet.frame, sheet.prefix, layout), sheet.prefix, layout);
  if (frame !== sheet.frame) sheet.changed = true;
  sheet.frame = frame;
  if (place !== undefined) editor.place(sheet.tab, place);
  return null;
}

/** The formulas of a page. */
function formulasOf({ rows }: PageLayout): string[] {
  return rows.flat().flatMap(({ formula }) => (formula === undefined ? [] : [formula]));
}

function pageFrame({ widths }: PageLayout, namespace: string): string {
  const columns = widths.map((width, index) => {
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${namespace}"><sheetPr><tabColor rgb="${TAB_COLOUR}"/><pageSetUpPr fitToPage="1"/></sheetPr>`,
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>',
    `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/>${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}`,
    `<sheetData></sheetData>${PROTECTION}`,
    '<pageMargins left="0.6" right="0.6" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" fitToHeight="0" orientation="portrait"/></worksheet>',
  ].join('');
}

function writeCells(editor: WorkbookEditor, sheet: SheetEditor, layout: PageLayout): void {
  const rows = layout.rows.map((cells, index) => pageRow(editor, sheet, cells, index + 1, layout.widths));
  const isSame =
    rows.length === sheet.rows.length && rows.every(({ xml }, index) => xml === sheet.rows[index]?.xml);
  if (isSame) return;
  sheet.removeBelow(0);
  for (const [index, { xml, values }] of rows.entries()) sheet.insert(index + 1, xml, values);
}

function pageRow(
  editor: WorkbookEditor,
  sheet: SheetEditor,
  cells: readonly PageCell[],
  row: number,
  widths: PageLayout['widths'],
): { readonly xml: string; readonly values: Cell[] } {
  const values: Cell[] = [];
  const pieces: string[] = [];
  let height = LINE_HEIGHT;
  for (const cell of cells.toSorted((one, other) => one.column - other.column)) {
    const { column, span = 1, look, text = '', value } = cell;
    const style = addPageStyle(editor.styles, look);
    const holds = cellIn(cell);
    while (values.length <= column) values.push(null);
    values[column] = holds;
    const own = value === undefined ? style : editor.styleFor(style, showingOf(value));
    pieces.push(sheet.cellXml(row, column, own, holds));
    // The cells that it covers have its line below, too.
    for (let covered = column + 1; covered < column + span; covered += 1)
      pieces.push(sheet.cellXml(row, covered, style, null));
    const room = widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
    height = Math.max(height, heightOf(text, sizeOf(look), room === 0 ? USUAL_WIDTH : room));
  }
  const { prefix: p } = sheet;
  const tall = height > LINE_HEIGHT ? ` ht="${height}" customHeight="1"` : '';
  return { xml: `<${p}row r="${row}"${tall}>${pieces.join('')}</${p}row>`, values };
}

/** In points. Programs do not find the height of merged cells by themselves. */
function heightOf(text: string, size: number, width: number): number {
  const lines = linesOf(text, (width * TEXT_SIZE) / size);
  return Math.min(TALLEST_ROW, Math.ceil((lines * LINE_HEIGHT * size) / TEXT_SIZE));
}

/** What a cell holds. A formula without a known result is left for a program to compute. */
function cellIn({ text, value, formula }: PageCell): Cell {
  const shown = value ?? text;
  if (formula === undefined) return shown === undefined ? null : cellOf(shown);
  const stored = storedFormula(formula);
  if (shown === undefined) return { value: null, formula: stored, uncomputed: true };
  const cell = typeof shown === 'string' ? { value: shown } : cellOf(shown);
  return typeof cell === 'object'
    ? { value: null, ...cell, formula: stored }
    : { value: cell, formula: stored };
}

function withMerges(frame: string, p: string, { rows }: PageLayout): string {
  const merges = rows.flatMap((cells, index) =>
    cells.flatMap(({ column, span = 1 }) => {
      if (span <= 1) return [];
      const area = { left: column, right: column + span - 1, top: index + 1, bottom: index + 1 };
      return [`<${p}mergeCell ref="${formatArea(area)}"/>`];
    }),
  );
  const list = `<${p}mergeCells count="${merges.length}">${merges.join('')}</${p}mergeCells>`;
  return withList(frame, 'mergeCells', merges.length === 0 ? '' : list);
}

function withLinks(frame: string, p: string, { rows }: PageLayout): string {
  const links = rows.flatMap((cells, index) =>
    cells.flatMap(({ column, leadsTo }) => {
      if (leadsTo === undefined) return [];
      const location = escapeXml(`${quoteTab(leadsTo.tab)}!${leadsTo.cell}`);
      return [`<${p}hyperlink ref="${cellName(column, index + 1)}" location="${location}"/>`];
    }),
  );
  return withList(
    frame,
    'hyperlinks',
    links.length === 0 ? '' : `<${p}hyperlinks>${links.join('')}</${p}hyperlinks>`,
  );
}

/** The sheet with this list in place of the one it has. */
function withList(frame: string, name: string, list: string): string {
  const there = childOf(frame, name);
  if (there !== undefined) return replaceElement(frame, there, list);
  return list === '' ? frame : insertInOrder(frame, WORKSHEET_ORDER, name, list);
}
