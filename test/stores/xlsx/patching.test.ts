import { describe, expect, it } from 'vitest';
import type { CellChange, Change } from '../../../src/domain/workbook.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { applyChanges } from '../../../src/stores/xlsx/writing/apply-changes.ts';
import { partsOf, rawWorkbook, tabOf, type RawWorkbook } from '../../support/workbooks.ts';
import { elements, parseXml } from './xml-tree.ts';

const text = (address: string, content: string, more = ''): string =>
  `<c r="${address}"${more} t="inlineStr"><is><t>${content}</t></is></c>`;
const HEADINGS = `<row r="1">${text('A1', 'ID')}${text('B1', 'Status')}${text('C1', 'Frist')}</row>`;

/** The XML of the first tab after some changes, every one of which must be made. */
function patched(raw: RawWorkbook, ...changes: Change[]): string {
  const { bytes, results } = applyChanges(rawWorkbook(raw), changes, 'x');
  expect(results.filter(({ outcome }) => outcome !== 'done')).toEqual([]);
  return partsOf(bytes ?? new Uint8Array()).get('xl/worksheets/sheet1.xml') ?? '';
}

const data = (xml: string): string => /<sheetData>(.*)<\/sheetData>/su.exec(xml)?.[1] ?? '';

const setCell = (
  id: string,
  column: string,
  was: CellChange['was'],
  becomes: CellChange['becomes'],
): CellChange => {
  return { kind: 'cell', tab: 'Fane', at: { by: 'id', idColumn: 'ID', id }, column, was, becomes };
};

