/** The quarters of the year, in which the agreement's meetings fall. */
import { addDays, dayFrom, dayParts, type Day } from './time.ts';

export interface Quarter {
  readonly year: number;
  readonly number: 1 | 2 | 3 | 4;
}

const numbers = [1, 2, 3, 4] as const;

/** The quarter that a day falls in. */
export function quarterOf(day: Day): Quarter {
  const { year, month } = dayParts(day);
  return { year, number: numbers[Math.floor((month - 1) / 3)] ?? 4 };
}

/** `2026Q4`: how quarters are written on the command line and in file names. */
export function quarterName(quarter: { readonly year: number; readonly number: number }): string {
  return `${String(quarter.year)}Q${String(quarter.number)}`;
}

/** Reads `2026Q4`, also `2026-q4` and `Q4 2026`; undefined for anything else. */
export function parseQuarter(text: string): Quarter | undefined {
  const match =
    /^(?<year>20\d\d)\s*-?\s*[qk](?<number>[1-4])$/iu.exec(text.trim()) ??
    /^[qk](?<number>[1-4])\s*-?\s*(?<year>20\d\d)$/iu.exec(text.trim());
  const number = numbers.find((candidate) => String(candidate) === match?.groups?.['number']);
  return number === undefined ? undefined : { year: Number(match?.groups?.['year']), number };
}

/** All four quarters of a year. */
export function quartersOf(year: number): readonly Quarter[] {
  return numbers.map((number) => ({ year, number }));
}

/** The first and last day of a quarter. */
export function quarterDays(quarter: Quarter): { readonly first: Day; readonly last: Day } {
  const first = dayFrom(quarter.year, quarter.number * 3 - 2, 1);
  const next =
    quarter.number === 4 ? dayFrom(quarter.year + 1, 1, 1) : dayFrom(quarter.year, quarter.number * 3 + 1, 1);
  if (first === undefined || next === undefined)
    throw new RangeError(`no such year: ${String(quarter.year)}`);
  return { first, last: addDays(next, -1) };
}
