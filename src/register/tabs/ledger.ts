import { comparedEvent } from '../../domain/compare.ts';
import { z } from 'zod';
import { isReceiptOfWriting, ledgerEvents } from '../../domain/ledger-event.ts';
import { lineColumn, wholeNumberColumn } from '../columns.ts';
import { text } from '../schemas.ts';
import { asItIs, defineTab, type RowOf } from '../tab.ts';

/** Rows of earlier versions, which used `sendt` for what was only written. */
const isOldWriting = ({
  event,
  queueId = '',
}: {
  readonly event: string;
  readonly queueId?: string | undefined;
}): boolean => comparedEvent(event) === ledgerEvents.sent && isReceiptOfWriting(queueId);

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
    queueId: lineColumn(
      ['kø-id', 'queue id'],
      'Kvitteringen fra e-posttjeneren, eller navnet på fila eller utkastet.',
    ),
    error: lineColumn(['feil', 'error'], 'Feilen, om det ble en.', 36),
    planHash: lineColumn(['planHash'], 'Fingeravtrykket til den godkjente utsendelsen.', 20),
    standard: lineColumn(['skriftspråk', 'målform', 'written standard'], 'Språket mottakeren fikk.', 12),
    basis: lineColumn(
      ['gjelder', 'gjeld', 'applies to'],
      'Tiden webinaret hadde da utsendelsen ble laget (norsk tid).',
      34,
    ),
    sequence: wholeNumberColumn(
      ['sekvens', 'sequence'],
      0,
      1_000_000,
      'Løpenummeret til kalenderinnkallingen.',
    ),
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
    /** `bokmål` or `nynorsk`: the version that the recipient got. */
    standard: text.optional(),
    /** The activity's planned time when the mailing was made: `2026-12-03T10:00/2026-12-03T11:30`, Oslo time. */
    basis: text.optional(),
    /** SEQUENCE of the invitation that went with it (RFC 5545 section 3.8.7.4). */
    sequence: z.number().optional(),
  }),
  finish: (row) => (isOldWriting(row) ? Object.assign(row, { event: ledgerEvents.written }) : row),
  draft: asItIs,
});

export type LedgerEvent = RowOf<typeof ledgerTab>;
