/** The quarterly meeting that somebody names to ask about its day or to set it, and days that flags name. */
import { spokenDate } from '../../language/spoken.ts';
import { msg } from '../../domain/msg.ts';
import { dayOf, type Day, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { activityById } from '../../papers/named-activity.ts';
import { activityNamed } from '../../papers/named-row.ts';
import { ignoreReports } from '../../register/cells/cell-parser.ts';
import { whenCell, type When } from '../../register/cells/when.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';

/** `now` is Oslo time. Throws UserError for a meeting that is over or cancelled, and for what is no quarterly meeting. */
export function askedMeeting(register: Register, text: string, now: WallTime): Activity {
  const meetings = register.activities.filter(({ type }) => type === 'quarterlyMeeting');
  const isPlanned = ({ status, start }: Activity): boolean =>
    ['planned', 'confirmed', 'ongoing'].includes(status) && (start?.last ?? '') >= dayOf(now);
  // A day is asked about and set while the meeting is an idea: where none is planned, the next idea is meant.
  const rows = meetings.some(isPlanned)
    ? meetings
    : meetings.map((one) => (one.status === 'idea' ? { ...one, status: 'planned' as const } : one));
  const meeting = activityById(
    register,
    activityNamed(text, register, rows, now),
    rows.map(({ id }) => id),
  );
  const named = `${meeting.id} «${meeting.title}»`;
  if (meeting.type !== 'quarterlyMeeting')
    throw new UserError(msg`${named} is not a quarterly meeting.`, msg`Name a row of the type Kvartalsmøte.`);
  if (meeting.status === 'cancelled' || meeting.status === 'done')
    throw new UserError(
      meeting.status === 'done' ? msg`${named} is done.` : msg`${named} is cancelled.`,
      msg`Name a meeting that is still to be held.`,
    );
  if (meeting.start !== undefined && meeting.start.last < dayOf(now))
    throw new UserError(
      msg`${named} was on ${spokenDate(meeting.start.last)}.`,
      msg`Write the new date in Start, or name a meeting that is still to be held.`,
    );
  return meeting;
}

/** A day, with a time of day or without. `today` is in Oslo. Throws UserError for what is no day, or is past. */
export function dayIn(text: string, flag: string, today: Day): When {
  const when = whenCell(text, ignoreReports);
  if (when === undefined || (when.precision !== 'day' && when.precision !== 'time'))
    throw new UserError(
      msg`«${text}» is no day.`,
      msg`Write --${flag} as 2027-03-11, 11.03.2027 or «11. mars 2027».`,
    );
  if (when.first < today)
    throw new UserError(
      msg`${spokenDate(when.first)} is past.`,
      msg`Write --${flag} with a day that is still to come.`,
    );
  return when;
}
