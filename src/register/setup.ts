/** What a new workbook is made with, and what one that is there lacks. */
import type { Problem } from '../domain/problem.ts';
import type { Change, ColumnAddition, NewValue, Sheet, Workbook } from '../domain/workbook.ts';
import { recipientRows } from './data/recipient-rows.ts';
import { settingRows } from './data/setting-rows.ts';
import { findColumns, findSheet } from './find-tabs.ts';
import { layoutOf, type Tab } from './tab.ts';
import { tabs, type TabKey } from './tabs.ts';

/** A row to be written, by the headings that Felles writes. Headings that are left out become empty cells. */
export type NewRow = Readonly<Record<string, NewValue>>;

/** The first rows of each tab that Felles makes. */
export type WorkbookContent = Readonly<Partial<Record<TabKey, readonly NewRow[]>>>;

/**
 * What every workbook starts with: the settings, explained, and the municipalities and county authorities with their
 * språkvedtak and centrality. No addresses: people find those themselves.
 */
export function standardContent(): WorkbookContent {
  return { recipients: recipientRows(() => undefined), settings: settingRows() };
}

/**
 * The changes that give a workbook all tabs and columns; without a workbook, all of them. A tab that is there, under
 * any of its names, gets the columns it lacks and nothing else: `content` goes into tabs that are made. A column is not
 * added where a heading looks like a misspelling of its name, since the cells below are likely meant for it: that is
 * for people to mend, and `npm run check` tells them.
 */
export function planSetup(workbook: Workbook | undefined, content: WorkbookContent): readonly Change[] {
  return tabKeys.flatMap((key): readonly Change[] => {
    const tab = tabs[key];
    const sheet = findSheet(tab, workbook?.sheets ?? [], []);
    if (sheet === undefined) return [{ kind: 'tab', layout: layoutOf(tab), rows: content[key] ?? [] }];
    return missingColumns(tab, sheet);
  });
}

const isTabKey = (key: string): key is TabKey => Object.hasOwn(tabs, key);
const tabKeys: readonly TabKey[] = Object.keys(tabs).filter(isTabKey);

function missingColumns(tab: Tab, sheet: Sheet): readonly ColumnAddition[] {
  const problems: Problem[] = [];
  findColumns(tab, sheet, () => false, problems);
  const missing = new Set(
    problems.flatMap((one) =>
      one.code === 'heading-missing' && one.args.nearest === undefined ? [one.args.heading] : [],
    ),
  );
  return layoutOf(tab)
    .columns.filter(({ heading }) => missing.has(heading))
    .map((layout) => ({ kind: 'column', tab: sheet.name, layout }));
}
