/** IDs for the rows that reading minutes adds. */
import { dayOf, dayParts } from '../../../domain/time.ts';
import { nextIds } from '../../../register/cells/id.ts';
import { namedIds } from '../../../register/give-ids.ts';
import type { ReadInto } from './plan.ts';

export type RowTab = 'cases' | 'actions' | 'treatments';

/** The next free IDs of each tab, in the year of `now`: none that the workbook names anywhere, and none that its rows are about to get. */
export function newIds({
  register,
  workbook,
  now,
}: ReadInto): Readonly<Record<RowTab, Generator<string, never>>> {
  const { year } = dayParts(dayOf(now));
  const planned = (['cases', 'actions', 'treatments'] as const).flatMap(
    (tab) =>
      register.tabs[tab]?.newIds.flatMap(({ becomes }) => (typeof becomes === 'string' ? [becomes] : [])) ??
      [],
  );
  const taken = [...namedIds(workbook), ...planned];
  return {
    cases: nextIds('S', year, taken),
    actions: nextIds('T', year, taken),
    treatments: nextIds('V', year, taken),
  };
}
