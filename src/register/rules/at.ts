/** What rules report about a row: its place and its content. */
import type { Place } from '../../domain/problem.ts';
import { isoWeek, dayParts } from '../../domain/time.ts';
import { quarterOf } from '../../domain/quarter.ts';
import type { TimeOfDay, When } from '../cells/when.ts';
import { monthName, seasonName } from '../cells/calendar-words.ts';
import { placeOf } from '../place.ts';
import type { TabState } from '../register.ts';
import type { RowPlace } from '../tab.ts';

/** A row of any tab, as far as its place is concerned. */
export interface Standing {
  readonly at: RowPlace;
  readonly id?: string | undefined;
}

/** The cell of a row in a column, whether or not it holds anything. The whole row if the column is missing. */
export function cellAt<Key extends string>(
  state: TabState<Key> | undefined,
  { at, id }: Standing,
  key: Key,
): Place {
  return placeOf(at.tab, at.row, state?.columns?.[key], id);
}

/** The ID of a row, or the place of its ID cell if it has none yet. */
export const nameOf = (state: TabState | undefined, row: Standing): string =>
  row.id ?? cellAt(state, row, 'id').cell ?? `#${String(row.at.row)}`;

/** A day as people type it: `12.03.2026`. */
export const typedDay = (day: string): string => day.split('-').reverse().join('.');

/** A time as people type it into a cell: `12.03.2026 10:00`, `uke 12 2026`, `10:30`. */
export function typed(when: When | TimeOfDay): string {
  if ('minutes' in when) return clockText(when.minutes);
  const { precision, first, time } = when;
  const { year, month } = dayParts(first);
  switch (precision) {
    case 'time':
      return time === undefined ? typedDay(first) : `${typedDay(first)} ${time.slice(11)}`;
    case 'day':
      return typedDay(first);
    case 'week':
      return `uke ${isoWeek(first).week} ${isoWeek(first).year}`;
    case 'month':
      return `${monthName(month)} ${year}`;
    case 'quarter':
      return `Q${quarterOf(first).number} ${year}`;
    case 'season':
      return `${seasonName(month)} ${year}`;
    case 'year':
      return String(year);
  }
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Whether a time says which day. */
export const isExact = ({ precision }: When): boolean => precision === 'time' || precision === 'day';
