import { describe, expect, it } from 'vitest';
import type { ColumnLayout, TabAddition } from '../../../src/domain/workbook.ts';
import { createWorkbook } from '../../../src/stores/xlsx/writing/create-workbook.ts';
import { LINE_HEIGHT, linesOf } from '../../../src/stores/xlsx/writing/row-height.ts';
import { partsOf } from '../../support/workbooks.ts';
import { element, elements, parseXml, textOf, type XmlNode } from './xml-tree.ts';

const column = (heading: string, more: Partial<ColumnLayout> = {}): ColumnLayout => {
  return { heading, note: '', width: 12, format: 'text', ...more };
};

const TEN = Array.from({ length: 10 }, (_, index) => column(`Kolonne ${index}`));

const TABS: readonly TabAddition[] = [
  {
    kind: 'tab',
    layout: {
      name: 'Saker',
      owner: 'people',
      columns: [
        column('ID', { note: 'Gis én gang.' }),
        column('Bakgrunn', { width: 20, wrap: true, note: 'Hva møtet må vite. '.repeat(20) }),
        column('Slag', { choices: ['Drøfting', 'Vedtak'] }),
        column('Kommune', { choices: ['Bø, Telemark', 'Oslo'] }),
        column('Sted', { choices: ['Oslo', 'Bø, Telemark'] }),
        column('Samme sted', { choices: ['Oslo', 'Bø, Telemark'] }),
        column('Påmeldingsfrist', { format: 'date', width: 4 }),
        column('Start', { format: 'dateTime' }),
      ],
    },
    rows: [
      { ID: '0301', Bakgrunn: 'kort', Start: { day: '2026-11-23' }, Påmeldingsfrist: { day: '2026-11-23' } },
      { Bakgrunn: 'ord '.repeat(30) },
      { Bakgrunn: 'ord '.repeat(2000) },
    ],
  },
  { kind: 'tab', layout: { name: 'Kontroll', owner: 'machine', columns: TEN }, rows: [] },
];

const parts = partsOf(createWorkbook(TABS));

function part(name: string): XmlNode {
  return parseXml(parts.get(name) ?? '');
}

function child(node: XmlNode, ...path: readonly string[]): XmlNode {
  return path.reduce((parent, name) => {
    const found = element(parent, name);
    if (found === undefined) throw new Error(`no ${name} in ${parent.name}`);
    return found;
  }, node);
}

const saker = part('xl/worksheets/sheet1.xml');
const kontroll = part('xl/worksheets/sheet2.xml');
const styles = part('xl/styles.xml');

function styleOf(cell: XmlNode) {
  const xf = elements(child(styles, 'cellXfs'), 'xf')[Number(cell.attributes['s'])]!;
  const pick = (list: string, id: string): XmlNode =>
    elements(child(styles, list))[Number(xf.attributes[id])]!;
  return { xf, font: pick('fonts', 'fontId'), fill: pick('fills', 'fillId') };
}

function cellAt(sheet: XmlNode, address: string): XmlNode {
  const cells = elements(child(sheet, 'sheetData'), 'row').flatMap((row) => elements(row, 'c'));
  return cells.find((cell) => cell.attributes['r'] === address)!;
}

