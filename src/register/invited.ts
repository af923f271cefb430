/** Who is invited to the quarterly meetings. */
import type { SingleParty } from './announcement-settings.ts';
import type { Day } from '../domain/time.ts';
import { hasLeft } from './contact-index.ts';
import { comparedList } from '../domain/compare.ts';
import { invitedList } from './list-names.ts';
import type { Party } from './lists.ts';

interface Listed {
  readonly lists?: readonly string[] | undefined;
  readonly party?: Party | undefined;
  readonly left?: Day | undefined;
}

/** Whether a contact is invited to a meeting on a day (Oslo): on the list, and not gone by then. */
export const isInvited = (contact: Listed, on: Day): boolean =>
  !hasLeft(contact, on) && contact.lists?.some((list) => comparedList(list) === invitedList) === true;

/** The parties from which nobody is invited to a meeting on a day. */
export function uninvitedParties(contacts: readonly Listed[], on: Day): readonly SingleParty[] {
  const called = new Set(contacts.filter((contact) => isInvited(contact, on)).map(({ party }) => party));
  if (called.has('both')) return [];
  return (['bylivsenteret', 'distriktssenteret'] as const).filter((party) => !called.has(party));
}
