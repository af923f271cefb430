import { z } from 'zod';
import {
  dayColumn,
  idColumn,
  lineColumn,
  linkColumn,
  referencesColumn,
  textColumn,
  wordsColumn,
  yesNoColumn,
} from '../columns.ts';
import { day, text, words } from '../schemas.ts';
import { asItIs, defineTab, type RowOf } from '../tab.ts';

/** `Forbilder`: an example to learn from. */
export const examplesTab = defineTab({
  name: 'Forbilder',
  aliases: ['Førebilete', 'Førebilde', 'Examples'],
  owner: 'people',
  idLetter: 'F',
  key: 'id',
  columns: {
    id: idColumn('F', 'forbildet'),
    title: lineColumn(['Tittel', 'Title'], 'Hva forbildet heter.', 44),
    municipality: lineColumn(
      ['Kommune', 'Municipality'],
      'Kommunens navn, eller nummeret med fire siffer.',
      20,
    ),
    themes: wordsColumn(
      ['Tema', 'Theme'],
      'Ett eller flere tema med komma mellom, for eksempel «sentrum, boliger».',
    ),
    description: textColumn(
      ['Beskrivelse', 'Beskriving', 'Omtale', 'Description'],
      'Hva som er gjort, og hva andre kan lære.',
      60,
    ),
    link: linkColumn(['Lenke', 'Lenkje', 'Link'], 'Der en kan lese mer. Må begynne med https://'),
    raisedBy: lineColumn(
      ['Meldt av', 'Meld av', 'Raised by'],
      'Parten eller rollen som har foreslått forbildet.',
    ),
    checkedOn: dayColumn(
      ['Sist bekreftet', 'Sist stadfesta', 'Last checked'],
      'Sist noen så etter at omtalen fremdeles stemmer.',
    ),
    consent: yesNoColumn(
      ['Samtykke', 'Consent'],
      '«ja» når kommunen har sagt ja til å bli brukt som forbilde.',
    ),
    imageRight: yesNoColumn(['Bilderett', 'Biletrett', 'Image right'], '«ja» når bildene kan brukes.'),
    usedIn: referencesColumn(
      ['Brukt i', 'Used in'],
      'A',
      'Aktivitetene der forbildet er brukt. Velg i listen, eller skriv ID-er eller titler med komma mellom.',
    ),
  },
  row: z.object({
    id: text,
    title: text,
    municipality: text,
    themes: words.optional(),
    description: text.optional(),
    link: text.optional(),
    raisedBy: text.optional(),
    checkedOn: day.optional(),
    consent: z.boolean().optional(),
    imageRight: z.boolean().optional(),
    usedIn: words.optional(),
  }),
  finish: asItIs,
  draft: asItIs,
});

export type Example = RowOf<typeof examplesTab>;
