import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Highlight,
  LooksChange,
  PageCell,
  PageCellLook,
  PageChange,
  TabLooks,
} from '../../../src/domain/looks.ts';
import { applyChanges } from '../../../src/stores/xlsx/writing/apply-changes.ts';
import { createWorkbook } from '../../../src/stores/xlsx/writing/create-workbook.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { editParts, partsOf, tabOf } from '../../support/workbooks.ts';
import { change, fixture } from './changing.ts';
import { faultsAfter } from './soundness.ts';

const HEADINGS = ['ID', 'Tittel', 'Status', 'Frist'];
const before = createWorkbook([tabOf('Tiltak', HEADINGS, [['T-1', 'Ringe']])]);
const PART = 'xl/worksheets/sheet2.xml';

const page = (rows: readonly (readonly PageCell[])[], widths = [30, 12]): PageChange => ({
  kind: 'page',
  layout: { name: 'Les meg', widths, rows },
});

const xmlOf = (bytes: Uint8Array, part = PART): string => partsOf(bytes).get(part) ?? '';

describe('a page', () => {
  it('keeps formulas with the results that they were given, and asks for computing', () => {
    const cells: PageCell[] = [
      { column: 0, look: 'figure', formula: 'COUNTA(Tiltak!$A$2:$A$2000)', value: 1 },
      {
        column: 1,
        look: 'day',
        formula: 'MINIFS(Tiltak!$D:$D,Tiltak!$D:$D,">1")',
        value: { day: '2026-11-23' },
      },
      { column: 2, look: 'text', formula: '"IFS("&Tiltak!B2', text: 'IFS(Ringe' },
      { column: 3, look: 'text', formula: 'Tiltak!C2' },
      { column: 4, look: 'text', formula: 'Tiltak!C2', text: '' },
    ];
    const after = change(before, { kind: 'row', tab: 'Tiltak', cells: { ID: 'T-2' } }, page([cells]));
    expect(readWorkbook(after, 'x').sheets[1]?.rows[0]?.cells).toEqual([
      { value: 1, formula: 'COUNTA(Tiltak!$A$2:$A$2000)' },
      { value: 46349, isDate: true, formula: '_xlfn.MINIFS(Tiltak!$D:$D,Tiltak!$D:$D,">1")' },
      { value: 'IFS(Ringe', formula: '"IFS("&Tiltak!B2' },
      { value: null, formula: 'Tiltak!C2', uncomputed: true },
      { value: '', formula: 'Tiltak!C2' },
    ]);
    expect(xmlOf(after, 'xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1"/>');
    // What is computed from a change that comes later is computed again.
    const later = change(after, { kind: 'row', tab: 'Tiltak', cells: { ID: 'T-3' } });
    expect(readWorkbook(later, 'x').sheets[1]?.rows[0]?.cells[0]).toMatchObject({ uncomputed: true });
  });

  it('has days as days in a workbook that counts from 1904, too', () => {
    const cells: PageCell[] = [{ column: 0, look: 'day', value: { wallTime: '2026-11-23T12:00' } }];
    const after = change(fixture('openpyxl-1904.xlsx'), page([cells]));
    expect(readWorkbook(after, 'x').sheets.at(-1)?.rows[0]?.cells).toEqual([
      { value: 46349.5, isDate: true },
    ]);
  });

  it('has links to other tabs, and cells over several columns', () => {
    const cells: PageCell[] = [
      { column: 0, look: 'link', text: 'Ring', leadsTo: { tab: 'Tiltak', cell: 'B2' }, span: 2 },
    ];
    const after = change(before, page([[], cells]));
    expect(xmlOf(after)).toContain(`<hyperlink ref="A2" location="'Tiltak'!B2"/>`);
    expect(readWorkbook(after, 'x').sheets[1]?.merges).toEqual([{ left: 0, right: 1, top: 2, bottom: 2 }]);
    const again = change(after, page([[{ column: 0, look: 'text', text: 'a' }]]));
    expect(xmlOf(again)).not.toMatch(/mergeCell|hyperlink/u);
  });

  it('keeps what people have changed of it, but for its cells', () => {
    const first = change(before, page([[{ column: 0, look: 'text', text: 'a' }]]));
    const own = editParts(first, {
      [PART]: (xml) =>
        xml.replace('width="30"', 'width="77"').replace('showGridLines="0"', 'zoomScale="150"'),
    });
    const again = xmlOf(change(own, page([[{ column: 1, look: 'text', text: 'b' }]], [5, 5])));
    const [frame = '', rest = ''] = xmlOf(own).split(/<row .*<\/row>/u);
    expect(again.startsWith(frame)).toBe(true);
    expect(again.endsWith(rest)).toBe(true);
  });

  it('is as tall as its texts need', () => {
    const words = 'ord '.repeat(30);
    const after = change(
      before,
      page([
        [{ column: 0, look: 'text', text: 'kort' }],
        [{ column: 0, look: 'text', text: words }],
        [{ column: 0, look: 'text', text: words, span: 2 }],
      ]),
    );
    const heights = [...xmlOf(after).matchAll(/<row r="\d"(?: ht="(\d+)")?/gu)].map(([, height]) => height);
    expect(heights).toEqual([undefined, '60', '45']);
  });

  it('is not made where a chart has its name', () => {
    const withChart = editParts(before, {
      'xl/workbook.xml': (xml) =>
        xml.replace('</sheets>', '<sheet name="les meg" sheetId="9" r:id=""/></sheets>'),
    });
    expect(applyChanges(withChart, [page([])], 'x').results).toMatchObject([
      { refusal: { why: 'name-taken' } },
    ]);
  });
});

describe('whatever looks and pages are asked for', () => {
  const heading = fc.constantFrom(...HEADINGS, 'Borte');
  const formula = fc.constantFrom(
    'A2="<&>"',
    '$B2<>""',
    'IFS(D2<TODAY(),TRUE)',
    `COUNTIF('Les meg'!$A$1:$A$9,A2)>0`,
  );
  const highlight: fc.Arbitrary<Highlight> = fc.record({
    columns: fc.array(heading, { minLength: 1 }),
    formula,
    look: fc.constantFrom('missing', 'wrong', 'late', 'unsettled', 'listed'),
  });
  const looks: fc.Arbitrary<TabLooks> = fc.record(
    {
      place: fc.constantFrom('first', 'second', 'last'),
      frozenThrough: heading,
      groups: fc.array(
        fc.record({
          columns: fc.uniqueArray(heading),
          colour: fc.constantFrom('first', 'webinar', 'other'),
          isOutlined: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      hidden: fc.uniqueArray(heading),
      highlights: fc.array(highlight, { maxLength: 4 }),
      offers: fc.array(fc.record({ column: heading, range: fc.constant("'Les meg'!$A$1:$A$9") }), {
        maxLength: 2,
      }),
      opensAt: fc.integer({ min: 1, max: 3000 }),
      print: fc.constant('fit-width'),
    },
    { requiredKeys: [] },
  );
  const cell: fc.Arbitrary<PageCell> = fc
    .record({
      look: fc.constantFrom<PageCellLook>('title', 'heading', 'figure', 'day', 'link', 'small', 'missing'),
      text: fc.string({ unit: 'binary', maxLength: 60 }),
      formula: fc.option(fc.constantFrom('Tiltak!A2&"<"', 'TODAY()'), { nil: undefined }),
      isLink: fc.boolean(),
    })
    .map(({ look, text, formula: computed, isLink }) => ({
      ...{ column: 0, look, text },
      ...(computed === undefined ? {} : { formula: computed }),
      ...(isLink ? { leadsTo: { tab: 'Tiltak', cell: 'A2' } } : {}),
    }));
  const rows = fc.array(
    fc.array(cell, { maxLength: 3 }).map((cells) => cells.map((one, column) => ({ ...one, column }))),
    { maxLength: 5 },
  );

  it('leaves a whole workbook, and nothing to add the second time', () => {
    fc.assert(
      fc.property(looks, rows, fc.constantFrom(...(['first', 'last'] as const)), (given, cells, place) => {
        const changes: (LooksChange | PageChange)[] = [
          { kind: 'looks', tab: 'Tiltak', headings: HEADINGS, looks: given },
          { ...page(cells), place },
        ];
        const after = change(before, ...changes);
        expect(faultsAfter(before, after)).toEqual([]);
        expect(applyChanges(after, changes, 'x').bytes).toBeNull();
        expect(readWorkbook(after, 'x').sheets.find(({ name }) => name === 'Tiltak')).toEqual(
          readWorkbook(before, 'x').sheets[0],
        );
      }),
      { numRuns: 60 },
    );
  });
});
