/** What a new workbook contains, and what an existing one lacks. */
import type { Problem } from '../domain/problem.ts';
import type { Change, ColumnAddition, NewValue, Sheet, Workbook } from '../domain/workbook.ts';
import { findColumns } from './find-columns.ts';
import { findSheet, findStrays, placeProblems } from './find-tabs.ts';
import { findHeadings } from './headings.ts';
import { oldRecordRows } from './old-record.ts';
import { layoutOf, type Tab } from './tab.ts';
import { tabKeys, tabs, type TabKey } from './tabs.ts';

/** A row to be written, by the headings that Felles writes. Headings that are left out become empty cells. */
export type NewRow = Readonly<Record<string, NewValue>>;

/** The first rows of each tab that Felles makes. */
export type WorkbookContent = Readonly<Partial<Record<TabKey, readonly NewRow[]>>>;

/**
 * The changes that give a workbook all tabs and columns; without a workbook, all of them. An existing tab, under any of
 * its names, gets the columns it lacks and nothing else: `content` goes into new tabs, and so does what the old tabs of the record hold. A column is not added if a heading
 * looks like a misspelling of its name, since the cells below are likely meant for it: people must correct that, and
 * `npm run check` reports it. Nothing is added where `withheldIn` gives a reason, except a tab that is in `wanted`.
 */
export function planSetup(
  workbook: Workbook | undefined,
  content: WorkbookContent,
  wanted: ReadonlySet<TabKey> = new Set(),
): readonly Change[] {
  const sheets = workbook?.sheets ?? [];
  return tabKeys.flatMap((key): readonly Change[] => {
    const tab = tabs[key];
    const sheet = findSheet(tab, sheets);
    if (sheet !== undefined) return missingColumns(tab, sheet);
    if (findStrays(tab, sheets).length > 0 && !wanted.has(key)) return [];
    const old = key === 'statements' ? oldRecordRows(sheets) : [];
    return [{ kind: 'tab', layout: layoutOf(tab), rows: [...(content[key] ?? []), ...old] }];
  });
}

/** Why nothing is added to a tab, or a tab is not added: it may exist under another name, or its headings are not found. */
export function withheldIn({ sheets }: Workbook, wanted: ReadonlySet<TabKey>): readonly Problem[] {
  return tabKeys.flatMap((key): readonly Problem[] => {
    const tab = tabs[key];
    const sheet = findSheet(tab, sheets);
    if (sheet === undefined)
      return wanted.has(key) ? [] : placeProblems(tab, sheets).filter(({ code }) => code === 'tab-renamed');
    const problems: Problem[] = [];
    findColumns(tab, sheet, problems);
    if (isSureOfHeadings(tab, sheet, missingIn(tab, sheet))) return [];
    return problems.filter(({ level }) => level === 'error');
  });
}

/** Whether new headings can be added to the existing ones: most texts in that row are headings of the tab. */
function isSureOfHeadings(tab: Tab, sheet: Sheet, missing: readonly Missing[]): boolean {
  const found = findHeadings(tab, sheet);
  if (found === undefined) return sheet.rows.length === 0;
  const { matches, headings, isComplete, contentAbove } = found;
  const misspelt = missing.filter(({ args }) => args.nearest !== undefined).length;
  const known = matches.size + misspelt;
  return contentAbove === undefined && (isComplete || (known > 1 && known * 2 >= headings.length));
}

type Missing = Problem<'heading-missing'>;

function missingIn(tab: Tab, sheet: Sheet): readonly Missing[] {
  const problems: Problem[] = [];
  findColumns(tab, sheet, problems);
  return problems.flatMap((one) => (one.code === 'heading-missing' ? [one] : []));
}

function missingColumns(tab: Tab, sheet: Sheet): readonly ColumnAddition[] {
  const missing = missingIn(tab, sheet);
  if (!isSureOfHeadings(tab, sheet, missing)) return [];
  const { columns } = layoutOf(tab);
  const named = new Set(missing.flatMap(({ args }) => (args.nearest === undefined ? [args.heading] : [])));
  const headings = [...(findHeadings(tab, sheet)?.matches.values() ?? [])].flat().map(({ text }) => text);
  return columns
    .filter(({ heading }) => sheet.rows.length === 0 || named.has(heading))
    .map((layout) => ({ kind: 'column', tab: sheet.name, headings, layout }));
}
