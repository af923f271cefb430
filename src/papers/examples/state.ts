/** Whether an example may be shown to others. */
import { dayFrom, dayParts, type Day } from '../../domain/time.ts';
import type { Example } from '../../register/tabs/examples.ts';
import type { Lack } from './view.ts';

/** Two years earlier; from 29 February to the 28th. */
function twoYearsBefore(day: Day): Day {
  const { year, month, day: date } = dayParts(day);
  return dayFrom(year - 2, month, date) ?? dayFrom(year - 2, month, date - 1) ?? day;
}

/** What must still be done: an example must be complete, have consent, and be checked within 24 months. */
export function lacksOf({ description, link, consent, checkedOn }: Example, today: Day): readonly Lack[] {
  const lacks: Lack[] = [];
  if (description === undefined) lacks.push('description');
  if (link === undefined) lacks.push('link');
  if (consent !== true) lacks.push('consent');
  // A future day is not a completed check.
  if (checkedOn === undefined || checkedOn > today) lacks.push('neverChecked');
  else if (checkedOn < twoYearsBefore(today)) lacks.push('checkedLongAgo');
  return lacks;
}
