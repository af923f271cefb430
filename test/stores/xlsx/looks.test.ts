import { describe, expect, it } from 'vitest';
import type { LooksChange, PageChange, TabLooks } from '../../../src/domain/looks.ts';
import type { Change } from '../../../src/domain/workbook.ts';
import { applyChanges } from '../../../src/stores/xlsx/writing/apply-changes.ts';
import { createWorkbook } from '../../../src/stores/xlsx/writing/create-workbook.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { editParts, partsOf, rawWorkbook, tabOf } from '../../support/workbooks.ts';
import { change, fixture } from './changing.ts';
import { faultsAfter } from './soundness.ts';
import { element, elements, parseXml, textOf, type XmlNode } from './xml-tree.ts';

const HEADINGS = ['ID', 'Tittel', 'Status', 'Frist', 'Lenke', 'Intern'];
const FORMULA = 'AND($A2<>"",B2="")';

const looksOf = (looks: TabLooks, tab = 'Tiltak', headings = HEADINGS): LooksChange => {
  return { kind: 'looks', tab, headings, looks };
};

const newBook = (...looks: Change[]): Uint8Array =>
  createWorkbook([tabOf('Tiltak', HEADINGS, [['T-1', 'Ringe'], ['T-2']]), tabOf('Annen', ['ID']), ...looks]);

const sheetOf = (bytes: Uint8Array, part = 'xl/worksheets/sheet1.xml'): XmlNode =>
  parseXml(partsOf(bytes).get(part) ?? '');

/** The elements of one name, anywhere in a node, without prefixes. */
function all(node: XmlNode, name: string): XmlNode[] {
  const own = elements(node).flatMap((child) => all(child, name));
  return node.name.replace(/^.*:/u, '') === name ? [node, ...own] : own;
}

const attributes = (node: XmlNode, name: string): XmlNode['attributes'][] =>
  all(node, name).map((one) => one.attributes);

/** That a workbook with changes made twice is whole, and the same as with the changes made once. */
function twice(before: Uint8Array, ...changes: Change[]): Uint8Array {
  const once = change(before, ...changes);
  const again = applyChanges(once, changes, 'register.xlsx');
  expect(again.results.map(({ outcome }) => outcome)).toEqual(changes.map(() => 'done'));
  expect(again.bytes).toBeNull();
  expect(faultsAfter(before, once)).toEqual([]);
  return once;
}

