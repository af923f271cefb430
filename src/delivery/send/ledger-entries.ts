/** The rows that a send writes into the ledger, and those that a repair writes again. What stands there is Norwegian, for people. */
import { ledgerEvents } from '../../domain/ledger-event.ts';
import type { LedgerEntry } from '../ledger.ts';
import { eventOf, type RecipientStatus, type RecipientStatuses, statusHere } from './recipient-status.ts';
import { masked } from '../../domain/email-address.ts';

export interface RepairEntries {
  readonly entries: readonly LedgerEntry[];
  /** How many of them stand in for rows that were lost. */
  readonly restored: number;
}

/**
 * Nothing, where the ledger has all. What was claimed and surely not sent is free again; where the journal is not whole, nobody
 * knows that of anyone. Of what was lost, claim and outcome are both written again, as they were two rows.
 */
export function entriesToRepair(
  head: EntryHead,
  recipients: readonly SendRecipient[],
  statuses: RecipientStatuses,
  by: Omit<EntrySource, 'attempt'>,
  isWhole: boolean,
): RepairEntries {
  const lost = new Set(statuses.lost());
  const entries: LedgerEntry[] = [];
  let restored = 0;
  for (const recipient of recipients) {
    const { key } = recipient;
    const known = statuses.journal.of(key);
    const isLost = lost.has(key);
    if (known === undefined || (!isLost && !statuses.isUnreported(key))) continue;
    // Another may have claimed it since: that claim holds, unless we know that it was sent.
    const last = statuses.ledger.last(key);
    const isTaken = last !== undefined && eventOf(last) !== ledgerEvents.notSent;
    if (isLost && isTaken && known.is !== 'sent') continue;
    const source = { ...by, attempt: known.attempt };
    const status = statusHere(known.is === 'held' && !isWhole ? { is: 'released' } : known);
    if (isLost) entries.push(entryFor(head, recipient, source, { event: ledgerEvents.claimed }));
    entries.push(entryFor(head, recipient, source, ledgerOutcome(status)));
    restored += isLost ? 2 : 0;
  }
  return { entries, restored };
}

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