/** The share of light that a colour gives back. Source: WCAG 2.1, relative luminance. */
function luminance(argb: string): number {
  const [red = 0, green = 0, blue = 0] = [2, 4, 6].map((at) => {
    const part = Number.parseInt(argb.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('a new tab', () => {
  it('has headings that can be read: bold, wrapped, with a contrast of 4.5 to 1 or more', () => {
    for (const sheet of [saker, kontroll]) {
      const { xf, font, fill } = styleOf(cellAt(sheet, 'A1'));
      const text = luminance(child(font, 'color').attributes['rgb'] ?? '');
      const ground = luminance(child(fill, 'patternFill', 'fgColor').attributes['rgb'] ?? '');
      expect((text + 0.05) / (ground + 0.05)).toBeGreaterThan(4.5);
      expect(element(font, 'b')).toBeDefined();
      expect(child(xf, 'alignment').attributes).toMatchObject({ wrapText: '1', vertical: 'center' });
    }
  });

  it('keeps its headings in sight, and the first column too when it is wide', () => {
    const pane = (sheet: XmlNode) => child(sheet, 'sheetViews', 'sheetView', 'pane').attributes;
    expect(pane(saker)).toMatchObject({ ySplit: '1', state: 'frozen', topLeftCell: 'A2' });
    expect(pane(kontroll)).toMatchObject({ xSplit: '1', ySplit: '1', state: 'frozen', topLeftCell: 'B2' });
  });

  it('shows days as days also where times are usual, and keeps text as text', () => {
    const formats = new Map(
      elements(child(styles, 'numFmts')).map(({ attributes }) => [
        attributes['numFmtId'],
        attributes['formatCode'],
      ]),
    );
    const format = (address: string) =>
      formats.get(styleOf(cellAt(saker, address)).xf.attributes['numFmtId'] ?? '');
    expect(format('G2')).toBe('dd.mm.yyyy');
    expect(format('H2')).toBe('dd.mm.yyyy');
    expect(styleOf(cellAt(saker, 'A2')).xf.attributes['numFmtId']).toBe('49');
    expect([...formats.values()]).toContain('dd.mm.yyyy hh:mm');
    expect(child(saker, 'ignoredErrors', 'ignoredError').attributes).toMatchObject({
      numberStoredAsText: '1',
    });
  });

  it('has columns that are wide enough for the words of their headings, with a style all the way down', () => {
    const cols = elements(child(saker, 'cols'));
    expect(cols.map((col) => Number(col.attributes['width']))).toEqual([12, 20, 12, 12, 12, 12, 21, 12]);
    expect(cols.every((col) => Number(col.attributes['style']) > 0)).toBe(true);
  });

  it('has rows as tall as their text, up to what fits on a screen', () => {
    const heights = elements(child(saker, 'sheetData'), 'row').map(({ attributes }) => [
      attributes['ht'],
      attributes['customHeight'],
    ]);
    const lines = linesOf('ord '.repeat(30), 20);
    expect(lines).toBeGreaterThan(4);
    expect(heights).toEqual([
      ['30', '1'],
      [undefined, undefined],
      [String(lines * LINE_HEIGHT), undefined],
      ['180', '1'],
    ]);
  });

  it('offers its choices in dropdowns that question, but do not refuse, what is not in the list', () => {
    const dropdowns = elements(child(saker, 'dataValidations'));
    expect(dropdowns.map((each) => [each.attributes['sqref'], textOf(each)])).toEqual([
      ['C2:C2000', '&quot;Drøfting,Vedtak&quot;'],
      ['D2:D2000', "'Lister'!$A$2:$A$3"],
      ['E2:E2000', "'Lister'!$B$2:$B$3"],
      ['F2:F2000', "'Lister'!$B$2:$B$3"],
    ]);
    expect(dropdowns.every((each) => each.attributes['errorStyle'] === 'warning')).toBe(true);
    const lists = elements(child(part('xl/worksheets/sheet3.xml'), 'sheetData'), 'row').map((row) =>
      elements(row, 'c').map(textOf),
    );
    expect(lists).toEqual([
      ['Liste 1', 'Liste 2'],
      ['Bø, Telemark', 'Oslo'],
      ['Oslo', 'Bø, Telemark'],
    ]);
  });

  it('explains its headings in notes, each with room for its text', () => {
    const comments = elements(child(part('xl/comments1.xml'), 'commentList'));
    expect(comments.map((comment) => comment.attributes['ref'])).toEqual(['A1', 'B1']);
    const shapes = elements(part('xl/drawings/vmlDrawing1.vml'), 'v:shape');
    const heights = shapes.map(({ attributes }) =>
      Number(/height:(\d+)pt/u.exec(attributes['style'] ?? '')?.[1]),
    );
    expect(heights[0]).toBeLessThan(40);
    expect(heights[1]).toBeGreaterThan(130);
    const places = shapes.map((shape) => {
      const data = child(shape, 'x:ClientData');
      return [
        textOf(child(data, 'x:Row')),
        textOf(child(data, 'x:Column')),
        textOf(child(data, 'x:Anchor')).split(', ')[0],
      ];
    });
    expect(places).toEqual([
      ['0', '0', '1'],
      ['0', '1', '2'],
    ]);
  });

  it('is protected without a password when it is the machine’s, and prints in pieces that can be read', () => {
    expect(element(saker, 'sheetProtection')).toBeUndefined();
    const protection = child(kontroll, 'sheetProtection').attributes;
    expect(protection).toMatchObject({ sheet: '1', autoFilter: '0', sort: '0' });
    expect(protection).not.toHaveProperty('password');
    expect(child(saker, 'pageSetup').attributes).toMatchObject({ orientation: 'landscape', fitToWidth: '1' });
  });

  it('is told of in the workbook: order, filter and the heading that each printed page repeats', () => {
    const workbook = part('xl/workbook.xml');
    const sheets = elements(child(workbook, 'sheets')).map(({ attributes }) => [
      attributes['name'],
      attributes['state'],
    ]);
    expect(sheets).toEqual([
      ['Saker', undefined],
      ['Kontroll', undefined],
      ['Lister', 'hidden'],
    ]);
    const names = elements(child(workbook, 'definedNames')).map((name) => [
      ...[name.attributes['name'], name.attributes['localSheetId'], textOf(name)],
    ]);
    expect(names).toEqual([
      ['_xlnm._FilterDatabase', '0', "'Saker'!$A$1:$H$4"],
      ['_xlnm.Print_Titles', '0', "'Saker'!$1:$1"],
      ['_xlnm._FilterDatabase', '1', "'Kontroll'!$A$1:$J$2"],
      ['_xlnm.Print_Titles', '1', "'Kontroll'!$1:$1"],
    ]);
  });
});

it('a workbook has at least one tab, and only changes that can be made', () => {
  expect(() => createWorkbook([])).toThrow('at least one tab');
  expect(() => createWorkbook([TABS[0]!, TABS[0]!])).toThrow('already-there');
  const record = { Finnes: 'ikke' };
  expect(() => createWorkbook([{ ...TABS[1]!, rows: [record] }])).toThrow('no column Finnes');
});

it('every part that is told of is there, and every part that is there is told of', () => {
  const types = part('[Content_Types].xml');
  const overrides = elements(types, 'Override').map(({ attributes }) =>
    (attributes['PartName'] ?? '').slice(1),
  );
  const extensions = elements(types, 'Default').map(({ attributes }) => attributes['Extension'] ?? '');
  for (const name of overrides) expect([...parts.keys()]).toContain(name);
  for (const name of parts.keys()) {
    if (name === '[Content_Types].xml') continue;
    expect(
      overrides.includes(name) ||
        extensions.some((extension) => extension !== 'xml' && name.endsWith(extension)),
    ).toBe(true);
  }
  for (const [name, text] of parts) {
    if (!name.endsWith('.rels')) continue;
    for (const { attributes } of elements(parseXml(text))) {
      const target = attributes['Target'] ?? '';
      const base = name.startsWith('xl/_rels') ? 'xl/' : '';
      expect(parts.has(target.startsWith('/') ? target.slice(1) : base + target)).toBe(true);
    }
  }
});

describe('the lines that a text needs', () => {
  it.each([
    ['', 10, 1],
    ['ett', 10, 1],
    ['to korte ord', 20, 1],
    ['en linje\nog en til', 20, 2],
    ['ord som må brytes', 8, 3],
    ['https://example.org/en/lang/adresse', 10, 4],
  ])('«%s» at a width of %i: %i', (text, width, lines) => {
    expect(linesOf(text, width)).toBe(lines);
  });
});
