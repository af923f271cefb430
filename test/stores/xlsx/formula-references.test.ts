import { describe, expect, it } from 'vitest';
import type { NewValue } from '../../../src/domain/workbook.ts';
import { OfficePackage } from '../../../src/stores/xlsx/package/office-package.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { findWorkbookParts } from '../../../src/stores/xlsx/reading/workbook-parts.ts';
import { referencesIn } from '../../../src/stores/xlsx/writing/formula-references.ts';
import { KnownNames } from '../../../src/stores/xlsx/writing/known-names.ts';
import { editParts, rawWorkbook } from '../../support/workbooks.ts';
import { change, fixture } from './changing.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const names: Readonly<Record<string, string>> = {
  Prosjektleder: 'Lister!$B$2',
  MVA: '0.25',
  Omvei: 'Prosjektleder&amp;"x"',
  Ring: 'Ring+1',
  ...Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`Dobbelt${index}`, `Dobbelt${index + 1}+Dobbelt${index + 1}`]),
  ),
  Dobbelt30: 'Lister!$A$1',
  Rullende: 'OFFSET(Lister!$A$1,0,0,COUNTA(Lister!$C:$C),1)',
  TilVenstre: 'Lister!A1',
  Nabo: '!$D$4',
};

/** Two tabs and more, a table in the second, and names; `cells` stand in row 2 of the first from column A. */
function workbook(cells: readonly string[] = []): Uint8Array {
  const row = cells.map((cell) => `<c>${cell}</c>`).join('');
  const head = ['ID', 'Fra', 'Til'].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  const made = rawWorkbook({
    sheets: {
      Tiltak: `<row r="1">${head}</row><row r="2">${row}</row>`,
      Lister: `<row r="3"><c/>${head}</row><row r="4"><c/><c t="inlineStr"><is><t>x</t></is></c></row>`,
      "Bo's fane": '',
      Mars: '',
    },
    parts: {
      'xl/worksheets/_rels/sheet2.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/table" Target="../tables/table1.xml"/></Relationships>`,
      'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="Timer" displayName="Timer" ref="B3:D9"><tableColumns count="3"><tableColumn id="1" name="ID"/><tableColumn id="2" name="Fra &amp; [med]"/><tableColumn id="3" name="Til_x000a_og"/></tableColumns></table>`,
    },
  });
  const defined = Object.entries(names).map(
    ([name, text]) => `<definedName name="${name}">${text}</definedName>`,
  );
  const own = '<definedName name="Prosjektleder" localSheetId="3">Mars!$A$9</definedName>';
  return editParts(made, {
    'xl/workbook.xml': (xml) =>
      xml.replace('</sheets>', `</sheets><definedNames>${own}${defined.join('')}</definedNames>`),
  });
}

const parts = OfficePackage.open(workbook());
const known = new KnownNames(parts, findWorkbookParts(parts));
const standing = { tab: 'Tiltak', column: 4, row: 5, shift: { columns: 0, rows: 0 } };
const read = (formula: string, at = standing): readonly string[] =>
  referencesIn(formula, at, known).map(
    ({ tab, left, top, right, bottom }) => `${tab} ${left},${top}-${right},${bottom}`,
  );

