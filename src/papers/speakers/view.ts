/** What the messages to a speaker say. Days are `2026-12-03`, times `2026-12-03T10:00`, both in Oslo. */
import { z } from 'zod';
import { parseSaidTime, type Difference } from '../../domain/statement.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import { namesOf } from '../people.ts';
import { day, period, standardText, text, time } from '../view-parts.ts';
import type { SpeakerMessage } from './standing.ts';
import { saidTitle, titlesOf } from '../titles.ts';

const change = z.object({
  what: z.enum(['time', 'title', 'place', 'room', 'link']),
  /** As it was said, and as it is; absent where there was none, or is none. */
  was: text.optional(),
  is: text.optional(),
  wasTime: time.optional(),
  wasEnd: time.optional(),
  isTime: time.optional(),
  isEnd: time.optional(),
});

export const speakerView = z.object({
  /** The ID of the slot. */
  reference: text,
  title: standardText,
  /** Absent where the row of the slot is gone. */
  activity: z.object({ title: standardText, when: period.optional() }).optional(),
  start: time.optional(),
  end: time.optional(),
  room: text.optional(),
  place: text.optional(),
  link: text.optional(),
  answerBy: day.optional(),
  /** Who asks. */
  sender: text,
  responsible: text.optional(),
  /** The address for the answer, as a link. */
  contact: text,
  changes: z.array(change),
  /** The speaker has been told that the slot is confirmed. */
  isConfirmed: z.boolean(),
  /** Whether the calendar has the slot, or gets it with this message. */
  hasCalendar: z.boolean(),
  /** The speaker has said no. */
  isDeclined: z.boolean(),
  recording: text.optional(),
  slides: text.optional(),
});

export type SpeakerView = z.infer<typeof speakerView>;

const there = (value: string | null | undefined): string | undefined => value ?? undefined;

/** The view of a message. `hasCalendar` says whether an event goes with it. */
export function viewOf(
  register: Register,
  { slot: id, facts, changes, isInCalendar, why }: SpeakerMessage,
  hasCalendar: boolean,
): SpeakerView {
  const slot = register.slots.find((one) => one.id === id);
  const activity = register.activities.find((one) => one.id === slot?.activity);
  const { sender, replyTo } = settingsOf(register).announcements;
  const { start, end } = parseSaidTime(facts.time ?? '') ?? {};
  const { recording, slides } = activity ?? {};
  return {
    reference: id,
    title: saidTitle(id, facts.title, facts.titleNn),
    activity: activity === undefined ? undefined : activityView(register, activity),
    ...{ start, end, room: there(facts.room), place: there(facts.place), link: there(facts.link) },
    answerBy: slot?.answerBy,
    sender: sender?.name ?? '',
    responsible: namesOf(register)(activity?.responsible),
    contact: `mailto:${replyTo ?? ''}`,
    changes: changes.flatMap(changeView),
    isConfirmed: isInCalendar,
    hasCalendar,
    isDeclined: why === 'declined',
    recording: typeof recording === 'string' && recording !== '' ? recording : undefined,
    slides,
  };
}

function activityView(register: Register, activity: Register['activities'][number]): SpeakerView['activity'] {
  const { start, end } = activity;
  const when =
    start === undefined
      ? undefined
      : { precision: start.precision, first: start.first, last: end?.last ?? start.last };
  return { title: titlesOf(register)(activity), when };
}

/** The other facts are not the speaker's own. */
function changeView(difference: Difference): SpeakerView['changes'] {
  if (difference.fact === 'time') {
    const { was, is } = difference;
    return [{ what: 'time', wasTime: was?.start, wasEnd: was?.end, isTime: is?.start, isEnd: is?.end }];
  }
  const { fact } = difference;
  if (fact !== 'title' && fact !== 'place' && fact !== 'room' && fact !== 'link') return [];
  return [{ what: fact, was: difference.was, is: difference.is }];
}
