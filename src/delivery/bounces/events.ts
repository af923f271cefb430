/** What returned mail adds to the ledger, and what it leaves for a person to decide. */
import { ledgerEvents } from '../../domain/ledger-event.ts';
import { isForGood, isOwnFault, returnReasons, type ReturnReason } from '../../domain/return-reason.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { SentMail } from './attribution.ts';
import { reasonOf } from './reasons.ts';
import type { ReturnedMail } from './returned-mail.ts';
import type { DeliveryStatus } from './delivery-status.ts';

/** Something for a person to read: the returned message, and the recipient of our message if it is known. */
export interface Note<Mail> {
  readonly mail: Mail;
  readonly entry?: LedgerEntry | undefined;
  /** The address that failed, and why. */
  readonly address?: string | undefined;
  readonly reason?: ReturnReason | undefined;
}

/** The kinds of notes: each message is in one of them. */
export type NoteKind = 'fault' | 'behind' | 'request' | 'complaint' | 'foreign' | 'automatic' | 'other';

export interface BounceEvents<Mail> {
  readonly entries: readonly LedgerEntry[];
  readonly notes: Readonly<Record<NoteKind, readonly Note<Mail>[]>>;
  /** Those who have surely asked to be left out, also if the ledger knew it. */
  readonly optedOut: readonly LedgerEntry[];
  /** Only delayed: the server still tries. */
  readonly delayed: number;
  readonly delivered: number;
  readonly known: number;
}

class Account<Mail extends ReturnedMail> {
  readonly entries = new Map<string, LedgerEntry>();
  readonly optedOut = new Map<string, LedgerEntry>();
  readonly notes: Record<NoteKind, Note<Mail>[]> = {
    fault: [],
    behind: [],
    request: [],
    complaint: [],
    foreign: [],
    automatic: [],
    other: [],
  };
  delayed = 0;
  delivered = 0;
  known = 0;
  readonly #sent: SentMail;
  readonly #by: Pick<LedgerEntry, 'timeUtc' | 'owner'>;

  constructor(sent: SentMail, by: Pick<LedgerEntry, 'timeUtc' | 'owner'>) {
    this.#sent = sent;
    this.#by = by;
  }

  take(mail: Mail): void {
    const { content } = mail;
    if (content.is === 'report') this.#takeReport(mail, content);
    else if (content.is === 'request') this.#takeRequest(mail, content);
    else this.#note(content.is, { mail, entry: this.#sent.traced(mail) });
  }

  #takeReport(
    mail: Mail,
    { statuses, from }: Extract<ReturnedMail['content'], { readonly is: 'report' }>,
  ): void {
    const attributed = statuses.map((status) => ({ status, about: this.#sent.attribute(mail, status) }));
    const ours = attributed.filter(({ about }) => about.is === 'ours');
    // A text for people names other addresses too.
    const said = from === 'status' ? attributed : ours.length > 0 ? ours : attributed.slice(0, 1);
    for (const { status, about } of said) {
      const reason = reasonOf(status);
      const note = { mail, entry: 'entry' in about ? about.entry : undefined, address: status.final, reason };
      if (about.is === 'foreign') this.#note('foreign', note);
      else if (about.is === 'unclear' || status.action === 'unclear') this.#note('other', note);
      else if (status.action === 'delayed') this.delayed += 1;
      else if (status.action === 'delivered') this.delivered += 1;
      else if (about.is === 'behind') this.#note(from === 'status' ? 'behind' : 'other', note);
      else if (from !== 'status' && !isSure(status, from, reason)) this.#note('other', note);
      else this.#takeFailure(about.entry, status, note);
    }
  }

  #takeFailure(
    entry: LedgerEntry,
    { status }: DeliveryStatus,
    note: Note<Mail> & { readonly reason: ReturnReason },
  ): void {
    const error = `${status} ${returnReasons[note.reason]}`.trim();
    if (!this.#mark(entry, ledgerEvents.bounced, error)) this.known += 1;
    else if (isOwnFault(note.reason)) this.#note('fault', note);
  }

  #takeRequest(
    mail: Mail,
    { by, isCertain }: Extract<ReturnedMail['content'], { readonly is: 'request' }>,
  ): void {
    const [key = ''] = mail.keys;
    const entry = by === 'key' ? this.#sent.entry(key) : this.#sent.lastTo(mail.from);
    if (!isCertain || entry === undefined) {
      this.#note('request', { mail, entry: this.#sent.traced(mail) });
      return;
    }
    this.optedOut.set(entry.recipientKey, entry);
    if (!this.#mark(entry, ledgerEvents.optedOut)) this.known += 1;
    // By the key of another: whoever reads the mail of that address speaks for it, and a person sees who that was.
    else if (this.#sent.lastTo(mail.from)?.recipientKey !== entry.recipientKey)
      this.#note('request', { mail, entry });
  }

  /** Whether it is new. A recipient who has asked to be left out stays so, whatever else comes back. */
  #mark(entry: LedgerEntry, event: string, error?: string): boolean {
    const before = this.entries.get(entry.recipientKey) ?? entry;
    if (before.event === ledgerEvents.optedOut) return false;
    if (event === before.event && !(isForGood(error ?? '') && !isForGood(before.error ?? ''))) return false;
    this.entries.set(entry.recipientKey, { ...entry, ...this.#by, event, error });
    return true;
  }

  /** Each message once under each heading. */
  #note(kind: NoteKind, note: Note<Mail>): void {
    const notes = this.notes[kind];
    const isToldOf = notes.some(
      ({ mail, entry, address }) => mail === note.mail && entry === note.entry && address === note.address,
    );
    if (!isToldOf) notes.push(note);
  }
}

/** Whether a text for people is clear enough: with a code if the address fails for good, from a server if the reason has no name. */
const isSure = ({ words }: DeliveryStatus, from: 'words' | 'passed', reason: ReturnReason): boolean =>
  isForGood(returnReasons[reason])
    ? /(?<![\d.#])(?:55\d|5\.\d{1,3}\.\d{1,3})(?!\d|\.\d)/u.test(words)
    : from === 'words' || reason !== 'other';

/** `timeUtc` and `owner` as in the ledger. Each recipient of a mailing is reported once, also when run again. */
export function eventsOf<Mail extends ReturnedMail>(
  mails: readonly Mail[],
  sent: SentMail,
  by: Pick<LedgerEntry, 'timeUtc' | 'owner'>,
): BounceEvents<Mail> {
  const account = new Account<Mail>(sent, by);
  for (const mail of mails) account.take(mail);
  const { entries, optedOut, notes, delayed, delivered, known } = account;
  return {
    entries: [...entries.values()],
    optedOut: [...optedOut.values()],
    notes,
    delayed,
    delivered,
    known,
  };
}
