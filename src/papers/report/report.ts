/**
 * How the cooperation went in a year: what was done in each of the agreement's six activities, by whom, with how much work,
 * whom it reached, and what is silent. Same register, year and day: same report.
 */
import { dayFrom, dayOf, dayParts, daysInMonth, type Day, type WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import { agreementNumbers } from '../agreement-number.ts';
import type { KeyOf } from '../announcement/suppressed.ts';
import { requireSharing } from '../sharing.ts';
import { activityView, countStates, happeningView, isIn, type Told } from './activities.ts';
import { happeningsOf, type Happening } from './happenings.ts';
import { actionsView, meetingsView } from './meetings.ts';
import { reachView } from './reach.ts';
import type { ReportActivity, ReportView } from './view.ts';

export interface ReportRequest {
  readonly year: number;
  readonly hasAppendix: boolean;
  /** What the keys of the ledger are made with. */
  readonly keyOf: KeyOf;
}

/** The report's view. `now` is Oslo time. Throws UserError when it is not known what may be shown to the partner. */
export function report(
  register: Register,
  { year, hasAppendix, keyOf }: ReportRequest,
  now: WallTime,
): ReportView {
  requireSharing(register);
  const today = dayOf(now);
  const told = { year, until: lastDayReported(year, today) };
  const all = happeningsOf(register, today);
  const inYear = all.filter((happening) => isIn(happening, year));
  const activities = agreementNumbers.map((number) => activityView(register, all, number, told));
  const next = inYear.find(({ state, first }) => state === 'coming' && first >= today);
  return {
    year,
    asOf: today,
    hasAppendix,
    isWhole: dayParts(today).year > year,
    total: countStates(inYear),
    hours: hoursOf(activities),
    activities,
    most: mostDone(activities),
    silent: silentOf(activities, all, told),
    next: next === undefined ? undefined : happeningView(next),
    months: monthsOf(inYear, year),
    webinars: reachView(register, year, keyOf),
    ...meetingsView(register, year, today),
    actions: actionsView(register, year, today),
  };
}

function lastDayReported(year: number, today: Day): Day {
  const end = dayFrom(year, 12, 31);
  return end !== undefined && end < today ? end : today;
}

function hoursOf(activities: readonly ReportActivity[]): ReportView['hours'] {
  const sum = (party: keyof ReportActivity['hours']): number =>
    activities.reduce((total, { hours }) => total + hours[party], 0);
  const [own, theirs] = [sum('bylivsenteret'), sum('distriktssenteret')];
  return { bylivsenteret: own, distriktssenteret: theirs, total: own + theirs };
}

const mostReported = 2;

/** The sort is stable: of two with equally much done, the first in the agreement comes first. */
function mostDone(activities: readonly ReportActivity[]): ReportView['most'] {
  return activities
    .filter(({ done }) => done > 0)
    .sort((one, other) => other.done - one.done)
    .slice(0, mostReported)
    .map(({ number, done }) => ({ number, done }));
}

function silentOf(
  activities: readonly ReportActivity[],
  all: readonly Happening[],
  { until }: Told,
): ReportView['silent'] {
  return activities
    .filter(({ isSilent }) => isSilent)
    .map(({ number, lastDone }) => ({
      number,
      lastDone,
      isPlanned: all.some((one) => one.number === number && one.state === 'coming' && one.last >= until),
    }));
}

export const states = ['done', 'coming', 'unconfirmed', 'cancelled'] as const;

/** An activity of several months counts in each of them, as in the wheel. */
function monthsOf(inYear: readonly Happening[], year: number): ReportView['months'] {
  return Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => {
    const [first, last] = [dayFrom(year, month, 1), dayFrom(year, month, daysInMonth(year, month))];
    if (first === undefined || last === undefined) return [];
    const own = inYear.filter((one) => one.first <= last && one.last >= first);
    const items = agreementNumbers.flatMap((number) =>
      states.map((state) => ({
        number,
        state,
        count: own.filter((one) => one.number === number && one.state === state).length,
      })),
    );
    return [{ first, last, items: items.filter(({ count }) => count > 0) }];
  });
}