describe('a cell that is written', () => {
  it('keeps its style, and lets go of what belonged to its old content', () => {
    const row = `<row r="2" spans="1:2" ht="20" customHeight="1">${text('A2', 'x', ' s="1"')}<c r="B2" s="2" cm="1" vm="3" t="e"><v>#VALUE!</v></c></row>`;
    const xml = patched(
      { sheets: { Fane: HEADINGS + row } },
      { ...setCell('x', 'Status', { value: null, error: '#VALUE!' }, '=1 & <2>') },
    );
    expect(data(xml)).toBe(
      HEADINGS +
        row.replace(
          /<c r="B2".*<\/c>/u,
          '<c r="B2" s="2" t="inlineStr"><is><t xml:space="preserve">=1 &amp; &lt;2&gt;</t></is></c>',
        ),
    );
  });

  it('that was not there goes where it belongs, in the style of its row or column', () => {
    const cols = '<cols><col min="2" max="5" style="4" width="9"/></cols>';
    const sheet = `<worksheet>${cols}<sheetData>${HEADINGS}<row r="2" s="3" customFormat="1"/><row r="3">${text('A3', 'y')}${text('C3', 'z')}</row></sheetData></worksheet>`;
    const at = { by: 'content', row: 2, cells: [] } as const;
    const xml = patched(
      { sheets: { Fane: '' }, parts: { 'xl/worksheets/sheet1.xml': sheet } },
      setCell('y', 'Status', null, true),
      { kind: 'cell', tab: 'Fane', at, column: 'ID', was: null, becomes: 'ny' },
    );
    expect(data(xml)).toContain(`${text('A3', 'y')}<c r="B3" s="4" t="b"><v>1</v></c>${text('C3', 'z')}`);
    expect(data(xml)).toContain('<row r="2" s="3" customFormat="1"><c r="A2" s="3" t="inlineStr">');
  });

  it('gets a style that shows a date only when its own does not, and the same for all', () => {
    const styles = {
      xfs: [0, 14, 49, 22]
        .map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`)
        .join(''),
    };
    const rows = [0, 1, 2, 3].map(
      (style) =>
        `<row r="${style + 2}">${text(`A${style + 2}`, `r${style}`)}<c r="C${style + 2}" s="${style}"/></row>`,
    );
    const raw = { styles, sheets: { Fane: HEADINGS + rows.join('') } };
    const day = [0, 1, 2, 3].map((style) => setCell(`r${style}`, 'Frist', null, { day: '2026-11-23' }));
    const style = (xml: string) =>
      [...xml.matchAll(/<c r="C\d"(?: s="(\d+)")?><v>/gu)].map((match) => match[1]);
    expect(style(patched(raw, ...day))).toEqual(['4', '1', '4', '4']);
    const time = [0, 1, 2, 3].map((each) =>
      setCell(`r${each}`, 'Frist', null, { wallTime: '2026-11-23T12:00' }),
    );
    expect(style(patched(raw, ...time))).toEqual(['4', '4', '4', '3']);
    const number = [0, 1, 2, 3].map((each) => setCell(`r${each}`, 'Frist', null, 7));
    expect(style(patched(raw, ...number))).toEqual([undefined, '4', '2', '4']);
  });
});

describe('a row that is added', () => {
  it('looks like the row above it, empty cells too', () => {
    const above = `<row r="2" ht="40" customHeight="1">${text('A2', 'x', ' s="1"')}<c r="B2" s="2"/><c r="C2" s="3"><v>1</v></c><c r="F2" s="4"/></row>`;
    const xml = patched(
      { sheets: { Fane: HEADINGS + above } },
      { kind: 'row', tab: 'Fane', cells: { ID: 'y' } },
    );
    expect(data(xml).slice((HEADINGS + above).length)).toBe(
      '<row r="3"><c r="A3" s="1" t="inlineStr"><is><t xml:space="preserve">y</t></is></c><c r="B3" s="2"/><c r="C3" s="3"/><c r="F3" s="4"/></row>',
    );
  });

  it('goes into rows that are formatted in advance, and keeps formulas that show nothing yet', () => {
    const prepared = [2, 3, 4].map(
      (row) =>
        `<row r="${row}" ht="18"><c r="A${row}" s="7"/><c r="C${row}" t="str"><f>IF(A${row}="","","!")</f><v></v></c></row>`,
    );
    const raw = { sheets: { Fane: HEADINGS + prepared.join('') } };
    const xml = patched(raw, { kind: 'row', tab: 'Fane', cells: { ID: 'y' } });
    expect(data(xml)).toContain(
      '<row r="2" ht="18"><c r="A2" s="7" t="inlineStr"><is><t xml:space="preserve">y</t></is></c><c r="C2" t="str"><f>',
    );
    const past = patched(raw, { kind: 'row', tab: 'Fane', cells: { ID: 'y', Frist: 'x' } });
    expect(past).toContain('<row r="5">');
  });

  it('is as tall as its text where the style breaks lines', () => {
    const styles = {
      xfs: '<xf numFmtId="0" xfId="0"/><xf numFmtId="0" xfId="0"><alignment wrapText="1"/></xf>',
    };
    const sheet = `<worksheet><cols><col min="2" max="2" width="10"/></cols><sheetData>${HEADINGS}<row r="2">${text('A2', 'x')}${text('B2', 'y', ' s="1"')}</row></sheetData></worksheet>`;
    const raw = { styles, sheets: { Fane: '' }, parts: { 'xl/worksheets/sheet1.xml': sheet } };
    const row = (cells: Record<string, string>): string => patched(raw, { kind: 'row', tab: 'Fane', cells });
    expect(row({ Status: 'en to tre fire fem' })).toContain('<row r="3" ht="30">');
    expect(row({ ID: 'en to tre fire fem' })).toContain('<row r="3">');
  });
});

it('rows that are replaced take tables, filters and dimension with them, both ways', () => {
  const rows = [2, 3, 4]
    .map((row) => `<row r="${row}">${text(`A${row}`, `r${row}`, ' s="5"')}</row>`)
    .join('');
  const sheet = (filter: string, dimension: string): string =>
    `<worksheet><dimension ref="${dimension}"/><sheetData>${HEADINGS}${rows}</sheetData><autoFilter ref="${filter}"/></worksheet>`;
  const raw = { sheets: { Fane: '' }, parts: { 'xl/worksheets/sheet1.xml': sheet('A1:C4', 'A1:C4') } };
  const replace = (count: number): Change => {
    return {
      kind: 'rows',
      tab: 'Fane',
      rows: Array.from({ length: count }, (_, index) => ({ ID: `n${index}` })),
    };
  };
  const references = (xml: string) => [...xml.matchAll(/ ref="([^"]*)"/gu)].map((match) => match[1]);
  expect(references(patched(raw, replace(6)))).toEqual(['A1:C7', 'A1:C7']);
  expect(references(patched(raw, replace(1)))).toEqual(['A1:C2', 'A1:C2']);
  expect(references(patched(raw, replace(0)))).toEqual(['A1:C1', 'A1:C2']);
  expect(patched(raw, replace(1))).toContain('<row r="2"><c r="A2" s="5" t="inlineStr">');
  const ownFilter = { ...raw, parts: { 'xl/worksheets/sheet1.xml': sheet('A1:C3', 'A1:C4') } };
  expect(references(patched(ownFilter, replace(6)))).toEqual(['A1:C7', 'A1:C3']);
});

describe('headings', () => {
  it('that look alike are told apart by how they are written, or not at all', () => {
    const headings = ['ID', 'Status', 'status ', 'Frist', 'Frist'];
    const cells = headings.map((heading, index) => text(`${'ABCDE'[index] ?? ''}1`, heading)).join('');
    const raw = { sheets: { Fane: `<row r="1">${cells}</row><row r="2">${text('A2', 'x')}</row>` } };
    expect(patched(raw, setCell('x', 'Status', null, 'her'))).toContain('<c r="B2"');
    const change = [setCell('x', 'STATUS', null, 'hvor?'), setCell('x', 'Frist', null, 'hvor?')];
    const { bytes, results } = applyChanges(rawWorkbook(raw), change, 'x');
    expect(bytes).toBeNull();
    expect(results.map((result) => result.outcome === 'refused' && result.refusal.why)).toEqual([
      'no-such-column',
      'no-such-column',
    ]);
  });

  it('stand in the first row that holds something', () => {
    const moved = HEADINGS.replaceAll(/r="([A-C]?)1"/gu, 'r="$14"');
    const raw = { sheets: { Fane: `<row r="2"><c r="A2" s="1"/></row>${moved}` } };
    expect(patched(raw, { kind: 'row', tab: 'Fane', cells: { ID: 'x' } })).toContain('<row r="5"><c r="A5"');
  });
});

describe('a workbook in the strict dialect, with prefixes and white space', () => {
  const strict = 'http://purl.oclc.org/ooxml';
  const raw: RawWorkbook = {
    sheets: { Fane: '' },
    parts: {
      'xl/styles.xml': null,
      'xl/sharedStrings.xml': null,
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:q="${strict}/officeDocument/relationships">\n <x:sheets>\n  <x:sheet name="Fane" sheetId="3" q:id="rId1"/>\n </x:sheets>\n</x:workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${strict}/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${strict}/spreadsheetml/main">\n <x:sheetData>\n  <x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>ID</x:t></x:is></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>Frist</x:t></x:is></x:c></x:row>\n  <x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c><x:c r="C2"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row>\n </x:sheetData>\n</x:worksheet>`,
    },
  };
  const layout = { heading: 'Ny', note: 'Forklaring', width: 10, format: 'date' as const, choices: ['a'] };
  const { bytes, results } = applyChanges(
    rawWorkbook(raw),
    [
      setCell('x', 'Frist', null, { day: '2026-11-23' }),
      { kind: 'row', tab: 'Fane', cells: { ID: 'y' } },
      { kind: 'column', tab: 'Fane', layout },
      tabOf('Annen', ['ID'], [['z']]),
    ],
    'x',
  );
  const after = partsOf(bytes ?? new Uint8Array());

  it('is written in its own words', () => {
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done', 'done']);
    const sheet = parseXml(after.get('xl/worksheets/sheet1.xml') ?? '');
    const names = elements(sheet).map(({ name }) => name);
    expect(names).toEqual(['x:cols', 'x:sheetData', 'x:dataValidations', 'x:legacyDrawing']);
    expect(after.get('xl/worksheets/sheet1.xml')).toContain('\n  <x:row r="2"><x:c r="A2"');
    expect(after.get('xl/worksheets/sheet1.xml')).toMatch(/<x:f>1\+1<\/x:f>\s*<x:v>/u);
    expect(after.get('xl/workbook.xml')).toMatch(
      /<x:sheet name="Annen" sheetId="4" q:id="\w+"\/>\s*<\/x:sheets>/u,
    );
    expect(after.get('xl/workbook.xml')).toContain('<x:calcPr fullCalcOnLoad="1"/>');
    for (const [name, xml] of after) {
      parseXml(xml);
      if (name.startsWith('xl/') && !name.endsWith('.vml'))
        expect(xml).not.toContain('schemas.openxmlformats.org/spreadsheetml');
    }
  });

  it('reads back with the date shown as a date', () => {
    const { sheets } = readWorkbook(bytes ?? new Uint8Array(), 'x');
    expect(sheets.map(({ rows }) => rows.map(({ cells }) => cells))).toEqual([
      [
        ['ID', 'Frist', null, 'Ny'],
        ['x', { value: 46349, isDate: true }, { value: 2, formula: '1+1' }],
        ['y'],
      ],
      [['ID'], ['z']],
    ]);
  });
});
