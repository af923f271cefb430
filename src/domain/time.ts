/**
 * Days and times in Oslo, whatever zone the machine is in. A day is `2026-12-03`, a wall time `2026-12-03T10:00`: text that
 * sorts in order of time, prints as it is, and has no zone that could be wrong. Only `instantOf` and `wallTimeAt` use zones.
 */
import { tzOffset } from '@date-fns/tz/tzOffset';
import { getISOWeeksInYear } from 'date-fns/getISOWeeksInYear';

declare const dayBrand: unique symbol;
declare const wallTimeBrand: unique symbol;

/** A calendar day in Oslo, `2026-12-03`, between 1900 and 2199. */
export type Day = string & { readonly [dayBrand]: true };
/** A date and a time as the clock on the wall in Oslo shows it, `2026-12-03T10:00`. */
export type WallTime = string & { readonly [wallTimeBrand]: true };

/** What a column of times takes: days alone, or also a time of day alone. Others take a time as exactly as it is known. */
export type TimeColumn = 'day' | 'clock';

/** Why a time of day says no time. */
export type TimeWithoutDay = 'no-day' | 'start-without-time' | 'several-days';

/** How exactly a time may be given, the most exact first. */
export const precisions = ['time', 'day', 'week', 'month', 'quarter', 'season', 'year'] as const;
export type Precision = (typeof precisions)[number];

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Serial number 0 of spreadsheets. */
const dayZero = Date.UTC(1899, 11, 30);
const zone = 'Europe/Oslo';
const pad = (value: number): string => (value < 10 ? `0${String(value)}` : String(value));

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days in a month (1–12) of a year; 0 where there is no such month. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/** The number that the digits from `from` to `to` make, or NaN. Days are read by the million: no regular expressions. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function startsWithDay(text: string): boolean {
  const year = digits(text, 0, 4);
  const day = digits(text, 8, 10);
  const isFormed = text[4] === '-' && text[7] === '-' && year >= 1900 && year <= 2199;
  return isFormed && day >= 1 && day <= daysInMonth(year, digits(text, 5, 7));
}

function isDay(text: string): text is Day {
  return text.length === 10 && startsWithDay(text);
}

function isWallTime(text: string): text is WallTime {
  if (text.length !== 16 || text[10] !== 'T' || text[13] !== ':' || !startsWithDay(text)) return false;
  return digits(text, 11, 13) <= 23 && digits(text, 14, 16) <= 59;
}

/** The day that the text names, or undefined: only `2026-12-03`, only days that exist. */
export function parseDay(text: string): Day | undefined {
  return isDay(text) ? text : undefined;
}

/** The wall time that the text names, or undefined: only `2026-12-03T10:00`, hours 00–23. */
export function parseWallTime(text: string): WallTime | undefined {
  return isWallTime(text) ? text : undefined;
}

/** A day from numbers, or undefined where there is no such day (31 February). Months are 1–12. */
export function dayFrom(year: number, month: number, day: number): Day | undefined {
  return parseDay(`${String(year)}-${pad(month)}-${pad(day)}`);
}

