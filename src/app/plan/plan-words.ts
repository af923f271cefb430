/** Days, and what speaks for and against them, in English for the terminal. */
import { quarterName, quarterOf } from '../../domain/quarter.ts';
import { isoWeekday, type Day, type WallTime } from '../../domain/time.ts';
import { blockedWords, holidayWords } from '../../language/problems/en-dates.ts';
import type { NotFree } from '../../papers/plan/free-days.ts';
import type { TimeOfMeeting } from '../../papers/plan/habits.ts';
import type { LeftOut, Near, Proposal } from '../../papers/plan/meeting-days.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `Thu 2027-03-11` */
export const dayWords = (day: Day): string => `${weekdays[isoWeekday(day) - 1] ?? ''} ${day}`;

/** `10:00` */
export const clockWords = (time: WallTime): string => time.slice(11);

/** `10:00–11:30` */
export function spanWords({ from, minutes }: TimeOfMeeting): string {
  const text = (at: number): string => {
    const time = at % 1440;
    return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
  };
  return `${text(from)}–${text(from + minutes)}`;
}

/** Why a day is not free. */
export function notFreeWords(because: NotFree): string {
  switch (because.why) {
    case 'weekend':
      return 'a weekend';
    case 'holiday':
      return holidayWords[because.holiday];
    case 'besideHoliday':
      return `next to ${holidayWords[because.holiday]}`;
    case 'keptFree':
      return blockedWords[because.blocked.why];
    case 'taken':
      return `${because.id} «${because.title}»`;
  }
}

const weeks = (days: number): string => {
  const count = Math.round(days / 7);
  return count === 1 ? '1 week' : `${String(count)} weeks`;
};

const nearWords = ({ id, day, days }: Near, side: 'after' | 'before'): string =>
  `${weeks(days)} ${side} ${id ?? quarterName(quarterOf(day))}`;

/** What speaks for a day: `week 11, which suits; 14 weeks after A-2026-021`. */
export function proposalWords({ week, isInMeetingWeek, before, after }: Proposal): string {
  const isNear = (near: Near | undefined): near is Near => near !== undefined && near.days < 365;
  return [
    `week ${String(week)}${isInMeetingWeek ? ', a good one' : ''}`,
    ...(isNear(before) ? [nearWords(before, 'after')] : []),
    ...(isNear(after) ? [nearWords(after, 'before')] : []),
  ].join('; ');
}

/** `not Thu 2027-03-25: Easter week` */
export function leftOutWords({ day, because }: LeftOut): string {
  if (because.why !== 'near') return `not ${dayWords(day)}: ${notFreeWords(because)}`;
  return `not ${dayWords(day)}: only ${nearWords(because, because.day <= day ? 'after' : 'before')}`;
}
