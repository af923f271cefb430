/** What has become of each recipient, told from the ledger that all share and this machine's own journal. */
import { ledgerEvents } from '../../domain/ledger-event.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { JournalRecord } from './journal.ts';

export type Fate =
  /** Nobody has claimed it. */
  | { readonly is: 'free' }
  /** Claimed by this machine, and surely not sent. */
  | { readonly is: 'mine' }
  | { readonly is: 'sent'; readonly receipt: string }
  | { readonly is: 'failed'; readonly reason: string }
  /** It may have gone, and nobody can know. Only a person decides. */
  | { readonly is: 'unclear'; readonly reason: string }
  /** Another machine has claimed it, and has not told what came of it. */
  | { readonly is: 'elsewhere'; readonly owner: string };

/** What the journal knows of one recipient. */
type Known = Extract<JournalRecord, { readonly key: string }> | { readonly is: 'claimed' };

/** The last that the journal says of each recipient. */
function lastKnown(records: readonly JournalRecord[]): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const one of records) {
    if (one.is === 'claimed') for (const key of one.keys) known.set(key, { is: 'claimed' });
    else if ('key' in one) known.set(one.key, one);
  }
  return known;
}

/** The last event of each recipient. */
export const lastEntries = (entries: readonly LedgerEntry[]): ReadonlyMap<string, LedgerEntry> =>
  new Map(entries.map((entry) => [entry.recipientKey, entry]));

export interface Standing {
  readonly fates: ReadonlyMap<string, Fate>;
  /** What the journal knows and the ledger does not yet: to be told. */
  readonly owed: readonly string[];
  /** What the journal says was claimed, while the ledger knows of nothing: an older state of the workbook has come back. */
  readonly rolledBack: readonly string[];
}

/** Where a send stands. `keys` are those of the mailing's recipients; `machine` is this one. */
export function standingOf(
  keys: readonly string[],
  entries: readonly LedgerEntry[],
  records: readonly JournalRecord[],
  machine: string,
): Standing {
  const [last, known] = [lastEntries(entries), lastKnown(records)];
  const fates = new Map<string, Fate>();
  const owed: string[] = [];
  const rolledBack: string[] = [];
  for (const key of keys) {
    const [entry, own] = [last.get(key), known.get(key)];
    const isOpen = entry === undefined || entry.event === ledgerEvents.claimed;
    const mine = own === undefined ? undefined : fateInJournal(own);
    if (own !== undefined && entry === undefined) rolledBack.push(key);
    const isMine = entry?.event === ledgerEvents.claimed && entry.owner === machine;
    if (isMine && mine !== undefined && mine.is !== 'mine') owed.push(key);
    fates.set(key, isOpen && mine !== undefined ? mine : fateInLedger(entry, machine));
  }
  return { fates, owed, rolledBack };
}

function fateInJournal(own: Known): Fate {
  switch (own.is) {
    case 'claimed':
    case 'later':
    case 'notSent':
      return { is: 'mine' };
    case 'released':
      return { is: 'unclear', reason: 'the run ended before the answer came' };
    case 'sent':
      return { is: 'sent', receipt: own.receipt };
    case 'refused':
      return { is: 'failed', reason: own.reason };
    case 'unclear':
      return { is: 'unclear', reason: own.reason };
  }
}

function fateInLedger(entry: LedgerEntry | undefined, machine: string): Fate {
  const { event, owner = '', queueId = '', error = '' } = entry ?? {};
  switch (event) {
    case undefined:
    case ledgerEvents.notSent:
      return { is: 'free' };
    case ledgerEvents.sent:
      return { is: 'sent', receipt: queueId };
    case ledgerEvents.failed:
      return { is: 'failed', reason: error };
    case ledgerEvents.claimed:
      return owner === machine ? { is: 'mine' } : { is: 'elsewhere', owner };
    default:
      return { is: 'unclear', reason: error };
  }
}
