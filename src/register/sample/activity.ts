/** An activity of the sample before it has an ID, and its row in the tab `Aktiviteter`. */
import { groupBy } from '../../domain/group.ts';
import { addDays, dayParts, wallTimeFrom, type Day } from '../../domain/time.ts';
import type { NewValue } from '../../domain/workbook.ts';
import {
  activityStatuses,
  activityTypes,
  parties,
  type ActivityStatus,
  type ActivityType,
  type Party,
} from '../lists.ts';
import type { NewRow } from '../setup.ts';
import { workingDayBefore } from './days.ts';

/** A time of day on the clock in Oslo, `10:00`. */
export type Clock = `${number}:${number}`;

/** When an activity is: on a day, from day to day, or only `2018` or `våren 2027`, as people write it. */
export type SampleTime =
  | { readonly day: Day; readonly last?: Day; readonly from?: Clock; readonly to?: Clock }
  | { readonly words: string; readonly year: number }
  | { readonly unknown: true; readonly year: number };

export interface SampleActivity {
  /** What other rows of the sample point to it by. */
  readonly key?: string;
  readonly type: ActivityType;
  readonly title: string;
  readonly party: Party;
  readonly responsible: string;
  /** Where it is not plain from the day. */
  readonly status?: ActivityStatus;
  readonly time: SampleTime;
  readonly place?: string;
  readonly link?: string;
  readonly series?: string;
  readonly audience?: string;
  readonly area?: string;
  readonly description?: string;
  /** The address of the registration form, as long as it is ahead. */
  readonly registration?: string;
  /** The address of the recording, once it is behind. `no` where it is not recorded. */
  readonly recording?: string;
  /** The address of the presentations, once it is behind. */
  readonly slides?: string;
  /** Bylivsenteret's and Distriktssenteret's hours, once it is behind. */
  readonly hours?: readonly [bylivsenteret: number, distriktssenteret: number];
  readonly shared?: false;
  readonly note?: string;
}

/** The sample's activities with their IDs. */
export interface NumberedActivities {
  readonly rows: readonly NewRow[];
  /** The ID of the activity with a key. Throws RangeError for a key that none has. */
  readonly idOf: (key: string) => string;
}

/** Confirmed from six weeks before; until then planned. */
const daysBeforeConfirmed = 42;

const yearOf = (time: SampleTime): number => ('day' in time ? dayParts(time.day).year : time.year);

/** In the order of their IDs: within a year the quarterly meetings first, then by day; those without a day last. */
const sortKey = ({ type, time }: SampleActivity): string =>
  `${type === 'quarterlyMeeting' ? '0' : '1'} ${'day' in time ? time.day : '9999'}`;

/** Gives IDs by year, `A-2026-001` onwards. The order of rows is that of the IDs. */
export function numberActivities(activities: readonly SampleActivity[], today: Day): NumberedActivities {
  const byYear = [...groupBy(activities, ({ time }) => yearOf(time))].sort(([one], [other]) => one - other);
  const numbered = byYear.flatMap(([year, ofYear]) =>
    [...ofYear]
      .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : sortKey(one) > sortKey(other) ? 1 : 0))
      .map((activity, index) => ({ id: rowId('A', year, index + 1), activity })),
  );
  const ids = new Map(numbered.map(({ id, activity }) => [activity.key, id]));
  return {
    rows: numbered.map(({ id, activity }) => activityRow(id, activity, today)),
    idOf: (key) => {
      const id = ids.get(key);
      if (id === undefined) throw new RangeError(`the sample has no activity ${key}`);
      return id;
    },
  };
}

/** `S-2026-004`. */
export const rowId = (letter: string, year: number, number: number): string =>
  `${letter}-${String(year)}-${String(number).padStart(3, '0')}`;

/** A row without the cells that have nothing in them. */
export function rowOf(cells: Readonly<Record<string, NewValue | undefined>>): NewRow {
  const filled: Record<string, NewValue> = {};
  for (const [heading, value] of Object.entries(cells)) if (value !== undefined) filled[heading] = value;
  return filled;
}

export function minutesOf(clock: Clock): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

const moment = (day: Day, clock: Clock | undefined): NewValue =>
  clock === undefined ? { day } : { wallTime: wallTimeFrom(day, minutesOf(clock)) };

function startAndEnd(time: SampleTime): { readonly start?: NewValue; readonly end?: NewValue } {
  if ('words' in time) return { start: time.words };
  if ('unknown' in time) return {};
  const { day, last = day, from, to } = time;
  const hasEnd = to !== undefined || last !== day;
  return { start: moment(day, from), ...(hasEnd ? { end: moment(last, to) } : {}) };
}

/** From the day: behind, going on, near, or further ahead. */
function statusOf({ status, time }: SampleActivity, today: Day): ActivityStatus {
  if (status !== undefined) return status;
  if (!('day' in time)) return 'done';
  const { day, last = day } = time;
  if (last < today) return 'done';
  if (day <= today) return 'ongoing';
  return day <= addDays(today, daysBeforeConfirmed) ? 'confirmed' : 'planned';
}

function activityRow(id: string, activity: SampleActivity, today: Day): NewRow {
  const status = statusOf(activity, today);
  const isAhead = status === 'planned' || status === 'confirmed';
  const { start, end } = startAndEnd(activity.time);
  const deadline =
    isAhead && activity.registration !== undefined && 'day' in activity.time
      ? workingDayBefore(addDays(activity.time.day, -2))
      : undefined;
  return rowOf({
    ID: id,
    Type: activityTypes[activity.type][0],
    Tittel: activity.title,
    Part: parties[activity.party][0],
    Ansvarlig: activity.responsible,
    Status: activityStatuses[status][0],
    Start: start,
    Slutt: end,
    Sted: activity.place,
    Lenke: activity.link,
    Serie: activity.series,
    Målgruppe: activity.audience,
    Område: activity.area,
    Beskrivelse: activity.description,
    Påmelding: isAhead ? activity.registration : undefined,
    Påmeldingsfrist: deadline === undefined ? undefined : { day: deadline },
    Opptak: recordingOf(activity, status),
    Presentasjoner: status === 'done' ? activity.slides : undefined,
    'Timer Bylivsenteret': status === 'done' ? activity.hours?.[0] : undefined,
    'Timer Distriktssenteret': status === 'done' ? activity.hours?.[1] : undefined,
    'Del med partner': activity.shared === false ? 'nei' : undefined,
    Merknad: activity.note,
  });
}

function recordingOf({ recording }: SampleActivity, status: ActivityStatus): string | undefined {
  if (recording === undefined || recording === 'no') return recording === 'no' ? 'nei' : undefined;
  return status === 'done' ? recording : 'ja';
}
