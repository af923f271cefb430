import { msg } from '../../../domain/msg.ts';
import { crc32, inflateRawSync } from 'node:zlib';
import { damaged, PackageFault } from '../faults.ts';

/**
 * One file in a zip archive, still packed. Entries that nobody touches are copied unchanged, so that a saved
 * workbook differs only where it was changed.
 */
export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  /** Date and time as MS-DOS packs them, two 16-bit numbers. */
  readonly modified: number;
  readonly crc: number;
  /** Size when unpacked, as the archive declares it. */
  readonly size: number;
  readonly attributes: number;
  readonly packed: Uint8Array;
}

export const LOCAL_HEADER = 0x04034b50;
export const CENTRAL_HEADER = 0x02014b50;
export const END_RECORD = 0x06054b50;
const END_RECORD_64 = 0x06064b50;
const END_LOCATOR_64 = 0x07064b50;
const IN_EXTRA_FIELD = 0xffffffff;
const ENCRYPTED = 1;
const STORED = 0;
export const DEFLATED = 8;

interface Directory {
  readonly count: number;
  readonly offset: number;
}

/**
 * The entries of a zip archive in their order, without unpacking any of them.
 * Throws UserError when the archive is truncated, contradicts itself or is encrypted.
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.5.3.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { count, offset } = findDirectory(view);
    const entries: ZipEntry[] = [];
    let at = offset;
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== CENTRAL_HEADER) throw damaged(msg`its table of contents is broken`);
      entries.push(readEntry(bytes, view, at));
      at +=
        46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw damaged(msg`the file is cut short`, error);
    throw error;
  }
}

function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== 0xffff && offset !== IN_EXTRA_FIELD) return { count, offset };
    return findDirectory64(view, at);
  }
  throw damaged(msg`the end of the file is missing, as after a broken download or a full disk`);
}

function findDirectory64(view: DataView, endRecord: number): Directory {
  const locator = endRecord - 20;
  if (view.getUint32(locator, true) !== END_LOCATOR_64) throw damaged(msg`its table of contents is broken`);
  const at = Number(view.getBigUint64(locator + 8, true));
  if (view.getUint32(at, true) !== END_RECORD_64) throw damaged(msg`its table of contents is broken`);
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    offset: Number(view.getBigUint64(at + 48, true)),
  };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const nameBytes = slice(bytes, at + 46, view.getUint16(at + 28, true));
  const name = new TextDecoder().decode(nameBytes);
  const flags = view.getUint16(at + 8, true);
  if ((flags & ENCRYPTED) !== 0) {
    throw new PackageFault('password', name, [
      msg`The workbook is protected with a password.`,
      msg`Open it in Excel or LibreOffice, remove the password, and save it.`,
    ]);
  }
  const { size, packedSize, offset } = readSizes(view, at, nameBytes.length);
  if (view.getUint32(offset, true) !== LOCAL_HEADER) throw damaged(msg`${name} is not where it should be`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return {
    name,
    nameBytes,
    flags,
    method: view.getUint16(at + 10, true),
    modified: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    size,
    attributes: view.getUint32(at + 38, true),
    packed: slice(bytes, start, packedSize),
  };
}

/** Sizes and place of an entry; those that do not fit in 32 bits are in an extra field, in this order. */
function readSizes(view: DataView, at: number, nameLength: number) {
  const found = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  let extra = at + 46 + nameLength;
  const end = extra + view.getUint16(at + 30, true);
  while (extra + 4 <= end && view.getUint16(extra, true) !== 1) extra += 4 + view.getUint16(extra + 2, true);
  let wide = extra + 4;
  const [size = 0, packedSize = 0, offset = 0] = found.map((value) => {
    if (value !== IN_EXTRA_FIELD) return value;
    if (wide + 8 > end) throw damaged(msg`its table of contents is broken`);
    wide += 8;
    return Number(view.getBigUint64(wide - 8, true));
  });
  return { size, packedSize, offset };
}

function slice(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (start + length > bytes.length) throw damaged(msg`the file is cut short`);
  return bytes.subarray(start, start + length);
}

/** The content of an entry. Never larger than the entry declares. Throws UserError when it does not unpack whole. */
export function unpack(entry: ZipEntry): Uint8Array {
  const content = inflate(entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc)
    throw damaged(msg`${entry.name} cannot be unpacked`);
  return content;
}

function inflate(entry: ZipEntry): Uint8Array {
  if (entry.method === STORED) return entry.packed;
  if (entry.method !== DEFLATED)
    throw damaged(msg`${entry.name} is packed in a way that workbooks never are`);
  try {
    // One chunk of the declared size: by default it would be pieced together from chunks of 16 kB.
    return inflateRawSync(entry.packed, {
      maxOutputLength: Math.max(1, entry.size),
      chunkSize: entry.size + 64,
    });
  } catch (error) {
    throw damaged(msg`${entry.name} cannot be unpacked`, error);
  }
}