/** A wall time from a day and the minutes since its midnight (0–1439). */
export function wallTimeFrom(day: Day, minutes: number): WallTime {
  const text = `${day}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  if (!isWallTime(text)) throw new RangeError(`no such time of day: ${String(minutes)} minutes`);
  return text;
}

export interface DayParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
}

export function dayParts(day: Day): DayParts {
  return { year: digits(day, 0, 4), month: digits(day, 5, 7), day: digits(day, 8, 10) };
}

const utcOf = (day: Day): number => {
  const { year, month, day: date } = dayParts(day);
  return Date.UTC(year, month - 1, date);
};

/** Days that have occurred, by their number: a register has many rows and few days. At most one for each day there is. */
const knownDays = new Map<number, Day>();

function dayOfUtc(ms: number): Day | undefined {
  const known = knownDays.get(ms);
  if (known !== undefined) return known;
  const date = new Date(ms);
  const day = dayFrom(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  if (day !== undefined) knownDays.set(ms, day);
  return day;
}

function within(day: Day | undefined): Day {
  if (day === undefined) throw new RangeError('outside the years 1900–2199');
  return day;
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return within(dayOfUtc(utcOf(day) + count * dayMs));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOf(to) - utcOf(from)) / dayMs);
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function isoWeekday(day: Day): number {
  return ((new Date(utcOf(day)).getUTCDay() + 6) % 7) + 1;
}

/** The ISO 8601 week and the year that it belongs to. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  // A week belongs to the year that its Thursday is in, and that is never more than three days away.
  const thursday = utcOf(day) + (4 - isoWeekday(day)) * dayMs;
  const year = new Date(thursday).getUTCFullYear();
  return { year, week: 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / dayMs / 7) };
}

/** How many ISO weeks the year has: 52 or 53. */
export function weeksInYear(year: number): number {
  // Noon in the middle of the year: the same year in every zone that the machine may be in.
  return getISOWeeksInYear(new Date(year, 6, 1, 12));
}

/** The Monday of an ISO week, or undefined when the year has no such week (week 53 of 2027). */
export function mondayOfWeek(year: number, week: number): Day | undefined {
  if (week < 1 || week > weeksInYear(year)) return undefined;
  const fourth = within(dayFrom(year, 1, 4));
  return addDays(fourth, 1 - isoWeekday(fourth) + (week - 1) * 7);
}

export const dayOf = (time: WallTime): Day => {
  const day = parseDay(time.slice(0, 10));
  if (day === undefined) throw new RangeError(`not a wall time: ${time}`);
  return day;
};

/** Minutes since midnight, 0–1439. */
export function minutesOf(time: WallTime): number {
  return digits(time, 11, 13) * 60 + digits(time, 14, 16);
}

/** The wall time a number of minutes later on the clock, past midnight if needed. Clock changes are not counted. */
export function addMinutes(time: WallTime, minutes: number): WallTime {
  const total = minutesOf(time) + minutes;
  const days = Math.floor(total / 1440);
  return wallTimeFrom(addDays(dayOf(time), days), total - days * 1440);
}

/** Minutes on the clock from one wall time to another. Clock changes are not counted. */
export function minutesBetween(from: WallTime, to: WallTime): number {
  return daysBetween(dayOf(from), dayOf(to)) * 1440 + minutesOf(to) - minutesOf(from);
}

/** The last Sunday of a month: clocks change on the last Sunday of March and of October (directive 2000/84/EC). */
function lastSunday(year: number, month: number): Day {
  const last = within(dayFrom(year, month, daysInMonth(year, month)));
  return addDays(last, -(isoWeekday(last) % 7));
}

/**
 * How often the clock in Oslo shows this time: once, never (02:00–02:59 when summer time starts) or twice
 * (02:00–02:59 when it ends). Holds from 1996 on, and for as long as the directive is in force.
 */
export function occurrences(time: WallTime): 0 | 1 | 2 {
  if (Math.floor(minutesOf(time) / 60) !== 2) return 1;
  const day = dayOf(time);
  const { year, month } = dayParts(day);
  if (month === 3 && day === lastSunday(year, 3)) return 0;
  if (month === 10 && day === lastSunday(year, 10)) return 2;
  return 1;
}

/** When summer time begins and ends in a year, as instants in milliseconds: at 01:00 UTC. */
const summers = new Map<number, readonly [begin: number, end: number]>();

function summerOf(year: number): readonly [begin: number, end: number] {
  const known = summers.get(year);
  if (known !== undefined) return known;
  const changeIn = (month: number): number => utcOf(lastSunday(year, month)) + 60 * minuteMs;
  const made = [changeIn(3), changeIn(10)] as const;
  summers.set(year, made);
  return made;
}

/**
 * Minutes that the clock in Oslo is ahead of UTC at an instant. By the rule of the directive where it holds, which saves
 * loading the time zones; by the time zone data in other years.
 */
function osloOffset(ms: number): number {
  const year = new Date(ms).getUTCFullYear();
  if (!(year >= 1996 && year <= 2100)) return tzOffset(zone, new Date(ms));
  const [begin, end] = summerOf(year);
  return ms >= begin && ms < end ? 120 : 60;
}

/** Oslo is one hour ahead of UTC, or two in summer. */
const offsets = [120, 60] as const;

/** The instant of a wall time in Oslo. Of two instants, the first. A time that does not exist moves forward by one hour. */
export function instantOf(time: WallTime): Date {
  const asUtc = utcOf(dayOf(time)) + minutesOf(time) * minuteMs;
  const shows = (offset: number): boolean => osloOffset(asUtc - offset * minuteMs) === offset;
  return new Date(asUtc - (offsets.find(shows) ?? 60) * minuteMs);
}

/** The instant of a wall time in Oslo as machines write it, in UTC: `2026-11-23T11:00:00Z`. */
export const utcText = (time: WallTime): string => instantOf(time).toISOString().replace('.000Z', 'Z');

/** What the clock in Oslo shows at an instant, seconds dropped. */
export function wallTimeAt(instant: Date): WallTime {
  const shown = new Date(instant.getTime() + osloOffset(instant.getTime()) * minuteMs);
  const day = within(dayOfUtc(Math.floor(shown.getTime() / dayMs) * dayMs));
  return wallTimeFrom(day, shown.getUTCHours() * 60 + shown.getUTCMinutes());
}

/**
 * What the clock in Oslo shows at an instant written in UTC, as machines write it: `2026-11-23T11:00:00Z`, with or
 * without seconds and fractions, which are dropped. Undefined for any other text.
 */
export function wallTimeOfUtc(text: string): WallTime | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::[0-5]\d(?:\.\d{1,9})?)?Z$/u.test(text)) return undefined;
  const utc = parseWallTime(text.slice(0, 16));
  if (utc === undefined) return undefined;
  return wallTimeAt(new Date(utcOf(dayOf(utc)) + minutesOf(utc) * minuteMs));
}

/**
 * A spreadsheet's serial number (days since 1899-12-30, the fraction is the time), rounded to the second, seconds then
 * dropped: 23:59:59 must not become the next day.
 */
export function fromSerial(serial: number): { readonly day: Day; readonly minutes: number } | undefined {
  const totalMinutes = Math.floor(Math.round(serial * 86_400) / 60);
  const days = Math.floor(totalMinutes / 1440);
  const day = dayOfUtc(dayZero + days * dayMs);
  return day === undefined ? undefined : { day, minutes: totalMinutes - days * 1440 };
}

/** The serial number of a day or a wall time. */
export function toSerial(time: Day | WallTime): number {
  const day = parseDay(time.slice(0, 10));
  if (day === undefined) throw new RangeError(`not a day: ${time}`);
  const wall = parseWallTime(time);
  const days = (utcOf(day) - dayZero) / dayMs;
  return wall === undefined ? days : days + minutesOf(wall) / 1440;
}