describe('cells are coloured', () => {
  const rules = (bytes: Uint8Array) =>
    all(sheetOf(bytes), 'conditionalFormatting').map((one) => ({
      cells: one.attributes['sqref'],
      priority: attributes(one, 'cfRule')[0]?.['priority'],
      formula: textOf(one),
    }));

  it('below the headings down to row 2000, after the rules that people have', () => {
    const rule =
      '<conditionalFormatting sqref="A2:A9"><cfRule type="expression" priority="7"><formula>TRUE</formula></cfRule></conditionalFormatting>';
    const before = editParts(newBook(), {
      'xl/worksheets/sheet1.xml': (xml) => xml.replace('<pageMargins', () => `${rule}<pageMargins`),
    });
    const looks = looksOf({ highlights: [{ columns: ['Tittel'], formula: FORMULA, look: 'missing' }] });
    expect(rules(twice(before, looks))).toEqual([
      { cells: 'A2:A9', priority: '7', formula: 'TRUE' },
      {
        cells: 'B2:B2000',
        priority: '8',
        formula: 'AND($A2&lt;&gt;&quot;&quot;,B2=&quot;&quot;)',
      },
    ]);
  });

  it('in neighbours as one area, with the formula moved to the first of them', () => {
    const looks = looksOf({
      highlights: [{ columns: ['Frist', 'ID', 'Tittel'], formula: 'D2="A1:"&$C2', look: 'wrong' }],
    });
    expect(rules(twice(newBook(), looks))).toEqual([
      { cells: 'A2:B2000 D2:D2000', priority: '1', formula: 'A2=&quot;A1:&quot;&amp;$C2' },
    ]);
  });

  it('not again, by a rule that another program has written in its own way', () => {
    const written = [
      '<conditionalFormatting sqref="B2:B900"><cfRule type="expression" priority="1"><formula>and( $A2&lt;&gt;"", B2 ="" )</formula></cfRule></conditionalFormatting>',
      '<extLst><ext xmlns:x14="urn:x" xmlns:xm="urn:y"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="1"><xm:f>AND($A2&lt;&gt;"",B2="")</xm:f></x14:cfRule><xm:sqref>B2:B900</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
    ];
    for (const rule of written) {
      const before = editParts(newBook(), {
        'xl/worksheets/sheet1.xml': (xml) => xml.replace('<pageMargins', () => `${rule}<pageMargins`),
      });
      const looks = looksOf({ highlights: [{ columns: ['Tittel'], formula: FORMULA, look: 'missing' }] });
      expect(applyChanges(before, [looks], 'x').bytes).toBeNull();
    }
  });

  it('only where the columns are', () => {
    const looks = looksOf({
      highlights: [
        { columns: ['Tittel', 'Borte'], formula: FORMULA, look: 'missing' },
        { columns: ['Borte', 'ID'], formula: FORMULA, look: 'missing' },
      ],
    });
    expect(rules(twice(newBook(), looks)).map(({ cells }) => cells)).toEqual(['B2:B2000']);
  });

  it('with dark text on light colours, seven to one or more', () => {
    const look = ['missing', 'wrong', 'late', 'unsettled', 'listed'] as const;
    const bytes = newBook(
      looksOf({ highlights: look.map((one) => ({ columns: ['ID'], formula: `A2="${one}"`, look: one })) }),
    );
    const styles = parseXml(partsOf(bytes).get('xl/styles.xml') ?? '');
    const differences = elements(element(styles, 'dxfs')!);
    expect(differences).toHaveLength(5);
    for (const difference of differences) {
      const ink = attributes(element(difference, 'font')!, 'color')[0]?.['rgb'] ?? '';
      const fill = attributes(difference, 'bgColor')[0]?.['rgb'] ?? '';
      const [light, dark] = [luminance(fill), luminance(ink)];
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(7);
    }
  });

  it('not at all where a formula reads a tab that is not there', () => {
    const looks = looksOf({ offers: [{ column: 'Status', range: "'Valg'!$A$2:$A$2000" }] });
    const { bytes, results } = applyChanges(newBook(), [looks], 'x');
    expect(bytes).toBeNull();
    expect(results).toMatchObject([{ outcome: 'refused', refusal: { why: 'not-allowed' } }]);
    const valg: PageChange = {
      kind: 'page',
      isHidden: true,
      layout: { name: 'Valg', widths: [9], rows: [[{ column: 0, look: 'text', formula: 'Tiltak!A2' }]] },
    };
    expect(twice(newBook(), looks, valg)).toBeDefined();
    const lost: PageChange = {
      ...valg,
      layout: { ...valg.layout, rows: [[{ column: 0, look: 'text', formula: 'Borte!A2' }]] },
    };
    expect(applyChanges(newBook(), [looks, lost], 'x').results).toMatchObject([
      { outcome: 'refused' },
      { outcome: 'refused' },
    ]);
  });
});

