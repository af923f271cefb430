import { msg } from '../../../domain/msg.ts';
import { UserError } from '../../../domain/user-error.ts';
import { fileKind, type FileKind } from './file-kind.ts';

/** What a file of another kind is told to be, and how to make a workbook from it. */
function refusal(kind: Exclude<FileKind, 'office'>): UserError {
  switch (kind) {
    case 'empty':
      return new UserError(msg`The file is empty.`, msg`Find a copy that has the register.`);
    case 'encrypted':
      return new UserError(
        msg`The workbook is protected with a password.`,
        msg`Open it in Excel or LibreOffice, remove the password (File › Info, or Save As without password), and save it.`,
      );
    case 'old-office':
      return new UserError(
        msg`The file is an old Excel file (.xls), not an .xlsx workbook.`,
        msg`Open it in Excel or LibreOffice and save it as .xlsx.`,
      );
    case 'open-document':
      return new UserError(
        msg`The file is an OpenDocument file, not an .xlsx workbook.`,
        msg`Open it in LibreOffice and save it as “Excel 2007–365 (.xlsx)”.`,
      );
    case 'rtf':
    case 'text':
      return new UserError(
        msg`The file is plain text, such as CSV or a web page, not an .xlsx workbook; the file name does not decide.`,
        msg`Open it in Excel or LibreOffice and save it as .xlsx.`,
      );
    case 'pdf':
    case 'other':
      return new UserError(
        msg`The file is not an .xlsx workbook.`,
        msg`Choose the .xlsx file that has the register.`,
      );
  }
}

/**
 * Recognises what people most often give instead of an .xlsx file, by content rather than by file name. Throws UserError
 * that says what it is and how to make a workbook from it.
 */
export function refuseOtherKinds(bytes: Uint8Array): void {
  const kind = fileKind(bytes);
  if (kind !== 'office') throw refusal(kind);
}
