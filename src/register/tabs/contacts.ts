import { z } from 'zod';
import { choiceColumn, dayColumn, emailColumn, idColumn, lineColumn, wordsColumn } from '../columns.ts';
import { wordsCell } from '../cells/choice.ts';
import { isReserving, mayReserve, namesIn, remarksNoMail } from '../list-names.ts';
import { parties, writtenStandards } from '../lists.ts';
import { day, oneOf, text, words } from '../schemas.ts';
import { asItIs, defineTab, type RowOf } from '../tab.ts';

/** `Kontakter`: a person or a post box, and the lists it is on. */
export const contactsTab = defineTab({
  name: 'Kontakter',
  aliases: ['Kontaktar', 'Contacts'],
  owner: 'people',
  idLetter: 'K',
  key: 'id',
  titles: ['name'],
  columns: {
    id: idColumn('K', 'kontakten'),
    name: lineColumn(['Navn', 'Namn', 'Name'], 'Navnet på personen, rollen eller postkassen.', 28),
    organisation: lineColumn(['Organisasjon', 'Organisation'], 'Der kontakten hører til.', 28),
    party: choiceColumn(['Part', 'Party'], parties, 'Fylles ut for partenes egne folk.'),
    role: lineColumn(['Rolle', 'Role'], 'For eksempel «leder», «rådgiver».'),
    email: emailColumn(['E-post', 'Epost', 'E-mail', 'Email'], 'Én adresse.'),
    phone: lineColumn(['Telefon', 'Phone'], 'Med eller uten landkode.', 16),
    standard: choiceColumn(
      ['Skriftspråk', 'Målform', 'Written standard'],
      writtenStandards,
      'Språket kontakten har brukt eller bedt om.',
    ),
    lists: {
      ...wordsColumn(
        ['Lister', 'Lists'],
        'Lister kontakten står på, med komma mellom. «kvartalsmøte» blir innkalt til kvartalsmøtene.',
      ),
      parse: (cell, report) => wordsCell(cell, report)?.flatMap(namesIn),
    },
    left: dayColumn(
      ['Sluttet', 'Slutta', 'Left'],
      'Første dag uten kontakten. Fra da av blir kontakten ikke innkalt og får ingen utsendelser.',
    ),
  },
  row: z.object({
    id: text,
    name: text,
    organisation: text.optional(),
    party: oneOf(parties).optional(),
    role: text.optional(),
    email: text.optional(),
    phone: text.optional(),
    standard: oneOf(writtenStandards).optional(),
    lists: words.optional(),
    left: day.optional(),
  }),
  finish: asItIs,
  draft: asItIs,
});

export type Contact = RowOf<typeof contactsTab>;

/** Whether a contact may have asked not to get mailings, in words that are not certain. */
export const mayBeReserved = ({
  lists = [],
  name,
  role,
}: {
  readonly lists?: readonly string[] | undefined;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
}): boolean => !isReserving(lists) && (lists.some(mayReserve) || remarksNoMail(name) || remarksNoMail(role));
