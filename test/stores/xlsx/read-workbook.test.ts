import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/domain/workbook.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { rawWorkbook, type RawWorkbook } from '../../support/workbooks.ts';

const PLAIN = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
const xf = (numFmtId: number): string =>
  `<xf numFmtId="${numFmtId}" fontId="0" fillId="0" borderId="0" xfId="0"/>`;

function read(raw: RawWorkbook) {
  return readWorkbook(rawWorkbook(raw), 'register.xlsx');
}

/** The cells of one row that holds the given cell elements. */
function readCells(cells: string, raw: Omit<RawWorkbook, 'sheets'> = {}): readonly Cell[] {
  return read({ ...raw, sheets: { Fane: `<row r="1">${cells}</row>` } }).sheets[0]?.rows[0]?.cells ?? [];
}

describe('text in a cell', () => {
  it('is read from shared strings, plain and in runs, without the reading help for Japanese', () => {
    const sharedStrings =
      '<si><t>Møte</t></si>' +
      '<si><r><t>Halvt </t></r><r><rPr><b/></rPr><t xml:space="preserve">fet </t></r><rPh sb="0" eb="1"><t>フリ</t></rPh></si>' +
      '<si><t/></si><si/>';
    const cells = [0, 1, 2, 3, 0].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    expect(readCells(cells, { sharedStrings })).toEqual(['Møte', 'Halvt fet ', null, null, 'Møte']);
  });

  it('is read where it stands in the cell itself', () => {
    const cells =
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> to  ord </t></is></c>' +
      '<c r="B1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>' +
      '<c r="C1" t="str"><v>uten formel</v></c><c r="D1" t="inlineStr"><is/></c><c r="E1" t="inlineStr"><v>i v</v></c>';
    expect(readCells(cells)).toEqual([' to  ord ', 'ab', 'uten formel', null, 'i v']);
  });

  it('is unescaped as XML and as spreadsheets do', () => {
    const text = (xml: string): string => `<c t="inlineStr"><is><t>${xml}</t></is></c>`;
    const cells = [
      'Bodø &amp; Røst &lt;3 &#230;&#xF8;&#x1F600;',
      'a_x000D_b_x0041_ _x005F_x0041_',
      '<![CDATA[<b>&amp;</b>]]> og <!-- nei -->mer',
      'linje 1\r\nlinje 2\rlinje 3',
      '&nbsp;&#x110000;&',
    ];
    expect(readCells(cells.map(text).join(''))).toEqual([
      'Bodø & Røst <3 æø😀',
      'a\rbA _x0041_',
      '<b>&amp;</b> og mer',
      'linje 1\nlinje 2\nlinje 3',
      '&nbsp;&#x110000;&',
    ]);
  });
});

describe('values other than text', () => {
  it('are numbers, truth values and errors', () => {
    const cells =
      '<c><v>12.5</v></c><c t="n"><v>-1E-5</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c>' +
      '<c t="e"><v>#REF!</v></c><c t="n"/><c t="n"><v>tolv</v></c>';
    expect(readCells(cells)).toEqual([
      12.5,
      -1e-5,
      true,
      false,
      { value: null, error: '#REF!' },
      null,
      'tolv',
    ]);
  });

  it('are dates where the format shows a date, built in or the workbook’s own', () => {
    const styles = {
      numFmts:
        '<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0 &quot;dager&quot;"/>',
      xfs: [0, 14, 22, 164, 165, 47].map(xf).join(''),
    };
    const cells = [0, 1, 2, 3, 4, 5].map((style) => `<c s="${style}"><v>46093.5</v></c>`).join('');
    const date = { value: 46093.5, isDate: true };
    expect(readCells(cells, { styles })).toEqual([46093.5, date, date, date, 46093.5, date]);
  });

  it('are dates when the file writes them out', () => {
    const cells = ['2026-03-12', '2026-03-12T13:00:00', '12:00:00', '2026-02-31', '2026-03-12T13:00:00.000Z'];
    expect(readCells(cells.map((iso) => `<c t="d"><v>${iso}</v></c>`).join(''))).toEqual([
      { value: 46093, isDate: true },
      { value: 46093 + 13 / 24, isDate: true },
      { value: 0.5, isDate: true },
      '2026-02-31',
      { value: 46093 + 13 / 24, isDate: true },
    ]);
  });

  it('are moved from the 1904 date system, numbers left as they are', () => {
    const styles = { xfs: PLAIN + xf(14) };
    const cells = '<c s="1"><v>44631</v></c><c s="0"><v>44631</v></c><c t="d"><v>2026-03-12</v></c>';
    const date = { value: 46093, isDate: true };
    expect(readCells(cells, { styles, workbookPr: 'date1904="1"' })).toEqual([date, 44631, date]);
  });
});

