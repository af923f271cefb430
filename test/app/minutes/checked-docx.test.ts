import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkedDocx, LARGEST_DOCUMENT } from '../../../src/app/minutes/checked-docx.ts';
import { textOfParagraph } from '../../../src/domain/read-document.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { readDocx } from '../../../src/render/docx/read.ts';
import { docxOf, docxParts, paragraph, run } from '../../support/documents.ts';
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

describe('what people see of a document', () => {
  const readFrom = async (
    body: string,
    styles?: string,
  ): Promise<{ readonly lines: readonly string[]; readonly notices: readonly string[] }> => {
    const { bytes, notices } = checkedDocx(
      docxOf(body, styles === undefined ? {} : { 'word/styles.xml': styles }),
    );
    const { blocks } = await readDocx(bytes);
    return {
      lines: blocks.map((block) => (block.kind === 'paragraph' ? textOfParagraph(block) : 'a table')),
      notices,
    };
  };
  const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
  const wps = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
  const v = 'xmlns:v="urn:schemas-microsoft-com:vml"';
  const shape = (...texts: readonly string[]): string =>
    `<w:drawing>${texts.map((text) => `<wps:wsp ${wps}><wps:txbx>${box(text)}</wps:txbx></wps:wsp>`).join('')}</w:drawing>`;
  const older = (text: string): string =>
    `<w:pict><v:shape ${v}><v:textbox>${box(text)}</v:textbox></v:shape></w:pict>`;
  const either = (choice: string, fallback: string): string =>
    `<mc:AlternateContent ${mc}><mc:Choice Requires="wps">${choice}</mc:Choice>${fallback}</mc:AlternateContent>`;
  const within = (drawing: string): string => `<w:p><w:r><w:t>før</w:t></w:r><w:r>${drawing}</w:r></w:p>`;

  it.each<[string, string]>([
    ['a run', run('skjult', '<w:vanish/>')],
    ['a run that says so', run('skjult', '<w:b/><w:vanish w:val="true"/>')],
    ['a style', run('skjult', '<w:rStyle w:val="Skjult"/>')],
  ])('has no text that is hidden by %s', async (_, hidden) => {
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="Vist"><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="Skjult"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
    expect(await readFrom(paragraph(run('Vedtak: Ja.') + hidden), styles)).toEqual({
      lines: ['Vedtak: Ja.'],
      notices: ['hidden'],
    });
  });

  it.each([
    '<w:vanish w:val="0"/>',
    '<w:vanish w:val="false"/>',
    '<w:webHidden/>',
    '<w:rStyle w:val="Vist"/>',
  ])('has what %s does not hide', async (looks) => {
    const mark = '<w:rPr><w:vanish/></w:rPr>';
    expect(await readFrom(paragraph(run('Vedtak: Ja.', looks), mark))).toEqual({
      lines: ['Vedtak: Ja.'],
      notices: [],
    });
  });

  it.each<[string, string, string, readonly string[]]>([
    ['a style based on one that hides', 'Arvet', '', ['Vedtak: Ja.']],
    ['one based on that again', 'Oldebarn', '', ['Vedtak: Ja.']],
    ['a style based on one that hides, and that shows', 'Synlig', '', ['Vedtak: Ja.', 'tekst']],
    ['styles based on each other', 'Ring', '', ['Vedtak: Ja.', 'tekst']],
    ['a run that shows in a style that hides', 'Skjult', '<w:vanish w:val="0"/>', ['Vedtak: Ja.', 'tekst']],
    [
      'a run that shows in an inherited style',
      'Arvet',
      '<w:vanish w:val="false"/>',
      ['Vedtak: Ja.', 'tekst'],
    ],
  ])('is read as shown or hidden by %s', async (_, style, looks, lines) => {
    const based = (id: string, on: string, own = ''): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${on}"/><w:rPr>${own}</w:rPr></w:style>`;
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Skjult"><w:rPr><w:vanish/></w:rPr></w:style>${based('Arvet', 'Skjult')}${based('Oldebarn', 'Arvet')}${based('Synlig', 'Arvet', '<w:vanish w:val="0"/>')}${based('Ring', 'Ring2')}${based('Ring2', 'Ring')}</w:styles>`;
    const inStyle = paragraph(run('tekst', looks), `<w:pStyle w:val="${style}"/>`);
    expect(
      (await readFrom(paragraph(run('Vedtak: Ja.')) + inStyle, styles)).lines.filter((one) => one !== ''),
    ).toEqual(lines);
    // What the run says itself comes before its own style, too.
    const byRun = paragraph(run('tekst', `<w:rStyle w:val="${style}"/>${looks}`));
    expect(
      (await readFrom(paragraph(run('Vedtak: Ja.')) + byRun, styles)).lines.filter((one) => one !== ''),
    ).toEqual(lines);
  });

  it('has no instructions of fields that are not filled in', async () => {
    const field = (properties: string, text: string): string =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`;
    const body = paragraph(
      run('Vedtak: ') + field('<w:showingPlcHdr/>', 'Klikk her.') + field('<w:text/>', 'Ja.'),
    );
    expect(await readFrom(body)).toEqual({ lines: ['Vedtak: Ja.'], notices: ['placeholder'] });
    const ticked = '<w:showingPlcHdr/><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>';
    expect(await readFrom(paragraph(field(ticked, '☒')))).toEqual({ lines: ['☒'], notices: [] });
  });

  it.each<[string, string, readonly string[]]>([
    ['of newer and older kind', either(shape('Ja'), `<mc:Fallback>${older('Ja')}</mc:Fallback>`), ['Ja']],
    ['without the older kind', either(shape('Ja', 'Nei'), ''), ['Ja', 'Nei']],
    ['with an empty older kind', either(shape('Ja'), '<mc:Fallback><w:pict/></mc:Fallback>'), ['Ja']],
    ['of newer kind alone', shape('Ja'), ['Ja']],
    ['of older kind alone', older('Ja'), ['Ja']],
    [
      'of older kind for something else',
      either('<w:drawing/>', `<mc:Fallback>${older('Ja')}</mc:Fallback>`),
      ['Ja'],
    ],
  ])('has the text of boxes %s, once', async (_, drawing, texts) => {
    expect(await readFrom(within(drawing) + paragraph('etter'))).toEqual({
      lines: ['før', ...texts, 'etter'],
      notices: ['text-box'],
    });
  });

  it('is found in time, however deep the elements are', () => {
    const deep = '<w:drawing>'.repeat(50_000) + '</w:drawing>'.repeat(50_000);
    expect(checkedDocx(docxOf(deep)).notices).toEqual([]);
  });

  it('has the text of a box in a box', async () => {
    const inner = `<w:txbxContent>${within(shape('indre'))}</w:txbxContent>`;
    const { lines } = await readFrom(paragraph(`<w:r>${older('').replace(box(''), inner)}</w:r>`));
    expect(lines).toEqual(['', 'før', 'indre']);
  });
});
