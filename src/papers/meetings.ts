/** The quarterly meetings in the order in which they are held. Several papers go from meeting to meeting. */
import { msg } from '../domain/msg.ts';
import { inFew } from '../domain/few.ts';
import { spokenQuarter } from '../language/spoken.ts';
import { dayOf, type Day, type WallTime } from '../domain/time.ts';
import { quarterName, quarterOf, type Quarter } from '../domain/quarter.ts';
import type { StandardText } from '../domain/standard-text.ts';
import { UserError } from '../domain/user-error.ts';
import type { Register, UnreadMeeting } from '../register/register.ts';
import type { Activity } from '../register/tabs/activities.ts';
import { activityById, seeActivities } from './named-activity.ts';
import { activityNamed } from './named-row.ts';
import { titlesOf } from './titles.ts';
import { refuseUnread, unreadBetween } from './unread-meetings.ts';

/** A quarterly meeting, planned or held, with a date. Its time of day may still be missing. */
export type Meeting = Activity & { readonly start: NonNullable<Activity['start']> };

const isDated = (activity: Activity): activity is Meeting =>
  activity.type === 'quarterlyMeeting' && activity.start !== undefined;

/** An idea is not a meeting yet, and a cancelled meeting is not one any more. */
const isMeeting = (activity: Activity): activity is Meeting =>
  isDated(activity) && activity.status !== 'cancelled' && activity.status !== 'idea';

/** The quarterly meeting with this ID, whatever its status, if it has a date. */
export const datedMeeting = (register: Register, id: string): Meeting | undefined =>
  register.activities.filter(isDated).find((one) => one.id === id);

/** The cancelled quarterly meeting with this ID, if it had a date. */
export function cancelledMeeting(register: Register, id: string): Meeting | undefined {
  const meeting = datedMeeting(register, id);
  return meeting?.status === 'cancelled' ? meeting : undefined;
}

