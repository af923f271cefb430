/** What the papers of a quarterly meeting say of it: when and where, who is called, the meetings before and after. */
import { msg } from '../../domain/msg.ts';
import { groupBy } from '../../domain/group.ts';
import { goodMeetingDays } from '../../domain/holidays.ts';
import { quarterName, quarterOf } from '../../domain/quarter.ts';
import { addDays, dayParts, type Day, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Register } from '../../register/register.ts';
import type { Contact } from '../../register/tabs/contacts.ts';
import { approvalOf, type PartyApproval } from '../minutes/approval.ts';
import {
  isHeld,
  meetingAfter,
  meetingDay,
  meetingsOf,
  namedMeeting,
  neighbours,
  type Meeting,
} from '../meetings.ts';
import { namesOf } from '../people.ts';
import { titlesOf } from '../titles.ts';
import { invitedTo } from './called.ts';
import type { AgendaView } from './view.ts';

/** When the meeting begins (Oslo time). Throws UserError where nobody has written a time of day. */
export function startOf(meeting: Meeting): WallTime {
  if (meeting.start.time !== undefined) return meeting.start.time;
  throw new UserError(
    msg`${meeting.id} «${meeting.title}» has no time of day.`,
    msg`Write date and time in Start in row ${meeting.at.row} of Aktiviteter, for example ${meeting.start.first.split('-').reverse().join('.')} 10:00.`,
  );
}

/**
 * How papers name the meetings before and after; the one before with its minutes. Where none is planned after it, days that
 * suit one. `now` is Oslo time.
 */
export function meetingsAround(
  register: Register,
  meeting: Meeting,
  now: WallTime,
): Pick<AgendaView, 'lastMeeting' | 'nextMeeting' | 'isNextUnclear' | 'suggestedDays'> {
  const { last } = neighbours(register, meeting);
  const { nextMeeting, isNextUnclear } = meetingAfter(register, meeting);
  const isToPlan = nextMeeting === undefined && !isNextUnclear;
  return {
    lastMeeting: last && {
      ...namedMeeting(register, last),
      minutes: last.minutes,
      approval: approvalView(register, last, now),
    },
    ...{ nextMeeting, isNextUnclear },
    suggestedDays: isToPlan ? [...suggestedDays(meetingDay(meeting))] : [],
  };
}

/**
 * What stands of the minutes of a meeting. Undefined where nothing is known: minutes are linked to that the record has no
 * version of, and nobody has approved them, as in registers that are older than both; or the meeting is not over.
 */
function approvalView(
  register: Register,
  meeting: Meeting,
  now: WallTime,
): NonNullable<AgendaView['lastMeeting']>['approval'] {
  if (!isHeld(meeting, now)) return undefined;
  const { version, parties, isWhole } = approvalOf(register, meeting, now);
  const those = (...states: readonly PartyApproval['is'][]): PartyApproval['party'][] =>
    parties.filter(({ is }) => states.includes(is)).map(({ party }) => party);
  const isKnown = version !== undefined || parties.some(({ is }) => is !== 'silent');
  const isMissing = !isKnown && meeting.minutes === undefined;
  if (!isKnown && !isMissing) return undefined;
  return {
    ...{ isMissing, isWhole, by: those('approved'), silent: those('consent') },
    on: parties
      .flatMap(({ is, on }) => (is === 'approved' && on !== undefined ? [on] : []))
      .sort()
      .at(-1),
    ...{ earlier: those('earlier'), unclear: those('unclear') },
    lacking: those('silent', 'half', 'refused', 'ahead'),
  };
}

/** Free Thursdays in the suitable weeks, in the quarter after the meeting's. */
export function suggestedDays(after: Day): readonly Day[] {
  const { year } = dayParts(after);
  const wanted = quarterName(quarterOf(addDays(after, 92)));
  return [...goodMeetingDays(year), ...goodMeetingDays(year + 1)]
    .filter((day) => quarterName(quarterOf(day)) === wanted)
    .slice(0, 3);
}

/** The head of the meeting's papers. Throws UserError as `startOf`. */
export function meetingView(register: Register, meeting: Meeting): AgendaView['meeting'] {
  const { id, party, responsible, place, link, end } = meeting;
  const day = meetingDay(meeting);
  const ofYear = meetingsOf(register).filter(
    (other) => dayParts(meetingDay(other)).year === dayParts(day).year,
  );
  const other = {
    bylivsenteret: 'distriktssenteret',
    distriktssenteret: 'bylivsenteret',
    both: undefined,
  } as const;
  return {
    id,
    title: titlesOf(register)(meeting),
    number: ofYear.findIndex((candidate) => candidate.id === id) + 1,
    year: dayParts(day).year,
    quarter: quarterOf(day),
    start: startOf(meeting),
    end: end?.time,
    place,
    link,
    host: party,
    chair: namesOf(register)(responsible),
    minuteTaker: other[party],
    invited: invitedView(invitedTo(register, day), party),
  };
}

/** By party, the host first; people of neither party last. */
function invitedView(
  contacts: readonly Contact[],
  host: AgendaView['meeting']['host'],
): AgendaView['meeting']['invited'] {
  const byParty = groupBy(contacts, ({ party }) => party);
  const parties = (['bylivsenteret', 'distriktssenteret', 'both', undefined] as const).toSorted(
    (one, other) => Number(other === host) - Number(one === host),
  );
  return parties.flatMap((party) => {
    const people = byParty.get(party) ?? [];
    return people.length === 0
      ? []
      : [{ party, people: people.map(({ name, role, organisation }) => ({ name, role, organisation })) }];
  });
}
