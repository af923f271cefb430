/** A .docx that somebody hands in, made safe to read: what is not text is left out, and what must be said of it is found. */
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { ReadNotice } from '../../domain/read-document.ts';
import { PackageFault } from '../../stores/xlsx/faults.ts';
import { OfficePackage, refuseTooLarge } from '../../stores/xlsx/package/office-package.ts';
import { pack, writeZip } from '../../stores/xlsx/package/pack.ts';
import { readZip } from '../../stores/xlsx/package/zip.ts';
import { fileKind, type FileKind } from '../../stores/xlsx/reading/file-kind.ts';
import { asideIn } from './aside.ts';
import { hidingStyles, shownText } from './shown-text.ts';

const MEGABYTE = 1024 * 1024;
/** Minutes with many photographs are below this. */
export const LARGEST_DOCUMENT = 50 * MEGABYTE;
/** The text of a book of a thousand pages is about this much. */
const LARGEST_TEXT = 20 * MEGABYTE;

const saveAsDocx = (): string =>
  msg`Open it in Word or LibreOffice, save it as .docx, and try with that one.`;
const chooseMinutes = (): string => msg`Choose the document that the minutes are written in.`;

/** What a file of each other kind is told to be, and how to make a .docx from it. */
function otherKind(kind: Exclude<FileKind, 'office'>): readonly [message: string, advice: string] {
  switch (kind) {
    case 'empty':
      return [msg`The file is empty.`, msg`Find a copy that has the minutes.`];
    case 'encrypted':
      return [
        msg`The document is protected with a password.`,
        msg`Open it in Word, remove the password (File › Info), and save it.`,
      ];
    case 'old-office':
      return [msg`The file is an old Word file (.doc), not a .docx.`, saveAsDocx()];
    case 'open-document':
      return [
        msg`The file is an OpenDocument file (.odt), not a .docx.`,
        msg`Open it in LibreOffice and save it as “Word 2010–365 Document (.docx)”.`,
      ];
    case 'pdf':
      return [
        msg`The file is a PDF, not a .docx.`,
        msg`Find the document that the PDF was made from, and save it as .docx.`,
      ];
    case 'rtf':
      return [msg`The file is rich text (.rtf), not a .docx.`, saveAsDocx()];
    case 'text':
      return [
        msg`The file is plain text or a web page, not a .docx; the file name does not decide.`,
        saveAsDocx(),
      ];
    case 'other':
      return [msg`The file is not a .docx.`, chooseMinutes()];
  }
}

const otherKindFault = (kind: Exclude<FileKind, 'office'>): UserError => new UserError(...otherKind(kind));

/** A .docx of which only the checked text is left. */
export interface CheckedDocx {
  /** A .docx again, with the XML parts of the one that was handed in, and nothing else. */
  readonly bytes: Uint8Array;
  readonly notices: readonly ReadNotice[];
  /** What people wrote in its headers and footers, each line once: that is not read. */
  readonly aside: readonly string[];
}

/**
 * Checks a file before its text is read. Macros, pictures and embedded files do not come through. Throws UserError when it is not a
 * .docx, too large, damaged, encrypted, or has a DOCTYPE.
 */
export function checkedDocx(bytes: Uint8Array): CheckedDocx {
  if (bytes.length > LARGEST_DOCUMENT)
    throw tooLarge(msg`the file is ${inMegabytes(bytes.length)} MB, and the limit is 50 MB`);
  const kind = fileKind(bytes);
  if (kind !== 'office') throw otherKindFault(kind);
  try {
    return checkedPackage(bytes);
  } catch (error) {
    throw error instanceof PackageFault ? asDocumentFault(error) : error;
  }
}

const inMegabytes = (size: number): number => Math.ceil(size / MEGABYTE);

