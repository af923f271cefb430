/** Problems with counties and the dialogue with them, in English. */
import { englishDate } from './en-dates.ts';
import { listed, quoted, read, say, type ProblemWordings } from './wording.ts';

export const enCounties = {
  'county-replaced': ({ successors, several }, found) =>
    say(
      `${read(found)} is no longer a county.`,
      successors.length === 1
        ? `It is now ${listed(successors, 'and')}.`
        : `It was divided into ${listed(successors, 'and')}. ${several ? 'Write those that are meant, with a comma between' : 'Write the one that is meant'}.`,
    ),
  'place-unknown': ({ needed, list, isThere, nearest }, found) =>
    say(
      needed === 'county'
        ? `${read(found)} is neither a county nor in the list ${quoted(list)}, so the row counts for no county.`
        : `${read(found)} is neither a municipality, a county nor in the list ${quoted(list)}, so the row counts for no county.`,
      `${nearest === undefined ? '' : `Did you mean ${quoted(nearest)}? `}If it is a region or a network, ${isThere ? `add it to ${quoted(list)} in Oppsett` : `write it in a new row ${quoted(list)} in Oppsett`}, with the county in brackets if it lies in one: «Innherred (Trøndelag)».`,
    ),
  'contacts-uncoordinated': ({ counties, party, day, row }) =>
    say(
      `${party} has a contact with ${listed(counties, 'and')} too, on ${englishDate(day)} (row ${row}), and the two are not cleared.`,
      'Speak together before the next contact, and write «ja» in both rows when it is cleared.',
    ),
  'next-step-overdue': ({ deadline }) =>
    say(
      `The next step should have been done by ${englishDate(deadline)}, and no later contact is written down.`,
      'If it is done, write the new contact as a row, or empty the cell for the next step. If not, write a new deadline.',
    ),
  'counties-silent': ({ counties }) =>
    say(
      `No contact is written down in the last half year with ${listed(counties, 'and')}, which you have spoken with before.`,
      'Write down the contacts that you have had, or agree on who will make contact.',
    ),
} as const satisfies Partial<ProblemWordings>;
