/**
 * How the cooperation went in a year: what was done in each of the agreement's six activities, by whom, with how much work,
 * and whom it reached. Same register, year and day: same report.
 */
import { dayOf, dayParts, type Day, type WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { agreementNumber, agreementNumbers, type AgreementNumber } from '../agreement-number.ts';
import type { KeyOf } from '../announcement/told-by-mail.ts';
import { requireSharing } from '../sharing.ts';
import { reachView } from './reach.ts';
import type { ReportActivity, ReportHappening, ReportView } from './view.ts';

export interface ReportRequest {
  readonly year: number;
  /** What the keys of the ledger are made with. */
  readonly keyOf: KeyOf;
}

/** The report's view. `now` is Oslo time. Throws UserError when nobody can tell what may be shown to the partner. */
export function report(register: Register, { year, keyOf }: ReportRequest, now: WallTime): ReportView {
  requireSharing(register);
  const today = dayOf(now);
  const all = happeningsOf(register, today);
  const activities = agreementNumbers.map((number) => activityView(register, all, number, year));
  const sum = (pick: (activity: ReportActivity) => number): number =>
    activities.reduce((total, activity) => total + pick(activity), 0);
  const own = sum(({ hours }) => hours.bylivsenteret);
  const theirs = sum(({ hours }) => hours.distriktssenteret);
  return {
    year,
    asOf: today,
    isWhole: dayParts(today).year > year,
    total: {
      done: sum(({ done }) => done),
      coming: sum(({ coming }) => coming),
      unconfirmed: sum(({ unconfirmed }) => unconfirmed),
      cancelled: sum(({ cancelled }) => cancelled),
    },
    hours: { bylivsenteret: own, distriktssenteret: theirs, total: own + theirs },
    activities,
    silent: activities.filter(({ isSilent }) => isSilent).map(({ number }) => number),
    webinars: {
      held: activities.find(({ number }) => number === '6')?.done ?? 0,
      ...reachView(register, year, keyOf),
    },
    cases: casesOf(register, year),
    actions: actionsOf(register, year, today),
  };
}

interface Happening extends Omit<ReportHappening, 'first' | 'last'> {
  readonly first: Day;
  readonly last: Day;
  readonly number: AgreementNumber;
}

const isIn = ({ first, last }: Pick<Happening, 'first' | 'last'>, year: number): boolean =>
  dayParts(first).year <= year && dayParts(last).year >= year;

function stateOf({ status, end }: Activity, last: Day, today: Day): Happening['state'] {
  if (status === 'cancelled' || status === 'done') return status;
  // What is going on without an end is not over.
  return last < today && (status !== 'ongoing' || end !== undefined) ? 'unconfirmed' : 'coming';
}

const isShown = ({ shared, status }: Activity): boolean => shared && status !== 'idea';

function happeningsOf(register: Register, today: Day): readonly Happening[] {
  const activities = register.activities.filter(isShown).flatMap((activity): readonly Happening[] => {
    const { id, title, type, party, start, end } = activity;
    if (start === undefined) return [];
    const last = end !== undefined && end.last > start.last ? end.last : start.last;
    const precision = start.precision === 'time' ? 'day' : start.precision;
    const state = stateOf(activity, last, today);
    return [{ id, title, number: agreementNumber[type], precision, first: start.first, last, party, state }];
  });
  return [...activities, ...dialoguesOf(register, activities, today)].sort((one, other) =>
    one.first < other.first ? -1 : one.first > other.first ? 1 : 0,
  );
}

const fold = (text: string): string => text.toLocaleLowerCase('nb');

/** Contacts with county authorities count for activity 4, unless they stand among the activities as well. */
function dialoguesOf(
  { dialogues, activities }: Register,
  shown: readonly Happening[],
  today: Day,
): readonly Happening[] {
  const held = new Set(activities.filter((one) => !isShown(one)).map(({ id }) => id));
  const isTold = (date: Day, county: string): boolean =>
    shown.some(
      ({ first, title, number }) => number === '4' && first === date && fold(title).includes(fold(county)),
    ) ||
    activities.some(
      ({ id, start, title, type }) =>
        held.has(id) &&
        agreementNumber[type] === '4' &&
        start?.first === date &&
        fold(title).includes(fold(county)),
    );
  return dialogues
    .filter(({ date, county }) => !isTold(date, county))
    .map(({ id, county, topic, date, party }) => ({
      ...{ id, number: '4', precision: 'day', first: date, last: date, party },
      title: topic === undefined ? county : `${county}: ${topic}`,
      state: date > today ? 'coming' : 'done',
    }));
}

function activityView(
  register: Register,
  all: readonly Happening[],
  number: AgreementNumber,
  year: number,
): ReportActivity {
  const own = all.filter((happening) => happening.number === number);
  const inYear = own.filter((happening) => isIn(happening, year));
  const count = (state: Happening['state']): number => inYear.filter((one) => one.state === state).length;
  const done = inYear.filter(({ state }) => state === 'done');
  const by = (party: Happening['party']): number => done.filter((one) => one.party === party).length;
  const before = own.filter(({ state, last }) => state === 'done' && dayParts(last).year < year).at(-1);
  const isSilent = done.length === 0;
  return {
    number,
    ...{
      done: done.length,
      coming: count('coming'),
      unconfirmed: count('unconfirmed'),
      cancelled: count('cancelled'),
    },
    by: { bylivsenteret: by('bylivsenteret'), distriktssenteret: by('distriktssenteret'), both: by('both') },
    hours: hoursOf(register, number, year),
    happenings: inYear.map(({ number: _, ...happening }) => happening),
    isSilent,
    silentSince: isSilent ? before?.last : undefined,
  };
}

/** Hours are put in by the year in which an activity begins. */
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

/** Cases of the meetings of the year. */
function casesOf({ cases, activities }: Register, year: number): ReportView['cases'] {
  const meetings = new Set(
    activities
      .filter(
        ({ type, start }) =>
          type === 'quarterlyMeeting' && start !== undefined && dayParts(start.first).year === year,
      )
      .map(({ id }) => id),
  );
  const own = cases.filter(({ meeting }) => meeting !== undefined && meetings.has(meeting));
  const treated = own.filter(({ status }) => status === 'treated');
  return {
    treated: treated.length,
    decisions: treated.filter(({ kind, decision }) => kind === 'decision' && decision !== undefined).length,
    postponed: own.filter(({ status }) => status === 'postponed').length,
  };
}

function actionsOf({ actions }: Register, year: number, today: Day): ReportView['actions'] {
  const due = actions.filter(
    ({ deadline }) => deadline !== undefined && dayParts(deadline).year === year && deadline < today,
  );
  const count = (status: (typeof due)[number]['status']): number =>
    due.filter((action) => action.status === status).length;
  const done = count('done');
  const counted = due.length - count('dropped');
  return {
    due: due.length,
    ...{ done, open: count('open'), dropped: count('dropped') },
    donePercent: counted === 0 ? undefined : Math.round((done / counted) * 100),
  };
}
