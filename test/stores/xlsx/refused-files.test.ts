import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/domain/workbook.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { CellBudget } from '../../../src/stores/xlsx/reading/cell-values.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { readSharedStrings } from '../../../src/stores/xlsx/reading/shared-strings.ts';
import { SheetScanner } from '../../../src/stores/xlsx/reading/sheet-scanner.ts';
import { applyChanges } from '../../../src/stores/xlsx/writing/apply-changes.ts';
import { editParts, rawWorkbook, zipParts } from '../../support/workbooks.ts';

const GOOD = rawWorkbook({
  sheets: { Fane: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' },
  sharedStrings: '<si><t>x</t></si>',
});

/** What the operator is told when these bytes are opened. */
function refusalOf(bytes: Uint8Array): string {
  try {
    readWorkbook(bytes, 'register.xlsx');
  } catch (error) {
    if (error instanceof UserError) return `${error.message} → ${error.advice}`;
    throw error;
  }
  return 'nothing: it was read';
}

function cfb(stream: string): Uint8Array {
  const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return Buffer.concat([Buffer.from(signature), Buffer.alloc(1016), Buffer.from(stream, 'utf16le')]);
}

describe('a file that is something else', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['an encrypted workbook', cfb('EncryptedPackage'), /protected with a password.*remove the password/u],
    ['an old .xls', cfb('Workbook'), /old Excel file.*save it as \.xlsx/u],
    ['CSV under another name', strToU8('ID;Tittel\nA-1;Møte\n'), /plain text.*save it as \.xlsx/u],
    ['HTML under another name', strToU8('<html><table></table></html>'), /plain text/u],
    ['noise', Uint8Array.from([0, 1, 2, 3, 4]), /not an \.xlsx workbook/u],
    ['nothing', new Uint8Array(), /is empty/u],
    [
      'an OpenDocument spreadsheet',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] }),
      /OpenDocument.*LibreOffice/u,
    ],
    ['a zip of other things', zipParts({ 'a.txt': 'hei' }), /not a workbook/u],
    [
      'a Word document',
      zipParts({
        '_rels/.rels': '<R><Relationship Type="x/officeDocument" Target="word/document.xml"/></R>',
        'word/document.xml': '<document/>',
      }),
      /not a workbook/u,
    ],
    [
      'a binary workbook',
      zipParts({
        '_rels/.rels': '<R><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></R>',
        'xl/workbook.bin': 'x',
      }),
      /binary.*save it as \.xlsx/u,
    ],
  ])('%s', (_, bytes, expected) => {
    expect(refusalOf(bytes)).toMatch(/^register\.xlsx: /u);
    expect(refusalOf(bytes)).toMatch(expected);
  });
});

describe('a damaged workbook', () => {
  it('is recognised wherever the file is cut', () => {
    for (let length = 4; length < GOOD.length; length += 7) {
      expect(refusalOf(GOOD.subarray(0, length))).toMatch(/damaged|cut short/u);
    }
  });

  it('is recognised by its checksums, or is read as it was', () => {
    const before = JSON.stringify(readWorkbook(GOOD, 'register.xlsx').sheets);
    for (let at = 0; at < GOOD.length; at += 3) {
      const bytes = Uint8Array.from(GOOD);
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      const answer = refusalOf(bytes);
      if (answer.startsWith('nothing'))
        expect(JSON.stringify(readWorkbook(bytes, 'register.xlsx').sheets)).toBe(before);
      else expect(answer).toMatch(/^register\.xlsx: /u);
    }
  });

  it.each<[string, (sheet: string) => string, RegExp]>([
    ['a text that is not there', (xml) => xml.replace('<v>0</v>', '<v>7</v>'), /text number 7/u],
    ['a row that no sheet has', (xml) => xml.replace('r="1"', 'r="1048577"'), /row 1048577/u],
    ['a column that no sheet has', (xml) => xml.replace('"A1"', '"XFE1"'), /far to the right/u],
    ['XML that ends in a row', (xml) => xml.slice(0, xml.indexOf('</row>')), /sheet1\.xml is cut short/u],
    ['XML that ends in a cell', (xml) => xml.slice(0, xml.indexOf('</c>')), /cut short/u],
    ['XML that ends in a tag', (xml) => xml.slice(0, xml.indexOf('"s"') + 2), /cut short/u],
  ])('%s', (_, edit, expected) => {
    expect(refusalOf(editParts(GOOD, { 'xl/worksheets/sheet1.xml': edit }))).toMatch(expected);
  });

  it('may lack a part it points at, or point at none', () => {
    expect(
      refusalOf(rawWorkbook({ sheets: { A: '' }, parts: { 'xl/worksheets/sheet1.xml': null } })),
    ).toMatch(/sheet1\.xml is missing/u);
    expect(
      refusalOf(editParts(GOOD, { 'xl/workbook.xml': (xml) => xml.replace('"rId1"', '"rId5"') })),
    ).toMatch(/Fane points at nothing/u);
  });
});