describe('columns', () => {
  const columns = (bytes: Uint8Array): string[] =>
    attributes(sheetOf(bytes), 'col').map(
      ({ min, hidden = '', outlineLevel = '', collapsed = '' }) =>
        `${min} ${hidden}/${outlineLevel}/${collapsed}`,
    );
  const groups = [
    { columns: ['Frist', 'Lenke'], colour: 'webinar', isOutlined: true, isFolded: true },
  ] as const;

  it('are folded in a tab that is made in the same write, and can be folded in others', () => {
    expect(columns(newBook(looksOf({ groups })))).toEqual([
      ...['1 //', '2 //', '3 //', '4 1/1/', '5 1/1/', '6 //1'],
    ]);
    const bytes = twice(newBook(), looksOf({ groups }));
    expect(columns(bytes)).toEqual(['1 //', '2 //', '3 //', '4 /1/', '5 /1/', '6 //']);
    expect(attributes(sheetOf(bytes), 'sheetFormatPr')[0]?.['outlineLevelCol']).toBe('1');
  });

  it('are not folded where they are apart, or beside others that are', () => {
    const apart = [{ columns: ['ID', 'Frist'], colour: 'other', isOutlined: true }] as const;
    const beside = [...groups, { columns: ['Intern'], colour: 'other', isOutlined: true }] as const;
    expect(columns(newBook(looksOf({ groups: apart }))).join('')).not.toMatch(/1\//u);
    expect(columns(newBook(looksOf({ groups: beside }))).at(-1)).toBe('6 //1');
  });

  it('are hidden only while all are shown', () => {
    const hidden = ['ID', 'Intern'];
    expect(columns(twice(newBook(), looksOf({ hidden })))).toEqual([
      ...['1 1//', '2 //', '3 //', '4 //', '5 //', '6 1//'],
    ]);
    const shown = change(newBook(), looksOf({ hidden: ['Tittel'] }));
    expect(applyChanges(shown, [looksOf({ hidden })], 'x').bytes).toBeNull();
  });

  it('keep the rest of a description that covers several', () => {
    const before = editParts(newBook(), {
      'xl/worksheets/sheet1.xml': (xml) =>
        xml.replace(/<cols>.*<\/cols>/u, "<cols><col min='1' max='16384' width='9' bestFit='1'/></cols>"),
    });
    const after = sheetOf(twice(before, looksOf({ hidden: ['Tittel'] })));
    expect(attributes(after, 'col')).toEqual([
      { min: '1', max: '1', width: '9', bestFit: '1' },
      { min: '2', max: '2', width: '9', bestFit: '1', hidden: '1' },
      { min: '3', max: '16384', width: '9', bestFit: '1' },
    ]);
  });

  it('have headings in the colour of their group, unless people have chosen another', () => {
    const fills = (bytes: Uint8Array): (string | undefined)[] => {
      const styles = parseXml(partsOf(bytes).get('xl/styles.xml') ?? '');
      const [row] = all(sheetOf(bytes), 'row');
      return elements(row!).map((cell) => {
        const xf = elements(element(styles, 'cellXfs')!)[Number(cell.attributes['s'])];
        const fill = elements(element(styles, 'fills')!)[Number(xf?.attributes['fillId'])];
        return attributes(fill!, 'fgColor')[0]?.['rgb'];
      });
    };
    const coloured = fills(twice(newBook(), looksOf({ groups })));
    expect(new Set(coloured.slice(3, 5))).toEqual(new Set(['FF5B2A86']));
    expect(new Set([...coloured.slice(0, 3), coloured[5]])).toEqual(new Set(['FF1F4E5F']));
    const own = editParts(newBook(), {
      'xl/styles.xml': (xml) => xml.replaceAll('FF1F4E5F', 'FFFFFF00'),
    });
    expect(new Set(fills(twice(own, looksOf({ groups }))))).toEqual(new Set(['FFFFFF00']));
  });

  it('get choices from another tab, unless they have choices', () => {
    const offers = [{ column: 'Status', range: "'Annen'!$A$2:$A$2000" }];
    const bytes = twice(newBook(), looksOf({ offers }));
    expect(attributes(sheetOf(bytes), 'dataValidation')).toMatchObject([
      { type: 'list', allowBlank: '1', sqref: 'C2:C2000' },
    ]);
    const others = [{ column: 'Status', range: "'Annen'!$B$2:$B$2000" }];
    expect(applyChanges(bytes, [looksOf({ offers: others })], 'x').bytes).toBeNull();
  });
});

describe('a tab', () => {
  const viewOf = (bytes: Uint8Array): XmlNode => all(sheetOf(bytes), 'sheetView')[0]!;
  const pane = (bytes: Uint8Array): XmlNode['attributes'] | undefined => attributes(viewOf(bytes), 'pane')[0];

  it('is frozen through a column, and opens at a row if it is made in the same write', () => {
    const looks = looksOf({ frozenThrough: 'Tittel', opensAt: 3 });
    expect(pane(twice(newBook(), looks))).toEqual({
      ...{ xSplit: '2', ySplit: '1', topLeftCell: 'C2', activePane: 'bottomLeft', state: 'frozen' },
    });
    const made = newBook(looks);
    expect(pane(made)).toMatchObject({ topLeftCell: 'C3', activePane: 'bottomRight' });
    expect(attributes(viewOf(made), 'selection').at(-1)).toEqual({
      ...{ pane: 'bottomRight', activeCell: 'C3', sqref: 'C3' },
    });
  });

  it('keeps the place where people left it', () => {
    const before = editParts(newBook(), {
      'xl/worksheets/sheet1.xml': (xml) =>
        xml.replace('topLeftCell="A2"', 'topLeftCell="A40"').replaceAll('"A2"', '"E41"'),
    });
    const after = viewOf(twice(before, looksOf({ frozenThrough: 'Tittel' })));
    expect(attributes(after, 'pane')[0]).toMatchObject({ topLeftCell: 'C40', activePane: 'bottomRight' });
    expect(attributes(after, 'selection').at(-1)).toMatchObject({ activeCell: 'E41' });
  });

  it.each([
    '<pane xSplit="3" ySplit="1" topLeftCell="D2" state="frozen"/>',
    '<pane ySplit="4" topLeftCell="A5" state="frozen"/>',
    '<pane xSplit="2000" ySplit="1000" topLeftCell="C9"/>',
  ])('stays as people have frozen or split it: %s', (own) => {
    const before = editParts(newBook(), {
      'xl/worksheets/sheet1.xml': (xml) => xml.replace(/<pane [^>]*>/u, own),
    });
    expect(applyChanges(before, [looksOf({ frozenThrough: 'Tittel' })], 'x').bytes).toBeNull();
  });

  it('is printed on the width of a page, with its headings on each, unless people have set its pages', () => {
    const bare = rawWorkbook({
      sheets: { Tiltak: '<row r="2"><c t="inlineStr"><is><t>ID</t></is></c></row>' },
    });
    const after = twice(bare, looksOf({ print: 'fit-width' }, 'Tiltak', ['ID']));
    expect(attributes(sheetOf(after), 'pageSetup')).toEqual([
      { paperSize: '9', fitToWidth: '1', fitToHeight: '0', orientation: 'landscape' },
    ]);
    expect(attributes(sheetOf(after), 'pageSetUpPr')).toEqual([{ fitToPage: '1' }]);
    const workbook = partsOf(after).get('xl/workbook.xml') ?? '';
    expect(workbook).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Tiltak\'!$2:$2</definedName>',
    );
    const own = editParts(newBook(), {
      'xl/worksheets/sheet1.xml': (xml) => xml.replace(/<pageSetup [^>]*>/u, '<pageSetup scale="60"/>'),
    });
    expect(applyChanges(own, [looksOf({ print: 'fit-width' })], 'x').bytes).toBeNull();
  });
});