it.each<[string, readonly string[]]>([
  ['A1', ['Tiltak 0,1-0,1']],
  ['$B$2*10+c3', ['Tiltak 1,2-1,2', 'Tiltak 2,3-2,3']],
  ['SUM(A1:B9)&"C7"', ['Tiltak 0,1-1,9']],
  ['COUNTIF($A:C,"x")', ['Tiltak 0,1-2,1048576']],
  ['SUM($3:4)', ['Tiltak 0,3-16383,4']],
  ['IF(TRUE,1.5E3,#REF!)', []],
  ['SUM((A1,C3))', ['Tiltak 0,1-0,1', 'Tiltak 2,3-2,3']],
  ['A1#', ['Tiltak 0,1-0,1']],
  ['_xlfn.SINGLE(A1)', ['Tiltak 0,1-0,1']],
  ['_xlfn.ANCHORARRAY(A1)', ['Tiltak 0,1-0,1']],
  ['LOG10(B2)', ['Tiltak 1,2-1,2']],
  ["'Bo''s fane'!A1+lister!$B$2", ["Bo's fane 0,1-0,1", 'Lister 1,2-1,2']],
  ['Prosjektleder', ['Lister 1,2-1,2']],
  ['prosjektleder&MVA', ['Lister 1,2-1,2']],
  ['Omvei', ['Lister 1,2-1,2']],
  ['[0]!Prosjektleder', ['Lister 1,2-1,2']],
  ['Mars!Prosjektleder', ['Mars 0,9-0,9']],
  ['Lister!Prosjektleder', ['Lister 1,2-1,2']],
  ['Ring', []],
  ['Dobbelt0', ['Lister 0,1-0,1']],
  ['Nabo', ['Tiltak 3,4-3,4']],
  ['TilVenstre', ['Lister 4,5-4,5']],
  ['Rullende', ['Lister 0,1-0,1', 'Lister 2,1-2,1048576']],
  ['SUM(Timer[ID])', ['Lister 1,3-1,9']],
  ["SUM(timer[Fra & '[med']])", ['Lister 2,3-2,9']],
  ['Timer[[#This Row],[ID]]', ['Lister 1,5-1,5']],
  ['Timer[@ID]', ['Lister 1,5-1,5']],
  ["Timer[[#Headers],[ID]:[Fra & '[med']]]", ['Lister 1,3-2,9']],
  ['Timer[]', ['Lister 1,3-3,9']],
  ['Timer[#All]', ['Lister 1,3-3,9']],
  ['ROWS(Timer)', ['Lister 1,3-3,9']],
  ['Timer[Borte]', ['Lister 1,3-3,9']],
  ['Tiltak:Lister!A1', ['Tiltak 0,1-0,1', 'Lister 0,1-0,1']],
  ["'Lister:Mars'!A1", ['Lister 0,1-0,1', "Bo's fane 0,1-0,1", 'Mars 0,1-0,1']],
  ['INDEX(A:A,2):B5', ['Tiltak 0,1-0,1048576', 'Tiltak 1,5-1,5', 'Tiltak 0,1-1,1048576']],
  ['INDIRECT("A1")', []],
  ['OFFSET(A1,1,1)', ['Tiltak 0,1-0,1']],
  ['[1]Ark1!A1', []],
  ["'C:\\[Bok.xlsx]Ark1'!A1", []],
  ['Ukjent+Ukjent!B2', []],
  ['_xlfn.LET(_xlpm.x,A1,_xlpm.x*2)', ['Tiltak 0,1-0,1']],
  ['', []],
])('%s reads what it says', (formula, areas) => {
  expect(read(formula)).toEqual(areas);
});

it('follows a shared formula down, and a bare column to its table', () => {
  expect(read("'Bo''s fane'!A1+$B$2", { ...standing, shift: { columns: 1, rows: 2 } })).toEqual([
    "Bo's fane 1,3-1,3",
    'Tiltak 1,2-1,2',
  ]);
  expect(read('[@ID]', { ...standing, tab: 'Lister', column: 3 })).toEqual(['Lister 1,5-1,5']);
  expect(read('[@ID]')).toEqual([]);
});

