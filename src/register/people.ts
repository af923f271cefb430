/**
 * Who is meant by a name in a cell: contacts by ID, address, name or role («Kari Nordmann, Bylivsenteret», «fagsjef og
 * plansjef»), a party or another group, or somebody whom Kontakter does not have. Nothing is guessed: a name that several have
 * gives all of them.
 */
import { ContactIndex, halves, narrowed, partyOfContact, type KnownPerson } from './contact-index.ts';
import type { Party } from './lists.ts';
import { nearestPerson } from './nearest-person.ts';
import { isGroup, isNobody, partyIn, partyNamed } from './person-words.ts';

/** Whom one name stands for. `text` is the name as it is in the cell. */
export type Person<Contact extends KnownPerson> =
  | { readonly is: 'contact'; readonly text: string; readonly contact: Contact }
  /** Several have this name or this role. */
  | { readonly is: 'several'; readonly text: string; readonly contacts: readonly Contact[] }
  /** A party, or another organisation or group; or nobody in particular. */
  | { readonly is: 'group'; readonly text: string; readonly party: Party | undefined }
  | { readonly is: 'unknown'; readonly text: string };

export interface People<Contact extends KnownPerson> {
  /**
   * Everybody whom a cell names, in its order. `organisation` is where they come from, if another cell of the row says so: a
   * contact of another organisation with the same name is somebody else.
   */
  readonly find: (cell: string, organisation?: string) => readonly Person<Contact>[];
  /** The name or role in Kontakter that an unknown one was probably meant to be. */
  readonly nearest: (text: string) => string | undefined;
  /** The party that a cell names, by its name or through its people; `both` where it names both. */
  readonly partyOf: (cell: string | undefined) => Party | undefined;
}

/** What may separate two names in a cell. A comma also stands before an organisation, and «og» in the name of a county. */
const separators = /\s*(?:[,;/&+]|\s(?:og|samt|and)\s)\s*/giu;
/** A cell with more names than this is prose. */
const MOST = 20;

/** The people of a register by the names in its cells. Contacts that have left are people too. */
export function peopleIn<Contact extends KnownPerson>(contacts: readonly Contact[]): People<Contact> {
  const index = new ContactIndex(contacts);
  const asPerson = (text: string, found: readonly Contact[]): Person<Contact> | undefined => {
    const [contact, second] = found;
    if (contact === undefined) return undefined;
    return second === undefined ? { is: 'contact', text, contact } : { is: 'several', text, contacts: found };
  };
  const beside = (text: string): readonly Contact[] => {
    for (const [first, last] of halves(text)) {
      const swapped = index.named(`${last} ${first}`);
      if (swapped.length > 0) return swapped;
      for (const [name, other] of [
        [first, last],
        [last, first],
      ] as const) {
        const own = narrowed(index.named(name), other, index.isGroup(other));
        if (own.length > 0) return own;
      }
    }
    return [];
  };
  const one = (written: string, organisation: string | undefined): Person<Contact> | undefined => {
    const text = written.replace(/,?\s+(?:m\.? ?fl\.?|med flere|med fleire|et al\.?)$/iu, '');
    const keyed = asPerson(text, index.keyed(text));
    if (keyed !== undefined) return keyed;
    const party = partyNamed(text);
    if (party !== undefined) return { is: 'group', text, party };
    const named = index.named(text);
    const own = organisation === undefined ? named : narrowed(named, organisation, true);
    const person = asPerson(text, own) ?? asPerson(text, beside(text));
    if (person !== undefined) return person;
    return index.isGroup(text) || isNobody(text) ? { is: 'group', text, party: partyIn(text) } : undefined;
  };
  const find: People<Contact>['find'] = (cell, organisation) => [
    ...peopleOf(cell, (text) => one(text, organisation)),
  ];
  let near: ReturnType<typeof nearestPerson> | undefined;
  return {
    find,
    nearest: (text) => (near ??= nearestPerson(contacts))(text),
    partyOf: (cell) => (cell === undefined ? undefined : partyOfAll(cell, find(cell))),
  };
}

/** Takes the longest run of names that is one person or group, again and again. */
function* peopleOf<Contact extends KnownPerson>(
  cell: string,
  one: (text: string) => Person<Contact> | undefined,
): Generator<Person<Contact>> {
  const ends = [...cell.matchAll(separators)]
    .slice(0, MOST)
    .map(({ index, 0: sign }) => [index, index + sign.length]);
  const starts = [0, ...ends.map(([, after = 0]) => after)];
  const stops = [...ends.map(([before = 0]) => before), cell.length];
  let from = 0;
  while (from < starts.length) {
    let to = stops.length - 1;
    let person: Person<Contact> | undefined;
    for (; to >= from && person === undefined; to -= 1)
      person = one(cell.slice(starts[from], stops[to]).trim());
    const text = cell.slice(starts[from], stops[from]).trim();
    const isTitle = from > 0 && /,\s*$/u.test(cell.slice(0, starts[from])) && /^\p{Ll}/u.test(text);
    if (person !== undefined) yield person;
    else if (!isTitle) yield alone(text);
    from = person === undefined ? from + 1 : to + 2;
  }
}

/** A name that Kontakter does not have, or words for a group. */
function alone(
  text: string,
):
  | { readonly is: 'group'; readonly text: string; readonly party: Party | undefined }
  | { readonly is: 'unknown'; readonly text: string } {
  const party = partyIn(text);
  return party !== undefined || isGroup(text) ? { is: 'group', text, party } : { is: 'unknown', text };
}

function partyOfAll(cell: string, people: readonly Person<KnownPerson>[]): Party | undefined {
  const named = people.flatMap((person): readonly (Party | undefined)[] => {
    switch (person.is) {
      case 'contact':
        return [partyOfContact(person.contact)];
      case 'several':
        return person.contacts.map(partyOfContact);
      case 'group':
        return [person.party];
      case 'unknown':
        return [];
    }
  });
  const [first, second] = new Set(named.filter((party) => party !== undefined));
  if (first !== undefined) return second === undefined ? first : 'both';
  return partyIn(cell);
}
