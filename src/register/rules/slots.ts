/** Slots: their times compared with those of their activity. */
import { problem, type Problem } from '../../domain/problem.ts';
import { parseWallTime, type WallTime } from '../../domain/time.ts';
import type { TimeOfDay, When } from '../cells/when.ts';
import type { CheckedRegister, Rule } from '../register.ts';
import { onlyDay, slotTimes } from '../slot-times.ts';
import { isBlank, type Checked } from '../tab.ts';
import type { Activity } from '../tabs/activities.ts';
import type { Slot } from '../tabs/slots.ts';
import { cellAt, isExact, typed } from './at.ts';

interface LiveSlot {
  readonly slot: Checked<Slot>;
  readonly activity: Checked<Activity>;
}

/** Slots that may take place, with their activities. */
export function* liveSlots({ slots, activities }: CheckedRegister): Generator<LiveSlot> {
  if (slots.length === 0) return;
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  for (const slot of slots) {
    const activity = byId.get(slot.activity ?? '');
    if (activity === undefined || slot.status === 'declined') continue;
    if (activity.status !== 'cancelled' && activity.status !== 'done') yield { slot, activity };
  }
}

/** A slot ends after it starts, says its day where the activity has several, and is within the activity, whatever its status. */
export const slotsFitActivity: Rule = function* (register) {
  for (const { slot, activity } of liveSlots(register)) {
    yield* daysGiven(register, { slot, activity });
    const { start, end } = slotTimes(slot, activity);
    if (start !== undefined && end !== undefined && end < start && slot.end !== undefined) {
      const at = cellAt(register.tabs.slots, slot, 'end');
      yield problem('end-before-start', 'error', at, { start }, typed(slot.end));
    } else {
      yield* within(register, { slot, activity });
    }
  }
};

const isTimeOfDay = (time: When | TimeOfDay | undefined): time is TimeOfDay =>
  time !== undefined && 'minutes' in time;

/** A time of day alone says nothing in an activity of several days. */
function* daysGiven({ tabs }: CheckedRegister, { slot, activity }: LiveSlot): Generator<Problem> {
  const { start } = activity;
  if (start === undefined || !isExact(start) || onlyDay(activity) !== undefined) return;
  if (isTimeOfDay(slot.start)) {
    const at = cellAt(tabs.slots, slot, 'start');
    yield problem('time-without-day', 'error', at, { why: 'several-days' }, typed(slot.start));
  }
  if (isBlank(slot, 'start') && isTimeOfDay(slot.end)) {
    const at = cellAt(tabs.slots, slot, 'end');
    yield problem('time-without-day', 'error', at, { why: 'several-days' }, typed(slot.end));
  }
}

/** The first and last moment of an activity, as exactly as it is given. */
function extentOf({
  start,
  end,
}: Checked<Activity>): { readonly from: string; readonly to: string } | undefined {
  if (start === undefined || !isExact(start)) return undefined;
  return { from: start.time ?? start.first, to: end?.time ?? end?.last ?? start.last };
}

const afterAll = '~';

/** Whether a time is outside. A day as the limit includes the whole day: `2026-03-12T10:00` sorts after `2026-03-12`. */
function isOutside(time: WallTime, { from, to }: { readonly from: string; readonly to: string }): boolean {
  const last = parseWallTime(to) ?? `${to}${afterAll}`;
  return time < from || time > last;
}

function* within({ tabs }: CheckedRegister, { slot, activity }: LiveSlot): Generator<Problem> {
  const extent = extentOf(activity);
  const { start, end } = slotTimes(slot, activity);
  if (extent === undefined) return;
  const early = start !== undefined && isOutside(start, extent);
  const late = end !== undefined && isOutside(end, extent) && !isMidnightAfter(end, extent.to);
  if (!early && !late) return;
  const key = early ? 'start' : 'end';
  const value = slot[key];
  if (value !== undefined) {
    yield problem('slot-outside-activity', 'error', cellAt(tabs.slots, slot, key), extent, typed(value));
  }
}

/** 24:00 on the last day is the midnight after it. */
const isMidnightAfter = (time: WallTime, to: string): boolean =>
  parseWallTime(to) === undefined && time.endsWith('T00:00') && time.slice(0, 10) > to;
