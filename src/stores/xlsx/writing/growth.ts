import { absoluteReference, formatArea, parseArea } from '../addresses.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { relationshipsOf } from '../package/relationships.ts';
import { appendInside, attributeOf, childOf, childrenOf, rootOf, setAttribute } from '../package/xml-edit.ts';
import { escapeXml } from '../package/xml-text.ts';
import type { WorkbookParts } from '../reading/workbook-parts.ts';
import type { SheetEditor } from './sheet-editor.ts';

/** How the filled part of a tab grew or shrank. Rows from 1. */
interface Growth {
  readonly heading: number;
  readonly lastBefore: number;
  readonly lastNow: number;
}

/**
 * Lets tables and filters follow the rows: those that reached from the headings to the last row still do.
 * One that people ended earlier, or with a row of totals, is not changed.
 */
export function growAreas(parts: OfficePackage, found: WorkbookParts, sheet: SheetEditor): void {
  const heading = sheet.headings()?.number;
  const lastNow = sheet.lastRow()?.number;
  if (heading === undefined || lastNow === undefined || lastNow === sheet.lastBefore) return;
  const growth = { heading, lastBefore: sheet.lastBefore, lastNow };
  changeTables(parts, sheet, (table) => growTable(table, growth));
  changeFilter(parts, found, sheet, (reference) => growReference(reference, growth));
}

/** Lets tables and filters that ended at the last heading include a column that was added right after it. */
export function widenAreas(
  parts: OfficePackage,
  found: WorkbookParts,
  sheet: SheetEditor,
  added: { readonly row: number; readonly column: number; readonly heading: string },
): void {
  const widen = (reference: string | undefined): string | null => {
    const area = parseArea(reference ?? '');
    if (area?.top !== added.row || area.right !== added.column - 1) return null;
    return formatArea({ ...area, right: added.column });
  };
  changeTables(parts, sheet, (table) => widenTable(table, widen, added.heading));
  changeFilter(parts, found, sheet, widen);
}

function changeTables(parts: OfficePackage, sheet: SheetEditor, change: (xml: string) => string): void {
  for (const { kind, target } of relationshipsOf(parts, sheet.tab.part)) {
    if (kind !== 'table') continue;
    const before = parts.text(target);
    const after = change(before);
    if (after !== before) parts.setText(target, after);
  }
}

function widenTable(
  xml: string,
  widen: (reference: string | undefined) => string | null,
  heading: string,
): string {
  const area = widen(attributeOf(xml, rootOf(xml), 'ref'));
  if (area === null || attributeOf(xml, rootOf(xml), 'headerRowCount') === '0') return xml;
  let wider = setAttribute(xml, rootOf(xml), 'ref', area);
  const filter = childOf(wider, 'autoFilter');
  const filtered = filter === undefined ? null : widen(attributeOf(wider, filter, 'ref'));
  if (filter !== undefined && filtered !== null) wider = setAttribute(wider, filter, 'ref', filtered);
  const columns = childOf(wider, 'tableColumns');
  if (columns === undefined) return wider;
  const ids = childrenOf(wider, columns).map((column) => Number(attributeOf(wider, column, 'id')));
  const column = `<${columns.prefix}tableColumn id="${Math.max(0, ...ids) + 1}" name="${escapeXml(heading)}"/>`;
  const counted = setAttribute(wider, columns, 'count', `${ids.length + 1}`);
  return appendInside(counted, childOf(counted, 'tableColumns') ?? columns, column);
}

function growTable(xml: string, growth: Growth): string {
  const table = rootOf(xml);
  const hasNo = (kind: string): boolean => Number(attributeOf(xml, table, kind) ?? 0) === 0;
  const hasHeadings = attributeOf(xml, table, 'headerRowCount') !== '0';
  const area = growReference(attributeOf(xml, table, 'ref'), growth);
  if (area === null || !hasHeadings || !hasNo('totalsRowCount')) return xml;
  const grown = setAttribute(xml, table, 'ref', area);
  const filter = childOf(grown, 'autoFilter');
  if (filter === undefined) return grown;
  const filtered = growReference(attributeOf(grown, filter, 'ref'), growth);
  return filtered === null ? grown : setAttribute(grown, filter, 'ref', filtered);
}

function changeFilter(
  parts: OfficePackage,
  found: WorkbookParts,
  sheet: SheetEditor,
  change: (reference: string | undefined) => string | null,
): void {
  const filter = childOf(sheet.frame, 'autoFilter');
  if (filter === undefined) return;
  const before = attributeOf(sheet.frame, filter, 'ref');
  const after = change(before);
  if (after === null) return;
  sheet.frame = setAttribute(sheet.frame, filter, 'ref', after);
  changeFilterName(parts, found, sheet.tab.position, before ?? '', after);
}

/** A filter's cells are also in a hidden name, which programs expect to agree. */
function changeFilterName(
  parts: OfficePackage,
  found: WorkbookParts,
  position: number,
  before: string,
  after: string,
): void {
  const workbook = parts.text(found.workbook);
  const names = childOf(workbook, 'definedNames');
  if (names === undefined) return;
  for (const name of childrenOf(workbook, names)) {
    if (attributeOf(workbook, name, 'name') !== '_xlnm._FilterDatabase') continue;
    if (attributeOf(workbook, name, 'localSheetId') !== String(position)) continue;
    const text = workbook.slice(name.inside, name.close);
    const at = text.lastIndexOf('!') + 1;
    if (text.slice(at).replaceAll('$', '') !== before.replaceAll('$', '')) continue;
    const becomes = text.slice(0, at) + absoluteReference(after);
    parts.setText(found.workbook, workbook.slice(0, name.inside) + becomes + workbook.slice(name.close));
    return;
  }
}

/** The reference that an area gets, or null when it does not change. There is always a row below the headings. */
function growReference(reference: string | undefined, growth: Growth): string | null {
  const area = parseArea(reference ?? '');
  if (area?.top !== growth.heading || area.bottom < growth.lastBefore) return null;
  const shrinks = growth.lastNow < growth.lastBefore && area.bottom === growth.lastBefore;
  const wanted = shrinks ? growth.lastNow : Math.max(area.bottom, growth.lastNow);
  const bottom = Math.max(wanted, area.top + 1);
  return bottom === area.bottom ? null : formatArea({ ...area, bottom });
}
