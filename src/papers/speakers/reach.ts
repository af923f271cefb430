/** Who is written to about a slot: a contact, or an address alone; and in which written standard. */
import { comparedAddress } from '../../domain/compare.ts';
import type { StandardReason } from '../../domain/audience.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Day } from '../../domain/time.ts';
import { hasLeft } from '../../register/contact-index.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import type { Contact } from '../../register/tabs/contacts.ts';
import type { Slot } from '../../register/tabs/slots.ts';
import { contactChoice, organisationsOf } from '../announcement/standards.ts';
import { namesOf } from '../people.ts';

/** A person who can be written to. */
export interface Reachable {
  /** The contact's ID; for an address alone that of the slot. */
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly standard: NorwegianStandard;
  readonly reason: StandardReason;
}

/** Why nobody can be written to: no contact is given, or Kontakter does not have it, has no address, or says that it has left. */
export interface Unreachable {
  readonly why: 'none' | 'unknown' | 'no-address' | 'left';
}

export type Reach = Reachable | Unreachable;

/** Whom to write to about a slot on a day (Oslo). */
export function reachOf(
  register: Register,
  { id, contact: text, speaker }: Pick<Slot, 'id' | 'contact' | 'speaker'>,
  today: Day,
): Reach {
  if (text === undefined) return { why: 'none' };
  const contact = register.contacts.find(({ id: own, email }) =>
    text.includes('@')
      ? email !== undefined && comparedAddress(email) === comparedAddress(text)
      : own === text,
  );
  if (contact !== undefined) return contactReach(register, contact, today);
  if (!text.includes('@')) return { why: 'unknown' };
  const { neutralStandard } = settingsOf(register).announcements;
  return {
    ...{ id, name: namesOf(register)(speaker) ?? text, address: text, standard: neutralStandard },
    reason: { code: 'address-default' },
  };
}

/** What the contact has used or asked for comes first: this is a letter to one person. */
export function contactReach(register: Register, contact: Contact, today: Day): Reach {
  if (hasLeft(contact, today)) return { why: 'left' };
  const { id, name, email, standard: own } = contact;
  if (email === undefined) return { why: 'no-address' };
  const person = { id, name, address: email };
  if (own === 'nb' || own === 'nn') return { ...person, standard: own, reason: { code: 'own-choice' } };
  const { neutralStandard: standard } = settingsOf(register).announcements;
  const choice = contactChoice(contact, organisationsOf(register)(contact), { standard, from: 'settings' });
  return 'standard' in choice
    ? { ...person, ...choice }
    : { ...person, standard, reason: { code: 'address-default' } };
}
