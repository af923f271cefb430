import { z } from 'zod';
import { lineColumn } from '../columns.ts';
import { text } from '../schemas.ts';
import { asItIs, defineTab, type RowOf } from '../tab.ts';

/**
 * `Orienteringer` (machine-owned): what was last reported to a party about something of the other's, as it was then. Rows
 * are only added; the last row about a thing applies.
 */
export const digestsTab = defineTab({
  name: 'Orienteringer',
  aliases: ['Orienteringar', 'Digests'],
  owner: 'machine',
  columns: {
    to: lineColumn(['Til', 'To'], 'Parten som fikk orienteringen.', 18),
    sentAt: lineColumn(['Sendt (UTC)', 'Sent (UTC)'], 'Da orienteringen gikk ut.', 22),
    item: lineColumn(['ID'], 'ID-en til det den fortalte om.', 13),
    title: lineColumn(['Tittel', 'Title'], 'Tittelen da.', 44),
    status: lineColumn(['Status'], 'Statusen da.', 14),
    when: lineColumn(['Når', 'When'], 'Tiden da (norsk tid).', 34),
    place: lineColumn(['Sted', 'Stad', 'Place'], 'Stedet da.'),
    link: lineColumn(['Lenke', 'Lenkje', 'Link'], 'Lenken da.', 36),
  },
  row: z.object({
    to: text,
    sentAt: text,
    item: text,
    title: text.optional(),
    status: text.optional(),
    when: text.optional(),
    place: text.optional(),
    link: text.optional(),
  }),
  finish: asItIs,
  draft: asItIs,
});

export type DigestRow = RowOf<typeof digestsTab>;
