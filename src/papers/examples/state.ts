/** Whether an example may be shown to others. */
import { dayFrom, dayParts, type Day } from '../../domain/time.ts';
import type { Example } from '../../register/tabs/examples.ts';
import type { Lack } from './view.ts';

/** Two years back; from 29 February to the 28th. */
function twoYearsBefore(day: Day): Day {
  const { year, month, day: date } = dayParts(day);
  return dayFrom(year - 2, month, date) ?? dayFrom(year - 2, month, date - 1) ?? day;
}

/** What is still to be done: an example is complete, consented to, and looked at within 24 months. */
export function lacksOf({ description, link, consent, checkedOn }: Example, today: Day): readonly Lack[] {
  const lacks: Lack[] = [];
  if (description === undefined) lacks.push('description');
  if (link === undefined) lacks.push('link');
  if (consent !== true) lacks.push('consent');
  // A day to come is no check that has been made.
  if (checkedOn === undefined || checkedOn > today) lacks.push('neverChecked');
  else if (checkedOn < twoYearsBefore(today)) lacks.push('checkedLongAgo');
  return lacks;
}
