import { describe, expect, it } from 'vitest';
import type { CellChange, Change } from '../../../src/domain/workbook.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { applyChanges } from '../../../src/stores/xlsx/writing/apply-changes.ts';
import { editParts, partsOf } from '../../support/workbooks.ts';
import { cellsOf, change, fixture, setCell, sheetParts } from './changing.ts';
import { compareParts, compareSheets, storedResults, tagDifferences } from './compare-parts.ts';

describe.each(['openpyxl-rich.xlsx', 'libreoffice-rich.xlsx'])('%s', (name) => {
  const before = fixture(name);

  it('is read with everything that people made', () => {
    const { sheets } = readWorkbook(before, name);
    expect(sheets.map((sheet) => sheet.name).slice(0, 4)).toEqual([
      'Tiltak',
      'Forbilder',
      'Oversikt',
      'Skjult',
    ]);
    expect(sheets[0]?.rows).toHaveLength(11);
    expect(sheets[0]?.rows[4]).toMatchObject({
      number: 5,
      hidden: true,
      cells: [
        'T-004',
        'Tiltak nummer 4 æøå & <b>',
        'Droppet',
        { value: 46331, isDate: true },
        7.5,
        { formula: 'E5*2' },
      ],
    });
    expect(sheets[1]?.rows[1]?.cells).toMatchObject([
      'Rad 2',
      2,
      { formula: 'B2*10' },
      null,
      { formula: 'B2:B4*2' },
    ]);
  });

  it('differs after a write in the cells that were written, and in nothing else', () => {
    const after = change(
      before,
      setCell('T-002', 'Status', 'Åpen', 'Utført & <ferdig>'),
      setCell('T-005', 'Merknad', null, { day: '2026-12-01' }),
      setCell('T-006', 'Timer', 10.5, 3),
    );
    const parts = compareParts(before, after);
    expect(parts.added).toEqual([]);
    expect(parts.removed).toEqual([]);
    const withFormulas = ['xl/worksheets/sheet1.xml'];
    const bookkeeping = name.startsWith('openpyxl') ? [] : ['xl/workbook.xml'];
    expect([...parts.changed].sort()).toEqual([...bookkeeping, 'xl/styles.xml', ...withFormulas].sort());
    expect(compareSheets(...sheetParts(before, after))).toEqual({
      cells: ['C3', 'G6', 'E7'],
      rows: [],
      frame: [],
    });
    const other = sheetParts(before, after, 'xl/worksheets/sheet2.xml');
    expect(compareSheets(...other)).toEqual({ cells: [], rows: [], frame: [] });
    const kept = storedResults(sheetParts(before, after)[0]).filter((cell) => cell !== 'F7');
    expect(storedResults(sheetParts(before, after)[1])).toEqual(kept);
    expect(storedResults(other[1])).toEqual(storedResults(other[0]));
    expect(cellsOf(after, 'Tiltak', 3)?.[2]).toBe('Utført & <ferdig>');
    expect(cellsOf(after, 'Tiltak', 6)?.[6]).toEqual({ value: 46357, isDate: true });
  });

  it('asks for the formulas to be computed anew, and for nothing more', () => {
    const after = change(before, setCell('T-006', 'Timer', 10.5, 3));
    const workbook = (bytes: Uint8Array): string => partsOf(bytes).get('xl/workbook.xml') ?? '';
    const difference = tagDifferences(workbook(before), workbook(after));
    expect(difference.new).toHaveLength(name.startsWith('openpyxl') ? 0 : 1);
    expect(workbook(after)).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/u);
  });

  it('gets one style more for a date in a cell that showed no date, and keeps all others', () => {
    const after = change(before, setCell('T-005', 'Merknad', null, { day: '2026-12-01' }));
    const styles = (bytes: Uint8Array): string => partsOf(bytes).get('xl/styles.xml') ?? '';
    const { gone, new: added } = tagDifferences(styles(before), styles(after));
    expect(gone.every((tag) => /^<(?:numFmts|cellXfs) count="\d+"\/?>$/u.test(tag))).toBe(true);
    expect(added.join('')).toContain('formatCode="dd.mm.yyyy"');
    expect(added.filter((tag) => tag.startsWith('<xf '))).toHaveLength(1);
  });

  it('grows by rows that look like the one above, and the filter with it', () => {
    const row = (id: string): Change => ({
      kind: 'row',
      tab: 'Tiltak',
      cells: { ID: id, Tittel: 'Nytt', Frist: { day: '2026-12-24' } },
    });
    const after = change(before, row('T-011'), row('T-012'));
    const { cells, rows, frame } = compareSheets(...sheetParts(before, after));
    const columns = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    expect(cells.filter((cell) => cell.endsWith('12'))).toEqual(
      expect.arrayContaining(['A12', 'B12', 'D12']),
    );
    expect(
      cells.every((cell) => ['12', '13'].includes(cell.slice(1)) && columns.includes(cell[0] ?? '')),
    ).toBe(true);
    expect(rows).toEqual([]);
    expect(frame).toEqual(['autoFilter: A1:G11 → A1:G13']);
    expect(partsOf(after).get('xl/workbook.xml')).toMatch(
      /_FilterDatabase"[^>]*>'?Tiltak'?!\$A\$1:\$G\$13</u,
    );
    expect(cellsOf(after, 'Tiltak', 13)).toEqual(['T-012', 'Nytt', null, { value: 46380, isDate: true }]);
    expect(partsOf(after).get('xl/styles.xml')).toBe(partsOf(before).get('xl/styles.xml'));
  });

  it('lets a table grow with its rows', () => {
    const after = change(before, { kind: 'row', tab: 'Forbilder', cells: { Navn: 'Rad 6', Antall: 6 } });
    const table = (bytes: Uint8Array): string => partsOf(bytes).get('xl/tables/table1.xml') ?? '';
    const { gone, new: added } = tagDifferences(table(before), table(after));
    expect(added).toEqual(gone.map((tag) => tag.replace('A1:C5', 'A1:C6')));
    expect(table(after)).toMatch(/<table [^>]*ref="A1:C6"/u);
    const { frame } = compareSheets(...sheetParts(before, after, 'xl/worksheets/sheet2.xml'));
    expect(frame).toEqual(
      name.startsWith('openpyxl') ? ['dimension: A1:H5 → A1:H6'] : ['dimension: A1:H5 → A1:H6'],
    );
  });

  it('does not write over a formula, be it alone or in an array', () => {
    const at = { by: 'id', idColumn: 'Navn', id: 'Rad 3' } as const;
    const cell = (column: string): CellChange => ({
      kind: 'cell',
      tab: 'Forbilder',
      at,
      column,
      was: null,
      becomes: 1,
    });
    const { bytes, results } = applyChanges(before, [cell('Sum'), cell('Matrise')], 'x');
    expect(bytes).toBeNull();
    expect(results.map((result) => result.outcome === 'refused' && result.refusal)).toEqual([
      { why: 'formula', formula: 'B3*10' },
      { why: 'formula', formula: 'B2:B4*2' },
    ]);
  });

  it('lets a table take in a column that is added to it', () => {
    const layout = { heading: 'Kilde & år', note: '', width: 20, format: 'text' as const };
    const after = change(withoutRightSide(before), { kind: 'column', tab: 'Forbilder', layout });
    const table = partsOf(after).get('xl/tables/table1.xml') ?? '';
    expect(table).toMatch(/<table [^>]*ref="A1:D5"/u);
    expect(table).toMatch(
      /<tableColumns count="4">.*<tableColumn id="4" name="Kilde &amp; år"\/><\/tableColumns>/su,
    );
  });

  it('gets new tabs and columns beside what is there', () => {
    const layout = {
      heading: 'Ansvarlig',
      note: 'Hvem gjør det?',
      width: 20,
      format: 'text' as const,
      choices: ['A', 'B'],
    };
    const tab: Change = {
      kind: 'tab',
      layout: { name: 'Kontroll', owner: 'machine', columns: [layout] },
      rows: [{ Ansvarlig: 'A' }],
    };
    const after = change(before, tab, { kind: 'column', tab: 'Tiltak', layout });
    const { added, removed, changed } = compareParts(before, after);
    expect(removed).toEqual([]);
    expect(added.filter((part) => part.startsWith('xl/worksheets/sheet'))).toHaveLength(1);
    expect(changed).not.toContain('xl/charts/chart1.xml');
    const { cells, rows, frame } = compareSheets(...sheetParts(before, after));
    expect(cells).toEqual(['H1']);
    expect(rows).toEqual([]);
    expect(frame).toEqual(
      expect.arrayContaining(['dimension: A1:G29 → A1:H29', 'autoFilter: A1:G11 → A1:H11']),
    );
    expect(frame.map((line) => line.split(/[ :]/u)[0])).toEqual([
      'dimension',
      'cols',
      'autoFilter',
      'dataValidations',
    ]);
    expect(cellsOf(after, 'Tiltak', 1)?.[7]).toBe('Ansvarlig');
    const comments = [...partsOf(after)]
      .filter(([part]) => /comment.*\.xml$/u.test(part))
      .map(([, text]) => text);
    expect(comments.join('')).toContain('Hvem gjør det?');
    expect(comments.join('')).toContain('Gis én gang og brukes aldri om igjen.');
  });
});

