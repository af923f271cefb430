/** Unsuitable days, and quarters without a meeting. */
import { groupBy } from '../../domain/group.ts';
import { blockedOn, holidayOn, isWeekend } from '../../domain/holidays.ts';
import { problem, type Place, type Problem } from '../../domain/problem.ts';
import { quarterDays, quarterName, quarterOf, quartersOf, type Quarter } from '../../domain/quarter.ts';
import { dayOf, dayParts, isoWeekday, type Day } from '../../domain/time.ts';
import type { Rule } from '../register.ts';
import type { Checked } from '../tab.ts';
import type { Activity } from '../tabs/activities.ts';
import { comingCalls } from './activity-times.ts';
import { cellAt, nameOf, typed } from './at.ts';

/** What to report about a day on which people will meet. */
type Check = (at: Place, value: string | undefined) => Problem;

function checkOf(day: Day): Check | undefined {
  const holiday = holidayOn(day);
  if (holiday !== undefined) return (at, value) => problem('on-holiday', 'warning', at, { holiday }, value);
  if (isWeekend(day)) {
    return (at, value) => problem('on-weekend', 'warning', at, { weekday: isoWeekday(day) }, value);
  }
  const blocked = blockedOn(day);
  if (blocked === undefined) return undefined;
  const level = blocked.weight === 'hard' ? 'warning' : 'info';
  return (at, value) => problem('in-blocked-time', level, at, blocked, value);
}

/** No meeting or webinar is on a holiday or at a weekend; blocked times are questioned. */
export const meetingDays: Rule = function* (register, now) {
  const checks = new Map<Day, Check | undefined>();
  for (const { activity, start } of comingCalls(register, dayOf(now))) {
    const day = start.first;
    if (!checks.has(day)) checks.set(day, checkOf(day));
    const check = checks.get(day);
    if (check !== undefined) yield check(cellAt(register.tabs.activities, activity, 'start'), typed(start));
  }
};

type Meeting = Checked<Activity> & { readonly start: NonNullable<Activity['start']> };

/** Meetings that fall in one quarter for certain. Cancelled ones do not count. */
const isInOneQuarter = (activity: Checked<Activity>): activity is Meeting =>
  activity.type === 'quarterlyMeeting' &&
  activity.status !== 'cancelled' &&
  activity.start !== undefined &&
  quarterName(quarterOf(activity.start.first)) === quarterName(quarterOf(activity.start.last));

const inOrder = (one: Meeting, other: Meeting): number =>
  (one.start.time ?? one.start.first) < (other.start.time ?? other.start.first) ? -1 : 1;

/**
 * The agreement has one meeting in each quarter. Two are reported from the current year on; meetings of past years cannot
 * be corrected. An idea is not a second meeting.
 */
export const oneMeetingPerQuarter: Rule = function* ({ activities, tabs }, now) {
  const { year: thisYear } = dayParts(dayOf(now));
  const settled = activities
    .filter(isInOneQuarter)
    .filter(({ status, start }) => status !== 'idea' && dayParts(start.first).year >= thisYear);
  for (const meetings of groupBy(settled, ({ start }) => quarterName(quarterOf(start.first))).values()) {
    const sorted = meetings.toSorted(inOrder);
    const last = sorted.at(-1);
    if (last === undefined || sorted.length < 2) continue;
    const { number, year } = quarterOf(last.start.first);
    const at = cellAt(tabs.activities, last, 'start');
    const args = { quarter: number, year, ids: sorted.map((meeting) => nameOf(tabs.activities, meeting)) };
    yield problem('meetings-in-quarter', 'warning', at, args, typed(last.start));
  }
};

/**
 * Quarters of this year without a meeting, and of next year once that has one. Past quarters are only for information,
 * and quarters before the first recorded meeting are not reported. Nothing is reported while a meeting has a date that
 * cannot be read; one that can be read in two ways counts in both quarters.
 */
export const everyQuarterHasMeeting: Rule = function* ({ activities, tabs, unreadMeetings }, now) {
  if (tabs.activities === undefined || activities.length === 0) return;
  const today = dayOf(now);
  const { year } = dayParts(today);
  const meetings = activities.filter(isInOneQuarter);
  // A row that cannot be read is a problem already: a missing meeting would report it twice.
  const expected = unreadMeetings.filter(({ isDone }) => !isDone);
  if (expected.some(({ days }) => days.length === 0)) return;
  const unread = expected.flatMap(({ days }) => days);
  const days = [...meetings.map(({ start }) => start.first), ...unread.map(({ first }) => first)];
  const taken = new Set(days.map((day) => quarterName(quarterOf(day))));
  const nextYear = quartersOf(year + 1);
  const isPlannedAhead = nextYear.some((quarter) => taken.has(quarterName(quarter)));
  const first = meetings.reduce<Day>(
    (earliest, { start }) => (start.first < earliest ? start.first : earliest),
    today,
  );
  for (const quarter of [...quartersOf(year), ...(isPlannedAhead ? nextYear : [])]) {
    if (taken.has(quarterName(quarter)) || quarterDays(quarter).last < first) continue;
    yield withoutMeeting(tabs.activities.name, quarter, today);
  }
};

function withoutMeeting(tab: string, quarter: Quarter, today: Day): Problem {
  const level = quarterDays(quarter).last < today ? 'info' : 'warning';
  return problem('quarter-without-meeting', level, { tab }, { quarter: quarter.number, year: quarter.year });
}
