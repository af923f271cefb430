/** The agreement's six activities in a year: what was done, by whom, and which of them are silent. */
import { dayFrom, dayParts, daysInMonth, type Day } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import { agreementNumber, type AgreementNumber } from '../agreement-number.ts';
import { singleParties } from '../../register/announcement-settings.ts';
import { isShown, type Happening } from './happenings.ts';
import type { ReportActivity, ReportHappening, ReportView } from './view.ts';

/** The year, and the last day of the report: today, or the year's last day when that is past. */
export interface Told {
  readonly year: number;
  readonly until: Day;
}

/**
 * The same day three months before, or the last day of that month. The parties meet once a quarter and look at all six
 * activities: an activity without progress in that time was silent from one meeting to the next.
 */
function threeMonthsBefore(day: Day): Day {
  const { year, month, day: date } = dayParts(day);
  const [then, of] = month > 3 ? [month - 3, year] : [month + 9, year - 1];
  return dayFrom(of, then, Math.min(date, daysInMonth(of, then))) ?? day;
}

export const isIn = ({ first, last }: Pick<Happening, 'first' | 'last'>, year: number): boolean =>
  dayParts(first).year <= year && dayParts(last).year >= year;

type Counts = ReportView['total'];

export function countStates(happenings: readonly Happening[]): Counts {
  const count = (state: Happening['state']): number => happenings.filter((one) => one.state === state).length;
  return {
    done: count('done'),
    coming: count('coming'),
    unconfirmed: count('unconfirmed'),
    cancelled: count('cancelled'),
  };
}

/** When something was last done; never later than the last day of the report. */
function lastDone(happenings: readonly Happening[], until: Day): Day | undefined {
  let last: Day | undefined;
  for (const { state, first, last: end } of happenings) {
    if (state !== 'done' || first > until) continue;
    const day = end < until ? end : until;
    if (last === undefined || day > last) last = day;
  }
  return last;
}

const isSilent = (last: Day | undefined, until: Day): boolean =>
  last === undefined || last < threeMonthsBefore(until);

/** One of the six. `happenings` are those of all years. */
export function activityView(
  register: Register,
  happenings: readonly Happening[],
  number: AgreementNumber,
  told: Told,
): ReportActivity {
  const own = happenings.filter((happening) => happening.number === number);
  const inYear = own.filter((happening) => isIn(happening, told.year));
  const last = lastDone(own, told.until);
  return {
    number,
    ...countStates(inYear),
    parties: partiesOf(own, inYear, told),
    hours: hoursOf(register, number, told.year),
    happenings: inYear.map(happeningView),
    isSilent: isSilent(last, told.until),
    lastDone: last,
  };
}

export function happeningView(happening: Happening): ReportHappening {
  const { id, title, precision, first, last, party, state } = happening;
  return { id, title, precision, first, last, party, state };
}

function partiesOf(
  own: readonly Happening[],
  inYear: readonly Happening[],
  { until }: Told,
): ReportActivity['parties'] {
  const counts = (party: Happening['party']): Counts =>
    countStates(inYear.filter((happening) => happening.party === party));
  const singles = singleParties.map((party) => {
    const last = lastDone(
      own.filter(({ takesPart }) => takesPart.includes(party)),
      until,
    );
    return { party, ...counts(party), isSilent: isSilent(last, until), lastDone: last };
  });
  const together = lastDone(
    own.filter(({ party }) => party === 'both'),
    until,
  );
  return [...singles, { party: 'both', ...counts('both'), isSilent: false, lastDone: together }];
}

/** Hours count in the year in which an activity begins. */
function hoursOf({ activities }: Register, number: AgreementNumber, year: number): ReportActivity['hours'] {
  const own = activities.filter(
    (activity) =>
      isShown(activity) &&
      agreementNumber[activity.type] === number &&
      activity.start !== undefined &&
      dayParts(activity.start.first).year === year,
  );
  const sum = (key: 'hoursBylivsenteret' | 'hoursDistriktssenteret'): number =>
    Math.round(own.reduce((total, activity) => total + (activity[key] ?? 0), 0));
  return { bylivsenteret: sum('hoursBylivsenteret'), distriktssenteret: sum('hoursDistriktssenteret') };
}
