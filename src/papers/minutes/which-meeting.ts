/** Which meeting minutes are for: the one that is named, otherwise the one held last while its minutes are missing, otherwise the next. */
import { dayOf, daysBetween, type WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import { lastMeeting, meetingDay, namedMeetingRequest, requestedMeeting, type Meeting } from '../meetings.ts';

/** After so many days, minutes that nobody has made are not waited for any more. */
const MOST_DAYS = 60;

/** A meeting, and why it is that one. */
export type MinutesMeeting =
  | { readonly meeting: Meeting; readonly is: 'named' }
  | { readonly meeting: Meeting; readonly is: 'held'; readonly days: number }
  /** `last` is the one held last, where there is one, and why it is not that. */
  | {
      readonly meeting: Meeting;
      readonly is: 'next';
      readonly last: { readonly id: string; readonly has: 'minutes' | 'passed' } | undefined;
    };

/** Whether the minutes of a meeting are more than a draft: a version is kept, or a party has approved them. */
function hasMinutes({ statements }: Register, meeting: Meeting): boolean {
  const { id, approvedByBylivsenteret, approvedByDistriktssenteret } = meeting;
  return (
    (approvedByBylivsenteret ?? approvedByDistriktssenteret) !== undefined ||
    statements.some(({ kind, about }) => kind === 'minutesVersion' && about === id)
  );
}

/** `asked` is an ID, a title, `next` or `last`; `now` is Oslo time. Throws UserError where there is no such meeting. */
export function minutesMeeting(register: Register, asked: string | undefined, now: WallTime): MinutesMeeting {
  if (asked !== undefined) {
    const request = namedMeetingRequest(register, { meeting: asked }, now);
    return { meeting: requestedMeeting(register, request, now, 'minutes'), is: 'named' };
  }
  const last = lastMeeting(register, now);
  const days = last === undefined ? 0 : daysBetween(meetingDay(last), dayOf(now));
  const has = last !== undefined && hasMinutes(register, last);
  if (last !== undefined && !has && days <= MOST_DAYS) return { meeting: last, is: 'held', days };
  return {
    meeting: requestedMeeting(register, {}, now, 'minutes'),
    is: 'next',
    last: last && { id: last.id, has: has ? 'minutes' : 'passed' },
  };
}
