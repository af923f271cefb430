/** When activities are, and whether their status has kept up. */
import { problem } from '../../domain/problem.ts';
import { dayOf, daysBetween, type Day } from '../../domain/time.ts';
import type { When } from '../cells/when.ts';
import { activityStatuses, activityTypes, type ActivityStatus, type ActivityType } from '../lists.ts';
import type { Register } from '../register.ts';
import type { Rule } from '../rules.ts';
import type { Activity } from '../tabs/activities.ts';
import { cellAt, isExact, typed } from './at.ts';

/** People are called to these, so that day and time must be known. */
const called: ReadonlySet<ActivityType> = new Set(['quarterlyMeeting', 'webinar']);
const settled: ReadonlySet<ActivityStatus> = new Set(['planned', 'confirmed', 'ongoing']);

/** Whether people are called to an activity of this type: a meeting or a webinar. */
const isCalled = ({ type }: Activity): boolean => called.has(type);

/** A meeting or webinar that is settled has a day and a time of day. An idea may be as vague as it likes. */
export const calledActivitiesHaveTime: Rule = function* ({ activities, tabs }) {
  for (const activity of activities) {
    const { type, status, start } = activity;
    if (!called.has(type) || !settled.has(status) || start?.time !== undefined) continue;
    const at = cellAt(tabs.activities, activity, 'start');
    const value = start === undefined ? undefined : typed(start);
    if (start !== undefined && !isExact(start)) {
      yield problem('date-too-vague', 'error', at, { precision: start.precision, needed: 'time' }, value);
    } else {
      yield problem('time-missing', 'error', at, { type: activityTypes[type][0] }, value);
    }
  }
};

/** The last day of an activity as far as it is known. What is going on without an end has none. */
function lastDay({ start, end, status }: Activity): Day | undefined {
  return end?.last ?? (status === 'ongoing' ? undefined : start?.last);
}

/** How many days people have to set the status after an activity, before it is worth a warning. */
const grace = 14;

/** What was to be over is done or cancelled; else the papers count it as still to come. */
export const statusFollowsTime: Rule = function* ({ activities, tabs }, now) {
  const today = dayOf(now);
  for (const activity of activities) {
    const until = settled.has(activity.status) ? lastDay(activity) : undefined;
    if (until === undefined || until >= today) continue;
    const level = daysBetween(until, today) > grace ? 'warning' : 'info';
    const at = cellAt(tabs.activities, activity, 'status');
    yield problem('status-behind', level, at, { until }, activityStatuses[activity.status][0]);
  }
};

/** Meetings and webinars that are still to come on a day that is settled. */
export function* comingCalls(
  { activities }: Register,
  today: Day,
): Generator<{ readonly activity: Activity; readonly start: When }> {
  for (const activity of activities) {
    const { start, status } = activity;
    if (start === undefined || !isExact(start) || start.first < today || !isCalled(activity)) continue;
    if (status !== 'cancelled' && status !== 'done') yield { activity, start };
  }
}
