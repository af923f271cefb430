/** People as the sheet writes them, and the text of an action without its ID. */
import { comparedName } from '../../../domain/compare.ts';
import { contactIdsIn } from '../../../register/contact-index.ts';
import { peopleIn } from '../../../register/people.ts';
import type { Register } from '../../../register/register.ts';
import type { UnderstoodPeople } from '../read/understood.ts';

export interface PeopleCells {
  /** IDs, or the names of Kontakter, as most cells of the sheet have them; as typed where it is not known who they are. */
  readonly cell: (people: UnderstoodPeople) => string;
  /** Whether a cell names those people, by ID or by name. */
  readonly isSame: (cell: string, people: UnderstoodPeople) => boolean;
  /** Whether two cells name the same people, in whatever order. */
  readonly areAll: (one: string, other: string) => boolean;
}

export function peopleCells({ actions, contacts }: Register): PeopleCells {
  const filled = actions.filter(({ responsible }) => responsible !== undefined);
  const withIds = filled.filter(({ responsible = '' }) => contactIdsIn(responsible).length > 0);
  const writesIds = withIds.length * 2 > filled.length;
  const names = new Map(contacts.map(({ id, name }) => [id, name]));
  const own = peopleIn(contacts);
  const idsOf = (text: string): string =>
    own
      .find(text)
      .map((one) => (one.is === 'contact' ? one.contact.id : comparedName(one.text)))
      .sort()
      .join();
  return {
    areAll: (one, other) => idsOf(one) === idsOf(other),
    cell: ({ ids, text }) =>
      ids.length === 0 ? text : ids.map((id) => (writesIds ? id : (names.get(id) ?? id))).join(', '),
    isSame: (cell, { ids, text }) => {
      const inCell = contactIdsIn(cell);
      if (inCell.length > 0) return inCell.length === ids.length && inCell.every((id) => ids.includes(id));
      const own = ids.map((id) => names.get(id) ?? id);
      return [text, own.join(', '), own.join(' og ')].some((one) => comparedName(one) === comparedName(cell));
    },
  };
}

/** The ID that the draft writes behind an action of the register. */
export function withoutId(text: string): { readonly text: string; readonly typedId: string | undefined } {
  const match = /\s*\((?<id>T-20\d\d-\d{3,6})\)$/u.exec(text);
  return { text: match === null ? text : text.slice(0, match.index), typedId: match?.groups?.['id'] };
}