describe('the sheets of a workbook', () => {
  const page = (name: string, place: PageChange['place']): PageChange => ({
    ...{ kind: 'page', layout: { name, widths: [9], rows: [[{ column: 0, look: 'text', text: 'a' }]] } },
    ...(place === undefined ? {} : { place }),
  });
  const names = (bytes: Uint8Array): string[] => readWorkbook(bytes, 'x').sheets.map(({ name }) => name);

  it('are put in order, with names, the open one and the first in view', () => {
    const before = editParts(newBook(), {
      'xl/workbook.xml': (xml) =>
        xml.replace('windowHeight="15000"', 'windowHeight="15000" activeTab="1" firstSheet="1"'),
    });
    const after = change(before, looksOf({ place: 'last' }));
    expect(names(after)).toEqual(['Annen', 'Tiltak']);
    const workbook = parseXml(partsOf(after).get('xl/workbook.xml') ?? '');
    expect(attributes(workbook, 'workbookView')[0]).toMatchObject({ activeTab: '0', firstSheet: '0' });
    expect(all(workbook, 'definedName').map((one) => [one.attributes['localSheetId'], textOf(one)])).toEqual([
      ['1', "'Tiltak'!$A$1:$F$3"],
      ['1', "'Tiltak'!$1:$1"],
      ['0', "'Annen'!$A$1:$A$2"],
      ['0', "'Annen'!$1:$1"],
    ]);
    expect(faultsAfter(before, after)).toEqual([]);
  });

  it('have the page that comes first open, and no other selected', () => {
    const after = change(newBook(), page('Les meg', 'first'));
    const workbook = parseXml(partsOf(after).get('xl/workbook.xml') ?? '');
    expect(attributes(workbook, 'workbookView')[0]).toMatchObject({ activeTab: '0' });
    const selected = [1, 2, 3].map((number) => {
      const sheet = sheetOf(after, `xl/worksheets/sheet${number}.xml`);
      return attributes(sheet, 'sheetView')[0]?.['tabSelected'];
    });
    expect(selected).toEqual([undefined, undefined, '1']);
    const left = change(after, page('Les meg', 'last'));
    expect(names(left)).toEqual(['Tiltak', 'Annen', 'Les meg']);
    const [view] = attributes(parseXml(partsOf(left).get('xl/workbook.xml') ?? ''), 'workbookView');
    expect(view).toMatchObject({ activeTab: '2' });
  });

  it('stay in their order where a formula adds up all from one to another', () => {
    const before = rawWorkbook({
      sheets: {
        Jan: '<row r="1"><c r="A1"><f>SUM(Jan:Mar!B1)</f></c></row>',
        Mar: '<row r="1"><c r="A1"><v>1</v></c></row>',
      },
    });
    expect(names(change(before, page('Les meg', 'first')))).toEqual(['Jan', 'Mar', 'Les meg']);
    const quoted = editParts(before, {
      'xl/worksheets/sheet1.xml': (xml) => xml.replace('Jan:Mar', "'Jan:Mar'"),
    });
    expect(names(change(quoted, page('Les meg', 'first')))).toEqual(['Jan', 'Mar', 'Les meg']);
  });
});

