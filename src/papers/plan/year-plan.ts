/** Proposes the quarterly meetings of a year: in good weeks, about a quarter apart, on days that are free for both parties. */
import { quarterDays, quarterName, quarterOf, quartersOf, type Quarter } from '../../domain/quarter.ts';
import { addDays, dayOf, dayParts, type Day, type WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { takenDays } from './free-days.ts';
import {
  meetingsBefore,
  nextHost,
  timeLike,
  titlesFor,
  usualWeekday,
  type Host,
  type TimeOfMeeting,
} from './habits.ts';
import { chosenDays, leftOutIn, proposalOf, type Held, type LeftOut, type Proposal } from './meeting-days.ts';

/** People must have this many days from today: the agenda goes out two weeks before. */
const NOTICE_DAYS = 21;

/** What becomes of one quarter. */
export type QuarterPlan = { readonly quarter: string } & (
  | {
      readonly standing: 'there';
      readonly id?: string | undefined;
      /** Undefined where the row cannot be read. */
      readonly title?: string;
      /** The number of a row that cannot be read. */
      readonly row?: number;
      readonly when: Pick<NonNullable<Activity['start']>, 'precision' | 'first' | 'last' | 'time'>;
      readonly isIdea: boolean;
    }
  /** It is over, or too near to call anybody. */
  | { readonly standing: 'late' }
  /** Nothing is free. */
  | { readonly standing: 'none'; readonly leftOut: readonly LeftOut[] }
  | {
      readonly standing: 'proposed';
      readonly title: string;
      readonly titleNn?: string | undefined;
      readonly host: Host;
      /** The first choice, then the alternatives. */
      readonly proposals: readonly Proposal[];
      readonly leftOut: readonly LeftOut[];
    }
);

export interface YearPlan {
  readonly year: number;
  readonly time: TimeOfMeeting;
  readonly quarters: readonly QuarterPlan[];
  /** Coming meetings whose row does not say in which quarter: one may be meant for a quarter of this year. */
  readonly undated: readonly { readonly id: string; readonly title: string }[];
}

type Dated = Activity & { readonly start: NonNullable<Activity['start']> };

const isCounted = (activity: Activity): activity is Dated =>
  activity.type === 'quarterlyMeeting' && activity.status !== 'cancelled' && activity.start !== undefined;

const isIn =
  (quarter: Quarter) =>
  ({ start }: Dated): boolean =>
    [start.first, start.last].every((day) => quarterName(quarterOf(day)) === quarterName(quarter));

/** Whether a vague time may be in any of several quarters of a year. */
const mayBeIn = (year: number, { first, last }: Dated['start']): boolean =>
  dayParts(first).year <= year &&
  dayParts(last).year >= year &&
  quarterName(quarterOf(first)) !== quarterName(quarterOf(last));

const saysDay = ({ start }: Dated): boolean => start.precision === 'time' || start.precision === 'day';

const heldOf = ({ id, party, start }: Dated): Held => ({ id, party, day: start.first });

/** Nobody plans further ahead. */
const MOST_YEARS = 20;

/** The first year from this one on that lacks a meeting that can still be called. */
export function yearToPlan(register: Register, now: WallTime): number {
  const { year } = quarterOf(dayOf(now));
  const isOpen = (one: number): boolean =>
    yearPlan(register, one, now).quarters.some(
      ({ standing }) => standing === 'proposed' || standing === 'none',
    );
  const years = Array.from({ length: MOST_YEARS }, (_, index) => year + index);
  return years.find(isOpen) ?? year + MOST_YEARS;
}

/** The plan of a year. `now` is Oslo time. Meetings of the register count, ideas too, and are not proposed again. */
export function yearPlan(register: Register, year: number, now: WallTime): YearPlan {
  const counted = register.activities.filter(isCounted);
  const held: Held[] = counted.filter(saysDay).map(heldOf);
  const time = timeLike(meetingsBefore(register, quarterDays({ year, number: 4 }).last));
  const quarters = quartersOf(year).map((quarter): QuarterPlan => {
    const there = thereIn(register, counted, quarter);
    if (there !== undefined) return there;
    const plan = quarterPlan(register, quarter, now, { held, time });
    const [first] = plan.standing === 'proposed' ? plan.proposals : [];
    if (plan.standing === 'proposed' && first !== undefined)
      held.push({ day: first.day, party: plan.host.party });
    return plan;
  });
  const undated = register.activities
    .filter((one) => one.type === 'quarterlyMeeting' && one.status !== 'cancelled' && one.status !== 'done')
    .filter((one) => one.start === undefined || (isCounted(one) && mayBeIn(year, one.start)))
    .map(({ id, title }) => ({ id, title }));
  return { year, time, quarters, undated };
}

/** The meeting of a quarter, or the row of one that cannot be read. */
function thereIn(
  { unreadMeetings }: Register,
  counted: readonly Dated[],
  quarter: Quarter,
): QuarterPlan | undefined {
  const name = quarterName(quarter);
  const [one] = counted.filter(isIn(quarter));
  if (one !== undefined) {
    const { id, title, start, status } = one;
    const { precision, first, last, time } = start;
    const when = { precision, first, last, ...(time === undefined ? {} : { time }) };
    return { quarter: name, standing: 'there', id, title, when, isIdea: status === 'idea' };
  }
  const unread = unreadMeetings
    .flatMap(({ row, days }) => days.map(({ first }) => ({ row, first })))
    .find(({ first }) => quarterName(quarterOf(first)) === name);
  if (unread === undefined) return undefined;
  const when = { precision: 'day' as const, first: unread.first, last: unread.first };
  return {
    quarter: name,
    standing: 'there',
    row: unread.row,
    when,
    isIdea: false,
  };
}

interface Around {
  readonly held: readonly Held[];
  readonly time: TimeOfMeeting;
}

function quarterPlan(
  register: Register,
  quarter: Quarter,
  now: WallTime,
  { held, time }: Around,
): QuarterPlan {
  const name = quarterName(quarter);
  const { first, last } = quarterDays(quarter);
  const earliest = addDays(dayOf(now), NOTICE_DAYS);
  if (earliest > last) return { quarter: name, standing: 'late' };
  const meetings = meetingsBefore(register, first);
  const scope = {
    quarter,
    from: earliest > first ? earliest : first,
    weekday: usualWeekday(meetings),
    held,
    taken: takenDays(register),
  };
  const days = chosenDays(scope);
  const leftOut = leftOutIn(scope);
  if (days.length === 0) return { quarter: name, standing: 'none', leftOut };
  const before = held
    .filter(({ day }) => day < first)
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
  return {
    ...{ quarter: name, standing: 'proposed', leftOut },
    ...titlesFor(meetings.at(-1), quarter),
    host: nextHost(before.map(({ id, day, party }) => ({ id: id ?? quarterName(quarterOf(day)), party }))),
    proposals: days.map((day) => proposalOf(day, time, held)),
  };
}

/** The best days for a meeting that is in the register already, as the plan of its quarter would have them without it. */
export function daysFor(register: Register, id: string, quarter: Quarter, now: WallTime): readonly Day[] {
  const activities = register.activities.filter((one) => one.id !== id);
  // Later ideas can still be moved: they came after this one in the plan of the year.
  const { last } = quarterDays(quarter);
  const isFirm = ({ status, start }: Dated): boolean => status !== 'idea' || start.first <= last;
  const held = activities
    .filter(isCounted)
    .filter((one) => saysDay(one) && isFirm(one))
    .map(heldOf);
  const plan = quarterPlan({ ...register, activities }, quarter, now, { held, time: timeLike([]) });
  return plan.standing === 'proposed' ? plan.proposals.map(({ day }) => day) : [];
}
