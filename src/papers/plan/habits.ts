/** How the parties usually meet: when on the day, for how long, who was the host last, and what the meetings are called. */
import { isoWeekday, minutesBetween, minutesOf, type Day } from '../../domain/time.ts';
import type { Quarter } from '../../domain/quarter.ts';
import { quarterOf } from '../../domain/quarter.ts';
import type { SingleParty } from '../../register/announcement-settings.ts';
import { activityTypes } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { meetingsOf, type Meeting } from '../meetings.ts';

/** When on the day something is held. */
export interface TimeOfMeeting {
  /** Minutes since midnight. */
  readonly from: number;
  /** How long it takes. */
  readonly minutes: number;
  /** The ID of the row that it is taken from; absent where no row says it. */
  readonly like?: string | undefined;
}

/** Where no earlier one says when: ten o'clock, for an hour and a half. */
const usual: TimeOfMeeting = { from: 600, minutes: 90 };

/** No meeting that starts and ends on one day takes longer. */
const MOST_MINUTES = 720;

/** The time of day and the length of the last of these rows that says both; the rows are in order of time. */
export function timeLike(rows: readonly Pick<Activity, 'id' | 'start' | 'end'>[]): TimeOfMeeting {
  const like = rows.findLast(({ start, end }) => {
    if (start?.time === undefined || end?.time === undefined) return false;
    const minutes = minutesBetween(start.time, end.time);
    return minutes > 0 && minutes <= MOST_MINUTES;
  });
  if (like?.start?.time === undefined || like.end?.time === undefined) return usual;
  return {
    from: minutesOf(like.start.time),
    minutes: minutesBetween(like.start.time, like.end.time),
    like: like.id,
  };
}

/** How many meetings back a habit is looked for. */
const LOOK_BACK = 4;
const thursday = 4;

/** The weekday (1 Monday … 7 Sunday) on which most of the last four meetings were; Thursday where there are none, or none is most. */
export function usualWeekday(meetings: readonly Meeting[]): number {
  const counts = new Map<number, number>();
  for (const { start } of meetings.slice(-LOOK_BACK)) {
    if (start.precision !== 'time' && start.precision !== 'day') continue;
    const weekday = isoWeekday(start.first);
    counts.set(weekday, (counts.get(weekday) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const [only, other] = [...counts].filter(([, count]) => count === most);
  return only === undefined || other !== undefined || only[0] > 5 ? thursday : only[0];
}

const otherParty = { bylivsenteret: 'distriktssenteret', distriktssenteret: 'bylivsenteret' } as const;

/** The host of the next meeting, and the one before it that says so. */
export interface Host {
  readonly party: SingleParty;
  /** The meeting that the other party hosted: its ID, or its quarter where it is proposed in the same plan. Absent where none says so, and the first party begins. */
  readonly after?: string | undefined;
}

/** The host after these meetings, in order of time: the one that was not it last. A meeting of both parties counts as one turn. */
export function nextHost(
  meetings: readonly { readonly id: string; readonly party: Activity['party'] }[],
): Host {
  const at = meetings.findLastIndex(({ party }) => party !== 'both');
  const last = meetings[at];
  if (last === undefined || last.party === 'both') return { party: 'bylivsenteret' };
  const joint = meetings.length - 1 - at;
  return { party: joint % 2 === 0 ? otherParty[last.party] : last.party, after: last.id };
}

/** Meetings with a day before another day, in order of time; ideas are not among them. */
export const meetingsBefore = (register: Register, day: Day): readonly Meeting[] =>
  meetingsOf(register).filter(({ start }) => start.first < day);

/** `Kvartalsmøte 1. kvartal 2027`: the same in bokmål and nynorsk. */
const plainTitle = ({ number, year }: Quarter): string =>
  `${activityTypes.quarterlyMeeting[0]} ${String(number)}. kvartal ${String(year)}`;

/**
 * What the meeting of a quarter is called: as the last meeting, which was in the quarter `of`, with the new quarter («1. kvartal», «Q1») and
 * year in their places; in the plain form where the title of that one does not name both, or names one twice.
 */
export function titleLike(title: string, of: Quarter, quarter: Quarter): string {
  const number = new RegExp(
    String.raw`(?<![\p{L}\d])(?<letter>[qk]?)${String(of.number)}(?=(?<!\d{2})\. ?kvartal|(?<=[qk]\d)(?!\d))`,
    'giu',
  );
  const year = new RegExp(String.raw`(?<!\d)${String(of.year)}(?!\d)`, 'gu');
  const isNamedOnce = [number, year].every((form) => [...title.matchAll(form)].length === 1);
  if (!isNamedOnce) return plainTitle(quarter);
  return title.replace(number, `$<letter>${String(quarter.number)}`).replace(year, String(quarter.year));
}

/** The titles of the meeting of a quarter, after the last meeting of the register. `titleNn` only where that one has it. */
export function titlesFor(
  last: Meeting | undefined,
  quarter: Quarter,
): { readonly title: string; readonly titleNn?: string | undefined } {
  if (last === undefined) return { title: plainTitle(quarter) };
  const of = quarterOf(last.start.first);
  return {
    title: titleLike(last.title, of, quarter),
    ...(last.titleNn === undefined ? {} : { titleNn: titleLike(last.titleNn, of, quarter) }),
  };
}
