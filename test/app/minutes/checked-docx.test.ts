import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkedDocx, LARGEST_DOCUMENT } from '../../../src/app/minutes/checked-docx.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { docxOf, docxParts, paragraph } from '../../support/documents.ts';
import { zipParts } from '../../support/workbooks.ts';

const whole = docxOf(paragraph('Vedtak: Ja.'));

function refusalOf(bytes: Uint8Array): string {
  try {
    checkedDocx(bytes);
  } catch (error) {
    if (error instanceof UserError) return `${error.message} → ${error.advice}`;
    throw error;
  }
  return 'nothing: it was read';
}

const oldOffice = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1016),
    Buffer.from(stream, 'utf16le'),
  ]);

const doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';

/** The archive with the flag of an encrypted entry in its table of contents. */
function encrypted(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  bytes[bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8] = 1;
  return bytes;
}

describe('a file that is no document to read', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /is empty/u],
    ['an old .doc', oldOffice('WordDocument'), /old Word file \(\.doc\).*save it as \.docx/u],
    ['a document with a password', oldOffice('EncryptedPackage'), /protected with a password/u],
    ['an encrypted zip', encrypted(whole), /document is protected with a password.*Open it in Word/u],
    [
      'an .odt',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
      /OpenDocument file \(\.odt\)/u,
    ],
    ['a PDF', strToU8('%PDF-1.7\n%âãÏÓ'), /is a PDF/u],
    ['rich text', strToU8('{\\rtf1\\ansi Vedtak}'), /rich text/u],
    ['a web page', strToU8('<html><p>Vedtak: Ja</p></html>'), /plain text or a web page/u],
    ['noise', Uint8Array.from([0, 1, 2, 3]), /not a \.docx/u],
    ['a zip of other things', zipParts({ 'a.txt': 'hei' }), /not a \.docx/u],
    ['a workbook', zipParts({ 'xl/workbook.xml': '<workbook/>' }), /a workbook \(\.xlsx\)/u],
    ['a presentation', zipParts({ 'ppt/presentation.xml': '<p/>' }), /a presentation/u],
    ['half a document', whole.subarray(0, whole.length / 2), /document is damaged.*repair/u],
    [
      'a DOCTYPE',
      zipParts({ ...docxParts(''), 'word/document.xml': `${doctype}<w/>` }),
      /document was refused.*DOCTYPE.*Do not trust/u,
    ],
    [
      'a DOCTYPE in a part beside it',
      zipParts({ ...docxParts(''), 'word/styles.xml': `${doctype}<w/>` }),
      /word\/styles\.xml in it holds a DOCTYPE/u,
    ],
    [
      'text in UTF-16',
      zipSync({ 'word/document.xml': Buffer.from('\uFEFF<w/>', 'utf16le') }),
      /UTF-16: word\/document\.xml/u,
    ],
    ['more than 50 MB', new Uint8Array(LARGEST_DOCUMENT + 1), /too large.*51 MB, and the limit is 50 MB/u],
    [
      'a zip bomb',
      zipSync({ 'word/document.xml': [new Uint8Array(21 * 1024 * 1024).fill(0x20), { level: 9 }] }),
      /document is too large/u,
    ],
    [
      'more text than a thousand pages',
      zipSync({ 'word/document.xml': [new Uint8Array(20 * 1024 * 1024 + 1).fill(0x20), { level: 0 }] }),
      /its text is 21 MB, and the limit is 20 MB/u,
    ],
  ])('says what is wrong with %s', (_, bytes, words) => {
    expect(refusalOf(bytes)).toMatch(words);
  });

  it('never speaks of a workbook', () => {
    for (const bytes of [whole.subarray(0, 100), encrypted(whole)])
      expect(refusalOf(bytes)).not.toContain('workbook');
  });
});

describe('what goes on to be read', () => {
  it('is the text alone: no macro, picture or embedded file', () => {
    const { bytes, notices } = checkedDocx(
      docxOf(paragraph('x'), {
        'word/vbaProject.bin': 'macro',
        'word/media/a.png': 'png',
        'word/e.docx': 'x',
      }),
    );
    expect(Object.keys(unzipSync(bytes))).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
      'word/styles.xml',
    ]);
    expect(notices).toEqual(['macros']);
  });

  it.each(['ins', 'del', 'moveFrom', 'moveTo'])('says that changes are tracked (%s)', (mark) => {
    const body = `<w:p><w:${mark} w:id="1"/></w:p>`;
    expect(checkedDocx(docxOf(body)).notices).toEqual(['tracked-changes']);
  });

  it('says that something outside the file would be fetched, but not of links that people click on', () => {
    const link = (kind: string): string =>
      `<Relationships><Relationship Id="r" Type="http://x/${kind}" Target="https://x.example/" TargetMode="External"/></Relationships>`;
    const withLink = (kind: string): readonly string[] =>
      checkedDocx(docxOf('', { 'word/_rels/document.xml.rels': link(kind) })).notices;
    expect(withLink('hyperlink')).toEqual([]);
    expect(withLink('attachedTemplate')).toEqual(['outside']);
    expect(withLink('image')).toEqual(['outside']);
  });
});
