/** How a sheet is printed. */
import {
  appendInside,
  attributeOf,
  childOf,
  childrenOf,
  insertInOrder,
  setAttribute,
} from '../package/xml-edit.ts';
import { WORKSHEET_ORDER } from './schema-order.ts';

/** Source: ISO/IEC 29500-1, 18.18.43: A4. */
const A4 = '9';

/** The sheet with all columns on the width of a landscape page. One whose pages people have set is not changed. */
export function fitWidth(frame: string, prefix: string): string {
  if (!isAsMade(frame)) return frame;
  const p = prefix;
  let sheet = frame;
  if (childOf(sheet, 'pageSetup') === undefined)
    sheet = insertInOrder(sheet, WORKSHEET_ORDER, 'pageSetup', `<${p}pageSetup paperSize="${A4}"/>`);
  const setup: Readonly<Record<string, string | null>> = {
    ...{ scale: null, fitToWidth: '1', fitToHeight: '0', orientation: 'landscape' },
  };
  for (const [name, value] of Object.entries(setup)) {
    const element = childOf(sheet, 'pageSetup');
    if (element !== undefined) sheet = setAttribute(sheet, element, name, value);
  }
  return fitToPage(sheet, p);
}

/** Whether the pages are as a program makes them by itself, or as Felles does. */
function isAsMade(frame: string): boolean {
  if (childrenOf(frame).some(({ name }) => name === 'rowBreaks' || name === 'colBreaks')) return false;
  const setup = childOf(frame, 'pageSetup');
  if (setup === undefined) return !fitsToPage(frame);
  const valueOf = (name: string): string | undefined => attributeOf(frame, setup, name);
  const isLandscape = valueOf('orientation') === 'landscape';
  if (fitsToPage(frame)) return isLandscape && valueOf('fitToHeight') === '0';
  return !isLandscape && (valueOf('scale') ?? '100') === '100';
}

function fitsToPage(frame: string): boolean {
  const properties = childOf(frame, 'sheetPr');
  const pages = properties && childOf(frame, 'pageSetUpPr', properties);
  return ['1', 'true'].includes((pages && attributeOf(frame, pages, 'fitToPage')) ?? '');
}

function fitToPage(frame: string, p: string): string {
  if (fitsToPage(frame)) return frame;
  const properties = childOf(frame, 'sheetPr');
  const pages = `<${p}pageSetUpPr fitToPage="1"/>`;
  if (properties === undefined)
    return insertInOrder(frame, WORKSHEET_ORDER, 'sheetPr', `<${p}sheetPr>${pages}</${p}sheetPr>`);
  const there = childOf(frame, 'pageSetUpPr', properties);
  // It is the last of the three that a sheet may have there.
  return there === undefined
    ? appendInside(frame, properties, pages)
    : setAttribute(frame, there, 'fitToPage', '1');
}
