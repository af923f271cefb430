/** The sample's cases: their form, their IDs and case numbers, and their rows in the tab `Saker`. */
import { quarterOf } from '../../domain/quarter.ts';
import { dayParts, type Day } from '../../domain/time.ts';
import { caseKinds, caseStatuses, parties, type CaseKind, type CaseStatus } from '../lists.ts';
import type { NewRow } from '../setup.ts';
import { rowId, rowOf, type NumberedActivities } from './activity.ts';
import { meetingDay, type SampleCalendar } from './calendar.ts';
import { comingCases } from './coming-cases.ts';
import { pastCases } from './past-cases.ts';
import { meetingKey } from './quarterly-meetings.ts';

export interface SampleCase {
  /** What actions point to it by. */
  readonly key?: string;
  /** How far the meeting is from the next, -1 the last one held. None: for the next, whichever that is. */
  readonly meeting?: number;
  readonly title: string;
  readonly kind: CaseKind;
  readonly raisedBy: 'bylivsenteret' | 'distriktssenteret';
  readonly minutes: number;
  readonly background: string;
  /** The key of an activity. */
  readonly activity?: string;
  readonly status: CaseStatus;
  readonly standing?: true;
  readonly decision?: string;
}

export interface NumberedCases {
  readonly rows: readonly NewRow[];
  /** The ID of the case with a key. Throws RangeError for a key that none has. */
  readonly idOf: (key: string) => string;
}

/** How many cases a meeting has that is not in the sample, so that numbers run on from it. */
const casesPerMeeting = 3;

/** IDs by the year of the meeting; case numbers for meetings that were held, as their agendas gave them. */
export function numberCases(calendar: SampleCalendar, activities: NumberedActivities): NumberedCases {
  const ids = new Map<string | undefined, string>();
  const idCounts = new Map<number, number>();
  const numberCounts = new Map<number, number>(firstNumber(calendar));
  const rows = [...pastCases, ...comingCases(calendar)].map((one) => {
    const { year } = dayParts(dayOfCase(calendar, one));
    const id = rowId('S', year, count(idCounts, year));
    const isHeld = one.meeting !== undefined && one.meeting < 0;
    const number = isHeld ? `Sak ${String(count(numberCounts, year))}/${String(year).slice(2)}` : undefined;
    ids.set(one.key, id);
    return caseRow(one, { id, number, calendar, activities });
  });
  return {
    rows,
    idOf: (key) => {
      const id = ids.get(key);
      if (id === undefined) throw new RangeError(`the sample has no case ${key}`);
      return id;
    },
  };
}

const dayOfCase = (calendar: SampleCalendar, { meeting = 0 }: SampleCase): Day =>
  meetingDay(calendar, meeting);

function count(counts: Map<number, number>, year: number): number {
  const next = (counts.get(year) ?? 0) + 1;
  counts.set(year, next);
  return next;
}

/** The oldest meeting with cases is seldom the first of its year. */
function firstNumber(calendar: SampleCalendar): readonly [year: number, before: number][] {
  const { year, number } = quarterOf(meetingDay(calendar, -4));
  return [[year, (number - 1) * casesPerMeeting]];
}

interface CaseContext {
  readonly id: string;
  readonly number: string | undefined;
  readonly calendar: SampleCalendar;
  readonly activities: NumberedActivities;
}

function caseRow(one: SampleCase, { id, number, calendar, activities }: CaseContext): NewRow {
  const meeting = one.meeting === undefined ? undefined : meetingKey(dayOfCase(calendar, one));
  return rowOf({
    ID: id,
    Møte: meeting === undefined ? undefined : activities.idOf(meeting),
    Tittel: one.title,
    Slag: caseKinds[one.kind][0],
    'Meldt av': parties[one.raisedBy][0],
    Minutter: one.minutes,
    Bakgrunn: one.background,
    Aktivitet: one.activity === undefined ? undefined : activities.idOf(one.activity),
    Status: caseStatuses[one.status][0],
    Fast: one.standing === true ? 'ja' : undefined,
    Vedtak: one.decision,
    Saksnr: number,
  });
}
