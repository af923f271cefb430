/** What the ledger is to be told again where it has lost rows: all that this machine's journal knows of them. */
import { ledgerEvents } from '../../domain/ledger-event.ts';
import type { LedgerEntry } from '../ledger.ts';
import { entryFor, toldOf, type EntryHead, type SendRecipient, type ToldBy } from './entries.ts';
import { fateHere, type Standing } from './standing.ts';

/**
 * Nothing, where the ledger has all. What was claimed and surely not sent is free again; where the journal is not whole, nobody
 * knows that of anyone.
 */
export function entriesToMend(
  head: EntryHead,
  recipients: readonly SendRecipient[],
  standing: Standing,
  by: Omit<ToldBy, 'attempt'>,
  isWhole: boolean,
): readonly LedgerEntry[] {
  const lost = new Set(standing.lost());
  return recipients.flatMap((recipient) => {
    const { key } = recipient;
    const known = standing.journal.of(key);
    const isLost = lost.has(key);
    if (known === undefined || (!isLost && !standing.isOwed(key))) return [];
    // Another may have claimed it since: that claim holds, unless we know that it was sent.
    const last = standing.ledger.last(key);
    if (isLost && last !== undefined && last.event !== ledgerEvents.notSent && known.is !== 'sent') return [];
    const fate = fateHere(known.is === 'held' && !isWhole ? { is: 'released' } : known);
    return [entryFor(head, recipient, { ...by, attempt: known.attempt }, toldOf(fate))];
  });
}
