/** Days that are proposed for quarterly meetings: who has not answered, and what can be decided. */
import { inFew } from '../../domain/few.ts';
import { dayOf, type Day, type WallTime } from '../../domain/time.ts';
import { activityStatuses } from '../../register/lists.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { isAsProposed } from '../plan/idea-rows.ts';
import { bestTimes, polledMeetings, pollOf, type Poll } from '../plan/poll.ts';
import type { DueRequest, Entry, Family } from './entry.ts';

/** Open while the meeting is an idea: then people can still answer, and the day can be set. */
export const pollEntries: Family = (request) =>
  polledMeetings(request.register).flatMap((id): readonly Entry[] => {
    const meeting = request.register.activities.find((one) => one.id === id);
    const poll = pollOf(request.register, id, dayOf(request.now));
    const isOpen = meeting?.type === 'quarterlyMeeting' && meeting.status === 'idea';
    return isOpen && poll !== undefined ? [entryOf(request, meeting, poll)] : [];
  });

function entryOf({ now }: DueRequest, meeting: Activity, poll: Poll): Entry {
  const { id, title } = meeting;
  const today = dayOf(now);
  const { silent, deadline = today } = poll;
  const isOver = poll.times.every(({ start }) => start <= now);
  const isLate = deadline < today;
  const base = {
    ...({
      name: `${id} poll`,
      matter: 'poll',
      changes: [],
      about: { tab: 'activities', id, title },
    } as const),
    since: isLate ? deadline : today,
  };
  if (isOver) {
    const note = `every day that was asked about is past: ask about others with «npm run plan -- --poll ${id} --days "…" --write»`;
    return { ...base, state: 'lapsed', note };
  }
  const state = isLate ? 'overdue' : 'due';
  if (silent.length > 0) return { ...base, state, note: silentNote(poll, silent.length, deadline) };
  const note = setNote(meeting, poll, now);
  if (note !== undefined) return { ...base, state, note };
  return { ...base, state, note: 'all have answered', command: `plan -- --decide ${id} --write` };
}

/** The row has the day that suits most, or another that was asked about and that somebody has put there. */
function setNote(meeting: Activity, poll: Poll, now: WallTime): string | undefined {
  const time = meeting.start?.time;
  const isIn = (times: Poll['times']): boolean => times.some(({ start }) => start === time);
  if (time === undefined || !(isIn(bestTimes(poll, now)) || (isIn(poll.times) && !isAsProposed(meeting))))
    return undefined;
  return `all have answered, and Start has ${time.replace('T', ' ')}: write ${activityStatuses.planned[0]} in Status`;
}

const silentNote = ({ silent, voters }: Poll, count: number, deadline: Day): string =>
  `${String(count)} of ${String(voters.length)} have not answered, by ${deadline}: ${inFew(silent.map(({ name }) => name))}`;
