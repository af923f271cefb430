/** The counties that nobody has spoken with for half a year. */
import { dayFrom, dayParts, daysInMonth, type Day } from '../../domain/time.ts';
import { counties } from '../../register/data/counties.ts';
import { countyNamed } from '../../register/rules/area-names.ts';
import type { Register } from '../../register/register.ts';

export interface SilentCounty {
  readonly county: string;
  /** The last contact; absent if there has been none. */
  readonly last: Day | undefined;
}

/** The same day six months before, or the last day of that month. */
function halfAYearBefore(day: Day): Day {
  const { year, month, day: date } = dayParts(day);
  const [beforeYear, beforeMonth] = month > 6 ? [year, month - 6] : [year - 1, month + 6];
  return dayFrom(beforeYear, beforeMonth, Math.min(date, daysInMonth(beforeYear, beforeMonth))) ?? day;
}

/** In the order of the counties' numbers. A contact of either party counts; a future one does not. */
export function silentCounties({ dialogues }: Register, today: Day): readonly SilentCounty[] {
  const last = new Map<string, Day>();
  for (const { county, date } of dialogues) {
    const known = countyNamed(county)?.number;
    if (known === undefined || date > today) continue;
    if ((last.get(known) ?? '') < date) last.set(known, date);
  }
  const limit = halfAYearBefore(today);
  return counties()
    .map(({ number, name }) => ({ county: name, last: last.get(number) }))
    .filter((one) => one.last === undefined || one.last < limit);
}
