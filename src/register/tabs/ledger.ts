import { z } from 'zod';
import { lineColumn, wholeNumberColumn } from '../columns.ts';
import { text } from '../schemas.ts';
import { asItIs, defineTab, type RowOf } from '../tab.ts';

/** `Utsendelser` (machine-owned): an event in the ledger of what was sent to whom. */
export const ledgerTab = defineTab({
  name: 'Utsendelser',
  aliases: ['Utsendingar', 'Ledger'],
  owner: 'machine',
  columns: {
    recipientKey: lineColumn(['rk'], 'Mottakerens nøkkel i denne utsendelsen.', 34),
    mailing: lineColumn(['sendId'], 'Utsendelsen.', 30),
    recipient: lineColumn(['mottaker', 'mottakar', 'recipient'], 'Mottakeren, uten full adresse.'),
    event: lineColumn(['hendelse', 'hending', 'event'], 'Hva som skjedde.', 14),
    owner: lineColumn(['eier', 'eigar', 'owner'], 'Maskinen som sendte.'),
    attempt: wholeNumberColumn(['forsøk', 'attempt'], 0, 1_000, 'Hvilket forsøk dette er.'),
    timeUtc: lineColumn(['tid UTC', 'time UTC'], 'Tidspunktet i UTC.', 22),
    queueId: lineColumn(['kø-id', 'queue id'], 'Kvitteringen fra e-posttjeneren.'),
    error: lineColumn(['feil', 'error'], 'Feilen, om det ble en.', 36),
    planHash: lineColumn(['planHash'], 'Fingeravtrykket til den godkjente utsendelsen.', 20),
  },
  row: z.object({
    recipientKey: text,
    mailing: text,
    recipient: text.optional(),
    event: text,
    owner: text.optional(),
    attempt: z.number().optional(),
    timeUtc: text.optional(),
    queueId: text.optional(),
    error: text.optional(),
    planHash: text.optional(),
  }),
  finish: asItIs,
});

export type LedgerEvent = RowOf<typeof ledgerTab>;
