/** Writes a paper as .docx, the same bytes for the same paper whatever the clock, the machine or the time zone. */
import type * as Docx from 'docx';
import { strFromU8, strToU8, zipSync } from 'fflate';
import type { WrittenStandard } from '../../domain/written-standard.ts';
import type { Block, PaperDocument, PaperProperties } from '../document/document.ts';
import { DocxBody } from './body.ts';
import type { Pictures } from './picture.ts';
import { docxNumbering, docxStyles, languageTags, page } from './styles.ts';
import { escapeHtml } from '../safe/escape.ts';

/** The words around the page numbers in the footer: «Side 1 av 3». */
const pageWords: Readonly<Record<WrittenStandard, readonly [string, string]>> = {
  nb: ['Side', 'av'],
  nn: ['Side', 'av'],
  en: ['Page', 'of'],
};

function footer(docx: typeof Docx, paper: PaperDocument, standard: WrittenStandard): Docx.Footer {
  const { Footer, PageNumber, Paragraph, Tab, TextRun } = docx;
  const [side, of] = pageWords[standard];
  const number = new TextRun({
    children: [`${side} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES],
  });
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: 'right', position: page.full }],
        children: [new TextRun(paper.title), new TextRun({ children: [new Tab()] }), number],
      }),
    ],
  });
}

function listStarts(blocks: readonly Block[]): readonly number[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'note') return listStarts(block.blocks);
    if (block.kind !== 'list') return [];
    return [...(block.start === undefined ? [] : [block.start]), ...block.items.flatMap(listStarts)];
  });
}

/** docx writes the time of writing; this replaces it with the paper's own time. */
function coreProperties(
  paper: PaperDocument,
  { standard, subject, creator, created }: PaperProperties,
): string {
  const when = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeHtml(created)}</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeHtml(paper.title)}</dc:title><dc:subject>${escapeHtml(subject)}</dc:subject>`,
    `<dc:creator>${escapeHtml(creator)}</dc:creator><cp:lastModifiedBy>${escapeHtml(creator)}</cp:lastModifiedBy>`,
    `<dc:language>${languageTags[standard]}</dc:language>${when('created')}${when('modified')}`,
    '</cp:coreProperties>',
  ].join('');
}

/** Numbers names in the order in which they first appear. */
class Numbers {
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    const number = this.#numbers.get(name) ?? this.#numbers.size + 1;
    this.#numbers.set(name, number);
    return number;
  }
}

/** docx counts bookmarks and pictures across all files that the process writes. */
function renumber(xml: string): string {
  const [bookmarks, pictures] = [new Numbers(), new Numbers()];
  return xml
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)"/gu,
      (_, before: string, id: string) => `${before}${bookmarks.of(id)}"`,
    )
    .replace(/(<wp:docPr id=")(\d+)"/gu, (_, before: string, id: string) => `${before}${pictures.of(id)}"`);
}

/** docx names links at random, in the text and in the part that holds their addresses. */
function renameLinks(xml: string, addresses: string): readonly [xml: string, addresses: string] {
  const numbers = new Numbers();
  const rename = (_: string, before: string, id: string): string => `${before}rIdLink${numbers.of(id)}"`;
  return [
    xml.replace(/(<w:hyperlink\b[^>]*? r:id=")([^"]+)"/gu, rename),
    addresses.replace(/(<Relationship Id=")([^"]+)"(?=[^>]*\/hyperlink")/gu, rename),
  ];
}

type Compile = (document: Docx.Document) => ReadonlyMap<string, string | Uint8Array>;
const canCompile = (value: unknown): value is { readonly compile: Compile } =>
  typeof value === 'object' && value !== null && 'compile' in value && typeof value.compile === 'function';

/**
 * The parts of the package. docx itself only returns them zipped, which takes a third of the time to write a paper, so they
 * are taken from the compiler that its packer keeps. Throws TypeError if another version of docx has no such compiler.
 */
function partsOf({ Packer }: typeof Docx, document: Docx.Document): Map<string, Uint8Array> {
  const compiler: unknown = Reflect.get(Packer, 'compiler');
  if (!canCompile(compiler)) throw new TypeError('this version of docx has no compiler');
  const parts = [...compiler.compile(document)];
  return new Map(parts.map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]));
}

/** Zips the parts with a fixed time, in a fixed order. */
function zipAlike(parts: Map<string, Uint8Array>, core: string): Uint8Array {
  const read = (name: string): string => strFromU8(parts.get(name) ?? new Uint8Array());
  const [text, links] = ['word/document.xml', 'word/_rels/document.xml.rels'] as const;
  const [xml, addresses] = renameLinks(renumber(read(text)), read(links));
  parts.set(text, strToU8(xml)).set(links, strToU8(addresses)).set('docProps/core.xml', strToU8(core));
  const order = (name: string): string => (name === '[Content_Types].xml' ? '' : name);
  const sorted = [...parts].sort(([one], [other]) => (order(one) < order(other) ? -1 : 1));
  // The earliest time that zip can store, as any machine's clock would show it.
  return zipSync(Object.fromEntries(sorted), { level: 6, mtime: new Date(1980, 0, 1) });
}

/**
 * The paper as .docx: real headings, lists, tables and pictures, document language, title and page numbers. The package that
 * writes it is loaded only when it is called.
 */
export async function renderDocx(
  paper: PaperDocument,
  properties: PaperProperties,
  pictures: Pictures = new Map(),
): Promise<Uint8Array> {
  const docx = await import('docx');
  const document = new docx.Document({
    title: paper.title,
    styles: docxStyles(properties.standard),
    numbering: docxNumbering(listStarts(paper.blocks)),
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height }, margin: page.margin } },
        footers: { default: footer(docx, paper, properties.standard) },
        children: [...new DocxBody(docx, paper, pictures).write()],
      },
    ],
  });
  return zipAlike(partsOf(docx, document), coreProperties(paper, properties));
}
