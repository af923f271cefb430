/** People in papers: their names where a cell has an ID, and the party that they belong to. */
import type { Register } from '../register/register.ts';
import type { Party } from '../register/lists.ts';
import { withoutIds } from '../register/contact-index.ts';
import { peopleIn } from '../register/people.ts';

/** In this order papers list what each party has; last what nobody has said whose it is. */
export const partyOrder = ['bylivsenteret', 'distriktssenteret', 'both', undefined] as const;

/** The text with the name of the contact in place of each contact's ID: «K-2026-001 og plansjefen». */
export function namesOf(register: Register): (text: string | undefined) => string | undefined {
  const names = new Map(register.contacts.map(({ id, name }) => [id, name]));
  return (text) => (text === undefined ? undefined : withoutIds(text, (id) => names.get(id)));
}

/**
 * The party that a text names, such as the one in `Meldt av`: by its name («NAL», «ledelsen i Bylivsenteret»), or through the
 * contacts that it names by ID, name or role. `both` where it names both; undefined where it says nothing about a party.
 */
export function partyOf(register: Register): (text: string | undefined) => Party | undefined {
  const people = peopleIn(register.contacts);
  const known = new Map<string | undefined, Party | undefined>();
  return (text) => {
    if (!known.has(text)) known.set(text, people.partyOf(text));
    return known.get(text);
  };
}