describe('a workbook that means harm', () => {
  it('is refused for a DOCTYPE in any part, even one that is not read', () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa">]>';
    expect(
      refusalOf(
        editParts(GOOD, {
          'xl/worksheets/sheet1.xml': (xml) => xml.replace('<worksheet', `${doctype}<worksheet`),
        }),
      ),
    ).toMatch(/sheet1\.xml in it holds a DOCTYPE/u);
    expect(
      refusalOf(
        rawWorkbook({
          sheets: { A: '' },
          parts: { 'xl/theme/theme1.xml': `<?xml version="1.0"?><!-- x -->\n${doctype}<a/>` },
        }),
      ),
    ).toMatch(/DOCTYPE/u);
    expect(
      refusalOf(
        rawWorkbook({
          sheets: { A: '' },
          parts: { 'docProps/custom.xml': '<a><![CDATA[<!DOCTYPE html>]]></a>' },
        }),
      ),
    ).toMatch(/nothing/u);
  });

  it('is refused before unpacking when it would unpack to too much', () => {
    const zeros = zipSync({ 'xl/a.xml': new Uint8Array(21 * 1024 * 1024) });
    expect(refusalOf(zeros)).toMatch(/too large to be read safely: unpacked it is more than 300 times/u);
    expect(refusalOf(withDeclaredSize(GOOD, 400 * 1024 * 1024))).toMatch(/unpacked it is 401 MB/u);
  });

  it('is refused when a part is larger than it says', () => {
    expect(refusalOf(withDeclaredSize(GOOD, 10))).toMatch(/cannot be unpacked/u);
  });

  it('is refused when a few cells far out would fill the memory', () => {
    const rows = Array.from(
      { length: 9 },
      (_, index) => `<row r="${index + 1}"><c r="XFD${index + 1}"><v>1</v></c></row>`,
    );
    const xml = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
    const readAll = (most: number): number => {
      const context = { sharedStrings: [], isDateStyle: [], date1904: false, budget: new CellBudget(most) };
      const scanner = new SheetScanner(xml, 'sheet1.xml', context);
      let cells = 0;
      for (let row = scanner.next(); row !== null; row = scanner.next()) cells += row.cells.length;
      return cells;
    };
    expect(readAll(9 * 16_384)).toBe(9 * 16_384);
    expect(() => readAll(100_000)).toThrow(/more than 0.1 million cells/u);
  });

  it('is refused when its texts are more than can be kept', () => {
    const texts = (count: number): string => `<sst>${'<si><t>x</t></si>'.repeat(count)}</sst>`;
    expect(readSharedStrings(texts(10), 'sharedStrings.xml', 10)).toHaveLength(10);
    expect(() => readSharedStrings(texts(11), 'sharedStrings.xml', 10)).toThrow(/million different texts/u);
  });

  it('is read, but not written to, with more styles or settings than any program makes', () => {
    const row: Change = { kind: 'row', tab: 'Fane', cells: { x: { day: '2026-11-28' } } };
    const write = (bytes: Uint8Array): unknown => applyChanges(bytes, [row], 'register.xlsx');
    const styled = (count: number): Uint8Array =>
      editParts(GOOD, {
        'xl/styles.xml': (xml) => xml.replace(/<xf [^>]*xfId="0"\/>/u, '<xf/>'.repeat(count)),
      });
    expect(refusalOf(styled(65_491))).toMatch(/nothing/u);
    expect(write(styled(100))).toMatchObject({ results: [{ outcome: 'done' }] });
    expect(() => write(styled(65_491))).toThrow(/65491 cell styles, and Excel opens 65490 at most/u);
    const padded = editParts(GOOD, {
      'xl/worksheets/sheet1.xml': (xml) =>
        xml.replace('</worksheet>', `${' '.repeat(41 * 1024 * 1024)}</worksheet>`),
      'xl/styles.xml': (xml) => xml.replace('</styleSheet>', `<!--${noise(400_000)}--></styleSheet>`),
    });
    expect(() => write(padded)).toThrow(/the tab Fane has 42 MB of settings around its cells/u);
  });

  it('may define any number of number formats', () => {
    const row: Change = { kind: 'row', tab: 'Fane', cells: { x: { day: '2026-11-28' } } };
    const formats = Array.from(
      { length: 150_000 },
      (_, index) => `<numFmt numFmtId="${index + 200}" formatCode="0"/>`,
    );
    const bytes = editParts(GOOD, {
      'xl/styles.xml': (xml) => xml.replace('<numFmts>', `<numFmts>${formats.join('')}`),
    });
    expect(applyChanges(bytes, [row], 'x')).toMatchObject({ results: [{ outcome: 'done' }] });
  });

  it('is refused when a part is there twice', () => {
    const bytes = Buffer.from(zipParts({ 'xl/a.xml': '<a/>', 'xl/b.xml': '<a/>' }));
    expect(
      refusalOf(Buffer.from(bytes.toString('latin1').replaceAll('xl/b.xml', 'xl/a.xml'), 'latin1')),
    ).toMatch(/there twice/u);
  });

  it('is refused when a part is encrypted, or in UTF-16', () => {
    const bytes = Buffer.from(GOOD);
    const central = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    bytes[central + 8] = 1;
    expect(refusalOf(bytes)).toMatch(/protected with a password/u);
    const utf16 = zipSync({ 'xl/a.xml': Buffer.from('\uFEFF<a/>', 'utf16le') });
    expect(refusalOf(utf16)).toMatch(/not a workbook/u);
    const styles = rawWorkbook({ sheets: { A: '' }, parts: { 'xl/styles.xml': null } });
    expect(refusalOf(styles)).toMatch(/styles\.xml is missing/u);
  });
});

/** The file with another unpacked size declared for its first part. */
function withDeclaredSize(bytes: Uint8Array, size: number): Uint8Array {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(size, changed.indexOf('PK\u0001\u0002', 0, 'latin1') + 24);
  return changed;
}

/** Text that packs badly, so that the file is no zip bomb. */
function noise(length: number): string {
  let [text, seed] = ['', 1];
  while (text.length < length) {
    seed = (seed * 48_271) % 2_147_483_647;
    text += seed.toString(36);
  }
  return text;
}
