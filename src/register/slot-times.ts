/** When a slot is: its own cells, or a time of day on the activity's day. */
import { addDays, wallTimeFrom, type Day, type WallTime } from '../domain/time.ts';
import type { TimeOfDay, When } from './cells/when.ts';
import type { Activity } from './tabs/activities.ts';
import type { Slot } from './tabs/slots.ts';

/** Oslo time. Undefined if it is not given, or the day is not known. */
export interface SlotTimes {
  readonly start: WallTime | undefined;
  readonly end: WallTime | undefined;
}

/** The one day of an activity; undefined if it lasts several days, or its day is not decided. */
export function onlyDay({ start, end }: Pick<Activity, 'start' | 'end'>): Day | undefined {
  const isOneDay = start !== undefined && start.first === start.last;
  return isOneDay && (end === undefined || end.last === start.first) ? start.first : undefined;
}

/** A time of day on a day. 24:00 is the midnight after. */
function timeOn(day: Day | undefined, { minutes }: TimeOfDay): WallTime | undefined {
  if (day === undefined) return undefined;
  return minutes === 1440 ? wallTimeFrom(addDays(day, 1), 0) : wallTimeFrom(day, minutes);
}

function resolve(time: When | TimeOfDay | undefined, day: Day | undefined): WallTime | undefined {
  if (time === undefined) return undefined;
  return 'minutes' in time ? timeOn(day, time) : time.time;
}

/**
 * When a slot starts and ends (Oslo time). A time of day alone is on the activity's only day; for the end, on the
 * day on which the slot itself starts, if that is given.
 */
export function slotTimes(
  slot: Pick<Slot, 'start' | 'end'>,
  activity: Pick<Activity, 'start' | 'end'>,
): SlotTimes {
  const day = onlyDay(activity);
  const { start, end } = slot;
  const ownDay = start !== undefined && 'first' in start && start.first === start.last ? start.first : day;
  return { start: resolve(start, day), end: resolve(end, ownDay) };
}
