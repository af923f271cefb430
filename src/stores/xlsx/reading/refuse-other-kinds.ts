import { UserError } from '../../../domain/user-error.ts';
import { fileKind, type FileKind } from './file-kind.ts';

const plainText = [
  'The file is plain text, such as CSV or a web page, not an .xlsx workbook; the file name does not decide.',
  'Open it in Excel or LibreOffice and save it as .xlsx.',
] as const;

const noWorkbook = [
  'The file is not an .xlsx workbook.',
  'Choose the .xlsx file that has the register.',
] as const;

/** What a file of each other kind is told to be, and how to make a workbook from it. */
const words: Readonly<Record<Exclude<FileKind, 'office'>, readonly [message: string, advice: string]>> = {
  empty: ['The file is empty.', 'Find a copy that has the register.'],
  encrypted: [
    'The workbook is protected with a password.',
    'Open it in Excel or LibreOffice, remove the password (File › Info, or Save As without password), and save it.',
  ],
  'old-office': [
    'The file is an old Excel file (.xls), not an .xlsx workbook.',
    'Open it in Excel or LibreOffice and save it as .xlsx.',
  ],
  'open-document': [
    'The file is an OpenDocument file, not an .xlsx workbook.',
    'Open it in LibreOffice and save it as “Excel 2007–365 (.xlsx)”.',
  ],
  pdf: noWorkbook,
  rtf: plainText,
  text: plainText,
  other: noWorkbook,
};

/**
 * Recognises what people most often give instead of an .xlsx file, by content rather than by file name. Throws UserError
 * that says what it is and how to make a workbook from it.
 */
export function refuseOtherKinds(bytes: Uint8Array): void {
  const kind = fileKind(bytes);
  if (kind !== 'office') throw new UserError(...words[kind]);
}
