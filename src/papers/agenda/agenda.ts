/**
 * The agenda of a quarterly meeting (the agreement's activity 2). Same register, request and clock: same agenda.
 */
import { goodMeetingDays, isWorkingDay } from '../../domain/holidays.ts';
import { quarterName, quarterOf } from '../../domain/quarter.ts';
import { addDays, dayOf, dayParts, type Day, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { groupBy } from '../../domain/group.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import type { Contact } from '../../register/tabs/contacts.ts';
import {
  meetingDay,
  meetingsOf,
  namedMeeting,
  requestedMeeting,
  type Meeting,
  type MeetingRequest,
} from '../meetings.ts';
import { namesOf } from '../people.ts';
import { titlesOf } from '../titles.ts';
import { requireSharing } from '../sharing.ts';
import { actionsView } from './actions.ts';
import { agreementView } from './agreement.ts';
import { invitedTo } from './called.ts';
import { casesView } from './cases.ts';
import { invitation } from './invitation.ts';
import { budgetView, planView } from './schedule.ts';
import type { AgendaCase, AgendaView, PlannedItem } from './view.ts';

/**
 * The agenda's view. `now` is Oslo time. Throws UserError when there is no such meeting, or it has no time of day.
 */
export function agenda(register: Register, request: MeetingRequest, now: WallTime): AgendaView {
  requireSharing(register);
  const meeting = requestedMeeting(register, request, now);
  const start = startOf(meeting);
  const around = neighbours(register, meeting);
  const settings = settingsOf(register);
  const cases = casesView(register, meeting, now, settings);
  const plan = planView(start, cases, settings.minutes);
  const startsAt = (what: PlannedItem['what']): string | undefined =>
    plan.find((item) => item.what === what)?.startsAt;
  const { actions, agreement } = settings.minutes;
  const today = dayOf(now);
  return {
    reference: meeting.id,
    asOf: today,
    meeting: meetingView(register, meeting, start),
    toRead: cases.filter(({ attachments }) => attachments.length > 0).map(toReadView),
    deadlines: deadlinesView(register, meeting, today),
    plan: [...plan],
    budget: budgetView(plan, start, meeting.end?.time),
    ...meetingsAround(register, around),
    suggestedDays: around.next === undefined ? [...suggestedDays(meetingDay(meeting))] : [],
    actions: {
      minutes: actions,
      startsAt: startsAt('actions'),
      ...actionsView(
        register,
        meetingDay(meeting),
        today,
        new Map(cases.map(({ id, number }) => [id, number])),
      ),
    },
    agreement: {
      minutes: agreement,
      startsAt: startsAt('agreement'),
      activities: [
        ...agreementView(register, meeting.id, {
          since: around.last === undefined ? undefined : meetingDay(around.last),
          today,
          until: around.next === undefined ? undefined : meetingDay(around.next),
        }),
      ],
    },
    cases: timed(cases, plan),
    caseCount: cases.length,
  };
}

function startOf(meeting: Meeting): WallTime {
  if (meeting.start.time !== undefined) return meeting.start.time;
  throw new UserError(
    `${meeting.id} «${meeting.title}» has no time of day.`,
    `Write date and time in Start in row ${String(meeting.at.row)} of Aktiviteter, for example ${meeting.start.first.split('-').reverse().join('.')} 10:00.`,
  );
}

/** The meetings before and after in order of time. */
function neighbours(
  register: Register,
  meeting: Meeting,
): { readonly last?: Meeting | undefined; readonly next?: Meeting | undefined } {
  const meetings = meetingsOf(register);
  const position = meetings.findIndex(({ id }) => id === meeting.id);
  return { last: meetings[position - 1], next: meetings[position + 1] };
}

/** How the agenda names the meetings before and after; the one before with its minutes. */
function meetingsAround(
  register: Register,
  { last, next }: ReturnType<typeof neighbours>,
): Pick<AgendaView, 'lastMeeting' | 'nextMeeting'> {
  return {
    lastMeeting: last && { ...namedMeeting(register, last), minutes: last.minutes },
    nextMeeting: next && namedMeeting(register, next),
  };
}

/** Free Thursdays in the suitable weeks, in the quarter after the meeting's. */
function suggestedDays(after: Day): readonly Day[] {
  const { year } = dayParts(after);
  const wanted = quarterName(quarterOf(addDays(after, 92)));
  return [...goodMeetingDays(year), ...goodMeetingDays(year + 1)]
    .filter((day) => quarterName(quarterOf(day)) === wanted)
    .slice(0, 3);
}

function meetingView(register: Register, meeting: Meeting, start: WallTime): AgendaView['meeting'] {
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
    start,
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

/** The cases, each with the time it starts. */
function timed(cases: readonly AgendaCase[], plan: readonly PlannedItem[]): AgendaView['cases'] {
  const times = plan.filter(({ what }) => what === 'case').map(({ startsAt }) => startsAt);
  return cases.map((item, index) => ({ ...item, startsAt: times[index] }));
}

const toReadView = ({ number, title, attachments }: AgendaCase): AgendaView['toRead'][number] => ({
  ...{ number, title, attachments },
});

/** The last working day up to so many days before the meeting; undefined once it is past. */
function deadline(meeting: Meeting, days: number, today: Day): Day | undefined {
  let day = addDays(meetingDay(meeting), -days);
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day < today ? undefined : day;
}

function deadlinesView(register: Register, meeting: Meeting, today: Day): AgendaView['deadlines'] {
  const { lateCaseDays, absenceDays } = settingsOf(register).agenda;
  const cases = deadline(meeting, lateCaseDays, today);
  const absence = deadline(meeting, absenceDays, today);
  if (cases === undefined && absence === undefined) return undefined;
  return { cases, absence, to: invitation(register, meeting).organizer?.email };
}
