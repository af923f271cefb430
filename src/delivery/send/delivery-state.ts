/** The delivery state of a mailing: what this machine’s journal and the shared ledger say, and writing to both. */
import { ledgerEvents } from '../../domain/ledger-event.ts';
import type { Workbook } from '../../domain/workbook.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalRecord } from '../journal/records.ts';
import type { Ledger, LedgerCursor, LedgerEntry } from '../ledger.ts';
import {
  entryFor,
  ledgerOutcome,
  type EntryHead,
  type SendRecipient,
  type LedgerOutcome,
} from './ledger-entries.ts';
import { JournalState } from './journal-state.ts';
import { LedgerState, RecipientStatuses } from './recipient-status.ts';

export interface DeliveryStateOptions {
  readonly head: EntryHead;
  readonly recipients: ReadonlyMap<string, SendRecipient>;
  readonly ledger: Ledger;
  readonly journal: Journal;
  /** This run, as the ledger names it. */
  readonly owner: string;
  /** The time of day as an instant in UTC. */
  readonly instant: () => string;
}

export class DeliveryState {
  readonly #options: DeliveryStateOptions;
  readonly #journal: JournalState;
  #ledger: LedgerState;
  #cursor: LedgerCursor = {};
  #isLedgerBroken = false;
  /** Claimed by this machine, with a result that must still be reported to the ledger. */
  #toReport = new Set<string>();
  /** Resolves once everything written to the journal so far is on the disk, or has failed. */
  #saved: Promise<void> = Promise.resolve();

  constructor(options: DeliveryStateOptions) {
    this.#options = options;
    this.#journal = new JournalState(options.journal.records);
    this.#ledger = new LedgerState(options.head.mailing, []);
  }

  get statuses(): RecipientStatuses {
    return new RecipientStatuses(this.#ledger, this.#journal);
  }

  /** Whether the ledger could not be read or written. The next run reports what it lacks. */
  get isLedgerBroken(): boolean {
    return this.#isLedgerBroken;
  }

  /** Reads the ledger as it is now. */
  async look(): Promise<Workbook> {
    const { workbook, entries, cursor } = await this.#ask(() => this.#options.ledger.read());
    this.#cursor = cursor;
    this.#ledger = new LedgerState(this.#options.head.mailing, entries);
    const { statuses } = this;
    const keys = [...this.#options.recipients.keys()];
    this.#toReport = new Set(
      keys.filter((key) => statuses.isUnreported(key) || statuses.of(key).is === 'mine'),
    );
    return workbook;
  }

  /** Recipients about whom this machine knows more than the ledger. */
  unreported(): readonly string[] {
    return [...this.#toReport].filter((key) => this.statuses.isUnreported(key));
  }

  /**
   * Writes to the journal; resolves once the record is on the disk. What has happened is known here at once, even if the
   * disk does not accept it. If this throws, a message that was to be released is not.
   */
  async write(one: JournalRecord): Promise<void> {
    const isRelease = one.is === 'released';
    if (!isRelease) this.#journal.note(one);
    const saved = this.#options.journal.add(one);
    this.#saved = saved.catch(() => undefined);
    await saved;
    if (isRelease) this.#journal.note(one);
  }

  /**
   * Asks the ledger for recipients, and reports to it what it lacks, except about those who are open. False if
   * somebody else has written meanwhile: then nothing was written, and the ledger must be read again.
   */
  async claim(keys: readonly string[], isOpen: (key: string) => boolean): Promise<boolean> {
    const claims = keys.map((key): [string, number] => [key, this.#ledger.attempts(key) + 1]);
    // Before the ledger is asked: claims of this machine that the journal does not know are from a journal that is gone.
    if (claims.length > 0) await this.write({ is: 'claiming', claims });
    const asked = new Set(keys);
    const finished = [...this.#toReport].filter((key) => !asked.has(key) && !isOpen(key));
    const rows = [
      ...finished.map((key) => this.#result(key)),
      ...claims.map(([key, attempt]) => this.#entry(key, attempt, { event: ledgerEvents.claimed })),
    ];
    if (rows.length === 0) return true;
    // The ledger is never ahead of a journal that the disk accepts.
    await this.#saved;
    const came = await this.#ask(() => this.#options.ledger.append(rows, this.#cursor));
    if (came === 'overtaken') return false;
    this.#cursor = came;
    for (const row of rows) this.#ledger.note(row);
    for (const key of finished) this.#toReport.delete(key);
    for (const key of keys) this.#toReport.add(key);
    await this.write({ is: 'told', withClaims: claims.length > 0, events: this.#ledger.events });
    return true;
  }

  async #ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    try {
      return await question();
    } catch (error) {
      this.#isLedgerBroken = true;
      throw error;
    }
  }

  #result(key: string): LedgerEntry {
    const status = this.statuses.of(key);
    const attempt = status.is === 'sent' ? this.#journal.of(key)?.attempt : this.#ledger.last(key)?.attempt;
    return this.#entry(key, attempt ?? this.#ledger.attempts(key), ledgerOutcome(status));
  }

  #entry(key: string, attempt: number, outcome: LedgerOutcome): LedgerEntry {
    const { head, recipients, owner, instant } = this.#options;
    const recipient = recipients.get(key);
    if (recipient === undefined) throw new Error('a recipient of another mailing');
    return entryFor(head, recipient, { owner, attempt, timeUtc: instant() }, outcome);
  }
}
