import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PageChange } from '../../../src/domain/looks.ts';
import { isEmptyCell, type Change, type ColumnLayout, type Workbook } from '../../../src/domain/workbook.ts';
import { planIds } from '../../../src/register/give-ids.ts';
import { planSetup } from '../../../src/register/setup.ts';
import { parseWallTime } from '../../../src/domain/time.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { applyChanges } from '../../../src/stores/xlsx/writing/apply-changes.ts';
import { editParts, partsOf, rawWorkbook } from '../../support/workbooks.ts';
import { change, fixture, FOLDER } from './changing.ts';
import { faultsAfter, notesByCell, parserFault, shapesByCell } from './soundness.ts';

const now = parseWallTime('2026-11-28T12:00');
if (now === undefined) throw new Error('no time');

const many = Array.from({ length: 60 }, (_, index) => `Valg nummer ${index}, æøå & <b>`);
const column = (heading: string, choices: readonly string[]): ColumnLayout => ({
  heading,
  note: 'Hva skal stå her & <hvorfor>?',
  width: 20,
  format: 'date',
  choices,
});

/** The headings of each tab that has any. */
const headed = ({ sheets }: Workbook) =>
  sheets.flatMap(({ name, rows }) => {
    const [first] = rows;
    const heading = (first?.cells ?? []).find((cell) => typeof cell === 'string' && !isEmptyCell(cell));
    return typeof heading === 'string' ? [{ name, heading }] : [];
  });

/** Every look of a tab at once. */
const looksOf = (tab: string, heading: string): Change => ({
  ...{ kind: 'looks', tab, headings: [heading] },
  looks: {
    ...{ place: 'second', frozenThrough: heading, print: 'fit-width', opensAt: 2 },
    hidden: [heading],
    groups: [{ columns: [heading], colour: 'first', isOutlined: true, isFolded: true }],
    highlights: [
      { columns: [heading], formula: 'AND(A2<"&",MAXIFS($A$2:$A$9,$A$2:$A$9,">1")>0)', look: 'missing' },
      { columns: [heading], formula: 'A2=INDIRECT("A1")', look: 'listed' },
    ],
    offers: [{ column: heading, range: "'Bo''s valg'!$A$2:$A$2000" }],
  },
});

const page = (name: string, more: Partial<PageChange>): Change => ({
  kind: 'page',
  layout: {
    ...{ name, widths: [30, 12] },
    rows: [
      [{ column: 0, look: 'title', text: 'Hva er <dette> & hint?', span: 2 }],
      [],
      [
        { column: 0, look: 'link', text: 'Hit "nå"', leadsTo: { tab: "Bo's valg", cell: 'A5' } },
        { column: 1, look: 'figure', formula: `COUNTIF('Bo''s valg'!A1:A9,"<5&")`, value: 4 },
      ],
      [
        { column: 0, look: 'day', value: { wallTime: '2026-11-28T12:00' } },
        { column: 1, look: 'listed', text: 'a\u0007' },
      ],
    ],
  },
  ...more,
});

/** All kinds of writes, each planned from the workbook that it goes to. */
const writes: Readonly<Record<string, (workbook: Workbook) => readonly Change[]>> = {
  'give-ids': (workbook) => planIds(workbook, now),
  'a machine tab': () => [
    {
      kind: 'tab',
      layout: { name: 'Funn', owner: 'machine', columns: [column('Problem', []), column('Råd', ['a', 'b'])] },
      rows: [{ Problem: '=1+1 & <b>', Råd: { day: '2026-11-28' } }],
    },
  ],
  'rows replaced': (workbook) =>
    headed(workbook).map(({ name, heading }) => ({
      kind: 'rows',
      tab: name,
      rows: [{ [heading]: 'ny & <b>\u0007\uFFFF' }, { [heading]: 12 }],
    })),
  'rows added': (workbook) =>
    headed(workbook).flatMap(({ name, heading }): Change[] => [
      { kind: 'row', tab: name, cells: { [heading]: 'ny & "<b>"' } },
      { kind: 'row', tab: name, cells: { [heading]: { wallTime: '2026-11-28T12:00' } } },
    ]),
  'columns, notes and dropdowns': (workbook) =>
    headed(workbook).flatMap(({ name }): Change[] => [
      { kind: 'column', tab: name, layout: column('Vår første', ['ja', 'nei']) },
      { kind: 'column', tab: name, layout: column('Vår andre', many) },
    ]),
  init: (workbook) => planSetup(workbook, {}),
  'looks and pages': (workbook) => [
    ...headed(workbook).map(({ name, heading }): Change => looksOf(name, heading)),
    page('Les & meg', { place: 'first' }),
    page("Bo's valg", { isHidden: true }),
  ],
};

