/** The record of what was sent, which everybody who sends shares: the tab `Utsendelser` of the workbook. */
import type { Workbook } from '../domain/workbook.ts';

/** One event: a row that is added and never changed. The last one of a recipient in a mailing holds. */
export interface LedgerEntry {
  readonly recipientKey: string;
  readonly mailing: string;
  /** Masked, for people who look into the tab. */
  readonly recipient?: string | undefined;
  /** One of `ledgerEvents`. */
  readonly event: string;
  /** The run that claimed the recipient: its machine and its session. */
  readonly owner?: string | undefined;
  readonly attempt?: number | undefined;
  readonly timeUtc?: string | undefined;
  readonly queueId?: string | undefined;
  readonly error?: string | undefined;
  readonly planHash?: string | undefined;
  readonly standard?: string | undefined;
  readonly basis?: string | undefined;
  readonly sequence?: number | undefined;
}

/** What an append is made on. Only the ledger that made it knows what it is. */
export type LedgerCursor = object;

export interface LedgerView {
  /** The workbook as it was at this moment: whether the register still says the same can be told from it. */
  readonly workbook: Workbook;
  /** All events, of all mailings, in the order in which they were added. */
  readonly entries: readonly LedgerEntry[];
  readonly cursor: LedgerCursor;
}

export interface Ledger {
  /** How it stands now. Throws UserError where it cannot be read whole. */
  read(): Promise<LedgerView>;
  /**
   * Adds events if nobody has added any since the cursor: all or none. Answers with the cursor for the next append, or with
   * `overtaken`, and then it must be read again. Throws UserError where it cannot be written; what became of the events is
   * then told by the next reading.
   */
  append(entries: readonly LedgerEntry[], cursor: LedgerCursor): Promise<LedgerCursor | 'overtaken'>;
}
