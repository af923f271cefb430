/** The days of a quarter on which its meeting could be: in good weeks, about a quarter from the others, and free for both parties. */
import { isInMeetingWeek } from '../../domain/holidays.ts';
import { quarterDays, type Quarter } from '../../domain/quarter.ts';
import {
  addDays,
  addMinutes,
  daysBetween,
  isoWeek,
  isoWeekday,
  wallTimeFrom,
  type Day,
  type WallTime,
} from '../../domain/time.ts';
import type { Party } from '../../register/lists.ts';
import { notFree, type NotFree, type TakenDays } from './free-days.ts';
import type { TimeOfMeeting } from './habits.ts';

/** Two meetings are at least this far apart. */
const LEAST_DAYS = 42;
/** A quarter of a year: a meeting is proposed as near this as can be, after the one before and before the one after. */
const QUARTER_DAYS = 91;
const ALTERNATIVES = 2;
/** What a day that is not quite right costs, in days away from a quarter. */
const cost = { otherWeek: 40, otherWeekday: 5, sameWeek: 20 } as const;
/** Tuesday to Thursday: on other days many travel or are off. */
const MIDWEEK = { first: 2, last: 4 } as const;

/** A meeting that a proposal is some weeks away from. */
export interface Near {
  /** The ID of its row; absent for one that is proposed in the same plan. */
  readonly id?: string | undefined;
  readonly day: Day;
  readonly days: number;
}

/** One day for a meeting, and what speaks for it. */
export interface Proposal {
  readonly day: Day;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly week: number;
  readonly isInMeetingWeek: boolean;
  readonly before?: Near | undefined;
  readonly after?: Near | undefined;
}

/** A good day that is not proposed, and why. */
export interface LeftOut {
  readonly day: Day;
  readonly because: NotFree | ({ readonly why: 'near' } & Near);
}

/** A meeting that others are kept away from. */
export interface Held {
  readonly id?: string | undefined;
  readonly day: Day;
  readonly party: Party;
}

/** The days that may be chosen in one quarter, what is known of their neighbours, and what is wrong with good days. */
export interface Scope {
  readonly quarter: Quarter;
  readonly from: Day;
  readonly weekday: number;
  readonly held: readonly Held[];
  readonly taken: TakenDays;
}

/** The meetings before and after a day. */
function neighbours(day: Day, held: readonly Held[]): { readonly before?: Near; readonly after?: Near } {
  const near = ({ id, day: other }: Held): Near => ({
    id,
    day: other,
    days: Math.abs(daysBetween(other, day)),
  });
  const byDistance = (one: Near, other: Near): number => one.days - other.days;
  const [before] = held
    .filter((one) => one.day <= day)
    .map(near)
    .sort(byDistance);
  const [after] = held
    .filter((one) => one.day > day)
    .map(near)
    .sort(byDistance);
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

export function proposalOf(day: Day, { from, minutes }: TimeOfMeeting, held: readonly Held[]): Proposal {
  const start = wallTimeFrom(day, from);
  const week = isoWeek(day).week;
  return {
    day,
    start,
    end: addMinutes(start, minutes),
    week,
    isInMeetingWeek: isInMeetingWeek(day),
    ...neighbours(day, held),
  };
}

/** The meeting that a day is too near to. */
function tooNear(day: Day, held: readonly Held[]): Near | undefined {
  const { before, after } = neighbours(day, held);
  return [before, after].find((one) => one !== undefined && one.days < LEAST_DAYS);
}

/** A year without a meeting says nothing about when the next one is. */
const apart = (near: Near | undefined): number =>
  near === undefined || near.days > 2 * QUARTER_DAYS ? 0 : Math.abs(near.days - QUARTER_DAYS);

function costOf(day: Day, { weekday, held }: Scope): number {
  const { before, after } = neighbours(day, held);
  const week = isInMeetingWeek(day) ? 0 : cost.otherWeek;
  return week + (isoWeekday(day) === weekday ? 0 : cost.otherWeekday) + apart(before) + apart(after);
}

function* daysOf({ quarter, from }: Scope): Generator<Day> {
  const { last } = quarterDays(quarter);
  for (let day = from; day <= last; day = addDays(day, 1)) yield day;
}

/** The best day, and then the best ones that are left, rather in another week. */
export function chosenDays(scope: Scope): readonly Day[] {
  const { weekday, held, taken } = scope;
  const isWanted = (day: Day): boolean => {
    const own = isoWeekday(day);
    return own === weekday || (own >= MIDWEEK.first && own <= MIDWEEK.last);
  };
  const left = [...daysOf(scope)].filter(
    (day) => isWanted(day) && notFree(day, taken) === undefined && tooNear(day, held) === undefined,
  );
  const chosen: Day[] = [];
  while (chosen.length <= ALTERNATIVES && left.length > 0) {
    const weeks = new Set(chosen.map((day) => isoWeek(day).week));
    const priceOf = (day: Day): number =>
      costOf(day, scope) + (weeks.has(isoWeek(day).week) ? cost.sameWeek : 0);
    const best = left.reduce((one, other) => (priceOf(other) < priceOf(one) ? other : one));
    chosen.push(best);
    left.splice(left.indexOf(best), 1);
  }
  return chosen;
}

/** The usual weekday in the good weeks, where something speaks against it. */
export function leftOutIn(scope: Scope): readonly LeftOut[] {
  const { weekday, held, taken } = scope;
  return [...daysOf(scope)]
    .filter((day) => isoWeekday(day) === weekday && isInMeetingWeek(day))
    .flatMap((day): readonly LeftOut[] => {
      const because = notFree(day, taken);
      if (because !== undefined) return [{ day, because }];
      const near = tooNear(day, held);
      return near === undefined ? [] : [{ day, because: { why: 'near', ...near } }];
    });
}
