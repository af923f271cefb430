/** What the changes of one write mean for the tabs of a workbook. */
import { comparedName, comparedText } from '../../../domain/compare.ts';
import { sheetOf, type Change } from '../../../domain/workbook.ts';
import { tabsNamedIn } from './formula-references.ts';

/** The tabs to which only rows are added, by name in the form for comparing. */
export function growingTabs(changes: readonly Change[]): ReadonlySet<string> {
  const tabs = new Map<string, boolean>();
  for (const change of changes) {
    const tab = comparedName(sheetOf(change));
    tabs.set(tab, change.kind === 'row' && tabs.get(tab) !== false);
  }
  return new Set([...tabs].flatMap(([tab, only]) => (only ? [tab] : [])));
}

/**
 * The tabs that the workbook will have, by name as formulas compare them: those that are there, and those that the changes
 * make. A page that reads a tab which none of them is will not be made.
 */
export function tabsToBe(changes: readonly Change[], there: readonly string[]): ReadonlySet<string> {
  const kept = [...there, ...changes.filter(({ kind }) => kind === 'tab').map(sheetOf)].map(comparedText);
  const isThere = new Set(kept);
  let pages = changes.filter((change) => change.kind === 'page');
  for (;;) {
    const names = new Set([...kept, ...pages.map((page) => comparedText(sheetOf(page)))]);
    const sound = pages.filter(
      ({ layout }) =>
        isThere.has(comparedText(layout.name)) ||
        layout.rows
          .flat()
          .every(({ formula = '' }) => tabsNamedIn(formula).every((tab) => names.has(comparedText(tab)))),
    );
    if (sound.length === pages.length) return names;
    pages = sound;
  }
}
