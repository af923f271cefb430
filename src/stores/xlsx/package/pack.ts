import { crc32, deflateRawSync } from 'node:zlib';
import { deflateSync } from 'fflate';
import { tooLargeToWrite } from '../faults.ts';
import { refuseTooLarge, type OfficePackage } from './office-package.ts';
import { CENTRAL_HEADER, DEFLATED, END_RECORD, LOCAL_HEADER, type ZipEntry } from './zip.ts';

const SIZES_FOLLOW = 8;
const NAME_IS_UTF8 = 0x800;
/** From this size, packing takes seconds: Node's own zlib is six times as fast, but its bytes differ between Node versions. */
const LARGE = 4 * 1024 * 1024;
/** 1 January 1980, the first day of a zip archive: packed parts have the same bytes whenever they are made. */
const FIXED_TIME = 0x00210000;

/**
 * The Office file with the changes in it. Parts that nobody changed keep their packed bytes and their place. Throws UserError
 * if it could not be opened again.
 */
export function packPackage(parts: OfficePackage): Uint8Array {
  const entries = parts.contents().map(({ name, entry, text }) => {
    if (text !== undefined) return pack(name, new TextEncoder().encode(text), entry);
    if (entry === undefined) throw new Error(`${name} has no content`);
    return entry;
  });
  refuseTooLarge(entries, tooLargeToWrite);
  return writeZip(entries);
}

/**
 * Packs content under a name; with `before`, in the place of that entry. Same content, same bytes, on any machine, except
 * for large content.
 */
export function pack(name: string, content: Uint8Array, before?: ZipEntry): ZipEntry {
  return {
    name,
    nameBytes: before?.nameBytes ?? new TextEncoder().encode(name),
    flags: before === undefined ? NAME_IS_UTF8 : before.flags & NAME_IS_UTF8,
    method: DEFLATED,
    modified: before?.modified ?? FIXED_TIME,
    crc: crc32(content),
    size: content.length,
    attributes: before?.attributes ?? 0,
    packed:
      content.length > LARGE ? deflateRawSync(content, { level: 3 }) : deflateSync(content, { level: 6 }),
  };
}

/** A zip archive with the entries in the order given. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    directory.push(header(entry, CENTRAL_HEADER, offset), entry.nameBytes);
    const local = [header(entry, LOCAL_HEADER, offset), entry.nameBytes, entry.packed];
    pieces.push(...local);
    offset += local.reduce((sum, piece) => sum + piece.length, 0);
  }
  const directorySize = directory.reduce((sum, piece) => sum + piece.length, 0);
  return Buffer.concat([...pieces, ...directory, endRecord(entries.length, directorySize, offset)]);
}

/** Both headers hold the same fields in the same order; the central one has a few more around them. */
function header(entry: ZipEntry, signature: number, offset: number): Uint8Array {
  const central = signature === CENTRAL_HEADER;
  const bytes = new Uint8Array(central ? 46 : 30);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  if (central) view.setUint16(4, 20, true);
  const at = central ? 6 : 4;
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags & ~SIZES_FOLLOW, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.modified, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
  if (central) {
    view.setUint32(38, entry.attributes, true);
    view.setUint32(42, offset, true);
  }
  return bytes;
}

function endRecord(count: number, directorySize: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, END_RECORD, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, directorySize, true);
  view.setUint32(16, offset, true);
  return bytes;
}
