/** Who is meant by a name in minutes: as in the cells of the register, and by a first name that only one contact has. */
import type { Register } from '../../../register/register.ts';
import { contactIdsIn } from '../../../register/contact-index.ts';
import { peopleIn, type Person } from '../../../register/people.ts';
import { comparedAddress } from '../../../domain/compare.ts';
import { foldedName } from '../../../register/person-words.ts';
import type { UnderstoodPeople, UnclearWhy } from './understood.ts';

type Contact = Register['contacts'][number];

/** Whom a text names, or why it is not known. */
export interface PeopleRead extends UnderstoodPeople {
  readonly faults: readonly {
    readonly why: Extract<UnclearWhy, 'several-people' | 'unknown-person'>;
    readonly text: string;
    readonly among: readonly string[];
  }[];
}

export interface Who {
  /** Everybody whom a text names. */
  readonly read: (text: string, organisation?: string) => PeopleRead;
  /** Whether a whole text is names of contacts or of a party, and nothing else. */
  readonly isNames: (text: string) => boolean;
  /** The names that a sentence begins with, and the rest of it: «Kari Nordmann sender …». */
  readonly subjectOf: (text: string) => string | undefined;
}

const named = ({ id, name, organisation }: Contact): string =>
  `${name} (${id}${organisation === undefined ? '' : `, ${organisation}`})`;

/** Words that stand for both parties, and in a sentence for nobody in particular. */
const anybody = /^(?:vi|oss|alle|begge|partene|partane)$/iu;
/** A verb in the present tense, of somebody who does something. */
const doing =
  /^(?!(?:får|blir|vert|er|har|kan|bør|mottar|mottek|kjenner|kjenner|mener|meiner|synes|orienterer|orienterte)\b)(?:skal|må|\p{Ll}+r|tek|kjem|gjev|held|ser|spør|skriv|dreg|fylgjer|set|legg|finn|bed|ber|gir)\b/u;
/** The stroke of «Fagsjef v/ Kari», which parts no names. */
const onBehalf = /(?<=\S\s+v)\//giu;
/** The most words that names at the start of a sentence are looked for in. */
const MOST_WORDS = 8;

/** For the contacts of a register. */
export function whoIn(contacts: readonly Contact[]): Who {
  const people = peopleIn(contacts);
  const byFirst = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const [first = '', second] = foldedName(contact.name).split(' ');
    if (second !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), contact]);
  }
  const byAddress = (text: string): readonly Contact[] => {
    const address = comparedAddress(/[^\s<>()]+@[^\s<>()]+/u.exec(text)?.[0].replace(/^mailto:/iu, '') ?? '');
    return contacts.filter(({ email }) => email !== undefined && comparedAddress(email) === address);
  };
  const find = (text: string, organisation?: string): readonly Person<Contact>[] =>
    people
      .find(text.replace(/(?<![^\s,;(])@(?=\p{L})/gu, '').replaceAll(onBehalf, '\u2215'), organisation)
      .map((found) => {
        const person = { ...found, text: found.text.replaceAll('\u2215', '/') };
        const at = person.is === 'unknown' ? byAddress(person.text) : [];
        const [one, other] = at;
        if (one !== undefined)
          return other === undefined
            ? { is: 'contact', text: person.text, contact: one }
            : { is: 'several', text: person.text, contacts: at };
        const [only, second] = person.is === 'unknown' ? (byFirst.get(foldedName(person.text)) ?? []) : [];
        if (only === undefined) return person;
        return second === undefined
          ? { is: 'contact', text: person.text, contact: only }
          : { is: 'several', text: person.text, contacts: byFirst.get(foldedName(person.text)) ?? [] };
      });
  const isKnown = (person: Person<Contact>): boolean =>
    person.is === 'contact' ||
    person.is === 'several' ||
    (person.is === 'group' && person.party !== undefined);
  const isNames = (text: string): boolean => {
    const found = text === '' || text.length > 200 ? [] : find(text);
    return found.length > 0 && found.every(isKnown);
  };
  return {
    read: (text, organisation) => asRead(text, find(text, organisation), people),
    isNames,
    subjectOf: (text) => subjectOf(text, isNames),
  };
}

/** Whether the first words of a text are a name. */
export const startsWithName = (text: string, { isNames }: Who): boolean =>
  [1, 2, 3].some((count) => isNames(text.split(' ').slice(0, count).join(' ')));

function asRead(
  text: string,
  found: readonly Person<Contact>[],
  { partyOf, nearest }: ReturnType<typeof peopleIn<Contact>>,
): PeopleRead {
  const ids = found.flatMap((person) => (person.is === 'contact' ? [person.contact.id] : []));
  const faults = found.flatMap((person): PeopleRead['faults'] => {
    if (person.is === 'several')
      return [{ why: 'several-people', text: person.text, among: person.contacts.map(named) }];
    if (person.is !== 'unknown' || contactIdsIn(person.text).length > 0) return [];
    const near = nearest(person.text);
    return [{ why: 'unknown-person', text: person.text, among: near === undefined ? [] : [near] }];
  });
  const party =
    found.length > 0 && found.every((person) => person.is === 'contact' || person.is === 'group')
      ? partyOf(ids.length === found.length ? ids.join(', ') : text)
      : undefined;
  return { text, ids: ids.length === found.length ? ids : [], party, faults };
}

/** The longest names at the start that somebody does something after. */
function subjectOf(text: string, isNames: (text: string) => boolean): string | undefined {
  const words = text.split(' ').slice(0, MOST_WORDS + 1);
  for (let count = words.length - 1; count > 0; count -= 1) {
    const names = words.slice(0, count).join(' ');
    const isSubject = doing.test(words[count] ?? '') && !anybody.test(names) && isNames(names);
    if (isSubject) return names;
  }
  return undefined;
}