function checkedPackage(bytes: Uint8Array): CheckedDocx {
  const entries = readZip(bytes);
  refuseTooLarge(entries);
  const text = entries.filter(({ name }) => isText(name));
  const size = text.reduce((sum, entry) => sum + entry.size, 0);
  if (size > LARGEST_TEXT) throw tooLarge(msg`its text is ${inMegabytes(size)} MB, and the limit is 20 MB`);
  const parts = OfficePackage.open(bytes);
  refuseOtherOffice(parts);
  const texts = text.map(({ name }) => [name, parts.text(name)] as const);
  const hiding = hidingStyles(texts.find(([name]) => /^word\/styles\.xml$/iu.test(name))?.[1] ?? '');
  const shown = texts.map(([name, xml]) =>
    isDocument(name) ? { name, ...shownText(xml, name, hiding) } : { name, xml, notices: [] },
  );
  const utf8 = new TextEncoder();
  const names = entries.map(({ name }) => name);
  return {
    bytes: writeZip(shown.map(({ name, xml }) => pack(name, utf8.encode(xml)))),
    notices: [...new Set([...noticesIn(texts, names), ...shown.flatMap(({ notices }) => [...notices])])],
    aside: asideIn(new Map(shown.map(({ name, xml }) => [name, xml]))),
  };
}

const isText = (name: string): boolean => /\.(?:xml|rels)$/iu.test(name);

const isDocument = (name: string): boolean => /^word\/[^/]+\.xml$/iu.test(name);

function refuseOtherOffice(parts: OfficePackage): void {
  if (parts.has('xl/workbook.xml'))
    throw new UserError(msg`The file is a workbook (.xlsx), not a .docx.`, chooseMinutes());
  if (parts.has('ppt/presentation.xml'))
    throw new UserError(msg`The file is a presentation (.pptx), not a .docx.`, chooseMinutes());
  if (!parts.contents().some(({ name }) => /^word[/\\]/iu.test(name))) throw otherKindFault('other');
}

function* noticesIn(
  texts: readonly (readonly [name: string, xml: string])[],
  names: readonly string[],
): Generator<ReadNotice> {
  const documents = texts.filter(([name]) => isDocument(name));
  if (documents.some(([, xml]) => /<(?:\w+:)?(?:ins|del|moveFrom|moveTo)\s/u.test(xml)))
    yield 'tracked-changes';
  if (names.some((name) => /^word\/diagrams\/data/iu.test(name))) yield 'unread-text';
  if (names.some((name) => /vbaProject\.bin$/iu.test(name))) yield 'macros';
  const links = texts
    .filter(([name]) => /\.rels$/iu.test(name))
    .flatMap(([, xml]) => xml.match(/<(?:\w+:)?Relationship\s[^>]*>/gu) ?? []);
  // A hyperlink is text that people click on; everything else would be fetched.
  if (links.some((link) => /TargetMode\s*=\s*["']External/u.test(link) && !/\/hyperlink["']/u.test(link)))
    yield 'outside';
}

const tooLarge = (what: string): UserError =>
  new UserError(
    msg`The document is too large to be read safely: ${what}.`,
    msg`Remove pictures and what is not minutes, save it under a new name, and try with that one.`,
  );

/** The same fault in the words of a document. */
function asDocumentFault({ kind, what, cause }: PackageFault): UserError {
  switch (kind) {
    case 'damaged':
      return new UserError(
        msg`The document is damaged: ${what}.`,
        msg`Open it in Word or LibreOffice, let the program repair it, save it, and try again.`,
        { cause },
      );
    case 'too-large':
      return tooLarge(what);
    case 'password':
      return otherKindFault('encrypted');
    case 'doctype':
      return new UserError(
        msg`The document was refused, because ${what} in it holds a DOCTYPE, which no word processor writes.`,
        msg`Do not trust the file. If it is yours, open it in Word or LibreOffice and save it under a new name.`,
      );
    case 'utf-16':
      return new UserError(msg`The document has a part that is written in UTF-16: ${what}.`, saveAsDocx());
  }
}
