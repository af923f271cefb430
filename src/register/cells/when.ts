/**
 * Dates and times as Norwegians type them. Nothing is guessed: what could be two dates is an error, and what was
 * understood in spite of an unusual form is reported as read.
 */
import {
  addDays,
  fromSerial,
  occurrences,
  wallTimeFrom,
  type Day,
  type WallTime,
  type Precision,
  type TimeColumn,
} from '../../domain/time.ts';
import { cellValue, type Cell } from '../../domain/workbook.ts';
import { dayOfText, inCentury, isDayWithoutYear, type DayRead } from './days.ts';
import { isPeriodWithoutYear, periodOfText } from './periods.ts';
import { plainText } from './text.ts';
import type { CellParser, Report } from './cell-parser.ts';

/** A point in time or a period, as exactly as it was given. A day has `first` equal to `last`. */
export interface When {
  readonly precision: Precision;
  readonly first: Day;
  readonly last: Day;
  /** Only with precision `time`. */
  readonly time?: WallTime;
}

/** Longer texts are not dates, and are not parsed. */
const longest = 60;

/** Lower case, single spaces, nothing invisible. */
const simplify = (text: string): string =>
  text.length > longest
    ? ''
    : text
        .normalize('NFC')
        .toLowerCase()
        .replace(/[\s\u200B-\u200D\u2060\uFEFF]+/gu, ' ')
        .trim();

/** Day and minutes → the time, with both clock changes decided: neither the skipped nor the doubled hour is a time. */
function timeOn(day: Day, minutes: number, report: Report): When | undefined {
  const date = minutes === 1440 ? addDays(day, 1) : day;
  const time = wallTimeFrom(date, minutes % 1440);
  const shown = occurrences(time);
  if (shown === 1) return { precision: 'time', first: date, last: date, time };
  report(shown === 0 ? 'time-skipped' : 'time-twice', 'error', {});
  return undefined;
}

/** Times already read from serial numbers: the days and hours of a register repeat. */
const knownSerials = new Map<number, When>();
const mostKnown = 20_000;

/** The argument of problems in a column that takes only some times. */
interface Takes {
  readonly takes?: TimeColumn;
}

function serialWhen(serial: number, report: Report, takes: Takes): When | undefined {
  const known = knownSerials.get(serial);
  if (known !== undefined) return known;
  const when = readSerial(serial, report, takes);
  if (when !== undefined && knownSerials.size < mostKnown) knownSerials.set(serial, when);
  return when;
}

function readSerial(serial: number, report: Report, takes: Takes): When | undefined {
  const read = fromSerial(serial);
  if (serial > 0 && serial < 1) {
    report('time-without-day', 'error', { why: 'no-day', ...takes });
  } else if (read === undefined || !inCentury(read.day)) {
    report('date-out-of-range', 'error', {});
  } else if (read.minutes === 0) {
    return { precision: 'day', first: read.day, last: read.day };
  } else {
    return timeOn(read.day, read.minutes, report);
  }
  return undefined;
}

const dateAndClock =
  /^(?<date>.+?)(?: |, ?| ?(?=kl)|t(?=\d))(?<clock>(?:kl\.? ?)?\d{1,2}[.:]\d{2}(?::\d{2})?|kl\.? ?\d{1,2}|[012]\d{3})$/u;

function textWhen(text: string, report: Report, takes: Takes): When | undefined {
  const whole = dayOfText(text, report);
  if (whole === null) return undefined;
  if (whole !== undefined) return readDay(whole, undefined, report);
  const parts = dateAndClock.exec(text)?.groups;
  const day = parts === undefined ? undefined : dayOfText(parts['date'] ?? '', report);
  if (day === null) return undefined;
  if (day === undefined) return vagueOrNothing(text, report, takes);
  const minutes = clockAfterDate(parts?.['clock'] ?? '');
  if (minutes !== undefined) return readDay(day, minutes, report);
  report('time-unreadable', 'error', takes);
  return undefined;
}

function readDay(read: DayRead, minutes: number | undefined, report: Report): When | undefined {
  const when: When | undefined =
    minutes === undefined
      ? { precision: 'day', first: read.day, last: read.day }
      : timeOn(read.day, minutes, report);
  if (when !== undefined && (read.tell || minutes === 1440)) reportReading(when, report);
  return when;
}

function reportReading({ first, time }: When, report: Report): void {
  report('date-read-as', 'info', time === undefined ? { day: first } : { day: first, time: time.slice(11) });
}

