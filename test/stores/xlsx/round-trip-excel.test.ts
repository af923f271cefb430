import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { partsOf } from '../../support/workbooks.ts';
import { cellsOf, change, fixture, setCell, sheetParts } from './changing.ts';
import { compareParts, compareSheets, storedResults, tagDifferences } from './compare-parts.ts';

describe('excel-like.xlsm', () => {
  const before = fixture('excel-like.xlsm');
  const after = change(
    before,
    setCell('T-002', 'Frist', null, { day: '2026-11-30' }),
    setCell('T-003', 'Status', 'Åpen', 'Utført'),
    { kind: 'row', tab: 'Tiltak', cells: { ID: 'T-004', Tittel: '=1+1', Timer: 1 } },
    { kind: 'row', tab: 'Tabell', cells: { Navn: 'Under' } },
  );

  it('is read as Excel shows it', () => {
    expect(cellsOf(before, 'Tiltak', 2)?.slice(0, 4)).toEqual([
      'T-001',
      'Ring fylket i dag',
      'Åpen',
      { value: 46349, isDate: true },
    ]);
    expect(cellsOf(before, 'Tiltak', 3)).toEqual([
      'T-002',
      '東京',
      'Utført',
      null,
      3,
      { value: 30, formula: 'E2*10' },
    ]);
    expect(cellsOf(before, 'Tiltak', 4)?.[1]).toBe('linje 1\r\nlinje 2 & <3');
  });

  it('keeps every part but those that must change', () => {
    expect(compareParts(before, after)).toEqual({
      added: [],
      removed: ['xl/calcChain.xml'],
      changed: [
        ...['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'],
        ...['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'],
      ],
    });
    for (const part of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels']) {
      const difference = tagDifferences(partsOf(before).get(part) ?? '', partsOf(after).get(part) ?? '');
      expect(difference.new).toEqual([]);
      expect(difference.gone).toEqual([expect.stringContaining('calcChain')]);
    }
    expect(
      tagDifferences(
        partsOf(before).get('xl/workbook.xml') ?? '',
        partsOf(after).get('xl/workbook.xml') ?? '',
      ),
    ).toEqual({
      gone: [expect.stringMatching(/\$A\$1:\$F\$4$/u), '<calcPr calcId="191029"/>'],
      new: [expect.stringMatching(/\$A\$1:\$F\$5$/u), '<calcPr calcId="191029" fullCalcOnLoad="1"/>'],
    });
  });

  it('differs in the cells that were written, in row spans and in the reach of the filter', () => {
    const [old, now] = sheetParts(before, after);
    const { cells, rows, frame } = compareSheets(old, now);
    expect(cells).toEqual(
      ['D3', 'C4', 'B5', 'A5', 'E5'].sort((one, other) => cells.indexOf(one) - cells.indexOf(other)),
    );
    expect(rows).toEqual(['5']);
    expect(frame).toEqual(['autoFilter: A1:F4 → A1:F5']);
    expect(now).toContain('<row r="5" spans="1:5" x14ac:dyDescent="0.25">');
    expect(storedResults(now)).toEqual(storedResults(old));
    const hours = change(before, setCell('T-002', 'Timer', 3, 4));
    expect(storedResults(sheetParts(before, hours)[1])).toEqual(['F2', 'F4']);
    expect(sheetParts(before, hours)[1]).toContain('<f t="shared" si="0"/></c>');
    expect(cellsOf(after, 'Tiltak', 5)).toEqual(['T-004', '=1+1', null, null, 1]);
  });

  it('leaves a table with a row of totals as it is', () => {
    expect(cellsOf(after, 'Tabell', 5)).toEqual(['Under']);
    expect(partsOf(after).get('xl/tables/table1.xml')).toBe(partsOf(before).get('xl/tables/table1.xml'));
  });

  it('keeps the comment that is there when a new column gets one', () => {
    const layout = {
      heading: 'Part',
      note: 'Hvem?',
      width: 12,
      format: 'date' as const,
      choices: ['A, B', 'C'],
    };
    const wider = change(before, { kind: 'column', tab: 'Tiltak', layout });
    const [old, now] = sheetParts(before, wider);
    expect(compareSheets(old, now)).toMatchObject({ cells: ['G1'], rows: ['1'] });
    expect(now).toContain('<col min="7" max="7" width="12"');
    expect(now).toContain('<col min="8" max="16384" width="24.5703125" style="2" customWidth="1"/>');
    expect(now).toContain("<formula1>'Lister'!$A$2:$A$3</formula1>");
    const comments = partsOf(wider).get('xl/comments1.xml') ?? '';
    expect(comments).toMatch(/Gis én gang.*Hvem\?/su);
    expect(partsOf(wider).get('xl/drawings/vmlDrawing1.vml')).toMatch(/_x0000_s1025.*_x0000_s1026/su);
    expect(readWorkbook(wider, 'x').sheets.map(({ name }) => name)).toEqual(['Tiltak', 'Tabell', 'Lister']);
  });
});
