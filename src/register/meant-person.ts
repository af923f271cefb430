/** Which one of several contacts with a name or role is responsible for something, if that can be known. */
import type { Day } from '../domain/time.ts';
import { hasLeft, partyOfContact, type KnownPerson } from './contact-index.ts';
import type { Party } from './lists.ts';

/** The row's own party, and the day (Oslo). */
interface Asked {
  readonly party: Party | undefined;
  readonly today: Day;
}

/**
 * Of several with a name or role, the only one who is still there, or the only one of those who belongs to the party of the row.
 * A row without a party, or of both, singles out nobody: contacts without a party are of other organisations.
 */
export function meantOf<Contact extends KnownPerson>(
  contacts: readonly Contact[],
  { party, today }: Asked,
): Contact | undefined {
  const there = contacts.filter((contact) => !hasLeft(contact, today));
  const [only, second] = there;
  if (second === undefined) return only;
  if (party === undefined || party === 'both') return undefined;
  const own = there.filter((contact) => partyOfContact(contact) === party);
  return own.length === 1 ? own[0] : undefined;
}