function vagueOrNothing(text: string, report: Report, takes: Takes): When | undefined {
  const period = periodOfText(text, report);
  if (period !== undefined) return period ?? undefined;
  const isClock = clock(text) !== undefined && !isDayWithoutYear(text);
  if (isClock) report('time-without-day', 'error', { why: 'no-day', ...takes });
  else if (isDayWithoutYear(text) || isPeriodWithoutYear(text)) report('date-without-year', 'error', takes);
  else if (isSpan(text)) report('date-unreadable', 'error', { isSpan: true, ...takes });
  else
    report('date-unreadable', 'error', /\d/u.test(text) || text === '' ? takes : { inWords: true, ...takes });
  return undefined;
}

const ignore = (): void => undefined;

/** «3.–4. juni 2027», «feb/mars 2027», «10. sept. 2026 kl. 10:00-11:30»: two times, but a cell can have only one. */
function isSpan(text: string): boolean {
  const last = text
    .split(/ ?[–—/-] ?| (?:til|og|eller) /u)
    .slice(1)
    .at(-1);
  if (last === undefined) return false;
  const read = dayOfText(last, ignore) ?? periodOfText(last, ignore);
  return (read ?? undefined) !== undefined || clock(last) !== undefined;
}

/** A number from 2000 to 2099 that is not shown as a date was meant as a year, not as a day in 1905. */
function isBareYear(cell: Cell, value: number): boolean {
  const isDate = typeof cell === 'object' && cell?.isDate === true;
  return !isDate && Number.isInteger(value) && value >= 2000 && value <= 2099;
}

function readWhen(cell: Cell, report: Report, takes: Takes): When | undefined {
  const value = cellValue(cell);
  if (typeof value === 'number' && !isBareYear(cell, value)) return serialWhen(value, report, takes);
  return textWhen(simplify(plainText(cell)), report, takes);
}

/** A date as exactly as it was given: with a time, a day, or a week, month, quarter, season or year. Oslo time. */
export const whenCell: CellParser<When> = (cell, report) => readWhen(cell, report, {});

/** A date that must be a day or more exact; anything vaguer is an error. */
export const dayCell: CellParser<Day> = (cell, report) => {
  const when = readWhen(cell, report, { takes: 'day' });
  if (when === undefined) return undefined;
  if (when.precision === 'day' || when.precision === 'time') return when.first;
  report('date-too-vague', 'error', { precision: when.precision, needed: 'day' });
  return undefined;
};

/** A time of day alone, as people write it where the day is given elsewhere; undefined where the cell has a date. */
function timeOfDay(cell: Cell): TimeOfDay | undefined {
  const value = cellValue(cell);
  if (typeof value === 'number') {
    return value > 0 && value < 1 ? { minutes: Math.floor(Math.round(value * 86_400) / 60) } : undefined;
  }
  const minutes = clock(simplify(plainText(cell)));
  return minutes === undefined ? undefined : { minutes };
}

/** A date with or without a time, or a time of day whose date is in another cell. */
export const whenOrTimeCell: CellParser<When | TimeOfDay> = (cell, report) =>
  timeOfDay(cell) ?? readWhen(cell, report, { takes: 'clock' });

/** Puts a time of day on a day. The clock changes are decided as for any other time. */
export function onDay(day: Day, time: TimeOfDay, report: Report): When | undefined {
  const when = timeOn(day, time.minutes, report);
  if (when !== undefined && time.minutes === 1440) reportReading(when, report);
  return when;
}

/** A time of day without a day, minutes since midnight; 1440 is midnight at the end of the day. */
export interface TimeOfDay {
  readonly minutes: number;
}

/** Times of day as Norwegians type them: `10:00`, `10.00`, `kl. 10`, `0900`, `24:00`. */
const clockForm = /^(?:kl\.? ?)?(?<hours>\d{1,2})(?:[.:](?<minutes>\d{2})(?::\d{2})?)?$/u;
/** Four digits alone are a time only if they cannot be a year of this century. */
const clockRun = /^(?:kl\.? ?)?(?<hours>[01]\d)(?<minutes>\d{2})$/u;
/** After a date, four digits can only be a time. */
const clockRunAfterDate = /^(?<hours>[012]\d)(?<minutes>\d{2})$/u;

function minutesIn(match: RegExpExecArray | null): number | undefined {
  if (match === null) return undefined;
  const hours = Number(match.groups?.['hours']);
  const minutes = Number(match.groups?.['minutes'] ?? 0);
  return minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0)) ? hours * 60 + minutes : undefined;
}

/** The minutes since midnight, 0–1440. The text is in lower case. A bare number of one or two digits is not a time. */
function clock(text: string): number | undefined {
  return /^\d{1,2}$/u.test(text) ? undefined : minutesIn(clockForm.exec(text) ?? clockRun.exec(text));
}

/** The same for a time that follows a date. */
function clockAfterDate(text: string): number | undefined {
  return minutesIn(clockForm.exec(text) ?? clockRunAfterDate.exec(text));
}
