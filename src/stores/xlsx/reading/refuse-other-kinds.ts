import { UserError } from '../../../domain/user-error.ts';

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];

/**
 * Recognises what people most often give instead of an .xlsx file, by content rather than by file name. Throws UserError
 * that says what it is and how to make a workbook from it.
 */
export function refuseOtherKinds(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UserError('The file is empty.', 'Find a copy that has the register.');
  if (startsWith(bytes, OLE_SIGNATURE)) throw oldOrEncrypted(bytes);
  if (startsWith(bytes, ZIP_SIGNATURE)) {
    if (isOpenDocument(bytes)) {
      throw new UserError(
        'The file is an OpenDocument file, not an .xlsx workbook.',
        'Open it in LibreOffice and save it as “Excel 2007–365 (.xlsx)”.',
      );
    }
    return;
  }
  if (looksLikeText(bytes)) {
    throw new UserError(
      'The file is plain text, such as CSV or a web page, not an .xlsx workbook; the file name does not decide.',
      'Open it in Excel or LibreOffice and save it as .xlsx.',
    );
  }
  throw new UserError('The file is not an .xlsx workbook.', 'Choose the .xlsx file that has the register.');
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** An encrypted .xlsx is packed in the same kind of container as an old .xls. Source: MS-OFFCRYPTO 2.3.4.4. */
function oldOrEncrypted(bytes: Uint8Array): UserError {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return new UserError(
      'The workbook is protected with a password.',
      'Open it in Excel or LibreOffice, remove the password (File › Info, or Save As without password), and save it.',
    );
  }
  return new UserError(
    'The file is an old Excel file (.xls), not an .xlsx workbook.',
    'Open it in Excel or LibreOffice and save it as .xlsx.',
  );
}

/** An OpenDocument file begins with an unpacked entry that names its kind. Source: OpenDocument 1.3, part 2, 3.3. */
function isOpenDocument(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString(
    'latin1',
  );
  return beginning.includes('mimetypeapplication/vnd.oasis.opendocument');
}

function looksLikeText(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, 1000);
  return beginning.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
