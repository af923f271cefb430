/** Who somebody is: people may write a contact's ID where a name or a role is asked for. */
import { normaliseId } from '../domain/id.ts';
import type { Register } from '../register/register.ts';

/** Gives the name of the contact where the text is a contact's ID, else the text as it stands. */
export function namesOf(register: Register): (text: string | undefined) => string | undefined {
  const names = new Map(register.contacts.map(({ id, name }) => [id, name]));
  return (text) => (text === undefined ? undefined : (names.get(normaliseId(text)) ?? text));
}
