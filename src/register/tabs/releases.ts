import { z } from 'zod';
import { lineColumn, wholeNumberColumn } from '../columns.ts';
import { text } from '../schemas.ts';
import { asItIs, defineTab, type RowOf } from '../tab.ts';

/** `Programversjoner` (machine-owned): a slot as it was in a released version of a programme. Rows are only added. */
export const releasesTab = defineTab({
  name: 'Programversjoner',
  aliases: ['Programversjonar', 'Programme versions'],
  owner: 'machine',
  columns: {
    activity: lineColumn(['Aktivitet', 'Activity'], 'ID-en til aktiviteten programmet hører til.', 13),
    version: wholeNumberColumn(['Versjon', 'Version'], 1, 10_000, 'Nummeret på versjonen.'),
    releasedAt: lineColumn(
      ['Frigitt (UTC)', 'Frigjeven (UTC)', 'Released (UTC)'],
      'Da versjonen ble frigitt.',
      22,
    ),
    slot: lineColumn(['Post', 'Slot'], 'ID-en til programposten.', 13),
    start: lineColumn(['Start'], 'Da posten skulle begynne (norsk tid).', 18),
    end: lineColumn(['Slutt', 'End'], 'Da posten skulle være slutt (norsk tid).', 18),
    room: lineColumn(['Rom', 'Room'], 'Rommet.', 18),
    title: lineColumn(['Tittel', 'Title'], 'Tittelen på bokmål.', 44),
    titleNn: lineColumn(['Tittel nynorsk', 'Title nynorsk'], 'Tittelen på nynorsk.', 44),
    speaker: lineColumn(['Innleder', 'Innleiar', 'Speaker'], 'Den som skulle innlede.'),
    organisation: lineColumn(['Organisasjon', 'Organisation'], 'Hvor innlederen kom fra.'),
  },
  row: z.object({
    activity: text,
    version: z.number(),
    releasedAt: text,
    slot: text,
    start: text.optional(),
    end: text.optional(),
    room: text.optional(),
    title: text,
    titleNn: text.optional(),
    speaker: text.optional(),
    organisation: text.optional(),
  }),
  finish: asItIs,
  draft: asItIs,
});

export type ReleasedSlot = RowOf<typeof releasesTab>;
