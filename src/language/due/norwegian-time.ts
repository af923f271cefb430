/** The time of a thing as it was said, in Norwegian. */
import type { SaidTime } from '../../domain/statement.ts';
import { daysBetween, type Day } from '../../domain/time.ts';
import { longTime, period } from '../dates.ts';
import type { Phrases } from '../phrases.ts';

export const saidTimeIn = (phrases: Phrases, { precision, first, last, start, end }: SaidTime): string =>
  start === undefined ? period(phrases, precision, first, last) : longTime(phrases, start, end);

/** A day as people say it on the day itself and on the next; both written standards have the same words. */
export function nearDay(day: Day, today: Day | undefined): string | undefined {
  if (today === undefined) return undefined;
  return ['i dag', 'i går'][daysBetween(day, today)];
}
