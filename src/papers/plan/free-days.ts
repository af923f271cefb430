/** On which days the parties can meet: away from holidays, weeks that are kept free, and what either party has in the register. */
import { blockedOn, holidayOn, isWeekend, type Blocked, type Holiday } from '../../domain/holidays.ts';
import { addDays, daysBetween, type Day } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { ActivityType } from '../../register/lists.ts';

/** Something in the register that a day is taken by. */
export interface Occupied {
  readonly id: string;
  readonly title: string;
}

/** Why nobody should be called to a meeting on a day. */
export type NotFree =
  | { readonly why: 'weekend' }
  | { readonly why: 'holiday'; readonly holiday: Holiday }
  /** The day before or after a public holiday: many are away. */
  | { readonly why: 'besideHoliday'; readonly holiday: Holiday }
  | { readonly why: 'keptFree'; readonly blocked: Blocked }
  | ({ readonly why: 'taken' } & Occupied);

/** Days that are taken, with the first thing that takes each. */
export type TakenDays = ReadonlyMap<Day, Occupied>;

/** What people of the parties are called to. The rest of the register takes nobody's day. */
const gathering: ReadonlySet<ActivityType> = new Set<ActivityType>([
  ...(['quarterlyMeeting', 'conference', 'network', 'countyDialogue', 'webinar'] as const),
]);

/** Longer ones are periods in which something goes on, not days on which people are away. */
const MOST_DAYS = 14;

/** Whether a time says which days: a month does not. */
const saysDays: ReadonlySet<string> = new Set(['time', 'day', 'week']);

/** The days that are taken by activities, ideas too, and by contacts with counties. `except`: the ID of the one to be moved. */
export function takenDays({ activities, dialogues }: Register, except?: string): TakenDays {
  const taken = new Map<Day, Occupied>();
  for (const { id, title, type, status, start, end = start } of activities) {
    if (id === except || status === 'cancelled' || !gathering.has(type)) continue;
    if (start === undefined || end === undefined || !saysDays.has(start.precision)) continue;
    const count = Math.min(daysBetween(start.first, end.last), MOST_DAYS);
    for (let each = 0; each <= count; each += 1) {
      const day = addDays(start.first, each);
      if (!taken.has(day)) taken.set(day, { id, title });
    }
  }
  for (const { id, county, date } of dialogues) if (!taken.has(date)) taken.set(date, { id, title: county });
  return taken;
}

/** Why a day is not free; undefined where it is. */
export function notFree(day: Day, taken: TakenDays): NotFree | undefined {
  const holiday = holidayOn(day);
  if (holiday !== undefined) return { why: 'holiday', holiday };
  if (isWeekend(day)) return { why: 'weekend' };
  const blocked = blockedOn(day);
  if (blocked !== undefined) return { why: 'keptFree', blocked };
  const beside = holidayOn(addDays(day, 1)) ?? holidayOn(addDays(day, -1));
  if (beside !== undefined) return { why: 'besideHoliday', holiday: beside };
  const occupied = taken.get(day);
  return occupied === undefined ? undefined : { why: 'taken', ...occupied };
}
