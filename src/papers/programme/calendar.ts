/** The events of a programme in calendars: which number each has, and which must be taken out. */
import { saidTitle } from '../titles.ts';
import { parseSaidTime, type Facts } from '../../domain/statement.ts';
import { slotFacts } from '../record/slot-facts.ts';
import { isOff, slotSequence, slotStatements } from '../record/slot-record.ts';
import type { Compared } from './changes.ts';
import type { ProgrammeCalendar } from './view.ts';

/** The same for the life of a slot, in loose files and in mail. */
export const slotUid = (id: string): string => `${id.toLowerCase()}@felles.invalid`;

/**
 * A slot that calendars may have is in a released version, or its speaker was told of it. It is cancelled where its row is
 * declined, or the activity is cancelled; one whose row is gone until the version after the one that took it out.
 */
export function calendarOf({ register, last, activity, slots }: Compared): ProgrammeCalendar {
  const statements = slotStatements(register);
  const released = (last?.slots ?? []).map(({ about }) => about);
  const rows = register.slots.filter((slot) => slot.activity === activity.id).map(({ id }) => id);
  const isIn = new Set(slots.map(({ id }) => id));
  const numbered = [...new Set([...rows, ...released])].map((id) => {
    const facts = rows.includes(id) ? slotFacts(register, id) : undefined;
    const { last: given, draft } = slotSequence(statements, id, facts);
    const isHeld = facts !== undefined && isIn.has(id) && !isOff(facts);
    return { id, draft, isCancelled: !isHeld && given !== undefined };
  });
  return {
    sequences: new Map(numbered.map(({ id, draft }) => [id, draft])),
    cancelled: numbered.flatMap(({ id, isCancelled }) => {
      const said = statements.findLast((one) => one.about === id && one.sequence !== undefined);
      return isCancelled && said !== undefined ? cancelledSlot(id, said.facts) : [];
    }),
  };
}

/** A slot as calendars have it; none if they cannot: it had no time. */
function cancelledSlot(
  id: string,
  { title, titleNn, time, room, place }: Facts,
): ProgrammeCalendar['cancelled'] {
  const { start, end } = parseSaidTime(time ?? '') ?? {};
  if (start === undefined) return [];
  const where = [room, place].filter((part) => typeof part === 'string').join(', ');
  return [
    {
      ...{ id, title: saidTitle(id, title, titleNn), start, end },
      place: where === '' ? undefined : where,
    },
  ];
}
