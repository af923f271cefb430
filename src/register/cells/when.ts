/**
 * Dates and times as Norwegians type them (inputs.md 1–12). Nothing is guessed: what could be two dates is an error,
 * and what was understood in spite of an unusual form is reported as read.
 */
import {
  addDays,
  dayFrom,
  dayParts,
  daysInMonth,
  fromSerial,
  mondayOfWeek,
  occurrences,
  wallTimeFrom,
  weeksInYear,
  type Day,
  type WallTime,
} from '../../domain/time.ts';
import type { Precision } from '../../domain/problem.ts';
import { cellValue, type Cell } from '../../domain/workbook.ts';
import { plainText } from './text.ts';
import type { CellParser, Report } from './cell-parser.ts';

/** A point or stretch of time as exactly as it was given. A day has `first` equal to `last`. */
export interface When {
  readonly precision: Precision;
  readonly first: Day;
  readonly last: Day;
  /** Only with precision `time`. */
  readonly time?: WallTime;
}

/** A time of day without a day, minutes since midnight; 1440 is midnight at the end of the day. */
export interface TimeOfDay {
  readonly minutes: number;
}

const months = [
  ['januar', 'jan'],
  ['februar', 'feb', 'febr'],
  ['mars', 'mar'],
  ['april', 'apr'],
  ['mai'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['desember', 'des'],
] as const;

const seasons = { vår: [3, 5], sommer: [6, 8], sommar: [6, 8], høst: [9, 11], haust: [9, 11] } as const;

const monthNumber = (name: string): number | undefined => {
  const index = months.findIndex((names) => names.some((candidate) => candidate === name.replace(/\.$/u, '')));
  return index === -1 ? undefined : index + 1;
};

/** `26` → 2026. Four digits stand as they are. */
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

interface DateRead {
  readonly day: Day | undefined;
  /** The form was unusual enough to tell how it was understood. */
  readonly tell: boolean;
}

function dottedDate(text: string): DateRead | undefined {
  const match = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/u.exec(text);
  if (match === null) return undefined;
  const [, day = '', month = '', year = ''] = match;
  return { day: dayFrom(fullYear(year), Number(month), Number(day)), tell: year.length === 2 };
}

function isoDate(text: string): DateRead | undefined {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/u.exec(text);
  if (match === null) return undefined;
  return { day: dayFrom(Number(match[1]), Number(match[2]), Number(match[3])), tell: false };
}

function wordedDate(text: string): DateRead | undefined {
  const match = /^(\d{1,2})\.? ?([a-zæøå]+)\.? (\d{4}|\d{2})$/u.exec(text);
  const month = monthNumber(match?.[2] ?? '');
  if (match === null || month === undefined) return undefined;
  const year = match[3] ?? '';
  return { day: dayFrom(fullYear(year), month, Number(match[1])), tell: year.length === 2 };
}

/** `12/3-26` is a Norwegian habit, `12/3/2026` may be American: that one is a date only where it can be but one. */
function slashedDate(text: string, report: Report): DateRead | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})([-/ ])(\d{4}|\d{2})$/u.exec(text);
  if (match === null) return undefined;
  const [, first = '', second = '', separator, year = ''] = match;
  const asNorwegian = dayFrom(fullYear(year), Number(second), Number(first));
  const asAmerican = dayFrom(fullYear(year), Number(first), Number(second));
  if (separator === '/' && asNorwegian !== undefined && asAmerican !== undefined && asNorwegian !== asAmerican) {
    report('date-two-ways', 'error', { one: asNorwegian, other: asAmerican });
    return { day: undefined, tell: true };
  }
  return { day: asNorwegian, tell: true };
}

const span = (precision: Precision, first: Day | undefined, last: Day | undefined): When | undefined =>
  first === undefined || last === undefined ? undefined : { precision, first, last };

const monthsSpan = (precision: Precision, year: number, from: number, to: number): When | undefined =>
  span(precision, dayFrom(year, from, 1), dayFrom(year, to, daysInMonth(year, to)));

