/** What is still to be done by contacts that have left. */
import type { HeldWorkKind } from '../domain/problem.ts';
import type { Day } from '../domain/time.ts';
import { hasLeft, type KnownPerson } from './contact-index.ts';
import { namingsIn, type Naming } from './namings.ts';
import { peopleIn, type Person } from './people.ts';
import type { CheckedRegister } from './register.ts';

/** Something that is still to be done by a contact that has left. */
export interface HeldWork<Contact extends KnownPerson> {
  readonly contact: Contact;
  readonly naming: Naming & { readonly work: HeldWorkKind };
}

/**
 * What is still that of contacts that have left by `today`, tab by tab. Where several have the same name or role, it is theirs
 * only if all have left: otherwise somebody else has taken over.
 */
export function* heldWork<Contact extends KnownPerson>(
  register: CheckedRegister,
  contacts: readonly Contact[],
  today: Day,
): Generator<HeldWork<Contact>> {
  if (!contacts.some((contact) => hasLeft(contact, today))) return;
  const people = peopleIn(contacts);
  // A slot may name its speaker, and whom to write to: that is one thing to do.
  let last: { readonly row: Naming['row']; readonly contact: Contact } | undefined;
  for (const naming of namingsIn(register, today)) {
    const { work } = naming;
    if (work === undefined) continue;
    for (const person of people.find(naming.text, naming.organisation)) {
      const contact = leftOf(person, today);
      if (contact === undefined || (last?.row === naming.row && last.contact === contact)) continue;
      last = { row: naming.row, contact };
      yield { contact, naming: { ...naming, work } };
    }
  }
}

/** The contact that left last, if all who are meant have left. */
function leftOf<Contact extends KnownPerson>(person: Person<Contact>, today: Day): Contact | undefined {
  const meant = person.is === 'contact' ? [person.contact] : person.is === 'several' ? person.contacts : [];
  if (!meant.every((contact) => hasLeft(contact, today))) return undefined;
  return meant.toSorted((one, other) => ((one.left ?? '') < (other.left ?? '') ? 1 : -1))[0];
}
