import { comparedText } from '../../../domain/compare.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { removeContentType } from '../package/content-types.ts';
import { removeRelationships } from '../package/relationship-edits.ts';
import { relationshipsOf } from '../package/relationships.ts';
import { childOf, insertInOrder, prefixOf, setAttribute } from '../package/xml-edit.ts';
import type { TabPart, WorkbookParts } from '../reading/workbook-parts.ts';
import type { ChangedCells } from './changed-cells.ts';
import { KnownNames } from './known-names.ts';
import { WORKBOOK_ORDER } from './schema-order.ts';
import { formulasIn, hasFormula, type StoredFormula } from './stored-formulas.ts';

/** Chains that change direction more often than this are not followed cell by cell. */
const MOST_ROUNDS = 12;

/**
 * Ensures that formulas are computed again when people open the workbook. Excel does so when asked; LibreOffice trusts the
 * stored results, so the results that depend on the changes are removed. The others stay: programs that read the workbook
 * before it is opened need them, and Felles leaves out a row without them. If the text of a formula does not show what it
 * reads, as with INDIRECT, its result stays: both programs always compute such formulas again. So do the results of tabs
 * that were computed for this very write. A workbook without formulas is not changed.
 */
export function forgetResults(
  parts: OfficePackage,
  found: WorkbookParts,
  changedIn: (tab: TabPart) => ChangedCells,
  isComputed: (tab: TabPart) => boolean,
): void {
  const sheets = found.tabs.flatMap((tab) => {
    const xml = parts.text(tab.part);
    return hasFormula(xml) ? [{ ...tab, xml }] : [];
  });
  if (sheets.length === 0) return;
  const known = new KnownNames(parts, found);
  const withFormulas = sheets.map((tab) => ({ ...tab, formulas: formulasIn(tab.xml, tab, known) }));
  const changed = new Map(found.tabs.map((tab) => [comparedText(tab.name), changedIn(tab)]));
  const stale = staleOf(
    withFormulas.flatMap(({ formulas }) => formulas),
    changed,
  );
  for (const { formulas, ...tab } of withFormulas) {
    if (isComputed(tab)) continue;
    const { part, xml } = tab;
    const stripped = withoutResults(
      xml,
      formulas.filter((formula) => stale.has(formula)),
    );
    if (stripped !== xml) parts.setText(part, stripped);
  }
  for (const { kind, target } of relationshipsOf(parts, found.workbook)) {
    // The order of computing, which programs make again.
    if (kind !== 'calcChain') continue;
    parts.remove(target);
    removeContentType(parts, target);
    removeRelationships(parts, found.workbook, 'calcChain');
  }
  askForComputing(parts, found.workbook);
}

/** The formulas whose results may have changed, including those that read such results. */
function staleOf(
  formulas: readonly StoredFormula[],
  changed: ReadonlyMap<string, ChangedCells>,
): ReadonlySet<StoredFormula> {
  const stale = new Set<StoredFormula>();
  const isStale = ({ references }: StoredFormula): boolean =>
    references.some((area) => changed.get(comparedText(area.tab))?.touches(area) === true);
  // A sum goes down or up the sheet: passes in both directions follow each in one pass.
  const directions = [formulas, formulas.toReversed()];
  for (let round = 0, before = -1, last = -2; last < stale.size; round += 1) {
    [last, before] = [before, stale.size];
    for (const formula of directions[round % 2] ?? []) {
      if (stale.has(formula) || !isStale(formula)) continue;
      stale.add(formula);
      changed.get(comparedText(formula.tab))?.addArea(formula, round > MOST_ROUNDS);
    }
  }
  return stale;
}

function withoutResults(xml: string, formulas: readonly StoredFormula[]): string {
  const pieces: string[] = [];
  let done = 0;
  // An array fills cells between which other formulas may be.
  const results = formulas.flatMap((formula) => formula.results).sort(([one], [other]) => one - other);
  for (const [start, end] of results) {
    pieces.push(xml.slice(done, start));
    done = end;
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
