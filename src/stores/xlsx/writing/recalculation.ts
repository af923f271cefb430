import type { OfficePackage } from '../package/office-package.ts';
import { removeContentType } from '../package/content-types.ts';
import { removeRelationships } from '../package/relationship-edits.ts';
import { relationshipsOf } from '../package/relationships.ts';
import { childOf, insertInOrder, prefixOf, setAttribute } from '../package/xml-edit.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import type { WorkbookParts } from '../reading/workbook-parts.ts';
import { WORKBOOK_ORDER } from './schema-order.ts';

/**
 * Sees to it that formulas are computed anew when people open the workbook. Excel does so when it is asked to;
 * LibreOffice believes the results that stand beside the formulas, so these go. A workbook without formulas is left
 * as it is.
 */
export function forgetResults(parts: OfficePackage, found: WorkbookParts): void {
  let formulas = false;
  for (const { part } of found.tabs) {
    const xml = parts.text(part);
    if (!hasFormula(xml)) continue;
    formulas = true;
    const stripped = withoutResults(xml, part);
    if (stripped !== xml) parts.setText(part, stripped);
  }
  if (!formulas) return;
  for (const { kind, target } of relationshipsOf(parts, found.workbook)) {
    // The order of computing, which programs make anew.
    if (kind !== 'calcChain') continue;
    parts.remove(target);
    removeContentType(parts, target);
    removeRelationships(parts, found.workbook, 'calcChain');
  }
  askForComputing(parts, found.workbook);
}

/** A sheet may be long, and most have no formula at all. */
function hasFormula(xml: string): boolean {
  const tag = `<${prefixOf(xml)}f`;
  for (let at = xml.indexOf(tag); at !== -1; at = xml.indexOf(tag, at + 1)) {
    if (/[\s/>]/u.test(xml.charAt(at + tag.length))) return true;
  }
  return false;
}

/** The sheet without the results that stand beside formulas. */
function withoutResults(xml: string, part: string): string {
  const scanner = new XmlScanner(xml, part);
  const pieces: string[] = [];
  let done = 0;
  let afterFormula = false;
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event !== 'open') continue;
    if (scanner.name === 'f') {
      scanner.skip();
      afterFormula = true;
    } else if (scanner.name === 'v' && afterFormula) {
      const { start } = scanner;
      scanner.skip();
      pieces.push(xml.slice(done, start));
      done = scanner.end;
    } else afterFormula = false;
  }
  return pieces.join('') + xml.slice(done);
}

function askForComputing(parts: OfficePackage, workbook: string): void {
  const xml = parts.text(workbook);
  const settings = childOf(xml, 'calcPr');
  const asking =
    settings === undefined
      ? insertInOrder(xml, WORKBOOK_ORDER, 'calcPr', `<${prefixOf(xml)}calcPr fullCalcOnLoad="1"/>`)
      : setAttribute(xml, settings, 'fullCalcOnLoad', '1');
  if (asking !== xml) parts.setText(workbook, asking);
}
