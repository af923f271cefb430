/** Days as Norwegians type them. The text comes in lower case with single spaces. */
import { dayFrom, isoWeekday, type Day } from '../../domain/time.ts';
import { monthNumber, weekdayNumber } from './calendar-words.ts';
import type { Report } from './cell-parser.ts';

export interface DayRead {
  readonly day: Day;
  /** The form is unusual, so how it was read is reported. */
  readonly tell: boolean;
}

/** The content of a text in the form of a date. The month or the day may be impossible. */
interface Written {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly tell: boolean;
}

/** `26` → 2026. From 60 on, two digits more likely mean the last century, which is out of range. */
function fullYear(text: string): number {
  if (text.length !== 2) return Number(text);
  return Number(text) < 60 ? 2000 + Number(text) : 1900 + Number(text);
}

function written(
  match: RegExpExecArray | null,
  monthOf: (text: string) => number | undefined = Number,
): Written | undefined {
  const { date = '', month = '', year = '' } = match?.groups ?? {};
  const number = monthOf(month);
  if (match === null || number === undefined) return undefined;
  return { year: fullYear(year), month: number, date: Number(date), tell: year.length === 2 };
}

const dotted = /^(?<date>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4}|\d{2})$/u;
const iso = /^(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<date>\d{1,2})$/u;
const worded = /^(?<date>\d{1,2})\.? ?(?<month>[a-zæøå]+)\.? (?<year>\d{4}|\d{2})$/u;
const slashed = /^(?<first>\d{1,2})\/(?<second>\d{1,2})(?<separator>[-/ ])(?<year>\d{4}|\d{2})$/u;

const withoutYear = /^(?:\d{1,2}\. ?\d{1,2}\.?|\d{1,2}\/\d{1,2}|\d{1,2}\.? ?(?<month>[a-zæøå]+)\.?)$/u;

/** Whether the text is a day and a month: «12.3.», «12/3», «12. mars». */
export function isDayWithoutYear(text: string): boolean {
  const match = withoutYear.exec(text);
  if (match === null) return false;
  const month = match.groups?.['month'];
  return month === undefined || monthNumber(month) !== undefined;
}

/** `12/3-26` is a Norwegian habit, `12/3/2026` may be American: the latter is a date only if it has just one meaning. */
function slashedDay(text: string, report: Report): DayRead | undefined | null {
  const { first = '', second = '', separator, year = '' } = slashed.exec(text)?.groups ?? {};
  if (separator === undefined) return undefined;
  const norwegian: Written = { year: fullYear(year), month: Number(second), date: Number(first), tell: true };
  const american = dayFrom(norwegian.year, Number(first), Number(second));
  const day = dayFrom(norwegian.year, norwegian.month, norwegian.date);
  if (separator === '/' && day !== undefined && american !== undefined && day !== american) {
    report('date-two-ways', 'error', { one: day, other: american });
    return null;
  }
  return realDay(norwegian, report);
}

/** The day, if it exists and is in this century. */
function realDay({ year, month, date, tell }: Written, report: Report): DayRead | null {
  const isInCentury = year >= 2000 && year <= 2099;
  // A day of another century is not the same as a day that no year has.
  const day = dayFrom(isInCentury ? year : year % 4 === 0 ? 2000 : 2001, month, date);
  if (day !== undefined && isInCentury) return { day, tell };
  report(day === undefined ? 'date-no-such-day' : 'date-out-of-range', 'error', {});
  return null;
}

/**
 * The day that the text names; null when it has the form of a date and an error was reported; undefined when it does not
 * have that form. A weekday in front must match the day.
 */
export function dayOfText(text: string, report: Report): DayRead | undefined | null {
  const weekday = /^(?<name>[a-zæøå]+)\.?,? (?:den )?(?=\d)/u.exec(text);
  const number = weekdayNumber(weekday?.groups?.['name'] ?? '');
  const bare = number === undefined ? text.replace(/^den (?=\d)/u, '') : text.slice(weekday?.[0].length);
  const found =
    written(dotted.exec(bare)) ?? written(iso.exec(bare)) ?? written(worded.exec(bare), monthNumber);
  const read = found === undefined ? slashedDay(bare, report) : realDay(found, report);
  if (number === undefined || read === undefined || read === null || isoWeekday(read.day) === number)
    return read;
  report('date-weekday', 'error', { weekday: isoWeekday(read.day) });
  return null;
}

/** Whether a day is in the century that the register is for. */
export const inCentury = (day: Day): boolean => day >= '2000-01-01' && day <= '2099-12-31';
