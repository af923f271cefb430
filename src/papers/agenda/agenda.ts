/**
 * The agenda of a quarterly meeting (the agreement's activity 2). Same register, request and clock: same agenda.
 */
import { isWorkingDay } from '../../domain/holidays.ts';
import { addDays, dayOf, type Day, type WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import { meetingDay, neighbours, requestedMeeting, type Meeting, type MeetingRequest } from '../meetings.ts';
import { requireSharing } from '../sharing.ts';
import { actionsView } from './actions.ts';
import { agreementView } from './agreement.ts';
import { casesView } from './cases.ts';
import { meetingsAround, meetingView, startOf } from './head.ts';
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
  const all = casesView(register, meeting, now, settings);
  const followUp = all.flatMap(followUpView);
  const cases = all.filter((item) => !isOnlyFollowedUp(item));
  const plan = planView(start, cases, settings.minutes);
  const startsAt = (what: PlannedItem['what']): string | undefined =>
    plan.find((item) => item.what === what)?.startsAt;
  const { actions, agreement } = settings.minutes;
  const today = dayOf(now);
  return {
    proposedFrom: proposedFrom(register, all),
    reference: meeting.id,
    asOf: today,
    meeting: meetingView(register, meeting),
    toRead: cases.filter(({ attachments }) => attachments.length > 0).map(toReadView),
    deadlines: deadlinesView(register, meeting, today),
    plan: [...plan],
    budget: budgetView(plan, start, meeting.end?.time),
    ...meetingsAround(register, meeting, now),
    actions: {
      minutes: actions,
      startsAt: startsAt('actions'),
      ...actionsView(
        register,
        meetingDay(meeting),
        today,
        new Map(all.map(({ id, number }) => [id, number])),
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
    ...{ caseCount: cases.length, followUp, followUpCount: followUp.length },
  };
}

/** The first number of a case that has none in the register: it is given when the agenda goes out, and may be another then. */
function proposedFrom(register: Register, all: readonly AgendaCase[]): AgendaView['proposedFrom'] {
  const given = new Set(register.cases.flatMap(({ id, number }) => (number === undefined ? [] : [id])));
  return all.find(({ id }) => !given.has(id))?.number;
}

function followUpView(item: AgendaCase): AgendaView['followUp'] {
  const { id, number, title, carried } = item;
  return carried !== undefined && isOnlyFollowedUp(item) ? [{ id, number, title, carried }] : [];
}

/** It was treated, and nobody has raised it anew. */
const isOnlyFollowedUp = ({ carried }: AgendaCase): boolean => carried?.wasTreated === true;

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
