/** People who are named in the tabs: whether Kontakter has them, and whether they are still there. */
import { problem } from '../../domain/problem.ts';
import { dayOf } from '../../domain/time.ts';
import { heldWork } from '../left-work.ts';
import { namingsIn, type Naming } from '../namings.ts';
import { meantOf } from '../meant-person.ts';
import { peopleIn, type People } from '../people.ts';
import { contactIdsIn, hasLeft, type KnownPerson } from '../contact-index.ts';
import type { CheckedRegister, Rule } from '../register.ts';
import { cellAt } from './at.ts';

const placeOf = ({ tabs }: CheckedRegister, { tab, key, row }: Naming): ReturnType<typeof cellAt> =>
  cellAt<string>(tabs[tab], row, key);

/** A name that nobody in Kontakter has, and where it is. */
interface Unknown {
  readonly first: Naming;
  readonly text: string;
  readonly count: number;
}

/**
 * Somebody whom Kontakter does not have, once in each tab. Only where there is still something to do, or the name is nearly that
 * of a contact: people come and go, and what is done is history. Reported only once there are contacts.
 */
export const peopleAreKnown: Rule = function* (register, now) {
  if (!register.contacts.some(({ name }) => name !== undefined)) return;
  const people = peopleIn(register.contacts);
  for (const { first, text, count } of unknownIn(register, people, dayOf(now)).values()) {
    const { tab, organisation, work } = first;
    // Speakers come from anywhere, and in Dialog the county's own people are named too: they are told of only as a slip.
    const isGuest = tab === 'dialogues' || (tab === 'slots' && people.partyOf(organisation) === undefined);
    const nearest = isGuest && organisation !== undefined ? undefined : people.nearest(text);
    if (nearest === undefined && (work === undefined || isGuest)) continue;
    const args = nearest === undefined ? { count } : { count, nearest };
    yield problem('person-unknown', 'info', placeOf(register, first), args, text);
  }
};

function unknownIn(
  register: CheckedRegister,
  people: People<KnownPerson>,
  today: ReturnType<typeof dayOf>,
): ReadonlyMap<string, Unknown> {
  const found = new Map<string, Unknown>();
  const known = new Map<string, readonly string[]>();
  for (const naming of namingsIn(register, today)) {
    const { tab, key: column, text: cell, organisation, work } = naming;
    // Whom to write to is an ID or an address, and is checked as such.
    if (column === 'contact') continue;
    const name = `${cell}\n${organisation ?? ''}`;
    const texts = known.get(name) ?? unknownNames(people, cell, organisation);
    known.set(name, texts);
    for (const text of texts) {
      const key = `${tab}\n${text.toLowerCase()}`;
      const before = found.get(key);
      const first = before === undefined || (before.first.work === undefined && work !== undefined);
      found.set(key, {
        ...{ text, count: (before?.count ?? 0) + 1 },
        first: first ? naming : before.first,
      });
    }
  }
  return found;
}

/** Unknown IDs of contacts are reported as references. */
const unknownNames = (
  people: People<KnownPerson>,
  cell: string,
  organisation: string | undefined,
): readonly string[] =>
  people
    .find(cell, organisation)
    .flatMap(({ is, text }) => (is === 'unknown' && contactIdsIn(text).length === 0 ? [text] : []));

/** What is still that of a contact that has left, row by row: somebody must take over. */
export const nobodyLeftHasWork: Rule = function* (register, now) {
  const today = dayOf(now);
  const { contacts } = register;
  if (!contacts.some((contact) => hasLeft(contact, today))) return;
  for (const { contact, naming } of heldWork(register, contacts, today)) {
    const { name = contact.id ?? '', left = today } = contact;
    const args = { name, left, work: naming.work };
    yield problem('left-with-work', 'warning', placeOf(register, naming), args, naming.text);
  }
};

/** So many contacts are named at most. */
const MOST_NAMED = 5;

/** An open action whose responsible may be several contacts: nobody is written to, since nothing says who is meant. */
export const responsiblesAreOne: Rule = function* ({ actions, contacts, tabs }, now) {
  if (contacts.length === 0) return;
  const people = peopleIn(contacts);
  const today = dayOf(now);
  for (const action of actions) {
    const { responsible, party, status } = action;
    if (status !== 'open' || responsible === undefined) continue;
    for (const person of people.find(responsible)) {
      if (person.is !== 'several' || meantOf(person.contacts, { party, today }) !== undefined) continue;
      const ids = person.contacts.flatMap(({ id }) => id ?? []).slice(0, MOST_NAMED);
      const args = { ids, count: person.contacts.length };
      const at = cellAt(tabs.actions, action, 'responsible');
      yield problem('responsible-several', 'warning', at, args, person.text);
    }
  }
};
