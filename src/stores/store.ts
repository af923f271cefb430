import type { Base, Change, ChangeResult, RowAddition, Workbook } from '../domain/workbook.ts';

/**
 * What Felles needs from a workbook, wherever it is kept. Two adapters: `xlsx/` and `google/`; the tests have a
 * third in memory. All of them pass test/support/store-contract.ts.
 */
export interface RegisterStore {
  /** What to call the workbook in messages: a file's path or the spreadsheet's title and address. */
  readonly place: string;
  /** Reads every tab in one go. Throws UserError when the workbook cannot be read. */
  read(): Promise<Workbook>;
  /**
   * Makes the changes in one write. `base` is the workbook that the changes were planned from.
   * A change whose conditions no longer hold is refused alone, and the others are made; the answer has one result per
   * change, in the same order. Throws UserError, with nothing written, when nothing can be written at all.
   */
  write(changes: readonly Change[], base: Base): Promise<readonly ChangeResult[]>;
  /**
   * Adds rows only if no run of Felles has written since `base` was read: of two that try, one succeeds. Answers with what
   * the next write may be based on, or with `overtaken`, and then nothing was added: read again. For .xlsx, any
   * change of the file counts. Throws UserError as `write` does.
   */
  addUnlessOvertaken(rows: readonly RowAddition[], base: Base): Promise<Base | 'overtaken'>;
  /** Writes nothing. Throws UserError when a write would be refused as a whole: no permission, or open elsewhere. */
  requireWritable(): Promise<void>;
}
