import { z } from 'zod';
import { choiceColumn, dayColumn, idColumn, lineColumn, textColumn, yesNoColumn } from '../columns.ts';
import { parties } from '../lists.ts';
import { day, oneOf, text } from '../schemas.ts';
import { asItIs, defineTab, type RowOf } from '../tab.ts';

/** `Dialog`: a contact with a county authority or a network. */
export const dialoguesTab = defineTab({
  name: 'Dialog',
  aliases: ['Dialogue', 'Fylkesdialog'],
  owner: 'people',
  idLetter: 'D',
  key: 'id',
  columns: {
    id: idColumn('D', 'kontakten'),
    county: lineColumn(
      ['Fylke', 'County'],
      'Fylket, eller flere med komma mellom. Regioner og nettverk står i Oppsett.',
      22,
    ),
    date: dayColumn(['Dato', 'Date'], 'Dagen dere var i kontakt.'),
    party: choiceColumn(['Part', 'Party'], parties, 'Parten som var i kontakt med fylkeskommunen.'),
    who: lineColumn(['Hvem', 'Kven', 'Who'], 'Rollene som snakket sammen. Ikke personnavn.'),
    topic: lineColumn(['Tema', 'Topic'], 'Hva det gjaldt.', 36),
    agreed: textColumn(['Avtalt', 'Avtalt/avtala', 'Avtala', 'Agreed'], 'Det dere ble enige om.'),
    nextStep: textColumn(
      ['Neste steg', 'Next step'],
      'Det som skal skje nå. Tøm cellen når det er gjort.',
      36,
    ),
    deadline: dayColumn(['Frist', 'Deadline'], 'Når neste steg skal være gjort.'),
    coordinated: yesNoColumn(
      ['Avklart med partner', 'Coordinated with partner'],
      '«ja» når den andre parten visste om kontakten.',
    ),
  },
  row: z.object({
    id: text,
    county: text,
    date: day,
    party: oneOf(parties),
    who: text.optional(),
    topic: text.optional(),
    agreed: text.optional(),
    nextStep: text.optional(),
    deadline: day.optional(),
    coordinated: z.boolean().optional(),
  }),
  finish: asItIs,
  draft: asItIs,
});

export type Dialogue = RowOf<typeof dialoguesTab>;
