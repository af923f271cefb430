/** The settings that an existing workbook lacks, as rows for its tab `Oppsett`. */
import { comparedSetting } from '../domain/compare.ts';
import { nearest } from '../domain/nearest.ts';
import { cellValue, type RowAddition, type Workbook } from '../domain/workbook.ts';
import { announcementSettings } from './announcement-settings.ts';
import { findColumns } from './find-columns.ts';
import { findSheet } from './find-tabs.ts';
import type { NewRow } from './setup.ts';
import { registerStandardSetting } from './settings.ts';
import { tabs } from './tabs.ts';

/**
 * Settings whose first value says something of a new workbook alone: nobody has compared the recipients of another with the
 * regulation on that day, nor knows in which standard its titles are.
 */
const valueless = new Set(
  [announcementSettings.listCheckedOn, registerStandardSetting].map(({ name }) => comparedSetting(name)),
);

/**
 * The rows of `settings` whose name is not there. One that looks like a misspelling of it stands for it: people must
 * correct that, and `npm run check` reports it.
 */
export function missingSettings({ sheets }: Workbook, settings: readonly NewRow[]): readonly RowAddition[] {
  const sheet = findSheet(tabs.settings, sheets);
  const found = sheet === undefined ? undefined : findColumns(tabs.settings, sheet, []);
  if (sheet === undefined || found === undefined) return [];
  const headings = new Map(found.columns.map(({ key, heading }) => [key, heading]));
  const index = found.columns.find(({ key }) => key === 'name')?.index ?? 0;
  const there = found.body.map(({ cells }) => String(cellValue(cells[index]) ?? ''));
  const names = new Set(there.map(comparedSetting));
  const nameOf = ({ Nøkkel: name }: NewRow): string => (typeof name === 'string' ? name : '');
  const own = new Set(settings.map((row) => comparedSetting(nameOf(row))));
  const others = there.filter((name) => name !== '' && !own.has(comparedSetting(name)));
  return settings.flatMap((row): readonly RowAddition[] => {
    const name = nameOf(row);
    if (names.has(comparedSetting(name)) || nearest(name, others) !== undefined) return [];
    const cells = Object.entries(tabs.settings.columns).flatMap(([key, { heading }]) => {
      const [theirs, value] = [headings.get(key), row[heading]];
      const isLeftOut = key === 'value' && valueless.has(comparedSetting(name));
      return theirs === undefined || value === undefined || isLeftOut ? [] : [[theirs, value] as const];
    });
    return [
      {
        kind: 'row',
        tab: sheet.name,
        headings: [...headings.values()],
        cells: Object.fromEntries(cells),
      },
    ];
  });
}
