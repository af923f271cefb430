/** Finds days for the sample: the third Thursday of a month, the next free day, a day in words. README.md has the rules. */
import { blockedOn, isWorkingDay } from '../../domain/holidays.ts';
import { addDays, dayFrom, dayParts, isoWeekday, parseDay, type Day } from '../../domain/time.ts';

/** In the order of ISO 8601. */
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const years: Readonly<Record<string, number>> = { 'last year': -1, 'next year': 1 };

/** A day that the calendar is sure to have. Throws RangeError outside 1900–2199. */
function existing(day: Day | undefined): Day {
  if (day === undefined) throw new RangeError('the sample is made for a day between 1900 and 2199');
  return day;
}

/** The first, second … such weekday of a month (1–12). The fifth may fall in the month after. */
function nthWeekday(year: number, month: number, nth: number, weekday: number): Day {
  const first = existing(dayFrom(year, month, 1));
  return addDays(first, ((weekday - isoWeekday(first) + 7) % 7) + (nth - 1) * 7);
}

/** A weekday of an ISO week (1–52): week 1 is the one with 4 January in it (ISO 8601). */
function dayInWeek(year: number, week: number, weekday: number): Day {
  const fourth = existing(dayFrom(year, 1, 4));
  return addDays(fourth, (week - 1) * 7 + weekday - isoWeekday(fourth));
}

const ofMonth =
  /^(?<nth>\d)(?:st|nd|rd|th) (?<weekday>\w+) of (?<month>\w+)(?: (?<more>(?:last|next) year))?$/u;
const ofWeek = /^(?<weekday>\w+) of week (?<week>\d+)(?: (?<more>(?:last|next) year))?$/u;

/** `2021-02-11`, `3rd Thursday of March`, `Tuesday of week 42 last year`, as seen from a year; undefined for other words. */
export function dayInYear(rule: string, year: number): Day | undefined {
  const inMonth = ofMonth.exec(rule)?.groups;
  const found = inMonth ?? ofWeek.exec(rule)?.groups;
  if (found === undefined) return parseDay(rule);
  const { nth, weekday = '', month = '', week, more = '' } = found;
  const ofYear = year + (years[more] ?? 0);
  const isoDay = weekdays.indexOf(weekday) + 1;
  if (isoDay === 0) return undefined;
  if (week !== undefined) return dayInWeek(ofYear, Number(week), isoDay);
  return months.includes(month)
    ? nthWeekday(ofYear, months.indexOf(month) + 1, Number(nth), isoDay)
    : undefined;
}

/** Known facts about days, since a sample asks about the same ones again and again. */
const found = new Map<Day, boolean>();

/** Whether people can meet: a working day outside the blocked weeks. */
export function isFree(day: Day): boolean {
  const known = found.get(day);
  if (known !== undefined) return known;
  const free = isWorkingDay(day) && blockedOn(day) === undefined;
  found.set(day, free);
  return free;
}

/** The day itself or the first after it that is free and not taken. */
export function freeDay(from: Day, taken: ReadonlySet<Day>): Day {
  let day = from;
  while (!isFree(day) || taken.has(day)) day = addDays(day, 1);
  return day;
}

/** The day itself or the last free one before it: for deadlines. */
export function freeDayBefore(from: Day): Day {
  let day = from;
  while (!isFree(day)) day = addDays(day, -1);
  return day;
}

/** Days that are working days by law, but on which nobody works. */
const isEve = (day: Day): boolean => day.endsWith('-12-24') || day.endsWith('-12-31');

/** The day itself or the last working day before it: for completed things. */
export function workingDayBefore(from: Day): Day {
  let day = from;
  while (!isWorkingDay(day) || isEve(day)) day = addDays(day, -1);
  return day;
}

/** The day itself or the first working day after it. */
export function workingDayAfter(from: Day): Day {
  let day = from;
  while (!isWorkingDay(day) || isEve(day)) day = addDays(day, 1);
  return day;
}

const monthNames = [
  ...['januar', 'februar', 'mars', 'april', 'mai', 'juni'],
  ...['juli', 'august', 'september', 'oktober', 'november', 'desember'],
];

/** `12. mars 2027`, the same in bokmål and nynorsk. */
export function dayInWords(day: Day): string {
  const { year, month, day: date } = dayParts(day);
  return `${String(date)}. ${monthNames[month - 1] ?? ''} ${String(year)}`;
}

/** `19.–20. oktober 2027`. */
export function daysInWords(first: Day, last: Day): string {
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7);
  return isOneMonth
    ? `${String(dayParts(first).day)}.–${dayInWords(last)}`
    : `${dayInWords(first)} – ${dayInWords(last)}`;
}
