/** The rows that a send writes into the ledger. People look into that tab: what stands there is Norwegian. */
import { ledgerEvents } from '../../domain/ledger-event.ts';
import type { LedgerEntry } from '../ledger.ts';
import { masked } from '../../domain/email-address.ts';
import type { RecipientStatus } from './recipient-status.ts';

/** One who is to get a mailing, as far as the ledger is concerned. */
export interface SendRecipient {
  readonly key: string;
  readonly address: string;
  readonly standard: string;
}

/** What all events of a mailing have in common. */
export type EntryHead = Pick<LedgerEntry, 'mailing' | 'planHash' | 'basis' | 'sequence'>;

/** What is told of a recipient. */
export type LedgerOutcome = Pick<LedgerEntry, 'event' | 'queueId' | 'error'>;

/** Who tells it, when, and of which attempt. */
export type EntrySource = Pick<LedgerEntry, 'owner' | 'attempt' | 'timeUtc'>;

export const entryFor = (
  head: EntryHead,
  { key, address, standard }: SendRecipient,
  by: EntrySource,
  outcome: LedgerOutcome,
): LedgerEntry => ({
  ...head,
  recipientKey: key,
  recipient: masked(address),
  standard: standard === 'nn' ? 'nynorsk' : 'bokmål',
  ...by,
  ...outcome,
});

/** How a recipient's status stands in the ledger. What was not sent is free again for whoever comes next. */
export function ledgerOutcome(status: RecipientStatus): LedgerOutcome {
  switch (status.is) {
    case 'sent':
      return { event: ledgerEvents.sent, queueId: status.receipt };
    case 'written':
      return { event: ledgerEvents.written, queueId: status.receipt };
    case 'failed':
      return { event: ledgerEvents.failed, error: withReply('avvist', status.reply) };
    case 'unclear':
      return { event: ledgerEvents.unclear, error: 'svaret kom aldri' };
    case 'mine':
      return status.reason === undefined
        ? { event: ledgerEvents.notSent }
        : { event: ledgerEvents.notSent, error: notTaken(status.reply) };
    case 'free':
    case 'elsewhere':
      return { event: ledgerEvents.notSent };
  }
}

const notTaken = (reply: number | undefined): string =>
  reply === undefined ? 'kunne ikke overleveres' : withReply('ikke tatt imot ennå', reply);

const withReply = (text: string, reply: number | undefined): string =>
  reply === undefined ? text : `${text} (${String(reply)})`;
