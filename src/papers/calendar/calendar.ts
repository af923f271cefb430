/** Everything that both parties may see, as events for their calendars. Same register: same events. */
import { plainIn } from '../../domain/standard-text.ts';
import { dayOf, type WallTime } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { meetingSequence } from '../agenda/invitation.ts';
import { requireSharing } from '../sharing.ts';
import { titlesOf } from '../titles.ts';

export interface CalendarEntry {
  readonly id: string;
  /** Stable for the life of the activity. For a quarterly meeting it is that of its invitation. */
  readonly uid: string;
  /** That of the invitation for a quarterly meeting, otherwise 0: of imported files, the later one wins. */
  readonly sequence: number;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  /** Oslo time, or a day for an activity of whole days. */
  readonly start: string;
  readonly end: string | undefined;
  readonly title: string;
  readonly type: Activity['type'];
  readonly party: Activity['party'];
  readonly place: string | undefined;
  readonly link: string | undefined;
}

/** Activities with only a month or a season are in no calendar. */
export interface Calendar {
  readonly entries: readonly CalendarEntry[];
  /** Future activities without a day. */
  readonly undated: number;
}

/** A day is enough; a month is not. */
const isDated = ({ start }: Activity): boolean => start?.precision === 'time' || start?.precision === 'day';

/** An idea is nobody's appointment. */
const isAppointment = ({ shared, status }: Activity): boolean => shared && status !== 'idea';

const sureOf = ({ status }: Activity): CalendarEntry['status'] => {
  if (status === 'cancelled') return 'CANCELLED';
  return status === 'planned' ? 'TENTATIVE' : 'CONFIRMED';
};

/**
 * The calendar in one written standard: each activity under its title there (titles.ts). `now` is Oslo
 * time. Throws UserError when it is not known what may be shown to the partner.
 */
export function calendar(register: Register, standard: NorwegianStandard, now: WallTime): Calendar {
  requireSharing(register);
  const shown = register.activities.filter(isAppointment);
  const titleOf = titlesOf(register);
  const entries = shown
    .filter(isDated)
    .flatMap((activity) => entryOf(activity, plainIn(titleOf(activity), standard), register))
    .sort((one, other) => (`${one.start} ${one.id}` < `${other.start} ${other.id}` ? -1 : 1));
  const undated = shown.filter(
    (activity) =>
      !isDated(activity) &&
      activity.status !== 'done' &&
      activity.status !== 'cancelled' &&
      (activity.start === undefined || activity.start.last >= dayOf(now)),
  );
  return { entries, undated: undated.length };
}

function entryOf(activity: Activity, title: string, register: Register): readonly CalendarEntry[] {
  const { id, start, end, type, party, place, link } = activity;
  if (start === undefined) return [];
  // Only one end has a time: calendars take either two times or two days.
  const isTimed = start.time !== undefined && (end === undefined || end.time !== undefined);
  return [
    {
      id,
      uid: `${id.toLowerCase()}@felles.invalid`,
      sequence: type === 'quarterlyMeeting' ? meetingSequence(register, activity) : 0,
      status: sureOf(activity),
      start: isTimed ? (start.time ?? start.first) : start.first,
      end: isTimed ? end?.time : (end ?? start).last,
      title,
      type,
      party,
      place,
      link,
    },
  ];
}
