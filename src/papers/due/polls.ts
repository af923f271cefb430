/** Days that are proposed for quarterly meetings: who has not answered, and what can be decided. */
import { dueNote, type DueNote } from '../../domain/due-note.ts';
import { dayOf, wallTimeOfUtc, type Day, type WallTime } from '../../domain/time.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { isChosen } from '../plan/chosen.ts';
import { isAsProposed } from '../plan/idea-rows.ts';
import { bestTimes, polledMeetings, pollOf, type Poll } from '../plan/poll.ts';
import type { DueRequest, Entry, Family } from './entry.ts';

/**
 * Until the day is chosen, of an idea also until its status says so. A meeting that is planned already may be asked about too:
 * then its day stands where it suits most, and where nobody has answered in time.
 */
export const pollEntries: Family = (request) =>
  polledMeetings(request.register).flatMap((id): readonly Entry[] => {
    const meeting = request.register.activities.find((one) => one.id === id);
    const poll = pollOf(request.register, id, dayOf(request.now));
    return poll !== undefined && meeting?.type === 'quarterlyMeeting' && mayBeAsked(meeting, request.now)
      ? entriesOf(request, meeting, poll)
      : [];
  });

/** Not about what is held, being held or cancelled. The proposed day of an idea may pass. */
const mayBeAsked = ({ status, start }: Activity, now: WallTime): boolean =>
  status === 'idea' ||
  (status !== 'done' &&
    status !== 'cancelled' &&
    status !== 'ongoing' &&
    (start === undefined || start.last >= dayOf(now)));

function entriesOf({ register, now }: DueRequest, meeting: Activity, poll: Poll): readonly Entry[] {
  const { id, title } = meeting;
  const today = dayOf(now);
  const { deadline = today } = poll;
  const isLate = deadline < today;
  const isSet = isChosen(register, meeting);
  const base = {
    ...({
      name: `${id} poll`,
      matter: 'poll',
      changes: [],
      about: { tab: 'activities', id, title },
    } as const),
    since: isLate ? deadline : today,
  };
  const hasDay = isPlanned(meeting);
  if (hasDay && (isSet || isCalled(register, meeting, deadline))) return [];
  if (poll.times.every(({ start }) => start <= now)) {
    return hasDay ? [] : [{ ...base, state: 'lapsed', notes: [dueNote('poll-over', { id })] }];
  }
  const state = isLate ? 'overdue' : 'due';
  const stands = hasDay && isIn(bestTimes(poll, now), meeting);
  if (poll.silent.length > 0 && !isSet && !(stands && isLate))
    return [{ ...base, state, notes: [silentNote(poll, deadline)] }];
  return stands ? [] : [{ ...base, state, ...toDecide(meeting, poll, isSet, now) }];
}

/** What is left to do when nobody is waited for: to decide, or, where the day is set, only to write the status. */
function toDecide(
  meeting: Activity,
  poll: Poll,
  isSet: boolean,
  now: WallTime,
): Pick<Entry, 'notes' | 'command'> & Partial<Pick<Entry, 'matter'>> {
  const { id, status, start } = meeting;
  const isIdea = status === 'idea';
  const answered = { answered: poll.voters.length - poll.silent.length, of: poll.voters.length };
  if (isIdea && (isSet || isTyped(meeting, poll, now)))
    return {
      matter: 'pollStatus',
      notes: [dueNote('poll-answered', { ...answered, time: start?.time })],
    };
  const time = isIdea ? undefined : start?.time;
  return {
    notes: [dueNote('poll-answered', { ...answered, time })],
    command: `plan -- --decide ${id} --write`,
  };
}

/** People were called to a day when the time for answers was over: whoever planned the meeting has chosen. */
const isCalled = ({ statements }: DueRequest['register'], { id }: Activity, deadline: Day): boolean =>
  statements.some(({ kind, about, saidAt }) => {
    const time = kind === 'agenda' && about === id ? wallTimeOfUtc(saidAt) : undefined;
    return time !== undefined && dayOf(time) > deadline;
  });

/** It is no idea, and has a time of day. */
const isPlanned = ({ status, start }: Activity): boolean => status !== 'idea' && start?.time !== undefined;

const isIn = (times: Poll['times'], { start }: Activity): boolean =>
  times.some((time) => time.start === start?.time);

/** The row has the day that suits most, or another that was asked about and that somebody has put there. */
const isTyped = (meeting: Activity, poll: Poll, now: WallTime): boolean =>
  isIn(bestTimes(poll, now), meeting) || (isIn(poll.times, meeting) && !isAsProposed(meeting));

const silentNote = ({ silent, voters }: Poll, deadline: Day): DueNote =>
  dueNote('poll-silent', { silent: silent.map(({ name }) => name), of: voters.length, deadline });
