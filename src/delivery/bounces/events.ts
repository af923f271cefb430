/** What the ledger is to be told of mail that came back. */
import { isAfter, ledgerEvents, mayHaveArrived } from '../../domain/ledger-event.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { ReturnedMail } from './returned-mail.ts';

/** The key of an address in a mailing: `recipientKey` with the workbook and the hash of this run. */
export type KeyOf = (mailing: string, address: string) => string;

export interface Told {
  readonly entries: readonly LedgerEntry[];
  /** Only late: the server still tries. */
  readonly delayed: number;
  /** Reports of messages that the ledger does not know, or knows as returned already. */
  readonly known: number;
  readonly unknown: number;
  /** Addresses of those who ask to be left out. */
  readonly optOuts: readonly string[];
  /** Neither: mail that a person must read. */
  readonly others: number;
}

/** What is told in Norwegian of a status: people look into the ledger. */
const meaning: readonly (readonly [RegExp, string])[] = [
  [/^5\.1\.(?:1|2|3|6|10)$/u, 'adressen finnes ikke'],
  [/^5\.2\.1$/u, 'postkassen er stengt'],
  [/^[45]\.2\.2$/u, 'postkassen er full'],
  [/^5\.2\.3$|^5\.3\.4$/u, 'meldingen er for stor'],
  [/^[45]\.4\.\d+$/u, 'tjeneren svarte ikke'],
  [/^5\.7\.\d+$/u, 'tjeneren tar ikke imot den'],
];

const told = (status: string): string =>
  `${status} ${meaning.find(([code]) => code.test(status))?.[1] ?? 'kunne ikke leveres'}`;

function lastEntries(ledger: readonly LedgerEntry[]): ReadonlyMap<string, LedgerEntry> {
  const last = new Map<string, LedgerEntry>();
  for (const entry of ledger) {
    const before = last.get(entry.recipientKey);
    if (before === undefined || isAfter(entry, before)) last.set(entry.recipientKey, entry);
  }
  return last;
}

/** Whether a message may have gone: nothing comes back of what was only claimed. */
const wasGiven = ({ event }: LedgerEntry): boolean =>
  event === ledgerEvents.bounced || (mayHaveArrived(event) && event !== ledgerEvents.claimed);

const isOptOut = (entry: LedgerEntry | undefined): boolean => entry?.event === ledgerEvents.optedOut;

/** Whoever has asked to be left out stays so, whatever else comes back. */
const isMarked = (entry: LedgerEntry, event: string): boolean => entry.event === event || isOptOut(entry);

/** `timeUtc` and `owner` as in the ledger. Each recipient of a mailing is told of once, also when run again. */
export function eventsOf(
  mails: readonly ReturnedMail[],
  ledger: readonly LedgerEntry[],
  keyOf: KeyOf,
  by: Pick<LedgerEntry, 'timeUtc' | 'owner'>,
): Told {
  const last = lastEntries(ledger);
  const mailings = [...new Set(ledger.map(({ mailing }) => mailing))].toReversed();
  /** The last that was sent to an address: Gmail gives its messages other Message-IDs than ours. */
  const sentTo = (address: string): LedgerEntry | undefined =>
    mailings
      .map((mailing) => last.get(keyOf(mailing, address)))
      .find((entry) => entry !== undefined && wasGiven(entry));
  const entries = new Map<string, LedgerEntry>();
  const optOuts = new Set<string>();
  const counts = { delayed: 0, known: 0, unknown: 0, others: 0 };
  const mark = (entry: LedgerEntry | undefined, event: string, error?: string): void => {
    if (entry === undefined) counts.unknown += 1;
    else if (
      isMarked(entry, event) ||
      isOptOut(entries.get(entry.recipientKey)) ||
      (entries.has(entry.recipientKey) && event !== ledgerEvents.optedOut)
    )
      counts.known += 1;
    else entries.set(entry.recipientKey, { ...entry, ...by, event, error, queueId: undefined });
  };
  for (const mail of mails) {
    if (mail.is === 'other') counts.others += 1;
    if (mail.is === 'optOut') {
      optOuts.add(mail.address);
      mark(sentTo(mail.address), ledgerEvents.optedOut);
    }
    if (mail.is !== 'report') continue;
    for (const { action, status, address } of mail.statuses) {
      if (action === 'delayed') counts.delayed += 1;
      if (action !== 'failed') continue;
      const byKey = mail.key === undefined ? undefined : last.get(mail.key);
      mark(
        byKey ?? (address === undefined ? undefined : sentTo(address)),
        ledgerEvents.bounced,
        told(status),
      );
    }
  }
  return { ...counts, entries: [...entries.values()], optOuts: [...optOuts] };
}
