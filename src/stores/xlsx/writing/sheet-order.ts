/** The order of a workbook's sheets, and which of them it opens with. */
import type { TabLooks } from '../../../domain/looks.ts';
import type { OfficePackage } from '../package/office-package.ts';
import {
  appendInside,
  attributeOf,
  childOf,
  childrenOf,
  prefixOf,
  replaceElement,
  rootOf,
  setAttribute,
  type Element,
} from '../package/xml-edit.ts';
import { escapeXml } from '../package/xml-text.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import type { WorkbookParts } from '../reading/workbook-parts.ts';
import { definedNames } from './defined-names.ts';
import { hasFormula } from './stored-formulas.ts';

type Place = NonNullable<TabLooks['place']>;

/** Such as `Jan:Mar!` and `'Uke 1:Uke 9'!`: what they add up depends on the order of the sheets. */
const SEVERAL_SHEETS = /(?:'(?:[^']|'')*:(?:[^']|'')*'|[\p{L}\p{N}_.]+:[\p{L}\p{N}_.]+)!/u;

/**
 * The present places of the sheets in their new order. Those without a place keep their order among themselves.
 * `isHidden` is of the sheet in each place.
 */
export function newOrder(isHidden: readonly boolean[], places: ReadonlyMap<number, Place>): number[] {
  const all = [...isHidden.keys()];
  const placed = (place: Place): number[] => all.filter((one) => places.get(one) === place);
  const rest = all.filter((one) => !places.has(one));
  const first = placed('first');
  // Without a first one, the second comes after the sheet that people see first.
  const lead = first.length > 0 ? 0 : rest.findIndex((one) => isHidden[one] !== true) + 1;
  return [...first, ...rest.slice(0, lead), ...placed('second'), ...rest.slice(lead), ...placed('last')];
}

/** Whether a formula reads all sheets from one to another: such sheets must stay in their order. */
export function readsAcrossSheets(parts: OfficePackage, found: WorkbookParts): boolean {
  if (definedNames(parts.text(found.workbook)).some(({ refersTo }) => SEVERAL_SHEETS.test(refersTo)))
    return true;
  return found.tabs.some(({ part }) => {
    const xml = parts.text(part);
    if (!hasFormula(xml)) return false;
    const scanner = new XmlScanner(xml, part);
    for (let event = scanner.next(); event !== 'end'; event = scanner.next())
      if (event === 'open' && scanner.name === 'f' && SEVERAL_SHEETS.test(scanner.innerText())) return true;
    return false;
  });
}

/** The workbook's part with its sheets in a new order, and all that counts sheets by their places. */
export function orderSheets(workbook: string, order: readonly number[]): string {
  const moved = (xml: string, element: Element, attribute: string): string => {
    const was = attributeOf(xml, element, attribute);
    if (was === undefined) return xml;
    const now = order.indexOf(Number(was));
    return now === -1 ? xml : setAttribute(xml, element, attribute, `${now}`);
  };
  let xml = workbook;
  // From the end, so that what is left to change stays where it was found.
  for (const name of inside(workbook, 'definedNames').toReversed()) xml = moved(xml, name, 'localSheetId');
  const sheets = inside(workbook, 'sheets');
  for (const [index, slot] of [...sheets.entries()].toReversed()) {
    const comes = sheets[order[index] ?? index] ?? slot;
    xml = replaceElement(xml, slot, workbook.slice(comes.start, comes.end));
  }
  for (const view of inside(workbook, 'bookViews').toReversed()) {
    // The first sheet is open unless something else is said.
    const open =
      attributeOf(xml, view, 'activeTab') === undefined ? setAttribute(xml, view, 'activeTab', '0') : xml;
    const again = reread(open, view);
    xml = moved(open, again, 'activeTab');
    xml = moved(xml, reread(xml, view), 'firstSheet');
  }
  return xml;
}

/** The workbook's part with one more sheet, the last. `more` are its other attributes. */
export function addSheet(workbook: string, name: string, more: string): string {
  const ids = inside(workbook, 'sheets').map((sheet) => Number(attributeOf(workbook, sheet, 'sheetId')));
  const element = `<${prefixOf(workbook)}sheet name="${escapeXml(name)}" sheetId="${Math.max(0, ...ids) + 1}"${more}/>`;
  return appendInside(workbook, childOf(workbook, 'sheets') ?? rootOf(workbook), element);
}

/** Whether the sheet in each place is hidden. */
export function sheetStates(workbook: string): boolean[] {
  return inside(workbook, 'sheets').map((sheet) =>
    ['hidden', 'veryHidden'].includes(attributeOf(workbook, sheet, 'state') ?? ''),
  );
}

/** The place of the sheet that the workbook opens with. */
export function openSheet(workbook: string): number {
  const [view] = inside(workbook, 'bookViews');
  return view === undefined ? 0 : Number(attributeOf(workbook, view, 'activeTab') ?? 0);
}

/** The workbook's part so that it opens with the sheet in this place. */
export function openWith(workbook: string, position: number): string {
  const [view] = inside(workbook, 'bookViews');
  if (view === undefined) return workbook;
  const open = setAttribute(workbook, view, 'activeTab', `${position}`);
  return setAttribute(open, reread(open, view), 'firstSheet', null);
}

/** A sheet's part selected or not. Of several selected sheets, what people type goes into all. */
export function select(sheet: string, isSelected: boolean): string {
  if (!isSelected && !sheet.includes('tabSelected')) return sheet;
  const views = childOf(sheet, 'sheetViews');
  let xml = sheet;
  for (const view of views === undefined ? [] : childrenOf(sheet, views).toReversed())
    xml = setAttribute(xml, view, 'tabSelected', isSelected ? '1' : null);
  return xml;
}

function inside(xml: string, list: string): Element[] {
  const element = childOf(xml, list);
  return element === undefined ? [] : childrenOf(xml, element);
}

/** An element whose attributes have changed, at the same place. */
function reread(xml: string, { start }: Element): Element {
  const piece = rootOf(xml.slice(start));
  return {
    ...piece,
    start: start + piece.start,
    inside: start + piece.inside,
    close: start + piece.close,
    end: start + piece.end,
  };
}
