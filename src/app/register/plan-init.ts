/** Everything that `npm run init` gives a workbook: tabs, columns and settings, their looks, and the front page. */
import type { LooksChange, PageChange } from '../../domain/looks.ts';
import { dayOf, type WallTime } from '../../domain/time.ts';
import type { Change, Workbook } from '../../domain/workbook.ts';
import { choicesPage } from '../../register/choices-page.ts';
import { foundIn } from '../../papers/front-page/figures.ts';
import { frontPage } from '../../papers/front-page/front-page.ts';
import { afterSetup } from '../../register/after-setup.ts';
import { looksOf } from '../../register/looks/tab-looks.ts';
import { missingSettings } from '../../register/missing-settings.ts';
import { findFrontPage, freePageName, LOOKS_NUMBER } from '../../register/pages.ts';
import { readRegister, type RegisterReading } from '../../register/read-register.ts';
import { planSetup, type WorkbookContent } from '../../register/setup.ts';
import { tabKeys, type TabKey } from '../../register/tabs.ts';

/** The changes for a workbook; for a new one without it. `now` is Oslo time. */
export function planInit(
  workbook: Workbook | undefined,
  content: WorkbookContent,
  now: WallTime,
  wanted?: ReadonlySet<TabKey>,
): readonly Change[] {
  const settings = workbook === undefined ? [] : missingSettings(workbook, content.settings ?? []);
  const setup = [...planSetup(workbook, content, wanted), ...settings];
  return [...setup, ...planLooks(workbook, setup, now)];
}

/**
 * The looks and the front page of a workbook after a set-up. All tabs get their looks once for each number of the looks,
 * so that what people take away afterwards stays away; tabs that are made get theirs in any case. Nothing where the page
 * has no free name: see `isPageWithheld`.
 */
export function planLooks(
  workbook: Workbook | undefined,
  setup: readonly Change[],
  now: WallTime,
): readonly (LooksChange | PageChange)[] {
  const sheets = workbook?.sheets ?? [];
  const there = findFrontPage(sheets);
  const name = there?.name ?? freePageName(sheets);
  const isNew = there === undefined || there.looks < LOOKS_NUMBER;
  if (name === undefined || (!isNew && setup.length === 0)) return [];
  const after = afterSetup(workbook, setup);
  const reading = readRegister(after, now);
  const page = frontPage({
    ...{ register: reading.register, workbook: after, now },
    found: foundIn(reading.register.findings.map(({ level }) => level)),
    page: { name, looks: LOOKS_NUMBER },
  });
  return [...tabLooks(reading, setup, now, isNew), page, choicesPage(reading.register, now)];
}

function tabLooks(
  { register }: RegisterReading,
  setup: readonly Change[],
  now: WallTime,
  isAll: boolean,
): readonly LooksChange[] {
  const made = new Map(
    setup.flatMap((change) => (change.kind === 'tab' ? [[change.layout.name, change.rows] as const] : [])),
  );
  return tabKeys.flatMap((key): readonly LooksChange[] => {
    const rows = made.get(register.tabs[key]?.name ?? '');
    if (!isAll && rows === undefined) return [];
    const looks = looksOf(key, register.tabs, rows && { rows, today: dayOf(now) });
    return looks === undefined ? [] : [looks];
  });
}

/** Whether people have sheets with both names of the front page, so that neither it nor the looks can be given. */
export const isPageWithheld = ({ sheets }: Workbook): boolean =>
  findFrontPage(sheets) === undefined && freePageName(sheets) === undefined;