describe.each([
  'openpyxl-rich.xlsx',
  'libreoffice-rich.xlsx',
  'excel-like.xlsm',
  'libreoffice-1904.xlsx',
  'openpyxl-1904.xlsx',
])('%s', (name) => {
  const before = fixture(name);
  const [tab] = readWorkbook(before, name).sheets;
  const headings = (tab?.rows[0]?.cells ?? []).filter((cell) => typeof cell === 'string');
  const [first = '', second = ''] = headings;
  const changes: Change[] = [
    looksOf(
      {
        ...{ place: 'last', frozenThrough: second, hidden: [first], print: 'fit-width' },
        groups: [{ columns: [second], colour: 'first', isOutlined: true }],
        highlights: [{ columns: headings, formula: 'A2="x"', look: 'listed' }],
        offers: [{ column: second, range: `'${tab?.name ?? ''}'!$A$2:$A$2000` }],
      },
      tab?.name,
      headings,
    ),
    {
      ...{ kind: 'page', place: 'first' },
      layout: {
        ...{ name: 'Les meg', widths: [30, 10] },
        rows: [[{ column: 0, look: 'title', text: 'Les meg', span: 2 }]],
      },
    },
  ];

  it('gets looks once, and keeps all that is read', () => {
    const after = twice(before, ...changes);
    const sheets = readWorkbook(after, name).sheets;
    expect(sheets[0]?.name).toBe('Les meg');
    expect(sheets.filter((sheet) => sheet.name !== 'Les meg').toSorted(byName)).toEqual(
      readWorkbook(before, name).sheets.toSorted(byName),
    );
  });
});

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : 1;

/** The share of light that a colour gives back. Source: WCAG 2.1, relative luminance. */
function luminance(argb: string): number {
  const [red = 0, green = 0, blue = 0] = [2, 4, 6].map((at) => {
    const part = Number.parseInt(argb.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
