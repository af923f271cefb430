/**
 * Dates, times and amounts in words, in the house form `torsdag 12. mars 2026 kl. 10.00–11.30`
 * (Språkrådet: «Dato», «Klokkeslett»; a full stop after the day, no leading zero, en dash without spaces).
 * Hard spaces keep a day with its month, and a number with its unit.
 */
import {
  dayOf,
  dayParts,
  daysBetween,
  isoWeek,
  isoWeekday,
  minutesOf,
  type Day,
  type WallTime,
  type Precision,
} from '../domain/time.ts';
import { quarterOf } from '../domain/quarter.ts';
import type { Noun, Phrases } from './phrases.ts';

const hard = '\u00A0';

/** `12. mars 2026` */
export function date(phrases: Phrases, day: Day): string {
  return `${dayMonth(phrases, day)} ${String(dayParts(day).year)}`;
}

/** `12. mars` */
export function dayMonth(phrases: Phrases, day: Day): string {
  const { month, day: number } = dayParts(day);
  return `${String(number)}.${hard}${phrases.months[month - 1] ?? ''}`;
}

/** `torsdag 12. mars 2026` */
export function longDate(phrases: Phrases, day: Day): string {
  return `${phrases.weekdays[isoWeekday(day) - 1] ?? ''} ${date(phrases, day)}`;
}

/** `10.00` */
export function clock(time: WallTime): string {
  return time.slice(11).replace(':', '.');
}

/** `kl. 10.00–11.30`, or `kl. 10.00` without an end on the same day. */
function clockSpan(start: WallTime, end?: WallTime): string {
  const until =
    end !== undefined && dayOf(end) === dayOf(start) && minutesOf(end) > minutesOf(start)
      ? `–${clock(end)}`
      : '';
  return `kl.${hard}${clock(start)}${until}`;
}

/** `torsdag 12. mars 2026 kl. 10.00–11.30`; over several days each end has its date. */
export function longTime(phrases: Phrases, start: WallTime, end?: WallTime): string {
  const first = `${longDate(phrases, dayOf(start))} ${clockSpan(start, end)}`;
  if (end === undefined || dayOf(end) === dayOf(start)) return first;
  return `${first} – ${longDate(phrases, dayOf(end))} ${clockSpan(end)}`;
}

/** `12.–13. mars 2026`, `28. februar–1. mars 2026`, `31. desember 2026–1. januar 2027`. */
export function dateSpan(phrases: Phrases, first: Day, last: Day): string {
  if (first === last) return date(phrases, first);
  const from = dayParts(first);
  const to = dayParts(last);
  if (from.year !== to.year) return `${date(phrases, first)}–${date(phrases, last)}`;
  const start = from.month === to.month ? `${String(from.day)}.` : dayMonth(phrases, first);
  return `${start}–${date(phrases, last)}`;
}

/** A period as exactly as it was given: `mars 2026`, `uke 12 i 2026`, `12.–13. mars 2026`. */
export function period(phrases: Phrases, precision: Precision, first: Day, last: Day): string {
  const { year, month } = dayParts(first);
  switch (precision) {
    case 'time':
    case 'day':
      return dateSpan(phrases, first, last);
    case 'week':
      return phrases.week(isoWeek(first).week, isoWeek(first).year);
    case 'month':
      return `${phrases.months[month - 1] ?? ''} ${String(year)}`;
    case 'quarter':
      return phrases.quarter(quarterOf(first).number, year);
    case 'season':
      return phrases.season(month, year);
    case 'year':
      return String(year);
  }
}

/** `1 minutt`, `20 minutter`. Thousands are separated by a hard space. */
export function count(noun: Noun, amount: number): string {
  const digits = String(amount).replace(/\B(?=(?:\d{3})+$)/gu, amount >= 10_000 ? hard : '');
  return `${digits}${hard}${amount === 1 ? noun.one : noun.many}`;
}

/** `tre`, from zero to twelve; above that in digits. One has the gender of the noun, and zero is none of it. */
export function inWords(phrases: Phrases, amount: number, noun?: Noun): string {
  if (noun !== undefined && amount === 0) return phrases.none;
  if (noun !== undefined && amount === 1) return phrases.one[noun.gender];
  return phrases.numbersUpToTwelve[amount] ?? String(amount);
}

/** `ingen saker`, `én sak`, `ett tiltak`, `tolv dager`, `13 dager`: in words as far as `inWords` has them. */
export function countInWords(phrases: Phrases, amount: number, noun: Noun): string {
  const isInWords = phrases.numbersUpToTwelve[amount] !== undefined;
  if (!isInWords) return count(noun, amount);
  return `${inWords(phrases, amount, noun)} ${amount === 1 ? noun.one : noun.many}`;
}

/** How long ago in the coarsest unit of which there are at least two: `12 dager`, `seks måneder`, `to år`. */
export function howLong(phrases: Phrases, from: Day, to: Day): string {
  const days = daysBetween(from, to);
  const months = Math.floor(days / 30.44);
  if (months < 2) return count(phrases.nouns.day, days);
  return months < 24
    ? countInWords(phrases, months, phrases.nouns.month)
    : countInWords(phrases, Math.floor(months / 12), phrases.nouns.year);
}

/** `første`, `andre` … from 1; above the tenth in digits (`11.`). */
export function ordinal(phrases: Phrases, number: number): string {
  return phrases.ordinals[number - 1] ?? `${String(number)}.`;
}

/** With a capital letter first. */
export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('nb') + words.slice(1);

/** `a, b og c` */
export function joined(phrases: Phrases, words: readonly string[]): string {
  const [last = '', ...before] = [...words].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} ${phrases.and} ${last}`;
}

/** `Sak 7/26` */
export function caseNumber(number: number, year: number): string {
  return `Sak${hard}${String(number)}/${String(year % 100).padStart(2, '0')}`;
}
