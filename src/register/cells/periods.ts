/** Weeks, months, quarters, seasons and years: what people write when the day is not decided. */
import {
  addDays,
  dayFrom,
  daysInMonth,
  mondayOfWeek,
  weeksInYear,
  type Day,
  type Precision,
} from '../../domain/time.ts';
import { monthNumber, seasonOf } from './calendar-words.ts';
import type { Report } from './cell-parser.ts';

/** A period, from its first to its last day. */
export interface Period {
  readonly precision: Exclude<Precision, 'time' | 'day'>;
  readonly first: Day;
  readonly last: Day;
}

const week = /^(?:uke|veke|week|w) ?(?<week>\d{1,2})(?: i |[ ,/-]+)(?<year>\d{4})$/u;
const yearAndWeek = /^(?<year>\d{4})[ -]?(?:uke|veke|week|w) ?(?<week>\d{1,2})$/u;
const quarter = /^(?:[qk] ?(?<number>[1-4])[ /-]*|(?<counted>[1-4])\. ?kvartal (?:i )?)(?<year>\d{4})$/u;
const yearAndQuarter = /^(?<year>\d{4})[ -]?[qk](?<number>[1-4])$/u;
const named = /^(?<name>[a-zæøå]+)\.? (?<year>\d{4})$/u;

const withoutYear = /^(?:(?:uke|veke|week|w) ?\d{1,2}|[qk] ?[1-4]|[1-4]\. ?kvartal|(?<name>[a-zæøå]+)\.?)$/u;

/** Whether the text names a period but not its year: «uke 12», «Q2», «mars», «våren». */
export function isPeriodWithoutYear(text: string): boolean {
  const match = withoutYear.exec(text);
  if (match === null) return false;
  const name = match.groups?.['name'];
  return name === undefined || monthsOf(name) !== undefined || isWinter(name);
}

/** Winter is in two years, so that «vinteren 2026» is not one time. */
const isWinter = (name: string): boolean => name === 'vinter' || name === 'vinteren';

function monthsOf(name: string): readonly [Period['precision'], number, number] | undefined {
  const month = monthNumber(name);
  if (month !== undefined) return ['month', month, month];
  const season = seasonOf(name);
  return season === undefined ? undefined : ['season', season[0], season[1]];
}

function monthsIn(
  precision: Period['precision'],
  year: number,
  from: number,
  to: number,
): Period | undefined {
  const first = dayFrom(year, from, 1);
  const last = dayFrom(year, to, daysInMonth(year, to));
  return first === undefined || last === undefined ? undefined : { precision, first, last };
}

function weekIn(year: number, number: number, report: Report): Period | undefined {
  const monday = mondayOfWeek(year, number);
  if (monday !== undefined) return { precision: 'week', first: monday, last: addDays(monday, 6) };
  report('date-no-such-week', 'error', { year, weeks: weeksInYear(year) });
  return undefined;
}

function periodIn(text: string, year: number, report: Report): Period | undefined | null {
  const weeks = (week.exec(text) ?? yearAndWeek.exec(text))?.groups;
  if (weeks !== undefined) return weekIn(year, Number(weeks['week']), report) ?? null;
  const quarters = (quarter.exec(text) ?? yearAndQuarter.exec(text))?.groups;
  if (quarters !== undefined) {
    const number = Number(quarters['number'] ?? quarters['counted']);
    return monthsIn('quarter', year, number * 3 - 2, number * 3);
  }
  const months = monthsOf(named.exec(text)?.groups?.['name'] ?? '');
  if (months !== undefined) return monthsIn(months[0], year, months[1], months[2]);
  return /^\d{4}$/u.test(text) ? monthsIn('year', year, 1, 12) : undefined;
}

/**
 * The period that the text names; null when it has the form of one and an error was reported; undefined when it does not
 * have that form. The text is in lower case with single spaces.
 */
export function periodOfText(text: string, report: Report): Period | undefined | null {
  const year = Number(/^\d{4}|\d{4}$/u.exec(text)?.[0] ?? Number.NaN);
  if (Number.isNaN(year)) return undefined;
  const isWinterOfYear = isWinter(named.exec(text)?.groups?.['name'] ?? '');
  if (isWinterOfYear) {
    report('date-unreadable', 'error', {});
    return null;
  }
  if (year >= 2000 && year <= 2099) return periodIn(text, year, report);
  // Read with a year of this century, only to see whether it has the form of a period.
  const form = periodIn(text.replace(String(year).padStart(4, '0'), '2020'), 2020, () => undefined);
  if (form === undefined) return undefined;
  report('date-out-of-range', 'error', {});
  return null;
}
