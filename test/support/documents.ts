/** .docx files as small as they can be, for tests of what is read from them. */
import { zipParts } from './workbooks.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The parts of a .docx with this XML in its body; `more` adds parts, or replaces them. */
export function docxParts(
  body: string,
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${DECLARATION}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `${DECLARATION}<w:styles xmlns:w="${WORD}">${[1, 2, 3].map((level) => `<w:style w:type="paragraph" w:styleId="Overskrift${String(level)}"><w:name w:val="heading ${String(level)}"/></w:style>`).join('')}</w:styles>`,
    ...more,
  };
}

export const docxOf = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipParts(docxParts(body, more));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const run = (text: string, looks = ''): string =>
  `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of XML runs, or of plain text. */
export const paragraph = (content: string, looks = ''): string =>
  `<w:p>${looks === '' ? '' : `<w:pPr>${looks}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;

/** A table of cells of XML paragraphs. */
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