describe('a stored result', () => {
  const stays = (formula: string): string => `<f>${formula}</f><v>7</v>`;
  /** The cells of row 2 of the first tab, from column D, after a write to a cell. */
  const after = (cells: readonly string[], column: 'ID' | 'Fra', becomes: NewValue): readonly unknown[] => {
    const before = workbook(['', '', '', ...cells]);
    const at = {
      by: 'content',
      row: 2,
      cells: readWorkbook(before, 'x').sheets[0]?.rows[1]?.cells ?? [],
    } as const;
    const written = change(before, { kind: 'cell', tab: 'Tiltak', at, column, was: null, becomes });
    return (readWorkbook(written, 'x').sheets[0]?.rows[1]?.cells ?? [])
      .slice(3)
      .map((cell) => (typeof cell === 'object' ? (cell?.value ?? null) : cell));
  };

  it('stays beside a formula that reads nothing that was written', () => {
    const formulas = [
      'Prosjektleder',
      'SUM(Timer[ID])',
      'INDIRECT("B9")',
      'OFFSET(C9,1,1)',
      '[1]Ark1!A2',
      'B2',
      'Ukjent',
    ];
    expect(after(formulas.map(stays), 'ID', 'T-1')).toEqual(formulas.map(() => 7));
  });

  it('goes beside one that reads what was written, by whatever way', () => {
    const formulas = [
      'A2',
      'COUNTA(A:A)',
      'OFFSET(A2,0,0)',
      'Tiltak:Lister!A2',
      'INDEX(A:A,1):B9',
      'D2',
      'F2&amp;"x"',
    ];
    expect(after(formulas.map(stays), 'ID', 'T-1')).toEqual(formulas.map(() => null));
  });

  it('goes in every cell that an array or a data table fills, and in no other', () => {
    const array = '<f t="array" ref="D2:E2">A2:B2*2</f><v>1</v>';
    const table = '<f t="dataTable" ref="G2:H2" dt2D="1" dtr="1" r1="A2" r2="Z9"/><v>1</v>';
    const cells = [array, '<v>2</v>', '<v>3</v>', table, '<v>4</v>', '<v>5</v>'];
    expect(after(cells, 'ID', 'T-1')).toEqual([null, null, 3, null, null, 5].slice(0, 6));
    expect(after(cells, 'Fra', 'x')).toEqual([null, null, 3, 1, 4, 5]);
  });

  it('goes where its row was written, and stays in the rows between', () => {
    const rows = [2, 3, 4, 5].map(
      (row) =>
        `<row r="${row}"><c/><c t="inlineStr"><is><t>x</t></is></c><c><f>A${row}</f><v>7</v></c></row>`,
    );
    const head = ['ID', 'Fra', 'Til'].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
    const before = rawWorkbook({ sheets: { Tiltak: `<row r="1">${head}</row>${rows.join('')}` } });
    const cellsAt = (row: number) => readWorkbook(before, 'x').sheets[0]?.rows[row - 1]?.cells ?? [];
    const written = change(
      before,
      ...[2, 5].map((row) => ({
        kind: 'cell' as const,
        tab: 'Tiltak',
        at: { by: 'content' as const, row, cells: cellsAt(row) },
        column: 'ID',
        was: null,
        becomes: `T-${row}`,
      })),
    );
    const results = readWorkbook(written, 'x')
      .sheets[0]?.rows.slice(1)
      .map(({ cells }) => cells[2]);
    expect(results).toMatchObject([{ uncomputed: true }, { value: 7 }, { value: 7 }, { uncomputed: true }]);
  });

  it('of a sum that runs down or up goes to its end', () => {
    const count = 40;
    const cells = Array.from({ length: count }, (_, index) => {
      const row = index + 2;
      return `<row r="${row}"><c/><c t="inlineStr"><is><t>x</t></is></c><c><f>IF(FALSE,A${row},C${row - 1})</f><v>7</v></c><c><f>D${row + 1}</f><v>7</v></c></row>`;
    });
    const last = `<row r="${count + 2}"><c/><c t="inlineStr"><is><t>y</t></is></c><c/><c><f>C${count + 1}</f><v>7</v></c></row>`;
    const head = ['ID', 'Fra', 'Til'].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
    const before = rawWorkbook({ sheets: { Tiltak: `<row r="1">${head}</row>${cells.join('')}${last}` } });
    const at = {
      by: 'content',
      row: 2,
      cells: readWorkbook(before, 'x').sheets[0]?.rows[1]?.cells ?? [],
    } as const;
    const written = change(before, {
      kind: 'cell',
      tab: 'Tiltak',
      at,
      column: 'ID',
      was: null,
      becomes: 'T-1',
    });
    const results = readWorkbook(written, 'x').sheets[0]?.rows.slice(1, -1) ?? [];
    expect(
      results.every(({ cells: [, , down, up] }) =>
        [down, up].every((cell) => typeof cell === 'object' && cell?.uncomputed === true),
      ),
    ).toBe(true);
  });

  it('of a formula that goes through a name survives giving IDs', () => {
    const before = fixture('named-range-formula.xlsx');
    const cells = readWorkbook(before, 'x').sheets[0]?.rows[2]?.cells ?? [];
    const written = change(before, {
      kind: 'cell',
      tab: 'Aktiviteter',
      at: { by: 'content', row: 3, cells },
      column: 'ID',
      was: null,
      becomes: 'A-2026-002',
    });
    expect(readWorkbook(written, 'x').sheets[0]?.rows[2]?.cells[4]).toEqual({
      value: 'prosjektleder',
      formula: 'Prosjektleder',
    });
  });
});
