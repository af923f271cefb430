/** What a message to a speaker is made from, so that a change after it was approved can be reported by name. */
import type { Register } from '../../register/register.ts';
import { activityStatuses, slotStatuses } from '../../register/lists.ts';
import type { SourceRow } from '../announcement/source.ts';
import { slotFacts } from '../record/slot-facts.ts';

const valuesOf = (values: Readonly<Record<string, string | null | undefined>>): SourceRow['values'] =>
  Object.fromEntries(
    Object.entries(values).flatMap(([heading, value]) =>
      typeof value === 'string' && value !== '' ? [[heading, value]] : [],
    ),
  );

/** The row of a slot and that of its activity; undefined where there is no such slot. */
export function speakerSource(register: Register, id: string): readonly SourceRow[] | undefined {
  const slot = register.slots.find((one) => one.id === id);
  const facts = slotFacts(register, id);
  if (slot === undefined || facts === undefined) return undefined;
  const activity = register.activities.find((one) => one.id === slot.activity);
  const { status, contact, answerBy } = slot;
  // Somebody who is asked may be marked as asked before the message has gone.
  const isAnswered = status === 'confirmed' || status === 'declined';
  const own = valuesOf({
    ...{ Tittel: facts.title, 'Tittel nynorsk': facts.titleNn, Start: facts.time, Rom: facts.room },
    ...{ Innleder: facts.speakers, Kontakt: contact, Svarfrist: answerBy },
    Status: isAnswered ? slotStatuses[status][0] : undefined,
  });
  const row = { tab: 'Program', id, values: own };
  if (activity === undefined) return [row];
  const { title, place, link, recording, slides } = activity;
  const isOff = activity.status === 'cancelled' || activity.status === 'done';
  const values = valuesOf({
    ...{ Tittel: title, Sted: place, Lenke: link, Presentasjoner: slides },
    Opptak: typeof recording === 'string' ? recording : undefined,
    Status: isOff ? activityStatuses[activity.status][0] : undefined,
  });
  return [row, { tab: 'Aktiviteter', id: activity.id, values }];
}

/** Addresses that stand in Program. */
export const speakerAddresses = ({ slots }: Register): readonly string[] =>
  slots.flatMap(({ contact = '' }) => (contact.includes('@') ? [contact] : []));
