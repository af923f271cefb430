import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { NewValue, TabAddition } from '../../src/domain/workbook.ts';

/** A tab as a change asks for it, with plain columns: for tests that care about content, not looks. */
export function tabOf(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly (NewValue | null)[])[] = [],
): TabAddition {
  const columns = headings.map((heading) => ({ heading, note: '', width: 20, format: 'text' as const }));
  const records = rows.map((cells) =>
    Object.fromEntries(
      cells.flatMap((cell, index) => (cell === null ? [] : [[headings[index] ?? '', cell]])),
    ),
  );
  return { kind: 'tab', layout: { name, owner: 'people', columns }, rows: records };
}

/** What a hand-built .xlsx file holds. XML is put in as it is given, so that tests can write what no program would. */
export interface RawWorkbook {
  /** The content of `sheetData`, by the name of the tab. */
  readonly sheets: Readonly<Record<string, string>>;
  /** `<si>` elements. */
  readonly sharedStrings?: string;
  /** `<xf>` elements, and `<numFmt>` elements. */
  readonly styles?: { readonly xfs: string; readonly numFmts?: string };
  /** Attributes of `<workbookPr>`. */
  readonly workbookPr?: string;
  /** Parts to add or to replace, by name; null takes a part away. */
  readonly parts?: Readonly<Record<string, string | null>>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An .xlsx file built by hand, without any code of the store. */
export function rawWorkbook(raw: RawWorkbook): Uint8Array {
  const names = Object.keys(raw.sheets);
  const parts: Record<string, string | null> = {
    '[Content_Types].xml': contentTypes(names.length),
    '_rels/.rels': relationships([`rId1 ${RELATIONSHIPS}/officeDocument xl/workbook.xml`]),
    'xl/workbook.xml': workbookXml(names, raw.workbookPr ?? ''),
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map(
        (_, index) => `rId${index + 1} ${RELATIONSHIPS}/worksheet worksheets/sheet${index + 1}.xml`,
      ),
      `rId101 ${RELATIONSHIPS}/styles styles.xml`,
      `rId102 ${RELATIONSHIPS}/sharedStrings sharedStrings.xml`,
    ]),
    'xl/styles.xml': stylesXml(raw.styles),
    'xl/sharedStrings.xml': `${DECLARATION}<sst xmlns="${MAIN}">${raw.sharedStrings ?? ''}</sst>`,
  };
  Object.values(raw.sheets).forEach((data, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetData>${data}</sheetData></worksheet>`;
  });
  return zipParts({ ...parts, ...raw.parts });
}

/** A zip archive of texts, in the order given. */
export function zipParts(parts: Readonly<Record<string, string | null>>): Uint8Array {
  const files = Object.entries(parts).flatMap(([name, text]) =>
    text === null ? [] : [[name, strToU8(text)]],
  );
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { mtime: '2026-01-01T12:00:00' });
}

/** The parts of an .xlsx file as texts, in the order of the file; pictures and the like as Latin-1. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([name, content]) => {
      return [name, strFromU8(content, !/\.(?:xml|rels|vml)$/u.test(name))];
    }),
  );
}

/** The file with some of its parts changed by hand. */
export function editParts(
  bytes: Uint8Array,
  edits: Readonly<Record<string, (text: string) => string>>,
): Uint8Array {
  const files = unzipSync(bytes);
  for (const [name, edit] of Object.entries(edits)) {
    const content = files[name];
    if (content === undefined) throw new Error(`no part ${name} in ${Object.keys(files).join(', ')}`);
    const before = strFromU8(content);
    const after = edit(before);
    if (after === before) throw new Error(`the edit of ${name} changes nothing`);
    files[name] = strToU8(after);
  }
  return zipSync(files, { mtime: '2026-01-01T12:00:00' });
}

function contentTypes(sheets: number): string {
  const overrides = Array.from({ length: sheets }, (_, index) => {
    return `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${CONTENT}.worksheet+xml"/>`;
  });
  return (
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${CONTENT}.sharedStrings+xml"/>` +
    `${overrides.join('')}</Types>`
  );
}

function relationships(entries: readonly string[]): string {
  const elements = entries.map((entry) => {
    const [id = '', type = '', target = ''] = entry.split(' ');
    return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  });
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${elements.join('')}</Relationships>`;
}

function workbookXml(names: readonly string[], workbookPr: string): string {
  const sheets = names.map((name, index) => {
    return `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`;
  });
  return (
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr ${workbookPr}/>` +
    `<sheets>${sheets.join('')}</sheets></workbook>`
  );
}

function stylesXml(styles: RawWorkbook['styles']): string {
  return (
    `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts>${styles?.numFmts ?? ''}</numFmts>` +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs>${styles?.xfs ?? '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'}</cellXfs></styleSheet>`
  );
}
