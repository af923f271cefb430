/** What the ledger is to be told again where it has lost rows: all that this machine's journal knows of them. */
import { ledgerEvents } from '../../domain/ledger-event.ts';
import type { LedgerEntry } from '../ledger.ts';
import { entryFor, ledgerOutcome, type EntryHead, type SendRecipient, type EntrySource } from './entries.ts';
import { eventOf } from './ledger-state.ts';
import { statusHere, type RecipientStatuses } from './recipient-status.ts';

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