/** Every quarterly meeting that has a date and is more than an idea, in order of time. */
export function meetingsOf(register: Register): readonly Meeting[] {
  const keyOf = ({ start, id }: Meeting): string => `${start.time ?? start.first} ${id}`;
  return register.activities.filter(isMeeting).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** Whether a meeting is over: past its end, otherwise past the end of its last day. */
export function isOver({ start, end }: Pick<Meeting, 'start' | 'end'>, now: WallTime): boolean {
  const until = end?.time ?? start.time;
  return until === undefined ? start.last < dayOf(now) : until < now;
}

/** Whether a meeting has been held: it is over, or its row says so. */
export const isHeld = (meeting: Meeting, now: WallTime): boolean =>
  meeting.status === 'done' || isOver(meeting, now);

/** The first meeting that is not over. */
export function nextMeeting(meetings: readonly Meeting[], now: WallTime): Meeting | undefined {
  return meetings.find((meeting) => !isHeld(meeting, now));
}

/**
 * The last meeting that is over. Throws UserError where a row that cannot be read may be a later one.
 */
export function lastMeeting(register: Register, now: WallTime): Meeting | undefined {
  const last = meetingsOf(register).findLast((meeting) => isHeld(meeting, now));
  refuseUnread(register, 'last', { from: last?.start.first, to: dayOf(now) });
  return last;
}

/** A meeting as other papers name it: its time as exactly as it is given. */
export interface NamedMeeting {
  readonly id: string;
  readonly title: StandardText;
  readonly when: Pick<Meeting['start'], 'precision' | 'first' | 'last'>;
  readonly time?: WallTime | undefined;
  readonly place?: string | undefined;
}

export function namedMeeting(register: Register, meeting: Meeting): NamedMeeting {
  const { id, start, place } = meeting;
  const { precision, first, last } = start;
  return {
    id,
    title: titlesOf(register)(meeting),
    when: { precision, first, last },
    time: start.time,
    place,
  };
}

/** The meeting after another one. `isNextUnclear`: a row with errors may be that meeting, so none is named. */
export interface NextMeeting {
  readonly nextMeeting: NamedMeeting | undefined;
  readonly isNextUnclear: boolean;
}

/** The meetings before and after another one, which may be cancelled. */
export function neighbours(
  register: Register,
  { start, id }: Meeting,
): { readonly last: Meeting | undefined; readonly next: Meeting | undefined } {
  const meetings = meetingsOf(register);
  const own = meetings.findIndex((one) => one.id === id);
  if (own !== -1) return { last: meetings[own - 1], next: meetings[own + 1] };
  // One that is cancelled has no place among them.
  const isBefore = (one: Meeting): boolean => one.start.first < start.first;
  return { last: meetings.findLast(isBefore), next: meetings.find((one) => !isBefore(one)) };
}

/** Rows with errors that may be the meeting before this one, or the one after it. */
export function unreadAround(
  register: Register,
  meeting: Meeting,
): Readonly<Record<'before' | 'after', readonly UnreadMeeting[]>> {
  const { last, next } = neighbours(register, meeting);
  const day = meeting.start.first;
  return {
    before: unreadBetween(register, { from: last?.start.first, to: day }),
    after: unreadBetween(register, { from: day, to: next?.start.first }),
  };
}

/** The first meeting that is planned after another one. */
export function meetingAfter(register: Register, meeting: Meeting): NextMeeting {
  const { next } = neighbours(register, meeting);
  const isNextUnclear = unreadAround(register, meeting).after.length > 0;
  const nextMeeting = next === undefined || isNextUnclear ? undefined : namedMeeting(register, next);
  return { nextMeeting, isNextUnclear };
}

/** Which meeting a paper is for: by ID, by quarter, or the next. */
export interface MeetingRequest {
  readonly meeting?: string;
  readonly quarter?: Quarter;
}

/** The request with the ID of the meeting that it names in another way. `now` is Oslo time. Throws UserError. */
export function namedMeetingRequest(
  register: Register,
  request: MeetingRequest,
  now: WallTime,
): MeetingRequest {
  if (request.meeting === undefined) return request;
  const rows = register.activities.filter(({ type }) => type === 'quarterlyMeeting');
  return { meeting: activityNamed(request.meeting, register, rows, now) };
}

/** A paper that a meeting has, unless it is cancelled or only an idea. */
export type MeetingPaper = 'agenda' | 'minutes';

function meetingById(
  register: Register,
  meetings: readonly Meeting[],
  id: string,
  paper: MeetingPaper,
): Meeting {
  const found = meetings.find((meeting) => meeting.id === id);
  if (found !== undefined) return found;
  const activity = activityById(register, id, []);
  if (activity.status === 'cancelled') {
    throw new UserError(
      msg`${id} «${activity.title}» is cancelled.`,
      paper === 'agenda'
        ? msg`A cancelled meeting has no agenda. Without --number, and with --mailing or --format ics, its cancellation is made. Change its status if that is wrong.`
        : msg`A cancelled meeting has no minutes. Change its status if that is wrong.`,
    );
  }
  if (activity.type === 'quarterlyMeeting' && activity.status === 'idea') {
    throw new UserError(
      msg`${id} «${activity.title}» is only an idea.`,
      paper === 'agenda'
        ? msg`An idea has no agenda. Set its status to Planlagt when it is decided.`
        : msg`An idea has no minutes. Set its status to Planlagt when it is decided.`,
    );
  }
  if (activity.type === 'quarterlyMeeting') {
    throw new UserError(
      msg`${id} «${activity.title}» has no date.`,
      msg`Write when it starts in row ${activity.at.row} of Aktiviteter.`,
    );
  }
  throw new UserError(
    msg`${id} «${activity.title}» is not a quarterly meeting.`,
    msg`Name a row of the type Kvartalsmøte.`,
  );
}

function meetingInQuarter(meetings: readonly Meeting[], quarter: Quarter): Meeting {
  const name = quarterName(quarter);
  const found = meetings.filter(({ start }) => quarterName(quarterOf(start.first)) === name);
  const [only, second] = found;
  if (only === undefined)
    throw new UserError(msg`There is no quarterly meeting in ${spokenQuarter(quarter)}.`, seeActivities());
  if (second === undefined) return only;
  const ids = inFew(found.map(({ id }) => id));
  throw new UserError(
    msg`There are several quarterly meetings in ${spokenQuarter(quarter)}: ${ids}.`,
    msg`Name the one you mean: --meeting ${only.id}`,
  );
}

/** The meeting that a paper was asked for. Throws UserError, with advice, when there is none. */
export function requestedMeeting(
  register: Register,
  request: MeetingRequest,
  now: WallTime,
  paper: MeetingPaper = 'agenda',
): Meeting {
  const meetings = meetingsOf(register);
  if (request.meeting !== undefined) return meetingById(register, meetings, request.meeting, paper);
  if (request.quarter !== undefined) return meetingInQuarter(meetings, request.quarter);
  const next = nextMeeting(meetings, now);
  refuseUnread(register, 'next', { from: dayOf(now), to: next?.start.first });
  if (next !== undefined) return next;
  if (register.tabs.activities === undefined) {
    throw new UserError(
      msg`The workbook has no tab Aktiviteter.`,
      msg`Run «npm run init» to add it. Existing content is not changed.`,
    );
  }
  const unread = register.tabs.activities.refused.size;
  if (unread > 0) {
    throw new UserError(
      msg`No quarterly meeting can be found among the rows of Aktiviteter that can be read; ${unread} cannot.`,
      msg`Run «npm run check»: it names each cell, and the meeting may be among them.`,
    );
  }
  if (register.activities.length === 0) {
    throw new UserError(
      msg`The register has no activities.`,
      msg`Write the next quarterly meeting in the tab Aktiviteter: type Kvartalsmøte, a title, the host and when it starts.`,
    );
  }
  throw new UserError(
    msg`No quarterly meeting is planned.`,
    msg`Write the next one in the tab Aktiviteter (type Kvartalsmøte, status Planlagt), or name one with --meeting.`,
  );
}

/** The day on which a meeting begins. */
export const meetingDay = (meeting: Meeting): Day => meeting.start.first;