/** `uke 12 2026`, `mars 2026`, `Q2 2026`, `2. kvartal 2026`, `våren 2026`, `2026`. Null: understood, but no such week. */
function vagueDate(text: string, report: Report): When | undefined | null {
  const week = /^(?:uke|veke|week|w) ?(\d{1,2})[ ,/-]*(\d{4})$/u.exec(text);
  if (week !== null) {
    const year = Number(week[2]);
    const monday = mondayOfWeek(year, Number(week[1]));
    if (monday !== undefined) return span('week', monday, addDays(monday, 6));
    report('date-no-such-week', 'error', { year, weeks: weeksInYear(year) });
    return null;
  }
  const quarter = /^(?:[qk] ?([1-4])[ /-]*(\d{4})|([1-4])\. ?kvartal (\d{4})|(\d{4})[ -]?[qk]([1-4]))$/u.exec(text);
  if (quarter !== null) {
    const number = Number(quarter[1] ?? quarter[3] ?? quarter[6]);
    return monthsSpan('quarter', Number(quarter[2] ?? quarter[4] ?? quarter[5]), number * 3 - 2, number * 3);
  }
  const named = /^([a-zæøå]+)\.? (\d{4})$/u.exec(text);
  if (named !== null) return namedTime(named[1] ?? '', Number(named[2]));
  return /^\d{4}$/u.test(text) ? monthsSpan('year', Number(text), 1, 12) : undefined;
}

function namedTime(name: string, year: number): When | undefined {
  const month = monthNumber(name);
  if (month !== undefined) return monthsSpan('month', year, month, month);
  const season = Object.entries(seasons).find(([stem]) => name === stem || name === `${stem}en`);
  return season === undefined ? undefined : monthsSpan('season', year, season[1][0], season[1][1]);
}

const vagueWithoutYear =
  /^(?:(?:uke|veke|week) ?\d{1,2}|[qk] ?[1-4]|[1-4]\. ?kvartal|(?:vår|sommer|sommar|høst|haust|vinter)(?:en)?|vinter(?:en)? \d{4}|[a-zæøå]+)$/u;

const clockForm = /^(?:kl\.? ?)?(\d{1,2})(?:[.:](\d{2})(?::\d{2})?)?$/u;
/** Four digits are a time only where they cannot be a year of this century. */
const clockRun = /^(?:kl\.? ?)?([01]\d)(\d{2})$/u;

/** `10:00`, `10.00`, `kl. 10`, `0900`, `24:00`: minutes since midnight, 0–1440. A bare number is no time. */
function clock(text: string): number | undefined {
  const match = clockForm.exec(text) ?? clockRun.exec(text);
  if (match === null || /^\d{1,2}$/u.test(text)) return undefined;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  return minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0)) ? hours * 60 + minutes : undefined;
}

/** Lower case, single spaces, without weekday names: «torsdag 12. mars 2026» → «12. mars 2026». */
const simplify = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('nb')
    .replace(/[\s\u00A0\u202F\u200B\uFEFF]+/gu, ' ')
    .trim()
    .replace(/^(?:man|tirs|tys|ons|tors|fre|lør|laur|søn|sun|mån)(?:dag)?\.?,? (?:den )?/u, '');

const inRange = (day: Day): boolean => day >= '2000-01-01' && day <= '2099-12-31';

/** Day and minutes → the time, with both clock changes decided: neither the skipped hour nor the doubled is a time. */
function timeOn(day: Day, minutes: number, report: Report): When | undefined {
  const date = minutes === 1440 ? addDays(day, 1) : day;
  const time = wallTimeFrom(date, minutes % 1440);
  const shown = occurrences(time);
  if (shown === 1) return { precision: 'time', first: date, last: date, time };
  report(shown === 0 ? 'time-skipped' : 'time-twice', 'error', {});
  return undefined;
}

function serialWhen(serial: number, report: Report): When | undefined {
  const read = fromSerial(serial);
  if (read === undefined || !inRange(read.day)) {
    report('date-out-of-range', 'error', {});
    return undefined;
  }
  return read.minutes === 0
    ? { precision: 'day', first: read.day, last: read.day }
    : timeOn(read.day, read.minutes, report);
}

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The day that the text names, with reports; undefined when it names none or a wrong one. */
function dayOfText(text: string, report: Report): DateRead | undefined {
  const read = dottedDate(text) ?? isoDate(text) ?? wordedDate(text) ?? slashedDate(text, report);
  if (read === undefined) return undefined;
  if (read.day === undefined && !read.tell) report('date-no-such-day', 'error', {});
  return read;
}