function requireWhole(before: Uint8Array, after: Uint8Array): void {
  expect(faultsAfter(before, after)).toEqual([]);
  const notes = notesByCell(after);
  for (const [cell, texts] of notesByCell(before)) expect([cell, notes.get(cell)]).toEqual([cell, texts]);
  for (const [cell, texts] of notes) expect([cell, texts.length]).toEqual([cell, 1]);
  for (const [name, xml] of partsOf(after)) {
    if (!name.endsWith('.vml')) continue;
    for (const [cell, shapes] of shapesByCell(xml)) expect([name, cell, shapes]).toEqual([name, cell, 1]);
  }
}

function write(before: Uint8Array, kind: string): Uint8Array {
  const planned = writes[kind]?.(readWorkbook(before, 'x')) ?? [];
  const { bytes } = applyChanges(before, planned, 'x');
  if (bytes === null) return before;
  requireWhole(before, bytes);
  readWorkbook(bytes, 'x');
  return bytes;
}

const fixtures = readdirSync(FOLDER).filter((name) => /\.xls[xm]$/u.test(name));

describe.each(fixtures)('%s', (name) => {
  it.each(Object.keys(writes))('stays whole after %s', (kind) => {
    write(fixture(name), kind);
  });

  it('stays whole after one write upon the other', () => {
    Object.keys(writes).reduce(write, fixture(name));
  });
});

it.each(['openpyxl-rich.xlsx', 'excel-like.xlsm'])(
  '%s stays whole with a prefix on every element',
  (name) => {
    const prefixed = withPrefixes(fixture(name));
    for (const kind of Object.keys(writes)) write(prefixed, kind);
  },
);

/** The workbook with `x:` on what has no prefix in its sheets, styles and notes, as some programs write. */
function withPrefixes(bytes: Uint8Array): Uint8Array {
  const names = [...partsOf(bytes).keys()].filter((name) =>
    /(?:workbook|styles|sharedStrings|worksheets\/sheet\d+|comments?\d+|tables\/table\d+)\.xml$/u.test(name),
  );
  const edit = (xml: string): string =>
    xml
      .replace(/<(\/?)(?=[A-Za-z]\w*[\s/>])/gu, '<$1x:')
      .replace(/ xmlns="([^"]*)"/u, ' xmlns:x="$1" xmlns="urn:other"');
  return editParts(bytes, Object.fromEntries(names.map((name) => [name, edit])));
}

const V = 'urn:schemas-microsoft-com:vml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

interface Noted {
  readonly vml?: string;
  readonly comments?: string;
  readonly threads?: string;
  readonly legacy?: string;
}

