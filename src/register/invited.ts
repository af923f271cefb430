/** Who is invited to the quarterly meetings. */
import type { SingleParty } from './announcement-settings.ts';
import { comparedList } from '../domain/compare.ts';
import { invitedList } from './list-names.ts';
import type { Party } from './lists.ts';

interface Listed {
  readonly lists?: readonly string[] | undefined;
  readonly party?: Party | undefined;
}

/** Whether a contact is on the list of those who are invited. */
export const isInvited = ({ lists }: Listed): boolean =>
  lists?.some((list) => comparedList(list) === invitedList) === true;

/** The parties from which nobody is invited. */
export function uninvitedParties(contacts: readonly Listed[]): readonly SingleParty[] {
  const called = new Set(contacts.filter(isInvited).map(({ party }) => party));
  if (called.has('both')) return [];
  return (['bylivsenteret', 'distriktssenteret'] as const).filter((party) => !called.has(party));
}