function textWhen(text: string, report: Report): When | undefined {
  const parts = /^(?<date>.+?)(?:(?: |, ?| ?kl\.? ?|t)(?<clock>(?:kl\.? ?)?\d{1,2}[.:]\d{2}(?::\d{2})?|kl\.? ?\d{1,2}|[01]\d{3}))$/u.exec(text);
  const split = parts?.groups;
  const reports: Parameters<Report>[] = [];
  const collect: Report = (...problem) => void reports.push(problem);
  let minutes: number | undefined;
  let read = dayOfText(text, collect);
  if (read === undefined && split !== undefined) {
    read = dayOfText(split['date'] ?? '', collect);
    minutes = clock(split['clock']?.startsWith('kl') === true ? split['clock'] : `kl ${split['clock'] ?? ''}`);
    if (read !== undefined && minutes === undefined) collect('time-unreadable', 'error', {});
  }
  if (read === undefined) return vagueOrNothing(text, report);
  for (const problem of reports) report(...problem);
  if (reports.length > 0) return undefined;
  return readDay(read, minutes, report);
}

function readDay(read: DateRead, minutes: number | undefined, report: Report): When | undefined {
  if (read.day === undefined) {
    report('date-no-such-day', 'error', {});
    return undefined;
  }
  if (!inRange(read.day)) {
    report('date-out-of-range', 'error', {});
    return undefined;
  }
  if (read.tell || minutes === 1440) {
    const day = minutes === 1440 ? addDays(read.day, 1) : read.day;
    const time = minutes === undefined ? undefined : clockText(minutes % 1440);
    report('date-read-as', 'info', time === undefined ? { day } : { day, time });
  }
  return minutes === undefined
    ? { precision: 'day', first: read.day, last: read.day }
    : timeOn(read.day, minutes, report);
}

function vagueOrNothing(text: string, report: Report): When | undefined {
  const vague = vagueDate(text, report);
  if (vague === null) return undefined;
  if (vague !== undefined) {
    if (dayParts(vague.first).year >= 2000 && inRange(vague.first)) return vague;
    report('date-out-of-range', 'error', {});
    return undefined;
  }
  const isVague = vagueWithoutYear.test(text) && (/\d/u.test(text) || namedTime(text, 2000) !== undefined || /^vinter/u.test(text));
  if (isVague) report('date-too-vague', 'error', { precision: 'season' });
  else report('date-unreadable', 'error', {});
  return undefined;
}

/** A date as exactly as it was given: with a time, a day, or a week, month, quarter, season or year. */
export const whenCell: CellParser<When> = (cell, report) => {
  const value = cellValue(cell);
  if (typeof value === 'number' && !isBareYear(cell)) return serialWhen(value, report);
  return textWhen(simplify(plainText(cell)), report);
};

const isBareYear = (cell: Cell): boolean =>
  typeof cell === 'number' && Number.isInteger(cell) && cell >= 2000 && cell <= 2099;

/** A date that must be a day or more exact; anything vaguer is an error. */
export const dayCell: CellParser<Day> = (cell, report) => {
  const when = whenCell(cell, report);
  if (when === undefined) return undefined;
  if (when.precision === 'day' || when.precision === 'time') return when.first;
  report('date-too-vague', 'error', { precision: when.precision });
  return undefined;
};

/** A time of day alone, as people write it where the day is given elsewhere; undefined where the cell has a date. */
export function timeOfDay(cell: Cell): TimeOfDay | undefined {
  const value = cellValue(cell);
  if (typeof value === 'number') {
    return value > 0 && value < 1 ? { minutes: Math.round(value * 1440) } : undefined;
  }
  const minutes = clock(simplify(plainText(cell)));
  return minutes === undefined ? undefined : { minutes };
}

/** A date with or without a time, or a time of day whose date stands in another cell. */
export const whenOrTimeCell: CellParser<When | TimeOfDay> = (cell, report) => timeOfDay(cell) ?? whenCell(cell, report);

/** Puts a time of day on a day. The clock changes are decided as for any other time. */
export function onDay(day: Day, time: TimeOfDay, report: Report): When | undefined {
  return timeOn(day, time.minutes, report);
}
