/** What speaks for and against days. */
import type { Holiday } from '../../domain/holidays.ts';
import { msg, spoken } from '../../domain/msg.ts';
import { quarterOf } from '../../domain/quarter.ts';
import { blockedWords, holidayWords } from '../../language/problems/en-dates.ts';
import { spokenPhrases, spokenQuarter, spokenWeekday } from '../../language/spoken.ts';
import type { NotFree } from '../../papers/plan/free-days.ts';
import type { TimeOfMeeting } from '../../papers/plan/habits.ts';
import { thisSeries } from '../../papers/plan/series.ts';
import type { LeftOut, Near, Proposal } from '../../papers/plan/meeting-days.ts';

/** `10:00–11:30`, «kl. 10.00–11.30» */
export function spanWords({ from, minutes }: TimeOfMeeting): string {
  const [before, point] = spoken() === 'en' ? ['', ':'] : ['kl.\u00A0', '.'];
  const text = (at: number): string => {
    const time = at % 1440;
    return `${String(Math.floor(time / 60)).padStart(2, '0')}${point}${String(time % 60).padStart(2, '0')}`;
  };
  return `${before}${text(from)}–${text(from + minutes)}`;
}

const holidayNamed = (holiday: Holiday): string => (spokenPhrases()?.holidays ?? holidayWords)[holiday];

/** Why a day is not free. */
export function notFreeWords(because: NotFree): string {
  switch (because.why) {
    case 'weekend':
      return msg`a weekend`;
    case 'holiday':
      return holidayNamed(because.holiday);
    case 'besideHoliday':
      return msg`next to ${holidayNamed(because.holiday)}`;
    case 'keptFree':
      return (spokenPhrases()?.blocked ?? blockedWords)[because.blocked.why];
    case 'taken':
      return because.id === thisSeries.id ? msg`this series` : `${because.id} «${because.title}»`;
  }
}

const weeks = (days: number): string => {
  const count = Math.round(days / 7);
  return count === 1 ? msg`${count} week` : msg`${count} weeks`;
};

function nearWords({ id, day, days }: Near, side: 'after' | 'before'): string {
  const meeting = id ?? spokenQuarter(quarterOf(day));
  return side === 'after' ? msg`${weeks(days)} after ${meeting}` : msg`${weeks(days)} before ${meeting}`;
}

/** What speaks for a day: `week 11, which suits; 14 weeks after A-2026-021`. */
export function proposalWords({ week, isInMeetingWeek, before, after }: Proposal): string {
  const isNear = (near: Near | undefined): near is Near => near !== undefined && near.days < 365;
  return [
    isInMeetingWeek ? msg`week ${week}, a good one` : msg`week ${week}`,
    ...(isNear(before) ? [nearWords(before, 'after')] : []),
    ...(isNear(after) ? [nearWords(after, 'before')] : []),
  ].join('; ');
}

/** `not Thu 2027-03-25: Easter week` */
export function leftOutWords({ day, because }: LeftOut): string {
  const left = spokenWeekday(day);
  if (because.why !== 'near') return msg`not ${left}: ${notFreeWords(because)}`;
  return msg`not ${left}: only ${nearWords(because, because.day <= day ? 'after' : 'before')}`;
}