/** A tab with one heading and a note on the empty cell beside it, drawn as it is given. */
function noted({ vml, comments, threads, legacy = '<legacyDrawing r:id="rId2"/>' }: Noted): Uint8Array {
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  const bytes = rawWorkbook({
    sheets: { Tiltak: '<row r="1"><c r="A1" t="inlineStr"><is><t>ID</t></is></c></row>' },
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relationship(
        'rId1',
        `${DOCUMENT}/comments`,
        '../comments7.xml',
      )}${vml === undefined ? '' : relationship('rId2', `${DOCUMENT}/vmlDrawing`, '../drawings/vmlDrawing7.vml')}${
        threads === undefined
          ? ''
          : relationship(
              'rId3',
              'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
              '../threadedComments/threadedComment1.xml',
            )
      }</Relationships>`,
      'xl/comments7.xml':
        comments ??
        `<comments xmlns="${MAIN}"><authors><author>Kari</author></authors><commentList><comment ref="B1" authorId="0"><text><t>Husk</t></text></comment></commentList></comments>`,
      ...(vml !== undefined && { 'xl/drawings/vmlDrawing7.vml': vml }),
      ...(threads !== undefined && { 'xl/threadedComments/threadedComment1.xml': threads }),
    },
  });
  return editParts(bytes, {
    '[Content_Types].xml': (xml) =>
      xml.replace(
        '</Types>',
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/></Types>',
      ),
    'xl/worksheets/sheet1.xml': (xml) => xml.replace('</worksheet>', `${legacy}</worksheet>`),
  });
}

const shape = (p: string, declared = ''): string =>
  `<${p}shape id="_x0000_s1025" type="#_x0000_t202"${declared}><c:ClientData xmlns:c="urn:schemas-microsoft-com:office:excel" ObjectType="Note"><c:Row>0</c:Row><c:Column>1</c:Column></c:ClientData></${p}shape>`;

describe('a sheet that holds no cells', () => {
  const sheets = (xml: string): string =>
    xml.replace(
      '</sheets>',
      '<sheet name="Diagram" sheetId="7" r:id="rId201"/><sheet name="Dialog" sheetId="8" r:id="rId202"/>' +
        '<sheet name="Makro" sheetId="9" r:id="rId203"/><sheet name="Modul1" sheetId="10" state="veryHidden" r:id=""/>' +
        '<sheet name="Tiltak" sheetId="11" r:id="rId204"/></sheets>',
    );
  const part = (root: string): string => `<?xml version="1.0"?><!-- x --><${root} xmlns="${MAIN}"/>`;
  const extra = {
    'xl/chartsheets/sheet1.xml': part('chartsheet'),
    'xl/dialogsheets/sheet1.xml': part('dialogsheet'),
    'xl/macrosheets/sheet1.xml': `<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><sheetData xmlns="${MAIN}"><row><c><v>1</v></c></row></sheetData></xm:macrosheet>`,
    'xl/worksheets/sheet9.xml': part('worksheet'),
  };
  const made = rawWorkbook({ sheets: { Saker: '' }, parts: extra });
  const before = editParts(made, {
    'xl/workbook.xml': sheets,
    'xl/_rels/workbook.xml.rels': (xml) =>
      xml.replace(
        '</Relationships>',
        `${[
          ['rId201', 'chartsheet', 'chartsheets/sheet1.xml'],
          ['rId202', 'dialogsheet', 'dialogsheets/sheet1.xml'],
          ['rId203', 'worksheet', 'macrosheets/sheet1.xml'],
          ['rId204', 'worksheet', 'worksheets/sheet9.xml'],
        ]
          .map(
            ([id = '', kind = '', target = '']) =>
              `<Relationship Id="${id}" Type="${DOCUMENT}/${kind}" Target="${target}"/>`,
          )
          .join('')}</Relationships>`,
      ),
  });
  const tab = (name: string): Change => ({
    kind: 'tab',
    layout: { name, owner: 'people', columns: [column('ID', ['a'])] },
    rows: [],
  });

  it('is read around, and kept', () => {
    expect(readWorkbook(before, 'x').sheets.map(({ name }) => name)).toEqual(['Saker', 'Tiltak']);
    const after = change(before, tab('Aktiviteter'));
    requireWhole(before, after);
    for (const [name, xml] of Object.entries(extra)) expect(partsOf(after).get(name)).toBe(xml);
  });

  it.each(['Diagram', 'dialog', 'MAKRO', 'Modul1'])('keeps its name to itself: %s', (name) => {
    const { bytes, results } = applyChanges(before, [tab(name)], 'x');
    expect(bytes).toBeNull();
    expect(results).toMatchObject([{ outcome: 'refused', refusal: { why: 'name-taken' } }]);
  });

  it('keeps its name from the tab with long lists too', () => {
    const named = editParts(before, { 'xl/workbook.xml': (xml) => xml.replace('"Diagram"', '"Lister"') });
    const layout = { name: 'Aktiviteter', owner: 'people' as const, columns: [column('ID', many)] };
    const after = change(named, { kind: 'tab', layout, rows: [] });
    requireWhole(named, after);
    expect(readWorkbook(after, 'x').sheets.map(({ name }) => name)).toContain('Lister 2');
  });

  it('is no reason to lose what goes into a tab that held nothing', () => {
    const after = change(before, { kind: 'row', tab: 'Tiltak', cells: {} }, tab('Aktiviteter'));
    requireWhole(before, after);
    expect(partsOf(after).get('xl/worksheets/sheet9.xml')).toMatch(/<sheetData><row r="1"/u);
  });
});

describe('notes beside those that another program has drawn', () => {
  const two: Change[] = [
    { kind: 'column', tab: 'Tiltak', layout: column('Part', ['a']) },
    { kind: 'column', tab: 'Tiltak', layout: column('Frist', ['a']) },
  ];

  it.each<[string, Noted]>([
    ['declares its prefixes shape by shape', { vml: `<xml>${shape('n:', ` xmlns:n="${V}"`)}</xml>` }],
    ['declares some of them', { vml: `<xml xmlns:v="${V}">${shape('v:')}</xml>` }],
    [
      'has our prefixes for something else',
      { vml: `<xml xmlns:x="${V}" xmlns:v="urn:x">${shape('x:')}</xml>` },
    ],
    ['is in the namespace by default', { vml: `<xml xmlns="${V}">${shape('')}</xml>` }],
    ['has a prefix on its root', { vml: `<q:xml xmlns:q="urn:q" xmlns:v="${V}">${shape('v:')}</q:xml >\n` }],
    ['is empty', { vml: '<xml/>' }],
    ['is not there', {}],
    ['is not there, and not pointed at', { legacy: ' ' }],
    [
      'has a list of comments without authors',
      { comments: `<comments xmlns="${MAIN}"><commentList/></comments>` },
    ],
    ['has no list of comments', { comments: `<comments xmlns="${MAIN}"/>` }],
  ])('where the drawing %s', (_, made) => {
    const before = noted(made);
    const after = change(before, ...two);
    requireWhole(before, after);
    expect(notesByCell(after).get('sheet1 C1')).toEqual(['Hva skal stå her &amp; &lt;hvorfor&gt;?']);
    const drawn = [...partsOf(after)].find(([name]) => name.endsWith('.vml'))?.[1] ?? '';
    expect(shapesByCell(drawn).get('0 2')).toBe(1);
    const sheet = partsOf(after).get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet.match(/<legacyDrawing/gu)).toHaveLength(1);
  });

  it('leaves a drawing of Excel as unsound as it was, and adds to it', () => {
    const vml = `<xml xmlns:v="${V}" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape><v:textbox><div>a<br>b</div></v:textbox></v:shape></xml>`;
    const after = partsOf(change(noted({ vml }), ...two)).get('xl/drawings/vmlDrawing7.vml') ?? '';
    expect(parserFault(vml)).toBeDefined();
    expect(parserFault(after.replace('<br>', ''))).toBeUndefined();
    expect(shapesByCell(after).get('0 2')).toBe(1);
  });

  it('puts no heading where a merged cell would hide it', () => {
    const before = editParts(
      rawWorkbook({ sheets: { Tiltak: '<row r="1"><c t="str"><v>ID</v></c></row>' } }),
      {
        'xl/worksheets/sheet1.xml': (xml) =>
          xml.replace(
            '</worksheet>',
            '<mergeCells><mergeCell ref="B1:C2"/><mergeCell ref="E5:E6"/></mergeCells></worksheet>',
          ),
      },
    );
    const after = change(before, ...two);
    requireWhole(before, after);
    expect(readWorkbook(after, 'x').sheets[0]?.rows[0]?.cells).toEqual(['ID', null, null, 'Part', 'Frist']);
  });

  it('gives no note to a cell that has one, nor to one where people talk', () => {
    const threads =
      '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="C1" id="{1}"><text>Hei</text></threadedComment></ThreadedComments>';
    const before = noted({ threads, legacy: ' ' });
    const after = change(before, ...two);
    expect(notesByCell(after)).toEqual(notesByCell(before));
    expect(partsOf(after).get('xl/threadedComments/threadedComment1.xml')).toBe(threads);
    const cells = readWorkbook(after, 'x').sheets[0]?.rows[0]?.cells;
    expect(cells).toEqual(['ID', 'Part', 'Frist']);
  });
});
