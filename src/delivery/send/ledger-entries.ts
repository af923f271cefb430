/** The rows that a send writes into the ledger, and those that a repair writes again. Their texts are Norwegian, for people. */
import { ledgerEvents, refusedError } from '../../domain/ledger-event.ts';
import type { LedgerEntry } from '../ledger.ts';
import { eventOf, type RecipientStatus, type RecipientStatuses, statusHere } from './recipient-status.ts';
import { masked } from '../../domain/email-address.ts';

export interface RepairEntries {
  readonly entries: readonly LedgerEntry[];
  /** How many of them replace rows that were lost. */
  readonly restored: number;
}

/**
 * Nothing, if the ledger has all. What was claimed and surely not sent is free again; if the journal is damaged, nobody
 * knows what was surely not sent. For lost rows, claim and outcome are both written again, as two rows.
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
    // Another run may have claimed it since: that claim is valid, unless we know that it was sent.
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

/** A recipient of a mailing, as the ledger needs it. */
export interface SendRecipient {
  readonly key: string;
  readonly address: string;
  readonly standard: string;
}

/** What all events of a mailing have in common. */
export type EntryHead = Pick<LedgerEntry, 'mailing' | 'planHash' | 'basis' | 'sequence'>;

/** What is reported about a recipient. */
export type LedgerOutcome = Pick<LedgerEntry, 'event' | 'queueId' | 'error'>;

/** Who reports it, when, and for which attempt. */
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

/** A recipient's status as the ledger has it. What was not sent is free again for the next run. */
export function ledgerOutcome(status: RecipientStatus): LedgerOutcome {
  switch (status.is) {
    case 'sent':
      return { event: ledgerEvents.sent, queueId: status.receipt };
    case 'written':
      return { event: ledgerEvents.written, queueId: status.receipt };
    case 'failed':
      return { event: ledgerEvents.failed, error: withReply(refusedError, status.reply) };
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
