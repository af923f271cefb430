/**
 * The agenda of a quarterly meeting (the agreement's activity 2). Same register, request and clock: same agenda.
 */
import { goodMeetingDays } from '../../domain/holidays.ts';
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
  const cases = casesView(register, meeting, now, settings.minutes.case);
  const plan = planView(start, cases, settings.minutes);
  const startsAt = (what: PlannedItem['what']): string | undefined =>
    plan.find((item) => item.what === what)?.startsAt;
  const { actions, agreement } = settings.minutes;
  const today = dayOf(now);
  return {
    reference: meeting.id,
    asOf: today,
    meeting: meetingView(register, meeting, start),
    plan: [...plan],
    budget: budgetView(plan, start, meeting.end?.time),
    lastMeeting: around.last === undefined ? undefined : namedMeeting(register, around.last),
    nextMeeting: around.next === undefined ? undefined : namedMeeting(register, around.next),
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
    ...sections(cases, plan),
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

/** The cases by kind, each with the time it starts. */
function sections(
  cases: readonly AgendaCase[],
  plan: readonly PlannedItem[],
): Pick<AgendaView, 'information' | 'discussion' | 'decision'> {
  const times = plan.filter(({ what }) => what === 'case').map(({ startsAt }) => startsAt);
  const timed = cases.map((item, index) => ({ ...item, startsAt: times[index] }));
  const section = (kind: AgendaCase['kind']): AgendaView['information'] => {
    const own = timed.filter((item) => item.kind === kind);
    return {
      minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
      startsAt: own[0]?.startsAt,
      cases: own,
    };
  };
  return {
    information: section('information'),
    discussion: section('discussion'),
    decision: section('decision'),
  };
}
