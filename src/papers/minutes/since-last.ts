/** What final minutes say of the time before the meeting: the minutes of the last one, and the actions that are done since. */
import { dayOf, wallTimeFrom, wallTimeOfUtc } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import { meetingsAround } from '../agenda/head.ts';
import type { AgendaView } from '../agenda/view.ts';
import { meetingDay, neighbours, type Meeting } from '../meetings.ts';
import type { DoneAction } from './versions.ts';

/** The last meeting with what stood of its minutes on the day of this one; undefined where nothing is known of them. */
export function lastMinutes(register: Register, meeting: Meeting): AgendaView['lastMeeting'] {
  const day = meetingDay(meeting);
  const statements = register.statements.filter(({ saidAt }) => {
    const time = wallTimeOfUtc(saidAt);
    return time !== undefined && dayOf(time) <= day;
  });
  const { lastMeeting } = meetingsAround(
    { ...register, statements },
    meeting,
    wallTimeFrom(day, 23 * 60 + 59),
  );
  return lastMeeting?.approval === undefined || lastMeeting.approval.isMissing ? undefined : lastMeeting;
}

/** The actions of earlier meetings that were done after the last meeting, up to the day of this one; none for the first meeting. */
export function doneSince(register: Register, meeting: Meeting): readonly DoneAction[] {
  const day = meetingDay(meeting);
  const { last } = neighbours(register, meeting);
  if (last === undefined) return [];
  const after = meetingDay(last);
  return register.actions.flatMap(({ id, action, responsible, status, doneOn, fromMeeting }) =>
    status === 'done' && doneOn !== undefined && doneOn > after && doneOn <= day && fromMeeting !== meeting.id
      ? [{ id, action, responsible, doneOn }]
      : [],
  );
}
