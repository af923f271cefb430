/** The facts of a slot that a programme or a message to its speaker says. */
import { saidTimeText, type Facts } from '../../domain/statement.ts';
import { dayOf } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import { slotTimes } from '../../register/slot-times.ts';
import { orNone } from './fact-values.ts';

export function slotFacts(register: Register, about: string): Facts | undefined {
  const slot = register.slots.find(({ id }) => id === about);
  if (slot === undefined) return undefined;
  const activity = register.activities.find(({ id }) => id === slot.activity);
  const { start, end } = slotTimes(slot, activity ?? { start: undefined, end: undefined });
  const { title, titleNn, status, room, speaker, organisation } = slot;
  const time =
    start === undefined
      ? null
      : saidTimeText({ precision: 'time', first: dayOf(start), last: dayOf(end ?? start), start, end });
  return {
    state: activity?.status === 'cancelled' ? 'cancelled' : status,
    time,
    title: orNone(title),
    titleNn: orNone(titleNn),
    place: orNone(activity?.place),
    room: orNone(room),
    link: orNone(activity?.link),
    speakers: orNone(speaker),
    organisation: orNone(organisation),
  };
}