describe('formulas', () => {
  it('come with their last result', () => {
    const cells =
      '<c t="str"><f>A2&amp;"x"</f><v>ax</v></c><c><f>1+1</f><v>2</v></c><c><f>TODAY()</f></c>' +
      '<c t="e"><f>NA()</f><v>#N/A</v></c><c t="str"><f>""</f><v></v></c>' +
      '<c t="str"><f>A2</f></c><c><f>A3</f><v/></c>';
    expect(readCells(cells)).toEqual([
      { value: 'ax', formula: 'A2&"x"' },
      { value: 2, formula: '1+1' },
      { value: null, formula: 'TODAY()', uncomputed: true },
      { value: null, error: '#N/A', formula: 'NA()' },
      { value: '', formula: '""' },
      { value: null, formula: 'A2', uncomputed: true },
      { value: null, formula: 'A3', uncomputed: true },
    ]);
  });

  it('are told for every cell of a shared formula and of an array', () => {
    const sheet =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c><c r="C1"><f t="array" ref="C1:D2">X</f><v>1</v></c><c r="D1"><v>2</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c><c r="C2"><v>3</v></c><c r="D2"><v>4</v></c><c r="E2"><v>5</v></c></row>' +
      '<row r="3"><c r="A3"><f t="shared" si="0"/><v>6</v></c><c r="C3"><v>7</v></c></row>';
    const rows = read({ sheets: { Fane: sheet } }).sheets[0]?.rows.map((row) => row.cells);
    expect(rows).toEqual([
      [{ value: 2, formula: 'B1*2' }, null, { value: 1, formula: 'X' }, { value: 2, formula: 'X' }],
      [{ value: 4, formula: 'B1*2' }, null, { value: 3, formula: 'X' }, { value: 4, formula: 'X' }, 5],
      [{ value: 6, formula: 'B1*2' }, null, 7],
    ]);
  });
});

describe('rows', () => {
  it('keep people’s numbers; blank and format-only ones are left out', () => {
    const trailing = Array.from(
      { length: 900 },
      (_, index) => `<row r="${index + 8}" s="1"><c r="A${index + 8}" s="1"/></row>`,
    );
    const sheet =
      '<row r="2"><c r="B2"><v>1</v></c></row><row r="3"/><row r="4"><c r="A4" t="inlineStr"><is><t>  </t></is></c></row>' +
      `<row r="6" hidden="1"><c r="A6"><v>2</v></c></row><row r="7"><c r="A7" t="str"><f>""</f><v/></c></row>${trailing.join('')}`;
    expect(read({ sheets: { Fane: sheet } }).sheets[0]?.rows).toEqual([
      { number: 2, hidden: false, cells: [null, 1] },
      { number: 6, hidden: true, cells: [2] },
    ]);
  });

  it('may leave out their numbers and those of their cells', () => {
    const sheet =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    expect(read({ sheets: { Fane: sheet } }).sheets[0]?.rows).toEqual([
      { number: 1, hidden: false, cells: [1, 2] },
      { number: 5, hidden: false, cells: [null, null, 3, 4] },
      { number: 6, hidden: false, cells: [5] },
    ]);
  });
});

