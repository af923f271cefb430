/** The record of what was sent, shared by everybody who sends: the tab `Utsendelser` of the workbook. */
import type { Workbook } from '../domain/workbook.ts';

/** One event: a row that is added and never changed. The last one of a recipient in a mailing is valid. */
export interface LedgerEntry {
  readonly recipientKey: string;
  readonly mailing: string;
  /** Masked, for people who read the tab. */
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

/** The state that an append is based on. Only the ledger that made it knows its content. */
export type LedgerCursor = object;

export interface LedgerView {
  /** The workbook at the time of the reading, to check whether the register still says the same. */
  readonly workbook: Workbook;
  /** All events, of all mailings, in the order in which they were added. */
  readonly entries: readonly LedgerEntry[];
  readonly cursor: LedgerCursor;
}

export interface Ledger {
  /** The current state. Throws UserError if it cannot be read completely. */
  read(): Promise<LedgerView>;
  /**
   * Adds events if nobody has added any since the cursor: all or none. Returns the cursor for the next append, or
   * `overtaken`, and then it must be read again. Throws UserError if it cannot be written; the next reading then shows
   * whether the events were added.
   */
  append(entries: readonly LedgerEntry[], cursor: LedgerCursor): Promise<LedgerCursor | 'overtaken'>;
}
