/** What a file is by its content, whatever its name says. */

/** `office`: a zip archive that may be a workbook or a document; `encrypted`: an Office file with a password. */
export type FileKind =
  'empty' | 'encrypted' | 'old-office' | 'open-document' | 'office' | 'pdf' | 'rtf' | 'text' | 'other';

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
const PDF_SIGNATURE = [0x25, 0x50, 0x44, 0x46];
const RTF_SIGNATURE = [0x7b, 0x5c, 0x72, 0x74, 0x66];

/** Looks at the beginning of a file; of an old Office file, at all of it. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, OLE_SIGNATURE)) return holdsEncrypted(bytes) ? 'encrypted' : 'old-office';
  if (startsWith(bytes, ZIP_SIGNATURE)) return isOpenDocument(bytes) ? 'open-document' : 'office';
  if (startsWith(bytes, PDF_SIGNATURE)) return 'pdf';
  if (startsWith(bytes, RTF_SIGNATURE)) return 'rtf';
  return looksLikeText(bytes) ? 'text' : 'other';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** An encrypted Office file is packed in the same kind of container as an old one. Source: MS-OFFCRYPTO 2.3.4.4. */
function holdsEncrypted(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'));
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
