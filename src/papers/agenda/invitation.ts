/** The calendar event of a quarterly meeting. */
import { parseSaidTime } from '../../domain/statement.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { Contact } from '../../register/tabs/contacts.ts';
import { timeFact } from '../record/fact-values.ts';
import { invitedTo } from './called.ts';
import { meetingMailings } from './told.ts';

export interface Invited {
  readonly name: string;
  readonly email: string;
}

/** What a calendar entry says about a meeting, besides time and place. */
export interface Invitation {
  /** Stable for the life of the meeting. */
  readonly uid: string;
  /** REQUEST or CANCEL when people are invited; undefined when nobody is: then it is a file to import. */
  readonly method: 'REQUEST' | 'CANCEL' | undefined;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  /** A move or a cancellation has a higher number than what was mailed before (RFC 5546 section 2.1.4). */
  readonly sequence: number;
  readonly organizer: Invited | undefined;
  readonly attendees: readonly Invited[];
}

const withAddress = ({ name, email, organisation }: Contact): readonly Invited[] =>
  email === undefined
    ? []
    : [{ name: organisation === undefined ? name : `${name}, ${organisation}`, email }];

/**
 * Who calls the meeting and who is invited. The organiser is the address in the settings, otherwise the first of the
 * host's people on the list who has one. Everybody else on the list is asked to answer.
 */
function peopleOf(
  register: Register,
  { party: hosting, start }: Pick<Activity, 'party' | 'start'>,
): Pick<Invitation, 'organizer' | 'attendees'> {
  const invited = start === undefined ? [] : invitedTo(register, start.first);
  const { organiser } = settingsOf(register);
  if (organiser !== undefined) {
    const attendees = invited.flatMap(withAddress).filter(({ email }) => email !== organiser.email);
    return { organizer: organiser, attendees };
  }
  const host =
    invited.find(({ party, email }) => party === hosting && email !== undefined) ??
    invited.find(({ email }) => email !== undefined);
  const [organizer] = host === undefined ? [] : withAddress(host);
  return { organizer, attendees: invited.filter((contact) => contact !== host).flatMap(withAddress) };
}

/**
 * SEQUENCE of the meeting's event in a file or mailing that is made now: that of the last one that somebody may have, plus
 * one if the meeting has another time since, or was cancelled or is on again (RFC 5546 section 2.1.4). 0 for a meeting that
 * nobody was invited to by mail.
 */
export function meetingSequence(
  register: Register,
  meeting: Pick<Activity, 'id' | 'start' | 'end' | 'status'>,
): number {
  const mailings = meetingMailings(register, meeting.id);
  const highest = Math.max(0, ...mailings.map(({ sequence }) => sequence));
  const last = mailings.findLast(({ sequence }) => sequence === highest);
  const isOff = meeting.status === 'cancelled';
  const hasChanged = isOff !== (last?.facts.state === 'cancelled') || hasMoved(last?.facts.time, meeting);
  return highest + (hasChanged ? 1 : 0);
}

/** What is not known, such as an end that an old ledger does not tell, is not taken for a change. */
function hasMoved(said: string | null | undefined, meeting: Pick<Activity, 'start' | 'end'>): boolean {
  const now = timeFact(meeting);
  const [was, is] = [parseSaidTime(said ?? ''), parseSaidTime(now ?? '')];
  if (was?.start === undefined || is?.start === undefined) return was !== undefined && said !== now;
  return was.start !== is.start || (was.end !== undefined && was.end !== is.end);
}

/**
 * What a calendar should show follows the register: a planned meeting is tentative until its status is Bekreftet or a
 * mailing about it may be known to somebody, and a cancelled one is cancelled. REQUEST and CANCEL need an organizer and at least one attendee (RFC 5546 sections
 * 3.2.2 and 3.2.5).
 */
export function invitation(
  register: Register,
  meeting: Pick<Activity, 'id' | 'party' | 'status' | 'start' | 'end'>,
): Invitation {
  const people = peopleOf(register, meeting);
  const isCancelled = meeting.status === 'cancelled';
  const isTentative = meeting.status === 'planned' && meetingMailings(register, meeting.id).length === 0;
  const isForSomebody = people.organizer !== undefined && people.attendees.length > 0;
  return {
    ...people,
    uid: `${meeting.id.toLowerCase()}@felles.invalid`,
    method: isForSomebody ? (isCancelled ? 'CANCEL' : 'REQUEST') : undefined,
    status: isCancelled ? 'CANCELLED' : isTentative ? 'TENTATIVE' : 'CONFIRMED',
    sequence: meetingSequence(register, meeting),
  };
}