describe('tabs', () => {
  it('come in people’s order, hidden ones too, without chart sheets', () => {
    const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const bytes = rawWorkbook({
      sheets: { A: '<row r="1"><c r="A1"><v>1</v></c></row>', B: '<row r="1"><c r="A1"><v>2</v></c></row>' },
      parts: {
        'xl/workbook.xml':
          `<workbook xmlns="m" xmlns:r="${base}"><sheets><sheet name="Sist &amp; først" sheetId="2" state="veryHidden" r:id="rId2"/>` +
          '<sheet name="Diagram" sheetId="9" r:id="rId9"/><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          `<Relationships><Relationship Id="rId1" Type="${base}/worksheet" Target="/xl/worksheets/sheet1.xml"/>` +
          `<Relationship Id="rId2" Type="${base}/worksheet" Target="./worksheets/Sheet2.XML"/>` +
          `<Relationship Id="rId9" Type="${base}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
      },
    });
    const { sheets, name } = readWorkbook(bytes, 'register.xlsx');
    expect(name).toBe('register.xlsx');
    expect(sheets.map((sheet) => [sheet.name, sheet.rows[0]?.cells[0]])).toEqual([
      ['Sist & først', 2],
      ['A', 1],
    ]);
  });

  it('are read whatever prefix and dialect the file uses', () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const bytes = rawWorkbook({
      sheets: { Fane: '' },
      parts: {
        '_rels/.rels': `<Relationships><Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
        'xl/workbook.xml': `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:q="${strict}/officeDocument/relationships"><x:workbookPr date1904="false"/><x:sheets><x:sheet name="Fane" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>`,
        'xl/_rels/workbook.xml.rels': `<p:Relationships xmlns:p="x"><p:Relationship Id="rId1" Type="${strict}/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/></p:Relationships>`,
        'xl/worksheets/sheet1.xml': `\uFEFF<?xml version='1.0'?>\n<x:worksheet xmlns:x='${strict}/spreadsheetml/main'>\n<x:dimension ref='A1'/><x:sheetData>\n <x:row r='1' x:hidden='true'>\n  <x:c t='d' r='A1' ><x:v>2026-11-23</x:v></x:c>\n </x:row></x:sheetData></x:worksheet>`,
      },
    });
    expect(readWorkbook(bytes, 'x').sheets).toEqual([
      { name: 'Fane', rows: [{ number: 1, hidden: true, cells: [{ value: 46349, isDate: true }] }] },
    ]);
  });

  it('need neither styles nor shared strings', () => {
    const bytes = rawWorkbook({
      sheets: { Fane: '<row r="1"><c r="A1" s="4"><v>1</v></c></row>' },
      parts: {
        'xl/styles.xml': null,
        'xl/sharedStrings.xml': null,
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      },
    });
    expect(readWorkbook(bytes, 'x').sheets[0]?.rows[0]?.cells).toEqual([1]);
  });
});

it('the revision follows the bytes', () => {
  const one = rawWorkbook({ sheets: { Fane: '' } });
  const other = rawWorkbook({ sheets: { Fane: '<row/>' } });
  const revision = (bytes: Uint8Array): string => readWorkbook(bytes, 'x').revision;
  expect(revision(one)).toBe(revision(Uint8Array.from(one)));
  expect(revision(one)).not.toBe(revision(other));
});

describe('tabs', () => {
  it.each(['hidden', 'veryHidden'])('say when they are %s', (state) => {
    const parts = {
      'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Saker" sheetId="1" state="${state}" r:id="rId1"/><sheet name="Annet" sheetId="2" state="visible" r:id="rId2"/></sheets></workbook>`,
    };
    const { sheets } = read({ sheets: { Saker: '', Annet: '' }, parts });
    expect(sheets).toEqual([
      { name: 'Saker', hidden: true, rows: [] },
      { name: 'Annet', rows: [] },
    ]);
  });

  it.each(['Felles skrivelogg (la stå) n=12', '_motor n=12 0123456789abcdef'])(
    'leave out the write log of a Google Sheet that was downloaded: %s',
    (log) => {
      const { sheets } = read({ sheets: { Saker: '', [log]: '' } });
      expect(sheets.map(({ name }) => name)).toEqual(['Saker']);
    },
  );
});
