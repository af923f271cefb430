/** Plans a series of webinars: so many, so far apart, on one weekday, on days that are free for both parties. */
import { spokenDate } from '../../language/spoken.ts';
import { msg } from '../../domain/msg.ts';
import { comparedName } from '../../domain/compare.ts';
import {
  addDays,
  addMinutes,
  dayFrom,
  dayOf,
  dayParts,
  daysInMonth,
  isoWeekday,
  wallTimeFrom,
  type Day,
  type WallTime,
} from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Party } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { notFree, takenDays, type NotFree, type Occupied } from './free-days.ts';
import { timeLike, type TimeOfMeeting } from './habits.ts';

/** How far apart the webinars are. */
export type Interval = { readonly weeks: number } | { readonly months: number };

export interface SeriesRequest {
  readonly name: string;
  /** How many are to come, with those that are in the register already. */
  readonly count: number;
  readonly every: Interval;
  /** 1 Monday … 5 Friday; undefined: as the last webinar. */
  readonly weekday: number | undefined;
  /** The first day that may be chosen; undefined: in eight weeks. */
  readonly from: Day | undefined;
  /** Minutes since midnight; undefined: as the last webinar. */
  readonly time: number | undefined;
}

/** A webinar to be added. */
export interface PlannedWebinar {
  readonly title: string;
  readonly start: WallTime;
  readonly end: WallTime;
  /** The day it would be on, and why it is not: absent where it is. */
  readonly moved?: { readonly from: Day; readonly because: NotFree } | undefined;
}

export interface SeriesPlan {
  /** As the register has the name, where it has it. */
  readonly name: string;
  readonly party: Party;
  readonly time: TimeOfMeeting;
  /** Those to come that are in the register. */
  readonly there: readonly { readonly id: string; readonly title: string; readonly day: Day }[];
  readonly planned: readonly PlannedWebinar[];
}

/** What takes the day of a webinar of the plan itself. */
export const thisSeries: Occupied = { id: 'this series', title: '' };

/** Texts must be approved and announcements out four weeks before. */
const AHEAD_DAYS = 56;
/** A webinar is moved no further than this. */
const MOST_MOVED = 42;
const tuesday = 2;

type Webinar = Activity & { readonly start: NonNullable<Activity['start']> };

const isWebinar = (activity: Activity): activity is Webinar =>
  activity.type === 'webinar' && activity.status !== 'cancelled' && activity.start !== undefined;

/**
 * The plan of a series. `now` is Oslo time. Webinars of the series that are to come count, and the plan goes on after the last of
 * them. Throws UserError where no day near is free.
 */
export function seriesPlan(register: Register, request: SeriesRequest, now: WallTime): SeriesPlan {
  const { name, count, from, time } = request;
  const today = dayOf(now);
  const webinars = register.activities
    .filter(isWebinar)
    .sort((one, other) => (one.start.first < other.start.first ? -1 : 1));
  const own = webinars.filter(({ series }) => comparedName(series ?? '') === comparedName(name));
  const like = timeLike([...webinars, ...own]);
  const there = own.filter(({ start }) => start.first >= (from ?? today));
  const last = there.at(-1);
  const weekday = request.weekday ?? weekdayOf((own.at(-1) ?? webinars.at(-1))?.start.first);
  const base = last === undefined ? onOrAfter(from ?? addDays(today, AHEAD_DAYS), weekday) : undefined;
  const missing = Math.max(0, count - there.length);
  const wanted = Array.from({ length: missing }, (_, index) =>
    base === undefined
      ? stepped(last?.start.last ?? today, request.every, index + 1, weekday)
      : stepped(base, request.every, index, weekday),
  );
  const span = {
    from: time ?? like.from,
    minutes: like.minutes,
    ...(time === undefined ? { like: like.like } : {}),
  };
  return {
    name: own.at(-1)?.series ?? name,
    party: own.at(-1)?.party ?? 'both',
    time: span,
    there: there.map(({ id, title, start }) => ({ id, title, day: start.first })),
    planned: freeDays(wanted, takenDays(register), from ?? addDays(today, 1)).map(({ day, moved }, index) => {
      const start = wallTimeFrom(day, span.from);
      const title = `${own.at(-1)?.series ?? name} ${String(own.length + index + 1)}`;
      return {
        title,
        start,
        end: addMinutes(start, span.minutes),
        ...(moved === undefined ? {} : { moved }),
      };
    }),
  };
}

const weekdayOf = (day: Day | undefined): number => {
  const weekday = day === undefined ? tuesday : isoWeekday(day);
  return weekday > 5 ? tuesday : weekday;
};

const onOrAfter = (day: Day, weekday: number): Day => addDays(day, (weekday - isoWeekday(day) + 7) % 7);

/** So many intervals after a day, on a weekday of that week. */
function stepped(base: Day, every: Interval, steps: number, weekday: number): Day {
  const day =
    'weeks' in every ? addDays(base, every.weeks * steps * 7) : monthsAfter(base, every.months * steps);
  return steps === 0 ? day : addDays(day, weekday - isoWeekday(day));
}

/** The same date of a later month, or the last day of that month. */
function monthsAfter(day: Day, months: number): Day {
  const { year, month, day: date } = dayParts(day);
  const [toYear, toMonth] = [year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1];
  const found = dayFrom(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
  if (found === undefined) throw new RangeError(`no such month: ${String(toYear)}-${String(toMonth)}`);
  return found;
}

interface Placed {
  readonly day: Day;
  readonly moved?: PlannedWebinar['moved'];
}

/** Each wanted day, or the nearest free one: the later of two that are as near. None is on the day of another. */
function freeDays(wanted: readonly Day[], taken: ReturnType<typeof takenDays>, from: Day): readonly Placed[] {
  const used = new Map(taken);
  return wanted.map((day) => {
    const because = notFree(day, used);
    const found = because === undefined ? day : nearestFree(day, used, from);
    if (found === undefined) {
      throw new UserError(
        msg`No day within ${MOST_MOVED} days of ${spokenDate(day)} is free.`,
        msg`Choose another day with --from, another --weekday, or another interval with --every.`,
      );
    }
    used.set(found, thisSeries);
    return { day: found, ...(because === undefined ? {} : { moved: { from: day, because } }) };
  });
}

function nearestFree(day: Day, taken: ReturnType<typeof takenDays>, from: Day): Day | undefined {
  for (let away = 1; away <= MOST_MOVED; away += 1) {
    const near = [addDays(day, away), addDays(day, -away)];
    const free = near.find((one) => one >= from && notFree(one, taken) === undefined);
    if (free !== undefined) return free;
  }
  return undefined;
}
