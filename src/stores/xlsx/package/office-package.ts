import { msg } from '../../../domain/msg.ts';
import { damaged, PackageFault, tooLarge } from '../faults.ts';
import { XmlScanner } from './xml-scanner.ts';
import { readZip, unpack, type ZipEntry } from './zip.ts';

const MEGABYTE = 1024 * 1024;
/** A register of 100,000 rows unpacks to about 90 MB. */
const LARGEST_UNPACKED = 300 * MEGABYTE;
/** Spreadsheet XML packs to a tenth or a thirtieth; anything that packs much better is empty on purpose. */
const LARGEST_RATIO = 300;
const RATIO_MATTERS_FROM = 20 * MEGABYTE;
const MOST_PARTS = 10_000;
/** The first bytes, in which a part shows what it is. */
const BEGINNING = 4096;

/**
 * The parts of an Office file, by name. Parts that nobody changes keep their bytes and their place in the file.
 * Names are compared without regard to case, as the format asks (ISO/IEC 29500-2, 6.2.2.3).
 */
export class OfficePackage {
  /** Each part's entry in the file; for a new part, its name. */
  readonly #entries = new Map<string, ZipEntry | string>();
  readonly #changed = new Map<string, string>();
  /** Unpacked when the package was opened, and not read yet: kept so that no part is unpacked twice. */
  readonly #unread = new Map<string, Uint8Array>();

  /**
   * Opens an Office file. Nothing is unpacked before the declared sizes have been checked.
   * Throws UserError when it is damaged, too large, encrypted, or has a DOCTYPE in any XML part.
   */
  static open(bytes: Uint8Array): OfficePackage {
    const entries = readZip(bytes);
    refuseTooLarge(entries);
    const opened = new OfficePackage();
    for (const entry of entries) {
      const key = keyOf(entry.name);
      if (opened.#entries.has(key)) throw damaged(msg`${entry.name} is there twice`);
      opened.#entries.set(key, entry);
      if (!isXml(entry.name)) continue;
      const content = unpack(entry);
      refuseDoctype(entry.name, content);
      opened.#unread.set(key, content);
    }
    return opened;
  }

  /** A new Office file of XML parts, in the order given. */
  static create(texts: Readonly<Record<string, string>>): OfficePackage {
    const created = new OfficePackage();
    for (const [name, text] of Object.entries(texts)) created.setText(name, text);
    return created;
  }

  has(name: string): boolean {
    return this.#changed.has(keyOf(name)) || this.#entries.has(keyOf(name));
  }

  /** The text of an XML part. Throws UserError when the part is missing or not in UTF-8. */
  text(name: string): string {
    const key = keyOf(name);
    const changed = this.#changed.get(key);
    if (changed !== undefined) return changed;
    const entry = this.#entries.get(key);
    if (typeof entry !== 'object') throw damaged(msg`${name} is missing`);
    const content = this.#unread.get(key) ?? unpack(entry);
    this.#unread.delete(key);
    return decode(content, name);
  }

  /** The name of the outermost element of a part, without prefix. Undefined if its beginning does not show it. */
  rootName(name: string): string | undefined {
    const key = keyOf(name);
    const content = this.#unread.get(key);
    const beginning = content === undefined ? this.text(name) : decode(content.subarray(0, BEGINNING), name);
    const [, root] =
      /<(?:[^\s<>/:?!]+:)?([^\s<>/:?!]+)/u.exec(beginning.replaceAll(/<!--.*?-->/gsu, '')) ?? [];
    return root;
  }

  /** The text that a part had when the package was opened; undefined for one that was not there. */
  textBefore(name: string): string | undefined {
    const entry = this.#entries.get(keyOf(name));
    return typeof entry === 'object' ? decode(unpack(entry), name) : undefined;
  }

  /** Puts text in a part; a part that is not there is added last. */
  setText(name: string, text: string): void {
    const key = keyOf(name);
    if (!this.#entries.has(key)) this.#entries.set(key, name);
    this.#changed.set(key, text);
  }

  /** Removes a part, if it is there. */
  remove(name: string): void {
    this.#entries.delete(keyOf(name));
    this.#changed.delete(keyOf(name));
    this.#unread.delete(keyOf(name));
  }

  /** All parts in order: their entries in the file, unless they are new, and their text if it was set. */
  contents(): { readonly name: string; readonly entry?: ZipEntry; readonly text?: string }[] {
    return [...this.#entries].map(([key, entry]) => {
      const text = this.#changed.get(key);
      return {
        name: typeof entry === 'string' ? entry : entry.name,
        ...(typeof entry !== 'string' && { entry }),
        ...(text !== undefined && { text }),
      };
    });
  }
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//u, '').toLowerCase();
}

function isXml(name: string): boolean {
  return /\.(?:xml|rels|vml)$/iu.test(name);
}

/** Throws what `fault` makes of the reason, if a file with these entries could not be opened. */
export function refuseTooLarge(entries: readonly ZipEntry[], fault = tooLarge): void {
  if (entries.length > MOST_PARTS) throw fault(`it has ${entries.length} parts`);
  let unpacked = 0;
  let packed = 0;
  for (const entry of entries) {
    unpacked += entry.size;
    packed += entry.packed.length;
  }
  if (unpacked > LARGEST_UNPACKED) {
    throw fault(msg`unpacked it is ${Math.ceil(unpacked / MEGABYTE)} MB, and the limit is 300 MB`);
  }
  if (unpacked > RATIO_MATTERS_FROM && unpacked > packed * LARGEST_RATIO) {
    throw fault(msg`unpacked it is more than ${LARGEST_RATIO} times the size of the file`);
  }
}

function refuseDoctype(name: string, content: Uint8Array): void {
  if (!Buffer.from(content.buffer, content.byteOffset, content.length).includes('!DOCTYPE')) return;
  // Only the part before the first element can declare anything; later it is ordinary text.
  const scanner = new XmlScanner(decode(content, name), name);
  for (let event = scanner.next(); event === 'text'; event = scanner.next());
}

function decode(content: Uint8Array, name: string): string {
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new PackageFault('utf-16', name, [
      msg`The workbook has a part that is written in UTF-16: ${name}.`,
      msg`Open it in Excel or LibreOffice and save it as .xlsx.`,
    ]);
  }
  return Buffer.from(content.buffer, content.byteOffset, content.length).toString('utf8');
}
