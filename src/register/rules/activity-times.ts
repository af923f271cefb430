/** When activities are, and whether their status is up to date. */
import { problem } from '../../domain/problem.ts';
import { dayOf, daysBetween, type Day } from '../../domain/time.ts';
import type { When } from '../cells/when.ts';
import { activityStatuses, activityTypes, type ActivityStatus, type ActivityType } from '../lists.ts';
import type { CheckedRegister, Rule } from '../register.ts';
import type { Checked } from '../tab.ts';
import type { Activity } from '../tabs/activities.ts';
import { cellAt, isExact, typed } from './at.ts';

/** People are invited to these, so day and time must be known. */
const isCalled = (type: ActivityType | undefined): type is 'quarterlyMeeting' | 'webinar' =>
  type === 'quarterlyMeeting' || type === 'webinar';

const settled = ['planned', 'confirmed', 'ongoing'] as const satisfies readonly ActivityStatus[];
const isSettled = (status: ActivityStatus | undefined): status is (typeof settled)[number] =>
  settled.some((one) => one === status);

/** A decided meeting or webinar has a day and a time of day. An idea may be vague. */
export const calledActivitiesHaveTime: Rule = function* ({ activities, tabs }) {
  for (const activity of activities) {
    const { type, status, start } = activity;
    if (!isCalled(type) || !isSettled(status) || start?.time !== undefined) continue;
    if (activity.unread?.has('start') === true) continue;
    const at = cellAt(tabs.activities, activity, 'start');
    const value = start === undefined ? undefined : typed(start);
    if (start !== undefined && !isExact(start)) {
      yield problem('date-too-vague', 'error', at, { precision: start.precision, needed: 'time' }, value);
    } else {
      yield problem('time-missing', 'error', at, { type: activityTypes[type][0] }, value);
    }
  }
};

/** The last day of an activity as far as it is known. An ongoing activity without an end has none. */
function lastDay({ start, end, status }: Checked<Activity>): Day | undefined {
  return end?.last ?? (status === 'ongoing' ? undefined : start?.last);
}

/** How many days people have to set the status after an activity, before it is worth a warning. */
const grace = 14;

/** An activity in the past must be done or cancelled; otherwise the papers count it as still to come. */
export const statusFollowsTime: Rule = function* ({ activities, tabs }, now) {
  const today = dayOf(now);
  for (const activity of activities) {
    const { status } = activity;
    const until = isSettled(status) ? lastDay(activity) : undefined;
    if (!isSettled(status) || until === undefined || until >= today || activity.unread?.has('end') === true)
      continue;
    const level = daysBetween(until, today) > grace ? 'warning' : 'info';
    const at = cellAt(tabs.activities, activity, 'status');
    yield problem('status-behind', level, at, { until }, activityStatuses[status][0]);
  }
};

/** Future meetings and webinars with a known day. */
export function* comingCalls(
  { activities }: CheckedRegister,
  today: Day,
): Generator<{ readonly activity: Checked<Activity>; readonly start: When }> {
  for (const activity of activities) {
    const { type, start, status } = activity;
    if (start === undefined || !isExact(start) || start.first < today || !isCalled(type)) continue;
    if (status !== 'cancelled' && status !== 'done') yield { activity, start };
  }
}
