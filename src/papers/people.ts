/** Names of people: a contact's ID may be written where a name or a role is asked for. */
import { normaliseId } from '../domain/id.ts';
import type { Register } from '../register/register.ts';

/** In this order papers list what each party has; last what nobody has said whose it is. */
export const partyOrder = ['bylivsenteret', 'distriktssenteret', 'both', undefined] as const;

/** The contact's name if the text is a contact's ID, otherwise the text itself. */
export function namesOf(register: Register): (text: string | undefined) => string | undefined {
  const names = new Map(register.contacts.map(({ id, name }) => [id, name]));
  return (text) => (text === undefined ? undefined : (names.get(normaliseId(text)) ?? text));
}