/** The workbook without what stands to the right of its table. */
function withoutRightSide(bytes: Uint8Array): Uint8Array {
  return editParts(bytes, {
    'xl/worksheets/sheet2.xml': (xml) => xml.replaceAll(/<c r="[E-H]\d"[^>]*?(?:\/>|>.*?<\/c>)/gu, ''),
  });
}

it.each(['openpyxl-1904.xlsx', 'libreoffice-1904.xlsx'])('%s keeps its date system', (name) => {
  const before = fixture(name);
  const date = cellsOf(before, 'Tiltak', 2)?.[3];
  expect(date).toMatchObject({ isDate: true, value: expect.closeTo(46349 + 12.5 / 24, 9) as number });
  const later: CellChange = { ...setCell('T-001', 'Frist', date ?? null, { wallTime: '2026-11-24T08:00' }) };
  const after = change(before, later, {
    kind: 'row',
    tab: 'Tiltak',
    cells: { ID: 'T-002', Frist: { day: '2026-12-01' } },
  });
  expect(cellsOf(after, 'Tiltak', 2)?.[3]).toMatchObject({
    isDate: true,
    value: expect.closeTo(46350 + 8 / 24, 9) as number,
  });
  expect(cellsOf(after, 'Tiltak', 3)?.[3]).toEqual({ value: 46357, isDate: true });
  expect(partsOf(after).get('xl/workbook.xml')).toMatch(/date1904="(?:1|true)"/u);
});
