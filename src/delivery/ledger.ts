/** The record of what was sent, which everybody who sends shares: the tab `Utsendelser` of the workbook. */

/** One event: a row that is added and never changed. The last one of a recipient in a mailing holds. */
export interface LedgerEntry {
  readonly recipientKey: string;
  readonly mailing: string;
  /** Masked, for people who look into the tab. */
  readonly recipient?: string | undefined;
  /** One of `ledgerEvents`. */
  readonly event: string;
  /** The machine that claimed the recipient. */
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

export interface Ledger {
  /** All events of a mailing, as they stand now, in the order in which they were added. */
  read(mailing: string): Promise<readonly LedgerEntry[]>;
  /**
   * Adds events if nobody has added any since this ledger was read or added to last: all or none. After `overtaken` it must
   * be read again.
   */
  append(entries: readonly LedgerEntry[]): Promise<'appended' | 'overtaken'>;
}
